"""What agreements, plans and arrangements of partnerships say: rosters, whose work it is, deputies, both boards."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from reading import duties, extracted, facts

if TYPE_CHECKING:
    from pathlib import Path


def test_what_a_boards_work_includes_is_its_work_where_it_says_what_is_done(tmp_path: Path) -> None:
    body = """The core features of the Harbour Bay Review Panel's work include:

- Monitoring the operation of the arrangements.
- Preparing the annual report.
- Trauma awareness
"""
    found = {(bearer, text) for bearer, _, _, text in duties(tmp_path, body)}
    assert found == {
        ("Harbour Bay Review Panel", "monitor the operation of the arrangements"),
        ("Harbour Bay Review Panel", "prepare the annual report"),
    }


def test_what_is_asked_of_a_deputy_makes_no_rule_of_a_list_of_members(tmp_path: Path) -> None:
    paper = """Terms of Reference of the Pier Commissioning Board

1. Membership

1.1 The membership of the Board will be as follows:

(a) Saltmere Trust: Chief Finance Officer and a Clinical Lead or a deputy to be notified in writing to the Treasurer in
advance of any meeting;
(b) Holderby Council: Head of Law, Head of Care and the Section 151 Officer or a deputy to be notified in writing.
"""
    found = facts(tmp_path, paper, "member_of", "post_in")
    assert found == {
        *(
            f"{post} member_of Pier Commissioning Board"
            for post in (
                "Chief Finance Officer", "Clinical Lead", "Head of Law", "Head of Care", "Section 151 Officer",
            )
        ),
        *(f"{post} post_in Saltmere Trust" for post in ("Chief Finance Officer", "Clinical Lead")),
        *(f"{post} post_in Holderby Council" for post in ("Head of Law", "Head of Care", "Section 151 Officer")),
    }  # fmt: skip


def test_board_membership_is_that_of_the_board_the_paper_tells_of(tmp_path: Path) -> None:
    paper = """Holderby Youth Partnership

Youth Plan

The service is overseen by the Holderby Youth Management Board. The Board meets each quarter.

Board Membership

Name               Role                     Organisation
Ann Lee            Head of Care             Holderby Council
Ben Moss           Director of Nursing      Saltmere Trust
"""
    found = facts(tmp_path, paper, "member_of")
    assert "Ann Lee member_of Holderby Youth Management Board" in found
    assert not any(fact.endswith("Holderby Youth Partnership") for fact in found)


_REPRESENTATIVES = """Holderby Prevention Board

2. Members

Organisation                   Representative
Holderby Council               Director of Parks (Chair)
                               Youth Co-ordinator
                               Head of Care and Quality
                               Training Officer
Saltmere Police                Chief Superintendent
Harbour College                Vice Principal
"""


def test_posts_of_one_organisation_each_on_a_line_are_several(tmp_path: Path) -> None:
    found = facts(tmp_path, _REPRESENTATIVES, "post_in")
    assert {fact for fact in found if fact.endswith("Holderby Council")} == {
        "Director of Parks post_in Holderby Council",
        "Youth Co-ordinator post_in Holderby Council",
        "Head of Care and Quality post_in Holderby Council",
        "Training Officer post_in Holderby Council",
    }


def test_only_the_post_beside_the_word_chairs_where_a_cell_has_several(tmp_path: Path) -> None:
    assert facts(tmp_path, _REPRESENTATIVES, "chairs") == {"Director of Parks chairs Holderby Prevention Board"}


def test_a_blank_line_may_only_group_the_rows_of_a_table(tmp_path: Path) -> None:
    paper = """Holderby Review Panel

3. Membership

Public Health                      Dr Ann Lee
Designated Doctor for Reviews      Dr Ben Moss
Designated Nurse                   Cora Webb
Saltmere Police                    DCI Dan Holt
Lay representation                 Mr Evan Rudd

Panel Administrator                Fay Storr
"""
    found = facts(tmp_path, paper, "holds", "member_of")
    assert "Dr Ben Moss holds Designated Doctor for Reviews" in found
    assert "Cora Webb holds Designated Nurse" in found
    assert not any(fact.endswith("Public Health") for fact in found)


def test_between_is_in_no_name_of_a_body(tmp_path: Path) -> None:
    paper = """Harbour Wellbeing Board
Harbour Safeguarding Adults Board

JOINT WORKING PROTOCOL BETWEEN STRATEGIC PARTNERSHIP BOARDS

This protocol describes the boards. None of the boards is subordinate to another.
"""
    assert facts(tmp_path, paper, "peer_of") == {"Harbour Wellbeing Board peer_of Harbour Safeguarding Adults Board"}


def test_both_are_the_two_that_were_joined_last(tmp_path: Path) -> None:
    paper = """Protocol

The Chair of the Pier Panel is a member of the Care Executive. The Risk Sub-group is a joint sub-group of the Care Board
and the Pier Panel and reports to both.
"""
    assert facts(tmp_path, paper, "reports_to") == {
        "Risk Sub-group reports_to Care Board",
        "Risk Sub-group reports_to Pier Panel",
    }


def test_who_hosts_a_unit_is_not_made_up_of_its_officers(tmp_path: Path) -> None:
    paper = """Harbour Forum

The Secretariat is hosted by Saltmere Police and consists of a Support Manager and a Co-ordinator.
"""
    found = facts(tmp_path, paper, "member_of", "post_in")
    assert found == {"Support Manager post_in Secretariat", "Co-ordinator post_in Secretariat"}


def test_what_a_service_is_made_up_of_is_a_part_and_no_member(tmp_path: Path) -> None:
    paper = "Harbour Council\n\nThe Places Directorate comprises the Trees Team and the Paths Team.\n"
    found = facts(tmp_path, paper, "part_of", "member_of")
    assert {"Trees Team part_of Places Directorate", "Paths Team part_of Places Directorate"} <= found
    assert not any("member_of" in fact for fact in found)


def test_nor_denies_what_stands_behind_it(tmp_path: Path) -> None:
    paper = "Harbour Forum\n\nThe Forum is not a legal entity, nor does it have powers to direct the Pier Panel.\n"
    assert facts(tmp_path, paper, "oversees") == {"Harbour Forum not oversees Pier Panel"}


def test_a_decision_making_body_of_a_partnership_does_not_consist_of_it(tmp_path: Path) -> None:
    paper = "Harbour Care Partnership\n\nThe Executive Group is the decision making body of the Partnership.\n"
    assert facts(tmp_path, paper, "member_of") == set()


def test_who_keeps_and_reports_by_exception_reports(tmp_path: Path) -> None:
    paper = "Harbour Forum\n\nThe Audit Panel monitors spending and reports by exception to the Pier Board.\n"
    assert facts(tmp_path, paper, "reports_to") == {"Audit Panel reports_to Pier Board"}


def test_below_internal_audit_a_committee_does_its_own_work(tmp_path: Path) -> None:
    body = """5. Responsibilities of the Committee

Internal audit

- Reviewing and approving the annual internal audit plan
- Considering the cost of the service
"""
    found = duties(tmp_path, body, title="Audit Committee Terms of Reference\n\n")
    assert {bearer for bearer, *_ in found} == {"Audit Committee"}


def test_an_independent_chair_on_a_line_of_its_own_is_that_of_the_boards_section(tmp_path: Path) -> None:
    paper = """Harbour Care Partnership

2. Pier Safeguarding Board

The Pier Safeguarding Board must:

- publish a plan
- conduct any Adults Review
Independent Chair: Ann Lee
"""
    assert facts(tmp_path, paper, "chairs") >= {"Ann Lee chairs Pier Safeguarding Board"}
    assert not any(fact.endswith("Partnership") for fact in facts(tmp_path, paper, "chairs"))


def test_the_groups_of_a_table_report_to_whom_its_lead_in_names(tmp_path: Path) -> None:
    paper = """Harbour Resilience Forum

3. Sub-groups

The following sub-groups report to the Business Group:

Sub-group                 Chair                       Meets
Risk Assessment           Environment Agency          Quarterly
Warning and Informing     Saltmere Police             Twice yearly
"""
    assert facts(tmp_path, paper, "reports_to") == {
        "Risk Assessment reports_to Business Group",
        "Warning and Informing reports_to Business Group",
    }


def test_the_partners_of_an_area_are_these(tmp_path: Path) -> None:
    paper = """Harbour Safeguarding Partnership

The Act set up arrangements led by three safeguarding partners. In Harbour these are Holderby Council, Saltmere Police
and NHS Pier Integrated Care Board.
"""
    assert "Saltmere Police member_of Harbour Safeguarding Partnership" in facts(tmp_path, paper, "member_of")


def test_the_board_is_the_one_with_a_section_of_its_own_before_one_that_is_only_named(tmp_path: Path) -> None:
    body = """Part A: The Partnership

1. Introduction
This Agreement sets out how the members of the Harbour Children's Partnership ("the Partnership") will work together to
improve outcomes.

2. Status
2.1 The Partnership is a voluntary, non-statutory body. It is constituted as a sub-committee of the Harbour Wellbeing
Board, to which it reports twice a year.

3. Partnership Board
3.1 The Board is chaired by the Lead Member for Care. The Director of Care is the Vice Chair and the accountable
officer for the Partnership.

4. Functions of the Board
The Board shall:
4.1 resolve disputes between partners; and
4.2 hold the Delivery Groups to account for progress against the Plan.
"""
    found = duties(tmp_path, body, title="Harbour Children's Partnership\n\nPARTNERSHIP AGREEMENT\n\n")
    assert ("Partnership Board", "resolve disputes between partners") in {(d[0], d[3]) for d in found}


def test_officers_behind_elected_members_sit_too(tmp_path: Path) -> None:
    paper = """Harbour Parenting Board

Membership
Elected members (7)
  Lead Member for Care (Chair)
  Shadow Lead Member
Officers
  Director of Care
  Head of Housing
Partners
  Police Inspector, Saltmere Police

Quorum
The quorum is five.
"""
    found = facts(tmp_path, paper, "member_of")
    assert {f"{post} member_of Harbour Parenting Board" for post in ("Director of Care", "Head of Housing")} <= found


def test_a_title_below_role_is_no_work_of_its_organisation(tmp_path: Path) -> None:
    body = """4. Current membership

Agency                  Role                                   Name
Harbour Trust           Designated Professional Safeguarding   Ann Lee
Saltmere Police         Head of Pier Division                  Ben Moss
"""
    assert duties(tmp_path, body) == []


def test_posts_joined_before_their_organisation_are_both_its_own(tmp_path: Path) -> None:
    paper = """Harbour Forum

3. Membership

The Forum comprises:

- the Director of Care and the Director of Parks, Holderby Council
- the Chief Executive, Harbour Trust
"""
    found = facts(tmp_path, paper, "member_of", "post_in")
    assert {"Director of Care post_in Holderby Council", "Director of Parks post_in Holderby Council"} <= found
    assert "Holderby Council member_of Harbour Forum" not in found


def test_who_signs_in_the_row_of_an_organisation_holds_a_post_there(tmp_path: Path) -> None:
    paper = """Harbour Care Partnership

Partnership Agreement

The Partnership meets monthly.

Signed on behalf of:

Holderby Council                  Ann Lee, Chief Executive
Harbour Trust                     Dr Ben Moss, Clinical Chair
"""
    found = facts(tmp_path, paper, "chairs", "post_in")
    assert found == {
        "Chief Executive post_in Holderby Council",
        "Clinical Chair chairs Harbour Trust",
        "Dr Ben Moss chairs Harbour Trust",
    }


def test_reports_right_behind_whom_they_are_submitted_to_are_no_papers_of_theirs(tmp_path: Path) -> None:
    paper = """Harbour Fund

The Fund Manager will submit to the Pier Commissioning Board quarterly reports and an annual return.
"""
    found = facts(tmp_path, paper, "produces", "reports_to")
    assert any(fact.startswith("Fund Manager reports_to Pier Commissioning Board") for fact in found)
    assert not any(fact.startswith("Pier Commissioning Board produces") for fact in found)


def test_head_is_no_title_that_two_heads_share(tmp_path: Path) -> None:
    paper = """Harbour Board

The Head of Probation for Saltmere will act as Vice Chair. The Head of Service, Youth Team will attend.
"""
    assert "Head" not in {alias.short for alias in extracted(tmp_path, paper, title="").aliases}


_GROUPS_BESIDE = """Harbour Adults Board

How the Board works

Executive Group      Meets every month. Sets the agenda and keeps the risk register. Chaired by the Head of Law.
Audit Panel          Chaired by the Head of Care. Collates data and produces a quarterly dashboard for the Board.
"""


def test_what_is_said_beside_a_groups_name_without_a_subject_is_its_work(tmp_path: Path) -> None:
    found = {(bearer, text) for bearer, _, _, text in duties(tmp_path, _GROUPS_BESIDE, title="")}
    assert found == {
        ("Executive Group", "set the agenda and keep the risk register"),
        ("Audit Panel", "collate data and produce a quarterly dashboard for the Board"),
    }


def test_a_chair_in_the_row_of_what_has_no_groups_noun_chairs_no_group_above(tmp_path: Path) -> None:
    paper = """Harbour Disability Board

4. Sub groups

Health Sub Group                Chair: Head of Nursing            Meets every month
Having a Home                   Chair: Housing Officer            Meets quarterly
Work and Money                  Chair: Employment Adviser         Meets quarterly
"""
    assert facts(tmp_path, paper, "chairs") == {"Head of Nursing chairs Health Sub Group"}


def test_posts_below_a_title_stand_in_the_organisation_of_their_row(tmp_path: Path) -> None:
    paper = """Harbour Agreement

3. Officers

Partner                    Designated Liaison Officer          Deputy
Holderby Council           Community Safety Manager            Team Leader
Saltmere Police            Partnership Inspector               Licensing Sergeant
"""
    assert facts(tmp_path, paper, "post_in") == {
        "Community Safety Manager post_in Holderby Council",
        "Partnership Inspector post_in Saltmere Police",
    }


def test_a_name_and_a_position_in_two_cells_of_a_form_are_one_persons(tmp_path: Path) -> None:
    paper = """Harbour Partnership

Information Sharing Agreement

8. Signatures

For and on behalf of Holderby Council
Name: Ann Lee                    Position: Director of Parks
For and on behalf of Saltmere Police
Name: Ben Moss                   Position: Area Commander
"""
    assert "Ann Lee holds Director of Parks" in facts(tmp_path, paper, "holds")


_STRATEGY = """Harbour Joint Wellbeing Strategy

Governance

The Harbour Wellbeing Board (HWB) owns this strategy. The Board is chaired by the Leader of the Council. It meets in
public.

Each of our priorities has a sponsor and a delivery board:

Priority                     Sponsor                                    Delivery Board
Best Start                   Director of Children's Services            Children's Partnership Board
Healthy Places               Director of Place                          Healthy Places Group
Living Well                  Director of Public Health                  Prevention Board
"""


def test_a_header_of_a_table_is_not_what_the_board_means(tmp_path: Path) -> None:
    assert facts(tmp_path, _STRATEGY, "chairs") == {"Leader of the Council chairs Harbour Wellbeing Board"}


def test_themes_beside_their_sponsors_are_no_people_and_delivery_boards_employ_nobody(tmp_path: Path) -> None:
    found = facts(tmp_path, _STRATEGY, "holds", "post_in")
    assert not any("Living Well" in fact or fact.endswith(("Prevention Board", "Group")) for fact in found)


def test_a_list_of_members_that_semicolons_part_goes_on_in_the_next_line(tmp_path: Path) -> None:
    paper = """Terms of reference of the Harbour Executive

Role: to provide system leadership
Members: Director of Children's Services; Director of Adult Care; Director of Parks; Chief Nurse, Harbour Hospitals NHS
Foundation Trust; Chief Officer, Pier Trust; Chief Superintendent, Saltmere Police; Health Manager
In attendance: Programme Manager; Head of Communications
Reports to: Harbour Board
"""
    found = facts(tmp_path, paper, "member_of", "post_in")
    assert "Chief Nurse post_in Harbour Hospitals NHS Foundation Trust" in found
    assert not any(fact.startswith(("NHS ", "Foundation Trust ", "Harbour Hospitals ")) for fact in found)


def test_a_group_below_a_bodys_name_is_no_work_though_a_verb_might_begin_it(tmp_path: Path) -> None:
    body = """2. Structure

- Harbour Safety Partnership
  - Combatting Drugs local partnership (shared with the Board)
  - Prevent steering group
  - Domestic abuse executive
"""
    assert duties(tmp_path, body) == []


def test_the_groups_of_a_structure_are_no_members(tmp_path: Path) -> None:
    paper = """Harbour Justice Board

Sub-group structure and shared membership

- Harbour Violence Strategic group (shared membership with the Board)
- Harbour Drugs partnership (shared membership with the Board)
"""
    assert facts(tmp_path, paper, "member_of") == set()


def test_the_core_partners_that_a_board_has_sit_on_it(tmp_path: Path) -> None:
    paper = """Harbour Safeguarding Adults Board

The Board has three core partners, Holderby Council, Saltmere Police and NHS Pier Integrated Care Board, who share its
cost.
"""
    assert facts(tmp_path, paper, "member_of") == {
        f"{body} member_of Harbour Safeguarding Adults Board"
        for body in ("Holderby Council", "Saltmere Police", "NHS Pier Integrated Care Board")
    }


def test_groups_that_a_list_names_by_their_field_may_be_told_of_behind_a_comma(tmp_path: Path) -> None:
    paper = """Report on the Saltmere Safety Partnership

1. Structure

Three subgroups sit under the Executive Board:

- Learning and Review, chaired by the Designated Nurse
- Quality and Tides, which is led by Det. Supt Colin Marsh
- Training and Workforce
"""
    assert facts(tmp_path, paper, "part_of", "chairs") >= {
        "Learning and Review part_of Executive Board",
        "Quality and Tides part_of Executive Board",
        "Training and Workforce part_of Executive Board",
        "Designated Nurse chairs Learning and Review",
        "Colin Marsh chairs Quality and Tides",
    }


def test_when_it_meets_is_said_of_the_group_that_the_sentence_before_brings_in(tmp_path: Path) -> None:
    paper = """Report on the Saltmere Safety Partnership

1. Structure

The Partnership is overseen by a Strategic Leaders Group, on which the Chief Nurse sits. It meets twice a year.
"""
    assert "Strategic Leaders Group meets [frequency=six-monthly]" in facts(tmp_path, paper, "meets")


def test_what_it_does_is_said_of_the_body_that_the_sentence_before_begins_with(tmp_path: Path) -> None:
    paper = """Report on the Saltmere Safety Partnership

1. Structure

The Saltmere Safety Partnership is overseen by a Strategic Leaders Group. It reports to the Harbour Council.
"""
    assert facts(tmp_path, paper, "reports_to") == {"Saltmere Safety Partnership reports_to Harbour Council"}


def test_a_chair_beside_a_forum_in_a_list_of_members_is_the_forums(tmp_path: Path) -> None:
    paper = """Saltmere Adults Board

1. Membership

    Holderby Fire and Rescue Service        Head of Prevention
    National Probation Service              Head of Service
    Saltmere Carers' Forum                  Chair
"""
    assert facts(tmp_path, paper, "chairs") == {"Chair chairs Saltmere Carers' Forum"}


def test_a_table_of_versions_tells_who_wrote_and_who_approved_the_paper(tmp_path: Path) -> None:
    paper = """Saltmere Adults Board
Constitution

Document control
Version     Date         Author              Approved by
1.0         May 2019     Board Manager       Pier Executive Group
2.0         June 2022    Board Manager       Pier Assurance Committee

1  Introduction

This document sets out how the Saltmere Adults Board works.
"""
    assert facts(tmp_path, paper, "approves", "produces") == {
        "Board Manager produces Constitution",
        "Pier Executive Group approves Constitution",
        "Pier Assurance Committee approves Constitution",
    }


def test_a_policy_and_its_procedures_are_one_paper(tmp_path: Path) -> None:
    said = "The Board keeps the Multi-Agency Adults Policy and Procedures under review."
    names = {mention.name for mention in extracted(tmp_path, said).mentions}
    assert "Multi-Agency Adults Policy and Procedures" in names


@pytest.mark.parametrize(
    ("title", "second"),
    [
        ("Memorandum of Understanding and Constitution", "Understanding and Constitution"),
        ("Terms of Reference and Memorandum of Understanding", "and Memorandum of Understanding"),
    ],
)
def test_two_papers_in_one_title_are_no_third_that_begins_in_the_midst(tmp_path: Path, title: str, second: str) -> None:
    front = f"Saltmere Adults Board\n{title}\n\n1  Introduction\n\n"
    found = extracted(tmp_path, "This document sets out how the Saltmere Adults Board works.", title=front)
    assert second not in {mention.name for mention in found.mentions}


def test_in_a_list_of_members_a_post_is_that_of_the_organisation_before_the_colon(tmp_path: Path) -> None:
    paper = """Saltmere Board

Membership

Healthwatch Saltmere: Ms Lynn Farrow, Chair
Holderby Council: Ann Lee, Chief Executive
Saltmere Police: Jo Oak (Chair)
"""
    assert facts(tmp_path, paper, "chairs", "post_in") == {
        "Ms Lynn Farrow chairs Healthwatch Saltmere",
        "Chair chairs Healthwatch Saltmere",
        "Chief Executive post_in Holderby Council",
        "Jo Oak chairs Saltmere Board",
    }


def test_who_signs_behind_a_body_and_a_colon_signs_for_it(tmp_path: Path) -> None:
    paper = """Memorandum of Understanding between Saltmere Care Board and Healthwatch Saltmere

1. Purpose

This memorandum describes how they will work.

Signed for and on behalf of

Saltmere Care Board: ______________  Cllr Pat Oduya, Chair
Healthwatch Saltmere:                ______________  Ms Lynn Farrow, Chair
"""
    found = facts(tmp_path, paper, "chairs", "approves")
    assert found >= {"Cllr Pat Oduya chairs Saltmere Care Board", "Ms Lynn Farrow chairs Healthwatch Saltmere"}
    assert any(fact.startswith("Chair approves") for fact in found)


def test_what_a_body_does_not_do_nor_does_is_denied(tmp_path: Path) -> None:
    said = "The Saltmere Care Panel does not commission care, nor does it scrutinise Holderby Council."
    paper = f"Saltmere Care Panel\n\n1. Role\n\n{said}\n"
    assert facts(tmp_path, paper, "oversees") == {"Saltmere Care Panel not oversees Holderby Council"}


def test_how_many_councillors_a_council_has_makes_it_no_member(tmp_path: Path) -> None:
    paper = "Report of the Saltmere Board\n\n1. Text\n\nSaltmere Council has 43 councillors.\n"
    assert facts(tmp_path, paper, "member_of") == set()


def test_groups_listed_with_their_leads_in_brackets_report_one_by_one(tmp_path: Path) -> None:
    paper = """Care Board

1. Groups

Three working groups report to each meeting of the Board:

      Education and Employment (lead: Headteacher of the Tide School)
      Health and Wellbeing (lead: Designated Nurse)
      Housing and Transitions (lead: Service Manager)
"""
    assert facts(tmp_path, paper, "reports_to", "chairs") >= {
        "Education and Employment reports_to Care Board [frequency=each meeting]",
        "Health and Wellbeing reports_to Care Board [frequency=each meeting]",
        "Housing and Transitions reports_to Care Board [frequency=each meeting]",
        "Headteacher of the Tide School chairs Education and Employment",
        "Designated Nurse chairs Health and Wellbeing",
        "Service Manager chairs Housing and Transitions",
    }


def test_whose_chair_is_the_chair_of_the_panel_before_it(tmp_path: Path) -> None:
    said = "The Tide Panel, whose Chair is a member of the Care Board, meets monthly."
    extraction = extracted(tmp_path, f"Care Board\n\n1. Panels\n\n{said}\n", title="")
    chair = next(m for m in extraction.mentions if m.text == "Chair")
    assert chair.owner is not None
    assert extraction.mentions[chair.owner].name == "Tide Panel"


STRATEGY = """Saltmere Tide Strategy 2031-35

4. Governance

The Saltmere Harbour Partnership works through its Tide Group (TG), a sub-group chaired by the Head of Law with the
Assistant Director as deputy chair. Membership is drawn from Holderby Council and the Coast Police.

The TG meets monthly. It is accountable to the Pier Executive, to which the chair presents a report every quarter.

The Wreck Partnership brings together divers. The TG nominates one of its members to sit on this partnership.

The Tide Scrutineer carries out a yearly audit, the findings of which are reported to the Lead Partners Board.
"""


def test_a_group_told_of_behind_its_name_has_the_chair_and_the_members(tmp_path: Path) -> None:
    found = facts(tmp_path, STRATEGY, "chairs", "member_of")
    assert found >= {
        "Head of Law chairs Tide Group",
        "Holderby Council member_of Tide Group",
        "Coast Police member_of Tide Group",
        "TG member_of Wreck Partnership",
    }
    assert not any("Police member_of Saltmere Harbour" in fact for fact in found)


def test_the_chair_to_whose_superior_a_group_answers_is_the_groups_chair(tmp_path: Path) -> None:
    extraction = extracted(tmp_path, STRATEGY, title="")
    chairs = [mention for mention in extraction.mentions if mention.text == "chair" and mention.owner is not None]
    assert {extraction.mentions[chair.owner].name for chair in chairs if chair.owner is not None} == {"TG"}


def test_findings_of_what_somebody_does_are_reported_by_nobody_else(tmp_path: Path) -> None:
    reporting = {fact for fact in facts(tmp_path, STRATEGY, "reports_to") if "Lead Partners Board" in fact}
    assert reporting == {"Tide Scrutineer reports_to Lead Partners Board [product=findings]"}
    assert not any("of which to" in text for _, _, _, text in duties(tmp_path, STRATEGY, title=""))


def test_progress_that_will_be_monitored_is_no_task_to_progress(tmp_path: Path) -> None:
    said = "Progress against the plan will be monitored by the Tide Group at each meeting."
    found = duties(tmp_path, f"Care Board\n\n1. Duties\n\n{said}\n", title="")
    assert [(bearer, text) for bearer, _, _, text in found] == [
        ("Tide Group", "monitor progress against the plan at each meeting")
    ]


LEVELS = """Saltmere Safer Partnership

Terms of Reference

1. Background

1.1 Safer Partnerships (SPs) were set up under the Crime and Disorder Act 1998. The Saltmere Safer Partnership
    ("the SP") covers two districts.

1.2 The SP operates at two levels: a Strategic Board and a Joint Tasking Group. At county level, the SP is represented
    by its Chair on the Coast Safety Board.

2. Meetings

Strategic Board: quarterly, alternating between Saltmere Town Hall and the Marsh Offices. Quorum: four authorities.
Secretariat: Holderby Council.
"""


def test_levels_at_which_a_partnership_works_are_its_parts(tmp_path: Path) -> None:
    assert facts(tmp_path, LEVELS, "part_of") >= {
        "Strategic Board part_of SP",
        "Joint Tasking Group part_of SP",
    }


def test_whom_a_board_has_sent_sits_where_it_is_sent(tmp_path: Path) -> None:
    assert {fact for fact in facts(tmp_path, LEVELS, "member_of", "chairs") if "Coast" in fact} == {
        "SP member_of Coast Safety Board",
        "Chair member_of Coast Safety Board",
    }


def test_a_line_on_meetings_is_about_the_body_that_it_begins_with(tmp_path: Path) -> None:
    assert facts(tmp_path, LEVELS, "meets") == {"Strategic Board meets [frequency=quarterly]"}


def test_who_is_the_vice_chair_behind_the_chair_is_in_no_chair(tmp_path: Path) -> None:
    said = "It is chaired by the Lead Member for Children's Services and the Chief Nurse is the vice chair."
    assert facts(tmp_path, f"Tide Board\n\n1. Work\n\n{said}\n", "chairs", "member_of") == {
        "Lead Member for Children's Services chairs Tide Board",
        "Chief Nurse member_of Tide Board [capacity=vice_chair]",
    }
