"""Which links of two sides are one: by predicate, and by who stands at both ends."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator

from protocolgraph.analyse.compare.bodies import Counterparts
from protocolgraph.analyse.compare.rows import Row, Said, Verdict
from protocolgraph.analyse.compare.sides import Side
from protocolgraph.model import Entity, EntityType, Fact, Scope
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
    left, right = _links(first), _Links(first, second, pairs)
    rows: list[tuple[int, Row]] = []
    left_over: list[tuple[int, Fact]] = []
    for place, fact in enumerate(left):
        match = right.take(right.both_alike(fact))
        if match:
            rows.append((place, _pair(first, fact, second, match, both=True)))
        else:
            left_over.append((place, fact))
    for place, fact in left_over:
        match = right.take(right.one_alike(fact))
        found = _pair(first, fact, second, match, both=False) if match else None
        rows.append((place, found or Row(Verdict.ONLY_FIRST, _said(first, fact), None)))
    rows += [(len(left), Row(Verdict.ONLY_SECOND, None, _said(second, fact))) for fact in right.left_over()]
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


class _Links:
    """The links of the second side by their ends, for those of the first; each is matched once."""

    def __init__(self, first: Side, second: Side, pairs: Counterparts) -> None:
        self._first, self._second, self._pairs = first, second, pairs
        self._publications = _Publications(first, second)
        self._links = _links(second)
        self._free = set(range(len(self._links)))
        self._by_ends: dict[tuple[str, str, str | None], list[int]] = defaultdict(list)
        self._by_subject: dict[tuple[str, str], list[int]] = defaultdict(list)
        self._by_object: dict[tuple[str, str | None], list[int]] = defaultdict(list)
        for place, fact in enumerate(self._links):
            self._by_ends[fact.predicate, fact.subject, fact.object].append(place)
            self._by_subject[fact.predicate, fact.subject].append(place)
            self._by_object[fact.predicate, fact.object].append(place)

    def both_alike(self, one: Fact) -> Iterator[int]:
        """Yield the places of the links of which both ends are the same; of meetings, who meets."""
        for subject in self._same(one.subject):
            if one.predicate == "meets":
                yield from self._by_subject.get((one.predicate, subject or ""), ())
            else:
                for target in self._same(one.object):
                    yield from self._by_ends.get((one.predicate, subject or "", target), ())

    def one_alike(self, one: Fact) -> Iterator[int]:
        """Yield the places of those by which a line of one body goes to another place.

        It is the only such line of each, to a body that answers for it.
        """
        if one.predicate in _BY_WHOM:
            for target in self._same(one.object):
                yield from self._by_object.get((one.predicate, target), ())
        elif one.predicate in _LINES and _open_lines(self._first, one, self._pairs.of) == {one.object}:
            for subject in self._same(one.subject):
                for place in self._by_subject.get((one.predicate, subject or ""), ()):
                    other = self._links[place]
                    if _open_lines(self._second, other, self._pairs.back) == {other.object}:
                        yield place

    def take(self, places: Iterable[int]) -> Fact | None:
        """Return the first of these links that is free, which then it is no more."""
        place = min((place for place in places if place in self._free), default=None)
        if place is None:
            return None
        self._free.remove(place)
        return self._links[place]

    def left_over(self) -> Iterator[Fact]:
        """Yield the links that were not taken."""
        return (fact for place, fact in enumerate(self._links) if place in self._free)

    def _same(self, one: str | None) -> set[str | None]:
        """Return what of the second side is the same: itself, its counterpart, publications of like names."""
        return {one} if one is None else {one, self._pairs.of.get(one, one), *self._publications.like(one)}


class _Publications:
    """The publications of the second side by the words of their names."""

    def __init__(self, first: Side, second: Side) -> None:
        self._first, self._second = first, second
        found = [entity for entity in second.knowledge.entities if entity.type is EntityType.PUBLICATION]
        self._under: dict[str, list[Entity]] = defaultdict(list)
        for entity in found:
            for word in second.words(entity):
                self._under[word].append(entity)

    def like(self, one: str) -> set[str]:
        """Return the publications that have half of all words of the two names in common with a publication."""
        entity = self._first.entities.get(one)
        if entity is None or entity.type is not EntityType.PUBLICATION:
            return set()
        words = sorted(self._first.words(entity), key=lambda word: (len(self._under.get(word, ())), word))
        rarest = words[: len(words) // 2 + 1]
        near = {other.id: other for word in rarest for other in self._under.get(word, ())}
        return {id for id, other in near.items() if self._half(frozenset(words), self._second.words(other))}

    @staticmethod
    def _half(words: frozenset[str], others: frozenset[str]) -> bool:
        return len(words & others) * 2 >= len(words | others)


def _open_lines(side: Side, line: Fact, paired: Container[str]) -> set[str]:
    """Return the elected, executive and statutory bodies without counterpart to which such lines of the body go."""
    ends = {fact.object for fact in side.lines.get((line.subject, line.predicate), ()) if fact.object}
    return {
        end for end in ends if end not in paired and is_holder(name := side.name(end)) and "sub" not in name.lower()
    }


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
