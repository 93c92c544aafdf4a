"""The commands of `recall`, one file each."""

from __future__ import annotations

from .base import Command, Misuse
from .check import CheckCommand

COMMANDS: tuple[Command, ...] = (CheckCommand(),)
"""In the order in which `recall --help` shows them."""

__all__ = ["COMMANDS", "Command", "Misuse"]
