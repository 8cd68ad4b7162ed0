"""Tables of which the text keeps one row a line, cells parted by slashes or tabs."""

from __future__ import annotations

import pytest
from outlining import line, outline_of, tree

from protocolgraph.model import ClauseKind


def cells(text: str) -> list[str]:
    return [line(clause) for clause in outline_of(text).clauses if clause.kind is ClauseKind.CELL]


HEADED = """Signatories

Name / Organisation/Designation / Signature
Ivor Denby / Saltmere Wharf Board, Independent Chair /
Cllr. Nell Orme / Chair of the Eastmoor Panel /
"""


def test_each_line_below_a_header_is_a_row_whose_last_cell_may_be_empty() -> None:
    assert cells(HEADED)[3:] == [
        "cell: Name > Ivor Denby",
        "cell: Organisation/Designation > Ivor Denby > Saltmere Wharf Board, Independent Chair",
        "cell: Name > Cllr. Nell Orme",
        "cell: Organisation/Designation > Cllr. Nell Orme > Chair of the Eastmoor Panel",
    ]


def test_rows_that_name_people_need_no_header() -> None:
    text = "Those who signed\n\nRuth Calder / Head of Moorings\nIvor Denby / Clerk to the Wharf Board\n"
    assert cells(text) == [
        "cell: Ruth Calder",
        "cell: Ruth Calder > Head of Moorings",
        "cell: Ivor Denby",
        "cell: Ivor Denby > Clerk to the Wharf Board",
    ]


def test_what_follows_a_cell_right_below_belongs_to_it_and_a_blank_line_ends_the_table() -> None:
    text = """Purpose / To keep the wharves safe
and open all year
Quorum / Four members

The Board meets each month.
"""
    assert tree(outline_of(text)) == [
        "field: Purpose > To keep the wharves safe and open all year",
        "field: Quorum > Four members",
        "sentence: The Board meets each month.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The Board works with:\n\nDrug / alcohol services\nHousing / homelessness teams\nLocal charities\n",
        "Lay members\n\nIvor Denby / Nell Orme\nRuth Calder / Nell\nOrme – from May\n",
        "He / she sits for three years and may be\nre-elected once; he / she may\nresign at any time.\n",
    ],
)
def test_slashes_between_words_part_no_cells(text: str) -> None:
    assert cells(text) == []


def test_rows_between_tabs_may_lack_the_last_cell_of_the_header() -> None:
    text = "Signatories\n\nName\tDesignation\tSignature\nRuth Calder\tHead of Moorings\nIvor Denby\tClerk\n"
    assert cells(text)[3:] == [
        "cell: Name > Ruth Calder",
        "cell: Designation > Ruth Calder > Head of Moorings",
        "cell: Name > Ivor Denby",
        "cell: Designation > Ivor Denby > Clerk",
    ]
