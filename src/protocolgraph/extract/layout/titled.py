"""Posts whose title begins with the name of the body that they are in: "Virtual School Headteacher"."""

from __future__ import annotations

import re
from functools import cache

from protocolgraph.extract.collected import Collected
from protocolgraph.model import EntityType, Mention, MentionForm, Scope
from protocolgraph.vocab.lexicon import load_yaml

_REST = re.compile(r"(?:['’]s)?\s[A-Z][\w'’&,-]*(?: [\w'’&,-]+)*$")
"""What follows the body's name."""
_SHORTEST = 2
"""Words of a name that is looked for in titles."""


def read(collected: Collected) -> None:
    """Read to which body a post belongs whose own title says so."""
    names = collected.names
    bodies = _bodies(collected)
    for unit in names.units.values():
        for placed in names.at(unit.passage):
            mention = names.mentions[placed.mention]
            single = placed.masks and _single_post(mention, names.heads[placed.mention])
            owner = _owner(mention, bodies) if single else None
            if owner is not None:
                evidence = collected.unit_evidence(unit, rule="post-named-after", confidence=0.75)
                collected.fact(placed.mention, "post_in", owner, evidence)


def _single_post(mention: Mention, head: str) -> bool:
    """Whether a title is one post's that says of itself whose it is: no chair, no member, no plural."""
    several = mention.owner is not None or mention.scope is Scope.GENERIC or head.endswith("s")
    named = mention.type is EntityType.ROLE and mention.form is MentionForm.NAME
    return named and not several and head in _post_heads()


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
    """The body whose name a title begins with."""
    return next((n for name, n in bodies.items() if _REST.match(mention.text.removeprefix(name))), None)


@cache
def _post_heads() -> frozenset[str]:
    return frozenset(load_yaml("lexicon/layout_words.yaml")["post_heads"])
