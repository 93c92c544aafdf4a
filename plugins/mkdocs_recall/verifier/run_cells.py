"""Run a Python script cell by cell: `python run_cells.py TOKEN OPEN|BLOCKED SCRIPT`, with its cells as JSON on stdin.

Each cell is a pair: the number of lines above it in the file, and its code. After each cell, TOKEN ends its output on
stdout and stderr, followed by `failed` where the cell ended the script with an error. The error itself is in stderr,
below TOKEN and `error`. This file is run by the interpreter of the site's choice, so it needs nothing but the standard
library, and any Python from 3.8.
"""

from __future__ import annotations

import io
import json
import os
import sys
import traceback
import types
from typing import Any

STREAMS = (sys.stdout, sys.stderr)
"""The streams that we began with; a script may replace its own."""


def block_network() -> None:
    """Refuse all connections, where the operating system gives us no namespace without a network."""
    import socket

    def refuse(*args: Any, **kwargs: Any) -> Any:
        raise OSError("recall verify runs scripts without a network")

    for place, name in (
        (socket.socket, "connect"),
        (socket.socket, "connect_ex"),
        (socket, "create_connection"),
        (socket, "getaddrinfo"),
        (socket, "gethostbyname"),
    ):
        setattr(place, name, refuse)


def mark(token: str, failed: bool = False) -> None:
    """End a cell's output."""
    for stream in {sys.stdout, sys.stderr, *STREAMS}:
        stream.flush()
    for stream in STREAMS:
        stream.write(token + (" failed\n" if failed else "\n"))
        stream.flush()


def format_error(error: BaseException) -> str:
    """Return an error as Python shows it below the traceback, with what it suggests, such as "Did you mean: 'append'?".

    Before Python 3.13, the module traceback leaves out the suggestion that users see in a terminal.
    """
    message = "".join(traceback.format_exception_only(type(error), error)).rstrip("\n")
    shown, stream = io.StringIO(), sys.stderr
    sys.stderr = shown
    try:
        sys.__excepthook__(type(error), error, error.__traceback__)
    finally:
        sys.stderr = stream
    start = shown.getvalue().rfind(message)
    return shown.getvalue()[start:].rstrip("\n") if start >= 0 else message


def run_cells() -> None:
    """Run the cells as one program, as Python itself would run the file."""
    token, network, path = sys.argv[1:]
    cells = json.load(sys.stdin)
    if network == "BLOCKED":
        block_network()
    sys.argv = [path]
    sys.path[0] = os.path.dirname(path)
    module = types.ModuleType("__main__")
    module.__file__ = path
    sys.modules["__main__"] = module
    for above, code in cells:
        try:
            exec(compile("\n" * above + code, path, "exec"), module.__dict__)
        except SystemExit as end:
            if isinstance(end.code, str):
                print(end.code, file=sys.stderr)
            mark(token, failed=end.code not in (None, 0))
            sys.exit(end.code if isinstance(end.code, (int, type(None))) else 1)
        except BaseException as error:
            # The frame of this file says nothing about the script.
            traceback.print_tb(error.__traceback__ and error.__traceback__.tb_next)
            print(token, "error", file=sys.stderr)
            print(format_error(error), file=sys.stderr)
            mark(token, failed=True)
            sys.exit(1)
        mark(token)


run_cells()
