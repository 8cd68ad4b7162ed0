"""Which units a change of the reviewers' decisions concerns."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Set
from functools import cache

from protocolgraph.model.workspace import (
    AddedDuty,
    AddedFact,
    Correction,
    Merge,
    NameAlias,
    Rename,
    Split,
    Waiver,
    Workspace,
    correction_id,
    judged_id,
)
from protocolgraph.pipeline.kept import KeptUnit
from protocolgraph.resolve import marks, unit_of

DocumentOf = Callable[[str], str | None]
"""Returns the document that makes the statement of this id, if it is in the graph."""
MarksOf = Callable[[], Mapping[str, Set[str]]]
"""Returns the marks of the names of each unit."""


def affected_units(
    before: Workspace, after: Workspace, units: Mapping[str, KeptUnit], document_of: DocumentOf, marks_of: MarksOf
) -> frozenset[str]:
    """Return the units that may state something else when these decisions take the place of those.

    Args:
        before: the decisions when the graph was last built.
        after: those that hold now.
        units: the units of the graph.
        document_of: tells which document makes a statement.
        marks_of: tells the names of the units.

    """
    old, new = _decisions(before), _decisions(after)
    if not units or list(old) == list(new):
        return frozenset()
    changed = [*(old[id] for id in old.keys() - new.keys()), *(new[id] for id in new.keys() - old.keys())]
    if not changed:  # their order changed, and the last of several renames counts
        return frozenset(units)
    find = _Finder(units, document_of, marks_of)
    return frozenset(unit for correction in changed for unit in find.units(correction))


def _decisions(workspace: Workspace) -> dict[str, Correction]:
    return {correction_id(item): item for item in workspace.corrections() if not isinstance(item, Waiver)}


class _Finder:
    """Finds the units that a decision concerns."""

    def __init__(self, units: Mapping[str, KeptUnit], document_of: DocumentOf, marks_of: MarksOf) -> None:
        self._units = units
        self._document_of = document_of
        self._marks = cache(marks_of)
        self._unit_of = {item.name: name for name, unit in units.items() for item in unit.documents}
        self._others = {id: name for name, unit in units.items() for id in unit.others}

    def units(self, correction: Correction) -> Iterator[str]:
        """Yield the units of a decision."""
        if isinstance(correction, NameAlias | Merge | Split | Rename):
            yield from self._named(correction)
        if isinstance(correction, AddedFact | AddedDuty):
            yield from self._of_document(correction.document)
        if (judged := judged_id(correction)) is not None:
            yield from self._of_statement(judged)

    def _named(self, correction: NameAlias | Merge | Split | Rename) -> Iterator[str]:
        """A decision about names holds in its document or its area; else wherever one of the names stands."""
        if isinstance(correction, NameAlias) and correction.document is not None:
            yield from self._of_document(correction.document)
        elif correction.area is not None:
            unit = unit_of("", correction.area)
            yield from (unit,) if unit in self._units else ()
        else:
            wanted = marks(_names(correction))
            yield from (unit for unit, found in self._marks().items() if found & wanted)

    def _of_document(self, document: str) -> Iterator[str]:
        if document in self._unit_of:
            yield self._unit_of[document]

    def _of_statement(self, identifier: str) -> Iterator[str]:
        if identifier in self._others:
            yield self._others[identifier]
        if (document := self._document_of(identifier)) is not None:
            yield from self._of_document(document)


def _names(correction: NameAlias | Merge | Split | Rename) -> tuple[str, ...]:
    if isinstance(correction, NameAlias):
        return (correction.name, correction.means)
    return (correction.name, correction.to) if isinstance(correction, Rename) else correction.names
