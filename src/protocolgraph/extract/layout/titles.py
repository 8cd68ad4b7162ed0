"""The mention of a document that a part of the text is: the report whose cover this is, the protocol that is signed."""

from __future__ import annotations

from protocolgraph.extract.collected import Collected
from protocolgraph.model import EntityType, Mention, MentionForm, Scope
from protocolgraph.vocab.lexicon import fold


def titled_document(collected: Collected, part: int) -> int | None:
    """Return the mention of the publication that a part is, by its title; None where its title stands nowhere in it."""
    names = collected.names
    if not names.outline.parts:
        return None
    title = (names.outline.title if part == 0 else None) or names.outline.parts[part].title
    known = collected.documents.get(part)
    if known is not None:
        return known
    units = [u for u in names.units.values() if u.part == part and u.text and fold(u.text) in fold(title)]
    if not units or len(title.split()) < 2:
        return None
    spans = tuple(span for unit in units[:4] for span in unit.passage.spans())
    mention = Mention(EntityType.PUBLICATION, MentionForm.NAME, title, title, spans, Scope.LOCAL)
    number = names.add(mention, "document")
    collected.documents[part] = number
    return number
