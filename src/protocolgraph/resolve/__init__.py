"""Resolution: one entity under all its names, in a document, in an area and over years."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from protocolgraph.model import Extraction, Judged, Knowledge
from protocolgraph.model.statement import NOTHING, together
from protocolgraph.model.workspace import Correction, Workspace
from protocolgraph.resolve.area import find_area
from protocolgraph.resolve.common import Common, Commons, Part, join_parts
from protocolgraph.resolve.decisions import marks
from protocolgraph.resolve.group import Joined
from protocolgraph.resolve.idle import idle_names
from protocolgraph.resolve.places import unit_of
from protocolgraph.resolve.reviews import Met, judgements
from protocolgraph.resolve.unit import Unit, UnitKnowledge

__all__ = [
    "Common",
    "Commons",
    "Joined",
    "Met",
    "Part",
    "Resolved",
    "Unit",
    "UnitKnowledge",
    "explain",
    "find_area",
    "idle_names",
    "join_parts",
    "marks",
    "resolve",
    "resolve_reviewed",
    "unit_of",
]


def resolve(extractions: Sequence[Extraction], workspace: Workspace) -> Knowledge:
    """Return what these documents state, about entities instead of names.

    The order of the extractions does not matter. Local entities of two areas are never one, classes are
    never one of their members, and names are joined only by definition, as an acronym, or by a comparison
    that `explain` can tell.

    Args:
        extractions: one for each document, with its area if one is known (`find_area`).
        workspace: the reviewers' decisions, which outrank everything; added statements count where their
            quote was placed.

    """
    return resolve_reviewed(extractions, workspace).knowledge


@dataclass(frozen=True, slots=True)
class Resolved:
    """What documents state, and what became of the reviewers' decisions."""

    knowledge: Knowledge
    judged: tuple[Judged, ...]
    """The statements that reviewers judged, as the program read them."""
    idle: tuple[Correction, ...]
    """Decisions that match nothing: what they are about is not there, or no more."""


def resolve_reviewed(extractions: Sequence[Extraction], workspace: Workspace) -> Resolved:
    """Return the same as `resolve`, and what became of the reviewers' decisions."""
    units = resolve_units(extractions, workspace)
    commons = join_parts({name: unit.parts for name, unit in units.items()}, workspace)
    known = [unit.knowledge(commons.of[name]) for name, unit in units.items()]
    knowledge = together([replace(NOTHING, entities=commons.entities), *(item.knowledge for item in known)])
    met = Met.of(item.statements.met for item in known)
    judged = sorted((judged for item in known for judged in item.statements.judged), key=lambda item: item.id)
    return Resolved(
        knowledge, tuple(judged), (*idle_names(knowledge.entities, workspace), *met.idle(judgements(workspace)))
    )


def resolve_units(extractions: Iterable[Extraction], workspace: Workspace) -> dict[str, Unit]:
    """Return the units of the extractions, by name, sorted."""
    by_unit: dict[str, list[Extraction]] = defaultdict(list)
    for extraction in extractions:
        by_unit[unit_of(extraction.document, extraction.area)].append(extraction)
    return {name: Unit(by_unit[name], workspace) for name in sorted(by_unit)}


def explain(extractions: Sequence[Extraction], workspace: Workspace) -> tuple[Joined, ...]:
    """Return why each name was taken for another one, by document and name."""
    units = resolve_units(extractions, workspace)
    commons = join_parts({name: unit.parts for name, unit in units.items()}, workspace)
    reasons = [*commons.joined, *(joined for unit in units.values() for joined in unit.joined)]
    told = {joined for joined in reasons if joined.name != joined.head}
    return tuple(sorted(told, key=lambda j: (j.document, j.name, j.head, j.reason)))
