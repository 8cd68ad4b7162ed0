"""Groups of a body from lists, headings, fragments and rows without columns; how often they meet."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import duties, facts

BOARD = "Saltmere Wellbeing Board"
HEAD = f"{BOARD}\n\nTerms of Reference\n\n"


def test_a_list_of_groups(tmp_path: Path) -> None:
    paper = f"{HEAD}1. Structure\n\nThe Board has two sub-groups:\n\n- Ageing Well Group\n- Young People Group\n"
    assert facts(tmp_path, paper) == {
        f"Ageing Well Group part_of {BOARD}",
        f"Young People Group part_of {BOARD}",
    }


@pytest.mark.parametrize("who", ["The following groups", "The following"])
def test_a_list_of_groups_that_report(tmp_path: Path, who: str) -> None:
    paper = f"{HEAD}1. Links\n\n{who} report to the Board:\n\n- Saltmere Dementia Forum\n"
    assert facts(tmp_path, paper) == {f"Saltmere Dementia Forum reports_to {BOARD}"}


def test_headings_below_a_heading_on_groups(tmp_path: Path) -> None:
    paper = (
        f"{HEAD}4. Sub-groups\n\n4.1 Ageing Well Group\n\nChaired by the Director of Adult Care.\n\nMeets monthly.\n\n"
        "4.2 Young People Group (quarterly)\n\nLed by the Head of Youth Work.\n"
    )
    assert facts(tmp_path, paper, "part_of", "chairs", "meets") == {
        f"Ageing Well Group part_of {BOARD}",
        f"Young People Group part_of {BOARD}",
        "Director of Adult Care chairs Ageing Well Group",
        "Head of Youth Work chairs Young People Group",
        "Ageing Well Group meets [frequency=monthly]",
        "Young People Group meets [frequency=quarterly]",
    }


def test_headings_below_any_other_heading_are_no_parts(tmp_path: Path) -> None:
    paper = f"{HEAD}4. Neighbours\n\n4.1 Ageing Well Group\n\nThis is a charity.\n"
    assert facts(tmp_path, paper, "part_of") == set()


def test_fragments_tell_of_the_group_named_alone_above(tmp_path: Path) -> None:
    paper = (
        f"{HEAD}4. Meetings\n\nAgeing Well Group\n\nChaired by the Director of Adult Care.\n\nMeets quarterly.\n\n"
        "Young People Group\n\nMeets monthly.\n"
    )
    assert facts(tmp_path, paper, "chairs", "meets") == {
        "Director of Adult Care chairs Ageing Well Group",
        "Ageing Well Group meets [frequency=quarterly]",
        "Young People Group meets [frequency=monthly]",
    }


def test_rows_of_a_table_that_lost_its_columns(tmp_path: Path) -> None:
    paper = (
        f"{HEAD}4. Groups\n\nGroup Chaired by Frequency\n\nAgeing Well Group, Councillor Ruth Calder, Monthly\n\n"
        "Young People Group Quarterly\n"
    )
    assert facts(tmp_path, paper, "chairs", "meets", "part_of") == {
        "Councillor Ruth Calder chairs Ageing Well Group",
        "Ageing Well Group meets [frequency=monthly]",
        "Young People Group meets [frequency=quarterly]",
        f"Ageing Well Group part_of {BOARD}",
        f"Young People Group part_of {BOARD}",
    }


@pytest.mark.parametrize(
    ("label", "value", "frequency"),
    [
        ("Frequency", "quarterly", "quarterly"),
        ("Frequency of meetings", "Monthly", "monthly"),
        ("Meetings", "twice a year", "six-monthly"),
    ],
)
def test_a_labelled_frequency(tmp_path: Path, label: str, value: str, frequency: str) -> None:
    paper = f"{HEAD}1. Meetings\n\n{label}: {value}\nVenue: Town Hall\n"
    assert facts(tmp_path, paper, "meets") == {f"{BOARD} meets [frequency={frequency}]"}


def test_an_annual_report_is_no_rhythm_of_meetings(tmp_path: Path) -> None:
    paper = f"{HEAD}1. Papers\n\n- Ageing Well Group Annual Report\n- Young People Group (monthly)\n"
    assert facts(tmp_path, paper, "meets") == {"Young People Group meets [frequency=monthly]"}


def test_a_sub_groups_own_heading_in_its_bodys_document_makes_it_part_of_that_body(tmp_path: Path) -> None:
    paper = """Ferrow Rivers Partnership Governance Structure

Learning Subgroup:
Ferrow County Council
Ferrow Constabulary
Rivers Trust

The partnership meets twice a year, in spring and in autumn.
"""
    assert facts(tmp_path, paper, "part_of") == {"Learning Subgroup part_of Ferrow Rivers Partnership"}


@pytest.mark.parametrize(
    "lead",
    [
        "The Board has appointed three committees to carry on its work. These include:",
        "There are two standing panels of the Board:",
        "The Board has two scrutiny panels:",
    ],
)
def test_committees_that_a_body_has_set_up(tmp_path: Path, lead: str) -> None:
    paper = f"{HEAD}1. Structure\n\n{lead}\n\n- Ageing Well Panel\n- Young People Panel\n"
    assert facts(tmp_path, paper, "part_of") == {
        f"Ageing Well Panel part_of {BOARD}",
        f"Young People Panel part_of {BOARD}",
    }


def test_those_below_a_groups_name_sit_on_it_and_are_no_parts_of_it(tmp_path: Path) -> None:
    paper = (
        "Saltmere Flood Partnership\n\nMembers\n\nTraining Subgroup:\n\n- Saltmere Council\n- Tide Police\n"
        "- Fens Mind\n- Saltmere Safeguarding Board\n"
    )
    assert "Saltmere Safeguarding Board part_of Training Subgroup" not in facts(tmp_path, paper, "part_of")


def test_a_board_behind_the_label_chair_is_no_chair(tmp_path: Path) -> None:
    paper = "Saltmere Council\n\nForeword\n\nChair: Saltmere Wellbeing Board\n\nThe work goes on.\n"
    assert facts(tmp_path, paper, "chairs") == set()


def test_a_colon_inside_a_bracket_ends_no_label(tmp_path: Path) -> None:
    paper = f"{HEAD}1. Structure\n\nThe Safety Forum (chair: Head of Housing)\n"
    assert facts(tmp_path, paper, "chairs") == {"Head of Housing chairs Safety Forum"}


def test_labels_of_a_card_tell_its_groups_and_the_boards_that_it_is_linked_to(tmp_path: Path) -> None:
    safety = "SALTMERE SAFETY PARTNERSHIP"
    card = "   Sub-groups:    Road Safety Group; Youth Forum\n   Linked board:  Saltmere Youth Justice Board\n"
    found = facts(tmp_path, f"{HEAD}5. {safety}\n\n{card}", "part_of", "works_with")
    assert found >= {
        f"Road Safety Group part_of {safety}",
        f"Youth Forum part_of {safety}",
        f"{safety} works_with Saltmere Youth Justice Board",
    }


def test_groups_named_before_the_body_that_they_serve(tmp_path: Path) -> None:
    paper = "Two task groups, the Rural Group and the Harbour Group, work to the Delivery Board and meet monthly.\n"
    assert facts(tmp_path, paper, "part_of") == {
        "Rural Group part_of Delivery Board",
        "Harbour Group part_of Delivery Board",
    }


def test_groups_that_a_lead_in_says_form_part_of_a_body(tmp_path: Path) -> None:
    lead = "The following bodies form part of the Saltmere Safety Partnership:"
    paper = f"Terms\n\n{lead}\n\n- the Prevent Board\n- the Tasking Group\n"
    assert facts(tmp_path, paper, "part_of") == {
        "Prevent Board part_of Saltmere Safety Partnership",
        "Tasking Group part_of Saltmere Safety Partnership",
    }


@pytest.mark.parametrize(
    ("group", "is_part"), [("Executive Group", True), ("Strategic Board", True), ("Port Group", False)]
)
def test_a_group_named_by_its_place_alone_is_part_of_the_partnership_of_the_paper(
    tmp_path: Path, group: str, *, is_part: bool
) -> None:
    paper = (
        f"Saltmere Safety Partnership\n\nTerms of Reference\n\n1. Ways of working\n\nThe {group} meets every month.\n"
    )
    fact = f"{group} part_of Saltmere Safety Partnership"
    assert (fact in facts(tmp_path, paper, "part_of")) == is_part


def test_groups_by_name_above_the_labels_that_tell_of_them(tmp_path: Path) -> None:
    paper = (
        "Saltmere Adults Board\n\n1. Structure\n\nThe Board works through its groups.\n\n"
        "Audit and Quality Subgroup\nLead: Head of Drainage\nReports to: Executive Group\n\n"
        "Case Review Subgroup\nLead: Ivor Denby\nProduces: Annual Audit Report\n"
    )
    assert facts(tmp_path, paper, "chairs", "reports_to", "produces") == {
        "Head of Drainage chairs Audit and Quality Subgroup",
        "Audit and Quality Subgroup reports_to Executive Group",
        "Ivor Denby chairs Case Review Subgroup",
        "Case Review Subgroup produces Annual Audit Report",
    }


def test_the_lead_of_a_paper_that_is_no_group_chairs_nothing(tmp_path: Path) -> None:
    paper = "Saltmere Adults Board\n\nAction plan\n\n1. Training\n\nThe Board trains staff.\n\nLead: Head of Drainage\n"
    assert facts(tmp_path, paper, "chairs") == set()


def test_headings_below_a_lead_in_that_counts_groups_of_two_sorts(tmp_path: Path) -> None:
    paper = (
        f"{HEAD}The Board is supported by two subgroups and one forum:\n\n"
        "Ageing Well Group\n\nSenior officers meet four times a year. This group agrees the plan.\n\n"
        "Young People Group\n\nOfficers meet monthly.\n\n"
        "Tide Watch Forum\n\nResidents are welcome.\n"
    )
    groups = ["Ageing Well Group", "Young People Group", "Tide Watch Forum"]
    assert facts(tmp_path, paper, "part_of") >= {f"{group} part_of {BOARD}" for group in groups}
    assert duties(tmp_path, paper, title="") == [("Ageing Well Group", "function", "agree", "agree the plan")]


def test_sentences_after_one_that_counts_groups_begin_with_them(tmp_path: Path) -> None:
    told = "The Ageing Panel, chaired by the Clerk, meets monthly. The Pier Panel meets each term."
    paper = f"{HEAD}1. Support\n\nThere are two panels. {told}\n"
    assert facts(tmp_path, paper, "part_of") == {f"Ageing Panel part_of {BOARD}", f"Pier Panel part_of {BOARD}"}
    paper = f"{HEAD}1. Support\n\nThere are three panels. {told}\n"
    assert facts(tmp_path, paper, "part_of") == set()


def test_paragraphs_below_a_heading_on_groups_begin_with_them(tmp_path: Path) -> None:
    told = "Ageing Group – looks at care at home.\n\nThe Pier Group is chaired by the Clerk.\n"
    assert facts(tmp_path, f"{HEAD}1. Sub-groups\n\n{told}", "part_of") == {
        f"Ageing Group part_of {BOARD}",
        f"Pier Group part_of {BOARD}",
    }
    assert facts(tmp_path, f"{HEAD}1. Neighbours\n\n{told}", "part_of") == set()
    other = "The Ageing Group is a sub-group of the Tide Executive.\n\n"
    assert facts(tmp_path, f"{HEAD}1. Work\n\n{other}2. Sub-groups\n\n{told}", "part_of") == {
        "Ageing Group part_of Tide Executive",
        f"Pier Group part_of {BOARD}",
    }


def test_a_sentence_that_says_whose_the_groups_below_it_are_outranks_the_heading(tmp_path: Path) -> None:
    lead = "The Saltmere Trust has two committees."
    told = "Ageing Committee. To:\n- look at care.\n\nPier Committee. To:\n- look after the pier.\n"
    assert facts(tmp_path, f"{HEAD}1. Committees\n\n{lead}\n\n{told}", "part_of") == {
        "Ageing Committee part_of Saltmere Trust",
        "Pier Committee part_of Saltmere Trust",
    }


def test_headings_of_groups_beside_a_heading_on_groups_that_stands_alone(tmp_path: Path) -> None:
    groups = "Ageing Committee\n\nIt meets monthly in the hall.\n\nPier Committee\n\nIt looks after the pier.\n"
    paper = f"Saltmere Town Council\n\nHandbook\n\nCOMMITTEES OF THE COUNCIL\n\n{groups}"
    assert facts(tmp_path, paper, "part_of") == {
        "Ageing Committee part_of Saltmere Town Council",
        "Pier Committee part_of Saltmere Town Council",
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "The Board has established several formal committees, to which it has delegated some of its work:",
        "The Board is supported by a number of sub-committees.",
    ],
)
def test_headings_below_an_announcement_that_counts_no_groups(tmp_path: Path, sentence: str) -> None:
    below = "Ageing Well Group\n\nThe Ageing Well Group plans care.\n\nYoung People Group\n\nIt looks after schools.\n"
    found = facts(tmp_path, f"{HEAD}Structure\n\n{sentence}\n\n{below}", "part_of")
    assert found >= {f"Ageing Well Group part_of {BOARD}", f"Young People Group part_of {BOARD}"}


def test_groups_that_somebody_only_works_with_are_no_parts(tmp_path: Path) -> None:
    below = "Ageing Well Group\n\nThe Ageing Well Group plans care.\n\nYoung People Group\n\nIt looks after schools.\n"
    paper = f"{HEAD}Links\n\nThe Board works with several groups.\n\n{below}"
    assert facts(tmp_path, paper, "part_of") == set()


@pytest.mark.parametrize(
    "said",
    [
        "There are a number of committees of the Board, including the Ageing Well Group and the Young People Group.",
        "The Board has a number of groups.\n\n- The Ageing Well Group plans care.\n- The Young People Group meets.",
        "The Board has a number of groups that plan the Trust's work.\n\nThey are listed below:\n\n"
        "- The Ageing Well Group plans care. It advises.\n- The Young People Group meets.",
    ],
)
def test_groups_that_nothing_counts_are_those_that_follow(tmp_path: Path, said: str) -> None:
    found = facts(tmp_path, f"{HEAD}Structure\n\n{said}\n", "part_of")
    assert found == {f"Ageing Well Group part_of {BOARD}", f"Young People Group part_of {BOARD}"}


def test_paragraphs_on_something_else_end_groups_that_nothing_counts(tmp_path: Path) -> None:
    said = (
        "The Board has a number of groups.\n\nThe Ageing Well Group plans care.\n\nThe Young People Group meets.\n\n"
        "Papers are public.\n\nThe Parks Group is a charity.\n"
    )
    assert "Parks Group" not in str(facts(tmp_path, f"{HEAD}Structure\n\n{said}", "part_of"))


def test_groups_of_one_sort_below_each_other_are_no_parts_of_the_first(tmp_path: Path) -> None:
    paper = (
        "Home \u00bb Subgroups\n\n\nPolicy and Procedures Subgroup\n\n\nTo review the policies.\n\n\n"
        "Training Subgroup\n\n\nTo provide training.\n"
    )
    assert facts(tmp_path, paper, "part_of") == set()


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("There are a number of committees of the Tide Board, including the Kelp Committee and the Sand Committee.", 2),
        ("The Tide Board has several committees, including the Kelp Committee and the Sand Committee.", 2),
        (
            "The Tide Board has consulted a number of committees, including the Kelp Committee and the Sand Committee.",
            0,
        ),
    ],
)
def test_some_of_the_groups_that_a_body_has(tmp_path: Path, text: str, groups: int) -> None:
    parts = {f"{name} Committee part_of Tide Board" for name in ("Kelp", "Sand")[:groups]}
    assert facts(tmp_path, text, "part_of") == parts


@pytest.mark.parametrize(
    "lead",
    ["The current sub-groups are:", "The sub-groups of the Board are:", "The Board's sub-groups include:"],
)
def test_groups_that_a_list_names_by_their_field_and_says_who_chairs(tmp_path: Path, lead: str) -> None:
    listed = "- Quality and Performance (chaired by the Head of Care)\n- Learning - Chair: Jo Elm, Northshire Police\n"
    found = facts(tmp_path, f"{HEAD}2. Structure\n\n{lead}\n\n{listed}- Engagement\n", "part_of", "chairs")
    assert found == {
        f"Quality and Performance part_of {BOARD}",
        f"Learning part_of {BOARD}",
        f"Engagement part_of {BOARD}",
        "Head of Care chairs Quality and Performance",
        "Jo Elm chairs Learning",
    }


def test_beside_others_the_following_sit_on_a_board(tmp_path: Path) -> None:
    said = "In addition the following are represented on the Board: Northshire Police and the Saltmere Trust."
    assert facts(tmp_path, f"{HEAD}2. Structure\n\n{said}\n", "member_of") == {
        f"Northshire Police member_of {BOARD}",
        f"Saltmere Trust member_of {BOARD}",
    }


def test_money_in_brackets_does_not_part_those_who_give_it(tmp_path: Path) -> None:
    given = "the Saltmere Council (£60,000), the Northshire Trust (£30,000) and Northshire Police (£15,000)"
    found = facts(tmp_path, f"{HEAD}6. Funding\n\nThe Board is funded by contributions from {given}.\n", "funds")
    assert {fact.partition(" [")[0] for fact in found} == {
        f"Saltmere Council funds {BOARD}",
        f"Northshire Trust funds {BOARD}",
        f"Northshire Police funds {BOARD}",
    }


def test_who_sends_papers_so_many_days_before(tmp_path: Path) -> None:
    said = "Papers will be circulated by the Board Manager five working days before the meeting."
    assert duties(tmp_path, f"{HEAD}4. Meetings\n\n{said}\n") == [
        ("Board Manager", "will", "circulate", "circulate papers five working days before the meeting")
    ]


def test_what_is_given_stands_behind_those_who_get_it(tmp_path: Path) -> None:
    said = "The Chair of the Board will present to the Panel the Board's Annual Report, outlining its work."
    paper = f"{HEAD}4. Links\n\nThe Board works with the Saltmere Care Panel. {said}\n"
    found = facts(tmp_path, paper, "reports_to")
    assert {fact.partition(" [")[0] for fact in found} == {"Chair of the Board reports_to Saltmere Care Panel"}


def test_a_board_brings_in_a_committee_by_its_name(tmp_path: Path) -> None:
    said = "The Board resolves to establish a committee of the Board to be known as the Saltmere Audit Committee."
    found = facts(tmp_path, f"{HEAD}1. Constitution and Authority\n\n{said}\n", "part_of")
    assert found == {f"Saltmere Audit Committee part_of {BOARD}"}


def test_of_whom_a_group_is_made_up_says_nothing_of_the_body_that_it_leads(tmp_path: Path) -> None:
    said = "The Board is led by the Saltmere Executive Group, made up of the Head of Care and the Chief Nurse."
    assert facts(tmp_path, f"{HEAD}2. Structure\n\n{said}\n", "member_of") == {
        "Head of Care member_of Saltmere Executive Group",
        "Chief Nurse member_of Saltmere Executive Group",
    }


def test_groups_that_a_sentence_counts_and_names_by_their_field(tmp_path: Path) -> None:
    said = "The Board meets here. Three sub-groups do its work: Quality Assurance; Learning and Development; and Cases."
    assert facts(tmp_path, f"{HEAD}2. Structure\n\n{said}\n", "part_of") == {
        f"Quality Assurance part_of {BOARD}",
        f"Learning and Development part_of {BOARD}",
        f"Cases part_of {BOARD}",
    }


def test_under_what_law_a_scheme_is_made_says_nothing_of_the_board(tmp_path: Path) -> None:
    said = (
        "This scheme sets out what the Board delegates. It is made under section 101 of the Local Government Act 1972."
    )
    assert facts(tmp_path, f"{HEAD}1. Introduction\n\n{said}\n", "established_under") == set()


@pytest.mark.parametrize("mark", [";", ","])
def test_who_gives_how_much_in_a_sentence(tmp_path: Path, mark: str) -> None:
    listed = f"Saltmere Council £150,000{mark} Northshire Police £40,000{mark} Northshire NHS Trust £80,000"
    said = f"The Board has a budget. The partners contribute as follows: {listed}."
    assert facts(tmp_path, f"{HEAD}6. Funding\n\n{said}\n", "funds") == {
        f"Saltmere Council funds {BOARD} [amount=£150,000]",
        f"Northshire Police funds {BOARD} [amount=£40,000]",
        f"Northshire NHS Trust funds {BOARD} [amount=£80,000]",
    }


def test_what_a_group_does_below_a_heading_of_members_is_no_list(tmp_path: Path) -> None:
    said = "The youth sub-group, chaired by a headteacher, gives schools a voice, and feeds into the Play Group, too."
    assert facts(tmp_path, f"{HEAD}5. Relevant agencies\n\n{said}\n", "member_of") == set()
