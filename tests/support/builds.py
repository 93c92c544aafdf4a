"""Building a site in this process, as the command `mkdocs` does, and making things once for all workers."""

import fcntl
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket
from mkdocs.commands.build import build
from mkdocs.config import load_config


class Compiled(BytecodeCache):
    """Templates of themes, compiled: that takes half the time of a small build. Jinja compares their sources."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self.kept:
            bucket.bytecode_from_string(self.kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.kept[bucket.key] = bucket.bytecode_to_string()


COMPILED = Compiled()


def build_with_mkdocs(file: Path, *, command: str = "build", **settings: Any) -> None:
    """Build the site of a configuration file; `settings` come on top of it.

    MkDocs keeps plugins from one build to the next. They learn of the command when it starts: a build after a live
    preview would still be one.
    """
    config = load_config(str(file), **settings)
    prepare = config.theme.get_env

    def get_env() -> Environment:
        """Plugins add folders to the theme before MkDocs asks for it."""
        templates = prepare()
        templates.bytecode_cache = COMPILED
        return templates

    config.theme.get_env = get_env
    config.plugins.on_startup(command=command, dirty=False)
    try:
        build(config)
    finally:
        config.plugins.on_shutdown()


def make_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """Return the folder that `make` fills, which the first worker of this run to ask for it does.

    The others wait for it. What `make` is given does not exist yet, and its parent does.
    """
    base = factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder, made = shared / name, shared / f"{name}.made"
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not made.exists():
            shutil.rmtree(folder, ignore_errors=True)
            make(folder)
            made.touch()
    return folder
