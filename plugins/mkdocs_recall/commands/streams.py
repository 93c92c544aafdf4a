"""What a command prints, delivered at its end to streams that may be closed, full, or unable to encode it.

This is the one place where commands write. What they print may hold text of authors and names of files. So each line is
made harmless here: it cannot control a terminal, and it gives no command to the service that runs the job.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from typing import TextIO

from ..model.text import to_line


class StreamError(Exception):
    """Output that could not be written."""


class _Collected(io.StringIO):
    """Text for a stream that knows the stream's encoding."""

    def __init__(self, stream: TextIO | None) -> None:
        super().__init__()
        self._encoding = getattr(stream, "encoding", None) or "utf-8"
        self.commands: set[int] = set()
        """Where lines begin that are meant as commands."""

    @property
    def encoding(self) -> str:  # type: ignore[override]  # the base has None
        return self._encoding

    def harmless(self) -> str:
        """What was printed, without any command but those that are meant. A line may end as on Windows."""
        at, lines = 0, []
        *whole, rest = self.getvalue().split("\n")
        for line in whole:
            end = "\r" if line.endswith("\r") else ""
            lines.append(line if at in self.commands else to_line(line.removesuffix(end)) + end)
            at += len(line) + 1
        return "\n".join([*lines, to_line(rest)])


def print_command(line: str) -> None:
    """Print a line that is meant as a command for the service that runs the job."""
    if isinstance(sys.stdout, _Collected):
        sys.stdout.commands.add(sys.stdout.tell())
    print(line)


@contextmanager
def deliver_output() -> Iterator[None]:
    """Collect what is printed, and deliver it at the end whatever happens.

    Raises `StreamError` where it cannot be written to standard output.
    """
    out, err = sys.stdout, sys.stderr
    printed, said = _Collected(out), _Collected(err)
    try:
        with redirect_stdout(printed), redirect_stderr(said):
            yield
    finally:
        _deliver(said.harmless(), err)
        if failed := _deliver(printed.harmless(), out):
            raise StreamError(f"the output cannot be written: {failed}.")


def _deliver(text: str, stream: TextIO | None) -> str:
    """Write a text; returns why that failed. A reader who has seen enough, such as `head`, is no failure."""
    if not text:
        return ""
    if stream is None:
        return "it is closed"
    encoding = getattr(stream, "encoding", None) or "utf-8"
    try:
        stream.write(text.encode(encoding, "backslashreplace").decode(encoding))
        stream.flush()
    except BrokenPipeError:
        _silence(stream)
    except OSError as error:
        _silence(stream)
        return error.strerror or str(error)
    except ValueError:
        return "it is closed"
    return ""


def _silence(stream: TextIO) -> None:
    """Lead a broken stream nowhere, since Python flushes it once more at its exit."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, stream.fileno())
    finally:
        os.close(nowhere)
