"""Plain text as Markdown that shows just that text, whatever extensions and plugins a site has.

A backslash works for the marks of Markdown itself. The marks of extensions are written as references to characters,
which nothing reads as a mark: not the fence of our blocks, not templates, snippets, attribute lists, math or HTML.
"""

from __future__ import annotations

import re
from html import escape as escape_html

from ...syntax.patterns import ODD_SPACES

_CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ue000-\ue00f\ufff9-\ufffb]")
"""What no page can hold, or what Markdown and its readers use as marks among themselves."""
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x1c-\x1f\x85\u2028\u2029]")
_SPACES = re.compile("[\t \xa0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_ENDS = re.compile(rf"^[{ODD_SPACES} \t]+|[{ODD_SPACES} \t]+$")

_INLINE = re.compile(
    r"(?P<escaped>[*])|(?P<line>_+)|(?P<backslash>\\+)|(?P<reference>[`{$~^<|])|(?P<and>&(?=#?\w{1,40};))"
    r"|(?P<bracket>\[)|(?P<equal>==+)|(?P<plus>\+\+(?=[\w+-]{1,60}\+\+))|(?P<emoji>:(?=[+\w-]{1,60}:))"
)
_INDEX = re.compile(r"\[\w{1,30}\](?![\[({:])")
"""What is in brackets in code, as in `a[0]`: neither a link nor a box to tick."""
_START = re.compile(
    r"(?P<plain>#|[-+](?=\s|$|-)|!(?=!))|(?P<mark>=(?==*\s*$|==)|:(?=\s|:|$)|\?(?=\?\?)|/(?=/)|;(?=[;-])|%(?=%)"
    r"|@(?=[@\[])|>)|(?P<number>\d{1,9})(?P<after>[.)])(?=\s|$)"
)
_ACTIVE = re.compile(r"\{[{%#!]|^[ \t]*;*-+8<-+|^@\[", re.MULTILINE)
"""What acts in code too, since it is read before any fence is: templates, and files to include."""


_FENCED = re.compile(r"^(?P<fence>`{3,})[^\n`]*\n(?P<code>.*?)\n(?P=fence)$", re.MULTILINE | re.DOTALL)
_CODE_WITH_LINE = re.compile(r"(?<!`)`([^`\n]*___[^`\n]*)`(?!`)")


def clean(text: str) -> str:
    """Return a text with `\n` at the end of each line and without what no page can hold."""
    return _CONTROLS.sub("\ufffd", _LINE_ENDS.sub("\n", text))


def refer(char: str) -> str:
    """Return a reference to a character, which shows it and means nothing."""
    return {"<": "&lt;", ">": "&gt;", "&": "&amp;"}.get(char) or f"&#{ord(char)};"


def escape_inline(text: str) -> str:
    """Return a text without line breaks as Markdown, for any place but the start of a line."""
    return _INLINE.sub(_escape, text)


def _escape(found: re.Match[str]) -> str:
    match found.lastgroup:
        case "escaped":
            return f"\\{found[0]}"
        case "line":
            return found[0] if _in_word(found) else "\\_" * len(found[0])
        case "backslash":
            after = found.string[found.end() : found.end() + 1]
            safe = after.isalnum() or after == " "
            return "\\\\" * len(found[0]) if safe else "&#92;" * len(found[0])
        case "bracket":
            before = found.string[max(found.start() - 1, 0) : found.start()]
            return "[" if before.isalnum() and _INDEX.match(found.string, found.start()) else "&#91;"
        case "equal":
            return "=" + "&#61;" * (len(found[0]) - 1)
        case "plus":
            return "+&#43;"
    return refer(found[0])


def _in_word(found: re.Match[str]) -> bool:
    text, start, end = found.string, found.start(), found.end()
    return end - start == 1 and start > 0 and end < len(text) and text[start - 1].isalnum() and text[end].isalnum()


def escape_start(line: str) -> str:
    """Return a line of Markdown that begins no list, heading, quote, block or anything else."""
    line = _ENDS.sub("", line)
    return _START.sub(_escape_start, line, count=1) if _START.match(line) else line


def _escape_start(found: re.Match[str]) -> str:
    if found["number"]:
        return f"{found['number']}\\{found['after']}"
    if found["plain"]:
        return f"\\{found['plain']}"
    return refer(found[0])


def escape_text(text: str) -> str:
    """Return plain text of several lines as Markdown: paragraphs stay, and so do the lines in them."""
    paragraphs, rows = [], list[str]()
    for line in [*clean(text).split("\n"), ""]:
        shown = collapse(line).strip()
        if shown:
            rows.append(escape_start(escape_inline(shown)))
        elif rows:
            paragraphs.append("<br>\n".join(rows))
            rows = []
    return "\n\n".join(paragraphs)


def escape_line(text: str) -> str:
    """Return plain text as one line of Markdown."""
    return escape_start(escape_inline(collapse(clean(text).replace("\n", " ")).strip()))


def collapse(text: str) -> str:
    """Return a text with single plain spaces."""
    return _SPACES.sub(" ", text)


def hide_blanks(markdown: str) -> str:
    """Return Markdown in which underscores are just that, for texts whose blanks are put in afterwards."""
    markdown = _FENCED.sub(lambda found: _write_pre(found["code"]) if "___" in found["code"] else found[0], markdown)
    markdown = _CODE_WITH_LINE.sub(lambda found: f"<code>{escape_inline(found[1])}</code>", markdown)
    return re.sub(r"(?:\\?_){3,}", lambda found: "&#95;" * found[0].count("_"), markdown)


def _write_pre(code: str) -> str:
    """Return a block of code as HTML."""
    shown = escape_html(code, quote=False).replace("{", "&#123;").replace("_", "&#95;")
    rows = (line or "&#32;" for line in shown.split("\n"))
    return "<pre><code>{}</code></pre>".format("\n".join(rows))


def write_code(text: str, *, cell: bool = False) -> str:
    """Return inline code. What would act in it is written as references in an element of HTML."""
    text = clean(text).replace("\n", " ")
    if not text.strip():
        return ""
    odd = _ACTIVE.search(text) or text.lstrip().startswith("#!") or "`" in text
    if odd or (cell and "|" in text) or text != text.strip():
        return f"<code>{escape_inline(text)}</code>"
    return f"`{text}`"


def write_block(text: str, language: str = "") -> str:
    """Return a block of code. What would act in it is written as references in an element of HTML."""
    lines = clean(text).expandtabs(4).split("\n")
    while lines and not lines[0].strip():
        lines.pop(0)
    while lines and not lines[-1].strip():
        lines.pop()
    if not lines:
        return ""
    code = "\n".join(line.rstrip() for line in lines)
    if _ACTIVE.search(code):
        return _write_pre(code)
    longest = max(map(len, re.findall("`+", code)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{language}\n{code}\n{fence}"
