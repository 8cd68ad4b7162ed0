"""The lists that are open: to which of them an item belongs, and what leads into it."""

from __future__ import annotations

from dataclasses import dataclass

from protocolgraph.model import Passage
from protocolgraph.structure import wording
from protocolgraph.structure.units import Unit
from protocolgraph.text.numbering import Label, LabelKind, follows, is_first

Leads = tuple[Passage, ...]
"""Lead-ins from the outermost to the innermost."""

_DEEPER = 2
"""An item that stands so much further in than the last begins a list of its own."""


@dataclass(frozen=True, slots=True)
class _Level:
    """One list that is open."""

    label: Label | None
    """Of its last item."""
    leads: Leads
    indent: float
    below: Leads
    """What leads into a list below its last item."""
    nests: bool
    """Whether the last item leads into such a list."""
    small: bool
    """Whether the last item begins with a small letter."""

    def holds(self, unit: Unit) -> bool:
        """Whether an item is the next of this list."""
        deeper = unit.lines[0].indent >= self.indent + _DEEPER
        if self.label is None or unit.label is None:
            return self.label is unit.label and not deeper
        if self.label.kind is LabelKind.BULLET and unit.label.kind is LabelKind.BULLET:
            return self.label.text == unit.label.text and not deeper
        return follows(unit.label, self.label)


def _counts_on(unit: Unit) -> bool:
    """Whether an item has a number that is no list's first: "2." behind bullets begins no list below the last."""
    return unit.label is not None and unit.label.kind is LabelKind.DECIMAL and not is_first(unit.label)


class Lists:
    """The lists that are open, from the outermost to the innermost."""

    def __init__(self) -> None:
        self._levels: list[_Level] = []

    @property
    def depth(self) -> int:
        """How many lists the last item stands in."""
        return len(self._levels)

    @property
    def leads(self) -> Leads:
        """What leads into the innermost list."""
        return self._levels[-1].leads if self._levels else ()

    @property
    def goes_on_small(self) -> bool:
        """Whether items with a small first letter stand in the innermost list, which a lead-in completes."""
        return bool(self.leads) and self._levels[-1].small

    def clear(self) -> None:
        """Close all lists."""
        self._levels = []

    def go_on_with(self, following: Unit) -> bool:
        """Whether an item is the next of the innermost list."""
        return bool(self._levels) and self._levels[-1].holds(following)

    def go_on_around(self, following: Unit) -> bool:
        """Whether an item is the next of one of the lists, or the first with a label behind items that lost theirs."""
        return any(level.holds(following) for level in self._levels) or self._unlabelled_before(following) is not None

    def _unlabelled_before(self, unit: Unit) -> int | None:
        """The outermost of the innermost levels without labels, where a list's first label comes only behind them."""
        if unit.label is None or not unit.label.values or not is_first(unit.label):
            return None
        depth = len(self._levels)
        while depth and self._levels[depth - 1].label is None:
            depth -= 1
        inner = self._levels[depth:]
        return depth if len(inner) > 1 and not inner[-1].nests else None

    def enter(self, unit: Unit, pending: Leads) -> None:
        """Find the list that an item belongs to, or begin one, into which `pending` leads."""
        depth = self._place_of(unit)
        if depth is not None:
            leads = self._levels[depth].leads
            del self._levels[depth:]
            self._push(unit, leads)
            return
        if self._levels and not self._levels[-1].nests and _counts_on(unit):
            self._levels = []
        if self._levels and (self._levels[-1].nests or not pending):
            self._push(unit, self._levels[-1].below)
        else:
            self._levels = []
            self._push(unit, pending)

    def _place_of(self, unit: Unit) -> int | None:
        """The depth of the innermost list whose next item a unit is."""
        if unit.label is None and self._levels and self._levels[-1].nests:
            return None
        holding = (d for d in range(len(self._levels) - 1, -1, -1) if self._levels[d].holds(unit))
        return next(holding, self._unlabelled_before(unit))

    def _push(self, unit: Unit, leads: Leads) -> None:
        self._levels.append(
            _Level(unit.label, leads, unit.lines[0].indent, leads, nests=False, small=unit.text[:1].islower())
        )

    def nest(self, lead: Passage) -> None:
        """Note that the last item leads into a list of its own."""
        last = self._levels[-1]
        lead = lead.slice(0, wording.lead_length(lead.text))
        self._levels[-1] = _Level(
            last.label, last.leads, last.indent, (*last.leads, lead), nests=True, small=last.small
        )

    def begins_below(self, item: Unit, following: Unit) -> bool:
        """Whether what follows the item that was entered last is a list of its own, and not the next item of a list."""
        if self._levels[-1].label is None and following.label is None:
            return item.text.endswith(":") and following.text[:1].islower()
        return not any(level.holds(following) for level in self._levels)
