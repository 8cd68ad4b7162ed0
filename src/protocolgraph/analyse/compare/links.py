"""Which links of two sides are one: by predicate, and by who stands at both ends."""

from __future__ import annotations

from collections.abc import Container

from protocolgraph.analyse.compare.bodies import Counterparts
from protocolgraph.analyse.compare.rows import Row, Said, Verdict
from protocolgraph.analyse.compare.sides import Side
from protocolgraph.model import EntityType, Fact, Scope
from protocolgraph.vocab.checks import is_holder
from protocolgraph.vocab.schema import predicates

_LINKS = frozenset(
    {
        "chairs", "member_of", "part_of", "reports_to", "accountable_to", "accountable_for", "appoints", "oversees",
        "escalates_to", "notifies", "advises", "works_with", "peer_of", "produces", "approves", "meets", "funds",
        "established_under", "holds",
    }
)  # fmt: skip


_LINES = frozenset({"reports_to", "accountable_to", "part_of", "chairs", "appoints", "holds"})
_BY_WHOM = frozenset({"chairs", "appoints", "holds"})
"""Links of which a body has one or few, so that another end tells of a difference."""


def link_rows(first: Side, second: Side, pairs: Counterparts) -> tuple[Row, ...]:
    """Return a row for each link: both ends alike first, then those that differ in one end, then the others."""
    left, right = _links(first), _links(second)
    rows: list[tuple[int, Row]] = []
    matched: dict[str, str] = {}
    for fits in (_both_alike, _one_alike):
        for place, fact in enumerate(left):
            free = [other for other in right if other.id not in matched.values()]
            match = next((other for other in free if fits(first, fact, second, other, pairs)), None)
            if fact.id not in matched and match:
                matched[fact.id] = match.id
                rows.append((place, _pair(first, fact, second, match, both=fits is _both_alike)))
    rows += [
        (place, Row(Verdict.ONLY_FIRST, _said(first, fact), None))
        for place, fact in enumerate(left)
        if fact.id not in matched
    ]
    alone = [fact for fact in right if fact.id not in matched.values()]
    rows += [(len(left), Row(Verdict.ONLY_SECOND, None, _said(second, fact))) for fact in alone]
    return tuple(row for _, row in sorted(rows, key=lambda item: item[0]))


def _links(side: Side) -> list[Fact]:
    """Return the links between particular bodies, posts and publications, each once."""
    found: dict[tuple[str, str, str | None], Fact] = {}
    for fact in side.facts:
        subject, target = side.entities.get(fact.subject), side.entities.get(fact.object or "")
        plain = subject is not None and subject.scope is not Scope.GENERIC
        if plain and fact.predicate in _LINKS and (target is None or target.scope is not Scope.GENERIC):
            found.setdefault((fact.subject, fact.predicate, fact.object), fact)
    return list(found.values())


def _both_alike(first: Side, one: Fact, second: Side, other: Fact, pairs: Counterparts) -> bool:
    if one.predicate != other.predicate or not _same(first, one.subject, second, other.subject, pairs):
        return False
    return one.predicate == "meets" or _same(first, one.object, second, other.object, pairs)


def _one_alike(first: Side, one: Fact, second: Side, other: Fact, pairs: Counterparts) -> bool:
    """Whether a line of one body goes to another place: the only such line of each, to a body that answers for it."""
    if one.predicate != other.predicate or one.predicate not in _LINES:
        return False
    if one.predicate in _BY_WHOM:
        return _same(first, one.object, second, other.object, pairs)
    if not _same(first, one.subject, second, other.subject, pairs):
        return False
    return _open_lines(first, one, pairs.of) == {one.object} and _open_lines(second, other, pairs.back) == {
        other.object
    }


def _open_lines(side: Side, line: Fact, paired: Container[str]) -> set[str]:
    """Return the elected, executive and statutory bodies without counterpart to which such lines of the body go."""
    ends = {
        fact.object
        for fact in side.facts
        if (fact.subject, fact.predicate) == (line.subject, line.predicate) and fact.object
    }
    return {
        end for end in ends if end not in paired and is_holder(name := side.name(end)) and "sub" not in name.lower()
    }


def _same(first: Side, one: str | None, second: Side, other: str | None, pairs: Counterparts) -> bool:
    if one is None or other is None:
        return one is other
    if one == other or pairs.joins(one, other):
        return True
    left, right = first.entities.get(one), second.entities.get(other)
    if left is None or right is None or left.type is not right.type or left.type is not EntityType.PUBLICATION:
        return False
    words, others = first.words(left), second.words(right)
    return bool(words & others) and len(words & others) * 2 >= len(words | others)


def _pair(first: Side, one: Fact, second: Side, other: Fact, *, both: bool) -> Row:
    how = []
    if not both and one.predicate in _BY_WHOM:
        how.append(f"by whom: {first.name(one.subject)} / {second.name(other.subject)}")
    elif not both:
        how.append(f"to whom: {first.name(one.object)} / {second.name(other.object)}")
    left, right = dict(one.qualifiers), dict(other.qualifiers)
    how += [
        f"{name}: {left.get(name) or 'none stated'} / {right.get(name) or 'none stated'}"
        for name in ("frequency", "capacity", "amount")
        if left.get(name) != right.get(name)
    ]
    verdict = Verdict.DIFFERS if how else Verdict.SAME
    return Row(verdict, _said(first, one), _said(second, other), tuple(how))


def _said(side: Side, fact: Fact) -> Said:
    predicate = predicates()[fact.predicate]
    value = dict(fact.qualifiers).get(predicate.value or "", "")
    target = side.name(fact.object) if fact.object else value
    return Said(side.name(fact.subject), f"{predicate.label} {target}".strip(), fact.evidence)
