"""Moodle XML: the question types of Moodle that ask what our kinds ask."""

from __future__ import annotations

import re
from argparse import Namespace
from collections.abc import Callable
from dataclasses import replace
from urllib.parse import quote

from .base import ImportFormat, Incoming, UnreadableFile
from .blanks import put_blanks
from .gift import read_category
from .moodle_parts.cloze import read_cloze
from .moodle_parts.marks import Weighed, choose_options, note_part, read_weight, type_in
from .moodle_parts.own_exports import find_places, take_pairs, take_unit
from .numbers import write_range
from .question import Answer, ImportedQuestion, Pair
from .texts.html_tree import parse_html
from .texts.pictures import read_base64
from .texts.xml_tree import XmlNode, parse_xml

_MARK = "\ue0fe"
"""Where a blank belongs."""
_DEFAULTS = re.compile(r"Your answer is (?:correct|partially correct|incorrect)\.?")
_SAID = ("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback")


def read_moodle(incoming: Incoming, asked: Namespace) -> None:
    """Read all questions of a file."""
    root = parse_xml(incoming.content)
    if root.name != "quiz":
        raise UnreadableFile(f"it is no Moodle XML: it begins with `<{root.name[:40]}>` where `<quiz>` is expected.")
    category = ""
    for node in root.all("question"):
        kind = node.attributes.get("type", "")
        if kind == "category":
            category = read_category(node.text_of("category", "text"))
            continue
        read = _TYPES.get(kind)
        if not read:
            why = "it is a description, which asks nothing." if kind == "description" else ""
            incoming.refuse(node.line, why or f"there is no kind for questions of the type `{kind[:40]}`.")
            continue
        reader = _Reader(incoming, node)
        if read(reader):
            reader.question.category = category
            incoming.questions.append(reader.finish())


class _Reader:
    """Reads one question."""

    def __init__(self, incoming: Incoming, node: XmlNode) -> None:
        self.incoming = incoming
        self.node = node
        self.line = node.line
        self.tags = [tag.text_of("text") for tags in node.all("tags") for tag in tags.all("tag")]
        self.question = ImportedQuestion(line=self.line, kind="mcq", id=node.text_of("idnumber"))
        self.stem: str | None = None
        """The question in HTML, where it is not that of the file."""
        self.mark = ""

    def finish(self) -> ImportedQuestion:
        """Add what all types have."""
        question, node = self.question, self.node
        written = self.text(node.find("questiontext"), html=self.stem)
        question.stem = put_blanks(question, written, self.mark)
        self.incoming.read_tags(question, self.tags)
        if question.kind == "number":
            take_unit(self.incoming, question)
        for hint in node.all("hint"):
            question.add("hint", self.text(hint))
        general = self.text(node.find("generalfeedback"))
        if question.kind in ("card", "explain"):
            self._essay(general)
        else:
            taken = take_pairs(self.incoming, question, general) if question.kind in ("match", "order") else general
            self.incoming.add_feedback(question, taken)
        if any((said := node.text_of(name, "text")) and not _DEFAULTS.search(said) for name in _SAID):
            self.incoming.note(self.line, "the feedback for any right or wrong response is left out.")
        return question

    def _essay(self, general: str) -> None:
        grading = self.text(self.node.find("graderinfo"))
        if general.startswith(grading):
            self.incoming.add_answer(self.question, general)
        else:
            self.incoming.add_answer(self.question, grading)
            self.incoming.add_feedback(self.question, general)

    def text(self, node: XmlNode | None, *, html: str | None = None, option: bool = False, cell: bool = False) -> str:
        """A text with its pictures as Markdown. `html` is what to read in its place."""
        if node is None:
            return ""
        text = node.text_of("text") if html is None else html
        form = node.attributes.get("format", "html" if html is None else "")
        if html is None and form == "plain_text":
            return self.incoming.cell(text) if cell else self.incoming.plain(text)
        if html is None and form == "markdown":
            return self.incoming.markdown(text, self.line, option=option, cell=cell)
        if html is None and form == "moodle_auto_format" and not re.search("<(?:p|pre|br|div)[ >/]", text):
            text = text.replace("\n", "<br>")
        return self.incoming.html(text, self.line, option=option, cell=cell, pictures=_files(node))

    def reason(self, node: XmlNode, *, cell: bool = False) -> str:
        """The feedback of an answer."""
        return self.text(node.find("feedback"), cell=cell)

    def choice(self) -> bool:
        """Read a multiple choice question."""
        several = self.node.text_of("single").lower() in ("false", "0")
        answers = [
            Weighed(self.text(each, option=True), read_weight(each.attributes.get("fraction", "")), self.reason(each))
            for each in self.node.all("answer")
        ]
        if self.node.text_of("shuffleanswers").lower() in ("false", "0"):
            self.question.settings["order"] = "fixed"
        options = choose_options(self.incoming, self.line, answers, several=several)
        self.question.answers = options or []
        return options is not None

    def true_false(self) -> bool:
        """Read a question of true or false."""
        self.question.settings["order"] = "fixed"
        for each in self.node.all("answer"):
            right = read_weight(each.attributes.get("fraction", "")) >= 100
            text = self.incoming.line(each.text_of("text").capitalize())
            self.question.answers.append(Answer(text, right, self.reason(each)))
        return True

    def short(self) -> bool:
        """Read a short answer."""
        self.question.kind = "fill"
        if self.node.text_of("usecase") == "1":
            self.question.settings["exact"] = "yes"
        answers = [
            Weighed(each.text_of("text"), read_weight(each.attributes.get("fraction", "")), self.reason(each))
            for each in self.node.all("answer")
        ]
        self.question.answers = type_in(self.incoming, self.line, answers)
        return True

    def number(self) -> bool:
        """Read a numerical question."""
        question = self.question
        question.kind = "number"
        for each in self.node.all("answer"):
            weight, text = read_weight(each.attributes.get("fraction", "")), each.text_of("text")
            if text == "*":
                self.incoming.note(self.line, "feedback for all other numbers is left out.")
                continue
            note_part(self.incoming, self.line, weight)
            tolerance = each.text_of("tolerance") or each.attributes.get("tolerance", "")
            question.answers.append(Answer(write_range(text, tolerance), weight >= 100, self.reason(each)))
        units = [unit.text_of("unit_name") for units in self.node.all("units") for unit in units.all("unit")]
        units = [" ".join(unit.split()) for unit in units if unit]
        if units and '"' not in units[0]:
            question.settings["unit"] = units[0]
        if len(units) > 1:
            self.incoming.note(self.line, "all units but the first are left out.")
        return True

    def match(self) -> bool:
        """Read a matching question, or an ordering question that our export made one of."""
        nodes = list(self.node.all("subquestion"))
        rights = [each.text_of("answer", "text") for each in nodes]
        places = find_places(rights, self.incoming.word("page.export.nowhere")) if "order" in self.tags else None
        if places:
            pieces = [self.text(each, option=True) for each in nodes]
            self.question.kind = "order"
            self.question.pieces = [piece for place, piece in sorted(zip(places, pieces, strict=True)) if place]
            rest = [piece for place, piece in zip(places, pieces, strict=True) if not place]
            self.question.answers = [Answer(piece, False) for piece in rest]
            return True
        self.question.kind = "match"
        for each in nodes:
            right = self.incoming.cell(each.text_of("answer", "text"))
            self.question.pairs.append(Pair(self.text(each, cell=True), right))
        return True

    def cloze(self) -> bool:
        """Read a question with fields in its text."""
        stem = self.node.text_of("questiontext", "text").replace(_MARK, "")
        made = read_cloze(self.incoming, self.line, stem, _MARK)
        if not made:
            return False
        self.stem, self.mark = made.stem, made.mark
        self.question = replace(made.question, id=self.question.id)
        return True

    def words(self) -> bool:
        """Read a question whose gaps get words from a list. Each gap has the number of its word."""
        name = "dragbox" if self.node.attributes.get("type") == "ddwtos" else "selectoption"
        boxes = [parse_html(box.text_of("text")).text().strip() for box in self.node.all(name)]
        stem = self.node.text_of("questiontext", "text").replace(_MARK, "")
        used: list[int] = []

        def place(found: re.Match[str]) -> str:
            used.append(int(found[1]))
            return _MARK

        self.stem = re.sub(r"\[\[(\d{1,4})\]\]", place, stem)
        self.mark, self.question.kind = _MARK, "fill"
        if not used or any(not 0 < number <= len(boxes) for number in used):
            self.incoming.refuse(self.line, "its gaps have numbers that none of its words have.")
            return False
        self.question.blanks = [[Answer(self.incoming.line(boxes[number - 1]))] for number in used]
        if len(boxes) > len(set(used)):
            self.incoming.note(self.line, "words that belong into no gap are left out, since answers are typed here.")
        return True

    def order(self) -> bool:
        """Read an ordering question. What an answer is worth is its place."""
        self.question.kind = "order"
        answers = list(self.node.all("answer"))
        answers.sort(key=lambda each: read_weight(each.attributes.get("fraction", "")))
        self.question.pieces = [self.text(each, option=True) for each in answers]
        return True

    def essay(self) -> bool:
        """Read an essay, which is a card where our export made it of one."""
        self.question.kind = "card" if "card" in self.tags else "explain"
        return True


_TYPES: dict[str, Callable[[_Reader], bool]] = {
    "multichoice": _Reader.choice,
    "truefalse": _Reader.true_false,
    "shortanswer": _Reader.short,
    "numerical": _Reader.number,
    "matching": _Reader.match,
    "cloze": _Reader.cloze,
    "multianswer": _Reader.cloze,
    "ddwtos": _Reader.words,
    "gapselect": _Reader.words,
    "ordering": _Reader.order,
    "essay": _Reader.essay,
}


def _files(node: XmlNode) -> dict[str, bytes]:
    """The pictures of a text, by their addresses in it."""
    found = {}
    for file in node.all("file"):
        content = read_base64(file.text)
        if content:
            path = f"{file.attributes.get('path', '/')}{file.attributes.get('name', '')}"
            found[f"@@PLUGINFILE@@{path}"] = found[f"@@PLUGINFILE@@{quote(path)}"] = content
    return found


IMPORT_FORMAT = ImportFormat(
    name="moodle", summary="Moodle XML, for the question bank of Moodle, with pictures.", read=read_moodle
)
