"""The task list of a choice question: options, marks and reasons."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..model.identity import why_not
from ..model.items import Option
from ..model.page import Body, Line
from ..model.problems import Fault
from ..model.rule_names import Rule
from ..model.text import Text
from .lookalikes import has_odd, straighten_entry, straighten_lead, to_fault
from .patterns import CODE_FENCE_LINE, INLINE_CODE, OPTION

_NESTED = re.compile(r"(?P<indent> {2,})[-*+] +\[[ xX]\](?: +(?P<text>.*))?")
_BAD_MARK = re.compile(r" {0,3}(?:[-*+]|\d+[.)]) *\[(?P<mark>[^\]\[(^\d]{0,2})\](?![(\[:]) *(?P<text>.*)")
_BULLET = re.compile(r"(?P<indent> *)(?P<sign>[-*+]|\d+[.)])(?: |$)")
_REASON = re.compile(r"(?P<indent> {1,7})> ?(?P<text>.*)")
_TABLE = re.compile(r" *\|.*\[[ xX]\].*\|")
_INLINE = re.compile(r"\s[-*+] \[[ xX]\]\s|\s\[[xX]\]\s+\S")
_NAME = re.compile(r"\s*\{ *#(?P<name>[^\s}]+) *\}$")
_PLAIN = re.compile(r"- \[([ xX])\] +([^\[]*[^\[} ])")
_PLAIN_REASON = "  > "


def is_option(text: str) -> bool:
    """Whether a line of the body outside of code is a well-made option."""
    return "[" in text and OPTION.fullmatch(text) is not None


def begins_options(text: str) -> bool:
    """Whether a line of the body outside of code is where the stem ends and the options begin, well made or not."""
    return "[" in text and (bool(OPTION.fullmatch(text) or _BAD_MARK.fullmatch(text)) or _is_table(text))


def find_first(body: Body, option: int) -> int:
    """Where the list of options begins: items without a mark, and reasons without an option, may stand above it.

    `option` is the first line that looks like an option. A list with another sign is another list.
    """
    sign = _BULLET.match(body.texts[option])
    first = option
    blank = False
    for at in range(option - 1, -1, -1):
        text = body.texts[at]
        if not text.strip():
            blank = True
            continue
        found = None if body.fenced[at] else _BULLET.match(text)
        reason = None if body.fenced[at] else _REASON.fullmatch(text)
        if (found and sign and len(found["indent"]) < 4 and found["sign"][-1] == sign["sign"][-1]) or (
            reason and (len(reason["indent"]) < 4 or not blank)
        ):
            first = at
        elif not text.startswith(" "):
            break
    return first


def _is_table(text: str) -> bool:
    return text.lstrip().startswith("|") and _TABLE.fullmatch(INLINE_CODE.sub("", text)) is not None


class _Draft:
    def __init__(self, key: bool, first: Line) -> None:
        self.key = key
        self.text = [first]
        self.reason: list[Line] = []
        self.last = self.text
        """Where a line without blank line above it goes on: the text or the reason."""


class _Reader:
    def __init__(self) -> None:
        self.drafts: list[_Draft] = []
        self.faults: list[Fault] = []
        self.indent = 0
        self.marked = False
        """Whether a well-made option has come."""
        self.blank = False
        self.fence: str | None = None
        """The current code fence, empty where its first line is the option itself; None outside of fences."""
        self.quoted = False
        """Whether the current code fence is in a reason."""
        self.loose = False
        """Whether the last lines belonged to no option, so that the next option comes after a gap."""

    def fault(self, line: Line, rule: Rule, what: str, remedy: str) -> None:
        self.faults.append(Fault(index=line.at, rule=rule, what=what, remedy=remedy))

    def read(self, line: Line) -> None:
        if not line.fenced and has_odd(line.text):
            line = self._straighten(line)
        if line.fenced:
            self._code(line)
        elif line.text.strip():
            self._structure(line)
        elif self.drafts:
            self.drafts[-1].last.append(line)
        self.fence = self.fence if line.fenced else None
        self.blank = not line.text.strip()

    def _straighten(self, line: Line) -> Line:
        """A line as it was meant, reported where it is a reason, an item without a mark, or indented text."""
        text = straighten_lead(line.text)
        bare = text.lstrip(" ")
        if text == line.text or not (bare.startswith(">") or (text != bare and self.blank)):
            text = line.text
            if len(text) - len(text.lstrip(" ")) <= self.indent:
                text = straighten_entry(text)
        if text == line.text:
            return line
        self.faults.append(to_fault(line.at, line.text, text))
        return line._replace(text=text)

    def _code(self, line: Line) -> None:
        """A line of a code fence: it belongs where the first line of the fence belongs."""
        reason = _REASON.fullmatch(line.text)
        opens = self.fence is None
        if opens:
            found = CODE_FENCE_LINE.fullmatch(line.text)
            self.fence, self.quoted = found["fence"] if found else "", reason is not None
        if self.quoted:
            self._reason(line, reason["text"] if reason else line.text.strip(" >"))
        elif self.drafts and not opens:
            self.drafts[-1].last.append(line)
        else:
            self._inside(line)
        if not opens and line.text.strip(" >") == self.fence:
            self.fence = None

    def _structure(self, line: Line) -> None:
        bare = line.text.lstrip(" ")
        if bare[0] == ">":
            self._quote(line, len(line.text) - len(bare), bare[1:].removeprefix(" "))
        elif bare[0] in "-*+0123456789":
            self._row(line)
        elif bare[0] == "|" and _is_table(bare):
            if not any(fault.rule == "option-table" for fault in self.faults):
                self.fault(line, "option-table", "the options are in a table.", "Write each one as `- [ ] text`.")
        else:
            self._inside(line)

    def _quote(self, line: Line, indent: int, text: str) -> None:
        if indent > 7:
            self._inside(line)
            return
        if not indent:
            self.fault(
                line,
                "stray-reason",
                "this reason is not indented, so it does not belong to any option.",
                "Indent it by two spaces under its option.",
            )
        self._reason(line, text, told=not indent)

    def _row(self, line: Line) -> None:
        """An item of a list, well made or not, or text that only begins like one."""
        text = line.text
        if found := OPTION.fullmatch(text):
            self._mark(line, found)
        elif found := _NESTED.fullmatch(text):
            self._under(line, found)
        elif found := _BAD_MARK.fullmatch(text):
            self.fault(
                line,
                "bad-mark",
                f"`{text.strip().split(']')[0]}]` does not mark an option.",
                "Write `- [ ] text`, or `- [x] text` for the right option, with exactly these spaces.",
            )
            self._option(line, False, found["text"])
        elif (found := _BULLET.match(text)) and (found["sign"] in "-*+" or len(found["indent"]) <= self.indent):
            self._bullet(line, found)
        else:
            self._inside(line)

    def _mark(self, line: Line, found: re.Match[str]) -> None:
        if self.drafts and len(found["indent"]) > self.indent + 1:
            self._under(line, found)
            return
        self._option(line, found["mark"] in "xX", found["text"] or "")
        self.indent = len(found["indent"])
        self.marked = True

    def _under(self, line: Line, found: re.Match[str]) -> None:
        """An option that is indented under another one."""
        self.fault(line, "bad-mark", "this option is indented under another one.", "Indent it like the first option.")
        self._option(line, False, found["text"] or "")

    def _option(self, line: Line, key: bool, text: str) -> None:
        if "[" in text and _INLINE.search(" " + INLINE_CODE.sub("", text)):
            self.fault(
                line,
                "option-line",
                "there are two options on this line.",
                "Write each on a line of its own, or put `[x]` in backticks if it is part of the text.",
            )
        self.drafts.append(_Draft(key, Line(at=line.at, text=text)))
        self.loose = False

    def _reason(self, line: Line, text: str, told: bool = False) -> None:
        if self.drafts:
            self.drafts[-1].reason.append(Line(at=line.at, text=text))
            self.drafts[-1].last = self.drafts[-1].reason
        elif not told and not any(fault.rule == "stray-reason" for fault in self.faults):
            self.fault(
                line,
                "stray-reason",
                "this reason is not below an option.",
                "Put it under the option it explains, indented by two spaces.",
            )

    def _bullet(self, line: Line, found: re.Match[str]) -> None:
        text = line.text[found.end() :].strip()
        if self.drafts and len(found["indent"]) > self.indent:
            self.fault(
                line,
                "reason-bullet",
                "this list is indented under an option.",
                "If it belongs to the option, number it (`1. `). If it is the reason, write it as a quote: two spaces, "
                "`> `, and the text.",
            )
            self._reason(line, text, told=True)
        else:
            self.fault(
                line,
                "bad-mark",
                "this list item is not an option.",
                "Write `- [ ] text`, or `- [x] text` for the right option."
                if self.marked
                else "Write `- [ ] text`, or put a sentence between this list and the options.",
            )
            self._option(line, False, text)

    def _inside(self, line: Line) -> None:
        """A line that goes on with an option, or belongs to none."""
        indented = line.text.startswith(" ")
        draft = self.drafts[-1] if self.drafts else None
        if draft and (indented or (not self.blank and not line.fenced and not self.loose)):
            target = draft.text if indented and (self.blank or line.fenced) else draft.last
            if target is not draft.last:
                target.append(Line(at=line.at, text=""))
            target.append(line)
            draft.last = target
        elif not self.loose:
            self.loose = True
            self.fault(
                line,
                "loose-text",
                "this text comes after an option and does not belong to any.",
                "Indent it under its option, move it above the options, or start it with a label such as "
                "`**Explanation:**`.",
            )


def read_plain_options(body: Body, start: int, stop: int) -> tuple[Option, ...]:
    """The options in some lines of a body, where they hold what most do: options and reasons in ordinary characters.

    Nothing where they hold more, which is for `read_options`. It finds the same in these.
    """
    texts = body.texts
    if 1 in body.fenced[start:stop] or has_odd("".join(texts[start:stop])):
        return ()
    options: list[Option] = []
    i = start
    while i < stop:
        if not (found := _PLAIN.fullmatch(texts[i])):
            return ()
        mark, text = found.groups()
        at = above = body.at[i]
        first = i = i + 1
        while i < stop and texts[i].startswith(_PLAIN_REASON):
            i += 1
        reason = tuple([line[len(_PLAIN_REASON) :] for line in texts[first:i]])
        if reason:
            above = body.at[first]
            if not reason[-1].strip():
                return ()
        while i < stop and not texts[i]:
            i += 1
        options.append(Option("", mark != " ", Text(at, (text,), inline=True), Text(above, reason)))
    return tuple(options)


def read_options(lines: Sequence[Line]) -> tuple[tuple[Option, ...], list[Fault]]:
    """The options of a body's lines, from the first option on, and what is wrong with them."""
    reader = _Reader()
    for line in lines:
        reader.read(line)
    return tuple(_finish(draft, reader.faults) for draft in reader.drafts), reader.faults


def _finish(draft: _Draft, faults: list[Fault]) -> Option:
    name, text = identify(dedent(draft.text), "option", faults)
    reason = draft.reason
    while reason and not reason[-1].text.strip():
        reason.pop()
    start = reason[0].at if reason else text.start
    return Option(name=name, key=draft.key, text=text, reason=Text(start, tuple([line.text for line in reason])))


def identify(text: Text, what: str, faults: list[Fault]) -> tuple[str, Text]:
    """The name of an option or a concept, from its `{#name}`, and its text without the name."""
    name, text = _name(text)
    wrong = why_not(name, each=f"the {what} name", several="names") if name else ""
    if wrong:
        faults.append(Fault(index=text.start, rule="bad-id", what=wrong, remedy="Choose another name."))
    return name, text


def _name(text: Text) -> tuple[str, Text]:
    """The name at the end of an option's first line or of its text, and the text without it."""
    if not text.lines or not (text.lines[0].endswith("}") or text.lines[-1].endswith("}")):
        return "", text
    lines = list(text.lines)
    for at in (0, len(lines) - 1):
        if lines[at].endswith("}") and (found := _NAME.search(lines[at])):
            lines[at] = lines[at][: found.start()]
            return found["name"], text._replace(lines=tuple(lines))
    return "", text


def dedent(lines: Sequence[Line]) -> Text:
    """A list item's text: its first line as it is, the others without the indentation that makes them part of it.

    Code in the item may be indented further. Where all is indented by eight columns or more, four of them make it part
    of the item, as in Python-Markdown, and the rest makes it code.
    """
    stop = len(lines)
    while stop > 1 and not lines[stop - 1].text.strip():
        stop -= 1
    if stop == 1:
        return Text(lines[0].at, (lines[0].text,), inline=True)
    rest = [line.text for line in lines[1:stop]]
    width = min((len(text) - len(text.lstrip()) for text in rest if text.startswith(" ") and text.strip()), default=0)
    width = width if width < 8 else 4
    kept = [text[width:] if text[:width].isspace() else text.strip() for text in rest]
    return Text(lines[0].at, (lines[0].text, *kept), inline=True)
