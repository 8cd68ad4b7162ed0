"""One body under two names.

Finds, in one document, two names of bodies of the place that say the same purpose with another noun
("Corporate Parenting Board", "Corporate Parenting Panel"), and two names of a post that differ in a word.

Why it matters: a reader cannot tell whether one body is meant or two, and a duty of "the Board" may be
nobody's.

Source: Office of the Parliamentary Counsel, Drafting Guidance: one thing, one name.

Bad:

    PROTOCOL BETWEEN THE HILLTOP CARERS BOARD AND THE VALLEY HEALTH PANEL

    1. The Hilltop Carers Board will publish an Annual Report.
    2. The Valley Health Panel will share its findings with the Hilltop Carers Group.

Good:

    PROTOCOL BETWEEN THE HILLTOP CARERS BOARD AND THE VALLEY HEALTH PANEL

    1. The Hilltop Carers Board will publish an Annual Report.
    2. The Valley Health Panel will share its findings with the Hilltop Carers Board.

Limits: a place may have both a board and a group of one purpose. Two kinds of bodies that a law tells apart
are two. Names that one body bore one after the other, in documents of different years, are no finding.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from protocolgraph.analyse.checks.rule import Rule
from protocolgraph.analyse.checks.world import World
from protocolgraph.model import EntityType, Evidence, Finding, FindingKind, Scope, Severity
from protocolgraph.reference import body_kind_of
from protocolgraph.vocab.checks import content_words, split_head

_DEPENDENT = re.compile(r"\b(?:sub|executive|working|steering|delivery|task)\b", re.IGNORECASE)


def _find(world: World, rule: Rule) -> Iterator[Finding]:
    for document in sorted(world.documents):
        names = _names(world, document)
        purposes: dict[frozenset[str], list[tuple[str, str]]] = {}
        for name, body in sorted(names.items()):
            purposes.setdefault(content_words(split_head(name)[0]), []).append((name, body))
        alike = sorted(pair for own in purposes.values() for pair in combinations(own, 2))
        for (first, one), (second, other) in alike:
            if _same_purpose(first, second) and not _related(world, one, other):
                places = [_place(world, document, name) for name in (first, second)]
                shown = [place for place in places if place]
                if len(shown) == len(places):
                    message = f"“{first}” beside “{second}” in {document}: one body under two names, or two bodies?"
                    yield rule.finding(message, entities=[first, second], evidence=shown, confidence=0.75)


def _names(world: World, document: str) -> dict[str, str]:
    """Return every name by which a document calls a body of the place, with the body's id."""
    found: dict[str, str] = {}
    for use in world.uses.get(document, ()):
        entity = world.index.entities.get(use.entity)
        if entity is None or entity.type is not EntityType.BODY:
            continue
        if entity.scope in (Scope.LOCAL, Scope.REGIONAL):
            found.update((name, entity.id) for name in use.names)
    return found


def _same_purpose(first: str, second: str) -> bool:
    (purpose, noun), (other, other_noun) = split_head(first), split_head(second)
    words, other_words = content_words(purpose), content_words(other)
    if not noun or not other_noun or noun == other_noun or {noun, other_noun} & {"council", "team"}:
        return False
    if _DEPENDENT.search(first) or _DEPENDENT.search(second):
        return False
    kinds = {kind.id for name in (first, second) if (kind := body_kind_of(name))}
    return words == other_words and len(words) >= 2 and len(kinds) < 2


def _related(world: World, one: str, other: str) -> bool:
    """Whether the documents tell the two bodies apart: one is part of the other, or works with it."""
    return one != other and any(
        fact.object in (one, other) and fact.subject in (one, other)
        for identifier in (one, other)
        for fact in world.index.facts_of.get(identifier, ())
    )


def _place(world: World, document: str, name: str) -> Evidence | None:
    """Return the shortest quote of a document that holds a name."""
    words = r"\s+".join(re.escape(word) for word in name.replace("’", "'").split()).replace("'", "['’]")
    pattern = re.compile(rf"\b{words}\b", re.IGNORECASE)
    places = [place for item in world.statements_in(document) for place in (item.evidence, *item.also)]
    places += [mark.evidence for mark in world.documents[document].layout.marks]
    fitting = [place for place in places if pattern.search(place.quote)]
    return min(fitting, key=lambda place: (len(place.quote), place.spans), default=None)


RULE = Rule("PG402", "two-names", FindingKind.DRAFTING, Severity.MEDIUM, _find, __doc__)
