"""The facts and duties of a document as they are read, each with its evidence."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from protocolgraph.extract.document_names import DocumentNames
from protocolgraph.extract.evidence import evidence_of, make_evidence
from protocolgraph.extract.units import Key, Unit
from protocolgraph.model import CandidateDuty, CandidateFact, Clause, DutyContent, EntityType, Evidence, Passage, Scope
from protocolgraph.text.spans import merged
from protocolgraph.vocab.lexicon import lexicon

_DO_SO = "do so"
_LEADING = re.compile(r"\b(?:leadership|management|executive|core|response|co-?ordinating)\b", re.IGNORECASE)
"""Words in the name of a team that people sit on."""
_LED = {"chairs-led", "leads-group", "leads-unit", "has-charge"}
"""Frames by which somebody heads a body, who chairs it where it has members."""
_NEXT = 4
"""Characters between a sentence and the next."""


@dataclass(slots=True)
class Collected:
    """Keeps candidates for one document."""

    names: DocumentNames
    facts: list[CandidateFact] = field(default_factory=list)
    duties: list[CandidateDuty] = field(default_factory=list)
    taken: set[Key] = field(default_factory=set)
    """Passages that one reader of layout has read as cells of a row, so that no other reads them as lines of a list."""
    capacities: set[Key] = field(default_factory=set)
    """Cells that only say in which capacity somebody else sits: "Chair" beside a person is no post of its own."""

    def clause_evidence(self, clause: Clause, *, rule: str, confidence: float, lead: Passage | None = None) -> Evidence:
        """Return evidence in a clause: its own words, with those of a lead-in where one was read."""
        passages = [clause.body] if lead is None else [lead, clause.body]
        return evidence_of(self.names.outline, clause, passages, rule=rule, confidence=confidence)

    def cells_evidence(self, clauses: Sequence[Clause], *, rule: str, confidence: float) -> Evidence:
        """Return evidence in several cells of a row."""
        passages = [clause.body for clause in clauses]
        return evidence_of(self.names.outline, clauses[0], passages, rule=rule, confidence=confidence)

    def unit_evidence(self, unit: Unit, *, rule: str, confidence: float) -> Evidence:
        """Return evidence in any passage, a heading too."""
        document = self.names.outline.document
        spans = merged(document.text, unit.passage.spans())
        return make_evidence(self.names.outline, document, spans, unit.section, rule=rule, confidence=confidence)

    def units_evidence(self, units: Sequence[Unit], *, rule: str, confidence: float) -> Evidence:
        """Return evidence in several passages that follow each other."""
        document = self.names.outline.document
        spans = merged(document.text, tuple(span for unit in units for span in unit.passage.spans()))
        return make_evidence(self.names.outline, document, spans, units[0].section, rule=rule, confidence=confidence)

    def fact(
        self,
        subject: int,
        predicate: str,
        object_: int | None,
        evidence: Evidence,
        *,
        qualifiers: Mapping[str, str] | None = None,
        negated: bool = False,
    ) -> None:
        """Keep a fact, unless it relates something to itself."""
        if (
            subject == object_
            or not evidence.quote
            or (predicate == "member_of" and self._own_members(subject, object_))
        ):
            return
        staff = predicate == "member_of" or (predicate == "chairs" and evidence.rule in _LED)
        if staff and object_ is not None and self._staffed(subject, object_):
            predicate, qualifiers = "post_in", {}
        pairs = tuple(sorted((qualifiers or {}).items()))
        self.facts.append(CandidateFact(subject, predicate, object_, pairs, negated, evidence))

    def _staffed(self, subject: int, body: int) -> bool:
        """Whether a body has posts and no members, as a unit or service has, and the subject is a post."""
        who = self.names.mentions[subject]
        post = who.type is EntityType.ROLE and who.scope is not Scope.GENERIC
        led = _LEADING.search(self.names.meant(body)) is not None
        return post and not led and self.names.heads[body] in lexicon("bodies")["staffed"]

    def _own_members(self, subject: int, body: int | None) -> bool:
        """Whether the subject is "members of the Board" and the body that Board: they sit on it by their name."""
        mentions = self.names.mentions
        owner = mentions[subject].owner
        if body is None or owner is None or self.names.heads[subject] not in ("member", "members"):
            return False
        return self.names.meant(owner) == self.names.meant(body)

    def duty(
        self,
        bearer: int,
        content: DutyContent,
        evidence: Evidence,
        *,
        to: Sequence[int] = (),
        product: int | None = None,
    ) -> None:
        """Keep a duty, unless nothing is left of its words but the bearer and the modal."""
        if evidence.quote and content.text:
            said = self._said_before(content, evidence)
            if said is not None and not to:
                to, product = said.to, said.product if product is None else product
            self.duties.append(CandidateDuty(bearer, content, tuple(to), product, evidence))

    def _said_before(self, content: DutyContent, evidence: Evidence) -> CandidateDuty | None:
        """The duty of the sentence before that "do so" stands for: to whom it is done is said there."""
        before = self.duties[-1] if self.duties and content.text.lower().startswith(_DO_SO) else None
        if before is None or not 0 <= evidence.spans[0].start - before.evidence.spans[-1].end <= _NEXT:
            return None
        return before
