"""Characters that look like a space, a hyphen, a bracket, `|`, `=` or `x`, or like nothing, where the syntax has these.

Word processors, web pages and keyboards for other languages write them. Markdown takes them for letters, so that an
option joins the line above it, or a closing fence is no fence. A line is read as it was meant, and reported.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from ..model.problems import Fault
from ..model.vocabulary import ALL_KINDS
from .code_fences import FenceMap, map_fences
from .labels import find_label
from .patterns import INVISIBLE, ODD_SPACES, SPACES

_DASHES = "\u058a\u05be\u1806\u2010-\u2015\u2043\u207b\u208b\u2212\u2796\u2e3a\u2e3b\u30fc\ufe31\ufe58\ufe63\uff0d"
_BULLETS = "\xb7\u2022\u2023\u2027\u2219\u22c5\u25a0\u25a1\u25aa\u25ab\u25b8\u25ba\u25cb\u25cf\u25e6\u2756\u27a4\uf0b7"
_CROSSES = "\u03a7\u03c7\u0425\u0445\u04b2\u04b3\u2169\u2179\uff38\uff58"
_OPENING = "\u2045\u2772\u27e6\u298b\u3010\u3014\u3016\u3018\u301a\ufe47\ufe5d\uff3b"
_CLOSING = "\u2046\u2773\u27e7\u298c\u3011\u3015\u3017\u3019\u301b\ufe48\ufe5e\uff3d"
_BARS = "\u01c0\u2223\u23d0\u2502\u2503\u2758\u2759\u4e28\uff5c\uffe8"
_EQUALS = "\u207c\u208c\u2e40\u30a0\ua78a\ufe66\uff1d"

_GAP = rf"[ \t{ODD_SPACES}]*"
_ODD = re.compile(f"[{ODD_SPACES}{_DASHES}{_BULLETS}{_CROSSES}{_OPENING}{_CLOSING}{_BARS}{_EQUALS}]")
_SPACE = re.compile(f"[{SPACES}]")
_NOTHING = re.compile(f"[{INVISIBLE}]")
_DASH = re.compile(f"[{_DASHES}]")
_CROSS = re.compile(f"[{_CROSSES}]")
_BRACKET = re.compile(f"[{_OPENING}{_CLOSING}]")
_EQUAL = re.compile(rf"((?:^|[\s|])[A-Za-z][\w-]*{_GAP})[{_EQUALS}]")
_BAR = re.compile(rf"(/{{2,}}{_GAP}(?:{'|'.join(ALL_KINDS)}){_GAP})[{_BARS}]")
_BAR_SIGN = re.compile(f"[{_BARS}]")
_EQUAL_SIGN = re.compile(f"[{_EQUALS}]")
_AROUND_EQUAL = re.compile(rf"(?<=[\w-])[{SPACES}]+(?==)|(?<==)[{SPACES}]+(?=\S|$)")
_BREAK = re.compile(rf"[\x0b\x0c\x1c-\x1e\x85\u2028\u2029](?=[ \t]*(?:[-*+{_DASHES}{_BULLETS}>] ?|\*\*|__|/{{3}}))")
_LEAD = re.compile(rf"[> \t{ODD_SPACES}]*")
_BLANKS = f" \t{INVISIBLE}{SPACES}"
_QUOTED = re.compile(r'("[^"]*")')
_FENCE_OR_HEADER = re.compile(rf"/{{2,}} *(?:(?P<name>{'|'.join(ALL_KINDS)})(?P<rest> *\|.*| *)|)")
_OPTION = re.compile(
    rf"(?P<sign>[-*+{_DASHES}{_BULLETS}]|\d+[.)])(?P<gap>{_GAP})"
    rf"\[(?P<mark>[^\]\[]{{0,4}})\](?![(\[:])(?P<after>{_GAP})(?P<text>.*)",
    re.DOTALL,
)
_ODD_OPTION = re.compile(
    rf"(?P<sign>[-*+{_DASHES}{_BULLETS}]|\d+[.)]){_GAP}[\[{_OPENING}](?P<mark>{_GAP}[xX{_CROSSES}]?{_GAP})"
    rf"[\]{_CLOSING}]{_GAP}(?P<text>.*)",
    re.DOTALL,
)
"""An option with other brackets."""
_ENTRY = re.compile(rf"(?P<sign>[-*+{_DASHES}{_BULLETS}]|\d+[.)])(?P<gap>[ \t{ODD_SPACES}]+)(?P<text>.*)", re.DOTALL)
_LABEL = re.compile(r"(?P<label>(?:\*\*|__)[^*_]{1,60}(?:\*\*|__)[^\w]{0,3})(?P<text>.*)", re.DOTALL)
_CODE = re.compile(r"(?:`{3,}|~{3,})[\w.+#-]*")


@dataclass(slots=True)
class Straightened:
    """A page as it was meant."""

    lines: tuple[str, ...]
    map: FenceMap
    faults: list[Fault] = field(default_factory=list)
    """What is wrong with the lines that were not written so, in order."""
    code: list[Fault] = field(default_factory=list)
    """What is wrong with the lines that are not written as code, but may be meant as such; they stay as they are."""

    def faults_in(self, start: int, end: int) -> list[Fault]:
        """What is wrong with the lines of a block."""
        return _between(self.faults, start, end) if self.faults else []

    def near_code(self, fence: int, start: int, end: int) -> Fault | None:
        """What may keep a code fence of a block from being one, at the line nearest to it."""
        inside = _between(self.code, start, end)
        return min(inside, key=lambda fault: abs(fault.index - fence), default=None)


def _between(faults: Sequence[Fault], start: int, end: int) -> list[Fault]:
    first = bisect_left(faults, start, key=lambda fault: fault.index)
    return list(faults[first : bisect_right(faults, end, key=lambda fault: fault.index)])


def straighten_page(lines: Sequence[str], *, relaxed: bool = False) -> Straightened:
    """Read a page as it was meant; code and comments stay as they are. For `relaxed` see `map_fences`."""
    found = map_fences(lines, relaxed=relaxed)
    page = Straightened(tuple(lines), found)
    odd = [] if _is_plain("".join(lines)) else [i for i, line in enumerate(lines) if has_odd(line)]
    plain = {i: straighten(lines[i]) for i in odd if not found.fenced[i] and not found.comment[i]}
    for i, text in plain.items():
        line = lines[i]
        if text != line:
            page.faults.append(to_fault(i, line, text))
        elif char := breaks_line(line):
            page.faults.append(to_break_fault(i, char))
        elif (code := straighten_code(line)) != line or (code := straighten_lead(line)) != line:
            page.code.append(to_fault(i, line, code))
    if page.faults:
        page.lines = tuple([plain.get(i, line) for i, line in enumerate(lines)])
        page.map = map_fences(page.lines, relaxed=relaxed)
    return page


def has_odd(text: str) -> bool:
    """Whether a text has such a character at all, which few have."""
    return not _is_plain(text) and _ODD.search(text) is not None


def _is_plain(text: str) -> bool:
    """Whether a text without line breaks has ordinary characters only, as most have: a quick first look."""
    return text.isascii() and text.isprintable()


def straighten(line: str) -> str:
    """A line with the real characters, where it is a header, a fence, an option or a label; else as it is."""
    lead, bare = _split(line)
    for read in (_fence, _option, _label):
        if plain := read(lead, bare):
            return plain
    return line


def straighten_code(line: str) -> str:
    """A line with the real characters around a code fence; else as it is."""
    lead, bare = _split(line)
    plain = _plain(bare).rstrip()
    return _plain(lead) + plain if _CODE.fullmatch(plain) else line


def straighten_lead(line: str) -> str:
    """A line with real spaces as its indentation."""
    if _is_plain(line):
        return line
    lead, bare = _split(line)
    return _plain(lead) + bare


def straighten_entry(line: str) -> str:
    """A line with the real characters, where it begins with a bullet or a number; else as it is."""
    lead, bare = _split(line)
    found = _ENTRY.fullmatch(bare)
    return _margin(lead) + _sign(found["sign"]) + (_plain(found["gap"]) or " ") + found["text"] if found else line


def mend(line: str) -> str:
    """A line that was reported, with the real characters."""
    for read in (straighten, straighten_code, straighten_entry, straighten_lead):
        if (plain := read(line)) != line:
            return plain
    return line


def breaks_line(line: str) -> str:
    """The character that looks like a line break where a line of its own is meant; or nothing."""
    found = _BREAK.search(line, len(_split(line)[0]))
    return found[0] if found else ""


def to_fault(at: int, line: str, plain: str) -> Fault:
    """The fault of a line that is not what it should be."""
    place = next((n for n, (a, b) in enumerate(zip(line, plain, strict=False)) if a != b), len(plain))
    odd = line[place : place + 1]
    if _SPACE.match(odd) and "=" in (plain[place : place + 1], plain[max(place - 1, 0) : place]):
        what, remedy = "next to `=`, where the syntax needs nothing.", "Delete it."
    elif _SPACE.match(odd):
        what, remedy = "where the syntax needs an ordinary space.", "Write an ordinary space, or delete it."
    elif _NOTHING.match(odd):
        what, remedy = "which is invisible, where the syntax needs nothing.", "Delete it."
    elif _BRACKET.match(odd):
        what, remedy = "where the syntax needs a square bracket.", "Write `[ ]` or `[x]`."
    elif _BAR_SIGN.match(odd):
        what, remedy = "where the syntax needs a vertical bar.", "Write `|`."
    elif _EQUAL_SIGN.match(odd):
        what, remedy = "where the syntax needs an equals sign.", "Write `=`."
    elif _CROSS.match(odd):
        what, remedy = "where the syntax needs the letter `x`.", "Write `[x]`."
    else:
        what, remedy = "where the syntax needs a hyphen.", "Write `-`."
    return Fault(at, "lookalike", f"there is {describe_char(odd)} {what}", f"{remedy} `recall fmt` does it for you.")


def to_break_fault(at: int, odd: str) -> Fault:
    """The fault of a line with a character that only looks like a line break."""
    what = f"there is {describe_char(odd)} where the syntax needs a line break."
    return Fault(at, "lookalike", what, "Delete it, and start a new line.")


def describe_char(char: str) -> str:
    """A character by its name and number, such as `a no-break space (U+00A0)`."""
    name = unicodedata.name(char, "control character").lower()
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name} (U+{ord(char):04X})"


def name_odd(text: str) -> str:
    """The first such character of a text, described; or nothing."""
    found = _ODD.search(text)
    return describe_char(found[0]) if found else ""


def _split(line: str) -> tuple[str, str]:
    found = _LEAD.match(line)
    assert found
    return found[0], line[found.end() :]


def _plain(text: str) -> str:
    return _NOTHING.sub("", _SPACE.sub(" ", text))


def _sign(sign: str) -> str:
    return sign if sign in "-*+" or sign[0].isdigit() else "-"


def _margin(lead: str) -> str:
    """The indentation of a line that belongs at the margin: few odd characters were hardly typed to indent it."""
    kept = re.sub(f"[{ODD_SPACES}]", "", lead)
    return kept if kept or len(lead) < 4 else _plain(lead)


def _fence(lead: str, bare: str) -> str:
    if not bare.startswith("//"):
        return ""
    bare = _BAR.sub(r"\1|", bare, count=1)
    pieces = (piece if at % 2 else _plain_settings(piece) for at, piece in enumerate(_QUOTED.split(bare)))
    plain = "".join(pieces)
    found = _FENCE_OR_HEADER.fullmatch(plain.rstrip())
    if not found or (found["name"] is None and len(plain.rstrip()) < 3):
        return ""
    return _margin(lead) + plain


def _plain_settings(text: str) -> str:
    """A piece of a header outside of quotation marks with the real characters."""
    return _DASH.sub("-", _plain(_AROUND_EQUAL.sub("", _EQUAL.sub(r"\1=", text))))


def _option(lead: str, bare: str) -> str:
    if _BRACKET.search(bare[:20]) and (odd := _ODD_OPTION.fullmatch(bare)):
        mark = "x" if odd["mark"].strip(_BLANKS) else " "
        return f"{_margin(lead)}{_sign(odd['sign'])} [{mark}] {odd['text']}".rstrip()
    found = _OPTION.fullmatch(bare)
    if not found:
        return ""
    mark = _CROSS.sub("x", _plain(found["mark"])) or (" " if found["mark"] else "")
    mark = mark if mark in ("", " ", "x", "X") else found["mark"]
    gap, after = _plain(found["gap"]), _plain(found["after"])
    if found["after"] and found["text"]:
        after = after or " "
    return f"{_margin(lead)}{_sign(found['sign'])}{gap or ' ' * bool(found['gap'])}[{mark}]{after}{found['text']}"


def _label(lead: str, bare: str) -> str:
    found = _LABEL.fullmatch(bare)
    if not found:
        return ""
    label = found["label"] if find_label(found["label"].rstrip()) else _plain(found["label"])
    if not find_label(label.rstrip()):
        return ""
    return _margin(lead) + label + found["text"]
