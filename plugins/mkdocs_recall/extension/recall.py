"""The Python-Markdown extension `recall`: question blocks in, items out.

1. `RecallPreprocessor` scans the text, after snippets are included and before fences are rendered, and leaves one
   placeholder line in each block's place, behind the same quote marks and indentation, so that lists, quotes,
   admonitions and tabs carry it like any paragraph.
2. `RecallBlockProcessor` turns a placeholder into the item's element and parses each piece with the page's own parser,
   so that references, footnotes and abbreviations work as everywhere else. A text without any sign of Markdown takes
   a short way (plain_texts.py).
3. Tree processors keep headings out of the table of contents, set footnotes of answers inside them, number the items,
   and put stylesheet and script before the first one. The last one writes the items, so that their elements can go.
4. A placeholder that ended in raw HTML gives a sample its text back, or becomes an error box, as does one that
   `RecallPostprocessor` finds in code: what a block says is never shown there.

Blocks are read once raw HTML is put aside, between the first step and the second: a sample is no item and takes no id.

The second step is in block_processor.py, the others are in processors.py, and what they share is in context.py.
"""

from __future__ import annotations

from typing import Any

from markdown import Markdown
from markdown.extensions import Extension

from ..model.identity import why_no_site_id
from ..model.label_languages import name_levels
from ..render.tags import BLOCK_TAGS
from ..rules.quality.names import check_rule_settings
from ..site.bank import Bank
from ..site.placement.misplaced import AFTER_HTML
from ..syntax.header import check_levels
from ..syntax.labels import check_labels
from ..ui import FALLBACK, words
from .block_processor import RecallBlockProcessor
from .context import Context
from .late_addresses import LateAddresses
from .processors import (
    FencesPreprocessor,
    HideHeadingsTreeprocessor,
    HideLabelsTreeprocessor,
    HidePlainTreeprocessor,
    ItemsTreeprocessor,
    PackTreeprocessor,
    PlacesPreprocessor,
    PreviewTreeprocessor,
    RawHtmlPreprocessor,
    RecallPostprocessor,
    RecallPreprocessor,
    ShowHeadingsTreeprocessor,
    ShowLabelsTreeprocessor,
    ShowPlainTreeprocessor,
    SourcePreprocessor,
    UnpackPostprocessor,
)

_BEFORE_SNIPPETS, _AFTER_SNIPPETS, _BEFORE_FENCES, _AFTER_FENCES = 33, 31.9, 31.5, 24.5
_ABOVE_CODE = 89
_BEFORE_SIGNS, _AFTER_SIGNS = 20.001, 19.999
_BEFORE_ATTRIBUTES, _AFTER_ATTRIBUTES, _BEFORE_TOC, _AFTER_TOC, _LAST = 8.5, 7.5, 6, 4, -10
_AFTER_RAW_HTML = 1
_AFTER_ALL, _BEFORE_ALL = -1000, 1000


class RecallExtension(Extension):
    """Cards and choice questions in Markdown."""

    def __init__(self, **kwargs: Any) -> None:
        self.config = {
            "site_id": ["", "Name under which progress is stored; made from the name of the site by default."],
            "levels": [(), "Names of the levels: three lists, the easiest first."],
            "labels": [
                {},
                "Labels of parts beside those of all languages, by the name of the part.",
            ],
            "language": ["", "Language of what the site says, such as `de`."],
            "rules": [{}, "Quality rules to switch off, each with `false`; used by `recall check`."],
            "verify": [{}, "Commands that run scripts, by language; used by `recall verify`, never by a build."],
            "section_marks": [True, "Whether pages mark the sections whose items were all answered."],
            "confidence": ["", "`ask` lets readers say with each answer how sure they are."],
            "offline": ["", "What a service worker keeps; used by the plugin."],
            "install": [False, "Whether the site can be installed; used by the plugin."],
            "on_error": ["", "`report` logs problems, `raise` stops the build: the default for builds of Zensical."],
            "preview": ["", "The problems of the whole site; set by the plugin in a live preview."],
            "late": ["", "Placeholders of addresses that the plugin fills in once all pages are rendered."],
            "current": ["", "The page that is rendered; set by the plugin."],
            "bank": ["", "The items of all pages; set by the plugin, which then logs their problems."],
            "words": ["", "What the site says in its language; set by the plugin from the language of the theme."],
            "draw": ["", "What makes an element of an item in the place of the site's own; set by `recall export`."],
        }
        super().__init__(**kwargs)
        if self.getConfig("on_error") not in (None, "", "report", "raise"):
            raise ValueError("recall: `on_error` must be `report` or `raise`.")
        if self.getConfig("confidence") not in (None, "", "ask"):
            raise ValueError("recall: `confidence` must be `ask`. Without it, readers are not asked how sure they are.")
        check_rule_settings(self.getConfig("rules"))
        if self.getConfig("site_id") and (wrong := why_no_site_id(self.getConfig("site_id"))):
            raise ValueError(f"recall: `site_id` must {wrong}")
        self.bank: Bank = self.getConfig("bank") or self._make_bank()

    def _make_bank(self) -> Bank:
        language = self.getConfig("language") or FALLBACK
        levels = check_levels(self.getConfig("levels") or name_levels(language))
        return Bank(levels=levels, labels=check_labels(self.getConfig("labels"), language))

    def _start(self) -> Context:
        """What the processors of one Markdown share; another plugin may give an extension to a second one."""
        return Context(
            self.bank,
            self.getConfig("preview") or None,
            self.getConfig("site_id"),
            self.getConfig("late") or LateAddresses(),
            self.getConfig("words") or words(self.getConfig("language") or FALLBACK),
            self.getConfig("current") or None,
            on_error=self.getConfig("on_error") or "",
            marks=self.getConfig("section_marks"),
            confidence=bool(self.getConfig("confidence")),
            tells=not self.getConfig("bank"),
            draw=self.getConfig("draw") or None,
        )

    def extendMarkdown(self, md: Markdown) -> None:
        """Register the processors; see the module for what each does."""
        context = self._start()
        md.block_level_elements.extend(tag for tag in BLOCK_TAGS if tag not in md.block_level_elements)
        md.preprocessors.register(SourcePreprocessor(md, context), "recall_source", _BEFORE_SNIPPETS)
        md.preprocessors.register(PlacesPreprocessor(md, context), "recall_places", _AFTER_SNIPPETS)
        md.preprocessors.register(RecallPreprocessor(md, context), "recall", _BEFORE_FENCES)
        md.preprocessors.register(FencesPreprocessor(md, context), "recall_fences", _AFTER_FENCES)
        md.preprocessors.register(RawHtmlPreprocessor(md, context), "recall_raw_html", AFTER_HTML)
        md.parser.blockprocessors.register(RecallBlockProcessor(md, context), "recall", _ABOVE_CODE)
        if context.preview:
            md.treeprocessors.register(PreviewTreeprocessor(md, context), "recall_preview", _BEFORE_TOC)
        md.treeprocessors.register(HidePlainTreeprocessor(md, context), "recall_hide_plain", _BEFORE_SIGNS)
        md.treeprocessors.register(ShowPlainTreeprocessor(md, context), "recall_show_plain", _AFTER_SIGNS)
        md.treeprocessors.register(HideLabelsTreeprocessor(md, context), "recall_hide_labels", _BEFORE_ATTRIBUTES)
        md.treeprocessors.register(ShowLabelsTreeprocessor(md, context), "recall_show_labels", _AFTER_ATTRIBUTES)
        md.treeprocessors.register(HideHeadingsTreeprocessor(md, context), "recall_hide_headings", _BEFORE_TOC)
        md.treeprocessors.register(ShowHeadingsTreeprocessor(md, context), "recall_show_headings", _AFTER_TOC)
        md.treeprocessors.register(ItemsTreeprocessor(md, context), "recall_items", _LAST)
        md.treeprocessors.register(PackTreeprocessor(md, context), "recall_pack", _AFTER_ALL)
        md.postprocessors.register(UnpackPostprocessor(md, context), "recall_unpack", _BEFORE_ALL)
        md.postprocessors.register(RecallPostprocessor(md, context), "recall", _AFTER_RAW_HTML)


def makeExtension(**kwargs: Any) -> RecallExtension:
    """Entry point of Python-Markdown."""
    return RecallExtension(**kwargs)
