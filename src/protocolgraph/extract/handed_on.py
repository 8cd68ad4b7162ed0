"""By whom something is handed on: "produced by the Board and sent to Cabinet", where only the first verb tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from protocolgraph.vocab.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

_WATCHING = frozenset({"monitor", "track", "collect", "collate", "identify", "manage", "hold", "log", "record"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})

_ASKING = {
    "require", "request", "ask", "oblige", "invite", "expect", "allow", "enable", "permit", "authorize",
    "authorise", "instruct", "empower", "commission", "encourage", "help", "support", "urge", "remind", "compel",
    "entitle", "challenge",
}  # fmt: skip
"""Verbs whose object is to do what follows: in "Cabinet asks the Board to report" the Board reports."""


def asked_to(verb: Token, head: Token) -> list[Token]:
    """Return those whom the verb around a clause asks to do what the clause says."""
    if head.lemma_.lower() not in _ASKING:
        return []
    return [child for child in head.children if child.dep_ == "dobj" and child.i < verb.i]


def handed_on(verb: Token) -> list[Token]:
    """Return those who make what a verb of handing on tells of, where nothing else says who hands it on.

    Who approves a paper need not send it: "approved by the Board and sent to Cabinet".
    """
    verbs = lexicon("verbs")
    if verb.dep_ != "conj" or verb.lemma_.lower() not in verbs["handed"]:
        return []
    if verb.head.lemma_.lower() not in {*verbs["classes"]["making"], *_WATCHING}:
        return []
    if any(child.dep_ in _SUBJECTS for child in verb.children):
        return []
    agents = (child for child in verb.head.children if child.dep_ == "agent")
    return [noun for agent in agents for noun in agent.children if noun.dep_ == "pobj"]


_GIVING = {"give", "offer"}
_ACTING = {"Council", "Councils", "Director", "Directors"}
"""As the parser sees the names of bodies and posts."""


def given_to(verb: Token) -> tuple[Token, ...]:
    """Return to whom something is given whose name the parser takes for a part of it: "gives the Board advice"."""
    if verb.lemma_ not in _GIVING:
        return ()
    things = [child for child in verb.children if child.dep_ == "dobj"]
    parts = (part for thing in things for part in thing.children if part.dep_ in {"compound", "nmod", "poss"})
    return tuple(part for part in parts if part.text in _ACTING and not any(True for _ in part.rights))


_HOLDING = frozenset({"include", "have", "comprise", "contain", "establish", "create", "form", "run", "operate"})
"""Verbs of a body or structure whose object is a part of it."""
_SETTING_UP = frozenset({"appoint", "set", "convene", "constitute", "nominate", *_HOLDING})
"""Verbs whose object may be had for a purpose, which is then its own."""


def held_for(noun: Token) -> bool:
    """Return whether a body or post is one that somebody has for what follows: "includes a Panel to oversee it"."""
    if noun.dep_ != "dobj" or noun.head.lemma_ not in _SETTING_UP:
        return False
    return noun.text in _ACTING or noun.lower_ in lexicon("bodies")["heads"] or noun.lower_ in lexicon("roles")["heads"]


def set_up_for(verb: Token) -> list[Token]:
    """Return who is set up or appointed for a purpose, which is then theirs: "set up a Panel to oversee the work"."""
    return [c for c in verb.head.children if verb.dep_ in {"advcl", "xcomp"} and c.i < verb.i and held_for(c)]


def reports_behind(verb: Token) -> list[Token]:
    """Return who reports, told behind the body that holds it: "the structure includes a Panel, reporting to Cabinet".

    Behind a passive it is whoever does it: "the work is led by a Panel, reporting to Cabinet".
    """
    if verb.dep_ != "advcl" or verb.tag_ != "VBG" or verb.lemma_ != "report":
        return []
    agents = (noun for child in verb.head.children if child.dep_ == "agent" for noun in child.children)
    held = verb.head.children if verb.head.lemma_ in _HOLDING else ()
    named = [c for c in (*agents, *held) if c.dep_ in {"pobj", "dobj"} and c.pos_ == "PROPN" and c.i < verb.i]
    return named[-1:]


_HELPING = {"support", "assist", "help", "aid", "advise", "guide", "oversee", "monitor", "challenge", "scrutinise"}


def helped_in(verb: Token) -> list[Token]:
    """Return who is helped or watched in doing something, which then is their work, and not the helper's.

    "The Panel supports the Council in preparing its plan", "monitors the work of the Trust in carrying out its plan".
    """
    link = verb.head
    if verb.dep_ != "pcomp" or verb.tag_ != "VBG" or link.lower_ != "in":
        return []
    helper = next((token for token in link.ancestors if token.pos_ == "VERB"), None)
    if helper is None or helper.lemma_ not in _HELPING:
        return []
    between = [token for token in verb.doc[helper.i + 1 : link.i] if token.pos_ == "PROPN"]
    return [token for token in between if token.dep_ in {"dobj", "pobj"}][-1:]


_TASKS = {"responsibility", "duty", "remit", "role", "power", "function"}


def charged_behind(verb: Token) -> list[Token]:
    """Return whose task it is that is told behind "with": "has a Panel with responsibility for advising the Board"."""
    task = verb.head.head if verb.dep_ == "pcomp" else verb.head
    charge = task.head
    told = task.lemma_ in _TASKS and charge.lower_ == "with" and charge.head.pos_ == "PROPN"
    return [charge.head] if told and charge.head.dep_ in {"dobj", "attr", "pobj"} else []


def their_own(verb: Token, *, purpose: bool) -> list[Token]:
    """Return who does what a verb without a subject says, where it is not the subject of the clause around it."""
    return reports_behind(verb) or helped_in(verb) or charged_behind(verb) or (set_up_for(verb) if purpose else [])
