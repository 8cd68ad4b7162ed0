"""The same duty on two bodies.

Finds duties of two bodies of one place that ask for the same by meaning: the same class of action, on the
same subject, for the same people. Bodies that share several such duties are one finding, and so are duties
that the text itself calls joint, with low severity.

Why it matters: work done twice costs twice, and when it is not done, each body can point to the other.

Source: Local Government Association, guidance on partnership reviews; Audit Commission, Governing
Partnerships (2005).

Bad:

    TERMS OF REFERENCE: HILLTOP CARERS BOARD

    1. The Hilltop Carers Board will commission training for staff of all agencies.
    2. The Hilltop Carers Board will approve the carers strategy.

    ---

    TERMS OF REFERENCE: VALLEY LEARNING GROUP

    1. The Valley Learning Group will purchase training for the staff of partner agencies.
    2. The Valley Learning Group will publish a calendar of events.

Good:

    TERMS OF REFERENCE: HILLTOP CARERS BOARD

    1. The Hilltop Carers Board will approve the training programme for staff of all agencies.
    2. The Hilltop Carers Board will approve the carers strategy.

    ---

    TERMS OF REFERENCE: VALLEY LEARNING GROUP

    1. The Valley Learning Group will purchase training for the staff of partner agencies.
    2. The Valley Learning Group will publish a calendar of events.

Limits: likeness is measured with a thesaurus of this field; of pairs that are hard to tell, two in three are
right (see likeness.md). A body and its own parent, and duties that years part, are not compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from protocolgraph.analyse.checks.rule import Rule
from protocolgraph.analyse.checks.world import World
from protocolgraph.analyse.likeness.candidates import alike
from protocolgraph.analyse.likeness.meaning import meaning_of
from protocolgraph.analyse.likeness.measure import Likeness
from protocolgraph.model import Duty, EntityType, Finding, FindingKind, Modality, Scope, Severity
from protocolgraph.text.normalise import collapse, name_key
from protocolgraph.vocab.thesaurus import thesaurus

_LEAST = 0.62
_SHOWN = 4
_YEARS = 3
_JOINT = re.compile(
    r"\b(?:both|joint|jointly|together with|in partnership with|each (?:body|board|partner))\b", re.IGNORECASE
)

Match = tuple[Duty, Duty, Likeness]


def _find(world: World, rule: Rule) -> Iterator[Finding]:
    duties = [(duty, _place(world, duty)) for duty in world.knowledge.duties if _counts(world, duty)]
    asked = {place for duty, place in duties if world.is_wanted(rule.code, [duty.evidence.document])}
    duties = [(duty, place) for duty, place in duties if place in asked]
    meanings = [meaning_of(duty.content.text) for duty, _ in duties]
    together: dict[tuple[str, ...], list[Match]] = {}
    for one, other, score in alike(meanings, least=_LEAST, blocks=[place for _, place in duties]):
        first, second = sorted((duties[one][0], duties[other][0]), key=lambda duty: world.name(duty.bearer))
        if _apart(world, first, second) and any(name in thesaurus().subjects.values() for name in score.shared):
            names = world.name(first.bearer), world.name(second.bearer)
            together.setdefault((*duties[one][1], *names), []).append((first, second, score))
    for _, matches in sorted(together.items()):
        yield _finding(world, rule, sorted(matches, key=lambda match: (-match[2].score, match[0].id, match[1].id)))


def _place(world: World, duty: Duty) -> tuple[str, ...]:
    """Return what two duties must share to be of one place: the area of those who bear them, else a document."""
    entity = world.entity(duty.bearer)
    return (entity.area,) if entity.area else (duty.evidence.document,)


def _counts(world: World, duty: Duty) -> bool:
    entity = world.entity(duty.bearer)
    standing = duty.content.modality not in (Modality.MUST_NOT, Modality.MAY)
    standing = standing and "meet" not in meaning_of(duty.content.text).actions
    return (
        standing
        and world.governs(duty.evidence)
        and entity.type is EntityType.BODY
        and entity.scope in (Scope.LOCAL, Scope.REGIONAL)
    )


def _apart(world: World, first: Duty, second: Duty) -> bool:
    """Whether two duties of one place are those of two bodies at one time, neither of them part of the other."""
    one, other = world.entity(first.bearer), world.entity(second.bearer)
    if name_key(one.name) == name_key(other.name):
        return False
    if not world.same_time(first.evidence, second.evidence, years=_YEARS):
        return False
    kin = ("part_of", "member_of", "succeeds")
    return not any(
        world.stated(predicate, subject=a, object=b)
        for predicate in kin
        for a, b in ((one.id, other.id), (other.id, one.id))
    )


def _finding(world: World, rule: Rule, matches: list[Match]) -> Finding:
    first, second, score = matches[0]
    names = [world.name(first.bearer), world.name(second.bearer)]
    joint = all(_is_joint(one, other) for one, other, _ in matches)
    first_words, second_words = (" ".join(duty.content.text.split()) for duty in (first, second))
    message = f"{names[0]} and {names[1]} have the same duty: “{first_words}” and “{second_words}” ({score.reason})"
    message += f", and {len(matches) - 1} more." if len(matches) > 1 else "."
    if joint:
        message += " The text calls it joint."
    places = [place for one, other, _ in matches[:_SHOWN] for place in (one.evidence, other.evidence)]
    severity = Severity.LOW if joint else None
    return rule.finding(message, entities=names, evidence=places, severity=severity, confidence=score.score)


def _is_joint(one: Duty, other: Duty) -> bool:
    """Whether the text says that two do a thing together: in so many words, or in one sentence that names both."""
    quotes = [collapse(duty.evidence.quote) for duty in (one, other)]
    return quotes[0] == quotes[1] or any(map(_JOINT.search, quotes))


RULE = Rule("PG201", "same-duty", FindingKind.OVERLAP, Severity.MEDIUM, _find, __doc__)
