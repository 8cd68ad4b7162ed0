"""Running headers and footers and page numbers: rows at the edge of pages that come again on others."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from protocolgraph.readers.pdf.rows import Row, rows_of
from protocolgraph.readers.pdf.words import PageWords, Word

_EDGE = 0.12
"""Share of a page's height in which its headers and its footers stand."""
_LARGEST = 1.15
"""Nothing larger, in sizes of the body's letters, runs from page to page."""
_NUMBERED = 1.6
_FEWEST = 3
_HEIGHT = 8.0
"""Points that one header stands on the same height."""
_DIGITS = re.compile(r"\d+")
_PAGE = re.compile(r"\W*(?:page|p\.?|slide)?\W*\d{1,4}\s*(?:(?:of|/)\s*\d{1,4})?\W*$", re.IGNORECASE)
_ROMAN = re.compile(r"[ivxl]{1,6}$", re.IGNORECASE)
_LONGEST = 200


def find_furniture(pages: Sequence[PageWords], words: Sequence[Sequence[Word]], body: float) -> list[list[Row]]:
    """Return for each page the rows of its words that are furniture, from top to bottom."""
    edges = [_edges(page, own, body) for page, own in zip(pages, words, strict=True)]
    counted = Counter(key for page in edges for key in {key for edge in page for row in edge for key in _keys(row)})
    least = _FEWEST if len(pages) > _FEWEST else 2
    return [
        sorted((row for edge in page for row in _iter_running(edge, counted, least)), key=lambda row: row.top)
        for page in edges
    ]


def without(words: Sequence[Word], rows: Sequence[Row]) -> list[Word]:
    """Return the words that do not stand in these rows."""
    gone = {id(word) for row in rows for word in row.words}
    return [word for word in words if id(word) not in gone] if gone else list(words)


def _edges(page: PageWords, words: Sequence[Word], body: float) -> tuple[list[Row], list[Row]]:
    """Return the rows at the head of a page, from the top, and those at its foot, from the bottom."""
    high, low = _EDGE * page.height, (1 - _EDGE) * page.height
    head = rows_of([word for word in words if word.bottom < high])
    foot = rows_of([word for word in words if word.top > low])
    return [row for row in head if _is_small(row, body)], [row for row in reversed(foot) if _is_small(row, body)]


def _is_small(row: Row, body: float) -> bool:
    """Whether a row is no larger than the text, or little larger with a number in it, or a page number alone."""
    if row.size <= _LARGEST * body or (len(row.words) == 1 and bool(_PAGE.match(row.words[0].text))):
        return True
    return row.size <= _NUMBERED * body and any(word.text.isdigit() for word in row.words)


def _keys(row: Row) -> Iterator[tuple[str, int]]:
    """Yield what a row has in common with the same header on other pages: words but for figures, and height."""
    text = " ".join(word.text for word in row.words)
    if len(text) > _LONGEST:
        return
    mask = "#" if _ROMAN.fullmatch(text) else _DIGITS.sub("#", text.lower())
    place = round(row.bottom / _HEIGHT)
    yield mask, place
    yield mask, place + 1


def _iter_running(edge: Sequence[Row], counted: Counter[tuple[str, int]], least: int) -> Iterator[Row]:
    """Yield the rows from the edge inwards that come again, up to the first that does not."""
    for row in edge:
        text = " ".join(word.text for word in row.words)
        times = max((counted[key] for key in _keys(row)), default=0)
        if times < (2 if _PAGE.match(text) else least):
            return
        yield row
