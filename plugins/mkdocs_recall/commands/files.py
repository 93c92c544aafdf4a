"""Writing pages: whatever happens, a page holds what it held before, or all that is new."""

from __future__ import annotations

import os
import stat
import tempfile
from codecs import BOM_UTF8
from contextlib import suppress
from pathlib import Path

from ..model.problems import Problem
from ..site.source_text import decode
from ..site.sources.files import read_bytes, resolve


def is_read_only(file: Path) -> bool:
    """Whether a file is read-only. A page could be replaced all the same, which is not what its owner meant."""
    return file.exists() and not (stat.S_IMODE(file.stat().st_mode) & 0o222 and os.access(file, os.W_OK))


def read_page(file: Path, name: str) -> tuple[str, Problem | None]:
    """The text of a page, its byte-order mark included."""
    content, unreadable = read_bytes(file, name)
    if content is None:
        return "", unreadable
    text, unreadable = decode(content, name)
    return ("\ufeff" if content.startswith(BOM_UTF8) else "") + text, unreadable


def write_page(file: Path, text: str) -> str:
    """Write a page; returns why that was not possible."""
    if is_read_only(file):
        return "it is read-only."
    try:
        replace_file(file, text.encode())
    except OSError as error:
        return f"it cannot be written: {error.strerror}."
    return ""


def replace_file(file: Path, content: bytes) -> None:
    """Write a file beside the one that is there, then put it in its place; a link to a file stays a link.

    The permissions stay as they are; a new file gets those that new files have.
    """
    file = resolve(file)
    handle, name = tempfile.mkstemp(prefix=".recall-", suffix=".tmp", dir=file.parent)
    try:
        with open(handle, "wb") as beside:
            beside.write(content)
            beside.flush()
            os.fsync(beside.fileno())
        _copy_rights(file, name)
        os.replace(name, file)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise


def _copy_rights(file: Path, name: str) -> None:
    try:
        status = file.stat()
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        os.chmod(name, 0o666 & ~mask)
        return
    with suppress(OSError, AttributeError):  # Only root may give a file away, and Windows knows no owners.
        os.chown(name, status.st_uid, status.st_gid)
    os.chmod(name, stat.S_IMODE(status.st_mode))
