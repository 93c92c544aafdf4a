"""Which items of a site are exported, and in which order."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..kinds import ITEMS, Item, ItemSet, MasteryTest
from ..model.page import Region
from ..model.spelling import nearest
from ..site.bank import PageItems
from ..site.past.changes import Found, compare, source
from ..site.past.commit import site_at
from ..site.reader import Site
from .draw_form import Form, draw_form, is_seed
from .views.view import Chosen


class SelectionError(Exception):
    """A selection that nothing can match."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What was asked for; what is empty selects everything."""

    kinds: Sequence[str] = ()
    levels: Sequence[str] = ()
    objectives: Sequence[str] = ()
    test: str = ""
    seed: str = ""
    base: str = ""
    inside: Callable[[Path], bool] = lambda path: True
    """Whether a page is among the paths that were named."""
    named: bool = False
    """Whether any path was named."""


def select_items(site: Site, wanted: Selection) -> list[Chosen]:
    """The items of a site that a selection names, in the order of the pages, or in that of a test's form."""
    ranks = _check(site, wanted)
    every = {each.item.id: each for each in _pages(site, wanted)}
    chosen = list(every.values())
    if wanted.test:
        chosen = [each for each in _of_test(site, wanted) if wanted.inside(site.settings.root / each.page.page.path)]
    if wanted.base:
        with site_at(site.settings, wanted.base) as before:
            changes = compare(before, site)
        found = (*changes.added, *(after for _, after in changes.changed))
        fresh = {(each.page.page.path, each.item.id) for each in found}
        chosen = [each for each in chosen if (each.page.page.path, each.item.id) in fresh]
    return [each for each in chosen if _fits(each.item, wanted, ranks)]


def languages_left_out(site: Site, wanted: Selection) -> bool:
    """Whether the items of other languages are left out, since an item has the same id in each of them."""
    languages = site.settings.languages
    return bool(languages and not wanted.named and len(set(site.bank.languages.values())) > 1)


def left_out(site: Site, wanted: Selection) -> list[str]:
    """Items with mistakes on the pages that are exported: place, kind and id."""
    pages = [page for page in site.pages if wanted.inside(site.settings.root / page.page.path)]
    faulty = ((page, each) for page in pages for each in page.placed() if each.problems)
    return [
        f"{':'.join(map(str, page.page.place(each.region.start)))}: {each.region.kind} {each.block.id}".rstrip()
        for page, each in faulty
        if isinstance(each.block, Item) and (not wanted.kinds or each.block.kind in wanted.kinds)
    ]


def _pages(site: Site, wanted: Selection) -> Iterator[Chosen]:
    for page in site.pages if wanted.named else site.pages_in(site.languages[0]):
        if wanted.inside(site.settings.root / page.page.path):
            yield from _items(page)


def _items(page: PageItems) -> Iterator[Chosen]:
    for entry in page.entries:
        if entry.misplaced:
            continue
        whole = entry.block if isinstance(entry.block, ItemSet) else None
        for each in (entry, *entry.children):
            if isinstance(each.block, Item) and not each.problems:
                yield to_chosen(each.block, page, each.region, whole)


def to_chosen(item: Item, page: PageItems, region: Region, whole: ItemSet | None) -> Chosen:
    """An item of a page, at its region, in the set that holds it."""
    return Chosen(item, page, whole, source(Found(item=item, page=page, region=region)))


def _of_test(site: Site, wanted: Selection) -> Iterator[Chosen]:
    test, page = _find_test(site, wanted)
    language = site.bank.languages.get(page.page.path, "")
    pool: Sequence[Item] = site.pools(language).get(test.id, ()) if test.origins else test.items
    bank = [item for item in pool if item.spec.may_be_tested and item.rank]
    form = _draw(test, bank, wanted.seed) if wanted.seed else Form(tuple(bank), {})
    places = {each.item.id: each for other in site.pages_in(language) for each in _items(other)}
    for item in form.items:
        yield places[item.id]._replace(set=test, home=page.page.path, order=form.orders.get(item.id, ()))


def _draw(test: MasteryTest, bank: Sequence[Item], seed: str) -> Form:
    if test.places:
        raise SelectionError(f"`{test.id}` is a placement test, which is drawn in the browser. Leave `--seed` out.")
    seed = seed.lower()
    if not is_seed(seed):
        raise SelectionError(f"`{seed}` is not a seed. Copy it from the address of the test, as in `--seed 7f3a2c`.")
    form = draw_form(test, bank, seed)
    if form is None:
        raise SelectionError(f"the test `{test.id}` has too few questions to draw from. Run `recall check`.")
    return form


def _find_test(site: Site, wanted: Selection) -> tuple[MasteryTest, PageItems]:
    """The test, in the language of the pages that were named, or in the site's default one."""
    pages = site.pages if wanted.named else site.pages_in(site.languages[0])
    tests = [(test, page) for page in pages for test in page.tests()]
    same = [each for each in tests if each[0].id == wanted.test]
    if not same:
        raise SelectionError(_unknown("test", wanted.test, [test.id for test, _ in tests]))
    return next((each for each in same if wanted.inside(site.settings.root / each[1].page.path)), same[0])


def _check(site: Site, wanted: Selection) -> frozenset[int]:
    """Refuse names that nothing has; the ranks of the levels that are wanted."""
    for kind in wanted.kinds:
        if kind not in ITEMS:
            raise SelectionError(_unknown("kind", kind, ITEMS))
    if wanted.seed and not wanted.test:
        raise SelectionError("`--seed` needs the test that it belongs to. Name it with `--test ID`.")
    known = {item.settings.get("objective", "") for page in site.pages for item in page.items()} - {""}
    for objective in wanted.objectives:
        if objective not in known:
            raise SelectionError(_unknown("objective", objective, sorted(known)))
    ranks: Mapping[str, int] = {
        name.lower(): rank for rank, names in enumerate(site.settings.levels, 1) for name in names
    }
    for level in wanted.levels:
        if level.lower() not in ranks:
            raise SelectionError(_unknown("level", level, ranks))
    return frozenset(ranks[level.lower()] for level in wanted.levels)


def _unknown(noun: str, name: str, known: Collection[str]) -> str:
    near = nearest(name, list(known), within=3)
    remedy = f" Did you mean `{near}`?" if near else ""
    if not remedy and known and len(known) <= 12:
        remedy = f" There are: {', '.join(known)}."
    return f"there is no {noun} `{name}`.{remedy}"


def _fits(item: Item, wanted: Selection, ranks: frozenset[int]) -> bool:
    return (
        (not wanted.kinds or item.kind in wanted.kinds)
        and (not ranks or item.rank in ranks)
        and (not wanted.objectives or item.settings.get("objective") in wanted.objectives)
    )
