"""The sites that are built, each in a folder of its own, with the same settings but for the plugin."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from rows import Runs, Sizes

EXTENSIONS = [
    *("tables", "footnotes", "attr_list", "md_in_html", "toc", "pymdownx.superfences", "pymdownx.highlight"),
    "pymdownx.tasklist",
]
PLUGIN: dict[str, list[object]] = {
    "ours": [{"recall": {"site_id": "bench"}}],
    "rival": [{"mkdocs_quiz": {}}],
    "plain": [],
}

Found = Iterator[tuple[str, Runs]]
"""Names of rows with what was measured for them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """What all measurements share."""

    scratch: Path
    rival: Path | None
    """The Python that has the other plugin; None leaves it out."""
    rounds: int
    sizes: Sizes

    @property
    def kinds(self) -> list[str]:
        """Whose sites are compared. Those of plain text come after ours, which they are compared with."""
        return ["ours", "plain", "rival"] if self.rival else ["ours", "plain"]


@dataclass(frozen=True, slots=True)
class Site:
    """A site on this machine."""

    folder: Path
    kind: str
    """Whose it is: ours, rival or plain."""
    pages: tuple[str, ...] = field(default=())

    @property
    def config(self) -> Path:
        """Its settings."""
        return self.folder / "mkdocs.yml"

    @property
    def built(self) -> Path:
        """Where it is built."""
        return self.folder / "site"


def make_site(
    folder: Path,
    kind: str,
    pages: Mapping[str, str],
    *,
    theme: str = "material",
    search: bool = True,
    extensions: Sequence[str] = (),
) -> Site:
    """Write a site's sources."""
    for name, text in pages.items():
        file = folder / "docs" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    settings = {
        "site_name": "Bench",
        "use_directory_urls": False,
        "theme": {"name": theme, "font": False} if theme == "material" else {"name": theme},
        "plugins": [*(["search"] if search else []), *PLUGIN[kind]],
        "markdown_extensions": [*EXTENSIONS, *extensions],
    }
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    return Site(folder, kind, tuple(pages))
