"""The picture of a page, with the words of a quote marked."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence

import pypdfium2
from PIL import Image, ImageChops, ImageDraw

from protocolgraph.errors import ReadError, UsageError
from protocolgraph.model.provenance import QUOTE_GAP
from protocolgraph.readers.pdf.ocr import recognise, tesseract
from protocolgraph.readers.pdf.regions import Column, lay_out
from protocolgraph.readers.pdf.turns import ONE_AT_A_TIME
from protocolgraph.readers.pdf.words import Word, read_words

_SCALE = 2.0
"""Dots a point."""
_LARGEST = 4000
"""Dots that the longer side of a picture has at most, whatever size a file says that its page has."""
_MARKER = (255, 234, 130)
_PAD = 1.0
_LETTERS = re.compile(r"[^\W_]+")


def draw_page(data: bytes, number: int, name: str, *, quotes: Sequence[str] = ()) -> bytes:
    """Return the PNG picture of a page of a PDF file.

    Args:
        data: the file's bytes.
        number: the page's number in the file, from 1.
        name: the file's name.
        quotes: words of the page to mark; what does not stand on it is passed over. On a page that is an image they
            are found by character recognition, where tesseract is installed.

    Raises:
        ReadError: the file cannot be read.
        UsageError: it has no such page, or none of the words stands on it.

    """
    try:
        with ONE_AT_A_TIME, pypdfium2.PdfDocument(data) as pdf:
            if not 1 <= number <= len(pdf):
                raise UsageError(f"{name} has {len(pdf)} pages, and no page {number}")
            page = pdf[number - 1]
            words = read_words(page, number)
            if quotes and not words.words and tesseract():
                words = recognise(page, number, name)
            scale = min(_SCALE, _LARGEST / max(page.get_size()))
            image = page.render(scale=scale, rotation=words.turn).to_pil().convert("RGB")
    except pypdfium2.PdfiumError as error:
        raise ReadError(name, "is not a PDF that can be read") from error
    if quotes:
        found = {id(word): word for quote in quotes for word in _iter_marked(quote, words.words)}
        if not found:
            raise UsageError(f"the words of this quote do not stand on page {number} of {name}")
        image = ImageChops.multiply(image, _overlay(image.size, list(found.values()), scale))
    stream = io.BytesIO()
    image.save(stream, format="PNG")
    return stream.getvalue()


def _overlay(size: tuple[int, int], words: Sequence[Word], scale: float) -> Image.Image:
    """Return what to lay over a picture: a marker's ink, under which black stays black."""
    overlay = Image.new("RGB", size, (255, 255, 255))
    pen = ImageDraw.Draw(overlay)
    for word in words:
        box = (word.x0 - _PAD, word.top - _PAD, word.x1 + _PAD, word.bottom + _PAD)
        pen.rectangle([scale * place for place in box], fill=_MARKER)
    return overlay


def _iter_marked(quote: str, words: Sequence[Word]) -> Iterator[Word]:
    """Yield the words of a quote's pieces: letters and figures count, not how a line was broken or a word parted."""
    orders = [list(words), list(_iter_read(words))]
    for piece in quote.split(QUOTE_GAP.strip()):
        wanted = _letters(piece)
        for order in orders:
            if wanted and (found := _find(wanted, order)):
                yield from found
                break


def _iter_read(words: Sequence[Word]) -> Iterator[Word]:
    """Yield the words in the order in which they are read."""
    for region in lay_out(words):
        rows = region.rows if isinstance(region, Column) else [row for r in region.rows for cell in r for row in cell]
        for row in rows:
            yield from row.words


def _find(wanted: str, words: Sequence[Word]) -> list[Word]:
    places: list[int] = []
    text = ""
    for at, word in enumerate(words):
        letters = "" if word.mark else _letters(word.text)
        text += letters
        places += [at] * len(letters)
    start = text.find(wanted)
    return [words[at] for at in sorted(set(places[start : start + len(wanted)]))] if start >= 0 else []


def _letters(text: str) -> str:
    return "".join(_LETTERS.findall(text)).lower()
