"""What joint protocols and arrangements between boards say: short names, what is agreed, with whom boards work."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from reading import duties, extracted, facts, pointed

if TYPE_CHECKING:
    from pathlib import Path

_MEMORANDUM = """Memorandum of Understanding

Between the Harbour Bay Health and Wellbeing Board and the Harbour Bay Safeguarding Adults Board

"""


@pytest.mark.parametrize(
    ("body", "fact"),
    [
        (
            "The Chair of the Harbour Bay Health and Wellbeing Board has formally agreed to the arrangements set out "
            "in this memorandum.",
            "Chair of the Harbour Bay Health and Wellbeing Board approves Memorandum of Understanding",
        ),
        (
            "Signed: Independent Chair of Harbour Bay Safeguarding Adults Board",
            "Independent Chair of Harbour Bay Safeguarding Adults Board approves Memorandum of Understanding",
        ),
    ],
)
def test_who_agrees_what_a_paper_sets_out_or_signs_it_approves_it(tmp_path: Path, body: str, fact: str) -> None:
    assert fact in facts(tmp_path, _MEMORANDUM + body, "approves")


def test_a_list_names_some_of_the_boards_that_are_worked_with(tmp_path: Path) -> None:
    paper = """Harbour Bay Safeguarding Adults Board

The Board will work with other boards and partnerships, including:

- the Harbour Bay Youth Justice Board
- the Safer Harbour Partnership
"""
    found = facts(tmp_path, paper, "works_with")
    assert "Harbour Bay Safeguarding Adults Board works_with Harbour Bay Youth Justice Board" in found
    assert "Harbour Bay Safeguarding Adults Board works_with Safer Harbour Partnership" in found


def test_it_goes_on_to_tell_of_the_paper(tmp_path: Path) -> None:
    paper = """Joint Protocol

1. This document sets out the work of the Harbour Bay Health Board and the Harbour Bay Care Board.

2. It also describes how the Harbour Bay Care Board reports to the Harbour Bay Health Board.
"""
    assert "It" not in [text for text, _ in pointed(tmp_path, paper)]


@pytest.mark.parametrize(
    "body",
    [
        "The Police and Crime Panel will be a joint committee of Northwick Council and Ashby Council.",
        "The Chair of the Youth Panel will be Councillor Ann Lee.",
    ],
)
def test_what_a_body_or_post_will_be_is_no_duty(tmp_path: Path, body: str) -> None:
    assert duties(tmp_path, body) == []


def test_it_is_stands_for_a_body_when_shortened(tmp_path: Path) -> None:
    paper = """Harbour Bay Youth Board

The Training Group plans courses. It's chaired by the Head of Care. It's accountable to the Youth Board.
"""
    found = facts(tmp_path, paper, "chairs", "accountable_to")
    assert found == {"Head of Care chairs Training Group", "Training Group accountable_to Youth Board"}


@pytest.mark.parametrize("lead", ["The Youth Board includes;", "The Youth Board will have regular membership from:"])
def test_lead_ins_of_members(tmp_path: Path, lead: str) -> None:
    paper = f"Harbour Bay Youth Board\n\n{lead}\n\n- Northwick Police\n- the Ashby Housing Trust\n"
    found = facts(tmp_path, paper, "member_of")
    assert {fact.split(" member_of ")[0] for fact in found} == {"Northwick Police", "Ashby Housing Trust"}


def test_an_acronym_of_posts_is_theirs_though_bodies_are_called_so_too(tmp_path: Path) -> None:
    paper = """Harbour Bay Arrangements

Lead School Principals (LSPs) meet twice a year. The Executive Board reports to the LSPs.
"""
    named = [mention for mention in extracted(tmp_path, paper).mentions if mention.text == "LSPs"]
    assert {mention.type.value for mention in named} == {"role"}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "The Youth Board has a range of functions including developing local plans.",
            ("Youth Board", "function", "develop", "develop local plans"),
        ),
        (
            "The role of the Youth Board includes advising schools.",
            ("Youth Board", "function", "advise", "advise schools"),
        ),
        (
            "The Youth Board will coordinate work with the aim of:\n\n- reducing harm\n- helping families",
            ("Youth Board", "function", "reduce", "reduce harm"),
        ),
        (
            "In carrying out their duties, responsible authorities also have further obligations, including to:\n\n"
            "- prepare a plan\n- share their data",
            ("responsible authorities", "must", "prepare", "prepare a plan"),
        ),
    ],
)
def test_work_that_a_noun_announces(tmp_path: Path, body: str, expected: tuple[str, str, str, str]) -> None:
    assert expected in duties(tmp_path, body)


@pytest.mark.parametrize(
    "body",
    [
        "Local authorities are no longer required to produce a Children's Plan.",
        "There are no longer statutory duties for local authorities to produce a Children's Plan.",
        "The law imposes a duty on the Youth Board to assess the risks posed by:\n\n- known offenders\n- other persons",
    ],
)
def test_what_has_ceased_or_tells_of_others_is_no_duty(tmp_path: Path, body: str) -> None:
    assert duties(tmp_path, body) == []


def test_a_purpose_in_front_is_no_duty_of_its_own(tmp_path: Path) -> None:
    found = duties(tmp_path, "To ensure openness, the Youth Board shall be required to report to the Cabinet.")
    assert [duty[2] for duty in found] == ["report"]


@pytest.mark.parametrize(
    ("paper", "fact"),
    [
        (
            "Harbour Bay Youth Board\n\nThe Board will:\n\n1. Write an annual report on its activities to:\n\n"
            "(a) the Executive\n\n(b) the Children's Scrutiny Panel\n",
            "Harbour Bay Youth Board reports_to Children's Scrutiny Panel [product=annual report on its activities]",
        ),
        (
            "Harbour Bay Youth Board\n\nAccountable to: the Cabinet and the Police and Crime Commissioner\n",
            "Harbour Bay Youth Board accountable_to Cabinet",
        ),
        (
            "Harbour Bay Youth Board\n\nThe Youth Board is a committee of the Council under S102 (1) of the Local "
            "Government Act 1972.\n",
            "Youth Board established_under Local Government Act 1972",
        ),
        (
            "Harbour Bay Youth Board\n\nThe functions of the Board are to:\n\na) Review such plans of the Council that "
            "the Board considers appropriate, to assess whether they make explicit their part in improving outcomes "
            "for children, and to make recommendations to elected Members as to how such plans could be better.\n",
            "Board advises elected Members",
        ),
        (
            "Harbour Bay Youth Board\n\nThe Board will develop strong linkages to the Care Forum.\n",
            "Board works_with Care Forum",
        ),
        (
            "Harbour Bay Youth Board\n\nThe members of the Board are:\n\n- the Head of Care\n\nBy invite:\n\n"
            "- Northwick Police\n",
            "Northwick Police member_of Harbour Bay Youth Board [capacity=in_attendance]",
        ),
    ],
)
def test_relations_of_boards(tmp_path: Path, paper: str, fact: str) -> None:
    found = facts(tmp_path, paper)
    assert any(fact in one for one in found), found


def test_whose_the_paper_is_by_its_own_words_is_no_duty(tmp_path: Path) -> None:
    assert duties(tmp_path, "This protocol is issued by the Home Secretary to set out how boards work.") == []


def test_police_begins_the_subject_of_a_plan_and_owns_none(tmp_path: Path) -> None:
    paper = "Working arrangements\n\nThe meeting will discuss issues relating to the Police and Crime Plan.\n"
    assert all(m.name != "Police" for m in extracted(tmp_path, paper, title="").mentions)


def test_a_law_that_leads_into_the_aims_of_a_board_founds_it(tmp_path: Path) -> None:
    paper = """Harbour Bay Youth Board

Section 14 of the Children Act 2004 sets out the objectives of the Youth Board, which are:

- to coordinate services
- to help families
"""
    assert "Youth Board established_under Children Act 2004" in facts(tmp_path, paper, "established_under")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "The legislation requires:\n\n1. Local authorities to ensure that a panel exists;\n"
            "2. The Youth Panel to develop a support plan.",
            [
                ("Local authorities", "must", "ensure", "ensure that a panel exists"),
                ("Youth Panel", "must", "develop", "develop a support plan"),
            ],
        ),
        ("The Director shall Chair the Youth Board.", [("Director", "must", "chair", "chair the Youth Board")]),
    ],
)
def test_who_does_what_a_law_requires_and_chairs_with_a_capital(
    tmp_path: Path, body: str, expected: list[tuple[str, str, str, str]]
) -> None:
    assert duties(tmp_path, body) == expected


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("The Panel makes proposals to the Lead Member for Housing/Cabinet.", "Panel advises Cabinet"),
        (
            "The Panel makes proposals to the Lead Member for Housing/Cabinet.",
            "Panel advises Lead Member for Housing",
        ),
        (
            "The Panel includes the Chair or Vice-Chair of the Ashby Board.",
            "Chair of the Ashby Board member_of Harbour Bay Youth Panel",
        ),
    ],
)
def test_who_stands_beside_a_slash_or_an_or(tmp_path: Path, text: str, fact: str) -> None:
    found = facts(tmp_path, f"Harbour Bay Youth Panel\n\n{text}\n")
    assert any(fact in one for one in found), found


@pytest.mark.parametrize(
    "body",
    ["Schools hope for an effective Youth Service that supports families.", "This was a Youth Service that helps."],
)
def test_what_a_sort_of_service_does_is_no_duty_of_it(tmp_path: Path, body: str) -> None:
    assert [duty for duty in duties(tmp_path, body) if duty[0] == "Youth Service"] == []


@pytest.mark.parametrize("end", ["in cases where", "who"])
def test_an_objective_whose_list_only_tells_of_whom_is_a_duty_itself(tmp_path: Path, end: str) -> None:
    body = f"The objective of the Youth Board is to help and protect adults {end}:\n\n- they need care\n- are at risk"
    assert [(d[0], d[1], d[2]) for d in duties(tmp_path, body)] == [("Youth Board", "function", "help")]


def test_a_form_whose_signature_is_left_empty_tells_who_holds_the_post(tmp_path: Path) -> None:
    paper = """Harbour Bay Safeguarding Adults Board Constitution

Name: Stephen Hart
Signed:
Designation: Head of Care
Dated:
"""
    assert "Stephen Hart holds Head of Care" in facts(tmp_path, paper, "holds")


def test_both_boards_bear_what_they_agree_to_and_the_next_number_ends_the_list(tmp_path: Path) -> None:
    paper = """Joint Working Protocol

1. The Harbour Health Board (HHB) and the Harbour Care Board (HCB) agree to:
- share their reports
- consult each other

2. Each board will:
- invite the other once a year
- refer matters of concern

3. Where agreement cannot be reached, the Clerk will decide.
"""
    read_ = extracted(tmp_path, paper, title="")
    said = [(read_.mentions[d.bearer].name, d.content.text) for d in read_.duties]
    assert ("Harbour Health Board", "share their reports") in said
    assert ("Harbour Care Board", "share their reports") in said
    assert [bearer for bearer, text in said if "decide" in text] == ["Clerk"]


def test_to_inform_a_board_of_their_findings_makes_it_no_part(tmp_path: Path) -> None:
    paper = "Arrangements\n\nThe Safety Partnership runs reviews and will inform the Care Board of their findings.\n"
    assert facts(tmp_path, paper, "part_of") == set()


_BETWEEN = """Joint Protocol

1. Introduction

This protocol is between the Harbour Bay Children Partnership and the Harbour Bay Adults Board.

2. Working together

"""


@pytest.mark.parametrize(
    ("said", "office"),
    [
        ("The Chairs of the two Boards will meet every spring.", "Chair"),
        ("The chair of either board may call a joint meeting.", "chair"),
    ],
)
def test_the_chairs_of_both_boards_are_one_of_each(tmp_path: Path, said: str, office: str) -> None:
    read_ = extracted(tmp_path, _BETWEEN + said, title="")
    bearers = [read_.mentions[d.bearer] for d in read_.duties]
    assert [m.name for m in bearers] == [
        f"{office} of the Harbour Bay Children Partnership",
        f"{office} of the Harbour Bay Adults Board",
    ]
    assert [read_.mentions[m.owner].name for m in bearers if m.owner is not None] == [
        "Harbour Bay Children Partnership",
        "Harbour Bay Adults Board",
    ]


@pytest.mark.parametrize("those", ["Both parties", "Both organisations", "Both partners"])
def test_both_parties_are_the_two_that_a_paper_joins(tmp_path: Path, those: str) -> None:
    read_ = extracted(tmp_path, f"{_BETWEEN}{those} will share their plans.", title="")
    bearers = [read_.mentions[d.bearer].name for d in read_.duties]
    assert bearers == ["Harbour Bay Children Partnership", "Harbour Bay Adults Board"]


def test_both_parties_are_nobody_in_particular_where_a_paper_joins_three(tmp_path: Path) -> None:
    paper = _BETWEEN.replace("and the", "the Harbour Bay Youth Panel and the") + "Both parties will share their plans."
    read_ = extracted(tmp_path, paper, title="")
    assert "Harbour Bay Children Partnership" not in [read_.mentions[d.bearer].name for d in read_.duties]


def test_the_chairs_of_bodies_that_a_list_names_are_one_of_each_and_act_together(tmp_path: Path) -> None:
    paper = (
        "Tide Protocol\n\n1. Work\n\nThe independent chairs of the Saltmere Flood Forum, the Tide Panel and the "
        "Harbour Board must agree. The Chairs of the Tide Panel and the Harbour Board sit on the Marsh Council.\n"
    )
    extraction = extracted(tmp_path, paper, title="")
    bearers = {extraction.mentions[duty.bearer].name for duty in extraction.duties}
    chairs = {f"independent chair of the {body}" for body in ("Saltmere Flood Forum", "Tide Panel", "Harbour Board")}
    assert bearers == chairs
    members = facts(tmp_path, paper, "member_of")
    assert members == {f"Chair of the {body} member_of Marsh Council" for body in ("Tide Panel", "Harbour Board")}


def test_a_verb_behind_the_short_name_of_a_body_is_no_noun(tmp_path: Path) -> None:
    paper = (
        "Tide Protocol\n\nThe aim of this protocol is to define how the Flood Forum (FF) and the Tide Panel (TP) work "
        "together with the Harbour Board.\n"
    )
    assert "Tide Panel works_with Harbour Board" in facts(tmp_path, paper, "works_with")


def test_the_chair_of_some_work_chairs_no_board_that_is_not_named(tmp_path: Path) -> None:
    paper = "Harbour Bay Health Board\n\nThe Chair of Scrutiny will meet the Chair of the Board twice a year.\n"
    assert facts(tmp_path, paper, "chairs") == {"Chair of the Board chairs Harbour Bay Health Board"}


@pytest.mark.parametrize(
    "said",
    [
        "The Harbour Bay Health Board is an Executive Committee of Harbour Bay Council.",
        "Health boards are statutory bodies created under the Health Act 2006.",
        "The Harbour Bay Health Board is a high level, strategic board that will oversee the Care Panel.",
    ],
)
def test_what_a_body_is_said_to_be_is_no_other_body(tmp_path: Path, said: str) -> None:
    names = {mention.name for mention in extracted(tmp_path, said, title="").mentions}
    assert names.isdisjoint({"Executive Committee", "statutory bodies", "strategic board"})


def test_who_does_what_a_board_of_a_sort_does_is_the_board_itself(tmp_path: Path) -> None:
    said = "The Harbour Bay Health Board is a high level, strategic board that will set the budget."
    assert [d[0] for d in duties(tmp_path, said, title="")] == ["Harbour Bay Health Board"]


@pytest.mark.parametrize(
    ("said", "duty"),
    [
        (
            "There is a statutory requirement for the Board to produce an annual report.",
            ("Harbour Bay Safeguarding Board", "must", "produce"),
        ),
        (
            "There is an expectation that the Harbour Health Board will share its plan.",
            ("Harbour Health Board", "will", "share"),
        ),
    ],
)
def test_what_is_required_or_expected_of_somebody_is_a_duty(tmp_path: Path, said: str, duty: tuple[str, ...]) -> None:
    assert [found[:3] for found in duties(tmp_path, said)] == [duty]


@pytest.mark.parametrize(
    "said",
    [
        "The term of office of the Chair will be a period of two years.",
        "The Harbour Boards will be collectively referred to as the Boards in this protocol.",
        "The Board knows persons who are considered by the Harbour Police to be at risk.",
    ],
)
def test_how_long_a_term_is_and_what_a_paper_calls_a_body_are_no_duties(tmp_path: Path, said: str) -> None:
    assert duties(tmp_path, said) == []


def test_questions_that_members_may_have_are_no_duty(tmp_path: Path) -> None:
    said = "The Secretariat will answer any questions that Board members may have or any that they may raise."
    assert {d[0] for d in duties(tmp_path, said)} == {"Secretariat"}


def test_what_is_said_of_a_body_behind_its_old_name_is_not_said_of_the_old_one(tmp_path: Path) -> None:
    said = "The Harbour Abuse Board (HAB), formerly the Harbour Care Panel (HCP), is a sub-group of the Safety Forum."
    assert facts(tmp_path, said, "part_of") == {"Harbour Abuse Board part_of Safety Forum"}


def test_the_executive_board_that_another_has_is_no_part_of_the_body_of_the_paper(tmp_path: Path) -> None:
    paper = "Harbour Bay Safety Partnership\n\nThe report goes to the Harbour Bay Council's Executive Board.\n"
    assert facts(tmp_path, paper, "part_of") == {"Executive Board part_of Harbour Bay Council"}


def test_an_acronym_behind_a_chair_is_the_boards_though_its_name_has_a_possessive(tmp_path: Path) -> None:
    paper = "Jean Hart is Independent Chair of the Marlow Safeguarding Children's Board (MSCB). MSCB meets monthly."
    read_ = extracted(tmp_path, paper)
    assert [(a.short, a.long) for a in read_.aliases] == [("MSCB", "Marlow Safeguarding Children's Board")]
    assert {m.type.value for m in read_.mentions if m.text == "MSCB"} == {"body"}


def test_organisations_and_agencies_that_work_together_are_one_crowd(tmp_path: Path) -> None:
    said = "The purpose is to enable local organisations and agencies to work together."
    assert facts(tmp_path, said, "works_with") == set()


def test_what_a_board_may_support_with_is_no_duty(tmp_path: Path) -> None:
    said = "The Health Board will share any barriers which the Care Group may be able to support with."
    assert {d[0] for d in duties(tmp_path, said)} == {"Health Board"}


def test_the_act_that_a_paper_so_calls_is_no_body_that_bears_duties(tmp_path: Path) -> None:
    said = (
        "Section 28 of the Marlow Police Act 2011 (“the Act”) provides for panels. Schedule 6 to the Act provides that "
        "the local authorities must (a) establish a police and crime panel, and (b) make the panel arrangements."
    )
    read_ = extracted(tmp_path, said)
    assert {read_.mentions[d.bearer].name for d in read_.duties} == {"local authorities"}


_SIGNED_BY_BOTH = {
    "Independent Chair approves Memorandum of Understanding",
    "Head of Care approves Memorandum of Understanding",
}


@pytest.mark.parametrize(
    "block",
    [
        "Signed: Independent Chair; Head of Care",
        "Signed for the two boards\n\nIndependent Chair ..................\nHead of Care ..................",
        "Agreed by\n\nIndependent Chair\n\nHead of Care",
        "Approved by:\n\nIndependent Chair                    Date:\nHead of Care                         Date:",
        "Signed:\n\nIndependent Chair                    Head of Care",
    ],
)
def test_each_post_of_a_block_of_signatures_approves_the_paper(tmp_path: Path, block: str) -> None:
    body = f"1. Review\n\nThis memorandum is reviewed every year.\n\n{block}\n"
    assert facts(tmp_path, _MEMORANDUM + body, "approves") == _SIGNED_BY_BOTH


def test_a_block_of_signatures_ends_where_the_paper_goes_on(tmp_path: Path) -> None:
    body = "Signed: Independent Chair\n\nThe papers are sent to the Head of Care.\n\nContact: Head of Law\n"
    assert facts(tmp_path, _MEMORANDUM + body, "approves") == {"Independent Chair approves Memorandum of Understanding"}


def test_proposals_in_relation_to_a_budget_go_to_nobody(tmp_path: Path) -> None:
    paper = "Tide Panel\n\n1. Work\n\nIt reviews proposals made by the Cabinet in relation to the Council's Budget.\n"
    assert facts(tmp_path, paper, "advises", "reports_to") == set()


def test_people_whom_only_a_paper_tells_are_nobody(tmp_path: Path) -> None:
    paper = "Tide Panel\n\n1. Work\n\nThe Tide Panel hears feedback from the Quality Assurance Framework officers.\n"
    names = {mention.name for mention in extracted(tmp_path, paper, title="").mentions}
    assert "officers" not in names


def test_the_name_of_a_class_does_not_end_with_an_apostrophe(tmp_path: Path) -> None:
    paper = "Tide Panel\n\n1. Work\n\nThe Tide Panel agrees all Overview and Scrutiny Committees' plans.\n"
    names = {mention.name for mention in extracted(tmp_path, paper, title="").mentions}
    assert "Overview and Scrutiny Committees" in names


def test_what_people_can_expect_is_nobodys_power(tmp_path: Path) -> None:
    paper = "The Board will tell children in care about the parenting they can expect from the Council."
    assert [duty[1] for duty in duties(tmp_path, paper)] == ["will"]


def test_the_chair_of_a_local_body_is_that_bodys_though_it_has_no_capitals(tmp_path: Path) -> None:
    paper = "Tide Panel\n\n1. Work\n\nIt writes to the chair of the local health and wellbeing board.\n"
    chair = "chair of the local health and wellbeing board"
    assert facts(tmp_path, paper, "chairs") == {f"{chair} chairs health and wellbeing board"}


def test_a_report_goes_to_an_organisation_that_is_called_one(tmp_path: Path) -> None:
    paper = "Tide Panel\n\n1. Work\n\nThe annual report must be sent to the local Healthwatch organisation.\n"
    assert "Tide Panel reports_to Healthwatch" in " ".join(facts(tmp_path, paper, "reports_to"))


def test_no_more_than_ten_is_a_number_and_no_ban(tmp_path: Path) -> None:
    found = duties(
        tmp_path, "The Flood Forum shall elect no more than ten members. The Flood Forum shall have no vote."
    )
    assert [duty[1] for duty in found] == ["must", "must_not"]


def test_whom_a_council_includes_in_another_body_are_no_members_of_the_council(tmp_path: Path) -> None:
    paper = (
        "Tide Panel\n\n1. Work\n\nIt hears other organisations that are included by Saltmere Council in the "
        "membership of the Youth Forum.\n"
    )
    assert not any(fact.endswith("member_of Saltmere Council") for fact in facts(tmp_path, paper, "member_of"))


@pytest.mark.parametrize(
    ("what", "modality"), [("responsibilities", "function"), ("functions", "function"), ("powers", "may")]
)
def test_tasks_that_are_delegated_are_functions_and_powers_are_powers(tmp_path: Path, what: str, modality: str) -> None:
    found = duties(
        tmp_path, f"The following {what} are delegated to the Clerk:\n\n- keep the minutes\n- sign cheques\n"
    )
    assert [duty[1] for duty in found] == [modality, modality]


def test_chairs_without_a_body_are_those_of_several_and_of_none_alone(tmp_path: Path) -> None:
    assert facts(tmp_path, "Tide Board\n\n1. Work\n\nThe Chairs meet twice a year.\n", "chairs") == set()


_TWO_BOARDS = """Joint Working Protocol

Between the Harbour Bay Safety Board (HBSB) and the Harbour Bay Wellbeing Board (HBWB)

"""


def test_a_chair_of_two_and_another_together_agree_and_neither_board_does(tmp_path: Path) -> None:
    body = (
        "The Independent Chair of the HBSB and HBWB, together with the Chair of the Northwick Trust, have formally "
        "agreed to the arrangements set out in this protocol."
    )
    agreeing = {fact.partition(" approves")[0] for fact in facts(tmp_path, _TWO_BOARDS + body, "approves")}
    assert agreeing == {"Independent Chair of the HBSB and HBWB", "Chair of the Northwick Trust"}


@pytest.mark.parametrize("link", ["together with", "along with", "alongside", "jointly with"])
def test_who_acts_together_with_another_acts_with_it(tmp_path: Path, link: str) -> None:
    body = f"The Harbour Bay Safety Board, {link} the Northwick Trust, oversees the Youth Forum."
    found = facts(tmp_path, _TWO_BOARDS + body, "oversees")
    assert found == {"Harbour Bay Safety Board oversees Youth Forum", "Northwick Trust oversees Youth Forum"}


def test_what_money_is_subject_to_gets_none_of_it(tmp_path: Path) -> None:
    body = "Money will be allocated by the Northwick Trust subject to the decisions of the Harbour Bay Safety Board."
    found = extracted(tmp_path, _TWO_BOARDS + body, title="")
    assert [found.mentions[d.bearer].name for d in found.duties] == ["Northwick Trust"]
    assert "funds" not in {f.predicate for f in found.facts}


def test_a_list_without_an_and_goes_on_to_its_last(tmp_path: Path) -> None:
    body = "The Board brings together representatives from Healthwatch, Northwick Trust, the Probation Service."
    found = facts(tmp_path, _TWO_BOARDS + body, "member_of")
    assert "Probation Service member_of Harbour Bay Safety Board" in found


def test_acronyms_of_several_may_run_on_to_their_number(tmp_path: Path) -> None:
    body = "2.1HBSBs were established under the Harbour Act 2012.\n\n2.2The Board meets monthly."
    found = facts(tmp_path, _TWO_BOARDS + body, "established_under")
    assert "HBSBs established_under Harbour Act 2012" in found


def test_what_a_focus_will_be_on_is_work_where_it_is_a_deed(tmp_path: Path) -> None:
    body = "The Board's first focus will be on:\n\n- sharing what is learnt\n- housing\n- speaking for children"
    assert [text for *_, text in duties(tmp_path, body)] == ["share what is learnt", "speak for children"]


def test_what_nobody_can_do_alone_is_forbidden_to_none(tmp_path: Path) -> None:
    assert duties(tmp_path, "This work cannot be done by the Northwick Trust alone.") == []


def test_who_must_be_there_for_a_quorum_sits_by_no_label_of_it(tmp_path: Path) -> None:
    paper = """Harbour Bay Safety Board

2. Membership
- Chief Nurse: Marsh Hospital
- Independent Scrutineer
3. Quoracy: The three lead partners, Marsh County Council and Marsh Constabulary.
4. Review: yearly
"""
    found = facts(tmp_path, paper, "member_of")
    assert not any(fact.startswith("Marsh C") for fact in found)
    assert "Independent Scrutineer member_of Harbour Bay Safety Board" in found


def test_a_plural_behind_a_boards_name_is_no_part_of_it(tmp_path: Path) -> None:
    paper = """The Harbour Bay Children Board Subgroups

The following subgroups have been created:

- Governance Group
- Neglect Subgroup
"""
    assert facts(tmp_path, paper, "part_of") == {
        "Governance Group part_of Harbour Bay Children Board",
        "Neglect Subgroup part_of Harbour Bay Children Board",
    }


@pytest.mark.parametrize("said", ["post sits within", "role is embedded within", "role is based in", "sits within"])
def test_where_a_post_sits_it_belongs(tmp_path: Path, said: str) -> None:
    found = facts(tmp_path, f"{_TWO_BOARDS}The Business Manager {said} the Safeguarding Unit.", "post_in")
    assert "Business Manager post_in Safeguarding Unit" in found


def test_what_the_body_is_responsible_for_to_whose_head_somebody_answers_is_not_his(tmp_path: Path) -> None:
    body = "The Chair is accountable to the Chief Executive as the lead body responsible for setting up the Board."
    assert [name for name, *_ in duties(tmp_path, body) if name == "Chair"] == []


def test_who_is_advised_by_the_first_of_several_verbs_stands_behind_the_last(tmp_path: Path) -> None:
    body = "The Board's functions are:\n\n- to advise, guide and provide leadership to Northwick Council on children"
    assert "Harbour Bay Safety Board advises Northwick Council" in facts(
        tmp_path, "Harbour Bay Safety Board\n\n" + body, "advises"
    )


def test_what_representatives_will_be_able_to_do_they_may(tmp_path: Path) -> None:
    body = "Representatives of the Board will be able to:\n\n- speak for their organisation\n- commit it to plans"
    assert [modality for _, modality, *_ in duties(tmp_path, body)] == ["may", "may"]


def test_what_is_done_beside_matters_that_somebody_referred_is_done_by_the_same(tmp_path: Path) -> None:
    paper = """Harbour Youth Panel

The Panel's role is:

- to consider matters referred to the Panel and to make recommendations to Cabinet/Portfolio Holder as needed
"""
    assert facts(tmp_path, paper, "advises") == {
        "Harbour Youth Panel advises Cabinet",
        "Harbour Youth Panel advises Portfolio Holder",
    }


def test_ways_in_which_somebody_can_do_better_allow_nothing(tmp_path: Path) -> None:
    body = "The Board will look at ways in which Northwick Council can improve its homes."
    assert [name for name, *_ in duties(tmp_path, body)] == ["Harbour Bay Safeguarding Board"]


def test_a_chair_in_small_letters_behind_initials_is_an_office(tmp_path: Path) -> None:
    body = "It is the responsibility of the Chief Executive to appoint or remove the HBSB chair."
    assert facts(tmp_path, _TWO_BOARDS + body, "appoints") == {"Chief Executive appoints chair"}


def test_whose_membership_a_lead_in_tells_has_those_below_it(tmp_path: Path) -> None:
    paper = """Harbour Bay Local Partnership

The Steering Group meets monthly. The steering group membership will include:

- the District Manager
- the Head of Care
"""
    assert "Head of Care member_of steering group" in facts(tmp_path, paper, "member_of")


def test_a_statutory_membership_is_that_of_the_papers_body(tmp_path: Path) -> None:
    body = "The statutory membership is Northwick Council, the Harbour Trust and Healthwatch."
    found = facts(tmp_path, f"Harbour Bay Safety Board\n\n{body}", "member_of")
    assert "Harbour Trust member_of Harbour Bay Safety Board" in found


def test_who_holds_somebody_to_account_for_the_work_of_a_board_stands_behind_it(tmp_path: Path) -> None:
    body = "The Chair will be held to account for the effective working of the Board by the Chief Executive."
    found = facts(tmp_path, f"Harbour Bay Safety Board\n\n{body}", "oversees", "chairs")
    assert "Chief Executive oversees Chair" in found
    assert "Chief Executive chairs Harbour Bay Safety Board" not in found


def test_authorities_of_a_tier_are_a_class(tmp_path: Path) -> None:
    body = "Every top tier local authority in the region is required to name a lead member for children."
    assert [name for name, *_ in duties(tmp_path, body)] == ["top tier local authority"]


def test_a_sentence_behind_an_item_is_no_part_of_what_the_lead_in_says(tmp_path: Path) -> None:
    body = (
        "The Board will:\n\n- agree the annual report. Once agreed, the report will be sent to the Northwick Trust\n"
        "- meet monthly"
    )
    assert [text for _, _, action, text in duties(tmp_path, body) if action == "once"] == []
    assert "agree the annual report" in [text for *_, text in duties(tmp_path, body)]


def test_what_a_meeting_is_asked_to_note_is_no_duty(tmp_path: Path) -> None:
    body = "Northwick Cabinet is asked to note the report. Northwick Cabinet is asked to approve the plan."
    assert [text for *_, text in duties(tmp_path, body)] == ["approve the plan"]


def test_a_law_that_requires_something_where_a_case_is_met_says_so_before_the_cases(tmp_path: Path) -> None:
    body = (
        "Section 42 requires local authorities to set up a Northwick Board to protect cases where an adult:\n\n"
        "a) needs care; and\n\nb) is at risk."
    )
    assert [name for name, *_ in duties(tmp_path, body)] == ["local authorities"]


@pytest.mark.parametrize("modal", ["must", "should"])
def test_what_members_must_be_able_to_do_they_must(tmp_path: Path, modal: str) -> None:
    body = f"Board members {modal} be able to commit their agency."
    assert [modality for _, modality, *_ in duties(tmp_path, body)] == [modal]


def test_those_between_whom_a_body_is_a_partnership_sit_on_it(tmp_path: Path) -> None:
    body = "The Harbour Bay Trust is a partnership between Northwick Council and Marsh Constabulary."
    assert facts(tmp_path, f"Harbour Bay Trust\n\n{body}", "works_with", "member_of") == {
        "Northwick Council member_of Harbour Bay Trust",
        "Marsh Constabulary member_of Harbour Bay Trust",
    }
