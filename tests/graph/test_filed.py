"""Records that are looked up in a file are the same as in memory, whatever is asked."""

from dataclasses import replace
from pathlib import Path

import pytest
from corpus_graph import corpus_graph
from factory import join_knowledge, make_knowledge

from protocolgraph.errors import UnknownNameError
from protocolgraph.graph import Choice, Graph, open_graph, save_graph
from protocolgraph.graph.store import DiskStore
from protocolgraph.model import EntityType, Knowledge, Review, ReviewVerdict
from protocolgraph.text.normalise import name_key


@pytest.fixture(scope="module", name="both")
def both_graphs() -> tuple[Graph, Graph]:
    filed = open_graph(corpus_graph())
    return filed, Graph(DiskStore(corpus_graph()).knowledge())


def test_all_records_come_back(tmp_path: Path) -> None:
    knowledge = join_knowledge(
        make_knowledge("Board (BoC) reports_to Council [product=plan]", "Ms Roe member_of Board", "Board must act"),
        make_knowledge("Chair chairs Panel", "Panel not reports_to Board", document="b.txt", area="Southam"),
    )
    save_graph(knowledge, tmp_path)
    assert open_graph(tmp_path).knowledge == knowledge


def test_an_empty_graph_has_no_records(tmp_path: Path) -> None:
    save_graph(Knowledge((), (), (), (), ()), tmp_path)
    graph = open_graph(tmp_path)
    assert graph.counts.facts == len(graph) == 0
    assert graph.documents == ()
    with pytest.raises(UnknownNameError):
        graph.find("anybody")


def test_every_entity_of_the_corpus_has_the_same_statements(both: tuple[Graph, Graph]) -> None:
    filed, known = both
    for entity in known.entities():
        found = filed.entity(entity.id)
        assert found.record == entity.record
        assert (found.facts, found.duties, found.owed) == (entity.facts, entity.duties, entity.owed)
        assert filed.around(found) == known.around(entity)


def test_statements_and_entities_are_looked_up_together_as_singly(both: tuple[Graph, Graph]) -> None:
    filed, known = both
    stated = {item.id: item for item in (*known.facts(), *known.duties())}
    assert filed.statements(stated) == known.statements(stated) == stated
    assert filed.statements(["none"]) == known.statements(["none"]) == {}
    ids = [entity.id for entity in known]
    assert filed.among(ids) == known.among(ids)
    assert [*known.among([*ids, "none"])] == ids


def test_statements_are_found_by_the_beginnings_of_their_words(both: tuple[Graph, Graph]) -> None:
    filed, known = both
    assert filed.words is not None
    duties = {duty.id: f" {name_key(duty.content.text)}" for duty in known.duties()}
    facts = {fact.id: f" {name_key(fact.evidence.quote)}" for fact in known.facts(predicate="reports_to")}
    for sought in ([["monitor"]], [["report"], ["annual", "yearly"]], [["nothingofit"]]):
        said = [one for one, text in duties.items() if all(any(f" {word}" in text for word in some) for some in sought)]
        assert sorted(filed.words.said(sought)) == sorted(said)
        told = {one for one, text in facts.items() if all(any(f" {word}" in text for word in some) for some in sought)}
        assert told <= set(filed.words.quoted(sought, ["reports_to"], duties=False)) <= set(facts)
    assert filed.words.said([["monitor"]])
    assert filed.words.quoted([["report"]], ["reports_to"], duties=False)
    assert filed.words.said([]) == filed.words.said([[]]) == []


def test_names_are_found_alike(both: tuple[Graph, Graph]) -> None:
    filed, known = both
    asked = [entity.name for entity in known.entities(type=EntityType.BODY)]
    asked += ["the board", "each board", "chair of the board", "executive"]
    for name in asked:
        assert filed.find(name) == known.find(name)


def test_a_name_that_nobody_bears_has_the_same_nearest(both: tuple[Graph, Graph]) -> None:
    nearest = []
    for graph in both:
        with pytest.raises(UnknownNameError) as caught:
            graph.entity("Safegarding Childrens Bord")
        nearest.append(caught.value.nearest)
    assert nearest[0] == nearest[1] != ()


def test_chains_are_the_same(both: tuple[Graph, Graph]) -> None:
    filed, known = both
    bodies = known.entities(type=EntityType.BODY)[:40]
    for source in bodies:
        for target in bodies:
            pairs = zip(filed.chains(source.id, target.id), known.chains(source.id, target.id), strict=True)
            assert all(one == other for one, other in pairs)


def test_some_of_the_documents_state_the_same(both: tuple[Graph, Graph]) -> None:
    filed, known = both
    for document in known.documents:
        choice = Choice(documents=(document.name,))
        assert filed.narrowed(choice).knowledge == known.narrowed(choice).knowledge
        assert filed.facts(document=document.name) == known.facts(document=document.name)
        assert filed.duties(document=document.name) == known.duties(document=document.name)
        assert filed.entities(document=document.name) == known.entities(document=document.name)


def test_statements_are_found_by_id_and_iri(both: tuple[Graph, Graph]) -> None:
    filed, known = both
    for statement in (*known.facts(), *known.duties()):
        assert filed.statement(statement.id) == known.statement(statement.id) == statement
    assert filed.statement("no such id") is None
    assert filed.counts == known.counts


def test_the_documents_of_each_area_alone(both: tuple[Graph, Graph]) -> None:
    filed, known = both
    for area in {document.area for document in known.documents if document.area}:
        choice = Choice(area=area)
        assert filed.narrowed(choice).knowledge == known.narrowed(choice).knowledge


def test_links_are_those_of_the_documents_and_of_whose_subject_is_of_the_area(both: tuple[Graph, Graph]) -> None:
    filed, known = both
    wanted = ("reports_to", "part_of", "oversees")
    for document in known.documents:
        found = filed.links(wanted, [document.name], area=document.area)
        assert found == known.links(wanted, [document.name], area=document.area)
        assert {fact.id for fact in known.facts(predicate="reports_to", document=document.name)} <= {
            f.id for f in found
        }
    everywhere = filed.links(wanted, [document.name for document in known.documents])
    assert len(everywhere) == sum(len(known.facts(predicate=predicate)) for predicate in wanted)


@pytest.mark.parametrize(
    "words", ["rlscb", "safe child", "board", "chair of", "panels", "of the", "xyzzy", "Children's B", ""]
)
def test_a_search_finds_the_same_names(both: tuple[Graph, Graph], words: str) -> None:
    filed, known = both
    assert filed.named(words, most=1000) == known.named(words, most=1000)


def test_a_search_finds_who_is_called_so_first(both: tuple[Graph, Graph]) -> None:
    for graph in both:
        assert "RLSCB" in graph.named("rlscb", most=5)[0].aliases


@pytest.mark.parametrize("words", ["publish", "annual rep", "child safe", "xyzzy", "NOT OR", 'a "quoted* word', ""])
def test_a_search_finds_the_same_duties(both: tuple[Graph, Graph], words: str) -> None:
    found = [{duty.id for duty in graph.saying(words, most=10_000)} for graph in both]
    assert found[0] == found[1]


def test_each_document_is_counted(both: tuple[Graph, Graph]) -> None:
    filed, known = both
    assert filed.tallies == known.tallies
    assert sum(tally.statements for tally in filed.tallies.values()) == known.counts.facts + known.counts.duties


def test_lists_are_the_same(both: tuple[Graph, Graph]) -> None:
    filed, known = both
    for type in EntityType:
        for area, words in ((None, ""), ("Rotherham", ""), (None, "chil board"), ("Harrow", "panel"), (None, "zzz")):
            for part in (slice(0, 20), slice(20, 40)):
                found = filed.listed(type, part, area=area, words=words)
                assert found == known.listed(type, part, area=area, words=words)
    assert len(filed.listed(EntityType.BODY, slice(0, 20))[0]) == 20
    assert filed.prominent(EntityType.BODY, most=12) == known.prominent(EntityType.BODY, most=12)


def test_pages_far_into_a_list_are_the_same(both: tuple[Graph, Graph], monkeypatch: pytest.MonkeyPatch) -> None:
    filed, known = both
    monkeypatch.setattr("protocolgraph.graph.filed_lists._NEAR", 20)
    for type in (EntityType.BODY, EntityType.ROLE):
        number = known.listed(type, slice(0, 1))[1]
        assert number > 100
        for start in (20, 90, 100, 104, number - 5, number + 200):
            part = slice(start, start + 30)
            assert filed.listed(type, part) == known.listed(type, part)


def test_what_a_reviewer_looks_up_is_the_same(both: tuple[Graph, Graph]) -> None:
    filed, known = both
    document = filed.documents[0].name
    for name in (None, document):
        for at_random in (False, True):
            found = filed.unreviewed(most=50, document=name, at_random=at_random)
            assert found == known.unreviewed(most=50, document=name, at_random=at_random)
            assert found
    assert filed.reviewed == known.reviewed == {}
    statement = filed.unreviewed(most=1)[0]
    assert filed.beginning(statement.id[:8], most=2) == known.beginning(statement.id[:8], most=2) == (statement,)
    for entity in known.entities(document=document):
        assert filed.reaches([entity.id]) == known.reaches([entity.id])
        assert filed.uses(entity.id) == known.uses(entity.id)
        assert filed.uses(entity.id, document=document) == known.uses(entity.id, document=document)
        assert filed.alike(entity.record) == known.alike(entity.record)
        assert set(filed.called(entity.name)) == set(known.called(entity.name))


def test_what_is_most_doubtful_comes_first_and_what_was_reviewed_waits_no_more(tmp_path: Path) -> None:
    sure = make_knowledge("Board reports_to Council", confidence=0.9)
    unsure = make_knowledge("Panel reports_to Cabinet", "Panel works_with Club", document="b.txt", confidence=0.5)
    said = Review(ReviewVerdict.ACCEPTED, "A", "2026-03-01", "so")
    judged = [replace(f, reviews=(said,)) if f.predicate == "works_with" else f for f in unsure.facts]
    both = join_knowledge(sure, replace(unsure, facts=tuple(judged)))
    save_graph(both, tmp_path)
    for graph in (open_graph(tmp_path), Graph(both)):
        assert [s.evidence.confidence for s in graph.unreviewed(most=9)] == [0.5, 0.9]
        assert graph.reviewed == {"b.txt": 1}


def test_documents_are_registered_without_their_layout_and_found_with_it(both: tuple[Graph, Graph]) -> None:
    filed, known = both
    assert filed.register == known.register
    assert [info.name for info in filed.register] == [info.name for info in filed.documents]
    assert not any(info.layout.headings for info in filed.register)
    for info in known.documents:
        assert filed.document(info.name) == known.document(info.name) == info
    assert filed.document("nothing.txt") is None
