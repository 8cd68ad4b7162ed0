from __future__ import annotations

import pytest
from outlining import outline_of

from protocolgraph.model import PartKind
from protocolgraph.structure.parts import find_date, kind_of_title

AGENDA = """AUDIT COMMITTEE

Tuesday, 4 March 2014 at 2.00 p.m.

AGENDA

1. Apologies for Absence

To receive apologies.

2. Risk Register

To note the register.
"""
MINUTES = """AUDIT COMMITTEE
14th January, 2014

Present:- Councillor Hill (in the Chair); Councillors Smith and Jones.

1. MINUTES

The minutes were approved.

2. RISK

The Committee noted the register.
"""
REPORT = """OAKSHIRE COUNCIL - REPORT TO MEMBERS

1.  Meeting:   Audit Committee
2.  Date:   4 March 2014
3.  Title:   Risk Register

4. Summary

The register was reviewed by the Head of Audit in the winter.

5. Risks

There are three.
"""
APPENDIX = """1. Introduction

The register lists the risks of the Council.

2. Risks

They are listed by service.
"""


def test_a_plain_document_is_one_part() -> None:
    found = outline_of("Audit Committee\n\nTerms of Reference\n\nMay 2020\n\n1. Purpose\n\nThe Committee advises.\n")
    assert len(found.parts) == 1
    part = found.parts[0]
    assert (part.kind, part.title, part.date) == (
        PartKind.TERMS_OF_REFERENCE,
        "Audit Committee: Terms of Reference",
        "2020-05",
    )
    assert found.title == part.title


def test_a_pack_has_its_agenda_minutes_reports_and_what_is_attached() -> None:
    found = outline_of("\f".join([AGENDA, MINUTES, REPORT, APPENDIX]))
    assert [(part.kind, part.date, part.owner) for part in found.parts] == [
        (PartKind.AGENDA, "2014-03-04", "AUDIT COMMITTEE"),
        (PartKind.MINUTES, "2014-01-14", "AUDIT COMMITTEE"),
        (PartKind.REPORT, "2014-03-04", "Audit Committee"),
        (PartKind.APPENDIX, None, None),
    ]
    assert [part.title for part in found.parts[2:]] == ["Risk Register", "Risk Register"]
    assert found.parts[0].start == 0
    assert found.parts[-1].end == len(found.document.text)
    assert [section.number for section in found.sections if section.part == 1 and section.number] == ["1", "2"]


def test_a_page_that_goes_on_is_no_new_part() -> None:
    assert len(outline_of("\f".join([APPENDIX, "3. Review\n\nThe register is reviewed each year.\n"])).parts) == 1


def test_a_page_that_begins_with_a_task_on_a_report_is_no_new_part() -> None:
    terms = "AUDIT COMMITTEE\n\nTerms of Reference\n\nA. Risk\n\n1. To review the register.\n\n2. To note the plan.\n"
    goes_on = "\fB. Accounts\n\n3. To consider the auditor's report and the report to those charged\nwith governance.\n"
    assert len(outline_of(terms + goes_on).parts) == 1


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("held on 4 th September 2013", "2013-09-04"),
        ("Wednesday, 17th July, 2013", "2013-07-17"),
        ("1st of May 2020", "2020-05-01"),
        ("17/07/13", "2013-07-17"),
        ("3 Sept 2019", "2019-09-03"),
        ("Draft April 2015", "2015-04"),
        ("in 2015", None),
        ("99/99/13", None),
    ],
)
def test_dates_are_read_as_the_text_states_them(text: str, date: str | None) -> None:
    assert find_date(text) == date


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Working Protocol between the Boards", PartKind.PROTOCOL),
        ("Terms of Reference", PartKind.TERMS_OF_REFERENCE),
        ("Multi-Agency Arrangements for Safeguarding", PartKind.ARRANGEMENTS),
        ("Annual Report 2012-13", PartKind.REPORT),
        ("Draft work programme 2019", PartKind.WORK_PROGRAMME),
        ("Health and Wellbeing Board", None),
    ],
)
def test_a_title_tells_the_kind(title: str, kind: PartKind | None) -> None:
    assert kind_of_title(title) is kind


@pytest.mark.parametrize("head", ["Standing Orders", "Rules of Procedure", "Terms of Reference"])
def test_rules_that_speak_of_agendas_and_minutes_are_neither(head: str) -> None:
    text = f"Harbour Forum\n\n{head}\n\nThe agenda is taken in order, and minutes kept.\n\nAgenda\n\nIt is sent."
    assert outline_of(text).parts[0].kind is PartKind.TERMS_OF_REFERENCE


@pytest.mark.parametrize("label", ["Attendees:", "Apologies:", "Attended by:"])
def test_a_record_of_a_meeting_in_may_that_lists_its_attendees_is_minutes(label: str) -> None:
    text = f"Minutes of the Hill Board, 5 May 2031\n{label} Ann Lee, Ben Moss\n\n1. Roads\n\nThey are new.\n"
    assert [part.kind for part in outline_of(text).parts] == [PartKind.MINUTES]


def test_terms_that_list_attendees_are_no_minutes() -> None:
    text = "Hill Board: terms of reference\n\nAttendees: two officers\n\n1. Roads\n\nThey are new.\n"
    assert [part.kind for part in outline_of(text).parts] == [PartKind.TERMS_OF_REFERENCE]


def test_a_section_on_minutes_makes_no_paper_minutes() -> None:
    text = (
        "Harbour Forum\n\nAims\n\nThe Forum is for all who fish.\n\nAgendas and Minutes\n\nThe Clerk shall keep them.\n"
    )
    assert outline_of(text).parts[0].kind is PartKind.OTHER


COVER = """Report to: Saltmere Care Board
Date of meeting: 4 March 2031
Title of report: Saltmere Harm Board Annual Report 2029-30

1. Purpose

The annual report of the Saltmere Harm Board is presented to the Care Board.
"""
ATTACHED = """Saltmere Harm Board
Annual Report 2029 - 2030

About the Board

The Board meets four times a year.
"""


@pytest.mark.parametrize("label", ["", "Appendix 1\n\n", "Appendix 1 - "])
@pytest.mark.parametrize("page", ["\f", "\n "])
def test_the_title_page_of_another_bodys_paper_begins_a_part(label: str, page: str) -> None:
    found = outline_of(f"{COVER.rstrip()}{page}{label}{ATTACHED}")
    assert (found.parts[0].kind, found.parts[0].owner) == (PartKind.REPORT, "Saltmere Care Board")
    assert [part.title for part in found.parts[1:]] == ["Saltmere Harm Board Annual Report 2029 - 2030"]


@pytest.mark.parametrize(
    "page",
    [
        "Saltmere Care Board\nAnnual Report 2029 - 2030\n\nThe Board met.\n",
        "Membership of the Saltmere Harm Board\n\nThe Board has ten members.\n",
        "Saltmere Harm Board\n\nThe annual report of the Saltmere Harm Board for 2030 was received.\n",
        "Appendix 2\n\nSpending on the Harm Board\n\nThe strategy cost 3,000.\n",
    ],
)
def test_a_page_that_is_no_title_of_another_bodys_paper_begins_no_part(page: str) -> None:
    assert len(outline_of(f"{COVER}\f{page}").parts) == 1


def test_a_title_ends_before_the_word_below_which_the_parties_stand() -> None:
    paper = "Joint Protocol between\n\nSaltmere Care Board\nSaltmere Tide Board\n\n1. Purpose\n\nThis is a protocol.\n"
    assert outline_of(paper).title == "Joint Protocol"
