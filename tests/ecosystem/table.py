"""Write the table in docs/reference/compatibility.md: `python tests/ecosystem/table.py`."""

from __future__ import annotations

import sys
from pathlib import Path

from neighbours import MIKE, NEIGHBOURS

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "compatibility.md"
HEAD = "| Plugin or extension | Tested | What to know |\n| --- | --- | --- |\n"


def write_table() -> str:
    """The neighbours as a table."""
    rows = [
        f"| {each.name}{f', {each.use}' if each.use else ''} | {'each change' if each.common else 'weekly'} "
        f"| {' '.join(filter(None, (each.note, each.last * 'It has to be the last plugin.'))) or 'Nothing.'} |\n"
        for each in (*NEIGHBOURS, MIKE)
    ]
    return HEAD + "".join(rows)


def replace_table(text: str) -> str:
    """The page with the current table."""
    start = text.index(HEAD)
    end = text.index("\n\n", start) + 1
    return text[:start] + write_table() + text[end:]


if __name__ == "__main__":
    PAGE.write_text(replace_table(PAGE.read_text("utf-8")), encoding="utf-8")
    sys.exit()
