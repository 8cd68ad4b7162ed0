"""A chart as a tree: who answers to whom, level by level."""

from __future__ import annotations

from factory import make_knowledge

from protocolgraph.graph import Graph
from protocolgraph.present.chart import map_chart
from protocolgraph.present.tree import Branch, tree


def grown(*facts: str) -> tuple[Branch, ...]:
    return tree(map_chart(Graph(make_knowledge(*facts))))


def names(branches: tuple[Branch, ...]) -> list[str]:
    return [branch.entity.name for branch in branches]


def test_below_each_stand_those_who_answer_to_it_and_how() -> None:
    [council] = grown("Board reports_to Council", "Group part_of Board", "Council oversees Panel")
    assert council.entity.name == "Council"
    assert [(one.entity.name, one.said) for one in council.below] == [
        ("Board", "reports to it"),
        ("Panel", "which it oversees"),
    ]
    assert names(council.below[0].below) == ["Group"]
    assert council.number == 3


def test_who_answers_to_two_stands_below_both_and_is_told_once() -> None:
    first, second = grown("Board reports_to Cabinet", "Board reports_to Council", "Group part_of Board")
    [told], [again] = first.below, second.below
    assert (names(told.below), told.elsewhere) == (["Group"], False)
    assert (again.below, again.elsewhere) == ((), True)


def test_a_ring_has_a_beginning_and_everybody_of_it() -> None:
    [board] = grown("Board reports_to Council", "Council reports_to Panel", "Panel reports_to Board")
    assert board.entity.name == "Board"
    [panel] = board.below
    [council] = panel.below
    [again] = council.below
    assert (panel.entity.name, council.entity.name, again.entity.name) == ("Panel", "Council", "Board")
    assert again.elsewhere


def test_those_with_most_below_them_come_first() -> None:
    assert names(grown("Board reports_to Cabinet", "Club reports_to Forum", "Circle reports_to Forum")) == [
        "Forum",
        "Cabinet",
    ]
