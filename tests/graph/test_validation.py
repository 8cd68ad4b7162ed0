"""The shapes: a graph that the program makes conforms, and each shape catches a graph that is broken."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from factory import join_knowledge, make_knowledge
from rdflib import RDF, RDFS, SH, Dataset, Literal, URIRef
from rdflib.collection import Collection

from protocolgraph.errors import UsageError
from protocolgraph.graph import Graph, export_file
from protocolgraph.graph.validation import Violation, shapes, validate_dataset, validate_file
from protocolgraph.model import Knowledge, Modality, Particular, Review, ReviewVerdict
from protocolgraph.vocab.schema import concepts, entity_types, expand, predicates, prefixes
from protocolgraph.vocab.terms import Predicate

BODY, POST, PERSON, REPORT, LAW = "Board", "Chair", "Ms Roe", "Annual Report", "Care Act"
NAMES = {"body": BODY, "role": POST, "person": PERSON, "publication": REPORT, "legislation": LAW}
ID = "https://w3id.org/protocolgraph/id/"
PREFIXES = "\n".join(f"PREFIX {name}: <{namespace}>" for name, namespace in prefixes().items())


@pytest.fixture(scope="module")
def everything() -> Knowledge:
    """Every predicate from every kind of subject to every kind of object, every modality and qualifier."""
    facts = [
        f"{NAMES[subject]} {item.name}{f' {NAMES[target]} of B' if target else ''} "
        "[capacity=adviser; product=a plan; frequency=annual; amount=5; sense=x; condition=c]"
        for item in predicates().values()
        for subject in item.subjects
        for target in item.objects or (None,)
    ]
    duties = [f"{name} {modality} act" for modality in Modality for name in (BODY, POST, PERSON)]
    return make_knowledge(*facts, *duties, f"{BODY} not chairs Panel")


@pytest.fixture(scope="module")
def few() -> Knowledge:
    """As little as all shapes but those of the predicates need to be met."""
    facts = (
        f"{PERSON} chairs {BODY} (BoC)", f"{POST} member_of {BODY}", f"{PERSON} member_of {BODY}",
        "Council funds Board", "Board succeeds Panel", "Board established_under Care Act",
    )  # fmt: skip
    return _telling(
        make_knowledge(*facts, f"{BODY} must publish", f"{POST} may speak"),
        make_knowledge(f"{BODY} reports_to Council", document="b.txt"),
    )


@pytest.fixture
def dataset(few: Knowledge) -> Dataset:
    """A graph that can be changed."""
    made = Dataset(default_union=True)
    made.parse(data=_nquads(few), format="nquads")
    return made


def _telling(*parts: Knowledge) -> Knowledge:
    """Return the parts together, each document saying of itself what it is called."""
    known = join_knowledge(*parts)
    evidence = known.facts[0].evidence
    said = (Particular(1, "title", "Title", "its head", 0.9, evidence),)
    first, *others = known.documents
    return replace(known, documents=(replace(first, layout=replace(first.layout, particulars=said)), *others))


def _nquads(knowledge: Knowledge) -> str:
    from protocolgraph.graph.rdf import sorted_quads

    return "\n".join(f"{quad} ." for quad in sorted_quads(knowledge))


def _found(dataset: Dataset, change: str) -> tuple[Violation, ...]:
    dataset.update(f"{PREFIXES}\n{change}")
    return validate_dataset(dataset)


def _edit(pattern: str, *, take: str = "", give: str = "", graph: str = "?g") -> str:
    """The update that changes the first match of a pattern in a document's graph; what goes, goes from every graph."""
    gone = f"GRAPH ?every {{ {take} }}" if take else ""
    return (
        f"DELETE {{ {gone} }} INSERT {{ GRAPH {graph} {{ {give} }} }} "
        f"WHERE {{ {{ SELECT * WHERE {{ GRAPH ?g {{ {pattern} }} }} ORDER BY ?s ?o LIMIT 1 }} {gone} }}"
    )


def _without(pattern: str) -> str:
    return _edit(pattern, take=pattern.split(" . ")[-1])


def _new(triples: str) -> str:
    return f"INSERT DATA {{ GRAPH <urn:new> {{ {triples} }} }}"


def _twice(kind: str, predicate: str, other: str) -> str:
    return _edit(f"?s a {kind}", give=f"?s {predicate} {other}")


def _instead(kind: str, predicate: str, other: str) -> str:
    return _edit(f"?s a {kind} . ?s {predicate} ?o", take=f"?s {predicate} ?o", give=f"?s {predicate} {other}")


BOARD = f"<{ID}northam/body/board>"
LAW_NODE = f"<{ID}northam/legislation/care-act>"

BROKEN = {
    "a body that is a post, too": ("Entity", "is one thing only", _new(f"{BOARD} a org:Post")),
    "a body without an IRI": ("EntityIri", "has an IRI", _new("[] a pg:Body")),
    "a body without a name": (
        "EntityNames", "has one preferred name",
        _without("?s a pg:Body . ?s skos:prefLabel ?o"),
    ),
    "a body with two names": ("EntityNames", "has one preferred name", _twice("pg:Body", "skos:prefLabel", "'B'")),
    "an empty name": ("EntityNames", "that is a text", _instead("pg:Body", "skos:prefLabel", "' '")),
    "an empty alias": ("EntityNames", "has other names", _twice("pg:Body", "skos:altLabel", "''")),
    "an address as a name": ("EntityNames", "e-mail", _instead("pg:Body", "skos:prefLabel", "'x@y.uk'")),
    "a body without a scope": ("EntityScope", "has one scope", _without("?s a pg:Body . ?s pg:scope ?o")),
    "an unknown scope": ("EntityScope", "that the vocabulary knows", _instead("pg:Body", "pg:scope", "pg:wide")),
    "two areas": ("EntityArea", "one area at most", _twice("pg:Body", "pg:area", "<urn:x>")),
    "an area that no one describes": ("EntityArea", "that is described", _instead("pg:Body", "pg:area", "<urn:x>")),
    "an area without a name": ("Area", "has one name", _without("?s a pg:Area . ?s skos:prefLabel ?o")),
    "a nameless document": ("Document", "one file name", _without("?s a pg:Document . ?s dcterms:identifier ?o")),
    "no digest": ("Document", "digest", _instead("pg:Document", "pg:sha256", "'none'")),
    "no model": ("Document", "language model", _without("?s a pg:Document . ?s pg:readBy ?o")),
    "two kinds of document": ("Document", "one kind", _twice("pg:Document", "pg:kind", "'minutes'")),
    "two titles": ("Document", "one title", _twice("pg:Document", "dcterms:title", "'Other'")),
    "a document's unknown area": ("Document", "one area at most", _instead("pg:Document", "pg:area", "<urn:x>")),
    "two dates": ("DocumentDate", "one date at most", _twice("pg:Document", "dcterms:date", "'2011'^^xsd:gYear")),
    "a date in words": ("DocumentDate", "a day, a month", _instead("pg:Document", "dcterms:date", "'last May'")),
    "a thirteenth month": (
        "DocumentDate", "from 1 to 12",
        _instead("pg:Document", "dcterms:date", "'2012-13'^^xsd:gYearMonth"),
    ),
    "what is said of nothing": ("Particular", "of one document", _without("?s pg:particular ?o")),
    "an unknown aspect": ("Particular", "one aspect", _instead("pg:Particular", "pg:aspect", "'mood'")),
    "an empty value": ("Particular", "one value", _instead("pg:Particular", "pg:value", "''")),
    "read from nothing": ("Particular", "what it was read from", _without("?s a pg:Particular . ?s pg:readFrom ?o")),
    "a part before the first": ("Particular", "of one part at most", _twice("pg:Particular", "pg:part", "0")),
    "a second place": ("Particular", "its words in one place", _twice("pg:Particular", "pg:evidence", "<urn:x>")),
    "surer than sure": ("Particular", "one confidence", _instead("pg:Particular", "pg:confidence", "1.5")),
    "a certain link": (
        "ProposedLink", "no more than proposed",
        _instead("pg:Particular", "pg:aspect", "'proposed_link'"),
    ),
    "a mention of nothing": ("Mention", "an entity of the graph", _twice("pg:Document", "pg:mentions", "<urn:x>")),
    "a body that mentions": ("Mentioning", "is a document", _twice("pg:Body", "pg:mentions", BOARD)),
    "a statement without evidence": (
        "Statement",
        "the words that it was read from",
        _without("?s a pg:Statement . ?s pg:evidence ?o"),
    ),
    "evidence that is not there": (
        "Statement",
        "evidence that is described",
        _twice("pg:Statement", "pg:evidence", "<urn:x>"),
    ),
    "a statement of two documents": (
        "Statement",
        "derived from one document",
        _twice("pg:Statement", "prov:wasDerivedFrom", f"<{ID}document/b.txt>"),
    ),
    "more than sure": ("Statement", "one confidence", _instead("pg:Statement", "pg:confidence", "1.2")),
    "a statement of nothing": (
        "StatementKind",
        "a fact with a predicate, or a duty",
        _without("?s a pg:Statement . ?s rdf:predicate ?o"),
    ),
    "evidence of nothing": ("Evidence", "of one statement", _instead("pg:Evidence", "oa:hasBody", "<urn:x>")),
    "evidence of another's": (
        "Evidence",
        "belongs to the statement",
        _edit(
            "?s a pg:Evidence ; oa:hasBody ?o . ?o a pg:Duty . ?other a pg:Statement ; rdf:predicate pg:chairs",
            take="?s oa:hasBody ?o",
            give="?s oa:hasBody ?other",
        ),
    ),
    "evidence that is nowhere": ("Evidence", "one place", _without("?s a pg:Evidence . ?s oa:hasTarget ?o")),
    "an empty quote": ("Evidence", "one quote", _instead("pg:Evidence", "pg:quote", "''")),
    "no rule": ("Evidence", "which rule", _without("?s a pg:Evidence . ?s pg:rule ?o")),
    "unsure evidence": ("Evidence", "confidence of its own", _instead("pg:Evidence", "pg:confidence", "'high'")),
    "page nought": ("Evidence", "one page at most", _instead("pg:Evidence", "pg:page", "0")),
    "two sections": ("Evidence", "one section at most", _twice("pg:Evidence", "pg:section", "'9'")),
    "a place in no document": (
        "Place", "in one document",
        _instead("oa:SpecificResource", "oa:hasSource", "<urn:x>"),
    ),
    "a place without words": (
        "Place",
        "exact words",
        _without("?s oa:hasSelector ?o . ?o a oa:TextQuoteSelector . ?s oa:hasSelector ?o"),
    ),
    "a place without position": (
        "Place",
        "its position",
        _without("?s oa:hasSelector ?o . ?o a oa:TextPositionSelector . ?s oa:hasSelector ?o"),
    ),
    "words that are none": ("Words", "one text", _instead("oa:TextQuoteSelector", "oa:exact", "''")),
    "a start below nought": ("Position", "one start", _instead("oa:TextPositionSelector", "oa:start", "-1")),
    "no end": ("Position", "one end", _without("?s a oa:TextPositionSelector . ?s oa:end ?o")),
    "an end before the start": ("Position", "before it ends", _instead("oa:TextPositionSelector", "oa:end", "0")),
    "evidence in another document": (
        "EvidenceInItsDocument",
        "source of all evidence",
        _instead("oa:SpecificResource", "oa:hasSource", f"<{ID}document/b.txt>"),
    ),
    "a quote that was shortened": (
        "QuoteAsLongAsItsSpan",
        "longer or shorter",
        _instead("oa:TextQuoteSelector", "oa:exact", "'Board'"),
    ),
    "a fact that the graph does not state": (
        "FactIsStated",
        "as a direct link",
        "DELETE { GRAPH ?g { ?s pg:chairs ?o } } WHERE { GRAPH ?g { ?s pg:chairs ?o } }",
    ),
    "a review without a verdict": ("Review", "one verdict", _new("<urn:r> a pg:Review")),
    "a review by nobody": ("Review", "who reviewed", _new("<urn:r> a pg:Review")),
    "a review without a reason": ("Review", "says why", _new("<urn:r> a pg:Review")),
    "a review at no time": ("Review", "says when", _new("<urn:r> a pg:Review")),
    "a fact that is no statement": ("Fact", "is a statement", _new("<urn:f> rdf:predicate pg:chairs")),
    "a law as a subject": (
        "FactParts",
        "one subject",
        _edit("?s rdf:subject ?o", take="?s rdf:subject ?o", give=f"?s rdf:subject {LAW_NODE}"),
    ),
    "two predicates": (
        "FactParts",
        "one predicate",
        _edit("?s rdf:predicate pg:funds", give="?s rdf:predicate pg:chairs"),
    ),
    "an unknown predicate": (
        "FactParts",
        "a predicate that the vocabulary knows",
        _edit("?s rdf:predicate ?o", take="?s rdf:predicate ?o", give="?s rdf:predicate pg:likes"),
    ),
    "two objects": (
        "FactParts",
        "one object at most",
        _edit("?s rdf:predicate pg:chairs", give=f"?s rdf:object {BOARD}, 'x'"),
    ),
    "a fact that may be denied or not": ("FactParts", "denies", _without("?s pg:negated ?o")),
    "a fact without an object": (
        "FactObject",
        "has an object, unless",
        _edit("?s rdf:predicate pg:chairs ; rdf:object ?o", take="?s rdf:object ?o"),
    ),
    "two frequencies": ("Qualifiers", "one frequency", _twice("pg:Statement", "pg:frequency", "'daily', 'weekly'")),
    "an amount that is a number": ("Qualifiers", "one amount", _twice("pg:Duty", "pg:amount", "5")),
    "two shades": ("Qualifiers", "shade of meaning", _twice("pg:Statement", "pg:sense", "'a', 'b'")),
    "two conditions": ("Qualifiers", "one condition", _twice("pg:Statement", "pg:condition", "'a', 'b'")),
    "a body as a product": ("Qualifiers", "one product", _twice("pg:Duty", "pg:product", BOARD)),
    "an unknown capacity": ("Qualifiers", "one capacity", _twice("pg:Duty", "pg:capacity", "pg:guest")),
    "a membership of nothing": (
        "Membership", "of one body",
        _without("?s a org:Membership . ?s org:organization ?o"),
    ),
    "a membership of nobody": (
        "Membership",
        "one member, or one post",
        _without("?s a org:Membership . ?s org:member ?o"),
    ),
    "a post that acts": (
        "Membership",
        "who can act",
        _edit("?s pg:memberPost ?o", take="?s pg:memberPost ?o", give="?s org:member ?o"),
    ),
    "a body as a post": (
        "Membership",
        "only a post",
        _edit("?s pg:memberPost ?o", take="?s pg:memberPost ?o", give=f"?s pg:memberPost {BOARD}"),
    ),
    "no capacity": ("Membership", "in one capacity", _without("?s a org:Membership . ?s org:role ?o")),
    "money from nowhere": ("Contribution", "from one body", _without("?s a pg:Contribution . ?s pg:contributor ?o")),
    "money to nowhere": ("Contribution", "to one body", _without("?s a pg:Contribution . ?s pg:recipient ?o")),
    "a line of something else": (
        "ReportingLine",
        "who reports to whom",
        _edit("?s rdf:predicate pg:chairs", give="?s a pg:ReportingLine"),
    ),
    "a succession to nothing": (
        "Change",
        "an older body",
        _without("?s a org:ChangeEvent . ?s org:originalOrganization ?o"),
    ),
    "a succession by nothing": (
        "Change",
        "a newer body",
        _without("?s a org:ChangeEvent . ?s org:resultingOrganization ?o"),
    ),
    "a duty that is no statement": ("Duty", "is a statement", _new("<urn:d> a pg:Duty")),
    "two bearers": ("DutyParts", "one bearer", _twice("pg:Duty", "pg:bearer", "<urn:x>, <urn:y>")),
    "a law as bearer": ("DutyParts", "borne by", _instead("pg:Duty", "pg:bearer", LAW_NODE)),
    "someone else's duty": ("DutyParts", "among the duties of its bearer", _without("?s pg:hasDuty ?o")),
    "two modalities": (
        "DutyParts",
        "has one modality",
        _twice("pg:Duty", "pg:modality", "pg:modality-may, pg:modality-must"),
    ),
    "an unknown modality": ("DutyParts", "a modality that", _instead("pg:Duty", "pg:modality", "pg:modality-might")),
    "no action": ("DutyParts", "one verb", _without("?s a pg:Duty . ?s pg:action ?o")),
    "an empty duty": ("DutyParts", "one text, not empty", _instead("pg:Duty", "pg:text", "''")),
    "two objects of a duty": (
        "DutyParts", "one object at most, in words",
        _twice("pg:Duty", "pg:object", "'a', 'b'"),
    ),
    "a duty to a law": ("DutyParts", "done to, for or with", _twice("pg:Duty", "pg:counterparty", LAW_NODE)),
}  # fmt: skip
"""What is wrong: the shape that catches it, some of its words, and the change that breaks a good graph."""


def _ends() -> list[tuple[Predicate, str]]:
    return [(item, end) for item in predicates().values() for end in ("subject", "object")]


def test_a_graph_with_everything_conforms(everything: Knowledge) -> None:
    assert Graph(everything).validate() == ()


def test_a_reviewed_graph_conforms(few: Knowledge) -> None:
    reviews = (
        Review(ReviewVerdict.ACCEPTED, "A. Reviewer", "2026-03-01", "seen"),
        Review(ReviewVerdict.ADDED, "B", "2026", "so"),
    )
    facts = tuple(replace(fact, reviews=reviews) for fact in few.facts)
    assert Graph(replace(few, facts=facts)).validate() == ()


@pytest.mark.parametrize("what", BROKEN)
def test_each_shape_catches_what_it_is_for(dataset: Dataset, what: str) -> None:
    shape, words, change = BROKEN[what]
    found = {(item.shape, item.message) for item in _found(dataset, change)}
    assert [message for name, message in found if name == shape and words in message], found


def test_each_predicate_refuses_what_cannot_stand_at_its_end(dataset: Dataset) -> None:
    things = [f"<urn:{kind}> a {item.rdf_class} ." for kind, item in entity_types().items()]
    links = []
    for item, end in _ends():
        good = item.subjects if end == "subject" else item.objects
        wrong = next(f"<urn:{kind}>" for kind in entity_types() if kind not in good)
        pair = (wrong, "<urn:any>") if end == "subject" else ("<urn:any>", wrong)
        links.append(f"{pair[0]} {item.property} {pair[1]} .")
    caught = {(item.shape, item.node) for item in _found(dataset, _new("\n".join([*things, *links])))}
    for item, end in _ends():
        good = item.subjects if end == "subject" else item.objects
        wrong = next(f"urn:{kind}" for kind in entity_types() if kind not in good)
        assert (f"{item.name}-{end}", wrong) in caught


def test_no_shape_is_without_a_graph_that_it_catches() -> None:
    told = {str(message) for message in shapes().objects(None, SH.message)}
    ends = {f"{item.name}-{end}" for item, end in _ends()}
    nodes = {str(node).rpartition("#")[2] for node in shapes().subjects(RDF.type, SH.NodeShape)}
    assert nodes - ends == {shape for shape, _, _ in BROKEN.values()}
    for message in told:
        own = {str(node) for node in shapes().subjects(SH.message, Literal(message, lang="en"))}
        at_an_end = any(node.rpartition("#")[2] in ends for node in own)
        assert at_an_end or any(words in message for _, words, _ in BROKEN.values()), message


@pytest.mark.parametrize(("predicate", "end"), _ends(), ids=lambda value: getattr(value, "name", value))
def test_the_types_at_each_end_are_those_of_the_vocabulary(predicate: Predicate, end: str) -> None:
    node = URIRef(f"https://w3id.org/protocolgraph/shapes#{predicate.name}-{end}")
    choices = shapes().value(node, SH["or"])
    branches = list(Collection(shapes(), choices)) if choices is not None else [node]
    told = {str(found) for branch in branches for found in shapes().objects(branch, SH["class"])}
    kinds = predicate.subjects if end == "subject" else predicate.objects
    assert told == {expand(entity_types()[kind].rdf_class) for kind in kinds}


def test_the_closed_lists_are_those_of_the_vocabulary() -> None:
    lists = [{str(item) for item in Collection(shapes(), found)} for found in shapes().objects(None, SH["in"])]
    for scheme in ("scope", "modality", "capacity", "verdict"):
        assert {expand(item.term) for item in concepts(scheme).values()} in lists
    assert {expand(item.property) for item in predicates().values()} in lists


def test_each_shape_says_of_what_it_speaks_and_what_should_hold() -> None:
    for node in shapes().subjects(RDF.type, SH.NodeShape):
        assert shapes().value(node, RDFS.label) is not None
        assert shapes().value(node, SH.message) or all(
            shapes().value(part, SH.message)
            for part in [*shapes().objects(node, SH.property), *shapes().objects(node, SH.sparql)]
        )


def test_a_violation_names_what_is_wrong_as_a_person_would(dataset: Dataset) -> None:
    [found] = _found(dataset, _instead("pg:Document", "dcterms:date", "'2012-13'^^xsd:gYearMonth"))
    assert found.name == "a.txt"
    assert found.message == "a document's date: has a date with a month from 1 to 12 and a day from 1 to 31"
    assert (found.path, found.value) == ("dcterms:date", "2012-13")


@pytest.mark.parametrize("form", ["turtle", "trig", "nquads", "jsonld"])
def test_an_export_conforms_in_every_format(few: Knowledge, tmp_path: Path, form: str) -> None:
    suffix = {"turtle": "ttl", "trig": "trig", "nquads": "nq", "jsonld": "jsonld"}[form]
    export_file(few, format=form, path=tmp_path / f"graph.{suffix}")
    assert validate_file(tmp_path / f"graph.{suffix}") == ()


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("graph.docx", "x", "names no RDF format"),
        ("graph.ttl", "this is no Turtle", "cannot be read as RDF"),
        ("graph.jsonld", "{", "cannot be read as RDF"),
        ("absent.ttl", None, "absent.ttl"),
    ],
)
def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, name: str, content: str | None, reason: str) -> None:
    if content is not None:
        (tmp_path / name).write_text(content)
    with pytest.raises(UsageError, match=re.escape(reason)):
        validate_file(tmp_path / name)
