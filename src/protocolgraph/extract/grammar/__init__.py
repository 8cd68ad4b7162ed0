"""One sentence in the components of the Institutional Grammar 2.0."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from protocolgraph.extract.grammar.consequence import consequence, or_else
from protocolgraph.extract.grammar.governing import sound
from protocolgraph.extract.grammar.labels import labelled
from protocolgraph.extract.grammar.pieces import completed, pieces, thrown_in
from protocolgraph.extract.grammar.plain import Plain, plain, plainer
from protocolgraph.extract.language import LanguageModel, load_model
from protocolgraph.model.institutional import Component, InstitutionalStatement

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["parse_statement", "parse_statements"]


def parse_statement(text: str, *, model: str | None = None) -> InstitutionalStatement:
    """Return a sentence's components: who (attribute), with what force (deontic), does what (aim, object), when.

    A sentence that says what must, may or must not be done is regulative: attribute, deontic, aim, object,
    counterparty, activation conditions, execution constraints and or-else. One that says what something is or
    is made of is constitutive: entity, function, properties, and conditions. A component that the sentence
    leaves out is left out here. Of several sentences those with a modal verb are read together.

    `model` names a spaCy model (default: the packaged small English model).

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
        statement = _statement(text, end, said, doc)
        if not sound(doc, statement):
            statement = next(_read_again(text, end, language), statement)
        yield statement


def _statement(text: str, end: int, said: Plain, doc: Doc) -> InstitutionalStatement:
    kind, labels = labelled(doc)
    found = completed(pieces(doc, labels, said.masked, text), said.clause, text)
    beside = [piece for aside in said.asides for piece in thrown_in(text, aside) if not _within(piece, found)]
    ordered = sorted([*found, *beside], key=lambda piece: piece.span)
    return InstitutionalStatement(text, kind, (*ordered, *consequence(text, end)))


def _read_again(text: str, end: int, language: LanguageModel) -> Iterator[InstitutionalStatement]:
    """Yield the readings of a sentence without some of its words in which the parser finds the main verb."""
    for said in plainer(text, end, language.verbs):
        doc = next(language.parse([said.masked.text]))
        statement = _statement(text, end, said, doc)
        if sound(doc, statement):
            yield statement


def _within(aside: Component, found: Iterable[Component]) -> bool:
    """Whether words that the parser did not see stand in the midst of a piece that it found."""
    return any(piece.span.overlaps(aside.span) for piece in found)
