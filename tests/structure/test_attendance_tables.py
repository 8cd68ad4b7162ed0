"""Attendance lists of minutes that stand in tables."""

from __future__ import annotations

from outlining import line

from protocolgraph.readers import read_bytes
from protocolgraph.structure import outline


def clauses(*rows: list[str]) -> list[str]:
    cells = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    page = f"<html><body><h1>Elm Parish Council</h1><table>{cells}</table><p>The Council met.</p></body></html>"
    found = outline(read_bytes(page.encode(), "minutes.html"))
    return [line(clause) for clause in found.clauses][:-1]


def test_names_in_the_cells_beside_and_below_the_label_are_its_values() -> None:
    rows = [["Present:", "Cllr Ann Reed (Chair)"], ["", "Cllr Ivor Ash"], ["Apologies:", "Cllr Tom Wren"]]
    assert clauses(*rows) == [
        "field: Present > Cllr Ann Reed (Chair)",
        "field: Present > Cllr Ivor Ash",
        "field: Apologies > Cllr Tom Wren",
    ]


def test_names_go_on_below_the_label_in_one_cell_with_initials_beside_them() -> None:
    rows = [["Present: Ann Reed", "AR", "Ivor Ash", "IA"], ["Tom Wren", "TW", "Nell Orme (EBC)", "NO"]]
    assert clauses(*rows) == [
        f"field: Present > {value}"
        for value in ("Ann Reed", "AR", "Ivor Ash", "IA", "Tom Wren", "TW", "Nell Orme (EBC)", "NO")
    ]


def test_the_list_ends_where_a_row_names_nobody() -> None:
    rows = [["Present:", "Ann Reed"], ["Ann Reed was in the chair.", ""], ["Items", "Action"]]
    assert clauses(*rows) == [
        "field: Present > Ann Reed",
        "cell: Ann Reed was in the chair.",
        "cell: Items",
        "cell: Items > Action",
    ]


def test_posts_beside_the_names_stay_in_rows_that_the_label_leads_into() -> None:
    rows = [["Present", "Ann Reed", "Head of Care"], ["", "Ivor Ash", "Director of Finance"]]
    assert clauses(*rows) == [
        "cell: Present > Ann Reed",
        "cell: Present > Ann Reed > Head of Care",
        "cell: Present > Ivor Ash",
        "cell: Present > Ivor Ash > Director of Finance",
    ]


def test_an_item_of_an_agenda_is_no_attendance_list() -> None:
    rows = [["Apologies for absence", "All"], ["Minutes of the last meeting", "Chair"]]
    assert all(clause.startswith("cell: ") for clause in clauses(*rows))
