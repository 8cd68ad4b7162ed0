"""Pages that are images, read by tesseract where it is installed and a person asks for it."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Iterator
from typing import Any

from protocolgraph.errors import ReadError
from protocolgraph.readers.pdf.words import PageWords, Word

_DOTS = 300
"""Dots an inch, which character recognition was trained with."""
_POINTS = 72
_SECONDS = 120
_LEAST = 30.0
"""Per cent: what is less sure is no word but a stain, a rule or a signature."""
_COLUMNS = 12


def tesseract() -> str | None:
    """Return where tesseract is, if it is installed."""
    return shutil.which("tesseract")


def recognise(page: Any, number: int, name: str) -> PageWords:
    """Return the words of a page's image.

    Raises:
        ReadError: tesseract is not installed, or cannot read the page.

    """
    program = tesseract()
    if program is None:
        raise ReadError(name, "needs character recognition, and tesseract is not installed")
    scale = _DOTS / _POINTS
    stream = io.BytesIO()
    page.render(scale=scale, grayscale=True).to_pil().save(stream, format="PNG")
    command = [program, "stdin", "stdout", "-l", "eng", "--dpi", str(_DOTS), "tsv"]
    try:
        done = subprocess.run(command, input=stream.getvalue(), capture_output=True, check=True, timeout=_SECONDS)
    except (subprocess.SubprocessError, OSError) as error:
        raise ReadError(name, f"character recognition failed on page {number}") from error
    width, height = page.get_size()
    words = list(_iter_words(done.stdout.decode("utf-8", "replace"), 1 / scale))
    return PageWords(number, round(width, 1), round(height, 1), words, [], recognised=True)


def _iter_words(table: str, scale: float) -> Iterator[Word]:
    """Yield the words of tesseract's table; the size of letters is that of their line, as it is measured roughly."""
    sizes: dict[tuple[str, ...], float] = {}
    rows = [row for line in table.splitlines()[1:] if len(row := line.split("\t")) == _COLUMNS and row[0] == "5"]
    for row in rows:
        sizes[tuple(row[1:5])] = max(sizes.get(tuple(row[1:5]), 0.0), float(row[9]) * scale)
    for row in rows:
        text, sure = row[11].strip(), float(row[10])
        if text and sure >= _LEAST:
            left, top, width, height = (float(value) * scale for value in row[6:10])
            size = round(sizes[tuple(row[1:5])])
            yield Word(text, left, top, left + width, top + height, float(size), bold=False)
