"""Of which noun a clause behind it tells: what "which" stands for, and who is "chaired by" somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from protocolgraph.vocab.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

_PERSONS = {"Director", "Directors", "Smith", "Smiths"}
"""As the parser sees the names of posts and people."""
_BODIES = {"Council", "Councils"}
"""As it sees those of bodies."""
_TO_PAPERS = {"sign", "publish", "update", "draft", "print"}
_LEADING = {"chair", "lead", "head", "convene"}
_MEETING = {"meet", "sit", "convene", "gather"}
_WHOLE = {"of", "within", "under", "for"}
"""Before the body that another is part of: of "a group of the Board, chaired by" the group is told."""
_GROUPS = {"group", "subgroup", "committee", "subcommittee", "panel", "forum", "board", "part", "arm"}
_SEVERAL = {"NNS", "NNPS"}
_ONE = {"NN", "NNP"}
_HOLDING = {"comprise", "consist", "include", "contain"}
_BEHIND = 2
"""Words between a verb and the noun before a comma."""


def meant_by_which(verb: Token, which: Token) -> Token:
    """Return what "which" stands for: no time, and no body where a paper is sent.

    In "writes a report each year, which is sent to" that is the report, in "is a group of the Board which is a part of"
    the Board.
    """
    return _group_itself(_nearest(verb, which)) if which.dep_ == "nsubj" else _nearest(verb, which)


def _group_itself(body: Token) -> Token:
    """What a clause tells of behind "X, a sub-group of the Board chaired by R, which": the group, and not the Board."""
    noun = body.head.head if body.dep_ == "pobj" and body.head.lower_ == "of" else body
    apposed = noun.dep_ == "appos" and noun.lemma_.lower() in _GROUPS and noun.head.text in _BODIES
    return noun.head if apposed else body


def _nearest(verb: Token, which: Token) -> Token:
    noun: Token = verb.head
    if (one := _whole_of_several(verb, noun)) is not None:
        return one
    if which.dep_ == "nsubj" and noun.dep_ == "attr" and verb.lemma_ == "be" and which.nbor(-1).text in _BODIES:
        return which.nbor(-1)
    if which.dep_ == "nsubj" and noun.dep_ != "npadvmod":
        return _thing(noun)
    sent = verb.lemma_ in lexicon("verbs")["classes"]["sending"]
    sent = sent and not any(child.dep_ == "prt" for child in verb.children)  # "made up of" sends nothing
    sent = noun.text in _BODIES and (sent or _of_papers(verb, which))
    if noun.dep_ != "npadvmod" and not sent:
        return noun
    above = next((a for a in noun.ancestors if a.pos_ in {"VERB", "AUX"}), noun)
    papers = [c for c in above.children if c.dep_ in {"dobj", "nsubjpass"} and c.i < noun.i and c.text not in _BODIES]
    return papers[-1] if papers else noun


def _whole_of_several(verb: Token, noun: Token) -> Token | None:
    """Return the one thing of which a verb in the singular tells, where several stand between.

    In "a Board, made up of the Directors, which meets" that is the Board.
    """
    finite = next((c for c in verb.children if c.dep_ in {"aux", "auxpass"} and c.tag_ == "VBZ"), verb)
    if finite.tag_ != "VBZ" or noun.tag_ not in _SEVERAL:
        return None
    for above in noun.ancestors:
        if above.tag_ in _ONE:
            return above
        if above.lemma_ in _HOLDING:
            return next((c for c in above.children if c.dep_ == "nsubj" and c.tag_ in _ONE), None)
    return None


def _of_papers(verb: Token, which: Token) -> bool:
    """Whether what is done here, or joined by "and", is done to papers alone: "shall be reviewed and signed off"."""
    return which.dep_ == "nsubjpass" and any(v.lemma_ in _TO_PAPERS for v in (verb, *verb.conjuncts))


def led_behind(verb: Token) -> Token | None:
    """Return the body right before the comma in front of "chaired by", which parsers take to tell of the subject.

    In "reports to the Board, chaired by the Director" that is the Board; who meets somewhere is chaired there.
    """
    if verb.dep_ != "advcl" or verb.tag_ != "VBN" or verb.lemma_.lower() not in _LEADING or verb.i < _BEHIND:
        return None
    comma, noun = verb.doc[verb.i - 1], verb.doc[verb.i - _BEHIND]
    told = comma.text == "," and noun.text in _BODIES and noun.head.lower_ not in _WHOLE
    return noun if told and verb.head.lemma_.lower() not in _MEETING else None


def _thing(noun: Token) -> Token:
    """What "which" stands for: whom an aside between commas tells of ("a panel, run by the Council, which meets").

    Behind a person's name it is the body before it: "a Board chaired by R, which meets".
    """
    verb = noun.head.head
    if noun.head.dep_ == "agent" and verb.dep_ == "acl" and verb.i and verb.nbor(-1).text == ",":
        return verb.head
    if noun.text not in _PERSONS:
        return noun
    return next((t for t in reversed(noun.doc[: noun.i]) if t.pos_ == "PROPN" and t.text not in _PERSONS), noun)
