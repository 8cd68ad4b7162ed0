"""The RDF of knowledge, asked for with SPARQL as a reader of the graph would."""

from dataclasses import replace

import pyoxigraph
import pytest
from factory import join_knowledge, make_evidence, make_knowledge

from protocolgraph.graph.query import run_query
from protocolgraph.graph.rdf import iter_quads, iter_stored_quads, sorted_quads
from protocolgraph.graph.terms import document_iri, statement_iri
from protocolgraph.model import BASE, Knowledge, Span

BOARD, COUNCIL = f"{BASE}northam/body/board", f"{BASE}northam/body/council"


def ask(knowledge: Knowledge, pattern: str) -> bool:
    store = pyoxigraph.Store()
    store.bulk_extend(iter_stored_quads(knowledge))
    return run_query(store, f"ASK {{ {pattern} }}").rows == ((True,),)


def rows(knowledge: Knowledge, query: str) -> list[tuple[object, ...]]:
    store = pyoxigraph.Store()
    store.bulk_extend(iter_stored_quads(knowledge))
    return list(run_query(store, query).rows)


def test_a_fact_is_a_direct_triple_in_its_documents_graph() -> None:
    knowledge = make_knowledge("Board reports_to Council", document="protocol one.pdf")
    graph = document_iri("protocol one.pdf")
    assert graph == BASE + "document/protocol%20one.pdf"
    assert ask(knowledge, f"GRAPH <{graph}> {{ <{BOARD}> pg:reportsTo <{COUNCIL}> }}")
    assert ask(knowledge, f"GRAPH <{graph}> {{ <{BOARD}> org:reportsTo <{COUNCIL}> }}")


def test_a_denied_fact_is_a_statement_and_no_triple() -> None:
    knowledge = make_knowledge("Board not member_of Council")
    assert not ask(knowledge, f"<{BOARD}> ?any <{COUNCIL}>")
    assert not ask(knowledge, "?node a org:Membership")
    assert not ask(knowledge, f"?node org:member <{BOARD}>")
    assert ask(
        knowledge,
        f"?node a pg:Statement ; pg:negated true ; rdf:subject <{BOARD}> ; "
        f"rdf:predicate pg:memberOf ; rdf:object <{COUNCIL}>",
    )


def test_a_statement_carries_its_words_and_where_they_stand() -> None:
    knowledge = make_knowledge("Council funds Board [amount=£5]", "Board oversees Council", confidence=0.75)
    found = rows(
        knowledge,
        """SELECT ?quote ?page ?section ?rule ?confidence ?start ?end ?exact WHERE {
             ?node a pg:Statement ; rdf:predicate pg:oversees ; pg:evidence ?place ; pg:confidence ?confidence .
             ?place a oa:Annotation ; oa:hasBody ?node ; pg:quote ?quote ; pg:page ?page ; pg:section ?section ;
                    pg:rule ?rule ; oa:hasTarget ?target .
             ?target oa:hasSource ?document ; oa:hasSelector ?position , ?words .
             ?position a oa:TextPositionSelector ; oa:start ?start ; oa:end ?end .
             ?words a oa:TextQuoteSelector ; oa:exact ?exact .
             ?node prov:wasDerivedFrom ?document . ?document a pg:Document }""",
    )
    quote = "Board oversees Council"
    assert found == [(quote, 1, "1.1", "test", 0.75, 32, 54, quote)]


def test_a_quote_in_pieces_has_a_selector_for_each() -> None:
    knowledge = make_knowledge("Board reports_to Council")
    evidence = replace(make_evidence(""), quote="The Board will: […] report", spans=(Span(3, 18), Span(40, 46)))
    fact = replace(knowledge.facts[0], evidence=evidence)
    found = rows(
        replace(knowledge, facts=(fact,)),
        """SELECT ?start ?exact { ?target oa:hasSelector ?position , ?words .
             ?position oa:start ?start . ?words oa:exact ?exact } ORDER BY ?start""",
    )
    assert found == [(3, "The Board will:"), (40, "report")]


def test_each_place_of_a_statement_is_evidence() -> None:
    knowledge = make_knowledge("Board reports_to Council")
    fact = replace(knowledge.facts[0], also=(make_evidence("again", start=99, section=None, confidence=0.5),))
    found = rows(
        replace(knowledge, facts=(fact,)), "SELECT ?q ?c { ?s pg:evidence ?e . ?e pg:quote ?q ; pg:confidence ?c }"
    )
    assert found == [("Board reports_to Council", 0.9), ("again", 0.5)]


def test_a_duty_is_a_node_with_its_parts() -> None:
    knowledge = make_knowledge("Board must_not publish plans", "Board reports_to Council")
    duty = knowledge.duties[0]
    content = replace(duty.content, object="plans", frequency="annual", condition="if asked")
    knowledge = replace(knowledge, duties=(replace(duty, content=content, to=(COUNCIL,), product="the Plan"),))
    assert ask(
        knowledge,
        f"""<{BOARD}> pg:hasDuty ?duty . ?duty a pg:Duty ; pg:bearer <{BOARD}> ; pg:modality pg:modality-must-not ;
            pg:action "publish" ; pg:text "publish plans" ; pg:object "plans" ; pg:frequency "annual" ;
            pg:condition "if asked" ; pg:counterparty <{COUNCIL}> ; pg:product "the Plan" ; pg:evidence ?words""",
    )


def test_membership_says_in_which_capacity() -> None:
    knowledge = make_knowledge("Ms Roe member_of Board [capacity=lay_member]", "Officer member_of Board")
    person, role = f"{BASE}northam/person/ms-roe", f"{BASE}northam/role/officer"
    assert ask(
        knowledge,
        f"?node a org:Membership ; org:member <{person}> ; org:organization <{BOARD}> ; "
        "org:role pg:capacity-lay-member ; pg:capacity pg:capacity-lay-member",
    )
    assert ask(knowledge, f"?node a org:Membership ; pg:memberPost <{role}> ; org:role pg:capacity-member")
    assert not ask(knowledge, f"?node org:member <{role}>"), "ORG's members are agents, and a post is none"
    assert ask(knowledge, f"<{person}> org:memberOf <{BOARD}>")
    assert not ask(knowledge, f"<{role}> org:memberOf <{BOARD}>")


@pytest.mark.parametrize("capacity", ["participating_observer", "adviser", "in_attendance"])
def test_who_only_attends_is_no_member_for_org(capacity: str) -> None:
    knowledge = make_knowledge(f"Ms Roe member_of Board [capacity={capacity}]")
    assert ask(knowledge, f"?who pg:memberOf <{BOARD}>")
    assert not ask(knowledge, f"?who org:memberOf <{BOARD}>")


@pytest.mark.parametrize(
    ("statement", "pattern"),
    [
        ("Ms Roe chairs Board", "?s pg:chairs ?o"),
        ("Board accountable_to Council", "?s pg:accountableTo ?o ; org:reportsTo ?o"),
        ("Board part_of Council", "?s org:subOrganizationOf ?o"),
        ("Chair post_in Board", "?s a org:Post ; org:postIn ?o"),
        ("Ms Roe holds Chair", "?s a foaf:Person ; org:holds ?o"),
        ("Board works_with Council", "?s org:linkedTo ?o"),
        ("Board meets [frequency=quarterly]", '?s pg:meetingFrequency "quarterly"'),
        ("Board established_under Care Act", "?s pg:establishedUnder ?o . ?o a eli:LegalResource"),
        ("Board produces Care Plan", "?s pg:produces ?o . ?o a pg:Publication"),
        ("Board succeeds Council", "?e a org:ChangeEvent ; org:resultingOrganization ?s ; org:originalOrganization ?o"),
        ("Council funds Board [amount=£5]", '?c a pg:Contribution ; pg:contributor ?s ; pg:amount "£5"'),
        ("Board reports_to Council", "?l a pg:ReportingLine"),
    ],
)
def test_relations_use_the_terms_of_the_design(statement: str, pattern: str) -> None:
    assert ask(make_knowledge(statement), pattern)


@pytest.mark.parametrize("who", ["Chair", "Ms Roe"])
def test_who_chairs_is_no_head_for_org(who: str) -> None:
    """ORG's head is the root of the reporting lines; who chairs may answer to someone outside."""
    assert not ask(make_knowledge(f"{who} chairs Board"), "?s org:headOf ?o")


@pytest.mark.parametrize("predicate", ["oversees", "escalates_to", "notifies", "advises"])
def test_what_is_no_line_of_reporting_is_none_for_org(predicate: str) -> None:
    assert not ask(make_knowledge(f"Board {predicate} Council"), "?s org:reportsTo ?o")


def test_a_product_is_the_publication_if_there_is_one() -> None:
    plan = f"{BASE}northam/publication/care-plan"
    knowledge = make_knowledge("Board produces Care Plan", f"Board reports_to Council [product={plan}; tone=stern]")
    assert ask(knowledge, f'?s a pg:ReportingLine ; pg:product <{plan}> ; pg:qualifier "tone=stern"')


def test_an_entity_has_names_type_scope_and_area() -> None:
    knowledge = make_knowledge("Board (BoC) reports_to Council")
    assert ask(
        knowledge,
        f"""GRAPH <{BASE}entities> {{ <{BOARD}> a pg:Body , org:Organization ; skos:prefLabel "Board" ;
            skos:altLabel "BoC" ; pg:scope pg:scope-local ; pg:area ?area . ?area skos:prefLabel "Northam" }}""",
    )


def test_a_document_is_described_in_its_own_graph() -> None:
    knowledge = make_knowledge("Board reports_to Council")
    graph = document_iri("a.txt")
    assert ask(
        knowledge,
        f"""GRAPH <{graph}> {{ <{graph}> a pg:Document ; dcterms:title "Title of a.txt" ; dcterms:identifier "a.txt" ;
            dcterms:date "2012-05-01"^^xsd:date ; pg:kind "protocol" ; pg:sha256 ?digest ; pg:readBy "model 1.0" ;
            pg:mentions <{BOARD}> , <{COUNCIL}> }}""",
    )


@pytest.mark.parametrize(
    ("date", "literal"),
    [("2012", '"2012"^^xsd:gYear'), ("2012-05", '"2012-05"^^xsd:gYearMonth'), ("May 2012", '"May 2012"')],
)
def test_a_date_is_as_exact_as_the_document(date: str, literal: str) -> None:
    knowledge = make_knowledge("Board reports_to Council")
    knowledge = replace(knowledge, documents=(replace(knowledge.documents[0], date=date),))
    assert ask(knowledge, f"?document dcterms:date {literal}")


def test_removing_a_documents_graph_removes_what_it_said_and_nothing_else() -> None:
    first, second = make_knowledge("Board reports_to Council"), make_knowledge("Board funds Council", document="b.txt")
    entities = f"<{BASE}entities>"
    left = {
        quad
        for quad in iter_quads(join_knowledge(first, second))
        if str(quad.graph_name) != f"<{document_iri('b.txt')}>"
    }
    alone = set(iter_quads(first))
    assert {quad for quad in left if str(quad.graph_name) != entities} == {
        quad for quad in alone if str(quad.graph_name) != entities
    }


def test_a_triple_that_two_documents_state_counts_once() -> None:
    knowledge = join_knowledge(
        make_knowledge("Board reports_to Council"), make_knowledge("Board reports_to Council", document="b.txt")
    )
    assert rows(knowledge, "SELECT (COUNT(*) AS ?n) { ?s pg:reportsTo ?o }") == [(1,)]
    assert rows(knowledge, "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s pg:reportsTo ?o } }") == [(2,)]


def test_there_are_no_blank_nodes_and_no_default_graph_to_export() -> None:
    quads = sorted_quads(make_knowledge("Board reports_to Council", "Board must act", "Board meets [frequency=daily]"))
    for quad in quads:
        assert isinstance(quad.graph_name, pyoxigraph.NamedNode)
        assert not any(isinstance(item, pyoxigraph.BlankNode) for item in quad.triple)


def test_odd_names_and_characters_stay_valid_rdf() -> None:
    knowledge = make_knowledge("Board reports_to Council", document='a <b> "c"\n#?é.txt')
    fact = replace(knowledge.facts[0], id="http://example.org/own-id")
    quads = list(iter_quads(replace(knowledge, facts=(fact,))))
    text = pyoxigraph.serialize(quads, format=pyoxigraph.RdfFormat.N_QUADS)
    assert text is not None
    assert set(pyoxigraph.parse(text, format=pyoxigraph.RdfFormat.N_QUADS)) == set(quads)
    assert statement_iri(fact.id) == "http://example.org/own-id"


def test_half_a_character_does_not_stop_the_graph() -> None:
    assert ask(make_knowledge("Board must act on \ud800"), '?duty pg:text "act on ?"')
