"""Text on our grounds is readable whatever the theme: light or dark, known or not, and while it is switched."""

from typing import Any

import pytest
from playwright.sync_api import Page

PAGE = """# Page

/// ways | ways test=test.md learn=#cards

///

//// practice | set title="Checks"

/// mcq | one easy objective=x

Which `code` is **it**? See [the card](#recall-two).

- [x] Right `code` and [a link](index.md)
  > Because *of* this.
- [ ] Wrong
  > Because of that.

**Hint:** Look closely.

**Solution:**

1. **First.** Look.
2. **Second.** See.

**Explanation:** A quote and a heading.

> Quoted.

#### Heading

| Table | Two |
| --- | --- |
| cell | cell |

///

////

## Cards

/// card | two beginner

What is asked?

**Answer:** An answer with `code`.

///

/// explain | three intermediate

Explain it.

**Hint:** A hint.

**Concepts:**

- One concept
- Another

**Model answer:** A model.

///

/// mcq | broken easy

No key here?

- [ ] One
- [ ] Two

///
"""
TEST = """# Test

//// test | test draw=2 mix=2,0,0

/// mcq | four easy objective=x

Which?

- [x] Right
  > So.
- [ ] Wrong
  > No.

///

/// mcq | five easy objective=x

Which else?

- [x] Right
  > So.
- [ ] Wrong
  > No.

///

////
"""
PAGES = {"index.md": PAGE, "test.md": TEST, "progress.md": "# Progress\n\n/// progress\n\n///\n"}

FAINT = """() => {
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", {willReadFrequently: true});
  const blend = (colours) => {
    const {colorScheme} = getComputedStyle(document.documentElement);
    const night = colorScheme.includes("dark") && matchMedia("(prefers-color-scheme: dark)").matches;
    canvas.fillStyle = night ? "#121212" : "white";
    canvas.fillRect(0, 0, 1, 1);
    for (const colour of colours) { canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); }
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3).map((part) => part / 255);
  };
  const light = (colour) => {
    const [red, green, blue] = colour.map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const grounds = (element) => {
    const found = [];
    for (let each = element; each; each = each.parentElement) found.unshift(getComputedStyle(each).backgroundColor);
    return found;
  };
  for (const animation of document.getAnimations()) animation.finish();
  const faint = [];
  const ours = ".recall-item, .recall-set, .recall-way, .recall-error, .recall-print, .recall-tally, .recall-progress";
  for (const widget of document.querySelectorAll(ours)) {
    const walker = document.createTreeWalker(widget, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode, element = text.parentElement;
      if (!text.data.trim() || !element.checkVisibility({visibilityProperty: true, opacityProperty: true})) continue;
      const style = getComputedStyle(element), size = parseFloat(style.fontSize), under = grounds(element);
      const [a, b] = [light(blend(under)), light(blend([...under, style.color]))].sort((x, y) => y - x);
      const ratio = (a + 0.05) / (b + 0.05);
      const large = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
      if (ratio < (large || element.closest("code") ? 3 : 4.5))
        faint.push(`${ratio.toFixed(2)} ${element.localName}.${element.className}: ${text.data.trim().slice(0, 40)}`);
    }
  }
  return [...new Set(faint)];
}"""
"""Each text in what is ours that is too faint on its ground, with its contrast. Colours of code are the theme's."""


def use(page: Page) -> None:
    """Answer wrongly, and open all that can be opened."""
    question = page.locator('[id="recall-one"]')
    question.get_by_role("radio", name="Wrong").check()
    question.get_by_role("button", name="Check answer").click()
    for button in ("Show hint", "Show step 1 of 2", "Show answer"):
        question.get_by_role("button", name=button).click()
    page.locator('[id="recall-two"]').get_by_text("Show answer").click()
    prompt = page.locator('[id="recall-three"]')
    prompt.get_by_label("Your explanation").fill("What I think.")
    prompt.get_by_role("button", name="Show model answer").click()
    prompt.get_by_role("button", name="Show hint").click()
    prompt.get_by_role("checkbox").first.check()
    page.locator("summary[aria-label=More]").last.click()


SURFACE = "getComputedStyle(document.body).getPropertyValue('--recall-surface').trim()"


def read_scheme(page: Page) -> str:
    return page.evaluate(SURFACE)


PLAIN = {"name": "mkdocs", "highlightjs": False}
LIGHT, DARK = "#ffffff", "#1e2129"
UNKNOWN = """
body { background: #060606; color: #adafae }
h1, h2, h3, h4 { color: #fff } p, li, label, legend, blockquote, summary { color: #eee } a { color: #2a9fd6 }
code { color: #f7a8cf; background: #222 } table { color: #ddd }
"""
SYSTEM = ":root { color-scheme: light dark } @media (prefers-color-scheme: dark) { body { color: #eee } }"
WIDE = "body { background: oklch(0.145 0 0); color: oklch(0.985 0 0) } code { color: #fff; background: #222 }"
LAYERS = """
html { background: #111 } body { background: rgb(255 255 255 / 5%); color: #ddd }
code { color: #fff; background: #222 }
"""
ATTRIBUTES = {
    "class": "document.documentElement.classList.add('dark')",
    "data-theme": "document.documentElement.dataset.theme = 'dark'",
    "data-bs-theme": "document.documentElement.dataset.bsTheme = 'dark'",
}


@pytest.fixture
def built(small_site):
    """A function that builds the pages in a theme, with a style and a script of the site's own."""

    def build(theme: Any = PLAIN, style: str = "", script: str = ""):
        pages = {**PAGES, "own.css": style, "own.js": script}
        extensions = ["tables", "attr_list", "pymdownx.superfences"]
        extra = {"extra_css": ["own.css"], "extra_javascript": ["own.js"]}
        return small_site(pages, theme=theme, markdown_extensions=extensions, **extra)

    return build


@pytest.mark.quick("chromium")
def test_a_dark_theme_that_nobody_has_heard_of_is_readable(page, url, built):
    page.goto(url("http", "index.html", built(style=UNKNOWN)))
    assert read_scheme(page) == DARK
    use(page)
    assert page.evaluate(FAINT) == []


@pytest.mark.quick("chromium")
def test_a_switch_of_the_theme_is_followed_while_the_page_is_open(page, url, built):
    """Also one that takes its time."""
    fade = "body { transition: background-color 300ms } body.night { background: #060606; color: #ddd }"
    page.goto(url("http", "index.html", built(style=fade)))
    use(page)
    assert read_scheme(page) == LIGHT
    for night, surface in ((True, DARK), (False, LIGHT)):
        page.evaluate(f"document.body.classList.toggle('night', {str(night).lower()})")
        page.wait_for_function(f"{SURFACE} === '{surface}'")
        assert page.evaluate(FAINT) == []


THEMES = {
    "mkdocs light": ({**PLAIN, "color_mode": "light"}, "", LIGHT),
    "mkdocs dark": ({**PLAIN, "color_mode": "dark"}, "", DARK),
    "readthedocs": ({"name": "readthedocs", "highlightjs": False}, "", LIGHT),
    "material light": ({"name": "material", "font": False}, "", LIGHT),
    "material dark": ({"name": "material", "font": False, "palette": {"scheme": "slate"}}, "", DARK),
    "colours of oklch": (PLAIN, WIDE, DARK),
    "layers": (PLAIN, LAYERS, DARK),
}


@pytest.mark.long
@pytest.mark.parametrize("name", THEMES)
def test_every_theme_is_readable(page, url, built, watch, name):
    theme, style, surface = THEMES[name]
    watch.allow("'disabled'|light is null")  # The mkdocs theme's own script, where it is dark and highlights no code.
    folder = built(theme, style)
    page.goto(url("http", "index.html", folder))
    assert read_scheme(page) == surface
    use(page)
    assert page.evaluate(FAINT) == []
    for other in ("test.html", "progress.html"):
        page.goto(url("http", other, folder))
        assert page.evaluate(FAINT) == []


@pytest.mark.long
@pytest.mark.parametrize("name", ATTRIBUTES)
def test_well_known_attributes_count_before_any_measurement(chromium_page, url, built, name):
    """The stylesheet knows them, so that nothing flashes."""
    chromium_page.goto(url("http", "index.html", built(style=UNKNOWN)))
    chromium_page.evaluate("document.documentElement.removeAttribute('data-recall-scheme')")
    before = chromium_page.evaluate(
        f"{ATTRIBUTES[name]}; getComputedStyle(document.documentElement).getPropertyValue('--recall-surface').trim()"
    )
    assert before == DARK


@pytest.mark.long
def test_the_systems_own_dark_is_measured(open_page, url, built):
    page = open_page(scheme="dark")
    page.goto(url("http", "index.html", built(PLAIN, SYSTEM + " body, .navbar { background: none }")))
    assert read_scheme(page) == DARK
    use(page)
    assert page.evaluate(FAINT) == []


@pytest.mark.long
def test_without_scripts_text_on_our_grounds_is_readable(open_context, url, built):
    page = open_context("chromium", scripts=False).new_page()
    page.goto(url("http", "index.html", built(style=UNKNOWN)))
    page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
    assert page.evaluate(FAINT) == []
