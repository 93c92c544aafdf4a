"""The contrast of every pair of colours that the stylesheet uses, computed from its custom properties."""

import math
import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest

from paths import CLIENT

CSS = CLIENT / "css"
TOKENS = CSS / "base" / "tokens.css"
SCHEME = CLIENT / "page" / "scheme.js"

Colour = tuple[float, float, float]

MIXTURE = r"--recall-([a-z-]+): color-mix\(in srgb, var\(--recall-([a-z-]+)\) (\d+)%, #(0|f){3}\);"
"""A role that is another with some black or white in it."""

GROUNDS = ("surface", "sunken", "accent-tint", "right-tint", "wrong-tint", "hint-tint")
TEXTS = ("ink", "muted", "accent", "right", "wrong", "hint")
FILLS = ("accent", "right", "wrong", "hint")
SCHEMES = ("light", "dark")

ROLES = {*GROUNDS, *TEXTS, "line", "edge", "on", "accent-hover"}

# The lowest contrast of each role over all grounds, as the visual specification states it: cut, not rounded, to
# one decimal, so that a stated value is always reached.
STATED = {
    "light": {"ink": 14.4, "muted": 5.7, "accent": 6.3, "right": 5.7, "wrong": 5.7, "hint": 6.3, "edge": 3.4},
    "dark": {"ink": 7.3, "muted": 5.7, "accent": 6.6, "right": 7.6, "wrong": 6.2, "hint": 7.7, "edge": 3.8},
}
STATED_ON = {"light": 6.5, "dark": 8.4}


def read_blocks(css: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Each innermost rule of a stylesheet: its selector and the roles it sets, without their prefix."""
    bare = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    for selector, body in re.findall(r"([^{}]+)\{([^{}]*)\}", bare):
        roles = dict(re.findall(r"--recall-([a-z-]+):\s*(?:var\(--recall-link-\w+, )?(#[0-9a-f]{6})\)?;", body))
        for mixed, role, part, end in re.findall(MIXTURE, body):
            roles[mixed] = mix(roles[role], int(part) / 100, end)
        yield selector.strip(), roles


def mix(value: str, part: float, end: str) -> str:
    """A colour of which a part is `value`, and the rest black (0) or white (f)."""
    channels = (int(value[at : at + 2], 16) * part + int(end * 2, 16) * (1 - part) for at in (1, 3, 5))
    return "#" + "".join(f"{round(channel):02x}" for channel in channels)


def read_schemes() -> dict[str, dict[str, str]]:
    """The roles of the light and of the dark scheme, found by the attribute that names the scheme."""
    found: dict[str, dict[str, str]] = {}
    for selector, roles in read_blocks(TOKENS.read_text(encoding="utf-8")):
        found["dark" if '"slate"' in selector else "light"] = roles
    return found


ROLE_VALUES = read_schemes()


def parse(value: str) -> Colour:
    red, green, blue = (int(value[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return red, green, blue


def luminance(colour: Colour) -> float:
    """Relative luminance, WCAG 2.2."""
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Colour, other: Colour) -> float:
    """Contrast ratio, WCAG 2.2: 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def cut(ratio: float) -> float:
    """A ratio without what follows its first decimal."""
    return math.floor(ratio * 10) / 10


def lowest(scheme: str, role: str) -> float:
    """The lowest contrast of a role over all grounds."""
    roles = ROLE_VALUES[scheme]
    return min(contrast(parse(roles[role]), parse(roles[name])) for name in GROUNDS)


def test_known_contrasts() -> None:
    assert contrast(parse("#000000"), parse("#ffffff")) == pytest.approx(21)
    assert contrast(parse("#767676"), parse("#ffffff")) == pytest.approx(4.54, abs=0.005)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_each_scheme_sets_every_role(scheme: str) -> None:
    assert set(ROLE_VALUES[scheme]) == ROLES


@pytest.mark.parametrize(("scheme", "role"), [*product(SCHEMES, TEXTS)])
def test_text_is_readable_on_every_ground(scheme: str, role: str) -> None:
    assert lowest(scheme, role) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
def test_borders_of_controls_are_visible_on_every_ground(scheme: str) -> None:
    assert lowest(scheme, "edge") >= 3


@pytest.mark.parametrize(("scheme", "fill"), [*product(SCHEMES, (*FILLS, "accent-hover"))])
def test_text_on_a_fill_is_readable(scheme: str, fill: str) -> None:
    assert contrast(parse(ROLE_VALUES[scheme]["on"]), parse(ROLE_VALUES[scheme][fill])) >= 4.5


@pytest.mark.parametrize(("scheme", "role"), [(s, role) for s in SCHEMES for role in STATED[s]])
def test_the_table_of_the_specification(scheme: str, role: str) -> None:
    assert cut(lowest(scheme, role)) == STATED[scheme][role]


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_table_for_text_on_fills(scheme: str) -> None:
    roles = ROLE_VALUES[scheme]
    least = min(contrast(parse(roles["on"]), parse(roles[fill])) for fill in FILLS)
    assert cut(least) == STATED_ON[scheme]


def read_limit(name: str) -> float:
    """A number that the script compares the colour of links with."""
    return float(re.search(rf"const {name} = ([\d.]+);", SCHEME.read_text(encoding="utf-8"))[1])


def test_links_that_become_the_accent_are_readable_on_every_ground() -> None:
    """And the text of a filled button is on them."""
    grounds = {scheme: [luminance(parse(roles[name])) for name in GROUNDS] for scheme, roles in ROLE_VALUES.items()}
    on = {scheme: luminance(parse(roles["on"])) for scheme, roles in ROLE_VALUES.items()}
    darker, lighter = read_limit("DARK_ENOUGH"), read_limit("LIGHT_ENOUGH")
    assert 4.5 <= (min(grounds["light"]) + 0.05) / (darker + 0.05) < 4.6
    assert 4.5 <= (lighter + 0.05) / (max(grounds["dark"]) + 0.05) < 4.6
    assert (on["light"] + 0.05) / (darker + 0.05) >= 4.5
    assert (lighter + 0.05) / (on["dark"] + 0.05) >= 4.5


@pytest.mark.parametrize("path", sorted(CSS.glob("*/*.css")), ids=lambda path: path.stem)
def test_colours_are_named_in_one_place(path: Path) -> None:
    """A colour written elsewhere would escape this test, and the dark scheme."""
    bare = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    written = re.findall(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl|oklch|color-mix)a?\(", bare)
    assert bool(written) == (path == TOKENS)
