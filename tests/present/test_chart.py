"""Charts in pieces that a sheet of paper holds."""

from __future__ import annotations

import re

from factory import make_knowledge

from protocolgraph.graph import Graph
from protocolgraph.present.chart import Chart, groups, map_chart, pieces
from protocolgraph.present.diagram import diagram


def test_what_hangs_together_stays_in_one_piece_the_largest_first() -> None:
    chart = map_chart(Graph(make_knowledge("A reports_to B", "C reports_to D", "E reports_to D", "F oversees E")))
    found = [{box.entity.name for box in piece.boxes} for piece in pieces(chart)]
    assert found == [{"C", "D", "E", "F"}, {"A", "B"}]


def test_a_piece_that_is_too_large_is_cut_and_no_arrow_is_lost() -> None:
    said = [f"Group {number} reports_to Board {number % 3}" for number in range(40)]
    said += ["Board 0 reports_to Council", "Board 1 reports_to Council", "Board 2 reports_to Council"]
    chart = map_chart(Graph(make_knowledge(*said)))
    parts = pieces(chart, most=20)
    assert all(len(part.boxes) <= 20 for part in parts)
    assert sorted(arrow.source for part in parts for arrow in part.arrows) == sorted(a.source for a in chart.arrows)


def test_what_hangs_together_is_a_group_and_a_box_without_arrows_is_one() -> None:
    graph = Graph(make_knowledge("A reports_to B", "C reports_to D", "E reports_to D"))
    found = [{box.entity.name for box in group.boxes} for group in groups(map_chart(graph))]
    assert found == [{"C", "D", "E"}, {"A", "B"}]


def test_every_arrow_is_labelled_in_a_drawing_of_what_does_not_hang_together() -> None:
    chart = map_chart(Graph(make_knowledge("A reports_to B", "C oversees D", "E part_of F")))
    drawn = diagram(chart)
    assert [label for label in ("reports to", "oversees", "is part of") if f"> {label} </text>" not in drawn] == []


def test_a_long_row_of_boxes_below_one_is_cut_into_rows() -> None:
    drawn = diagram(map_chart(Graph(make_knowledge(*(f"Group {number} reports_to Board" for number in range(16))))))
    assert len(set(re.findall(r'y="([-.\d]+)"[^>]*>Group', drawn))) == 4


def test_only_a_chart_that_is_too_wide_is_turned() -> None:
    def width(chart: Chart, *, sideways: bool | None) -> int:
        return int(diagram(chart, sideways=sideways).partition('width="')[2].partition('"')[0])

    narrow = map_chart(Graph(make_knowledge("Board reports_to Council")))
    wide = map_chart(Graph(make_knowledge(*(f"Group {n} reports_to Board {n % 5}" for n in range(40)),
                                          *(f"Board {n} reports_to Council" for n in range(5)))))  # fmt: skip
    assert width(narrow, sideways=None) == width(narrow, sideways=False)
    assert width(wide, sideways=None) == width(wide, sideways=True) < width(wide, sideways=False)


def test_what_is_stated_from_one_box_to_another_is_one_line_that_says_all_of_it() -> None:
    drawn = diagram(map_chart(Graph(make_knowledge("A reports_to B", "A accountable_to B", "A part_of B"))))
    assert drawn.count('class="edge') == 1
    assert [
        label for label in ("reports to", "is accountable to", "is part of") if f"> {label} </text>" not in drawn
    ] == []


def test_what_goes_both_ways_is_two_lines() -> None:
    drawn = diagram(map_chart(Graph(make_knowledge("A reports_to B", "B oversees A"))))
    assert drawn.count('class="edge') == 2


def test_a_piece_has_no_more_lines_than_the_eye_can_follow_and_says_around_whom_it_is_drawn() -> None:
    said = [f"Board {a} reports_to Board {b}" for a in range(20) for b in range(a)]
    parts = pieces(map_chart(Graph(make_knowledge(*said))))
    assert all(len(part.lines) <= 40 for part in parts)
    assert sum(len(part.arrows) for part in parts) == len(said)
    assert parts[0].heads[0].startswith("Board ")
    assert "Board 19" not in {head for part in parts for head in part.heads}
