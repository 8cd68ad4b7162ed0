"""Statements that the layout makes: lists, fields, tables, titles of posts. One module per kind, in `LAYOUTS`."""

from __future__ import annotations

from collections.abc import Callable

from protocolgraph.extract.collected import Collected
from protocolgraph.extract.layout import (
    actions,
    adopted,
    announced,
    apposed,
    approvals,
    attendance,
    composition,
    cover,
    each_group,
    elections,
    equality,
    flattened,
    fragments,
    granted,
    groups,
    holders,
    matrices,
    meetings,
    members,
    money,
    numbered,
    offices,
    paid,
    partners,
    possession,
    presented,
    represented,
    seats,
    serving,
    signatures,
    tables,
    titled,
)

LAYOUTS: tuple[Callable[[Collected], None], ...] = (
    matrices.read,
    tables.read,
    numbered.read,
    members.read,
    flattened.read,
    fragments.read,
    groups.read,
    announced.read,
    attendance.read,
    elections.read,
    seats.read,
    composition.read,
    partners.read,
    meetings.read,
    money.read,
    paid.read,
    granted.read,
    signatures.read,
    approvals.read,
    adopted.read,
    cover.read,
    holders.read,
    apposed.read,
    serving.read,
    possession.read,
    titled.read,
    equality.read,
    actions.read,
    offices.read,
    presented.read,
    represented.read,
    each_group.read,
)
"""Readers of layout, in the order in which they run; offices late, for lists name posts too; each group last."""

__all__ = ["LAYOUTS"]
