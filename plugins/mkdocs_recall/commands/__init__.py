"""The commands of `recall`, one file each."""

from __future__ import annotations

from .authoring.init import InitCommand
from .authoring.matcher import MatcherCommand
from .authoring.schema import SchemaCommand
from .authoring.snippets import SnippetsCommand
from .base import Command, Misuse
from .check import CheckCommand
from .diff import DiffCommand
from .export_to import ExportCommand
from .fmt import FmtCommand
from .import_from import ImportCommand
from .migrate import MigrateCommand
from .new import NewCommand
from .publishing.assets import AssetsCommand
from .publishing.build_data import BuildDataCommand
from .publishing.offline import OfflineCommand
from .stats import StatsCommand
from .verify import VerifyCommand

COMMANDS: tuple[Command, ...] = (
    InitCommand(),
    CheckCommand(),
    FmtCommand(),
    NewCommand(),
    StatsCommand(),
    DiffCommand(),
    VerifyCommand(),
    ExportCommand(),
    ImportCommand(),
    OfflineCommand(),
    SchemaCommand(),
    SnippetsCommand(),
    MatcherCommand(),
    MigrateCommand(),
    AssetsCommand(),
    BuildDataCommand(),
)
"""In the order in which `recall --help` shows them."""

__all__ = ["COMMANDS", "Command", "Misuse"]
