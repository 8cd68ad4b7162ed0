"""What people mean by the names they type."""

import pytest
from factory import join_knowledge, make_knowledge

from protocolgraph.errors import UnknownNameError
from protocolgraph.graph import Graph
from protocolgraph.model import EntityType

NORTH = make_knowledge(
    "Northam Safeguarding Children Board (NSCB) reports_to Cabinet",
    "Chair of the Northam Safeguarding Children Board chairs Northam Safeguarding Children Board",
    "Director of Training post_in Northam Safeguarding Children Board",
    "Training Delivery Group part_of Northam Safeguarding Children Board",
    "Audit Delivery Group part_of Northam Safeguarding Children Board",
)
SOUTH = make_knowledge("Southam Safeguarding Children Board reports_to Cabinet", document="b.txt", area="Southam")
GRAPH = Graph(join_knowledge(NORTH, SOUTH))
BOARDS = ["Northam Safeguarding Children Board", "Southam Safeguarding Children Board"]


def found(words: str, *types: EntityType) -> list[str]:
    return [entity.name for entity in GRAPH.find(words, types).entities]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("NSCB", BOARDS[:1]),
        ("the Safeguarding Board", BOARDS),
        ("the safeguarding children's boards", BOARDS),
        ("Northam's Safeguarding Board", BOARDS[:1]),
        ("the Southam Board", BOARDS[1:]),
        ("each area's Safeguarding Board", BOARDS),
        ("each Delivery Group", ["Audit Delivery Group", "Training Delivery Group"]),
        ("the NSCB director", ["Director of Training"]),
        ("the training director of the NSCB", ["Director of Training"]),
        ("the Audit Dellivery Group", ["Audit Delivery Group"]),
    ],
)
def test_words_find_all_that_they_may_mean(words: str, names: list[str]) -> None:
    assert sorted(found(words)) == sorted(names)


def test_a_whole_name_is_exact_and_a_part_is_not() -> None:
    assert GRAPH.find("NSCB").exact
    assert not GRAPH.find("Safeguarding Board").exact


def test_any_group_means_no_one_in_particular() -> None:
    assert GRAPH.find("each group").entities == ()


def test_a_type_narrows_the_search() -> None:
    assert found("Northam Safeguarding Children Board", EntityType.ROLE) == [
        "Chair of the Northam Safeguarding Children Board"
    ]


@pytest.mark.parametrize("words", ["Zyx", "the", "", "Northem Safeguarding Board", "each Zyx"])
def test_what_nobody_is_called_is_not_found(words: str) -> None:
    with pytest.raises(UnknownNameError):
        GRAPH.find(words)
