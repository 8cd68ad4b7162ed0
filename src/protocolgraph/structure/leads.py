"""What leads into what: which unit is completed by those that follow it."""

from __future__ import annotations

from collections.abc import Sequence

from protocolgraph.structure import wording
from protocolgraph.structure.forms import label_text
from protocolgraph.structure.looks import heading_like
from protocolgraph.structure.units import Unit, UnitKind


def mark_leads(units: Sequence[Unit]) -> None:
    """Mark the units that the next unit, or what stands below a heading, completes."""
    for at, unit in enumerate(units[:-1]):
        unit.lead = _is_lead(unit, units[at + 1]) or _leads_over_heading(units, at)


def _is_lead(unit: Unit, following: Unit) -> bool:
    """Whether a unit is completed by what follows it."""
    if following.kind is UnitKind.FIELD and unit.kind is UnitKind.TEXT:
        return unit.text.endswith(":") and not wording.known_label(label_text(following))
    if following.kind is UnitKind.TEXT and following.number and unit.kind is UnitKind.TEXT:
        return unit.text.endswith(":") or (wording.leads_in(unit.text) and following.text[:1].islower())
    if following.kind is UnitKind.CELL and unit.kind is UnitKind.TEXT:
        return unit.text.endswith(":") or wording.points_below(unit.text) or wording.is_presence(unit.text)
    if following.kind is not UnitKind.ITEM or following.field_label:
        return False
    if unit.kind is UnitKind.TEXT and following.listed and following.text[:1].islower() and heading_like(unit):
        return True
    if unit.kind is UnitKind.TEXT and (wording.is_resolution(unit.text) or wording.points_below(unit.text)):
        return True
    if unit.kind is UnitKind.TEXT and wording.announces(unit.text):
        return True
    return unit.kind is UnitKind.HEADING or (
        unit.kind in (UnitKind.TEXT, UnitKind.ITEM)
        and bool(unit.text)
        and (wording.leads_in(unit.text) or _is_open_before(unit, following))
    )


def _is_open_before(unit: Unit, following: Unit) -> bool:
    """Whether a unit without a full stop goes on in items that begin small, or that are no sentences."""
    if (unit.kind is UnitKind.ITEM and unit.label is None) or wording.is_terminal(unit.text):
        return False
    if following.text[:1].islower():
        return True
    return (
        unit.kind is UnitKind.TEXT and wording.says_something(unit.text) and not wording.says_something(following.text)
    )


def _leads_over_heading(units: Sequence[Unit], at: int) -> bool:
    """Whether a lead-in stands above headings that part the numbered paragraphs which complete it."""
    if at + 2 >= len(units):
        return False
    unit, heading, content = units[at : at + 3]
    if unit.kind is not UnitKind.TEXT or not unit.text.endswith(":"):
        return False
    if heading.kind is not UnitKind.HEADING or heading.number:
        return False
    return content.kind is UnitKind.ITEM or (content.kind is UnitKind.TEXT and content.number is not None)
