"""One page to paragraphs in reading order: columns, tables, the lines of each."""

from __future__ import annotations

from collections.abc import Sequence

from protocolgraph.readers.pdf.cells import Tables, contents, is_contents
from protocolgraph.readers.pdf.paragraphs import Paragraph, line_of, paragraphs
from protocolgraph.readers.pdf.regions import Column, Grid, Region, lay_out
from protocolgraph.readers.pdf.rules import RuledTable
from protocolgraph.readers.pdf.words import Word


def lay_out_page(words: Sequence[Word], ruled: Sequence[RuledTable], tables: Tables, body: float) -> list[Paragraph]:
    """Return the paragraphs, headings and cells of a page in reading order."""
    found: list[Paragraph] = []
    tables.begin_page()
    for region in _regions(words, ruled):
        if isinstance(region, Column):
            found += paragraphs(region.rows, body)
            tables.forget()
        elif len(region.rows) == 1 and len(region.rows[0]) == 1:
            found.append(_box(region))
        elif is_contents(region):
            found += contents(region)
        else:
            found += tables.cells(region, body)
    return found


def _box(box: Grid) -> Paragraph:
    """Return the words of a box as one paragraph: its lines were broken by the box."""
    return Paragraph([line_of(row) for row in box.rows[0][0]], apart=True, boxed=True, box_id=id(box))


def _regions(words: Sequence[Word], ruled: Sequence[RuledTable]) -> list[Region]:
    """Return the regions of a page; its ruled tables stand where their upper edge is."""
    left = list(words)
    found: list[Region] = []
    for table in ruled:
        above = [word for word in left if word.bottom < table.top + 0.5 * (word.bottom - word.top)]
        gone = set(map(id, above))
        left = [word for word in left if id(word) not in gone]
        found += lay_out(above)
        found.append(table.grid)
    return [*found, *lay_out(left)]
