"""Statements that reviewers added, read as if extraction had found them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from protocolgraph.model import (
    CandidateDuty,
    CandidateFact,
    DutyContent,
    Evidence,
    Extraction,
    Mention,
    MentionForm,
)
from protocolgraph.model.workspace import AddedDuty, AddedFact, Named, Workspace
from protocolgraph.resolve.reviews import here

RULE = "reviewer"
"""What stands as the rule of an added statement."""


def with_additions(extraction: Extraction, workspace: Workspace) -> Extraction:
    """Return an extraction with the added statements of its document whose quote was found in its text."""
    adder = _Adder(extraction)
    facts = [adder.fact(item) for item in here(extraction, workspace.facts)]
    duties = [adder.duty(item) for item in here(extraction, workspace.duties)]
    if not facts and not duties:
        return extraction
    return replace(
        extraction,
        mentions=tuple(adder.mentions),
        facts=(*extraction.facts, *facts),
        duties=(*extraction.duties, *duties),
    )


class _Adder:
    def __init__(self, extraction: Extraction) -> None:
        self.mentions = list(extraction.mentions)

    def mention(self, named: Named, item: AddedFact | AddedDuty) -> int:
        self.mentions.append(Mention(named.type, MentionForm.NAME, named.name, named.name, item.spans, named.scope))
        return len(self.mentions) - 1

    def mentions_of(self, named: Iterable[Named], item: AddedFact | AddedDuty) -> tuple[int, ...]:
        return tuple(self.mention(one, item) for one in named)

    def fact(self, item: AddedFact) -> CandidateFact:
        subject = self.mention(item.subject, item)
        obj = self.mention(item.object, item) if item.object else None
        return CandidateFact(subject, item.predicate, obj, item.qualifiers, item.negated, _evidence(item))

    def duty(self, item: AddedDuty) -> CandidateDuty:
        content = DutyContent(
            item.modality, item.action, item.text, frequency=item.frequency, condition=item.condition
        )  # fmt: skip
        bearer, to = self.mention(item.bearer, item), self.mentions_of(item.to, item)
        product = self.mention(item.product, item) if item.product else None
        return CandidateDuty(bearer, content, to, product, _evidence(item))


def _evidence(item: AddedFact | AddedDuty) -> Evidence:
    return Evidence(item.document, item.spans, item.quote, item.section, item.page, RULE, 1.0)
