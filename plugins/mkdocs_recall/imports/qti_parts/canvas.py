"""QTI 1.2, as Canvas, text2qti and others write it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from ..blanks import put_blanks
from ..moodle_parts.marks import ALTERNATIVES, Weighed, choose_options
from ..moodle_parts.own_exports import find_places, take_pairs, take_unit
from ..numbers import write_range
from ..question import Answer, ImportedQuestion, Pair
from ..texts.html_tree import parse_html
from ..texts.xml_tree import XmlNode
from .texts import MARK, Source, distinct, question_id, take_level, to_html

_UNFIT = {
    "text_only_question": "it is a text, which asks nothing.",
    "file_upload_question": "it asks for a file.",
    "calculated_question": "its numbers are drawn by a formula, which no kind does.",
}
_NAMED = re.compile(r"\[([\w.-]{1,80})\]")


class _Condition(NamedTuple):
    """A condition on a response: which one, which value, and how they compare."""

    respident: str
    value: str
    how: str
    negated: bool
    alternative: bool
    exact: bool


def read_items(source: Source, root: XmlNode) -> None:
    """Read all items of a document."""
    title = ""
    for node in root.walk():
        if node.name in ("assessment", "objectbank"):
            title = " ".join(node.attributes.get("title", "").split())
        elif node.name == "item":
            reader = _Item(source, node)
            if reader.read():
                reader.question.category = title
                source.incoming.questions.append(reader.question)


class _Item:
    """Reads one item."""

    def __init__(self, source: Source, node: XmlNode) -> None:
        self.source = source
        self.incoming = source.incoming
        self.node = node
        self.line = source.line(node)
        self.question = ImportedQuestion(line=self.line, kind="mcq", id=question_id(node.attributes.get("ident", "")))
        self.fields = [each for each in node.walk() if each.name in ("response_lid", "response_str", "response_num")]
        self.meta = {
            each.text_of("fieldlabel"): each.text_of("fieldentry")
            for each in node.walk()
            if each.name == "qtimetadatafield"
        }
        self.rules = [each for each in node.walk() if each.name == "respcondition"]
        self.said = {
            each.attributes.get("ident", ""): each for each in node.walk() if each.name == "itemfeedback" if each.nodes
        }
        self.used: set[str] = set()

    def read(self) -> bool:
        """Read the item; whether it is a question."""
        kind = self.meta.get("question_type") or self.meta.get("cc_profile") or self.meta.get("qmd_itemtype", "")
        if kind in _UNFIT:
            self.incoming.refuse(self.line, _UNFIT[kind])
            return False
        read = self._find_reader(kind)
        if not read:
            self.incoming.refuse(self.line, f"there is no kind for questions of the type `{kind[:40] or 'unknown'}`.")
            return False
        self.question.stem = self._stem()
        if not read():
            return False
        self.question.stem = put_blanks(self.question, self.question.stem, MARK)
        self._finish()
        return True

    def _find_reader(self, kind: str) -> Callable[[], bool] | None:
        names = {each.name for each in self.fields}
        if not self.fields or "essay" in kind:
            return self._essay if "essay" in kind else None
        if names == {"response_lid"}:
            if len(self.fields) == 1 and kind not in ("matching_question", "multiple_dropdowns_question"):
                return self._blanks if kind == "fill_in_multiple_blanks_question" else self._choice
            named = kind in ("multiple_dropdowns_question", "fill_in_multiple_blanks_question")
            return self._blanks if named else self._match
        if len(self.fields) > 1:
            return None
        digits = any(each.attributes.get("fibtype", "").lower() in ("decimal", "integer") for each in self.node.walk())
        if digits or kind == "numerical_question" or names == {"response_num"}:
            return self._number
        return self._short if any(self._right()) or "fib" in kind or "short" in kind else self._essay

    def _stem(self) -> str:
        presentation = self.node.find("presentation") or self.node
        texts = list(_materials(presentation))
        return self.source.html("".join(f"<div>{text}</div>" for text in texts), self.line)

    def _text(self, node: XmlNode, *, option: bool = False, cell: bool = False) -> str:
        return self.source.html("".join(_materials(node)), self.line, option=option, cell=cell)

    def _right(self) -> Iterator[tuple[float, list[_Condition]]]:
        """What gives points, and how many."""
        for rule in self.rules:
            points = max((_number_of(each.text) for each in rule.all("setvar")), default=0.0)
            variable = rule.find("conditionvar")
            conditions = list(_conditions(variable)) if variable else []
            if points > 0 and any(not each.negated for each in conditions):
                yield points, [each for each in conditions if not each.negated]

    def _choice(self) -> bool:
        field = self.fields[0]
        several = field.attributes.get("rcardinality", "").lower() == "multiple"
        worth: dict[str, float] = {}
        for points, conditions in self._right():
            if several and any(each.alternative for each in conditions):
                self.incoming.refuse(self.line, ALTERNATIVES)
                return False
            for each in conditions:
                worth[each.value] = max(worth.get(each.value, 0), points)
        full = max(worth.values(), default=0)
        labels = [each for each in field.walk() if each.name == "response_label"]
        reasons = self._reasons()
        answers = []
        for label in labels:
            ident = label.attributes.get("ident", "")
            share = worth.get(ident, 0) / full * 100 if full else 0
            weight = share / max(len(worth), 1) if several else share
            answers.append(Weighed(self._text(label, option=True), weight, reasons.get(ident, "")))
        render = field.find("render_choice")
        if render and render.attributes.get("shuffle", "").lower() == "no":
            self.question.settings["order"] = "fixed"
        if "true_false" in (self.meta.get("question_type", "") or self.meta.get("cc_profile", "")):
            self.question.settings["order"] = "fixed"
        options = choose_options(self.incoming, self.line, answers, several=several)
        self.question.answers = options or []
        return options is not None

    def _reasons(self) -> dict[str, str]:
        """Feedback that one option shows, by what the option is called."""
        found = {}
        for rule in self.rules:
            variable = rule.find("conditionvar")
            conditions = list(_conditions(variable)) if variable else []
            shown = [each.attributes.get("linkrefid", "") for each in rule.all("displayfeedback")]
            if len(conditions) != 1 or conditions[0].negated:
                continue
            for ident in shown:
                if ident in self.said and ident not in ("correct_fb", "general_fb", "general_incorrect_fb"):
                    self.used.add(ident)
                    found[conditions[0].value] = self._text(self.said[ident])
        return found

    def _short(self) -> bool:
        self.question.kind = "fill"
        found = [each for _, conditions in self._right() for each in conditions if each.how == "varequal"]
        reasons = self._reasons()
        texts = dict.fromkeys(each.value for each in found)
        exact = bool(found) and all(each.exact for each in found)
        answers = [Answer(self.incoming.line(text), True, reasons.get(text, "")) for text in texts]
        self.question.answers = distinct(answers, exact=exact)
        if exact:
            self.question.settings["exact"] = "yes"
        return True

    def _number(self) -> bool:
        """Each condition that gives points is a number, or the ends of a range; both where one stands for the other."""
        self.question.kind = "number"
        for _, conditions in self._right():
            low = next((each.value for each in conditions if each.how in ("vargte", "vargt")), "")
            high = next((each.value for each in conditions if each.how in ("varlte", "varlt")), "")
            exact = [each.value for each in conditions if each.how == "varequal"]
            texts = [f"{low}..{high}"] if low and high and low != high else exact or [low or high]
            self.question.answers += [Answer(write_range(text)) for text in texts]
        return True

    def _match(self) -> bool:
        """Each field is a left side. What is right for none belongs to nothing."""
        right = {each.respident: each.value for _, conditions in self._right() for each in conditions}
        labels: dict[str, str] = {}
        rows = []
        for field in self.fields:
            own = field.attributes.get("ident", "")
            material = field.find("material")
            left = self._text(material, cell=True) if material else ""
            for label in (each for each in field.walk() if each.name == "response_label"):
                labels.setdefault(label.attributes.get("ident", ""), self._text(label, cell=True))
            rows.append((left, right.get(own, "")))
        if any(ident not in labels for _, ident in rows):
            self.incoming.refuse(self.line, "it does not say what each of its left sides belongs to.")
            return False
        places = find_places([labels[ident] for _, ident in rows], self.incoming.word("page.export.nowhere"))
        if places:
            self.incoming.note(self.line, "its right sides are places, so it becomes an ordering question.")
            self.question.kind = "order"
            pieces = sorted(zip(places, (left for left, _ in rows), strict=True))
            self.question.pieces = [piece for place, piece in pieces if place]
            self.question.answers = [Answer(piece, False) for place, piece in pieces if not place]
            return True
        self.question.kind = "match"
        used = {ident for _, ident in rows}
        self.question.pairs = [Pair(left, labels[ident]) for left, ident in rows]
        self.question.pairs += [Pair("", text) for ident, text in labels.items() if ident not in used]
        return True

    def _blanks(self) -> bool:
        """`[name]` in the text is a field: what gives points is right there, and all else in its list is wrong."""
        self.question.kind = "fill"
        right: dict[str, set[str]] = {}
        for _, conditions in self._right():
            for each in conditions:
                right.setdefault(each.respident, set()).add(each.value)
        answers: dict[str, list[Answer]] = {}
        for field in self.fields:
            own = field.attributes.get("ident", "")
            group = []
            for label in (each for each in field.walk() if each.name == "response_label"):
                text = parse_html("".join(_materials(label))).text()
                group.append(Answer(self.incoming.line(text), label.attributes.get("ident", "") in right.get(own, ())))
            group = distinct(sorted(group, key=lambda answer: not answer.right), exact=False)
            answers[own.removeprefix("response_")] = group
        used = []

        def place(found: re.Match[str]) -> str:
            if found[1] not in answers:
                return found[0]
            used.append(found[1])
            return MARK

        html = "".join(f"<div>{text}</div>" for text in _materials(self.node.find("presentation") or self.node))
        self.question.stem = self.source.html(_NAMED.sub(place, html.replace(MARK, "")), self.line)
        if sorted(used) != sorted(answers) or not all(group and group[0].right for group in answers.values()):
            self.incoming.refuse(self.line, "the fields in its text and its lists of answers do not fit.")
            return False
        if any(not answer.right for group in answers.values() for answer in group):
            self.incoming.note(self.line, "its lists to choose from become blanks to type into.")
        self.question.blanks = [answers[name] for name in used]
        return True

    def _essay(self) -> bool:
        self.question.kind = "explain"
        return True

    def _finish(self) -> None:
        """Add what is said after an answer."""
        general = []
        for ident, node in self.said.items():
            hints = [each for each in node.walk() if each.name == "hint"]
            for hint in hints:
                self.question.add("hint", self._text(hint))
            if ident in self.used or hints:
                continue
            if ident in ("correct_fb", "general_incorrect_fb"):
                self.incoming.note(self.line, "the feedback for any right or wrong answer is left out.")
            else:
                general.append(self._text(node))
        said = take_level(self.incoming, self.question, "\n\n".join(filter(None, general)))
        if self.question.kind == "explain":
            self.incoming.add_answer(self.question, said)
        else:
            fits = self.question.kind in ("match", "order")
            rest = take_pairs(self.incoming, self.question, said) if fits else said
            self.incoming.add_feedback(self.question, rest)
            if self.question.kind == "number":
                take_unit(self.incoming, self.question)


def _materials(node: XmlNode) -> Iterator[str]:
    """The texts in an element as HTML, but those of fields in it."""
    for each in node.nodes:
        if each.name == "mattext":
            if each.nodes:
                yield to_html(each)
            elif each.attributes.get("texttype", "").lower() == "text/html" or re.search(
                r"</?[a-z]\w*[ />]", each.text
            ):
                yield each.text
            else:
                yield f"<p>{_escape(each.text)}</p>"
        elif each.name == "matimage":
            address, said = (_escape(each.attributes.get(name, "")) for name in ("uri", "label"))
            yield f'<img src="{address}" alt="{said}">'
        elif each.name in (
            "material",
            "flow",
            "flow_mat",
            "flow_label",
            "solution",
            "solutionmaterial",
            "hintmaterial",
        ):
            yield from _materials(each)


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def _conditions(node: XmlNode, *, negated: bool = False, alternative: bool = False) -> Iterator[_Condition]:
    many = sum(each.name.startswith("var") for each in node.nodes) > 1
    for each in node.nodes:
        if each.name in ("and", "or", "not"):
            either = alternative or each.name == "or"
            yield from _conditions(each, negated=negated != (each.name == "not"), alternative=either)
        elif each.name.startswith("var"):
            exact = each.attributes.get("case", "").lower() == "yes"
            ident = each.attributes.get("respident", "")
            yield _Condition(ident, each.text.strip(), each.name, negated, alternative and many, exact)


def _number_of(text: str) -> float:
    return float(text) if re.fullmatch(r"\s*-?\d{1,9}(?:\.\d{0,20})?\s*", text) else 0
