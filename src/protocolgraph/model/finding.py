"""What a check finds in a graph."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from protocolgraph.model.provenance import Evidence
from protocolgraph.model.showing import html_lines, html_quotes


class Severity(StrEnum):
    """How much a finding matters."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class FindingKind(StrEnum):
    """What sort of thing a check looks for."""

    GAP = "gap"
    OVERLAP = "overlap"
    CONFLICT = "conflict"
    DRAFTING = "drafting"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that a reviewer should look at, with the words that show it."""

    code: str
    kind: FindingKind
    severity: Severity
    message: str
    entities: tuple[str, ...]
    documents: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    confidence: float = 1.0
    """How sure the reading is that it rests on, between 0 and 1."""

    def _repr_html_(self) -> str:
        return html_lines(f"{self.code} ({self.kind.value}, {self.severity.value})", [self.message]) + html_quotes(
            self.evidence
        )
