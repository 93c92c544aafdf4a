"""The task list of a choice question: options, marks and reasons."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from .identity import ID, option_id
from .model import Fault, Line, Option, Text

_OPTION = re.compile(r"(?P<indent> {0,3})[-*+] +\[(?P<mark>[ xX])\](?: +(?P<text>.*))?")
_BAD_MARK = re.compile(r" {0,3}(?:[-*+]|\d+[.)]) *\[(?P<mark>[^\]\[(]{0,2})\](?![(\[:]) *(?P<text>.*)")
_BULLET = re.compile(r"(?P<indent> *)[-*+](?: |$)")
_REASON = re.compile(r" {1,7}> ?(?P<text>.*)")
_TABLE = re.compile(r" *\|.*\[[ xX]\].*\|")
_INLINE = re.compile(r"\s[-*+] \[[ xX]\]\s|\s\[[xX]\]\s+\S")
_CODE = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)")
_NAME = re.compile(r"\s*\{ *#(?P<name>[^\s}]+) *\}$")


def begins_options(text: str) -> bool:
    """Whether a line of the body outside of code is where the stem ends and the options begin, well made or not."""
    return bool(
        (_OPTION.fullmatch(text) or _BAD_MARK.fullmatch(text))
        or _REASON.fullmatch(text)
        or (text.lstrip().startswith("|") and _TABLE.fullmatch(_CODE.sub("", text)))
    )


@dataclass(slots=True)
class _Draft:
    key: bool
    text: list[Line]
    reason: list[Line] = field(default_factory=list)
    last: list[Line] | None = None
    """Where a line without blank line above it goes on: the text or the reason."""


class _Reader:
    def __init__(self) -> None:
        self.drafts: list[_Draft] = []
        self.faults: list[Fault] = []
        self.indent = 0
        self.blank = False
        self.loose = False
        """Whether the last lines belonged to no option, so that the next option comes after a gap."""

    def fault(self, line: Line, rule: str, what: str, remedy: str) -> None:
        self.faults.append(Fault(index=line.index, rule=rule, what=what, remedy=remedy))

    def read(self, line: Line) -> None:
        if not line.text.strip():
            self.blank = True
            if self.drafts:
                (self.drafts[-1].last or self.drafts[-1].text).append(line)
        elif line.fenced:
            self._inside(line)
            self.blank = False
        else:
            self._structure(line)
            self.blank = False

    def _structure(self, line: Line) -> None:
        text = line.text
        if (found := _OPTION.fullmatch(text)) and (not self.drafts or len(found["indent"]) <= self.indent + 1):
            self._option(line, found["mark"] in "xX", found["text"] or "")
            self.indent = len(found["indent"])
        elif found := _BAD_MARK.fullmatch(text):
            self.fault(
                line,
                "bad-mark",
                f"`{text.strip().split(']')[0]}]` marks no option.",
                "Write `- [ ] text`, or `- [x] text` for the key.",
            )
            self._option(line, False, found["text"])
        elif found := _REASON.fullmatch(text):
            self._reason(line, found["text"])
        elif text.startswith(">"):
            self.fault(
                line,
                "stray-reason",
                "this reason is not indented, so it belongs to no option.",
                "Indent it by two spaces under its option.",
            )
            self._reason(line, text[1:].strip(), told=True)
        elif found := _BULLET.match(text):
            self._bullet(line, len(found["indent"]))
        elif text.lstrip().startswith("|") and _TABLE.fullmatch(_CODE.sub("", text)):
            self.fault(line, "option-table", "options stand in a table.", "Write each one as `- [ ] text`.")
        else:
            self._inside(line)

    def _option(self, line: Line, key: bool, text: str) -> None:
        if _INLINE.search(" " + _CODE.sub("", text)):
            self.fault(line, "option-line", "two options stand on one line.", "Write each on a line of its own.")
        draft = _Draft(key, [Line(index=line.index, text=text)])
        draft.last = draft.text
        self.drafts.append(draft)
        self.loose = False

    def _reason(self, line: Line, text: str, told: bool = False) -> None:
        if self.drafts:
            self.drafts[-1].reason.append(Line(index=line.index, text=text))
            self.drafts[-1].last = self.drafts[-1].reason
        elif not told:
            self.fault(
                line,
                "stray-reason",
                "this reason stands under no option.",
                "Put it under the option it explains, indented by two spaces.",
            )

    def _bullet(self, line: Line, indent: int) -> None:
        if indent > self.indent:
            self.fault(
                line,
                "reason-bullet",
                "a list stands under an option.",
                "Write a reason as a quote: two spaces, `> `, and the text.",
            )
            self._reason(line, line.text.strip()[1:].strip(), told=True)
        else:
            self.fault(line, "bad-mark", "this item of the list is no option.", "Write `- [ ] text`.")
            self._option(line, False, line.text.strip()[1:].strip())

    def _inside(self, line: Line) -> None:
        """A line that goes on with an option, or belongs to none."""
        indented = line.text.startswith(" ")
        draft = self.drafts[-1] if self.drafts else None
        if draft and draft.last is not None and (indented or (not self.blank and not line.fenced and not self.loose)):
            target = draft.text if indented and (self.blank or line.fenced) else draft.last
            target.append(line)
            draft.last = target
        elif not self.loose:
            self.loose = True
            self.fault(
                line,
                "loose-text",
                "this text stands after an option and belongs to none.",
                "Indent it under its option, or put it above the options.",
            )


def read_options(lines: Sequence[Line]) -> tuple[tuple[Option, ...], list[Fault]]:
    """The options of a body's lines, from the first option on, and what is wrong with them."""
    reader = _Reader()
    for line in lines:
        reader.read(line)
    return tuple(_finish(draft, reader.faults) for draft in reader.drafts), reader.faults


def _finish(draft: _Draft, faults: list[Fault]) -> Option:
    id, text = identify(dedent(draft.text), "option", faults)
    reason = draft.reason
    while reason and not reason[-1].text.strip():
        reason = reason[:-1]
    start = reason[0].index if reason else text.start
    return Option(id=id, key=draft.key, text=text, reason=Text(start=start, lines=tuple(line.text for line in reason)))


def identify(text: Text, what: str, faults: list[Fault]) -> tuple[str, Text]:
    """The id of an option or a concept, from its `{#name}` or its words, and its text without the name."""
    name, text = _name(text)
    if name and not ID.fullmatch(name):
        faults.append(
            Fault(
                index=text.start,
                rule="bad-id",
                what=f"the {what}'s name `{name}` is malformed.",
                remedy="Use lower-case letters, digits, `.`, `_` and `-`.",
            )
        )
    return name or option_id(text), text


def _name(text: Text) -> tuple[str, Text]:
    """The name at the end of an option's first line or of its text, and the text without it."""
    lines = list(text.lines)
    for at in (0, len(lines) - 1):
        if lines and (found := _NAME.search(lines[at])):
            lines[at] = lines[at][: found.start()]
            return found["name"], Text(start=text.start, lines=tuple(lines))
    return "", text


def dedent(lines: Sequence[Line]) -> Text:
    """A list item's text: its first line as it is, the others without the indentation that makes them part of it."""
    rest = [line.text for line in lines[1:]]
    width = min((len(text) - len(text.lstrip()) for text in rest if text.startswith(" ") and text.strip()), default=0)
    kept = [lines[0].text, *(text[width:] if text[:width].isspace() else text.strip() for text in rest)]
    while len(kept) > 1 and not kept[-1].strip():
        kept.pop()
    return Text(start=lines[0].index, lines=tuple(kept))
