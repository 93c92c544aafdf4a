"""What is exported and imported again is the same, as far as the format can hold it."""

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from exported import LESSON, TYPED, export, write_sample
from imported import run_check, run_import, write_import_site
from mkdocs_recall.kinds import Card, FillIn, Item, Match, Mcq, Number, Order
from mkdocs_recall.kinds.items.typed import typed_form
from mkdocs_recall.model.ranges import read_range
from mkdocs_recall.site.reader import read_site
from mkdocs_recall.site.settings import read_settings
from mkdocs_recall.syntax.shown import shown

SIGNS = "aB1 é漢.,;:!?()[]{}<>&*_~^=+-#|\\/'\"$%@`"
WORDS = st.text(alphabet=SIGNS, min_size=1, max_size=30).map(lambda text: " ".join(text.split())).filter(bool)


def items_of(folder: Path) -> dict[str, Item]:
    """The items of a site, by their ids."""
    site = read_site(read_settings(folder / "mkdocs.yml"))
    return {item.id: item for page in site.pages for item in page.items()}


def meaning(item: Item) -> object:
    """What is right and wrong about an item, in the words that readers see."""
    if isinstance(item, Mcq):
        return [(option.key, bool(option.reason)) for option in item.options]
    if isinstance(item, Number):
        ranges = [(answer.key, read_range(typed_form(answer.text))) for answer in item.answers]
        return [(key, float(found.low), float(found.high)) for key, found in ranges if found], item.unit
    if isinstance(item, Order):
        return [piece.key for piece in item.pieces]
    if isinstance(item, Match):
        return sorted((shown(row.left) == "", shown(row.right), bool(row.reason)) for row in item.table.rows)
    if isinstance(item, FillIn):
        return [[(answer.key, bool(answer.reason)) for answer in answers] for answers in item.blanks]
    return [shown(concept.text) for concept in item.concepts]


@pytest.mark.parametrize("form", ["json", "gift", "moodle"])
@pytest.mark.parametrize("lesson", [LESSON, TYPED], ids=["sample", "typed"])
def test_items_mean_the_same_after_a_round_trip(lesson: str, form: str, tmp_path: Path) -> None:
    source = write_sample(tmp_path / "source", lesson)
    site = write_import_site(tmp_path / "site")
    content, _ = export(source, form)
    made = run_import(site, form, content, *(["--trust"] if form == "json" else []))
    lost = form == "json" and lesson == LESSON  # A link to another page of its site.
    assert (made.code, "imported with a mistake: " in made.said) == (int(lost), lost), made.said
    assert run_check(site)[0] == int(lost)
    old, new = items_of(source), items_of(site)
    assert old.keys() - new.keys() == ({"7-card"} if lost else set())
    for id in new:
        item = old[id]
        if form == "gift" and isinstance(item, FillIn) and len(item.blanks) > 1:
            continue  # An essay there.
        assert (id, item.kind, item.level) == (id, new[id].kind, new[id].level)
        if form == "json":
            assert (id, item.revision) == (id, new[id].revision)
        elif id != "a-range":  # 1/3 has no end as a decimal.
            assert (id, meaning(item)) == (id, meaning(new[id]))


@pytest.mark.parametrize("form", ["gift", "moodle"])
def test_a_second_round_trip_changes_nothing(form: str, tmp_path: Path) -> None:
    content, _ = export(write_sample(tmp_path / "source", LESSON), form)
    pages = []
    for number in range(3):
        site = write_import_site(tmp_path / f"site{number}")
        pages.append(run_import(site, form, content).page)
        content, _ = export(site, form, "--title", "Same")
    assert pages[1] == pages[2]


@pytest.mark.parametrize("profile", ["canvas", "2.1", "3.0"])
@pytest.mark.parametrize("lesson", [LESSON, TYPED], ids=["lesson", "typed"])
def test_what_qti_holds_comes_back(profile: str, lesson: str, tmp_path: Path) -> None:
    source = write_sample(tmp_path / "source", lesson)
    content, _ = export(source, "qti", "--profile", profile)
    site = write_import_site(tmp_path / "site")
    made = run_import(site, "qti", content)
    lost = {"lines"} if (profile, lesson) == ("canvas", TYPED) else set()  # Lines of code that are equal as text.
    assert (made.code, run_check(site)[0]) == (len(lost), 0), made.said
    old, new = items_of(source), items_of(site)
    assert old.keys() - new.keys() == lost
    for id in new:
        item = old[id]
        essay = item.kind in ("card", "explain")
        assert (id, "explain" if essay else item.kind, item.level) == (id, new[id].kind, new[id].level)
        if not essay and id != "a-range" and (profile != "canvas" or isinstance(item, Mcq)):
            assert (id, meaning(item)) == (id, meaning(new[id]))
    again = run_import(site, "qti", content)
    assert again.page == made.page


@pytest.mark.parametrize("form", ["gift", "moodle", "aiken", "csv", "qti", "anki"])
@pytest.mark.parametrize("number", [pytest.param(6, id="few"), pytest.param(50, id="many", marks=pytest.mark.long)])
def test_plain_texts_are_shown_as_they_were(form: str, number: int, tmp_path: Path) -> None:
    @settings(max_examples=number, deadline=None)
    @given(stem=WORDS, right=WORDS, wrong=WORDS)
    @example(stem="/// card | x", right="- [x] a", wrong="{{ b }}")
    @example(stem="**Hint:** x", right="`a`", wrong="a_b_c __d__")
    def check(stem: str, right: str, wrong: str) -> None:
        check_texts(form, (stem, right, wrong), tmp_path)

    check()


def check_texts(form: str, words: tuple[str, str, str], folder: Path) -> None:
    stem, right, wrong = words
    site = write_import_site(folder)
    (site / "docs" / "page.md").unlink(missing_ok=True)
    texts = (f"Q {stem}?", f"R {right}", f"W {wrong}")
    run = run_import(site, form, WRITERS[form](*texts))
    assert run.code == 0, run.said
    (item,) = items_of(site).values()
    if form == "anki":
        assert isinstance(item, Card)
        assert [shown(text) for text in (item.stem, item.parts[0].text)] == [shown_plainly(text) for text in texts[:2]]
        return
    assert isinstance(item, Mcq)
    found = [shown(text) for text in (item.stem, *(option.text for option in item.options))]
    assert found == [shown_plainly(text) for text in texts]
    assert [option.key for option in item.options] == [True, False]


def shown_plainly(text: str) -> str:
    return " ".join(text.split())


def write_gift(stem: str, right: str, wrong: str) -> str:
    def own(text: str) -> str:
        return "".join(f"\\{char}" if char in "\\#=~{}:" else char for char in text)

    return f"::x::[plain]{own(stem)}{{={own(right)} ~{own(wrong)}}}"


def write_moodle(stem: str, right: str, wrong: str) -> str:
    def text(text: str) -> str:
        return f"<text>{text.replace('&', '&amp;').replace('<', '&lt;')}</text>"

    return (
        f'<quiz><question type="multichoice"><questiontext format="plain_text">{text(stem)}</questiontext>'
        f'<answer fraction="100" format="plain_text">{text(right)}</answer>'
        f'<answer fraction="0" format="plain_text">{text(wrong)}</answer></question></quiz>'
    )


def write_aiken(stem: str, right: str, wrong: str) -> str:
    return f"{stem}\nA. {right}\nB. {wrong}\nANSWER: A\n"


def write_csv(stem: str, right: str, wrong: str) -> str:
    def cell(text: str) -> str:
        return '"' + text.replace('"', '""') + '"'

    return f"question,A,B,correct\n{cell(stem)},{cell(right)},{cell(wrong)},A\n"


def write_qti(stem: str, right: str, wrong: str) -> str:
    def text(text: str) -> str:
        shown_text = text.replace("&", "&amp;").replace("<", "&lt;")
        return f'<material><mattext texttype="text/plain">{shown_text}</mattext></material>'

    return (
        f'<questestinterop><item ident="1"><presentation>{text(stem)}<response_lid ident="r"><render_choice>'
        f'<response_label ident="a">{text(right)}</response_label><response_label ident="b">{text(wrong)}'
        "</response_label></render_choice></response_lid></presentation><resprocessing><respcondition><conditionvar>"
        '<varequal respident="r">a</varequal></conditionvar><setvar>1</setvar></respcondition></resprocessing></item>'
        "</questestinterop>"
    )


def write_anki(stem: str, right: str, wrong: str) -> str:
    def cell(text: str) -> str:
        return '"' + text.replace('"', '""') + '"'

    return f"#separator:tab\n#html:false\n{cell(stem)}\t{cell(right)}\n"


WRITERS = {
    "gift": write_gift,
    "moodle": write_moodle,
    "aiken": write_aiken,
    "csv": write_csv,
    "qti": write_qti,
    "anki": write_anki,
}
