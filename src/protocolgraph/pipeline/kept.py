"""What a build notes in the graph for the next one, so that it need look only at what has changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from protocolgraph.model import EntityType, Judged, from_json, to_json
from protocolgraph.model.workspace import Workspace
from protocolgraph.resolve import Common, Part

BUILDS, MARKS = "build ", "names "
"""Beginnings of the keys of what each build looks at, and of the marks of each unit's names, which few need."""
_MADE, _WORKSPACE, _UNIT = f"{BUILDS}made", f"{BUILDS}workspace", f"{BUILDS}unit "


@dataclass(frozen=True, slots=True)
class KeptDocument:
    """What is known of a document whose statements are in the graph."""

    name: str
    key: str
    """Hash of all that its reading depends on."""
    sha256: str
    warnings: tuple[str, ...]
    unread: tuple[int, ...]
    facts: int = 0
    duties: int = 0


@dataclass(frozen=True, slots=True)
class Named:
    """What an entity of a unit is called by all."""

    number: int
    common: Common


@dataclass(frozen=True, slots=True)
class KeptUnit:
    """What is known of the documents of a unit without reading them again."""

    documents: tuple[KeptDocument, ...] = ()
    parts: tuple[Part, ...] = ()
    names: tuple[Named, ...] = ()
    """What each of the parts was called when the unit was written."""
    entities: tuple[tuple[EntityType, int], ...] = ()
    """How many of each type are its alone."""
    judged: tuple[Judged, ...] = ()
    others: tuple[str, ...] = ()
    """Ids of statements besides those in the graph: rejected ones, and those by which a judgement may name one."""
    met: tuple[str, ...] = ()
    """Ids of statements, as judgements name them, that are there."""
    applied: tuple[str, ...] = ()
    """Ids of the additions to its documents whose words were found."""
    stated: tuple[str, ...] = ()
    """Those of them that state something."""
    problems: tuple[tuple[str, str], ...] = ()
    """Ids of the additions whose words were not, each with what is wrong."""


@dataclass(frozen=True, slots=True)
class Kept:
    """All that was noted."""

    made: str | None = None
    """Hash of the program and the options that made the graph."""
    workspace: Workspace = field(default_factory=Workspace)
    units: Mapping[str, KeptUnit] = field(default_factory=dict)


def load_kept(notes: Mapping[str, str], made: str) -> Kept:
    """Return what the last build noted; nothing if it was another program's, or none's."""
    if notes.get(_MADE) != made:
        return Kept()
    try:
        units = {key.removeprefix(_UNIT): text for key, text in notes.items() if key.startswith(_UNIT)}
        return Kept(
            made,
            from_json(Workspace, notes[_WORKSPACE]),
            {name: from_json(KeptUnit, text) for name, text in units.items()},
        )
    except (ValueError, KeyError):
        return Kept()


def marks_note(unit: str, marks: Iterable[str] | None) -> tuple[str, str | None]:
    """Return the note of the marks of a unit's names; None for those of one that is no more."""
    return MARKS + unit, None if marks is None else " ".join(sorted(marks))


def load_marks(notes: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """Return the marks of the units' names, as they were noted."""
    return {key.removeprefix(MARKS): frozenset(text.split()) for key, text in notes.items()}


def notes_of(made: str, workspace: Workspace) -> dict[str, str]:
    """Return the notes of a build that hold of all units."""
    return {_MADE: made, _WORKSPACE: to_json(workspace)}


def unit_note(name: str, unit: KeptUnit | None) -> tuple[str, str | None]:
    """Return the note of a unit; None for that of one that is no more."""
    return _UNIT + name, None if unit is None else to_json(unit)
