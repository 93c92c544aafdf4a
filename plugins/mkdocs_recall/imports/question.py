"""A question between an imported file and a page: its texts are Markdown already, in which nothing is active."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Answer:
    """An option, an answer to type, or a number."""

    text: str
    right: bool = True
    reason: str = ""


@dataclass(slots=True)
class Pair:
    """A row of a matching question. Without a left side, the right one belongs to nothing."""

    left: str
    right: str
    reason: str = ""


@dataclass(slots=True, kw_only=True)
class ImportedQuestion:
    """What an importer makes of a question."""

    line: int
    """Where it begins in the imported file, from 1."""
    kind: str
    """One of the kinds of items."""
    stem: str = ""
    id: str = ""
    """The id that it has in the file; empty where it has none."""
    level: str = ""
    settings: dict[str, str] = field(default_factory=dict)
    answers: list[Answer] = field(default_factory=list)
    """Options of a choice question, answers of a field or a number, and pieces that belong nowhere."""
    blanks: list[list[Answer]] = field(default_factory=list)
    """The answers of each blank of a fill-in question. The first one of each is right."""
    pieces: list[str] = field(default_factory=list)
    """What is put in order, in the right one."""
    pairs: list[Pair] = field(default_factory=list)
    concepts: list[str] = field(default_factory=list)
    parts: list[tuple[str, str]] = field(default_factory=list)
    """Name and text of each labelled part but the concepts."""
    category: str = ""
    """The heading that it belongs below; empty where it has none."""
    source: tuple[str, ...] = ()
    """The whole block as Markdown, where the file has it; all but `line`, `kind`, `id` and `category` is empty then."""

    def add(self, label: str, text: str) -> None:
        """Add a part, where it has a text. A second one goes below the first, unless both are hints."""
        if not text.strip():
            return
        for at, (name, other) in enumerate(self.parts):
            if name == label != "hint":
                self.parts[at] = (name, f"{other}\n\n{text}")
                return
        self.parts.append((label, text))
