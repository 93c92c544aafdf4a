"""Gives search plugins less of each page to read, whichever of them a site uses."""

from __future__ import annotations

import re
from collections.abc import Callable

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import PluginCollection
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from .render.search_text import to_search_text

_SETTING = re.compile(r"\s?data-search-\w+=\"[^\"]+\"")


def lighten_search(plugins: PluginCollection) -> None:
    """Have search plugins read less of each page. No other plugin sees that text, whatever their order."""
    hooks = plugins.events["page_context"]
    hooks[:] = [_with_search_text(hook) if _is_search(hook) else hook for hook in hooks]


def _is_search(hook: Callable[..., object]) -> bool:
    """Whether a hook is that of a search plugin: MkDocs' or Material's, which share a name but no class."""
    return any(base.__name__ == "SearchPlugin" for base in type(getattr(hook, "__self__", None)).__mro__)


def _with_search_text(index: Callable[..., object]) -> Callable[..., object]:
    """The hook of a search plugin, given a page's search text in place of its content."""

    def run(context: object, *, page: Page, config: MkDocsConfig, nav: Navigation) -> object:
        content, toc = page.content or "", page.toc
        text = to_search_text(content)
        if text.html == content:
            return index(context, page=page, config=config, nav=nav)
        page.content = text.html
        page.toc = TableOfContents([*toc, *(AnchorLink(each.title, each.id, 6) for each in text.found)])
        try:
            return index(context, page=page, config=config, nav=nav)
        finally:
            # Material takes these attributes off what it has read.
            stripped = page.content != text.html or "material" in index.__module__
            page.content = _SETTING.sub("", content) if stripped else content
            page.toc = toc

    return run
