"""Rules that an item must keep to be shown as a question at all. Breaking one is an error."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model.identity import may_be_equal, option_id
from ..model.items import Card, Choice, Concept, Explain, Item, Option
from ..model.problems import Fault
from ..model.rule_names import Rule
from ..model.vocabulary import LABELS, PARTS


def check_structure(item: Item) -> Iterator[Fault]:
    """Everything that keeps an item from being a question, at the line to edit."""
    if not item.stem:
        yield _fault(item.start, "no-stem", f"the {item.kind} asks nothing.", "Write the question below the header.")
    yield from _check_parts(item)
    if isinstance(item, Choice):
        yield from _check_options(item)
    elif isinstance(item, Explain):
        yield from _check_concepts(item)
    elif isinstance(item, Card) and not any(item.texts("answer")):
        at = next((part.line for part in item.parts if part.label == "answer"), item.start)
        yield _fault(at, "no-answer", "the card has no answer.", "Write it below the question as `**Answer:** text`.")


def _check_parts(item: Item) -> Iterator[Fault]:
    seen: set[str] = set()
    for part in item.parts:
        if part.label not in PARTS[item.kind]:
            known = ", ".join(LABELS[name] for name in PARTS[item.kind])
            yield _fault(
                part.line,
                "wrong-part",
                f"the kind `{item.kind}` has no part `{LABELS[part.label]}`.",
                f"Its parts are {known}.",
            )
        elif part.label in seen and part.label != "hint":
            what = f"`**{LABELS[part.label]}:**` stands twice."
            yield _fault(part.line, "duplicate-part", what, "Keep one of them.")
        elif not part.text and part.label != "answer":
            what = f"`**{LABELS[part.label]}:**` holds nothing."
            yield _fault(part.line, "empty-part", what, "Write its text, or remove it.")
        elif part.label == "solution" and not part.steps:
            yield _fault(
                part.line,
                "solution-list",
                "the solution is not an ordered list.",
                "Write each step as `1. **Title.** text`.",
            )
        seen.add(part.label)


def _check_options(item: Choice) -> Iterator[Fault]:
    if not item.options:
        yield _fault(
            item.start,
            "no-options",
            "the question has no options.",
            "Write each as `- [ ] text`, and the key as `- [x] text`.",
        )
        return
    if len(item.options) == 1:
        yield _fault(item.start, "one-option", "the question has only 1 option.", "Write at least 2.")
    if not item.keys:
        yield _fault(item.start, "no-key", "no option is marked as the key.", "Mark one with [x].")
    if _are_distinct(item.options):
        return
    seen: set[str] = set()
    for option in item.options:
        if not option.text:
            yield _fault(option.text.start, "empty-option", "this option has no text.", "Write it, or remove the line.")
        elif option.id in seen:
            yield _duplicate(option)
        seen.add(option.id)


def _check_concepts(item: Explain) -> Iterator[Fault]:
    at = next((part.line for part in item.parts if part.label == "concepts"), item.start)
    if not item.concepts:
        remedy = "Write `**Concepts:**`, a blank line, and each concept as `- text`."
        yield _fault(at, "no-concepts", "the prompt has no concepts to tick.", remedy)
    if not any(item.texts("model-answer")):
        remedy = "Write it as `**Model answer:** text`."
        yield _fault(item.start, "no-model-answer", "the prompt has no model answer.", remedy)
    if _are_distinct(item.concepts):
        return
    seen: set[str] = set()
    for concept in item.concepts:
        at = concept.text.start
        if not concept.text:
            yield _fault(at, "empty-concept", "this concept has no text.", "Write it, or remove it.")
        elif concept.id in seen:
            what = "this concept says the same as another one."
            yield _fault(at, "duplicate-concept", what, "Change or remove one of them.")
        seen.add(concept.id)


def _are_distinct(named: Sequence[Option | Concept]) -> bool:
    """Whether all have a text, and ids that cannot be the same, as far as a first look can tell."""
    return not [each for each in named if each.name] and not may_be_equal([each.text for each in named])


def _duplicate(option: Option) -> Fault:
    at = option.text.start
    if option.id == option_id(option.text):
        what = "this option says the same as another one."
        return _fault(at, "duplicate-option", what, "Change or remove one of them.")
    return _fault(
        at, "duplicate-option", f"the name `{option.id}` is another option's.", "Change one of the two names."
    )


def _fault(index: int, rule: Rule, what: str, remedy: str) -> Fault:
    return Fault(index=index, rule=rule, what=what, remedy=remedy)
