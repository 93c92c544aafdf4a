"""QTI, the format between learning platforms: 1.2 as Canvas reads it, 2.1 and 3.0."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable

from .base import Format
from .qti_profiles.canvas import write_canvas
from .qti_profiles.standard import write_standard
from .views import Export

_PROFILES: dict[str, Callable[[Export], bytes]] = {
    "canvas": write_canvas,
    "2.1": lambda export: write_standard(export, "2.1"),
    "3.0": lambda export: write_standard(export, "3.0"),
}


def _write(export: Export, asked: Namespace) -> bytes:
    """Return the package of a profile."""
    return _PROFILES[asked.profile](export)


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--profile",
        choices=tuple(_PROFILES),
        default="canvas",
        help="QTI 1.2 for Canvas, or the standard 2.1 or 3.0 (default: canvas)",
    )


FORMAT = Format(
    name="qti",
    summary="A QTI package for Canvas and other learning platforms.",
    writers=("canvas", "standard"),
    write=_write,
    add_arguments=_add_arguments,
    is_text=lambda asked: False,
)
