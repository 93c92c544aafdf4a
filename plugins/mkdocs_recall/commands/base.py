"""The base class of commands, and how they find the site to work on."""

from __future__ import annotations

from abc import ABC, abstractmethod
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import ClassVar

from ..site.reader import Site, read_site
from ..site.settings import Settings, find_file, read_settings
from ..site.sources.files import resolve, to_path
from ..site.sources.folders import is_in_system, pages_below
from ..syntax.settings.from_setting import PAGES


class Misuse(Exception):
    """A command that cannot be carried out as it was given."""


class Command(ABC):
    """A command of `recall`."""

    name: ClassVar[str]
    summary: ClassVar[str]

    @abstractmethod
    def add_arguments(self, parser: ArgumentParser) -> None:
        """Say what the command takes."""

    @abstractmethod
    def run(self, asked: Namespace) -> bool:
        """Run the command and return whether the exit code reports a finding; raise `Misuse` if it cannot run."""


def find_settings(asked: Namespace, paths: Sequence[Path] = ()) -> Settings:
    """The settings of the current site; where there is no configuration file, `paths` have to be given."""
    file = asked.config_file or find_file(Path.cwd())
    if file is not None:
        return settings_of(file)
    if not paths:
        raise Misuse(
            "there is no mkdocs.yml or zensical.toml here or above. Name one with --config-file, or list pages."
        )
    return Settings(root=Path.cwd(), docs=Path.cwd() / "docs")


def settings_of(file: Path) -> Settings:
    """The settings in a configuration file, whose folder of pages has to be there."""
    if not file.is_file():
        raise Misuse(f"there is no file {file}.")
    settings = read_settings(resolve(file))
    if not settings.docs.is_dir():
        remedy = "Create it, or fix `docs_dir`."
        raise Misuse(f"{file.name}: there is no folder {to_path(settings.docs, settings.root)} for the pages. {remedy}")
    return settings


def add_paths(parser: ArgumentParser) -> None:
    """Let a command take pages or folders, for `read_asked`."""
    parser.add_argument("paths", nargs="*", type=Path, help="pages or folders (default: all pages of the site)")


def read_asked(asked: Namespace) -> Site:
    """The current site, with the pages that were named even if the site leaves them out."""
    paths = existing(asked.paths)
    return read_site(find_settings(asked, paths), list(pages_of(paths)))


def existing(paths: Iterable[Path]) -> list[Path]:
    """The paths, each of which has to be there."""
    found = list(paths)
    for path in found:
        if not path.exists():
            raise Misuse(f"there is no file or folder {path}.")
    return found


def pages_of(paths: Iterable[Path]) -> Iterator[Path]:
    """The Markdown files among some paths and in the folders among them."""
    for path in paths:
        if path.is_dir() and is_in_system(str(resolve(path))):
            raise Misuse(f"{path} leads to a folder of the system, which has no pages but devices and processes.")
        if path.is_dir():
            yield from sorted(pages_below(path, PAGES))
        else:
            yield path


def inside_of(paths: Iterable[Path]) -> Callable[[Path], bool]:
    """Whether a file is one of some paths or below one; without paths every file is."""
    folders = [resolve(path) for path in paths]

    def inside(file: Path) -> bool:
        whole = resolve(file)
        return not folders or any(whole == folder or folder in whole.parents for folder in folders)

    return inside
