"""A class told of one by one is called as the paper calls them all: "each Board" is one of "the four Boards"."""

from __future__ import annotations

import re
from dataclasses import replace

from protocolgraph.extract.collected import Collected
from protocolgraph.model import EntityType, Mention, Scope

_COUNTED = "two|three|four|five|six|seven|eight|nine|ten"
_BARE = re.compile(r"[A-Za-z][a-z]{3,}")
"""The noun of a class and no more: "Board", no acronym."""


def read(collected: Collected) -> None:
    """Call classes that bear duties by the plural that stands elsewhere in the paper, where nothing else names them."""
    mentions = collected.names.mentions
    bare = {mentions[duty.bearer].text for duty in collected.duties if _is_bare(mentions[duty.bearer])}
    text = collected.names.outline.document.text if bare else ""
    called = {noun: _all_of(noun, text) for noun in bare}
    for number, mention in enumerate(mentions):
        plural = called.get(mention.text) if _is_bare(mention) else None
        if plural is not None:
            mentions[number] = replace(mention, name=plural)


def _is_bare(mention: Mention) -> bool:
    """Whether a mention is a class by one noun in the singular, as "each Board" has it."""
    one = mention.type is EntityType.BODY and mention.scope is Scope.GENERIC and mention.antecedent is None
    return one and not mention.text.endswith("s") and _BARE.fullmatch(mention.text) is not None


def _all_of(noun: str, text: str) -> str | None:
    """What a paper calls all of a class, with their number where it counts them; None where it never speaks of all."""
    several = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    all_of = re.compile(rf"\b[Tt]he\s+(?P<all>(?:(?:{_COUNTED})\s+)?{several})\b")
    names = {" ".join(match["all"].split()) for match in all_of.finditer(text)}
    return min(names, key=lambda name: (" " not in name, name), default=None)
