"""The anchors of headings, read from sources: those that a build gives, or none."""

import re

import pytest
from markdown import Markdown, markdown
from markdown.extensions.toc import slugify, slugify_unicode

from mkdocs_recall.model.page import Page
from mkdocs_recall.site.bank import Bank
from mkdocs_recall.site.sections.headings import find_headings, make_slug, read_slug

CERTAIN = """# The `learning_rate` and *its* __size__

## Plain words, twice

## Plain words, twice

## Own { #mine .wide }

## Own again {: #other }

## Only a class { .wide }

## plain-words-twice #

Under a line
------------

### snake_case and `code --here` ###

```python
# no heading
```

/// card | one easy

Question?

**Answer:** It is.

///

## [A link](https://example.com/a) to *see*

## Größe über 100 %

##No space
"""


def headings_of(text, slug):
    return find_headings(Bank().read(Page(path="docs/a.md", lines=text.split("\n"))), slug)


@pytest.mark.parametrize("make", [slugify, slugify_unicode, lambda text, sep: text.replace(" ", "~").lower()])
@pytest.mark.parametrize("separator", ["-", "_"])
def test_anchors_are_those_of_the_build(make, separator):
    toc = {"slugify": make, "separator": separator}
    extensions = ["attr_list", "fenced_code", "toc"]
    html = Markdown(extensions=extensions, extension_configs={"toc": toc}).convert(CERTAIN)
    built = re.findall(r"<h\d[^>]* id=\"([^\"]*)\"", html)
    assert [each.anchor for each in headings_of(CERTAIN, make_slug(make, separator))] == built
    assert len(built) == 12


@pytest.mark.parametrize(
    "title",
    ["<b>Bold</b>", "{{ macro }}", "A :smile:", "$x^2$ and more", "A -- B", "A &amp; B", "[Reference]", "(c) by"],
)
def test_what_only_a_build_can_tell_has_no_anchor(title):
    found = headings_of(f"# Page\n\n## {title}\n", read_slug({}))
    assert [each.anchor for each in found] == ["page", ""]


def test_a_heading_of_the_same_words_elsewhere_makes_an_anchor_doubtful():
    text = "# Page\n\n!!! note\n\n    ## Setup\n\n## Setup\n\n## Use { #setup-2 }\n"
    assert [each.anchor for each in headings_of(text, read_slug({}))] == ["page", "", "setup-2"]


def test_without_a_known_table_of_contents_only_own_anchors_are_known():
    for unknown in (None, make_slug("!!python/name:some.function", "-"), read_slug({"slugify": "opaque"})):
        assert [each.anchor for each in headings_of("# Page\n\n## Own { #own }\n", unknown)] == ["", "own"]


def test_goals_lead_to_the_anchors_that_the_site_makes():
    question = "/// card | a objective=mask\n\nWhat?\n\n**Answer:** That.\n\n///"
    source = f"## A mask\n\n{question}\n\n/// goals | g\n\n- Read a mask {{objective=mask}}\n\n///\n"
    toc = {"slugify": lambda text, sep: text.upper().replace(" ", sep), "separator": "~"}
    html = markdown(source, extensions=["recall", "toc"], extension_configs={"toc": toc})
    assert '<h2 id="A~MASK">' in html
    assert re.findall(r'data-recall-section="A mask" href="([^"]*)"', html) == ["#A~MASK"]
