"""The graph as NetworkX knows it: entities are nodes, facts between two entities are edges."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import networkx as nx

from protocolgraph.model import Duty, Entity, Fact, Knowledge, to_dict
from protocolgraph.vocab.schema import predicates


def property_graph(knowledge: Knowledge, *, negated: bool = False) -> nx.MultiDiGraph[str]:
    """Return the knowledge as a directed multigraph.

    A node's key is the entity's IRI, an edge's key the statement's id; an edge runs from subject to
    object, for a symmetric predicate too. What a measure or a path should not run through is no
    node and no edge: duties and meetings are lists at the node whose they are.

    Node attributes:
        label, type, scope, area (None if it has none), aliases and documents (lists of names),
        duties: dictionaries with id, modality, action, text, to (IRIs), product, frequency,
            condition, and the evidence as at an edge,
        meets: dictionaries with the frequency, and the evidence as at an edge.

    Edge attributes:
        predicate, label, qualifiers (a dictionary), negated,
        confidence, document, section, page, quote, rule: of the best place where it is stated.

    Args:
        knowledge: what the graph is made of.
        negated: whether facts that a document denies are edges as well, marked `negated=True`.

    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    duties, meetings = defaultdict(list), defaultdict(list)
    for duty in knowledge.duties:
        duties[duty.bearer].append(_duty(duty))
    for fact in knowledge.facts:
        if fact.object is None and (negated or not fact.negated):
            meetings[fact.subject].append(_meeting(fact))
    for entity in knowledge.entities:
        own = {"duties": duties[entity.id], "meets": meetings[entity.id]}
        graph.add_node(entity.id, **_entity(entity), **own)
    for fact in knowledge.facts:
        if fact.object is not None and (negated or not fact.negated):
            graph.add_edge(fact.subject, fact.object, key=fact.id, **_fact(fact))
    return graph


def _entity(entity: Entity) -> dict[str, Any]:
    return {
        "label": entity.name,
        "type": entity.type.value,
        "scope": entity.scope.value,
        "area": entity.area,
        "aliases": list(entity.aliases),
        "documents": list(entity.documents),
    }


def _fact(fact: Fact) -> dict[str, Any]:
    return {
        "predicate": fact.predicate,
        "label": predicates()[fact.predicate].label,
        "qualifiers": dict(fact.qualifiers),
        "negated": fact.negated,
        **_source(fact),
    }


def _meeting(fact: Fact) -> dict[str, Any]:
    return {"id": fact.id, "negated": fact.negated, **dict(fact.qualifiers), **_source(fact)}


def _duty(duty: Duty) -> dict[str, Any]:
    content = {"id": duty.id, **to_dict(duty.content)}
    return {**content, "to": list(duty.to), "product": duty.product, **_source(duty)}


def _source(statement: Fact | Duty) -> dict[str, Any]:
    evidence = statement.evidence
    return {
        "confidence": evidence.confidence,
        "document": evidence.document,
        "section": evidence.section,
        "page": evidence.page,
        "quote": evidence.quote,
        "rule": evidence.rule,
    }
