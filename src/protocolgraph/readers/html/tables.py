"""The cells of a page's tables in their places."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from protocolgraph.model import Cell
from protocolgraph.readers.headers import counts_rows, names_columns
from protocolgraph.readers.html.main import tag

_WIDEST = 100


def is_data(table: etree._Element) -> bool:
    """Whether a table has rows and columns of words, and is not there for a page's layout."""
    if table.get("role") in ("presentation", "none") or table.find(".//table") is not None:
        return False
    rows = [row for row in table.iter("tr") if len(list(_row(row))) > 1]
    return len(rows) > 1 and not any(table.find(f".//h{level}") is not None for level in (1, 2))


def _row(row: etree._Element) -> Iterator[etree._Element]:
    return (cell for cell in row if tag(cell) in ("td", "th"))


def place_cells(table: etree._Element, number: int) -> tuple[dict[etree._Element, Cell], list[etree._Element]]:
    """Return the places of a table's cells, spans counted, and the cells that number its rows; row 0 is the header."""
    rows = list(_placed(table))
    header = len(rows) > 1 and _has_header(rows[0], rows[1])
    first = [row[0] for row in rows if 0 in row]
    counted = max((max(row, default=0) for row in rows), default=0) > 1 and counts_rows(
        [_words(cell) for cell in first]
    )
    places = {
        cell: Cell(
            number,
            at if header else at + 1,
            column - counted,
            header=header and at == 0,
            rows=min(_span(cell.get("rowspan")), len(rows) - at),
        )
        for at, row in enumerate(rows)
        for column, cell in row.items()
        if column or not counted
    }
    return places, first if counted else []


def _placed(table: etree._Element) -> Iterator[dict[int, etree._Element]]:
    """Yield the cells of each row by their columns."""
    taken: set[tuple[int, int]] = set()
    for at, row in enumerate(table.iter("tr")):
        column, placed = 0, {}
        for cell in _row(row):
            while (at, column) in taken:
                column += 1
            placed[column] = cell
            across, down = _span(cell.get("colspan")), _span(cell.get("rowspan"))
            taken |= {(at + y, column + x) for y in range(down) for x in range(across)}
            column += across
            if column > _WIDEST:
                break
        yield placed


def _has_header(first: dict[int, etree._Element], second: dict[int, etree._Element]) -> bool:
    """Whether the first row of a table holds the names of its columns: the page says so, or they look it."""
    cells = list(first.values())
    marked = bool(cells) and (
        all(tag(cell) == "th" for cell in cells) or any(tag(parent) == "thead" for parent in cells[0].iterancestors())
    )
    bold = all(map(_is_bold, cells)) and not all(map(_is_bold, second.values()))
    return names_columns([_words(cell) for cell in cells], bold=bold, marked=marked)


def _words(cell: etree._Element) -> str:
    return " ".join("".join(map(str, cell.itertext())).split())


def _is_bold(cell: etree._Element) -> bool:
    whole = "".join(map(str, cell.itertext())).strip()
    bold = "".join("".join(map(str, item.itertext())) for item in cell.iter("b", "strong")).strip()
    return bool(whole) and bold == whole


def _span(text: str | None) -> int:
    return min(_WIDEST, max(1, int(text))) if text and text.strip().isdigit() and len(text) < 5 else 1
