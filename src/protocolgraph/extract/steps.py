"""Steps through a parsed sentence: down a phrase, to a preposition further off, to what two verbs share."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from protocolgraph.extract.items import verb_forms
from protocolgraph.extract.syntax import Predication, prepositions, spread, subject_of
from protocolgraph.vocab.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

_CLAUSES = {"relcl", "acl", "ccomp", "advcl", "xcomp", "conj"}
_JOINS = {"cc", "punct", "conj", "advmod", "prt"}
"""What may stand between two verbs that share an object."""
_DONE_TO = {"advise", "support", "challenge", "guide", "assist", "scrutinize", "scrutinise"}
"""Verbs whose object is somebody rather than a thing."""
_ALONE = {"meet"}
"""Verbs that share nothing: "The Board meets monthly and reviews the Plan"."""
_ANYWHERE = {"under", "between"}
"""Prepositions that are looked for in the whole clause."""


_TOUCHING = {
    "relation", "regard", "respect", "reference", "addition", "contrast", "relating", "according", "subject", "prior",
    "due",
}  # fmt: skip
"""Words whose "to" tells what something touches, and nobody to whom it goes: "made in relation to the budget of Y"."""


def deeper(predication: Predication, preposition: str) -> list[Token]:
    """Return what a preposition of the clause governs: parsers hang "to Y" on X in "submit a report on X to Y"."""
    head = predication.token
    if preposition in _ANYWHERE and predication.kind == "action":
        top = _clause(head)
    elif predication.kind == "verb" and (
        preposition in {"to", "from", "with", *_ANYWHERE} or (preposition in {"by", "as"} and predication.passive)
    ):
        top = head
    else:
        return []
    found: list[Token] = []
    for token in top.subtree:
        if token.lower_ != preposition or token.i <= head.i:
            continue
        further = token.dep_ == "conj" and token.head.lower_ == preposition
        apart = (_writes(token) and head.lemma_ != "hold") or token.head.lower_ in _TOUCHING
        if (token.dep_ == "prep" or further) and not apart:
            around = (a for a in token.ancestors if top.is_ancestor(a) and not _told_to(a, head, preposition))
            if not any(a.dep_ in _CLAUSES and a.pos_ in {"VERB", "AUX"} for a in around):
                found += spread(child for child in token.children if child.dep_ == "pobj")
    return found


def _told_to(clause: Token, verb: Token, preposition: str) -> bool:
    """Whether a clause only says what is told, and "to" behind it says to whom: "report what it finds to the Board"."""
    if preposition != "to" or clause.dep_ != "ccomp" or clause.head != verb:
        return False
    what = any(c.lower_ == "what" and c.i < clause.i for c in clause.children)
    return what and verb.lemma_ in lexicon("verbs")["telling"]


def _writes(by: Token) -> bool:
    """Whether "by" names who does something else: "with a report by the Chair", "for signature by the Chair"."""
    if by.lower_ != "by" or by.head.pos_ != "NOUN":
        return False
    return by.head.lemma_.lower() in {"document", *lexicon("publications")["products"]} or by.head.head.lower_ == "for"


def _clause(noun: Token) -> Token:
    """The verb around a noun."""
    verb = noun
    while verb.dep_ != "ROOT" and verb.pos_ not in {"VERB", "AUX"}:
        verb = verb.head
    return verb


def shared(predication: Predication, name: str) -> list[Token]:
    """Return what coordinated verbs share: "approves and publishes D", "liaise with and support X"."""
    verb = predication.token
    word = "by" if name == "actor" and predication.passive else name
    objects = [c for c in verb.children if c.dep_ in {"dobj", "obj"}]
    hanging = (c for head in (verb, *objects) for c in head.children if c.dep_ in {"prep", "agent"})
    if any(c.lower_ == word and not list(c.children) for c in hanging):
        return _open_preposition(verb, word)
    if (
        predication.kind != "verb"
        or verb.lemma_ in _ALONE
        or not (name == "object" or (name == "actor" and predication.passive))
    ):
        return []
    wanted = {"dobj", "obj"} if name == "object" else {"agent"}
    following = _following(verb)
    while following is not None:
        governed = [child for child in following.children if child.dep_ in wanted]
        if governed:
            inner = [grand for child in governed for grand in child.children if grand.dep_ == "pobj"]
            plain = list(spread(inner if name == "actor" else governed))
            return (_given_to(following, verb) if name == "object" else []) or plain
        if name == "object" and (commented := dict(prepositions(following)).get("on")):
            return list(commented)
        following = _following(following)
    return []


def _given_to(following: Token, verb: Token) -> list[Token]:
    """Who gets what the last of several verbs gives, where the first is done to one: "guide and give help to X"."""
    if verb.lemma_ not in _DONE_TO:
        return []
    thing = next((c for c in following.children if c.dep_ in {"dobj", "obj"}), None)
    given = dict(prepositions(following)).get("to", ()) or (dict(prepositions(thing)).get("to", ()) if thing else ())
    return [noun for noun in given if noun.pos_ == "PROPN"] if thing is not None and thing.pos_ != "PROPN" else []


def _open_preposition(word: Token, preposition: str) -> list[Token]:
    """What a preposition without a noun shares: "liaise with and support X", "accountable to, and reports to, X"."""
    verb = word
    while verb.dep_ != "ROOT" and verb.pos_ not in {"VERB", "AUX"}:
        verb = verb.head
    beside = (*word.children, *verb.children)
    following = next((child for child in beside if child.dep_ == "conj" and child.i > word.i), None)
    if following is None:
        return []
    open_too = [c for c in following.children if c.dep_ == "prep" and any(g.dep_ == "punct" for g in c.children)]
    if open_too:
        return list(spread(grand for c in open_too for grand in c.children if grand.dep_ == "pobj"))
    objects = spread(child for child in following.children if child.dep_ in {"dobj", "obj"})
    governed = dict(prepositions(following))
    plain = list(objects or governed.get(preposition) or next(iter(governed.values()), ()))
    return plain if any(noun.pos_ == "PROPN" for noun in plain) else _named_behind(following) or plain


def _named_behind(verb: Token) -> list[Token]:
    """Who is named first behind what a verb does or is: "receives reports from and gives challenge to X"."""
    governing = (word for word in verb.subtree if word.i > verb.i and word.dep_ in {"prep", "dative"})
    named = (c for word in governing for c in word.children if c.dep_ == "pobj" and c.pos_ == "PROPN")
    return list(spread([first])) if (first := next(named, None)) is not None else []


def _following(verb: Token) -> Token | None:
    """The verb coordinated with this one, if nothing of this one's own stands between them."""
    following = next((child for child in verb.children if child.dep_ == "conj" and _verbal(child)), None)
    if following is None:
        return None
    between = [child for child in verb.children if verb.i < child.i < following.i]
    own = [child for child in between if child.dep_ not in _JOINS and (child.dep_ != "prep" or list(child.children))]
    return None if own else following


def _verbal(word: Token) -> bool:
    """Whether a word is a verb, or one of several that is taken for a noun: "advise, support and challenge X"."""
    return word.pos_ == "VERB" or (
        word.pos_ == "NOUN"
        and verb_forms().get(word.lower_) == word.lower_
        and all(child.dep_ in _JOINS for child in word.children)
    )


_OTHERS = {"member", "partner", "signatory", "representative", "part"}
"""What somebody is said to be of a body that is another: of "is a member of X, which was set up under" that is X."""


def _said_to_be(noun: Token) -> tuple[Token, ...]:
    """What is said to be this noun: "the Board is a committee of the Council set up by", "the Board, a body set up"."""
    noun = noun.head if noun.dep_ == "amod" else noun
    while noun.dep_ == "pobj" and noun.head.lower_ in {"of", "for"} and noun.head.head.pos_ in {"NOUN", "PROPN"}:
        noun = noun.head.head
        if noun.lemma_ in _OTHERS:
            return ()
    if noun.dep_ == "appos":
        return (noun.head,)
    return subject_of(noun.head) if noun.dep_ == "attr" and noun.head.lemma_ in {"be", "become"} else ()


@cache
def _agreeing() -> frozenset[str]:
    """Verbs for what others do with a paper than write it."""
    return frozenset(lexicon("verbs")["classes"]["approving"])


def step_from(tokens: Iterable[Token], step: str) -> list[Token]:
    """Return what one step of a slot leads to from some heads of phrases."""
    found: list[Token] = []
    tokens = list(tokens)
    if step == "first":
        return tokens[:1]
    if step == "rest":
        return tokens[1:]
    for token in tokens:
        if step == "subject":
            found += subject_of(token)
            continue
        if step == "identity":
            found += _said_to_be(token)
            continue
        if step == "appos":
            found += spread(child for child in token.children if child.dep_ == "appos")
            continue
        if step in {"relative", "made"}:
            clauses = [child for child in token.children if child.dep_ in {"relcl", "acl"}]
            found += [c for c in clauses if step == "relative" or c.lemma_ not in _agreeing()]
            continue
        for word, objects in prepositions(token):
            if word == step or (step == "by" and word == "agent"):
                found += objects
    return found
