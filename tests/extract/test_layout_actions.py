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
