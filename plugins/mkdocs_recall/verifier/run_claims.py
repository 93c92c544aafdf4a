"""From the claims of a site to a report: each script runs once, however many claims name it."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

from ..model.problems import Problem
from ..site.reader import Site
from ..site.sources.files import read_bytes
from .claims import Claim, fence_claims, item_claims
from .judge import failed_command, judge, judge_code, missing_command, missing_script
from .sandbox import MOST_OUTPUT, TooMuchOutput, has_namespaces, python_command, run_script
from .scripts import Script, make_script

Commands = Mapping[str, Sequence[str]]
"""The words of the command that runs a script, by language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What came out."""

    problems: Sequence[Problem]
    claims: int
    scripts: int
    """Scripts that ran."""
    namespaces: bool
    """Whether each had a network namespace of its own; else connections were blocked from inside, in Python only."""


def collect_claims(site: Site) -> list[Claim]:
    """Return the claims of all pages, in order of path and line."""
    claims = [claim for page in site.pages for claim in item_claims(page)]
    claims += (claim for path, lines in site.run_lines.items() for claim in fence_claims(path, lines))
    return sorted(claims, key=lambda claim: (claim.path, claim.line))


def check_claims(claims: Sequence[Claim], root: Path) -> list[Problem]:
    """Find scripts that are not there, and code on pages that is not theirs. Nothing runs."""
    problems: list[Problem] = []
    for script_path, named in _by_script(claims).items():
        script = _read(root / script_path)
        if isinstance(script, str):
            problems += [missing_script(claim, script) for claim in named]
        else:
            problems += [problem for claim in named for problem in judge_code(claim, script)]
    return problems


def _by_script(claims: Sequence[Claim]) -> dict[str, list[Claim]]:
    by_script: dict[str, list[Claim]] = {}
    for claim in claims:
        by_script.setdefault(claim.script, []).append(claim)
    return by_script


def _read(path: Path) -> Script | str:
    """Return the script, or why there is none."""
    if not path.exists():
        return "does not exist"
    content, problem = read_bytes(path, path.name)
    if content is None:
        return f"cannot be used: {problem.what.removesuffix('.') if problem else ''}"
    try:
        return make_script(path, content.decode())
    except UnicodeDecodeError:
        return "is not UTF-8 text"


def commands_of(given: Mapping[str, object], root: Path) -> dict[str, Sequence[str]]:
    """Return the commands of a site; a program given with a folder is found from the site's own folder.

    Raises ValueError where a command is neither text nor a list of words.
    """
    commands: dict[str, Sequence[str]] = {"python": python_command()}
    for language, command in given.items():
        words = shlex.split(command) if isinstance(command, str) else command
        if not isinstance(words, list) or not words or not all(isinstance(word, str) for word in words):
            raise ValueError(f"`verify`: the command for {language} must be text, such as `python3 -X utf8`.")
        program = root / words[0]
        commands[language] = (str(program) if "/" in words[0] else words[0], *words[1:])
    return commands


def verify_claims(
    claims: Sequence[Claim],
    root: Path,
    commands: Commands,
    *,
    seconds: float,
    jobs: int,
    tell: Callable[[str, int, int], object] = lambda script, done, total: None,
) -> Report:
    """Run every script that is named and judge the claims; `tell` hears of each script that is done."""
    namespaces = has_namespaces()
    problems: list[Problem] = []
    ran = 0
    with ThreadPoolExecutor(max_workers=jobs) as pool:
        running = {
            pool.submit(_verify_script, root, named, commands, namespaces, seconds): script
            for script, named in _by_script(claims).items()
        }
        for done, each in enumerate(as_completed(running), 1):
            found = each.result()
            ran += found.ran
            problems += found.problems
            tell(running[each], done, len(running))
    return Report(problems=sorted(problems), claims=len(claims), scripts=ran, namespaces=namespaces)


@dataclass(frozen=True, slots=True)
class _Found:
    """What is wrong with the claims of a script, and whether it ran."""

    problems: Sequence[Problem]
    ran: bool = False


def _verify_script(root: Path, claims: Sequence[Claim], commands: Commands, namespaces: bool, seconds: float) -> _Found:
    script = _read(root / claims[0].script)
    if isinstance(script, str):
        return _Found([missing_script(claim, script) for claim in claims])
    command = commands.get(script.language)
    if command is None:
        return _Found([missing_command(claim, script.language, commands) for claim in claims])
    try:
        ran = run_script(script, command, namespaces=namespaces, seconds=seconds)
    except TooMuchOutput:
        why = f"prints more than {MOST_OUTPUT:,} bytes"
        return _Found([failed_command(claim, why) for claim in claims], ran=True)
    except OSError as error:
        why = f"cannot be run with `{command[0]}`: {error.strerror}"
        return _Found([failed_command(claim, why) for claim in claims])
    return _Found([problem for claim in claims for problem in judge(claim, script, ran)], ran=True)
