"""PDF: words from pdfium, the layout by this package, ruled tables by pdfplumber on the pages that have rules."""

from __future__ import annotations

from protocolgraph.readers.pdf.reader import read_pdf

__all__ = ["read_pdf"]
