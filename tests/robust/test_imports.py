"""Hostile and broken files: no traceback, nothing active on the page, nothing lost in silence.

`make test` tries a few for each format, `make test-long` 300.
"""

import json
import random
import re
import shutil
from collections.abc import Callable
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
import yaml
from markdown import Markdown

from builds import build_with_mkdocs
from imported import IMPORT_SITE, run_check, run_import, write_import_site
from packages import anki_package, anki_text, canvas_xml, standard_xml, zip_up

PAYLOADS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '<a href=" java\nscript:alert(1)">link</a> <a href="data:text/html,x" onclick="x">more</a>',
    "<svg onload=alert(1)><iframe src=javascript:alert(1)></iframe>",
    "<style>*{color:red}</style><b style='color:red' onmouseover=x>bold</b>",
    "[x](javascript:alert(1)) ![y](javascript:x) <javascript:alert(1)>",
    "[a]: javascript:x\n\n[a] [b][a]",
    "{{ config }} {% raw %} {# note #} {!index.md!}",
    "<code>{{ x }}</code><pre>{{ x }}\n--8<-- 'index.md'\n\n;--8<-- x</pre>",
    "&#x7b;&#x7b; x }} &lt;script&gt; &amp;lt;script&amp;gt;",
    '--8<-- "index.md"',
    "\n\n///\n\n/// mcq | evil easy\n\nEvil?\n\n- [x] a\n- [ ] b\n\n///\n\n",
    "//// test | evil draw=1",
    "/// html | div[onclick=x]",
    "- [x] a\n- [ ] b",
    "**Hint:** x\n\n**Answer:** y",
    "<p><b>Hint:</b> x</p><p><b>Answer:</b></p>",
    "{: onclick=alert(1) }",
    "# x {onclick=alert(1)}",
    "```\n///\n```\n````\n~~~",
    "<!-- x\n-->",
    "]]>",
    "\x00\x01\x02\x03\x0b\x0c\x1b \x85 \u2028 \u202e \ufeff \ue000 \ue0ff \ue0fe",
    "\\(\\href{javascript:alert(1)}{x}\\) $$\\url{x}$$ $x$ \\[y\\]",
    "[TOC]",
    "[^1]: x\n\n*[HTML]: y\n\nterm\n: definition",
    "!!! note\n    x\n\n??? y\n    z\n\n=== 'tab'\n    t",
    ":smile: ++ctrl+c++ ==m== ^^x^^ ~~x~~ {++x++} @user `#!python x`",
    "____ \\____ \\_\\_\\_\\_ ___",
    "| a | b |\n|---|---|\n| c | d |",
    "1. a\n2. b\n\n> q\n\n    code\n\n\tcode",
    "---\ntitle: x\n---",
    "<p" * 40,
    "<b>" * 300,
    "<table><tr><td>" * 60,
    "<ul><li>" * 60,
    "`" * 40 + "x" + "`" * 39,
    "wzxhzdk:0wzxhzdk \x02wzxhzdk:1\x03 klzzwxh:0",
    "x" * 3000,
    "a\r\nb\rc",
    "ü€漢字\U0001f600",
    "\\",
    "<a href='https://example.org/\"onclick=x'>web</a> [z](https://example.org)",
    "",
]


def in_gift(text: str) -> str:
    """A text with the signs of GIFT escaped."""
    return re.sub(r"([\\#=~{}:])", r"\\\1", text).replace("\r", "").replace("\n", "\\n")


def gift(payload: str) -> str:
    own = in_gift(payload)
    mark = " ".join(own.split())[:30]
    return (
        f"// [id:{mark}] [tag:{mark}]\n"
        f"::{own}::[html]One {own} x?{{=a {own}#{own} ~b ~c####{own}}}\n\n"
        f"Two {own} y?{{=a ~{own}#{own}}}\n\n"
        f"[markdown]Three {own} z?{{=a {own}#{own}}}\n\n"
        f"Four {own} v?{{=l {own} -> r {own} =m -> s}}\n\n"
        f"Five {own} w?{{#3:1#{own}}}\n\n"
        f"Six {own} w?{{####[html]<p>{own}</p>}}\n"
    )


def moodle(payload: str) -> str:
    own = escape(re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe]", "?", payload))

    def question(kind: str, more: str) -> str:
        return (
            f'<question type="{kind}"><name><text>{own}</text></name><questiontext format="html"><text>{kind} {own} x?'
            f"</text></questiontext><generalfeedback><text>{own}</text></generalfeedback>{more}"
            f"<hint><text>{own}</text></hint><tags><tag><text>{own}</text></tag></tags></question>\n"
        )

    def answer(text: str, fraction: int) -> str:
        return f'<answer fraction="{fraction}"><text>{text}</text><feedback><text>{own}</text></feedback></answer>'

    two = answer(f"a {own}", 100) + answer(f"b {own}", 0)
    pair = f"<subquestion><text>l {own}</text><answer><text>r {own}</text></answer></subquestion>"
    return (
        "<quiz>"
        + question("multichoice", f"<single>true</single>{two}")
        + question("truefalse", answer("true", 100) + answer("false", 0))
        + question("shortanswer", two)
        + question("numerical", answer("3", 100))
        + question("matching", pair + "<subquestion><text>m</text><answer><text>s</text></answer></subquestion>")
        + question("ordering", answer(f"one {own}", 1) + answer(f"two {own}", 2))
        + question("essay", f"<graderinfo><text>{own} g</text></graderinfo>")
        + "</quiz>"
    )


def aiken(payload: str) -> str:
    own = " ".join(payload.split())
    return f"One {own}?\nA. a {own}\nB) b\nANSWER: A\n\nTwo {own}\nand more {payload}\nA. x\nB. y {own}\nANSWER: B\n"


def table(payload: str) -> str:
    own = '"' + payload.replace('"', '""') + '"'
    cell = '"a ' + payload.replace('"', '""') + '"'
    head = "id,question,option A,option B,reason A,right,hint,solution\n"
    return f"{head},{cell},{cell},b,{own},A,{own},{own}\n{own},{cell},c,d,e,B,,\n"


def mdbook(payload: str) -> str:
    own = json.dumps("a " + re.sub("[\x7f\ud800-\udfff]", "?", payload))
    return (
        f'[[questions]]\ntype = "MultipleChoice"\nprompt.prompt = {own}\nprompt.distractors = ["b", {own}]\n'
        f'answer.answer = "c"\ncontext = {own}\n\n[[questions]]\ntype = "ShortAnswer"\nprompt.prompt = {own}\n'
        f"answer.answer = {own}\n"
    )


def markdown_json(payload: str) -> str:
    item = f"/// card | a-card\n\nOne {payload} x?\n\n**Answer:** Two {payload} y.\n\n///\n"
    items = [{"id": "a-card", "kind": "card", "markdown": item}]
    return json.dumps({"format": "recall", "version": 1, "items": items}, indent=1)


FORMATS: dict[str, Callable[[str], str]] = {
    "gift": gift,
    "moodle": moodle,
    "aiken": aiken,
    "csv": table,
    "mdbook-quiz": mdbook,
    "json": markdown_json,
    "qti": canvas_xml,
    "anki": anki_text,
}
PACKAGES: dict[str, tuple[str, Callable[[str], bytes]]] = {
    "canvas": ("qti", lambda payload: zip_up({"a/a.xml": canvas_xml(payload)})),
    "standard": (
        "qti",
        lambda payload: zip_up({"a.xml": standard_xml(payload), "b.xml": standard_xml(f"{payload} 2", "2.1")}),
    ),
    "apkg": ("anki", anki_package),
}
"""Archives: the format that reads each, and how it is made."""
ACTIVE = re.compile(r"\{[{%!]|\{#(?!\w+\})|^[ \t>]*;*-+8<-+|^[ >]*/{3,} *html", re.MULTILINE)


class Judge(HTMLParser):
    """Collects what acts in a page, apart from what is ours."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        own = any(name.startswith("data-recall") for name in values) or "assets/recall" in (values.get("src") or "")
        if tag in ("iframe", "object", "embed", "style", "base", "meta", "svg") or (tag == "script" and not own):
            self.found.append(tag)
        for name, value in attrs:
            address = re.sub(r"[\x00-\x20]", "", value or "").lower()
            scheme = re.match(r"([a-z][a-z0-9+.-]*):", address)
            if name.startswith("on") or (name == "style" and tag not in ("td", "th", "div")):
                self.found.append(f"{tag} {name}")
            if name in ("href", "src", "action") and scheme and scheme[1] not in ("http", "https", "mailto"):
                self.found.append(f"{tag} {name}={value}")


def find_active(page: str) -> list[str]:
    """What acts in a page, before and after it is rendered."""
    listed = yaml.safe_load(IMPORT_SITE)["markdown_extensions"]
    names = [next(iter(each)) if isinstance(each, dict) else each for each in listed]
    options = {name: value for each in listed if isinstance(each, dict) for name, value in each.items()}
    options["pymdownx.snippets"] = {"base_path": ["/nowhere"], "check_paths": False}
    html = Markdown(extensions=["toc", "tables", "fenced_code", *names, "recall"], extension_configs=options).convert(
        page
    )
    judge = Judge()
    judge.feed(html)
    judge.close()
    return [*judge.found, *ACTIVE.findall(page)]


def mutate(content: bytes, chance: random.Random) -> bytes:
    """Break a file in a few places."""
    data = bytearray(content)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(data) + 1)
        match chance.randrange(6):
            case 0:
                del data[at : at + chance.randint(1, 40)]
            case 1:
                data[at:at] = chance.choice(PAYLOADS).encode("utf-8", "surrogatepass")
            case 2:
                data[at:at] = bytes(chance.randrange(256) for _ in range(chance.randint(1, 8)))
            case 3:
                data[at:at] = data[at : at + chance.randint(1, 200)]
            case 4:
                data[at:at] = chance.choice((b"{", b"}", b"~", b"=", b"#", b"<", b">", b'"', b"\n\n", b"\\", b"//"))
            case _:
                del data[at:]
        if not data:
            break
    return bytes(data)


def judge_import(site: Path, form: str, content: bytes) -> None:
    """Import a file, and again, to a new page."""
    shutil.rmtree(site / "docs")
    write_import_site(site)
    made = run_import(site, form, content)
    assert made.code in (0, 1, 2)
    assert "Traceback" not in made.said
    assert (made.code == 0) or made.said, "nothing is lost in silence"
    if not made.page:
        return
    code, said = run_check(site)
    assert code == 0, f"{said}\n{made.page}"
    assert find_active(made.page) == [], made.page
    again = run_import(site, form, content)
    assert (again.page, again.code) == (made.page, made.code)


@pytest.mark.parametrize("form", list(FORMATS))
def test_hostile_texts_are_shown_as_texts(form: str, tmp_path: Path) -> None:
    site = write_import_site(tmp_path)
    content = "\n\n".join(FORMATS[form](payload) for payload in PAYLOADS[:1])
    judge_import(site, form, content.encode("utf-8", "replace"))
    for payload in PAYLOADS[1::8]:
        judge_import(site, form, FORMATS[form](payload).encode("utf-8", "replace"))


def test_a_real_build_with_templates_and_snippets_shows_the_texts(tmp_path: Path) -> None:
    config = IMPORT_SITE.replace("plugins: [recall]", "plugins: [macros, recall]")
    site = write_import_site(tmp_path, config)
    (site / "docs" / "secret.md").write_text("# Top secret\n", encoding="utf-8")
    text = "{{ config.site_name }} {% set x = 1 %} {# gone #}"
    code = f"<code>{text}</code><pre>{text}\n--8<-- 'docs/secret.md'\n\nend</pre>"
    made = run_import(site, "gift", f"[html]What {in_gift(text)}?{in_gift(code)}{{={in_gift(code)} ~b}}")
    assert made.code == 0, made.said
    build_with_mkdocs(site / "mkdocs.yml", strict=True)
    html = unescape((site / "site" / "page" / "index.html").read_text("utf-8"))
    assert html.count(text) == 7  # The key is named once more.
    assert html.count("--8<-- 'docs/secret.md'") >= 2
    assert "Top secret</h1>" not in html


@pytest.mark.long
@pytest.mark.parametrize("form", list(FORMATS))
def test_every_hostile_text_is_shown_as_text(form: str, tmp_path: Path) -> None:
    site = write_import_site(tmp_path)
    for payload in PAYLOADS:
        judge_import(site, form, FORMATS[form](payload).encode("utf-8", "replace"))


@pytest.mark.parametrize("form", list(FORMATS))
@pytest.mark.parametrize("number", [pytest.param(3, id="few"), pytest.param(300, id="many", marks=pytest.mark.long)])
def test_broken_files_break_nothing(form: str, number: int, tmp_path: Path) -> None:
    site = write_import_site(tmp_path)
    chance = random.Random(f"{form} {number}")
    for _ in range(number):
        content = FORMATS[form](chance.choice(PAYLOADS)).encode("utf-8", "replace")
        judge_import(site, form, mutate(content, chance))


@pytest.mark.parametrize("form", list(FORMATS))
@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"\x00" * 100, b"[" * 20000, b"<a>" * 5000, b"{" * 5000])
def test_files_of_nothing_are_refused(form: str, content: bytes, tmp_path: Path) -> None:
    judge_import(write_import_site(tmp_path), form, content)


@pytest.mark.parametrize("package", list(PACKAGES))
def test_hostile_texts_in_packages_are_shown_as_texts(package: str, tmp_path: Path) -> None:
    site = write_import_site(tmp_path)
    form, make = PACKAGES[package]
    for payload in PAYLOADS[2::10]:
        judge_import(site, form, make(payload))


@pytest.mark.parametrize("package", list(PACKAGES))
@pytest.mark.parametrize("number", [pytest.param(3, id="few"), pytest.param(300, id="many", marks=pytest.mark.long)])
def test_broken_packages_break_nothing(package: str, number: int, tmp_path: Path) -> None:
    site = write_import_site(tmp_path)
    chance = random.Random(f"{package} {number}")
    form, make = PACKAGES[package]
    for _ in range(number):
        judge_import(site, form, mutate(make(chance.choice(PAYLOADS)), chance))
