"""How often a group meets, where a heading or a label says so: "Audit Panel (quarterly)", "Frequency: monthly"."""

from __future__ import annotations

import re

from protocolgraph.extract.collected import Collected
from protocolgraph.extract.labelled import has_verb, label_of
from protocolgraph.extract.layout.members import body_spoken_of
from protocolgraph.extract.units import Unit, key_of
from protocolgraph.model import Clause, ClauseKind, EntityType, Passage
from protocolgraph.vocab.frequency import frequency_at
from protocolgraph.vocab.lexicon import fold, load_yaml

_SHORT = 14
"""Words of a heading or item that only names a group and its frequency."""
_CLOSING = re.compile(r"[\s).,:;]*(?:as a minimum|minimum|meetings?|basis)?[\s).]*", re.IGNORECASE)
"""What may follow a frequency: "Annual" of "Annual Report" is none."""
_AFTER = re.compile(
    r"^[\s:(–-]*(?:\w+ members?[,;] )?(?:frequency|meets|meetings?)?[\s:(–-]*(?:of meetings?)?[\s:(–-]*$", re.IGNORECASE
)


_REPORTS_FROM = re.compile(r"\breceiv\w+ .{0,60}\b(?:reports?|updates?|minutes|returns|papers)\b", re.IGNORECASE)
"""A lead-in over those who report so often, whatever their meetings: "receive reports from the following groups"."""


def read(collected: Collected) -> None:
    """Read the frequencies of meetings that stand in headings, items and fields."""
    clauses = collected.names.outline.clauses
    reporting = {key_of(c.body) for c in clauses if c.leads and _REPORTS_FROM.search(c.leads[-1].text)}
    for key, unit in list(collected.names.units.items()):
        if key not in reporting:
            _named_with_frequency(collected, unit)
    fields = load_yaml("lexicon/layout_words.yaml")["fields"]
    for clause in collected.names.outline.clauses:
        label = label_of(clause, collected.names.outline)
        if label is None:
            continue
        if fields.get(fold(label.text).strip(" :")) == "frequency":
            _own(collected, clause, label)
        elif clause.kind is ClauseKind.FIELD:
            _labelled(collected, clause)


def _own(collected: Collected, clause: Clause, label: Passage) -> None:
    """ "Frequency: quarterly", or "Quarterly" below "Meetings": of the body whose terms these are."""
    first = next((p for p in collected.names.at(clause.body) if p.type is EntityType.BODY and p.start == 0), None)
    labelled = first is not None and clause.body.text[first.end :].startswith(":")
    subject = first.mention if first is not None and labelled else body_spoken_of(clause, collected)
    frequency = frequency_at(clause.body.text)
    stated = clause.kind is not ClauseKind.FIELD and has_verb(clause.body.text)
    if subject is not None and frequency is not None and not stated:
        evidence = collected.clause_evidence(clause, rule="frequency-field", confidence=0.88, lead=label)
        collected.fact(subject, "meets", None, evidence, qualifiers={"frequency": frequency[0]})


def _labelled(collected: Collected, clause: Clause) -> None:
    """ "Chief Officer Group" / "Frequency x 2 annually": the label names the group."""
    found = frequency_at(clause.body.text)
    groups = [p for p in collected.names.at(clause.leads[-1]) if p.type is EntityType.BODY and p.masks]
    if found and groups and _AFTER.match(clause.body.text[: found[1]]):
        evidence = collected.clause_evidence(clause, rule="frequency-field", confidence=0.88, lead=clause.leads[-1])
        collected.fact(groups[0].mention, "meets", None, evidence, qualifiers={"frequency": found[0]})


def _named_with_frequency(collected: Collected, unit: Unit) -> None:
    if len(unit.text.split()) > _SHORT or unit.text.rstrip().endswith("."):
        return
    found = frequency_at(unit.text)
    if found is None:
        return
    frequency, start, end = found
    if not _CLOSING.fullmatch(unit.text[end:]):
        return
    for placed in collected.names.at(unit.passage):
        named = placed.type is EntityType.BODY and placed.masks and placed.start <= 4
        if named and placed.end <= start and _AFTER.match(unit.text[placed.end : start]):
            evidence = collected.unit_evidence(unit, rule="frequency-beside", confidence=0.85)
            collected.fact(placed.mention, "meets", None, evidence, qualifiers={"frequency": frequency})
