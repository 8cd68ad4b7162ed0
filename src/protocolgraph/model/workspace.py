"""What reviewers add to a set of documents: where they belong, other names, and corrections that outlive a rebuild.

The records say what was decided, by whom, when and why; `protocolgraph.workspace` reads them from a file.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from fnmatch import fnmatchcase

from protocolgraph.model.ids import digest
from protocolgraph.model.mention import EntityType, Modality, Scope
from protocolgraph.model.provenance import Span
from protocolgraph.model.serialize import to_dict

_WILD = frozenset("*?[")


@dataclass(frozen=True, slots=True)
class DocumentOverride:
    """What cannot be read from a document itself; None leaves what was read."""

    area: str | None = None
    date: str | None = None
    """ISO year, month or day: "2014", "2014-03", "2014-03-05"."""
    title: str | None = None
    kind: str | None = None
    skip: bool = False
    """The file is none of the documents of the graph."""

    def over(self, other: DocumentOverride) -> DocumentOverride:
        """Return this override, with the other's values where this one has none."""
        return DocumentOverride(**{f.name: getattr(self, f.name) or getattr(other, f.name) for f in fields(self)})


@dataclass(frozen=True, slots=True)
class Signature:
    """Who decided, when and why."""

    who: str
    when: str
    """ISO date."""
    why: str


@dataclass(frozen=True, slots=True)
class NameAlias:
    """One name means the same as another."""

    name: str
    means: str
    type: EntityType | None
    """None for any type."""
    area: str | None
    """None for any area."""
    document: str | None
    """None for any document."""
    signed: Signature


@dataclass(frozen=True, slots=True)
class Merge:
    """These names are one entity; within an area, never between the local entities of two areas."""

    names: tuple[str, ...]
    type: EntityType | None
    area: str | None
    signed: Signature


@dataclass(frozen=True, slots=True)
class Split:
    """These names are different entities, each one from each other."""

    names: tuple[str, ...]
    type: EntityType | None
    area: str | None
    signed: Signature


@dataclass(frozen=True, slots=True)
class Rename:
    """The entity of this name is to be called otherwise; its IRI stays."""

    name: str
    to: str
    type: EntityType | None
    area: str | None
    signed: Signature


@dataclass(frozen=True, slots=True)
class Accept:
    """The statement of this id is right: its confidence becomes 1."""

    id: str
    signed: Signature
    statement: str | None = None
    """The statement in words, for whoever reads the file."""
    document: str | None = None
    """The document that makes it, for the same."""


@dataclass(frozen=True, slots=True)
class Reject:
    """The statement of this id is wrong: it is left out."""

    id: str
    signed: Signature
    statement: str | None = None
    document: str | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """An argument of an added statement: an entity by its name."""

    name: str
    type: EntityType
    scope: Scope = Scope.LOCAL


@dataclass(frozen=True, slots=True)
class AddedFact:
    """A relation that the document states and the program did not read."""

    document: str
    quote: str
    """Words of the document; "[...]" between pieces."""
    subject: Named
    predicate: str
    object: Named | None
    qualifiers: tuple[tuple[str, str], ...]
    negated: bool
    section: str | None
    signed: Signature
    spans: tuple[Span, ...] = ()
    """Where the quote stands; empty until it was found in the document's text."""
    page: int | None = None
    replaces: str | None = None
    """Id of the statement that it corrects, and that is left out."""


@dataclass(frozen=True, slots=True)
class AddedDuty:
    """A duty that the document states and the program did not read."""

    document: str
    quote: str
    bearer: Named
    modality: Modality
    action: str
    text: str
    to: tuple[Named, ...]
    product: Named | None
    frequency: str | None
    condition: str | None
    section: str | None
    signed: Signature
    spans: tuple[Span, ...] = ()
    page: int | None = None
    replaces: str | None = None


@dataclass(frozen=True, slots=True)
class Waiver:
    """A finding that the reviewers know of and accept; empty tuples match any entity or document."""

    code: str
    entities: tuple[str, ...]
    documents: tuple[str, ...]
    signed: Signature


Addition = AddedFact | AddedDuty
Correction = NameAlias | Merge | Split | Rename | Accept | Reject | AddedFact | AddedDuty | Waiver
"""Anything that a reviewer decides."""


def correction_id(correction: Correction) -> str:
    """Return the id of a correction, made of what it says; the place of its quote is none of that."""
    if isinstance(correction, AddedFact | AddedDuty):
        correction = replace(correction, spans=(), page=None)
    return digest(type(correction).__name__, json.dumps(to_dict(correction), sort_keys=True))


def judged_id(correction: Correction) -> str | None:
    """Return the id of the statement that a correction judges: accepts, rejects or replaces."""
    if isinstance(correction, AddedFact | AddedDuty):
        return correction.replaces
    return correction.id if isinstance(correction, Accept | Reject) else None


@dataclass(frozen=True, slots=True)
class Workspace:
    """All that a workspace file says; empty when there is none."""

    documents: tuple[tuple[str, DocumentOverride], ...] = ()
    """Name, path or pattern ("north/*") of documents, with what holds for them, in the file's order."""
    aliases: tuple[NameAlias, ...] = ()
    merges: tuple[Merge, ...] = ()
    splits: tuple[Split, ...] = ()
    renames: tuple[Rename, ...] = ()
    accepted: tuple[Accept, ...] = ()
    rejected: tuple[Reject, ...] = ()
    facts: tuple[AddedFact, ...] = ()
    duties: tuple[AddedDuty, ...] = ()
    waivers: tuple[Waiver, ...] = ()

    def corrections(self) -> Iterator[Correction]:
        """Yield what reviewers decided, kind by kind, in the file's order."""
        for kind in (self.aliases, self.merges, self.splits, self.renames, self.accepted, self.rejected):
            yield from kind
        for more in (self.facts, self.duties, self.waivers):
            yield from more

    def without_decisions(self) -> Workspace:
        """Return only what holds for documents: what the program reads by itself."""
        return Workspace(documents=self.documents)

    def names_nothing(self) -> bool:
        """Whether no decision is about names, or brings names in."""
        return not any((self.aliases, self.merges, self.splits, self.renames, self.facts, self.duties))

    def override(self, name: str, *, path: str | None = None) -> DocumentOverride:
        """Return what holds for a document: every matching pattern, a later one over an earlier one.

        Args:
            name: the document's name.
            path: its path below the workspace file's folder, with "/" between the parts.

        """
        return DocumentPatterns(self.documents).override(name, path=path)


class DocumentPatterns:
    """What a workspace file says of documents, found by how their names and paths begin.

    A file that gives each of a country's areas its folder would else have every pattern tried on every document.
    """

    def __init__(self, documents: Iterable[tuple[str, DocumentOverride]]) -> None:
        """Sort patterns by the folder or name that they begin with; those that begin with a wildcard fit any."""
        self._beginning: dict[str, list[tuple[int, str, DocumentOverride]]] = defaultdict(list)
        for number, (pattern, override) in enumerate(documents):
            first = pattern.partition("/")[0]
            self._beginning["" if _WILD.intersection(first) else first].append((number, pattern, override))

    def override(self, name: str, *, path: str | None = None) -> DocumentOverride:
        """Return what holds for a document, as `Workspace.override`."""
        firsts = {"", name.partition("/")[0], (path or "").partition("/")[0]}
        near = sorted((one for first in firsts for one in self._beginning.get(first, ())), key=lambda one: one[0])
        found = DocumentOverride()
        for _, pattern, override in near:
            if fnmatchcase(name, pattern) or (path is not None and fnmatchcase(path, pattern)):
                found = override.over(found)
        return found
