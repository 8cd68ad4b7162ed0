"""What was typed into the fields of a form: pdfium keeps it apart from a page's text."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from typing import Any

import pypdfium2.raw as pdfium

from protocolgraph.readers.pdf.words import Word

_MOST_FIELDS = 2_000
_LONGEST = 20_000
_HEIGHT = 0.7
"""Share of a field's height that its letters have, if they are no larger than text is set."""
_LARGEST = 11.0


def read_fields(page: Any, place: Callable[[float, float, float, float], tuple[float, ...]]) -> Iterator[Word]:
    """Yield the words in a page's text fields, each at its share of the field's width."""
    for number in range(min(_MOST_FIELDS, pdfium.FPDFPage_GetAnnotCount(page.raw))):
        field = pdfium.FPDFPage_GetAnnot(page.raw, number)
        if not field:
            continue
        try:
            if pdfium.FPDFAnnot_GetSubtype(field) == pdfium.FPDF_ANNOT_WIDGET:
                yield from _words(_value(field), _box(field, place))
        finally:
            pdfium.FPDFPage_CloseAnnot(field)


def _value(field: Any) -> str:
    if pdfium.FPDFAnnot_GetValueType(field, b"V") != pdfium.FPDF_OBJECT_STRING:
        return ""
    length = pdfium.FPDFAnnot_GetStringValue(field, b"V", None, 0)
    if not 2 < length < _LONGEST:
        return ""
    buffer = (ctypes.c_ushort * (length // 2 + 1))()
    pdfium.FPDFAnnot_GetStringValue(field, b"V", buffer, length)
    return bytes(buffer)[: length - 2].decode("utf-16-le", "replace")


def _box(field: Any, place: Callable[[float, float, float, float], tuple[float, ...]]) -> tuple[float, ...]:
    rect = pdfium.FS_RECTF()
    pdfium.FPDFAnnot_GetRect(field, ctypes.byref(rect))
    return place(rect.left, max(rect.top, rect.bottom), rect.right, min(rect.top, rect.bottom))


def _words(value: str, box: tuple[float, ...]) -> Iterator[Word]:
    lines = [line.split() for line in value.splitlines() if line.strip()]
    x0, top, x1, bottom = box
    for number, words in enumerate(lines):
        high = (bottom - top) / len(lines)
        size = round(min(_LARGEST, _HEIGHT * high), 1)
        letter = min((x1 - x0) / max(1, len(" ".join(words))), 0.5 * size)
        place = x0 + 1
        for word in words:
            foot = top + (number + 1) * high - 0.1 * high
            yield Word(word, place, foot - size, place + letter * len(word), foot, size, bold=False)
            place += letter * (len(word) + 1)
