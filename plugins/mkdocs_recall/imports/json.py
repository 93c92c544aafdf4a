"""The JSON of `recall export json`: the Markdown of each item, as it was."""

from __future__ import annotations

import json
import posixpath
import re
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from ..model.vocabulary import ITEM_KINDS
from .base import ImportFormat, Incoming, UnreadableFile
from .question import ImportedQuestion
from .texts.active import find_active
from .texts.pictures import read_base64, safe_name

NEWEST = 1
"""The newest version that is read."""
_PICTURE = re.compile(r"!\[[^\]\n]*\]\(\s*(?:<([^>\n]+)>|([^\s)]+))")

_Data = Mapping[str, object]


def read_json(incoming: Incoming, asked: Namespace) -> None:
    """Read all items of a file."""
    text = incoming.text().removeprefix("\ufeff")
    data = _parse(text)
    items = data.get("items")
    if data.get("format") != "recall" or not isinstance(items, list):
        raise UnreadableFile("it is no file of `recall export json`.")
    version = data.get("version")
    if not isinstance(version, int) or version > NEWEST:
        raise UnreadableFile(f"it is of version {version}, and this is the newest that can be read: {NEWEST}.")
    pictures = _pictures(data.get("pictures"))
    lines = _lines(text)
    for each in items:
        line = next(lines, 1)
        question = _read(incoming, each, line, trusted=asked.trust) if isinstance(each, dict) else None
        if question:
            incoming.questions.append(question)
            _take_pictures(incoming, question, str(each.get("page", "")), pictures)
        elif not isinstance(each, dict):
            incoming.refuse(line, "it is no object.")


def _parse(text: str) -> _Data:
    try:
        data = json.loads(text)
    except RecursionError:
        raise UnreadableFile("its values are nested too deeply.") from None
    except ValueError as error:
        raise UnreadableFile(f"it is no JSON: {error}.") from None
    if not isinstance(data, dict):
        raise UnreadableFile("it is no file of `recall export json`.")
    return data


def _lines(text: str) -> Iterator[int]:
    """The line of each item: that of the first key after the item before it."""
    at = text.find('"items"') + 1
    line, counted = 1, 0
    while (found := text.find('"id"', at)) >= 0:
        line, counted = line + text.count("\n", counted, found), found
        yield line
        at = text.find('"markdown"', found)
        if at < 0:
            return


def _read(incoming: Incoming, data: _Data, line: int, *, trusted: bool) -> ImportedQuestion | None:
    markdown, id, kind = data.get("markdown"), data.get("id"), data.get("kind")
    if not (isinstance(markdown, str) and isinstance(id, str) and kind in ITEM_KINDS):
        incoming.refuse(line, "it lacks its `markdown`, its `id`, or a `kind` that is known.")
        return None
    source = re.sub("\r\n?", "\n", markdown).strip("\n")
    if not trusted and (why := find_active(source)):
        incoming.refuse(line, f"{kind} {id}: {why} Give --trust if you trust the file.")
        return None
    if data.get("set"):
        incoming.note(line, f"{kind} {id}: the set that holds it is left out. Put it into one on the page.")
    return ImportedQuestion(line=line, kind=str(kind), id=id, source=tuple(source.split("\n")))


def _pictures(value: object) -> dict[str, bytes]:
    """The pictures by their paths in the folder of pages."""
    found = {}
    for each in value.values() if isinstance(value, dict) else ():
        if isinstance(each, dict) and isinstance(each.get("path"), str) and isinstance(each.get("base64"), str):
            content = read_base64(each["base64"])
            if content:
                found[each["path"]] = content
    return found


def _take_pictures(incoming: Incoming, question: ImportedQuestion, page: str, pictures: Mapping[str, bytes]) -> None:
    """Take the pictures that a question shows, to the same places beside the page."""
    for found in _PICTURE.finditer("\n".join(question.source)) if pictures else ():
        address = unquote(found[1] or found[2]).partition("#")[0].partition("?")[0]
        path = posixpath.normpath(address)
        folder = posixpath.dirname(page)
        ends = [name for name in pictures if posixpath.normpath(posixpath.join(folder, path)).endswith(name)]
        if path.startswith(("/", "..")) or "\\" in path or ":" in path:
            incoming.note(question.line, f"the picture `{address[:60]}` is not beside the page, so it is left out.")
        elif ends and safe_name(path, content := pictures[max(ends, key=len)]):
            incoming.files[path] = content


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--trust", action="store_true", help="take the Markdown as it is, with HTML, templates and scripts to verify"
    )


IMPORT_FORMAT = ImportFormat(
    name="json", summary="The JSON of `recall export json`, without loss.", read=read_json, add_arguments=_add_arguments
)
