"""The commands of `recall`, one file each."""

from __future__ import annotations

from importlib import import_module

from .base import Command, Misuse

_CLASSES = {
    "init": ("authoring.init", "InitCommand"),
    "check": ("check", "CheckCommand"),
    "fmt": ("fmt", "FmtCommand"),
    "new": ("new", "NewCommand"),
    "stats": ("stats", "StatsCommand"),
    "diff": ("diff", "DiffCommand"),
    "verify": ("verify", "VerifyCommand"),
    "export": ("export_to", "ExportCommand"),
    "import": ("import_from", "ImportCommand"),
    "offline": ("publishing.offline", "OfflineCommand"),
    "schema": ("authoring.schema", "SchemaCommand"),
    "snippets": ("authoring.snippets", "SnippetsCommand"),
    "matcher": ("authoring.matcher", "MatcherCommand"),
    "migrate": ("migrate", "MigrateCommand"),
    "assets": ("publishing.assets", "AssetsCommand"),
    "build-data": ("publishing.build_data", "BuildDataCommand"),
}
"""Module and class of each, by what it is called."""

COMMANDS = tuple(_CLASSES)
"""Their names, in the order in which `recall --help` shows them."""


def load_command(name: str) -> Command:
    """Import a command. Most of what the others import is not needed to run it."""
    module, its_class = _CLASSES[name]
    command: Command = getattr(import_module(f".{module}", __name__), its_class)()
    return command


__all__ = ["COMMANDS", "Command", "Misuse", "load_command"]
