"""Which verbs of a sentence state a duty, with what force, and who bears it.

Three wordings do: a modal of the verb's own ("shall publish"), a word that hands its force on to the
verb that depends on it ("is required to publish", "has a duty to publish", "is responsible for
publishing": a carrier), and the plain present of a verb of governance ("publishes").
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from protocolgraph.extract.carriers import Carrier, carrier_of, carrying, governed
from protocolgraph.extract.syntax import Predication, governed_by, is_passive, only_counts, spread, subject_of
from protocolgraph.extract.verbal import (
    NO,
    SUBJECTS,
    VERBAL,
    alike,
    base,
    first_conjunct,
    negated,
    own_modal,
    own_subject,
    past,
    to_infinitive,
    unreal,
)
from protocolgraph.model import Modality
from protocolgraph.vocab.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

_ONLY_ASKED = {"ask", "invite", "recommend"}
"""How a paper puts before a meeting what it only hears: "Cabinet is asked to note the report"."""
_PROMISING = {
    "agree", "undertake", "promise", "confirm", "advise", "say", "note", "hear", "tell", "inform", "report", "explain",
    "state", "resolve", "decide", "assure",
}  # fmt: skip
"""Verbs of minutes whose "would" clause tells what will be done."""
RESTS = "rests"
"""The word of a force that tells with whom something rests, which is its subject."""
_WISHED = {"sure", "certain", "satisfied", "confident", "assured"}
"""Words whose "that" clause tells what somebody shall see to, and not what another does: "make sure that all know"."""
_EXPECTED = {"expectation", "requirement"}
"""What there is that somebody will do something."""
_BEFORE_VERB = frozenset({"aux", "auxpass", "nsubj", "nsubjpass", "neg", "mark", "expl"})
"""What of a clause may stand before its verb."""
_FUNCTIONS = {"function", "role", "duty"}
_CHARGES = {"responsibility", "job", "task", *_FUNCTIONS}
"""What something is of the one who sees to it: "upkeep of the hall is the responsibility of the Clerk"."""
_ASKING = {"what", "who", "how", "why", "which", "whether"}


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
    meeting: bool = False
    """Whether the bearer is the body whose minutes tell it: "It was agreed to write to the owner"."""


def forces(predications: list[Predication], *, told: bool = False) -> list[tuple[Predication, Force]]:
    """Return the verbs of a sentence that state a duty, in the order of their words.

    `told` says that it stands in minutes, whose "would" is the "will" of what was said.
    """
    found: dict[int, Force] = {}
    stated: list[tuple[Predication, Force]] = []
    if not predications or predications[0].token.doc[0].lower_ in _ASKING:
        return stated
    for predication in predications:
        if predication.kind != "verb":
            continue
        token = predication.token
        force = _force(token, found) or (
            (_told_will(token) or _told_rule(token) or _told_agreed(token)) if told else None
        )
        if force is not None:
            found[predication.token.i] = force
            stated.append((predication, force))
    return stated


def _force(verb: Token, found: Mapping[int, Force]) -> Force | None:
    if past(verb) or unreal(verb):
        return None
    modal = own_modal(verb)
    if modal is not None:
        return None if _hands_on(verb) or not _asserted(verb) or _aside(verb, modal) else _of_modal(verb, modal)
    carried = _carried(verb)
    if carried is not None:
        return carried
    if verb.dep_ == "conj":
        return _shared(verb, found) or _standing(verb, found)
    return _standing(verb, found) if _asserted(verb) else None


def _standing(verb: Token, found: Mapping[int, Force]) -> Force | None:
    return _held(verb) or _answers(verb) or _rests(verb) or _present(verb, found)


def _of_modal(verb: Token, modal: str) -> Force | None:
    if modal in lexicon("modality")["reported"]:
        return None
    if modal == "need" and negated(verb):
        return None
    if is_passive(verb) and base(verb) in lexicon("verbs")["guiding"]:
        return None
    if negated(verb) and any(t.lower_ in {"alone", "only"} for a in governed_by(verb, {"by"}) for t in a.children):
        return None
    modality = Modality(lexicon("modality")["modals"][modal])
    if verb.dep_ == "ccomp" and verb.head.lemma_.lower() == "expect":
        modality = Modality.SHOULD
    objects = [c for c in verb.children if c.dep_ in {"dobj", "obj"}]
    nothing = any(g.lower_ == "no" and not only_counts(g) for c in objects for g in c.children)
    return Force(Modality.MUST_NOT if negated(verb) or nothing else modality, "modal", word=modal)


def _told_rule(verb: Token) -> Force | None:
    """ "The Panel's role was to scrutinise", "the Authority was required to consult": a rule in the past of minutes."""
    carrier = carrier_of(verb)
    if carrier is None or not past(carrier.verb) or not _lasts(carrier, verb):
        return None
    own = carrier.bearers or subject_of(carrier.verb)
    if not _asserted(carrier.verb) or negated(carrier.verb) or carrier.denied or not own:
        return None
    bearers = carrier.bearers if carrier.bearers or is_passive(verb) else own
    return Force(Modality(carrier.value), "carrier", bearers, word=carrier.word.lemma_.lower())


def _told_agreed(verb: Token) -> Force | None:
    """ "It was agreed to write to the owner": a task that a meeting gives itself."""
    head, verbs = verb.head, lexicon("verbs")
    if not to_infinitive(verb) or verb == head or not is_passive(head) or head.lemma_.lower() not in verbs["agreeing"]:
        return None
    said = base(verb)
    impersonal = any(c.lower_ == "it" for c in head.children) and _main(head) and not negated(head)
    done = any(said in verbs[kind] for kind in ("noting", "speaking", "electing")) or said not in verbs["actions"]
    return Force(Modality.WILL, "carrier", word="agree", meeting=True) if impersonal and not done else None


def _lasts(carrier: Carrier, verb: Token) -> bool:
    """Whether minutes tell of a rule or a promise, and not of what was done at the meeting."""
    words, verbs, said = lexicon("modality"), lexicon("verbs"), carrier.word.lemma_.lower()
    if base(verb) not in verbs["actions"]:
        return False
    if said in words["taken_on"] or (said in words["tasking"] and carrier.bearers):
        return base(verb) not in verbs["noting"] and base(verb) not in verbs["speaking"]
    return said in words["told"] or (said == "be" and carrier.bearers is not None)


def _told_will(verb: Token) -> Force | None:
    """ "The Clerk would write to the owner": what was promised, unless it depends on something."""
    modal = own_modal(verb)
    if modal != "would" or negated(verb) or not any(base(verb) in lexicon("verbs")[a] for a in ("actions", "errands")):
        return None
    if _light(verb) and not (verb.lemma_ == "meet" and any(c.lower_ == "with" for c in verb.children)):
        return None
    first = first_conjunct(verb)
    if first.dep_ == "relcl" and first.i > 0 and any(c.tag_ in {"WP", "WDT"} for c in first.children):
        first = _clause_around(first)
    said = _main(first) or (first.dep_ == "ccomp" and first.head.lemma_.lower() in _PROMISING)
    supposed = any(t.lower_ in {"if", "unless", "whether"} for t in verb.doc)
    return Force(Modality.WILL, "modal", word=modal) if said and verb.tag_ == "VB" and not supposed else None


def _clause_around(verb: Token) -> Token:
    """The verb of the clause around a relative clause: "would give it to the Clerk, who would write"."""
    around = next((t for t in verb.ancestors if t.pos_ in VERBAL), verb)
    return first_conjunct(around) if own_modal(around) == "would" else verb


def _aside(verb: Token, modal: str) -> bool:
    """Whether it only describes something by the way: "services which schools can buy", "the help they can expect"."""
    if verb.dep_ != "relcl" or modal in {"must", "shall"}:
        return False
    if modal == "can" and (negated(verb) or verb.head.lemma_.lower() in {"way", "extent", "manner"}):
        return True
    if is_passive(verb) and any(c.lower_ == "that" and c.dep_ in SUBJECTS for c in verb.children):
        return True
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    if subject is not None and subject.tag_ in {"WDT", "WP"} and modal in {"may", "can"}:
        between = verb.doc[verb.head.i + 1 : subject.i]
        return any(t.pos_ in VERBAL for t in between)
    if subject is None or subject.tag_ in {"WDT", "WP"}:
        return False
    if modal == "can" and not any(
        t.tag_ in {"WDT", "WP"} or t.lower_ == "that" for t in verb.doc[verb.head.i : subject.i]
    ):
        return True
    pied = any(c.dep_ == "prep" and c.i < subject.i for c in verb.children)
    return not pied and (not modal or subject.pos_ not in {"PRON", "DET"})


def _hands_on(verb: Token) -> bool:
    """Whether the verb only carries a word that hands its force on to another verb ("will be required to ...")."""
    return any(
        t.dep_ != "conj" and (carrier := carrier_of(t)) is not None and carrier.verb == verb for t in verb.subtree
    )


def _carried(verb: Token) -> Force | None:
    carrier = carrier_of(verb)
    words = lexicon("modality")
    if carrier is None or not _asserted(carrier.verb) or _by_the_way(carrier.verb):
        return None
    if past(carrier.verb) and carrier.verb.lemma_.lower() not in words["lasting"] and not _still_bound(carrier.verb):
        return None
    modality = Modality(carrier.value)
    denied = carrier.denied or negated(carrier.verb)
    if denied and carrier.word.lemma_.lower() in words["lifted"]:
        return None
    outer = own_modal(carrier.verb)
    if outer in words["reported"] or (carrier.word.lemma_ in _ONLY_ASKED and base(verb) in lexicon("verbs")["heard"]):
        return None
    if denied or negated(verb):
        modality = Modality.MUST_NOT
    elif outer in {"must", "should"} and carrier.word.lemma_.lower() in {"able", "ability"}:
        modality = Modality(outer)
    bearers = carrier.bearers
    if bearers is None and not carrier.sectional and not is_passive(verb):
        bearers = subject_of(carrier.verb)
    return Force(modality, "carrier", bearers, carrier.sectional, carrier.word.lemma_.lower())


def _still_bound(verb: Token) -> bool:
    """Whether what somebody has been bound to lasts: "Boards have been required since 2011 to publish a report"."""
    helping = {c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}}
    return (
        "been" in helping and bool(helping & {"has", "have"}) and verb.lemma_.lower() in lexicon("modality")["binding"]
    )


def _by_the_way(verb: Token) -> bool:
    """Whether a relative clause with a pronoun for its subject only describes: "the information that they need to"."""
    own = [c for c in verb.children if c.dep_ in SUBJECTS]
    return verb.dep_ == "relcl" and any(c.tag_ == "PRP" for c in own)


def _shared(verb: Token, found: Mapping[int, Force]) -> Force | None:
    """The force of the verb that a passive with an agent of its own is coordinated with.

    Other verbs under one modal are one duty: "will review the plan and advise the Cabinet".
    """
    force = found.get(verb.head.i)
    if force is None or force.rule == "present" or own_subject(verb) or not alike(verb, verb.head):
        return None
    return force if is_passive(verb) and any(c.dep_ == "agent" for c in verb.children) else None


def _rests(verb: Token) -> Force | None:
    """As in "the decision rests with the Chair", "upkeep of the hall is the responsibility of the Clerk"."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.pos_ in {"NOUN", "PROPN"}), None)
    if subject is None or past(verb) or not _asserted(verb) or negated(verb):
        return None
    if any(carrier_of(t) is not None for t in subject.subtree):
        return None
    if verb.lemma_.lower() in lexicon("verbs")["support"]["resting"]:
        holders = _with_whom(verb) if subject.pos_ == "NOUN" else ()
    else:
        said = [c for c in verb.children if c.dep_ == "attr" and c.lower_ in _CHARGES]
        holders = governed(said[0], {"of"}) if said and verb.lemma_.lower() == "be" else ()
        if holders and said[0].lower_ in _FUNCTIONS:
            return Force(Modality.FUNCTION, "present", holders, word=RESTS) if _is_work(subject) else None
    return Force(Modality.MUST, "present", holders, word=RESTS) if holders else None


def _is_work(noun: Token) -> bool:
    """Whether a noun says what is done: "upkeep of the register"."""
    return any(c.lower_ == "of" for c in noun.children) and not any(c.dep_ == "poss" for c in noun.children)


def _with_whom(verb: Token) -> tuple[Token, ...]:
    """With whom something rests: also "at a national level with the Panel and at local level with the partners"."""
    levels = [t for t in verb.subtree if t.lemma_.lower() == "level" and t.i > verb.i]
    return governed(verb, {"with"}) or tuple(holder for level in levels for holder in governed(level, {"with"}))


def _held(verb: Token) -> Force | None:
    """What somebody has: "has a casting vote", "has no executive powers", "has due regard to"."""
    noun = next((c for c in verb.children if c.dep_ in {"dobj", "obj"}), None)
    if (
        verb.lemma_.lower() != "have"
        or noun is None
        or first_conjunct(verb).dep_ == "relcl"
        or verb.tag_ not in {"VBZ", "VBP", "VB"}
        or to_infinitive(verb)
        or _hands_on(verb)
    ):
        return None
    value = lexicon("modality")["held"].get(noun.lemma_.lower())
    if value is None:
        return None
    if negated(verb) or any(c.lower_ in NO for c in noun.children):
        return Force(Modality.MUST_NOT, "present", word="no")
    return Force(Modality(value), "present", word="has") if value != "no" else None


def _answers(verb: Token) -> Force | None:
    """As in "is ultimately responsible for the service", "has responsibility for the budget"."""
    if verb.lemma_.lower() not in {"be", "remain", "stay", "have", "hold", "take", "retain"}:
        return None
    if past(verb) or not _asserted(verb):
        return None
    for word in verb.children:
        if word.dep_ not in {"acomp", "dobj"} or word.lower_ not in lexicon("modality")["answering"]:
            continue
        links = [c for c in word.children if c.dep_ == "prep" and c.lower_ == "for"]
        if word.lower_ in {"accountable", "answerable"} and any(c.lower_ == "to" for c in word.children):
            continue
        if links and not any(c.dep_ == "pcomp" and c.tag_ == "VBG" for c in links[0].children):
            modality = Modality.MUST_NOT if negated(verb) else Modality.MUST
            return Force(modality, "present", word="responsible")
    return None


def _present(verb: Token, found: Mapping[int, Force]) -> Force | None:
    """The plain present of a verb of governance, in a main or relative clause; two verbs of one object are one duty."""
    verbs = lexicon("verbs")
    if not _plain_form(verb):
        return None
    first = first_conjunct(verb)
    if first.dep_ not in {"ROOT", "relcl", "ccomp", "parataxis", "dep"} or not _asserted(first) or _hands_on(verb):
        return None
    if own_modal(first) is not None and not own_subject(verb) and first is not verb:
        return None
    if negated(verb) and not is_passive(verb):
        refused = verb.lemma_.lower() not in verbs["light"] or verb.lemma_.lower() in {"meet", "take", "fund"}
        return Force(Modality.MUST_NOT, "present", word="not") if refused and verb.dep_ != "relcl" else None
    if is_passive(verb):
        if not _stands_now(verb, first) or _thought_to_be(verb):
            return None
        agent = any(c.dep_ == "agent" for c in verb.children) or bool(late_agents(verb))
        bare = any(c.dep_ == "auxpass" and c.lower_ == "be" for c in verb.children)
        if not agent and not bare and base(verb) in verbs["handed"] and any(c.lower_ == "to" for c in verb.children):
            return Force(Modality.WILL, "present", word="to")
        stands = agent and (bare or base(verb) not in verbs["states"])
        return Force(Modality.FUNCTION, "present", word="by") if stands else None
    if base(verb) not in verbs["actions"] or _light(verb) or _money(verb) or _aside(verb, "") or _performed(verb):
        return None
    if verb.lemma_.lower() == "recommend" and _says_that(verb):
        return None  # what somebody else should do
    if verb.dep_ == "ccomp" and (ruled := lexicon("modality")["controls"].get(verb.head.lemma_.lower())):
        return Force(Modality(ruled), "carrier", word=verb.head.lemma_.lower())
    same = verb.dep_ == "conj" and verb.head.i in found and not own_subject(verb) and _alike_now(verb, verb.head)
    return None if same else Force(Modality.FUNCTION, "present")


def _thought_to_be(verb: Token) -> bool:
    """Whether somebody is only held to be something: "persons who are considered by the Authority to be at risk"."""
    return any(c.dep_ == "xcomp" and c.lemma_.lower() == "be" for c in verb.children)


def _alike_now(verb: Token, head: Token) -> bool:
    return alike(verb, head) or {verb.tag_, head.tag_} == {"VB", "VBP"}


def _stands_now(verb: Token, first: Token) -> bool:
    """Whether a passive tells what is done as a rule, and not who did it: "is reviewed by", not "Approved by"."""
    said = {c.lower_ for token in (verb, first) for c in token.children if c.dep_ in {"aux", "auxpass"}}
    return bool(said & {"is", "are", "be", "'s", "’s"}) and not said & {"has", "have", "had", "was", "were", "been"}


def _plain_form(verb: Token) -> bool:
    """Whether a verb stands in the plain present, in a passive, or in the subjunctive of a decision."""
    if to_infinitive(verb):
        return False
    if verb.tag_ in {"VBZ", "VBP"} or is_passive(verb):
        return True
    if verb.tag_ == "VB" and verb.dep_ == "conj" and not any(c.dep_ == "aux" for c in verb.children):
        return _several(first_conjunct(verb))
    if verb.tag_ == "VB" and verb.dep_ == "ROOT" and not any(c.dep_ in {"aux", "neg"} for c in verb.children):
        return bool(own_subject(verb))
    words = {c.lower_ for c in verb.children if c.dep_ in {"aux", "neg"}}
    subjunctive = verb.tag_ == "VB" and own_subject(verb) and any(c.dep_ == "mark" for c in verb.children)
    return subjunctive or (negated(verb) and bool(words & {"do", "does"}))


def _several(verb: Token) -> bool:
    """Whether a verb stands in the plural of the plain present: "are employed by the Council" and "support"."""
    return verb.tag_ == "VBP" or any(c.lower_ == "are" and c.dep_ == "auxpass" for c in verb.children)


def _light(verb: Token) -> bool:
    """Whether it tells a state; to meet is no duty, but to meet somebody is."""
    lemma = verb.lemma_.lower()
    objects = [c for c in verb.children if c.dep_ in {"dobj", "obj"}]
    if lemma == "meet" and any(o.lemma_.lower() not in lexicon("verbs")["times"] for o in objects):
        return False
    if lemma == "share" and any(o.lemma_.lower() in lexicon("verbs")["shared"] for o in objects):
        return False
    if lemma == "hold" and any(t.lower_ == "account" and t.nbor(-1).lower_ == "to" for t in verb.subtree if t.i):
        return False
    on = [c for c in verb.children if lemma == "continue" and c.dep_ == "xcomp"]  # "continues to be well attended"
    return lemma in set(lexicon("verbs")["light"]) or any(is_passive(c) for c in on)


def _money(verb: Token) -> bool:
    """Whether it tells a contribution, which is a fact and no duty: "gives £5,000 a year"."""
    return any(t.text == "£" or t.lower_.startswith("£") or t.text == "%" for t in verb.subtree)


def _says_that(verb: Token) -> bool:
    """Whether a clause with "that" is its object."""
    clauses = (c for c in verb.children if c.dep_ == "ccomp")
    return any(c.dep_ == "mark" and c.lower_ == "that" for clause in clauses for c in clause.children)


def _performed(verb: Token) -> bool:
    """Whether a paper does by its own words what the verb says: "The Board hereby resolves to establish"."""
    return any(child.lower_ == "hereby" for child in verb.children)


def _asserted(verb: Token) -> bool:
    """Whether the clause of a verb is said as true by itself: no purpose, no reported thought."""
    first = first_conjunct(verb)
    if first.dep_ == "advcl" and any(c.lower_ in {"though", "although", "whilst"} for c in first.children):
        return own_modal(first) is not None
    if _expected_that(first):
        return True
    if unreal(first) or first.dep_ in {"advcl", "csubj", "pcomp", "acl", "xcomp"}:
        return False
    if first.dep_ == "ccomp" and first.head.lemma_.lower() in {"be", "expect"}:
        return True
    if first.dep_ == "ccomp" and first.head.lower_ in _WISHED:
        return False
    if first.dep_ in {"ccomp", "conj"} and first.head.pos_ in VERBAL:
        told = first.head.lemma_.lower() in lexicon("modality")["telling"] and not negated(first.head)
        beside = first.i < first.head.i or not any(c.dep_ == "mark" for c in first.children)
        return told or (first.dep_ == "ccomp" and beside and _main(first.head) and _separate(first))
    return True


def _expected_that(verb: Token) -> bool:
    """Whether there is an expectation or a requirement "that the Board will publish a report"."""
    noun = verb.head
    that = verb.dep_ == "acl" and any(c.dep_ == "mark" and c.lower_ == "that" for c in verb.children)
    return that and noun.lower_ in _EXPECTED and noun.dep_ == "attr" and noun.head.lemma_.lower() == "be"


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


def clause_start(predication: Predication, force: Force, *, since: Token) -> Token:
    """Return the first word of the clause of a duty that stands behind a verb: its "and", its bearer, its auxiliary."""
    verb = carrying(predication.token)
    own = [c for c in verb.children if c.dep_ in _BEFORE_VERB]
    own += [t for t in bearer_tokens(predication, force) if since.i < t.i < verb.i]
    first = min([verb, *(t for c in own for t in c.subtree)], key=lambda t: t.i)
    marks = [c for c in verb.head.children if c.dep_ == "cc" and since.i < c.i < first.i]
    before = first.nbor(-1) if first.i else first
    return marks[-1] if marks else before if before.dep_ == "cc" else first


def late_agents(verb: Token) -> tuple[Token, ...]:
    """The agents of a passive behind another phrase: "borne in the first instance by X", "sent before it by X"."""
    for token in verb.subtree:
        if token.lower_ == "by" and token.dep_ == "prep" and token.i > verb.i and token.head.dep_ == "pobj":
            between = token.head.head
            timed = between.lower_ in {"before", "after", "within"} and token.head.lemma_.lower() == "meeting"
            if timed or (between.head == verb and between.lower_ in {"in", "at", "on"}):
                return spread(c for c in token.children if c.dep_ == "pobj")
    return ()
