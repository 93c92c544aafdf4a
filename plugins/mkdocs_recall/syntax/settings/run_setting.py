"""The attribute `{run=FILE}` of a code fence, which names the script that the code was taken from."""

from __future__ import annotations

import re

from ..code_fences import find_fences, map_fences
from ..patterns import CODE_FENCE_LINE

RUN_FORM = r"(?![/\\~])(?!(?:.*[/\\])?\.\.(?:[/\\]|$))[^\s{}\"'|<>]+"
"""A path below the folder of the configuration file."""
RUN_MARK = "{run="
"""What the attribute begins with."""
RUN_SETTING = re.compile(r"[ \t]*\{run=(?P<quote>[\"']?)(?P<file>" + RUN_FORM + r")(?P=quote)\}")


def remove_run_settings(lines: list[str]) -> list[str]:
    """Return the lines without the attribute, which no reader of code fences knows; samples inside fences keep it."""
    if RUN_MARK not in "\n".join(lines):
        return lines
    changed = list(lines)
    for at, _ in find_fences(lines, map_fences(lines).fenced):
        if found := CODE_FENCE_LINE.match(lines[at]):
            start = found.start("info")
            changed[at] = lines[at][:start] + RUN_SETTING.sub("", lines[at][start:], count=1)
    return changed
