"""Lists of entities in the files that `filing` wrote: by name, in pages, of an area, with words in their names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property, lru_cache
from typing import Any

from protocolgraph.graph.finder import words_of
from protocolgraph.model import EntityType

Rows = list[tuple[Any, ...]]
Ask = Callable[[str, str, tuple[object, ...]], Rows]
"""Gives the rows of a query with its values in the file of this name."""

LAST = "\U0010ffff"
"""What comes after all that follows the beginning of a word."""
_STEP = 100
"""After how many entities of a type the next place is kept from which a page is looked up."""
_NEAR = 1000
"""Entities that are passed over one by one; further ones are looked up from such a place."""


class FiledLists:
    """Lists the entities in files, by their short ids."""

    def __init__(self, files: Iterable[str], ask: Ask) -> None:
        """Look entities up.

        Args:
            files: names of the files.
            ask: asks one of them.

        """
        self._files, self._ask = tuple(files), ask
        self._places = lru_cache(maxsize=len(EntityType))(self._find_places)

    @cached_property
    def areas(self) -> Mapping[str, tuple[str, ...]]:
        """The areas of entities, each with the files in which it has any."""
        found: dict[str, tuple[str, ...]] = {}
        for file in self._files:
            for (area,) in self._ask(file, "SELECT DISTINCT area FROM entity WHERE area IS NOT NULL", ()):
                found[str(area)] = (*found.get(str(area), ()), file)
        return found

    def called(self, text: str, most: int) -> list[str]:
        """Return entities one of whose names holds words that begin with all of these, the shortest names first."""
        among, ends = _holding_words(text)
        query = f"SELECT min(length(name)), entity FROM name WHERE {among} GROUP BY entity ORDER BY 1, 2 LIMIT ?"
        return [str(own) for _, own in sorted(self._all(self._files, query, *ends, most))[:most]]

    def chosen(self, type: EntityType, area: str | None, text: str, part: slice) -> tuple[list[str], int]:
        """Return part of the entities of a type by name, of an area and called so if asked, and how many they are."""
        where, values = _where(type, area, text)
        query = f"SELECT sort, id, count(*) OVER () FROM entity WHERE {where} ORDER BY sort, id LIMIT ?"
        found = [self._ask(file, query, (*values, part.stop)) for file in self._of(area)]
        number = sum(int(rows[0][2]) for rows in found if rows)
        return [str(own) for _, own, _ in sorted(row for rows in found for row in rows)[part]], number

    def listed(self, type: EntityType, part: slice) -> list[str]:
        """Return part of all entities of a type by name."""
        if part.start and part.start >= _NEAR:
            return self._further(type, part)
        query = "SELECT sort, id FROM entity WHERE type = ? ORDER BY sort, id LIMIT ?"
        return [str(own) for _, own in sorted(self._all(self._files, query, type.value, part.stop))[part]]

    def _further(self, type: EntityType, part: slice) -> list[str]:
        """Part of all entities of a type, from the last place before it that is kept."""
        places = self._places(type)
        at = min(part.start // _STEP, len(places) - 1)
        rest = slice(part.start - at * _STEP, part.stop - at * _STEP)
        query = "SELECT sort, id FROM entity WHERE type = ? AND (sort, id) >= (?, ?) ORDER BY sort, id LIMIT ?"
        found = self._all(self._files, query, type.value, *places[at], rest.stop)
        return [str(own) for _, own in sorted(found)[rest]]

    def _find_places(self, type: EntityType) -> list[tuple[str, str]]:
        query = "SELECT sort, id FROM entity WHERE type = ? ORDER BY sort, id"
        return sorted(self._all(self._files, query, type.value))[::_STEP] or [("", "")]

    def _of(self, area: str | None) -> tuple[str, ...]:
        return self._files if area is None else self.areas.get(area, ())

    def _all(self, files: Iterable[str], query: str, *values: object) -> Rows:
        return [row for file in files for row in self._ask(file, query, values)]


def _where(type: EntityType, area: str | None, text: str) -> tuple[str, list[str]]:
    where, values = "type = ?", [type.value]
    if area is not None:
        where, values = f"{where} AND area = ?", [*values, area]
    if text:
        named, ends = _holding_words(text)
        where, values = f"{where} AND id IN (SELECT entity FROM name WHERE {named})", [*values, *ends]
    return where, values


def _holding_words(text: str) -> tuple[str, list[str]]:
    """Return the condition that a row of `name` holds words that begin with all of these, and the values for it."""
    words = words_of(text)
    one = "number IN (SELECT name FROM word WHERE word BETWEEN ? AND ?)"
    return " AND ".join([one] * len(words)) or "FALSE", [end for word in words for end in (word, word + LAST)]
