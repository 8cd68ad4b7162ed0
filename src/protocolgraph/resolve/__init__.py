"""Resolution: one entity under all its names, in a document, in an area and over years."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from protocolgraph.model import DocumentInfo, Entity, EntityType, Extraction, Judged, Knowledge, NameUse
from protocolgraph.model.workspace import Correction, Workspace
from protocolgraph.resolve.additions import with_additions
from protocolgraph.resolve.area import infer_area
from protocolgraph.resolve.decisions import Decisions
from protocolgraph.resolve.forms import Forms, read_forms
from protocolgraph.resolve.group import Joined
from protocolgraph.resolve.idle import idle_names
from protocolgraph.resolve.linker import Linked, Linker
from protocolgraph.resolve.naming import Named, Namer
from protocolgraph.resolve.statements import make_statements

__all__ = ["Joined", "Resolved", "explain", "resolve", "resolve_reviewed"]


def resolve(extractions: Sequence[Extraction], workspace: Workspace) -> Knowledge:
    """Return what these documents state, about entities instead of names.

    The order of the extractions does not matter. Local entities of two areas are never one, classes are
    never one of their members, and names are joined only by definition, as an acronym, or by a comparison
    that `explain` can tell.

    Args:
        extractions: one for each document; the area of one that has none is read from its bodies' names.
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
    resolution = _resolve(extractions, workspace)
    own = workspace.without_decisions()
    unaided = resolution if workspace.names_nothing() else _resolve(extractions, own)
    statements = make_statements(resolution.extractions, resolution.entity, unaided.local_name, workspace)
    knowledge = Knowledge(
        documents=tuple(_info(extraction) for extraction in resolution.extractions),
        entities=tuple(sorted((_entity(named, kind) for named, kind in resolution.kinds()), key=lambda e: e.id)),
        uses=tuple(sorted(_uses(resolution.named), key=lambda use: (use.document, use.entity))),
        facts=statements.facts,
        duties=statements.duties,
    )
    return Resolved(knowledge, statements.judged, (*idle_names(knowledge, workspace), *statements.idle))


def explain(extractions: Sequence[Extraction], workspace: Workspace) -> tuple[Joined, ...]:
    """Return why each name was taken for another one, by document and name."""
    entities = _resolve(extractions, workspace).linked.entities.values()
    joined = [joined for group in entities for joined in group.joined if joined.name != joined.head]
    return tuple(sorted(joined, key=lambda j: (j.document, j.name, j.head, j.reason)))


@dataclass(frozen=True, slots=True)
class _Resolution:
    extractions: Sequence[Extraction]
    forms: Forms
    linked: Linked
    named: dict[int, Named]

    def entity(self, extraction: int, mention: int) -> Named | None:
        places = self.forms.of[extraction]
        form = places[mention] if 0 <= mention < len(places) else None
        return None if form is None else self.named[self.linked.entity_of[form]]

    def local_name(self, extraction: int, mention: int) -> str | None:
        """Return the name by which a document calls the entity of a mention; None for a mention that is not its own."""
        found = self.entity(extraction, mention)
        return None if found is None else found.local[self.extractions[extraction].document]

    def kinds(self) -> list[tuple[Named, EntityType]]:
        return [(named, self.linked.entities[number].item.type) for number, named in self.named.items()]


def _resolve(extractions: Sequence[Extraction], workspace: Workspace) -> _Resolution:
    decisions = Decisions(workspace)
    ordered = sorted(extractions, key=lambda extraction: (extraction.document, extraction.sha256))
    placed = [e if e.area else replace(e, area=infer_area(e)) for e in ordered]
    ready = [with_additions(decisions.with_aliases(extraction), workspace) for extraction in placed]
    forms = read_forms(ready)
    linked = Linker(ready, forms, decisions).link()
    return _Resolution(ready, forms, linked, Namer(ready, forms.all, linked, decisions).name_all())


def _entity(named: Named, kind: EntityType) -> Entity:
    return Entity(
        id=named.id,
        type=kind,
        name=named.name,
        aliases=named.aliases,
        area=named.area,
        scope=named.scope,
        documents=tuple(named.by_document),
    )


def _uses(named: dict[int, Named]) -> list[NameUse]:
    return [
        NameUse(document, entity.id, names)
        for entity in named.values()
        for document, names in entity.by_document.items()
    ]


def _info(extraction: Extraction) -> DocumentInfo:
    return DocumentInfo(
        name=extraction.document,
        sha256=extraction.sha256,
        title=extraction.title,
        date=extraction.date,
        area=extraction.area,
        kind=extraction.kind,
        model=extraction.model,
    )
