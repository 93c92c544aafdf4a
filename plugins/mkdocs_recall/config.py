"""Options of the MkDocs plugin."""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Mapping
from typing import Any

from mkdocs.config import base
from mkdocs.config import config_options as c
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from .model.identity import ID
from .model.rule_names import QUALITY
from .model.vocabulary import LABELS
from .site.settings import find_differing

EXTENSION = "recall"
"""Name of the Markdown extension."""


class RecallConfig(base.Config):
    """What a site may set under `plugins: - recall:`; the Markdown extension takes the same."""

    site_id = c.Optional(c.Type(str))
    """Name under which readers' progress is stored. Changing it loses their progress."""

    levels = c.Optional(c.ListOfItems(c.ListOfItems(c.Type(str))))
    """Names of the levels: three lists of names, the easiest first."""

    labels = c.Optional(c.Type(dict))
    """Labels of parts that the site uses beside those of all languages, by the name of the part."""

    language = c.Optional(c.Type(str))
    """Language of what the site says, such as `de`; that of the theme by default."""

    rules = c.Optional(c.Type(dict))
    """Quality rules by name, each `false` to switch it off."""

    section_marks = c.Type(bool, default=True)
    """Whether pages mark the sections whose questions and cards were all answered."""

    confidence = c.Optional(c.Choice(("ask",)))
    """With `ask`, readers can say with each answer to a question how sure they are; also a setting of single sets."""

    offline = c.Optional(c.Choice(("visited", "all")))
    """What a service worker keeps for reading without a connection: the pages visited, or the whole site."""

    install = c.Type(bool, default=False)
    """Whether browsers may offer to install the site as an app."""

    on_error = c.Choice(("report", "raise"), default="report")
    """Whether problems are logged together (`report`), or the first page with one stops the build (`raise`)."""

    verify = c.Optional(c.Type(dict))
    """Commands that run scripts, by language, for `recall verify`; a build runs nothing."""


def share_options(given: Mapping[str, Any], config: MkDocsConfig) -> dict[str, Any]:
    """The options that the plugin is given, with those that the site sets for the Markdown extension.

    Engines without plugins read only the latter, so one file may have both. Different values are refused, and so is
    another name of the extension, under which it would run twice.
    """
    for each in config.markdown_extensions:
        # Other plugins add extensions as objects.
        name = each if isinstance(each, str) else type(each).__module__
        if name.startswith("mkdocs_recall"):
            raise PluginError(f"recall: list the extension as `{EXTENSION}` in markdown_extensions, not as `{name}`.")
    shared = config.mdx_configs.get(EXTENSION) or {}
    if "bank" in shared:
        return dict(given)
    if differing := find_differing(given, shared):
        raise PluginError(differing)
    return {**shared, **given}


def page_language(config: MkDocsConfig) -> str:
    """Return the language that pages say they are in: the one that the theme is set to."""
    return str(config.theme.get("language") or config.theme.get("locale") or "en")


_SHAPES: dict[str, dict[str, object]] = {
    "site_id": {"pattern": f"^{ID.pattern}$"},
    "levels": {"minItems": 3, "maxItems": 3, "items": {"type": "array", "items": {"type": "string"}, "minItems": 1}},
    "labels": {"properties": {part: {"type": "string"} for part in LABELS}, "additionalProperties": False},
    "rules": {"properties": {rule: {"type": "boolean"} for rule in sorted(QUALITY)}, "additionalProperties": False},
    "verify": {
        "additionalProperties": {
            "type": ["string", "array"],
            "items": {"type": "string"},
            "minLength": 1,
            "minItems": 1,
        }
    },
}
"""What the values of options must be beyond what their types say; checked where the options are read."""

_EXAMPLES: dict[str, object] = {"string": "a", "boolean": True, "integer": 1, "array": [], "object": {}}
"""A value of each type of JSON, by which the types that an option takes are found."""


def make_schema() -> dict[str, object]:
    """A JSON schema of mkdocs.yml and zensical.toml that knows the options of recall, and lets all else be."""
    described = _read_docstrings()
    options = {
        name: {
            "description": described[name],
            **_describe_option(option),
            **_SHAPES.get(name, {}),
        }
        for name, option in vars(RecallConfig).items()
        if isinstance(option, base.BaseConfigOption)
    }
    own = {"type": ["object", "null"], "properties": options, "additionalProperties": False}
    plugin = {**own, "properties": {**options, "enabled": {"type": "boolean"}}}
    places = {"plugins": _listed("plugin"), "markdown_extensions": _listed("extension")}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Configuration of a site with recall",
        "type": "object",
        "properties": {**places, "project": {"type": "object", "properties": places}},
        "definitions": {"plugin": plugin, "extension": own},
    }


def _listed(kind: str) -> dict[str, object]:
    """A list of names and of names with options, or one mapping, in which recall may be."""
    named = {"recall": {"$ref": f"#/definitions/{kind}"}}
    return {
        "type": ["array", "object", "null"],
        "items": {"type": ["string", "object"], "properties": named},
        "properties": named,
    }


def _describe_option(option: base.BaseConfigOption[object]) -> dict[str, object]:
    """The schema of an option, found by what it accepts."""
    if isinstance(option, c.Optional):
        inner = _describe_option(option.option)
        kinds = inner["type"] if isinstance(inner["type"], list) else [inner["type"]]
        return {**inner, "type": [*kinds, "null"]}
    default = {} if option.default is None else {"default": option.default}
    if isinstance(option, c.Choice):
        return {"type": "string", "enum": list(option.choices), **default}
    if isinstance(option, c.ListOfItems):
        return {"type": "array", "items": _describe_option(option.option_type), **default}
    types = [name for name, example in _EXAMPLES.items() if _accepts(option, example)]
    return {"type": types[0] if len(types) == 1 else types, **default}


def _accepts(option: base.BaseConfigOption[object], value: object) -> bool:
    try:
        option.validate(value)
    except base.ValidationError:
        return False
    return True


def _read_docstrings() -> dict[str, str]:
    """The text below each option of the class."""
    (found,) = ast.parse(textwrap.dedent(inspect.getsource(RecallConfig))).body
    assert isinstance(found, ast.ClassDef)
    texts = {}
    for option, text in zip(found.body, found.body[1:], strict=False):
        match option, text:
            case ast.Assign(targets=[ast.Name(id=name)]), ast.Expr(value=ast.Constant(value=str(said))):
                texts[name] = said
    return texts
