"""Councils that only the names of their committees and units tell: "Northwick Borough Council Audit Committee"."""

from __future__ import annotations

import re

from protocolgraph.extract.found import Found
from protocolgraph.model import EntityType
from protocolgraph.vocab.lexicon import lexicon

_COUNCIL = re.compile(
    r"(?:[A-Z][\w’'-]+ (?:(?:and|upon|on|&) )?){1,4}?"
    r"(?:Borough|County|City|District|Metropolitan(?: Borough| District)?|Parish|Town) Council(?= [A-Z])"
)


def council_before(body: Found) -> Found | None:
    """Return the council with whose whole name a body's name begins, or None.

    No partner of a council is named so, but bodies of many are: "Northwick Parish Council Network".
    """
    council = _COUNCIL.match(body.text)
    if body.type is not EntityType.BODY or council is None or body.head in lexicon("bodies")["beside"]:
        return None
    return Found(body.start, body.start + council.end(), EntityType.BODY, council[0], "council")
