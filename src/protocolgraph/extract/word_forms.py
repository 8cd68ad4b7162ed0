"""The part of speech and the lemma of each word, as spaCy's own rules give them; like words are asked for once.

Two components of the pipeline go by a word, its tag and its dependency alone, but for a few pairs of words ("gon na",
"there is"). Asking 170 patterns about each word anew took one fifteenth of reading.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokens import Doc

if TYPE_CHECKING:
    from spacy.language import Language

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
        if self._pairs(doc, allow_missing=True) or not self._learn(doc, keys):
            return self._lemmatizer(self._ruler(doc))
        for token, key in zip(doc, keys, strict=True):
            token.pos, token.lemma, token.tag, token.dep = self._known[key]
        return doc

    def _learn(self, doc: Doc, keys: list[Key]) -> bool:
        """Ask for the words of a doc that are new; return whether all are known then."""
        new = [token for key, token in dict(zip(keys, doc, strict=True)).items() if key not in self._known]
        if not new:
            return True
        words, tags, deps = zip(*((token.text, token.tag_, token.dep_) for token in new), strict=True)
        alone = Doc(doc.vocab, words=words, tags=tags, deps=deps, heads=range(len(new)))
        if len(self._known) >= _MOST or self._pairs(alone, allow_missing=True):
            return False
        asked = [(token.orth, token.tag, token.dep) for token in alone]
        for key, token in zip(asked, self._lemmatizer(self._ruler(alone)), strict=True):
            self._known[key] = token.pos, token.lemma, token.tag, token.dep
        return True


def _several(ruler: AttributeRuler) -> Iterator[list[dict[str, object]]]:
    """Yield the patterns of more words than one."""
    return (one for rule in ruler.patterns for one in rule["patterns"] if len(one) > 1)


def _asks_little(ruler: AttributeRuler) -> bool:
    return {name for rule in ruler.patterns for one in rule["patterns"] for word in one for name in word} <= _ASKED
