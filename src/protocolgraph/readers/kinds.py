"""What kind of file some bytes are, whatever the file's name says."""

from __future__ import annotations

import io
import re
import zipfile

from protocolgraph.errors import ReadError
from protocolgraph.readers.archives import DAMAGED

_PDF = re.compile(rb"%PDF-\d")
_PDF_REACH = 1024
"""Readers of PDF have always forgiven so many bytes before the first of the format."""
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html[\s>])", re.IGNORECASE | re.DOTALL
)
_HTML_REACH = 2000
_FOREIGN = {
    b"\x89PNG": "an image", b"\xff\xd8\xff": "an image", b"GIF8": "an image", b"II*\0": "an image",
    b"MM\0*": "an image", b"\x7fELF": "a program", b"Rar!": "an archive", b"7z\xbc\xaf": "an archive",
    b"\x1f\x8b": "an archive",
}  # fmt: skip
_OFFICE = {"word/": ".docx", "xl/": "a spreadsheet", "ppt/": "a presentation"}
_OPEN = {
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/vnd.oasis.opendocument.spreadsheet": "a spreadsheet",
    "application/vnd.oasis.opendocument.presentation": "a presentation",
}


def suffix_of(data: bytes, suffix: str, name: str) -> str:
    """Return the suffix of files such as these bytes; the given one where the bytes do not say.

    Raises:
        ReadError: they are an image, a spreadsheet, a program or the like, or are protected by a password.

    """
    if _PDF.search(data, 0, _PDF_REACH):
        return ".pdf"
    if data.startswith(b"PK\x03\x04"):
        return _known(_in_archive(data) or suffix, name)
    if data.startswith(_OLE):
        if _LOCKED in data:
            raise ReadError(name, "is protected by a password")
        return ".doc"
    if data.startswith(b"{\\rtf"):
        return ".rtf"
    if suffix != ".md" and _HTML.match(data[:_HTML_REACH].removeprefix(b"\xef\xbb\xbf")):
        return ".html"
    found = next((what for start, what in _FOREIGN.items() if data.startswith(start)), None)
    return _known(found or suffix, name)


def _known(kind: str, name: str) -> str:
    if kind and not kind.startswith("."):
        raise ReadError(name, f"is {kind}, which is not read")
    return kind


def _in_archive(data: bytes) -> str | None:
    """Return what an archive is by its entries."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            if "mimetype" in names and archive.getinfo("mimetype").file_size < 200:
                return _OPEN.get(archive.read("mimetype").decode("ascii", "replace").strip())
    except DAMAGED:
        return None
    return next((kind for folder, kind in _OFFICE.items() if any(name.startswith(folder) for name in names)), None)
