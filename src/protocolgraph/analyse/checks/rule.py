"""What a check is: a rule with a stable code, and how its findings are made."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from protocolgraph.analyse.checks.world import World
from protocolgraph.model import Evidence, Finding, FindingKind, Severity


@dataclass(frozen=True, slots=True)
class Rule:
    """A check. The docstring of the module that defines it is its page."""

    code: str
    """PG1xx gaps, PG2xx overlaps, PG3xx conflicts, PG4xx drafting."""
    name: str
    kind: FindingKind
    severity: Severity
    find: Callable[[World, Rule], Iterable[Finding]] = field(repr=False)
    page: str = field(repr=False)
    """The module's docstring."""

    def finding(
        self,
        message: str,
        *,
        entities: Iterable[str] = (),
        evidence: Iterable[Evidence] = (),
        documents: Iterable[str] = (),
        severity: Severity | None = None,
        confidence: float | None = None,
    ) -> Finding:
        """Return a finding of this rule.

        Args:
            message: one or two sentences for a person.
            entities: names of those whom it concerns.
            evidence: the words that show it; each place once.
            documents: where nothing can be quoted, the documents that were looked through.
            severity: the rule's own, if not given.
            confidence: that of the least sure evidence, if not given.

        """
        given = list(evidence)
        places = tuple({(place.document, place.spans): place for place in reversed(given)}.values())[::-1]
        least = min((place.confidence for place in places), default=0.8)
        return Finding(
            code=self.code,
            kind=self.kind,
            severity=severity or self.severity,
            message=message,
            entities=tuple(dict.fromkeys(entities)),
            documents=tuple(sorted({*documents, *(place.document for place in places)})),
            evidence=places,
            confidence=round(least if confidence is None else confidence, 3),
        )
