"""An extractor for tests that need no language: reads "X reports to Y." and "X must VERB ..." word by word."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass

from protocolgraph.model import (
    CandidateDuty,
    CandidateFact,
    Clause,
    DutyContent,
    EntityType,
    Evidence,
    Extraction,
    Mention,
    MentionForm,
    Modality,
    Outline,
    Scope,
    Span,
    quote,
)
from protocolgraph.model.workspace import DocumentOverride

REPORT = re.compile(r"(?:The )?(?P<subject>[\w ]+?) reports to the (?P<object>[\w ]+?)\.")
DUTY = re.compile(r"(?:The )?(?P<bearer>[\w ]+?) must (?P<text>(?P<action>\w+)[^.]*)\.")


@dataclass
class FakeExtractor:
    """Counts what it reads, so that a test can tell what was read again."""

    model_name: str = "fake-1"
    seconds: float = 0.0
    fails_on: str = "EXPLODE"

    def extract(self, outline: Outline, *, override: DocumentOverride | None = None) -> Extraction:
        document, override = outline.document, override or DocumentOverride()
        if self.fails_on in document.text:
            raise RuntimeError("an accident\nin two lines")
        time.sleep(self.seconds)
        mentions: list[Mention] = []
        facts: list[CandidateFact] = []
        duties: list[CandidateDuty] = []
        for clause in outline.clauses:
            for found in REPORT.finditer(clause.text):
                subject = _mention(mentions, clause, found, "subject")
                target = _mention(mentions, clause, found, "object")
                evidence = _evidence(outline, clause, found)
                facts.append(CandidateFact(subject, "reports_to", target, (), False, evidence))
            for found in DUTY.finditer(clause.text):
                content = DutyContent(Modality.MUST, found["action"], found["text"])
                bearer = _mention(mentions, clause, found, "bearer")
                duties.append(CandidateDuty(bearer, content, (), None, _evidence(outline, clause, found)))
        return Extraction(
            document=document.name,
            sha256=document.sha256,
            title=override.title or outline.title,
            date=override.date,
            area=override.area,
            kind=override.kind or "other",
            model=self.model_name,
            mentions=tuple(mentions),
            aliases=(),
            facts=tuple(facts),
            duties=tuple(duties),
        )


def _mention(mentions: list[Mention], clause: Clause, found: re.Match[str], group: str) -> int:
    name = found[group]
    spans = clause.passage.spans(*found.span(group))
    mentions.append(Mention(EntityType.BODY, MentionForm.NAME, name, name, spans, Scope.LOCAL))
    return len(mentions) - 1


def _evidence(outline: Outline, clause: Clause, found: re.Match[str]) -> Evidence:
    spans: tuple[Span, ...] = clause.passage.spans(*found.span())
    section = outline.sections[clause.section].name
    return Evidence(
        outline.document.name, spans, quote(outline.document.text, spans), section, clause.page, "fake", 0.9
    )
