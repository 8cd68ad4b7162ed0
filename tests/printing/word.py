"""Elements as Word: headings by style, labels that Word computes where they are bullets, typed where they are not."""

from __future__ import annotations

import io
from collections.abc import Sequence

import docx

from printing.source import Element

BULLETS = "•-–—·*o"


def word(elements: Sequence[Element]) -> bytes:
    """Return the elements as a .docx file."""
    document = docx.Document()
    for element in elements:
        if element.heading:
            document.add_paragraph().add_run(element.whole).bold = True
        elif element.label and element.label in BULLETS:
            document.add_paragraph(element.text, style="List Bullet" if element.depth < 2 else "List Bullet 2")
        else:
            document.add_paragraph(element.whole)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()
