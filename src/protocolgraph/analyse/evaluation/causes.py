"""Guesses why something was missed or wrongly found: where to look first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from protocolgraph.analyse.evaluation.gold import Gold, GoldDuty, GoldEntity, GoldFact
from protocolgraph.analyse.evaluation.match import Matcher, same_clause, share_a_run
from protocolgraph.analyse.evaluation.names import GoldNames, nearest
from protocolgraph.analyse.evaluation.rows import Found, FoundDuty, FoundEntity, FoundFact


class Cause(StrEnum):
    """What most likely went wrong."""

    MENTION = "mention"
    """A name was never found, or is none."""
    TYPE = "type"
    """The name was found as something else: a body as a role."""
    BOUNDARY = "boundary"
    """A name or clause was cut too short or too long."""
    RESOLUTION = "resolution"
    """It was found, but under another entity; or one entity as two."""
    PREDICATE = "predicate"
    """The right two entities, another relation."""
    DIRECTION = "direction"
    """Subject and object changed places."""
    POLARITY = "polarity"
    """A denial read as a statement, or the other way round."""
    MODALITY = "modality"
    """The right duty, with another force."""
    REPEAT = "repeat"
    """The same as another finding."""
    FRAME = "frame"
    """The words were read, and this was not read in them; or it was read where it is not stated."""
    UNREAD = "unread"
    """Nothing was read in these words."""


@dataclass(frozen=True, slots=True)
class Miss:
    """A gold item that was not found, or a finding that is not in the gold."""

    kind: str
    """"body" ... "publication", "fact", "duty"."""
    text: str
    """The item in words."""
    quote: str
    cause: Cause
    why: str


class Diagnosis:
    """Explains the misses and false findings of one document."""

    def __init__(self, gold: Gold, found: Found, names: GoldNames, matcher: Matcher) -> None:
        self.gold = gold
        self.found = found
        self.names = names
        self.matcher = matcher
        self.gold_names = {entity.id: entity.name for entity in gold.entities}

    def missed_entity(self, item: GoldEntity) -> Miss:
        """Explain why a gold entity was not found."""
        cause, why = self._no_entity(item.id)
        return Miss(item.type, item.name, "", cause, why)

    def _no_entity(self, id: str) -> tuple[Cause, str]:
        kind, name = self.names.types[id], self.gold_names[id]
        bearers = [e for e in self.found.entities if id in self.names.ids(e.names, None, strict=False)]
        others = [entity for entity in bearers if entity.type != kind]
        if len(others) < len(bearers):
            same = next(entity for entity in bearers if entity.type == kind)
            return Cause.RESOLUTION, f"{name!r} is under {same.name!r}, which is another gold entity too"
        if others:
            return Cause.TYPE, f"{name!r} was found as a {others[0].type}"
        near = nearest(name, [form for e in self.found.entities if e.type == kind for form in e.names])
        if near is not None:
            return Cause.BOUNDARY, f"{name!r} was not found, but {near!r} was"
        return Cause.MENTION, f"{name!r} was not found"

    def false_entity(self, found: FoundEntity) -> Miss:
        """Explain a found entity that is not in the gold."""
        cause, why = self._wrong_entity(found)
        return Miss(found.type, found.name, "", cause, why)

    def _wrong_entity(self, found: FoundEntity) -> tuple[Cause, str]:
        ids = self.names.ids(found.names, None, strict=False)
        same = sorted(id for id in ids if self.names.types[id] == found.type)
        if same:
            return Cause.RESOLUTION, f"{self.gold_names[same[0]]!r} was found already, under another name"
        if ids:
            return Cause.TYPE, f"it is a {self.names.types[min(ids)]} in the gold"
        forms = [name for e in self.gold.entities if e.type == found.type for name in (e.name, *e.aliases)]
        near = nearest(found.name, forms)
        if near is not None:
            return Cause.BOUNDARY, f"the gold has {near!r}"
        return Cause.MENTION, "the gold has nothing like it"

    def missed_fact(self, item: GoldFact) -> Miss:
        """Explain why a gold fact was not found."""
        cause, why = self._no_fact(item)
        ends = [self.gold_names[id] for id in (item.subject, item.object) if id is not None]
        return Miss("fact", _sentence(ends, item.predicate, negated=item.negated), item.quotes[0], cause, why)

    def _no_fact(self, item: GoldFact) -> tuple[Cause, str]:
        for end in (item.subject, item.object):
            if end is not None and not self._is_found(end):
                cause, why = self._no_entity(end)
                return (cause if cause is Cause.TYPE else Cause.MENTION), why
        for fact in self.found.facts:
            if self.matcher.ends(item, fact) and fact.predicate == item.predicate:
                return Cause.POLARITY, f"it was read {'as a denial' if fact.negated else 'without its denial'}"
        for fact in self.found.facts:
            if self.matcher.ends(item, fact):
                return Cause.PREDICATE, f"it was read as {fact.predicate} ({fact.rule})"
            if fact.predicate == item.predicate and item.object is not None and self.matcher.turned(item, fact):
                return Cause.DIRECTION, f"it was read the other way round ({fact.rule})"
        for fact in self.found.facts:
            if fact.predicate == item.predicate and self._overlap(item.quotes, fact.quote):
                return Cause.RESOLUTION, f"its words were read as {_found_sentence(fact)} ({fact.rule})"
        return self._not_in_words(item.quotes)

    def _is_found(self, id: str) -> bool:
        kind = self.names.types[id]
        return any(e.type == kind and id in self.names.ids(e.names, kind, strict=False) for e in self.found.entities)

    def _overlap(self, quotes: Iterable[str], quote: str) -> bool:
        return any(share_a_run(wanted, quote) for wanted in quotes)

    def _not_in_words(self, quotes: tuple[str, ...]) -> tuple[Cause, str]:
        if any(self._overlap(quotes, quote) for quote in self.found.quotes):
            return Cause.FRAME, "its words were read, and other things in them"
        return Cause.UNREAD, "nothing was read in its words"

    def false_fact(self, fact: FoundFact) -> Miss:
        """Explain a found fact that is not in the gold."""
        cause, why = self._wrong_fact(fact)
        return Miss("fact", _found_sentence(fact), fact.quote, cause, f"{why} ({fact.rule})")

    def _wrong_fact(self, fact: FoundFact) -> tuple[Cause, str]:
        for name, kind in ((fact.subject, fact.subject_type), (fact.object, fact.object_type)):
            if name and not self.matcher.meant(name, kind):
                return Cause.MENTION, f"the gold has no {kind or 'entity'} {name!r}"
        gold = (*self.gold.facts, *self.gold.optional_facts)
        for item in gold:
            if self.matcher.fact(item, fact):
                return Cause.REPEAT, "another finding says the same"
        for item in gold:
            if self.matcher.ends(item, fact) and item.object is not None:
                same = item.predicate == fact.predicate
                return (
                    (Cause.POLARITY, "the gold says the opposite")
                    if same
                    else (Cause.PREDICATE, f"it is {item.predicate}")
                )
            if item.predicate == fact.predicate and item.object is not None and self.matcher.turned(item, fact):
                return Cause.DIRECTION, "it is the other way round"
        for item in gold:
            if item.predicate == fact.predicate and self._overlap(item.quotes, fact.quote):
                ends = [self.gold_names[id] for id in (item.subject, item.object) if id is not None]
                return Cause.RESOLUTION, f"it is {_sentence(ends, item.predicate, negated=item.negated)}"
        return Cause.FRAME, "the gold does not state it"

    def missed_duty(self, item: GoldDuty) -> Miss:
        """Explain why a gold duty was not found."""
        cause, why = self._no_duty(item)
        text = f"{self.gold_names[item.bearers[0]]}: {item.modality} {item.text}"
        return Miss("duty", text, item.quotes[0], cause, why)

    def _no_duty(self, item: GoldDuty) -> tuple[Cause, str]:
        for duty in self.found.duties:
            if same_clause(item, duty):
                if self.matcher.meant(duty.bearer, duty.bearer_type) & set(item.bearers):
                    return Cause.REPEAT, "another gold duty took the finding"
                return Cause.RESOLUTION, f"it was read of {duty.bearer!r} ({duty.rule})"
        if not any(self._is_found(bearer) for bearer in item.bearers):
            cause, why = self._no_entity(item.bearers[0])
            return (cause if cause is Cause.TYPE else Cause.MENTION), why
        for duty in self.found.duties:
            if self._overlap(item.quotes, duty.quote):
                return Cause.BOUNDARY, f"its words were read as {duty.text!r} ({duty.rule})"
        return self._not_in_words(item.quotes)

    def false_duty(self, duty: FoundDuty) -> Miss:
        """Explain a found duty that is not in the gold."""
        cause, why = self._wrong_duty(duty)
        text = f"{duty.bearer}: {duty.modality} {duty.text}"
        return Miss("duty", text, duty.quote, cause, f"{why} ({duty.rule})")

    def _wrong_duty(self, duty: FoundDuty) -> tuple[Cause, str]:
        meant = self.matcher.meant(duty.bearer, duty.bearer_type)
        for item in (*self.gold.duties, *self.gold.optional_duties):
            if same_clause(item, duty):
                if meant & set(item.bearers):
                    return Cause.REPEAT, "another finding says the same"
                return Cause.RESOLUTION, f"it is a duty of {self.gold_names[item.bearers[0]]!r}"
        if not meant:
            return Cause.MENTION, f"the gold has no {duty.bearer_type or 'entity'} {duty.bearer!r}"
        return Cause.FRAME, "the gold does not state it"

    def other_modality(self, item: GoldDuty, duty: FoundDuty) -> Miss:
        """Explain a duty that was found with another force."""
        text = f"{duty.bearer}: {duty.modality} {duty.text}"
        return Miss(
            "duty", text, duty.quote, Cause.MODALITY, f"{item.modality} was read as {duty.modality} ({duty.rule})"
        )


def _sentence(ends: list[str], predicate: str, *, negated: bool) -> str:
    verb = f"not {predicate}" if negated else predicate
    return " ".join([ends[0], verb, *ends[1:]])


def _found_sentence(fact: FoundFact) -> str:
    return _sentence([name for name in (fact.subject, fact.object) if name], fact.predicate, negated=fact.negated)
