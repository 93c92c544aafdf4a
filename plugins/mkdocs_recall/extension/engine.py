"""The current page as the engine around Markdown describes it: MkDocs, ProperDocs, Zensical, or none of them."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from markdown import Markdown
from markdown.extensions.toc import TocTreeprocessor

from ..site.published.addresses import to_relative, to_url
from ..site.sections.headings import Slug, make_slug
from .zensical import ZensicalBuild, find_edit_url, join_build


@dataclass(frozen=True, slots=True)
class SiteFiles:
    """The files that an engine puts into its site, by their address relative to the folder of all pages."""

    has: Callable[[str], bool]
    """Whether there is such a file."""
    text: Callable[[str], str | None]
    """The text of a page; None where it cannot be read."""


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
    config_file: str = ""
    """The site's configuration file on this machine; empty where there is none."""
    uri: str = ""
    """Address of the page's source, relative to the folder of all pages."""
    files: SiteFiles | None = None
    """The files of the site; None where the engine does not tell."""
    url: Callable[[str], str] = field(default=lambda uri: to_url(uri, directories=True))
    """Address of a built page relative to the site, by that of its source."""
    linked_from: str = ""
    """What the engine takes addresses in links to be relative to, and rewrites; empty if they stay as they are."""
    build: ZensicalBuild | None = None
    """What is known of the whole site; None where the engine runs the plugin, which knows it."""
    part: int = 0
    """0 for the page's own text; else the number of a text that another plugin converts for the page."""

    @property
    def key(self) -> str:
        """The name under which the bank keeps what the text holds."""
        return f"{self.path} (part {self.part})" if self.part else self.path

    def to_source(self, address: str) -> str:
        """Source of a page, relative to the folder of all pages, by its address relative to this page's source."""
        return posixpath.normpath(posixpath.join(posixpath.dirname(self.uri), address.partition("#")[0]))

    def to_asset(self, uri: str) -> str:
        """Address of a file of the site as a link of the page, in `href` or `src`, gives it."""
        return to_relative(uri, posixpath.dirname(self.linked_from or self.target))

    def to_file(self, uri: str) -> str:
        """The same for any other attribute, which no engine rewrites."""
        return to_relative(uri, posixpath.dirname(self.target))


@dataclass(slots=True)
class CurrentPage:
    """The page that MkDocs renders.

    Some plugins convert a further text for it, such as a docstring or what code prints, with a Markdown of their own
    that does not say which page that is for.
    """

    file: Any = None
    """None while no page is rendered."""
    config: Any = None
    files: Any = None
    owner: Markdown | None = None
    """What converts the page's own text; None while nothing does."""
    parts: dict[str, list[str]] = field(default_factory=dict)
    """The keys of the further texts of each page, by its path; see `Host.key`."""

    def begin(self, file: Any, config: Any, files: Any) -> list[str]:
        """Note the page, and return the keys of its further texts when it was rendered before."""
        self.file, self.config, self.files, self.owner = file, config, files, None
        return self.parts.pop(find_path(file, config), [])

    def end(self) -> None:
        """Note that the page is rendered."""
        self.file = self.owner = None

    def further(self) -> Host:
        """A further text of the page."""
        host = _mkdocs(self)
        keys = self.parts.setdefault(host.path, [])
        host = replace(host, part=len(keys) + 1)
        keys.append(host.key)
        return host


def find_path(file: Any, config: Any) -> str:
    """Path of a page's source relative to the project.

    A generated page is named as if it were in the folder of all pages, wherever its text is kept.
    """
    path = to_project(file.abs_src_path, config.config_file_path) if file.abs_src_path else ""
    if path and not path.startswith("../") and not getattr(file, "generated_by", None):
        return path
    docs = getattr(config, "docs_dir", "")
    return to_project(os.path.join(docs, file.src_uri), config.config_file_path) if docs else str(file.src_uri)


def find_addresses(files: Any, config: Any) -> dict[str, str]:
    """Address of each page relative to the folder of all pages, by its path."""
    return {find_path(file, config): file.src_uri for file in files.documentation_pages()}


def to_project(path: str, config_file: str | None) -> str:
    """Path of a file relative to the folder of the configuration file, with forward slashes."""
    root = f"{_root(config_file)}/"
    if path.startswith(root) and os.path.normpath(path) == path:
        return path[len(root) :]  # Most pages are in there, and each is asked for often.
    return Path(os.path.relpath(path, root)).as_posix()


def _root(config_file: str | None) -> str:
    return os.path.dirname(os.path.abspath(config_file)) if config_file else os.getcwd()


def find_options(md: Markdown) -> Mapping[str, Any]:
    """The options that the plugin gives to the extension of each page's Markdown; empty without the plugin.

    Another plugin may set up a Markdown with the page's extensions and without their options.
    """
    config = getattr(md.treeprocessors["relpath"], "config", None) if "relpath" in md.treeprocessors else None
    options = getattr(config, "mdx_configs", {}).get("recall", {})
    return options if "bank" in options else {}


def find_slug(md: Markdown) -> Slug | None:
    """How the page's table of contents makes anchors of headings; None where there is none."""
    contents = next((each for each in md.treeprocessors if isinstance(each, TocTreeprocessor)), None)
    return make_slug(getattr(contents, "slugify", None), getattr(contents, "sep", "-"))


def find_host(md: Markdown, current: CurrentPage | None = None) -> Host:
    """Ask the engine, through what it registers with every page's Markdown; else the text belongs to `current`.

    A Markdown that starts while another is at work on the page converts a further text for it.
    """
    if current and current.file and current.owner not in (None, md):
        return current.further()
    if "relpath" in md.treeprocessors:
        return _mkdocs(md.treeprocessors["relpath"])
    if "rendering_context" in md.preprocessors:
        return _zensical(md.preprocessors["rendering_context"])
    return current.further() if current and current.file else Host()


def _mkdocs(context: object) -> Host:
    file, config = getattr(context, "file", None), getattr(context, "config", None)
    files = getattr(context, "files", None)
    if file is None or config is None:
        return Host()
    root = _root(config.config_file_path)
    path = find_path(file, config)
    try:
        source = file.content_string
    except (OSError, ValueError):
        source = None

    site = SiteFiles(has=lambda uri: False, text=lambda uri: None) if files is None else _site_files(files)
    return Host(
        path=path,
        root=root,
        target=file.dest_uri,
        source=source,
        site_name=config.site_name or "",
        edit_url=getattr(getattr(file, "page", None), "edit_url", None) or "",
        repo_url=getattr(config, "repo_url", None) or "",
        read=lambda uri: site.text(posixpath.normpath(posixpath.join(posixpath.dirname(file.src_uri), uri))),
        config_file=config.config_file_path or "",
        uri=file.src_uri,
        files=site if files else None,
        url=lambda uri: _mkdocs_url(files, uri),
    )


def _mkdocs_url(files: Any, uri: str) -> str:
    found = files.get_file_from_path(uri)
    return to_url(uri, directories=True) if found is None else str(found.url)


def _site_files(files: Any) -> SiteFiles:
    def text(uri: str) -> str | None:
        found = files.get_file_from_path(uri)
        try:
            return None if found is None else str(found.content_string)
        except (OSError, ValueError):
            return None

    return SiteFiles(has=lambda uri: files.get_file_from_path(uri) is not None, text=text)


def _zensical(context: object) -> Host:
    page, config = getattr(context, "page", None), getattr(context, "config", None)
    if page is None:
        return Host()
    options: dict[str, Any] = config if isinstance(config, dict) else {}
    root, docs = str(options.get("root_dir") or os.getcwd()), str(options.get("docs_dir") or "docs")
    uri, url = str(page.path), str(page.url)
    folder, directories = Path(root, docs), bool(options.get("use_directory_urls", True))
    path = Path(os.path.relpath(folder / uri, root)).as_posix()
    return Host(
        path=path,
        root=root,
        target=(url if url.endswith(".html") else posixpath.join(url, "index.html")).lstrip("/"),
        source=_text(folder / uri),
        site_name=str(options.get("site_name") or ""),
        edit_url=find_edit_url(options, uri),
        repo_url=str(options.get("repo_url") or ""),
        read=lambda other: _text(folder / posixpath.dirname(uri) / other),
        uri=uri,
        url=lambda other: to_url(other, directories=directories),
        linked_from=uri,
        build=join_build(options, root),
    )


def _text(file: Path) -> str | None:
    try:
        return file.read_text("utf-8-sig")
    except (OSError, ValueError):
        return None
