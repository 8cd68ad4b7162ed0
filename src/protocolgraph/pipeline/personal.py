"""Personal data that a graph need not hold: ways to reach people always left out, people's names where a person asks.

Both work on what was read in a document. Words are cut out of a quote as a piece is: what is left
still stands in the document word for word, each piece at its span.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from protocolgraph.model import (
    Alias,
    CandidateDuty,
    CandidateFact,
    EntityType,
    Evidence,
    Extraction,
    Layout,
    Mention,
    Particular,
    Span,
)
from protocolgraph.model.provenance import QUOTE_GAP
from protocolgraph.model.workspace import AddedDuty, AddedFact, Workspace
from protocolgraph.text.contacts import find_contacts, without_contacts

Cuts = Callable[[str], Iterable[tuple[int, int]]]
"""Returns where the words stand that are to be cut out of a text."""


def without_addresses(extraction: Extraction) -> Extraction:
    """Return what was read without e-mail addresses and telephone numbers."""
    kept = [None if _is_contact(mention) else _plain(mention) for mention in extraction.mentions]
    return _rebuilt(extraction, kept, find_contacts, without_contacts)


def layout_without_addresses(layout: Layout) -> Layout:
    """Return a document's layout without e-mail addresses and telephone numbers."""
    return _cleaned(layout, find_contacts, without_contacts)


def without_people(extraction: Extraction) -> Extraction:
    """Return what was read without people and what is stated of them, their names cut out of all quotes."""
    cuts, clean = _people_of(extraction)
    kept = [None if mention.type is EntityType.PERSON else mention for mention in extraction.mentions]
    return _rebuilt(extraction, kept, cuts, clean)


def layout_without_people(layout: Layout, extraction: Extraction) -> Layout:
    """Return the layout of the document of an extraction without the people's names that were read there."""
    return _cleaned(layout, *_people_of(extraction))


def additions_without_people(workspace: Workspace, extractions: Sequence[Extraction]) -> Workspace:
    """Return the additions of reviewers that are about no person and whose words name none."""
    cuts = {extraction.document: _people_of(extraction)[0] for extraction in extractions}

    def is_free(added: AddedFact | AddedDuty) -> bool:
        named = (added.subject, added.object) if isinstance(added, AddedFact) else (added.bearer, *added.to)
        found = cuts[added.document](added.quote) if added.document in cuts else ()
        return not any(found) and all(one is None or one.type is not EntityType.PERSON for one in named)

    facts, duties = tuple(filter(is_free, workspace.facts)), tuple(filter(is_free, workspace.duties))
    return replace(workspace, facts=facts, duties=duties)


def _people_of(extraction: Extraction) -> tuple[Cuts, Callable[[str], str]]:
    """Return where people are named in a text, and what cuts them out of one."""
    people = {mention.name for mention in extraction.mentions if mention.type is EntityType.PERSON}
    people |= {mention.text for mention in extraction.mentions if mention.type is EntityType.PERSON}
    names = re.compile("|".join(map(re.escape, sorted(people, key=lambda name: (-len(name), name)))) or r"(?!)")

    def cuts(text: str) -> Iterator[tuple[int, int]]:
        return (match.span() for match in names.finditer(text))

    def clean(text: str) -> str:
        return " ".join(names.sub("", text).split()).strip(" ,;") if people else text

    return cuts, clean


def _cleaned(layout: Layout, cuts: Cuts, clean: Callable[[str], str]) -> Layout:
    marks = [
        replace(mark, value=clean(mark.value), evidence=evidence)
        for mark in layout.marks
        if (evidence := _evidence(mark.evidence, cuts))
    ]
    return Layout(
        parts=tuple(replace(part, title=clean(part.title)) for part in layout.parts),
        headings=tuple(replace(heading, text=clean(heading.text)) for heading in layout.headings),
        marks=tuple(marks),
        particulars=tuple(_particular(one, cuts, clean) for one in layout.particulars),
    )


def _particular(one: Particular, cuts: Cuts, clean: Callable[[str], str]) -> Particular:
    evidence = one.evidence and _evidence(one.evidence, cuts)
    return replace(one, value=clean(one.value) or "[…]", evidence=evidence or None)


def _is_contact(mention: Mention) -> bool:
    return not without_contacts(mention.name) or not without_contacts(mention.text)


def _plain(mention: Mention) -> Mention:
    name, text = without_contacts(mention.name), without_contacts(mention.text)
    return mention if (name, text) == (mention.name, mention.text) else replace(mention, name=name, text=text)


def _rebuilt(extraction: Extraction, kept: list[Mention | None], cuts: Cuts, clean: Callable[[str], str]) -> Extraction:
    """Return an extraction with the mentions that are kept, and what is said of these alone."""
    places = [at for at, mention in enumerate(kept) if mention is not None]
    numbers = {at: number for number, at in enumerate(places)}
    mentions = [
        replace(mention, owner=numbers.get(_or(mention.owner)), antecedent=numbers.get(_or(mention.antecedent)))
        for mention in kept
        if mention is not None
    ]
    facts = [fact for each in extraction.facts if (fact := _fact(each, numbers, cuts))]
    duties = [duty for each in extraction.duties if (duty := _duty(each, numbers, cuts, clean))]
    return replace(
        extraction,
        title=clean(extraction.title) if extraction.title else extraction.title,
        mentions=tuple(mentions),
        aliases=tuple(alias for alias in extraction.aliases if _is_clean(alias, clean)),
        facts=tuple(facts),
        duties=tuple(duties),
    )


def _or(number: int | None) -> int:
    return -1 if number is None else number


def _is_clean(alias: Alias, clean: Callable[[str], str]) -> bool:
    return clean(alias.short) == alias.short and clean(alias.long) == alias.long


def _fact(fact: CandidateFact, numbers: dict[int, int], cuts: Cuts) -> CandidateFact | None:
    evidence = _evidence(fact.evidence, cuts)
    if fact.subject not in numbers or (fact.object is not None and fact.object not in numbers) or evidence is None:
        return None
    target = None if fact.object is None else numbers[fact.object]
    return replace(fact, subject=numbers[fact.subject], object=target, evidence=evidence)


def _duty(
    duty: CandidateDuty, numbers: dict[int, int], cuts: Cuts, clean: Callable[[str], str]
) -> CandidateDuty | None:
    evidence = _evidence(duty.evidence, cuts)
    if duty.bearer not in numbers or evidence is None:
        return None
    content = duty.content
    object_ = clean(content.object) if content.object else content.object
    condition = clean(content.condition) if content.condition else content.condition
    return replace(
        duty,
        bearer=numbers[duty.bearer],
        content=replace(content, text=clean(content.text), object=object_, condition=condition),
        to=tuple(numbers[at] for at in duty.to if at in numbers),
        product=numbers.get(_or(duty.product)),
        evidence=evidence,
    )


def _evidence(evidence: Evidence, cuts: Cuts) -> Evidence | None:
    """Return evidence with words cut out of its quote; None if nothing is left of it."""
    pieces = [piece for piece in _pieces(evidence, cuts) if piece[1].strip()]
    if not pieces:
        return None
    spans = tuple(span for span, _ in pieces)
    section = evidence.section
    if section and any(True for _ in cuts(section)):
        section = None
    if spans == evidence.spans and section == evidence.section:
        return evidence
    return replace(evidence, spans=spans, quote=QUOTE_GAP.join(text for _, text in pieces), section=section)


def _pieces(evidence: Evidence, cuts: Cuts) -> Iterator[tuple[Span, str]]:
    """Yield the spans of a quote and the words at each, those that are cut out left out."""
    offset = 0
    for span in evidence.spans:
        length = span.end - span.start
        text = evidence.quote[offset : offset + length]
        offset += length + len(QUOTE_GAP)
        start = 0
        for low, high in [*cuts(text), (length, length)]:
            piece = text[start:low].rstrip()
            begin = start + len(piece) - len(piece.lstrip())
            if piece.strip():
                yield Span(span.start + begin, span.start + start + len(piece)), piece.lstrip()
            start = high
