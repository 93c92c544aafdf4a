"""What a format is, and what several formats have in common."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from .views import EntryView, Export, Fragment, ItemView
from .views.fragment import Address, escape
from .views.pictures import Picture


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format that questions can be exported to."""

    name: str
    summary: str
    writers: tuple[str, ...]
    """The functions of `ExportKind` that it calls: one for each profile."""
    write: Callable[[Export, Namespace], bytes]
    """Returns the file. What the format cannot hold is noted in the export."""
    add_arguments: Callable[[ArgumentParser], None] = lambda parser: None
    """Adds the options that only this format has."""
    is_text: Callable[[Namespace], bool] = lambda asked: True
    """Whether the file is text, which can be printed."""


def data_address(picture: Picture) -> str:
    """The address of a picture inside of the text itself."""
    return picture.data


def titled(title: str, html: str) -> str:
    """Return a text below its title."""
    return f"<p><b>{escape(title)}</b></p>{html}"


def hints_of(view: ItemView, export: Export, address: Address, *, strict: bool = False) -> str:
    """The hints of an item, each below its title."""
    say, hints = export.say, view.texts("hint")
    return "".join(
        titled(
            say("page.hint.of", number=number, all=len(hints)) if len(hints) > 1 else say("page.hint"),
            hint.html(address, strict=strict),
        )
        for number, hint in enumerate(hints, 1)
    )


def steps_of(view: ItemView, export: Export, address: Address, *, strict: bool = False) -> str:
    """The steps of a solution as a numbered list."""
    steps = view.texts("solution")
    rows = "".join(f"<li>{step.html(address, strict=strict)}</li>" for step in steps)
    return titled(export.say("page.export.solution"), f"<ol>{rows}</ol>") if steps else ""


def rest_of(view: ItemView, export: Export, address: Address, *, strict: bool = False) -> str:
    """The parts that explain an answer, each below its title."""
    return "".join(
        titled(export.say(f"page.part.{part.label}"), text.html(address, strict=strict))
        for part in view.parts
        if part.label in ("explanation", "final-answer", "quick-check", "common-mistakes", "learn-more")
        for text in part.texts
    )


def answer_of(view: ItemView, address: Address, *, strict: bool = False) -> str:
    """What a card or an explain prompt asks to recall."""
    texts = (*view.texts("answer"), *view.texts("model-answer"))
    return "".join(text.html(address, strict=strict) for text in texts)


def concepts_of(view: ItemView, export: Export, address: Address, *, strict: bool = False) -> str:
    """What a good explanation contains, as a list."""
    entries = [entry for part in view.parts if part.label == "concepts" for entry in part.entries]
    rows = "".join(f"<li>{entry.text.inline(address, strict=strict)}</li>" for entry in entries)
    return titled(export.say("page.export.concepts"), f"<ul>{rows}</ul>") if rows else ""


def feedback_of(
    view: ItemView, export: Export, address: Address, *, hints: bool = True, level: bool = False, strict: bool = False
) -> str:
    """All that is said after an answer: the general feedback of formats that have one.

    `hints` and `level` are whether the format has no other place for these.
    """
    first = hints_of(view, export, address, strict=strict) if hints else ""
    steps, rest = (part(view, export, address, strict=strict) for part in (steps_of, rest_of))
    last = export.say("page.export.level", level=view.item.level) if level and view.item.level else ""
    return first + steps + rest + (f"<p>{escape(last)}</p>" if last else "")


def note_math(view: ItemView, export: Export, what: str) -> None:
    """Note that the math of an item stays TeX, where it has any."""
    if any(text.has_math() for text in view.all_texts()):
        export.note(view, what)


def reason_of(entry: EntryView, address: Address, *, strict: bool = False) -> str:
    """The reason of an option; empty without one."""
    return entry.reason.html(address, strict=strict) if entry.reason else ""


def judged(entry: EntryView, address: Address, *, before: str = "", strict: bool = False) -> str:
    """What is said of an answer, as the row of a list: whether it is right, its text, and its reason."""
    sign = "✓" if entry.right else "✗"
    return (
        f"<li>{before}{sign} {entry.text.inline(address, strict=strict)}{reason_of(entry, address, strict=strict)}</li>"
    )


def listed(title: str, rows: Sequence[str]) -> str:
    """Rows as a list below its title; empty without any."""
    return titled(title, f"<ul>{''.join(rows)}</ul>") if rows else ""


def name_of(view: ItemView) -> str:
    """The name of a question in lists: the beginning of what it asks."""
    return view.stem.line(80) or view.item.id


def plain_of(texts: tuple[Fragment, ...]) -> str:
    """Several texts as plain text."""
    return "\n\n".join(filter(None, (text.plain() for text in texts)))
