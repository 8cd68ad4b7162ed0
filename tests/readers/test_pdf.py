from __future__ import annotations

import contextlib
import io

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from protocolgraph.errors import ReadError
from protocolgraph.model import Document
from protocolgraph.readers.pdf import read_pdf

Line = tuple[float, float, str, float, str]
"""x, distance from the top, font, size, words."""

PLAIN = "Helvetica"
BOLD = "Helvetica-Bold"


def make_pdf(*pages: list[Line], encrypt: StandardEncryption | None = None, title: str | None = None) -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4, encrypt=encrypt)
    if title:
        canvas.setTitle(title)
    for lines in pages:
        for x, top, font, size, words in lines:
            canvas.setFont(font, size)
            canvas.drawString(x, A4[1] - top, words)
        if not lines:
            canvas.drawImage(ImageReader(_grey_image()), 50, 50, 200, 200)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def _grey_image() -> io.BytesIO:
    image = io.BytesIO(b"P5 8 8 255\n" + bytes(64))
    image.seek(0)
    return image


def blocks(document: Document) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks]


def test_lines_become_blocks_with_page_box_size_and_bold() -> None:
    document = read_pdf(
        make_pdf(
            [
                (72, 80, BOLD, 14, "Terms of Reference"),
                (72, 110, PLAIN, 11, "The Board will meet four times a year and"),
                (72, 124, PLAIN, 11, "will report to the Cabinet."),
            ],
            [(72, 80, PLAIN, 11, "The Panel is a sub-group of the Board.")],
        ),
        "a.pdf",
    )
    assert blocks(document) == [
        "Terms of Reference",
        "The Board will meet four times a year and\nwill report to the Cabinet.",
        "The Panel is a sub-group of the Board.",
    ]
    heading, paragraph, last = document.blocks
    assert (heading.bold, heading.size, heading.page) == (True, 14.0, 1)
    assert (paragraph.bold, paragraph.size, last.page) == (False, 11.0, 2)
    assert heading.box is not None
    assert heading.box.x0 == pytest.approx(72, abs=1)
    assert heading.box.top < 80 <= heading.box.bottom + 3
    assert [page.number for page in document.pages] == [1, 2]
    assert document.pages[0].width == pytest.approx(A4[0], abs=1)


def test_white_space_parts_blocks_and_stands_in_the_text_as_a_blank_line() -> None:
    lines = [(72.0, 80 + 14.0 * at, PLAIN, 11.0, "the board meets in the town hall and") for at in range(8)]
    lines.append((72, 80 + 14 * 7 + 40, PLAIN, 11, "A new paragraph begins here."))
    document = read_pdf(make_pdf(lines), "a.pdf")
    assert len(document.blocks) == 2
    assert "and\n\nA new paragraph" in document.text


def test_blocks_hold_all_words_and_pages_hold_their_blocks() -> None:
    document = read_pdf(make_pdf([(72, 80, PLAIN, 11, "One")], [(72, 80, PLAIN, 11, "Two")]), "a.pdf")
    assert "".join(blocks(document)) == "".join(document.text.split())
    for block in document.blocks:
        page = document.pages[block.page - 1]
        assert page.start <= block.start < block.end <= page.end


def test_the_title_and_dates_are_kept() -> None:
    document = read_pdf(make_pdf([(72, 80, PLAIN, 11, "One")], title="Protocol"), "a.pdf")
    assert dict(document.metadata)["title"] == "Protocol"


def test_small_letters_stay_with_their_word_and_small_figures_are_a_mark() -> None:
    words: list[Line] = [
        (72, 80, PLAIN, 12, "on 24"),
        (72 + stringWidth("on 24", PLAIN, 12), 76, PLAIN, 7, "th"),
        (118, 80, PLAIN, 12, "June the Act"),
        (118 + stringWidth("June the Act", PLAIN, 12), 76, PLAIN, 7, "1"),
    ]
    assert read_pdf(make_pdf(words), "a.pdf").text.strip() == "on 24th June the Act¹"


def test_a_page_that_is_an_image_is_named_in_a_warning() -> None:
    document = read_pdf(make_pdf([(72, 80, PLAIN, 11, "One")], []), "a.pdf")
    assert document.warnings == ("page 2 is an image without text: nothing was read from it",)


def test_a_scan_is_refused() -> None:
    with pytest.raises(ReadError, match=r"a\.pdf: has no text: its pages are images"):
        read_pdf(make_pdf([]), "a.pdf")


def test_a_file_with_a_password_is_refused() -> None:
    locked = make_pdf([(72, 80, PLAIN, 11, "One")], encrypt=StandardEncryption("secret"))
    with pytest.raises(ReadError, match="protected by a password"):
        read_pdf(locked, "a.pdf")


def test_a_file_that_only_forbids_copying_is_read() -> None:
    marked = make_pdf([(72, 80, PLAIN, 11, "One")], encrypt=StandardEncryption("", "owner", canCopy=0))
    assert read_pdf(marked, "a.pdf").text.strip() == "One"


@pytest.mark.parametrize("data", [b"", b"   ", b"%PDF-1.4 nothing", b"no PDF at all", bytes(1000)])
def test_a_damaged_file_is_refused_in_one_line(data: bytes) -> None:
    with pytest.raises(ReadError) as caught:
        read_pdf(data, "a.pdf")
    assert str(caught.value).startswith("a.pdf: ")
    assert "\n" not in str(caught.value)


def test_a_file_cut_short_is_read_or_refused_but_never_fails() -> None:
    whole = make_pdf([(72, 80, PLAIN, 11, "One")])
    for share in (0.2, 0.5, 0.8, 0.95):
        with contextlib.suppress(ReadError):
            assert read_pdf(whole[: int(len(whole) * share)], "a.pdf").text.strip() == "One"
