"""Files in one archive, the same wherever and whenever it is made."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable

FIXED_TIME = (1980, 1, 1, 0, 0, 0)
"""When all files in an archive were made, so that the same questions give the same bytes."""


def zip_files(files: Iterable[tuple[str, bytes]]) -> bytes:
    """Return an archive of files that does not depend on when and where it is made."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            info = zipfile.ZipInfo(name, FIXED_TIME)
            info.compress_type, info.external_attr, info.create_system = zipfile.ZIP_DEFLATED, 0o644 << 16, 3
            archive.writestr(info, content, compresslevel=6)
    return buffer.getvalue()
