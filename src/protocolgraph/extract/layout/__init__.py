"""Statements that the layout makes: lists, fields, tables, titles of posts. One module per kind, in `LAYOUTS`."""

from __future__ import annotations

from collections.abc import Callable

from protocolgraph.extract.collected import Collected
from protocolgraph.extract.layout import attendance, equality, meetings, members, money, offices, possession, signatures

LAYOUTS: tuple[Callable[[Collected], None], ...] = (
    members.read,
    attendance.read,
    meetings.read,
    money.read,
    signatures.read,
    possession.read,
    equality.read,
    offices.read,
)
"""Readers of layout, in the order in which they run; offices last, for lists name posts too."""

__all__ = ["LAYOUTS"]
