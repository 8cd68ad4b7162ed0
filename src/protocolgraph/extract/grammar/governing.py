"""The verb that a statement is about, and the words that give it its force."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from protocolgraph.extract.carriers import carrier_of
from protocolgraph.extract.syntax import is_passive
from protocolgraph.extract.verbal import VERBAL
from protocolgraph.vocab.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_BELOW = {"advcl", "relcl", "acl", "csubj", "pcomp", "ccomp", "xcomp", "parataxis"}
_STRONG = {"must", "shall"}


@dataclass(frozen=True, slots=True)
class Governing:
    """What is to be done, by which words it is required, and on which verb its subject hangs."""

    verb: Token
    deontic: tuple[Token, ...]
    outer: Token
    """The verb that carries the force ("required" in "is required to submit"), else the verb itself."""
    bearers: tuple[Token, ...] | None = None
    """Heads of the words for the one who must do it, where that is not the subject of the outer verb."""


def governing(doc: Doc) -> Governing | None:
    """Return the governing verb of a sentence, or None where it has no verb."""
    verbs = [t for t in doc if t.pos_ in VERBAL and t.dep_ not in {"aux", "auxpass"}]
    if not verbs:
        return None
    outer = min(verbs, key=lambda verb: (_rank(verb), verb.i))
    for verb in sorted(verbs, key=lambda t: t.i):
        carrier = carrier_of(verb)
        if carrier is not None and carrier.verb == outer and carrier.value != "function":
            return Governing(verb, _carrying(outer, verb), outer, carrier.bearers)
    return Governing(outer, tuple(deontics(outer)), outer)


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
    modals = [c for c in verb.children if c.dep_ == "aux" and c.lower_ in words]
    linked = [c for c in verb.children if c.lower_ == "to" and c.dep_ == "aux" and c.i < verb.i]
    if not modals:
        return []
    denied = [c for c in verb.children if c.dep_ == "neg"]
    return sorted([*modals, *denied, *(linked if modals[-1].lower_ in {"ought", "need"} else [])], key=lambda t: t.i)


def _carrying(outer: Token, verb: Token) -> tuple[Token, ...]:
    """The words from the outer verb's first auxiliary to the "to" or preposition before the verb."""
    helpers = [c for c in outer.children if c.dep_ in {"aux", "auxpass", "neg"}]
    first = min(t.i for t in (outer, *helpers))
    inner = min([verb.i, *(c.i for c in verb.children if c.dep_ in {"advmod", "neg", "auxpass"} and c.i < verb.i)])
    if is_passive(verb):
        inner = min([inner, *(c.i for c in verb.children if c.dep_ == "auxpass")])
    skipped = {t.i for c in outer.children if c.dep_ in {"nsubj", "nsubjpass", "expl", "advcl"} for t in c.subtree}
    return tuple(t for t in outer.doc[first:inner] if t.i not in skipped or t.i > outer.i)
