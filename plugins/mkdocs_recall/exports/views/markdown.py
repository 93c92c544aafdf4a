"""The Markdown of a site, set up without its engine: the same extensions, with the options that count here."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from itertools import count
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from ...extension import RecallExtension
from ...kinds import Item
from ...model.text import Text
from ...render.elements import Fill
from ...site.bank import Bank
from ...site.settings import OWN_NAMES, Settings

_ALWAYS = ("toc", "tables", "fenced_code")
"""What MkDocs adds to every site."""
_SNIPPETS = ("pymdownx.snippets", "snippets")
"""Files are included by the time a page is rendered here."""
_SITE_ONLY = "zensical."
"""What the names of extensions begin with that only do something on a site."""
_LAST = -20
"""After all that changes the tree."""

_FORCED: Mapping[str, Mapping[str, object]] = {
    "pymdownx.highlight": {
        "noclasses": False,
        "anchor_linenums": False,
        "line_spans": "",
        "line_anchors": "",
        "linenums": None,
        "linenums_style": "pymdownx-inline",
    },
    "codehilite": {"noclasses": False, "linenums": False},
    "pymdownx.arithmatex": {"generic": True, "preview": False},
    "toc": {"permalink": False, "anchorlink": False},
}
"""Options that only matter on a page of the site. Code keeps its classes and math its TeX: each format says how."""


class MarkdownError(Exception):
    """A Markdown extension of the site that cannot be loaded."""


class Renderer:
    """Converts pages, and returns the HTML of each text of the items in them."""

    def __init__(self, settings: Settings) -> None:
        self._wanted: Mapping[str, Sequence[Text]] = {}
        self._met: dict[int, tuple[str, int]] = {}
        self._tag = "recall-view"
        self._number = count()
        self.notes: dict[str, str] = {}
        """The HTML of the footnotes of the page that was rendered last, by their ids."""
        names, options = _extensions(settings)
        own = RecallExtension(bank=Bank(levels=settings.levels, labels=settings.labels), draw=self._draw)
        try:
            self._markdown = Markdown(extensions=[*names, own, _NotesExtension(self)], extension_configs=options)
        except ModuleNotFoundError as error:
            remedy = "Install what the site is built with."
            raise MarkdownError(f"a Markdown extension of the site cannot be loaded: {error}. {remedy}") from None
        except (AttributeError, ImportError, KeyError, TypeError, ValueError) as error:
            said = " ".join(str(error).split())
            raise MarkdownError(f"the Markdown extensions of the site cannot be set up: {said}") from None

    def render(self, lines: Sequence[str], texts: Mapping[str, Sequence[Text]]) -> dict[str, list[str]]:
        """Return the HTML of texts of a page, by the id of their item. What Markdown does not read has none."""
        source = "\n".join(lines)
        while self._tag in source:
            self._tag += "q"
        self._wanted, self._met, self.notes = texts, {}, {}
        html = self._markdown.reset().convert(source)
        found: dict[str, list[str]] = {}
        for cell in re.finditer(rf'<{self._tag} n="(\d+)">(.*?)</{self._tag}>', html, re.DOTALL):
            id, place = self._met[int(cell[1])]
            if place < 0:
                self.notes[id] = cell[2]
            else:
                found.setdefault(id, [""] * len(texts[id]))[place] = cell[2]
        return found

    def _draw(self, item: Item, fill: Fill) -> Element:
        root = Element("div")
        for place, text in enumerate(self._wanted.get(item.id, ())):
            fill(self.add_cell(root, item.id, place), text)
        return root

    def add_cell(self, root: Element, id: str, place: int) -> Element:
        """Add an element whose HTML is wanted, such as the text of an item at a place, or a footnote at -1."""
        number = next(self._number)
        self._met[number] = (id, place)
        return SubElement(root, self._tag, {"n": str(number)})


class _NotesExtension(Extension):
    """Marks the footnotes of a page, which items may cite."""

    def __init__(self, renderer: Renderer) -> None:
        super().__init__()
        self.renderer = renderer

    def extendMarkdown(self, md: Markdown) -> None:
        md.treeprocessors.register(_NotesTreeprocessor(md, self.renderer), "recall_notes", _LAST)


class _NotesTreeprocessor(Treeprocessor):
    def __init__(self, md: Markdown, renderer: Renderer) -> None:
        super().__init__(md)
        self.renderer = renderer

    def run(self, root: Element) -> None:
        for note in [row for div in root.iter("div") if div.get("class") == "footnote" for row in div.iter("li")]:
            content = list(note)
            note[:] = []
            cell = self.renderer.add_cell(note, note.get("id", ""), -1)
            cell.text, note.text = note.text, None
            cell[:] = content


def _extensions(settings: Settings) -> tuple[list[str], dict[str, dict[str, object]]]:
    """The names of a site's extensions in their order, and their options."""
    listed = {
        name.removeprefix("markdown.extensions."): options
        for name, options in settings.extensions.items()
        if name not in (*OWN_NAMES, *_SNIPPETS) and not name.startswith(_SITE_ONLY) and _is_extension(name, settings)
    }
    names = list(dict.fromkeys([*_ALWAYS, *listed]))
    options = {name: dict(_written(listed.get(name, {}))) for name in names}
    for name, forced in _FORCED.items():
        if name in options:
            options[name] |= forced
    if "pymdownx.emoji" in options:
        options["pymdownx.emoji"] = _emoji()
    return names, options


def _is_extension(name: str, settings: Settings) -> bool:
    """Whether a name is that of an extension. In TOML, a part of a name and a table of options look like one."""
    related = (other for other in settings.extensions if other.startswith(f"{name}.") or name.startswith(f"{other}."))
    if not any(related):
        return True  # Where it is missing, Markdown says so.
    try:
        return hasattr(import_module(name), "makeExtension")
    except ImportError:
        return False


def _written(options: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    """Options without those that name code: they are read as None, and each extension has a default for them."""
    for name, value in options.items():
        # A diagram is drawn by a script of the site, so its source is exported. Ids of headings are not.
        if value is not None and name not in ("custom_fences", "slugify"):
            yield name, value


def _emoji() -> dict[str, object]:
    """Characters in the place of pictures from other hosts."""
    emoji = import_module("pymdownx.emoji")
    return {"emoji_index": emoji.twemoji, "emoji_generator": emoji.to_alt, "alt": "unicode"}
