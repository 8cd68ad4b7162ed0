"""What a build tells: which documents it read, and what the graph holds now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypedDict

from protocolgraph.model import EntityType, to_dict
from protocolgraph.model.showing import html_table
from protocolgraph.pipeline.kept import KeptDocument
from protocolgraph.present.counting import counted


class Status(StrEnum):
    """What a build did with a document."""

    READ = "read"
    PARTLY = "partly read"
    """All but some pages, which are images or damaged; of an earlier build too."""
    UNCHANGED = "unchanged"
    """Read by an earlier build from the same bytes, by the same program, under the same settings."""
    SKIPPED = "skipped"
    """No document that can be read, or one that a workspace file leaves out."""
    FAILED = "failed"
    REMOVED = "removed"
    """In the graph before this build; its file is no longer there."""


@dataclass(frozen=True, slots=True)
class DocumentReport:
    """What became of one document."""

    name: str
    status: Status
    reason: str | None = None
    """Why it failed or was skipped."""
    warnings: tuple[str, ...] = ()
    facts: int = 0
    duties: int = 0
    unread: tuple[int, ...] = ()
    """Pages of which nothing could be read."""


class Totals(TypedDict):
    """How much the graph holds."""

    documents: int
    bodies: int
    roles: int
    people: int
    publications: int
    legislation: int
    facts: int
    duties: int


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did, document by document in the order of their names, and what the graph holds now."""

    documents: tuple[DocumentReport, ...]
    totals: Totals
    problems: tuple[str, ...] = ()
    """A line for each correction in a workspace file that could not be applied."""

    def having(self, status: Status) -> tuple[DocumentReport, ...]:
        """Return the documents of this status."""
        return tuple(document for document in self.documents if document.status is status)

    def to_dict(self) -> dict[str, Any]:
        """Return the report as JSON-ready values."""
        found: dict[str, Any] = to_dict(self)
        return found

    def _repr_html_(self) -> str:
        rows = [(item.name, item.status.value, str(item.facts), str(item.duties)) for item in self.documents]
        return html_table(("document", "state", "facts", "duties"), rows, note=f"The graph holds {self.held}.")

    @property
    def held(self) -> str:
        """What the graph holds in words, the documents first, the others by name: "5 documents, 273 bodies"."""
        ordered = sorted(self.totals, key=lambda name: (name != "documents", name))
        held: dict[str, Any] = {**self.totals}
        return ", ".join(counted(held[name], name) for name in ordered)

    @property
    def failed(self) -> tuple[DocumentReport, ...]:
        """The documents that could not be read."""
        return self.having(Status.FAILED)


def totals_of(documents: Iterable[KeptDocument], types: Mapping[EntityType, int]) -> Totals:
    """Return how much there is of each kind."""
    known = list(documents)
    return {
        "documents": len(known),
        "bodies": types.get(EntityType.BODY, 0),
        "roles": types.get(EntityType.ROLE, 0),
        "people": types.get(EntityType.PERSON, 0),
        "publications": types.get(EntityType.PUBLICATION, 0),
        "legislation": types.get(EntityType.LEGISLATION, 0),
        "facts": sum(item.facts for item in known),
        "duties": sum(item.duties for item in known),
    }
