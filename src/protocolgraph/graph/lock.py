"""Locks on files that the operating system lets go when their process ends, however it ends."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import BinaryIO

if sys.platform == "win32":
    import msvcrt

    def _take(handle: BinaryIO, *, shared: bool) -> None:
        """Windows knows no shared lock here; it refuses to move a folder whose files are open, instead."""
        if not shared:
            msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(handle: BinaryIO, *, shared: bool) -> None:
        fcntl.flock(handle, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)


def take_shared(path: Path) -> BinaryIO | None:
    """Return the open file that holds a shared lock, or None if it is held by a writer; close it to let go.

    Raises:
        OSError: the file cannot be opened.

    """
    return _hold(path.open("rb"), shared=True)


def take_exclusive(path: Path) -> BinaryIO | None:
    """Return the open file that holds the only lock, made if need be, or None if anyone else holds one.

    Raises:
        OSError: the file cannot be opened or made.

    """
    return _hold(path.open("ab"), shared=False)


def _hold(handle: BinaryIO, *, shared: bool) -> BinaryIO | None:
    try:
        _take(handle, shared=shared)
    except OSError:
        handle.close()
        return None
    return handle
