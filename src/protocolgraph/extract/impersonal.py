"""Who sees to what a passive without an agent says: the body that a section is about, for its own business."""

from __future__ import annotations

from typing import TYPE_CHECKING

from protocolgraph.extract.arguments import Argument, Arguments
from protocolgraph.extract.syntax import Predication
from protocolgraph.extract.verbal import base
from protocolgraph.model import EntityType
from protocolgraph.vocab.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

_TYPES = (EntityType.BODY.value, EntityType.ROLE.value)


def in_charge(predication: Predication, arguments: Arguments) -> list[Argument]:
    """Return the body that a section is about, for business of its own that nobody is named for; none for others."""
    sentence, token = arguments.sentence, predication.token
    if sentence.told or sentence.decided or token.dep_ in {"relcl", "acl"} or _was_agreed(token):
        return []
    if base(token) not in lexicon("verbs")["procedural"] or _by_somebody(token) or _is_handed_on(predication):
        return []
    if _of_which(predication):
        return []
    number = arguments.names.in_charge(sentence.clause)
    if number is None or arguments.names.mentions[number].type is not EntityType.BODY:
        return []
    body = arguments.names.mentions[number]
    near = [*arguments.fill(predication, ["to"], _TYPES), *arguments.fill(predication, ["with"], _TYPES)]
    itself = any(arguments.names.mentions[a.mention].name == body.name for a in near)
    return [] if itself else [Argument(number, body.type, 1.0)]


def _of_which(predication: Predication) -> bool:
    """Whether it is told of what somebody does: "carries out an audit, the findings of which are reported"."""
    things = predication.arguments.get("object", ())
    return any(t.lower_ in {"which", "whom"} and t.head.lower_ == "of" for thing in things for t in thing.subtree)


def _is_handed_on(predication: Predication) -> bool:
    """Whether a matter goes to somebody whom it may reach from anybody: "disputes are referred to the Cabinet"."""
    things = [t for t in predication.arguments.get("object", ()) if t.lemma_.lower() in lexicon("verbs")["anybodys"]]
    to = any(c.lower_ == "to" and c.dep_ in {"prep", "dative"} for c in predication.token.children)
    return to and any(not any(t.lower_ in {"it", "they", "we"} for t in thing.subtree) for thing in things)


def _was_agreed(token: Token) -> bool:
    """Whether somebody has agreed it, who need not be the one to do it: "It has been agreed that ... will be kept"."""
    return token.dep_ == "ccomp" and any(c.lower_ in {"has", "have", "had", "was"} for c in token.head.children)


def _by_somebody(token: Token) -> bool:
    """Whether "by" names an agent, if not one that is known; "by consensus" and "by 30 June" name none."""
    after = [g for c in token.children if c.lower_ == "by" for g in c.children if g.dep_ == "pobj"]
    plain = {"NOUN", "NUM", "VERB"}
    return any(g.pos_ not in plain or g.lemma_.lower() not in lexicon("verbs")["means"] for g in after)
