"""Blocks that belong to a page, made of what the extension knows of the page and its site."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from xml.etree.ElementTree import Element

from ..kinds import Coverage, Downloads, Goals, Item, PageBlock, Progress, Review, Today, TopicMap, Ways
from ..render.elements import Fill
from ..render.page.coverage import render_coverage
from ..render.page.downloads import render_downloads
from ..render.page.goals import render_goals
from ..render.page.map import render_map
from ..render.page.progress import render_progress
from ..render.page.review import render_review
from ..render.page.today import render_today
from ..render.page.ways import render_ways
from ..site.page_checks import find_goal_items
from ..site.sections.lessons import find_items, find_lessons, find_test, find_title, group_by_section, lessons_of
from .context import Context
from .site_blocks import find_coverage, find_topics


def _ways(context: Context, block: Ways) -> Element:
    host, bank = context.page.host, context.bank
    text = host.read(block.test.partition("#")[0]) if block.test else None
    test = find_test(text, bank.levels, bank.read_pages) if text else None
    if test and "#" not in block.test:
        block = replace(block, settings={**block.settings, "test": f"{block.test}#recall-{test.id}"})
    lesson = block.learn.partition("#")[0]
    elsewhere = host.read(lesson) if lesson else None
    items = list(bank.pages[host.key].items())
    if lesson:
        items = find_items(elsewhere, bank.levels, bank.read_pages) if elsewhere else []
    sections = find_lessons(elsewhere, lesson, bank.levels, bank.read_pages, context.slug) if elsewhere else {}
    sections = sections if lesson else lessons_of(bank.pages[host.key], "", slug=context.slug)
    drawn, study = (test.draw, group_by_section(test.items, sections)) if test else (0, [])
    after = host.read(block.settings["next"]) if "next" in block.settings else None
    title = find_title(after, bank.levels, bank.read_pages) or block.settings["next"] if after else ""
    return render_ways(block, context.say, drawn=drawn, items=items, named=bool(lesson), study=study, next_title=title)


def _coverage(context: Context, block: Coverage) -> Element:
    under, say = block.settings.get("under", ""), context.say
    return render_coverage(*find_coverage(context.page.host, context.bank, say, under), say)


def _progress(context: Context, block: Progress) -> Element:
    host, topic = context.page.host, block.settings.get("topic", "")
    source = host.to_source(topic) if topic else ""
    topics = find_topics(host, context.site_id, source, context.slug) if context.tells else ""
    under, manifest = block.settings.get("under", "").strip("/"), context.late.manifest
    return render_progress(source, under, context.say, manifest=manifest, topics=topics)


def _review(context: Context, block: Review) -> Element:
    return render_review(block.settings, context.say, manifest=context.late.manifest)


def _today(context: Context, block: Today) -> Element:
    ways = Ways(start=block.start, id=block.id, settings=block.settings)
    shown = _ways(context, ways) if block.settings else None
    topics = find_topics(context.page.host, context.site_id, slug=context.slug) if context.tells else ""
    return render_today(shown, context.say, manifest=context.late.manifest, topics=topics)


def _goals(context: Context, block: Goals, fill: Fill) -> Element:
    host, bank = context.page.host, context.bank
    page = bank.pages[host.key]
    if all(item.start > block.start for item in page.items()):
        return render_goals(block, fill, context.say, items=None, sections={})

    def read(test: str) -> list[Item]:
        text = host.read(test)
        return find_items(text, bank.levels, bank.read_pages) if text else []

    items, sections = find_goal_items(page, read), lessons_of(page, "", slug=context.slug)
    return render_goals(block, fill, context.say, items=items, sections=sections)


def _map(context: Context, block: TopicMap, fill: Fill) -> Element:
    host, late = context.page.host, context.late
    topics = find_topics(host, context.site_id) if context.tells else ""
    return render_map(block, fill, context.say, find_source=host.to_source, manifest=late.manifest, topics=topics)


def _downloads(context: Context, block: Downloads) -> Element:
    place = context.late.place_downloads(context.page.host.key, block.start)
    return render_downloads(block.anchor, place, context.say)


PAGE_BLOCK_RENDERERS: dict[str, Callable[..., Element]] = {
    "ways": _ways,
    "coverage": _coverage,
    "progress": _progress,
    "review": _review,
    "today": _today,
    "goals": _goals,
    "map": _map,
    "downloads": _downloads,
}
"""How each kind of block that belongs to a page becomes an element; one with text gets what parses it, too."""


def make_page_block(context: Context, block: PageBlock, fill: Fill) -> Element:
    """Return the element of a block that belongs to a page."""
    given = (fill,) if block.spec.has_text else ()
    return PAGE_BLOCK_RENDERERS[block.kind](context, block, *given)
