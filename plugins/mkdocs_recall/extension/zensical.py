"""What Zensical says of its site, and what is read of the whole site from the sources, once for all pages of a build.

Zensical runs no plugins and has no moment at which all pages are rendered. It skips pages that have not changed, too.
"""

from __future__ import annotations

import posixpath
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote, urljoin

from ..model.problems import Problem
from ..site.published.addresses import to_url
from ..site.reader import Site, read_site
from ..site.settings import Settings, SettingsError, make_settings
from ..ui import Words, words

_KEY = "mkdocs_recall"
"""Under this name Zensical's configuration, which lives as long as a build, keeps what is read once."""


@dataclass(slots=True, kw_only=True)
class ZensicalBuild:
    """A build of Zensical, or a live preview."""

    serving: bool
    """Whether it is a live preview, which reads the sources again for each page that shows the whole site."""
    say: Words
    """The words of the theme's language."""
    settings: Settings | None = None
    """None where they cannot be read."""
    refused: str = ""
    """Why they cannot be read."""
    site: Site | None = None
    problems: Sequence[Problem] = ()
    """The errors of the whole site."""
    review: str = ""
    """Address of the site's review relative to the site; empty if it has none."""
    told: set[Problem] = field(default_factory=set)
    """The problems that were reported."""

    def read(self) -> Site | None:
        """The whole site, as its sources have it now."""
        return read_site(self.settings) if self.settings and self.serving else self.site


def join_build(config: dict[str, Any], root: str) -> ZensicalBuild:
    """The current build. The first page of it reads the whole site."""
    if _KEY not in config:
        config[_KEY] = _begin(config, root)
    build: ZensicalBuild = config[_KEY]
    return build


def _begin(config: Mapping[str, Any], root: str) -> ZensicalBuild:
    build = ZensicalBuild(serving=sys.argv[1:2] == ["serve"], say=words())
    try:
        build.settings = _read_settings(config, root)
    except SettingsError as error:
        build.refused = str(error)
        return build
    build.say = words(build.settings.language, str((config.get("theme") or {}).get("language") or ""))
    if build.settings.docs.is_dir():
        build.site = read_site(build.settings)
        build.problems = [problem for problem in build.site.problems() if problem.severity == "error"]
        build.review = _find_review(build.site)
    return build


def _read_settings(config: Mapping[str, Any], root: str) -> Settings:
    """The settings from what Zensical has made of the configuration file, whatever the file is called."""
    options, plugins = config.get("mdx_configs") or {}, config.get("plugins") or {}
    extensions = [name for name in config.get("markdown_extensions") or () if isinstance(name, str)]
    theme = config.get("theme") or {}
    if theme.get("language") == "en" and theme.get("locale"):
        theme = {"locale": theme["locale"]}  # Zensical adds that language where the file names none.
    values = {
        **config,
        "theme": theme,
        "markdown_extensions": [{name: options.get(name) or {}} for name in extensions],
        "plugins": {name: _options(plugin) for name, plugin in plugins.items()} if isinstance(plugins, dict) else {},
    }
    return make_settings(Path(root, "zensical.toml"), values)


def _options(plugin: object) -> object:
    """The options of a plugin that Zensical has itself."""
    return plugin.get("config", {}) if isinstance(plugin, dict) else {}


def _find_review(site: Site) -> str:
    for page in site.pages_in(site.languages[0]):
        if page.has_review():
            return to_url(site.addresses[page.page.path], directories=site.settings.directory_urls)
    return ""


def find_edit_url(config: Mapping[str, Any], uri: str) -> str:
    """Where the source of a page can be edited, as MkDocs has it; empty if the site does not say."""
    repository, template = str(config.get("repo_url") or ""), str(config.get("edit_uri_template") or "")
    if template:
        values = {"path": uri, "path_noext": posixpath.splitext(uri)[0]}
        for name, value in values.items():
            template = template.replace(f"{{{name}}}", value).replace(f"{{{name}!q}}", quote(value, safe=""))
    elif repository and config.get("edit_uri"):
        template = f"{str(config['edit_uri']).rstrip('/')}/{uri}"
    if not template or not repository:
        return template
    folder = "" if template.startswith(("?", "#")) or repository.endswith("/") else "/"
    return urljoin(repository + folder, template)
