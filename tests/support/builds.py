"""Building a site in this process, as the command `mkdocs` does."""

from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config


def build_with_mkdocs(file: Path, *, command: str = "build", **settings: Any) -> None:
    """Build the site of a configuration file; `settings` come on top of it.

    MkDocs keeps plugins from one build to the next. They learn of the command when it starts: a build after a live
    preview would still be one.
    """
    config = load_config(str(file), **settings)
    config.plugins.on_startup(command=command, dirty=False)
    try:
        build(config)
    finally:
        config.plugins.on_shutdown()
