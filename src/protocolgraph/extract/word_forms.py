"""The part of speech and the lemma of each word, as spaCy's own rules give them; like words are asked for once.

Two components of the pipeline go by a word, its tag and its dependency alone, but for a few pairs of words ("gon na",
"there is"). Asking 170 patterns about each word anew took one fifteenth of reading.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler, Lemmatizer

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_RULER, _LEMMATIZER = "attribute_ruler", "lemmatizer"
_ASKED = {"TAG", "DEP", "LOWER", "ORTH", "TEXT", "IS_SPACE"}
"""What the patterns may ask of a word: all of it follows from the word, its tag and its dependency."""
_MOST = 100_000
"""How many are remembered."""
Key = tuple[int, int, int]


class WordForms:
    """Completes parsed docs."""

    def __init__(self, ruler: AttributeRuler, lemmatizer: Lemmatizer) -> None:
        self._ruler, self._lemmatizer = ruler, lemmatizer
        self._pairs = Matcher(ruler.vocab)
        for number, several in enumerate(_several(ruler)):
            self._pairs.add(str(number), [several])
        self._known: dict[Key, tuple[int, int, int, int]] = {}

    @classmethod
    def of(cls, nlp: Language) -> WordForms | None:
        """Return what stands in for two components of a pipeline, which it disables; None if they ask for more."""
        if not {_RULER, _LEMMATIZER} <= set(nlp.pipe_names):
            return None
        ruler, lemmatizer = nlp.get_pipe(_RULER), nlp.get_pipe(_LEMMATIZER)
        if not (isinstance(ruler, AttributeRuler) and isinstance(lemmatizer, Lemmatizer) and _asks_little(ruler)):
            return None
        for name in (_RULER, _LEMMATIZER):
            nlp.disable_pipe(name)
        return cls(ruler, lemmatizer)

    def complete(self, doc: Doc) -> Doc:
        """Give each word of a doc its part of speech and its lemma."""
        keys = [(token.orth, token.tag, token.dep) for token in doc]
        if all(key in self._known for key in keys) and not self._pairs(doc, allow_missing=True):
            for token, key in zip(doc, keys, strict=True):
                token.pos, token.lemma, token.tag, token.dep = self._known[key]
        else:
            self._ask(doc, keys)
        return doc

    def _ask(self, doc: Doc, keys: list[Key]) -> None:
        pairs = self._pairs(doc, allow_missing=True)
        self._lemmatizer(self._ruler(doc))
        if not pairs and len(self._known) < _MOST:
            for key, token in zip(keys, doc, strict=True):
                self._known[key] = token.pos, token.lemma, token.tag, token.dep


def _several(ruler: AttributeRuler) -> Iterator[list[dict[str, object]]]:
    """Yield the patterns of more words than one."""
    return (one for rule in ruler.patterns for one in rule["patterns"] if len(one) > 1)


def _asks_little(ruler: AttributeRuler) -> bool:
    return {name for rule in ruler.patterns for one in rule["patterns"] for word in one for name in word} <= _ASKED
