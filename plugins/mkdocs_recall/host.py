"""What the engine around Markdown tells about the page under way: MkDocs, ProperDocs, Zensical, or nobody."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path

from markdown import Markdown


@dataclass(frozen=True, slots=True)
class Host:
    """A page as its engine knows it."""

    path: str = "page"
    """Source file relative to the project, with forward slashes."""
    root: str = ""
    """Folder of the project on this machine."""
    target: str = ""
    """Built file relative to the site."""
    source: str | None = None
    """Whole text of the source file, front matter included; None where it cannot be read."""
    site_name: str = ""
    edit_url: str = ""
    """Where the page's source can be edited, empty where the site does not say."""
    repo_url: str = ""
    read: Callable[[str], str | None] = field(default=lambda uri: None)
    """Text of another page of the site, by its address relative to this page's source; None where there is none."""

    def to_asset(self, uri: str) -> str:
        """Address of a file of the site, relative to the page."""
        return posixpath.relpath(uri, posixpath.dirname(self.target) or ".")


def find_host(md: Markdown) -> Host:
    """Ask the engine, through what it registers with every page's Markdown."""
    if "relpath" in md.treeprocessors:
        return _mkdocs(md.treeprocessors["relpath"])
    if "rendering_context" in md.preprocessors:
        return _zensical(md.preprocessors["rendering_context"])
    return Host()


def _mkdocs(context: object) -> Host:
    file, config = getattr(context, "file", None), getattr(context, "config", None)
    files = getattr(context, "files", None)
    if file is None or config is None or files is None:
        return Host()
    root = os.path.dirname(os.path.abspath(config.config_file_path)) if config.config_file_path else os.getcwd()
    path = file.src_uri if file.abs_src_path is None else Path(os.path.relpath(file.abs_src_path, root)).as_posix()
    try:
        source = file.content_string
    except (OSError, ValueError):
        source = None

    def read(uri: str) -> str | None:
        other = files.get_file_from_path(posixpath.normpath(posixpath.join(posixpath.dirname(file.src_uri), uri)))
        try:
            return None if other is None else str(other.content_string)
        except (OSError, ValueError):
            return None

    return Host(
        path=path,
        root=root,
        target=file.dest_uri,
        source=source,
        site_name=config.site_name or "",
        edit_url=getattr(file.page, "edit_url", None) or "",
        repo_url=config.repo_url or "",
        read=read,
    )


def _zensical(context: object) -> Host:
    page = getattr(context, "page", None)
    config = getattr(context, "config", None)
    if page is None:
        return Host()
    docs = str(config.get("docs_dir", "docs")) if isinstance(config, dict) else "docs"
    path = Path(docs, str(page.path)).as_posix()
    source = Path(path).read_text("utf-8-sig") if Path(path).is_file() else None
    name = str(config.get("site_name", "")) if isinstance(config, dict) else ""
    target = posixpath.join(str(page.url), "index.html").lstrip("/")
    return Host(path=path, root=os.getcwd(), target=target, source=source, site_name=name)


def true_lines(source: str | None, lines: Sequence[str]) -> list[int]:
    """The line of the source file, from 1, that each line of a page's text came from; 0 where nobody can tell.

    The text is the end of the file as a rule, without the front matter. Where another plugin has rewritten it, lines
    that are found again keep their place.
    """
    if source is None:
        return list(range(1, len(lines) + 1))
    text = "\n".join(lines)
    if source.endswith(text):
        offset = source.count("\n", 0, len(source) - len(text))
        return list(range(offset + 1, offset + len(lines) + 1))
    places = [0] * len(lines)
    matcher = SequenceMatcher(None, source.split("\n"), lines, autojunk=False)
    for block in matcher.get_matching_blocks():
        for i in range(block.size):
            places[block.b + i] = block.a + i + 1
    return places
