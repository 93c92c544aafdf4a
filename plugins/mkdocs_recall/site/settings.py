"""A site's configuration file, read without its engine: what `recall` needs of mkdocs.yml or zensical.toml."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import yaml
from pathspec import GitIgnoreSpec
from yaml_env_tag import construct_env_tag  # type: ignore[import-untyped]  # it has no types

from ..model.identity import ID_FORM, default_site_id, why_no_site_id
from ..model.label_languages import name_levels
from ..model.vocabulary import DEFAULT_LEVELS
from ..rules.quality.names import check_rule_settings
from ..syntax.header import check_levels
from ..syntax.labels import SiteLabels, check_labels
from .published.navigation import read_nav
from .sources.yaml_text import load_yaml

CONFIG_FILES = ("mkdocs.yml", "mkdocs.yaml", "zensical.toml")
"""Configuration files, in the order in which they are looked for."""

OWN_NAMES = ("recall", "mkdocs_recall", "mkdocs_recall.extension", "mkdocs_recall.extension:RecallExtension")
"""Names under which a site may list the plugin or its Markdown extension."""

_ALWAYS_EXCLUDED = (".*", "/templates/")
"""What MkDocs leaves out of every site."""


class SettingsError(Exception):
    """A configuration file that cannot be read, or that has an invalid value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a site says about itself."""

    root: Path
    """Folder of the configuration file; problems name files relative to it."""
    file: Path | None = None
    """The configuration file, None where there is none."""
    docs: Path
    """Folder of the pages."""
    site_name: str = ""
    site_id: str = ""
    site_url: str = ""
    """Where the site is published; empty where that is not known."""
    directory_urls: bool = True
    """As `use_directory_urls` of MkDocs."""
    levels: Sequence[Sequence[str]] = DEFAULT_LEVELS
    rules: Mapping[str, bool] = field(default_factory=dict)
    """Quality rules by name, and whether they run; those that are not named do."""
    verify: Mapping[str, object] = field(default_factory=dict)
    """Commands that run scripts, by language; used by `recall verify`."""
    language: str = "en"
    """Language of the pages, such as `en` or `pt-BR`."""
    labels: SiteLabels = field(default_factory=SiteLabels)
    """What the site calls the parts of items."""
    page_language: str = "en"
    """What pages say their language is, where `language` may be another."""
    excluded: GitIgnoreSpec = field(default_factory=lambda: GitIgnoreSpec.from_lines(_ALWAYS_EXCLUDED))
    """Files of `docs` that are no part of the site."""
    extensions: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    """Options of the Markdown extensions, by name."""
    plugins: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    """Options of the plugins, by name."""
    nav: Mapping[str, str] = field(default_factory=dict)
    """Title of each page that `nav` names, by its address, in that order; an empty title is the page's own."""
    unshared: Sequence[str] = ()
    """Options that only the plugin is given, so that a build without plugins does not know them."""

    @property
    def languages(self) -> Languages | None:
        """The languages of the site as its plugin `i18n` has them; None where it has only one."""
        options = self.plugins.get("i18n", {})
        written = options.get("languages")
        found = [each for each in written if isinstance(each, dict)] if isinstance(written, list) else []
        if not found:
            return None
        locales = [str(each.get("locale")) for each in found]
        default = next((str(each.get("locale")) for each in found if each.get("default")), locales[0])
        return Languages(locales, default, folders=options.get("docs_structure") == "folder")


@dataclass(frozen=True, slots=True)
class Languages:
    """Which page is in which language, as mkdocs-static-i18n has it."""

    locales: Sequence[str]
    default: str
    folders: bool
    """Whether each language has a folder; otherwise it is named before the ending, as in `page.de.md`."""

    def find(self, uri: str) -> str:
        """The language of a page, by its address relative to the folder of all pages."""
        name = uri.partition("/")[0] if self.folders else uri.rpartition("/")[2].split(".")[-2:][0]
        return name if name in self.locales else self.default

    def alternatives(self, uri: str) -> Iterator[str]:
        """The addresses of the files that a link to a page or a picture may lead to."""
        yield uri
        stem, dot, ending = uri.rpartition(".")
        for locale in self.locales:
            yield f"{locale}/{uri}" if self.folders else f"{stem}.{locale}{dot}{ending}"
        if self.folders:
            first, _, rest = uri.partition("/")
            yield from [rest, f"{self.default}/{rest}"] if first in self.locales else []


def find_file(start: Path) -> Path | None:
    """The configuration file of a folder, or of the nearest folder above it that has one."""
    folders = (start, *start.parents)
    return next((file for folder in folders for name in CONFIG_FILES if (file := folder / name).is_file()), None)


def read_settings(file: Path) -> Settings:
    """Read a configuration file; `SettingsError` where that fails."""
    try:
        config = _toml(file) if file.suffix == ".toml" else _yaml(file, ())
        return make_settings(file, config)
    except RecursionError:
        raise SettingsError(f"{file.name} cannot be read: its values are nested too deeply.") from None
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, yaml.YAMLError) as error:
        raise SettingsError(f"{file.name} cannot be read: {' '.join(str(error).split())}") from None


def make_settings(file: Path, config: Mapping[str, object]) -> Settings:
    """The settings of a site from the values in its configuration file; `SettingsError` if one of them is invalid."""
    _check_types(file, config)
    extensions = _by_name(file, config.get("markdown_extensions"))
    plugins = _by_name(file, config.get("plugins"))
    given, shared = _own(plugins), _own(extensions)
    if differing := find_differing(given, shared):
        raise SettingsError(f"{file.name}: {differing}")
    own = {**shared, **given}
    name = str(config.get("site_name") or "")
    site_id = own.get("site_id") or default_site_id(name)
    if not isinstance(site_id, str) or (wrong := why_no_site_id(site_id)):
        wrong = wrong if isinstance(site_id, str) else f"{ID_FORM}."
        raise SettingsError(f"{file.name}: `site_id` must {wrong}")
    language = own.get("language") or _language(config)
    if not isinstance(language, str):
        raise SettingsError(f"{file.name}: `language` must be the code of a language, such as `de`.")
    try:
        levels = check_levels(own.get("levels") or name_levels(language))  # type: ignore[arg-type]  # checked by it
        rules = check_rule_settings(own.get("rules") or {})
        labels = check_labels(own.get("labels"), language)
    except (TypeError, ValueError) as error:
        raise SettingsError(f"{file.name}: {error}") from None
    verify = own.get("verify") or {}
    if not isinstance(verify, dict):
        raise SettingsError(f"{file.name}: `verify` must have a command for each language, as in `python: python3`.")
    docs = config.get("docs_dir")
    return Settings(
        root=file.parent,
        file=file,
        docs=file.parent / (docs if isinstance(docs, str) else "docs"),
        site_name=name,
        site_id=site_id,
        site_url=str(config.get("site_url") or ""),
        directory_urls=config.get("use_directory_urls") is not False,
        levels=levels,
        rules=rules,
        verify={str(language): command for language, command in verify.items()},
        language=language,
        labels=labels,
        page_language=_language(config),
        excluded=_excluded(file, config),
        extensions=extensions,
        plugins=plugins,
        nav=read_nav(config.get("nav")),
        unshared=[name for name in given if name not in shared and name != "enabled"],
    )


def find_differing(plugin: Mapping[str, object], extension: Mapping[str, object]) -> str:
    """What is wrong if the plugin and the extension are given different values of an option; empty if nothing is."""
    for name in plugin:
        if name in extension and plugin[name] != extension[name]:
            here, there = (f"`{str(options[name])[:40]}`" for options in (plugin, extension))
            where = f"is {here} under `plugins` and {there} under `markdown_extensions`"
            return f"recall: `{name}` {where}. Give it the same value, or set it under `markdown_extensions` only."
    return ""


_TYPES: Mapping[str, tuple[tuple[type, ...], str]] = {
    "docs_dir": ((str,), "the path of a folder"),
    "exclude_docs": ((str, list), "text with a pattern on each line"),
    "plugins": ((list, dict), "a list of names, some of them with options"),
    "markdown_extensions": ((list, dict), "a list of names, some of them with options"),
}
"""What may stand in the settings that are read here, and how to say it."""


def _check_types(file: Path, config: Mapping[str, object]) -> None:
    for name, (types, words) in _TYPES.items():
        value = config.get(name)
        if value is not None and not isinstance(value, types):
            raise SettingsError(f"{file.name}: `{name}` must be {words}, not `{str(value)[:40]}`.")


def _excluded(file: Path, config: Mapping[str, object]) -> GitIgnoreSpec:
    written = config.get("exclude_docs")
    lines = written.splitlines() if isinstance(written, str) else written if isinstance(written, list) else ()
    try:
        return GitIgnoreSpec.from_lines([*_ALWAYS_EXCLUDED, *map(str, lines)])
    except (ValueError, re.error) as error:
        raise SettingsError(f"{file.name}: `exclude_docs` has a pattern that means nothing: {error}") from None


def _language(config: Mapping[str, object]) -> str:
    theme = config.get("theme")
    language = theme.get("language") or theme.get("locale") if isinstance(theme, dict) else None
    return language if isinstance(language, str) and language else "en"


def _own(entries: Mapping[str, Mapping[str, object]]) -> Mapping[str, object]:
    return next((entries[name] for name in OWN_NAMES if name in entries), {})


def _by_name(file: Path, entries: object) -> dict[str, Mapping[str, object]]:
    """Plugins or extensions with their options: a list of names and of names with options, or one mapping."""
    if isinstance(entries, list):
        pairs = [pair for entry in entries for pair in (entry.items() if isinstance(entry, dict) else [(entry, None)])]
    else:
        pairs = _flat(entries) if isinstance(entries, dict) else []
    for name, options in pairs:
        if name in OWN_NAMES and not isinstance(options, dict | bool | None):
            raise SettingsError(
                f"{file.name}: the options of `{name}` must be `name: value`, not `{str(options)[:40]}`."
            )
    return {str(name): options if isinstance(options, dict) else {} for name, options in pairs}


def _flat(entries: Mapping[str, object], before: str = "") -> list[tuple[str, object]]:
    """Names with options; in TOML a name with dots is a table in a table."""
    pairs: list[tuple[str, object]] = []
    for name, options in entries.items():
        pairs.append((before + name, options))
        if isinstance(options, dict):
            pairs += _flat(options, f"{before}{name}.")
    return pairs


def _toml(file: Path) -> dict[str, object]:
    project = tomllib.loads(file.read_text(encoding="utf-8")).get("project")
    return project if isinstance(project, dict) else {}


@dataclass(frozen=True, slots=True)
class Relative:
    """A path after the tag `!relative`: below `$config_dir`, below `$docs_dir`, or the folder of the page if empty."""

    path: str


class _Loader(yaml.SafeLoader):
    """YAML with `!ENV` and `!relative`; whatever else a tag would make (a function, say) is left out as None."""


_Loader.add_constructor("!ENV", construct_env_tag)
_Loader.add_constructor("!relative", lambda loader, node: Relative(str(node.value or "")))
_Loader.add_multi_constructor("!", lambda loader, suffix, node: None)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/", lambda loader, suffix, node: None)


def _yaml(file: Path, before: Sequence[Path]) -> dict[str, object]:
    """A YAML file on top of the one that it inherits from."""
    file = Path(os.path.realpath(file))
    if file in before:
        raise SettingsError(f"{file.name} inherits from itself.")
    config = load_yaml(file.read_text(encoding="utf-8-sig"), _Loader)
    if config is None:
        return {}
    if not isinstance(config, dict):
        raise SettingsError(f"{file.name} must contain settings, each as `name: value`.")
    parent = config.pop("INHERIT", None)
    if parent is None:
        return config
    if not isinstance(parent, str):
        raise SettingsError(f"{file.name}: `INHERIT` must be the path of a file, not `{str(parent)[:40]}`.")
    above = file.parent / parent
    if not above.is_file():
        raise SettingsError(f"{file.name} cannot be read: `INHERIT` names {parent}, and there is no such file.")
    return _merge(_yaml(above, (*before, file)), config)


def _merge(parent: Mapping[str, object], child: Mapping[str, object]) -> dict[str, object]:
    """Settings of a child over those of its parent; only mappings are merged, as MkDocs does it."""
    merged = dict(parent)
    for name, value in child.items():
        old = merged.get(name)
        merged[name] = _merge(old, value) if isinstance(old, dict) and isinstance(value, dict) else value
    return merged
