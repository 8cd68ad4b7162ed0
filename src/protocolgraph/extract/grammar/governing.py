"""The verb that a statement is about, and the words that give it its force."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from protocolgraph.extract.carriers import Carrier, carrier_of
from protocolgraph.extract.syntax import is_passive
from protocolgraph.extract.verbal import SUBJECTS, VERBAL, first_conjunct
from protocolgraph.model.institutional import ComponentName, InstitutionalStatement
from protocolgraph.vocab.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_BELOW = {"advcl", "relcl", "acl", "csubj", "pcomp", "ccomp", "xcomp", "parataxis"}
_WORDS = 4
"""With fewer words it is no sentence."""
_STRONG = {"must", "shall"}
_FORCEFUL = {"must", "shall", "may", "should", "will"}
_SAID = {"acomp", "oprd", "attr"}
_PRONOUNS = {"who", "which", "that", "it"}


@dataclass(frozen=True, slots=True)
class Governing:
    """What is to be done, by which words it is required, and on which verb its subject hangs."""

    verb: Token
    deontic: tuple[Token, ...]
    outer: Token
    """The verb that carries the force ("required" in "is required to submit"), else the verb itself."""
    bearers: tuple[Token, ...] | None = None
    """Heads of the words for the one who must do it, where that is not the subject of the outer verb."""


def governing(sentence: Doc | Span) -> Governing | None:
    """Return the governing verb of a sentence, or None where it has no verb."""
    verbs = [t for t in sentence if t.pos_ in VERBAL and t.dep_ not in {"aux", "auxpass"}]
    if not verbs:
        return None
    outer = _first(min(verbs, key=lambda verb: (_rank(verb), verb.i)))
    unlawful = _impersonal(outer)
    if unlawful is not None:
        return unlawful
    for verb in sorted(verbs, key=lambda t: t.i):
        carrier = carrier_of(verb)
        handed = carrier is not None and first_conjunct(carrier.verb) == outer and carrier.value != "function"
        if carrier is not None and handed and not _of_another(carrier):
            return Governing(verb, _carrying(outer, verb), outer, carrier.bearers)
    return Governing(outer, tuple(deontics(outer)), outer)


def sound(doc: Doc, statement: InstitutionalStatement) -> bool:
    """Whether a modal verb of a sentence was understood: as the force of the statement, whose subject is known."""
    modal = next((token for token in doc if token.lower_ in _FORCEFUL), None)
    if modal is None or modal.i == 0:
        return (bool(statement.components) and not _lost(doc, statement)) or len(doc) < _WORDS
    forces = statement.pieces(ComponentName.DEONTIC)
    subjects = statement.pieces(ComponentName.ATTRIBUTE, ComponentName.OBJECT, ComponentName.ENTITY)
    known = any(piece.span < forces[-1].span and piece.text.lower() not in _PRONOUNS for piece in subjects if forces)
    return bool(forces) and (known or any(token.dep_ == "expl" for token in doc))


def _lost(doc: Doc, statement: InstitutionalStatement) -> bool:
    """Whether words that could name a subject stand before a verb of which none was understood."""
    does = next(iter(statement.pieces(ComponentName.AIM, ComponentName.FUNCTION)), None)
    whom = statement.pieces(
        ComponentName.ATTRIBUTE, ComponentName.OBJECT, ComponentName.ENTITY, ComponentName.PROPERTIES
    )
    said = doc[0].pos_ in {"DET", "NOUN", "PROPN"} and not any(token.dep_ == "expl" for token in doc)
    return said and does is not None and not any(piece.span < does.span for piece in whom)


def _first(verb: Token) -> Token:
    """The first of several main verbs with modals of their own: "may keep hens, but must not keep a cockerel"."""
    while verb.dep_ == "conj" and verb.head.pos_ in VERBAL and deontics(verb.head):
        verb = verb.head
    return verb


def _impersonal(outer: Token) -> Governing | None:
    """As in "it is unlawful for any person to discharge"."""
    words = lexicon("institutional")["impersonal"]
    said = [t for t in (outer, *outer.children) if t.lower_ in words and t.dep_ in {outer.dep_, *_SAID}]
    bearing = [
        c
        for word in (outer, *said)
        for c in word.children
        if c.dep_ in {"advcl", "xcomp", "ccomp"} and _for_somebody(c)
    ]
    if not said or not bearing:
        return None
    return Governing(bearing[0], tuple(outer.doc[_opening(outer) : said[0].i + 1]), outer)


def _for_somebody(clause: Token) -> bool:
    marked = any(c.lower_ == "for" and c.dep_ == "mark" for c in clause.children)
    return marked and any(c.dep_ in SUBJECTS for c in clause.children)


def _of_another(carrier: Carrier) -> bool:
    """Whether it is no force on anybody: "nothing prevents the chair from calling a meeting", "the chair asks us to".

    What a law or rule requires of somebody is one: "the Act requires the authority to make arrangements".
    """
    objects = [c for c in carrier.verb.children if c.dep_ in {"dobj", "obj"}]
    if carrier.bearers is None:
        return any(c != carrier.word for c in objects)
    if carrier.word != carrier.verb or is_passive(carrier.verb):
        return False
    instruments = lexicon("institutional")["instruments"]
    return not any(c.dep_ in SUBJECTS and c.lemma_.lower() in instruments for c in carrier.verb.children)


def _rank(verb: Token) -> int:
    """How far a verb is from being what the sentence says; a modal of its own brings it nearer."""
    below, token = 0, verb
    while token.dep_ != "ROOT":
        below += token.dep_ in _BELOW or token.pos_ not in VERBAL
        token = token.head
    modals = {t.lower_ for t in deontics(verb)}
    supposed = verb.dep_ in {"advcl", "relcl", "acl"}
    return 4 * below - (0 if supposed else 3 * bool(modals) + 2 * bool(modals & _STRONG))


def deontics(verb: Token) -> list[Token]:
    """Return the modal verbs of a verb, with its "not"."""
    words = lexicon("institutional")["deontics"]
    helpers = [verb, *(c for c in verb.children if c.dep_ == "auxpass")]
    modals = [c for helper in helpers for c in helper.children if c.dep_ == "aux" and c.lower_ in words]
    linked = [c for c in verb.children if c.lower_ == "to" and c.dep_ == "aux" and c.i < verb.i]
    if not modals:
        return []
    denied = [c for c in verb.children if c.dep_ == "neg"]
    return sorted([*modals, *denied, *(linked if modals[-1].lower_ in {"ought", "need"} else [])], key=lambda t: t.i)


def _carrying(outer: Token, verb: Token) -> tuple[Token, ...]:
    """The words from the outer verb's first auxiliary to the "to" or preposition before the verb."""
    first = _opening(outer)
    inner = min([verb.i, *(c.i for c in verb.children if c.dep_ in {"advmod", "auxpass"} and c.i < verb.i)])
    if is_passive(verb):
        inner = min([inner, *(c.i for c in verb.children if c.dep_ == "auxpass")])
    skipped = {t.i for c in outer.children if c.dep_ in {"nsubj", "nsubjpass", "expl", "advcl"} for t in c.subtree}
    return tuple(t for t in outer.doc[first:inner] if t.i not in skipped or t.i > outer.i)


def _opening(outer: Token) -> int:
    """The place of a verb's first auxiliary, or of the verb."""
    helpers = [c.i for c in outer.children if c.dep_ in {"aux", "auxpass", "neg"}]
    return min(int(place) for place in (outer.i, *helpers))
