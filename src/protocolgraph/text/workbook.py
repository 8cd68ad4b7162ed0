"""Workbooks of tables, the same byte for byte whenever they are written."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from protocolgraph.errors import UsageError
from protocolgraph.text.cells import neutral

_LONGEST_TITLE = 31
_LONGEST_CELL = 32_767
_MOST_ROWS = 1_048_576
"""What a sheet can hold (Excel specifications and limits)."""
_STAMPED = "docProps/core.xml"
"""The part that holds the time of writing."""
_PROPERTIES = (
    b'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    b' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>protocolgraph</dc:creator></cp:coreProperties>'
)


class Page(NamedTuple):
    """A sheet of a workbook; without columns it has no header."""

    title: str
    columns: Sequence[str]
    rows: Iterable[Sequence[str]]


def workbook(pages: Iterable[Page]) -> bytes:
    """Return a workbook (XLSX), a sheet for each page, the header in sight wherever one scrolls.

    No cell is taken for a formula, and none holds control characters.

    Raises:
        UsageError: openpyxl is not installed, or a page has more rows than a sheet holds.

    """
    try:
        book = import_module("openpyxl").Workbook(write_only=True)
    except ImportError as error:
        raise UsageError("To write XLSX, install openpyxl: pip install 'protocolgraph[xlsx]'") from error
    for page in pages:
        sheet = book.create_sheet(page.title[:_LONGEST_TITLE])
        if page.columns:
            sheet.freeze_panes = "A2"
            sheet.append([_plain(column) for column in page.columns])
        for number, row in enumerate(page.rows, 2):
            if number > _MOST_ROWS:
                raise UsageError(f"{page.title}: a sheet holds {_MOST_ROWS - 1:,} rows; write CSV, or fewer documents")
            sheet.append([_plain(cell) for cell in row])
    stream = io.BytesIO()
    book.save(stream)
    return _unstamped(stream)


def _plain(text: str) -> str:
    clean = "".join(letter if letter.isprintable() else " " for letter in text)
    return neutral(clean)[:_LONGEST_CELL]


def _unstamped(written: io.BytesIO) -> bytes:
    """Return the workbook without the times at which it and its parts were written."""
    stream = io.BytesIO()
    with ZipFile(written) as old, ZipFile(stream, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(ZipInfo(name), _PROPERTIES if name == _STAMPED else old.read(name), ZIP_DEFLATED)
    return stream.getvalue()
