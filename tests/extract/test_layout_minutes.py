"""What minutes tell of who reported to a meeting, what it approved and whom it gave a task."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import duties, extracted, facts

from protocolgraph.model import EntityType

COMMITTEE = "Saltmere Scrutiny Committee"
HEAD = (
    f"{COMMITTEE}\n\nMinutes of the meeting of the {COMMITTEE} held on 3 May 2023\n\n"
    "Present: Councillor Ann Birch (Chair), Councillor Tom Cole\n\n4. Annual report\n\n"
)


def test_who_presented_a_report_reported_to_the_meeting(tmp_path: Path) -> None:
    paper = f"{HEAD}The Head of Housing presented the annual report on repairs.\n"
    assert f"Head of Housing reports_to {COMMITTEE}" in facts(tmp_path, paper, "reports_to")


@pytest.mark.parametrize(
    "told",
    [
        "The Head of Housing updated the Committee on repairs.",
        "The Head of Housing gave a short presentation on repairs.",
        "The Committee received a report from the Head of Housing.",
        "The Head of Housing attended to update Members on repairs.",
        "Mary Crane, Head of Housing, attended.\n\nMary Crane introduced the repairs programme.",
    ],
)
def test_who_updated_a_meeting_reported_to_it(tmp_path: Path, told: str) -> None:
    assert f"Head of Housing reports_to {COMMITTEE}" in facts(tmp_path, f"{HEAD}{told}\n", "reports_to")


def test_a_post_is_known_by_its_holders_surname_and_the_report_by_whose_it_is(tmp_path: Path) -> None:
    there = (
        "Officers and partners in attendance:\n\nJill Ash, Director of Public Health\nTom Elm, Youth Board Manager\n\n"
    )
    paper = HEAD.replace("4. Annual", f"{there}4. Annual")
    said = "Mrs Ash introduced the annual report.\n\nMr Elm presented the Saltmere Youth Board's annual report.\n"
    assert facts(tmp_path, f"{paper}{said}", "reports_to") >= {
        f"Director of Public Health reports_to {COMMITTEE}",
        f"Youth Board Manager reports_to {COMMITTEE}",
        f"Saltmere Youth Board reports_to {COMMITTEE}",
    }
    assert f"Jill Ash member_of {COMMITTEE} [capacity=in_attendance]" in facts(tmp_path, f"{paper}{said}", "member_of")


def test_who_presented_a_prize_did_not_report(tmp_path: Path) -> None:
    paper = f"{HEAD}The Head of Housing presented a prize to the winner of the garden competition.\n"
    assert facts(tmp_path, paper, "reports_to") == set()


def test_what_was_resolved_to_be_approved_is_approved_by_the_meeting(tmp_path: Path) -> None:
    paper = f"{HEAD}RESOLVED that the Housing Strategy be approved.\n"
    assert facts(tmp_path, paper, "approves") == {f"{COMMITTEE} approves Housing Strategy"}


def test_what_is_recommended_to_others_or_was_the_last_meetings_record_is_not(tmp_path: Path) -> None:
    paper = (
        f"{HEAD}RESOLVED to recommend to Cabinet that the Housing Strategy be approved.\n\n"
        "RESOLVED that the minutes of the last meeting be approved.\n"
    )
    assert f"{COMMITTEE} approves Housing Strategy" not in facts(tmp_path, paper, "approves")


@pytest.mark.parametrize(
    "resolved",
    [
        "that Cabinet be recommended to adopt the Housing Strategy",
        "to recommend to Cabinet that the Board's grant be kept",
        "that the Housing Strategy be recommended to Cabinet for approval",
    ],
)
def test_whom_a_meeting_recommends_something_to_it_advises(tmp_path: Path, resolved: str) -> None:
    paper = (
        "Saltmere Council\n\nMinutes of the Housing Scrutiny Committee held on 3 May 2024\n\n"
        f"Present: Councillors Ann Brook (Chair) and Tom Field\n\n4. Housing\n\nRESOLVED {resolved}.\n"
    )
    assert facts(tmp_path, paper, "advises") == {"Housing Scrutiny Committee advises Cabinet"}


def test_the_next_meeting_is_one_of_the_body_whose_minutes_these_are(tmp_path: Path) -> None:
    paper = (
        "Minutes of the Housing Scrutiny Committee held on 3 May 2024\n\n"
        "Present: Councillors Ann Brook (Chair) and Tom Field\n\n"
        "4. Housing\n\nRESOLVED\n(a) that the Director of Housing bring a written report to the next meeting.\n"
    )
    found = facts(tmp_path, paper, "reports_to", "produces")
    reports = "Director of Housing reports_to Housing Scrutiny Committee"
    assert found == {reports, f"{reports} [product=written report]"}


def test_who_is_asked_to_report_reports_to_the_meeting_unless_it_is_to_another(tmp_path: Path) -> None:
    paper = (
        "Minutes of the Housing Scrutiny Committee held on 3 May 2024\n\n"
        "Present: Councillors Ann Brook (Chair) and Tom Field\n\n4. Damp\n\nRESOLVED:\n"
        "(1) That the Director of Housing report back in six months on damp.\n"
        "(2) That the Repairs Manager be asked to provide a breakdown of repairs by ward.\n"
        "(3) That the Head of Assets report to Cabinet on stock condition.\n"
    )
    assert {f.partition(" [")[0] for f in facts(tmp_path, paper, "reports_to")} == {
        "Director of Housing reports_to Housing Scrutiny Committee",
        "Repairs Manager reports_to Housing Scrutiny Committee",
        "Head of Assets reports_to Cabinet",
    }


@pytest.mark.parametrize(
    "text",
    [
        "RESOLVED to approve the Waste Strategy.",
        "It was AGREED to adopt the revised Waste Strategy.",
        "The Board agreed:\n(i) to approve the Waste Strategy; and\n(ii) to note the report.",
    ],
)
def test_a_meeting_that_resolves_to_approve_a_paper_approves_it(tmp_path: Path, text: str) -> None:
    paper = f"Saltmere Place Board\n\nMinutes of the meeting held on 4 May 2023\n\n1. Waste\n\n{text}\n"
    assert facts(tmp_path, paper, "approves") == {"Saltmere Place Board approves Waste Strategy"}


def test_what_a_meeting_recommends_to_approve_it_does_not_approve(tmp_path: Path) -> None:
    text = "RESOLVED to recommend to Cabinet to approve the Waste Strategy."
    paper = f"Saltmere Place Board\n\nMinutes of the meeting held on 4 May 2023\n\n1. Waste\n\n{text}\n"
    assert "Saltmere Place Board approves Waste Strategy" not in facts(tmp_path, paper, "approves")


def test_a_meeting_names_those_of_the_group_that_it_sets_up(tmp_path: Path) -> None:
    group = "RESOLVED: That a Task and Finish Group be set up, to comprise Cllrs Birch and Cole, to look at it.\n"
    sitting = [fact for fact in facts(tmp_path, HEAD + group, "member_of") if fact.endswith("Task and Finish Group")]
    assert len(sitting) == 2
    assert not [f for f in facts(tmp_path, f"{HEAD}It is a Task and Finish Group.", "member_of") if "Task" in f]


CHOSEN = [
    "RESOLVED: To appoint Cllr Laver and Cllr Orme to the Mill Working Group.",
    "The Committee appointed Cllr Laver and Cllr Orme to the Mill Working Group.",
    "Cllr Laver and Cllr Orme were appointed as the Council's representatives on the Mill Working Group.",
    "Cllrs Laver and Orme were co-opted onto the Mill Working Group.",
    "RESOLVED that Cllr Laver and Cllr Orme be appointed as Co-opted Members of the Mill Working Group.",
    "The following were appointed to the Mill Working Group: Cllr Laver and Cllr Orme.",
    "The following members were appointed to the Mill Working Group:\n\nCllr Laver\nCllr Orme",
]


@pytest.mark.parametrize("told", CHOSEN)
def test_whom_a_meeting_appoints_to_a_group_sits_on_it(tmp_path: Path, told: str) -> None:
    found = facts(tmp_path, f"{HEAD}{told}\n", "member_of")
    names = {
        fact.replace("Cllr ", "").split(" member_of ")[0] for fact in found if fact.endswith(" Mill Working Group")
    }
    assert names == {"Laver", "Orme"}
    assert not any("Cllr Laver member_of Saltmere" in fact for fact in found)


@pytest.mark.parametrize(
    "told",
    [
        "The Committee may appoint Councillor Cole to the Mill Working Group.",
        "Councillor Cole asked whom the Committee would appoint to the Mill Working Group.",
    ],
)
def test_whom_it_may_appoint_does_not(tmp_path: Path, told: str) -> None:
    assert not any("Mill Working Group" in fact for fact in facts(tmp_path, f"{HEAD}{told}\n", "member_of"))


def test_what_a_sentence_says_of_a_group_is_no_part_of_its_name(tmp_path: Path) -> None:
    told = "The Committee agreed these appointments to the review group: Cllrs Ann Laver and Bo Orme."
    assert not any("agreed" in fact for fact in facts(tmp_path, f"{HEAD}{told}\n", "member_of"))


def test_what_is_to_be_told_to_others_is_no_report_to_the_meeting(tmp_path: Path) -> None:
    told = "ACTION: Clerk to report the flooding to County Highways."
    assert facts(tmp_path, f"{HEAD}{told}\n", "reports_to") == set()


def test_whose_report_a_meeting_received_reported_to_it(tmp_path: Path) -> None:
    told = (
        "The Committee received the Saltmere Adults Board Annual Report and noted the Saltmere Council annual report."
    )
    assert facts(tmp_path, f"{HEAD}{told}\n", "reports_to") == {f"Saltmere Adults Board reports_to {COMMITTEE}"}


def test_a_page_of_items_with_their_minutes_is_a_record(tmp_path: Path) -> None:
    chair = "Independent Chair of the Saltmere and Holder Safeguarding Adults Partnership Board"
    told = f"Kay Dell, {chair}, introduced the report"
    paper = f"Saltmere Council\n\n{COMMITTEE}\n\nAgenda item\n\nAnnual report\n\nMinutes:\n\n{told}.\n"
    assert facts(tmp_path, paper, "reports_to") == {f"{chair} reports_to {COMMITTEE}"}


def test_a_page_of_one_decision_is_its_makers(tmp_path: Path) -> None:
    paper = (
        "Decision details\n\nHarbour Strategy\n\nDecision Maker: Saltmere Executive Board\n\nDecision:\n\n"
        "RESOLVED: That the Harbour Strategy be endorsed.\n\nReport author: Ann Birch\n"
    )
    assert facts(tmp_path, paper, "approves") == {"Saltmere Executive Board approves Harbour Strategy"}
    assert facts(tmp_path, paper, "member_of") == set()


def test_the_report_of_an_item_is_none_that_another_item_is_headed_with(tmp_path: Path) -> None:
    told = "The Head of Housing spoke.\n\n5. REPORT ON TIDES\n\nRESOLVED that it be noted.\n\n6. HARBOUR WALLS\n\n"
    assert facts(tmp_path, f"{HEAD}{told}RESOLVED that the report be approved.\n", "approves") == set()


def test_a_plan_is_called_by_the_title_that_heads_its_item(tmp_path: Path) -> None:
    told = "None.\n\n5. YOUTH AND HARBOUR SERVICES ACTION PLAN\n\nRESOLVED that the action plan be approved.\n"
    wanted = {f"{COMMITTEE} approves YOUTH AND HARBOUR SERVICES ACTION PLAN"}
    assert facts(tmp_path, f"{HEAD}{told}", "approves") == wanted


@pytest.mark.parametrize(
    ("said", "fact"),
    [
        ("It was noted that the Tide Panel was chaired by the Head of Housing.", "Head of Housing chairs Tide Panel"),
        ("Members heard that the Tide Panel reported into the Marsh Board.", "Tide Panel reports_to Marsh Board"),
        (
            "It was reported that floods were met by the Tide Panel which reported directly into the Marsh Board.",
            "Tide Panel reports_to Marsh Board",
        ),
    ],
)
def test_what_somebody_is_reported_to_have_said_is_so_in_any_paper(tmp_path: Path, said: str, fact: str) -> None:
    assert fact in facts(tmp_path, f"Briefing on floods\n\n1. Background\n\n{said}\n", "chairs", "reports_to")


def test_what_was_once_reported_is_no_line_of_reporting(tmp_path: Path) -> None:
    paper = "Briefing on floods\n\n1. Background\n\nIt was noted that the Tide Panel reported to the Marsh Board.\n"
    assert facts(tmp_path, paper, "reports_to") == set()


def test_a_report_that_was_given_to_another_body_was_not_given_to_the_meeting(tmp_path: Path) -> None:
    paper = f"{HEAD}The Tide Panel also provided an annual report to the Council's Executive Board.\n"
    assert facts(tmp_path, paper, "reports_to") == {"Tide Panel reports_to Executive Board"}


def test_meetings_of_chairs_are_no_meetings_of_their_boards(tmp_path: Path) -> None:
    paper = f"{HEAD}RESOLVED: That regular meetings of the Chairs of the Tide Panel and the Marsh Board be held.\n"
    assert facts(tmp_path, paper, "meets") == set()


def test_people_welcomed_each_with_a_post_hold_them(tmp_path: Path) -> None:
    paper = (
        f"{HEAD}The Chairman welcomed Rachel Birch, Director of Tides and Floods, Thomas Dell, Head of Housing, and "
        "Karen Ash, Head of Law, to the meeting.\n"
    )
    assert facts(tmp_path, paper, "holds") >= {
        "Rachel Birch holds Director of Tides and Floods",
        "Thomas Dell holds Head of Housing",
        "Karen Ash holds Head of Law",
    }


@pytest.mark.parametrize(
    ("told", "bearer", "text"),
    [
        ("KR has agreed to speak to the school.", "Kay Rook", "speak to the school"),
        ("Second seat - KR still had to investigate a site.", "Kay Rook", "investigate a site"),
        ("KR is arranging to contact the owner.", "Kay Rook", "contact the owner"),
        ("As work had begun, KR would ring the owner.", "Kay Rook", "ring the owner"),
        ("The Chair asked KR to look into the lease.", "Kay Rook", "look into the lease"),
        ("Clerk to order signs. Action Clerk", "Clerk", "order signs"),
        ("It was agreed to write to the landowner.", COMMITTEE, "write to the landowner"),
    ],
)
def test_minutes_tell_of_tasks_in_many_ways(tmp_path: Path, told: str, bearer: str, text: str) -> None:
    head = HEAD.replace("Councillor Tom Cole", "Kay Rook (KR), Tom Cole (TC)")
    assert [(b, t) for b, _, _, t in duties(tmp_path, f"{told}\n", title=head)] == [(bearer, text)]


@pytest.mark.parametrize("told", ["KR agreed to comment.", "KR offered to meet us.", "It was agreed to note it."])
def test_what_is_only_said_at_a_meeting_is_no_task(tmp_path: Path, told: str) -> None:
    head = HEAD.replace("Councillor Tom Cole", "Kay Rook (KR), Tom Cole (TC)")
    assert duties(tmp_path, f"{told}\n", title=head) == []


def test_a_post_that_is_to_write_to_a_body_is_no_post_of_it(tmp_path: Path) -> None:
    table = "No   Action                                                      Due\n"
    table += "1    Business Manager to send the plan to the Saltmere Trust.     7 March\n"
    table += "2    Head of Housing to inform the Saltmere Trust.                8 March\n"
    assert facts(tmp_path, f"{HEAD}Action log\n\n{table}", "post_in") == set()


def test_the_post_between_a_councillor_and_somebody_else_is_the_others(tmp_path: Path) -> None:
    head = HEAD.replace("Councillor Tom Cole", "Cllr Wray, Clerk to the Council, Mrs E Marr and Cllr Todd")
    assert {"Mrs E Marr holds Clerk to the Council", "Councillor Ann Birch holds Chair"} == facts(
        tmp_path, f"{head}It rained.\n", "holds"
    )


def test_a_vice_chairman_whose_hyphen_has_a_space_behind_it_does_not_chair(tmp_path: Path) -> None:
    paper = f"{HEAD}It was RESOLVED to re-appoint Councillor Tom Cole as the Vice- Chairman of the Committee.\n"
    assert f"Councillor Tom Cole chairs {COMMITTEE}" not in facts(tmp_path, paper, "chairs")
    assert duties(tmp_path, "It was RESOLVED to appoint Tom Cole as Vice-Chairman.\n", title=HEAD) == []


@pytest.mark.parametrize(
    "listed",
    ["Rachel Birch, Chief Executive, Head of Law, and the Clerk", "The Head of Law, Rachel Birch, Head of Housing,"],
)
def test_of_posts_before_and_behind_a_name_none_further_on_is_hers(tmp_path: Path, listed: str) -> None:
    found = facts(tmp_path, f"{HEAD}Members heard {listed} on the plan.\n", "holds")
    assert not found & {"Rachel Birch holds Head of Housing", "Rachel Birch holds Chief Executive"}


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (
            "RESOLVED\n(1) that the Housing Group conduct a survey in May;\n(2) that the Clerk bring a draft in June.",
            {("Housing Group", "conduct a survey in May"), ("Clerk", "bring a draft in June")},
        ),
        (
            "RESOLVED: 4a that the Housing Group keep a register;\n4b that the Clerk write to the owner.",
            {("Housing Group", "keep a register"), ("Clerk", "write to the owner")},
        ),
        (
            "RESOLVED the Clerk to report the fallen oak to the owner.",
            {("Clerk", "report the fallen oak to the owner")},
        ),
        ("4c The Clerk to bring a plan to the next meeting.", {("Clerk", "bring a plan to the next meeting")}),
    ],
)
def test_numbered_decisions_each_give_a_task(tmp_path: Path, said: str, expected: set[tuple[str, str]]) -> None:
    found = duties(tmp_path, f"{HEAD}The Housing Group had met.\n\n{said}\n", title="")
    assert {(bearer, text) for bearer, modality, _, text in found if modality == "will"} == expected
    assert len(found) == len(expected)


@pytest.mark.parametrize("heading", ["Adult Care Service (ACS)", "Saltmere Housing Panel"])
def test_the_chair_of_minutes_is_the_meetings_whatever_an_item_is_headed_by(tmp_path: Path, heading: str) -> None:
    paper = f"{HEAD}The report was noted.\n\n5. {heading}\n\nThe Chair asked how many posts were vacant.\n"
    assert {f for f in facts(tmp_path, paper, "chairs") if f.startswith("Chair ")} == {f"Chair chairs {COMMITTEE}"}


@pytest.mark.parametrize(
    "present",
    [
        "Present: Councillors:\nAnn Birch (Chair), Tom Cole and Ray Dell\n",
        "Present: Councillors Ann Birch (AB) Chair, Tom Cole (TC) and Ray Dell (RD)\n",
        "Attendance Details\nPresent:\nCouncillor Ann Birch (Chair); Councillors Tom Cole and Ray Dell\nAlso Present:\n"
        "Jo Fern, Head of Housing\n",
    ],
)
def test_everybody_of_an_attendance_list_was_there_however_it_is_set(tmp_path: Path, present: str) -> None:
    paper = f"{COMMITTEE}\nMinutes of the meeting held on 3 May 2023\n{present}"
    found = {fact.removeprefix("Councillor ") for fact in facts(tmp_path, paper, "member_of", "chairs")}
    assert {f"{who} member_of {COMMITTEE}" for who in ("Ann Birch", "Tom Cole", "Ray Dell")} <= found
    assert f"Ann Birch chairs {COMMITTEE}" in found


def test_a_meeting_approves_the_paper_of_another_body(tmp_path: Path) -> None:
    paper = (
        "Harbour Council\n\nMinutes of the meeting held on 3 May 2024\n\n4. Tides\n\n"
        "RESOLVED (on a motion from Cllr Ann Lee) to endorse the Tide Panel's annual report.\n"
    )
    found = facts(tmp_path, paper, "approves")
    assert {fact.partition(" approves ")[0] for fact in found} == {"Harbour Council"}


AGENDA = (
    "Tide Scrutiny Committee\n\nAGENDA\n\n5. Work Plan\n\n{item}\n\n6. Date of next meeting\n\n7. Any other business\n"
)


@pytest.mark.parametrize(
    ("item", "approved"),
    [
        ("To approve the Committee's work plan for 2024.", True),
        ("To consider and agree the Harbour Strategy 2024.", True),
        ("To consider the Harbour Strategy 2024.", False),
        ("To approve the minutes of the last meeting.", False),
    ],
)
def test_an_agenda_tells_what_its_meeting_is_to_approve(tmp_path: Path, item: str, *, approved: bool) -> None:
    found = facts(tmp_path, AGENDA.format(item=item), "approves")
    assert {fact.partition(" approves ")[0] for fact in found} == ({"Tide Scrutiny Committee"} if approved else set())


ROWS = """Saltmere Care Partnership

MINUTES of the meeting of the Saltmere Care Partnership
Board held on Wednesday 21 June 2023 at 2.00pm in the Town Hall

PRESENT:

Cllr Janet Whitlow (Chair)        Lead Member for Care, Saltmere Council
Simon Akroyd                      Director of Moorings, Saltmere Council
Supt Mark Dill                    Saltmere Police

IN ATTENDANCE:
Sarah Keene                       Independent Chair, Saltmere Safeguarding Children Partnership (item 6)

1. Plan

The Board considered the plan. The Chair will present the Tide Plan to the Saltmere Wellbeing Board. The Board approved
the Tide Plan.
"""


def test_the_name_of_whose_meeting_it_was_goes_on_in_the_next_line(tmp_path: Path) -> None:
    assert facts(tmp_path, ROWS, "approves") == {"Saltmere Care Partnership Board approves Tide Plan"}


def test_the_chair_of_another_body_who_attends_is_not_in_the_chair(tmp_path: Path) -> None:
    minutes = (
        "Saltmere Children's Board\n\nMinutes of the meeting held on 21 June 2023\n\nPRESENT:\n\n"
        "Cllr Janet Whitlow (Chair)        Lead Member for Children's Services, Saltmere Borough Council\n"
        "Simon Akroyd                      Director of Children's Services, Saltmere Borough Council\n\n"
        "IN ATTENDANCE:\n"
        "Peter Lomas                       Consultant in Public Health, Saltmere Borough Council (item 5)\n"
        "Sarah Keene                       Independent Chair, Saltmere Safeguarding Children Partnership (item 6)\n"
    )
    assert "Sarah Keene chairs Saltmere Children's Board" not in facts(tmp_path, minutes, "chairs")


def test_whoever_has_a_rank_is_one_person(tmp_path: Path) -> None:
    extraction = extracted(tmp_path, ROWS, title="")
    assert {m.name for m in extraction.mentions if m.type is EntityType.PERSON and "Dill" in m.name} == {"Mark Dill"}


def test_what_a_post_chairs_is_told_behind_its_paper(tmp_path: Path) -> None:
    said = "Peter Lomas introduced the annual report of the Tide Panel, which he chairs."
    assert "Peter Lomas chairs Tide Panel" in facts(tmp_path, said, "chairs")


PACK = """SALTMERE PARENTING PANEL

Date: Thursday, 8 September 2022
Time: 4.30 pm
Venue: Town Hall

AGENDA

1. Apologies for absence
2. Minutes of the meeting held on 9 June 2022 (Pages 3 - 8)
3. Panel Work Programme (Pages 9 - 10)

MINUTES OF THE SALTMERE PARENTING PANEL
HELD ON 9 JUNE 2022

Present: Councillors Brierley (in the Chair), Osei and Kaur.

12. TIDE STRATEGY

The Harbour Manager explained that the Tide Strategy would be monitored by the Mooring Group, a sub-group of the Panel
chaired by the Head of Docks, which would meet every six weeks and report to each meeting of the Panel.

RESOLVED -
(1) That the Tide Strategy be endorsed.
"""
PLAN = """SALTMERE PARENTING PANEL

Work Programme

Meeting           Item                                     Lead officer
8 September       Mooring Annual Report                    Mooring Head
                  Docks performance                        Head of Docks
                  Tide Annual Report                       Tide and Safety Manager
1 December        Sailing Offer                            Head of Sailing
"""


def test_minutes_begin_within_an_agenda_whose_pages_are_lost(tmp_path: Path) -> None:
    assert "SALTMERE PARENTING PANEL approves Tide Strategy" in facts(tmp_path, PACK, "approves")


def test_what_meets_and_reports_is_the_group_and_not_whose_it_is(tmp_path: Path) -> None:
    assert facts(tmp_path, PACK, "meets") == {"Mooring Group meets [frequency=six-weekly]"}
    reports = facts(tmp_path, PACK, "reports_to")
    assert "Mooring Group reports_to SALTMERE PARENTING PANEL [frequency=each meeting]" in reports


def test_items_of_one_meeting_in_a_work_programme_have_an_officer_each(tmp_path: Path) -> None:
    assert facts(tmp_path, PLAN, "reports_to") == {
        f"{post} reports_to SALTMERE PARENTING PANEL"
        for post in ("Mooring Head", "Head of Docks", "Tide and Safety Manager", "Head of Sailing")
    }


def test_an_independent_chair_who_came_from_another_board_chairs_that_one(tmp_path: Path) -> None:
    there = "Guy Reed, Independent Chair, Saltmere Harm Board\n\n4. Annual report\n\n"
    told = (
        "Guy Reed, Independent Chair, presented the annual report. The Independent Chair said that he would retire.\n"
    )
    care = HEAD.replace(COMMITTEE, "Saltmere Care Board").replace("4. Annual report\n\n", there)
    found = facts(tmp_path, f"{care}{told}", "chairs", "holds")
    assert "Guy Reed chairs Saltmere Harm Board" in found
    assert "Guy Reed chairs Saltmere Care Board" not in found


@pytest.mark.parametrize(
    ("bearer", "told"),
    [
        (
            "Strategic Director, Adults and Health",
            "That the Strategic Director, Adults and Health, write to Tide Trust.",
        ),
        ("Head of Housing", "That the Head of Housing, in consultation with the Chair, write to Tide Trust."),
        ("Head of Housing", "That the Head of Housing, on behalf of the Committee, write to Tide Trust."),
    ],
)
def test_commas_behind_whoever_has_a_task_hide_no_task(tmp_path: Path, bearer: str, told: str) -> None:
    found = duties(tmp_path, f"RESOLVED:\n(1) That the report be noted.\n(2) {told}", title=HEAD)
    assert [(who, text) for who, _, _, text in found] == [(bearer, "write to Tide Trust")]


def test_a_label_of_a_form_is_no_post(tmp_path: Path) -> None:
    rows = "Date        Item                Lead officer\n3 May       Rents Review        Head of Housing\n"
    found = {
        m.name for m in extracted(tmp_path, f"Forward plan\n\n{rows}", title=HEAD).mentions if m.type is EntityType.ROLE
    }
    assert "Head of Housing" in found
    assert "Lead officer" not in found


def test_what_is_noted_to_be_the_work_of_a_body_is_its_work(tmp_path: Path) -> None:
    told = "It was noted that the report met one of the Tide Board's three duties which were to:\n\n"
    items = "• Develop and publish a strategic plan;\n• Publish an Annual Report; and\n• Commission reviews.\n"
    found = [(bearer, text) for bearer, _, _, text in duties(tmp_path, f"{told}{items}", title=HEAD)]
    work = ("develop and publish a strategic plan", "publish an Annual Report", "commission reviews")
    assert found == [("Tide Board", text) for text in work]


def test_what_was_only_noted_is_no_work(tmp_path: Path) -> None:
    told = "It was noted that the Tide Board was:\n\n• Developing a plan;\n• Reviewing the strategy.\n"
    assert duties(tmp_path, told, title=HEAD) == []


def test_a_question_of_a_form_with_its_answer_is_no_work(tmp_path: Path) -> None:
    title = "Tide Parenting Panel Terms of Reference\n\nDecision status: Approved\n\n"
    form = "Is Key decision?: No\n\nIs subject to call in?: No\n\nDecisions:\n\n1. The plan is new."
    assert duties(tmp_path, form, title=title) == []


def test_who_is_recommended_to_note_and_approve_a_paper_approves_it(tmp_path: Path) -> None:
    paper = f"{HEAD}RECOMMENDED:\n\n1. That Cabinet note and approve the proposed Moorings Strategy.\n"
    assert facts(tmp_path, paper, "approves") == {"Cabinet approves Moorings Strategy"}


def test_a_paper_is_approved_by_each_of_two_at_their_times(tmp_path: Path) -> None:
    told = "The Tide Strategy was approved by the Tide Board in January and by the Quay Council in March.\n"
    found = facts(tmp_path, f"{HEAD}{told}", "approves")
    assert found == {"Tide Board approves Tide Strategy", "Quay Council approves Tide Strategy"}


def test_who_makes_up_a_group_sits_on_it_whatever_they_are(tmp_path: Path) -> None:
    told = "The Mast Panel is made up of the Mast Team, Early Help and the Legal Service.\n"
    found = facts(tmp_path, f"{HEAD}{told}", "member_of", "part_of")
    assert {"Mast Team member_of Mast Panel", "Legal Service member_of Mast Panel"} <= found
    assert not {fact for fact in found if "part_of Mast Panel" in fact}


def test_consideration_was_given_to_a_report_presented_by_somebody(tmp_path: Path) -> None:
    told = "Consideration was given to a report presented by Ann Dell, Head of Moorings, which gave figures.\n"
    assert f"Head of Moorings reports_to {COMMITTEE}" in facts(tmp_path, f"{HEAD}{told}", "reports_to")


def test_somebody_with_two_posts_who_was_in_attendance_below_any_heading(tmp_path: Path) -> None:
    told = "Councillor Dell, Deputy Leader and Cabinet Member for Children's Services, was in attendance.\n"
    found = facts(tmp_path, f"{HEAD}{told}", "member_of", "holds")
    assert f"Councillor Dell member_of {COMMITTEE} [capacity=in_attendance]" in found
    assert "Councillor Dell holds Cabinet Member for Children's Services" in found


def test_councillors_are_given_a_task_and_an_invitation_is_none(tmp_path: Path) -> None:
    told = "RESOLVED:\n(1) That Councillors Birch and Cole visit the providers.\n"
    told += "(2) That the Youth Cabinet be invited to the March meeting."
    found = [(who, text) for who, _, _, text in duties(tmp_path, told, title=HEAD)]
    assert [text for _, text in found] == ["visit the providers"] * 2
    assert {who.split()[-1] for who, _ in found} == {"Birch", "Cole"}


def test_its_membership_includes_five_of_a_class_and_posts(tmp_path: Path) -> None:
    told = "The Sail Board meets monthly. Its membership includes five councillors, the Head of Law and two skippers.\n"
    found = facts(tmp_path, f"{HEAD}{told}", "member_of")
    assert "Head of Law member_of Sail Board" in found


def test_who_attends_another_bodys_meetings_and_holds_it_to_account(tmp_path: Path) -> None:
    told = "The Mast Council attends alternate meetings of the Sail Board and holds it to account.\n"
    found = facts(tmp_path, f"{HEAD}{told}", "member_of", "oversees")
    assert "Mast Council oversees Sail Board" in found
    assert "Mast Council member_of Sail Board [capacity=in_attendance]" in found


def test_what_a_subgroup_recommended_is_no_advice_of_the_meeting(tmp_path: Path) -> None:
    paper = """Minutes of the meeting of the Saltmere Adults Board held on 12 October 2031

Present:
Ann Lee        Independent Chair
Kim Yates      Minute taker

3.   Subgroup reports
     3.1  Tide Review Subgroup - one referral had been received. The subgroup had
     recommended to the Cabinet that a review be held.
"""
    assert facts(tmp_path, paper, "advises") == {"Tide Review Subgroup advises Cabinet"}
    assert "Kim Yates holds Minute taker" in facts(tmp_path, paper, "holds")
