"""Attendance lists of several lines: labels of sorts below the list's own, posts in a column behind the names."""

from __future__ import annotations

import pytest
from outlining import outline_of, tree

HEAD = "Elmford School Governors\n\nMinutes of the meeting held on 4 May 2019\n\n"


@pytest.mark.parametrize(
    ("lines", "read"),
    [
        (
            "Present:\nParent governors:\nAnn Lee (Chair), Bo Hart,\nCat Moss\nStaff:\nEve Rook (Headteacher)\n",
            [
                "Present > Parent governors > Ann Lee (Chair), Bo Hart, Cat Moss",
                "Present > Staff > Eve Rook (Headteacher)",
            ],
        ),
        (
            "PRESENT\nNorwick councillors:\nCllr D Dell\nCllr E Elm\n",
            ["PRESENT > Norwick councillors > Cllr D Dell", "PRESENT > Norwick councillors > Cllr E Elm"],
        ),
        ("Present:   Trustees: Sara Ash, Jo Dray\n", ["Present > Trustees > Sara Ash, Jo Dray"]),
    ],
)
def test_labels_of_sorts_stand_below_the_label_of_those_present(lines: str, read: list[str]) -> None:
    found = tree(outline_of(f"{HEAD}{lines}\n1. Reports\n\nThe report was noted.\n"))
    assert [line.strip() for line in found if "field" in line] == [f"field: {value}" for value in read]


def test_names_of_one_sort_end_where_the_label_of_the_next_stands_for_all_the_comma_before_it() -> None:
    found = tree(outline_of(f"{HEAD}Present:\nOfficers:\nKay Tun, Sue Cole,\nGovernor Services Clerk:\nRay Fell\n"))
    assert found[-1].strip() == "field: Present > Governor Services Clerk > Ray Fell"


def test_a_label_of_another_matter_below_those_present_is_no_sort_of_them() -> None:
    found = tree(outline_of(f"{HEAD}Present:\nVenue: Northwick Hall\nTime: 7 pm\n"))
    assert not any("Present > Venue >" in line for line in found)


COLUMNS = "Present\nApril Higg (AH)\nDavid Mell (DM)\nDora Wood\n"


def test_a_column_of_posts_behind_a_column_of_names_is_dealt_to_them() -> None:
    posts = "Head of Housing, Norwick\nCouncil\nIndependent Chair\nLay Member –\nAudit and Risk\n"
    found = tree(outline_of(f"{HEAD}{COLUMNS}{posts}\n1. Reports\n\nThe report was noted.\n"))
    assert [line.strip() for line in found if "cell" in line] == [
        "cell: Present > April Higg (AH)",
        "cell: Present > April Higg (AH) > Head of Housing, Norwick Council",
        "cell: Present > David Mell (DM)",
        "cell: Present > David Mell (DM) > Independent Chair",
        "cell: Present > Dora Wood",
        "cell: Present > Dora Wood > Lay Member – Audit and Risk",
    ]


def test_posts_that_cannot_be_dealt_are_no_members() -> None:
    posts = "Head of Housing\nIndependent Chair\nLay Member\nLegal Adviser\n"
    found = tree(outline_of(f"{HEAD}{COLUMNS}{posts}\n1. Reports\n\nThe report was noted.\n"))
    assert [line.strip() for line in found if "field" in line] == [
        "field: Present > April Higg (AH)",
        "field: Present > David Mell (DM)",
        "field: Present > Dora Wood",
    ]


@pytest.mark.parametrize(
    "lines",
    [
        "Present: Graham Dole\nGD\nIsabel Kell\nIK\n\nMary Carr (SBC)\nMC\n",
        "Present:\nGraham Dole\nGD\n\nIsabel Kell\nIK\nMary Carr (SBC)\nMC\n",
    ],
)
def test_names_with_their_initials_on_the_next_lines_are_one_list(lines: str) -> None:
    found = tree(outline_of(f"{HEAD}{lines}\nThe meeting was opened.\n"))
    names = ["Graham Dole GD", "Isabel Kell IK", "Mary Carr (SBC) MC"]
    assert [line.strip() for line in found if "field" in line] == [f"field: Present > {name}" for name in names]


def test_the_last_word_of_a_post_is_no_row_of_its_own() -> None:
    rows = (
        "Councillor Vic Fowl, Member for Transport and Technical\nServices\nCouncillor Helen Bin, Member for Housing\n"
    )
    found = tree(outline_of(f"{HEAD}PRESENT\n\n{rows}\n1. Reports\n\nThe report was noted.\n"))
    assert sum("Councillor" in line for line in found) == 2
    assert any(line.endswith("Technical Services") for line in found)
