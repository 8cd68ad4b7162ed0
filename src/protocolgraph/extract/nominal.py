"""Nouns and adjectives that state a relation without a verb of their own.

"Scrutiny of X by Y", "approval of D rests with Y", "Y is responsible for the appointment of R", "X, a
sub-group of Y", "directly accountable to Y, X ...".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from protocolgraph.extract.syntax import (
    Arguments,
    Predication,
    add_prepositions,
    governed_by,
    matrix,
    modality,
    past,
    possessor,
    predicative,
    prepositions,
    rests_with,
    spread,
    subject_of,
    verbal,
)
from protocolgraph.vocab.frames import nouns_of_action
from protocolgraph.vocab.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_VERBAL = {"VERB", "AUX"}
_FORMER = {"formerly", "previously"}


def predications(doc: Doc) -> list[Predication]:
    """Return the predicates of a parsed sentence in the order of their words."""
    found: list[Predication] = []
    for token in doc:
        if token.pos_ in _VERBAL and token.dep_ not in {"aux", "auxpass"}:
            found.append(verbal(token))
            found += predicative(token)
        elif token.pos_ in {"NOUN", "PROPN"}:
            found += _nominal(token)
        elif token.pos_ == "ADJ" and token.dep_ in {"ROOT", "advcl", "amod", "appos", "conj"}:
            found += _beside(token)
    return found


def _nominal(noun: Token) -> Iterator[Predication]:
    """An apposition ("X, a sub-group of Y") and a noun of action ("scrutiny of X by Y")."""
    arguments: dict[str, tuple[Token, ...]] = {"owner": possessor(noun)}
    add_prepositions(arguments, noun)
    arguments |= {word: said for word, said in _beside_verb(noun).items() if word not in arguments}
    if "from" in arguments and "to" not in arguments and noun.dep_ == "dobj":
        arguments["to"] = governed_by(noun.head, {"to"})
    if noun.dep_ == "appos":
        arguments["actor"], arguments["object"] = (noun.head,), (noun,)
        yield _unsaid(noun, "noun", arguments)
        if any(child.lower_ in _FORMER for child in noun.children):
            yield replace(_unsaid(noun, "noun", arguments), lemma="formerly")
    elif named := tuple(child for child in noun.children if child.dep_ == "appos" and arguments["owner"]):
        arguments["actor"] = named
        yield _unsaid(noun, "noun", arguments)
    elif noun.lemma_.lower() in {*nouns_of_action(), "document"}:
        arguments["owner"] = arguments["owner"] or tuple(child for child in noun.children if child.dep_ == "compound")
        arguments["actor"] = arguments.get("by", ()) or _doer(noun)
        arguments["theme"] = _theme(noun)
        arguments["matrix"] = matrix(_verb_around(noun))
        yield _unsaid(noun, "action", arguments)


def _beside(adjective: Token) -> Iterator[Predication]:
    """An adjective that no "is" ties to its subject: "Accountable to Y", "the person responsible for X"."""
    arguments: dict[str, tuple[Token, ...]] = {}
    add_prepositions(arguments, adjective)
    if not arguments:
        return
    head = adjective.head
    if adjective.dep_ == "advcl" or (adjective.dep_ == "conj" and head.pos_ in _VERBAL):
        arguments["actor"] = subject_of(head)
    elif adjective.dep_ != "ROOT" and head.i < adjective.i:
        arguments["actor"] = (head,)
    yield _unsaid(adjective, "adjective", arguments)


def _unsaid(word: Token, kind: str, arguments: Arguments) -> Predication:
    """A predicate that no verb says; one around it may deny it or put it in the past."""
    denied = any(child.lower_ in {"no", "not"} for child in word.children)
    verb = _verb_around(word)
    carried = kind == "action" and verb.pos_ in _VERBAL
    return Predication(
        word.lemma_.lower(), kind, word, passive=False, arguments=arguments, modal=None,
        negated=denied or (carried and modality(verb)[1]), past=carried and _over(verb), finite=False,
    )  # fmt: skip


def _over(verb: Token) -> bool:
    """Whether a verb tells of the past and not of what stands since ("has been agreed")."""
    return past(verb) and not any(child.lower_ in {"has", "have"} for child in verb.children)


def _theme(noun: Token) -> tuple[Token, ...]:
    """What the verb around a noun of action is done to, or said of: "D is subject to the approval of X", D."""
    verb = _verb_around(noun)
    objects = [child for child in verb.children if child.dep_ in {"dobj", "obj"} and child.i < noun.i]
    return spread(objects) if objects else subject_of(verb)


def _verb_around(noun: Token) -> Token:
    verb = noun.head
    while verb.dep_ != "ROOT" and verb.pos_ not in _VERBAL:
        verb = verb.head
    return verb


def _beside_verb(noun: Token) -> dict[str, tuple[Token, ...]]:
    """What "to" and "with" govern that the parser hangs on the verb: "gives advice to X", "links are kept with X"."""
    first = noun
    while first.dep_ == "conj":
        first = first.head
    verb = first.head
    if first.dep_ in {"dobj", "nsubjpass", "attr", "nsubj"} and verb.lemma_.lower() in {*_support("active"), "be"}:
        return {word: said for word, said in prepositions(verb) if word in {"to", "with", "into"}}
    if first.dep_ == "dobj" and verb.lemma_.lower() in _support("getting"):
        return {word: said for word, said in prepositions(verb) if word == "from"}
    return {}


def _support(form: str) -> frozenset[str]:
    """Verbs that only say that what their noun means is done: "provides oversight", "approval is given by"."""
    return frozenset(lexicon("verbs")["support"][form])


def _doer(noun: Token) -> tuple[Token, ...]:
    """Who does what a noun of action means, as the words around it tell."""
    head = noun.head
    lemma = head.lemma_.lower()
    if with_whom := [held for child in noun.children if child.dep_ == "relcl" for held in rests_with(child)]:
        return tuple(with_whom)
    if noun.dep_ == "conj":
        return _doer(head)
    if noun.dep_ in {"dobj", "obj"}:
        return subject_of(head) if lemma in _support("active") else ()
    if noun.dep_ == "nsubjpass":
        givers = governed_by(head, {"by"}) if lemma in _support("passive") else ()
        return givers or (governed_by(head, {"to"}) if lemma in _support("handing") else ())
    if noun.dep_ == "nsubj":
        return rests_with(head) if head.pos_ in _VERBAL else ()
    return _charged(head) if noun.dep_ == "pobj" else ()


def _charged(preposition: Token) -> tuple[Token, ...]:
    """Who is charged with something: "responsible for", "has responsibility for", "leads on", "charged with"."""
    word = preposition.head
    if [word.lemma_.lower(), preposition.lower_] not in lexicon("verbs")["support"]["charged"]:
        return ()
    if word.pos_ in {"NOUN", "PROPN"}:
        return _doer(word)
    verb = word if word.pos_ in _VERBAL else _verb_around(word)
    return subject_of(verb) if verb.pos_ in _VERBAL else ()
