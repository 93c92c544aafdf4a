"""Anki: packages (.apkg, .colpkg) and text files of notes."""

from __future__ import annotations

import csv
import io
import json
import re
from argparse import Namespace
from collections.abc import Iterator, Mapping

from ..model.identity import ID
from .anki_parts.collection import CollectionNote, NoteType, Template, read_notes
from .anki_parts.packed import decompress, read_message
from .anki_parts.templates import find_sides
from .archive import LARGEST_FILE, Archive, MemberLine, is_archive
from .base import ImportFormat, Incoming, UnreadableFile
from .blanks import put_blanks
from .question import Answer, ImportedQuestion
from .texts.html_tree import parse_html
from .texts.pictures import LARGEST_PICTURE

_MARK = "\ue0fe"
_CLOZE = re.compile(
    r"\{\{c\d{1,3}::(?P<text>(?:(?!\{\{c\d|\}\}).){1,2000}?)(?:::(?P<hint>(?:(?!\}\}).){0,400}?))?\}\}", re.DOTALL
)
_SOUND = re.compile(r"\[(?:sound:[^\]\n]{1,400}|anki:(?:play|tts)[^\]\n]{0,400})\]")
_SOURCE = re.compile(
    r"<img\b[^>]{0,2000}?\ssrc\s*=\s*(?:\"([^\"]{1,400})\"|'([^']{1,400})'|([^\s>\"']{1,400}))", re.IGNORECASE
)
_TEX = (
    (re.compile(r"\[\$\](.{1,2000}?)\[/\$\]", re.DOTALL), r"\\(\1\\)"),
    (re.compile(r"\[\$\$\](.{1,2000}?)\[/\$\$\]", re.DOTALL), r"\\[\1\\]"),
    (
        re.compile(r"\[latex\]\s*\\begin\{displaymath\}(.{1,2000}?)\\end\{displaymath\}\s*\[/latex\]", re.DOTALL),
        r"\\[\1\\]",
    ),
    (re.compile(r"<anki-mathjax(?:\s[^>]{0,100})?>(.{1,2000}?)</anki-mathjax>", re.DOTALL), r"\\(\1\\)"),
)
_LONGEST = 80
"""Characters of a gap that somebody can be asked to type."""
_COLLECTIONS = ("collection.anki21b", "collection.anki21", "collection.anki2")
_BASIC = NoteType("Basic", ("Front", "Back"), (Template("{{Front}}", "{{Back}}"),))


def read_anki(incoming: Incoming, asked: Namespace) -> None:
    """Read all notes of a file."""
    if is_archive(incoming.content):
        archive = Archive(incoming.content)
        name = next((name for name in _COLLECTIONS if name in archive.names), "")
        if not name:
            raise UnreadableFile("it is no package of Anki: it has no collection.")
        notes = read_notes(decompress(archive.read(name), LARGEST_FILE))
        pictures = _Media(archive)
        for number, note in enumerate(notes, 1):
            _read(incoming, note, MemberLine.of("note", number, 0), pictures)
        return
    for line, note in _rows(incoming):
        _read(incoming, note, line, None)


class _Media:
    """The pictures of a package, by the names that notes call them."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self.names: dict[str, str] = {}
        if "media" not in archive.names:
            return
        try:
            content = decompress(archive.read("media"), LARGEST_FILE)
            if content[:1] == b"{":
                self.names = {str(name): str(number) for number, name in json.loads(content).items()}
            else:
                entries = [value for key, value in read_message(content) if key == 1 and isinstance(value, bytes)]
                for number, entry in enumerate(entries):
                    name = next((value for key, value in read_message(entry) if key == 1), b"")
                    if isinstance(name, bytes):
                        self.names[name.decode("utf-8", "replace")] = str(number)
        except (UnreadableFile, ValueError, AttributeError, RecursionError):
            self.names = {}

    def find(self, incoming: Incoming, html: str, line: int) -> Mapping[str, bytes]:
        """The pictures of a text."""
        found = {}
        for match in _SOURCE.finditer(html):
            address = parse_html(match[1] or match[2] or match[3] or "").text()
            name = self.names.get(address, "")
            if name in self.archive.names:
                try:
                    found[address] = decompress(self.archive.read(name, LARGEST_PICTURE), LARGEST_PICTURE)
                except UnreadableFile as error:
                    incoming.note(line, f"the picture `{address[:80]}` is left out: {error}")
        return found


def _rows(incoming: Incoming) -> Iterator[tuple[int, CollectionNote]]:
    """The notes of a text file. Lines that begin with `#` say how to read it."""
    text = incoming.text().removeprefix("\ufeff")
    options: dict[str, str] = {}
    skipped = 0
    while found := re.match(r"#([\w ]{1,30}):([^\n]*)\n?", text):
        options[found[1].strip().lower()] = found[2]
        text = text[found.end() :]
        skipped += 1
    names = {"tab": "\t", "comma": ",", "semicolon": ";", "pipe": "|", "colon": ":", "space": " "}
    separator = options.get("separator", "").strip().lower()
    delimiter = names.get(separator, separator[:1]) or _guess(text)
    special = {key: _column(options, f"{key} column") for key in ("guid", "notetype", "deck", "tags")}
    html = options.get("html", "true").strip().lower() != "false"
    csv.field_size_limit(10_000_000)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=False)
    line = skipped + 1
    while True:
        try:
            row = next(reader, None)
        except csv.Error as error:
            raise UnreadableFile(f"line {line}: it is no table: {error}.") from None
        if row is None:
            return
        start, line = line, skipped + reader.line_num + 1
        if not any(cell.strip() for cell in row) or row[0].startswith("#"):
            continue
        yield start, _row(row, special, options, html)


def _row(row: list[str], special: Mapping[str, int], options: Mapping[str, str], html: bool) -> CollectionNote:
    def cell(name: str) -> str:
        at = special[name]
        return row[at] if 0 <= at < len(row) else options.get(name, "").strip()

    used = {at for at in special.values() if at >= 0}
    fields = [text for at, text in enumerate(row) if at not in used]
    if not html:
        fields = [text.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>") for text in fields]
    front, back, *more = [*fields, "", ""]
    tags = cell("tags").split()
    back = "<br><br>".join(filter(None, (back, *more)))
    form = _BASIC
    if "cloze" in cell("notetype").lower() or ("{{c" in front and _CLOZE.search(front)):
        form = NoteType("Cloze", ("Front", "Back"), (Template("{{cloze:Front}}", "{{cloze:Front}}{{Back}}"),))
    return CollectionNote(cell("guid"), form, cell("deck"), tags, (front, back))


def _column(options: Mapping[str, str], name: str) -> int:
    text = options.get(name, "").strip()
    return int(text) - 1 if text.isdecimal() and len(text) < 5 else -1


def _guess(text: str) -> str:
    first = re.sub(r'"[^"]*"', "", text[:10_000]).partition("\n")[0]
    return next((sign for sign in "\t;,|" if sign in first), "\t")


def _read(incoming: Incoming, note: CollectionNote, line: int, media: _Media | None) -> None:
    """Make a question of each card of a note."""
    values = dict(zip(note.type.fields, (*note.fields, *[""] * len(note.type.fields)), strict=False))
    made = 0
    for template in note.type.templates:
        question = _question(incoming, note, template, values, line, media)
        if question is None:
            continue
        own = (
            note.guid if ID.fullmatch(note.guid) and ("-" in note.guid or any("::" in tag for tag in note.tags)) else ""
        )
        question.id = f"{own}-{made + 1}" if own and made else own
        question.category = "" if note.deck == "Default" else note.deck.rpartition("::")[2].strip()
        incoming.questions.append(question)
        made += 1
    if not made:
        incoming.refuse(line, "none of its cards has a question.")


def _question(
    incoming: Incoming,
    note: CollectionNote,
    template: Template,
    values: Mapping[str, str],
    line: int,
    media: _Media | None,
) -> ImportedQuestion | None:
    def text(names: list[str]) -> str:
        html = "".join(f"<div>{_clean(incoming, values[name], line)}</div>" for name in names if values[name].strip())
        return incoming.html(html, line, pictures=media.find(incoming, html, line) if media else None)

    sides = find_sides(template, values)
    question = ImportedQuestion(line=line, kind="explain" if "kind::explain" in note.tags else "card")
    tags = (re.sub(r"^(?:kind|level|objective)::", "", tag) for tag in note.tags)
    incoming.read_tags(question, (tag for tag in tags if tag not in ("leech", "marked")))
    if sides.cloze:
        _cloze(incoming, question, values[sides.cloze], line, media)
        incoming.add_feedback(question, text([*sides.front, *sides.back]))
    else:
        question.stem = text(sides.front)
        if not question.stem:
            return None
        if sides.typed and (typed := _plain(values[sides.typed])):
            question.kind = "fill"
            question.answers = [Answer(incoming.line(typed))]
            question.stem = put_blanks(question, question.stem)
            incoming.add_feedback(question, text(sides.back))
        else:
            names = [sides.typed] if sides.typed else []
            first, *more = [*names, *sides.back] or [""]
            incoming.add_answer(question, text([first]) if first else "")
            incoming.add_feedback(question, text(more))
    for name in sides.hints:
        incoming.add_feedback(question, text([name]), "hint")
    return question if question.stem else None


def _cloze(incoming: Incoming, question: ImportedQuestion, html: str, line: int, media: _Media | None) -> None:
    """Gaps become blanks to type into; where that is too much to type, the note becomes a card."""
    html = _clean(incoming, html, line).replace(_MARK, "")
    pictures = media.find(incoming, html, line) if media else None
    gaps = [_plain(found["text"]) for found in _CLOZE.finditer(html)]
    hints = [_plain(found["hint"]) for found in _CLOZE.finditer(html) if found["hint"]]
    if gaps and all(gap and len(gap) <= _LONGEST for gap in gaps):
        question.kind = "fill"
        question.blanks = [[Answer(incoming.line(gap))] for gap in gaps]
        question.stem = put_blanks(question, incoming.html(_CLOZE.sub(_MARK, html), line, pictures=pictures), _MARK)
    else:
        question.stem = incoming.html(_CLOZE.sub("[…]", html), line, pictures=pictures)
        question.add("answer", incoming.html(_CLOZE.sub(lambda found: found["text"], html), line, pictures=pictures))
    for hint in hints:
        question.add("hint", incoming.line(hint))


def _clean(incoming: Incoming, html: str, line: int) -> str:
    """A field without what only Anki plays, and with TeX as others write it."""
    if _SOUND.search(html):
        incoming.note(line, "a sound is left out.")
        html = _SOUND.sub("", html)
    for pattern, tex in _TEX:
        html = pattern.sub(tex, html)
    return html


def _plain(html: str) -> str:
    return " ".join(parse_html(re.sub(r"<br\s*/?>|</?div>", " ", html)).text().split())


IMPORT_FORMAT = ImportFormat(
    name="anki", summary="Notes of Anki: a package (.apkg) with pictures, or a text file.", read=read_anki
)
