"""Where the words of a page lead to: addresses of the web that the file keeps apart from its text."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pypdfium2.raw as pdfium

from protocolgraph.model import Link
from protocolgraph.readers.pdf.words import Word
from protocolgraph.readers.weblinks import MOST, web_link

_LONGEST = 4_000


def read_links(
    pdf: Any, page: Any, number: int, words: Sequence[Word], place: Callable[..., Sequence[float]]
) -> Iterator[Link]:
    """Yield the links of a page to the web, in the order in which the file has them; addresses of people are none."""
    start, link = ctypes.c_int(0), pdfium.FPDF_LINK()
    for _ in range(MOST):
        if not pdfium.FPDFLink_Enumerate(page.raw, ctypes.byref(start), ctypes.byref(link)):
            return
        target = _target(pdf, link)
        if target:
            rect = pdfium.FS_RECTF()
            pdfium.FPDFLink_GetAnnotRect(link, ctypes.byref(rect))
            sides = place(rect.left, max(rect.top, rect.bottom), rect.right, min(rect.top, rect.bottom))
            over = " ".join(
                word.text for word in words if word.top < sides[3] and word.bottom > sides[1] and _is_in(word, sides)
            )
            if found := web_link(number, over, target):
                yield found


def _target(pdf: Any, link: Any) -> str:
    action = pdfium.FPDFLink_GetAction(link)
    if not action or pdfium.FPDFAction_GetType(action) != pdfium.PDFACTION_URI:
        return ""
    length = pdfium.FPDFAction_GetURIPath(pdf.raw, action, None, 0)
    if not 1 < length < _LONGEST:
        return ""
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFAction_GetURIPath(pdf.raw, action, buffer, length)
    return buffer.value.decode("utf-8", "replace")


def _is_in(word: Word, sides: Sequence[float]) -> bool:
    across, down = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return sides[0] <= across <= sides[2] and sides[1] <= down <= sides[3]
