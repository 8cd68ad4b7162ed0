"""PDF: words and lines from pdfium, the layout by this package, cells of ruled tables by pdfplumber's functions."""

from __future__ import annotations

from protocolgraph.readers.pdf.reader import read_pdf

__all__ = ["read_pdf"]
