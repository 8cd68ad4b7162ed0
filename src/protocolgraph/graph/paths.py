"""Chains of accountability: who answers to whom, link by link, each link with the facts that state it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from protocolgraph.model import Fact
from protocolgraph.vocab.schema import accountability

_LONGEST = 12
"""Links of a chain beyond which nobody follows it."""
_WIDEST = 5000
"""Beginnings of chains that are followed at each length."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a chain, by the entities' ids: the source is accountable to the target."""

    source: str
    target: str
    facts: tuple[Fact, ...]
    """What states it, the plainest and surest first."""


@dataclass(frozen=True, slots=True, order=True)
class _Cost:
    """What makes one chain better than another as short: plainer predicates, then surer readings."""

    rank: int
    doubt: float
    steps: tuple[str, ...]


class AccountabilityMap:
    """Every step of accountability that facts state; negated facts state none."""

    def __init__(self, facts_about: Callable[[str], Iterable[Fact]]) -> None:
        """Follow accountability; `facts_about` returns the facts that an entity is the subject or the object of."""
        self._order = {link.predicate: rank for rank, link in enumerate(accountability())}
        self._ends = {link.predicate: link.to for link in accountability()}
        self._facts_about = facts_about
        self._steps: dict[str, tuple[Step, ...]] = {}

    @classmethod
    def of(cls, facts: Iterable[Fact]) -> AccountabilityMap:
        """Return the steps that these facts state."""
        by_entity: dict[str, list[Fact]] = defaultdict(list)
        for fact in facts:
            for end in dict.fromkeys((fact.subject, fact.object)):
                if end is not None:
                    by_entity[end].append(fact)
        return cls(lambda entity: by_entity.get(entity, ()))

    def steps_from(self, source: str) -> tuple[Step, ...]:
        """Return the steps to those who hold this entity to account, by their ids."""
        if source not in self._steps:
            found: dict[str, list[Fact]] = defaultdict(list)
            for fact in self._facts_about(source):
                if (target := self._holder(fact, source)) is not None:
                    found[target].append(fact)
            self._steps[source] = tuple(
                Step(source, target, tuple(sorted(found[target], key=self._key))) for target in sorted(found)
            )
        return self._steps[source]

    def _holder(self, fact: Fact, source: str) -> str | None:
        """Return to whom a fact makes an entity accountable; None if to nobody."""
        if fact.predicate not in self._ends or fact.object is None or fact.negated or fact.object == fact.subject:
            return None
        ends = (fact.object, fact.subject) if self._ends[fact.predicate] == "subject" else (fact.subject, fact.object)
        return ends[1] if ends[0] == source else None

    def chains(self, source: str, target: str, *, limit: int) -> tuple[tuple[Step, ...], ...]:
        """Return the shortest chains from the accountable to the holder of accountability, the best first.

        Each has as few steps as any; none, if there is no chain. At most `limit` are returned.
        """
        reached: dict[str, list[tuple[_Cost, tuple[Step, ...]]]] = {source: [(_Cost(0, 0.0, ()), ())]}
        seen = {source}
        while reached and target not in reached:
            onward: dict[str, list[tuple[_Cost, tuple[Step, ...]]]] = defaultdict(list)
            for place, chains in reached.items():
                for step in self.steps_from(place):
                    if step.target not in seen:
                        onward[step.target] += [(self._add(cost, step), (*chain, step)) for cost, chain in chains]
            seen |= set(onward)
            # The best of the chains to a place are all that the best of longer ones can be made of.
            reached = {place: sorted(chains, key=lambda item: item[0])[:limit] for place, chains in onward.items()}
        return tuple(chain for _, chain in reached.get(target, []) if chain)

    def all_chains(self, source: str, target: str, *, limit: int) -> tuple[tuple[Step, ...], ...]:
        """Return chains in the order of their lengths, none of which passes anyone twice; at most `limit`."""
        found: list[tuple[Step, ...]] = []
        tails: list[tuple[Step, ...]] = [()]
        for _ in range(_LONGEST):
            onward = [(*tail, step) for tail in tails for step in self.steps_from(tail[-1].target if tail else source)]
            tails = [chain for chain in onward if self._passes_once(chain)][:_WIDEST]
            found += sorted((chain for chain in tails if chain[-1].target == target), key=self._cost)
            tails = [chain for chain in tails if chain[-1].target != target]
            if len(found) >= limit or not tails:
                break
        return tuple(found[:limit])

    def common_holders(self, one: str, other: str) -> tuple[str, ...]:
        """Return whom both answer to, over any number of steps, those in the fewest steps from both first."""
        first, second = self._distances(one), self._distances(other)
        both = (set(first) & set(second)) - {one, other}
        return tuple(sorted(both, key=lambda holder: (first[holder] + second[holder], holder)))

    def _distances(self, source: str) -> dict[str, int]:
        """The number of steps to everyone to whom it answers."""
        found, edge, steps = {source: 0}, [source], 0
        while edge:
            steps += 1
            near = dict.fromkeys(step.target for place in edge for step in self.steps_from(place))
            edge = [place for place in near if place not in found]
            found |= dict.fromkeys(edge, steps)
        return found

    @staticmethod
    def _passes_once(chain: tuple[Step, ...]) -> bool:
        passed = [chain[0].source, *(step.target for step in chain)]
        return len(set(passed)) == len(passed)

    def _cost(self, chain: tuple[Step, ...]) -> _Cost:
        cost = _Cost(0, 0.0, ())
        for step in chain:
            cost = self._add(cost, step)
        return cost

    def _key(self, fact: Fact) -> tuple[int, float, str]:
        return self._order[fact.predicate], -fact.evidence.confidence, fact.id

    def _add(self, cost: _Cost, step: Step) -> _Cost:
        best = step.facts[0]
        doubt = round(cost.doubt + 1 - best.evidence.confidence, 6)
        return _Cost(cost.rank + self._order[best.predicate], doubt, (*cost.steps, step.target))
