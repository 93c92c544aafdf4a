"""Snippets of other files (pymdownx.snippets), included without a build."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from markdown import Markdown

from .settings import Relative, Settings
from .snippets import Includes, Place

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

    def apply(self, lines: list[str], path: str) -> list[tuple[str, Place]]:
        """The lines of a page with its snippets in them, each with the file and line it comes from."""
        own = [(path, number) for number in range(1, len(lines) + 1)]
        folders = list(self._folders(Path(self.settings.root, path).parent))
        markdown = Markdown(
            extensions=[NAME], extension_configs={NAME: {**(self.options or {}), **_READ_ONLY, "base_path": folders}}
        )
        includes = Includes(lines)
        included = markdown.preprocessors["snippet"].run(includes.mark(lines))
        return list(includes.place(included, own, folders, str(self.settings.root)))

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
