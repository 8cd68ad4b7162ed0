from __future__ import annotations

import contextlib
import io
import re

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from protocolgraph.errors import ReadError
from protocolgraph.model import Document
from protocolgraph.readers.pdf import read_pdf
from protocolgraph.structure import outline

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


def test_a_raised_figure_behind_a_comma_or_a_year_is_a_mark_of_what_stands_before_it() -> None:
    words: list[Line] = [(72, 80, PLAIN, 12, "In May 2010,")]
    edge = 72 + stringWidth("In May 2010,", PLAIN, 12)
    words += [(edge + 1, 76, PLAIN, 7, "1"), (edge + 8, 80, PLAIN, 12, "and in 2012")]
    words += [(edge + 8 + stringWidth("and in 2012", PLAIN, 12), 76, PLAIN, 7, "23")]
    assert read_pdf(make_pdf(words), "a.pdf").text.strip() == "In May 2010,¹ and in 2012²³"


def test_lines_of_a_page_that_was_scanned_askew_are_lines() -> None:
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4)
    canvas.rotate(1.5)
    for at, words in enumerate(("The Board meets in a hall of the town and", "A meeting of the Board is open to all.")):
        canvas.drawString(100, 600 - 14 * at, words)
    canvas.save()
    words = " ".join(read_pdf(stream.getvalue(), "a.pdf").text.split())
    assert words == "The Board meets in a hall of the town and A meeting of the Board is open to all."


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


def test_what_was_typed_into_a_form_is_read() -> None:
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4)
    canvas.drawString(72, 700, "Chair of the Board:")
    canvas.acroForm.textfield(name="chair", value="Councillor A. Adams", x=200, y=694, width=200, height=20)
    canvas.drawString(72, 660, "The Board meets in the town hall and its meetings are open to the public.")
    canvas.save()
    assert "Councillor A. Adams" in read_pdf(stream.getvalue(), "a.pdf").text


def test_dates_of_the_file_are_iso_dates() -> None:
    document = read_pdf(make_pdf([(72, 80, PLAIN, 11, "One")]), "a.pdf")
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d", dict(document.metadata)["created"])


def test_a_page_that_stands_sideways_is_read_as_any_other() -> None:
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4)
    canvas.rotate(90)
    for at, words in enumerate(("The Board meets in a town hall and", "its meetings are open to the public.")):
        canvas.drawString(100, -200 - 14 * at, words)
    canvas.showPage()
    canvas.setPageRotation(90)
    canvas.drawString(100, 300, "The Panel reports to the Board each year.")
    canvas.showPage()
    canvas.setPageRotation(90)
    canvas.rotate(90)
    canvas.drawString(100, -300, "The Group reports to the Panel each year.")
    canvas.save()
    document = read_pdf(stream.getvalue(), "a.pdf")
    assert blocks(document) == [
        "The Board meets in a town hall and\nits meetings are open to the public.",
        "The Panel reports to the Board each year.",
        "The Group reports to the Panel each year.",
    ]
    shapes = [(page.width or 0) > (page.height or 0) for page in document.pages]
    assert shapes == [True, True, False]


def test_footnotes_are_tied_to_the_marks_above_them() -> None:
    words: list[Line] = [
        (72, 80, PLAIN, 12, "The Board that meets in the town hall and was made by the Act"),
        (
            72 + stringWidth("The Board that meets in the town hall and was made by the Act", PLAIN, 12),
            75,
            PLAIN,
            7,
            "3",
        ),
        (72, 94, PLAIN, 12, "and it meets four times in each year that it is there for, or more often."),
        (72, 760, PLAIN, 8, "3"),
        (80, 760, PLAIN, 8, "The Children Act of the year 2004."),
    ]
    document = read_pdf(make_pdf(words), "a.pdf")
    notes = [block for block in document.blocks if block.kind.value == "footnote"]
    assert [(note.label, document.text[note.start : note.end]) for note in notes] == [
        ("3", "3 The Children Act of the year 2004.")
    ]
    clauses = outline(document).clauses
    assert clauses[0].text.startswith("The Board that meets in the town hall and was made by the Act and it meets")
    assert [(clause.label, clause.text) for clause in clauses if clause.kind.value == "footnote"] == [
        ("3", "The Children Act of the year 2004.")
    ]


def test_a_list_of_contents_is_kept_apart() -> None:
    titles = ["Purpose", "Membership of the board", "Meetings", "Reports to the council"]
    contents: list[Line] = [(72, 80, BOLD, 14, "Contents")]
    for at, title in enumerate(titles):
        contents += [(72, 110 + 16 * at, PLAIN, 11, title), (500, 110 + 16 * at, PLAIN, 11, str(at + 2))]
    document = read_pdf(make_pdf(contents, [(72, 80, PLAIN, 11, "The Board meets in the town hall.")]), "a.pdf")
    kept = {document.text[b.start : b.end] for b in document.blocks if b.kind.value == "furniture"}
    assert set(titles) <= kept
    assert "Membership of the board" not in [clause.text for clause in outline(document).clauses]


def test_names_below_each_other_stay_apart_however_long_they_are() -> None:
    names = [
        "Marsh County Council",
        "North Fenshire District Council",
        "Upper Fenland Borough Council",
        "Saltmere Borough Council",
        "South Fenshire District Council",
        "Fenshire Safeguarding Adults Partnership",
        "Operation Lantern (Fenshire Constabulary)",
        "Fenshire Leisure and Learning Centres",
        "West Fens Hospital Trust",
    ]
    page = [(72.0, 80.0 + 14 * at, PLAIN, 11.0, name) for at, name in enumerate(names)]
    assert blocks(read_pdf(make_pdf(page), "list.pdf")) == names


def test_a_bullets_name_may_go_on_in_a_line_that_begins_with_a_capital() -> None:
    lines = [
        "• Fenshire Procurator and Probation",
        "   Service (FPPS)",
        "• Marsh Council",
        "• Fenshire Children's Reporter",
        "   Administration (FCRA)",
        "• Fen Help",
    ]
    page = [(72.0 if words[0] == "•" else 84.0, 80.0 + 14 * at, PLAIN, 11.0, words) for at, words in enumerate(lines)]
    assert len(blocks(read_pdf(make_pdf(page), "list.pdf"))) == 4


def test_a_word_broken_at_a_hyphen_stands_on_both_of_its_lines() -> None:
    """pdfium gives "Anti-" and "Slavery" as one word that covers two lines."""
    lines: list[Line] = [
        (72, 80, PLAIN, 11, "This report marks the end of the term of office of the Independent Anti-"),
        (72, 94, PLAIN, 11, "Slavery Commissioner, who has worked with each of the agencies of the whole"),
        (72, 108, PLAIN, 11, "county for three years, and who was helped by them."),
    ]
    (block,) = blocks(read_pdf(make_pdf(lines), "a.pdf"))
    assert block == "\n".join(words for *_, words in lines)


def test_notes_of_two_columns_whose_addresses_are_broken_are_two_lists() -> None:
    left = [(60.0, 80.0 + 28 * n, PLAIN, 10.0, f"{n + 1} www.example.org/first-address-of-") for n in range(5)]
    right = [
        (320.0, top, PLAIN, 10.0, f"{n + 6} www.example.org/other-address-of-") for n, (_, top, *_) in enumerate(left)
    ]
    rest = [(x + 8.3, top + 14, PLAIN, 10.0, "information-on-boards") for x, top, *_ in (*left, *right)]
    found = blocks(read_pdf(make_pdf([*left, *right, *rest]), "a.pdf"))
    assert [block.split()[0] for block in found] == [str(n) for n in range(1, 11)]
    assert found[0] == "1 www.example.org/first-address-of-\ninformation-on-boards"


def test_a_name_that_fills_its_line_goes_on_below_its_bullet() -> None:
    lines = ["• Fen Help", "• Marsh Trust", "• Department for Fens, Marshes and Local", "Tides (DFMT)", "• Tide Aid"]
    page = [(72.0 if words[0] == "•" else 79.0, 80.0 + 14 * at, PLAIN, 11.0, words) for at, words in enumerate(lines)]
    assert "• Department for Fens, Marshes and Local\nTides (DFMT)" in blocks(read_pdf(make_pdf(page), "list.pdf"))
