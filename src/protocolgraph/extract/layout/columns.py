"""Tables by what the headers of their columns say that they hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby, takewhile

from protocolgraph.extract.collected import Collected
from protocolgraph.model import Clause, ClauseKind
from protocolgraph.vocab.lexicon import load_yaml


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row by what their columns hold: "group", "chair", "post", "organisation" ..."""

    cells: Mapping[str, Clause]

    @property
    def first(self) -> Clause:
        """The row's first cell."""
        return next(iter(self.cells.values()))


@cache
def _columns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    data = load_yaml("lexicon/layout_words.yaml")["columns"]
    return tuple((name, re.compile(f"(?:{pattern})", re.IGNORECASE)) for name, pattern in data)


def column_of(header: str) -> str | None:
    """Return what a column with this header holds, or None."""
    return next((name for name, pattern in _columns() if pattern.fullmatch(header.strip(" :"))), None)


def stacked_rows(collected: Collected) -> Iterator[Row]:
    """Yield the rows of tables whose cells stand one below the other: first the headers, then row by row."""
    items = [c for c in collected.names.outline.clauses if c.kind is ClauseKind.ITEM and c.label is None]
    for _, lines in groupby(items, key=lambda c: (c.section, c.leads)):
        listed = list(lines)
        headers = list(takewhile(lambda header: header is not None, (column_of(clause.body.text) for clause in listed)))
        width = len(headers)
        if width > 1 and len(set(headers)) == width and len(listed) > width and len(listed) % width == 0:
            for start in range(width, len(listed), width):
                cells = zip(headers, listed[start : start + width], strict=True)
                yield Row({header: clause for header, clause in cells if header is not None})
