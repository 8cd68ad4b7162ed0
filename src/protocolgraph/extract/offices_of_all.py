"""An office of each body that a paper is about: "the Chairs of the two Boards", "the Chair of either Board"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from protocolgraph.extract.all_of import how_many, meant_by
from protocolgraph.extract.found import Found
from protocolgraph.model import EntityType, MentionForm, Scope
from protocolgraph.vocab.lexicon import fold, lexicon

_OF_ALL = re.compile(
    r" of (?:the )?(?P<many>both|two|three|four|five|six|either)(?: of the| the)? (?P<noun>[A-Za-z-]+)\b", re.IGNORECASE
)


def offices_of_all(found: Sequence[Found], text: str) -> list[tuple[Found, Found]]:
    """Return the chairs of all bodies that a paper is about, each with the words by which it means them.

    The office is one of them ("Chair"), from its first word to the last of these; the bodies are as `definites` finds
    "both Boards". Other posts ("the Chief Executives of the two councils") are a class in papers that so speak of them.
    """
    if _OF_ALL.search(text) is None:
        return []
    pairs = ((name, _of_all(name, text)) for name in found if name.type is EntityType.ROLE)
    return [(_office(name, bodies), bodies) for name, bodies in pairs if bodies is not None]


def _of_all(name: Found, text: str) -> Found | None:
    title = name.text.partition(" of ")[0]
    behind = _OF_ALL.match(text, name.start + len(title))
    if behind is None or not _chairs(title):
        return None
    start, end = behind.start("many"), behind.end()
    head = f"{meant_by(behind['noun'])}+{how_many(behind['many'])}"
    return Found(start, end, EntityType.BODY, text[start:end], head, MentionForm.DEFINITE)


def _chairs(title: str) -> bool:
    """Whether a title, or its plural, is that of who chairs a body or deputises for the chair."""
    one = fold(title).removesuffix("s").removeprefix("independent ")
    return one in lexicon("roles")["chairs"] or one in lexicon("roles")["deputies"]


def _office(name: Found, bodies: Found) -> Found:
    title = name.text.partition(" of ")[0].removesuffix("s")
    head = name.head.removesuffix("s")
    return replace(name, end=bodies.end, text=title, head=head, form=MentionForm.NAME, scope=Scope.LOCAL, weak=False)


def without(names: Sequence[Found], offices: Sequence[Found]) -> list[Found]:
    """Return the names that do not stand in the words of one of these offices."""
    return [n for n in names if not any(office.start <= n.start < office.end for office in offices)]
