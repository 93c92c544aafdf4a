"""docs/reference/compatibility.md names what is tested, and nothing else."""

import re
from pathlib import Path

from table import PAGE, replace_table, write_table
from themes.gallery import THEMES

ROOT = Path(__file__).parents[2]
PINS = ("constraints.txt", "constraints-ecosystem.txt")


def test_the_page_has_the_table_of_what_is_tested():
    text = PAGE.read_text("utf-8")
    assert replace_table(text) == text, "Run: python tests/ecosystem/table.py"
    assert write_table() in text


def test_the_page_has_the_themes_that_are_tested_with_their_versions():
    pins = "".join((ROOT / name).read_text("utf-8") for name in PINS)
    rows = re.findall(r"^\| (.+?) \| ([\d.]+) \| (?:light|dark|both)\b", PAGE.read_text("utf-8"), re.MULTILINE)
    named = {(name, version) for names, version in rows for name in re.split(", (?!`)", names.partition(" of ")[0])}
    assert len(named) == len(THEMES)
    for theme in THEMES:
        label = f"{theme.name}, `palette: {theme.settings['palette']}`" if theme.name == "terminal" else theme.name
        version = re.search(rf"^{theme.package}==(.+)$", pins, re.MULTILINE)
        assert version
        assert (label, version[1]) in {(name.strip(" ,"), number) for name, number in named}
