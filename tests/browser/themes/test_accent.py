"""Our accent has the colour of the theme's links where that can be read on all our grounds and has no other meaning."""

import pytest
from playwright.sync_api import Page

QUESTION = """# Page

[A link](#page)

/// mcq | question easy

Which?

- [x] Right
- [ ] Wrong

///
"""
OWN = {"light": "rgb(61, 77, 179)", "dark": "rgb(169, 182, 255)"}
LOOKS = {
    "indigo": ("a { color: #4051b5 }", "rgb(64, 81, 181)"),
    "violet, that changes slowly": ("a { color: #7e56c2; transition: color 9s }", "rgb(126, 86, 194)"),
    "blue, of a wide space": ("a { color: oklch(0.45 0.2 265) }", "oklch(0.45 0.2 265)"),
    "blue, against all others": ("a { color: #0b57d0 !important }", "rgb(11, 87, 208)"),
    "blue of too little contrast": ("a { color: #2094f3 }", OWN["light"]),
    "blue of little contrast on a tint": ("a { color: #0d6efd }", OWN["light"]),
    "green, which says right": ("a { color: #00695c }", OWN["light"]),
    "red, which says wrong": ("a { color: #b3261e }", OWN["light"]),
    "grey, as text has": ("a { color: #333 }", OWN["light"]),
    "what browsers give": ("", OWN["light"]),
    "in the dark": ("body { background: #111 } a { color: #8ab4f8 }", "rgb(138, 180, 248)"),
    "in the dark, of little contrast on a tint": ("body { background: #111 } a { color: #5488e8 }", OWN["dark"]),
    "in the dark, for the light": ("body { background: #111 } a { color: #4051b5 }", OWN["dark"]),
    "the site's own": ("a { color: #4051b5 } :root { --recall-accent: #00695c }", "rgb(0, 105, 92)"),
}
LOOK = """async (style) => {
  const sheet = document.head.querySelector("#look") ?? document.createElement("style");
  sheet.id = "look";
  sheet.textContent = style;
  document.head.append(sheet);
  document.documentElement.toggleAttribute("data-switched");
  for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
  for (const animation of document.getAnimations()) animation.finish();
  return getComputedStyle(document.querySelector(".recall-check")).backgroundColor;
}"""
"""Give the open page a style, as a theme that is switched, and return the ground of a filled button."""


@pytest.fixture
def opened(chromium_page, url, build) -> Page:
    chromium_page.goto(url("http", "index.html", build({"index.md": QUESTION})))
    return chromium_page


def test_the_accent_follows_links_that_can_be_read(opened):
    for name, (style, accent) in LOOKS.items():
        assert opened.evaluate(LOOK, style) == accent, name


def test_a_button_under_the_pointer_is_of_the_same_colour(opened):
    opened.evaluate(LOOK, "a { color: #7e56c2 } button { transition: none !important }")
    button = opened.get_by_role("button", name="Check answer")
    button.hover()
    ground = button.evaluate("button => getComputedStyle(button).backgroundColor")
    red, green, blue = (float(part) * 255 for part in ground.removeprefix("color(srgb ").rstrip(")").split())
    assert (red, green, blue) == pytest.approx((126 * 0.88, 86 * 0.88, 194 * 0.88), abs=0.5)


def test_paper_keeps_the_accent_of_the_light(opened):
    opened.evaluate(LOOK, "body { background: #111 } a { color: #8ab4f8 }")
    opened.emulate_media(media="print")
    roles = "getComputedStyle(document.documentElement).getPropertyValue('--recall-accent')"
    assert opened.evaluate(roles) == "#3d4db3"
