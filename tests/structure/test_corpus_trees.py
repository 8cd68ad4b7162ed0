"""The trees of parts of the real documents: what a careful reader makes of them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from outlining import line, tree

from protocolgraph.model import Clause, ClauseKind, Outline, PartKind
from protocolgraph.readers import read
from protocolgraph.structure import outline

CORPUS = Path(__file__).parents[2] / "corpus"


@cache
def corpus(name: str) -> Outline:
    return outline(read(next(CORPUS.glob(f"*/{name}*.txt"))))


def numbers(found: Outline) -> list[str]:
    return [section.number for section in found.sections if section.number]


def below(found: Outline, name: str) -> list[Clause]:
    """Return the clauses of the section of this name and of those below it."""
    root = next(number for number, section in enumerate(found.sections) if section.name == name)
    return [clause for clause in found.clauses if any(s is found.sections[root] for s in found.path(clause.section))]


def bodies(found: Outline, name: str) -> list[str]:
    return [clause.body.text for clause in below(found, name)]


def test_a_protocol_with_numbered_paragraphs() -> None:
    found = corpus("lscb-panel-protocol")
    assert " ".join(numbers(found)) == (
        "1 2 3 3.1 3.2 3.3 4 4.1 4.2 4.3 4.4 4.5 4.6 4.7 4.8 5 5.1 5.2 7 7.1 7.2 7.3 7.4 7.5 7.6 7.7 8"
    )
    headings = {section.number: section.heading.text for section in found.sections}
    assert headings["7"] == "THE RELATIONSHIP BETWEEN THE RLSCB AND CORPORATE PARENTING PANEL"
    assert headings["4.5"] == ""
    assert [(part.kind, part.date) for part in found.parts] == [(PartKind.PROTOCOL, "2014-03")]
    assert found.title == (
        "Protocol between Rotherham Local Safeguarding Children Board and Rotherham Corporate Parenting Panel"
    )


def test_lettered_items_take_the_lead_in_of_their_paragraph() -> None:
    found = corpus("lscb-panel-protocol")
    assert [clause.label for clause in below(found, "4.4")] == ["(a)", "(b)"]
    assert below(found, "4.4")[1].text == (
        "The core objectives of Rotherham Local Safeguarding Children Board which are set out in Section 14 of the "
        "Children Act 2004 are to ensure the effectiveness of what is done by each such person or body for those "
        "purposes."
    )


def test_a_list_goes_on_over_a_page_and_a_footnote() -> None:
    found = corpus("lscb-panel-protocol")
    section = below(found, "5.2")
    items = [clause for clause in section if clause.kind is ClauseKind.ITEM]
    notes = [clause for clause in section if clause.kind is ClauseKind.FOOTNOTE]
    assert list(dict.fromkeys(clause.label for clause in items)) == [f"{number}." for number in range(1, 17)]
    assert {clause.leads[0].text for clause in items} == {
        "The objectives of the Corporate Parenting Panel within its Terms of Reference include"
    }
    assert [note.label for note in notes] == ["1"]
    assert items[10].block == items[9].block + 1
    assert [
        clause.label for clause in items if clause.body.text == "Reassess priority areas and update it annually."
    ] == ["9."]


def test_an_item_that_is_wrapped_over_a_page_is_one() -> None:
    assert (
        "monitoring and evaluating the effectiveness of what is done by the authority and their Board partners "
        "individually and collectively to safeguard and promote the welfare of children and advising them on ways to "
        "improve;"
    ) in bodies(corpus("lscb-panel-protocol"), "4.5")


def test_a_sentence_above_a_list_that_does_not_complete_it_is_no_lead_in() -> None:
    assert [line(clause) for clause in below(corpus("lscb-panel-protocol"), "4.8")] == [
        "sentence: Rotherham LSCB will publish an Annual Report and Business Plan",
        "item: • RLSCB is chaired by an independent chairperson appointed by the Council Chief Executive in "
        "conjunction with Board partners.",
        "item: • The Cabinet Member for Children Young People and Families Services is a participating observer on the "
        "RLSCB.",
    ]


def test_lists_nest_under_headings_that_lead_into_them() -> None:
    found = corpus("hscb-panel-protocol")
    heading = "Specific functions of the Corporate Parenting Panel"
    functions = below(found, heading)
    assert [(clause.depth, clause.text) for clause in functions if clause.label == "-"][:2] == [
        (
            2,
            f"{heading} To receive annual reports on the following services Adoption",
        ),
        (
            2,
            f"{heading} To receive annual reports on the following services Fostering",
        ),
    ]
    statutory = below(found, "Specific functions of the HSCB")
    assert [clause.label for clause in statutory][5:7] == ["(vi)", "(b)"]
    assert [clause.depth for clause in statutory] == [2] * 6 + [1] * 4


def test_markdown_stars_are_no_words() -> None:
    joint = below(corpus("hscb-panel-protocol"), "Areas of joint interest (but not restricted by)")
    assert joint[4].body.text == "Stability of Placements – Monitor the stability of placements"


def test_a_reports_form_gives_labelled_values() -> None:
    found = corpus("cabinet-lscb-report")
    fields = {clause.leads[-1].text: clause.body.text for clause in found.clauses if clause.kind is ClauseKind.FIELD}
    assert fields["Meeting"] == "Cabinet"
    assert fields["Title"] == "Rotherham Local Safeguarding Children Board Annual Report 2012-13"
    assert fields["Contact Name"] == "Steve Ashley, Independent Chair of Rotherham LSCB"
    assert numbers(found) == ["5", "6", "7", "8", "9", "10", "11"]
    part = found.parts[0]
    assert (part.kind, part.date, part.owner) == (PartKind.REPORT, "2013-09-04", "Cabinet")


def test_a_pack_is_split_into_its_parts() -> None:
    found = corpus("improving-lives-pack")
    commission = "Improving Lives Select Commission"
    arrangements = "Rotherham Safeguarding Children Partnership: Multi-Agency Arrangements for Safeguarding Children"
    assert [(part.kind, part.date, part.owner and part.owner.title()) for part in found.parts] == [
        (PartKind.AGENDA, "2019-07-09", commission),
        (PartKind.MINUTES, "2019-06-11", commission),
        (PartKind.REPORT, "2019-07-09", commission),
        (PartKind.ARRANGEMENTS, None, None),
        (PartKind.REPORT, "2019-07-09", commission),
        (PartKind.WORK_PROGRAMME, "2019-06-11", None),
    ]
    assert [part.title for part in found.parts[2:4]] == [arrangements, arrangements]
    assert [found.sections[number].part for number, section in enumerate(found.sections) if not section.level] == list(
        range(6)
    )
    for one, other in zip(found.parts, found.parts[1:], strict=False):
        assert one.end == other.start


def test_a_pack_whose_page_breaks_are_agenda_items() -> None:
    found = corpus("families-partnership-pack")
    assert [part.kind for part in found.parts[:4]] == [
        PartKind.AGENDA,
        PartKind.MINUTES,
        PartKind.REPORT,
        PartKind.REPORT,
    ]
    assert [part.date for part in found.parts[1:4]] == ["2013-07-17", "2013-08-30", "2013-09-18"]
    furniture = {found.document.text[span.start : span.end] for span in found.furniture}
    assert {"Agenda Item 2", "Page 2", "CHILDREN, YOUNG PEOPLE AND FAMILIES PARTNERSHIP - 17/07/13"} <= furniture


def test_an_agendas_attendance() -> None:
    fields = {
        clause.leads[-1].text: clause.body.text
        for clause in corpus("improving-lives-pack").clauses
        if clause.part == 0 and clause.kind is ClauseKind.FIELD
    }
    assert fields["Membership"].startswith("Councillors Atkin, Beaumont, Buckley, Clark, Cusworth (Chair), Elliot,")
    assert fields["Membership"].endswith(
        "Jarvis (Vice-Chair), Khan, Marles, Marriott, Pitchley, Price, Senior and Julie Turner"
    )
    assert fields["Co-opted Members"] == (
        "Ms. J. Jones (Voluntary Sector Consortium), Mrs. A. Clough (ROPF – Rotherham Older People’s Forum) for agenda "
        "items relating to older peoples’ issues"
    )


def test_what_a_meeting_resolved() -> None:
    found = corpus("improving-lives-pack")
    resolved = [
        clause
        for clause in found.clauses
        if clause.part == 1 and clause.leads and clause.leads[0].text.lower() == "resolved"
    ]
    assert [line(clause) for clause in resolved][:3] == [
        "item: Resolved > That the minutes of the previous meeting of the Improving Lives Select Commission, held on "
        "16th April 2019, be approved as a correct record for signature by the Chair.",
        "item: 1) RESOLVED > That the Regional School Commissioner be thanked for his presentation",
        "item: 2) RESOLVED > That a report be submitted by the Assistant Director for Education on elective home "
        "education to a future meeting.",
    ]
    assert [found.sections[clause.section].name for clause in resolved] == [
        "3",
        "6",
        "6",
        "7",
        "7",
        "7",
        "8",
        "8",
        "10",
    ]


def test_resolutions_numbered_in_brackets() -> None:
    found = corpus("families-partnership-pack")
    assert [line(clause) for clause in below(found, "225") if clause.kind is ClauseKind.ITEM] == [
        "item: (1) Resolved > That, subject to the comments above, the action plan be approved.",
        "item: (2) Resolved > That the action plan be updated twice a year, the first update being submitted to the "
        "November meeting of the Partnership.",
    ]


def test_bullets_that_the_text_has_lost() -> None:
    found = corpus("improving-lives-pack")
    arrangements = [clause for clause in found.clauses if clause.part == 3]
    listed = [clause.body.text for clause in arrangements if clause.leads and clause.leads[0].text == "We will"]
    assert listed == [
        "Work together and with the wider partnership to safeguard children in Rotherham",
        "Ensure that the partnership demonstrates openness and transparency in all its work",
        "Work with children and families to make sure our services are responsive to their needs",
        "Keep a strong oversight of performance and safeguarding practice to provide high levels of assurance",
        "Ensure that we allocate adequate resources and expertise to fulfil our responsibilities",
        "Keep a continued focus on learning and improvement",
    ]
    chair = [
        clause
        for clause in arrangements
        if clause.leads and clause.leads[0].text == "Key responsibilities of the Independent Chair"
    ]
    assert len({clause.block for clause in chair}) == 18
    assert {found.sections[clause.section].number for clause in chair} == {"9"}
    assert chair[-1].body.text.startswith("Meet with Leaders and Officers")


def test_lists_below_items() -> None:
    found = corpus("improving-lives-pack")
    nested = [clause for clause in found.clauses if clause.label == "o" and clause.depth == 2]
    assert [clause.leads[0].text for clause in nested] == ["This will include"] * 7
    assert (
        nested[-1].text
        == "This will include Clear procedures and processes for cases relating to Children with disabilities."
    )


def test_a_flattened_table_of_members_and_responsibilities() -> None:
    found = corpus("improving-lives-pack")
    group = "Chief Officer Group: Frequency x 2 annually"
    columns = [
        section
        for section in found.sections
        if section.parent is not None and found.sections[section.parent].name == group
    ]
    assert [section.name for section in columns] == ["Membership", "Key Responsibilities"]
    assert [section.name for section in found.path(found.sections.index(columns[0]))][1:] == ["8", group, "Membership"]
    members = [clause for clause in below(found, group) if found.sections[clause.section] is columns[0]]
    assert {clause.kind for clause in members} == {ClauseKind.ITEM}
    assert [clause.body.text for clause in members] == [
        "Independent Chair",
        "Chief Executive (Rotherham Metropolitan Borough Council)",
        "Chief Officer (NHS Rotherham Clinical Commissioning Group)",
        "Assistant Chief Constable (South Yorkshire Police)",
        "Lead Member for Children’s Services (Participating Observer) Rotherham Metropolitan Borough Council",
        "Representative from Office of South Yorkshire Police and Crime Commissioner (for budget items)",
        "Others in attendance as required",
    ]
    duties = [clause.body.text for clause in below(found, group) if found.sections[clause.section] is columns[1]]
    assert duties[0] == "Approves the local safeguarding arrangements to meet statutory requirements and local need."
    assert duties[8] == "The Independent Chair will chair the Chief Officer Group."


def test_groups_inside_a_column_and_labels_inside_a_cell() -> None:
    found = corpus("improving-lives-pack")
    assert bodies(found, "Child Exploitation Delivery Group (quarterly)") == [
        "Child Sexual Exploitation",
        "Missing Children",
        "Child Criminal Exploitation",
        "Trafficking/Modern Slavery",
    ]
    wider = below(found, "Wider Safeguarding Partnership – Frequency x 3 annually")
    agencies = [clause.body.text for clause in wider if clause.leads and clause.leads[-1].text == "Relevant Agencies"]
    assert agencies == [
        "National Probation Service",
        "Community Rehabilitation Company",
        "CAFCASS",
        "South Yorkshire Fire & Rescue",
        "Colleges and Training Providers",
        "RMBC Adult Services",
        "Voluntary & Community Sector",
        "Commissioned services",
        "Children’s homes in local area",
    ]


def test_a_table_without_headers_has_those_of_the_last() -> None:
    forum = below(corpus("improving-lives-pack"), "Education Safeguarding Forum – Frequency one per school term")
    assert [clause.text for clause in forum][:3] == [
        "Membership All Schools and Academies",
        "Membership Pupil Referral Units",
        "Membership Special Schools",
    ]


def test_a_table_of_amounts() -> None:
    assert bodies(corpus("improving-lives-pack"), "6.1") == [
        "RMBC 185,431",
        "Rotherham CCG 75,315",
        "Rotherham CCG (training) 22,000",
        "SY Police 44,475",
        "SY Probation 1,077",
        "CAFCASS 550",
        "Total 328,848",
    ]


@pytest.mark.parametrize(
    ("lead", "items"),
    [
        (
            "The report contained sections relating to",
            [
                "Rotherham Children and Young People in context",
                "Governance and Partnership arrangements",
                "Progress on Board priority areas and the Business Plan",
                "Performance and Quality Assurance Sub-Group",
                "Serious Case Review Sub-Group",
                "Child Death Overview Panel",
                "Policy and Procedures Sub-Group",
                "Exploitation Sub-Group",
                "Learning and Development Sub-Group",
                "Lay Members’ Report",
                "Rotherham’s Challenges and Priorities for 2013-16",
            ],
        ),
        (
            "Discussion ensued on the draft protocol with the following issues raised",
            [
                "Although it clarified the relationship between the Safeguarding Board and the Partnership there was "
                "confusion with the Health and Wellbeing Board",
                "Need to explicitly state where the highest levels of priority were and where they belonged",
                "Governance and the Health and Wellbeing Board’s Terms of Reference",
                "What it meant for people on the ground",
                "Clarity on accountability",
                "No Police representation on the Health and Wellbeing Board",
                "Health and Wellbeing Board was responsible for the Health and Wellbeing Strategy not operational "
                "delivery",
            ],
        ),
    ],
)
def test_bullets_in_a_column_of_their_own_before_the_words(lead: str, items: list[str]) -> None:
    found = corpus("families-partnership-pack")
    assert [clause.body.text for clause in found.clauses if clause.leads and clause.leads[0].text == lead] == items


def test_lettered_headings_of_minutes_are_side_by_side() -> None:
    found = corpus("families-partnership-pack")
    other = next(number for number, section in enumerate(found.sections) if section.number == "226")
    siblings = [section.number for section in found.sections if section.parent == other]
    assert siblings == ["A", "B", "C", "E", "F", "G", "I"]


def test_agenda_items_are_sections() -> None:
    found = corpus("improving-lives-pack")
    assert "# 1 Apologies for Absence" in tree(found)
    agenda = [section.number for section in found.sections if section.part == 0 and section.number]
    assert agenda == [str(number) for number in range(1, 12)]
