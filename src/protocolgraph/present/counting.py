"""Numbers of things in words."""

from __future__ import annotations

_ONE = {"bodies": "body", "people": "person", "duties": "duty", "legislation": "law"}
_MANY = {"legislation": "laws"}
"""Legislation is one word for all of it: what can be counted are laws."""


def counted(number: int, things: str) -> str:
    """Return a number of things, which are named in the plural, in words: "1 body", "38 laws"."""
    if number == 1:
        return f"1 {_ONE.get(things, things.removesuffix('s'))}"
    return f"{number:,} {_MANY.get(things, things)}"
