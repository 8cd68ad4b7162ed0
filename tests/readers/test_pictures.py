"""The picture of a page with a quote marked, and pages that are images."""

from __future__ import annotations

import io
import shutil

import pytest
from PIL import Image, ImageDraw
from printing.pdf import pdf
from printing.source import Element
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from protocolgraph.errors import ReadError, UsageError
from protocolgraph.readers import read_bytes
from protocolgraph.readers.pdf.picture import draw_page

WORDS = "The Safety Board reports to the Scrutiny Panel, and the Scrutiny Panel must publish a plan for the year."


def yellow(picture: bytes) -> list[tuple[int, int]]:
    """Return where a picture is marked."""
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    pixels = image.load()
    assert pixels is not None
    across, down = image.size
    return [(x, y) for x in range(0, across, 4) for y in range(0, down, 4) if is_yellow(pixels[x, y])]


def is_yellow(colour: object) -> bool:
    assert isinstance(colour, tuple)
    return bool(colour[0] > 180 and colour[1] > 150 and colour[2] < 170)


def test_the_words_of_a_quote_are_marked_and_no_others() -> None:
    data = pdf([Element(WORDS), Element("Another paragraph that nobody asked for stands here below the first.")])
    assert not yellow(draw_page(data, 1, "a.pdf"))
    marked = yellow(draw_page(data, 1, "a.pdf", quotes=["the Scrutiny Panel must […] the year"]))
    assert marked
    assert max(y for _, y in marked) < 2 * 130


def test_a_page_or_words_that_are_not_there_are_told() -> None:
    data = pdf([Element(WORDS)])
    with pytest.raises(UsageError, match="has 1 pages, and no page 2"):
        draw_page(data, 2, "a.pdf")
    with pytest.raises(UsageError, match="do not stand on page 1"):
        draw_page(data, 1, "a.pdf", quotes=["words that nobody wrote"])


def test_a_page_of_any_size_gives_a_picture_that_a_screen_can_hold() -> None:
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(14000, 9000))
    canvas.drawString(60, 700, "The Safety Board reports to the Scrutiny Panel.")
    canvas.save()
    assert max(Image.open(io.BytesIO(draw_page(stream.getvalue(), 1, "a.pdf"))).size) <= 4001


def scan() -> bytes:
    """Return a PDF whose second page is an image of words."""
    image = Image.new("L", (1240, 400), 255)
    ImageDraw.Draw(image).text((60, 100), "The Panel reports to the Cabinet.", fill=0, font_size=60)
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(595, 842))
    canvas.drawString(60, 700, "The Safety Board reports to the Scrutiny Panel.")
    canvas.showPage()
    canvas.drawImage(ImageReader(image), 0, 500, 595, 192)
    canvas.showPage()
    canvas.save()
    return stream.getvalue()


def test_a_page_that_is_an_image_is_named_with_its_number() -> None:
    document = read_bytes(scan(), "a.pdf")
    assert document.unread == (2,)
    assert document.warnings == ("page 2 is an image without text: nothing was read from it",)


def test_without_tesseract_character_recognition_is_refused_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda program: None)
    with pytest.raises(ReadError, match="tesseract is not installed"):
        read_bytes(scan(), "a.pdf", ocr=True)


@pytest.fixture
def recognised(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tesseract's answer is played, as the tests do not ask for it; its form is that of version 5."""
    header = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"
    words = ["The", "Panel", "reports", "to", "the", "Cabinet."]
    rows = [f"5\t1\t1\t1\t1\t{n}\t{250 * n}\t400\t220\t60\t95.5\t{word}" for n, word in enumerate(words, 1)]
    stain = "5\t1\t1\t1\t1\t9\t20\t400\t20\t60\t3.0\t~|"

    class Done:
        stdout = "\n".join([header, "4\t1\t1\t1\t1\t0\t0\t0\t0\t0\t-1\t", *rows, stain]).encode()

    monkeypatch.setattr(shutil, "which", lambda program: program)
    monkeypatch.setattr("protocolgraph.readers.pdf.ocr.subprocess.run", lambda *_, **__: Done())


@pytest.mark.usefixtures("recognised")
def test_a_page_that_is_an_image_is_read_by_character_recognition() -> None:
    document = read_bytes(scan(), "a.pdf", ocr=True)
    assert document.recognised == (2,)
    assert "The Panel reports to the Cabinet." in document.text
    assert "~|" not in document.text
    assert document.warnings == ("read by character recognition, which errs: page 2",)


@pytest.mark.usefixtures("recognised")
def test_words_that_were_recognised_are_marked_on_the_image() -> None:
    assert not yellow(draw_page(scan(), 2, "a.pdf"))
    assert yellow(draw_page(scan(), 2, "a.pdf", quotes=["Panel reports to the Cabinet"]))
