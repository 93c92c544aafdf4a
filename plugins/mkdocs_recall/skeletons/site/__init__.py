"""The files of a new site, beside the pages of its first topic: `recall init`.

The files beside this one are its templates. Two percent signs mark what is filled in, since workflows use `$`.
"""

from __future__ import annotations

import json
import re
from importlib.resources import files
from string import Template

from ...model.identity import default_site_id, why_no_site_id
from .. import EXAMPLE_TITLE, topic

_PLACES = {
    "mkdocs.yml": "mkdocs.yml",
    "requirements.txt": "requirements.txt",
    "gitignore.txt": ".gitignore",
    "pages.yml": ".github/workflows/pages.yml",
    "questions.yml": ".github/workflows/questions.yml",
    "index.md": "docs/index.md",
    "review.md": "docs/review.md",
    "progress.md": "docs/progress.md",
    "site.css": "docs/assets/site.css",
    "favicon.svg": "docs/assets/favicon.svg",
    "source.html": "overrides/partials/source.html",
}
"""Where each template goes."""

_TOPICS = "docs/topics"
_MARKUP = re.compile(r"[\\`*_{}\[\]()#+!~^=$|]")


class _Filled(Template):
    delimiter = "%%"


def new_site(name: str, topic_title: str = EXAMPLE_TITLE, *, wheels: bool = False) -> dict[str, str]:
    """The files of a site by their paths; `wheels` where its folder `wheels` has the package.

    A `ValueError` says that one of the names cannot be one.
    """
    name, topic_title = " ".join(name.split()), " ".join(topic_title.split()) or EXAMPLE_TITLE
    site_id = default_site_id(name)
    if not name or why_no_site_id(site_id):
        raise ValueError("The name of the site must have at least one and at most about a hundred characters.")
    pages = topic(title=topic_title)
    values = {
        "name": _to_markdown(name),
        "yaml_name": json.dumps(name, ensure_ascii=not name.isprintable()),
        "site_id": site_id,
        "topic": next(iter(pages)).removesuffix(".md"),
        "topic_title": _to_markdown(topic_title),
        "find": "--find-links wheels\n" if wheels else "",
    }
    made = {
        path: _Filled(files(__package__).joinpath(template).read_text("utf-8")).substitute(values)
        for template, path in _PLACES.items()
    }
    return {**made, **{f"{_TOPICS}/{file}": text for file, text in pages.items()}}


def _to_markdown(text: str) -> str:
    """Text as Markdown that shows it as it is."""
    return _MARKUP.sub(r"\\\g<0>", text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
