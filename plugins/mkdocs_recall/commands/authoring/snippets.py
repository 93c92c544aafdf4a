"""`recall snippets`: the examples of `recall new` as snippets of an editor."""

from __future__ import annotations

import re
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path

from ...kinds import ITEMS, KINDS
from ...model.vocabulary import DEFAULT_LEVELS
from ...site.settings import find_file
from ...skeletons import BLOCKS, EXAMPLE_ID, EXAMPLE_TITLE, skeleton
from ...syntax.header import read_header
from ..base import Command, settings_of
from ..reports.problem_report import to_json
from ..streams import print_content

_SPECIAL = re.compile(r"[\\$}]")
_SPECIAL_IN_CHOICE = re.compile(r"[\\,|]")
"""Inside of a choice, a backslash before any other sign stays a backslash."""


class SnippetsCommand(Command):
    """Prints the snippets."""

    name = "snippets"
    summary = "Print the examples of `recall new` as snippets for an editor."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The editor."""
        parser.add_argument("editor", choices=("vscode",), help="the editor that they are for")

    def run(self, asked: Namespace) -> bool:
        """Print them, with the levels of the site if there is one."""
        file: Path | None = asked.config_file or find_file(Path.cwd())
        levels = settings_of(file).levels if file else DEFAULT_LEVELS
        print_content(to_json(make_snippets(levels)))
        return False


def make_snippets(levels: Sequence[Sequence[str]]) -> dict[str, dict[str, object]]:
    """A snippet of VS Code for each kind of block, in the form of a `.code-snippets` file."""
    return {
        f"recall {kind}": {
            "scope": "markdown",
            "prefix": f"recall-{kind}",
            "description": f"A complete {KINDS[kind].spec.noun} to start from",
            "body": _write_body(kind, levels).split("\n"),
        }
        for kind in BLOCKS
    }


def _write_body(kind: str, levels: Sequence[Sequence[str]]) -> str:
    """The example with places to fill in: the id wherever it is, the level of a single item, and the title."""
    header, _, rest = skeleton(kind, levels=levels).partition("\n")
    offered = _offer_levels(header, levels) if kind in ITEMS else ("", "")
    header = _escape(header)
    header = header.replace(EXAMPLE_ID, f"${{1:{EXAMPLE_ID}}}", 1).replace(*offered, 1)
    header = header.replace(f'"{EXAMPLE_TITLE}"', f'"${{3:{EXAMPLE_TITLE}}}"')
    return f"{header}\n{_escape(rest).replace(EXAMPLE_ID, '$1')}$0"


def _offer_levels(header: str, levels: Sequence[Sequence[str]]) -> tuple[str, str]:
    """The level in a header, and the choice to put in its place. Editors insert its first one by default."""
    level = read_header(header.lstrip("/ "), levels).level
    names = next(names for names in levels if level in names)
    others = [each[0] if level == names[0] else each[-1] for each in levels if each is not names]
    written = [f'level="{each}"' if " " in each else each for each in (level, *others)]
    choices = ",".join(_SPECIAL_IN_CHOICE.sub(r"\\\g<0>", each) for each in written)
    return f" {_escape(written[0])}", f" ${{2|{choices}|}}"


def _escape(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text)
