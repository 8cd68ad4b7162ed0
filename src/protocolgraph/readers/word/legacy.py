"""Old Word (.doc) and RTF: LibreOffice makes .docx of them, where it is installed."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from protocolgraph.errors import ReadError
from protocolgraph.model import Document
from protocolgraph.readers.word.docx import read_docx

_PROGRAMS = ("soffice", "libreoffice")
_SECONDS = 120
_HOW = "open it in a word processor and save it as .docx, or install LibreOffice, which is then used"


def read_doc(data: bytes, name: str) -> Document:
    """Return the document of an old Word or RTF file.

    Raises:
        ReadError: LibreOffice is not installed, or cannot read the file.

    """
    if not data.strip():
        raise ReadError(name, "is empty")
    program = libreoffice()
    if program is None:
        raise ReadError(name, f"is in Word's old format: {_HOW}")
    return read_docx(_convert(program, data, name), name, media_type="application/msword", original=data)


def libreoffice() -> str | None:
    """Return where LibreOffice is, if it is installed."""
    return next(filter(None, map(shutil.which, _PROGRAMS)), None)


def _convert(program: str, data: bytes, name: str) -> bytes:
    """Return the bytes of the .docx file that LibreOffice makes, in a folder and with settings of its own."""
    with tempfile.TemporaryDirectory(prefix="protocolgraph-") as folder:
        source = Path(folder, "document.rtf" if data.startswith(b"{\\rtf") else "document.doc")
        source.write_bytes(data)
        profile = Path(folder, "profile").as_uri()
        command = [program, f"-env:UserInstallation={profile}", "--headless", "--norestore", "--nolockcheck"]
        command += ["--convert-to", "docx", "--outdir", folder, str(source)]
        try:
            subprocess.run(
                [*_offline(), *command], check=True, capture_output=True, timeout=_SECONDS, stdin=subprocess.DEVNULL
            )
            return source.with_suffix(".docx").read_bytes()
        except subprocess.TimeoutExpired as error:
            raise ReadError(name, f"LibreOffice did not convert it in {_SECONDS} seconds") from error
        except (subprocess.CalledProcessError, OSError) as error:
            raise ReadError(name, f"LibreOffice could not convert it; {_HOW}") from error


def _offline() -> list[str]:
    """Return what runs a program without network, where the system can do that."""
    unshare = shutil.which("unshare") if sys.platform == "linux" else None
    if unshare is None:
        return []
    alone = [unshare, "--net", "--map-root-user"]
    tried = subprocess.run([*alone, "true"], check=False, capture_output=True)
    return alone if tried.returncode == 0 else []
