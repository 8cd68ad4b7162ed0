"""Tables of every format: each cell in its row and column, the header known, the page's end no end of the table."""

from __future__ import annotations

import io
from collections.abc import Callable

import docx
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table, TableStyle

from protocolgraph.model import BlockKind, Document
from protocolgraph.readers import read_bytes
from protocolgraph.structure import outline

HEADER = ["Name", "Organisation", "Role"]
ROWS = [
    ["A. Adams", "Northwick Council", "Chair of the board and of its group for all that is urgent"],
    ["B. Brown", "Northwick Hospital Trust", "Vice-Chair"],
    ["C. Clark", "Eastshire Police", "Member"],
    ["D. Davies", "Northwick Youth Forum", "Adviser on everything that young people have said to the forum"],
]
TABLE = [HEADER, *ROWS]


def cells(document: Document) -> dict[tuple[int, int], str]:
    """Return the words of each cell by row and column."""
    found: dict[tuple[int, int], str] = {}
    for block in document.blocks:
        if block.kind is BlockKind.CELL and block.cell:
            text = " ".join(document.text[block.start : block.end].split())
            key = (block.cell.row, block.cell.column)
            found[key] = f"{found[key]} {text}" if key in found else text
    return found


def wanted(rows: list[list[str]]) -> dict[tuple[int, int], str]:
    return {(at, column): text for at, row in enumerate(rows) for column, text in enumerate(row) if text}


def headers(document: Document) -> set[int]:
    return {block.cell.row for block in document.blocks if block.cell and block.cell.header}


def ruled(rows: list[list[str]], *, repeat: int = 0) -> bytes:
    style = getSampleStyleSheet()["BodyText"]
    table = Table(
        [[Paragraph(text, style) for text in row] for row in rows],
        [30, 120, 150, 200][-len(rows[0]) :],
        repeatRows=repeat,
    )
    table.setStyle(TableStyle([("GRID", (0, 0), (-1, -1), 0.5, "black"), ("VALIGN", (0, 0), (-1, -1), "TOP")]))
    stream = io.BytesIO()
    intro = Paragraph("The board has these members, who were named when it began its work.", style)
    SimpleDocTemplate(stream, pagesize=A4).build([intro, table])
    return stream.getvalue()


def unruled(rows: list[list[str]], places: list[float]) -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4)
    canvas.setFont("Helvetica", 10)
    canvas.drawString(60, A4[1] - 80, "The board has these members, who were named when it began its work in the year.")
    for at, row in enumerate(rows):
        for place, text in zip(places, row, strict=True):
            canvas.drawString(place, A4[1] - 110 - 14 * at, text)
    canvas.save()
    return stream.getvalue()


def word(rows: list[list[str]]) -> bytes:
    document = docx.Document()
    table = document.add_table(len(rows), len(rows[0]))
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            table.cell(at, column).text = text
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def web(rows: list[list[str]]) -> bytes:
    first, *rest = rows
    head = "".join(f"<th>{text}</th>" for text in first)
    body = "".join("<tr>" + "".join(f"<td>{text}</td>" for text in row) + "</tr>" for row in rest)
    return f"<html><body><table><tr>{head}</tr>{body}</table></body></html>".encode()


MARKDOWN = "\n".join(f"| {' | '.join(row)} |" for row in [HEADER, ["---"] * 3, *ROWS])
SHORT = [[text.split(" and ")[0][:24] for text in row] for row in TABLE]


@pytest.mark.parametrize(
    ("data", "name", "rows"),
    [
        (ruled(TABLE), "a.pdf", TABLE),
        (unruled(SHORT, [60, 200, 380]), "a.pdf", SHORT),
        (word(TABLE), "a.docx", TABLE),
        (web(TABLE), "a.html", TABLE),
        (f"# Members\n\n{MARKDOWN}".encode(), "a.md", TABLE),
    ],
    ids=["ruled PDF", "unruled PDF", "Word", "web page", "Markdown"],
)
def test_every_cell_stands_in_its_place(data: bytes, name: str, rows: list[list[str]]) -> None:
    document = read_bytes(data, name)
    assert cells(document) == wanted(rows)
    assert headers(document) == {0}


def test_a_table_goes_on_over_pages_and_its_repeated_header_is_furniture() -> None:
    rows = [HEADER, *([f"{row[0]} {number}", *row[1:]] for number in range(20) for row in ROWS)]
    document = read_bytes(ruled(rows, repeat=1), "a.pdf")
    assert len(document.pages) > 2
    assert cells(document) == wanted(rows)
    assert len({block.cell.table for block in document.blocks if block.cell}) == 1


def test_columns_of_figures_are_columns() -> None:
    rows = [
        ["Item", "2017-18", "2018-19"],
        ["Training", "350", "1,350"],
        ["Audit", "400", "409"],
        ["Total", "750", "1,759"],
    ]
    assert cells(read_bytes(unruled(rows, [60, 300, 400]), "a.pdf")) == wanted(rows)


def test_cells_that_are_merged_in_word_are_read_once_and_what_follows_keeps_its_column() -> None:
    document = docx.Document()
    table = document.add_table(3, 3)
    for at, row in enumerate([HEADER, ["Both", "", "Chair"], ["", "Trust", "Member"]]):
        for column, text in enumerate(row):
            table.cell(at, column).text = text
    table.cell(1, 0).merge(table.cell(1, 1))
    stream = io.BytesIO()
    document.save(stream)
    found = cells(read_bytes(stream.getvalue(), "a.docx"))
    assert found[1, 0] == "Both"
    assert found[1, 2] == "Chair"
    assert found[2, 1] == "Trust"


def test_spans_of_a_web_page_keep_the_columns() -> None:
    page = (
        b"<table><tr><th>A</th><th>B</th><th>C</th></tr><tr><td rowspan=2>one</td><td colspan=2>two</td></tr>"
        b"<tr><td>x</td><td>y</td></tr></table>"
    )
    assert cells(read_bytes(page, "a.html")) == {
        (0, 0): "A", (0, 1): "B", (0, 2): "C", (1, 0): "one", (1, 1): "two", (2, 1): "x", (2, 2): "y",
    }  # fmt: skip


def test_boxes_of_a_chart_are_paragraphs_of_their_own() -> None:
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4)
    canvas.setFont("Helvetica", 10)
    rows = [
        ["Northwick Council", "Eastshire Police", "Hospital Trust"],
        ["Delivery Group", "Audit Group", "Learning Group"],
    ]
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            left, foot = 80 + 110 * column, 650 - 150 * at
            canvas.rect(left, foot, 110, 60)
            for line, word in enumerate(text.split()):
                canvas.drawString(left + 20, foot + 38 - 14 * line, word)
    canvas.save()
    document = read_bytes(stream.getvalue(), "a.pdf")
    texts = [" ".join(document.text[block.start : block.end].split()) for block in document.blocks]
    assert texts == [text for row in rows for text in row]
    assert {block.kind for block in document.blocks} == {BlockKind.PARAGRAPH}
    assert not any(block.continues for block in document.blocks)


def drawn(rows: list[list[str]], places: list[float], *, tops: list[float]) -> bytes:
    """Return rows of words at these places and heights, without rules."""
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4)
    canvas.setFont("Helvetica", 10)
    for top, row in zip(tops, rows, strict=True):
        for place, text in zip(places, row, strict=True):
            canvas.drawString(place, A4[1] - top, text)
    canvas.save()
    return stream.getvalue()


def test_names_of_who_was_there_stay_in_their_lines_though_white_bands_stand_around_them() -> None:
    rows = [
        ["Present:", "Ann Adams", "AA", "Eve Ellis", "EE"],
        ["", "Bob Brown", "BB", "Fay Fox", "FF"],
        ["", "Cy Clark (Council)", "CC", "Guy Grey", "GG"],
        ["", "Dee Davies", "DD", "Hal Hill", "HH"],
        ["Items", "", "", "", "Action"],
        ["Notes", "", "", "", "Owner"],
    ]
    tops = [80.0, 94.0, 108.0, 122.0, 162.0, 202.0]
    document = read_bytes(drawn(rows, [60, 110, 240, 330, 480], tops=tops), "a.pdf")
    people = [" ".join(text.split()) for text in cells(document).values()]
    for name in ("Bob Brown", "Fay Fox", "Cy Clark (Council)", "Guy Grey", "Dee Davies", "BB", "HH"):
        assert name in people
    assert not headers(document)


def test_a_line_across_the_columns_of_a_table_is_not_cut() -> None:
    rows = [[f"Budget line {n}", f"{n},100", f"{n},200"] for n in range(1, 7)]
    rows.insert(3, ["The sums below were agreed by the whole council last May", "", ""])
    document = read_bytes(drawn(rows, [60, 260, 330], tops=[80.0 + 14 * n for n in range(7)]), "a.pdf")
    assert "The sums below were agreed by the whole council last May" in cells(document).values()


def test_words_of_a_cell_without_its_outer_rule_belong_to_the_table() -> None:
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4)
    canvas.setFont("Helvetica", 10)
    rows = [["Age", "2020", "2025"], ["Young", "5", "6"], ["Old", "7", "8"]]
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            x, y = 60 + 100 * column, A4[1] - 100 - 20 * at
            canvas.drawString(x + 5, y + 6, text)
            if (at, column) != (0, 0):
                canvas.rect(x, y, 100, 20)
    canvas.save()
    assert cells(read_bytes(stream.getvalue(), "a.pdf")) == wanted(rows)


def test_two_tables_below_each_other_with_headers_of_their_own_are_two() -> None:
    style = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, "black"), ("FONT", (0, 0), (-1, 0), "Helvetica-Bold")])
    one = [["Age of people", "Earlier", "Later"], ["Young", "5", "6"]]
    other = [["Sort of people", "Earlier", "Later"], ["Mild", "1", "2"]]
    stream = io.BytesIO()
    made = [Table(rows, [120, 90, 90], style=style, spaceAfter=20) for rows in (one, other)]
    SimpleDocTemplate(stream, pagesize=A4).build(made)
    document = read_bytes(stream.getvalue(), "a.pdf")
    assert {block.cell.table for block in document.blocks if block.cell} == {0, 1}


def prose(words: str, canvas: Canvas, x: float, top: float, wide: float) -> float:
    """Write a paragraph, and return where the next begins."""
    for line in simpleSplit(words, "Helvetica", 10, wide):
        canvas.drawString(x, A4[1] - top, line)
        top += 12.5
    return top + 6


def test_a_column_of_notes_beside_two_columns_of_text_is_read_by_itself() -> None:
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4)
    canvas.setFont("Helvetica", 10)
    said = "The board meets each quarter, and tells the cabinet what it has done for the people of the county. "
    top = 100.0
    for note in ("Who we are and what we do", "How we are governed in the county", "Where the office of the board is"):
        top = prose(note, canvas, 40, top, 110)
    for column, x in enumerate((190, 390)):
        top = 100.0
        for number in range(1, 6):
            top = prose(f"{'AB'[column]}{number} is here. {said * (1 + (number + column) % 3)}", canvas, x, top, 180)
    canvas.save()
    document = read_bytes(stream.getvalue(), "a.pdf")
    assert not cells(document)
    text = " ".join(document.text.split())
    marks = ["Who we are and what we do", "governed in the county", "A1 is", "A5 is", "B1 is", "B5 is"]
    places = [text.index(mark) for mark in marks]
    assert places == sorted(places)


def test_a_bold_header_may_hold_figures_and_stand_above_a_row_of_one_cell() -> None:
    rows = [["Measure", "2017/18 data"], ["Identify and support", ""], ["Referrals", "207"], ["Orders", "Two"]]
    style = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, "black"), ("FONT", (0, 0), (-1, 1), "Helvetica-Bold")])
    style.add("SPAN", (0, 1), (1, 1))
    stream = io.BytesIO()
    SimpleDocTemplate(stream, pagesize=A4).build([Table(rows, [140, 140], style=style)])
    assert headers(read_bytes(stream.getvalue(), "a.pdf")) == {0}


@pytest.mark.parametrize(("make", "name"), [(word, "a.docx"), (web, "a.html"), (ruled, "a.pdf")])
def test_a_column_that_only_numbers_the_rows_is_no_column(make: Callable[..., bytes], name: str) -> None:
    rows = [["No.", *HEADER], *([str(number), *row] for number, row in enumerate(ROWS, 1))]
    document = read_bytes(make(rows), name)
    assert cells(document) == wanted(TABLE)
    assert headers(document) == {0}


def test_short_words_above_the_columns_of_a_web_page_are_its_header_without_markup() -> None:
    body = "".join("<tr>" + "".join(f"<td>{text}</td>" for text in row) + "</tr>" for row in TABLE)
    document = read_bytes(f"<html><body><table>{body}</table></body></html>".encode(), "a.html")
    assert headers(document) == {0}


MERGED = [["Organisation", "Name", "Post"], ["Northwick", "Ann Reed", "Clerk"], ["", "Ivor Ash", "Head of Law"]]


def merged_word() -> bytes:
    document = docx.Document()
    table = document.add_table(3, 3)
    for at, row in enumerate(MERGED):
        for column, text in enumerate(row):
            if text:
                table.cell(at, column).text = text
    table.cell(1, 0).merge(table.cell(2, 0))
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def merged_web() -> bytes:
    rows = [
        "".join(f"<td{' rowspan=2' if text == 'Northwick' else ''}>{text}</td>" for text in r if text) for r in MERGED
    ]
    return f"<html><body><table><tr>{'</tr><tr>'.join(rows)}</tr></table></body></html>".encode()


def merged_pdf() -> bytes:
    style = getSampleStyleSheet()["BodyText"]
    table = Table([[Paragraph(text, style) for text in row] for row in MERGED], [150, 120, 150])
    span = [("GRID", (0, 0), (-1, -1), 0.5, "black"), ("SPAN", (0, 1), (0, 2)), ("VALIGN", (0, 0), (-1, -1), "MIDDLE")]
    table.setStyle(TableStyle(span))
    stream = io.BytesIO()
    SimpleDocTemplate(stream, pagesize=A4).build([Paragraph("The members of the board are these.", style), table])
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "name"), [(merged_word(), "a.docx"), (merged_web(), "a.html"), (merged_pdf(), "a.pdf")]
)
def test_a_cell_merged_over_rows_stands_before_each_of_them(data: bytes, name: str) -> None:
    document = read_bytes(data, name)
    assert cells(document) == wanted(MERGED)
    assert {block.cell.rows for block in document.blocks if block.cell} == {1, 2}
    leads = {clause.body.text: [lead.text for lead in clause.leads] for clause in outline(document).clauses}
    assert leads["Ann Reed"] == leads["Ivor Ash"] == ["Name", "Northwick"]
