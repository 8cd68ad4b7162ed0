"""Duties: what a bearer must, should, may, must not or will do, or has as its function."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from protocolgraph.extract.arguments import Argument, Arguments
from protocolgraph.extract.deontic import RESTS, Force, bearer_tokens, clause_start, forces
from protocolgraph.extract.impersonal import in_charge
from protocolgraph.extract.items import Item, ItemForm, verb_forms
from protocolgraph.extract.leads import named_alone
from protocolgraph.extract.lists import conditional
from protocolgraph.extract.syntax import Predication
from protocolgraph.extract.verbal import SUBJECTS, base, first_conjunct, own_modal, own_subject
from protocolgraph.extract.wording import (
    active_text,
    agent_text,
    from_gerund,
    is_agent,
    named_text,
    resting_text,
    tells_identity,
    tidy,
)
from protocolgraph.model import DutyContent, EntityType, MentionForm, Modality, Scope
from protocolgraph.vocab.frequency import find_frequency
from protocolgraph.vocab.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

_BEARERS = (EntityType.BODY, EntityType.ROLE)
_TYPES = tuple(kind.value for kind in _BEARERS)
_RECIPIENTS = ("to", "with", "for", "object")
_CONDITION = {"where", "if", "unless", "when", "should", "once", "until", "whenever", "provided"}
_SURE = {"modal": 0.89, "carrier": 0.89, "present": 0.8, "list": 0.95}
"""How often a duty read in each way is right where its bearer is named."""
_NOUN_ITEM = 0.8
"""What is left of that for an item that names no action."""
_IN_CHARGE = {"object.owner": 0.75, "producer": 0.7}
"""Who bears a passive that names no agent, and how often that is right."""
_TELLING = {"report", "submit", "present", "send", "notify"}
_TOLD = {"object.relative.by": 0.8, "object.of.relative.by": 0.8, **_IN_CHARGE}
"""The same for what is told: "Audits carried out by the Panel will be reported to the Board"."""
_OF_PAPER = {"actor.owner": 0.75, "producer": 0.7}
"""The same for what a paper must hold."""
_ENDS_OPEN = re.compile(
    r"^(?:be )?\w+ (?:for|to|of|with|about)$|^be the (?:\w+ )?(?:duty|responsibility|job|task|role|function) of "
)
"""What is left of a relative clause whose noun it belongs to: "the portfolio that they are responsible for"."""
_LASTING = re.compile(
    r"be (?:for )?(?:an? |the )?(?:initial |fixed |minimum |maximum )?(?:(?:period|term|minimum|maximum) of )?"
    r"(?:up to )?(?:[\w-]+|\d+) (?:\(\d+\) )?(?:calendar |municipal |financial )?(?:years?|months?|weeks?)\b",
    re.IGNORECASE,
)
"""How long something is, which is an office or a term and nobody's task: "be a period of two years"."""
_NAMED_AS = re.compile(r"refer (?:.+ )?to (?:.+ )?as ", re.IGNORECASE)
"""What a paper calls somebody or something: "will be referred to as the Board"."""
_HOLDING = 3
"""Words of the shortest clause that says what it must hold."""
_NOBODY_NAMED = 0.6
"""The same for the body that the section is about."""
_UNSAID = 0.85
"""The same for one whose name only heads a sentence without a subject: "Must refer major cases to the Council."."""
_APPOSED = 0.95
_REFUSED = {"part", "place"}
"""What somebody may be forbidden to take: "shall not take part"."""
_POINTS_BACK, _GENERIC, _HEADING_ONLY = 0.8, 0.85, 0.7
"""What is left of that where the bearer is a pronoun, a class of bodies, or only what the headings are about."""
_CLASS_NOW = 0.75
"""What is left of that again for a class in the plain present."""


@dataclass(frozen=True, slots=True)
class Obliged:
    """A duty of one bearer, before it has its evidence."""

    bearer: int
    content: DutyContent
    to: tuple[int, ...]
    product: int | None
    confidence: float
    rule: str


def obliged(predications: Sequence[Predication], arguments: Arguments) -> list[Obliged]:
    """Return the duties that a sentence states."""
    sentence = arguments.sentence
    stated = [
        (p, f) for p, f in forces(list(predications), told=sentence.told) if p.token.idx >= sentence.masked.prefix
    ]
    if sentence.duties is None:
        return [duty for number in range(len(stated)) for duty in _stated(stated, number, arguments)]
    inner = [n for n, (p, f) in enumerate(stated) if f.rule == "modal" and _relative(p.token)]
    return _item(predications, arguments) + [d for n in inner for d in _stated(stated, n, arguments)]


def _relative(token: Token) -> bool:
    while token.dep_ == "conj":
        token = token.head
    return bool(token.dep_ == "relcl")


# ── items of a list ───────────────────────────────────────────────────────────────────────────────


def _item(predications: Sequence[Predication], arguments: Arguments) -> list[Obliged]:
    """One item is one duty of each bearer of its list."""
    sentence = arguments.sentence
    duties, item = sentence.duties, sentence.item
    if duties is None or item is None or sentence.bearer is None:
        return []
    main = next((p for p in predications if p.kind == "verb" and p.token.idx >= sentence.masked.prefix), None)
    text = _item_text(item, main, arguments)
    if duties.contents:
        text = f"{duties.contents} {text[:1].lower()}{text[1:]}"
    action = item.verb or (base(main.token) if main and item.form is not ItemForm.NOUN else _first_word(text))
    content = DutyContent(
        Modality.MUST_NOT if item.denied else duties.modality,
        action, text, _object(main, arguments), find_frequency(text), _condition(main, arguments),
    )  # fmt: skip
    sure = _SURE["list"] * (_NOUN_ITEM if item.form is ItemForm.NOUN and item.verb is None else 1.0)
    found = []
    for bearer in duties.bearers:
        to, product = _recipients(main, arguments, bearer)
        confidence = round(sure * _trust(bearer, arguments, certain=duties.certain), 3)
        found.append(Obliged(bearer, content, to, product, confidence, f"list-{item.form.value}"))
    return found


def _trust(bearer: int, arguments: Arguments, *, certain: bool = True) -> float:
    """How far a bearer can be trusted to be the one that is meant."""
    mention = arguments.names.mentions[bearer]
    trust = 1.0 if certain and mention.spans else _HEADING_ONLY
    if mention.form is MentionForm.PRONOUN:
        trust *= _POINTS_BACK
    return trust * (_GENERIC if mention.scope is Scope.GENERIC else 1.0)


def _item_text(item: Item, main: Predication | None, arguments: Arguments) -> str:
    """The item as a clause with its verb in the base form; the parser may have taken its verb for a noun."""
    text = arguments.sentence.passage.text
    if item.form is ItemForm.NOUN:
        return tidy(named_text(text[item.start :]))
    if main is not None and item.verb in (None, base(main.token)):
        words = active_text(main, arguments, len(text))
    else:
        pieces = text[item.start :].split()
        plain = [word.lower().rstrip(",;") for word in pieces]
        place = next((n for n, word in enumerate(plain) if verb_forms().get(word) == item.verb), None)
        if place is not None and item.verb is not None:
            pieces[place] = item.verb + pieces[place][len(plain[place]) :]
        words = tidy(" ".join([pieces[0].lower(), *pieces[1:]]))
    return from_gerund(words) if item.form is ItemForm.GERUND else words


def _first_word(text: str) -> str:
    match = re.match(r"[\w-]+", text)
    return match.group().lower() if match else text


# ── sentences ─────────────────────────────────────────────────────────────────────────────────────


def _stated(stated: Sequence[tuple[Predication, Force]], number: int, arguments: Arguments) -> list[Obliged]:
    predication, force = stated[number]
    bearers, sure = _bearers(predication, force, arguments)
    if not bearers or (force.rule == "present" and _describes(predication.token, bearers[0].mention, arguments)):
        return []
    if force.rule == "present" and any(conditional(lead.text) for lead in arguments.sentence.clause.leads):
        return []
    after = next(
        (s for s in stated[number + 1 :] if s[0].token.i > predication.token.i and _beside(s[0], predication)), None
    )
    text = _text(predication, force, arguments, _end(predication, arguments, after))
    holds = _tells_contents(predication, force, arguments)
    if (len(text.split()) < _HOLDING) if holds else _empty(predication, force, text):
        return []
    if tells_identity(predication, force, text, arguments):
        return []
    content = DutyContent(
        _modality(force, arguments), base(predication.token), text, _object(predication, arguments),
        _frequency(text, len(stated), arguments), _condition(predication, arguments),
    )  # fmt: skip
    found = []
    for bearer in bearers:
        to, product = _recipients(predication, arguments, bearer.mention)
        trust = _trust(bearer.mention, arguments)
        if force.rule == "present" and arguments.names.mentions[bearer.mention].scope is Scope.GENERIC:
            trust *= _CLASS_NOW
        confidence = round(_SURE[force.rule] * sure * trust, 3)
        found.append(Obliged(bearer.mention, content, to, product, confidence, f"{force.rule}-{force.word or 'plain'}"))
    return found


def _describes(verb: Token, bearer: int, arguments: Arguments) -> bool:
    """Whether the plain present obliges nobody: of somebody named long before, or of a class or sort that it only marks
    off ("organisations that receive grants", "an effective Youth Service that helps families").
    """
    named = arguments.placed(verb.head)
    sort = named is not None and named.mention == bearer and any(c.lower_ in {"a", "an"} for c in verb.head.children)
    marks_off = verb.dep_ == "relcl" and (sort or arguments.names.mentions[bearer].scope is Scope.GENERIC)
    return marks_off or arguments.far_back(bearer) or _of_this_paper(verb)


def _of_this_paper(verb: Token) -> bool:
    """Whether the sentence tells whose paper it stands in: "This protocol is issued by the Home Secretary"."""
    subjects = [child for child in verb.children if child.dep_ == "nsubjpass"]
    papers = {*lexicon("publications")["heads"], "document", "paper", "memorandum", "agreement"}
    return any(s.lemma_.lower() in papers and any(c.lower_ == "this" for c in s.children) for s in subjects)


def _frequency(text: str, stated: int, arguments: Arguments) -> str | None:
    """How often, said in the duty's own words, or anywhere in a sentence that states no other duty."""
    return find_frequency(text) or (find_frequency(arguments.sentence.passage.text) if stated == 1 else None)


def _modality(force: Force, arguments: Arguments) -> Modality:
    """A decision makes a task of what else would be told as a function, and a recommendation what should be done."""
    if force.modality is not Modality.FUNCTION:
        return force.modality
    if arguments.sentence.decided:
        return Modality.WILL
    return Modality.SHOULD if arguments.sentence.masked.text.startswith("That ") else force.modality


def _text(predication: Predication, force: Force, arguments: Arguments, end: int) -> str:
    if force.word == RESTS:
        return resting_text(predication, arguments)
    if is_agent(predication, force):
        return agent_text(predication, arguments, end)
    return active_text(predication, arguments, end)


def _empty(predication: Predication, force: Force, text: str) -> bool:
    """Whether the words say no duty: "may do so", "will have ten members", "can be found at"."""
    words = lexicon("verbs")
    if not text or _is_noun(predication):
        return True
    used = predication.lemma == "apply" and predication.passive
    if predication.lemma in words["empty"] and force.word != "not" and not used:
        return not (predication.lemma == "include" and "in" in predication.arguments and not predication.passive)
    if (
        predication.passive
        and force.rule == "modal"
        and predication.lemma in words["held"]
        and not _decided(predication)
    ):
        return True
    said = set(re.findall(r"\w+", text.lower())[1:5])
    refused = _REFUSED if force.modality is Modality.MUST_NOT else set()
    if said & (set(words["light_objects"].get(predication.lemma, ())) - refused):
        return True
    bare = predication.lemma == "be" and (len(text.split()) <= 2 or _LASTING.match(text) is not None)
    named = predication.passive and _NAMED_AS.match(text) is not None
    open_ = _ENDS_OPEN.search(text) is not None
    return (
        bare or named or open_ or (len(text.split()) < 2 and (force.rule != "modal" or _of_the_noun(predication.token)))
    )


def _is_noun(predication: Predication) -> bool:
    """Whether what looks like a verb is the name of a field: "the lead for safeguarding"."""
    noun = predication.token.tag_ == "VBG" and predication.token.lower_ in lexicon("verbs")["not_verbs"]
    return noun and not predication.arguments.get("object")


def _of_the_noun(verb: Token) -> bool:
    """Whether a relative clause only tells which things are meant: "any questions that they may have"."""
    return verb.dep_ == "relcl" and any(c.dep_ in SUBJECTS and c.tag_ == "PRP" for c in verb.children)


def _decided(predication: Predication) -> bool:
    """Whether it tells how decisions are made, which is a rule: "Decisions will be made by consensus"."""
    things = [*predication.arguments.get("object", ()), *(c for c in predication.token.children if c.dep_ == "oprd")]
    return predication.lemma == "make" and any(
        t.lemma_.lower() in {"decision", "payment", "available", "public"} for t in things
    )


def _beside(later: Predication, predication: Predication) -> bool:
    """Whether a later verb stands beside this one and is no part of what it says."""
    token = later.token
    while token.dep_ == "conj":
        token = token.head
        if token == predication.token:
            return True
    return not any(a == predication.token for a in later.token.ancestors)


# ── who bears it ──────────────────────────────────────────────────────────────────────────────────


def _bearers(predication: Predication, force: Force, arguments: Arguments) -> tuple[list[Argument], float]:
    """Who bears it, and how surely: the actor, the agent, or the owner of what is done."""
    if arguments.sentence.decided and force.rule == "present" and not _tasked(predication):
        return [], 0.0
    if force.meeting:
        main = next(iter(arguments.names.memory.about(arguments.sentence.clause.part)), None)
        return ([Argument(main.mention, main.type, 0.8)], 0.9) if main is not None else ([], 0)
    if force.sectional:
        subject = arguments.names.subject(arguments.sentence.clause.section)
        return (
            ([Argument(subject, arguments.names.mentions[subject].type, 0.8)], 0.9) if subject is not None else ([], 0)
        )
    actors = _acting(bearer_tokens(predication, force), arguments) or _described(predication, arguments)
    if not actors and _opens(predication, arguments):
        return _headed(arguments), _UNSAID
    if not actors and _tells_contents(predication, force, arguments):
        return _first_filled(predication, _OF_PAPER, arguments)
    if actors or not predication.passive or force.bearers is not None:
        return actors, 1.0
    return _owners(predication, force, arguments)


def _tells_contents(predication: Predication, force: Force, arguments: Arguments) -> bool:
    """Whether it says what a paper must hold, which binds who writes it: "The report will include the accounts"."""
    papers = [arguments.placed(token) for token in predication.arguments.get("actor", ())]
    told = base(predication.token) in lexicon("verbs")["contents"] and not predication.passive
    return told and _binds(force) and any(p is not None and p.type is EntityType.PUBLICATION for p in papers)


def _binds(force: Force) -> bool:
    return force.rule == "modal" and force.modality not in (Modality.MAY, Modality.MUST_NOT)


def _first_filled(
    predication: Predication, slots: Mapping[str, float], arguments: Arguments
) -> tuple[list[Argument], float]:
    for slot, sure in slots.items():
        found = arguments.fill(predication, [slot], _TYPES)
        if found:
            return found, sure
    return [], 0.0


def _opens(predication: Predication, arguments: Arguments) -> bool:
    """Whether a sentence begins with the modal of this verb, or of one beside it: "May spend up to £500"."""
    token = first_conjunct(predication.token)
    opens = token.i == 1 and token.nbor(-1).dep_ == "aux" and own_modal(token) is not None
    return opens and not own_subject(predication.token) and not arguments.sentence.masked.prefix


def _headed(arguments: Arguments) -> list[Argument]:
    """The body or post of whose name the heading above consists."""
    section = arguments.sentence.clause.section
    named = named_alone(arguments.names.outline.sections[section].heading, arguments.names)
    return [Argument(number, arguments.names.mentions[number].type, 1.0) for number in named]


def _tasked(predication: Predication) -> bool:
    """Whether a decision gives a task: to an agent, or "that the Chair settle", and not that it notes something."""
    clause = any(c.dep_ == "mark" for c in predication.token.children)
    noting = base(predication.token) in lexicon("verbs")["noting"]
    return not noting and (predication.passive or clause)


def _described(predication: Predication, arguments: Arguments) -> list[Argument]:
    """The one whom a relative clause describes over an apposition: "the Panel, a panel of A and B, which sends"."""
    token = predication.token
    if token.dep_ != "relcl" or predication.passive or not any(c.tag_ in {"WDT", "WP"} for c in token.children):
        return []
    for ancestor in [a for a in token.head.ancestors if a.pos_ in {"NOUN", "PROPN"}][:4]:
        found = _acting([ancestor], arguments)
        if found:
            return found
    return []


def _acting(tokens: Iterable[Token], arguments: Arguments) -> list[Argument]:
    found: dict[int, Argument] = {}
    for token in tokens:
        named = arguments.mentions_of(token)
        acting = [a for a in named if a.type in _BEARERS] or _apposed(token, named, arguments)
        if not acting and (arguments.sentence.told or arguments.sentence.decided):
            acting = [a for a in named if a.type is EntityType.PERSON]
        for argument in acting:
            found.setdefault(argument.mention, argument)
    return list(found.values())


def _apposed(token: Token, named: Sequence[Argument], arguments: Arguments) -> list[Argument]:
    """The post that is said of somebody named: "Ann Lee, the Clerk, keeps the register"."""
    if held := [post for a in named if a.type is EntityType.PERSON for post in arguments.held(a)]:
        return held
    if named and any(a.type is not EntityType.PERSON for a in named):
        return []
    beside = [a for c in token.children if c.dep_ == "appos" for a in arguments.mentions_of(c, _APPOSED)]
    return [a for a in beside if a.type is EntityType.ROLE]


def _owners(predication: Predication, force: Force, arguments: Arguments) -> tuple[list[Argument], float]:
    """Of a passive that names no agent: whose report or plan it is, who produces it, or whose own paper this is."""
    if force.rule == "present" and force.word != "to":
        return [], 0.0
    if any(_is_somebody(thing, arguments) for thing in predication.arguments.get("object", ())):
        return [], 0.0
    if force.modality not in (Modality.MAY, Modality.MUST_NOT):
        found, sure = _first_filled(
            predication, _TOLD if base(predication.token) in _TELLING else _IN_CHARGE, arguments
        )
        if found:
            return found, sure
    return in_charge(predication, arguments), _NOBODY_NAMED


def _is_somebody(thing: Token, arguments: Arguments) -> bool:
    """Whether what something is done to is a body, post or person, and no occasion: "An Annual Meeting is held"."""
    placed = arguments.placed(thing)
    if placed is None or placed.type is EntityType.PUBLICATION:
        return False
    return not arguments.names.mentions[placed.mention].name.lower().endswith(" meeting")


# ── where its words end ───────────────────────────────────────────────────────────────────────────


def _end(predication: Predication, arguments: Arguments, after: tuple[Predication, Force] | None) -> int:
    """Where its words end: before the next duty that stands beside it, else with the sentence."""
    whole = _whole(predication, arguments)
    if after is None:
        return min(_stops(predication, arguments, whole), whole)
    return arguments.sentence.masked.source(clause_start(*after, since=predication.token).idx)


def _whole(predication: Predication, arguments: Arguments) -> int:
    """Where a sentence ends, or a relative clause before its main verb: "what the Board approves is sent to ..."."""
    token, length = predication.token, len(arguments.sentence.passage.text)
    first = first_conjunct(token)
    if first.dep_ != "relcl":
        return length
    around = next((t for t in first.ancestors if t.pos_ in {"VERB", "AUX"}), None)
    last = max(first.subtree, key=lambda t: t.i)
    if around is None or around.i < last.i:
        return length
    return arguments.source_end(last.idx + len(last.text))


def _stops(predication: Predication, arguments: Arguments, whole: int) -> int:
    """Before what is coordinated with the verb in another form: "reports to Cabinet and is supported by ..."."""
    token = predication.token
    carrier = token.head.head if token.dep_ == "pcomp" else token.head
    while carrier.pos_ not in {"VERB", "AUX"} and carrier.dep_ != "ROOT":
        carrier = carrier.head
    if carrier.i > token.i and token.dep_ in {"pcomp", "acl"}:
        helping = [c for c in carrier.children if c.dep_ in {"aux", "auxpass"} and c.i > token.i]
        return arguments.sentence.masked.source(min([carrier, *helping], key=lambda t: t.i).idx)
    for other in token.children:
        finite = any(c.dep_ in {"aux", "auxpass", "nsubj", "nsubjpass"} for c in other.children)
        if other.dep_ == "conj" and other.i > token.i and other.pos_ in {"VERB", "AUX"} and finite:
            first = min(other.subtree, key=lambda t: t.i)
            mark = max(
                (c for c in token.children if c.dep_ == "cc" and c.i < other.i), key=lambda t: t.i, default=first
            )
            if _shares_object(min(mark, first, key=lambda t: t.i)):
                return whole
            return arguments.sentence.masked.source(min(mark, first, key=lambda t: t.i).idx)
    return whole


def _shares_object(after: Token) -> bool:
    """Whether what a verb governs stands only behind the next one: "draw up and sign", "add to and be told of"."""
    before = after.nbor(-1) if after.i else after
    return before.dep_ == "prt" or (before.dep_ == "prep" and not any(c.dep_ == "pobj" for c in before.children))


# ── what it is done to ────────────────────────────────────────────────────────────────────────────


def _object(predication: Predication | None, arguments: Arguments) -> str | None:
    if predication is None:
        return None
    for token in predication.arguments.get("object", ()):
        return arguments.words(token)
    return None


def _recipients(
    predication: Predication | None, arguments: Arguments, bearer: int
) -> tuple[tuple[int, ...], int | None]:
    if predication is None:
        return (), None
    to: list[int] = []
    for slot in _RECIPIENTS:
        to += [a.mention for a in arguments.fill(predication, [slot], _TYPES) if a.mention != bearer]
    products = arguments.fill(predication, ["object", "to"], [EntityType.PUBLICATION.value])
    return tuple(dict.fromkeys(to)), products[0].mention if products else None


def _condition(predication: Predication | None, arguments: Arguments) -> str | None:
    if predication is None:
        return None
    for child in predication.token.children:
        marked = any(g.lower_ in _CONDITION for g in child.children if g.dep_ in {"mark", "advmod", "aux"})
        if child.dep_ == "advcl" and marked:
            return arguments.words(child)
    return None
