"""What agreements between organisations, and reports of their boards, say in their ordinary wordings."""

from __future__ import annotations

from pathlib import Path

from reading import duties, extracted, facts

from protocolgraph.model import EntityType, Scope

BOARD = "Saltmere Skills Board"
CLAUSES = f"""{BOARD}

Constitution

1. The {BOARD} shall comprise not more than twelve Directors, of whom:
(a) five shall be nominated by the Saltmere Chamber of Commerce;
(b) one shall be the Principal of Saltmere College;
(c) one shall be the Harbour Master of Saltmere Port Authority; and
(d) up to three may be co-opted by the Board.

2. The Skills Director keeps the register. The Board shall establish an Audit Committee, which shall be chaired by a
Director who is not an employee. The Audit Committee shall review the Board's accounts.
"""
REPORT = """Saltmere Safeguarding Board

Annual Report

Its work is overseen by an Executive Group, made up of the statutory partners and the chairs of the sub-groups, which
meets six times a year and is chaired by the Director of Moorings.

1. Money

The contributions were as follows:

Saltmere Borough Council                        £82,500
Police and Crime Commissioner for Saltmere      £30,000

2. Tide Review Sub-group
Chair: Det Supt Karen Lyle, Saltmere Constabulary

Members

Name               Role
Karen Lyle         Detective Superintendent
Lorna Petty        Harbour Manager
"""


def test_who_is_to_be_among_the_members_stands_in_items_below_of_whom(tmp_path: Path) -> None:
    assert {
        f"Principal of Saltmere College member_of {BOARD}",
        f"Harbour Master of Saltmere Port Authority member_of {BOARD}",
    } <= facts(tmp_path, CLAUSES, "member_of")


def test_any_of_the_directors_is_not_the_one_of_the_partnership(tmp_path: Path) -> None:
    paper = (
        "SALTMERE SKILLS PARTNERSHIP\n\nThe Partnership Director keeps the accounts. The Board shall establish a "
        "Finance Committee, which shall be chaired by a Director who is not the Chair of the Board.\n"
    )
    scopes = {m.name: m.scope for m in extracted(tmp_path, paper, title="").mentions if m.type is EntityType.ROLE}
    assert scopes["Director"] is Scope.GENERIC
    assert scopes["Partnership Director"] is Scope.LOCAL


def test_accounts_that_are_reviewed_are_no_report_to_whom_reviews_them(tmp_path: Path) -> None:
    assert facts(tmp_path, CLAUSES, "reports_to") == set()


def test_who_is_coopted_is_told_by_the_verb(tmp_path: Path) -> None:
    assert (BOARD, "may", "coopt", "coopt up to three") in duties(tmp_path, CLAUSES, title="")


def test_a_verb_in_the_singular_tells_of_the_one_group_and_not_of_its_members(tmp_path: Path) -> None:
    assert {
        fact for fact in facts(tmp_path, REPORT, "meets", "chairs") if "Executive" in fact or "Moorings" in fact
    } == {
        "Director of Moorings chairs Executive Group",
        "Executive Group meets [frequency=every two months]",
    }


def test_a_commissioner_who_gives_money_stays_a_post(tmp_path: Path) -> None:
    mentions = extracted(tmp_path, REPORT, title="").mentions
    assert {m.type.value for m in mentions if m.name.startswith("Police and Crime Commissioner")} == {"role"}


def test_an_officer_with_a_rank_beside_a_label_is_the_one_named_without_it(tmp_path: Path) -> None:
    chairs = facts(tmp_path, REPORT, "chairs")
    assert not any("Det Supt" in fact for fact in chairs)
    assert any("Karen Lyle chairs Tide Review Sub-group" in fact for fact in chairs)


ARRANGEMENTS = """Saltmere Children Partnership

Arrangements

1. Strategic Group

The Strategic Group is the decision making body of the Partnership. It meets every two months.

2. Steering Group

The Steering Group reports to the Strategic Group and oversees the work of the sub groups.

3. Sub groups

Sub group | Chair | Frequency
Case Review Group | Designated Doctor, Saltmere CCG | Monthly
Data Group | Head of Quality, Saltmere City Council | Bi-monthly

Each sub group is accountable to the Steering Group.

The Tide Panel is no longer accountable to the Partnership.

4. Funding

The members are Saltmere City Council, Saltmere CCG and Downland Police. British Transport Police attend.
For 2019/20 the Council will contribute £120,000, the CCG £85,000 and the Police £40,000.
"""


def test_a_table_of_sub_groups_names_their_chairs_and_how_often_they_meet(tmp_path: Path) -> None:
    assert {
        "Designated Doctor chairs Case Review Group",
        "Head of Quality chairs Data Group",
        "Case Review Group meets [frequency=monthly]",
    } <= facts(tmp_path, ARRANGEMENTS, "chairs", "meets")
    assert facts(tmp_path, ARRANGEMENTS, "post_in") == {
        "Designated Doctor post_in Saltmere CCG",
        "Head of Quality post_in Saltmere City Council",
    }


def test_what_is_said_of_each_sub_group_holds_for_those_called_so(tmp_path: Path) -> None:
    assert facts(tmp_path, ARRANGEMENTS, "accountable_to") == {
        "Case Review Group accountable_to Steering Group",
        "Data Group accountable_to Steering Group",
    }
    assert not any("Strategic Group" in fact or "Tide" in fact for fact in facts(tmp_path, ARRANGEMENTS, "oversees"))


def test_a_body_that_makes_decisions_is_not_made_of_whose_it_is(tmp_path: Path) -> None:
    assert not any("Strategic Group" in fact for fact in facts(tmp_path, ARRANGEMENTS, "member_of"))


def test_several_who_give_give_nothing_to_the_first_of_them(tmp_path: Path) -> None:
    assert not any(" funds Saltmere City Council" in fact for fact in facts(tmp_path, ARRANGEMENTS, "funds"))


PLAN = """Saltmere Community Safety Partnership

Partnership Plan

1. Introduction

Welcome to the plan, in which the Partnership tells what it has done in the year that is now at its end.

Chief Superintendent Alan Gregson
Chair, Saltmere Community Safety Partnership

2. Partners

The Partnership is made up of representatives from the responsible authorities, which are:

    Saltmere District Council                      Saltmere Constabulary
    Saltmere County Council                        Saltmere Fire and Rescue Authority

The Partnership is accountable to the County Council's Communities Scrutiny Panel.

3. Delivery plan

Objective                         Action                               Lead                       By when
Support victims                   Publish a directory of services      Community Safety Manager   Sept 2022
                                  Review the safety policy             Head of Safeguarding       Dec 2022
Tackle crime                      Train front line staff               Mooring Board              Ongoing
"""


def test_members_in_two_columns_are_all_members(tmp_path: Path) -> None:
    assert facts(tmp_path, PLAN, "member_of") == {
        f"{body} member_of Saltmere Community Safety Partnership"
        for body in (
            "Saltmere District Council",
            "Saltmere County Council",
            "Saltmere Constabulary",
            "Saltmere Fire and Rescue Authority",
        )
    }


def test_a_rank_before_a_name_keeps_nobody_from_the_office_below(tmp_path: Path) -> None:
    assert "Alan Gregson chairs Saltmere Community Safety Partnership" in facts(tmp_path, PLAN, "chairs")


def test_whoever_owns_a_panel_is_not_whom_one_answers_to(tmp_path: Path) -> None:
    assert facts(tmp_path, PLAN, "accountable_to") == {
        "Saltmere Community Safety Partnership accountable_to Communities Scrutiny Panel"
    }


def test_each_action_of_one_objective_has_its_own_lead(tmp_path: Path) -> None:
    assert {(row[0], row[3]) for row in duties(tmp_path, PLAN, title="")} >= {
        ("Community Safety Manager", "publish a directory of services"),
        ("Head of Safeguarding", "review the safety policy"),
    }
