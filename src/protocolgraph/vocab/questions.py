"""Questions: data that say which wordings ask for what, and the query that answers each.

A kind of question names its wordings (`patterns`, and `whether` for those that are answered with yes
or no), how it is read back to the person, its SPARQL query, and sentences that must and must not be
read as it. The files in `questions/` hold them; a new kind needs no code.

In a pattern, "(a|b)" is one of several, "[a]" may be left out, "<name>" stands for the phrase of that
name and "{name}" for the slot of that name, both from `words.yaml`. A slot's words become the
variable of its name in the query.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

from protocolgraph.errors import VocabularyError
from protocolgraph.model import EntityType
from protocolgraph.vocab.lexicon import load_yaml
from protocolgraph.vocab.schema import predicates

_KEYS = {
    "asks", "patterns", "whether", "reading", "query", "answer", "holders", "then", "silent", "found_by",
    "examples", "counterexamples",
}  # fmt: skip
_ANSWERS = {"subject", "object", "fact", "duty", "bearer", "entity"}
_STEPS = {None, "route", "earliest", "alike", "chain"}
_FOUND_BY = {"text", "quote", "product", "law"}
_NAMED = re.compile(r"<([a-z-]+)>")
_SLOT = re.compile(r"\{([a-z]+)\}")


@dataclass(frozen=True, slots=True)
class Slot:
    """What a "{name}" in a pattern may hold: an entity, words, a number, or a frequency."""

    name: str
    types: tuple[EntityType, ...]
    """Types of the entity; empty for words and numbers."""
    within: str | None
    """Variable of the query in whose text the words or the number must stand, or that must be the frequency."""
    needs: str | None
    """Whether "words" (all of them), "some" of the words, the "number" or "nothing" must stand there; or it is the
    "frequency" that the words state."""
    verbal: bool = False
    """Whether the words begin with a verb, never with an article."""


@dataclass(frozen=True)
class QuestionKind:
    """One kind of question."""

    name: str
    asks: str
    """What it asks, for a person: "who chairs a body"."""
    patterns: tuple[str, ...]
    whether: tuple[str, ...]
    """Wordings that ask for yes or no."""
    reading: str
    """How it is read back, with the slots."""
    query: str
    """The pattern of the query: what stands between the braces behind WHERE."""
    answer: str
    """What is told of a fact (its "subject", its "object", or the whole "fact"), of a duty ("duty", or with its
    "bearer"), or, where no statement is found, the "entity"."""
    holders: bool
    """Whether the people who hold an answered post are told, too."""
    then: str | None
    """What is done with what is found: put in the order of a "route"; only the "earliest", what is "alike", or the
    links of a "chain" kept."""
    silent: bool
    """Whether documents that say nothing are named."""
    found_by: tuple[str, ...]
    """Where the words that it holds stand in every statement that it finds, at one of these places: in the "text" of a
    duty, in the "quote", in the name of the "product" that is handed on; or the name of its "law" stands in the quote.
    An index of words finds these statements, where it names nobody else; nothing for other kinds."""
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]

    @cached_property
    def predicates(self) -> tuple[str, ...]:
        """The predicates that its query asks for, in its order: the first is what the question is about."""
        terms = self.query.replace("}", " ").split()
        places = {name: terms.index(item.property) for name, item in predicates().items() if item.property in terms}
        return tuple(sorted(places, key=lambda name: places[name]))

    @property
    def asks_duties(self) -> bool:
        """Whether its query asks for duties."""
        return "pg:Duty" in self.query or "pg:action" in self.query


@dataclass(frozen=True, slots=True)
class Questions:
    """All kinds of questions, and what they share."""

    kinds: tuple[QuestionKind, ...]
    slots: Mapping[str, Slot]
    openers: tuple[str, ...]
    """Patterns of words before a question that say nothing."""


@cache
def questions() -> Questions:
    """Return the questions of this package; patterns have their phrases filled in.

    Raises:
        VocabularyError: a file is wrong; the message begins with its name.

    """
    words = load_yaml("questions/words.yaml")
    slots = {name: _slot(name, value) for name, value in words["slots"].items()}
    phrases = {name: str(value) for name, value in words["phrases"].items()}
    kinds = tuple(
        _kind(file, name, value, phrases=phrases, slots=slots)
        for file in _files()
        for name, value in load_yaml(f"questions/{file}").items()
    )
    return Questions(kinds, slots, tuple(words["openers"]))


def _files() -> list[str]:
    folder = files("protocolgraph.vocab") / "questions"
    return sorted(item.name for item in folder.iterdir() if item.name.endswith(".yaml") and item.name != "words.yaml")


def _slot(name: str, data: Mapping[str, Any]) -> Slot:
    types = tuple(EntityType(value) for value in data.get("types", ()))
    needs = next((key for key in ("words", "some", "number", "nothing", "frequency") if key in data), None)
    return Slot(name, types, data[needs] if needs else None, needs, data.get("begins") == "verb")


def _kind(
    file: str, name: str, data: Mapping[str, Any], *, phrases: Mapping[str, str], slots: Mapping[str, Slot]
) -> QuestionKind:
    def wrong(reason: str) -> VocabularyError:
        return VocabularyError(f"questions/{file}: {name}: {reason}")

    if unknown := set(data) - _KEYS:
        raise wrong(f"unknown field {', '.join(sorted(unknown))}")
    if missing := {"asks", "patterns", "reading", "query", "answer", "examples", "counterexamples"} - set(data):
        raise wrong(f"{', '.join(sorted(missing))} is missing")
    if data["answer"] not in _ANSWERS or data.get("then") not in _STEPS:
        raise wrong("answer or then is none of those that are known")
    if strange := set(data.get("found_by", ())) - _FOUND_BY:
        raise wrong(f"found_by knows no {', '.join(sorted(strange))}")
    patterns = tuple(_filled(pattern, phrases, wrong) for pattern in data["patterns"])
    whether = tuple(_filled(pattern, phrases, wrong) for pattern in data.get("whether", ()))
    for pattern in (*patterns, *whether):
        if strange := set(_SLOT.findall(pattern)) - set(slots):
            raise wrong(f"there is no slot {', '.join(sorted(strange))}")
        if len(named := _SLOT.findall(pattern)) > len(set(named)):
            raise wrong(f"a slot stands twice in {pattern!r}")
    return QuestionKind(
        name=name,
        asks=data["asks"],
        patterns=patterns,
        whether=whether,
        reading=data["reading"],
        query=data["query"],
        answer=data["answer"],
        holders=bool(data.get("holders", False)),
        then=data.get("then"),
        silent=bool(data.get("silent", False)),
        found_by=tuple(data.get("found_by", ())),
        examples=tuple(data["examples"]),
        counterexamples=tuple(data["counterexamples"]),
    )


def _filled(pattern: str, phrases: Mapping[str, str], wrong: Any) -> str:
    """Fill in the phrases; a phrase may name no other."""

    def phrase(match: re.Match[str]) -> str:
        if match[1] not in phrases:
            raise wrong(f"there is no phrase <{match[1]}>")
        return phrases[match[1]]

    return _NAMED.sub(phrase, pattern)
