"""What a report to a cabinet or committee says of how boards are to be arranged."""

from __future__ import annotations

from pathlib import Path

from reading import duties, extracted, facts

from protocolgraph.model import EntityType

BOARD = "Saltmere Place Board"
SEATS = f"""It is proposed that membership of the {BOARD} comprise:

Organisation                        Representative                           Votes
Saltmere County Council             Director of Adult Social Care and Health      1
                                    Director of Public Health                     1
                                    Director of Highways                          1
NHS Saltmere Care Trust             Medical Director                              2
Saltmere Voluntary Action           Chief Officer                                 -
"""
OWN = """SALTMERE COUNTY COUNCIL

Report of the Head of Law

1. Purpose of report

1.1 To seek Cabinet's agreement to new arrangements beneath the Saltmere Tide Board.

2. Powers

The districts are represented by the Chief Executive of Inner Marsh District Council. The Council has power to join the
Tide Board.
"""


def test_votes_below_the_middle_of_their_header_part_the_rows_of_one_organisation(tmp_path: Path) -> None:
    assert facts(tmp_path, SEATS, "member_of") == {
        f"{post} member_of {BOARD}"
        for post in (
            "Director of Adult Social Care and Health",
            "Director of Public Health",
            "Director of Highways",
            "Medical Director",
            "Chief Officer",
        )
    }
    assert {
        "Director of Public Health post_in Saltmere County Council",
        "Director of Highways post_in Saltmere County Council",
        "Medical Director post_in NHS Saltmere Care Trust",
    } <= facts(tmp_path, SEATS, "post_in")


def test_a_listed_title_goes_on_with_the_fields_that_and_adds(tmp_path: Path) -> None:
    said = "The Tide Board is chaired by the Director of Adult Social Care and Health for its first year."
    assert facts(tmp_path, said) == {"Director of Adult Social Care and Health chairs Tide Board"}
    two = "The Tide Board is chaired by the Director of Children's Services and the Harbour Manager."
    assert "Director of Children's Services chairs Tide Board" in facts(tmp_path, two)


def test_what_a_report_is_for_is_no_duty_and_no_report(tmp_path: Path) -> None:
    assert duties(tmp_path, OWN, title="") == [
        ("SALTMERE COUNTY COUNCIL", "may", "join", "join the Tide Board"),
    ]
    assert facts(tmp_path, OWN, "reports_to") == set()
    papers = [m.name for m in extracted(tmp_path, OWN, title="").mentions if m.type is EntityType.PUBLICATION]
    assert "Purpose of report" not in papers


def test_what_a_body_was_set_up_as_stands_behind_its_law(tmp_path: Path) -> None:
    said = (
        "The Saltmere Tide Board was established in April 2013 under section 9 of the Harbours Act 1964 as a committee "
        "of Saltmere County Council."
    )
    assert "Saltmere Tide Board part_of Saltmere County Council" in facts(tmp_path, said)


def test_the_board_is_not_the_one_whose_full_name_comes_only_behind_it(tmp_path: Path) -> None:
    paper = (
        "SALTMERE TIDE BOARD\n\nTerms of Reference\n\n"
        "The Independent Chair of the Harbour Safety Board will present the Board's annual report to the Saltmere Tide "
        "Board each autumn.\n"
    )
    assert facts(tmp_path, paper, "produces") == {"Harbour Safety Board produces annual report"}
