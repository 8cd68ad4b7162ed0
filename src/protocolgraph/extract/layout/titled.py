"""Posts whose title begins with the name of the body that they are in: "Virtual School Headteacher"."""

from __future__ import annotations

import re
from functools import cache

from protocolgraph.extract.collected import Collected
from protocolgraph.extract.council_places import councils_by_place
from protocolgraph.extract.spoken import is_group_head
from protocolgraph.model import EntityType, Mention, MentionForm, Scope
from protocolgraph.vocab.lexicon import lexicon, load_yaml

_REST = re.compile(r"(?:['’]s)?\s[A-Z][\w'’&,-]*(?: [\w'’&,-]+)*$")
"""What follows the body's name."""
_PLACED = re.compile(r"(?P<title>.+?)(?:, | of )(?P<place>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)$")
"""A title that ends in a place's name."""
_SHORTEST = 2
"""Words of a name that is looked for in titles."""


def read(collected: Collected) -> None:
    """Read to which body a post belongs whose own title says so."""
    names = collected.names
    bodies, short, councils = _bodies(collected), _acronyms(collected), councils_by_place(collected.names)
    for unit in names.units.values():
        for placed in names.at(unit.passage):
            mention = names.mentions[placed.mention]
            single = placed.masks and _single_post(mention, names.heads[placed.mention])
            owner = _owner(mention, bodies) if single else None
            if owner is None and placed.masks:
                owner = _by_acronym(collected, mention, names.heads[placed.mention], short)
            if owner is None and councils and placed.masks:
                owner = _by_place(mention, names.heads[placed.mention], councils)
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


def _acronyms(collected: Collected) -> dict[str, int]:
    """The bodies that have an acronym, by it."""
    named = {m.name: n for n, m in reversed(list(enumerate(collected.names.mentions))) if m.type is EntityType.BODY}
    return {a.short: named[a.long] for a in collected.names.aliases if a.short.isupper() and a.long in named}


def _by_acronym(collected: Collected, mention: Mention, head: str, short: dict[str, int]) -> int | None:
    """The organisation with whose acronym a title begins: "ICB Chief Nurse"; no group, which has offices only."""
    first, _, rest = mention.text.partition(" ")
    owner = short.get(first)
    single = mention.type is EntityType.ROLE and mention.owner is None and mention.scope is not Scope.GENERIC
    if owner is None or not rest or not single or head in lexicon("roles")["seats"]:
        return None
    employs = first.lower() in _employers() or not is_group_head(collected.names.heads[owner])
    return owner if employs else None


def _by_place(mention: Mention, head: str, councils: dict[str, int]) -> int | None:
    """The council of the place that a title ends in: "Head of Housing, Saltmere"; no post of others that are there."""
    single = mention.type is EntityType.ROLE and mention.owner is None and mention.scope is not Scope.GENERIC
    placed = _PLACED.fullmatch(mention.text) if single and mention.form is MentionForm.NAME else None
    roles = lexicon("roles")
    if placed is None or head in roles["seats"] or head in roles["chairs"] or head in roles["deputies"]:
        return None
    others = not _of_others().isdisjoint(placed["title"].lower().split())
    return None if others else councils.get(placed["place"])


@cache
def _of_others() -> frozenset[str]:
    return frozenset(load_yaml("lexicon/layout_words.yaml")["of_others_in_a_place"])


@cache
def _employers() -> frozenset[str]:
    return frozenset(load_yaml("lexicon/layout_words.yaml")["employers"])


def _owner(mention: Mention, bodies: dict[str, int]) -> int | None:
    """The body whose name a title begins with."""
    return next((n for name, n in bodies.items() if _REST.match(mention.text.removeprefix(name))), None)


@cache
def _post_heads() -> frozenset[str]:
    return frozenset(load_yaml("lexicon/layout_words.yaml")["post_heads"])
