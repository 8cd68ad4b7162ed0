"""What is read off a document's layout and wording for the checks."""

from __future__ import annotations

import pytest
from outlining import outline_of

from protocolgraph.model import Mark, MarkKind, quote
from protocolgraph.structure import find_marks, read_layout


def marks(text: str, kind: MarkKind) -> list[Mark]:
    outline = outline_of(text)
    found = find_marks(outline)
    for mark in found:
        assert mark.evidence.quote == quote(outline.document.text, mark.evidence.spans)
    return [mark for mark in found if mark.kind is kind]


def values(text: str, kind: MarkKind) -> list[str]:
    return [mark.value for mark in marks(text, kind)]


SECTIONS = (
    "PROTOCOL\n\n1. PURPOSE\n\nThis is why.\n\n2. BOARD\n\nThe Board meets.\n\n"
    "{}. PANEL\n\nThe Panel meets.\n\n5. END\n\nIt ends.\n"
)


def test_a_number_that_is_left_out() -> None:
    assert values(SECTIONS.format("4"), MarkKind.NUMBER_MISSING) == ["3"]


def test_a_number_that_stands_twice() -> None:
    assert values(SECTIONS.replace("5.", "3.").format("3"), MarkKind.NUMBER_TWICE) == ["3"]


def test_consecutive_numbers_are_in_order() -> None:
    text = SECTIONS.replace("5.", "4.").format("3")
    assert marks(text, MarkKind.NUMBER_MISSING) + marks(text, MarkKind.NUMBER_TWICE) == []


def test_a_number_whose_heading_the_layout_tore_away_is_not_missing() -> None:
    text = SECTIONS.format("4").replace("The Board meets.", "The Board meets.\n\n3.\n\n")
    assert values(text, MarkKind.NUMBER_MISSING) == []


@pytest.mark.parametrize(
    ("words", "value"),
    [("as set out in section 7", "section 7"), ("as shown in Appendix B", "Appendix B"), ("see 2.9", "section 2.9")],
)
def test_a_reference_to_what_is_not_there(words: str, value: str) -> None:
    text = SECTIONS.format("3").replace("It ends.", f"The Board acts {words}.")
    assert values(text, MarkKind.REFERENCE_LOST) == [value]


@pytest.mark.parametrize(
    "words",
    [
        "section 2",
        "section 47 of the Children Act 1989",
        "section 7 of the Borders Bill",
        "on victims (section 7)",
        "Appendix 2 of the Standing Orders",
        "Appendix A of full strategy",
    ],
)
def test_references_that_may_be_right(words: str) -> None:
    text = SECTIONS.format("3").replace("It ends.", f"The Board acts under {words}.")
    assert values(text, MarkKind.REFERENCE_LOST) == []


@pytest.mark.parametrize("words", ["[insert name]", "TBC", "Click here to enter a date", "to be confirmed"])
def test_placeholders(words: str) -> None:
    assert values(f"The Board is chaired by {words}.\n", MarkKind.PLACEHOLDER) == [words]


def test_a_vague_time() -> None:
    text = "PROTOCOL\n\nThe Board will report its findings in a timely manner.\n"
    assert values(text, MarkKind.VAGUE_TIME) == ["in a timely manner"]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Complaints should be recorded robustly.", True),
        ("Complaints which have been made should be recorded.", True),
        ("Complaints should be recorded by the Board.", False),
        ("The Board asks whether complaints should be recorded.", False),
        ("The plan should be based on need.", False),
    ],
)
def test_a_task_that_is_nobodys(sentence: str, *, found: bool) -> None:
    assert bool(marks(f"PROTOCOL\n\n{sentence}\n", MarkKind.NO_AGENT)) is found


def test_acronyms() -> None:
    text = "The Child Death Overview Panel (CDOP) met. The ZQRT was sent to CDOP. The ZQRT was read. CDPO agreed.\n"
    assert values(text, MarkKind.ACRONYM_DEFINED) == ["CDOP = Child Death Overview Panel"]
    assert values(text, MarkKind.ACRONYM_UNDEFINED) == ["ZQRT"]
    assert values(text, MarkKind.ACRONYM_SLIP) == ["CDOP"]


def test_laws_with_their_years() -> None:
    text = "The Board acts under the Children Act 2004, the Care Act (2014) and Working Together 2018.\n"
    assert values(text, MarkKind.LAW) == ["Care Act 2014", "Children Act 2004", "Working Together 2018"]


def test_places_to_sign() -> None:
    text = SECTIONS.format("3").replace("5. END\n\nIt ends.", "4. SIGNATURES\n\nName ……………… Date ………………")
    assert values(text, MarkKind.SIGNATURE) == ["blank"]


def test_headings_reach_to_the_next_of_their_level() -> None:
    outline = outline_of(SECTIONS.format("3"))
    found = {heading.text: heading for heading in read_layout(outline).headings}
    assert found["BOARD"].number == "2"
    assert found["BOARD"].end <= found["PANEL"].start


def test_a_number_with_two_parts_is_not_missing_where_the_page_has_it_in_another_order() -> None:
    text = "PAPER\n\n" + "\n\n".join(f"4.{number} HEAD\n\nText of {number}." for number in (3, 1, 2, 4, 5))
    assert values(text, MarkKind.NUMBER_MISSING) == []


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Chair: Director of Housing", "chair"),
        ("The Board will elect a chair from its members each year.", "chair"),
        ("Composition: nine councillors", "members"),
        ("Membership", "members"),
        ("The Board meets at least four times a year.", "meetings"),
        ("Frequency of meetings", "meetings"),
    ],
)
def test_what_terms_of_reference_hold(line: str, value: str) -> None:
    assert value in values(f"TERMS OF REFERENCE\n\n{line}\n\nThe Board acts.\n", MarkKind.TERM)


def test_a_draft_of_something_else_makes_no_draft_of_the_document() -> None:
    assert values("Crime Panel\n\nThe Panel makes recommendations on the draft Crime Plan.\n", MarkKind.DRAFT) == []
    assert values("Crime Panel\n\nDraft April 2015\n", MarkKind.DRAFT) == ["Draft"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("This document will be subject to a bi-annual review.", MarkKind.REVIEW_DATE),
        ("It will be reviewed yearly from the date of signing.", MarkKind.REVIEW_DATE),
        ("Date to be reviewed:", MarkKind.REVIEW_DATE),
        ("These Terms of Reference were prepared on 16 August 2016 by the clerk.", MarkKind.OWNER),
    ],
)
def test_how_a_document_tells_of_its_own_upkeep(line: str, kind: MarkKind) -> None:
    assert marks(f"TERMS OF REFERENCE\n\nThe Board acts.\n\n{line}\n", kind)
