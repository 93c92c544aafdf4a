"""Where the lines of included snippets come from (pymdownx.snippets), so that a problem names the file to edit."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from markdown import Markdown

from ..model.page import Place
from ..model.problems import Problem
from .line_map import match_lines
from .settings import Relative, Settings, SettingsError
from .sources.files import read_bytes, to_path

_SNIPPET = re.compile(r"""[ \t]*-+8<-+(?:[ \t]+(?P<name>"(?:\\"|[^"])+"|'(?:\\'|[^'])+'))?""")
"""A line that includes a file, or opens or closes a list of files, exactly as pymdownx.snippets reads it."""
_RANGE = re.compile(r"(?::-?\d*)+(?:,.*)?$|:[\w-]+$")
_MARK = re.compile(r"recallsnippet(?P<edge>begin|end)(?P<number>\d+)x")
_APPENDED = "recallsnippetappendedx"
"""Stands above what is appended to a page."""


@dataclass(frozen=True, slots=True)
class _Snippet:
    start: int
    """Index of the line that includes it."""
    stop: int
    """Index of the line to go on with."""
    names: tuple[str, ...]


class Includes:
    """The snippets of a page, marked before inclusion and placed after it."""

    def __init__(self, lines: Sequence[str], appended: Sequence[str] = ()) -> None:
        """`appended` names the files that the site has at the end of each page (`auto_append`)."""
        self.snippets = list(_find(lines))
        self.appended = tuple(_listed("\n".join(appended)))

    def mark(self, lines: Sequence[str]) -> list[str]:
        """Put a line above and below each snippet, by which what it includes is known afterwards."""
        marked: list[str] = []
        at = 0
        for number, snippet in enumerate(self.snippets):
            marked += lines[at : snippet.start]
            marked.append(f"recallsnippetbegin{number}x")
            marked += lines[snippet.start : snippet.stop]
            marked.append(f"recallsnippetend{number}x")
            at = snippet.stop
        marked += lines[at:]
        if self.appended and not _stays_open(lines):
            marked.append(_APPENDED)
        return marked

    def place(
        self, lines: Sequence[str], own: Sequence[Place], folders: Sequence[str], root: str
    ) -> Iterator[tuple[str, Place]]:
        """Take the marks out again, and give each line that is left its place.

        `own` are the places of the page's lines before inclusion.
        """
        at = 0
        inside: int | None = None
        included: list[str] = []
        for number, line in enumerate(lines):
            mark = _MARK.fullmatch(line.strip())
            if line == _APPENDED:
                files = _files(self.appended, folders)
                yield from _place_included(lines[number + 1 :], files, own[-1], root, apart=True)
                return
            if mark and mark["edge"] == "begin":
                inside, included = int(mark["number"]), []
            elif mark and inside is not None:
                snippet = self.snippets[inside]
                yield from _place_included(included, _files(snippet.names, folders), own[snippet.start], root)
                at, inside = snippet.stop, None
            elif inside is not None:
                included.append(line)
            else:
                yield line, own[min(at, len(own) - 1)]
                at += 1


def _find(lines: Sequence[str]) -> Iterator[_Snippet]:
    start: int | None = None
    for i, line in enumerate(lines):
        found = _SNIPPET.fullmatch(line) if "8<" in line else None
        if not found:
            continue
        if start is None and found["name"]:
            yield _Snippet(i, i + 1, tuple(_listed(found["name"][1:-1])))
        elif start is None:
            start = i
        elif not found["name"]:
            yield _Snippet(start, i + 1, tuple(_listed("\n".join(lines[start + 1 : i]))))
            start = None


def _stays_open(lines: Sequence[str]) -> bool:
    """Whether the page opens a list of files and never closes it, so that what follows is taken for a file too."""
    marks = [found for line in lines if "8<" in line and (found := _SNIPPET.fullmatch(line))]
    return sum(not mark["name"] for mark in marks) % 2 == 1


def _listed(text: str) -> Iterator[str]:
    """The names of a list of files, one a line. A semicolon turns a line into a comment."""
    names = (line.strip() for line in text.split("\n"))
    return (name for each in names if not each.startswith(";") and (name := _RANGE.sub("", each)))


def _files(names: Iterable[str], folders: Sequence[str]) -> dict[Path, list[str]]:
    """The lines of each file that is included, and of those that it includes itself."""
    contents = _contents(names, folders)
    return {file: _split(content) for file, content in contents.items() if content is not None}


def _contents(names: Iterable[str], folders: Sequence[str]) -> dict[Path, bytes | None]:
    """Each file that is included, and those that it includes itself; None for one that cannot be read."""
    contents: dict[Path, bytes | None] = {}
    waiting = list(names)[::-1]
    while waiting:
        name = waiting.pop()
        found = next((found for folder in folders if os.path.exists(found := os.path.join(folder, name))), None)
        if found and (file := Path(found)) not in contents:
            contents[file] = content = read_bytes(file, name)[0]
            waiting += [name for snippet in _find(_split(content or b"")) for name in snippet.names]
    return contents


def _split(content: bytes) -> list[str]:
    return content.decode("utf-8-sig", errors="replace").replace("\r\n", "\n").split("\n")


def _problem(path: str, line: int, what: str) -> Problem:
    remedy = "Fix the file, or the line that includes it."
    return Problem(path=path, line=line, severity="error", rule="unreadable", what=what, remedy=remedy)


def _place_included(
    lines: Sequence[str], files: Mapping[Path, Sequence[str]], here: Place, root: str, *, apart: bool = False
) -> Iterator[tuple[str, Place]]:
    """Places of included lines; a line that is not found gets the place of the line that includes it.

    `apart` is whether a blank line comes before each file, as above those that are appended to a page.
    """
    old: list[str] = [""] * apart
    places: list[Place] = [here] * apart
    for file, texts in files.items():
        old += [""] * apart
        places += [here] * apart
        path = Path(os.path.relpath(file, root or ".")).as_posix()
        old += (text.strip() for text in texts)
        places += ((path, number) for number in range(1, len(texts) + 1))
    found = match_lines(old, [line.strip() for line in lines])
    for line, number in zip(lines, found, strict=True):
        yield line, places[number - 1] if number else here


NAME = "pymdownx.snippets"


_READ_ONLY = {"check_paths": False, "url_download": False}
"""A file that is not there is the build's to report, and nothing is fetched from the network."""


class Inclusion:
    """Puts snippets into pages as a site's configuration says."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.options: Mapping[str, object] | None = settings.extensions.get(NAME)

    def may_include(self, text: str) -> bool:
        """Whether a page may include a file, or has one included at its end."""
        return self.options is not None and ("8<" in text or bool(self.options.get("auto_append")))

    def apply(self, lines: list[str], path: str) -> tuple[list[tuple[str, Place]], list[Problem]]:
        """The lines of a page with its snippets in them, each with the file and line it comes from.

        Where a snippet cannot be read, the lines stay as they are, and the problems say why.
        """
        own = [(path, number) for number in range(1, len(lines) + 1)]
        alone = list(zip(lines, own, strict=True))
        folders = list(self._folders(Path(self.settings.root, path).parent))
        snippet = self._markdown(folders).preprocessors["snippet"]
        includes = Includes(lines, getattr(snippet, "auto_append", ()))
        if problems := list(self._unreadable(includes, folders, path)):
            return alone, problems
        try:
            included = snippet.run(includes.mark(lines))
        except (OSError, LookupError, RecursionError, ValueError) as error:
            return alone, [_problem(path, 0, f"its snippets cannot be included: {error}.")]
        return list(includes.place(included, own, folders, str(self.settings.root))), []

    def _markdown(self, folders: Sequence[str]) -> Markdown:
        options = {**(self.options or {}), **_READ_ONLY, "base_path": folders}
        try:
            return Markdown(extensions=[NAME], extension_configs={NAME: options})
        except (AttributeError, ImportError, LookupError, TypeError, ValueError) as error:
            file = self.settings.file.name if self.settings.file else "The configuration"
            raise SettingsError(f"{file}: `{NAME}` cannot be used: {error}") from None

    def _unreadable(self, includes: Includes, folders: Sequence[str], path: str) -> Iterator[Problem]:
        """What a page includes, directly or through another snippet, and cannot be read."""
        appended = (self.options or {}).get("auto_append")
        always = [str(name) for name in appended] if isinstance(appended, list) else []
        restricted = (self.options or {}).get("restrict_base_path", True)
        roots = [os.path.abspath(folder) for folder in folders]
        for line, names in [(0, always), *((snippet.start + 1, snippet.names) for snippet in includes.snippets)]:
            for file, content in _contents(names, folders).items():
                if restricted and not any(map(Path(os.path.abspath(file)).is_relative_to, roots)):
                    continue  # It is left out of the page.
                try:
                    if content is None:
                        yield _problem(path, line, f"the snippet {to_path(file, self.settings.root)} cannot be read.")
                    else:
                        content.decode(str((self.options or {}).get("encoding", "utf-8")))
                except UnicodeDecodeError:
                    name = to_path(file, self.settings.root)
                    yield _problem(path, line, f"the snippet {name} is not in the encoding of snippets.")

    def _folders(self, page: Path) -> Iterable[str]:
        """The folders that hold snippets; those of the configuration file are relative to its own."""
        written = (self.options or {}).get("base_path", ["."])
        for folder in written if isinstance(written, Sequence) and not isinstance(written, str) else [written]:
            if isinstance(folder, Relative):
                yield str(_resolve(folder, self.settings, page))
            elif isinstance(folder, str):
                yield os.path.join(self.settings.root, folder)


def _resolve(relative: Relative, settings: Settings, page: Path) -> Path:
    name, _, rest = relative.path.partition("/")
    return {"$config_dir": settings.root, "$docs_dir": settings.docs}.get(name, page) / rest
