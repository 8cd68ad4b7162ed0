"""Frames applied to a sentence: from predicate-argument form to facts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from functools import cache
from itertools import combinations, product
from typing import TYPE_CHECKING

from protocolgraph.extract.arguments import Argument, Arguments
from protocolgraph.extract.authors import authors
from protocolgraph.extract.between import between
from protocolgraph.extract.document_names import DocumentNames
from protocolgraph.extract.fellows import joined_to
from protocolgraph.extract.framed import Framed
from protocolgraph.extract.identity import filled
from protocolgraph.extract.masked import Placed
from protocolgraph.extract.of_classes import of_a_class
from protocolgraph.extract.shares import shares
from protocolgraph.extract.spoken import is_group_head
from protocolgraph.extract.steps import deeper
from protocolgraph.extract.syntax import Predication
from protocolgraph.extract.verbal import SUBJECTS, negated, no_longer
from protocolgraph.model import EntityType, Modality, PartKind
from protocolgraph.vocab.frames import Frame, frames
from protocolgraph.vocab.frequency import find_frequency
from protocolgraph.vocab.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

    from protocolgraph.extract.sentences import Sentence


_AUDITORS = {"auditor", "auditors"}
_RHYTHMIC = {"meets", "reports_to", "produces"}
"""Predicates that tell how often."""
_NO_RHYTHM = {"after each meeting", "each meeting"}
"""Frequencies of what is done at meetings, which say nothing of how often they are."""
_STANDING = frozenset({
    "chairs", "accountable_to", "accountable_for", "oversees", "part_of", "member_of", "meets", "funds",
    "established_under", "peer_of",
})  # fmt: skip
"""Relations that minutes tell in the past as they report what was said: "the Group was chaired by the Director"."""
_SPEECH = re.compile(
    r"\b(?:reported|advised|informed|told|explained|noted|heard|clarified|stated|outlined|reminded) that\b"
)
"""How a text begins to tell in the past what somebody said of what is."""
_EVENTFUL = {"member_of", "oversees", "funds"}
"""Relations that such a speech outside minutes tells more often as something that was done once."""
_DIRECTLY = re.compile(r"\breported (?:directly (?:in)?to|into)\b")
"""What tells a line of reporting from a report that was given once."""
_SEVERAL = 2
_PARTING = {"ladder", "law-of-the-second"}
"""Rules by which what is named last belongs to the name before it alone, whatever the parser coordinates it with."""
_UNLESS_TOLD = {"escalated-here", "referred-here"}
"""Rules for matters that nobody is said to escalate; where somebody is, they are not the group's of whom it tells."""
_UNITS = "made-of-units"
"""The rule for what a service is made up of, which sits on nothing: "The Service comprises three teams"; on a group
who makes it up does.
"""
_MUTUAL = {"works_with", "peer_of"}
_RETURNING = {"send", "refer", "return", "pass", "give"}
_NEAR_BACK = 5
"""Words behind a verb among which its "back" stands."""
_MOST_MUTUAL = 6
"""So many may be parties to one agreement; with more, only the first is tied to each other."""
_TOLD_OF = re.compile(r"(?<! in| by| on| to)(?<! for),? which\b.*", re.DOTALL)
"""What a clause tells of a report, and is no part of what it is called: "an Annual Report which is presented to"."""
_LOOSE_END = re.compile(r"\s+(?:and|or|of)$")
"""What is left behind a report whose rest is told elsewhere: "this report and will be sent to", "findings of which"."""


@cache
def _by_word() -> Mapping[tuple[str, str], Sequence[Frame]]:
    table: dict[tuple[str, str], list[Frame]] = defaultdict(list)
    for frame in frames():
        for word in frame.words:
            table[(frame.kind, word)].append(frame)
    return table


def framed(predications: Sequence[Predication], arguments: Arguments) -> list[Framed]:
    """Return the facts that the frames read from the predicates of a sentence.

    Whom a chair stands right behind is what it chairs, whatever the parser ties "chaired by" to; to the second rung
    of a ladder matters come from the first alone, and so with the second of two laws.
    """
    found: list[Framed] = []
    for predication in predications:
        words = () if no_longer(predication.token) else arguments.lemmas(predication)
        fitting = [frame for word in words for frame in _by_word().get((predication.kind, word), ())]
        denied = bool(fitting) and (_denied(predication) or _forbidden(arguments.sentence))
        for frame in fitting:
            if _holds(frame, predication, arguments, denied=denied):
                found += _facts(frame, predication, arguments, denied=denied)
    sentence, names = arguments.sentence, arguments.names
    payments = shares(found, sentence.masked, names.subject(sentence.clause.section))
    beside = between(sentence)
    seats = {fact.subject: fact.object for fact in beside if fact.predicate == "chairs"}
    found = [
        f
        for f in found
        if f.predicate != "chairs" or (seats.get(f.subject, f.object) == f.object and not _beside_chair(f, names))
    ]
    escalated = {(f.predicate, f.object) for f in found if f.rule not in _UNLESS_TOLD}
    found = [f for f in found if f.rule not in _UNLESS_TOLD or (f.predicate, f.object) not in escalated]
    found = [f for f in found if f.rule != _UNITS or f.object is None or not is_group_head(names.heads[f.object])]
    units = {(f.subject, f.object) for f in found if f.rule == _UNITS}
    found = [f for f in found if f.predicate != "member_of" or (f.subject, f.object) not in units]
    parted = {(fact.predicate, fact.object) for fact in beside if fact.rule in _PARTING}
    found = [f for f in found if (f.predicate, f.object) not in parted]
    found = [_to_auditor(fact, names) for fact in found]
    told = [*found, *payments, *authors(sentence, names), *beside]
    return [fact for fact in told if not of_a_class(fact, names)]


def _to_auditor(fact: Framed, names: DocumentNames) -> Framed:
    """What an officer reports to an auditor makes no superior of the auditor."""
    audits = fact.object is not None and names.heads[fact.object] in _AUDITORS
    return replace(fact, predicate="reports_to") if audits and fact.predicate == "accountable_to" else fact


def _forbidden(sentence: Sentence) -> bool:
    """Whether a sentence is an item of what somebody must not do: "The Panel cannot:", "approve the plan"."""
    return sentence.duties is not None and sentence.duties.modality is Modality.MUST_NOT


def _beside_chair(fact: Framed, names: DocumentNames) -> bool:
    """Whether one is said to chair what one is a member or the vice-chair of by title: "a member as Chair"."""
    owner, roles = names.mentions[fact.subject].owner, lexicon("roles")
    head = names.heads[fact.subject].removesuffix("s")
    same = owner is not None and fact.object is not None and names.meant(owner) == names.meant(fact.object)
    return same and head not in roles["chairs"] and head in {*roles["deputies"], *roles["seats"]}


def _holds(frame: Frame, predication: Predication, arguments: Arguments, *, denied: bool) -> bool:
    if frame.voice is not None and predication.passive != (frame.voice == "passive"):
        return False
    if predication.past and not (
        frame.past
        or _perfect(predication.token)
        or _reported(frame, arguments)
        or _habitual(frame, predication, arguments)
    ):
        return False
    if (frame.flips and not denied) or (frame.negated is False and denied):
        return False
    if frame.predicate == "reports_to" and predication.lemma in _RETURNING and _back(predication.token):
        return False
    if frame.predicate == "chairs" and predication.kind == "copula" and filled(arguments):
        return False
    if frame.modifier and not any(c.lemma_.lower() in frame.modifier for c in predication.token.children):
        return False
    if any(arguments.tokens(predication, slot) for slot in frame.without):
        return False
    if frame.needs and not _says(arguments.said(), frame.needs):
        return False
    if frame.unless and _says(arguments.said(), frame.unless):
        return False
    if (frame.theme or frame.excepted) and not _is_about(frame, predication, arguments):
        return False
    return not frame.product_words or _product(frame, predication, arguments) is not None


def _back(verb: Token) -> bool:
    """Whether something goes back to those from whom it came: "may send a report back to the Working Group"."""
    return any(token.lower_ == "back" for token in verb.doc[verb.i + 1 : verb.i + _NEAR_BACK])


def _perfect(verb: Token) -> bool:
    """Whether something has been done, and so stands ("has been appointed by", "have developed")."""
    return any(child.dep_ == "aux" and child.lower_ in {"has", "have"} for child in verb.children)


def _reported(frame: Frame, arguments: Arguments) -> bool:
    """Whether what stands in the past is said of what is: minutes report speech, as does "it was noted that"."""
    if frame.predicate not in _STANDING and not (
        frame.predicate == "reports_to" and _DIRECTLY.search(arguments.said())
    ):
        return False
    part = arguments.names.outline.parts[arguments.sentence.clause.part]
    if part.kind is PartKind.MINUTES:
        return True
    return frame.predicate not in _EVENTFUL and _SPEECH.search(arguments.said()) is not None


def _habitual(frame: Frame, predication: Predication, arguments: Arguments) -> bool:
    """Whether a text of last year's work tells what was done time and again: "met monthly and reported to"."""
    if frame.predicate not in {"meets", "reports_to"}:
        return False
    verb = predication.token
    fellow = joined_to(verb) if verb.dep_ == "conj" else verb
    beside = "".join(t.text_with_ws for t in fellow.doc[fellow.i : verb.i])
    return find_frequency(_around(frame, predication, arguments)) is not None or find_frequency(beside) is not None


def _is_about(frame: Frame, predication: Predication, arguments: Arguments) -> bool:
    """Whether the object is one of the nouns that the frame asks for, and none that it leaves out."""
    slots = dict.fromkeys((*frame.theme_in, *frame.product_words))
    tokens = [t for slot in slots for t in predication.arguments.get(slot) or deeper(predication, slot)]
    excepted = bool(arguments.nouns(tokens[:1]) & set(frame.excepted))
    if "it" in frame.theme:
        tokens = [t for t in tokens if arguments.paper(t) is None or _told_before(t, frame.theme)]
    return not excepted and (not frame.theme or bool(arguments.nouns(tokens) & set(frame.theme)))


def _told_before(pronoun: Token, nouns: Sequence[str]) -> bool:
    """Whether the sentence has one of some nouns before "it", which then means no paper."""
    return any(token.lemma_.lower() in nouns for token in pronoun.doc[: pronoun.i])


def _says(text: str, words: Sequence[str]) -> bool:
    """Whether one of the words stands in a text, as a word of its own if it ends like one."""
    lower = text.lower()
    return any(word in lower and _word(word).search(text) for word in words)


@cache
def _word(word: str) -> re.Pattern[str]:
    end = r"(?!\w)" if word[-1].isalnum() else ""
    return re.compile(rf"(?<!\w){re.escape(word)}{end}", re.IGNORECASE)


def _denied(predication: Predication) -> bool:
    """Whether a clause denies itself: "not", "makes no contribution", "gives nothing", "no requirement to"."""
    governor = predication.token.head
    if governor.lower_ == "without":
        return not _barred(governor.head)
    noun = (
        governor.pos_ == "NOUN" and predication.token.tag_ == "VB" and any(c.lower_ == "no" for c in governor.children)
    )
    nothing = any(
        token.lower_ in {"nothing", "none"} or any(child.lower_ in {"no", "neither"} for child in token.children)
        for token in predication.arguments.get("object", ())
    )
    nobody = any(
        child.lower_ in {"no", "neither", "none"} and child.i <= token.i
        for token in predication.arguments.get("actor", ())
        for child in (token, *token.children)
    )
    verb = predication.token
    told = _nor_has(verb) or _made_so(verb) or _not_for_it(verb) or _not_one_so(verb)
    return predication.negated or noun or nothing or nobody or told


def _nor_has(token: Token) -> bool:
    """Whether "nor" begins the clause around a verb: "is no legal entity, nor does it have powers to direct"."""
    if token.dep_ == "conj" and any(c.lower_ == "nor" and c.i < token.i for c in token.head.children):
        return True
    around = token.head.head if token.head.pos_ == "NOUN" else token.head
    before = around.head.children if around.dep_ == "conj" else ()
    return any(child.lower_ == "nor" and child.i < around.i for child in (*before, *around.children))


def _barred(verb: Token) -> bool:
    """Whether something is not to be done, so that what it may not be done without is needed: "No change shall be"."""
    subjects = [c for c in verb.children if c.dep_ in SUBJECTS]
    return negated(verb) or any(c.lower_ == "no" for s in subjects for c in s.children)


def _not_for_it(verb: Token) -> bool:
    """Whether doing something is said not to be somebody's: "it is not for the Panel to scrutinise X"."""
    said = verb.head
    if verb.tag_ != "VB" or said.lemma_ != "be" or not any(c.dep_ == "neg" for c in said.children):
        return False
    return any(c.dep_ in {"mark", "prep"} and c.lower_ == "for" for c in (*verb.children, *said.children))


def _not_one_so(verb: Token) -> bool:
    """Whether something is denied to be one of that kind: "the Board is not a committee constituted under the Act"."""
    noun = verb.head
    return verb.dep_ == "acl" and noun.dep_ == "attr" and verb.tag_ == "VBN" and negated(noun.head)


def _made_so(said: Token) -> bool:
    """Whether it is denied that something makes it so: "nothing in this paper makes X answerable to Y"."""
    verb = said.head
    if said.dep_ not in {"ccomp", "acomp", "oprd", "xcomp"} or verb.lemma_ not in {"make", "render"}:
        return False
    nothing = any(c.lower_ == "nothing" for c in verb.children)
    return nothing or any(c.dep_ == "neg" for c in verb.children)


def _product(frame: Frame, predication: Predication, arguments: Arguments) -> Token | None:
    """The report, plan or other thing that is sent: a publication, or a word for one."""
    words = lexicon("publications")["products"]
    for slot in frame.product_words:
        for token in predication.arguments.get(slot, ()):
            placed = arguments.placed(token)
            named = placed is not None and placed.type.value == "publication"
            if named or token.lemma_.lower() in words or token.lower_ in words or arguments.paper(token) is not None:
                return token
            if any(said.lemma_.lower() in words or said.lower_ in words for said in _spoken_of(token)):
                return token
    return None


def _spoken_of(pronoun: Token) -> Iterator[Token]:
    """The objects of the verbs before that "it" or "them" takes up: "prepare accounts and share them with X"."""
    verb = pronoun.head
    while pronoun.lower_ in {"it", "them", "these"} and verb.dep_ == "conj":
        verb = joined_to(verb)
        yield from (child for child in verb.children if child.dep_ in {"dobj", "nsubjpass"})


def _facts(frame: Frame, predication: Predication, arguments: Arguments, *, denied: bool) -> list[Framed]:
    subjects = arguments.fill(predication, frame.subject, frame.subject_types)
    if not subjects:
        return []
    qualifiers = dict(frame.qualifiers)
    if frame.frequency or frame.predicate in _RHYTHMIC:
        frequency = find_frequency(_around(frame, predication, arguments))
        if frame.predicate == "meets" and frequency in _NO_RHYTHM:
            frequency = None
        if frame.frequency and frequency is None:
            return []
        if frequency is not None and frame.predicate in _RHYTHMIC:
            qualifiers["frequency"] = frequency
    product = _product_words(frame, predication, arguments)
    if product:
        qualifiers["product"] = product
    objects: list[Argument | None]
    if frame.predicate == "meets":
        objects = [None]
    else:
        objects = list(arguments.fill(predication, frame.object, frame.object_types))
        subjects = _apart(subjects, objects, arguments)
    negated = denied and not frame.flips
    return [
        Framed(
            s.mention, frame.predicate, o.mention if o else None, tuple(sorted(qualifiers.items())), negated,
            round(frame.confidence * s.certainty * (o.certainty if o else 1.0), 3), frame.name,
        )
        for s, o in _pairs(frame, subjects, objects, respectively=_says(arguments.said(), ["respectively"]))
        if o is None or not (_same(s, o, arguments) or _of_another(s, o, subjects, arguments))
    ]  # fmt: skip


def _same(s: Argument, o: Argument, arguments: Arguments) -> bool:
    return arguments.names.meant(s.mention) == arguments.names.meant(o.mention)


def _of_another(s: Argument, o: Argument, subjects: Sequence[Argument], arguments: Arguments) -> bool:
    """Whether a report is that of another of several who each have their own: "the A report and the B report"."""
    names = arguments.names
    owner = names.mentions[o.mention].owner if o.type is EntityType.PUBLICATION else None
    whose = names.meant(owner) if owner is not None else None
    return whose in {names.meant(one.mention) for one in subjects} and whose != names.meant(s.mention)


def _pairs(
    frame: Frame, subjects: Sequence[Argument], objects: Sequence[Argument | None], *, respectively: bool
) -> Iterator[tuple[Argument, Argument | None]]:
    """Each subject with each object; of several that a relation is "between", each with each.

    `respectively` says that the first subject goes with the first object alone, and so on.
    """
    if respectively and len(subjects) == len(objects):
        return iter(zip(subjects, objects, strict=True))
    mutual = [*subjects, *(o for o in objects if o is not None)]
    if frame.predicate in _MUTUAL and frame.subject[0].endswith(".first") and len(mutual) <= _MOST_MUTUAL:
        return combinations(mutual, 2)
    return product(subjects, objects)


def _apart(subjects: Sequence[Argument], objects: Sequence[Argument | None], arguments: Arguments) -> list[Argument]:
    """The subjects that are none of several objects: what "is reported to both A and B", A does not report to B."""
    if len(objects) < _SEVERAL:
        return list(subjects)
    done_to = {arguments.names.meant(o.mention) for o in objects if o is not None}
    return [s for s in subjects if arguments.names.meant(s.mention) not in done_to]


def _product_words(frame: Frame, predication: Predication, arguments: Arguments) -> str | None:
    for slot in frame.product:
        for token in predication.arguments.get(slot, ()):
            words = arguments.words(token)
            if words and len(words) <= 120 and token.pos_ not in {"PRON", "DET", "ADP", "PART"}:
                named = re.sub(r"^(?:the|an?|its|their|any) ", "", words, flags=re.IGNORECASE)
                return _LOOSE_END.sub("", _TOLD_OF.sub("", named))
    return None


def _around(frame: Frame, predication: Predication, arguments: Arguments) -> str:
    """The words of the clause that the predicate heads, without the clauses coordinated with it.

    Nor with the title of a paper that is not the one spoken of: who receives a report "as an introduction
    to the Annual Report" does not receive it yearly.
    """
    head = predication.token
    if head.pos_ not in {"VERB", "AUX"}:
        head = head.head
    inner = {
        t.i
        for c in head.children
        if c.dep_ in {"conj", "relcl", "advcl"} and c.pos_ in {"VERB", "AUX"} and not _at_need(c)
        for t in c.subtree
    }
    slots = (*frame.subject, *frame.object, *frame.product, *frame.product_words)
    filled = [arguments.placed(t) for slot in slots for t in predication.arguments.get(slot, ())]
    own = {placed.mention for placed in filled if placed is not None}
    words = (t for t in head.subtree if t.i not in inner and not _other_paper(arguments.placed(t), own))
    return "".join(t.text_with_ws for t in words)


def _at_need(clause: Token) -> bool:
    """Whether a clause tells how often and no more: "meets as and when required"."""
    return (
        clause.dep_ == "advcl"
        and clause.lower_ in {"required", "needed"}
        and not any(child.dep_ in {"nsubj", "nsubjpass", "xcomp", "agent"} for child in clause.children)
    )


def _other_paper(placed: Placed | None, own: Set[int]) -> bool:
    return placed is not None and placed.type is EntityType.PUBLICATION and placed.mention not in own
