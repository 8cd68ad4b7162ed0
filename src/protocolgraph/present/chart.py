"""What a diagram shows: boxes for entities, arrows for what is stated between them, and the same in words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from protocolgraph.errors import UsageError
from protocolgraph.graph import Chain, EntityView, Graph
from protocolgraph.graph.narrow import year_of
from protocolgraph.model import Entity, EntityType, Fact, Scope
from protocolgraph.vocab.schema import accountability, predicates

MAP_PREDICATES = ("accountable_to", "reports_to", "oversees", "part_of", "escalates_to")
"""What the map of an area shows unless more is asked for."""
_LIVE = {EntityType.BODY, EntityType.ROLE, EntityType.PERSON}


_LABELLED = 40
_DRAWN = 100
"""How many more lines than boxes a chart may have to be drawn with the relation at each line, and to be drawn at
all: laying out takes ten times as long with labels, and minutes beyond this."""
_MOST_BOXES = 400
_LINES = 40
"""Lines of a piece of a chart: more cannot be followed with the eye."""


@dataclass(frozen=True, slots=True)
class Box:
    """An entity in a diagram."""

    entity: Entity
    marked: bool = False
    """Whether the diagram is about it."""


@dataclass(frozen=True, slots=True)
class Arrow:
    """What is stated of two entities, once a predicate, with every fact that states it."""

    source: str
    target: str
    predicate: str
    facts: tuple[Fact, ...]
    upwards: bool
    """Whether the target stands above the source: who is accountable below who holds it to account."""
    marked: bool = False

    @property
    def label(self) -> str:
        """The relation as people read it, from source to target."""
        return predicates()[self.predicate].label

    @property
    def lower(self) -> str:
        """The end that is drawn below: who is accountable."""
        return self.source if self.upwards else self.target

    @property
    def upper(self) -> str:
        """The end that is drawn above: who holds to account."""
        return self.target if self.upwards else self.source

    @property
    def confidence(self) -> float:
        """That of the surest place."""
        return max(fact.evidence.confidence for fact in self.facts)


@dataclass(frozen=True, slots=True)
class Chart:
    """A diagram before anything is drawn."""

    title: str
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]

    @property
    def lines(self) -> tuple[tuple[Arrow, ...], ...]:
        """The arrows by the line that is drawn for them: one for all that is stated from one box to another."""
        return _lines(self.arrows)

    @property
    def labelled(self) -> bool:
        """Whether its lines are few enough to be labelled in the drawing."""
        return len(self.lines) - len(self.boxes) <= _LABELLED

    @property
    def drawable(self) -> bool:
        """Whether it can be drawn in reasonable time, and then be read."""
        return len(self.lines) - len(self.boxes) <= _DRAWN and len(self.boxes) <= _MOST_BOXES

    @property
    def heads(self) -> tuple[str, ...]:
        """Names of those who hold others to account, those with most lines first."""
        names = {box.entity.id: box.entity.name for box in self.boxes}
        held = Counter(line[0].upper for line in self.lines)
        return tuple(names[key] for key in sorted(held, key=lambda key: (-held[key], names[key], key)))

    @property
    def sentences(self) -> tuple[str, ...]:
        """The diagram in words: "The Board reports to the Council"."""
        names = {box.entity.id: box.entity.name for box in self.boxes}
        return tuple(sorted(f"{names[a.source]} {a.label} {names[a.target]}" for a in self.arrows))

    def to_svg(self, *, sideways: bool = False) -> str:
        """Return the diagram as a picture that needs no style sheet; sideways, it is narrow and tall.

        Raises:
            UsageError: Graphviz is not installed.

        """
        try:
            from protocolgraph.present.diagram import standing_alone  # Graphviz is an extra
        except ModuleNotFoundError as error:
            raise UsageError("Diagrams need Graphviz: pip install 'protocolgraph[web]'") from error
        return standing_alone(self, sideways=sideways)

    def _repr_svg_(self) -> str | None:
        try:
            return self.to_svg()
        except UsageError:
            return None

    def __repr__(self) -> str:
        return "\n".join((self.title, *self.sentences))


def map_chart(
    graph: Graph,
    *,
    area: str | None = None,
    links: Collection[str] = MAP_PREDICATES,
    document: str | None = None,
    confidence: float = 0.0,
    year: int | None = None,
) -> Chart:
    """Return who answers to whom in an area (None: everywhere): bodies and posts that such a link joins.

    Args:
        graph: the graph.
        area: only links that a document of this area states, or that touch a body of it.
        links: names of predicates.
        document: only what this document states.
        confidence: only what is at least so sure.
        year: only what documents of this year state.

    """
    documents = [
        info.name
        for info in graph.register
        if area in (None, info.area) and document in (None, info.name) and year in (None, year_of(info))
    ]
    facts = [
        fact
        for fact in graph.links(links, documents, None if document or year else area)
        if not fact.negated and fact.evidence.confidence >= confidence
    ]
    return _chart("Who answers to whom" + (f" in {area}" if area else ""), graph.records_by_id, facts)


def along(chart: Chart, chains: Iterable[Chain]) -> Chart:
    """Return a chart in which the boxes and arrows of chains are marked."""
    links = [link for chain in chains for link in chain]
    steps = {frozenset((link.source.id, link.target.id)) for link in links}
    ends = frozenset[str]().union(*steps)
    boxes = (replace(box, marked=box.entity.id in ends) for box in chart.boxes)
    arrows = (replace(arrow, marked=frozenset((arrow.source, arrow.target)) in steps) for arrow in chart.arrows)
    return Chart(chart.title, tuple(boxes), tuple(arrows))


def groups(chart: Chart) -> tuple[Chart, ...]:
    """Return what hangs together, each as a chart, the largest first; a box without an arrow stands alone."""
    return _parted(chart, _together(chart))


def pieces(chart: Chart, *, most: int = 30) -> tuple[Chart, ...]:
    """Return a chart as several that are read more easily: what hangs together, the largest first.

    What hangs together and has more than `most` boxes, or too many lines to follow, is cut, so that the arrows to one
    who holds to account stay in one chart as far as they fit.
    """
    found = [
        (_ends(part), part)
        for _, arrows in _together(chart)
        if arrows
        for part in ([arrows] if _fits(arrows, most) else _cut(arrows, most))
    ]
    return _parted(chart, found)


def _parted(chart: Chart, parts: Iterable[tuple[Collection[str], Sequence[Arrow]]]) -> tuple[Chart, ...]:
    """Return a chart for each of these boxes and arrows, the largest first."""
    boxes = {box.entity.id: box for box in chart.boxes}
    places = {key: place for place, key in enumerate(boxes)}
    ordered = sorted(((sorted(ends, key=places.__getitem__), arrows) for ends, arrows in parts), key=_largest_first)
    return tuple(Chart(chart.title, tuple(boxes[key] for key in ends), tuple(arrows)) for ends, arrows in ordered)


def _largest_first(part: tuple[list[str], Sequence[Arrow]]) -> tuple[int, str]:
    ends, arrows = part
    return -len(ends), arrows[0].source if arrows else ends[0]


def _ends(arrows: Iterable[Arrow]) -> set[str]:
    return {end for arrow in arrows for end in (arrow.source, arrow.target)}


def _together(chart: Chart) -> list[tuple[list[str], list[Arrow]]]:
    """The boxes that hang together, and the arrows between them."""
    leads = {box.entity.id: box.entity.id for box in chart.boxes}

    def first(key: str) -> str:
        """The box that stands for all that this one hangs together with."""
        while leads[key] != key:
            leads[key] = key = leads[leads[key]]
        return key

    for arrow in chart.arrows:
        leads[first(arrow.source)] = first(arrow.target)
    found: dict[str, tuple[list[str], list[Arrow]]] = {}
    for box in chart.boxes:
        found.setdefault(first(box.entity.id), ([], []))[0].append(box.entity.id)
    for arrow in chart.arrows:
        found[first(arrow.source)][1].append(arrow)
    return list(found.values())


def _cut(arrows: Iterable[Arrow], most: int) -> list[list[Arrow]]:
    """Arrows in parts of at most so many boxes, those of one upper end together, or else side by side."""
    above: dict[str, list[Arrow]] = defaultdict(list)
    for arrow in arrows:
        above[arrow.upper].append(arrow)
    parts: list[list[Arrow]] = [[]]
    for _, group in sorted(above.items(), key=lambda item: (-len(item[1]), item[0])):
        if parts[-1] and not _fits([*parts[-1], *group], most):
            parts.append([])
        for arrow in group:
            if not _fits([*parts[-1], arrow], most):
                parts.append([])
            parts[-1].append(arrow)
    return parts


def _fits(arrows: Sequence[Arrow], most: int) -> bool:
    """Whether arrows stand in one piece: between at most so many boxes, in lines that can be followed."""
    return len(_ends(arrows)) <= most and len(_lines(arrows)) <= _LINES


def _lines(arrows: Iterable[Arrow]) -> tuple[tuple[Arrow, ...], ...]:
    found: dict[tuple[str, str, bool], list[Arrow]] = defaultdict(list)
    for arrow in arrows:
        found[arrow.source, arrow.target, arrow.upwards].append(arrow)
    return tuple(map(tuple, found.values()))


def neighbourhood_chart(graph: Graph, entity: Entity | EntityView, *, most: int = 24) -> Chart:
    """Return an entity with what is stated between it and others, the surest first, at most `most` of them."""
    view = graph.entity(entity.id)
    near = {entity.id, *islice(others_of(view, graph.records_by_id), most)}
    shown = [fact for fact in _joining(view) if {fact.subject, fact.object} <= near]
    return _chart(entity.name, graph.records_by_id, shown, marked={entity.id}, alone=view.record)


def others_of(view: EntityView, known: Mapping[str, Entity]) -> Iterator[str]:
    """Yield the ids of all to whom facts join an entity and whom a chart shows, the most surely stated first.

    Args:
        view: the entity.
        known: those to whom facts join it, by id.

    """
    found = dict.fromkeys(fact.object if fact.subject == view.id else fact.subject for fact in _joining(view))
    return (other for other in found if other and _drawn(known[other]))


def _joining(view: EntityView) -> list[Fact]:
    """The facts that join an entity to others, the surest first."""
    facts = (fact for fact in view.facts if fact.object is not None and not fact.negated)
    return sorted(facts, key=lambda fact: (-fact.evidence.confidence, fact.id))


def chain_chart(chains: Iterable[Chain]) -> Chart:
    """Return chains of accountability as one diagram."""
    links = [link for chain in chains for link in chain]
    entities = {view.id: view.record for link in links for view in (link.source, link.target)}
    facts = list(dict.fromkeys(link.facts[0] for link in links))
    ends = {links[0].source.id, links[-1].target.id} if links else set()
    return _chart("The chain of accountability", entities, facts, marked=ends)


def _chart(
    title: str,
    entities: Mapping[str, Entity],
    facts: Iterable[Fact],
    *,
    marked: Collection[str] = (),
    alone: Entity | None = None,
) -> Chart:
    together: dict[tuple[str, str, str], list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.object is not None and _drawn(entities[fact.subject]) and _drawn(entities[fact.object]):
            together[fact.subject, fact.object, fact.predicate].append(fact)
    above = {link.predicate: link.to == "object" for link in accountability()}
    arrows = [
        Arrow(source, target, predicate, tuple(found), upwards=above.get(predicate, True))
        for (source, target, predicate), found in sorted(together.items())
    ]
    shown = {end for arrow in arrows for end in (arrow.source, arrow.target)} | ({alone.id} if alone else set())
    boxes = [
        Box(entities[key], marked=key in marked) for key in sorted(shown, key=lambda key: (entities[key].name, key))
    ]
    return Chart(title, tuple(boxes), tuple(arrows))


def _drawn(entity: Entity) -> bool:
    """Whether an entity is one that a diagram shows, not a whole class of bodies."""
    return entity.type not in _LIVE or entity.scope is not Scope.GENERIC
