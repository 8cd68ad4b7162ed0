"""The lines of a JSON Lines export, typed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from protocolgraph.errors import UsageError


@dataclass(frozen=True, slots=True)
class FoundEntity:
    """An entity as one document names it."""

    type: str
    name: str
    aliases: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """All its names."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class FoundFact:
    """A fact that the program read."""

    id: str
    subject: str
    subject_type: str | None
    predicate: str
    object: str | None
    object_type: str | None
    negated: bool
    quote: str
    confidence: float
    rule: str


@dataclass(frozen=True, slots=True)
class FoundDuty:
    """A duty that the program read."""

    id: str
    bearer: str
    bearer_type: str | None
    modality: str
    text: str
    quote: str
    confidence: float
    rule: str


@dataclass(frozen=True, slots=True)
class Found:
    """What the program read in one document."""

    entities: tuple[FoundEntity, ...]
    facts: tuple[FoundFact, ...]
    duties: tuple[FoundDuty, ...]

    @property
    def quotes(self) -> tuple[str, ...]:
        """The words that its statements were read from."""
        return (*(fact.quote for fact in self.facts), *(duty.quote for duty in self.duties))


def load_rows(file: Path) -> tuple[dict[str, Any], ...]:
    """Return the objects of a JSON Lines file.

    Raises:
        UsageError: the file cannot be read or a line is no JSON object.

    """
    try:
        rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
    except (OSError, ValueError) as error:
        raise UsageError(f"{file}: cannot be read as JSON Lines ({error})") from error
    if not all(isinstance(row, dict) for row in rows):
        raise UsageError(f"{file}: every line must be a JSON object")
    return tuple(rows)


def read_rows(rows: Iterable[Mapping[str, Any]]) -> dict[str, Found]:
    """Return what the rows say by document.

    Raises:
        UsageError: a row has no kind, document or name.

    """
    parts: dict[str, tuple[list[FoundEntity], list[FoundFact], list[FoundDuty]]] = {}
    for row in rows:
        try:
            entities, facts, duties = parts.setdefault(row["document"], ([], [], []))
            if row["kind"] == "entity":
                entities.append(FoundEntity(row["type"], row["name"], tuple(row.get("aliases", ()))))
            elif row["kind"] == "fact":
                facts.append(_fact(row))
            elif row["kind"] == "duty":
                duties.append(_duty(row))
        except KeyError as error:
            raise UsageError(f"a row of the export has no {error}: {dict(row)}") from error
    return {document: Found(tuple(e), tuple(f), tuple(d)) for document, (e, f, d) in sorted(parts.items())}


def _fact(row: Mapping[str, Any]) -> FoundFact:
    return FoundFact(
        id=row.get("id", ""),
        subject=row["subject"],
        subject_type=row.get("subject_type"),
        predicate=row["predicate"],
        object=row.get("object"),
        object_type=row.get("object_type"),
        negated=bool(row.get("negated")),
        quote=row.get("quote") or "",
        confidence=float(row.get("confidence", 1.0)),
        rule=row.get("rule", ""),
    )


def _duty(row: Mapping[str, Any]) -> FoundDuty:
    return FoundDuty(
        id=row.get("id", ""),
        bearer=row["bearer"],
        bearer_type=row.get("bearer_type"),
        modality=row.get("modality", ""),
        text=row.get("text") or "",
        quote=row.get("quote") or "",
        confidence=float(row.get("confidence", 1.0)),
        rule=row.get("rule", ""),
    )
