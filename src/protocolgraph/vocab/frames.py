"""Frames: data that say which predicate-argument forms state which relation.

A frame names the words that can head it (`verb`, `noun`, `adjective`, `action`, `copula` for the
subject of "is", or `between` for what stands between two names), where its subject and object stand,
what else must hold, and sentences that it must and must not match. The files in `frames/` hold them; a
new frame needs no code.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from protocolgraph.errors import VocabularyError
from protocolgraph.vocab.lexicon import lexicon, load_yaml
from protocolgraph.vocab.schema import predicates

_KINDS = ("verb", "noun", "adjective", "action", "copula", "between")
_KEYS = {
    *_KINDS, "predicate", "subject", "object", "product", "product_words", "modifier", "needs", "voice", "negated",
    "past", "without", "types", "confidence", "examples", "counterexamples", "qualifiers", "frequency", "theme",
    "except", "theme_in", "unless", "before",
}  # fmt: skip
_EXAMPLE = re.compile(r"^(?P<text>.+?) => (?P<subject>.+?) -> (?P<object>.+?)$")


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence that the frame must match, with the names of its two ends; `object` "-" for none."""

    text: str
    subject: str
    object: str


@dataclass(frozen=True, slots=True)
class Frame:
    """One way of stating a relation."""

    name: str
    predicate: str
    kind: str
    words: tuple[str, ...]
    """Lemmas that head it."""
    subject: tuple[str, ...]
    """Slots in the order in which they are tried: "actor", "to", "object.of", "object.owner" ..."""
    object: tuple[str, ...]
    product: tuple[str, ...]
    """Slots whose words become the qualifier `product`."""
    product_words: tuple[str, ...]
    """Slots of which one must hold a report, plan or other product."""
    modifier: tuple[str, ...]
    """Lemmas of which one must modify the head ("hierarchical relationship")."""
    theme: tuple[str, ...]
    """Nouns of which one must be the object ("escalate a dispute")."""
    theme_in: tuple[str, ...]
    """Slots in which the theme is looked for."""
    excepted: tuple[str, ...]
    """Nouns that the object must not be."""
    before: tuple[str, ...]
    """Of a frame for what stands between two names: expressions of which one must end before the left name."""
    needs: tuple[str, ...]
    """Words of which one must stand in the sentence."""
    unless: tuple[str, ...]
    """Words of which none may stand in it."""
    voice: str | None
    negated: bool | None
    """Only in a denied (True) or only in an affirmed (False) clause; None: either, polarity is kept."""
    flips: bool
    """A denied clause states the relation itself ("no hierarchical relationship")."""
    without: tuple[str, ...]
    """Slots that must be empty."""
    past: bool
    """Whether a past event states it too."""
    subject_types: tuple[str, ...]
    object_types: tuple[str, ...]
    qualifiers: tuple[tuple[str, str], ...]
    frequency: bool
    """Whether it needs a frequency."""
    confidence: float
    examples: tuple[Example, ...]
    counterexamples: tuple[str, ...]


@cache
def frames() -> tuple[Frame, ...]:
    """Return all frames, in the order of their files' and their own names.

    Raises:
        VocabularyError: a frame is not of the right form; the message names file and frame.

    """
    found = []
    for path in sorted(files("protocolgraph.vocab").joinpath("frames").iterdir(), key=lambda p: p.name):
        if path.name.endswith(".yaml"):
            data = load_yaml(f"frames/{path.name}")
            for name, spec in data.items():
                found.append(_frame(path.name, name, spec))
    return tuple(found)


@cache
def nouns_of_action() -> frozenset[str]:
    """Return the nouns by which frames know a relation ("oversight of", "accountability to")."""
    return frozenset(word for frame in frames() if frame.kind == "action" for word in frame.words)


def _frame(file: str, name: str, spec: Mapping[str, Any]) -> Frame:
    where = f"frames/{file}: {name}"
    unknown = set(spec) - _KEYS
    kinds = [kind for kind in _KINDS if kind in spec]
    if unknown or len(kinds) != 1 or spec.get("predicate") not in predicates():
        raise VocabularyError(f"{where}: unknown keys {sorted(unknown)}, kinds {kinds} or predicate")
    predicate = predicates()[spec["predicate"]]
    types = spec.get("types", {})
    return Frame(
        name=name,
        predicate=spec["predicate"],
        kind=kinds[0],
        words=_words(spec[kinds[0]]),
        subject=_slots(spec.get("subject", "actor")),
        object=_slots(spec.get("object", "")),
        product=_slots(spec.get("product", "")),
        product_words=_slots(spec.get("product_words", "")),
        modifier=tuple(spec.get("modifier", ())),
        theme=_words(spec.get("theme", ())),
        theme_in=_slots(spec.get("theme_in", "object")),
        excepted=_words(spec.get("except", ())),
        before=tuple(spec.get("before", ())),
        needs=tuple(spec.get("needs", ())),
        unless=tuple(spec.get("unless", ())),
        voice=spec.get("voice"),
        negated=None if spec.get("negated") == "states" else spec.get("negated"),
        flips=spec.get("negated") == "states",
        without=_slots(spec.get("without", "")),
        past=spec.get("past", False),
        subject_types=tuple(types.get("subject", [t.value for t in predicate.subjects])),
        object_types=tuple(types.get("object", [t.value for t in predicate.objects])),
        qualifiers=tuple(sorted((k, str(v)) for k, v in spec.get("qualifiers", {}).items())),
        frequency=spec.get("frequency", False),
        confidence=float(spec.get("confidence", 0.85)),
        examples=tuple(_example(where, text) for text in spec.get("examples", ())),
        counterexamples=tuple(spec.get("counterexamples", ())),
    )


def _words(listed: Sequence[str]) -> tuple[str, ...]:
    """Words as listed, with all those of a class ("~sending") for its name."""
    classes: Mapping[str, Sequence[str]] = lexicon("verbs")["classes"]
    found: list[str] = []
    for word in listed:
        found += classes[word[1:]] if word.startswith("~") else [word]
    return tuple(dict.fromkeys(found))


def _slots(value: str) -> tuple[str, ...]:
    return tuple(slot.strip() for slot in value.split("|") if slot.strip())


def _example(where: str, text: str) -> Example:
    match = _EXAMPLE.match(text)
    if match is None:
        raise VocabularyError(f"{where}: an example is 'sentence => subject -> object', not {text!r}")
    return Example(match["text"], match["subject"], match["object"])
