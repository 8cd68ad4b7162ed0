"""Houses in which meetings are held, whose names are like those of bodies: "held at Elmford Primary School"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from protocolgraph.extract.found import Found
from protocolgraph.extract.units import Key, Unit, key_of
from protocolgraph.model import ClauseKind, EntityType, Outline
from protocolgraph.vocab.lexicon import fold

_LABELS = {"venue", "location", "place", "where", "meeting venue", "venue of meeting", "place of meeting", "address"}
"""Labels before a house."""
_WITHIN = r"(?:[^.;]|\.(?=\d))"
"""What goes on within a sentence, as a time does: "7.30pm"."""
_HELD = re.compile(
    rf"\b(?:meetings?|minutes)\b{_WITHIN}{{0,90}}?\bheld\b{_WITHIN}{{0,60}}?\b(?:at|in) (?:the )?$"
    r"|^held (?:at|in) (?:the )?$",
    re.IGNORECASE,
)
"""Before a house where a meeting is said to be held."""


def without_houses(
    found: Mapping[Key, Sequence[Found]], units: Mapping[Key, Unit], outline: Outline
) -> dict[Key, list[Found]]:
    """Return the names of each passage without those that tell where a meeting is held."""
    fields = [c for c in outline.clauses if c.kind is ClauseKind.FIELD and c.leads]
    venues = {key_of(c.body) for c in fields if _is_venue(c.leads[-1].text)}
    return {
        key: [n for n in names if n.type is not EntityType.BODY or not (key in venues or _is_house(n, units[key].text))]
        for key, names in found.items()
    }


def _is_venue(label: str) -> bool:
    return fold(label).strip(" :–-") in _LABELS


def _is_house(name: Found, text: str) -> bool:
    return _HELD.search(text, 0, name.start) is not None
