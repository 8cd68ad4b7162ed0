"""Names that hold the name of another body: "Northwick Council Housing Team", "Virtual School Headteacher"."""

from __future__ import annotations

import re
from functools import cache

from protocolgraph.extract.collected import Collected
from protocolgraph.model import EntityType, Mention, MentionForm, Scope
from protocolgraph.vocab.lexicon import load_yaml

_REST = re.compile(r"['’]s [A-Z]|\s[A-Z][\w'’&,-]*(?: [\w'’&,-]+)*$")
"""What follows the other name."""
_SHORTEST = 2
"""Words of a name that is looked for in others."""


def read(collected: Collected) -> None:
    """Read to which body a unit or a post belongs whose own name says so."""
    names = collected.names
    bodies = _bodies(collected)
    for unit in names.units.values():
        for placed in names.at(unit.passage):
            mention = names.mentions[placed.mention]
            owner = _owner(mention, bodies) if mention.form is MentionForm.NAME and placed.masks else None
            if owner is None:
                continue
            head = names.heads[placed.mention]
            if _is_unit(mention, names.mentions[owner], head):
                evidence = collected.unit_evidence(unit, rule="named-within", confidence=0.8)
                collected.fact(placed.mention, "part_of", owner, evidence)
            elif _single_post(mention, head):
                evidence = collected.unit_evidence(unit, rule="post-named-after", confidence=0.75)
                collected.fact(placed.mention, "post_in", owner, evidence)


def _single_post(mention: Mention, head: str) -> bool:
    """Whether a title is one post's that says of itself whose it is: no chair, no member, no plural."""
    several = mention.owner is not None or mention.scope is Scope.GENERIC or head.endswith("s")
    return mention.type is EntityType.ROLE and not several and head in _words("post_heads")


def _bodies(collected: Collected) -> dict[str, int]:
    """The full names of single bodies, the longest first."""
    found: dict[str, int] = {}
    for number, mention in enumerate(collected.names.mentions):
        named = mention.type is EntityType.BODY and mention.form is MentionForm.NAME
        generic = mention.scope is Scope.GENERIC or mention.text.lower().endswith("local authority")
        if named and not generic and len(mention.text.split()) >= _SHORTEST:
            found.setdefault(mention.text, number)
    return dict(sorted(found.items(), key=lambda item: -len(item[0])))


def _owner(mention: Mention, bodies: dict[str, int]) -> int | None:
    """The body whose name another begins with, or ends with in brackets."""
    for name, number in bodies.items():
        if _REST.match(mention.text.removeprefix(name)):
            return number
        if mention.text.endswith(f"({name})"):
            return number
    return None


def _is_unit(mention: Mention, body: Mention, head: str) -> bool:
    """Whether a name is a unit's that says more than its head after the other: not "Eastshire Police Service"."""
    more = len(mention.text.split()) > len(body.text.split()) + 1
    return mention.type is EntityType.BODY and head in _words("unit_heads") and more


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load_yaml("lexicon/layout_words.yaml")[name])
