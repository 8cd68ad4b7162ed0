"""Attendance lists of minutes: who was there, as what, with which post."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import facts

PANEL = "Saltmere Flood Panel"
HEAD = f"{PANEL}\n\nMinutes of the meeting held on 4 March 2019\n\n"
MINUTES = f"""{HEAD}Present: Councillor Ruth Calder (Chair), Councillor Ivor Denby and Councillor Nell Orme (Vice-Chair)

In attendance: Piers Holt, Head of Housing; Dr Asha Rao, Director of Public Health

Apologies for absence were received from Councillor Tom Wren.

1. Flooding

The Panel heard of the floods.
"""


def test_everybody_named_is_a_member_or_attends(tmp_path: Path) -> None:
    assert facts(tmp_path, MINUTES, "member_of") == {
        f"Councillor Ruth Calder member_of {PANEL}",
        f"Councillor Ivor Denby member_of {PANEL}",
        f"Councillor Nell Orme member_of {PANEL} [capacity=vice_chair]",
        f"Piers Holt member_of {PANEL} [capacity=in_attendance]",
        f"Dr Asha Rao member_of {PANEL} [capacity=in_attendance]",
        f"Councillor Tom Wren member_of {PANEL}",
    }


def test_only_the_one_in_the_chair_chairs(tmp_path: Path) -> None:
    assert facts(tmp_path, MINUTES, "chairs") == {f"Councillor Ruth Calder chairs {PANEL}"}


def test_the_post_right_after_a_person_is_held(tmp_path: Path) -> None:
    held = facts(tmp_path, MINUTES, "holds")
    assert {"Piers Holt holds Head of Housing", "Dr Asha Rao holds Director of Public Health"} <= held
    assert "Piers Holt holds Director of Public Health" not in held


def test_a_label_for_the_chair(tmp_path: Path) -> None:
    paper = f"{HEAD}Chair: Councillor Ruth Calder\nObservers: Councillor Ivor Denby\n\n1. Flooding\n\nIt rained.\n"
    found = facts(tmp_path, paper, "chairs", "member_of")
    assert f"Councillor Ruth Calder chairs {PANEL}" in found
    assert f"Councillor Ivor Denby member_of {PANEL} [capacity=participating_observer]" in found


def test_a_dash_that_touches_the_label_parts_it_from_the_names(tmp_path: Path) -> None:
    paper = (
        "MINUTES OF ELM PARISH COUNCIL\n\nPresent– Cllr Ann Reed - Chairman, Cllr Ivor Ash.\n\n1. Reports\n\nNone.\n"
    )
    assert "Cllr Ivor Ash member_of ELM PARISH COUNCIL" in {
        f.split(" [")[0] for f in facts(tmp_path, paper, "member_of")
    }


PARISH = """DRAFT

Minutes of Elm Parish Council held in the Village Hall on 18 May 2011

Those Attending: Cllr Ann Reed, Cllr Ivor Ash, Mrs Nell Orme (Clerk) and 16 members of the public.

1. Adoption of Financial Regulations

The Clerk asked if they had been read.

Cllr Ash proposed acceptance seconded by Cllr Reed. Approved.

2. Adoption of Annual Accounts

Cllr Reed proposed acceptance seconded by Cllr Ash. Agreed

3. Approval of Previous Minutes

The minutes were approved.

4. Adoption of Complaints Policy

This will come back in June.
"""


def test_those_attending_are_members_below_a_mark_such_as_draft(tmp_path: Path) -> None:
    found = {f.split(" [")[0] for f in facts(tmp_path, PARISH, "member_of")}
    assert {"Cllr Ann Reed member_of Elm Parish Council", "Cllr Ivor Ash member_of Elm Parish Council"} <= found


def test_a_meeting_approves_what_it_agrees_to_adopt(tmp_path: Path) -> None:
    assert facts(tmp_path, PARISH, "approves") == {
        "Elm Parish Council approves Financial Regulations",
        "Elm Parish Council approves Annual Accounts",
    }


def test_names_go_on_over_blank_lines_and_apologies_have_been_received(tmp_path: Path) -> None:
    paper = (
        f"{HEAD}Present: Mrs Ann Dell (Chairman), Mr Mark Hood,\n\nMrs Ruth Moor, Mrs Pam Reed.\n\n"
        "Mr Alan Orme (Tide Food Trust)\n\n1. Flooding\n\nApologies have been received from Mr White.\n"
    )
    found = {f.split(" [")[0].removesuffix(f" member_of {PANEL}") for f in facts(tmp_path, paper, "member_of")}
    assert found == {"Mrs Ann Dell", "Mr Mark Hood", "Mrs Ruth Moor", "Mrs Pam Reed", "Mr Alan Orme", "Mr White"}


def test_minutes_are_of_the_body_whose_meeting_the_title_names(tmp_path: Path) -> None:
    paper = (
        "Minutes of the September meeting of the Harbour Liaison Committee\n\nTide Division\n\n4 March 2019\n\n"
        "Present: Mrs Ann Dell, Mr Mark Hood\n\n1. Noise\n\nIt was heard.\n"
    )
    assert facts(tmp_path, paper, "member_of") == {
        "Mrs Ann Dell member_of Harbour Liaison Committee",
        "Mr Mark Hood member_of Harbour Liaison Committee",
    }


ROWS = f"""{HEAD}PRESENT

Cllr Ruth Calder         Cabinet Member for Housing, Chair
Dr Asha Rao              Deputy Chief Executive
Mrs Ann Dell             Parent governor, Vice-Chair
Mr Mark Hood             Chair of Coast Committee
IN ATTENDANCE
Piers Holt               Head of Housing
Sue Marsh                Clerk

1. Flooding

The Panel heard of the floods.
"""


def test_those_present_in_columns_sit_as_the_label_above_them_says(tmp_path: Path) -> None:
    assert facts(tmp_path, ROWS, "member_of") >= {
        f"Cllr Ruth Calder member_of {PANEL}",
        f"Dr Asha Rao member_of {PANEL}",
        f"Mrs Ann Dell member_of {PANEL} [capacity=vice_chair]",
        f"Mr Mark Hood member_of {PANEL}",
        f"Piers Holt member_of {PANEL} [capacity=in_attendance]",
        f"Sue Marsh member_of {PANEL} [capacity=in_attendance]",
    }
    assert f"Piers Holt member_of {PANEL}" not in facts(tmp_path, ROWS, "member_of")


def test_the_column_beside_tells_who_chairs_and_not_who_chairs_something_else(tmp_path: Path) -> None:
    chairs = {f for f in facts(tmp_path, ROWS, "chairs") if f.endswith(PANEL) and not f.startswith("Chair")}
    assert chairs == {f"Cllr Ruth Calder chairs {PANEL}"}


def test_the_house_of_a_meeting_is_not_the_body_that_met(tmp_path: Path) -> None:
    paper = (
        "Governing Body of Elm School\nMinutes of the meeting, 4 March 2019, 5.30pm, Tide Library\n\n"
        "Present: Mrs Ann Dell, Mr Mark Hood\n\n1. Noise\n\nIt was heard.\n"
    )
    assert not [f for f in facts(tmp_path, paper, "member_of") if "Library" in f]


INITIALS = f"""{HEAD}Present:
Ngozi Calder (NC)        Chair
Ann Dell (AD)            Head of Housing
Mark Hood (MH)           Clerk

1. Groups

The groups for the year were agreed:

- Pay Panel: AD (Chair), MH
- Tide Panel: NC, AD

NO CHANGES WERE MADE
"""


def test_initials_behind_a_name_stand_for_the_person_from_then_on(tmp_path: Path) -> None:
    found = facts(tmp_path, INITIALS, "member_of", "chairs")
    assert {
        "Ann Dell chairs Pay Panel",
        "Ann Dell member_of Pay Panel",
        "Mark Hood member_of Pay Panel",
        "Ngozi Calder member_of Tide Panel",
    } <= found
    assert not [f for f in found if f.startswith(("AD ", "MH ", "NO "))]


def elected(folder: Path, decision: str) -> set[str]:
    paper = f"{HEAD}Present: Cllr Ann Dell, Cllr Mark Hood\n\n1. Offices\n\n{decision}\n"
    held = facts(folder, paper, "chairs", "member_of", "appoints", "holds")
    return {f for f in held if f not in (f"Cllr Ann Dell member_of {PANEL}", f"Cllr Mark Hood member_of {PANEL}")}


def test_the_body_that_met_elects_its_officers(tmp_path: Path) -> None:
    assert elected(tmp_path, "RESOLVED that Cllr Ann Dell be elected Vice-Chairman.") >= {
        f"Cllr Ann Dell member_of {PANEL} [capacity=vice_chair]",
        f"{PANEL} appoints Vice-Chairman",
    }
    assert elected(tmp_path, "It was agreed that Cllr Mark Hood be re-elected as Chairman of the Panel.") >= {
        f"Cllr Mark Hood chairs {PANEL}",
        f"{PANEL} appoints Chairman of the Panel",
    }


def test_people_are_appointed_to_a_group_or_to_chair_it(tmp_path: Path) -> None:
    found = elected(tmp_path, "RESOLVED that Cllr Dell (Chair) and Cllr Hood be appointed to the Tide Task Group.")
    assert {
        "Cllr Dell member_of Tide Task Group",
        "Cllr Dell chairs Tide Task Group",
        "Cllr Hood member_of Tide Task Group",
    } <= found
    assert "Cllr Hood chairs Tide Task Group" not in found
    assert "Cllr Hood chairs Tide Task Group" in elected(tmp_path, "RESOLVED that Cllr Hood chair the Tide Task Group.")


def test_an_officer_whom_somebody_else_chose_is_not_the_meeting_s(tmp_path: Path) -> None:
    assert not elected(tmp_path, "Members heard that the Leader had been elected.")


def test_what_follows_a_committee_s_name_in_an_item_is_said_of_it(tmp_path: Path) -> None:
    paper = (
        f"{HEAD}1. Committees\n\nRESOLVED to appoint the following committees:\n\n"
        "(i) Coast Committee: Cllr Ash (Chairman), Cllrs Mrs Birch and Cole. To meet quarterly.\n"
        "(ii) Tide Committee: Cllr Cole. To meet every month.\n"
    )
    assert facts(tmp_path, paper, "meets") == {
        "Coast Committee meets [frequency=quarterly]",
        "Tide Committee meets [frequency=monthly]",
    }


def test_minutes_tell_in_the_past_what_holds(tmp_path: Path) -> None:
    told = "The Tide Forum met monthly and was chaired by the Director of Quays."
    assert facts(tmp_path, f"{HEAD}1. Tides\n\n{told}\n", "chairs", "meets") == {
        "Director of Quays chairs Tide Forum",
        "Tide Forum meets [frequency=monthly]",
    }


def test_partners_listed_in_a_partnership_s_own_plan_sit_on_it(tmp_path: Path) -> None:
    paper = (
        "Tide Safety Partnership\n\nPlan\n\n1. Who we are\n\nThe responsible authorities are:\n\n"
        "- Elm Borough Council\n- Tide Police\n\n2. Work\n\nIt meets.\n"
    )
    assert facts(tmp_path, paper, "member_of") == {
        "Elm Borough Council member_of Tide Safety Partnership",
        "Tide Police member_of Tide Safety Partnership",
    }


def test_minutes_below_the_name_of_a_borough_are_those_of_its_committee(tmp_path: Path) -> None:
    paper = (
        "LONDON BOROUGH OF SALTMERE\n\nCARE SCRUTINY COMMITTEE\n\nMinutes of a meeting held on 4 March 2019 at 7pm\n\n"
        "Present: Mrs Ann Dell, Mr Mark Hood\n\n1. Noise\n\nIt was heard.\n"
    )
    assert {fact.split(" member_of ")[1] for fact in facts(tmp_path, paper, "member_of")} == {"CARE SCRUTINY COMMITTEE"}


def test_a_post_before_a_surname_is_the_title_of_that_person(tmp_path: Path) -> None:
    present = "Present: Councillor Tom Wren\n\nApologies: Councillor Ann Lacey, Chief Constable Dunn\n"
    paper = (
        f"Saltmere Council\n\nCare Panel\n\nMinutes of the meeting of 4 May 2024\n\n{present}\n1. Report\n\nNoted.\n"
    )
    assert facts(tmp_path, paper, "holds") == set()


def test_officers_listed_behind_councillors_sit_beside_them_and_are_none_of_their_posts(tmp_path: Path) -> None:
    listed = "Membership: Councillor Ann Beck (Chair), Councillor Sam Rowe, Director of Housing, Head of Law"
    paper = f"Saltmere Council\n\nCare Panel\n\nAGENDA\n\n{listed}\n"
    assert facts(tmp_path, paper, "member_of") >= {
        "Councillor Sam Rowe member_of Care Panel",
        "Director of Housing member_of Care Panel",
        "Head of Law member_of Care Panel",
    }
    assert not any("Rowe" in fact for fact in facts(tmp_path, paper, "holds"))
    own = listed.replace("Director of Housing", "Cabinet Member for Housing")
    held = facts(tmp_path, paper.replace(listed, own), "holds")
    assert "Councillor Sam Rowe holds Cabinet Member for Housing" in held


MINUTED = "Minutes of the meeting of the Saltmere Crime Panel held on 14 July 2023\n\nPresent:\n"


@pytest.mark.parametrize(
    "line",
    ["Cllr Ruth Brad (Elmshire County Council) - Chair", "Chairman - Cllr Ruth Brad", "The Chair: Cllr Ruth Brad"],
)
def test_who_is_called_chair_before_or_behind_a_dash_chairs(tmp_path: Path, line: str) -> None:
    paper = f"{MINUTED}{line}\nCllr Yemi Olade (Northbury Borough Council) - Vice-Chair\n"
    assert facts(tmp_path, paper, "chairs") == {"Cllr Ruth Brad chairs Saltmere Crime Panel"}


def test_a_councillor_is_a_member_of_the_council_in_brackets(tmp_path: Path) -> None:
    paper = f"{MINUTED}Cllr Ruth Brad (Elmshire County Council)\nMr Ian Stand (Elmshire Fire Service)\n"
    assert facts(tmp_path, paper, "member_of") == {
        "Cllr Ruth Brad member_of Saltmere Crime Panel",
        "Cllr Ruth Brad member_of Elmshire County Council",
        "Mr Ian Stand member_of Saltmere Crime Panel",
    }


def test_two_posts_behind_one_person_are_both_held(tmp_path: Path) -> None:
    paper = f"{MINUTED}Cllr Ruth Brad\n\nIn attendance: Mrs P Alder, Assistant Clerk and Finance Officer\n"
    assert facts(tmp_path, paper, "holds") == {
        "Mrs P Alder holds Assistant Clerk",
        "Mrs P Alder holds Finance Officer",
    }


def test_the_chair_of_another_body_does_not_chair_this_one(tmp_path: Path) -> None:
    paper = MINUTES.replace("Dr Asha Rao, Director of Public Health", "Asha Rao (AR) Chair, Holder Care Trust")
    assert facts(tmp_path, paper, "chairs") >= {f"Councillor Ruth Calder chairs {PANEL}"}
    assert f"Asha Rao chairs {PANEL}" not in facts(tmp_path, paper, "chairs")


def test_whom_to_ask_about_a_meeting_was_not_there(tmp_path: Path) -> None:
    paper = MINUTES.replace("Present:", "Contact: Mrs Kay Dell, Committee Officer\n\nPresent:")
    assert not any("Dell member_of" in fact for fact in facts(tmp_path, paper, "member_of"))


def test_a_title_of_a_councillor_is_no_post_of_the_one_before(tmp_path: Path) -> None:
    there = "In attendance: County Councillor C Holt, District Councillor E Rao and the Clerk"
    paper = MINUTES.replace("In attendance: Piers Holt, Head of Housing; Dr Asha Rao, Director of Public Health", there)
    assert not any("C Holt holds District" in fact for fact in facts(tmp_path, paper, "holds"))


@pytest.mark.parametrize(
    "told", ["All present were: Ann Lee, Bo Hart and Cy Orme.", "Those present were Ann Lee, Bo Hart and Cy Orme."]
)
def test_who_was_present_may_be_told_in_a_sentence(tmp_path: Path, told: str) -> None:
    paper = f"Saltmere Patient Group\n\nMinutes of the meeting held on 3 March 2021\n\n{told}\n"
    assert facts(tmp_path, paper, "member_of") == {
        f"{person} member_of Saltmere Patient Group" for person in ("Ann Lee", "Bo Hart", "Cy Orme")
    }


def test_two_people_who_share_a_line_of_those_present_are_two(tmp_path: Path) -> None:
    paper = f"{MINUTED}Ann Lee\nDavina Hale / Alex Rook\n"
    assert facts(tmp_path, paper, "member_of") == {
        f"{person} member_of Saltmere Crime Panel" for person in ("Ann Lee", "Davina Hale", "Alex Rook")
    }


def test_others_beside_those_present_are_in_attendance(tmp_path: Path) -> None:
    paper = f"{MINUTED}Ann Lee\nBo Hart\n\nOthers: Ruth Pyke (Officer)\n"
    assert "Ruth Pyke member_of Saltmere Crime Panel [capacity=in_attendance]" in facts(tmp_path, paper, "member_of")


def test_rows_of_an_attendance_table_without_a_header_are_all_people(tmp_path: Path) -> None:
    paper = (
        "Saltmere Shadow Board\n\nMinutes, 5 June 2023\n\nPresent:\n\n"
        "Ann Birch          Chair                Saltmere Council\n"
        "Tom Cole           Deputy Chair         Norwick Council\n"
        "Ray Dell           Chief Inspector      Saltmere Police\n"
    )
    found = facts(tmp_path, paper, "member_of")
    assert {f"{who} member_of Saltmere Shadow Board" for who in ("Ann Birch", "Ray Dell")} <= found


def test_a_list_with_somebody_in_the_chair_needs_no_label(tmp_path: Path) -> None:
    paper = (
        f"{PANEL}\n\nThe last minutes were agreed.\n\nCouncillor R Ash (in the Chair); Councillors Birch and Cole.\n"
    )
    found = facts(tmp_path, paper, "member_of", "chairs")
    assert {f"Councillor R Ash chairs {PANEL}", f"Birch member_of {PANEL}", f"Cole member_of {PANEL}"} <= found


def test_bare_initials_part_the_name_from_the_post(tmp_path: Path) -> None:
    rows = "Dr Ann Bell AB Clinical Chair\nRob Cole RCo Chief Finance Officer – Norwick Trust\nZara Jones ZJ Director\n"
    found = facts(tmp_path, f"{HEAD}Present:\n{rows}\n1. Flooding\n\nIt rained.\n", "member_of", "holds")
    assert found == {
        *(f"{who} member_of {PANEL}" for who in ("Dr Ann Bell", "Rob Cole", "Zara Jones")),
        "Dr Ann Bell holds Clinical Chair",
        "Rob Cole holds Chief Finance Officer",
        "Zara Jones holds Director",
    }


def test_initials_in_brackets_are_no_part_of_the_post_behind_them(tmp_path: Path) -> None:
    paper = (
        f"{HEAD}Present:\nIan Gibb (IG) Lay Member for Audit\nAnn Lee (AL) Head of Care\n\n1. Flooding\n\nIt rained.\n"
    )
    assert {"Ian Gibb holds Lay Member for Audit"} <= facts(tmp_path, paper, "holds")


def test_those_below_labels_of_sorts_are_there_in_their_capacity(tmp_path: Path) -> None:
    paper = (
        f"{HEAD}Present:\nEastshire County Councillors:\nCllr A Ash (Chairman), Cllr B Birch\n"
        "Parish Representatives:\nMr F Fenn (Orford Parish Council)\n"
        "Officers:\nMrs I Ing, Clerk\n\n1. Flooding\n\nNone.\n"
    )
    found = facts(tmp_path, paper, "member_of", "chairs")
    assert {
        f"Cllr A Ash chairs {PANEL}",
        f"Cllr B Birch member_of {PANEL}",
        f"Mr F Fenn member_of {PANEL}",
        f"Mrs I Ing member_of {PANEL} [capacity=in_attendance]",
    } <= found


def test_names_in_a_column_beside_labels_are_all_there(tmp_path: Path) -> None:
    column = " " * 23
    listed = (
        f"Voting Members:        Councillor Ann Elm – in the Chair\n\n{column}Councillor Tom Ash (Deputy Chair)\n"
        f"{column}Councillor Joe Box\n\nIn attendance:         Councillor Ian Hay\n{column}Ms Fay Oak, Head of Law\n"
    )
    found = facts(tmp_path, f"{HEAD}Present:\n\n{listed}\n1. Flooding\n\nNone.\n", "member_of")
    assert found == {
        f"Councillor Ann Elm member_of {PANEL}",
        f"Councillor Tom Ash member_of {PANEL} [capacity=vice_chair]",
        f"Councillor Joe Box member_of {PANEL}",
        f"Councillor Ian Hay member_of {PANEL} [capacity=in_attendance]",
        f"Ms Fay Oak member_of {PANEL} [capacity=in_attendance]",
    }


@pytest.mark.parametrize(
    "present",
    [
        "1 Present: Matt Mack (MM) in the chair, Ann Cole (AC), Cllr Jo Pike (JP), and Tony Moss (TM) (secretary).",
        "Present: Councillors Matt Mack, (Chairman) Ann Cole (Vice-Chair), Jo Pike, Tony Moss.",
    ],
)
def test_a_list_goes_on_behind_who_was_in_the_chair_however_that_is_said(tmp_path: Path, present: str) -> None:
    found = facts(tmp_path, f"{HEAD}{present}\n\n2 Floods\n\nIt rained.\n", "member_of", "chairs")
    assert {"Mack", "Cole", "Pike", "Moss"} <= {f.split(" member_of")[0].split()[-1] for f in found if "member_of" in f}
    assert {f.split(" chairs")[0].split()[-1] for f in found if " chairs " in f} == {"Mack"}


def test_apologies_that_were_received_from_people_behind_the_label(tmp_path: Path) -> None:
    paper = f"{HEAD}Apologies: were received from Jill Ashe (JA) and Tom Burt (TB).\n\n1. Floods\n\nIt rained.\n"
    assert facts(tmp_path, paper, "member_of") == {f"{who} member_of {PANEL}" for who in ("Jill Ashe", "Tom Burt")}


def test_those_of_other_councils_below_councillors_are_there_too(tmp_path: Path) -> None:
    paper = f"{HEAD}Councillors: A Ash (Chair), B Birch\n\nCouncillor Pat Brad, LCC\nCouncillor Craig Ley, ELDC\n"
    found = facts(tmp_path, f"{paper}\n1. Floods\n\nIt rained.\n", "member_of")
    assert {f"Councillor {who} member_of {PANEL}" for who in ("Pat Brad", "Craig Ley")} <= found


@pytest.mark.parametrize(
    "line",
    ["Minutes from the Elmford Parish Council meeting held in May", "Minutes of a meeting of Elmford Parish Council"],
)
def test_whose_meeting_a_line_says_it_was_is_the_body_of_the_minutes(tmp_path: Path, line: str) -> None:
    paper = f"PC Minutes & Agenda - May 2022\n\n{line} (Agenda is below)\n\nPresent: Cllr A Ash (Chair), Cllr B Birch\n"
    found = facts(tmp_path, f"{paper}\n1. Floods\n\nIt rained.\n", "member_of")
    assert {f"Cllr {who} member_of Elmford Parish Council" for who in ("A Ash", "B Birch")} <= found


def test_members_of_other_councils_and_officers_behind_a_list_of_councillors(tmp_path: Path) -> None:
    paper = f"{HEAD}Present: Cllrs Duncan Hend, A.Rook, District Cllr Anne Fras, Peter Hale (Clerk), six residents.\n"
    found = facts(tmp_path, f"{paper}\n1. Floods\n\nIt rained.\n", "member_of")
    assert {f.split(" member_of")[0] for f in found} == {"Duncan Hend", "A.Rook", "Cllr Anne Fras", "Peter Hale"}


def test_the_general_meeting_of_a_body_is_no_body_of_its_own(tmp_path: Path) -> None:
    paper = "Minutes of the Annual General Meeting of Elmford Patient Group\n\nPresent: Ann Lee (Chair), Bo Hart\n"
    found = facts(tmp_path, f"{paper}\n1. Floods\n\nIt rained.\n", "member_of", "chairs")
    assert found >= {"Ann Lee chairs Elmford Patient Group", "Bo Hart member_of Elmford Patient Group"}
