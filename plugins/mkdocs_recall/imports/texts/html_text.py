"""HTML of other programs as Markdown: what Markdown has, and nothing that acts.

Each element that is not listed here loses its tags and keeps its text. Those that run, load or ask for something go
with all that is in them. Of attributes only the address of a link or a picture counts, and the language of code.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from urllib.parse import quote

from . import math
from .html_tree import Node, parse_html
from .plain import clean, collapse, escape_inline, escape_line, escape_start, write_block, write_code

Note = Callable[[str], None]
"""Notes what cannot be carried."""
FindPicture = Callable[[str], str]
"""Returns the address of a picture beside the page, by the one that it has in the text; empty where there is none."""

_BLOCKS = frozenset(
    re.findall(
        r"\S+",
        "address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form "
        "h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr "
        "ul",
    )
)
_GONE = frozenset(
    re.findall(
        r"\S+",
        "applet audio base button canvas embed frame frameset head iframe input link math meta noembed noframes "
        "noscript object script select style svg template textarea title video xmp",
    )
)
"""What runs, loads or asks for something, and what is no text."""
_PLAIN = frozenset(
    re.findall(
        r"\S+",
        "a abbr acronym big bdi bdo center col colgroup caption data dfn font label mark q s del ins small span "
        "strike time tt u wbr tbody thead tfoot html body",
    )
)
"""What loses no more than its looks."""
_SIGNS = {"b": "**", "strong": "**", "i": "*", "em": "*", "var": "*", "cite": "*", "dfn": "*"}
_RAW_NAMES = {"**": "strong", "*": "em"}
_KEPT = frozenset(("sub", "sup", "kbd", "s", "del", "ins", "u", "mark", "small"))
"""What Markdown has no mark for: HTML without attributes."""
_CODE = frozenset(("code", "tt", "samp"))
_LANGUAGE = re.compile(r"(?:^|\s)(?:brush:|lang(?:uage)?-|highlight-)?\s*([a-z0-9+#]+)(?=\s|;|$)", re.IGNORECASE)
CODE_LANGUAGES = frozenset(
    re.findall(
        r"\S+",
        "bash c cpp csharp css csv diff dockerfile go haskell html ini java javascript js json julia kotlin latex "
        "lua make markdown matlab md octave pascal perl php powershell prolog py python r ruby rust scala scheme "
        "sh shell sql swift tex text toml ts typescript xml yaml yml",
    )
)
"""Languages that a fence may name. Extensions do something else with names such as `mermaid` and `pyodide`."""
_WEB = re.compile(r"(?:https?://|mailto:)[^\s/?#]", re.IGNORECASE)
_SAFE = "/:?#@!&+,;=%-._~"


@dataclass(slots=True)
class _Run:
    """A paragraph that is being written."""

    pieces: list[str] = field(default_factory=list)

    def add(self, piece: str) -> None:
        last = self.pieces[-1] if self.pieces else ""
        if piece.startswith("`") and last.endswith("`"):
            piece = write_code_raw(piece.strip("`"))
        if piece:
            self.pieces.append(piece)

    def take(self) -> str:
        """The paragraph; the next one begins."""
        text = "".join(self.pieces)
        self.pieces = []
        rows = [escape_start(collapse(row).strip()) for row in text.split("\n")]
        while rows and rows[0] in ("", "<br>"):
            rows.pop(0)
        while rows and rows[-1] in ("", "<br>"):
            rows.pop()
        if rows and rows[-1].endswith("<br>"):
            rows[-1] = rows[-1].removesuffix("<br>").rstrip()
        return "\n".join(row for row in rows if row)


def write_code_raw(text: str) -> str:
    """Return inline code as an element."""
    return f"<code>{escape_inline(text)}</code>"


@dataclass(slots=True, kw_only=True)
class HtmlWriter:
    """Writes the HTML of one text as Markdown."""

    note: Note
    find_picture: FindPicture
    math: bool
    """Whether the site shows TeX."""
    in_list: bool = False
    """Whether the text is an option: lists and quotes below it would mean something else there."""
    cell: bool = False
    """Whether the text is in a table."""

    def write(self, html: str) -> str:
        """Return HTML as Markdown, in one line where it is a cell of a table."""
        blocks = list(self._blocks(parse_html(html).content))
        if self.cell:
            return "<br>".join(block.replace("<br>\n", "<br>").replace("\n", " ") for block in blocks)
        return "\n\n".join(blocks)

    def _blocks(self, content: Sequence[Node | str]) -> Iterator[str]:
        """Write paragraphs, lists, tables and code, one after the other."""
        run = _Run()
        for each in content:
            if isinstance(each, Node) and (each.name in _BLOCKS or _holds_blocks(each)):
                yield from filter(None, [self._paragraph(run)])
                yield from filter(None, self._block(each))
            else:
                self._inline(each, run)
        yield from filter(None, [self._paragraph(run)])

    def _paragraph(self, run: _Run) -> str:
        text = run.take()
        found = re.fullmatch(r"\\\(\\displaystyle ([^\n]*)\\\)", text)
        if found and not self.cell and not self.in_list and "\\(" not in found[1]:
            return f"$$\n{found[1]}\n$$"
        return text

    def _block(self, node: Node) -> Iterator[str]:
        match node.name:
            case name if name in _GONE:
                self._gone(node)
            case "pre" if self.cell:
                yield "<br>".join(write_code(line) for line in node.text().split("\n") if line.strip())
            case "pre":
                yield write_block(node.text(), _language(node))
            case "ul" | "ol":
                yield from self._list(node)
            case "table" if not self.cell:
                yield from self._table(node)
            case "tr" if self.cell or self.in_list:
                yield " ".join(filter(None, (" ".join(self._blocks([cell])) for cell in node.content)))
            case "blockquote" if not (self.cell or self.in_list):
                inside = "\n\n".join(self._blocks(node.content))
                yield "\n".join(f"> {line}".rstrip() for line in inside.split("\n")) if inside else ""
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                yield from (f"<strong>{block}</strong>" if "\n" not in block else block for block in self._all(node))
            case "hr":
                yield "" if self.cell or self.in_list else "<hr>"
            case _:
                yield from self._blocks(node.content)

    def _all(self, node: Node) -> Iterator[str]:
        return self._blocks(node.content)

    def _list(self, node: Node) -> Iterator[str]:
        rows = []
        loose = [each for each in node.content if not (isinstance(each, str) and not each.strip())]
        for number, each in enumerate(loose, 1):
            content = each.content if isinstance(each, Node) and each.name == "li" else [each]
            inside = "\n\n".join(self._blocks(content))
            if not inside:
                continue
            sign = f"{number}." if node.name == "ol" else "-"
            if self.in_list or self.cell:
                sign = f"{number}\\." if node.name == "ol" else "•"
                rows.append(f"{sign} {inside}".replace("\n\n", "<br>\n"))
            else:
                rows.append("\n".join(_indented(f"{sign} ".ljust(4), inside)))
        yield ("<br>\n" if self.in_list or self.cell else "\n").join(rows)

    def _table(self, node: Node) -> Iterator[str]:
        rows = [
            [cell for cell in row.content if isinstance(cell, Node) and cell.name in ("td", "th")]
            for row in node.walk()
            if row.name == "tr"
        ]
        rows = [row for row in rows if row]
        width = max(map(len, rows), default=0)
        if not width or self.in_list or any(_holds_table(cell) for row in rows for cell in row):
            yield from self._blocks([each for row in rows for cell in row for each in cell.content])
            return
        if any(cell.attributes.keys() & {"rowspan", "colspan"} for row in rows for cell in row):
            self.note("a cell of a table spans several rows or columns, and Markdown has none that do.")
        inner = HtmlWriter(note=self.note, find_picture=self.find_picture, math=self.math, cell=True)
        lines = [
            [
                "<br>".join(block.replace("<br>\n", "<br>").replace("\n", " ") for block in inner._blocks(cell.content))
                for cell in row
            ]
            for row in rows
        ]
        head, *body = [[*row, *[""] * (width - len(row))] for row in lines]
        yield "\n".join("| " + " | ".join(row) + " |" for row in (head, ["---"] * width, *body))

    def _inline(self, each: Node | str, run: _Run) -> None:
        if isinstance(each, str):
            self._text(each, run)
        elif each.name in _GONE:
            self._gone(each)
        elif each.name == "br":
            run.add("<br>\n")
        elif each.name == "img":
            run.add(self._picture(each))
        elif each.name in _CODE:
            run.add(write_code(collapse(each.text().replace("\n", " ")), cell=self.cell))
        elif each.name in _SIGNS or each.name in _KEPT:
            self._marked(each, run)
        elif each.name == "a" and "href" in each.attributes:
            self._link(each, run)
        else:
            if each.name not in _PLAIN:
                self.note(f"the element `<{each.name}>` is left out, and its text kept.")
            for inner in each.content:
                self._inline(inner, run)

    def _text(self, text: str, run: _Run) -> None:
        text, at = clean(text), 0
        for found in math.PATTERN.finditer(text) if self.math and ("\\" in text or "$$" in text) else ():
            inner = found["round"] or found["square"] or found["dollars"]
            tex = math.write_math(inner if found["round"] else f"\\displaystyle {inner}", cell=self.cell)
            if tex is None:
                self.note("TeX that does more than to draw a formula is left as text.")
                continue
            run.add(self._plain(text[at : found.start()]))
            run.add(tex)
            at = found.end()
        if not self.math and math.PATTERN.search(text):
            self.note("TeX is left as text, since the site does not list `pymdownx.arithmatex`.")
        run.add(self._plain(text[at:]))

    def _plain(self, text: str) -> str:
        return escape_inline(collapse(text.replace("\n", " ")))

    def _marked(self, node: Node, run: _Run) -> None:
        """Emphasis and its like. Where Markdown may not see a mark, an element without attributes takes its place."""
        inner = _Run()
        for each in node.content:
            self._inline(each, inner)
        text = "".join(inner.pieces)
        core = text.strip()
        before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
        if not core:
            run.add(text)
            return
        sign = _SIGNS.get(node.name, "")
        so_far = "".join(run.pieces[-1:])
        simple = re.fullmatch(r"[\w ,.]+", core) and not core.endswith(":") and so_far.endswith((" ", "("))
        name = node.name if node.name in _KEPT else _RAW_NAMES[sign]
        written = f"{sign}{core}{sign}" if sign and simple and not before else f"<{name}>{core}</{name}>"
        run.add(f"{before}{written}{after}")

    def _link(self, node: Node, run: _Run) -> None:
        inner = _Run()
        for each in node.content:
            self._inline(each, inner)
        text = " ".join("".join(inner.pieces).split())
        address = safe_address(node.attributes["href"])
        if not address:
            if text:
                self.note("a link that leads nowhere on the web is left out, and its text kept.")
            run.add(text)
        elif text:
            run.add(f"[{text}](<{address}>)" if "](" not in text else text)

    def _picture(self, node: Node) -> str:
        source, said = node.attributes.get("src", ""), escape_line(node.attributes.get("alt", ""))
        said = said.replace("[", "&#91;").replace("]", "&#93;")
        if address := self.find_picture(source):
            if not said:
                self.note("a picture has no description, so its name takes its place. Describe what it shows.")
                said = escape_line(re.sub(r"-[0-9a-f]{8}$", "", address.rpartition("/")[2].rpartition(".")[0]))
            return f"![{said}](<{quote(address, safe=_SAFE)}>)"
        if address := safe_address(source):
            self.note("a picture on another site is a link, since pages load nothing from other sites.")
            return f"[{said or escape_line(address)[:80]}](<{address}>)"
        self.note("a picture is not in the file, so its description takes its place.")
        return said

    def _gone(self, node: Node) -> None:
        what = " ".join(node.text().split())
        if node.name not in ("head", "title", "meta", "link", "base") or what:
            self.note(f"the element `<{node.name}>` is left out with all that is in it.")


def safe_address(address: str) -> str:
    """Return an address of the web as Markdown and HTML can hold it; empty where it is another kind of address."""
    address = re.sub(r"[\x00-\x20\x7f-\xa0]+", "", address)
    return quote(address, safe=_SAFE) if _WEB.match(address) else ""


def _holds_blocks(node: Node) -> bool:
    return node.name not in _CODE and any(each.name in _BLOCKS for each in node.walk() if each is not node)


def _holds_table(node: Node) -> bool:
    return any(each.name in ("table", "pre") for each in node.walk())


def _language(node: Node) -> str:
    for each in node.walk():
        for found in _LANGUAGE.finditer(each.attributes.get("class", "")):
            if found[1].lower() in CODE_LANGUAGES:
                return found[1].lower()
    return ""


def _indented(sign: str, text: str) -> Iterator[str]:
    first, *rest = text.split("\n")
    yield sign + first
    yield from (f"    {line}" if line else "" for line in rest)
