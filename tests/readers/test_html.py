"""Web pages and Markdown: the page's own words in blocks, menus apart, lists with the labels that a browser prints."""

from __future__ import annotations

import pytest

from protocolgraph.model import BlockKind, Document
from protocolgraph.readers import read_bytes


def page(body: str, name: str = "a.html") -> Document:
    return read_bytes(f"<!DOCTYPE html><html><head><title>T</title></head><body>{body}</body></html>".encode(), name)


def blocks(document: Document) -> list[str]:
    kept = [block for block in document.blocks if block.kind is not BlockKind.FURNITURE]
    return [document.text[block.start : block.end] for block in kept]


def furniture(document: Document) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks if block.kind is BlockKind.FURNITURE]


def test_menus_and_footers_stand_at_the_end_as_furniture_and_scripts_nowhere() -> None:
    found = page(
        "<a href='#c'>Skip to main content</a><header><ul><li>Home</li></ul></header><nav>Menu</nav>"
        "<main id='c'><h1>The Board</h1><p>It meets.</p></main><script>x()</script><footer>Council</footer>"
    )
    assert blocks(found) == ["The Board", "It meets."]
    assert furniture(found) == ["Skip to main content", "Home", "Menu", "Council"]
    assert "x()" not in found.text


def test_a_page_that_marks_no_main_content_is_read_without_what_looks_like_a_menu() -> None:
    words = "The Board meets in the town hall and is open to all who live in the area. " * 3
    found = page(f"<div class='nav-bar'><a href='/'>Home</a></div><div id='content'><p>{words}</p></div>")
    assert blocks(found) == [words.strip()]


@pytest.mark.parametrize(
    ("markup", "lines"),
    [
        ("<ul><li>one</li><li>two<ul><li>in</li></ul></li></ul>", ["• one", "• two", "◦ in"]),
        ("<ol><li>one</li><li>two</li></ol>", ["1. one", "2. two"]),
        ("<ol type='a' start='3'><li>one</li><li value='7'>two</li></ol>", ["c. one", "g. two"]),
        ("<ol style='list-style-type: lower-roman'><li>one</li><li>two</li></ol>", ["i. one", "ii. two"]),
        ("<ol><li>1. one</li></ol><ol><li>2. two</li></ol>", ["1. one", "2. two"]),
        ("<ul style='list-style: none'><li>one</li></ul>", ["one"]),
    ],
)
def test_lists_have_the_labels_that_a_browser_prints(markup: str, lines: list[str]) -> None:
    assert blocks(page(markup)) == lines


def test_lines_that_a_page_breaks_are_blocks_of_their_own_close_below_each_other() -> None:
    found = page("<p>A. Adams<br>B. Brown</p><p>Next.</p>")
    assert blocks(found) == ["A. Adams", "B. Brown", "Next."]
    assert "A. Adams\nB. Brown\n\nNext." in found.text


def test_a_table_for_the_layout_is_no_table() -> None:
    found = page("<table><tr><td><h1>The Board</h1></td></tr><tr><td><p>It meets.</p></td><td>Often.</td></tr></table>")
    assert {block.kind for block in found.blocks} == {BlockKind.HEADING, BlockKind.PARAGRAPH}


def test_what_is_hidden_or_struck_out_is_not_read() -> None:
    found = page("<p hidden>one</p><p style='display:none'>two</p><p>The Board <del>may</del><ins>must</ins> meet.</p>")
    assert blocks(found) == ["The Board must meet."]


def test_the_title_and_date_are_metadata() -> None:
    data = b"<html><head><title>A &amp; B</title><meta name='DC.date' content='2019-04-01'></head><body>x</body></html>"
    assert dict(read_bytes(data, "a.html").metadata) == {"title": "A & B", "created": "2019-04-01"}


def test_the_declared_encoding_counts() -> None:
    data = "<html><head><meta charset='windows-1252'></head><body><p>The Board’s plan – £5</p></body></html>".encode(
        "cp1252"
    )
    assert blocks(read_bytes(data, "a.html")) == ["The Board’s plan – £5"]


class TestMarkdown:
    def test_front_matter_is_metadata(self) -> None:
        found = read_bytes(b'---\ntitle: "Terms &amp; more"\ndate: 2012-09-10\n---\n# Board\n\nIt meets.\n', "a.md")
        assert dict(found.metadata) == {"title": "Terms & more", "created": "2012-09-10"}
        assert blocks(found) == ["Board", "It meets."]

    def test_markup_is_read_and_not_printed(self) -> None:
        found = read_bytes(b"## The *Board*\n\nIt **meets** [often](x.html).\n\n- one\n- two\n", "a.md")
        assert blocks(found) == ["The Board", "It meets often.", "• one", "• two"]
        assert found.blocks[0].level == 2

    def test_html_inside_is_read(self) -> None:
        found = read_bytes(
            b"<h2>Members</h2>\n<ol><li>one</li></ol>\n\nAnd a table:\n\n| a | b |\n|---|---|\n| c | d |\n", "a.md"
        )
        assert blocks(found) == ["Members", "1. one", "And a table:", "a", "b", "c", "d"]

    def test_line_ends_in_a_paragraph_stay(self) -> None:
        assert blocks(read_bytes(b"4.1 The Board meets.\n4.2 It reports.\n", "a.md")) == [
            "4.1 The Board meets.\n4.2 It reports."
        ]


@pytest.mark.parametrize(
    ("mark", "note"),
    [
        (
            '<a href="#sdfootnote1sym"><sup>1</sup></a>',
            '<div id="sdfootnote1"><p><a href="#x">1</a>Set up in 1998.</p></div>',
        ),
        (
            '<a href="#_ftn1"><span>[1]</span></a>',
            '<div id="ftn1"><p><a href="#_ftnref1">[1]</a> Set up in 1998.</p></div>',
        ),
        ('<sup><a href="#fn:1">1</a></sup>', '<ol><li id="fn:1"><p>Set up in 1998. <a href="#r">↩</a></p></li></ol>'),
    ],
)
def test_footnotes_of_saved_pages_are_tied_to_their_marks(mark: str, note: str) -> None:
    page = f"<html><body><h1>Elm Board</h1><p>The Board meets.{mark} It is open.</p>{note}</body></html>"
    document = read_bytes(page.encode(), "a.html")
    words = [" ".join(document.text[b.start : b.end].split()) for b in document.blocks]
    assert words == ["Elm Board", "The Board meets.¹ It is open.", "¹ Set up in 1998."]
    assert document.blocks[-1].kind is BlockKind.FOOTNOTE


def test_the_running_header_that_a_word_processor_saves_with_a_page_is_furniture() -> None:
    page = '<html><body><div title="header"><p>Terms v2</p></div><p>The Board meets in public.</p></body></html>'
    document = read_bytes(page.encode(), "a.html")
    assert [block.kind for block in document.blocks] == [BlockKind.PARAGRAPH, BlockKind.FURNITURE]
