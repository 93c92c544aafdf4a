"""Case files: Markdown in which each heading is a rule, followed by source and what it must become.

A block `~~~~markdown` holds the source of the page, a block `~~~~html` the HTML of the whole page, `~~~~html SELECTOR`
that of all elements that match, in order; `…` in it stands for anything. A block `~~~~text` holds the
problems that are reported. What cannot be seen is
said behind `markdown`: `crlf` for such line ends, `bom` for a byte-order mark, `tabs` for `→` standing for a tab, and
`no-end` for a last line without line end. A name behind `text`, such as `print.py` or `topics/lesson.md`, makes the
block a file beside the page; as `mkdocs.yml` it is the configuration of a site whose pages these are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from mkdocs_recall.model.vocabulary import ALL_KINDS

_PIECE = re.compile(
    r"^(?P<fence>~{4,})(?P<info>[^\n~]*)\n(?P<text>.*?)^(?P=fence)$|^## (?P<title>[^\n]+)$", re.MULTILINE | re.DOTALL
)


@dataclass(slots=True)
class Case:
    """A rule with its source and what comes of it."""

    title: str
    source: str = ""
    files: dict[str, str] = field(default_factory=dict)
    html: list[tuple[str, str]] = field(default_factory=list)
    """Selector, empty for the whole page, and expected HTML."""
    messages: list[str] = field(default_factory=list)

    def write(self, folder: Path) -> None:
        """Write the page and the files beside it."""
        for name, text in {"page.md": self.source, **self.files}.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(text.encode())


def read_cases(folder: Path) -> Iterator[tuple[str, Case]]:
    """All cases of a folder, each with an id for pytest."""
    for path in sorted(folder.glob("*.md")):
        for case in _read(path.read_text("utf-8")):
            yield f"{path.stem}: {case.title}", case


def _read(text: str) -> Iterator[Case]:
    case: Case | None = None
    for found in _PIECE.finditer(text):
        if found["title"]:
            if case:
                yield case
            case = Case(found["title"])
        elif case:
            _add(case, found["info"].split(), found["text"])
    if case:
        yield case


def _add(case: Case, info: list[str], text: str) -> None:
    kind, *words = info
    if kind == "html":
        case.html.append((" ".join(words), text))
    elif words and "." in words[-1]:
        case.files[words[-1]] = text
    elif kind == "text":
        case.messages = text.replace("{kinds}", ", ".join(ALL_KINDS)).splitlines()
    else:
        case.source = _hidden(text, words)


def _hidden(text: str, words: list[str]) -> str:
    if "tabs" in words:
        text = text.replace("→", "\t")
    if "no-end" in words:
        text = text.rstrip("\n")
    if "crlf" in words:
        text = text.replace("\n", "\r\n")
    return "\ufeff" + text if "bom" in words else text
