"""Values by keys, of which only those are read that are asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import TypeVar

KEPT = 10_000
"""How many answers of each kind stay in memory once they were asked for."""
Value = TypeVar("Value")


class LookedUp(Mapping[str, Value]):
    """Values that are read when they are asked for, by keys."""

    def __init__(self, find: Callable[[str], Value | None], keys: Callable[[], Iterator[str]]) -> None:
        """Look values up.

        Args:
            find: gives the value of a key, or None.
            keys: gives all keys.

        """
        self._find = lru_cache(maxsize=KEPT)(find)
        self._keys = keys

    def __getitem__(self, key: str) -> Value:
        found = self._find(key)
        if found is None:
            raise KeyError(key)
        return found

    def __iter__(self) -> Iterator[str]:
        return self._keys()

    def __len__(self) -> int:
        return sum(1 for _ in self)
