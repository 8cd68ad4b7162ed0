"""Action plans: who is to do what, as the rows of a table give it."""

from __future__ import annotations

from pathlib import Path

from reading import duties as duties_of
from reading import extractor, facts

from protocolgraph.model import Modality
from protocolgraph.readers import read
from protocolgraph.structure import outline

PLAN = """| No | Action | Lead officer | Timescale |
|---|---|---|---|
| 1 | Review the information sharing protocol and publish it | Head of Community Safety | June 2020 |
| 2 | Develop a training programme for partners | Fens Police | Ongoing |
| 3 | Number of cases reduced | Fens Council | Ongoing |

| | Owner | Timescale |
|---|---|---|
| To work with schools to raise awareness. | Ann Dell, Head of Education | June |
"""


def test_a_row_gives_its_action_to_its_owner(tmp_path: Path) -> None:
    paper = tmp_path / "plan.md"
    paper.write_text(f"# Fens Safety Partnership\n\n## Action plan\n\n{PLAN}", encoding="utf-8")
    extraction = extractor().extract(outline(read(paper)))
    assert [(extraction.mentions[d.bearer].name, d.content.text) for d in extraction.duties] == [
        ("Head of Community Safety", "review the information sharing protocol and publish it"),
        ("Fens Police", "develop a training programme for partners"),
        ("Head of Education", "work with schools to raise awareness"),
    ]
    assert {d.content.modality for d in extraction.duties} == {Modality.WILL}


def test_the_words_of_a_row_lead_into_no_list_of_groups(tmp_path: Path) -> None:
    paper = tmp_path / "plan.md"
    row = "| To establish a Fens Media Group. This work stream will include: | Fens Leadership Group | June |"
    paper.write_text(f"# Fens Partnership\n\n| | Owner | Timescale |\n|---|---|---|\n{row}\n", encoding="utf-8")
    extraction = extractor().extract(outline(read(paper)))
    names = [mention.name for mention in extraction.mentions]
    assert ("Fens Leadership Group", "part_of") not in [(names[f.subject], f.predicate) for f in extraction.facts]


MINUTES = """Harbour Bay Harbour Board
Minutes of the meeting held on 4 May 2023

PRESENT
Ann Dell, Head of Education
Omar Reed, Finance Manager

ACTIONS
No.  Action                                       Who     When
1    Publish the safety policy on the website     AD      6 Oct
2    Review of the tide tables                    OR      31 Oct
3    Circulate the list of moorings to members    AD/OR   31 Oct
"""


def test_initials_in_minutes_are_those_of_who_was_there_in_their_posts(tmp_path: Path) -> None:
    paper = tmp_path / "minutes.txt"
    paper.write_text(MINUTES, encoding="utf-8")
    extraction = extractor().extract(outline(read(paper)))
    assert [(extraction.mentions[d.bearer].name, d.content.text) for d in extraction.duties] == [
        ("Head of Education", "publish the safety policy on the website"),
        ("Finance Manager", "review the tide tables"),
        ("Head of Education", "circulate the list of moorings to members"),
        ("Finance Manager", "circulate the list of moorings to members"),
    ]


def test_numbered_rows_of_actions_are_tasks_and_no_reports(tmp_path: Path) -> None:
    table = (
        "Ref   Action                                      Owner                       By when\n"
        "4.1   Write to the Secretary of State on numbers  Chair                       31 January\n"
        "4.2   Circulate the draft chapter on dementia     Director of Public Health   14 February\n"
    )
    paper = f"Saltmere Care Board\n\nAGENDA\n\nActions from the last meeting\n{table}"
    assert any(words.startswith("circulate the draft chapter") for *_, words in duties_of(tmp_path, paper, title=""))
    assert facts(tmp_path, paper, "reports_to") == set()


def test_who_is_to_make_a_plan_by_an_action_makes_it(tmp_path: Path) -> None:
    paper = (
        "Saltmere Safety Partnership\n\nAction plan\n\n1. Actions\n\n| Action | Owner | By when |\n"
        "| Update the Parking Policy | Head of Places | May |\n"
        "| Draw up a new Delivery Plan | Head of Law | May |\n"
        "| Consult residents on the Waste Strategy | Head of Care | June |\n"
    )
    assert facts(tmp_path, paper, "produces") == {
        "Head of Places produces Parking Policy",
        "Head of Law produces Delivery Plan",
    }


def _tasks(folder: Path, table: str) -> list[tuple[str, str]]:
    paper = f"Saltmere Safety Partnership\n\nPlan for the year\n\n{table}"
    return [(bearer, words) for bearer, _, _, words in duties_of(folder, paper, title="")]


def test_an_action_may_begin_with_its_number(tmp_path: Path) -> None:
    table = (
        "Action                                Lead                  By\n"
        "1 Revise the tide tables              Head of Care          May\n"
        "2 Launch a series of briefings        Finance Manager       June\n"
    )
    assert _tasks(tmp_path, table) == [
        ("Head of Care", "revise the tide tables"),
        ("Finance Manager", "launch a series of briefings"),
    ]


def test_numbers_with_points_begin_rows_below_a_header_that_has_no_column_for_them(tmp_path: Path) -> None:
    table = (
        "Action                                Lead                  By\n"
        "1.1 Revise the tide tables            Head of Care          May\n"
        "1.2 Share data on moorings            Head of Harbours,\n"
        "                                      Saltmere Port         June\n"
        "1.3 Update the code of practice       Finance Manager       July\n"
    )
    assert [words for _, words in _tasks(tmp_path, table)] == [
        "revise the tide tables",
        "share data on moorings",
        "update the code of practice",
    ]


def test_a_plan_of_two_columns_gives_its_tasks_to_those_beside_them(tmp_path: Path) -> None:
    table = (
        "Task                               Who\n"
        "Review of the signs                Finance Manager\n"
        "Publish the leaflet                Head of Care\n"
    )
    assert _tasks(tmp_path, table) == [
        ("Finance Manager", "review the signs"),
        ("Head of Care", "publish the leaflet"),
    ]


def test_two_headers_of_a_plan_make_a_header_of_a_row_that_says_something(tmp_path: Path) -> None:
    table = (
        "No  What we will do                    Owner                 When\n"
        "1   Review the tide tables             Head of Care          May\n"
        "2   Report moorings to the Port        Finance Manager       Monthly\n"
    )
    assert _tasks(tmp_path, table) == [
        ("Head of Care", "review the tide tables"),
        ("Finance Manager", "report moorings to the Port"),
    ]


def test_a_reference_begins_a_row_that_lacks_a_cell(tmp_path: Path) -> None:
    table = (
        "Ref     Action                                  Lead               Due    Status\n"
        "49/24   Circulate the tide tables               Head of Care       May 25 Open\n"
        "50/24   Update the list of moorings             Finance Manager    Jun 25 Open\n"
    )
    assert _tasks(tmp_path, table) == [
        ("Head of Care", "circulate the tide tables"),
        ("Finance Manager", "update the list of moorings"),
    ]
