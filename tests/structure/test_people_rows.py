"""Lines that each name somebody stand for themselves, whatever stands above them."""

from __future__ import annotations

from outlining import outline_of, tree

ROWS = """SALTMERE TIDE FORUM

Who comes

Harbour side
Ruth Calder, Head of Moorings, Saltmere Port
Ivor Denby, skipper (The Long Quay)

Town side
Mrs Nell Orme, Chief Officer
Tom Ashdown, ranger (Saltmere Dunes)
(The Dunes belong to the county.)

The Forum meets in the spring.
"""

CARDS = """Contacts

Contact
Post
Organisation

Ruth Calder
Head of Moorings
Saltmere Port Authority

Ivor Denby
Finance Director
Saltmere Hospitals Trust
"""

ONLINE = """Saltmere Tide Forum: notes

Present:    Ruth Calder (RC)      Saltmere Port Authority, Head of Moorings
            Ivor Denby (ID)       Saltmere Hospitals Trust, Finance Director
            Nell Orme (NO)        Tenants Federation, Chief Officer
"""


def test_each_line_that_names_somebody_is_an_item_and_a_line_apart_heads_those_below_it() -> None:
    found = tree(outline_of(ROWS))
    assert [line.strip() for line in found if not line.strip().startswith("sentence")] == [
        "# Who comes",
        "# Harbour side",
        "item: Harbour side > Ruth Calder, Head of Moorings, Saltmere Port",
        "item: Harbour side > Ivor Denby, skipper (The Long Quay)",
        "# Town side",
        "item: Town side > Mrs Nell Orme, Chief Officer",
        "item: Town side > Tom Ashdown, ranger (Saltmere Dunes)",
        "item: Town side > (The Dunes belong to the county.)",
    ]


def test_cards_below_names_are_the_rows_of_a_table() -> None:
    cells = [clause for clause in outline_of(CARDS).clauses if clause.cell]
    assert [(c.cell.row, c.cell.column, c.body.text) for c in cells if c.cell][3:6] == [
        (1, 0, "Ruth Calder"),
        (1, 1, "Head of Moorings"),
        (1, 2, "Saltmere Port Authority"),
    ]


def test_rows_beside_one_label_are_rows_of_a_table() -> None:
    cells = [clause for clause in outline_of(ONLINE).clauses if clause.cell]
    assert [c.body.text for c in cells] == [
        "Ruth Calder (RC)",
        "Saltmere Port Authority, Head of Moorings",
        "Ivor Denby (ID)",
        "Saltmere Hospitals Trust, Finance Director",
        "Nell Orme (NO)",
        "Tenants Federation, Chief Officer",
    ]


def test_prose_that_begins_its_lines_with_names_stays_prose() -> None:
    text = "Notes\n\nThe Panel thanked Mrs Orme,\nRuth Calder, Ivor Denby and\nTom Ashdown, who had served long.\n"
    assert (
        "  sentence: The Panel thanked Mrs Orme, Ruth Calder, Ivor Denby and Tom Ashdown, who had served long."
        in tree(outline_of(text))
    )


GROUPS = """How the groups fit together

* Saltmere Tide Board
   - Led by the Head of Moorings
   - Meets: every quarter

   * Harbour Workstream (sits beneath the Board)
      - Led by the Port Officer
"""


def test_a_bullet_that_is_a_groups_name_heads_the_bullets_further_in() -> None:
    assert [line.strip() for line in tree(outline_of(GROUPS)) if "Led by" in line or "# " in line][-4:] == [
        "# Saltmere Tide Board",
        "item: - Saltmere Tide Board > Led by the Head of Moorings",
        "# Harbour Workstream (sits beneath the Board)",
        "item: - Harbour Workstream (sits beneath the Board) > Led by the Port Officer",
    ]
