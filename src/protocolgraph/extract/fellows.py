"""Which verb a coordinated one is joined to by its form, which the parser may hang on one further in."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

MODALS = {"will", "shall", "must", "should", "may", "can", "might", "could", "would", "ought", "need"}
_VERBAL = {"VERB", "AUX"}
_FINITE = {"VB", "VBZ"}
"""Forms that no noun is joined to: "audits homes of children in care and reports", as the parser hangs it on "care"."""


def joined_to(verb: Token) -> Token:
    """Return the verb that a coordinated one shares its subject with.

    In "should review how well cases are kept and should report", "will look at how it works and report" and "checks
    how well it is working and gives", the last verb is the first one's fellow.
    """
    head: Token = verb.head
    if head.pos_ not in _VERBAL:
        same = (a for a in head.ancestors if a.pos_ in _VERBAL and a.tag_ == verb.tag_)
        return next(same, head) if verb.tag_ in _FINITE else head
    if _fellows(verb, head):
        return head
    return next((a for a in head.ancestors if a.pos_ in _VERBAL and _fellows(verb, a)), head)


def _fellows(verb: Token, other: Token) -> bool:
    """Whether two verbs have the form of two that share a subject; most forms do."""
    if modals := _own_modals(verb):
        return _own_modals(other) == modals or not any(_own_modals(a) == modals for a in other.ancestors)
    if any(c.dep_ in {"aux", "auxpass"} for c in verb.children):
        return True
    if verb.tag_ == "VB":
        return bool(other.tag_ == "VB")
    asked = any(c.tag_ == "WRB" for c in other.children) or any(
        c.tag_ == "WRB" for n in other.children for c in n.children
    )
    return not (verb.tag_ == "VBZ" and asked and other.tag_ in {"VBG", "VBN"})


def _own_modals(verb: Token) -> set[str]:
    return {c.lower_ for c in verb.children if c.dep_ == "aux" and c.lower_ in MODALS}
