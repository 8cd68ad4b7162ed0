"""Files are replaced whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

from protocolgraph.errors import UsageError


def write_whole(path: Path, content: str | bytes) -> None:
    """Write a text (as UTF-8) or bytes to a file, whole or not at all.

    Raises:
        UsageError: the file cannot be written.

    """
    data = content.encode("utf-8") if isinstance(content, str) else content
    new = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        new.write_bytes(data)
        new.replace(path)
    except OSError as error:
        raise UsageError(f"{path}: cannot be written ({error.strerror})") from error
    finally:
        new.unlink(missing_ok=True)
