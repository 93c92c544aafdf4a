"""Where problems are for services that show them beside files: their paths begin at the top of the repository."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from ...model.problems import Problem
from ...site.sources.files import to_path

_CODE = re.compile(r"(`+)(?:(?!\1).)+\1", re.DOTALL)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def find_repository(folder: Path) -> Path:
    """The top of the repository that a folder is in; the folder itself where it is in none."""
    return next((each for each in (folder, *folder.parents) if (each / ".git").exists()), folder)


def in_repository(problems: Iterable[Problem], root: Path) -> list[Problem]:
    """The problems of a project with the paths that their files have in its repository."""
    top = find_repository(root)
    return [replace(each, path=to_path(root / each.path, top)) for each in problems]


def find_fingerprints(problems: Sequence[Problem]) -> list[str]:
    """A name for each problem by which services know it again after lines have moved.

    It depends on file, rule, item and message, but on no number that the message counts: those are places and sizes.
    Code in the message is the author's text and stays. Where several problems are equal in all of this, they are
    numbered.
    """
    seen: Counter[str] = Counter()
    found = []
    for each in problems:
        about = json.dumps([each.path, each.rule, each.kind, each.id, _without_numbers(each.what)])
        seen[about] += 1
        found.append(hashlib.sha256(f"{about}{seen[about]}".encode()).hexdigest()[:32])
    return found


def _without_numbers(what: str) -> str:
    end, parts = 0, []
    for code in _CODE.finditer(what):
        parts += [_NUMBER.sub("#", what[end : code.start()]), code[0]]
        end = code.end()
    return "".join((*parts, _NUMBER.sub("#", what[end:])))
