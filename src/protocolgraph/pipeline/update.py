"""Brings a graph up to date: only units in which something changed are resolved and written again.

A unit is the documents of an area. What units share is joined anew from what each told of its part; where that
gives something shared another name, the units that name it are written again, too. A first build is no other way:
it begins with nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from protocolgraph.graph import Edition
from protocolgraph.model import Document, EntityType, Extraction, Judged, Knowledge, Layout
from protocolgraph.model.statement import NOTHING
from protocolgraph.model.workspace import AddedDuty, AddedFact, Correction, Workspace, correction_id
from protocolgraph.pipeline.cache import Reading
from protocolgraph.pipeline.kept import Kept, KeptDocument, KeptUnit, Named, marks_note, notes_of, unit_note
from protocolgraph.pipeline.personal import additions_without_people, layout_without_people, without_people
from protocolgraph.pipeline.readings import Readings, Result, Told, weight
from protocolgraph.pipeline.report import Status
from protocolgraph.pipeline.sources import Source
from protocolgraph.readers import read
from protocolgraph.resolve import Commons, Met, Unit, join_parts, unit_of
from protocolgraph.workspace import place_quotes

SHARED = ""
"""Home of the entities that units share."""
_IN_MEMORY = 100_000
"""Mentions and statements of the units that stay in memory between resolving and writing; others are resolved twice."""
Addition = AddedFact | AddedDuty


@dataclass(frozen=True, slots=True)
class _Additions:
    """The additions to a unit's documents."""

    workspace: Workspace
    """The decisions of all, and of the additions those that were placed."""
    applied: tuple[Addition, ...]
    """As the workspace file has them."""
    placed: tuple[Addition, ...]
    problems: tuple[tuple[str, str], ...]


class Update:
    """One update of a graph."""

    def __init__(
        self,
        sources: Sequence[Source],
        keys: Mapping[str, str],
        workspace: Workspace,
        kept: Kept,
        readings: Readings,
        *,
        people: bool,
    ) -> None:
        """Find out what is as it was.

        Args:
            sources: the documents.
            keys: a hash of all that the reading of each depends on, by name.
            workspace: the reviewers' decisions.
            kept: what the last build noted.
            readings: gets what is read in the documents.
            people: whether the graph holds people.

        """
        self._sources = {source.name: source for source in sources}
        self._keys, self._workspace, self._kept = keys, workspace, kept
        self._readings, self._people = readings, people
        self.results: dict[str, Result] = {}
        """What became of the documents that changed."""
        self._members: dict[str, dict[str, KeptDocument]] = defaultdict(dict)
        self._dirty: set[str] = set()
        for name, unit in kept.units.items():
            same = {item.name: item for item in unit.documents if keys.get(item.name) == item.key}
            self._members[name] = same
            if len(same) < len(unit.documents):
                self._dirty.add(name)
        self._units: dict[str, KeptUnit] = dict(kept.units)
        self._resolved: dict[str, Unit] = {}
        self._held = 0
        self._commons = Commons((), {}, ())

    @cached_property
    def documents(self) -> dict[str, KeptDocument]:
        """The documents of the graph as it is now, by name; asked when all is written."""
        return {item.name: item for unit in self._units.values() for item in unit.documents} if self.size else {}

    @property
    def size(self) -> int:
        """How many documents have a reading."""
        return sum(map(len, self._members.values()))

    def read(self, tell: Told) -> None:
        """Get what is read in the documents that changed."""
        known = {name for members in self._members.values() for name in members}
        changed = [source for name, source in self._sources.items() if name not in known]
        for source, result in self._readings.obtain(changed, tell):
            # Without the reading: that of every document together is more than should be in memory.
            self.results[source.name] = replace(result, reading=None)
            if result.reading is not None:
                self._dirty.add(self._take_in(source, result.reading))

    def _take_in(self, source: Source, reading: Reading) -> str:
        """Make a document a member of its unit, and return the unit's name."""
        found = reading.extraction
        unit = unit_of(source.name, found.area)
        self._members[unit][source.name] = KeptDocument(
            source.name, self._keys[source.name], found.sha256, reading.warnings, reading.unread
        )
        return unit

    def resolve(self, affected: Iterable[str]) -> None:
        """Resolve the units in which something changed, and those that know what they share by another name now.

        Args:
            affected: units that a change of the reviewers' decisions concerns.

        """
        self._dirty |= set(affected)
        parts = {name: unit.parts for name, unit in self._units.items()}
        waiting = set(self._dirty)
        while True:
            for name in sorted(waiting):
                self._look_again(name)
                parts[name] = self._resolve(name).parts if self._members[name] else ()
            self._commons = join_parts(parts, self._workspace)
            self._dirty |= waiting
            waiting = {name for name in self._units if name not in self._dirty and self._is_called_otherwise(name)}
            if not waiting:
                break

    def _is_called_otherwise(self, name: str) -> bool:
        return {item.number: item.common for item in self._units[name].names} != self._commons.of[name]

    def _look_again(self, name: str) -> None:
        """Get the readings of a unit's documents that did not change; one that cannot be had any more is left out."""
        asked = [self._sources[item] for item in self._members[name] if item not in self.results]
        for source, result in self._readings.obtain(asked, lambda *_: None):
            if result.status is Status.FAILED:
                del self._members[name][source.name]
                self.results[source.name] = result

    def _resolve(self, name: str) -> Unit:
        """Return a unit, resolved; the first ones stay in memory until they are written."""
        if name in self._resolved:
            return self._resolved[name]
        extractions = [self._extraction(item) for item in self._members[name]]
        unit = Unit(extractions, self._additions(name).workspace)
        self._held += sum(map(weight, extractions))
        if self._held <= _IN_MEMORY:
            self._resolved[name] = unit
        return unit

    def _extraction(self, name: str) -> Extraction:
        extraction = self._readings.get(self._sources[name]).extraction
        return extraction if self._people else without_people(extraction)

    def _additions(self, name: str) -> _Additions:
        """Place what reviewers added to a unit's documents."""
        members = self._members[name]
        added: list[Addition] = [item for item in additions(self._workspace) if item.document in members]
        documents = {item.document: self._document(item.document) for item in added}
        found = [_placed(item, documents) for item in added]
        problems = tuple((correction_id(item), line) for item, (_, line) in zip(added, found, strict=True) if line)
        kept = [(item, place) for item, (place, line) in zip(added, found, strict=True) if not line]
        if not self._people:
            read_in = [self._readings.get(self._sources[item.document]).extraction for item in added]
            free = set(additions(additions_without_people(_with(self._workspace, [p for _, p in kept]), read_in)))
            kept = [(item, place) for item, place in kept if place in free]
        chosen = tuple(place for _, place in kept)
        return _Additions(_with(self._workspace, chosen), tuple(item for item, _ in kept), chosen, problems)

    def _document(self, name: str) -> Document:
        return read(self._sources[name].path, name=name)

    def write(self, edition: Edition) -> None:
        """Put what changed into the graph, and note for the next build what it was made of."""
        shared = {entity.id: entity for entity in self._commons.entities}
        written: dict[str, KeptUnit | None] = {}
        for name in sorted(self._dirty):
            if self._members[name]:
                resolved = self._resolve(name)
                knowledge, written[name] = self._finished(name, resolved)
                edition.put(name, knowledge, shared)
                edition.note(*marks_note(name, resolved.marks), home=name)
            else:
                edition.put(name, NOTHING, {})
                edition.note(*marks_note(name, None), home=name)
                written[name] = None
            self._resolved.pop(name, None)
        edition.put(SHARED, replace(NOTHING, entities=self._commons.entities), {})
        for key, text in notes_of(self._kept.made or "", self._workspace).items():
            edition.note(key, text)
        for name, unit in written.items():
            edition.note(*unit_note(name, unit), home=name)
        known = {**self._units, **written}
        self._units = {name: unit for name, unit in known.items() if unit is not None}

    def _finished(self, name: str, resolved: Unit) -> tuple[Knowledge, KeptUnit]:
        """Return what a unit states, and what to note of it."""
        added = self._additions(name)
        common = self._commons.of[name]
        known = resolved.knowledge(common)
        layouts = {item: self._layout(item) for item in self._members[name]}
        infos = tuple(replace(info, layout=layouts[info.name]) for info in known.knowledge.documents)
        knowledge, statements = replace(known.knowledge, documents=infos), known.statements
        stated = statements.met.stated
        return knowledge, KeptUnit(
            documents=tuple(_counted(self._members[name].values(), knowledge)),
            parts=resolved.parts,
            names=tuple(Named(number, common[number]) for number in sorted(common)),
            entities=tuple(sorted(Counter(entity.type for entity in knowledge.entities).items())),
            judged=statements.judged,
            others=tuple(sorted(statements.others)),
            met=tuple(sorted(statements.met.judged)),
            applied=tuple(map(correction_id, added.applied)),
            stated=tuple(
                correction_id(item)
                for item, place in zip(added.applied, added.placed, strict=True)
                if correction_id(place) in stated
            ),
            problems=added.problems,
        )

    def _layout(self, name: str) -> Layout:
        reading = self._readings.get(self._sources[name])
        return reading.layout if self._people else layout_without_people(reading.layout, reading.extraction)

    def judged(self) -> tuple[Judged, ...]:
        """Return the statements that reviewers judged, as the program read them."""
        return tuple(sorted((item for unit in self._units.values() for item in unit.judged), key=lambda item: item.id))

    def idle(self) -> tuple[Correction, ...]:
        """Return the judgements and additions that match nothing."""
        units = self._units.values()
        met = Met.of(Met(frozenset(unit.met), frozenset(unit.stated)) for unit in units)
        applied = {id for unit in units for id in unit.applied}
        added = (item for item in additions(self._workspace) if correction_id(item) in applied)
        return met.idle((*self._workspace.accepted, *self._workspace.rejected, *added))

    def problems(self) -> tuple[str, ...]:
        """Return a line for each addition whose words, or whose document, are not there."""
        told = {id: line for unit in self._units.values() for id, line in unit.problems}
        here = {item.name for unit in self._units.values() for item in unit.documents}
        lines = []
        for item in additions(self._workspace):
            line = told.get(correction_id(item)) if item.document in here else _placed(item, {})[1]
            lines += [line] if line else []
        return tuple(lines)

    def types(self) -> Counter[EntityType]:
        """Return how many entities of each type the graph holds."""
        total: Counter[EntityType] = Counter(entity.type for entity in self._commons.entities)
        for unit in self._units.values() if self.size else ():
            total.update(dict(unit.entities))
        return total


def additions(workspace: Workspace) -> tuple[Addition, ...]:
    """Return what reviewers added: facts, then duties."""
    return (*workspace.facts, *workspace.duties)


def _with(workspace: Workspace, added: Iterable[Addition]) -> Workspace:
    """Return a workspace with these additions and no others."""
    chosen = list(added)
    return replace(
        workspace,
        facts=tuple(item for item in chosen if isinstance(item, AddedFact)),
        duties=tuple(item for item in chosen if isinstance(item, AddedDuty)),
    )


def _placed(item: Addition, documents: Mapping[str, Document]) -> tuple[Addition, str | None]:
    """Return an addition with the place of its words, or what is wrong with them."""
    found, problems = place_quotes(_with(Workspace(), [item]), documents)
    return additions(found)[0], problems[0] if problems else None


def _counted(documents: Iterable[KeptDocument], knowledge: Knowledge) -> Iterator[KeptDocument]:
    facts = Counter(fact.evidence.document for fact in knowledge.facts)
    duties = Counter(duty.evidence.document for duty in knowledge.duties)
    for item in sorted(documents, key=lambda item: item.name):
        yield replace(item, facts=facts[item.name], duties=duties[item.name])
