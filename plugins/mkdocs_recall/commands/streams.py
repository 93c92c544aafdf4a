"""What a command prints, delivered at its end to streams that may be closed, full, or unable to encode it.

This is the one place where commands write. What they print may hold text of authors and names of files. So each line is
made harmless here: it cannot control a terminal, and it gives no command to the service that runs the job.

What is content, such as a patch or an example, goes on to a program or a file as it is. A file gets every byte; a pipe
may lead to the log of a job, so it gets no commands. Only a document that was asked for goes anywhere as it is.
"""

from __future__ import annotations

import io
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout, suppress
from enum import Enum, auto
from typing import TextIO

from ..model.text import gives_command, to_line


class StreamError(Exception):
    """Output that could not be written."""


class _Sink(Enum):
    """What is at the end of a stream."""

    TERMINAL = auto()
    FILE = auto()
    PROGRAM = auto()


class _Collected(io.StringIO):
    """Text for a stream that knows the stream's encoding."""

    def __init__(self, stream: TextIO | None) -> None:
        super().__init__()
        self.stream = stream
        self._encoding = getattr(stream, "encoding", None) or "utf-8"
        self.commands: set[int] = set()
        """Where lines begin that are meant as commands."""
        self.content: set[int] = set()
        """Where lines begin that are content."""
        self.exact = False
        """Whether a document was printed, which is delivered byte by byte."""

    @property
    def encoding(self) -> str:  # type: ignore[override]  # the base has None
        return self._encoding

    def harmless(self) -> str:
        """What was printed, without any command but those that are meant."""
        if self.exact:
            return self.getvalue()
        at, lines, sink = 0, [], _find_sink(self.stream)
        for line in self.getvalue().split("\n"):
            as_it_is = at in self.commands or (at in self.content and _may_have(sink, line))
            lines.append(line if as_it_is else _to_lines(line))
            at += len(line) + 1
        return "\n".join(lines)


def _to_lines(line: str) -> str:
    """A line without commands. It may end as on Windows."""
    end = "\r" if line.endswith("\r") else ""
    return to_line(line.removesuffix(end)) + end


def _may_have(sink: _Sink, line: str) -> bool:
    """Whether what is at the end of a stream gets a line of content as it is."""
    return sink is _Sink.FILE or (sink is _Sink.PROGRAM and not gives_command(line))


def _find_sink(stream: TextIO | None) -> _Sink:
    with suppress(AttributeError, OSError, ValueError):
        if stream is not None and stream.isatty():
            return _Sink.TERMINAL
        if stream is not None and stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
            return _Sink.FILE
    return _Sink.PROGRAM


def print_content(text: str) -> None:
    """Print text for a file or a program, such as a patch. Only a terminal gets it with escapes."""
    if isinstance(sys.stdout, _Collected):
        at = sys.stdout.tell()
        for line in text.split("\n"):
            sys.stdout.content.add(at)
            at += len(line) + 1
    print(text)


def is_watched() -> bool:
    """Whether someone looks at what `print_progress` prints."""
    stream = sys.stderr.stream if isinstance(sys.stderr, _Collected) else sys.stderr
    return _find_sink(stream) is _Sink.TERMINAL


def print_progress(line: str) -> None:
    """Print how far a command is at once, to the terminal."""
    stream = sys.stderr.stream if isinstance(sys.stderr, _Collected) else sys.stderr
    _deliver(f"{to_line(line)}\n", stream)


def print_command(line: str) -> None:
    """Print a line that is meant as a command for the service that runs the job."""
    if isinstance(sys.stdout, _Collected):
        sys.stdout.commands.add(sys.stdout.tell())
    print(line)


def print_document(content: bytes) -> None:
    """Print a file that was asked for, as it is: it is for another program, and nothing else is printed with it."""
    sys.stdout.write(content.decode("utf-8"))
    if isinstance(sys.stdout, _Collected):
        sys.stdout.exact = True


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
        if failed := _deliver(printed.harmless(), out, exact=printed.exact):
            raise StreamError(f"the output cannot be written: {failed}.")


def _deliver(text: str, stream: TextIO | None, *, exact: bool = False) -> str:
    """Write a text; returns why that failed. A reader who has seen enough, such as `head`, is no failure."""
    if not text:
        return ""
    if stream is None:
        return "it is closed"
    encoding = getattr(stream, "encoding", None) or "utf-8"
    try:
        if exact and hasattr(stream, "buffer"):
            stream.buffer.write(text.encode("utf-8"))
        else:
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
