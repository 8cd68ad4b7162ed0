"""Word processors' files: .docx, .odt, and .doc through LibreOffice."""

from __future__ import annotations

from protocolgraph.readers.word.docx import read_docx
from protocolgraph.readers.word.legacy import read_doc
from protocolgraph.readers.word.odt import read_odt

__all__ = ["read_doc", "read_docx", "read_odt"]
