"""The councils of a paper by the places that they are called by: "Weir" of "Weir District Council"."""

from __future__ import annotations

import re

from protocolgraph.extract.authorities import is_council
from protocolgraph.extract.document_names import DocumentNames
from protocolgraph.model import EntityType, MentionForm

_COUNCILS = re.compile(
    r"(?P<place>[A-Z][\w'’ -]+?)(?: (?:County|City|District|Metropolitan|Borough|Town|Parish))* Council$",
    re.IGNORECASE,
)


def councils_by_place(names: DocumentNames) -> dict[str, int]:
    """Return a mention of each council by its place, where a paper names only one council of that place."""
    found: dict[str, dict[str, int]] = {}
    for number, mention in enumerate(names.mentions):
        named = mention.type is EntityType.BODY and mention.form is MentionForm.NAME and is_council(mention.name)
        if named and (council := _COUNCILS.match(mention.name)):
            found.setdefault(council["place"], {}).setdefault(mention.name, number)
    return {place: next(iter(each.values())) for place, each in found.items() if len(each) == 1}
