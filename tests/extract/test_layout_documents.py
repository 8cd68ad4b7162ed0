"""What the furniture of a document states: its cover's labels, its signatures, its tables of contributions."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import extracted, facts

FORUM = "Saltmere Flood Forum"
PROTOCOL = "Protocol between the Saltmere Adults Board and the Saltmere Youth Board"


def test_a_report_is_written_and_approved_by_those_on_its_cover(tmp_path: Path) -> None:
    paper = (
        "Saltmere Housing Report 2019\n\nReport Author: Head of Housing\nApproved by: Director of Places\n"
        "Contact: Head of Law\n\n1. Summary\n\nThe plan is set out below.\n"
    )
    assert facts(tmp_path, paper, "produces", "approves") == {
        "Head of Housing produces Saltmere Housing Report 2019",
        "Director of Places approves Saltmere Housing Report 2019",
    }


def test_labels_of_a_body_s_own_terms(tmp_path: Path) -> None:
    paper = (
        f"{FORUM}\n\nTerms of Reference\n\nChair: Director of Places\nVice-Chair: Head of Drainage\n"
        "Reports to: Saltmere Scrutiny Committee\nAccountable to: Cabinet\nParent body: Saltmere Council\n"
    )
    found = facts(tmp_path, paper)
    assert {
        f"Director of Places chairs {FORUM}",
        f"Head of Drainage member_of {FORUM} [capacity=vice_chair]",
        f"{FORUM} reports_to Saltmere Scrutiny Committee",
        f"{FORUM} accountable_to Cabinet",
        f"{FORUM} part_of Saltmere Council",
    } <= found
    assert f"Head of Drainage chairs {FORUM}" not in found


def test_signatories_approve_what_they_sign(tmp_path: Path) -> None:
    paper = (
        f"{PROTOCOL}\n\n1. Purpose\n\nThis protocol is short.\n\n2. Signatures\n\n"
        "Ivor Denby, Director of Youth Work\n\nCouncillor Ruth Calder, Leader of the Council\n"
    )
    assert facts(tmp_path, paper, "approves", "holds") == {
        f"Director of Youth Work approves {PROTOCOL}",
        f"Leader of the Council approves {PROTOCOL}",
        "Ivor Denby holds Director of Youth Work",
        "Councillor Ruth Calder holds Leader of the Council",
    }


def test_a_person_on_one_line_and_the_post_on_the_next(tmp_path: Path) -> None:
    paper = f"{PROTOCOL}\n\n1. Purpose\n\nThis protocol is short.\n\n2. Signatures\n\nRuth Calder\n\nHead of Law\n"
    assert facts(tmp_path, paper, "holds") == {"Ruth Calder holds Head of Law"}


def test_names_below_another_heading_approve_nothing(tmp_path: Path) -> None:
    paper = f"{PROTOCOL}\n\n1. Contacts\n\nIvor Denby, Director of Youth Work\n"
    assert facts(tmp_path, paper, "approves") == set()


def test_contributions_in_a_list(tmp_path: Path) -> None:
    paper = (
        "Saltmere Youth Board\n\nAnnual Report\n\n1. Money\n\nThe partners make these contributions to the Saltmere "
        "Youth Board:\n\n- Saltmere Council 185,400\n- Saltmere Hospitals Trust £42,000\n- Total 227,400\n"
    )
    assert facts(tmp_path, paper, "funds") == {
        "Saltmere Council funds Saltmere Youth Board [amount=£185,400]",
        "Saltmere Hospitals Trust funds Saltmere Youth Board [amount=£42,000]",
    }


def test_a_budget_that_lists_what_is_spent_tells_of_no_contributions(tmp_path: Path) -> None:
    paper = "Elm Parish Council\n\nBudget\n\nThe Toddlers Group of the parish:\n\n- Benches £750\n- Elm School £250\n"
    assert facts(tmp_path, paper, "funds") == set()


def test_a_sentence_that_something_was_approved_approves_no_paper(tmp_path: Path) -> None:
    paper = f"{PROTOCOL}\n\n1. Purpose\n\nThe resulting changes were approved by the Saltmere Executive.\n"
    assert f"Saltmere Executive approves {PROTOCOL}" not in facts(tmp_path, paper, "approves")


def test_contributions_in_a_column(tmp_path: Path) -> None:
    paper = (
        "Annual Report of the Saltmere Youth Board\n\n1. Work\n\nThe Saltmere Youth Board met often.\n\n2. Budget\n\n"
        "| Income | Amount |\n|------|------|\n| Saltmere Council | £120,000 |\n| Total | £120,000 |\n"
    )
    assert facts(tmp_path, paper, "funds") == {"Saltmere Council funds Saltmere Youth Board [amount=£120,000]"}


def test_contributions_in_columns_that_stand_one_below_the_other(tmp_path: Path) -> None:
    paper = (
        "Saltmere Youth Board\n\nAnnual Report\n\n1. Money\n\nSaltmere Youth Board Budget\n\nAnnual Contributions\n\n"
        "Saltmere Council\n\nSaltmere Hospitals Trust\n\nTidewater Police\n\n50.0%\n30.0%\n20.0%\n\n"
        "50,100\n30,050\n20,025\n\nTotal Income\n\n100,175\n"
    )
    assert facts(tmp_path, paper, "funds") == {
        "Saltmere Council funds Saltmere Youth Board [amount=£50,100]",
        "Saltmere Hospitals Trust funds Saltmere Youth Board [amount=£30,050]",
        "Tidewater Police funds Saltmere Youth Board [amount=£20,025]",
    }


def test_a_run_of_figures_without_as_many_bodies_above_it_is_no_contribution(tmp_path: Path) -> None:
    paper = (
        "Saltmere Youth Board\n\nAnnual Report\n\n1. Money\n\nAnnual Contributions\n\n"
        "Saltmere Council\nTidewater Police\n\n50,100\n30,050\n20,025\n"
    )
    assert facts(tmp_path, paper, "funds") == set()


def test_numbers_under_a_heading_without_money_are_no_contributions(tmp_path: Path) -> None:
    paper = "Saltmere Youth Board\n\nAnnual Report\n\n1. Visits\n\n- Saltmere Council 1,204\n- Saltmere Museum 5,300\n"
    assert facts(tmp_path, paper, "funds") == set()


def test_one_chair_of_two_boards_chairs_both(tmp_path: Path) -> None:
    paper = "Protocol\n\n1. Chair\n\nThe Independent Chair of the Saltmere Youth Board and Saltmere Care Board signs.\n"
    assert facts(tmp_path, paper, "chairs") == {
        "Independent Chair of the Saltmere Youth Board chairs Saltmere Youth Board",
        "Independent Chair of the Saltmere Youth Board chairs Saltmere Care Board",
    }


def test_labels_below_each_other_are_labels_and_no_headings(tmp_path: Path) -> None:
    paper = (
        f"{FORUM}\n\nTerms of Reference\n\nChair: Saltmere Police\nSecretariat: Harbour Office\n"
        "Reports to: Saltmere Council\nFrequency of meetings: Quarterly\nAccountable to: Saltmere Trust\n"
    )
    assert facts(tmp_path, paper, "chairs", "reports_to", "accountable_to", "meets") == {
        f"Saltmere Police chairs {FORUM}",
        f"{FORUM} reports_to Saltmere Council",
        f"{FORUM} accountable_to Saltmere Trust",
        f"{FORUM} meets [frequency=quarterly]",
    }


@pytest.mark.parametrize(
    ("line", "fact"),
    [
        ("Reporting line: Executive Board", "Training Group reports_to Executive Board"),
        (
            "Reporting arrangements: The Quality Panel reports to the Audit Board.",
            "Quality Panel reports_to Audit Board",
        ),
        ("Receives reports from: Quality Panel", "Quality Panel reports_to Training Group"),
        ("Statutory basis: section 10 of the Children Act 2004", "Training Group established_under Children Act 2004"),
        ("Escalation route: Executive Board", "Training Group escalates_to Executive Board"),
        ("Overseen by: Executive Board", "Executive Board oversees Training Group"),
        ("Works with: Quality Panel; Audit Forum", "Training Group works_with Audit Forum"),
        ("Funded by: Northwick Borough Council", "Northwick Borough Council funds Training Group"),
        ("Replaces: Quality Panel", "Training Group succeeds Quality Panel"),
    ],
)
def test_a_label_says_what_its_value_is_to_the_body_of_the_paper(tmp_path: Path, line: str, fact: str) -> None:
    paper = f"Training Group\n\nTerms of Reference\n\n{line}\n\nVenue: Town Hall\n"
    assert fact in facts(tmp_path, paper)


def test_a_paper_that_speaks_of_itself_is_the_one_that_its_title_names(tmp_path: Path) -> None:
    paper = (
        "Saltmere Council\n\nHome > Procedures > Pier Safety Policy\n\n1. Approval\n\n"
        "This policy was approved by the Harbour Committee on 4 May 2023.\n"
    )
    assert facts(tmp_path, paper, "approves") == {"Harbour Committee approves Pier Safety Policy"}


def test_the_plan_is_the_one_that_was_named_before(tmp_path: Path) -> None:
    paper = (
        f"{FORUM}\n\n1. Planning\n\nThe Clerk prepares the Coastal Defence Plan each year.\n\n"
        "The plan is approved by the Harbour Committee.\n"
    )
    assert "Harbour Committee approves Coastal Defence Plan" in facts(tmp_path, paper, "approves")


def test_who_agrees_the_agenda_of_a_meeting_approves_no_publication(tmp_path: Path) -> None:
    paper = f"{FORUM}\n\n1. Meetings\n\nThe Clerk will agree the draft agenda with the Director of Places.\n"
    assert facts(tmp_path, paper, "approves") == set()


def test_payments_that_a_sentence_lists(tmp_path: Path) -> None:
    paper = (
        f"{FORUM}\n\n1. Money\n\nThe budget of the {FORUM} is £90,000: Saltmere Council £50,000 and "
        "Mid Salt Police £40,000.\n"
    )
    assert facts(tmp_path, paper, "funds") == {
        f"Saltmere Council funds {FORUM} [amount=£50,000]",
        f"Mid Salt Police funds {FORUM} [amount=£40,000]",
    }


@pytest.mark.parametrize(("heading", "told"), [("Budget", True), ("History", False)])
def test_who_gave_how_much_below_a_heading_of_money_gives_it_to_whom_the_paper_is_about(
    tmp_path: Path, heading: str, told: bool
) -> None:
    paper = f"{FORUM}\n\nAnnual Report\n\n1. {heading}\n\n"
    paper += "In 2024/25 Saltmere Council gave £60,000 and Mid Salt Police £40,000.\n"
    given = {
        f"Saltmere Council funds {FORUM} [amount=£60,000]",
        f"Mid Salt Police funds {FORUM} [amount=£40,000]",
    }
    assert facts(tmp_path, paper, "funds") == (given if told else set())


def test_councils_that_a_list_of_payments_calls_by_their_places_give(tmp_path: Path) -> None:
    paper = (
        f"{FORUM}\n\n1. Money\n\nThe parties are Weir District Council and Saltmere City Council.\n\n"
        "Contributions to the budget are:\n\nWeir £50,000; Saltmere £40,000; Harbour £3,000.\n"
    )
    assert facts(tmp_path, paper, "funds") == {
        f"Weir funds {FORUM} [amount=£50,000]",
        f"Saltmere funds {FORUM} [amount=£40,000]",
    }


def test_payments_towards_another_body_are_not_the_papers_own(tmp_path: Path) -> None:
    paper = (
        f"{FORUM}\n\n1. Money\n\nSaltmere Council pays £50,000 towards the Harbour Works Service and "
        "Mid Salt Police £40,000.\n"
    )
    assert not any(f"funds {FORUM}" in fact for fact in facts(tmp_path, paper, "funds"))


AGENDA = """Care Commission

Co-opted Members – Ms. J. Jonas (Voluntary Sector
Consortium), Mrs. A. Clowes (WOPF – Westmere Older
People’s Forum) for agenda items relating to older people

The items are described on the agenda below. The agenda is published by the Westmere Council.
"""


def test_words_behind_a_bracket_are_no_title_of_the_paper(tmp_path: Path) -> None:
    names = {mention.name for mention in extracted(tmp_path, AGENDA, title="").mentions}
    assert not [name for name in names if "items relating" in name]


def test_lines_of_a_body_and_an_amount_below_a_heading_on_money(tmp_path: Path) -> None:
    paper = (
        f"{FORUM}\n\n1. Resources 2024/25\n\n- Saltmere Council 612,000\n- Mid Salt Police £78.4k\n"
        "- Staffing 90,000\n\n"
        "2. Cases\n\n- Saltmere Council 12\n- Mid Salt Police 30\n"
    )
    assert facts(tmp_path, paper, "funds") == {
        f"Saltmere Council funds {FORUM} [amount=£612,000]",
        f"Mid Salt Police funds {FORUM} [amount=£78.4k]",
    }


def test_a_cover_tells_who_brings_a_report_to_whom_and_whose_committee_that_is(tmp_path: Path) -> None:
    paper = (
        "SALTMERE BOROUGH COUNCIL\n\nReport to:      Housing Scrutiny Panel\nDate:           3 March 2025\n"
        "Report by:      Director of Housing\nSubject:        Damp\n\n1. Background\n\n1.1 Damp was found in 2019.\n"
    )
    found = facts(tmp_path, paper, "reports_to", "part_of")
    assert found == {
        "Director of Housing reports_to Housing Scrutiny Panel",
        "Housing Scrutiny Panel part_of SALTMERE BOROUGH COUNCIL",
    }


def test_the_money_of_a_board_over_a_service_is_the_services(tmp_path: Path) -> None:
    paper = (
        "Saltmere Youth Justice Management Board\n\nTerms of Reference\n\n1. Purpose\n\nThe Board governs the "
        "Saltmere Youth Justice Service.\n\n2. Contributions\n\nSaltmere Council   £120,000\n"
        "Northshire Police   £80,000\n"
    )
    assert facts(tmp_path, paper, "funds") == {
        "Saltmere Council funds Saltmere Youth Justice Service [amount=£120,000]",
        "Northshire Police funds Saltmere Youth Justice Service [amount=£80,000]",
    }


def test_reports_called_by_their_boards_are_each_that_board_s(tmp_path: Path) -> None:
    boards = "The Saltmere Adults Board (SAB) and the Saltmere Youth Board (SYB) share an office."
    text = f"{boards} The SAB annual report and the SYB yearly report will be presented to the Saltmere Care Panel."
    paper = f"Saltmere Care Panel\n\nTerms of Reference\n\n1. Reports\n\n{text}\n"
    assert {fact.split(" [")[0] for fact in facts(tmp_path, paper, "reports_to", "produces")} == {
        "SAB reports_to Saltmere Care Panel",
        "SYB reports_to Saltmere Care Panel",
        "SAB produces SAB annual report",
        "SYB produces SYB yearly report",
    }


@pytest.mark.parametrize(
    ("words", "maker"),
    [
        ("the Harbour Trust's Dementia Strategy", "Harbour Trust"),
        ("the Virtual School's annual report", "Virtual School"),
        ("the Bus Service Improvement Plan", None),
        ("the Police and Crime Plan", None),
    ],
)
def test_who_makes_a_plan_is_not_what_it_is_about(tmp_path: Path, words: str, maker: str | None) -> None:
    found = facts(tmp_path, f"{FORUM}\n\nTerms of Reference\n\n1. Work\n\nThe Forum notes {words}.\n", "produces")
    assert {fact.partition(" produces ")[0] for fact in found} == ({maker} if maker else set())


def test_what_members_report_is_no_report(tmp_path: Path) -> None:
    text = "The Forum has eight members. Each of its members reports to the Chief Executive.\n"
    assert facts(tmp_path, f"{FORUM}\n\nTerms of Reference\n\n1. Work\n\n{text}", "produces") == set()


def test_matters_that_one_group_cannot_settle_are_not_escalated_by_all(tmp_path: Path) -> None:
    text = "Any issue which the Risk Group is unable to resolve should be escalated to the Executive Group.\n"
    found = facts(tmp_path, f"{FORUM}\n\nProtocol\n\n1. Disputes\n\n{text}", "escalates_to")
    assert found == {"Risk Group escalates_to Executive Group"}


def test_a_paper_that_is_brought_back_is_no_matter_that_is_escalated(tmp_path: Path) -> None:
    text = "The Clerk will keep this protocol up to date and will bring it back to the Audit Committee.\n"
    title = "Protocol between the Saltmere Adults Board and the Saltmere Youth Board\n\n1. Review\n\n"
    assert facts(tmp_path, title + text, "escalates_to", "notifies") == set()


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Schools must complete the safety self-assessment every year.", "Schools"),
        ("Workstream leads must keep a risk register.", "Workstream leads"),
        ("All partners must sign the Partnership Agreement.", "partners"),
    ],
)
def test_a_class_writes_and_signs_nothing_in_particular(tmp_path: Path, text: str, fact: str) -> None:
    found = facts(tmp_path, f"{FORUM}\n\nTerms of Reference\n\n1. Work\n\n{text}\n", "produces", "approves")
    assert not any(told.lower().startswith(fact.lower()) for told in found)


def test_papers_sent_to_whoever_is_a_member_are_no_report(tmp_path: Path) -> None:
    text = "The Clerk will send papers to all members. The Clerk will send an annual report to the Audit Committee.\n"
    found = facts(tmp_path, f"{FORUM}\n\nTerms of Reference\n\n1. Work\n\n{text}", "reports_to")
    assert {fact.partition(" [")[0] for fact in found} == {"Clerk reports_to Audit Committee"}


def test_whose_report_it_is_that_a_committee_considers(tmp_path: Path) -> None:
    text = "1.1 To consider the Head of Drainage's annual report and opinion.\n"
    found = facts(tmp_path, f"{FORUM}\n\nTerms of Reference\n\n1. Functions\n\n{text}", "reports_to", "produces")
    assert {fact.partition(" [")[0] for fact in found} == {
        f"Head of Drainage reports_to {FORUM}",
        "Head of Drainage produces annual report",
    }


def test_what_it_is_not_for_somebody_to_do(tmp_path: Path) -> None:
    text = "It is not for the Forum to scrutinise the Harbour Trust.\n"
    found = facts(tmp_path, f"{FORUM}\n\nTerms of Reference\n\n1. Work\n\n{text}", "oversees")
    assert found == {f"{FORUM} not oversees Harbour Trust"}


def test_who_owns_and_ratifies_a_paper_by_its_labels(tmp_path: Path) -> None:
    paper = (
        "Saltmere Housing Report 2019\n\nDocument owner: Head of Housing\nRatified by: Audit Committee\n\n"
        "1. Summary\n\nThe plan is set out below.\n"
    )
    assert facts(tmp_path, paper, "produces", "approves") == {
        "Head of Housing produces Saltmere Housing Report 2019",
        "Audit Committee approves Saltmere Housing Report 2019",
    }


def test_this_document_is_the_paper_whatever_sort_its_title_says(tmp_path: Path) -> None:
    text = (
        "Protocol outlining Saltmere's safeguarding arrangements\n\n"
        "The Chair of the Saltmere Youth Board has agreed to the arrangements set out in this document.\n"
    )
    wanted = "Chair of the Saltmere Youth Board approves Protocol outlining Saltmere's safeguarding arrangements"
    assert facts(tmp_path, text, "approves") == {wanted}


def test_those_who_sign_an_agreement_approve_it(tmp_path: Path) -> None:
    text = (
        "Saltmere Information Sharing Agreement\n\n1. Purpose\n\nThe parties share what they know.\n\n"
        "2. Signatories\n\nIvor Denby, Director of Youth Work\n"
    )
    assert facts(tmp_path, text, "approves") == {
        "Director of Youth Work approves Saltmere Information Sharing Agreement"
    }


def test_a_part_whose_title_stands_on_its_cover_alone_is_signed_too(tmp_path: Path) -> None:
    text = (
        "Saltmere Harbour Arrangements\n\nReport to the Scrutiny Panel\n\n1. Background\n\n"
        "This report presents the Saltmere Harbour Arrangements.\n\n2. Next steps\n\nThe Panel may note them.\n"
        "\f1. Introduction\n\nWelcome to the new arrangements.\n\n2. Signatories\n\n"
        "Ivor Denby, Director of Youth Work\n"
    )
    assert "Director of Youth Work approves Saltmere Harbour Arrangements" in facts(tmp_path, text, "approves")


COVER = (
    "Saltmere Council\n\nScrutiny Committee\n\nReport Title: Review of Home Education\n"
    "Report Author: Ann Lee, Head of Schools\n\n1. Background\n\nThe report was endorsed by Cabinet on 3 May.\n"
)


def test_a_report_is_called_by_what_stands_behind_its_label(tmp_path: Path) -> None:
    assert facts(tmp_path, COVER, "approves") == {"Cabinet approves Review of Home Education"}


COVER_OF_LINES = """Report Title
Harbour Walls

Strategic Director Approving Submission of the Report
Jane Hill, Director of Tides

Report Author(s)
Paul Moss, Business Manager, Saltmere Board
paul.moss@example.org

Ward(s) Affected
All

Report Summary
The report was endorsed by the Saltmere Cabinet.
"""


def test_posts_behind_their_holders_names_write_and_approve_what_the_cover_is_of(tmp_path: Path) -> None:
    assert facts(tmp_path, COVER, "produces") == {"Head of Schools produces Review of Home Education"}
    assert facts(tmp_path, COVER_OF_LINES, "produces", "approves") == {
        "Business Manager produces Harbour Walls",
        "Director of Tides approves Harbour Walls",
        "Saltmere Cabinet approves Harbour Walls",
    }


def test_who_brings_an_annual_report_need_not_have_written_it(tmp_path: Path) -> None:
    cover = COVER.replace("Review of Home Education", "Annual Report of the Schools Forum")
    assert facts(tmp_path, cover, "produces") == set()


def test_an_ordinary_noun_is_no_name_of_a_paper_that_was_spoken_of_before(tmp_path: Path) -> None:
    paper = (
        "Saltmere Safety Partnership\nPier Arrangements\n\n1. Work\n\n1.1 These arrangements begin in May.\n\n"
        "1.2 The Saltmere Finance Group approves the budget.\n"
    )
    assert facts(tmp_path, paper, "approves") <= {"Saltmere Finance Group approves budget"}
    assert all(alias.short != "budget" for alias in extracted(tmp_path, paper, title="").aliases)


def test_those_below_signatures_sign_nothing_where_the_title_names_no_paper(tmp_path: Path) -> None:
    text = (
        "Saltmere Harbour Partnership\n\n1. Purpose\n\nThe partners meet.\n\n"
        "2. Signatories\n\nIvor Denby, Director of Youth Work\n"
    )
    assert facts(tmp_path, text, "approves") == set()


@pytest.mark.parametrize(
    ("paper", "maker"),
    [
        ("the Tide Panel QA Framework for Learning", "Tide Panel"),
        ("current Harbour Office policy on tides", "Harbour Office"),
        ("the Bus Service Improvement Plan", None),
    ],
)
def test_a_framework_is_made_by_the_group_whose_name_it_bears(tmp_path: Path, paper: str, maker: str | None) -> None:
    text = f"{FORUM}\n\nTerms of Reference\n\n1. Work\n\nThe Forum works in line with {paper}.\n"
    makers = {fact.partition(" produces ")[0] for fact in facts(tmp_path, text, "produces")}
    assert makers == ({maker} if maker else set())


@pytest.mark.parametrize(
    ("label", "predicate"),
    [
        ("Produced by", "produces"),
        ("Compiled by", "produces"),
        ("Name of originator/author", "produces"),
        ("Approving body", "approves"),
    ],
)
def test_more_labels_of_who_made_or_approved_a_paper(tmp_path: Path, label: str, predicate: str) -> None:
    paper = (
        f"Saltmere Housing Report 2019\n\n{label}: Housing Team\nDate: May 2019\n\n1. Summary\n\nIt is set out below.\n"
    )
    assert facts(tmp_path, paper, "produces", "approves") == {f"Housing Team {predicate} Saltmere Housing Report 2019"}


def test_a_grant_in_a_table_of_contributions_is_nobody(tmp_path: Path) -> None:
    rows = (
        "Contributions from partners £\nSaltmere Council 64,200\nTide ICB 61,000\nSaltmere Police 8,500\n"
        "Saltmere Probation Service 2,100\nDedicated Schools Grant 20,000\nTotal 155,800\n"
    )
    paper = f"Saltmere Youth Board\n\nAnnual Report\n\nAppendix 3: Income and expenditure\n\n{rows}"
    givers = {fact.partition(" funds ")[0] for fact in facts(tmp_path, paper, "funds")}
    assert givers == {"Saltmere Council", "Tide ICB", "Saltmere Police", "Saltmere Probation Service"}
