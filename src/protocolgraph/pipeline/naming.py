"""Names for documents: the file's name, and as much of its folders as tells it from its namesakes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import PurePath
from typing import TypeVar

AnyPath = TypeVar("AnyPath", bound=PurePath)


def distinct_names(paths: Iterable[AnyPath]) -> dict[AnyPath, str]:
    """Return a name for each of these absolute paths, no two alike, whatever their order.

    Examples:
        >>> from pathlib import Path
        >>> names = distinct_names([Path("/x/2013/a.txt"), Path("/x/2014/a.txt"), Path("/x/b.txt")])
        >>> sorted(names.values())
        ['2013/a.txt', '2014/a.txt', 'b.txt']

    """
    names: dict[AnyPath, str] = {}
    left, depth = set(paths), 1
    while left:
        tails = {path: _tail(path, depth) for path in left}
        uses = Counter(tails.values())
        names.update({path: tail for path, tail in tails.items() if uses[tail] == 1})
        left = {path for path, tail in tails.items() if uses[tail] > 1}
        depth += 1
    return names


def _tail(path: PurePath, depth: int) -> str:
    """Return the last parts of a path; bytes of a name that are no text are written out, so that no two names meet."""
    if depth > len(path.parts):
        return str(path)
    tail = "/".join(part.strip("/\\") for part in path.parts[-depth:])
    return plain_name(tail)


def plain_name(name: str) -> str:
    """Return a name with what is no visible text in it written out: bytes, line ends, turning signs."""
    known = name.encode("utf-8", "backslashreplace").decode()
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in known)
