"""From a region to its sections: stem, options and labelled parts, and what is wrong with how they are written.

Every fault knows the line to edit.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..model.items import Concept, Option, Part
from ..model.kind import AnswerForm
from ..model.page import Line, Region
from ..model.problems import Fault
from ..model.rule_names import Rule
from ..model.text import Text
from ..model.vocabulary import LABELS
from .labels import COMMON_LABELS, SiteLabels, find_label, split_label
from .lookalikes import has_odd, straighten_entry, straighten_lead, to_fault
from .options import begins_options, dedent, find_first, identify, is_option, read_options, read_plain_options
from .patterns import BULLETED
from .typed.answer_block import find_answers

_STEP = re.compile(r"\d+[.)](?: +(?P<text>.*))?")
_LIST = re.compile(r"(?:[-*+]|\d+[.)]) ")
_GIVES_AWAY = re.compile(
    r"\s*[>|]|\s*[-*+]\s|\s*\d+[.)]\s|.*\[[^\]]{0,2}\]|\s*\*\*|\s*__|"
    rf"\s*(?:{'|'.join(LABELS.values())})s?\W*:",
    re.IGNORECASE,
)


def prompt(stem: Text) -> Text:
    """The first paragraph of a stem, as far as a faulty item may show it without giving anything away."""
    lines = []
    for line in stem.lines:
        if not line.strip() or line.lstrip().startswith(("```", "~~~")) or _GIVES_AWAY.match(line):
            break
        lines.append(line)
    return Text(start=stem.start, lines=tuple(lines))


class Sections:
    """A block's body, cut at its labels, and its stem cut from the options. The pieces are runs of its lines."""

    __slots__ = ("_labels", "_sample", "_site", "answers", "body", "end", "ends", "faults", "stem")

    def __init__(self, region: Region, *, answers: AnswerForm, labels: SiteLabels = COMMON_LABELS) -> None:
        """Cut the body of a region; its stem ends where `answers` of that form begin."""
        self.body = body = region.body
        self._site = labels
        self._sample = -1
        """The last line with a label in indented code."""
        self.faults: list[Fault] = []
        """What is wrong with how the block is written; whoever reads on adds to it."""
        self._labels: list[tuple[str, int, str]] = []
        """Name and label's line of each part, and what stands behind the label."""
        self.answers: int | None = None
        """The line where options, or other answers, begin."""
        self._cut(body.texts, body.fenced, answers == "options")
        last = len(body.texts)
        self.end = self._labels[0][1] if self._labels else last
        """Where stem and options end."""
        self.ends = [*[line for _, line, _ in self._labels[1:]], last] if self._labels else []
        """Where each part ends."""
        if answers and answers != "options":
            self.answers = find_answers(body[: self.end], answers)
        self.stem = self.text(0, self.end if self.answers is None else self.answers, region.start + 1)

    def _cut(self, texts: Sequence[str], fenced: bytes, has_options: bool) -> None:
        marks = [
            (i, text)
            for i, text in enumerate(texts)
            if ("**" in text or "__" in text or (has_options and "[" in text)) and not fenced[i]
        ]
        for i, text in marks:
            mark = has_options and "[" in text
            if label := self._read_label(i, text):
                name, first = label
                seen = first[:1].isascii() or straighten_lead(first).strip()
                self._labels.append((name, i, first if seen else ""))
            elif mark and self.answers is None and not self._labels and begins_options(text):
                self.answers = find_first(self.body, i)
            elif mark and self._labels and is_option(text):
                self._misplaced(i)

    def read_parts(self) -> tuple[Part, ...]:
        """Read the labelled parts, in order."""
        return tuple([self._part(number, end) for number, end in enumerate(self.ends)])

    def read_options(self) -> tuple[Option, ...]:
        """Read the task list between stem and parts."""
        if self.answers is None:
            return ()
        if plain := read_plain_options(self.body, self.answers, self.end):
            return plain
        options, faults = read_options(self.answer_lines())
        self.faults += faults
        return options

    def answer_lines(self) -> list[Line]:
        """The lines of the answers between stem and parts."""
        return [] if self.answers is None else self.body[self.answers : self.end]

    def answer_text(self, count: int | None = None) -> Text:
        """The same, or the first lines of them, as they stand."""
        if self.answers is None:
            return Text(0)
        stop = self.end if count is None else self.answers + count
        return self.text(self.answers, stop, self.body.at[self.answers])

    def has_tasks(self) -> bool:
        """Whether the answers begin with a task list."""
        return self.answers is not None and begins_options(self.body.texts[self.answers])

    def read_concepts(self) -> tuple[Concept, ...]:
        """Read the list of the part `Concepts`."""
        numbers = [number for number, (name, _, _) in enumerate(self._labels) if name == "concepts"]
        texts, loose = read_list([line for number in numbers for line in self.lines(number)], BULLETED, self.faults)
        for line in loose:
            what = "this text is not part of the list of concepts."
            self.faults.append(Fault(line.at, "concepts-list", what, "Write each concept as `- text`."))
        named = (identify(text, "concept", self.faults) for text in texts)
        return tuple([Concept(name=name, text=text) for name, text in named])

    def _part(self, number: int, end: int) -> Part:
        name, label, first = self._labels[number]
        line = self.body.at[label]
        text = self.text(label + 1, end, line, first)
        steps: tuple[Text, ...] = ()
        if name == "solution" and text:
            steps, loose = self._read_steps(number)
            what = "this text is not part of the numbered list of steps."
            remedy = "Write each step as `1. **Title.** text`, and indent everything else that belongs to it."
            self.faults += [Fault(each.at, "solution-list", what, remedy) for each in loose]
        return Part(name, line, text, steps)

    def _read_steps(self, number: int) -> tuple[tuple[Text, ...], list[Line]]:
        """The steps of a solution, and where lines begin that belong to none."""
        body, start, stop = self.body, self._labels[number][1] + 1, self.ends[number]
        if not self._labels[number][2] and 1 not in body.fenced[start:stop]:
            steps = read_plain_entries(body.texts[start:stop], body.at[start:stop], _STEP)
            if steps:
                return steps, []
        return read_list(self.lines(number), _STEP, self.faults)

    def text(self, start: int, stop: int, at: int, first: str = "") -> Text:
        """What stands in some lines, without the blank ones at both ends.

        `at` is where it stands if they are all blank. `first` stands above them, in the line before.
        """
        texts = self.body.texts
        while stop > start and (not texts[stop - 1] or texts[stop - 1].isspace()):
            stop -= 1
        if first:
            # A bullet after a label begins a list, since parts often are lists.
            return Text(at, (first, *texts[start:stop]), inline=first[0] not in "-*+" or not BULLETED.fullmatch(first))
        while start < stop and (not texts[start] or texts[start].isspace()):
            start += 1
        return Text(self.body.at[start], texts[start:stop]) if start < stop else Text(at)

    def lines(self, number: int) -> list[Line]:
        """The lines of a part."""
        _, label, first = self._labels[number]
        return [Line(self.body.at[label], first), *self.body[label + 1 : self.ends[number]]]

    def _blank_above(self, i: int) -> bool:
        above = self.body.texts[i - 1] if i else ""
        return not above or not straighten_lead(above).strip()

    def _read_label(self, i: int, text: str) -> tuple[str, str] | None:
        """The part that begins with this line, if any, and what comes after its label."""
        start, colon, first = text.partition(":**")
        if colon and (name := self._site.starts.get(start)) and not (i and self.body.texts[i - 1]):
            return name, first.strip()
        bare = text.lstrip(" ")
        return self._label(i, text, bare) if bare.startswith(("**", "__")) else None

    def _label(self, i: int, text: str, bare: str) -> tuple[str, str] | None:
        """The same for any line that begins in bold. A label that is not quite one counts, and is a fault."""
        found = split_label(bare)
        name = self._site.find(found[0]) if found else None
        if len(bare) < len(text):
            return (name, found[1]) if found and name and self._indented(i, text, bare, name) else None
        if found and name:
            if not self._blank_above(i):
                what = "is directly below another line, so it would become part of that text."
                self._fault(i, "label-blank", f"`**{self._site.write(name)}:**` {what}", "Put a blank line above it.")
            return name, found[1]
        if self._blank_above(i) and (name := self._site.find_bare(bare)):
            self._fault(
                i, "unknown-label", f"`{bare.strip()}` has no colon.", f"Write `**{self._site.write(name)}:**`."
            )
            return name, found[1] if found else ""
        near = self._site.find_near(found[0]) if found else None
        if not found or not near:
            return None
        what = f"there is no label `{found[0].capitalize()}`."
        self._fault(i, "unknown-label", what, f"Did you mean `**{self._site.write(near)}:**`?")
        return near, found[1]

    def _indented(self, i: int, text: str, bare: str, name: str) -> bool:
        """Whether a label is one though its indentation makes it a piece of the stem or of an option."""
        in_options = self.answers is not None
        below_label = self._labels and not self.body.texts[self._labels[-1][1]].startswith(" ")
        if below_label or not (in_options or self._blank_above(i)):
            return False
        if (len(text) - len(bare) > 7) if in_options else self._is_sample(i):
            return False
        self._fault(i, "label-indent", f"`**{self._site.write(name)}:**` is indented.", "Remove the spaces before it.")
        return True

    def _is_sample(self, i: int) -> bool:
        """Whether an indented line of the stem continues indented code that began above it."""
        texts, code = self.body.texts, False
        for at in range(i - 1, -1, -1):
            if self._labels and at == self._labels[-1][1]:
                return False
            if at == self._sample:
                code = True
                break
            if texts[at].startswith("    "):
                code = code or not find_label(texts[at].lstrip())
            elif texts[at].strip():
                code = code and not _LIST.match(texts[at].lstrip())
                break
        self._sample = i if code else self._sample
        return code

    def _misplaced(self, i: int) -> None:
        """An option below a part, of which it would be a piece."""
        if not self.faults or self.faults[-1].rule != "option-place":
            label = self._site.write(self._labels[-1][0])
            what = f"this option is below `**{label}:**`, so it would become part of that text."
            self._fault(i, "option-place", what, "Put all options above the first label.")

    def _fault(self, i: int, rule: Rule, what: str, remedy: str) -> None:
        self.faults.append(Fault(self.body.at[i], rule, what, remedy))


def read_list(lines: list[Line], marker: re.Pattern[str], faults: list[Fault]) -> tuple[tuple[Text, ...], list[Line]]:
    """Read a list: its entries, and where lines begin that belong to none.

    What is not what it looks like is added to `faults`, and read as it was meant.
    """
    for number, line in enumerate(lines) if has_odd("".join([line.text for line in lines])) else ():
        if not line.fenced and has_odd(line.text) and not marker.fullmatch(line.text):
            text = straighten_entry(line.text)
            if marker.fullmatch(text) and not line.text.startswith("  "):
                faults.append(to_fault(line.at, line.text, text))
                lines[number] = line._replace(text=text)
    return _read_list(lines, marker)


def _read_list(lines: Sequence[Line], marker: re.Pattern[str]) -> tuple[tuple[Text, ...], list[Line]]:
    """The items of a list, and where lines begin that belong to none."""
    steps: list[list[Line]] = []
    loose: list[Line] = []
    blank, lost = True, False
    for line in lines:
        full = bool(line.text.strip())
        found = marker.fullmatch(line.text) if full and not line.fenced else None
        if found:
            steps.append([Line(line.at, found["text"] or "")])
            lost = False
        elif not full or (steps and (line.text.startswith(" ") or not (blank or line.fenced or lost))):
            if steps:
                steps[-1].append(line)
        elif not lost:
            loose.append(line)
            lost = True
        blank = not full
    return tuple([_apart(dedent(step), step) for step in steps]), loose


def read_plain_entries(texts: Sequence[str], at: Sequence[int], marker: re.Pattern[str]) -> tuple[Text, ...]:
    """The items of a list in lines outside of code, where each is one line; nothing where there is more.

    `at` are the positions of the lines in the page. `read_list` finds the same in these.
    """
    entries = []
    for text, line in zip(texts, at, strict=True):
        if text and not text.isspace():
            found = marker.fullmatch(text)
            if not found:
                return ()
            entries.append(Text(line, (found["text"] or "",), inline=True))
    return tuple(entries)


def _apart(text: Text, lines: Sequence[Line]) -> Text:
    """A step's text with a blank line above a list right under its first paragraph, as in any list item."""
    for at, line in enumerate(text.lines[1:], 1):
        if not line.strip() or lines[at].fenced:
            break
        if _LIST.match(line):
            return text._replace(lines=(*text.lines[:at], "", *text.lines[at:]))
    return text
