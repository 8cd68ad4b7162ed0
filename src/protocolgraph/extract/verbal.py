"""Small questions about one parsed verb: its modal, its denial, its form, whether it is past or only supposed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from protocolgraph.extract.syntax import is_passive, only_counts
from protocolgraph.vocab.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

VERBAL = {"VERB", "AUX"}
SUBJECTS = {"nsubj", "nsubjpass", "csubj", "expl"}
NO = {"no", "neither", "none"}
_CONDITIONAL = {
    "if", "unless", "whether", "where", "when", "until", "once", "while", "as", "because", "since", "whenever",
    "wherever", "provided", "before", "after", "how",
}  # fmt: skip


def base(token: Token) -> str:
    """Return a verb's base form in British spelling, for the parser reads "scrutinize"."""
    lemma: str = token.lemma_.lower()
    return lemma[:-2] + "se" if lemma.endswith("ize") and lemma not in {"size", "seize", "prize"} else lemma


def own_modal(verb: Token) -> str | None:
    """Return the modal verb that stands with this verb, as the lexicon has it."""
    modals: Mapping[str, str] = lexicon("modality")["modals"]
    short = {"'ll": "will", "wo": "will", "ca": "can"}
    for child in verb.children:
        word: str = short.get(child.lower_, child.lower_)
        if child.dep_ == "aux" and word in modals:
            return word
    return None


def negated(verb: Token) -> bool:
    """Whether a verb is denied: "not", "nor does it", "no member may", "neither may"."""
    children = list(verb.children)
    if any((c.dep_ == "neg" and not only_counts(c)) or c.lower_ == "nor" for c in children):
        return True
    if no_longer(verb):
        return True
    if verb.dep_ == "conj" and any(c.lower_ == "nor" and c.i < verb.i for c in verb.head.children):
        return True
    if any(c.lower_ == "circumstances" and _none(c) for child in children for c in child.children):
        return True
    subjects = [c for c in children if c.dep_ in SUBJECTS]
    return any(s.lower_ in NO or _none(s) for s in subjects)


def no_longer(verb: Token) -> bool:
    """Whether something is said to have ceased: "are no longer required to", "there is no longer a duty to"."""
    above = [verb, *(a for a in verb.ancestors if a.pos_ in VERBAL)]
    return any(c.lower_ == "longer" and any(n.dep_ == "neg" for n in c.children) for v in above[:3] for c in v.children)


def _none(noun: Token) -> bool:
    """Whether a noun is denied: "no member", "neither Board"."""
    return any(c.lower_ in NO and c.dep_ in {"det", "preconj", "cc"} for c in noun.children)


def to_infinitive(verb: Token) -> bool:
    """Whether a verb stands with "to"."""
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def own_subject(verb: Token) -> bool:
    """Whether a verb has a subject of its own, not one shared with a verb before it."""
    return any(c.dep_ in SUBJECTS for c in verb.children)


def alike(verb: Token, head: Token) -> bool:
    """Whether two coordinated verbs stand in the same form."""
    if own_modal(head) is not None or to_infinitive(head):
        return verb.tag_ in {"VB", "VBP"} or (is_passive(verb) and is_passive(head))
    return bool(verb.tag_ == head.tag_)


def first_conjunct(verb: Token) -> Token:
    """Return the first of the verbs that this one is coordinated with."""
    while verb.dep_ == "conj" and verb.head.pos_ in VERBAL:
        verb = verb.head
    return verb


def past(verb: Token) -> bool:
    """Whether a verb tells what has happened."""
    if own_modal(verb) is not None:
        return False
    if verb.tag_ == "VBD" and not to_infinitive(verb):
        return not is_passive(verb) or any(c.lower_ in {"was", "were"} for c in verb.children)
    auxiliaries = {c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}}
    if verb.lemma_ == "delegate" and "has" in auxiliaries | {"have"} and not auxiliaries & {"was", "were", "had"}:
        return False
    return bool(auxiliaries & {"was", "were", "had", "has", "have", "been"})


def unreal(verb: Token) -> bool:
    """Whether it is said as a condition or a question."""
    children = list(verb.children)
    before = [c for c in children if c.i < verb.i]
    if any(c.dep_ == "mark" and c.lower_ in _CONDITIONAL for c in before):
        return True
    if any(c.dep_ == "advmod" and c.tag_ == "WRB" for c in before):
        return True
    inverted = [c for c in children if c.dep_ == "aux" and c.lower_ == "should"]
    subjects = [c for c in children if c.dep_ in SUBJECTS] if inverted else []
    return bool(inverted and subjects and inverted[0].i < subjects[0].i)
