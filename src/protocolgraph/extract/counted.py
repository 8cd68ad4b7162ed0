"""Classes that a text counts: "the four partnership boards", "both councils".

The class is the same with and without the number, so that the counted form is another name of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from protocolgraph.extract.document_names import DocumentNames
from protocolgraph.model import Alias, EntityType, MentionForm, Scope

_NUMBERS = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_BEFORE = re.compile(rf"(?<![\w.§-])(?P<counted>(?:{_NUMBERS}|\d{{1,2}}|both)\s+)$", re.IGNORECASE)
_NO_LAW = re.compile(
    r"\b(?:section|part|chapter|schedule|regulation|paragraph|article|no\.?|level|tier) *$", re.IGNORECASE
)
"""What stands before a number that counts nothing."""


def counted(names: DocumentNames) -> Iterator[Alias]:
    """Yield another name for each class of bodies or posts that stands behind a number or "both"."""
    stated = set()
    for key, placed in names.placed.items():
        unit = names.units[key]
        for one in placed:
            mention = names.mentions[one.mention]
            named = mention.form is MentionForm.NAME and mention.type in (EntityType.BODY, EntityType.ROLE)
            before = _BEFORE.search(unit.text, 0, one.start) if named and one.scope is Scope.GENERIC else None
            if before is None or _NO_LAW.search(unit.text, 0, before.start()):
                continue
            short = " ".join((before["counted"].strip(), mention.name))
            if (mention.type, short.lower()) not in stated:
                stated.add((mention.type, short.lower()))
                spans = unit.passage.spans(before.start("counted"), one.end)
                yield Alias(mention.type, short, mention.name, "counted", spans)
