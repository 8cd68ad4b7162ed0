"""Which verbs of a sentence state a duty, with what force, and who bears it.

Three wordings do: a modal of the verb's own ("shall publish"), a word that hands its force on to the
verb that depends on it ("is required to publish", "has a duty to publish", "is responsible for
publishing": a carrier), and the plain present of a verb of governance ("publishes").
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from protocolgraph.extract.syntax import Predication, is_passive, spread, subject_of
from protocolgraph.model import Modality
from protocolgraph.vocab.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

_VERBAL = {"VERB", "AUX"}
_SUBJECTS = {"nsubj", "nsubjpass", "csubj", "expl"}
_CONDITIONAL = {
    "if", "unless", "whether", "where", "when", "until", "once", "while", "as", "because", "since", "whenever",
    "wherever", "provided", "before", "after", "how",
}  # fmt: skip
_ASKING = {"what", "who", "how", "why", "which", "whether"}
_NO = {"no", "neither", "none"}
_HAVING = {"have", "hold", "retain", "exercise", "give", "carry", "share", "bear", "delegate", "possess", "reserve"}
_HANDING = {"delegate", "give", "grant", "assign", "confer", "entrust"}
_RESTING = {"rest", "lie", "sit", "remain"}


@dataclass(frozen=True, slots=True)
class Force:
    """The force with which a sentence states what a verb says, as a duty of somebody."""

    modality: Modality
    rule: str
    """modal, carrier or present."""
    bearers: tuple[Token, ...] | None = None
    """Heads of the words for the bearer, where it is not simply the verb's actor."""
    sectional: bool = False
    """Whether the bearer is what the section is about: "The purpose is to ..."."""
    word: str = ""
    """The modal or the carrier."""


def base(token: Token) -> str:
    """Return a verb's base form in British spelling, for the parser reads "scrutinize"."""
    lemma: str = token.lemma_.lower()
    return lemma[:-2] + "se" if lemma.endswith("ize") and lemma not in {"size", "seize", "prize"} else lemma


def forces(predications: list[Predication]) -> list[tuple[Predication, Force]]:
    """Return the verbs of a sentence that state a duty, in the order of their words."""
    found: dict[int, Force] = {}
    stated: list[tuple[Predication, Force]] = []
    if not predications or predications[0].token.doc[0].lower_ in _ASKING:
        return stated
    for predication in predications:
        if predication.kind != "verb":
            continue
        force = _force(predication.token, found)
        if force is not None:
            found[predication.token.i] = force
            stated.append((predication, force))
    return stated


def _force(verb: Token, found: Mapping[int, Force]) -> Force | None:
    if _past(verb) or _unreal(verb):
        return None
    modal = own_modal(verb)
    if modal is not None:
        return None if _hands_on(verb) or not _asserted(verb) or _aside(verb, modal) else _of_modal(verb, modal)
    carried = _carried(verb)
    if carried is not None:
        return carried
    if verb.dep_ == "conj":
        return _shared(verb, found) or _answers(verb) or _present(verb, found)
    return _held(verb) or _answers(verb) or _present(verb, found) if _asserted(verb) else None


# ── a modal of its own ────────────────────────────────────────────────────────────────────────────


def own_modal(verb: Token) -> str | None:
    """Return the modal verb that stands with this verb, as the lexicon has it."""
    modals: Mapping[str, str] = lexicon("modality")["modals"]
    short = {"'ll": "will", "wo": "will", "ca": "can"}
    for child in verb.children:
        word: str = short.get(child.lower_, child.lower_)
        if child.dep_ == "aux" and word in modals:
            return word
    return None


def _of_modal(verb: Token, modal: str) -> Force | None:
    if modal in lexicon("modality")["reported"]:
        return None
    modality = Modality(lexicon("modality")["modals"][modal])
    if verb.dep_ == "ccomp" and verb.head.lemma_.lower() == "expect":
        modality = Modality.SHOULD
    return Force(Modality.MUST_NOT if negated(verb) else modality, "modal", word=modal)


def _aside(verb: Token, modal: str) -> bool:
    """Whether it only describes something by the way: "services which schools can buy"."""
    if verb.dep_ != "relcl" or modal in {"must", "shall"}:
        return False
    subject = next((c for c in verb.children if c.dep_ in _SUBJECTS), None)
    if subject is None or subject.tag_ in {"WDT", "WP"}:
        return False
    pied = any(c.dep_ == "prep" and c.i < subject.i for c in verb.children)
    return not pied and (not modal or subject.pos_ not in {"PRON", "DET"})


def negated(verb: Token) -> bool:
    """Whether a verb is denied: "not", "nor does it", "no member may", "neither may"."""
    if any(c.dep_ == "neg" or c.lower_ == "nor" for c in verb.children):
        return True
    if verb.dep_ == "conj" and any(c.lower_ == "nor" and c.i < verb.i for c in verb.head.children):
        return True
    if any(c.lower_ == "circumstances" and c.head.head == verb for c in verb.subtree):
        return True
    subjects = [c for c in verb.children if c.dep_ in _SUBJECTS]
    denying = {"det", "preconj", "cc"}
    return any(s.lower_ in _NO or any(g.lower_ in _NO and g.dep_ in denying for g in s.children) for s in subjects)


def _hands_on(verb: Token) -> bool:
    """Whether the verb only carries a word that hands its force on to another verb ("will be required to ...")."""
    return any(t.dep_ != "conj" and (carrier := _carrier(t)) is not None and carrier.verb == verb for t in verb.subtree)


# ── carriers ──────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class _Carrier:
    """A word that hands its force on, the verb that it stands with, and whose force it is."""

    value: str
    verb: Token
    word: Token
    bearers: tuple[Token, ...] | None = None
    denied: bool = False
    sectional: bool = False


def _carried(verb: Token) -> Force | None:
    carrier = _carrier(verb)
    if carrier is None or _past(carrier.verb) or not _asserted(carrier.verb):
        return None
    words = lexicon("modality")
    modality = Modality(carrier.value)
    denied = carrier.denied or negated(carrier.verb)
    if denied and carrier.word.lemma_.lower() in words["lifted"]:
        return None
    outer = own_modal(carrier.verb)
    if outer in words["reported"]:
        return None
    if denied or negated(verb):
        modality = Modality.MUST_NOT
    bearers = carrier.bearers
    if bearers is None and not carrier.sectional and not is_passive(verb):
        bearers = subject_of(carrier.verb)
    return Force(modality, "carrier", bearers, carrier.sectional, carrier.word.lemma_.lower())


def _carrier(verb: Token) -> _Carrier | None:
    """Return what hands its force on to this verb, if anything does."""
    if verb.pos_ not in _VERBAL:
        return None
    head = verb.head
    if verb.dep_ == "conj" and head.pos_ in _VERBAL and own_modal(verb) is None and _alike(verb, head):
        return None
    if verb.dep_ == "pcomp" and verb.tag_ == "VBG" and head.dep_ == "prep":
        return _after_preposition(head.head, head.lower_)
    if not _to(verb) or verb == head:
        return None
    if head.pos_ in _VERBAL and verb.dep_ in {"xcomp", "advcl", "ccomp"}:
        return _after_verb(verb, head)
    if head.pos_ in {"ADJ", "VERB", "NOUN", "PROPN"} and verb.dep_ in {"xcomp", "acl", "relcl", "ccomp"}:
        return _after_word(head)
    return None


def _to(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def _after_preposition(word: Token, preposition: str) -> _Carrier | None:
    """As in "responsible for V-ing", "charged with V-ing", "a role in V-ing"."""
    words = lexicon("modality")
    if preposition not in {"for", "with", "in", "to", "of", "from"}:
        return None
    lemma = word.lemma_.lower()
    if word.pos_ in _VERBAL and preposition == "from" and lemma in words["forbidding"]:
        return _Carrier("must_not", word, word)
    if word.pos_ in _VERBAL and preposition in {"with", "to"}:
        value = words["passives"].get(lemma) if is_passive(word) else words["verbs"].get(lemma)
        return _Carrier(value, word, word) if value else None
    if word.lemma_.lower() == "be" and preposition == "for":
        said = [c for c in word.children if c.dep_ == "attr"]
        return _noun(said[0], preposition) if said else None
    if word.pos_ in {"ADJ", "VERB"} and preposition in {"for", "to", "of"}:
        return _adjective(word)
    return _noun(word, preposition) if word.pos_ in {"NOUN", "PROPN"} else None


def _after_verb(verb: Token, head: Token) -> _Carrier | None:
    """As in "is to V", "needs to V", "is required to V", "requires X to V"."""
    words, lemma = lexicon("modality"), head.lemma_.lower()
    if lemma == "be":
        return _after_be(verb, head)
    if is_passive(head):
        value = words["passives"].get(lemma)
        return _Carrier(value, head, head) if value else None
    objects = [c for c in head.children if c.dep_ in {"dobj", "obj"}]
    noun = next((o for o in objects if o.lemma_.lower() in words["nouns"]), None)
    if noun is not None:
        return _noun(noun, "to")
    own = tuple(c for c in verb.children if c.dep_ in _SUBJECTS)
    if lemma in words["controls"] and (own or objects) and own_modal(head) is None:
        return _Carrier(words["controls"][lemma], head, head, spread(own or objects))
    if lemma in words["verbs"] and not own and (not objects or lemma == "exist"):
        return _Carrier(words["verbs"][lemma], head, head)
    return None


def _after_be(verb: Token, be: Token) -> _Carrier | None:
    words = lexicon("modality")
    said = next((c for c in be.children if c.dep_ in {"attr", "acomp"} and c.i < verb.i), None)
    if said is not None:
        return _adjective(said) if said.pos_ == "ADJ" else _noun(said, "to")
    prepositional = next((g for c in be.children if c.dep_ == "prep" for g in c.children if g.dep_ == "pobj"), None)
    if prepositional is not None and prepositional.i < verb.i and prepositional.lemma_.lower() in words["nouns"]:
        return _Carrier(words["nouns"][prepositional.lemma_.lower()], be, prepositional)
    if verb.dep_ == "advcl" and prepositional is not None:
        return None
    subject = next((c for c in be.children if c.dep_ in _SUBJECTS), None)
    if subject is not None and subject.lemma_.lower() in words["nouns"]:
        owners = _owners(subject)
        value = "must" if words["nouns"][subject.lemma_.lower()] == "must" else "function"
        return _Carrier(value, be, subject, owners, sectional=not owners)
    return _Carrier("must", be, be) if verb.dep_ == "xcomp" else None


def _after_word(word: Token) -> _Carrier | None:
    if word.pos_ in {"ADJ", "VERB"} and word.dep_ in {"acomp", "ROOT", "conj", "attr"}:
        return _adjective(word)
    return _noun(word, "to") if word.pos_ in {"NOUN", "PROPN"} else None


def _adjective(word: Token) -> _Carrier | None:
    value = lexicon("modality")["adjectives"].get(word.lemma_.lower())
    be = word.head
    while be.pos_ not in _VERBAL and be.dep_ != "ROOT":
        be = be.head
    if value is None or be.pos_ not in _VERBAL or be.lemma_.lower() not in {"be", "remain", "become", "stay", "make"}:
        return None
    return _Carrier(value, be, word)


def _noun(noun: Token, link: str) -> _Carrier | None:
    """As in "has a duty to V", "has the power to V", "it is the job of X to V", "is the forum for V-ing"."""
    words, verb = lexicon("modality"), noun.head
    value = words["nouns"].get(noun.lemma_.lower())
    denied = any(c.lower_ in _NO for c in noun.children)
    under = verb.dep_ == "prep" and verb.lower_ == "under" and verb.head.pos_ in _VERBAL
    if under and value:
        return _Carrier(value, verb.head, noun)
    if verb.pos_ not in _VERBAL:
        return None
    if verb.lemma_.lower() == "be" and noun.dep_ == "attr":
        if value is None:
            return _Carrier("function", verb, noun) if link == "for" and _definite(noun) else None
        owners = _owners(noun)
        expletive = any(c.dep_ in _SUBJECTS and c.lower_ == "it" for c in verb.children)
        return _Carrier(value, verb, noun, owners if expletive and owners else None, denied)
    if value and verb.lemma_.lower() in _HANDING and noun.dep_ in {"dobj", "obj", "nsubjpass"}:
        taker = _takers(verb)
        if taker or noun.dep_ == "nsubjpass":
            return _Carrier(value, verb, noun, taker, denied) if taker else None
    if value and noun.dep_ in {"dobj", "obj"} and verb.lemma_.lower() in _HAVING:
        given = spread(c for c in verb.children if c.dep_ == "dative" and c.pos_ != "ADP")
        return _Carrier(value, verb, noun, given or None, denied) if given or verb.lemma_.lower() != "give" else None
    if value and noun.dep_ in _SUBJECTS and verb.lemma_.lower() in _RESTING:
        holders = spread(g for c in verb.children if c.lower_ == "with" for g in c.children if g.dep_ == "pobj")
        return _Carrier(value, verb, noun, holders) if holders else None
    return None


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


# ── what is shared with a verb before, and the plain present ──────────────────────────────────────


def _shared(verb: Token, found: Mapping[int, Force]) -> Force | None:
    """The force of the verb that this one is coordinated with: "will review ... and advise ..."."""
    head = verb.head
    force = found.get(head.i)
    if force is None or force.rule == "present" or _own_subject(verb) or not _alike(verb, head) or verb.tag_ == "VBG":
        return None
    if _to(verb) and not _to(head):
        return None
    return force if _complete(head, verb) else None


def _alike(verb: Token, head: Token) -> bool:
    """Whether two coordinated verbs stand in the same form."""
    if own_modal(head) is not None or _to(head):
        return verb.tag_ in {"VB", "VBP"} or (is_passive(verb) and is_passive(head))
    return bool(verb.tag_ == head.tag_)


def _own_subject(verb: Token) -> bool:
    return any(c.dep_ in _SUBJECTS for c in verb.children)


def _complete(head: Token, verb: Token) -> bool:
    """Whether the first verb has an object of its own: not so in "monitor and evaluate the work"."""
    complements = {"dobj", "obj", "prep", "ccomp", "xcomp", "dative", "acomp", "attr", "oprd", "agent"}
    return any(c.dep_ in complements and head.i < c.i < verb.i for c in head.children)


def _held(verb: Token) -> Force | None:
    """What somebody has: "has a casting vote", "has no executive powers", "has due regard to"."""
    noun = next((c for c in verb.children if c.dep_ in {"dobj", "obj"}), None)
    if (
        verb.lemma_.lower() != "have"
        or noun is None
        or verb.tag_ not in {"VBZ", "VBP", "VB"}
        or _to(verb)
        or _hands_on(verb)
    ):
        return None
    value = lexicon("modality")["held"].get(noun.lemma_.lower())
    if value is None:
        return None
    if negated(verb) or any(c.lower_ in _NO for c in noun.children):
        return Force(Modality.MUST_NOT, "present", word="no")
    return Force(Modality(value), "present", word="has") if value != "no" else None


def _answers(verb: Token) -> Force | None:
    """As in "is ultimately responsible for the service", "is not responsible for delivery"."""
    if verb.lemma_.lower() not in {"be", "remain", "stay"} or _past(verb) or not _asserted(verb):
        return None
    for word in verb.children:
        if word.dep_ != "acomp" or word.lower_ not in {"responsible", "accountable", "answerable"}:
            continue
        links = [c for c in word.children if c.dep_ == "prep" and c.lower_ == "for"]
        if links and not any(c.dep_ == "pcomp" and c.tag_ == "VBG" for c in links[0].children):
            stays = verb.lemma_.lower() != "be" or word.lower_ == "responsible"
            modality = Modality.MUST_NOT if negated(verb) else Modality.MUST
            return Force(modality, "present", word="responsible") if stays else None
    return None


def _present(verb: Token, found: Mapping[int, Force]) -> Force | None:
    """The plain present of a verb of governance, in a main or relative clause; two verbs of one object are one duty."""
    verbs = lexicon("verbs")
    if not _plain_form(verb):
        return None
    first = _first_conjunct(verb)
    if first.dep_ not in {"ROOT", "relcl", "ccomp", "parataxis", "dep"} or not _asserted(first) or _hands_on(verb):
        return None
    if own_modal(first) is not None and not _own_subject(verb) and first is not verb:
        return None
    if negated(verb) and not is_passive(verb):
        refused = verb.lemma_.lower() not in verbs["light"] or verb.lemma_.lower() in {"meet", "take", "fund"}
        return Force(Modality.MUST_NOT, "present", word="not") if refused and verb.dep_ != "relcl" else None
    if is_passive(verb):
        agent = any(c.dep_ == "agent" for c in verb.children) or bool(late_agents(verb))
        bare = any(c.dep_ == "auxpass" and c.lower_ == "be" for c in verb.children)
        stands = agent and (bare or base(verb) not in verbs["states"])
        return Force(Modality.FUNCTION, "present", word="by") if stands else None
    if base(verb) not in verbs["actions"] or _light(verb) or _money(verb) or _aside(verb, ""):
        return None
    if verb.dep_ == "ccomp" and (ruled := lexicon("modality")["controls"].get(verb.head.lemma_.lower())):
        return Force(Modality(ruled), "carrier", word=verb.head.lemma_.lower())
    same = verb.dep_ == "conj" and verb.head.i in found and not _own_subject(verb) and _alike(verb, verb.head)
    return None if same and not _complete(verb.head, verb) else Force(Modality.FUNCTION, "present")


def _plain_form(verb: Token) -> bool:
    """Whether a verb stands in the plain present, in a passive, or in the subjunctive of a decision."""
    if _to(verb):
        return False
    if verb.tag_ in {"VBZ", "VBP"} or is_passive(verb):
        return True
    words = {c.lower_ for c in verb.children if c.dep_ in {"aux", "neg"}}
    subjunctive = verb.tag_ == "VB" and _own_subject(verb) and any(c.dep_ == "mark" for c in verb.children)
    return subjunctive or (negated(verb) and bool(words & {"do", "does"}))


def _light(verb: Token) -> bool:
    """Whether it tells a state; to meet is no duty, but to meet somebody is."""
    lemma = verb.lemma_.lower()
    if lemma == "meet" and any(c.dep_ in {"dobj", "obj"} for c in verb.children):
        return False
    return lemma in set(lexicon("verbs")["light"])


def _money(verb: Token) -> bool:
    """Whether it tells a contribution, which is a fact and no duty: "gives £5,000 a year"."""
    return any(t.text == "£" or t.lower_.startswith("£") or t.text == "%" for t in verb.subtree)


# ── what is not said as true ──────────────────────────────────────────────────────────────────────


def _first_conjunct(verb: Token) -> Token:
    while verb.dep_ == "conj" and verb.head.pos_ in _VERBAL:
        verb = verb.head
    return verb


def _past(verb: Token) -> bool:
    if own_modal(verb) is not None:
        return False
    if verb.tag_ == "VBD" and not _to(verb):
        return not is_passive(verb) or any(c.lower_ in {"was", "were"} for c in verb.children)
    auxiliaries = {c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}}
    if verb.lemma_ == "delegate" and "has" in auxiliaries | {"have"} and not auxiliaries & {"was", "were", "had"}:
        return False
    return bool(auxiliaries & {"was", "were", "had", "has", "have", "been"})


def _unreal(verb: Token) -> bool:
    """Whether it is said as a condition or a question."""
    if any(c.lower_ in _CONDITIONAL and c.dep_ == "mark" and c.i < verb.i for c in verb.children):
        return True
    if any(c.tag_ == "WRB" and c.dep_ == "advmod" and c.i < verb.i for c in verb.children):
        return True
    inverted = [c for c in verb.children if c.dep_ == "aux" and c.lower_ == "should"]
    subjects = [c for c in verb.children if c.dep_ in _SUBJECTS]
    return bool(inverted and subjects and inverted[0].i < subjects[0].i)


def _asserted(verb: Token) -> bool:
    """Whether the clause of a verb is said as true by itself: no purpose, no reported thought."""
    first = _first_conjunct(verb)
    if first.dep_ == "advcl" and any(c.lower_ in {"though", "although", "whilst"} for c in first.children):
        return own_modal(first) is not None
    if _unreal(first) or first.dep_ in {"advcl", "csubj", "pcomp", "acl", "xcomp"}:
        return False
    if first.dep_ == "ccomp" and first.head.lemma_.lower() in {"be", "expect"}:
        return True
    if first.dep_ in {"ccomp", "conj"} and first.head.pos_ in _VERBAL:
        told = first.head.lemma_.lower() in lexicon("modality")["telling"]
        beside = first.i < first.head.i or not any(c.dep_ == "mark" for c in first.children)
        return told or (first.dep_ == "ccomp" and beside and _main(first.head) and _separate(first))
    return True


def _main(verb: Token) -> bool:
    return bool(verb.dep_ == "ROOT")


def _separate(verb: Token) -> bool:
    """Whether a clause that the parser hung on another stands beside it, parted by a semicolon, a dash or a comma."""
    low, high = sorted((verb.i, verb.head.i))
    return any(t.text in {";", ":", "–", "-", ","} for t in verb.doc[low:high])


def bearer_tokens(predication: Predication, force: Force) -> tuple[Token, ...]:
    """Return the heads of the words for the one who bears what a verb says."""
    if force.bearers is not None:
        return force.bearers
    arguments: Mapping[str, Any] = predication.arguments
    actors = tuple(arguments.get("actor", ()))
    if not actors and predication.passive:
        return late_agents(predication.token)
    if (
        len(actors) == 1
        and actors[0].lower_ in {"each", "both", "either", "neither"}
        and predication.token.dep_ == "conj"
    ):
        return subject_of(predication.token.head)
    return actors


def late_agents(verb: Token) -> tuple[Token, ...]:
    """The agents of a passive behind another phrase: "are borne in the first instance by the Council"."""
    for token in verb.subtree:
        if token.lower_ == "by" and token.dep_ == "prep" and token.i > verb.i and token.head.dep_ == "pobj":
            between = token.head.head
            if between.head == verb and between.lower_ in {"in", "at", "on"}:
                return spread(c for c in token.children if c.dep_ == "pobj")
    return ()
