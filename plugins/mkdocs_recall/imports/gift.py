"""GIFT, the text format of Moodle's question bank, as `question/format/gift` of Moodle reads it."""

from __future__ import annotations

import re
from argparse import Namespace
from collections.abc import Iterator
from typing import NamedTuple

from .base import ImportFormat, Incoming, UnreadableFile
from .blanks import put_blanks
from .moodle_parts.marks import Weighed, choose_options, note_part, type_in
from .moodle_parts.own_exports import find_places, take_pairs, take_unit
from .numbers import write_range
from .question import Answer, ImportedQuestion, Pair

_ESCAPES = "\\#=~{}:*"
_HIDDEN = {char: chr(0xE100 + at) for at, char in enumerate(_ESCAPES)}
"""What stands for an escaped sign while signs are looked for."""
_SHOWN = str.maketrans({code: char for char, code in _HIDDEN.items()})
_BLANK = "\ue0ff"
"""Where the answers are in the middle of a question."""
_FORMAT = re.compile(r"\s*\[(html|moodle|plain|markdown)\]\s*")
_MARK = re.compile(r"\[(?P<name>id|tag):(?P<value>(?:\\.|[^\]\\]){0,500})\]")
_WEIGHT = re.compile(r"\s*%(?P<weight>-?\d{1,3}(?:\.\d+)?)%")
_ANSWER = re.compile(r"[=~][^=~]*")
_TAG = re.compile(r"</?[a-z][^<>]{0,200}>|&#?\w{1,12};", re.IGNORECASE)


class _Block(NamedTuple):
    line: int
    text: str
    marks: str
    """The comments above it."""


class _Choice(NamedTuple):
    """An answer as it is written."""

    sign: str
    weight: float | None
    text: str
    feedback: str

    def worth(self, several: bool = False) -> float:
        """What it is worth in percent; `several` is whether only answers with a weight are worth something."""
        if self.weight is None:
            return 100 if self.sign == "=" and not several else 0
        return self.weight


def read_gift(incoming: Incoming, asked: Namespace) -> None:
    """Read all questions of a file."""
    category, blocks = "", list(_split(incoming.text()))
    for block in blocks:
        if block.text.lstrip().startswith("$CATEGORY:"):
            path = block.text.partition(":")[2].strip()
            category = read_category(path)
            continue
        question = _Reader(incoming, block).read()
        if question:
            question.category = category
            incoming.questions.append(question)
    if not blocks:
        raise UnreadableFile("it has no questions.")


def read_category(path: str) -> str:
    """Return the last name in the path of a category."""
    names = [name.replace("\0", "/").strip() for name in path.replace("//", "\0").split("/")]
    names = [name for name in names if name and not re.fullmatch(r"\$\w+\$|top", name)]
    return " ".join(names[-1].split()) if names else ""


def _split(text: str) -> Iterator[_Block]:
    """The questions: blank lines are between them. A category may be right above one."""
    rows: list[str] = []
    marks: list[str] = []
    first = 0
    for number, line in enumerate([*text.removeprefix("\ufeff").split("\n"), ""], 1):
        bare = line.strip()
        if bare.startswith("//"):
            marks.append(bare)
        elif bare.startswith("$CATEGORY:") and not rows:
            yield _Block(number, bare, "")
        elif bare:
            first = first or number
            rows.append(line)
        else:
            if rows:
                yield _Block(first, "\n".join(rows), "\n".join(marks))
            rows, marks, first = [], [], 0


class _Reader:
    """Reads one question."""

    def __init__(self, incoming: Incoming, block: _Block) -> None:
        self.incoming = incoming
        self.block = block
        self.line = block.line
        text = re.sub("[\ue0ff-\ue110]", "\ufffd", block.text)
        text = re.sub(r"\\([\\#=~{}:*])", lambda found: _HIDDEN[found[1]], text)
        self.source = text.replace("\\n", "\n").strip()
        self.format = ""

    def read(self) -> ImportedQuestion | None:
        """Return the question; None where it is refused."""
        text = self.source
        if text.startswith("::") and (end := text.find("::", 2)) > 0:
            text = text[end + 2 :].strip()
        start, stop = text.find("{"), text.find("}")
        if start < 0 or stop < start:
            nothing = "it has no answers in braces, so it asks nothing."
            self.incoming.refuse(self.line, "it has no `}` after its answers." if start >= 0 else nothing)
            return None
        before, inside, after = text[:start].rstrip(), text[start + 1 : stop].strip(), text[stop + 1 :].strip()
        if found := _FORMAT.match(before):
            self.format, before = found[1], before[found.end() :]
        inside, _, general = inside.partition("####")
        question = ImportedQuestion(line=self.line, kind="mcq")
        tags = self._read_marks(question)
        if not self._answers(question, inside.strip(), tags):
            return None
        question.stem = put_blanks(question, self._text(_join(question.kind, before, after)), _BLANK)
        self.incoming.read_tags(question, tags)
        if question.kind == "number":
            take_unit(self.incoming, question)
        feedback = self._text(general)
        if question.kind in ("card", "explain"):
            self.incoming.add_answer(question, feedback)
        else:
            taken = take_pairs(self.incoming, question, feedback) if question.kind in ("match", "order") else feedback
            self.incoming.add_feedback(question, taken)
        return question

    def _read_marks(self, question: ImportedQuestion) -> list[str]:
        tags = []
        for found in _MARK.finditer(self.block.marks):
            value = re.sub(r"\\(.)", r"\1", found["value"]).strip()
            if found["name"] == "id":
                question.id = value
            else:
                tags.append(value)
        return tags

    def _answers(self, question: ImportedQuestion, text: str, tags: list[str]) -> bool:
        """Read what is in the braces; whether it can be carried."""
        if not text:
            question.kind = "card" if "card" in tags else "explain"
        elif found := re.fullmatch(r"(T|TRUE|F|FALSE)((?:#[^#]*){0,2})", text, re.IGNORECASE | re.DOTALL):
            self._true_false(question, found[1].upper().startswith("T"), found[2].split("#")[1:])
        elif text.startswith("#"):
            self._number(question, text[1:].strip())
        elif "~" in text:
            return self._choice(question, text)
        elif re.match(r"\s*=.*->", text, re.DOTALL):
            self._pairs(question, text, tags)
        else:
            self._short(question, text if text.startswith("=") else f"={text}")
        return True

    def _choices(self, text: str) -> Iterator[_Choice]:
        for found in _ANSWER.finditer(text):
            body, weight = found[0][1:].strip(), None
            if written := _WEIGHT.match(body):
                weight, body = float(written["weight"]), body[written.end() :]
            answer, _, feedback = body.partition("#")
            yield _Choice(found[0][0], weight, answer.strip(), feedback.strip())

    def _true_false(self, question: ImportedQuestion, right: bool, said: list[str]) -> None:
        """Two options. The first feedback is for a wrong response, the second for a right one."""
        wrong_reason, right_reason = (self._text(text) for text in (*said, "", "")[:2])
        question.settings["order"] = "fixed"
        for text, value in (("True", True), ("False", False)):
            question.answers.append(Answer(text, value == right, right_reason if value == right else wrong_reason))

    def _choice(self, question: ImportedQuestion, text: str) -> bool:
        several = "=" not in text
        answers = [
            Weighed(self._text(each.text, option=True), each.worth(several), self._text(each.feedback))
            for each in self._choices(text)
        ]
        options = choose_options(self.incoming, self.line, answers, several=several)
        question.answers = options or []
        return options is not None

    def _short(self, question: ImportedQuestion, text: str) -> None:
        question.kind = "fill"
        answers = [
            Weighed(each.text.replace(_HIDDEN["*"], r"\*").translate(_SHOWN), each.worth(), self._text(each.feedback))
            for each in self._choices(text)
        ]
        question.answers = type_in(self.incoming, self.line, answers)

    def _number(self, question: ImportedQuestion, text: str) -> None:
        question.kind = "number"
        found = list(self._choices(text)) if text.startswith(("=", "~")) else []
        if not found:
            answer, _, feedback = text.partition("#")
            found = [_Choice("=", None, answer.strip(), feedback.strip())]
        for each in found:
            if each.sign == "~" and not each.text:
                self.incoming.note(self.line, "feedback for all wrong numbers is left out.")
                continue
            note_part(self.incoming, self.line, weight := each.worth())
            number, _, tolerance = each.text.translate(_SHOWN).partition(":")
            written = write_range(number, tolerance)
            right = weight >= 100 and each.sign == "="
            question.answers.append(Answer(written, right, self._text(each.feedback)))

    def _pairs(self, question: ImportedQuestion, text: str, tags: list[str]) -> None:
        """Pairs, or pieces with their places, where our export made pairs of these."""
        choices = list(self._choices(text))
        rights = [each.text.rpartition("->")[2].strip().translate(_SHOWN) for each in choices]
        places = find_places(rights, self.incoming.word("page.export.nowhere")) if "order" in tags else None
        if places:
            pieces = [self._text(each.text.rpartition("->")[0], option=True) for each in choices]
            question.kind = "order"
            question.pieces = [piece for place, piece in sorted(zip(places, pieces, strict=True)) if place]
            question.answers = [Answer(piece, False) for place, piece in zip(places, pieces, strict=True) if not place]
            return
        question.kind = "match"
        for each in choices:
            left, arrow, right = each.text.partition("->")
            if not arrow:
                self.incoming.note(self.line, f"`{each.text.translate(_SHOWN)[:80]}` has no `->`, so it is left out.")
                continue
            plain = self.incoming.cell(right.strip().translate(_SHOWN))
            question.pairs.append(Pair(self._text(left, cell=True), plain, self._text(each.feedback, cell=True)))

    def _text(self, text: str, *, option: bool = False, cell: bool = False) -> str:
        """A text of the question as Markdown, in the format that it says it has, or the question."""
        form = self.format or "moodle"
        if found := _FORMAT.match(text):
            form, text = found[1], text[found.end() :]
        text = text.translate(_SHOWN)
        if form == "moodle":
            form = "html" if _TAG.search(text) else "plain"
            if form == "html" and not re.search("<(?:p|pre|br|div)[ >/]", text):
                text = text.strip().replace("\n", "<br>")
        if form == "markdown":
            return self.incoming.markdown(text, self.line, option=option, cell=cell)
        if form == "html":
            return self.incoming.html(text, self.line, option=option, cell=cell)
        return self.incoming.cell(text) if cell else self.incoming.plain(text)


def _join(kind: str, before: str, after: str) -> str:
    """The text around the answers, with the sign of a blank in their place, unless they are at its end."""
    if not after or (kind not in ("mcq", "fill") and re.fullmatch(r"[.?!]+", after)):
        return before if not after or before.endswith((".", "?", "!")) else before + after
    return f"{before} {_BLANK}{' ' if after[0].isalnum() else ''}{after}".strip()


IMPORT_FORMAT = ImportFormat(name="gift", summary="GIFT, the text format of Moodle's question bank.", read=read_gift)
