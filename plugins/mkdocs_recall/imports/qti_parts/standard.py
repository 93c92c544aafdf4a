"""Items of QTI 2 and 3: the same elements, with other names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from ..blanks import put_blanks
from ..moodle_parts.marks import Weighed, choose_options
from ..moodle_parts.own_exports import find_places, take_pairs, take_unit
from ..numbers import write_range
from ..question import Answer, ImportedQuestion, Pair
from ..texts.xml_tree import XmlNode
from .texts import MARK, Source, distinct, question_id, take_level, to_html

_INTERACTION = re.compile(r"(?:\w*interaction|interactionblock)")
_INLINE = ("textentryinteraction", "inlinechoiceinteraction", "gap")
_SETS = ("setoutcomevalue", "exitresponse")


def read_item(source: Source, root: XmlNode) -> None:
    """Read the item that a file holds. Names and attributes are those of `plain_name` already."""
    item = _Item(source, root)
    if item.read():
        item.question.category = source.categories.get(source.name, "")
        source.incoming.questions.append(item.question)


class _Item:
    """Reads one item."""

    def __init__(self, source: Source, root: XmlNode) -> None:
        self.source, self.incoming, self.root = source, source.incoming, root
        self.line = source.line(root)
        self.question = ImportedQuestion(
            line=self.line, kind="mcq", id=question_id(root.attributes.get("identifier", ""))
        )
        self.body = root.find("itembody") or XmlNode("itembody", root.line)
        self.parts = [each for each in self.body.walk() if _INTERACTION.fullmatch(each.name)]
        self.declared = {each.attributes.get("identifier", ""): each for each in root.all("responsedeclaration")}
        self.feedback = list(root.all("modalfeedback"))
        self.used: set[int] = set()
        self.blanks: list[list[Answer]] = []

    def read(self) -> bool:
        """Read the item; whether it is a question."""
        kinds = {each.name for each in self.parts}
        read = _READERS.get(next(iter(kinds))) if len(kinds) == 1 else None
        if not kinds:
            self.incoming.refuse(self.line, "it has no interaction, so it asks nothing.")
            return False
        if kinds == {"textentryinteraction", "inlinechoiceinteraction"}:
            read = _Item.typed
        if not read or (len(self.parts) > 1 and read is not _Item.typed):
            names = ", ".join(sorted(kinds)) if len(kinds) > 1 or not read else f"several {self.parts[0].name}s"
            self.incoming.refuse(self.line, f"there is no kind for its interactions: {names[:120]}.")
            return False
        if not read(self):
            return False
        stem = self._stem()
        if self.question.kind == "number":
            stem = self._take_field(stem)
        elif self.question.kind == "fill" and stem.split("\n\n")[-1] == MARK and len(self.blanks) == 1:
            stem = stem.removesuffix(MARK).rstrip("\n")
            self.question.answers, self.blanks = self.blanks[0], []
        self.question.blanks = self.blanks
        self.question.stem = put_blanks(self.question, stem, MARK)
        self._finish()
        return True

    def _stem(self) -> str:
        """The body, without what is chosen from; each field in it is a mark."""

        def place(node: XmlNode) -> str | None:
            if node.name in _INLINE:
                return MARK
            if node.name in ("rubricblock", "feedbackinline", "feedbackblock", "gaptext", "stylesheet"):
                return ""
            if node.name == "gapmatchinteraction":
                return to_html(node, place)
            if _INTERACTION.fullmatch(node.name):
                prompt = node.find("prompt")
                return f"<div>{to_html(prompt, place)}</div>" if prompt else ""
            return None

        return self.source.html(to_html(self.body, place), self.line)

    def _take_field(self, stem: str) -> str:
        """Take the field of a number from the end of a stem, with its unit."""
        *blocks, last = stem.split("\n\n")
        found = re.fullmatch(rf"{MARK}\s*(?P<unit>[^\s\"\\&<]{{0,40}})", last)
        if not found:
            return stem
        if found["unit"]:
            self.question.settings["unit"] = found["unit"]
        return "\n\n".join(blocks)

    def _text(self, node: XmlNode, *, option: bool = False, cell: bool = False) -> str:
        def place(inner: XmlNode) -> str | None:
            if inner.name in ("feedbackinline", "feedbackblock"):
                return ""
            return to_html(inner, place) if inner.name == "contentbody" else None

        return self.source.html(to_html(node, place), self.line, option=option, cell=cell)

    def _response(self, node: XmlNode) -> XmlNode:
        name = node.attributes.get("responseidentifier", "")
        if not name and len(self.declared) == 1:
            return next(iter(self.declared.values()))
        return self.declared.get(name) or XmlNode("responsedeclaration", self.root.line)

    def _right(self, node: XmlNode) -> list[str]:
        correct = self._response(node).find("correctresponse")
        return [value.text.strip() for value in correct.all("value")] if correct else []

    def _mapped(self, node: XmlNode) -> dict[str, float]:
        mapping = self._response(node).find("mapping")
        entries = mapping.all("mapentry") if mapping else ()
        return {each.attributes.get("mapkey", ""): _worth(each.attributes.get("mappedvalue", "")) for each in entries}

    def choice(self) -> bool:
        """Read options to choose from."""
        node = self.parts[0]
        options = [each for each in node.walk() if each.name == "simplechoice"]
        declared = self._response(node).attributes.get("cardinality", "")
        several = declared == "multiple" or (not declared and node.attributes.get("maxchoices", "1") != "1")
        right, mapped = self._right(node), self._mapped(node)
        full = max(mapped.values(), default=0)
        answers = []
        for option in options:
            name = option.attributes.get("identifier", "")
            weight = 100.0 / (len(right) if several else 1) if name in right else 0.0
            if not right and full > 0:
                weight = mapped.get(name, 0) / (sum(v for v in mapped.values() if v > 0) if several else full) * 100
            answers.append(Weighed(self._text(option, option=True), weight, self._reason(option, name)))
        fixed = [each.attributes.get("fixed") == "true" for each in options]
        if node.attributes.get("shuffle") == "false" and all(fixed):
            self.question.settings["order"] = "fixed"
        chosen = choose_options(self.incoming, self.line, answers, several=several)
        self.question.answers = chosen or []
        return chosen is not None

    def _reason(self, option: XmlNode, name: str) -> str:
        """What is said where an option is chosen."""
        said = [self._inside(each) for each in option.walk() if each.name in ("feedbackinline", "feedbackblock")]
        for at, feedback in enumerate(self.feedback):
            if feedback.attributes.get("identifier") == name and feedback.attributes.get("showhide") != "hide":
                self.used.add(at)
                said.append(self._text(feedback))
        return "\n\n".join(filter(None, said))

    def _inside(self, node: XmlNode) -> str:
        return self.source.html(to_html(node), self.line)

    def order(self) -> bool:
        """Read pieces to put in order."""
        self.question.kind = "order"
        choices = self._choices("simplechoice", option=True)
        right = self._right(self.parts[0])
        if sorted(right) != sorted(choices):
            self.incoming.refuse(self.line, "it does not say in which order all of its pieces go.")
            return False
        self.question.pieces = [choices[name] for name in right]
        return True

    def _choices(self, element: str, *, option: bool = False, cell: bool = False) -> dict[str, str]:
        return {
            each.attributes.get("identifier", ""): self._text(each, option=option, cell=cell)
            for each in self.parts[0].walk()
            if each.name == element
        }

    def match(self) -> bool:
        """Read pairs. What is in no pair belongs to nothing."""
        node = self.parts[0]
        sides = [
            [each.attributes.get("identifier", "") for each in side.walk() if each.name == "simpleassociablechoice"]
            for side in node.all("simplematchset")
        ]
        texts = self._choices("simpleassociablechoice", cell=True)
        pairs = [value.split() for value in self._right(node) or (k for k, v in self._mapped(node).items() if v > 0)]
        pairs = [pair for pair in pairs if len(pair) == 2 and pair[0] in texts and pair[1] in texts]
        lefts = [left for left, _ in pairs]
        if not pairs or len(set(lefts)) < len(lefts) or (sides and set(sides[0]) != set(lefts)):
            self.incoming.refuse(self.line, "each of its left sides has to belong to one right side.")
            return False
        places = find_places([texts[right] for _, right in pairs], self.incoming.word("page.export.nowhere"))
        if places:
            self.incoming.note(self.line, "its right sides are places, so it becomes an ordering question.")
            self.question.kind = "order"
            options = self._choices("simpleassociablechoice", option=True)
            pieces = sorted(zip(places, (options[name] for name in lefts), strict=True))
            self.question.pieces = [piece for place, piece in pieces if place]
            self.question.answers = [Answer(piece, False) for place, piece in pieces if not place]
            return True
        self.question.kind = "match"
        used = {right for _, right in pairs}
        self.question.pairs = [Pair(texts[left], texts[right]) for left, right in pairs]
        rest = (name for name in (sides[1] if len(sides) > 1 else ()) if name not in used)
        self.question.pairs += [Pair("", texts[name]) for name in rest]
        return True

    def gaps(self) -> bool:
        """Read gaps that words are put into."""
        self.question.kind = "fill"
        words = {
            each.attributes.get("identifier", ""): each.text for each in self.parts[0].walk() if each.name == "gaptext"
        }
        found = (value.split() for value in self._right(self.parts[0]))
        pairs = {pair[1]: pair[0] for pair in found if len(pair) == 2}
        gaps = [each.attributes.get("identifier", "") for each in self.parts[0].walk() if each.name == "gap"]
        if not gaps or any(pairs.get(gap, "") not in words for gap in gaps):
            self.incoming.refuse(self.line, "it does not say which word each of its gaps gets.")
            return False
        self.blanks = [[Answer(self.incoming.line(words[pairs[gap]]))] for gap in gaps]
        if set(pairs.values()) != set(words):
            self.incoming.note(self.line, "words that belong into no gap are left out, since answers are typed here.")
        return True

    def typed(self) -> bool:
        """Read fields to type into, and lists to choose from in a text."""
        first = self._response(self.parts[0])
        if len(self.parts) == 1 and first.attributes.get("basetype") in ("float", "integer"):
            return self._number()
        self.question.kind = "fill"
        exact: list[bool] = []
        for node in self.parts:
            if node.name == "inlinechoiceinteraction":
                right = self._right(node)
                choices = [each for each in node.walk() if each.name == "inlinechoice"]
                group = [
                    Answer(self.incoming.line(each.text), each.attributes.get("identifier", "") in right)
                    for each in choices
                ]
                self.incoming.note(self.line, "a list to choose from becomes a blank to type into.")
            else:
                group = self._typed(node, exact)
            group.sort(key=lambda answer: not answer.right)
            if not group or not group[0].right:
                self.incoming.refuse(self.line, "a field in its text has no right answer.")
                return False
            self.blanks.append(group)
        counts = bool(exact) and all(exact)
        self.blanks = [distinct(group, exact=counts) for group in self.blanks]
        if counts:
            self.question.settings["exact"] = "yes"
        return True

    def _typed(self, node: XmlNode, exact: list[bool]) -> list[Answer]:
        name = node.attributes.get("responseidentifier", "")
        right = dict.fromkeys(self._right(node))
        right.update(dict.fromkeys(key for key, worth in self._mapped(node).items() if worth > 0))
        wrong: dict[str, None] = {}
        for outcome, condition in self._conditions():
            for each in condition.walk():
                if each.name in ("stringmatch", "match") and _variable(each) == name:
                    for value in _values(each):
                        (right if outcome == "SCORE" else wrong).setdefault(value)
                        exact.append(each.attributes.get("casesensitive", "true") == "true")
        reasons = self._reasons(name)
        return [
            Answer(self.incoming.line(text), text in right, reasons.get((text,), "")) for text in {**right, **wrong}
        ]

    def _number(self) -> bool:
        self.question.kind = "number"
        node = self.parts[0]
        name = node.attributes.get("responseidentifier", "")
        ranges: dict[tuple[str, ...], bool] = {}
        for outcome, condition in self._conditions():
            for values in _ranges(condition, name):
                ranges[values] = ranges.get(values, False) or outcome == "SCORE"
        if not any(ranges.values()):
            ranges |= {(value,): True for value in self._right(node)}
        reasons = self._reasons(name)
        for values, right in sorted(ranges.items(), key=lambda each: not each[1]):
            self.question.answers.append(Answer(write_range("..".join(values)), right, reasons.get(values, "")))
        return True

    def _conditions(self) -> Iterator[tuple[str, XmlNode]]:
        """The conditions of the processing, with the outcome that each sets to something."""
        processing = self.root.find("responseprocessing")
        for branch in processing.walk() if processing else ():
            if branch.name not in ("responseif", "responseelseif"):
                continue
            condition = next((each for each in branch.nodes if each.name not in _SETS), None)
            for outcome in branch.all("setoutcomevalue"):
                value = (outcome.find("basevalue") or outcome).text.strip()
                name = outcome.attributes.get("identifier", "")
                if condition and value not in ("", "none") and (name != "SCORE" or _worth(value) > 0):
                    yield name, condition

    def _reasons(self, name: str) -> Mapping[tuple[str, ...], str]:
        """What is said of each answer to a field, by the values that it is compared with."""
        shown = {each.attributes.get("outcomeidentifier", ""): at for at, each in enumerate(self.feedback)}
        found: dict[tuple[str, ...], str] = {}
        for outcome, condition in self._conditions():
            if outcome not in shown or outcome == "SCORE":
                continue
            own = [
                tuple(_values(each))
                for each in condition.walk()
                if each.name == "stringmatch" and _variable(each) == name
            ]
            keys = [*own, *_ranges(condition, name)]
            if len(keys) == 1:
                self.used.add(shown[outcome])
                found.setdefault(keys[0], self._text(self.feedback[shown[outcome]]))
        return found

    def essay(self) -> bool:
        """Read a text to write."""
        self.question.kind = "explain"
        return True

    def _finish(self) -> None:
        """Add what is said after an answer."""
        others = [each for at, each in enumerate(self.feedback) if at not in self.used]
        blocks = [each for each in self.body.walk() if each.name == "feedbackblock"]
        if self.question.kind == "mcq":
            blocks = []
        said = "\n\n".join(filter(None, (self._text(each) for each in (*others, *blocks))))
        rubrics = [each for each in self.body.walk() if each.name == "rubricblock"]
        graded = "\n\n".join(filter(None, (self._text(each) for each in rubrics)))
        question = self.question
        said = take_level(self.incoming, question, said)
        if question.kind == "explain":
            if said.startswith(graded):
                self.incoming.add_answer(question, said)
            else:
                self.incoming.add_answer(question, graded)
                self.incoming.add_feedback(question, said)
        else:
            if rubrics:
                self.incoming.note(self.line, "what is said to those who grade it is left out.")
            if question.kind == "number":
                take_unit(self.incoming, question)
            rest = take_pairs(self.incoming, question, said) if question.kind in ("match", "order") else said
            self.incoming.add_feedback(question, rest)


def _variable(node: XmlNode) -> str:
    variable = node.find("variable")
    return variable.attributes.get("identifier", "") if variable else ""


def _values(node: XmlNode) -> list[str]:
    return [each.text.strip() for each in node.all("basevalue")]


def _ranges(condition: XmlNode, name: str) -> Iterator[tuple[str, ...]]:
    """The numbers and ranges that a condition compares a response with."""
    for each in condition.walk():
        if each.name == "equal" and _variable(each) == name:
            values = _values(each)
            tolerance = each.attributes.get("tolerance", "").split()
            if values and tolerance and each.attributes.get("tolerancemode") == "absolute":
                low, _, high = write_range(values[0], tolerance[0]).partition("..")
                yield (low, high) if high else (low,)
            elif values:
                yield (values[0],)
        elif each.name == "and" or each is condition:
            lows = _ends(each, name, ("gte", "gt"))
            highs = _ends(each, name, ("lte", "lt"))
            if lows and highs:
                yield lows[0], highs[0]


def _ends(node: XmlNode, name: str, names: Sequence[str]) -> list[str]:
    compared = (each for each in node.nodes if each.name in names and _variable(each) == name)
    return [value for each in compared for value in _values(each)]


def _worth(text: str) -> float:
    return float(text) if re.fullmatch(r"-?\d{1,9}(?:\.\d{0,20})?", text) else 0


_READERS: dict[str, Callable[[_Item], bool]] = {
    "choiceinteraction": _Item.choice,
    "orderinteraction": _Item.order,
    "matchinteraction": _Item.match,
    "associateinteraction": _Item.match,
    "gapmatchinteraction": _Item.gaps,
    "textentryinteraction": _Item.typed,
    "inlinechoiceinteraction": _Item.typed,
    "extendedtextinteraction": _Item.essay,
}
