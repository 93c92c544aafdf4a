"""What packages of Anki since 2.1.50 hold: data that zstd has compressed, and messages of protobuf."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import Any

from ..base import UnreadableFile

ZSTD = b"\x28\xb5\x2f\xfd"
"""What data that zstd has compressed begins with."""
_HINT = (
    "it is compressed with zstd, which this Python cannot read. Run `pip install 'mkdocs-recall[anki]'`, or export it "
    "from Anki with `Support older Anki versions`."
)


def decompress(content: bytes, largest: int) -> bytes:
    """Return what zstd has compressed, up to a size; other data is returned as it is."""
    if not content.startswith(ZSTD):
        return content
    try:
        made = _decompress(content, largest + 1)
    except UnreadableFile:
        raise
    except Exception as error:  # The errors of both libraries are their own.
        raise UnreadableFile(f"it cannot be decompressed: {error}.") from None
    if len(made) > largest:
        raise UnreadableFile(f"it is larger than {largest:,} bytes when decompressed.")
    return made


def _decompress(content: bytes, largest: int) -> bytes:
    library: Any
    try:
        library = import_module("compression.zstd")  # Part of Python since 3.14.
    except ImportError:
        pass
    else:
        return bytes(library.ZstdDecompressor().decompress(content, largest))
    try:
        library = import_module("zstandard")
    except ImportError:
        raise UnreadableFile(_HINT) from None
    with library.ZstdDecompressor(max_window_size=1 << 27).stream_reader(content) as reader:
        return bytes(reader.read(largest))


def read_message(content: bytes) -> Iterator[tuple[int, bytes | int]]:
    """The fields of a message, by their numbers. What is broken ends it."""
    at = 0
    while at < len(content):
        key, at = _varint(content, at)
        match key & 7:
            case 0:
                value, at = _varint(content, at)
                yield key >> 3, value
            case 2:
                length, at = _varint(content, at)
                yield key >> 3, content[at : at + length]
                at += length
            case 1 | 5 as kind:
                at += 8 if kind == 1 else 4
            case _:
                return


def _varint(content: bytes, at: int) -> tuple[int, int]:
    value = 0
    for shift in range(0, 64, 7):
        if at >= len(content):
            return 0, len(content)
        byte = content[at]
        at += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, at
    return 0, len(content)
