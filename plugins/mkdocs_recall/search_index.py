"""Gives search plugins less of each page to read, whichever of them a site uses."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import PluginCollection
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from .render.search_text import to_search_text

_SETTING = re.compile(r"data-search-\w+=\"[^\"]+\"")
"""An attribute with a value. Material takes it off what it has read, with a blank before it."""


def lighten_search(plugins: PluginCollection, title: str) -> None:
    """Have search plugins read less of each page. No other plugin sees that text, whatever their order.

    `title` is that of an item where its own would bring it before the lesson.
    """
    hooks = plugins.events["page_context"]
    hooks[:] = [_with_search_text(hook, title) if _is_search(hook) else hook for hook in hooks]


def _is_search(hook: Callable[..., object]) -> bool:
    """Whether a hook is that of a search plugin: MkDocs' or Material's, which share a name but no class."""
    return any(base.__name__ == "SearchPlugin" for base in type(getattr(hook, "__self__", None)).__mro__)


def _with_search_text(index: Callable[..., object], title: str) -> Callable[..., object]:
    """The hook of a search plugin, given a page's search text in place of its content.

    Material's index takes a boost for each entry. In MkDocs' own, words of a title count most, since titles are short.
    So there the words of an item are in its text alone.
    """
    boosts = "material" in index.__module__

    def run(context: object, *, page: Page, config: MkDocsConfig, nav: Navigation) -> object:
        content, toc = page.content or "", page.toc
        text = to_search_text(content, "" if boosts else title)
        if text.html == content:
            return index(context, page=page, config=config, nav=nav)
        page.content = text.html
        page.toc = TableOfContents([*toc, *(AnchorLink(each.title, each.id, 6) for each in text.found)])
        known = len(_entries(index))
        try:
            result = index(context, page=page, config=config, nav=nav)
            _rank(_entries(index)[known:], {each.id for each in text.found})
            return result
        finally:
            stripped = page.content != text.html or boosts
            page.content = _strip(content) if stripped else content
            page.toc = toc

    return run


def _strip(content: str) -> str:
    """A page without these attributes. Most pages have none, and a search for the blank would look at each."""
    if not _SETTING.search(content):
        return content
    return re.sub(rf"\s?{_SETTING.pattern}", "", content)


_BOOST = 0.0002
"""What a match in an item counts, of what it counts elsewhere: in Material a word of a title counts 1,000 times."""


def _entries(index: Callable[..., object]) -> list[dict[str, Any]]:
    """What the search plugin of a hook has read so far."""
    found: Any = getattr(getattr(index, "__self__", None), "search_index", None)
    return found.entries if isinstance(getattr(found, "entries", None), list) else []


def _rank(entries: Sequence[dict[str, Any]], ids: Collection[str]) -> None:
    """Have items found after what teaches them. Their words are few, so that each would count much."""
    for entry in entries:
        if str(entry.get("location", "")).partition("#")[2] in ids:
            entry["boost"] = _BOOST * float(entry.get("boost", 1))
