"""Finds statements by their words in the files that `filing` wrote."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from protocolgraph.graph.filed_lists import Ask, Rows


class FiledWords:
    """Looks up in which texts of duties, and in which quotes, words begin so."""

    def __init__(self, files: Iterable[str], ask: Ask) -> None:
        """Look statements up.

        Args:
            files: names of the files.
            ask: asks one of them.

        """
        self._files, self._ask = tuple(files), ask

    def data(self, beginnings: Collection[str], most: int) -> Rows:
        """Return the data of duties in whose text each of these begins a word, at most so many of each file."""
        query = """SELECT data FROM (SELECT rowid AS found FROM said WHERE said MATCH ? LIMIT ?)
            JOIN statement ON number = found"""
        return self._all(query, [[beginning] for beginning in beginnings], most)

    def said(self, sought: Sequence[Collection[str]]) -> list[str]:
        """Return the ids of the duties in whose text words begin so; of each of what is sought, one must."""
        query = "SELECT id FROM said JOIN statement ON number = said.rowid WHERE said MATCH ?"
        return [str(found) for (found,) in self._all(query, sought)]

    def quoted(self, sought: Sequence[Collection[str]], predicates: Collection[str], *, duties: bool) -> list[str]:
        """Return the ids of the facts of these predicates, and of duties if asked, in whose quotes words begin so."""
        which = f"kind = '{'duty' if duties else 'none'}' OR predicate IN ({', '.join('?' * len(predicates))})"
        query = f"SELECT id FROM quoted JOIN statement ON number = quoted.rowid WHERE quoted MATCH ? AND ({which})"
        return [str(found) for (found,) in self._all(query, sought, *predicates)]

    def _all(self, query: str, sought: Sequence[Collection[str]], *values: object) -> Rows:
        if not sought or not all(sought):
            return []
        wanted = " AND ".join("(" + " OR ".join(f'"{word}"*' for word in one) + ")" for one in sought)
        return [row for file in self._files for row in self._ask(file, query, (wanted, *values))]
