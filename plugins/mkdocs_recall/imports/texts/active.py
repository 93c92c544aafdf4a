"""Markdown of another site: what in it would act on a page, beyond showing a text."""

from __future__ import annotations

import re
from html import unescape

from ...model.vocabulary import FOREIGN
from .html_text import CODE_LANGUAGES
from .math import ACTS

_TEMPLATE = re.compile(r"\{[{%!]|#\}|\{#(?![\w.-]+\})|^[ \t>]*;*-+8<-+|^[ \t>]*(?:@\[|:::|;;)", re.MULTILINE)
_TAG = re.compile(r"<(?P<name>/?[a-zA-Z][\w:.-]*|[!?])(?P<rest>[^>\n]*)>?")
_TAGS = frozenset(("b", "br", "code", "del", "em", "hr", "i", "ins", "kbd", "mark", "p", "pre", "s", "small", "strong"))
_MORE_TAGS = frozenset(("sub", "sup", "u", "ul", "ol", "li", "table", "tr", "td", "th", "thead", "tbody"))
_WEB = re.compile(r"(?:https?://|mailto:)[^\s<>]+|[\w.+-]+@[\w.-]+", re.IGNORECASE)
_ADDRESS = re.compile(r"\]\(\s*<?([^\s)>]*)|\]:\s*<?([^\s>]*)")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_ATTRIBUTES = re.compile(r"\{[:\s]*[^{}\n]*=[^{}\n]*\}")
_HARMLESS = re.compile(r"(?:title|width|height|align|linenums|hl_lines|loading|lang)=")
_FENCE = re.compile(
    r"^[ \t>]*(?:[-*+]|\d+[.)])?\s*(?:\[[ xX]\]\s*)?(?P<fence>`{3,}|~{3,})(?P<info>[^`\n]*)$", re.MULTILINE
)
_OTHER_LANGUAGES = frozenset(("console", "pycon", "output", "plain", "plaintext", "txt", "none", "batch", "r", "nim"))
_BLOCK = re.compile(r"^[ \t>]*/{3,}[ \t]*(?P<name>[\w-]+)", re.MULTILINE)
_CODE = re.compile(r"(`+)(?!`)[^\n]+?(?<!`)\1(?!`)")
_RUN = re.compile(r"\srun=")


def find_active(markdown: str) -> str:
    """Return what would act, as a sentence; empty where nothing would.

    In doubt, something would: a text that is refused can still be imported by those who trust its file.
    """
    header, _, body = markdown.partition("\n")
    if _RUN.search(header) or "{run=" in markdown:
        return "it names a script for `recall verify`."
    if _TEMPLATE.search(markdown):
        return "it has marks of templates or of files to include."
    for found in _FENCE.finditer(body):
        language, _, rest = found["info"].strip().strip("{}. ").partition(" ")
        known = language.lower() in CODE_LANGUAGES | _OTHER_LANGUAGES or not language
        if not known or any(not _HARMLESS.match(word) for word in rest.split() if "=" in word):
            return f"a block of code says `{found['info'].strip()[:40]}`, which may do more than to show it."
    if any(found["name"] not in FOREIGN - {"html"} for found in _BLOCK.finditer(body)):
        return "it has another block in it."
    return _find_in_text(_CODE.sub("``", _without_fences(body)))


def _find_in_text(text: str) -> str:
    shown = unescape(text)
    for found in _TAG.finditer(text):
        name = found["name"].lstrip("/").lower()
        whole = found[0].strip("<>")
        if name in ("!", "?") and found[0].startswith("<!--"):
            continue
        if not (name in _TAGS | _MORE_TAGS and not found["rest"].strip(" /")) and not _WEB.fullmatch(whole):
            return f"it has HTML: `{found[0][:40]}`."
    for found in _ADDRESS.finditer(shown):
        address = re.sub(r"[\x00-\x20]", "", found[1] or found[2] or "")
        if (_SCHEME.match(address) and not _WEB.match(address)) or "\\" in address:
            return f"a link leads to `{address[:40]}`."
    for found in _ATTRIBUTES.finditer(shown):
        words = found[0].strip("{: }").split()
        if any("=" in word and not _HARMLESS.match(word) for word in words):
            return f"it has attributes: `{found[0][:40]}`."
    return "it has TeX that does more than to draw a formula." if ACTS.search(shown) else ""


def _without_fences(text: str) -> str:
    """A text without its blocks of code. Where one is not closed, all of the text stays."""
    rows, fence = [], ""
    for line in text.split("\n"):
        found = _FENCE.match(line)
        if not fence and found:
            fence = found["fence"]
        elif fence and line.strip("> \t") == fence:
            fence = ""
        elif not fence:
            rows.append(line)
    return text if fence else "\n".join(rows)
