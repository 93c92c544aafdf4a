"""Which new item is an old one under another id: each at most once, and compared with few others."""

import pytest

from mkdocs_recall.kinds import Item
from mkdocs_recall.model.page import Page
from mkdocs_recall.site.bank import Bank
from mkdocs_recall.site.past import renames
from mkdocs_recall.site.past.renames import find_renamed


def read(*stems: str, prefix: str = "a") -> list[Item]:
    text = "".join(
        f"/// card | {prefix}-{at}\n\n{stem}\n\n**Answer:** Since it is so.\n\n///\n\n" for at, stem in enumerate(stems)
    )
    return list(Bank().read(Page(path="page.md", lines=text.split("\n"))).items())


def pairs(old: list[str], new: list[str]) -> list[tuple[str, str]]:
    return [(former.id, item.id) for former, item in find_renamed(read(*old, prefix="old"), read(*new, prefix="new"))]


def test_equal_texts_are_paired_in_order():
    assert pairs(["What?", "What?", "Why?"], ["Why?", "What?", "What?"]) == [
        ("old-2", "new-0"),
        ("old-0", "new-1"),
        ("old-1", "new-2"),
    ]


def test_an_equal_text_goes_before_a_similar_one():
    near = "What is the learning rate of a run?"
    assert pairs(["What is the learning rate of a model?", near], [near]) == [("old-1", "new-0")]


def test_a_changed_text_is_found_among_many():
    stems = [f"What does the setting number{at} of a training run change in the end?" for at in range(200)]
    changed = [stem.replace("change", "decide") for stem in stems]
    assert pairs(stems, changed) == [(f"old-{at}", f"new-{at}") for at in range(200)]


def test_another_text_is_no_rename():
    assert pairs(["Where do gradients come from?"], ["Which optimizer keeps two averages per weight?"]) == []


def test_order_counts_in_short_texts():
    words = "a b c d e f g h"
    assert pairs([words], [" ".join(reversed(words.split()))]) == []


def test_each_item_is_compared_with_few_others(monkeypatch: pytest.MonkeyPatch):
    """Words that all share are no reason to compare all with all."""
    compared = []
    measure = renames.measure_likeness
    monkeypatch.setattr(renames, "measure_likeness", lambda old, new: compared.append(1) or measure(old, new))
    stems = [f"What is the same in all of these questions but for {at}?" for at in range(300)]
    assert len(pairs(stems, [stem + " Say it." for stem in stems])) == 300
    assert len(compared) <= 300 * renames.CANDIDATES
