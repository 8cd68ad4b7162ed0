"""Finds duties by their words in the files that `filing` wrote."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from protocolgraph.graph.filed_lists import Ask, Rows


class FiledWords:
    """Looks up in which duties words begin so."""

    def __init__(self, files: Iterable[str], ask: Ask) -> None:
        """Look duties up.

        Args:
            files: names of the files.
            ask: asks one of them.

        """
        self._files, self._ask = tuple(files), ask

    def data(self, beginnings: Collection[str], most: int) -> Rows:
        """Return the data of duties in whose text each of these begins a word, at most so many of each file."""
        query = """SELECT data FROM (SELECT rowid AS found FROM said WHERE said MATCH ? LIMIT ?)
            JOIN statement ON number = found"""
        return self._all(query, beginnings, most)

    def ids(self, beginnings: Collection[str]) -> list[str]:
        """Return the ids of all duties in whose text each of these begins a word."""
        query = "SELECT id FROM said JOIN statement ON number = said.rowid WHERE said MATCH ?"
        return [str(found) for (found,) in self._all(query, beginnings)]

    def _all(self, query: str, beginnings: Collection[str], *values: object) -> Rows:
        if not beginnings:
            return []
        wanted = " ".join(f'"{beginning}"*' for beginning in beginnings)
        return [row for file in self._files for row in self._ask(file, query, (wanted, *values))]
