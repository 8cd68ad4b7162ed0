"""What a researcher would write in an afternoon: spaCy's recogniser and textacy's subject-verb-object triples.

The script below is that afternoon: names by the recogniser, facts by a list of verbs, duties by the modal verbs.
Its findings and ours are compared with the same gold by the same rules.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import spacy
from spacy.tokens import Doc, Token

from benchmarks.documents import LONG, write_documents
from benchmarks.measuring import ROOT, Contest, Row, rate
from benchmarks.reading import MODEL
from protocolgraph.analyse.evaluate import Evaluation, evaluate, load_gold, load_texts
from protocolgraph.extract import Extractor
from protocolgraph.pipeline import measure

TYPES = {"ORG": "body", "PERSON": "person", "LAW": "legislation"}
VERBS = {
    "report": "reports_to", "chair": "chairs", "advise": "advises", "oversee": "oversees", "monitor": "oversees",
    "scrutinise": "oversees", "appoint": "appoints", "notify": "notifies", "inform": "notifies", "fund": "funds",
    "publish": "produces", "produce": "produces", "approve": "approves", "escalate": "escalates_to",
}  # fmt: skip
MODALS = {"must": "must", "shall": "must", "should": "should", "may": "may", "will": "will"}


def afternoon(doc: Doc, name: str) -> Iterator[dict[str, object]]:
    """Yield what the script finds in a document, as lines of an export."""
    from textacy.extract import subject_verb_object_triples

    kinds = {}
    for entity in doc.ents:
        if entity.label_ in TYPES:
            kinds[_name(entity.text)] = TYPES[entity.label_]
    shared = {"document": name, "confidence": 0.5, "rule": "svo", "negated": False}
    for found, kind in kinds.items():
        yield {"kind": "entity", "document": name, "type": kind, "name": found, "aliases": []}
    for triple in subject_verb_object_triples(doc):
        subject, obj, verb = _whole(triple.subject[-1]), _whole(triple.object[-1]), triple.verb[-1]
        quote = verb.sent.text
        if verb.lemma_ in VERBS:
            ends = {"subject_type": kinds.get(subject, "body"), "object_type": kinds.get(obj, "body")}
            fact = {"predicate": VERBS[verb.lemma_], "subject": subject, "object": obj, **ends}
            yield {"kind": "fact", "id": f"f{verb.i}", "quote": quote, **fact, **shared}
        modal = next((MODALS[t.lower_] for t in triple.verb if t.lower_ in MODALS), None)
        if modal:
            text = doc[verb.i : verb.right_edge.i + 1].text
            duty = {"bearer": subject, "bearer_type": kinds.get(subject, "body"), "modality": modal, "text": text}
            yield {"kind": "duty", "id": f"d{verb.i}", "quote": quote, "action": verb.lemma_, **duty, **shared}


def _whole(token: Token) -> str:
    return _name(token.doc[token.left_edge.i : token.right_edge.i + 1].text)


def _name(text: str) -> str:
    words = " ".join(text.split())
    return words[4:] if words.lower().startswith("the ") else words


def run(*, rounds: int, large: bool) -> list[Row]:
    """Measure speed, and F1 on generated gold and on the gold of the project's own development."""
    nlp, extractor = spacy.load(MODEL), Extractor(None)
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        write_documents(Path(folder), 12 if large else 3, words=LONG)
        for what, place, gold in (
            ("invented", Path(folder), Path(folder) / "gold"),
            ("written by hand", ROOT / "corpus/gold/dev", ROOT / "corpus/gold/dev"),
        ):
            golds = load_gold(gold)
            texts = load_texts(golds, place)
            for name, text in texts.items():
                (gold / name).write_text(text, encoding="utf-8") if not (gold / name).exists() else None
            words = sum(len(text.split()) for text in texts.values())
            found: list[dict[str, object]] = []

            def peer(texts: dict[str, str] = texts, found: list[dict[str, object]] = found) -> None:
                found.clear()
                for doc, name in nlp.pipe([(text, name) for name, text in texts.items()], as_tuples=True):
                    found.extend(afternoon(doc, name))

            ours = partial(measure, gold, extractor=extractor)
            who = {"protocolgraph": rate(words, ours), "an afternoon's script": rate(words, peer)}
            rows += Contest(f"speed, gold {what}", "words/s", who).rows(rounds)
            rows += _scores(what, ours(), evaluate(found, golds, texts))
    return rows


def _scores(what: str, ours: Evaluation, peer: Evaluation) -> list[Row]:
    rows = []
    for kind in ("body", "fact", "duty"):
        one, other = ours.lenient[kind].f1, peer.lenient[kind].f1
        rows.append(Row(f"F1 of {kind}, gold {what}", "protocolgraph", "", (one,)))
        rows.append(Row(f"F1 of {kind}, gold {what}", "an afternoon's script", "", (other,), round(other / one, 2)))
    return rows
