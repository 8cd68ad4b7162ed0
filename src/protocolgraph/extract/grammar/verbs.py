"""What a verb makes of the words around it: who receives, who is told of what, where it is done."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from protocolgraph.extract.grammar.governing import deontics
from protocolgraph.extract.syntax import is_passive
from protocolgraph.extract.verbal import SUBJECTS, VERBAL
from protocolgraph.vocab.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

_OBJECTS = {"dobj", "obj"}
_INDEFINITE = {"any", "a", "an", "its", "his", "her", "their", "every", "each", "such", "this", "these", "all"}
_NOUNS = {"NOUN", "PROPN", "PRON"}
_LOWER = {"relcl", "acl", "ccomp", "advcl", "pcomp", "xcomp"}
_PLACES = {"in", "on", "at", "into", "onto", "near", "under", "over", "inside", "outside", "from"}


def receiving(verb: Token) -> Collection[str]:
    """Return the prepositions behind which a verb names who receives: "submit ... to", "file ... with"."""
    words, lemma = lexicon("institutional"), verb.lemma_.lower()
    own: list[str] = words["receiving"].get(lemma) or []
    return [*own, *words["party_links"]] if lemma in words["giving"] else own


def with_its_own(noun: Token, link: Token) -> bool:
    """Whether a preposition belongs to a noun before it: "recommend amendments to the plan", "rules for markets"."""
    nouns = {noun.lemma_.lower(), link.head.lemma_.lower()}
    return bool(nouns & set(lexicon("institutional")["of_their_own"].get(link.lower_) or ()))


def told(verb: Token, noun: Token) -> bool:
    """Whether an object is who is told, given that the verb also says of what: "notify the Board of the change"."""
    links = lexicon("institutional")["telling"].get(verb.lemma_.lower())
    if links is None:
        return False
    said = any(c.dep_ == "ccomp" or (c.dep_ in {"prep", "acl"} and c.lower_ in links) for c in verb.children)
    return said or bool(told_of(verb, noun))


def told_of(verb: Token, noun: Token) -> list[Token]:
    """Return the prepositions that the parser hung on the one who is told: "notify the holder of any change"."""
    links = lexicon("institutional")["telling"].get(verb.lemma_.lower()) or []
    behind = [c for c in last_links(noun, of=True) if c.lower_ in links]
    return [c for c in behind if c.lower_ != "of" or any(_news(noun) for noun in c.children)]


def _news(noun: Token) -> bool:
    """Whether somebody may be told of it, rather than be its owner or chair."""
    return noun.left_edge.lower_ in _INDEFINITE or noun.lemma_.lower() in lexicon("institutional")["news"]


def asked(verb: Token, clause: Token) -> bool:
    """Whether a clause is what somebody is asked or allowed to do: "order the holder to return"."""
    infinitive = any(c.lower_ == "to" and c.dep_ == "aux" for c in clause.children)
    objects = any(c.dep_ in _OBJECTS and c.i < clause.i for c in verb.children)
    return infinitive and objects and verb.lemma_.lower() in lexicon("institutional")["asking"]


def light(verb: Token, noun: Token) -> bool:
    """Whether a verb and its bare object make one aim: "have regard", "take account"."""
    nouns = lexicon("institutional")["light"].get(verb.lemma_.lower()) or ()
    return noun.dep_ in _OBJECTS and noun.lemma_.lower() in nouns and noun.left_edge == noun


def standing(verb: Token, word: Token) -> bool:
    """Whether an adjective says how somebody stands who must: "shall be liable", "must be present"."""
    said = word.dep_ in {"acomp", "oprd"} and word.lower_ in lexicon("institutional")["standing"]
    answers = word.lower_ in lexicon("modality")["answering"]
    return said and (verb.lemma_.lower() == "be" and (bool(deontics(verb)) or answers))


def placed(verb: Token, link: Token) -> bool:
    """Whether a preposition behind a verb's object says where the verb is done: "place a net in the river"."""
    return link.lower_ in _PLACES and verb.lemma_.lower() in lexicon("institutional")["placing"]


def last_links(noun: Token, *, of: bool = False) -> list[Token]:
    """Return the prepositions that hang on an object, or on the last of several, at its end."""
    nouns = [noun]
    while following := [c for c in nouns[-1].children if c.dep_ == "conj"]:
        nouns.append(following[-1])
    links = [c for one in nouns for c in one.children if c.dep_ in {"prep", "acl"} and c.i > nouns[-1].i]
    return [link for link in links if (of or link.lower_ != "of")]


def bare(verb: Token, word: Token) -> bool:
    """Whether a word is a verb's own preposition whose noun comes later: "participate in or vote on a matter"."""
    links = lexicon("institutional")["governed"].get(verb.lemma_.lower()) or ()
    return word.lower_ in links and word.i == verb.i + 1 and not any(word.children)


def relative(clause: Token) -> bool:
    """Whether a clause opens with a preposition and "which" or "whom"."""
    opening = clause.doc[clause.left_edge.i : clause.left_edge.i + 2]
    return [t.pos_ for t in opening[:1]] == ["ADP"] and opening[-1].lower_ in {"which", "whom", "whose"}


def content(clause: Token) -> bool:
    """Whether a clause says what stands in the object before it: "a notice stating the reasons"."""
    words = lexicon("institutional")["content"]
    return (
        clause.dep_ == "advcl"
        and clause.tag_ == "VBG"
        and clause.lemma_.lower() in words
        and clause.i == clause.left_edge.i
    )


def such_as(clause: Token) -> bool:
    """Whether a clause says which: "such allowance as the minister may determine"."""
    marked = clause.dep_ == "advcl" and clause.left_edge.lower_ == "as" and clause.left_edge.dep_ == "mark"
    return marked and any(t.lower_ == "such" for t in clause.doc[clause.head.i : clause.left_edge.i])


def participle(verb: Token, clause: Token) -> bool:
    """Whether a participle right behind a verb describes its object: "share aggregated information"."""
    inside = any(c.dep_ in _OBJECTS for c in clause.children)
    return inside and clause.tag_ in {"VBN", "VBD"} and clause.i == verb.i + 1 and clause.left_edge == clause


def strays(verb: Token) -> list[Token]:
    """Return the verbs with a modal of their own that the parser coordinates with one of a lower clause.

    In "may remove posts that break the rules and may ban offenders", who removes also bans.
    """
    found = [t for t in verb.subtree if t.dep_ == "conj" and t.head.dep_ in _LOWER and deontics(t)]
    return [
        t
        for t in found
        if deontics(verb) and not deontics(t.head) and not any(c.dep_ in SUBJECTS for c in t.children) and t.i > verb.i
    ]


def further_duties(verb: Token) -> list[Token]:
    """Return the verbs of a second preposition: "is responsible for the agenda and for ensuring that all are heard"."""
    if verb.dep_ != "pcomp":
        return []
    links = [c for c in verb.head.children if c.dep_ == "conj" and c.pos_ == "ADP"]
    links += [g for c in links for g in c.children if g.dep_ == "conj" and g.pos_ == "ADP"]
    return [c for link in links for c in link.children if c.dep_ == "pcomp"]


def agent_elsewhere(verb: Token) -> Token | None:
    """Return the "by" of a passive that the parser hung on a noun: "must not be copied to files by the agencies"."""
    if not is_passive(verb) or any(c.dep_ == "agent" for c in verb.children):
        return None
    words = lexicon("institutional")
    no_agents = {*words["means"], *words["times"]}
    links = [
        t for t in verb.subtree if t.lower_ == "by" and t.dep_ == "prep" and t.i > verb.i and t.head.pos_ in _NOUNS
    ]
    return next((link for link in links if _names_agent(link, no_agents) and not _within_clause(link, verb)), None)


def _within_clause(word: Token, verb: Token) -> bool:
    """Whether another verb stands between a word and this one."""
    return any(above.pos_ in VERBAL for above in word.ancestors if above != verb and verb in above.ancestors)


def _names_agent(link: Token, no_agents: Collection[str]) -> bool:
    nouns = [c for c in link.children if c.dep_ == "pobj" and c.pos_ in _NOUNS]
    return bool(nouns) and not any(noun.lemma_.lower() in no_agents for noun in nouns)


def given(verb: Token, noun: Token) -> Token | None:
    """Return who receives, where the parser joins it to what is given: "give the holder notice"."""
    words = lexicon("institutional")
    if verb.lemma_.lower() not in words["giving"] or noun.lemma_.lower() not in words["given"]:
        return None
    if any(c.lower_ in receiving(verb) for c in (*verb.children, *noun.children)):
        return None
    before = [c for c in noun.children if c.dep_ == "compound" and c.i == noun.i - 1]
    return before[0] if before and noun.left_edge.dep_ in {"det", "poss"} else None
