"""From a component for each word to the pieces of the sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from protocolgraph.extract.masked import Masked
from protocolgraph.model import Span
from protocolgraph.model.institutional import Component, ComponentName
from protocolgraph.vocab.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LOOSE = {"and", "or", "but"}


def pieces(doc: Doc, labels: Mapping[int, ComponentName], masked: Masked, text: str) -> tuple[Component, ...]:
    """Return the runs of words with one component; punctuation and conjunctions at their ends belong to none.

    The parser read `masked`; the pieces are those of the text that it was made from.
    """
    found = []
    for name, run in groupby(_filled(doc, labels), key=lambda pair: pair[1]):
        tokens = _trimmed([token for token, _ in run])
        if name is not None and tokens:
            start = masked.source(tokens[0].idx)
            end = masked.source(tokens[-1].idx + len(tokens[-1].text) - 1) + 1
            found.append(Component(name, text[start:end], Span(start, end)))
    return tuple(found)


def completed(found: tuple[Component, ...], clause: Span | None, text: str) -> tuple[Component, ...]:
    """Return the pieces, that before a relative clause which the parser did not see with the clause."""
    if clause is None:
        return found
    end = clause.start + len(text[clause.start : clause.end].rstrip(" ,"))
    return tuple(
        replace(piece, text=text[piece.span.start : end], span=Span(piece.span.start, end))
        if piece.span.end <= clause.start and not text[piece.span.end : clause.start].strip(" ,")
        else piece
        for piece in found
    )


def thrown_in(text: str, aside: Span) -> tuple[Component, ...]:
    """Return words between commas as the condition that they are."""
    words = text[aside.start : aside.end].strip(" ,")
    if not words:
        return ()
    start = text.index(words, aside.start)
    name = ComponentName.ACTIVATION if opens(words.lower().split(), "activation") else ComponentName.CONSTRAINT
    return (Component(name, words, Span(start, start + len(words))),)


def opens(words: Sequence[str], name: str) -> bool:
    """Whether words, in small letters, open as one of the lexicon's wordings of this name."""
    opening = " ".join(words[:4])
    return any(opening == word or opening.startswith(f"{word} ") for word in lexicon("institutional")[name])


def _filled(doc: Doc, labels: Mapping[int, ComponentName]) -> Iterator[tuple[Token, ComponentName | None]]:
    """Each word with its component; punctuation between two words of one component joins them."""
    before: ComponentName | None = None
    for token in doc:
        name = labels.get(token.i)
        if name is None and before == labels.get(token.i + 1) == ComponentName.ATTRIBUTE and _word(token):
            name = ComponentName.ATTRIBUTE
        if name is None and not _word(token):
            following = next((t for t in doc[token.i :] if _word(t)), None)
            joins = following is not None and following.sent == token.sent and labels.get(following.i) == before
            name = before if joins else None
        yield token, name
        before = name if _word(token) else before


def _trimmed(tokens: list[Token]) -> list[Token]:
    while tokens and not _bound(tokens[0], {"(", "“", '"', "‘", "£"}):
        tokens = tokens[1:]
    while tokens and not _bound(tokens[-1], {")", "”", '"', "’", "%"}):
        tokens = tokens[:-1]
    return tokens


def _bound(token: Token, marks: set[str]) -> bool:
    """Whether a piece may begin or end with this."""
    return token.lower_ not in _LOOSE if _word(token) else token.text in marks


def _word(token: Token) -> bool:
    return any(letter.isalnum() for letter in token.text)
