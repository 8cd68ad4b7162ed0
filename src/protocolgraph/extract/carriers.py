"""Words that hand their force on to the verb that depends on them: "is required to", "has a duty to"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from protocolgraph.extract.syntax import is_passive, spread
from protocolgraph.extract.verbal import NO, SUBJECTS, VERBAL, alike, own_modal, to_infinitive
from protocolgraph.vocab.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

_HAVING = {"have", "hold", "retain", "exercise", "give", "carry", "share", "bear", "delegate", "possess", "reserve"}
_HANDING = {"delegate", "give", "grant", "assign", "confer", "entrust"}
_RESTING = {"rest", "lie", "sit", "remain"}
_TO_AND_ADVERB = 3
"""Places between a verb and the infinitive that it governs."""
_PLACING = {"place", "impose", "put", "lay", "confer"}
_REQUIRING = {"requirement", "obligation"}
_ON_WHOM = {"on", "upon", "between"}
"""Prepositions before those who have the duty that there is."""
"""What is there, or is brought by a law, for somebody to do something."""
_COUNTING = {"range", "number", "variety", "set", "list", "series"}
_FOUNDING = {"establish", "create", "form", "set", "convene", "constitute"}


@dataclass(frozen=True, slots=True)
class Carrier:
    """A word that hands its force on, the verb that it stands with, and whose force it is."""

    value: str
    verb: Token
    word: Token
    bearers: tuple[Token, ...] | None = None
    denied: bool = False
    sectional: bool = False


def carrying(verb: Token) -> Token:
    """Return the verb beside another that hands its force on to this one: "and all staff are directed to help"."""
    head = verb.head
    return head if verb.dep_ == "xcomp" and head.pos_ in VERBAL and head.dep_ == "conj" else verb


def carrier_of(verb: Token) -> Carrier | None:
    """Return what hands its force on to this verb, if anything does."""
    if verb.pos_ not in VERBAL:
        return None
    head = verb.head
    if verb.lemma_.lower() == "play" and any(_part_in(verb, c) for c in verb.children):
        return None
    if verb.dep_ == "conj" and head.pos_ in VERBAL and own_modal(verb) is None and alike(verb, head):
        return None
    if (included := _included(verb)) is not None:
        return included
    if verb.dep_ == "pcomp" and verb.tag_ == "VBG" and head.dep_ == "prep":
        return _after_preposition(head.head, head.lower_)
    if verb.tag_ == "VBG" and verb.dep_ in {"ROOT", "conj"}:
        return _doing(verb)
    if not to_infinitive(verb) or verb == head:
        return None
    if head.pos_ in VERBAL and verb.dep_ in {"xcomp", "advcl", "ccomp"}:
        return None if _fronted(verb, head) else _after_verb(verb, head)
    subjects = tuple(c for c in verb.children if c.dep_ in SUBJECTS)
    if subjects and head.lemma_.lower() in lexicon("modality")["nouns"] and head.dep_ in {"attr", "dobj"}:
        denied = any(c.lower_ in NO for c in head.children)
        return Carrier(lexicon("modality")["nouns"][head.lemma_.lower()], head.head, head, spread(subjects), denied)
    if head.pos_ in {"ADJ", "VERB", "NOUN", "PROPN"} and verb.dep_ in {"xcomp", "acl", "relcl", "ccomp"}:
        return _after_word(head)
    return None


def _fronted(verb: Token, head: Token) -> bool:
    """Whether a purpose stands before what is done for it: "To help residents, the Board is required to"."""
    return verb.dep_ == "advcl" and verb.i < head.i and any(c.dep_ in SUBJECTS and c.i > verb.i for c in head.children)


def _included(verb: Token) -> Carrier | None:
    """As in "its role includes V-ing", "has a range of functions including V-ing", "tasks which include V-ing"."""
    head, noun = verb.head, None
    if verb.tag_ == "VBG" and verb.dep_ == "xcomp" and head.lemma_.lower() == "include":
        said = next((c for c in head.children if c.dep_ in SUBJECTS), None)
        noun = head.head if said is not None and said.tag_ in {"WDT", "WP"} and head.dep_ == "relcl" else said
    elif verb.tag_ == "VBG" and verb.dep_ == "pcomp" and head.lower_ == "including":
        noun = head.head
    value = lexicon("modality")["nouns"].get(noun.lemma_.lower()) if noun is not None else None
    if noun is None or value is None:
        return None
    value, whole = "may" if value == "may" else "function", _counted(noun)
    if whole.dep_ in {"dobj", "obj"} and whole.head.lemma_.lower() in _HAVING:
        return Carrier(value, whole.head, noun)
    owners = _owners(noun)
    return (
        Carrier(value, head, noun, owners, sectional=not owners) if head.pos_ in VERBAL and noun != head.head else None
    )


def _counted(noun: Token) -> Token:
    """The noun that counts others: "range" in "a range of functions"."""
    above = noun.head.head if noun.head.lower_ == "of" else noun
    return above if above.lemma_.lower() in _COUNTING else noun


def _doing(verb: Token) -> Carrier | None:
    """As in "the Forum's main tasks are collecting views", which the parser takes for what the tasks do."""
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    value = lexicon("modality")["nouns"].get(subject.lemma_.lower()) if subject is not None else None
    if subject is None or value != "function" or not any(c.lower_ in {"is", "are"} for c in verb.children):
        return None
    owners = _owners(subject)
    return Carrier(value, verb, subject, owners, sectional=not owners)


def _after_preposition(word: Token, preposition: str) -> Carrier | None:
    """As in "responsible for V-ing", "charged with V-ing", "a role in V-ing"."""
    words = lexicon("modality")
    if preposition not in {"for", "with", "in", "to", "of", "from"}:
        return None
    lemma = word.lemma_.lower()
    if lemma == "play" and preposition == "in":
        return _played(word)
    if word.pos_ in VERBAL and preposition == "from" and lemma in words["forbidding"]:
        return Carrier("must_not", word, word)
    if word.pos_ in VERBAL and preposition in {"with", "to"}:
        value = words["passives"].get(lemma) if is_passive(word) else words["verbs"].get(lemma)
        return Carrier(value, word, word) if value else None
    if lemma in _HAVING and preposition == "in":  # which the parser may tie to the verb, and not to its object
        had = [c for c in word.children if c.dep_ in {"dobj", "obj"}]
        return _noun(had[0], preposition) if had else None
    if word.lemma_.lower() == "be" and preposition == "for":
        said = [c for c in word.children if c.dep_ == "attr"]
        return _noun(said[0], preposition) if said else None
    if word.pos_ in {"ADJ", "VERB"} and preposition in {"for", "to", "of"}:
        return _adjective(word)
    return _noun(word, preposition) if word.pos_ in {"NOUN", "PROPN"} else None


def _part_in(verb: Token, link: Token) -> bool:
    """Whether "play" only leads on to what somebody has a part in doing."""
    return link.lower_ == "in" and any(c.dep_ == "pcomp" for c in link.children) and _played(verb) is not None


def _played(verb: Token) -> Carrier | None:
    """As in "has a key role to play in V-ing", "plays a part in V-ing"."""
    objects = [c for c in verb.children if c.dep_ in {"dobj", "obj"}]
    noun = verb.head if verb.dep_ in {"relcl", "acl"} else next(iter(objects), None)
    if noun is None or noun.lemma_.lower() not in {"role", "part"}:
        return None
    holder = noun.head if verb.dep_ in {"relcl", "acl"} else verb
    return Carrier("function", holder, noun) if holder.pos_ in VERBAL else None


def _after_verb(verb: Token, head: Token) -> Carrier | None:
    """As in "is to V", "needs to V", "is required to V", "requires X to V"."""
    words, lemma = lexicon("modality"), head.lemma_.lower()
    if lemma == "be":
        return _after_be(verb, head)
    if lemma == "fall" and (takers := _takers(head)):
        return Carrier("must", head, head, takers)
    if is_passive(head):
        value = words["passives"].get(lemma)
        return Carrier(value, head, head) if value else _handed_over(head)
    objects = [c for c in head.children if c.dep_ in {"dobj", "obj"}]
    noun = next((o for o in objects if o.lemma_.lower() in words["nouns"]), None)
    if noun is not None:
        return _noun(noun, "to")
    own = tuple(c for c in verb.children if c.dep_ in SUBJECTS)
    if lemma in _FOUNDING and objects and to_infinitive(verb) and own_modal(head) is None:
        return Carrier("function", head, head, spread(objects))
    if lemma in words["controls"] and (own or objects) and own_modal(head) is None and not is_passive(verb):
        return _controlled(words["controls"][lemma], head, spread(own or objects))
    if lemma == "meet" and _meets_for(head, verb):
        return Carrier("function", head, head)
    if lemma in words["verbs"] and not own and (not objects or lemma == "exist") and not _only_how(head, verb):
        return Carrier(words["verbs"][lemma], head, head)
    return None


def _meets_for(head: Token, verb: Token) -> bool:
    """Whether a clause tells what a body meets for as a rule: "meets every six weeks to review the plan"."""
    now = head.tag_ in {"VBZ", "VBP"} and head.dep_ in {"ROOT", "relcl"} and own_modal(head) is None
    return now and verb.i > head.i and not any(c.dep_ in SUBJECTS for c in verb.children)


def _handed_over(head: Token) -> Carrier | None:
    """As in "authority is delegated to the Clerk to V", where the parser ties V to the verb and not to the noun."""
    noun = next((c for c in head.children if c.dep_ == "nsubjpass"), None)
    value = lexicon("modality")["nouns"].get(noun.lemma_.lower()) if noun is not None else None
    takers = _takers(head) if value and head.lemma_.lower() in _HANDING else ()
    return Carrier(value, head, noun, takers) if value and noun is not None and takers else None


def _controlled(value: str, head: Token, bearers: tuple[Token, ...]) -> Carrier | None:
    """As in "requires the Board to V"; "nothing here allows it to V" forbids, "nothing requires it to V" frees."""
    if not any(c.dep_ in SUBJECTS and c.lower_ == "nothing" for c in head.children):
        return Carrier(value, head, head, bearers)
    return Carrier("must_not", head, head, bearers) if value == "may" else None


def _only_how(head: Token, verb: Token) -> bool:
    """Whether "work" or "seek" hands nothing on: under another verb's modal, or with words of its own between."""
    if head.lemma_.lower() not in {"work", "seek"}:
        return False
    return head.tag_ not in {"VBZ", "VBP"} or head.dep_ != "ROOT" or verb.i - head.i > _TO_AND_ADVERB


def _after_be(verb: Token, be: Token) -> Carrier | None:
    words = lexicon("modality")
    said = next((c for c in be.children if c.dep_ in {"attr", "acomp"} and c.i < verb.i), None)
    if said is not None:
        return _adjective(said) if said.pos_ == "ADJ" else _noun(said, "to")
    prepositional = next((g for c in be.children if c.dep_ == "prep" for g in c.children if g.dep_ == "pobj"), None)
    if prepositional is not None and prepositional.i < verb.i and prepositional.lemma_.lower() in words["nouns"]:
        return Carrier(words["nouns"][prepositional.lemma_.lower()], be, prepositional)
    if bearers := _for_whom(verb, be):
        return Carrier("must", be, be, bearers)
    if verb.dep_ == "advcl" and prepositional is not None:
        return None
    subject = _one_of(next((c for c in be.children if c.dep_ in SUBJECTS), None))
    if subject is not None and subject.lemma_.lower() in words["nouns"]:
        owners = _owners(subject) or governed(subject, {"for"})
        value = "must" if words["nouns"][subject.lemma_.lower()] == "must" else "function"
        return Carrier(value, be, subject, owners, sectional=not owners)
    return Carrier("must", be, be) if verb.dep_ == "xcomp" else None


def _one_of(subject: Token | None) -> Token | None:
    """The noun of which a subject is one: "one of the Board's main priorities"."""
    links = [c for c in subject.children if c.lower_ == "of"] if subject is not None and subject.lower_ == "one" else []
    return next((c for link in links for c in link.children if c.dep_ == "pobj"), subject)


def _for_whom(verb: Token, be: Token) -> tuple[Token, ...]:
    """Whom "it is for the Board to decide" names."""
    if not any(c.dep_ in SUBJECTS and c.lower_ == "it" for c in be.children):
        return ()
    own = [c for c in verb.children if c.dep_ in SUBJECTS]
    if own and any(c.dep_ == "mark" and c.lower_ == "for" for c in verb.children):
        return spread(own)
    return governed(be, {"for"}) if not own else ()


def _after_word(word: Token) -> Carrier | None:
    if word.pos_ in {"ADJ", "VERB"} and word.dep_ in {"acomp", "ROOT", "conj", "attr"}:
        return _adjective(word)
    return _noun(word, "to") if word.pos_ in {"NOUN", "PROPN"} else None


def _adjective(word: Token) -> Carrier | None:
    value = lexicon("modality")["adjectives"].get(word.lemma_.lower())
    be = word.head
    if word.dep_ == "amod" and be.dep_ == "pobj" and be.head.lower_ != "of":
        return None  # "is accountable to Y, as the body responsible for": another is
    while be.pos_ not in VERBAL and be.dep_ != "ROOT":
        be = be.head
    if value is None or be.pos_ not in VERBAL or be.lemma_.lower() not in {"be", "remain", "become", "stay", "make"}:
        return None
    return Carrier(value, be, word)


def _noun(noun: Token, link: str) -> Carrier | None:
    """As in "has a duty to V", "has the power to V", "it is the job of X to V", "is the forum for V-ing"."""
    words, verb = lexicon("modality"), noun.head
    value = words["nouns"].get(noun.lemma_.lower())
    denied = any(c.lower_ in NO for c in noun.children)
    under = verb.dep_ == "prep" and verb.lower_ == "under" and verb.head.pos_ in VERBAL
    if under and value:
        return Carrier(value, verb.head, noun)
    if value and (there := _there(noun)):
        lifted = denied and value != "may"  # that there is no duty forbids nothing
        return None if lifted else Carrier(value, there[0], noun, there[1], denied)
    if verb.pos_ not in VERBAL:
        return None
    if value and verb.lemma_.lower() in _PLACING and noun.dep_ in {"dobj", "obj", "nsubjpass"}:
        placed = governed(noun, {"on", "upon"}) or governed(verb, {"on", "upon"})
        return Carrier(value, verb, noun, placed, denied) if placed else None
    if noun.lemma_.lower() in _REQUIRING and noun.dep_ in {"attr", "dobj"} and (asked := governed(noun, {"for"})):
        return Carrier(value or "must", verb, noun, asked, denied)
    if verb.lemma_.lower() == "be" and noun.dep_ == "attr":
        if value is None:
            return Carrier("function", verb, noun) if link == "for" and _definite(noun) else None
        owners = _owners(noun)
        expletive = any(c.dep_ in SUBJECTS and c.lower_ == "it" for c in verb.children)
        return Carrier(value, verb, noun, owners if expletive and owners else None, denied)
    if value and verb.lemma_.lower() in _HANDING and noun.dep_ in {"dobj", "obj", "nsubjpass"}:
        taker = _takers(verb) or _takers(noun)
        if taker or noun.dep_ == "nsubjpass":
            return Carrier(value, verb, noun, taker, denied) if taker else None
    if value and verb.lemma_.lower() in _HAVING and _is_had(noun):
        handed = any(c.lower_ == "delegated" for c in noun.children) and (_takers(noun) or _takers(verb))
        if handed:
            return Carrier(value, verb, noun, handed, denied)
        given = spread(c for c in verb.children if c.dep_ == "dative" and c.pos_ != "ADP")
        return Carrier(value, verb, noun, given or None, denied) if given or verb.lemma_.lower() != "give" else None
    if value and noun.dep_ in SUBJECTS and verb.lemma_.lower() in _RESTING:
        holders = governed(verb, {"with"})
        return Carrier(value, verb, noun, holders) if holders else None
    return None


def _is_had(noun: Token) -> bool:
    """Whether it is what somebody has; parsers tie "roles" to the verb in "have important, but distinctive roles"."""
    alone = any(c.tag_ == "JJ" and c.i > noun.head.i and not list(c.children) for c in noun.head.children)
    return noun.dep_ in {"dobj", "obj"} or (noun.dep_ == "conj" and alone)


def _there(noun: Token) -> tuple[Token, tuple[Token, ...]] | None:
    """The verb and whose it is, as in "there is a duty on the Board to V", or in "there is no hierarchy between the
    Board and the Panel but a joint responsibility to V".
    """
    first = noun.head if noun.dep_ == "conj" else noun
    holders = governed(noun, _ON_WHOM) or governed(first, {"between"})
    there = first.dep_ == "attr" and any(c.dep_ == "expl" and c.lower_ == "there" for c in first.head.children)
    return (first.head, holders) if there and holders else None


def governed(word: Token, prepositions: set[str]) -> tuple[Token, ...]:
    """Return the heads of what these prepositions behind a word govern."""
    return spread(g for c in word.children if c.lower_ in prepositions for g in c.children if g.dep_ == "pobj")


def _takers(verb: Token) -> tuple[Token, ...]:
    """To whom something is delegated or given."""
    links = [c for c in verb.children if c.lower_ == "to" and c.dep_ in {"prep", "dative"}]
    return spread(g for c in links for g in c.children if g.dep_ == "pobj")


def _definite(noun: Token) -> bool:
    return any(c.lower_ == "the" for c in noun.children)


def _owners(noun: Token) -> tuple[Token, ...]:
    """Whose purpose, role or duty it is: "its main objective", "the purpose of the Board"."""
    possessors = [c for c in noun.children if c.dep_ == "poss"]
    after = [g for c in noun.children if c.dep_ == "prep" and c.lower_ == "of" for g in c.children if g.dep_ == "pobj"]
    return spread(possessors or after)
