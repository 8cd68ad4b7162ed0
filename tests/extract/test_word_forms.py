"""Words have the part of speech and the lemma that spaCy's own pipeline gives them, however often they are met."""

from __future__ import annotations

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from protocolgraph.extract.language import load_model
from protocolgraph.extract.word_forms import WordForms

TEXTS = (
    "The Board meets quarterly and has approved its plans.",
    "There are three panels; there is one that reports to the Board.",
    "There were meetings at which members of the panels met.",
    "They're gonna meet, and it'll be what you've got to do.",
    "The  Board\nmeets, and its\tChair must do it.",
    "Meeting papers are sent to those meeting; the papers it sent were meeting minutes.",
    "That it has reported to you is what the group reports.",
)


def forms(doc: Doc) -> list[tuple[str, str, str, str, str]]:
    return [(token.text, token.tag_, token.dep_, token.pos_, token.lemma_) for token in doc]


def whole_pipeline() -> Language:
    name = load_model().nlp.meta
    return spacy.load(f"{name['lang']}_{name['name']}", exclude=["ner", "senter"])


def test_forms_are_those_of_the_pipeline() -> None:
    wanted = [forms(doc) for doc in whole_pipeline().pipe(TEXTS)]
    for _ in range(3):
        assert [forms(doc) for doc in load_model().parse(TEXTS)] == wanted


def test_a_pipeline_of_another_kind_keeps_its_components() -> None:
    other = spacy.blank("en")
    assert WordForms.of(other) is None
    ruler = other.add_pipe("attribute_ruler")
    other.add_pipe("lemmatizer", config={"mode": "rule"})
    ruler.add([[{"ENT_TYPE": "ORG"}]], {"POS": "PROPN"})
    assert WordForms.of(other) is None
    assert other.pipe_names == ["attribute_ruler", "lemmatizer"]
