"""Measures of the net of accountability that mean something to a governance reviewer, each told in words.

The net has a line from each who is accountable to the one who holds it to account, whatever states it
(`vocab/schema/accountability.yaml`), once for any number of statements. A measure tells what the
documents state, not how good an arrangement is: who is read of more has more lines.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import networkx as nx

from protocolgraph.graph import EntityView, Graph
from protocolgraph.graph.frames import frame
from protocolgraph.model import EntityType, Scope
from protocolgraph.model.showing import html_table
from protocolgraph.reference.lookup import body_kind_of, kinds_above
from protocolgraph.vocab.schema import accountability

if TYPE_CHECKING:
    from protocolgraph.graph.frames import DataFrame

_ROOTS = {"elected-body": "elected", "statutory-body": "statutory"}
"""Kinds of bodies in which accountability may end."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What a measure says of one or several entities."""

    entities: tuple[EntityView, ...]
    value: float
    sentence: str
    """What the value means, for a person."""


class Measures(tuple[Measure, ...]):
    """Measures of one kind, the largest first."""

    __slots__ = ()

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return a row for each: the value, the entities and the sentence."""
        return [
            {"value": item.value, "entities": "; ".join(view.name for view in item.entities), "sentence": item.sentence}
            for item in self
        ]

    def to_frame(self) -> DataFrame:
        """Return the rows as a pandas data frame; raises UsageError if pandas is not installed."""
        return frame(self.to_dicts(), ("value", "entities", "sentence"))

    def _repr_html_(self) -> str:
        return html_table(("", "value"), [(item.sentence, f"{item.value:g}") for item in self])


def accountability_net(graph: Graph) -> nx.DiGraph[str]:
    """Return the net: a node for each entity that has a line, and a line from the accountable to the holder.

    Nodes are IRIs with the attribute `label`; lines have `predicates` (sorted) and `statements` (how many).
    """
    ends = {link.predicate: link.to for link in accountability()}
    net: nx.DiGraph[str] = nx.DiGraph()
    names = {entity.id: entity.name for entity in graph}
    for fact in graph.facts(negated=False):
        if fact.predicate not in ends or fact.object is None or fact.object == fact.subject:
            continue
        source, target = (
            (fact.subject, fact.object) if ends[fact.predicate] == "object" else (fact.object, fact.subject)
        )
        known = net.get_edge_data(source, target, {"predicates": [], "statements": 0})
        predicates = sorted({*known["predicates"], fact.predicate})
        net.add_edge(source, target, predicates=predicates, statements=known["statements"] + 1)
    for node in net:
        net.nodes[node]["label"] = names.get(node, node)
    return net


def between(graph: Graph, *, most: int = 10) -> Measures:
    """Return who stands between others: on how many shortest chains of accountability, counted over all pairs.

    Who is on many carries much through: what it does not pass on does not arrive. Betweenness
    centrality without scaling; where several chains are as short, each counts as a part of one.
    """
    net = accountability_net(graph)
    found = nx.betweenness_centrality(net, normalized=False)
    return _told(graph, found, most, "stands on {value:g} of the shortest chains between two others")


def answering(graph: Graph, *, most: int = 10) -> Measures:
    """Return who answers to most: lines out, each to another body or post. Many masters may be none."""
    net = accountability_net(graph)
    return _told(graph, dict(net.out_degree()), most, "answers to {value:g} others")


def holding(graph: Graph, *, most: int = 10) -> Measures:
    """Return to whom most answer: lines in, each from another body or post. Many lines are much to read."""
    net = accountability_net(graph)
    return _told(graph, dict(net.in_degree()), most, "holds {value:g} others to account")


def cycles(graph: Graph, *, longest: int = 6) -> Measures:
    """Return the rings of accountability of at most so many links: each answers to the next, the last to the first.

    Two who report to each other are the shortest ring. A ring has nobody above it; it may be meant
    (partners of equal rank), or a line may run the wrong way.
    """
    net = accountability_net(graph)
    rings = []
    for ring in nx.simple_cycles(net, length_bound=longest):
        first = ring.index(min(ring))
        rings.append((len(ring), ring[first:] + ring[:first]))
    return Measures(_ring(graph, ring) for _, ring in sorted(rings))


def _ring(graph: Graph, ring: list[str]) -> Measure:
    views = tuple(graph.entity(node) for node in ring)
    names = [view.name for view in views]
    return Measure(views, len(ring), f"{' answers to '.join([*names, names[0]])}")


def unanchored(graph: Graph) -> Measures:
    """Return the parts of the net from which no chain leads to an elected or statutory body, the largest first.

    A body is taken as such when a document states the law that it is established under, or when its
    name is that of a kind of body that is elected or that a law sets up (reference data). A part is all
    bodies and posts that hang together; it is told if none of its local bodies reaches such a body.
    """
    net = accountability_net(graph)
    anchors = {node for node in net if _is_anchor(graph.entity(node))}
    safe = set(anchors)
    for anchor in anchors:
        safe |= nx.ancestors(net, anchor)
    left = net.subgraph(node for node in net if node not in safe)
    parts = sorted((sorted(part) for part in nx.weakly_connected_components(left)), key=lambda part: (-len(part), part))
    return Measures(filter(None, (_part(graph, part) for part in parts)))


def _part(graph: Graph, part: list[str]) -> Measure | None:
    views = [graph.entity(node) for node in part]
    bodies = [view for view in views if view.type is EntityType.BODY and view.scope is not Scope.GENERIC]
    if not bodies:
        return None
    names = ", ".join(view.name for view in bodies)
    return Measure(tuple(views), len(views), f"No stated chain leads from {names} to an elected or statutory body")


def _is_anchor(entity: EntityView) -> bool:
    if entity.type is not EntityType.BODY:
        return False
    if entity.established_under:
        return True
    kind = body_kind_of(entity.name)
    return kind is not None and any(above.id in _ROOTS for above in kinds_above(kind))


def _told(graph: Graph, values: dict[str, float], most: int, words: str) -> Measures:
    best: Iterable[tuple[str, float]] = sorted(values.items(), key=lambda item: (-item[1], item[0]))[:most]
    found = []
    for node, value in best:
        if value > 0:
            view = graph.entity(node)
            sentence = f"{view.name} {words.format(value=round(value, 1))}"
            found.append(Measure((view,), value, sentence.replace(" 1 others", " one other")))
    return Measures(found)
