import pytest
from factory import join_knowledge, make_knowledge

from protocolgraph.graph import Graph
from protocolgraph.model import Knowledge


def chains(knowledge: Knowledge, source: str, target: str, limit: int = 10) -> list[tuple[str, ...]]:
    return [chain.names for chain in Graph(knowledge).chains(source, target, limit=limit)]


@pytest.mark.parametrize(
    "statement",
    [
        "Panel reports_to Council",
        "Panel accountable_to Council",
        "Panel part_of Council",
        "Panel escalates_to Council",
        "Council oversees Panel",
        "Council accountable_for Panel",
    ],
)
def test_accountability_runs_from_the_accountable_to_the_holder(statement: str) -> None:
    knowledge = make_knowledge(statement)
    assert chains(knowledge, "Panel", "Council") == [("Panel", "Council")]
    assert chains(knowledge, "Council", "Panel") == []


@pytest.mark.parametrize("statement", ["Panel member_of Council", "Panel works_with Council", "Panel advises Council"])
def test_other_relations_are_no_links(statement: str) -> None:
    assert chains(make_knowledge(statement), "Panel", "Council") == []


def test_what_is_denied_is_no_link() -> None:
    assert chains(make_knowledge("Panel not reports_to Council"), "Panel", "Council") == []


def test_a_chain_passes_all_between_and_says_how() -> None:
    knowledge = make_knowledge("Officer post_in Team", "Board oversees Team", "Board reports_to Council")
    (chain,) = Graph(knowledge).chains("Officer", "Council")
    assert chain.names == ("Officer", "Team", "Board", "Council")
    assert [link.label for link in chain] == ["is a post in", "is overseen by", "reports to"]
    assert [link.evidence.quote for link in chain] == [
        "Officer post_in Team",
        "Board oversees Team",
        "Board reports_to Council",
    ]
    assert chain.confidence == 0.9


def test_only_the_shortest_chains_count() -> None:
    knowledge = make_knowledge(
        "A reports_to B",
        "B reports_to Z",
        "A part_of C",
        "C part_of Z",
        "A reports_to D",
        "D reports_to E",
        "E reports_to Z",
    )
    assert chains(knowledge, "A", "Z") == [("A", "B", "Z"), ("A", "C", "Z")]


def test_plainer_links_come_before_surer_ones() -> None:
    plain = make_knowledge("A accountable_to B", "B accountable_to Z", confidence=0.5)
    sure = make_knowledge("A appoints Officer", "A post_in C", "A escalates_to D", "D escalates_to Z", document="b.txt")
    assert chains(join_knowledge(plain, sure), "A", "Z") == [("A", "B", "Z"), ("A", "D", "Z")]


def test_among_equally_plain_the_surer_comes_first() -> None:
    knowledge = join_knowledge(
        make_knowledge("A reports_to B", "B reports_to Z", confidence=0.5),
        make_knowledge("A reports_to C", "C reports_to Z", document="b.txt"),
    )
    assert chains(knowledge, "A", "Z") == [("A", "C", "Z"), ("A", "B", "Z")]


def test_a_link_has_every_fact_that_states_it_the_plainest_first() -> None:
    knowledge = join_knowledge(
        make_knowledge("A part_of Z", "Z oversees A"),
        make_knowledge("A reports_to Z", document="b.txt", confidence=0.6),
    )
    ((link,),) = Graph(knowledge).chains("A", "Z")
    assert [fact.predicate for fact in link.facts] == ["reports_to", "oversees", "part_of"]


def test_many_chains_are_cut_at_the_limit() -> None:
    middle = [f"M{number:02}" for number in range(20)]
    knowledge = make_knowledge(
        *[f"A reports_to {name}" for name in middle],
        *[f"{one} reports_to N{two}" for one in middle for two in range(20)],
        *[f"N{two} reports_to Z" for two in range(20)],
    )
    found = chains(knowledge, "A", "Z", limit=3)
    assert found == [("A", "M00", "N0", "Z"), ("A", "M00", "N1", "Z"), ("A", "M00", "N10", "Z")]


def test_circles_end() -> None:
    knowledge = make_knowledge("A reports_to B", "B reports_to A", "A oversees A", "C reports_to D")
    assert chains(knowledge, "A", "D") == []
    assert chains(knowledge, "A", "A") == []
