"""Locks on files that the operating system lets go when their process ends, however it ends."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

_PAUSE = 0.05
"""Seconds between two attempts to take a lock that another holds."""

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


@contextmanager
def waiting(path: Path, *, seconds: float) -> Iterator[bool]:
    """Hold the only lock while the context lasts; give whether it was got within so many seconds.

    Raises:
        OSError: the file cannot be opened or made.

    """
    until = time.monotonic() + seconds
    while (handle := take_exclusive(path)) is None:
        if time.monotonic() > until:
            yield False
            return
        time.sleep(_PAUSE)
    with handle:
        yield True
