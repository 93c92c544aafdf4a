"""Texts of items without what only works on the site."""

import re

import pytest

from exported import CONFIG, export, write_sample

CARD = "/// card | c\n\n{stem}\n\n**Answer:** It.\n\n///\n\n"


def render(tmp_path, stem: str, *, config: str = CONFIG, more: str = "") -> tuple[str, str]:
    """The HTML of a stem, and what is said of it."""
    write_sample(tmp_path, CARD.format(stem=stem) + more + "\n## Anchor {#a}\n")
    (tmp_path / "docs" / "other.md").write_text("# Other {#a}\n")
    (tmp_path / "docs" / "a.pdf").write_bytes(b"")
    (tmp_path / "mkdocs.yml").write_text(config, encoding="utf-8")
    content, said = export(tmp_path, "anki")
    row = content.decode().split("#tags column:5\n")[1].split("\t")
    return row[2].strip('"').replace('""', '"'), said


@pytest.mark.parametrize(
    ("stem", "html"),
    [
        ("See [it](other.md).", '<p>See <a href="https://example.org/course/other/">it</a>.</p>'),
        ("See [it](other.md#a).", '<p>See <a href="https://example.org/course/other/#a">it</a>.</p>'),
        ("See [it](#a).", '<p>See <a href="https://example.org/course/#a">it</a>.</p>'),
        ("See [it](a.pdf).", '<p>See <a href="https://example.org/course/a.pdf">it</a>.</p>'),
        ("See [it](/a/).", '<p>See <a href="https://example.org/a/">it</a>.</p>'),
        ("See [it](https://example.com/).", '<p>See <a href="https://example.com/">it</a>.</p>'),
        ("See [it](mailto:a@example.com).", '<p>See <a href="mailto:a@example.com">it</a>.</p>'),
    ],
)
def test_a_link_leads_to_the_published_site(tmp_path, stem, html):
    assert render(tmp_path, stem)[0] == html


def test_a_link_of_the_site_is_named_where_nobody_knows_its_address(tmp_path):
    config = CONFIG.replace("site_url: https://example.org/course/\n", "")
    html, said = render(tmp_path, "See [it](other.md).", config=config)
    assert html == "<p>See it.</p>"
    assert "docs/index.md:1: note: card c: the link to `other.md` only works on the site" in said


@pytest.mark.parametrize("address", ["javascript:alert(1)", "vbscript:x", "data:text/html,x"])
def test_an_address_that_runs_code_is_no_link(tmp_path, address):
    html, said = render(tmp_path, f'See <a href="{address}" onclick="x()">it</a>.')
    assert html == "<p>See it.</p>"
    assert "only works on the site" in said


def test_addresses_without_directories(tmp_path):
    html, _ = render(tmp_path, "See [it](other.md).", config=CONFIG + "use_directory_urls: false\n")
    assert html == '<p>See <a href="https://example.org/course/other.html">it</a>.</p>'


def test_a_reference_and_an_abbreviation_of_the_page_count(tmp_path):
    html, _ = render(tmp_path, "An HTML [link][r].", more="*[HTML]: Hypertext\n\n[r]: https://example.com/\n")
    assert html == '<p>An <abbr title="Hypertext">HTML</abbr> <a href="https://example.com/">link</a>.</p>'


def test_a_footnote_comes_along(tmp_path):
    html, _ = render(tmp_path, "One.[^a] Two.[^b] One.[^a]", more="[^b]: Note *b*.\n\n[^a]: Note a.\n")
    assert html.split("</p><p>") == [
        "<p>One.<sup>[1]</sup> Two.<sup>[2]</sup> One.<sup>[1]</sup>",
        "[1] Note a.",
        "[2] Note <em>b</em>.</p>",
    ]


def test_pictures_are_found_from_the_source_and_from_the_built_page(tmp_path):
    for address in ("img/A%20box.png", "/img/A%20box.png"):
        html, said = render(tmp_path, f"![Box]({address})")
        assert html.startswith('<p><img src="data:image/png;base64,')
        assert "note" not in said
    (tmp_path / "docs" / "deep").mkdir()
    (tmp_path / "docs" / "deep" / "page.md").write_text(
        '/// card | d\n\n<img src="../../img/A box.png" alt="A box">\n\n**Answer:** It.\n\n///\n'
    )
    text = export(tmp_path, "anki", "docs/deep")[0].decode()
    assert "data:image/png;base64," in text


def test_a_picture_that_is_missing_is_named(tmp_path):
    html, said = render(tmp_path, '<img src="img/none.png" alt="A box">')
    assert html == "<p>[A box]</p>"
    assert "the picture `img/none.png` is not among the files of the site" in said


def test_a_picture_for_dark_pages_is_left_out(tmp_path):
    html, _ = render(tmp_path, "![A](img/A%20box.png#only-light) ![B](img/A%20box.png#only-dark)")
    assert html.count("<img") == 1


@pytest.mark.parametrize("tag", ["script", "style", "iframe", "video"])
def test_what_no_format_holds_is_named(tmp_path, tag):
    html, said = render(tmp_path, f"Before.\n\n<{tag}>inside</{tag}>\n\nAfter.")
    assert html == "<p>Before.</p><p>After.</p>"
    assert f"note: card c: `<{tag}>` cannot be exported" in said


def test_a_drawing_becomes_a_picture(tmp_path):
    drawing = '<svg viewBox="0 0 2 2" aria-label="A dot"><title>Dot</title>\n<circle r="1" onclick="x()"/></svg>'
    html, said = render(tmp_path, f"Look:\n\n<div>{drawing}{drawing}</div>\n\nAfter.")
    assert html.count('<img src="data:image/svg+xml;base64,') == 2
    assert html.count('alt="A dot"') == 2
    assert html.endswith("<p>After.</p>")
    assert "Dot" not in html
    assert "note" not in said
    html, said = render(tmp_path, "Look:\n\n<svg><path d=1></path></svg>\n\nAfter.")
    assert not re.search("<svg|<img|path", html)
    assert "`<svg>` cannot be exported, because it is not XML." in said


def test_a_film_becomes_a_link(tmp_path):
    html, _ = render(tmp_path, 'Look:\n\n<video src="https://example.com/a.mp4"></video>')
    assert '<a href="https://example.com/a.mp4">https://example.com/a.mp4</a>' in html


@pytest.mark.parametrize(
    ("stem", "html"),
    [
        (
            'A <span onmouseover="x()" style="color: red" id="a" data-b="c">word</span>.',
            '<span style="color: red">word</span>',
        ),
        ("A <b>word</i>.", "A &lt;b&gt;word&lt;/i&gt;."),
        ("- [x] a\n- [ ] b", "<li>☑ a</li><li>☐ b</li>"),
        ("# Head {#own}", "<h1>Head</h1>"),
        ('`a < b` & "c"', "<code>a &lt; b</code> &amp; &quot;c&quot;"),
        ('??? note "T"\n    Inside.', "<p><b>T</b></p><p>Inside.</p>"),
        ('=== "A"\n    One.\n\n=== "B"\n    Two.', "<p><b>A</b></p><p>One.</p><p><b>B</b></p><p>Two.</p>"),
        ("$$\na\n$$", "\\[\na\n\\]"),
    ],
)
def test_what_the_site_makes_of_a_text(tmp_path, stem, html):
    assert html in render(tmp_path, stem)[0]


def test_code_is_coloured_without_a_stylesheet(tmp_path):
    html, _ = render(tmp_path, '```python title="t" linenums="1"\nx = 1  # why\n```')
    assert html.startswith('<p><b>t</b></p><pre style="background:#f6f8fa;')
    assert '<span style="color:#0550ae">1</span>' in html
    assert '<span style="color:#57606a"># why</span>' in html
    assert "class=" not in html
    assert "id=" not in html


def test_options_that_name_code_are_left_to_their_defaults(tmp_path):
    config = CONFIG.replace(
        "  - pymdownx.superfences\n",
        "  - pymdownx.superfences:\n      custom_fences:\n"
        "        - name: mermaid\n          class: mermaid\n"
        "          format: !!python/name:pymdownx.superfences.fence_code_format\n"
        "  - pymdownx.emoji:\n      emoji_index: !!python/name:material.extensions.emoji.twemoji\n",
    )
    html, _ = render(tmp_path, "A :smile:.\n\n```mermaid\ngraph LR\n```", config=config)
    assert html.startswith("<p>A 😄.</p><pre")
    assert "graph LR" in html


def test_a_site_of_zensical_has_its_extensions_in_tables(tmp_path):
    write_sample(tmp_path, CARD.format(stem='A ~~word~~.\n\n=== "T"\n    Text.'))
    (tmp_path / "mkdocs.yml").unlink()
    (tmp_path / "zensical.toml").write_text(
        """[project]
site_name = "A site"
[project.markdown_extensions.recall]
site_id = "a"
[project.markdown_extensions.toc]
permalink = true
[project.markdown_extensions.pymdownx.tilde]
[project.markdown_extensions.pymdownx.tabbed]
alternate_style = true
slugify = { object = "pymdownx.slugs.slugify", kwds = { case = "lower" } }
[project.markdown_extensions.pymdownx.superfences]
custom_fences = [{ name = "mermaid", class = "mermaid", format = "pymdownx.superfences.fence_code_format" }]
[project.markdown_extensions.zensical.extensions.preview]
""",
        encoding="utf-8",
    )
    text = export(tmp_path, "anki")[0].decode()
    assert "<p>A <del>word</del>.</p><p><b>T</b></p><p>Text.</p>" in text


def test_an_extension_that_is_missing_stops_the_export(tmp_path, capsys):
    with pytest.raises(AssertionError, match="cannot be loaded: No module named 'not_there'"):
        render(tmp_path, "A.", config=CONFIG + "  - not_there\n")


def test_items_in_lists_notes_and_quotes_are_exported_too(tmp_path):
    card = CARD.format(stem="Inside?").strip()
    held = "\n".join(f"    {line}".rstrip() for line in card.replace("| c", "| held").split("\n"))
    quoted = "\n".join(f"> {line}".rstrip() for line in card.replace("| c", "| quoted").split("\n"))
    _, said = render(tmp_path, "A.", more=f"!!! note\n\n{held}\n\n{quoted}\n\n```\n{card}\n```\n")
    assert said == "Exported 3 items to " + str(tmp_path / "exported") + ".\n"
