"""Options of the MkDocs plugin."""

from __future__ import annotations

from mkdocs.config import base
from mkdocs.config import config_options as c


class RecallConfig(base.Config):
    """What a site may set under `plugins: - recall:`; the Markdown extension takes the same."""

    site_id = c.Optional(c.Type(str))
    """Name under which readers' progress is stored. Changing it loses their progress."""

    levels = c.Optional(c.ListOfItems(c.ListOfItems(c.Type(str))))
    """Names of the levels: three lists of names, the easiest first."""

    rules = c.Optional(c.Type(dict))
    """Quality rules by name, each `false` to switch it off."""

    section_marks = c.Type(bool, default=True)
    """Whether pages mark the sections whose questions and cards were all answered."""

    on_error = c.Choice(("report", "raise"), default="report")
    """Whether problems are logged together (`report`), or the first page with one stops the build (`raise`)."""

    verify = c.Optional(c.Type(dict))
    """Commands that run scripts, by language, for `recall verify`; a build runs nothing."""
