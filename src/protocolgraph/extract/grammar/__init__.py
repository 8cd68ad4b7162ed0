"""One sentence in the components of the Institutional Grammar 2.0."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from protocolgraph.extract.grammar.consequence import consequence, or_else
from protocolgraph.extract.grammar.labels import labelled
from protocolgraph.extract.grammar.pieces import pieces, thrown_in
from protocolgraph.extract.grammar.plain import plain
from protocolgraph.extract.language import load_model
from protocolgraph.model.institutional import Component, InstitutionalStatement

__all__ = ["parse_statement", "parse_statements"]


def parse_statement(text: str, *, model: str | None = None) -> InstitutionalStatement:
    """Return a sentence's components: who (attribute), with what force (deontic), does what (aim, object), when.

    A sentence that says what must, may or must not be done is regulative: attribute, deontic, aim, object,
    counterparty, activation conditions, execution constraints and or-else. One that says what something is or
    is made of is constitutive: entity, function, properties, and conditions. A component that the sentence
    leaves out is left out here. `model` names a spaCy model (default: the packaged small English model).

    Raises:
        ModelError: no such model is installed.

    """
    return next(parse_statements([text], model=model))


def parse_statements(texts: Iterable[str], *, model: str | None = None) -> Iterator[InstitutionalStatement]:
    """Yield the components of each text, in order; many texts are read faster together than one by one.

    Raises:
        ModelError: no such model is installed.

    """
    kept, language = list(texts), load_model(model)
    ends, verbs = [or_else(text) for text in kept], language.verbs
    read = [plain(text, end, verbs) for text, end in zip(kept, ends, strict=True)]
    for text, end, said, doc in zip(kept, ends, read, language.parse(said.masked.text for said in read), strict=True):
        kind, labels = labelled(doc)
        found = pieces(doc, labels, said.masked, text)
        beside = [piece for aside in said.asides for piece in thrown_in(text, aside) if not _within(piece, found)]
        ordered = sorted([*found, *beside], key=lambda piece: piece.span)
        yield InstitutionalStatement(text, kind, (*ordered, *consequence(text, end)))


def _within(aside: Component, found: Iterable[Component]) -> bool:
    """Whether words that the parser did not see stand in the midst of a piece that it found."""
    return any(piece.span.overlaps(aside.span) for piece in found)
