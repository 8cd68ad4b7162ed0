"""What a document says of itself, with the words that say it and how sure that is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from outlining import document_of

from protocolgraph.model import Document, Told
from protocolgraph.readers import read_bytes
from protocolgraph.structure import describe, outline

TERMS = """Northwick Safeguarding Board: Terms of Reference

Version 2.1, DRAFT

Updated 3 March 2019

1. Purpose

The Board must publish a plan for the year.
"""


def told(document: Document) -> dict[str, Told]:
    return {item.name: item for item in describe(outline(document))[0]}


def test_each_is_read_with_its_words() -> None:
    document = document_of(TERMS)
    found = told(document)
    values = {name: item.value for name, item in found.items()}
    assert values == {
        "title": "Northwick Safeguarding Board: Terms of Reference",
        "kind": "terms_of_reference",
        "date": "2019-03-03",
        "version": "2.1",
        "draft": "yes",
    }
    words = {name: document.text[item.spans[0].start : item.spans[0].end] for name, item in found.items()}
    assert words["version"] == "Version 2.1"
    assert words["date"].startswith("Updated 3 March 2019")


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("Northwick Board\n\nThe Board considers the draft budget and a draft of the plan each year.\n", "draft"),
        ("Northwick Board\n\nIt has 21 members, and by section 4 it meets in public.\n", "version"),
        ("Northwick Board\n\nIt must meet in public.\n", "date"),
        ("Northwick Board\n\nThis is open under the Open Government Licence\nv3.0 as are all.\n", "version"),
    ],
)
def test_nothing_is_said_that_the_text_does_not_say(text: str, absent: str) -> None:
    assert absent not in told(document_of(text))


def test_the_file_s_own_word_counts_little_and_is_told_as_such() -> None:
    document = replace(
        document_of("the board must meet in public at all times of the year.\n"),
        metadata=(("modified", "D:20190304120000Z"), ("title", "Terms v3")),
    )
    found = told(document)
    assert (found["date"].value, found["date"].confidence, found["date"].spans) == ("2019-03-04", 0.3, ())
    assert found["title"].confidence <= 0.9


def test_the_name_of_the_file_may_say_the_version() -> None:
    document = replace(document_of("Northwick Board\n\nIt must meet.\n"), name="terms_v1.2_DRAFT.docx")
    found = told(document)
    assert (found["version"].value, found["version"].confidence) == ("1.2", 0.6)
    assert found["draft"].how == "the file's name"


FIRST_SECTION = "## 1. Name\n\n1.1 The Council is called Elm Council, as in the scheme that is annexed to this copy.\n"


def test_a_paper_that_begins_with_its_first_section_has_the_title_that_the_file_keeps() -> None:
    document = read_bytes(f"---\ntitle: Constitution of Elm Council\n---\n\n{FIRST_SECTION}".encode(), "elm.md")
    found = told(document)
    assert (found["title"].value, found["kind"].value) == ("Constitution of Elm Council", "terms_of_reference")


def test_the_name_of_a_file_is_no_title() -> None:
    document = replace(
        document_of("the board must meet in public.\n"), metadata=(("title", "Microsoft Word - Terms v2.docx"),)
    )
    assert "title" not in told(document)


def test_a_body_above_the_title_is_part_of_it_without_the_rules_around_it() -> None:
    document = document_of("NORTHWICK BOARD\n\n--- TERMS OF REFERENCE ---\n\n1. Purpose\n\nThe Board must meet.\n")
    found = told(document)["title"]
    assert found.value == "NORTHWICK BOARD: TERMS OF REFERENCE"
    assert [document.text[span.start : span.end] for span in found.spans] == ["NORTHWICK BOARD", "TERMS OF REFERENCE"]


def test_links_to_agendas_make_no_agenda_and_a_page_has_its_committee_s_name() -> None:
    page = (
        "<html><body><h1>Committee details</h1><h2>Elm Planning Committee</h2><ul><li>Browse meetings and agendas"
        "</li><li>View statistics</li></ul><h2>Purpose</h2><p>The Committee decides on plans.</p></body></html>"
    )
    found = told(read_bytes(page.encode(), "elm.html"))
    assert found["title"].value == "Elm Planning Committee"
    assert "kind" not in found
