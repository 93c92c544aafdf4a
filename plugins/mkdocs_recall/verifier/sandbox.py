"""Run a script in a process of its own: an empty folder, a time limit, no network."""

from __future__ import annotations

import errno
import json
import os
import re
import secrets
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from .scripts import Script, split_cells

MOST_OUTPUT = 1_000_000
"""Bytes of a stream that are read. Nobody can show more on a page."""

_RUNNER = Path(__file__).with_name("run_cells.py")
_NAMESPACE = ("unshare", "--user", "--map-root-user", "--net", "--")
_OFFLINE = {
    "HF_DATASETS_OFFLINE": "1",
    "HF_HUB_OFFLINE": "1",
    "PIP_NO_INDEX": "1",
    "TRANSFORMERS_OFFLINE": "1",
}
"""What tells common libraries that there is no network, so that they fail at once instead of waiting."""
_REPEATABLE = {"PYTHONDONTWRITEBYTECODE": "1", "PYTHONHASHSEED": "0", "PYTHONIOENCODING": "utf-8", "TZ": "UTC"}
_KEPT = ("HF_HOME", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "PATH", "SYSTEMROOT", "VIRTUAL_ENV")
"""Variables of the caller that a script may see. Nothing else, such as a token, reaches it."""


class TooMuchOutput(Exception):
    """A script that prints more than `MOST_OUTPUT`."""


@dataclass(frozen=True, slots=True)
class Ran:
    """What a script did."""

    printed: Sequence[str]
    """What each cell printed, as far as they ran. Of a language without cells, the whole output."""
    error: str = ""
    """The last line of the traceback, or of stderr, where the script failed."""
    failed_at: int | None = None
    """Index in `printed` of the cell that failed; None where none did."""
    timed_out: bool = False
    message: str = ""
    """The whole message of a Python error, which may have several lines."""


def has_namespaces() -> bool:
    """Whether this machine lets us start a process without a network."""
    try:
        done = subprocess.run([*_NAMESPACE, "true"], capture_output=True, timeout=10)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def run_script(script: Script, command: Sequence[str], *, namespaces: bool, seconds: float) -> Ran:
    """Run a script with the command of its language.

    Raises OSError where the command cannot be started, TooMuchOutput where the script prints more than anyone can show.
    """
    if not shutil.which(command[0]):
        raise FileNotFoundError(errno.ENOENT, "there is no such program")
    before = _NAMESPACE if namespaces else ()
    with tempfile.TemporaryDirectory(prefix="recall-", ignore_cleanup_errors=True) as folder:
        if script.language != "python":
            done = _run([*before, *command, str(script.path)], Path(folder), "", seconds)
            return _whole(*done)
        token = f"recall-{secrets.token_hex(16)}"
        network = "OPEN" if namespaces else "BLOCKED"
        cells = _numbered(script.text)
        words = [*before, *command, str(_RUNNER), token, network, str(script.path)]
        return _by_cell(token, *_run(words, Path(folder), json.dumps(cells), seconds))


def python_command() -> tuple[str, ...]:
    """Return the command for Python scripts of a site that names none: the Python that runs us."""
    return (sys.executable,)


def _numbered(text: str) -> list[tuple[int, str]]:
    """Return the cells, each with the number of lines above it."""
    numbered, above = [], 0
    for cell in split_cells(text):
        numbered.append((above, cell))
        above += cell.count("\n") + 1
    return numbered


def _environment(folder: Path) -> Mapping[str, str]:
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    return kept | _OFFLINE | _REPEATABLE | {name: str(folder) for name in ("HOME", "TMPDIR", "TEMP", "USERPROFILE")}


def _run(words: Sequence[str], folder: Path, given: str, seconds: float) -> tuple[str, str, int | None]:
    """Return stdout, stderr and the exit code, None where the time was up. All its processes end with it."""
    work = folder / "work"
    work.mkdir()
    with (folder / "stdout").open("w+b") as stdout, (folder / "stderr").open("w+b") as stderr:
        process = subprocess.Popen(
            words,
            cwd=work,
            env=_environment(folder),
            stdin=subprocess.PIPE,
            stdout=stdout,
            stderr=stderr,
            start_new_session=True,
        )
        code: int | None
        try:
            process.communicate(given.encode(), timeout=seconds)
            code = process.returncode
        except subprocess.TimeoutExpired:
            code = None
        finally:
            _end(process)
        return _read(stdout.fileno()), _read(stderr.fileno()), code


def _end(process: subprocess.Popen[bytes]) -> None:
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except (AttributeError, ProcessLookupError, PermissionError):
        process.kill()
    process.wait()


def _read(stream: int) -> str:
    os.lseek(stream, 0, os.SEEK_SET)
    pieces = []
    while piece := os.read(stream, MOST_OUTPUT):
        pieces.append(piece)
        if sum(map(len, pieces)) > MOST_OUTPUT:
            raise TooMuchOutput
    return b"".join(pieces).decode("utf-8", "replace").replace("\r\n", "\n")


def _last_line(text: str) -> str:
    lines = text.rstrip().splitlines()
    return lines[-1].strip() if lines else ""


def _whole(stdout: str, stderr: str, code: int | None) -> Ran:
    if code == 0:
        return Ran([stdout])
    return Ran([stdout], _last_line(stderr) or f"exit code {code}", 0, timed_out=code is None)


def _by_cell(token: str, stdout: str, stderr: str, code: int | None) -> Ran:
    end = re.compile(re.escape(token) + r"(?: failed)?\n")
    *printed, rest = end.split(stdout)
    if code == 0:
        return Ran([*printed, rest] if rest else printed)
    if code is None or f"{token} failed\n" not in stdout:
        printed.append(rest)
    last = len(printed) - 1
    errors = end.split(stderr)
    text, _, message = errors[last].partition(f"{token} error\n") if last < len(errors) else ("", "", "")
    error = _last_line(message or text) or f"exit code {code}"
    return Ran(printed, error, last, message=message.rstrip(), timed_out=code is None)
