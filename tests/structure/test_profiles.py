"""Profiles of people, a name on its line and what is told of it below, are the rows of a table."""

from __future__ import annotations

from outlining import outline_of

MEMBERS = """Saltmere Tide Forum – List of Members

Name

Organisation

Purpose

Ruth Calder (Chair)

Head of Moorings

Saltmere Port

Chairs the Forum and brings the view of the port.

Ivor Denby

Estuary Team

Rivers Agency

Tom Ashdown

Saltmere Wildlife Trust

Deputy Chief Executive

Represents the Trust.

Members by invitation

The Revd Dr Alan Marsh

Chair, The Brook Initiative

Nell Orme OBE

Partner, Marlow Finch

Lena Burrows

Former Clerk, Saltmere Port
"""

PILED = """Attendance

Ruth Calder
Ivor Denby
Nell Orme

Head of Moorings, Saltmere Port

Clerk, Saltmere Council

Nurse, Saltmere Hospital

4 out of 6
"""


def test_a_name_and_the_lines_below_it_are_a_row_whatever_their_number() -> None:
    cells = [(c.cell.row, c.cell.column, c.body.text) for c in outline_of(MEMBERS).clauses if c.cell]
    assert cells == [
        (0, 0, "Name"),
        (0, 1, "Organisation"),
        (0, 2, "Purpose"),
        (1, 0, "Ruth Calder (Chair)"),
        (1, 1, "Head of Moorings"),
        (1, 2, "Saltmere Port"),
        (1, 3, "Chairs the Forum and brings the view of the port."),
        (2, 0, "Ivor Denby"),
        (2, 2, "Estuary Team"),
        (2, 2, "Rivers Agency"),
        (3, 0, "Tom Ashdown"),
        (3, 2, "Saltmere Wildlife Trust"),
        (3, 1, "Deputy Chief Executive"),
        (3, 3, "Represents the Trust."),
        (1, 0, "The Revd Dr Alan Marsh"),
        (1, 1, "Chair, The Brook Initiative"),
        (2, 0, "Nell Orme OBE"),
        (2, 1, "Partner, Marlow Finch"),
        (3, 0, "Lena Burrows"),
        (3, 3, "Former Clerk, Saltmere Port"),
    ]


def test_names_piled_up_above_a_column_of_posts_are_no_profiles() -> None:
    assert not [c for c in outline_of(PILED).clauses if c.cell]
