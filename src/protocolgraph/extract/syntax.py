"""Predicate-argument form: active, passive and nominal wordings of one relation look alike.

"The Board will present its report to Cabinet", "its report will be presented to Cabinet by the Board"
and "the presentation of its report to Cabinet" all become: predicate "present", actor the Board,
object the report, "to" Cabinet, modality will.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from protocolgraph.extract.fellows import MODALS, joined_to
from protocolgraph.extract.handed_on import asked_to, given_to, handed_on, held_for, their_own
from protocolgraph.extract.repeated import again_behind, also_governing
from protocolgraph.extract.whiches import led_behind, meant_by_which
from protocolgraph.vocab.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

Arguments = Mapping[str, tuple["Token", ...]]

_SUBJECTS = {"nsubj", "nsubjpass", "csubj"}
_NOUNY = {"NOUN", "PROPN", "PRON", "DET", "NUM", "ADJ"}
_EACH = {"each", "all", "both"}
_LINKING = {
    "partnership", "conjunction", "collaboration", "cooperation", "co", "operation", "liaison", "consultation",
    "accordance", "line", "tandem", "response", "behalf", "virtue", "direction",
}  # fmt: skip
"""Nouns that only link: "in partnership with X" is "with X"."""


@dataclass(frozen=True, slots=True)
class Predication:
    """One predicate of a sentence with its arguments, as parser tokens (heads of phrases, coordination spread out)."""

    lemma: str
    kind: str
    """verb, noun or adjective."""
    token: Token
    passive: bool
    arguments: Arguments
    """actor, object, matrix (the subject of the clause around), theme (what the clause around is about), owner, and
    prepositions by their word."""
    modal: str | None
    """The modal or its stand-in, as the lexicon's `modality` list has it; None for a plain statement."""
    negated: bool
    past: bool
    finite: bool
    """Whether it says something by itself: a main or relative clause, no bare "-ing"."""


# ── verbs ─────────────────────────────────────────────────────────────────────────────────────────


def verbal(verb: Token) -> Predication:
    """Return a verb with its arguments, active and passive alike."""
    passive = is_passive(verb)
    modal, negated = modality(verb)
    arguments: dict[str, tuple[Token, ...]] = {}
    subjects = subject_of(verb)
    arguments["object" if passive else "actor"] = (*subjects, *_as_do(verb))
    if passive:
        arguments["actor"] = governed_by(verb, {"by"}) or spread(handed_on(verb))
    else:
        objects = [child for child in verb.children if child.dep_ in _objects(verb)]
        arguments["object"] = spread(_described_by(child, verb) for child in objects)
    datives = spread(c for c in verb.children if c.dep_ == "dative" and c.pos_ in _NOUNY) + given_to(verb)
    arguments["matrix"] = matrix(verb)
    add_prepositions(arguments, verb)
    for noun in arguments["object"]:
        add_prepositions(arguments, noun)
        if "to" not in arguments and (told := _told_behind(verb, noun)):
            arguments["to"] = told
    for when in (child for child in verb.children if child.dep_ == "npadvmod"):
        for preposition in sorted(_BEHIND_TIMES - arguments.keys()):
            if behind := governed_by(when, {preposition}):
                arguments[preposition] = behind
    if said := spread(child for child in verb.children if child.dep_ == "oprd" and child.pos_ in {"NOUN", "PROPN"}):
        arguments["as"] = (*said, *arguments.get("as", ()))
    if datives:
        arguments["to"] = (*datives, *arguments.get("to", ()))
    return Predication(verb.lemma_.lower(), "verb", verb, passive, arguments, modal, negated, past(verb), _finite(verb))


_BEHIND_TIMES = {"as", "to"}
"""Prepositions of a verb that the parser hangs on the time before: "meet every six weeks as the Panel"."""


def _as_do(verb: Token) -> tuple[Token, ...]:
    """Who does the same: "the Panel reports to Cabinet, as do the Forum and the Board"."""
    same = [c for c in verb.children if c.dep_ == "advcl" and c.lemma_ in {"do", "be"} and c.i > verb.i]
    said = [c for c in same if any(mark.lower_ == "as" and mark.i < c.i for mark in c.children) and len(c.text) < 5]
    return spread(s for c in said for s in c.children if s.dep_ in _SUBJECTS and s.i > c.i)


def _described_by(said: Token, verb: Token) -> Token:
    """What "which" stands for as the object of its clause: "the Panel, which the Director chairs", the Panel."""
    relative = said.tag_ in {"WDT", "WP"} and said.i < verb.i
    described: Token = verb.head
    return described if relative and verb.dep_ == "relcl" and described.pos_ in _NOUNY else said


def _told_behind(verb: Token, noun: Token) -> tuple[Token, ...]:
    """Who is told where a clause on what it is about stands between: "escalate any risk that it cannot bear to X"."""
    verbs = lexicon("verbs")
    if verb.lemma_ not in verbs["telling"]:
        return ()
    told = [c for c in noun.children if c.dep_ == "relcl"]
    fitting = [c for c in told if c.lemma_ in verbs["fitting"] or any(g.dep_ == "neg" for g in c.children)]
    return spread(o for c in fitting for o in governed_by(c, {"to"}))


def _objects(verb: Token) -> set[str]:
    """How a verb's object hangs on it; what there is and what something becomes count as objects too."""
    return {"dobj", "obj", "attr"} if _there(verb) or verb.lemma_ == "become" else {"dobj", "obj"}


def is_passive(verb: Token) -> bool:
    """Whether a verb stands in the passive: with an auxiliary, or bare after a noun ("reports presented to ...")."""
    if any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children):
        return True
    if verb.dep_ == "conj" and not any(c.dep_ in {"aux", "nsubj"} for c in verb.children):
        if verb.tag_ == "VBN":
            return is_passive(verb.head) if verb.head.pos_ in {"VERB", "AUX"} else True
        if verb.tag_ == "VBD" and verb.head.tag_ == "VBN" and not any(c.dep_ == "dobj" for c in verb.children):
            return is_passive(verb.head)
    if verb.tag_ == "VBN" and any(child.dep_ == "agent" for child in verb.children):
        return True
    bare = verb.dep_ in {"acl", "relcl", "advcl"} and verb.tag_ in {"VBN", "VBD"}
    return bare and not any(child.dep_ in {"aux", "nsubj", "dobj"} for child in verb.children)


def subject_of(verb: Token, depth: int = 0) -> tuple[Token, ...]:
    """Return the heads of a verb's subject, found over coordination, relative clauses and control."""
    own = [child for child in verb.children if child.dep_ in _SUBJECTS]
    if own:
        relative = own[0].tag_ in {"WDT", "WP"} or (own[0].lower_ == "that" and verb.dep_ == "relcl")
        each = own[0].lower_ in _EACH and verb.dep_ in {"relcl", "acl"} and verb.head.pos_ in _NOUNY
        if (relative and verb.dep_ == "relcl") or each:
            return (meant_by_which(verb, own[0]) if own[0].lower_ == "which" else verb.head,)
        return spread(own)
    if verb.dep_ == "relcl" and _there(verb):
        return ()
    opening = led_behind(verb) or next((noun for noun in _before(verb) if opened_by(noun) == verb), None)
    if opening is not None:
        return (opening,)
    if depth > 6 or verb.dep_ == "ROOT":
        return ()
    return _inherited(verb, depth)


def _before(verb: Token) -> list[Token]:
    """The coordinated nouns just before a verb's first word."""
    first = min([verb, *(c for c in verb.children if c.dep_ in {"aux", "auxpass"})], key=lambda t: t.i)
    return [t for t in verb.doc[max(0, first.i - 8) : first.i] if t.dep_ == "conj" and t.pos_ in _NOUNY]


_INHERITING = {
    "conj", "xcomp", "advcl", "ccomp", "pcomp", "pobj", "prep", "acomp", "dep", "acl", "relcl", "attr", "oprd",
}  # fmt: skip
"""How a verb hangs on what has its subject; parsers take "monitoring" for a noun in "for monitoring and checking"."""


def _inherited(verb: Token, depth: int) -> tuple[Token, ...]:
    head = joined_to(verb) if verb.dep_ == "conj" else verb.head
    if verb.dep_ == "conj" and _purpose(verb) and head.tag_ in {"VBP", "VBZ"}:
        return subject_of(next((a for a in head.ancestors if _purpose(a)), head), depth + 1)
    if verb.dep_ == "conj" and _purpose(verb) and head.tag_ == "VBN" and head.head.tag_ == "VB":
        return subject_of(head.head, depth + 1)
    if told := their_own(verb, purpose=_purpose(verb)):
        return spread(told)
    if verb.dep_ == "advcl" and verb.tag_ == "VBG" and head.dep_ == "ccomp" and is_passive(head):
        head = head.head
    if verb.dep_ == "advcl" and head.pos_ in {"NOUN", "PROPN"} and not _purpose(verb):
        return (head,)
    if verb.dep_ in {"acl", "relcl"} and verb.tag_ == "VB" and (_there(head.head) or held_for(head)):
        return (head,)
    if verb.dep_ == "advcl" and _there(head):
        return spread(child for child in head.children if child.dep_ == "attr")
    if verb.dep_ in {"acl", "relcl"} and head.pos_ in _NOUNY and not (verb.tag_ == "VB" and _object_of_have(head)):
        return _held_by(head) if verb.tag_ == "VB" else (head,)
    if verb.dep_ in {"xcomp", "ccomp", "advcl"} and not is_passive(head) and (asked := asked_to(verb, head)):
        return spread(asked)
    if verb.dep_ in _INHERITING:
        while head.pos_ not in {"VERB", "AUX"} and head.dep_ != "ROOT":
            if held := _held_by(head):
                return held
            head = head.head
        if charged := _charged_with(head):
            return charged
        return subject_of(head, depth + 1) if head.pos_ in {"VERB", "AUX"} else ()
    return ()


def _purpose(verb: Token) -> bool:
    """Whether a clause tells what something is for, and its subject is whoever does that: "plans of X, to help it"."""
    return verb.tag_ == "VB" and any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def _there(be: Token) -> bool:
    """Whether a verb only says that there is something."""
    return any(child.dep_ == "expl" and child.lower_ == "there" for child in be.children)


def _charged_with(be: Token) -> tuple[Token, ...]:
    """Whose task it is: in "it is the responsibility of X to report" X reports."""
    if be.lemma_ != "be" or not any(c.lower_ == "it" and c.dep_ in _SUBJECTS for c in be.children):
        return ()
    duties = lexicon("verbs")["support"]["duties"]
    tasks = [c for c in be.children if c.dep_ == "attr" and c.lemma_.lower() in duties]
    return governed_by(tasks[0], {"of", "for"}) or possessor(tasks[0]) if tasks else ()


def _held_by(noun: Token) -> tuple[Token, ...]:
    """Whose a power or task is that is the subject of its clause: "the power to appoint R rests with X"."""
    if noun.dep_ != "nsubj" or noun.lemma_.lower() not in lexicon("verbs")["support"]["duties"]:
        return ()
    return rests_with(noun.head) if noun.head.pos_ in {"VERB", "AUX"} else ()


def rests_with(verb: Token) -> tuple[Token, ...]:
    """Return with whom something rests: "lies with Y", "is a matter for Y", "is the responsibility of Y"."""
    support = lexicon("verbs")["support"]
    if verb.lemma_.lower() in support["resting"]:
        return governed_by(verb, {"with", "to"})
    if verb.lemma_ != "be":
        return ()
    said = [c for c in verb.children if c.dep_ == "attr" and c.lemma_.lower() in support["duties"]]
    return (governed_by(said[0], {"for", "of"}) or possessor(said[0])) if said else governed_by(verb, {"with", "by"})


def _object_of_have(noun: Token) -> bool:
    """Whether a noun is what somebody has: in "has a duty to report" the one who has it reports."""
    return noun.dep_ in {"dobj", "attr", "pobj", "conj"}


def matrix(verb: Token) -> tuple[Token, ...]:
    """Return the subject of the clause that this one hangs on: in "X produces a report, which is sent to Y", X.

    Two verbs with one subject hang on the same: "X produces a report, which is printed and sent to Y".
    """
    while (
        verb.dep_ == "conj"
        and verb.head.pos_ in {"VERB", "AUX"}
        and not any(c.dep_ in _SUBJECTS for c in verb.children)
    ):
        verb = joined_to(verb)
    head = verb.head
    while head.dep_ != "ROOT" and head.pos_ not in {"VERB", "AUX"}:
        head = head.head
    if head.i == verb.i or head.pos_ not in {"VERB", "AUX"}:
        return ()
    return subject_of(head)


def only_counts(word: Token) -> bool:
    """Return whether "not" or "no" only counts: "meets not less than twice a year", "elects no more than ten"."""
    follows = word.doc[word.i + 1 : word.i + 2]
    return any(token.lower_ in {"less", "fewer", "more", "later"} for token in follows)


def modality(verb: Token, depth: int = 0) -> tuple[str | None, bool]:
    """Return the modal wording that governs a verb, and whether it is denied."""
    negated = any(
        (child.dep_ == "neg" and not only_counts(child)) or child.lower_ in {"neither", "nor", "never"}
        for child in verb.children
    )
    modals = [child.lower_ for child in verb.children if child.dep_ == "aux" and child.lower_ in MODALS]
    modals += [c.lower_ for c in verb.children if c.dep_ == "aux" and c.lower_ in {"'ll", "wo", "ca"}]
    if modals:
        return {"'ll": "will", "wo": "will", "ca": "can"}.get(modals[0], modals[0]), negated
    if depth < 4 and not any(child.dep_ in _SUBJECTS for child in verb.children):
        outer, denied = _governed(verb, depth)
        if outer is not None:
            return outer, negated or denied
        negated = negated or (denied and verb.dep_ == "xcomp")
    is_to = verb.lemma_ == "be" and any(c.dep_ == "xcomp" and _purpose(c) for c in verb.children)
    return ("to be to" if is_to else None), negated


def _governed(verb: Token, depth: int) -> tuple[str | None, bool]:
    """Modality that comes from outside: "is required to", "is responsible for", "has a duty to", a shared modal."""
    head, words = verb.head, lexicon("modality")["governors"]
    if verb.dep_ == "conj":
        head = joined_to(verb)
    if verb.dep_ == "conj" and head.pos_ in {"VERB", "AUX"}:
        return modality(head, depth + 1)
    if verb.dep_ in {"pcomp", "acl", "xcomp", "prep"}:
        anchor = head.head if head.dep_ == "prep" or head.pos_ == "ADP" else head
        if anchor.lemma_.lower() in words:
            frame, denied = (anchor, False) if anchor.pos_ == "VERB" else (anchor.head, False)
            outer, denied = modality(frame, depth + 1) if frame.pos_ in {"VERB", "AUX"} else (None, False)
            denied = denied or any(child.lower_ == "no" for child in anchor.children)
            return outer if outer in {"should", "may"} else str(words[anchor.lemma_.lower()]), denied
        if anchor.pos_ in {"VERB", "AUX"} and verb.dep_ == "xcomp":
            return modality(anchor, depth + 1)
    return None, False


def past(verb: Token) -> bool:
    """Whether a verb tells what has happened; of two participles behind one "is" both tell the same."""
    if verb.dep_ == "conj" and verb.head.tag_ == "VBN" and is_passive(verb) and not _own_auxiliary(verb):
        return past(verb.head)
    if str(verb.tag_) == "VBD":
        return True
    return any(
        c.dep_ in {"aux", "auxpass"} and c.lower_ in {"was", "were", "had", "has", "have"} for c in verb.children
    )


def _own_auxiliary(verb: Token) -> bool:
    return any(child.dep_ in {"aux", "auxpass"} or child.dep_ in _SUBJECTS for child in verb.children)


def _finite(verb: Token) -> bool:
    if verb.dep_ in {"ROOT", "conj", "relcl", "ccomp"}:
        return verb.tag_ not in {"VBG"} or any(c.dep_ == "aux" for c in verb.children)
    return str(verb.dep_) == "xcomp"


# ── what a verb says of its subject ───────────────────────────────────────────────────────────────


def predicative(verb: Token) -> list[Predication]:
    """Return what a verb says of its subject: "X is a member of Y", "X is accountable to Y", "X acts as adviser"."""
    found = []
    if verb.lemma_ in {"be", "become", "remain"}:
        for child in verb.children:
            if child.dep_ in {"attr", "acomp"}:
                found += [_said_of(verb, noun) for noun in spread([child])]
            if child.dep_ == "attr":
                found += _copula(verb, child)
    acts = verb.lemma_ in {"act", "serve", "sit", "operate", "function"}
    found += [_said_of(verb, noun) for noun in governed_by(verb, {"as"}) if acts or noun.i < verb.i]
    if acts:
        found += [_said_of(verb, noun) for noun in governed_by(verb, {"in"}) if noun.lemma_ in {"capacity", "role"}]
    return found


def _copula(verb: Token, said: Token) -> list[Predication]:
    """ "Its members are A, B and C": the predicate is the subject's noun, the object what is said."""
    subjects = subject_of(verb)
    modal, negated = modality(verb)
    found = []
    for subject in subjects[:1]:
        arguments: dict[str, tuple[Token, ...]] = {"actor": (subject,), "object": spread([said])}
        arguments["owner"] = possessor(subject)
        add_prepositions(arguments, subject)
        predication = Predication(
            subject.lemma_.lower(), "copula", subject, passive=False, arguments=arguments,
            modal=modal, negated=negated, past=past(verb), finite=True,
        )  # fmt: skip
        found.append(predication)
    return found


def _said_of(verb: Token, said: Token) -> Predication:
    modal, negated = modality(verb)
    negated = negated or any(child.lower_ in {"no", "not"} for child in said.children)
    arguments: dict[str, tuple[Token, ...]] = {"actor": subject_of(verb)}
    add_prepositions(arguments, verb)
    add_prepositions(arguments, said)
    arguments["owner"] = possessor(said)
    kind = "adjective" if said.pos_ in {"ADJ", "VERB", "ADV"} else "noun"
    return Predication(
        said.lemma_.lower(), kind, said, passive=False, arguments=arguments,
        modal=modal, negated=negated, past=past(verb), finite=True,
    )  # fmt: skip


# ── small steps ───────────────────────────────────────────────────────────────────────────────────


def spread(tokens: Any) -> tuple[Token, ...]:
    """Return these heads with all that is coordinated with each."""
    found: list[Token] = []
    waiting = list(tokens)[::-1]
    while waiting:  # a list may have thousands of names, each hanging on the one before
        token = waiting.pop()
        found.append(token)
        joined = [c for c in token.children if (c.dep_ == "conj" and c.pos_ in _NOUNY) or _lists_on(c, token)]
        waiting += [child for child in joined if token.dep_ in _SUBJECTS or opened_by(child) is None][::-1]
    return tuple(found)


def _lists_on(noun: Token, before: Token) -> bool:
    """Whether an apposition is the next of a list: "to the Director, the Director, the Council and the Council"."""
    waiting = [(noun, before)]
    while waiting:
        noun, before = waiting.pop()
        if noun.dep_ == "appos" and noun.pos_ == "PROPN" and before.tag_ == "NNP":
            if any(child.dep_ == "conj" for child in noun.children) or _without_and(before):
                return True
            waiting += [(child, noun) for child in noun.children]
    return False


def _without_and(noun: Token) -> bool:
    """Whether a list so far has had no "and", so that it may go on: "from the Council, the Council, the Council"."""
    return noun.dep_ == "conj" and not any(child.dep_ == "cc" for child in noun.head.children)


def opened_by(noun: Token) -> Token | None:
    """Return the verb whose subject a coordinated noun is: in "sent to A and B is told", B begins a clause."""
    after = noun.right_edge.i + 1
    if noun.dep_ != "conj" or after >= len(noun.doc):
        return None
    word = noun.doc[after]
    verb = word.head if word.dep_ in {"aux", "auxpass"} else word
    finite = word.tag_ in {"VBZ", "VBP", "MD"} and word.pos_ == "AUX"
    bare = not any(child.dep_ in _SUBJECTS for child in verb.children)
    return verb if finite and bare and noun.i < verb.i and verb.dep_ in {"conj", "ccomp", "ROOT"} else None


def governed_by(token: Token, prepositions: set[str]) -> tuple[Token, ...]:
    """Return the heads that some prepositions of a word govern, coordinated ones too."""
    agents = [c for c in also_governing(token) if c.lower_ in prepositions]
    return spread(grand for child in agents for grand in child.children if grand.dep_ == "pobj")


def add_prepositions(arguments: dict[str, tuple[Token, ...]], head: Token) -> None:
    """Add what the prepositions of a word govern to its arguments."""
    for word, objects in prepositions(head):
        arguments[word] = (*arguments.get(word, ()), *(o for o in objects if o not in arguments.get(word, ())))
        for linking in objects:
            if linking.lemma_.lower() in _LINKING:
                add_prepositions(arguments, linking)


def prepositions(head: Token) -> Iterator[tuple[str, tuple[Token, ...]]]:
    """Yield each preposition that hangs on a word with the heads of what it governs, coordinated ones too."""
    for child in head.children:
        if child.dep_ == "conj" and (child.pos_ == "ADP" or child.lemma_ in lexicon("verbs")["times"]):
            yield from _further(child)
        if child.dep_ == "advmod":
            for deeper in child.children:
                if deeper.dep_ == "prep":
                    yield deeper.lower_, spread(grand for grand in deeper.children if grand.dep_ == "pobj")
        to_which = child.dep_ == "dep" and any(grand.tag_ in {"WDT", "WP"} for grand in child.children)
        if (child.dep_ not in {"prep", "agent", "dative", "prt"} and not to_which) or child.pos_ not in {
            "ADP",
            "SCONJ",
            "VERB",
            "PART",
            "ADV",
        }:
            continue
        objects = spread(grand for grand in child.children if grand.dep_ in {"pobj", "pcomp"})
        objects = tuple(_relative_head(o, head) if o.tag_ in {"WP", "WDT"} else o for o in objects)
        objects += _strays(head, objects)
        if objects:
            yield child.lower_, objects
            yield from again_behind(child, objects)
        for deeper in child.children:
            if deeper.dep_ == "prep":
                inner = spread(grand for grand in deeper.children if grand.dep_ == "pobj")
                yield f"{child.lower_} {deeper.lower_}", inner
            if deeper.dep_ == "conj" and deeper.pos_ == "ADP":
                yield deeper.lower_, spread(grand for grand in deeper.children if grand.dep_ == "pobj")


def _further(joined: Token) -> Iterator[tuple[str, tuple[Token, ...]]]:
    """What a preposition coordinated with another governs, alone or behind a time: "to A, and every year to B"."""
    for word in [joined] if joined.pos_ == "ADP" else [c for c in joined.children if c.dep_ == "prep"]:
        objects = spread(grand for grand in word.children if grand.dep_ == "pobj")
        if objects:
            yield word.lower_, objects


def _strays(head: Token, objects: tuple[Token, ...]) -> tuple[Token, ...]:
    """The bodies of "the reports of A, B and C" that the parser coordinates with the reports instead of with A."""
    if not objects or objects[-1].text == head.text:
        return ()
    last = objects[-1]
    return tuple(t for t in spread([head])[1:] if t.i > last.i and t.text == last.text and t not in objects)


def _relative_head(pronoun: Token, head: Token) -> Token:
    """What "to whom" or "to which" stands for: the noun right before, else the one that the clause describes."""
    before = [t for t in pronoun.doc[max(0, pronoun.i - 4) : pronoun.i] if t.pos_ in {"NOUN", "PROPN"} and t != head]
    if before:
        return before[-1]
    while head.dep_ not in {"relcl", "ROOT"}:
        head = head.head
    return head.head if head.dep_ == "relcl" else pronoun


def possessor(noun: Token) -> tuple[Token, ...]:
    """Return whose a noun is: "the Board's", "its"."""
    return spread(child for child in noun.children if child.dep_ == "poss")


def phrase(token: Token) -> tuple[int, int]:
    """Return the masked offsets of the phrase whose head this is."""
    edges = list(token.subtree)
    return edges[0].idx, edges[-1].idx + len(edges[-1].text)
