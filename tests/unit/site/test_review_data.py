"""What a review is built from: items cut out of rendered pages, and the scripts that hold them."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from mkdocs_recall.model.page import Page
from mkdocs_recall.render.extract import cut_items
from mkdocs_recall.site import manifest
from mkdocs_recall.site.bank import PageItems
from mkdocs_recall.site.frames import ELEMENT, ITEM_ID, SIGNS, own_id, pack
from mkdocs_recall.site.manifest import ManifestPage, PageData, SiteData

ITEM = '<recall-card class="recall-item" id="recall-a" data-recall-id="a">{}</recall-card>'
CARD = "/// card | {id}\n\n{stem}\n\n**Answer:** {answer}\n\n///\n"
REVIEW = "# Review\n\n/// review\n\n///\n"
CALL = re.compile(r"globalThis\.(\w+)\?\.\((.*)\);\n", re.DOTALL)


def cut(inner: str, address: str = "topics/x.html") -> str:
    """What becomes of the inside of an item."""
    found = cut_items("<p>before</p>" + ITEM.format(inner) + "<p>after</p>", address)["a"]
    start, end = found.index(">") + 1, found.rindex("<")
    assert found[:start] == '<recall-card class="recall-item" id="review:a:recall-a" data-recall-id="a">'
    return found[start:end]


def read_call(file: Path) -> tuple[str, Any]:
    """The function that a script calls, and with what."""
    found = CALL.fullmatch(file.read_text(encoding="utf-8"))
    assert found
    return found[1], json.loads(found[2])


def manifest_of(site: Path) -> dict[str, Any]:
    (file,) = (site / "assets" / "recall").glob("items.*.js")
    return read_call(file)[1]


def items_of(site: Path, source: str) -> dict[str, str]:
    """The items of a page, by way of the manifest."""
    topic = next(topic for topic in manifest_of(site)["topics"] if topic["source"] == source)
    name, data = read_call(site / topic["data"])
    assert name == "recallTopic"
    assert data["path"] == topic["path"]
    return unpack(data)


def unpack(data: dict[str, Any]) -> dict[str, str]:
    """The items in the script of a page as the script of a page reads them."""
    frames = dict(zip(SIGNS, data["frames"], strict=False))
    if not frames:
        return data["items"]
    whole = {id: "".join(frames.get(sign, sign) for sign in html) for id, html in data["items"].items()}
    return {id: html.replace(ELEMENT, own_id(id)).replace(ITEM_ID, id) for id, html in whole.items()}


def squeeze(html: str) -> str:
    """Markup without the space between its tags."""
    return re.sub(r">\s+<", "><", html.strip())


@pytest.mark.parametrize(
    ("address", "href", "expected"),
    [
        ("topics/x.html", "y.html", "topics/y.html"),
        ("topics/x.html", "../y.html?a=b#c", "y.html?a=b#c"),
        ("topics/x.html", "./", "topics/"),
        ("topics/x.html", "..", "./"),
        ("topics/x.html", "../../outside.html", "../outside.html"),
        ("topics/x.html", "#place", "topics/x.html#place"),
        ("topics/x.html", "?q", "topics/x.html?q"),
        ("topics/x.html", "#recall-a", "topics/x.html#recall-a"),
        ("topics/x/", "../y/", "topics/y/"),
        ("topics/x/", "picture.svg", "topics/x/picture.svg"),
        ("index.html", "topics/y.html", "topics/y.html"),
        ("./", "topics/y/", "topics/y/"),
        ("./", "#place", "./#place"),
        ("topics/x.html", "/root.html", "/root.html"),
        ("topics/x.html", "//host/a", "//host/a"),
        ("topics/x.html", "https://host/a", "https://host/a"),
        ("topics/x.html", "mailto:a@b.c", "mailto:a@b.c"),
        ("topics/x.html", "data:image/png;base64,AA", "data:image/png;base64,AA"),
        ("topics/x.html", "javascript:void(0)", "javascript:void(0)"),
    ],
)
def test_addresses_become_relative_to_the_root(address, href, expected):
    assert cut(f'<a href="{href}">link</a>', address) == f'<a href="{expected}">link</a>'


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ('<img alt="" src="a.png">', '<img alt="" src="topics/a.png">'),
        ('<img srcset="a.png 1x, ../b.png 2x">', '<img srcset="topics/a.png 1x, b.png 2x">'),
        ('<video poster="p.png" src="v.mp4"></video>', '<video poster="topics/p.png" src="topics/v.mp4"></video>'),
    ],
)
def test_pictures_are_found_from_the_root(inner, expected):
    assert cut(inner) == expected


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ('<p id="b">', '<p id="review:a:b">'),
        ('<label for="b">', '<label for="review:a:b">'),
        ('<p aria-labelledby="b c">', '<p aria-labelledby="review:a:b review:a:c">'),
        ('<input type="radio" name="b" checked>', '<input type="radio" name="review:a:b" checked>'),
        ('<li id="fn:1"><a href="#fn:1">1</a></li>', '<li id="review:a:fn:1"><a href="#review:a:fn:1">1</a></li>'),
        ('<input type="radio" name="recall-a"><a href="#recall-a">Link</a>',
         '<input type="radio" name="review:a:recall-a"><a href="topics/x.html#recall-a">Link</a>'),
        ('<a name="line-1" href="#line-1"></a>', '<a name="review:a:line-1" href="#review:a:line-1"></a>'),
        ('<g id="g"></g><path fill="url(#g)" />', '<g id="review:a:g"></g><path fill="url(#review:a:g)" />'),
        ('<svg><use xlink:href="#g" /><g id="g"/></svg>',
         '<svg><use xlink:href="#review:a:g" /><g id="review:a:g" /></svg>'),
    ],
)  # fmt: skip
def test_ids_get_a_prefix_and_what_refers_to_them_follows(inner, expected):
    assert cut(inner) == expected


@pytest.mark.parametrize(
    "inner",
    [
        "AT&T &amp; x < y &copy &#8212; <b>b</b>",
        "<!-- </recall-card> -->",
        '<script>x = "</recall-card"</script>',
        "<p title='a \"quoted\" word'>\n\n  <br/>text</p>",
        '<pre><code>print("&lt;recall-card id=1&gt;")\n</code></pre>',
        '<p data-recall-id="b">',
    ],
)
def test_all_else_stays_as_it_is(inner):
    assert cut(inner) == inner


def test_values_are_escaped_again():
    assert cut('<a title="&quot;&lt;x&gt; &amp;amp;" href="y">') == (
        '<a title="&quot;&lt;x&gt; &amp;amp;" href="topics/y">'
    )


def test_every_item_of_a_page_is_found_and_nothing_that_is_cut_short():
    one, two = (ITEM.replace('"a"', f'"{id}"').replace("recall-card", tag) for id, tag in
                (("a", "recall-card"), ("b", "recall-mcq")))  # fmt: skip
    text = one.format("1") + "between" + two.format("2") + '<recall-explain data-recall-id="c">never ends'
    assert list(cut_items(text, "x.html")) == ["a", "b"]
    assert cut_items("<p>Nothing of ours</p>", "x.html") == {}


# In a build


def test_a_site_with_a_review_has_a_script_for_each_page_with_items(small_site):
    pages = {
        "index.md": "# Home\n",
        "review.md": REVIEW,
        "deep/one.md": "# One\n\n" + CARD.format(id="one", stem="See [two](../two.md).", answer="ONE"),
        "two.md": "# Two\n\n" + CARD.format(id="two", stem="Two?", answer="TWO"),
    }
    site = small_site(pages)
    assert [topic["source"] for topic in manifest_of(site)["topics"]] == ["two.md", "deep/one.md"]
    assert list(items_of(site, "deep/one.md")) == ["one"]
    assert 'href="two.html"' in items_of(site, "deep/one.md")["one"]
    assert "TWO" in items_of(site, "two.md")["two"]
    address = re.search(r'data-recall-manifest="([^"]+)"', (site / "review.html").read_text())
    assert address
    assert (site / address[1]).is_file()


def test_the_card_that_a_concept_is_put_into_is_a_card_like_any_other(small_site):
    """What a page with an explain prompt brings is what a card has besides its own text."""
    explain = "/// explain | why\n\nWhy?\n\n**Concepts:**\n\n- One\n- Two\n\n**Model answer:** Both.\n\n///\n"
    pages = {
        "cards.md": CARD.format(id="one", stem="One?", answer="ONE"),
        "both.md": CARD.format(id="two", stem="Two?", answer="TWO") + "\n" + explain,
        "review.md": REVIEW,
    }
    site = small_site(pages)
    topics = {topic["source"]: read_call(site / topic["data"])[1] for topic in manifest_of(site)["topics"]}
    assert "card" not in topics["cards.md"]
    card = ElementTree.fromstring(unpack(topics["both.md"])["two"])
    for filled in card.findall("p[@class='recall-prompt']") + card.findall("details[@class='recall-menu']"):
        card.remove(filled)
    card.find("details/recall-answer").clear()
    for name in ("data-search-exclude", "dir"):
        card.find("details/recall-answer").set(name, {"dir": "auto"}.get(name, ""))
    for name in [name for name in card.attrib if name != "class"]:
        del card.attrib[name]
    written = ElementTree.tostring(card, "unicode").replace("review:two:recall-two::", "recall-::")
    blank = ElementTree.fromstring(topics["both.md"]["card"])
    assert squeeze(ElementTree.tostring(blank, "unicode")) == squeeze(written)


def test_each_page_with_items_names_the_first_review_of_the_site(small_site):
    sample = '```html\n<script data-recall-site="small" src="x"></script>\n```\n\n'
    pages = {
        "index.md": sample + CARD.format(id="home", stem="Home?", answer="HOME"),
        "a/second.md": REVIEW,
        "z/review.md": REVIEW,
        "deep/one.md": CARD.format(id="one", stem="One?", answer="ONE"),
    }
    nav = ["index.md", "z/review.md", "a/second.md", "deep/one.md"]
    site = small_site(pages, nav=nav, plugins=[{"recall": {"site_id": "small"}}])
    addresses = {"index": "z/review.html", "z/review": "review.html", "deep/one": "../z/review.html"}
    for page, address in addresses.items():
        named = re.findall(r'data-recall-review=["&].*', (site / f"{page}.html").read_text())
        assert [line.partition(" ")[0] for line in named] == [f'data-recall-review="{address}"']


def test_a_site_without_one_has_none(small_site):
    site = small_site({"index.md": CARD.format(id="one", stem="One?", answer="ONE")})
    assert "data-recall-review" not in (site / "index.html").read_text()
    assert list((site / "assets" / "recall").rglob("*.js")) != []
    assert not (site / "assets" / "recall" / "pages").exists()


def test_the_name_of_a_script_follows_from_what_it_holds(small_site):
    def name(answer: str) -> str:
        site = small_site({"review.md": REVIEW, "one.md": CARD.format(id="one", stem="One?", answer=answer)})
        return manifest_of(site)["topics"][0]["data"]

    assert name("ONE") == name("ONE")
    assert name("ONE") != name("TWO")
    assert re.fullmatch(r"assets/recall/pages/one\.[0-9a-f]{8}\.js", name("ONE"))


def test_a_script_is_safe_whatever_an_item_says(small_site):
    answer = "`</script><script>alert(1)</script>` and \u2028 and <!-- no comment -->"
    site = small_site({"review.md": REVIEW, "one.md": CARD.format(id="one", stem="One?", answer=answer)})
    (file,) = (site / "assets" / "recall" / "pages").glob("one.*.js")
    text = file.read_text(encoding="utf-8")
    assert not re.search("<(/?script|!--)", text, re.IGNORECASE)
    assert "\u2028" not in text
    assert "&lt;/script&gt;" in items_of(site, "one.md")["one"]


class Ids(HTMLParser):
    """The ids of a text, and what refers to them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.used: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            elif name in ("for", "aria-labelledby", "aria-describedby"):
                self.used += (value or "").split()
            elif name == "href" and (value or "").startswith("#"):
                self.used.append((value or "")[1:])


def test_ids_of_all_items_differ_and_each_reference_is_met(small_site):
    tabs = '\n\n=== "A"\n\n    One.\n\n=== "B"\n\n    Two.\n\n```python\nprint()\n```\n\nNoted.[^1]'
    pages = {
        f"{name}.md": f"# {name}\n\n" + CARD.format(id=name, stem="Which?", answer=tabs) + "\n[^1]: The note.\n"
        for name in ("one", "two")
    }
    extensions = ["footnotes", "pymdownx.superfences", {"pymdownx.tabbed": {"alternate_style": True}}]
    site = small_site({**pages, "review.md": REVIEW}, markdown_extensions=extensions, theme="material")
    read = [Ids(html) for name in pages for html in items_of(site, name).values()]
    ids = [id for each in read for id in each.ids]
    assert len(ids) == len(set(ids))
    assert len(ids) > 10
    for each in read:
        assert set(each.used) <= set(each.ids)
        assert any("tabbed" in id for id in each.used)
        assert any("fn:" in id for id in each.used)


def test_addresses_of_a_site_with_folders(small_site):
    pages = {"a/b.md": CARD.format(id="one", stem="[R](../review.md)", answer="ONE"), "review.md": REVIEW}
    site = small_site(pages, use_directory_urls=True)
    assert 'href="review/"' in items_of(site, "a/b.md")["one"]
    assert manifest_of(site)["topics"][0]["path"] == "a/b/"
    assert re.search(r'data-recall-manifest="\.\./assets/recall/items', (site / "review" / "index.html").read_text())


@pytest.mark.parametrize(("setting", "expected"), [("", "10"), ("new=0", "0"), ("new=250", "250")])
def test_the_cap_is_on_the_element(small_site, setting, expected):
    site = small_site(f"# Review\n\n/// review {setting}\n\n///\n")
    assert f'data-recall-new="{expected}"' in (site / "index.html").read_text()


def test_without_scripts_there_is_a_sentence_and_a_way_to_learn(small_site):
    site = small_site({"index.md": "# R\n\n/// review learn=deep/one.md\n\n///\n", "deep/one.md": "# One\n"})
    page = (site / "index.html").read_text()
    assert "A review needs scripts" in page
    assert re.search(r'<a [^>]*href="deep/one\.html"[^>]*>Start learning</a>', page)


TEXTS = {
    "plain": "Trained a little further",
    "signs": "\x80 \x81 \x9f \ue000 \uf8ff",
    "of scripts": "&lt;/script&gt; </SCRIPT ><!-- <b>&amp;</b>",
    "ids": "one two review:one:recall-one recall-two #recall-one data-recall-option=0a1b2c3d",
    "repeated": "the same the same " * 9,
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_the_items_of_a_page_are_packed_without_a_loss(text):
    card = '<recall-card id="recall-{id}" data-recall-id="{id}"><p data-recall-number="{number}.">{text}</p>'
    end = '<i id="0a1b2c3d">{text} {id}</i></recall-card>'
    whole = {
        id: cut_items((card + end).format(id=id, number=number, text=text), "x.html")[id]
        for number, id in enumerate(("one", "two", "one-two", "0a1b2c3d"))
    }
    frames, packed = pack(whole)
    assert unpack({"frames": frames, "items": packed}) == whole
    assert bool(frames) == (text != TEXTS["signs"])


def test_frames_are_written_once(small_site):
    cards = [CARD.format(id=f"c{n}", stem=f"S{n}?", answer=f"A{n}") for n in range(40)]
    site = small_site({"index.md": "\n".join(cards), "review.md": REVIEW})
    (topic,) = manifest_of(site)["topics"]
    script = (site / topic["data"]).read_text("utf-8")
    assert script.count("<recall-card") == 1
    assert len(script.encode()) < 0.2 * sum(map(len, items_of(site, "index.md").values()))
    assert [f"S{n}?" in script for n in range(40)] == [True] * 40


def test_each_page_is_packed_once_and_once_more_where_it_has_lost_items(monkeypatch: pytest.MonkeyPatch) -> None:
    packed: list[list[str]] = []
    monkeypatch.setattr(manifest, "pack", lambda items: (packed.append(list(items)), pack(items))[1])

    def data() -> SiteData:
        pages = {"a": {"one": "<p>One</p>", "two": "<p>Two</p>"}, "b": {"three": "<p>Three</p>"}, "c": {"four": ""}}
        read = PageItems(Page(path="", lines=()))
        shown = {name: ManifestPage(items=read, source=f"{name}.md", path=name, title=name) for name in pages}
        return SiteData("x", "X", [PageData(shown[name], items, name) for name, items in pages.items()], [])

    site = data()
    assert site.keep({"a.md": {"one", "two"}, "b.md": {"three"}}) == []
    whole = dict(site.write())
    assert packed == [["one", "two"], ["three"], ["four"]]
    assert len(whole) == 4
    assert site.uri in whole
    packed.clear()
    site = data()
    assert site.keep({"a.md": {"two"}, "b.md": set()}) == ["a.md", "b.md"]
    less = dict(site.write())
    assert packed == [["one", "two"], ["three"], ["four"], ["two"], []]
    assert len(less) == 3
    assert site.uri in less
    assert not any(b"One" in content or b"Three" in content for content in less.values())
