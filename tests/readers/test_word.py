"""Word and OpenDocument: numbers as word processors print them, tracked changes accepted, notes and boxes kept."""

from __future__ import annotations

import io
import shutil
import zipfile

import docx
import pytest
from docx.enum.text import WD_BREAK
from test_hostile import odt, with_part

from protocolgraph.errors import ReadError
from protocolgraph.model import BlockKind, Document
from protocolgraph.readers import read_bytes
from protocolgraph.readers.word import legacy
from protocolgraph.structure import outline

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def blocks(document: Document) -> list[str]:
    kept = [block for block in document.blocks if block.kind is not BlockKind.FURNITURE]
    return [document.text[block.start : block.end] for block in kept]


def word(body: str, **parts: str) -> Document:
    """Return the document of a .docx file whose body is this XML; parts are put in place of those of the same name."""
    stream = io.BytesIO()
    made = docx.Document()
    made.add_paragraph("x", style="List Number")
    made.save(stream)
    data = with_part(
        stream.getvalue(),
        "word/document.xml",
        f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'.encode(),
    )
    for name, xml in parts.items():
        data = with_part(data, f"word/{name}.xml", xml.encode())
    return read_bytes(data, "a.docx")


def paragraph(text: str, *, list_id: int = 0, level: int = 0) -> str:
    numbered = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>' if list_id else ""
    return f"<w:p><w:pPr>{numbered}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def level(number: int, format: str, text: str, more: str = "") -> str:
    head = f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{format}"/>{more}'
    return f'{head}<w:lvlText w:val="{text}"/></w:lvl>'


def definition(number: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{"".join(levels)}</w:abstractNum>'


def instance(number: int, of: int, more: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'


START = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
CLAUSES = definition(1, level(0, "decimal", "%1."), level(1, "decimal", "%1.%2"), level(2, "lowerLetter", "(%3)"))
ROMANS = definition(
    2,
    level(0, "upperRoman", "%1."),
    level(1, "bullet", "&#xF0B7;"),
    level(2, "decimal", "%1.%2.%3", "<w:isLgl/>"),
)
INSTANCES = instance(1, 1) + instance(2, 1) + instance(3, 1, START) + instance(4, 2)
NUMBERING = f'<w:numbering xmlns:w="{W}">{CLAUSES}{ROMANS}{INSTANCES}</w:numbering>'


class TestNumbering:
    def test_levels_count_and_begin_anew_below_the_next_of_the_level_above(self) -> None:
        found = word(
            paragraph("one", list_id=1)
            + paragraph("sub", list_id=1, level=1)
            + paragraph("item", list_id=1, level=2)
            + paragraph("item", list_id=1, level=2)
            + paragraph("two", list_id=1)
            + paragraph("sub", list_id=1, level=1)
            + paragraph("item", list_id=1, level=2),
            numbering=NUMBERING,
        )
        assert blocks(found) == ["1. one", "1.1 sub", "(a) item", "(b) item", "2. two", "2.1 sub", "(a) item"]

    def test_lists_of_one_definition_count_on_unless_an_override_starts_them(self) -> None:
        found = word(
            paragraph("one", list_id=1)
            + paragraph("two", list_id=2)
            + paragraph("one", list_id=3)
            + paragraph("two", list_id=3),
            numbering=NUMBERING,
        )
        assert blocks(found) == ["1. one", "2. two", "1. one", "2. two"]

    def test_romans_bullets_and_legal_figures(self) -> None:
        found = word(
            paragraph("one", list_id=4) + paragraph("two", list_id=4) + paragraph("dot", list_id=4, level=1)
            + paragraph("figures", list_id=4, level=2),
            numbering=NUMBERING,
        )  # fmt: skip
        assert blocks(found)[:3] == ["I. one", "II. two", "◦ dot"]
        assert blocks(found)[3].startswith("2.")

    def test_items_stand_in_by_the_lists_that_they_stand_in(self) -> None:
        found = word(paragraph("one", list_id=1) + paragraph("item", list_id=1, level=2), numbering=NUMBERING)
        assert "\n    (a) item" in found.text


class TestChanges:
    def test_what_was_inserted_stays_and_what_was_deleted_goes(self) -> None:
        body = (
            "<w:p><w:r><w:t xml:space='preserve'>The Board </w:t></w:r><w:ins><w:r><w:t>must </w:t></w:r></w:ins>"
            "<w:del><w:r><w:delText>may </w:delText></w:r></w:del><w:moveFrom><w:r><w:t>gone </w:t></w:r></w:moveFrom>"
            "<w:r><w:t>meet.</w:t></w:r></w:p>"
        )
        assert blocks(word(body)) == ["The Board must meet."]

    def test_paragraphs_whose_end_was_deleted_are_one(self) -> None:
        body = (
            "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t xml:space='preserve'>The Board </w:t></w:r></w:p>"
            "<w:p><w:r><w:t>meets.</w:t></w:r></w:p>"
        )
        assert blocks(word(body)) == ["The Board meets."]

    def test_comments_and_hidden_words_are_left_out(self) -> None:
        body = (
            "<w:p><w:commentRangeStart w:id='0'/><w:r><w:t>The Board</w:t></w:r><w:commentRangeEnd w:id='0'/>"
            "<w:r><w:commentReference w:id='0'/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t> secretly</w:t></w:r>"
            "<w:r><w:t xml:space='preserve'> meets.</w:t></w:r></w:p>"
        )
        assert blocks(word(body)) == ["The Board meets."]


def test_headings_have_the_level_of_their_style() -> None:
    document = docx.Document()
    document.add_heading("Terms of Reference", 0)
    document.add_heading("Membership", 1)
    document.add_heading("Co-opted members", 2)
    document.add_paragraph("The Board has ten members.")
    found = saved(document)
    assert [(block.kind.value, block.level) for block in found.blocks] == [
        ("heading", 1), ("heading", 1), ("heading", 2), ("paragraph", None),
    ]  # fmt: skip


def test_page_breaks_part_pages_and_lines_end_on_purpose() -> None:
    document = docx.Document()
    document.add_paragraph("On the first page.").add_run().add_break(WD_BREAK.PAGE)
    document.add_paragraph("A. Adams").add_run().add_break()
    document.paragraphs[-1].add_run("B. Brown")
    found = saved(document)
    assert [(block.page, text) for block, text in zip(found.blocks, blocks(found), strict=True)] == [
        (1, "On the first page."), (2, "A. Adams"), (2, "B. Brown"),
    ]  # fmt: skip


def test_headers_and_footers_are_furniture_and_properties_metadata() -> None:
    document = docx.Document()
    document.core_properties.title = "The terms"
    document.sections[0].footer.paragraphs[0].text = "Official"
    document.add_paragraph("The Board has ten members.")
    found = saved(document)
    assert [found.text[b.start : b.end] for b in found.blocks if b.kind is BlockKind.FURNITURE] == ["Official"]
    assert dict(found.metadata)["title"] == "The terms"


def saved(document: docx.document.Document) -> Document:
    stream = io.BytesIO()
    document.save(stream)
    return read_bytes(stream.getvalue(), "a.docx")


class TestOpenDocument:
    STYLE = (
        "<text:list-style style:name='L' xmlns:style='urn:oasis:names:tc:opendocument:xmlns:style:1.0'>"
        "<text:list-level-style-number text:level='1' style:num-format='1' style:num-suffix='.'/>"
        "<text:list-level-style-number text:level='2' style:num-format='a' style:num-suffix=')'/></text:list-style>"
    )

    def test_lists_count_and_go_on_where_they_say_so(self) -> None:
        item = "<text:list-item><text:p>{}</text:p></text:list-item>"
        inner = f"<text:list><text:list-item><text:p>inner</text:p></text:list-item>{item.format('inner')}</text:list>"
        two = f"<text:list-item><text:p>two</text:p>{inner}</text:list-item>"
        first = f"<text:list text:style-name='L'>{item.format('one')}{two}</text:list>"
        second = f"<text:list text:style-name='L' text:continue-numbering='true'>{item.format('three')}</text:list>"
        found = read_bytes(odt(f"{self.STYLE}{first}<text:p>Between.</text:p>{second}"), "a.odt")
        assert blocks(found) == ["1. one", "2. two", "a) inner", "b) inner", "Between.", "3. three"]

    def test_headings_notes_and_what_was_deleted(self) -> None:
        note = "<text:note><text:note-body><text:p>See the Act.</text:p></text:note-body></text:note>"
        deleted = "<text:tracked-changes><text:deletion><text:p>Gone.</text:p></text:deletion></text:tracked-changes>"
        body = f"{deleted}<text:h text:outline-level='2'>Members</text:h><text:p>The Board{note} meets.</text:p>"
        found = read_bytes(odt(body), "a.odt")
        assert blocks(found) == ["Members", "The Board¹ meets.", "¹ See the Act."]
        assert [(block.kind.value, block.level) for block in found.blocks] == [
            ("heading", 2), ("paragraph", None), ("footnote", None),
        ]  # fmt: skip


class TestOldWord:
    OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000)

    def test_without_libreoffice_it_says_how_to_convert(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(shutil, "which", lambda program: None)
        with pytest.raises(ReadError, match=r"old format: open it in a word processor and save it as \.docx"):
            read_bytes(self.OLD, "a.doc")

    def test_what_libreoffice_makes_of_it_is_read(self, monkeypatch: pytest.MonkeyPatch) -> None:
        stream = io.BytesIO()
        document = docx.Document()
        document.add_paragraph("The Board has ten members.")
        document.save(stream)
        monkeypatch.setattr(shutil, "which", lambda program: program)
        monkeypatch.setattr(legacy, "_convert", lambda program, data, name: stream.getvalue())
        found = read_bytes(self.OLD, "a.doc")
        assert blocks(found) == ["The Board has ten members."]
        assert found.media_type == "application/msword"


def test_a_package_without_a_text_is_refused() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("word/other.xml", "<x/>")
    with pytest.raises(ReadError, match="no text part"):
        read_bytes(stream.getvalue(), "a.docx")


def test_a_sentence_in_the_style_of_a_heading_is_a_sentence() -> None:
    """Paragraphs are given such a style so that Word numbers them."""
    document = docx.Document()
    document.add_paragraph("Governance and reporting", style="Heading 1")
    said = "Progress against this plan will be monitored through the meetings of the board."
    document.add_paragraph(said, style="Heading 2")
    document.add_paragraph("Risks and how they are met", style="Heading 2")
    stream = io.BytesIO()
    document.save(stream)
    made = outline(read_bytes(stream.getvalue(), "a.docx"))
    assert [section.heading.text for section in made.sections if section.heading.text] == [
        "Governance and reporting",
        "Risks and how they are met",
    ]
    assert said in {clause.body.text for clause in made.clauses}
