"""What a document says of itself, with the words that say it and how sure that is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from outlining import document_of

from protocolgraph.model import Document, Told
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
        metadata=(("modified", "D:20190304120000Z"), ("title", "Microsoft Word - terms v3")),
    )
    found = told(document)
    assert (found["date"].value, found["date"].confidence, found["date"].spans) == ("2019-03-04", 0.3, ())
    assert found["title"].confidence <= 0.9


def test_the_name_of_the_file_may_say_the_version() -> None:
    document = replace(document_of("Northwick Board\n\nIt must meet.\n"), name="terms_v1.2_DRAFT.docx")
    found = told(document)
    assert (found["version"].value, found["version"].confidence) == ("1.2", 0.6)
    assert found["draft"].how == "the file's name"
