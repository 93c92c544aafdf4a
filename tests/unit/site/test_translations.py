"""A question and its translation have one record: the same ids and revision, where both ask for the same."""

import pytest

from mkdocs_recall.kinds import Item, Mcq, Order
from mkdocs_recall.model.page import Page
from mkdocs_recall.site.bank import Bank
from mkdocs_recall.site.translations import Translations

MCQ = "/// mcq | q easy{settings}\n\n{stem}\n\n- [x] {right}\n  > Because.\n- [ ] {wrong}\n  > Because.\n{more}\n///\n"
ENGLISH = MCQ.format(settings="", stem="Which one?", right="Two", wrong="Blue", more="")
GERMAN = MCQ.format(settings="", stem="Was?", right="Zwei", wrong="Blau", more="")


def read(english: str, german: str) -> tuple[Item, Item]:
    """The items of a page and of its translation."""
    bank = Bank(languages={"a.md": "en", "a.de.md": "de"}, translations=Translations("en"))
    pages = [Page(path=path, lines=tuple(text.splitlines())) for path, text in (("a.md", english), ("a.de.md", german))]
    first, second = (next(iter(bank.read(page).items())) for page in pages)
    return first, second


def names(item: Item) -> list[str]:
    return [piece.id for piece in getattr(item, item.listed)]


def test_a_translation_has_the_ids_of_the_options_by_their_place() -> None:
    english, german = read(ENGLISH, GERMAN)
    assert isinstance(german, Mcq)
    assert names(german) == names(english)
    assert german.revision == english.revision
    assert [option.text.lines for option in german.options] == [("Zwei",), ("Blau",)]
    (alone,) = Bank().read(Page(path="a.md", lines=tuple(GERMAN.splitlines()))).items()
    assert alone.revision != german.revision


@pytest.mark.parametrize(
    "german",
    [
        MCQ.format(settings="", stem="Was?", right="Zwei", wrong="Blau", more="- [ ] Rot\n  > Nein.\n"),
        GERMAN.replace("[x]", "[ ]", 1).replace("- [ ] Blau", "- [x] Blau"),
        MCQ.format(settings=" rev=2", stem="Was?", right="Zwei", wrong="Blau", more=""),
        "/// card | q\n\nWas?\n\n**Antwort:** Das.\n\n///\n",
        GERMAN.replace("| q", "| other"),
    ],
    ids=["another option", "another key", "another revision", "another kind", "another id"],
)
def test_what_asks_for_something_else_keeps_its_own(german: str) -> None:
    english, other = read(ENGLISH, german)
    (alone,) = Bank().read(Page(path="a.md", lines=tuple(german.splitlines()))).items()
    assert (other.id, other.revision) == (alone.id, alone.revision)
    assert other.revision != english.revision


def test_cards_prompts_and_orders_have_one_record_too() -> None:
    card = "/// card | q\n\n{}\n\n**Answer:** That.\n\n///\n"
    english, german = read(card.format("What is 1.5?"), card.format("Was ist 1,5?"))
    assert german.revision == english.revision
    prompt = "/// explain | q\n\nWhy?\n\n**Concepts:**\n\n- {}\n- {}\n\n**Model answer:** So.\n\n///\n"
    english, german = read(prompt.format("One", "Two"), prompt.format("Eins", "Zwei"))
    assert (names(german), german.revision) == (names(english), english.revision)
    order = "/// order | q easy\n\nSort.\n\n1. {}\n2. {}\n3. {}\n\n- [ ] {}\n\n///\n"
    english, german = read(
        order.format("Get", "Cut", "Eat", "Throw"), order.format("Holen", "Schneiden", "Essen", "Weg")
    )
    assert (names(german), german.revision) == (names(english), english.revision)
    assert isinstance(german, Order)
    assert [piece.key for piece in german.pieces] == [True, True, True, False]


def test_typed_answers_in_other_words_are_other_answers() -> None:
    fill = "/// fill | q easy\n\nIt is a ____ here.\n\n1. {}\n\n///\n"
    english, german = read(fill.format("model"), fill.format("Modell"))
    assert german.revision != english.revision
    number = "/// number | q easy\n\n{}\n\n- [x] 30\n\n///\n"
    english, german = read(number.format("How many for 1,500?"), number.format("Wie viele bei 1.500?"))
    assert german.revision == english.revision
