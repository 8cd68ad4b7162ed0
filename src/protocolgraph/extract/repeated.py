"""A preposition that is said again further on: "reports to A for care and to B for money"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_NAMES = {"NOUN", "PROPN", "PRON"}


def again_behind(preposition: Token, objects: Sequence[Token]) -> Iterator[tuple[str, tuple[Token, ...]]]:
    """Yield what the same preposition governs again, where the parser hangs it on what stands between.

    Args:
        preposition: the first of them, which a word governs.
        objects: what it governs.

    """
    word = preposition.lower_
    for named in objects:
        for between in named.children:
            if between.dep_ == "prep":
                yield from _governed(word, (c for c in between.children if c.dep_ == "conj"))
    head = preposition.head
    around = (*head.children, *(head.head.children if head.dep_ == "acomp" else ()))
    later = (c for c in around if c.dep_ == "prep" and c.i > preposition.i and c.lower_ != word)
    for aside in later:
        named_in = (named for named in aside.children if named.dep_ == "pobj")
        parted = (c for named in named_in for c in named.children if c.dep_ == "prep" and c.nbor(-1).text == ",")
        yield from _governed(word, parted)


def _governed(word: str, prepositions: Iterator[Token]) -> Iterator[tuple[str, tuple[Token, ...]]]:
    for found in prepositions:
        objects = tuple(c for c in found.children if c.dep_ == "pobj" and c.pos_ in _NAMES)
        if found.lower_ == word and objects:
            yield word, objects


def also_governing(word: Token) -> Iterator[Token]:
    """Yield the prepositions that hang on a word, a "by" that a time parts too: "by A in May and by B in June"."""
    for child in word.children:
        if child.dep_ in _HANGING or (child.dep_ == "conj" and child.lower_ == "by"):
            yield child
            yield from (c for c in child.children if c.dep_ == "conj" and c.lower_ == "by")


_HANGING = frozenset({"agent", "prep", "dative"})
