"""QTI and Anki files with a given text everywhere in them, and archives made of files."""

import io
import json
import re
import sqlite3
import zipfile
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.sax.saxutils import escape

_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def zip_up(files: Mapping[str, str | bytes]) -> bytes:
    """Return an archive of files."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def canvas_xml(payload: str) -> str:
    """Items of QTI 1.2: a choice, a short answer, a number, blanks, pairs and an essay."""
    own = escape(_NO_XML.sub("?", payload), {'"': "&quot;"})

    def text(words: str, kind: str = "html") -> str:
        return f'<material><mattext texttype="text/{kind}">{words}</mattext></material>'

    def item(kind: str, fields: str, rules: str, more: str = "") -> str:
        meta = f"<qtimetadatafield><fieldlabel>question_type</fieldlabel><fieldentry>{kind}</fieldentry>"
        return (
            f'<item ident="{own[:30]} {kind}"><itemmetadata><qtimetadata>{meta}</qtimetadatafield></qtimetadata>'
            f"</itemmetadata><presentation>{text(f'{kind} {own} [b1] x?')}{fields}</presentation>\n"
            f"<resprocessing>{rules}</resprocessing>{more}"
            f'<itemfeedback ident="general_fb"><flow_mat>{text(own)}</flow_mat></itemfeedback></item>\n'
        )

    def label(ident: str, words: str) -> str:
        return f'<response_label ident="{ident}">{text(words)}</response_label>'

    def rule(field: str, value: str, name: str = "varequal") -> str:
        test = f'<{name} respident="{field}">{value}</{name}>'
        points = '<setvar action="Set" varname="SCORE">100</setvar>'
        return f"<respcondition><conditionvar>{test}</conditionvar>{points}</respcondition>"

    def chosen(field: str) -> str:
        choices = label("a", f"a {own}") + label("b", f"b {own}")
        left = text(f"{field} {own}")
        return f'<response_lid ident="{field}">{left}<render_choice>{choices}</render_choice></response_lid>'

    typed = '<response_str ident="r"><render_fib/></response_str>'
    shown = (
        '<respcondition><conditionvar><varequal respident="r">b</varequal></conditionvar>'
        '<displayfeedback linkrefid="b_fb"/></respcondition>'
    )
    said = f'<itemfeedback ident="b_fb"><flow_mat>{text(own, "plain")}</flow_mat></itemfeedback>'
    return (
        f'<questestinterop><assessment title="{own}"><section>\n'
        + item("multiple_choice_question", chosen("r"), rule("r", "a") + shown, said)
        + item("short_answer_question", typed, rule("r", f"a {own}"))
        + item("numerical_question", typed, rule("r", "3"))
        + item("fill_in_multiple_blanks_question", chosen("response_b1"), rule("response_b1", "a"))
        + item("matching_question", chosen("r1") + chosen("r2"), rule("r1", "a") + rule("r2", "b"))
        + item("essay_question", typed, "")
        + item(f"{own[:40]} question", chosen("r") + typed, "")
        + "</section></assessment></questestinterop>"
    )


def standard_xml(payload: str, version: str = "3.0") -> str:
    """An item of QTI 2 or 3 with a choice."""
    own = escape(_NO_XML.sub("?", payload), {'"': "&quot;"})
    made = (
        f'<qti-assessment-item identifier="{own[:30]}" title="{own}"><qti-response-declaration identifier="R" '
        'cardinality="single"><qti-correct-response><qti-value>a</qti-value></qti-correct-response>'
        f"</qti-response-declaration><qti-item-body><p>One {own} x?</p><qti-choice-interaction "
        f'response-identifier="R" max-choices="1"><qti-prompt>{own}</qti-prompt>'
        f'<qti-simple-choice identifier="a">a {own}'
        f'</qti-simple-choice><qti-simple-choice identifier="b">b {own}<qti-feedback-inline>{own}</qti-feedback-inline>'
        f'</qti-simple-choice></qti-choice-interaction></qti-item-body><qti-modal-feedback identifier="g">{own}'
        "</qti-modal-feedback></qti-assessment-item>"
    )
    if version == "3.0":
        return made
    return re.sub(r"(?<=<|/)qti-|-(?=\w+[ >=])", "", made).replace("assessmentitem", "assessmentItem")


def anki_text(payload: str) -> str:
    """Notes in a text file."""
    own = '"' + payload.replace('"', '""').replace("\x00", "") + '"'
    gap = '"The {{c1::' + payload.replace('"', '""').replace("\x00", "")[:60] + '::hint}} x"'
    return f'#separator:tab\n#html:true\n#tags column:3\n"One {own[1:-1]} x?"\t{own}\t{own}\n{gap}\t{own}\tx\n'


def anki_package(payload: str) -> bytes:
    """A package of Anki with a note of each of its usual types."""
    types = {
        1: ("Basic", "{{Front}}", "{{FrontSide}}{{Back}}"),
        2: ("Typed", "{{Front}}{{type:Back}}", "{{Back}}"),
        3: ("Cloze", "{{cloze:Front}}", "{{cloze:Front}}{{Back}}"),
    }
    models = {
        str(id): {
            "name": name,
            "flds": [{"name": "Front", "ord": 0}, {"name": "Back", "ord": 1}],
            "tmpls": [{"qfmt": front, "afmt": back}],
        }
        for id, (name, front, back) in types.items()
    }
    own = payload.encode("utf-8", "replace").decode()
    with TemporaryDirectory() as folder:
        file = Path(folder) / "collection.anki2"
        base = sqlite3.connect(file)
        base.execute("CREATE TABLE col (models text, decks text)")
        base.execute("CREATE TABLE notes (id integer primary key, guid text, mid integer, tags text, flds text)")
        base.execute("CREATE TABLE cards (id integer primary key, nid integer, did integer)")
        decks = {"1": {"name": f"Deck::{own}"}}
        base.execute("INSERT INTO col VALUES (?, ?)", (json.dumps(models), json.dumps(decks)))
        for id in types:
            front = f"{id} {own} {{{{c1::{own[:40]}}}}} x?" if id == 3 else f"{id} {own} <img src='a.png'> x?"
            base.execute("INSERT INTO notes VALUES (?, ?, ?, ?, ?)", (id, own[:20], id, own, f"{front}\x1f{own}"))
            base.execute("INSERT INTO cards VALUES (?, ?, 1)", (id, id))
        base.commit()
        base.close()
        content = file.read_bytes()
    return zip_up({"collection.anki2": content, "media": json.dumps({"0": "a.png"}), "0": b"\x89PNG\r\n\x1a\n"})
