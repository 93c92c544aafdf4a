"""Each option of `recall export`, in each format, with questions of each kind."""

import re
from pathlib import Path

import pytest

from exported import FORMS, TYPED, export, write_sample
from mkdocs_recall.model.vocabulary import ITEM_KINDS

TEST = """# Test

//// test | exam draw=2 mix=2,0,0

/// mcq | exam-mcq easy objective=names

Which?

- [x] This
  > Yes.
- [ ] That
  > No.

///

/// number | exam-number easy objective=code

How many?

- [x] 3

///

////
"""
QUICK = (("json",), ("csv", "--for", "kahoot"))
OPTIONS = {
    "--kind card": 1,
    "--kind mcq": 3,
    "--kind explain": 1,
    "--kind fill": 3,
    "--kind number": 3,
    "--kind order": 3,
    "--kind match": 2,
    "--kind order --kind match": 5,
    "--level easy": 5,
    "--level beginner": 5,
    "--level hard --level medium": 4,
    "--objective names": 3,
    "--objective names --kind fill": 1,
    "--test exam": 2,
    "--test exam --seed 7f3a2c": 2,
    "--test exam --kind number": 1,
    "--title Other": 16,
    "docs/typed": 10,
    "docs/index.md docs/typed/index.md --kind match": 2,
    "": 16,
}
"""What is asked for, and how many questions that gives."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = write_sample(tmp_path_factory.mktemp("options"))
    (folder / "docs" / "typed").mkdir()
    (folder / "docs" / "typed" / "index.md").write_text(TYPED.replace("img/A box.png", "../img/A box.png"))
    (folder / "docs" / "exam.md").write_text(TEST)
    return folder


def test_every_kind_is_asked_for():
    assert {f"--kind {kind}" for kind in ITEM_KINDS} <= set(OPTIONS)


@pytest.mark.parametrize(
    "form",
    [pytest.param(form, id=" ".join(form), marks=() if form in QUICK else pytest.mark.long) for form in FORMS],
)
def test_each_option_holds_in_each_format(site, form):
    for asked, items in OPTIONS.items():
        content, said = export(site, *form, *asked.split())
        left_out = len(re.findall(r"it is left out\.$", said, re.MULTILINE))
        assert re.findall(r"^Exported (\d+) item", said, re.MULTILINE) == [str(items - left_out)], asked
        assert left_out == 0 or form == ("csv", "--for", "kahoot")
        assert content
