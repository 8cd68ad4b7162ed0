"""One sentence in the components of the Institutional Grammar 2.0."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from protocolgraph.extract.grammar.consequence import consequence, or_else
from protocolgraph.extract.grammar.labels import labelled
from protocolgraph.extract.grammar.pieces import pieces
from protocolgraph.extract.language import load_model
from protocolgraph.extract.masked import mask
from protocolgraph.model import Passage
from protocolgraph.model.institutional import InstitutionalStatement

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
    kept = list(texts)
    ends = [or_else(text) for text in kept]
    masks = [mask(Passage(text[:end], ()), []) for text, end in zip(kept, ends, strict=True)]
    docs = load_model(model).parse(masked.text for masked in masks)
    for text, end, masked, doc in zip(kept, ends, masks, docs, strict=True):
        kind, labels = labelled(doc)
        yield InstitutionalStatement(text, kind, (*pieces(doc, labels, masked), *consequence(text, end)))
