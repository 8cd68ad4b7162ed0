"""What the graph states of one entity, in groups for people; each line keeps its evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from protocolgraph.graph import source_line
from protocolgraph.model import Duty, Entity, Evidence, Fact, Knowledge
from protocolgraph.present.placing import place_of
from protocolgraph.vocab.lexicon import lexicon
from protocolgraph.vocab.schema import concepts, predicates

TITLES: dict[tuple[str, str], str] = {
    ("part_of", "subject"): "Part of",
    ("post_in", "subject"): "Post in",
    ("established_under", "subject"): "Established under",
    ("succeeds", "subject"): "Came after",
    ("succeeds", "object"): "Was followed by",
    ("chairs", "object"): "Chair",
    ("chairs", "subject"): "Chairs",
    ("holds", "object"): "Held by",
    ("holds", "subject"): "Holds",
    ("member_of", "object"): "Members",
    ("member_of", "subject"): "Sits on",
    ("part_of", "object"): "Parts",
    ("post_in", "object"): "Posts",
    ("meets", "subject"): "Meets",
    ("reports_to", "subject"): "Reports to",
    ("reports_to", "object"): "Receives reports from",
    ("accountable_to", "subject"): "Accountable to",
    ("accountable_to", "object"): "Holds to account",
    ("accountable_for", "subject"): "Accountable for",
    ("accountable_for", "object"): "Answered for by",
    ("oversees", "subject"): "Oversees",
    ("oversees", "object"): "Overseen by",
    ("appoints", "subject"): "Appoints",
    ("appoints", "object"): "Appointed by",
    ("escalates_to", "subject"): "Escalates to",
    ("escalates_to", "object"): "Receives escalations from",
    ("notifies", "subject"): "Notifies",
    ("notifies", "object"): "Notified by",
    ("advises", "subject"): "Advises",
    ("advises", "object"): "Advised by",
    ("funds", "subject"): "Funds",
    ("funds", "object"): "Funded by",
    ("produces", "subject"): "Produces",
    ("produces", "object"): "Produced by",
    ("approves", "subject"): "Approves",
    ("approves", "object"): "Approved by",
    ("peer_of", "subject"): "On a level with",
    ("works_with", "subject"): "Works with",
    ("established_under", "object"): "Establishes",
}
"""The groups of a profile in their order: predicate, the end at which the entity stands, title."""

_WITH_HOLDERS = {("chairs", "object"), ("post_in", "object")}
"""Groups of posts, of which a reader wants to know who holds them."""

_MAIN_QUALIFIER = {"member_of": "capacity"}
"""Predicates whose groups are divided by a qualifier."""


@dataclass(frozen=True, slots=True)
class Line:
    """One statement about the entity."""

    text: str
    """The other entity's name, or the duty; without an object, the value that stands in its place."""
    notes: tuple[str, ...]
    """Qualifiers as people read them: "yearly", "capacity: adviser"."""
    negated: bool
    """The documents state that this is not so."""
    evidence: Evidence
    also: tuple[Evidence, ...]
    """Where else it is stated, in this document and others."""
    other: str | None = None
    """Id of the other entity, where the text is its name."""


@dataclass(frozen=True, slots=True)
class Group:
    """Statements of one kind."""

    key: str
    """Name of the relation as the schema has it ("reports_to", "receives_reports_from"), or "duties"."""
    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """All that the graph states of one entity."""

    entity: Entity
    groups: tuple[Group, ...]
    dates: Mapping[str, str | None]
    """The documents' dates by their names."""
    place: str
    """Of where the entity is, as `place_of` says it."""

    def source(self, evidence: Evidence) -> str:
        """Return where a statement stands, and of which date the document is."""
        date = self.dates.get(evidence.document)
        return f"{source_line(evidence)} ({date})" if date else source_line(evidence)


def make_profile(knowledge: Knowledge, entity: Entity) -> Profile:
    """Return what these documents state of an entity: its facts in the order of `TITLES`, then its duties."""
    names = {item.id: item.name for item in knowledge.entities}
    groups = [*_fact_groups(knowledge.facts, entity.id, names), *_duty_groups(knowledge.duties, entity.id, names)]
    dates = {item.name: item.date for item in knowledge.documents}
    place = place_of(entity, {item.name: item for item in knowledge.documents})
    return Profile(entity, tuple(groups), dates, place)


def _fact_groups(facts: Iterable[Fact], entity: str, names: dict[str, str]) -> Iterator[Group]:
    found: dict[tuple[str, str], list[Fact]] = {}
    held: dict[str, set[str]] = {}
    for fact in facts:
        for end in _ends(fact, entity):
            found.setdefault((fact.predicate, end), []).append(fact)
        if fact.predicate == "holds" and not fact.negated and fact.object is not None:
            held.setdefault(fact.object, set()).add(names.get(fact.subject, fact.subject))
    for (predicate, end), title in TITLES.items():
        for suffix, group in _divided(predicate, found.get((predicate, end), [])):
            shown = held if (predicate, end) in _WITH_HOLDERS else {}
            lines = _merged(_fact_line(fact, entity, names, shown) for fact in group)
            yield Group(_key(predicate, end), f"{title}{suffix}", lines)


def _key(predicate: str, end: str) -> str:
    return predicate if end == "subject" else predicates()[predicate].inverse or predicate


def _ends(fact: Fact, entity: str) -> Iterator[str]:
    symmetric = predicates()[fact.predicate].symmetric
    if fact.subject == entity or (symmetric and fact.object == entity):
        yield "subject"
    elif fact.object == entity:
        yield "object"


def _divided(predicate: str, facts: list[Fact]) -> Iterator[tuple[str, list[Fact]]]:
    """Divide members by their capacity: those without one first."""
    qualifier = _MAIN_QUALIFIER.get(predicate)
    values = sorted({dict(fact.qualifiers).get(qualifier or "", "") for fact in facts}, key=lambda v: (v != "", v))
    for value in values:
        suffix = f" ({_words(value)})" if value and value != "member" else ""
        yield suffix, [fact for fact in facts if dict(fact.qualifiers).get(qualifier or "", "") == value]


def _words(value: str) -> str:
    return value.replace("_", " ")


def _fact_line(fact: Fact, entity: str, names: dict[str, str], held: Mapping[str, set[str]]) -> Line:
    qualifiers = dict(fact.qualifiers)
    value = predicates()[fact.predicate].value
    other = fact.object if fact.subject == entity else fact.subject
    text = names.get(other or "", other or "") or qualifiers.pop(value or "", "")
    qualifiers.pop(_MAIN_QUALIFIER.get(fact.predicate, ""), None)
    notes = [names.get(note, _words(note)) for _, note in sorted(qualifiers.items())]
    if holders := held.get(other or ""):
        notes.append(f"held by {', '.join(sorted(holders))}")
    return Line(text, tuple(notes), fact.negated, fact.evidence, fact.also, other if other in names else None)


def _duty_groups(duties: Iterable[Duty], entity: str, names: dict[str, str]) -> Iterator[Group]:
    """By force, and within it by theme; what is of no theme comes last."""
    own = [duty for duty in duties if duty.bearer == entity]
    themes = [*lexicon("themes")["themes"], ""]
    for modality, concept in concepts("modality").items():
        by_theme: dict[str, list[Duty]] = {theme: [] for theme in themes}
        for duty in own:
            if duty.content.modality == modality:
                by_theme[_theme(duty)].append(duty)
        for theme, group in by_theme.items():
            if group:
                title = f"Duties: {concept.label.lower()}{f' ({theme})' if theme else ''}"
                yield Group("duties", title, _merged(_duty_line(duty, names) for duty in group))


def _theme(duty: Duty) -> str:
    """The theme of the duty's verb, else the first of its other words; empty if there is none."""
    for words in (duty.content.action.lower(), f" {duty.content.text.lower()}"):
        for theme, beginnings in lexicon("themes")["themes"].items():
            if any(words.startswith(item) or f" {item}" in words for item in beginnings):
                return theme
    return ""


def _duty_line(duty: Duty, names: dict[str, str]) -> Line:
    content = duty.content
    to = "to " + ", ".join(names.get(item, item) for item in duty.to) if duty.to else None
    notes = (content.frequency, content.condition, to)
    shown = tuple(note for note in notes if note)
    return Line(content.text, shown, negated=False, evidence=duty.evidence, also=duty.also)


def _merged(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Make one line of equal statements, the best evidence first; lines come in the order of the documents' text."""
    together: dict[tuple[str, tuple[str, ...], bool], list[Line]] = {}
    for line in lines:
        together.setdefault((line.text, line.notes, line.negated), []).append(line)
    merged = []
    for (text, notes, negated), same in together.items():
        if len(same) == 1 and not same[0].also:
            merged.append(same[0])
            continue
        found = [place for line in same for place in (line.evidence, *line.also)]
        best, *also = sorted(found, key=lambda item: (-item.confidence, item.document, item.spans))
        merged.append(Line(text, notes, negated, best, tuple(also), same[0].other))
    return tuple(sorted(merged, key=lambda line: (line.evidence.document, line.evidence.spans, line.text)))
