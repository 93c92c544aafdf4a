"""The command `recall`: what can be done with a site's questions without building it. `commands` lists what there is.

Exit codes: 0 where all is well, 1 where something was found, 2 where the command could not be carried out.
"""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path

from .commands import COMMANDS, Misuse, load_command
from .commands.streams import StreamError, deliver_output
from .model.text import to_line
from .site.past.commit import PastError
from .site.settings import SettingsError

FOUND, MISUSE = 1, 2


def main(words: Sequence[str] | None = None) -> int:
    """Carry out a command; `words` are those of the command line by default."""
    gc.disable()  # A run is short and makes many small objects that all live until its end.
    try:
        with deliver_output():
            given = sys.argv[1:] if words is None else words
            return _run(_parser(given).parse_args(given))
    except StreamError as error:
        if sys.stderr:
            with suppress(OSError, ValueError):
                print(f"recall: {error}", file=sys.stderr, flush=True)
        return MISUSE


def _run(asked: argparse.Namespace) -> int:
    try:
        found = asked.command.run(asked)
    except (Misuse, PastError, SettingsError) as error:
        return _refuse(asked.name, str(error))
    except OSError as error:
        return _refuse(asked.name, f"{error.filename or 'the system'}: {error.strerror or error}.")
    except (MemoryError, RecursionError) as error:
        return _refuse(asked.name, f"this site is too large or too deeply nested ({error or 'no memory left'}).")
    except KeyboardInterrupt:
        return _refuse(asked.name, "interrupted.")
    return FOUND if found else 0


def _refuse(name: str, why: str) -> int:
    print(to_line(f"recall {name}: {why}"), file=sys.stderr)
    return MISUSE


def _parser(words: Sequence[str]) -> argparse.ArgumentParser:
    """The parser of the command that some words begin with, or of all commands where they begin with none."""
    parser = argparse.ArgumentParser(
        prog="recall", description="Check, format, create, count, compare and export questions in Markdown."
    )
    parser.add_argument("--version", action="version", version=version("mkdocs-recall"))
    names = parser.add_subparsers(dest="name", required=True, metavar="COMMAND")
    for command in map(load_command, words[:1] if words and words[0] in COMMANDS else COMMANDS):
        sub = names.add_parser(command.name, help=command.summary, description=command.summary)
        sub.add_argument(
            "-f",
            "--config-file",
            type=Path,
            metavar="FILE",
            help="the site's mkdocs.yml or zensical.toml (default: the one in this folder or the nearest folder above)",
        )
        command.add_arguments(sub)
        sub.set_defaults(command=command)
    return parser


if __name__ == "__main__":
    sys.exit(main())
