"""A report: what a committee reads in it, and that all three ways of writing say the same."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import docx
import pytest
from factory import join_knowledge, make_knowledge

from protocolgraph.analyse.checks.run import run_checks
from protocolgraph.analyse.compare import compare
from protocolgraph.graph import Graph
from protocolgraph.present.report import Report, make_report, report_docx, report_html, report_markdown
from protocolgraph.present.report.method import MEASURED

NORTH = make_knowledge(
    "Safety Board (SB) reports_to Care Panel [frequency=annual]",
    "Care Panel accountable_to Council",
    "Scrutiny Panel oversees Care Panel",
    "Director of Care chairs Safety Board",
    "Ms Ada Byron holds Director of Care",
    "Safety Board must publish a plan",
    "Safety Board may <b>advise*</b> the Council",
    "Safety Board not oversees Council",
)
SOUTH = make_knowledge(
    "Safety Forum reports_to Council", "Safety Forum must publish a plan", document="b.txt", area="Southam"
)
KNOWLEDGE = join_knowledge(NORTH, SOUTH)


@pytest.fixture(scope="module")
def report() -> Report:
    compared = compare(("Northam", NORTH), ("Southam", SOUTH))
    return make_report(Graph(KNOWLEDGE), run_checks(KNOWLEDGE), compared=compared)


def text_of(html: str) -> str:
    shown = re.sub(r"<(head|svg)\b.*?</\1>", " ", html, flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", shown)).split())


def test_who_held_which_post_when_is_drawn_where_documents_are_of_several_years() -> None:
    later = make_knowledge("Mr Poe holds Director of Care", document="c.txt")
    known = join_knowledge(NORTH, later)
    dated = replace(
        known, documents=(replace(known.documents[0], date="2012"), replace(known.documents[1], date="2014"))
    )
    drawn = report_html(make_report(Graph(dated), run_checks(dated)))
    assert ">Mr Poe</text>" in drawn
    assert ">2012</text>" in drawn
    undated = report_html(make_report(Graph(known), run_checks(known)))
    assert 'class="when"' not in undated


def test_a_reader_finds_each_part_by_its_heading(report: Report) -> None:
    assert [section.title for section in report.sections] == [
        "In short",
        "Who answers to whom",
        "What is a part of what",
        "Findings",
        "Northam and Southam compared",
        "Method and limits",
        "Sources",
    ]
    assert [section.title for section in report.appendices] == [
        "Appendix A: The bodies",
        "Appendix B: Posts and who holds them",
        "Appendix C: The accountability matrix",
        "Appendix D: Each line with its words",
        "Appendix E: What only Northam or only Southam says",
    ]


def test_the_summary_says_to_whom_the_main_bodies_answer_and_what_is_denied(report: Report) -> None:
    shown = text_of(report_html(report))
    assert "2 documents of Northam and Southam" in shown
    assert re.search(r"Safety Board reports to Care Panel \d+ \.", shown)
    assert "that Safety Board oversees Council" in shown
    assert "Council : no line to whom it answers was found." in shown


def test_every_statement_is_in_the_page_with_its_words_and_place(report: Report) -> None:
    shown = text_of(report_html(report))
    places = [fact.evidence for fact in KNOWLEDGE.facts] + [duty.evidence for duty in KNOWLEDGE.duties]
    for place in places:
        assert " ".join(place.quote.split()) in shown
    assert "section 1.1, page 1, a.txt" in shown


def test_every_number_leads_to_words(report: Report) -> None:
    html = report_html(report)
    links, targets = set(re.findall(r'href="#([^"]+)"', html)), set(re.findall(r' id="([^"]+)"', html))
    assert links <= targets
    assert {f"n{number}" for number in range(1, len(report.notes) + 1)} <= links


def test_the_page_needs_nothing_else_and_takes_no_markup_from_documents(report: Report) -> None:
    html = report_html(report)
    assert re.findall(r'(?:src|href)="(?!#)[^"]*"', html) == []
    assert "<script" not in html
    assert "<b>advise" not in html
    assert "&lt;b&gt;advise" in html


def test_the_matrix_says_who_does_what_with_what_force(report: Report) -> None:
    shown = text_of(report_html(report))
    assert "Safety Board must publish a plan" in shown
    assert re.search(r"Safety Board may <b>advise\*</b> the Council", shown)


def test_holders_of_posts_are_dated(report: Report) -> None:
    assert re.search(r"Director of Care Ms Ada Byron \d+ 2012-05-01", text_of(report_html(report)))


def test_markdown_and_word_say_what_the_page_says(report: Report) -> None:
    page, markdown = report_html(report), report_markdown(report)
    file = docx.Document(io.BytesIO(report_docx(report)))
    word = " ".join(paragraph.text for paragraph in file.paragraphs)
    word += " ".join(cell.text for table in file.tables for cell in table._cells)
    for section in (*report.sections, *report.appendices):
        assert f"## {section.title}\n" in markdown
        assert section.title in word
    for place in report.notes:
        quote = " ".join(place.quote.split())
        assert quote in text_of(page)
        assert quote in word
        assert quote in re.sub(r"\\(.)", r"\1", markdown)
    assert len(file.inline_shapes) == page.count("<svg")


def test_nothing_in_markdown_is_markup_that_a_document_wrote(report: Report) -> None:
    assert r"\<b\>advise\*\</b\>" in report_markdown(report)


def test_footnotes_of_markdown_are_all_there(report: Report) -> None:
    markdown = report_markdown(report)
    defined = set(re.findall(r"^\[\^(\d+)\]:", markdown, re.MULTILINE))
    assert set(re.findall(r"\[\^(\d+)\](?!:)", markdown)) == defined


def test_the_same_graph_gives_the_same_bytes(report: Report) -> None:
    again = make_report(
        Graph(KNOWLEDGE), run_checks(KNOWLEDGE), compared=compare(("Northam", NORTH), ("Southam", SOUTH))
    )
    assert report_html(again) == report_html(report)
    assert report_docx(again) == report_docx(report)


def test_a_graph_that_states_nothing_gives_a_report_that_says_so() -> None:
    knowledge = make_knowledge()
    shown = text_of(report_html(make_report(Graph(knowledge), run_checks(knowledge))))
    assert "0 facts" in shown
    assert "No such line was found in these documents." in shown


def test_the_figures_of_trust_are_those_of_the_readme() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    assert [figure for figure in MEASURED if f"{figure} %" not in readme] == []
