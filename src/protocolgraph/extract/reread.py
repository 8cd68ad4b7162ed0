"""The second reading of a passage, in which the names that the document uses elsewhere are known."""

from __future__ import annotations

from dataclasses import dataclass

from protocolgraph.extract.classes import kind_only
from protocolgraph.extract.found import Found, in_order
from protocolgraph.extract.gaps import parted
from protocolgraph.extract.known import KnownNames, defined_as_other
from protocolgraph.extract.names import NameFinder
from protocolgraph.extract.two_bodies import TwoBodies
from protocolgraph.extract.units import Unit
from protocolgraph.model import EntityType


@dataclass(frozen=True, slots=True)
class Rereader:
    """Reads passages again."""

    finder: NameFinder
    known: KnownNames
    two: TwoBodies
    source: str
    """The document's text."""

    def names(self, unit: Unit, found: list[Found], told: list[Found]) -> list[Found]:
        """Return the names of a passage, those that only tell a kind of body left out.

        Args:
            unit: the passage.
            found: the names that the first reading found in it.
            told: those of them that only the words around them tell.

        """
        names = self.two.parted(self._with_known(unit, found, told))
        return [name for name in names if not kind_only(name, unit.text)]

    def _with_known(self, unit: Unit, found: list[Found], told: list[Found]) -> list[Found]:
        said = self.known.find(unit.text)
        found = [name for name in found if not defined_as_other(name, said)]
        known = [name for name in said if not any(name == other for other in found)]
        if not known:
            return found
        bodies = [name for name in known if name.type is EntityType.BODY]
        others = [name for name in said if name.type is not EntityType.BODY]
        merged = list(found)
        if bodies:
            merged = self.finder.find(unit.labelled, [*told, *bodies])
            merged = parted(merged, unit, self.source, self.known.with_bodies(self.finder.find))
        merged = [name for name in merged if not defined_as_other(name, others)]
        return in_order([*merged, *(name for name in others if not any(name.overlaps(other) for other in merged))])
