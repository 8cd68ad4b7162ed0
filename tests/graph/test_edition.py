"""A graph that was changed step by step is the graph that is written anew: its records, its RDF, its fingerprint."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pyoxigraph
import pytest
from factory import make_knowledge

from protocolgraph.graph import open_graph
from protocolgraph.graph.generation import Generation
from protocolgraph.graph.rdf import iter_stored_quads
from protocolgraph.graph.store import DiskStore
from protocolgraph.model import Knowledge
from protocolgraph.model.statement import together

PLACES = ("Northam", "Southam", "Eastham")
SAID = (
    "Board (BoC) reports_to Council [product=plan]",
    "Board must publish a plan",
    "Panel oversees Board",
    "Council funds Panel [amount=100]",
    "Ms Roe member_of Board",
    "Chair chairs Panel",
    "Panel not reports_to Council",
    "Council may ask the Panel",
)


def some_home(random: Random, home: str) -> Knowledge:
    """Return what up to three documents of a place state, each something else each time."""
    documents = [f"{home.lower()}-{number}.txt" for number in range(3) if random.random() < 0.7]
    said = [random.sample(SAID, random.randint(1, 4)) for _ in documents]
    made = [make_knowledge(*lines, document=name, area=home) for name, lines in zip(documents, said, strict=True)]
    entities = {entity.id: entity for part in made for entity in part.entities}
    bare = [Knowledge(part.documents, (), part.uses, part.facts, part.duties) for part in made]
    return together([Knowledge((), tuple(entities.values()), (), (), ()), *bare])


def stored(folder: Path) -> set[pyoxigraph.Quad]:
    generation = Generation.open(folder)
    try:
        return set(generation.store)
    finally:
        generation.close()


@pytest.mark.parametrize("seed", range(6))
def test_any_sequence_of_changes_is_as_all_written_anew(tmp_path: Path, seed: int) -> None:
    random, homes = Random(seed), dict[str, Knowledge]()
    for step in range(8):
        for home in random.sample(PLACES, random.randint(1, 2)):
            homes[home] = some_home(random, home)
        with DiskStore(tmp_path / "changed").edit() as edition:
            for home, knowledge in homes.items():
                edition.put(home, knowledge, {})
        with DiskStore(tmp_path / f"anew-{step}").edit(fresh=True) as edition:
            for home, knowledge in homes.items():
                edition.put(home, knowledge, {})
        whole = together(homes.values())
        assert open_graph(tmp_path / "changed").knowledge == open_graph(tmp_path / f"anew-{step}").knowledge == whole
        assert stored(tmp_path / "changed") == stored(tmp_path / f"anew-{step}") == set(iter_stored_quads(whole))
        marks = {DiskStore(tmp_path / name).mark() for name in ("changed", f"anew-{step}")}
        assert len({str(mark).partition("-")[0] for mark in marks}) == 1
        lookups = open_graph(tmp_path / "changed")
        for entity in lookups.entities():
            assert lookups.find(entity.name).entities


def test_what_is_stated_no_more_is_found_by_its_words_no_more(tmp_path: Path) -> None:
    before = make_knowledge("Board must publish a plan", "Board reports_to Council", document="a.txt")
    after = make_knowledge("Board must publish a paper", "Board reports_to Cabinet", document="a.txt")
    for knowledge, there in ((before, ["plan", "council"]), (after, ["paper", "cabinet"])):
        with DiskStore(tmp_path).edit() as edition:
            edition.put("north", knowledge, {})
        words = open_graph(tmp_path).words
        assert words is not None
        for word in ("plan", "paper", "council", "cabinet"):
            assert bool(words.quoted([[word]], ["reports_to"], duties=True)) == (word in there)
            assert bool(words.said([[word]])) == (word == there[0])


def test_a_document_that_moves_is_in_its_new_place_alone(tmp_path: Path) -> None:
    here = make_knowledge("Board reports_to Council", document="a.txt")
    nothing = Knowledge((), (), (), (), ())
    for before, after in (("north", "south"), ("south", "north")):
        with DiskStore(tmp_path).edit() as edition:
            edition.put(before, here, {})
        with DiskStore(tmp_path).edit() as edition:
            edition.put(before, nothing, {})
            edition.put(after, here, {})
        assert open_graph(tmp_path).knowledge == here


def test_a_name_shared_with_another_document_stays_in_the_union_when_one_goes(tmp_path: Path) -> None:
    one = make_knowledge("Board reports_to Council", document="a.txt")
    other = make_knowledge("Board reports_to Council", document="b.txt")
    apart = Knowledge(other.documents, (), other.uses, other.facts, ())
    with DiskStore(tmp_path).edit() as edition:
        edition.put("one", one, {})
        edition.put("other", apart, {entity.id: entity for entity in other.entities})
    with DiskStore(tmp_path).edit() as edition:
        edition.put("other", Knowledge((), (), (), (), ()), {})
    assert stored(tmp_path) == set(iter_stored_quads(one))


def test_an_edition_that_changes_nothing_is_no_new_generation(tmp_path: Path) -> None:
    knowledge = make_knowledge("Board reports_to Council")
    with DiskStore(tmp_path).edit() as edition:
        edition.put("", knowledge, {})
        edition.note("key", "value")
    mark = DiskStore(tmp_path).mark()
    with DiskStore(tmp_path).edit() as edition:
        edition.put("", knowledge, {})
        edition.note("key", "value")
    assert DiskStore(tmp_path).mark() == mark
    with DiskStore(tmp_path).edit() as edition:
        edition.note("key", "another")
    assert DiskStore(tmp_path).notes("") == {"key": "another"}
    assert open_graph(tmp_path).knowledge == knowledge


def test_an_edition_that_fails_leaves_the_graph_and_its_notes(tmp_path: Path) -> None:
    knowledge = make_knowledge("Board reports_to Council")
    with DiskStore(tmp_path).edit() as edition:
        edition.put("", knowledge, {})
        edition.note("key", "value")

    def fail() -> None:
        with DiskStore(tmp_path).edit() as edition:
            edition.note("key", None)
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert DiskStore(tmp_path).notes("") == {"key": "value"}
    assert open_graph(tmp_path).knowledge == knowledge


def test_the_words_of_a_duty_that_went_are_not_found(tmp_path: Path) -> None:
    for words in ("publish a plan", "call a meeting"):
        with DiskStore(tmp_path).edit() as edition:
            edition.put("", make_knowledge(f"Board must {words}"), {})
    graph = open_graph(tmp_path)
    assert [duty.content.text for duty in graph.saying("meeting", most=5)] == ["call a meeting"]
    assert graph.saying("publish", most=5) == ()
