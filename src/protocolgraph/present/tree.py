"""A chart as a tree: below each who holds to account, those who answer to it; to be read level by level."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from protocolgraph.model import Entity
from protocolgraph.present.chart import Arrow, Chart


@dataclass(frozen=True, slots=True)
class Branch:
    """One in a tree, with all who answer to it."""

    entity: Entity
    arrows: tuple[Arrow, ...]
    """What is stated between it and the one above; empty at the top."""
    below: tuple[Branch, ...] = ()
    elsewhere: bool = False
    """Whether those below it stand in the tree already, in another place."""

    @property
    def said(self) -> str:
        """How it is tied to the one above: "reports to it; which it oversees"."""
        return "; ".join(f"{a.label} it" if a.upwards else f"which it {a.label}" for a in self.arrows)

    @property
    def number(self) -> int:
        """How many stand below it, at all levels."""
        return sum(1 + branch.number for branch in self.below)


def tree(chart: Chart) -> tuple[Branch, ...]:
    """Return a chart as a tree, those with most below them first.

    Who answers to several stands below each of them; what stands below it is told once. Of those who answer to each
    other in a ring, the first by name stands at the top.
    """
    below: dict[str, dict[str, list[Arrow]]] = defaultdict(lambda: defaultdict(list))
    for arrow in chart.arrows:
        below[arrow.upper][arrow.lower].append(arrow)
    return tuple(sorted(_Grown(chart, below).roots(), key=lambda branch: (-branch.number, branch.entity.name)))


class _Grown:
    """A tree under way."""

    def __init__(self, chart: Chart, below: Mapping[str, Mapping[str, Sequence[Arrow]]]) -> None:
        self._entities = {box.entity.id: box.entity for box in chart.boxes}
        self._below = below
        self._told: set[str] = set()

    def roots(self) -> Iterator[Branch]:
        """Yield who stands at the top: those who answer to nobody, then who is first in each ring."""
        answering = {lower for group in self._below.values() for lower in group}
        for key in self._entities:
            if key not in answering and key in self._below:
                yield self._branch(key, ())
        for key in self._entities:
            if key in self._below and key not in self._told:
                yield self._branch(key, ())

    def _branch(self, key: str, arrows: Sequence[Arrow]) -> Branch:
        own = self._below.get(key, {})
        if key in self._told:
            return Branch(self._entities[key], tuple(arrows), elsewhere=bool(own))
        self._told.add(key)
        ordered = sorted(own.items(), key=lambda item: (self._entities[item[0]].name, item[0]))
        return Branch(self._entities[key], tuple(arrows), tuple(self._branch(lower, said) for lower, said in ordered))
