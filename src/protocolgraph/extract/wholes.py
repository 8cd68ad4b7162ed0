"""Bodies that only the names of their committees and units tell: "Northwick Borough Council Audit Committee"."""

from __future__ import annotations

import re

from protocolgraph.extract.found import Found
from protocolgraph.model import EntityType
from protocolgraph.vocab.lexicon import lexicon

_COUNCIL = re.compile(
    r"(?:[A-Z][\w’'-]+ (?:(?:and|upon|on|&) )?){1,4}?"
    r"(?:Borough|County|City|District|Metropolitan(?: Borough| District)?|Parish|Town) Council(?= [A-Z])"
)

_BOARD = re.compile(
    r"(?:[A-Z][\w’'-]+ (?:(?:and|upon|on|of|&) )?){2,6}?(?P<head>Board|Partnership)"
    r"(?= (?:[A-Z][\w’'-]+ )+[Ss]ub[- ]?[Gg]roup$)"
)
"""A board before the name of a sub-group: a partnership group may be of partners, but a sub-group is a board's."""


def whole_before(body: Found) -> Found | None:
    """Return the council or board with whose whole name a body's name begins, or None.

    No partner of a council is named so, but bodies of many are: "Northwick Parish Council Network".
    """
    if body.type is not EntityType.BODY or body.head in lexicon("bodies")["beside"]:
        return None
    if (council := _COUNCIL.match(body.text)) is not None:
        return Found(body.start, body.start + council.end(), EntityType.BODY, council[0], "council")
    if (board := _BOARD.match(body.text)) is not None:
        return Found(body.start, body.start + board.end(), EntityType.BODY, board[0], board["head"].lower())
    return None
