"""What the net of accountability tells, on nets small enough to be drawn on paper."""

from factory import make_knowledge

from protocolgraph.analyse.measures import Measure, answering, between, cycles, holding, unanchored
from protocolgraph.graph import Graph

LINE = Graph(
    make_knowledge(
        "Group reports_to Board",
        "Team accountable_to Board",
        "Cabinet oversees Board",
        "Board reports_to Cabinet",
        "Board not reports_to Panel",
        "Team works_with Panel",
    )
)


def told(measures: tuple[Measure, ...]) -> list[str]:
    return [measure.sentence for measure in measures]


def test_who_stands_between_others() -> None:
    assert told(between(LINE)) == ["Board stands on 2 of the shortest chains between two others"]


def test_several_statements_of_one_line_are_one_line() -> None:
    assert told(holding(LINE)) == ["Board holds 2 others to account", "Cabinet holds one other to account"]
    assert told(answering(LINE))[0] == "Board answers to one other"


def test_what_is_denied_or_is_no_line_of_accountability_does_not_count() -> None:
    assert "Panel" not in " ".join(told(holding(LINE)) + told(answering(LINE)))


def test_only_so_many_are_told() -> None:
    assert len(answering(LINE, most=1)) == 1


def test_a_ring_is_told_once_from_the_first_to_the_first() -> None:
    ring = Graph(
        make_knowledge("A Board reports_to B Board", "B Board reports_to C Board", "C Board reports_to A Board")
    )
    assert told(cycles(ring)) == ["A Board answers to B Board answers to C Board answers to A Board"]
    assert cycles(ring, longest=2) == ()
    assert cycles(LINE) == ()


def test_what_hangs_in_the_air_is_told_and_what_ends_in_an_elected_or_statutory_body_is_not() -> None:
    graph = Graph(
        make_knowledge(
            "Working Group reports_to Borough Council",
            "Parts Group part_of Partnership Forum",
            "Trust Forum established_under Trust Act",
            "Helpers reports_to Trust Forum",
            "Officer for Care accountable_to Director of Care",
        )
    )
    [part] = unanchored(graph)
    assert {view.name for view in part.entities} == {"Parts Group", "Partnership Forum"}
    assert part.sentence == "No stated chain leads from Partnership Forum, Parts Group to an elected or statutory body"


def test_an_empty_graph_has_nothing_to_tell() -> None:
    empty = Graph(make_knowledge())
    assert [measure(empty) for measure in (between, answering, holding, cycles, unanchored)] == [()] * 5
