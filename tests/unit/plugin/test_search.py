"""What search indexes hold of questions: stems and options, each at its item, and never an answer."""

import json

import pytest

LESSON = """# Lesson

PROSEABOVE

## Section

PROSEINSECTION

/// card | one beginner

STEMOFCARD with `code` & *words*?

**Answer:** SECRETCARD[^note]

///

PROSEBETWEEN

/// mcq | two easy

STEMOFQUESTION

```python
CODEOFSTEM = "<b>" & 1
```

- [x] OPTIONRIGHT `code`
  > SECRETREASON
- [ ] OPTIONWRONG

    ```python
    CODEOFOPTION = 1
    ```

    > SECRETWRONG

**Hint:** SECRETHINT

**Solution:**

1. **Step.** SECRETSTEP

**Explanation:** SECRETEXPLANATION

///

!!! note

    /// explain | three intermediate

    STEMINNOTE

    **Concepts:**

    - SECRETCONCEPT

    **Model answer:** SECRETMODEL

    ///

    PROSEINNOTE

//// practice | set title="NAMEOFSET"

/// mcq | four easy

STEMINSET ![PICTURE](https://example.com/p.png)

- [x] OPTIONINSET
  > SECRETSET
- [ ] Other
  > SECRETOTHER

///

////

## Last section

PROSEBELOW

[^note]: SECRETNOTE
"""
TEST = """# Test

//// test | bank draw=1 mix=1,0,0

/// mcq | five easy

STEMINTEST

- [x] OPTIONINTEST
  > SECRETTEST
- [ ] Other
  > SECRETOTHER

///

////
"""
EXCLUDED = """# Page

## Kept

/// card | kept beginner

STEMKEPT

**Answer:** SECRETKEPT

///

## Left out { data-search-exclude }

/// card | out beginner

STEMOUT

**Answer:** SECRETOUT

///

## Kept again

<div markdown data-search-exclude="">

/// card | inside beginner

STEMINSIDE

**Answer:** SECRETINSIDE

///

</div>

/// card | after beginner

STEMAFTER

**Answer:** SECRETAFTER

///
"""
EXTENSIONS = ["admonition", "attr_list", "footnotes", "md_in_html", "pymdownx.superfences"]
WORDS = {
    "recall-one": ("STEMOFCARD", "code", "words"),
    "recall-two": ("STEMOFQUESTION", "CODEOFSTEM", "OPTIONRIGHT", "OPTIONWRONG", "CODEOFOPTION"),
    "recall-three": ("STEMINNOTE",),
    "recall-four": ("STEMINSET", "PICTURE", "OPTIONINSET"),
    "section": ("PROSEINSECTION", "PROSEBETWEEN", "PROSEINNOTE"),
    "last-section": ("PROSEBELOW",),
}


def build(small_site, pages, theme, *, first=True, **settings):
    recall = {"recall": {"site_id": "s"}}
    plugins = ["search", recall] if first else [recall, "search"]
    options = {"theme": theme, "plugins": plugins, "markdown_extensions": EXTENSIONS, **settings}
    site = small_site(pages, **options)
    entries = json.loads((site / "search" / "search_index.json").read_text("utf-8"))["docs"]
    return site, entries


@pytest.mark.parametrize("first", [True, False], ids=["search first", "recall first"])
@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs", "material"])
def test_the_index_leads_to_items_and_holds_no_answer(small_site, theme, first):
    site, entries = build(small_site, {"index.md": LESSON, "test.md": TEST}, theme, first=first)
    by_place = {entry["location"]: f"{entry['title']} {entry['text']}" for entry in entries}
    assert len(by_place) == len(entries)
    for id, words in WORDS.items():
        for word in words:
            places = {place for place, text in by_place.items() if word in text and "#" in place}
            if word != "code" and word != "words":
                assert places == {f"index.html#{id}"}, word
    whole = json.dumps(entries)
    assert "SECRET" not in whole
    assert "NAMEOFSET" in whole
    assert [place for place, text in by_place.items() if "STEMINTEST" in text and "#" in place] == [
        "test.html#recall-bank"
    ]
    assert "OPTIONINTEST" in by_place["test.html#recall-bank"]
    for frame in ("Show answer", "Check answer", "Choose one answer", "Print worksheet", "All questions", "Beginner"):
        assert frame not in whole, frame
    page = (site / "index.html").read_text("utf-8")
    for id in WORDS:
        assert page.count(f'id="{id}"') == 1
    assert "SECRETREASON" in page
    assert "STEMOFCARD" not in page[: page.index("PROSEABOVE")]  # no table of contents shows what was found


@pytest.mark.parametrize("theme", ["mkdocs", "material"])
def test_text_of_code_is_shown_as_it_is_written(small_site, theme):
    _, entries = build(small_site, {"index.md": LESSON}, theme)
    text = next(entry["text"] for entry in entries if entry["location"].endswith("#recall-two"))
    written = 'CODEOFSTEM = "<b>" & 1'
    assert (
        written if theme == "mkdocs" else written.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    ) in text


def test_what_an_author_excludes_stays_out(small_site):
    _, entries = build(small_site, {"index.md": EXCLUDED}, "material")
    whole = json.dumps(entries)
    assert "STEMKEPT" in whole
    assert "STEMAFTER" in whole
    assert "STEMOUT" not in whole
    assert "STEMINSIDE" not in whole


@pytest.mark.parametrize("theme", ["mkdocs", "material"])
def test_pages_are_the_same_with_and_without_a_search(small_site, theme):
    pages = {"index.md": LESSON, "test.md": TEST, "excluded.md": EXCLUDED}
    site, _ = build(small_site, pages, theme)
    bare = small_site(pages, theme=theme, plugins=[{"recall": {"site_id": "s"}}], markdown_extensions=EXTENSIONS)
    for name in ("index", "test", "excluded"):
        with_search, without = ((each / f"{name}.html").read_text("utf-8") for each in (site, bare))
        for start, end in (("<recall-card", "</recall-card>"), ("<recall-mcq", "</recall-mcq>")):
            assert with_search.count(start) == without.count(start)
            assert _between(with_search, start, end) == _between(without, start, end)


def _between(text, start, end):
    return text[text.index(start) : text.rindex(end)] if start in text else ""


HOOK = """
def on_page_context(context, page, config, nav):
    if page.file.src_uri == "index.md":
        assert "SECRETCARD" in page.content, "a search text is not for other plugins"
    page.content = page.content.replace("PROSEABOVE", "PROSECHANGED")
    return context
"""


@pytest.mark.parametrize("theme", ["mkdocs", "material"])
def test_other_plugins_see_and_change_the_page_itself(small_site, tmp_path, theme):
    hook = tmp_path / "hook.py"
    hook.write_text(HOOK, encoding="utf-8")
    site, _ = build(small_site, {"index.md": LESSON}, theme, hooks=[str(hook)])
    page = (site / "index.html").read_text("utf-8")
    assert "PROSECHANGED" in page
    assert "SECRETCARD" in page


@pytest.mark.parametrize(
    ("theme", "title"), [("mkdocs", "Question or card"), ("material", "STEMOFCARD with code &amp; words?")]
)
def test_items_do_not_come_before_what_teaches_them(small_site, theme, title):
    """Words of titles count most: an index that takes no boost has none of an item's there."""
    _, entries = build(small_site, {"index.md": LESSON, "test.md": TEST}, theme)
    by_place = {entry["location"]: entry for entry in entries}
    assert by_place["index.html#recall-one"]["title"] == title
    boosts = {place for place, entry in by_place.items() if entry.get("boost", 1) < 1}
    items = {place for place in by_place if "#recall-" in place}
    assert boosts == (items if theme == "material" else set())
    assert by_place["test.html#recall-bank"]["title"] != "Question or card"


def test_a_boost_of_the_author_counts_for_items_too(small_site):
    page = "---\nsearch:\n  boost: 2\n---\n" + LESSON
    _, entries = build(small_site, {"index.md": page}, "material")
    boosts = {entry["location"]: entry["boost"] for entry in entries}
    assert boosts["index.html#section"] == 2
    assert 0 < boosts["index.html#recall-one"] < 1


def test_a_long_stem_makes_a_short_title_and_is_kept_whole(small_site):
    stem = " ".join(f"word{number}" for number in range(60))
    _, entries = build(small_site, f"# A\n\n/// card | long beginner\n\n{stem}\n\n**Answer:** No.\n\n///\n", "material")
    entry = next(entry for entry in entries if entry["location"].endswith("#recall-long"))
    assert entry["title"].endswith(" …")
    assert len(entry["title"]) <= 102
    assert stem in entry["text"]


LOOKALIKES = (
    "<!-- <recall-mcq data-recall-id='x'> -->",
    "<p title='<recall-card>'>x</p>",
    '<p title="</recall-card>">x</p>',
)


@pytest.mark.parametrize("theme", ["mkdocs", "material"])
@pytest.mark.parametrize("text", LOOKALIKES)
def test_what_only_looks_like_an_item_changes_nothing(small_site, theme, text):
    card = f"/// card | one beginner\n\nSTEM\n\n{text}\n\n**Answer:** SECRET {text}\n\n///\n"
    _, entries = build(small_site, f"# A\n\n{text}\n\nBEFORE\n\n{card}\n\nAFTER\n", theme)
    whole = json.dumps(entries)
    assert all(word in whole for word in ("BEFORE", "STEM", "AFTER"))
    assert "SECRET" not in whole
