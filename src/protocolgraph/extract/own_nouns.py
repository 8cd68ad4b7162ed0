"""Other nouns by which a paper calls the body that it is about: what it says that the body is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from protocolgraph.extract.units import Unit
from protocolgraph.vocab.lexicon import load_yaml

if TYPE_CHECKING:
    from protocolgraph.extract.anaphora import Antecedent

SUB_GROUPS = {"sub-group", "subgroup", "sub group", "sub-committee", "subcommittee"}
"""What a panel's own paper calls it, that of a partnership one of its groups."""
_TOLD_AS = re.compile(
    r"(?: \([^()]*\))? (?:is|will be|shall be|acts as|operates as) (?:an?|the) (?P<what>[\w’' -]{3,60})", re.IGNORECASE
)
"""Behind a body's name: what it is said to be."""
_WHOSE = re.compile(r" (?:of|for|to|which|that|set|established|with|in) ")
"""Before whose it is, or what it is for."""


def told_as(head: str, name: str, met: Iterable[tuple[str, Unit]]) -> bool:
    """Return whether a sentence says that a body is what a noun says: "The Forum is a joint committee of".

    Args:
        head: the noun of "the Committee".
        name: the body's name.
        met: the names of bodies that were read, with their passages.

    """
    for unit in (unit for said, unit in met if said.lower() == name.lower()):
        told = _TOLD_AS.match(unit.text, unit.text.lower().find(name.lower()) + len(name))
        if told is not None and head in _WHOSE.split(told["what"].lower(), maxsplit=1)[0].split():
            return True
    return False


def greater_first(met: Iterable[Antecedent]) -> list[Antecedent]:
    """Return bodies in their order, those last that are called a part of another: "Pay Sub-Committee"."""
    return sorted(met, key=lambda body: body.head in SUB_GROUPS)


@cache
def lesser_groups() -> frozenset[str]:
    """Return the nouns of groups that larger bodies have."""
    return frozenset(load_yaml("lexicon/layout_words.yaml")["lesser_groups"])
