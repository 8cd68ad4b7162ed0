"""Chains of accountability: who answers to whom, link by link, each link with the facts that state it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from protocolgraph.model import Fact
from protocolgraph.vocab.schema import accountability


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

    def __init__(self, facts: Iterable[Fact]) -> None:
        self._order = {link.predicate: rank for rank, link in enumerate(accountability())}
        ends = {link.predicate: link.to for link in accountability()}
        found: dict[str, dict[str, list[Fact]]] = defaultdict(lambda: defaultdict(list))
        for fact in facts:
            if fact.predicate not in ends or fact.object is None or fact.negated or fact.object == fact.subject:
                continue
            source, target = fact.subject, fact.object
            if ends[fact.predicate] == "subject":
                source, target = target, source
            found[source][target].append(fact)
        self._steps: Mapping[str, Mapping[str, Step]] = {
            source: {target: Step(source, target, tuple(sorted(facts, key=self._key))) for target, facts in own.items()}
            for source, own in found.items()
        }

    def steps_from(self, source: str) -> tuple[Step, ...]:
        """Return the steps to those who hold this entity to account, by their ids."""
        return tuple(step for _, step in sorted(self._steps.get(source, {}).items()))

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

    def _key(self, fact: Fact) -> tuple[int, float, str]:
        return self._order[fact.predicate], -fact.evidence.confidence, fact.id

    def _add(self, cost: _Cost, step: Step) -> _Cost:
        best = step.facts[0]
        doubt = round(cost.doubt + 1 - best.evidence.confidence, 6)
        return _Cost(cost.rank + self._order[best.predicate], doubt, (*cost.steps, step.target))
