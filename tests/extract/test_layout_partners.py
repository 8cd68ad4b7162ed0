"""Who the statutory partners of a body are, in the sentences that name them."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import facts

BODY = "Saltmere Safeguarding Children Partnership"
HEAD = f"{BODY}\n\nArrangements\n\n1. Who we are\n\n"
SIT = {f"{who} member_of {BODY}" for who in ("Saltmere Council", "Marsh Police")}
ANSWER = {f"{who} accountable_for {BODY}" for who in ("Saltmere Council", "Marsh Police")}


@pytest.mark.parametrize(
    ("said", "found"),
    [
        (
            "The two safeguarding partners, Saltmere Council and Marsh Police, share equal responsibility for it.",
            SIT | ANSWER,
        ),
        ("Saltmere Council and Marsh Police are the statutory partners.", SIT),
        ("It sends minutes to the safeguarding partners, Saltmere Council and Marsh Police.", set()),
        ("The safeguarding partners consult Saltmere Council and Marsh Police.", set()),
        ("Saltmere Council and Marsh Police are the two owners.", set()),
        ("The responsible authorities are Saltmere Council and Marsh Police (the Police).", SIT),
        ("By law two bodies must work together in it. These are Saltmere Council and Marsh Police.", SIT),
        ("Co-operating bodies: Saltmere Council and Marsh Police", SIT),
        (f"The {BODY} was set up in 2019 by Saltmere Council and Marsh Police.", SIT),
        ("Saltmere Council and Marsh Police have agreed to work as one partnership.", SIT),
        ("Saltmere Council and Marsh Police have agreed to work in the same way.", set()),
        ("The plan was set up by Saltmere Council and Marsh Police.", set()),
    ],
)
def test_statutory_partners(tmp_path: Path, said: str, found: set[str]) -> None:
    assert facts(tmp_path, f"{HEAD}{said}\n", "member_of", "accountable_for") == found


def test_founders_of_a_body_are_its_members_and_not_what_it_is_part_of(tmp_path: Path) -> None:
    text = "The Harbour Alliance is led jointly by Saltmere Council and Marsh Police. It meets monthly."
    found = facts(tmp_path, f"{HEAD}{text}\n", "member_of", "part_of")
    assert found == {"Saltmere Council member_of Harbour Alliance", "Marsh Police member_of Harbour Alliance"}


@pytest.mark.parametrize("named", ["all three bodies", "all three Boards", "each of the three Boards"])
def test_so_many_bodies_are_those_that_were_named_together_last(tmp_path: Path, named: str) -> None:
    boards = ("Saltmere Adults Board", "Saltmere Health Board", "Saltmere Crime Board")
    text = f"Working together\n\nThis paper is agreed by the {boards[0]}, the {boards[1]} and the {boards[2]}.\n\n"
    text += f"The Head of Law is a member of {named}.\n"
    assert facts(tmp_path, text, "member_of") == {f"Head of Law member_of {board}" for board in boards}


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("Three members are appointed by Saltmere Council and one by Marsh Police.", SIT),
        ("It has nine members: six appointed by Saltmere Council and three by Marsh Police.", SIT),
        ("Saltmere Council has one seat and Marsh Police has two seats.", SIT),
        ("The members are appointed by Saltmere Council.", set()),
        ("Saltmere Council and Marsh Police have no seats.", set()),
        ("It has members from Saltmere Council and Marsh Police.", SIT),
        ("It has one seat each for Saltmere Council and Marsh Police; it meets in public.", set()),
    ],
)
def test_who_sends_members(tmp_path: Path, said: str, found: set[str]) -> None:
    assert facts(tmp_path, f"{HEAD}{said}\n", "member_of") == found


def test_a_list_of_members_goes_on_behind_semicolons(tmp_path: Path) -> None:
    said = (
        "It comprises the Head of Law; one representative each of Marsh Police and the Fire Service; and a lay member."
    )
    found = facts(tmp_path, f"{HEAD}{said} The Chief Nurse writes to it.\n", "member_of")
    listed = ("Head of Law", "Fire Service", "lay member")
    assert {fact.split(" [")[0] for fact in found} >= {f"{who} member_of {BODY}" for who in listed}
    assert not any(fact.startswith("Chief Nurse") for fact in found)


def test_schools_are_parts_of_their_trust_and_do_not_sit_on_it(tmp_path: Path) -> None:
    schools = ("Pier Primary School", "Hill Junior School", "Sea Academy")
    head = "Saltmere Learning Trust\n\nScheme\n\n"
    text = f"{head}The Trust is made up of {schools[0]}, {schools[1]} and the {schools[2]}.\n"
    found = facts(tmp_path, text, "member_of", "part_of")
    assert found == {f"{school} part_of Saltmere Learning Trust" for school in schools}


def test_a_line_on_the_sort_of_members_that_follow_stays_with_the_group_above(tmp_path: Path) -> None:
    text = "Saltmere Crime Partnership\n\nMembers\n\nVictims Subgroup:\nMarsh Police\nSalt Hospice\nLay Members\n"
    text += "Mind in Saltmere\nNew Hope\n"
    lay = {fact for fact in facts(tmp_path, text, "member_of") if "lay_member" in fact}
    assert lay == {
        f"{who} member_of Victims Subgroup [capacity=lay_member]" for who in ("Mind in Saltmere", "New Hope")
    }


def test_who_meets_as_a_group_sits_on_it_however_often(tmp_path: Path) -> None:
    said = "The Head of Law and the Chief Nurse meet every six weeks as the Escalation Panel."
    assert facts(tmp_path, f"{HEAD}{said}\n", "member_of", "meets") == {
        "Head of Law member_of Escalation Panel",
        "Chief Nurse member_of Escalation Panel",
        "Escalation Panel meets [frequency=six-weekly]",
    }


def test_councillors_of_whom_a_group_is_set_up(tmp_path: Path) -> None:
    text = "Saltmere Council\n\nCare Committee\n\nMinutes of the meeting held on 4 June 2024\n\n"
    text += "Present: Councillors A. Birch and T. Sloane\n\n3. Placements\n\n"
    text += "RESOLVED that a Placements Group of Councillors Birch and Sloane be established.\n"
    found = facts(tmp_path, text, "member_of")
    assert sum(fact.endswith("member_of Placements Group") for fact in found) == 2


@pytest.mark.parametrize(
    ("said", "group"),
    [
        ("The relevant bodies are Saltmere Council, Marsh Police and the Fire Service.", "relevant bodies"),
        ("In Saltmere the relevant bodies are Saltmere Council and Marsh Police.", "relevant bodies"),
        (
            "Saltmere Council, the Probation Service and Marsh Police acting together are the Responsible Authority.",
            "Responsible Authority",
        ),
        ("The Act makes Saltmere Council and Marsh Police the Responsible Authority.", "Responsible Authority"),
        (
            "The Lead Safeguarding Partners (LSPs) are the Leader of the Council and the Chief Constable.",
            "Lead Safeguarding Partners",
        ),
    ],
)
def test_a_class_has_those_as_members_by_whom_it_is_defined(tmp_path: Path, said: str, group: str) -> None:
    found = facts(tmp_path, f"Protocol on anti-social behaviour\n\n{said}\n", "member_of")
    assert len(found) > 1
    assert {fact.partition(" member_of ")[2] for fact in found} == {group}


@pytest.mark.parametrize(
    "said",
    [
        "The relevant bodies are asked to help Saltmere Council and Marsh Police.",
        "The relevant bodies are Saltmere Council.",
        "The relevant bodies are not Saltmere Council and Marsh Police.",
        "Saltmere Council and Marsh Police are told by the relevant bodies.",
        "The safeguarding partners are Saltmere Council and Marsh Police.",
        "The partner bodies are Saltmere Council and Marsh Police.",
    ],
)
def test_what_does_not_define_a_class(tmp_path: Path, said: str) -> None:
    assert facts(tmp_path, f"Protocol on anti-social behaviour\n\n{said}\n", "member_of") == set()


def test_a_lead_in_defines_a_class_by_its_acronym(tmp_path: Path) -> None:
    text = "The Delegated Safeguarding Partners (DSPs) meet monthly.\n\nThe DSPs are:\n- Chief Nurse\n- Head of Law\n"
    found = facts(tmp_path, f"{HEAD}{text}", "member_of")
    assert found == {f"{who} member_of DSPs" for who in ("Chief Nurse", "Head of Law")}


def test_a_combined_authority_is_one_in_whatever_letters_its_name_stands(tmp_path: Path) -> None:
    text = "GREATER SALTMERE COMBINED AUTHORITY\n\nScrutiny protocol\n\nThe Greater Saltmere Combined Authority meets"
    text += " monthly. The constituent councils are Ashby Council and Birley Council.\n"
    found = facts(tmp_path, text, "member_of")
    assert {fact.partition(" member_of ")[0] for fact in found} == {"Ashby Council", "Birley Council"}
    assert {fact.partition(" member_of ")[2].lower() for fact in found} == {"greater saltmere combined authority"}


def test_partners_under_an_act_are_listed_behind_their_class(tmp_path: Path) -> None:
    told = "Under the Children Act 2017 three safeguarding partners, Tide Council, Mere ICB and Tide Police, share it."
    found = facts(tmp_path, f"Tide Safeguarding Children Partnership\n\nReport\n\n1. Partners\n\n{told}\n", "member_of")
    whole = "Tide Safeguarding Children Partnership"
    assert {f"{one} member_of {whole}" for one in ("Tide Council", "Mere ICB", "Tide Police")} <= found
