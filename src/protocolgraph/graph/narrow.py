"""Some of the documents: by area, by name, as of a year. A statement holds as of its document's date."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, replace
from difflib import get_close_matches

from protocolgraph.errors import UsageError
from protocolgraph.model import DocumentInfo, Entity, Knowledge
from protocolgraph.text.normalise import name_key

_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Choice:
    """Which documents count; what is not given does not narrow."""

    documents: tuple[str, ...] = ()
    """Names of documents."""
    area: str | None = None
    as_of: int | None = None
    """The documents dated in this year or before."""
    years: tuple[int, ...] = ()
    """The documents dated in one of these years."""

    def __bool__(self) -> bool:
        """Whether it narrows at all."""
        return self != Choice()

    def pick(self, documents: Sequence[DocumentInfo]) -> tuple[DocumentInfo, ...]:
        """Return the documents that count, in their order; one without a date is of no year.

        Raises:
            UsageError: there is no such document or area, or no document is left.

        """
        names = {_document_named(name, documents) for name in self.documents}
        area = None if self.area is None else _area_named(self.area, documents)
        left = tuple(
            document
            for document in documents
            if (not names or document.name in names)
            and (area is None or document.area == area)
            and self._is_of_time(document)
        )
        if not left:
            raise UsageError(f"No document is left: {self._told()}; there are {_listed(documents)}")
        return left

    def _is_of_time(self, document: DocumentInfo) -> bool:
        year = year_of(document)
        in_years = not self.years or year in self.years
        return in_years and (self.as_of is None or (year is not None and year <= self.as_of))

    def _told(self) -> str:
        told = (
            self.documents and f"document {', '.join(self.documents)}",
            self.area and f"area {self.area}",
            self.as_of and f"as of {self.as_of}",
            self.years and f"year {', '.join(map(str, self.years))}",
        )
        return ", ".join(str(part) for part in told if part)


def year_of(document: DocumentInfo) -> int | None:
    """Return the year of a document's date, or None if it has none."""
    match = _YEAR.match(document.date or "")
    return int(match[0]) if match else None


def areas_of(documents: Iterable[DocumentInfo]) -> tuple[str, ...]:
    """Return the areas of these documents, sorted."""
    return tuple(sorted({document.area for document in documents if document.area}))


def narrowed(knowledge: Knowledge, documents: Iterable[DocumentInfo]) -> Knowledge:
    """Return what these documents state, of the entities that they mention; nothing is added, closed or dated."""
    kept = tuple(documents)
    names = {document.name for document in kept}
    return Knowledge(
        documents=kept,
        entities=tuple(
            _mentioned_in(entity, names) for entity in knowledge.entities if names.intersection(entity.documents)
        ),
        uses=tuple(use for use in knowledge.uses if use.document in names),
        facts=tuple(fact for fact in knowledge.facts if fact.evidence.document in names),
        duties=tuple(duty for duty in knowledge.duties if duty.evidence.document in names),
    )


def _mentioned_in(entity: Entity, documents: Set[str]) -> Entity:
    """The entity as if there were only these documents."""
    return replace(entity, documents=tuple(name for name in entity.documents if name in documents))


def _document_named(name: str, documents: Sequence[DocumentInfo]) -> str:
    """The document of this name or title, or the one whose name or title holds these words."""
    if any(item.name == name for item in documents):
        return name
    wanted = name_key(name)
    whole = {item.name for item in documents if wanted in (name_key(item.name), _title_key(item))}
    part = {item.name for item in documents if f" {wanted} " in f" {name_key(item.name)} {_title_key(item)} "}
    found = whole or part
    if len(found) == 1:
        return found.pop()
    if found:
        raise UsageError(f"{name!r} may be any of the documents {', '.join(sorted(found))}")
    near = get_close_matches(name, [item.name for item in documents], n=3)
    hint = f"did you mean {' or '.join(near)}?" if near else f"there are {_listed(documents)}"
    raise UsageError(f"There is no document {name!r}; {hint}")


def _title_key(document: DocumentInfo) -> str:
    return name_key(document.title or "")


def _area_named(name: str, documents: Sequence[DocumentInfo]) -> str:
    for area in areas_of(documents):
        if area.casefold() == name.strip().casefold():
            return area
    known = ", ".join(areas_of(documents)) or "none"
    raise UsageError(f"There is no document of the area {name!r}; the areas are {known}")


def _listed(documents: Sequence[DocumentInfo], *, most: int = 8) -> str:
    told = [
        f"{item.name} ({', '.join(filter(None, (item.area, item.date))) or 'no date'})" for item in documents[:most]
    ]
    more = len(documents) - most
    return "; ".join(told) + (f" and {more} more" if more > 0 else "")
