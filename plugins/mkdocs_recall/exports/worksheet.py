"""A worksheet: one HTML file to print, with the questions first and the key on a page of its own."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from typing import NamedTuple

from .base import Format, data_address, hints_of, note_math, rest_of, steps_of
from .views import Export, ItemView
from .views.fragment import escape


class Question(NamedTuple):
    """What the sheet and the key say of an item, as HTML."""

    sheet: str
    key: str
    styles: tuple[str, ...] = ()
    """What it needs of style, which the file has once."""


def _write(export: Export, asked: Namespace) -> bytes:
    """Return the sheet and its key, or one of the two."""
    for view in export.views:
        note_math(view, export, "its math is printed as TeX.")
    questions = [(view, view.write.worksheet(view, export)) for view in export.views]
    parts = [_sheet(export, questions)] if asked.part != "key" else []
    parts += [_key(export, questions)] if asked.part != "sheet" else []
    say = export.say
    styles = "".join(dict.fromkeys(style for _, question in questions for style in question.styles))
    head = f'<meta charset="utf-8"><title>{escape(export.title)}</title><style>{_CSS}{styles}</style>'
    body = "\n".join("\n".join(part) for part in parts)
    page = f'<!doctype html>\n<html lang="{escape(say.lang)}">\n<head>{head}</head>\n<body>\n{body}\n</body>\n</html>\n'
    return page.encode("utf-8", "backslashreplace")


def _sheet(export: Export, questions: list[tuple[ItemView, Question]]) -> Iterator[str]:
    say = export.say
    fields = (say("page.export.name"), say("page.export.date"))
    blanks = "".join(f"<span>{escape(field)} <i></i></span>" for field in fields)
    yield f"<h1>{escape(export.title)}</h1>"
    yield f'<p class="fields">{blanks}</p>'
    topic: tuple[str, ...] = ()
    for number, (view, question) in enumerate(questions, 1):
        if view.deck != topic:
            topic = view.deck
            yield f"<h2>{escape(': '.join(topic))}</h2>"
        level = f'<p class="level">{escape(view.item.level)}</p>' if view.item.level else ""
        stem = f'<div dir="auto">{view.stem.html(data_address, gap=lambda number: GAP)}</div>'
        yield f"<section><b>{number}.</b><div>{level}{stem}{question.sheet}</div></section>"


def _key(export: Export, questions: list[tuple[ItemView, Question]]) -> Iterator[str]:
    yield f'<h1 class="key">{escape(export.title)}: {escape(export.say("page.export.key"))}</h1>'
    for number, (view, question) in enumerate(questions, 1):
        more = steps_of(view, export, data_address) + rest_of(view, export, data_address)
        hints = hints_of(view, export, data_address)
        body = f'<div dir="auto">{question.key}{hints}{more}</div>'
        yield f"<section><b>{number}.</b>{body}</section>"


GAP = '<i class="gap"></i>'
"""A blank to write into."""
GAP_STYLE = ".gap{display:inline-block;width:9em;height:1.2em;border-bottom:1px solid;vertical-align:baseline}"


def ruled(lines: int) -> str:
    """Lines to write on."""
    return f'<div class="ruled">{"<i></i>" * lines}</div>'


_CSS = (
    "body{font:11pt/1.4 Georgia,serif;max-width:44em;margin:2em auto;padding:0 1em;color:#000;background:#fff}"
    "h1{font-size:1.4em}h2{font-size:1.1em;border-bottom:1px solid}"
    "section{display:flex;align-items:baseline;margin:0 0 1.2em;break-inside:avoid}section>b{flex:none;width:2.2em}"
    "section>div{flex:1;min-width:0}section>div>:first-child>:first-child{margin-top:0}"
    ".level{font-size:0.8em;margin:0;font-style:italic}"
    "p,pre,ul,ol,table{margin:0.3em 0}img{max-width:100%}pre{white-space:pre-wrap!important;font-size:0.85em}"
    "table{border-collapse:collapse}th,td{border:1px solid;padding:0.1em 0.5em}"
    ".fields{display:flex;gap:2em}.fields span{flex:1;display:flex}"
    ".fields i{flex:1;border-bottom:1px solid;margin:0 0.4em}"
    ".ask{font-style:italic}.options,.reasons{list-style:none;padding:0}"
    ".options li,.reasons li{display:flex;gap:0.5em;margin:0.25em 0}"
    ".options li::before{content:'';flex:none;width:0.8em;height:0.8em;margin-top:0.25em;border:1px solid}"
    ".options .one::before{border-radius:50%}.options p:first-child,.reasons p:first-child{margin-top:0}"
    ".ruled i{display:block;height:1.9em;border-bottom:1px solid #888}"
    ".key{break-before:page}"
    "@media print{body{margin:0;max-width:none;padding:0}}@page{margin:18mm}"
)


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--part",
        choices=("both", "sheet", "key"),
        default="both",
        help="the questions, the answer key, or both (default: both)",
    )


FORMAT = Format(
    name="worksheet",
    summary="A page to print, with an answer key.",
    writers=("worksheet",),
    write=_write,
    add_arguments=_add_arguments,
)
