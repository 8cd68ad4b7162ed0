"""Cells of several lines: a person over a post over an organisation, and names that a line break parts."""

from __future__ import annotations

from reading import extractor

from protocolgraph.readers import read_bytes
from protocolgraph.structure import outline

TITLE = "<h1>Marlow Vale Anti-Fraud Group: delivery plan</h1>"
MEMBERS = """<h2>Marlow Vale Anti-Fraud Group – List of Members</h2>
<table><tr><th>Name</th><th>Organisation</th></tr>
<tr><td>Helen Garth (Chair)</td><td>Head of Community Safety<br>Marlow Vale Council</td></tr>
<tr><td>Tom Okafor</td><td>Deputy Chief Constable<br>Gorsebury Police</td></tr>
<tr><td>Peter Nash</td><td>Marlow Vale College</td></tr></table>"""
ACTIONS = """<h2>Objective 1: Raise awareness</h2>
<table><tr><th>Priority Actions</th><th>Owner</th><th>Timescale</th></tr>
<tr><td>1.1 To warn local banks of new scams.</td><td>Tom Okafor<br>Force Lead for Fraud</td><td>Ongoing</td></tr>
<tr><td>1.2 To review the training offer.</td><td>Megan Foss<br>Head of<br>Adult Learning</td><td>July</td></tr>
<tr><td>1.3 Publish a guide for carers.</td><td>Trading Standards Team</td><td>July</td></tr></table>"""


def read_page(page: str) -> tuple[set[tuple[str, str, str]], set[tuple[str, str]]]:
    document = read_bytes(f"<html><body>{TITLE}{page}</body></html>".encode(), "paper.html")
    extraction = extractor().extract(outline(document))
    names = [mention.name for mention in extraction.mentions]
    facts = {(names[f.subject], f.predicate, names[f.object]) for f in extraction.facts if f.object is not None}
    return facts, {(names[d.bearer], d.content.text) for d in extraction.duties}


def test_a_post_over_its_organisation_is_held_by_the_person_of_the_row() -> None:
    facts, _ = read_page(MEMBERS)
    assert {f for f in facts if f[1] == "holds"} >= {
        ("Helen Garth", "holds", "Head of Community Safety"),
        ("Tom Okafor", "holds", "Deputy Chief Constable"),
    }
    assert {f for f in facts if f[1] == "post_in"} == {
        ("Head of Community Safety", "post_in", "Marlow Vale Council"),
        ("Deputy Chief Constable", "post_in", "Gorsebury Police"),
    }


def test_both_the_person_and_the_post_of_a_row_are_members() -> None:
    facts, _ = read_page(MEMBERS)
    assert {f[0] for f in facts if f[1] == "member_of"} == {
        "Helen Garth",
        "Head of Community Safety",
        "Tom Okafor",
        "Deputy Chief Constable",
        "Peter Nash",
    }


def test_who_owns_an_action_is_named_once_by_the_post() -> None:
    facts, duties = read_page(ACTIONS)
    assert ("Tom Okafor", "holds", "Force Lead for Fraud") in facts
    assert duties == {
        ("Force Lead for Fraud", "warn local banks of new scams"),
        ("Head of Adult Learning", "review the training offer"),
        ("Trading Standards Team", "publish a guide for carers"),
    }


def test_a_line_break_does_not_part_a_post_from_its_field() -> None:
    facts, _ = read_page(ACTIONS)
    assert ("Megan Foss", "holds", "Head of Adult Learning") in facts
