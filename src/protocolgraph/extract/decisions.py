"""Decisions of a meeting that give a task to somebody: "RESOLVED that the Director be asked to report"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from protocolgraph.extract.items import Item, ItemForm, item_form, verb_forms
from protocolgraph.extract.masked import Placed
from protocolgraph.extract.tokens import tokenize
from protocolgraph.model import Clause, EntityType, Passage
from protocolgraph.vocab.frequency import find_frequency
from protocolgraph.vocab.lexicon import lexicon

_DECIDED = re.compile(
    r"^\W*(?:it was )?(?:unanimously )?(?:resolved|agreed|decisions?|decided|actions?)"
    r"(?: \(.*\)| unanimously)?(?:[\s:–-]*that)?\W*$"
    r"|\b(?:resolved|agreed)(?:[\s:–-]*that)?\W*$",
    re.IGNORECASE,
)
_CALLED = r"(?:(?:Recommendation|Rec\.?|R) ?\d[\d.]*\w?\W+)?"
"""What a recommendation is called where it begins: "Recommendation 2: That the Cabinet reply"."""
_RECOMMENDATION = re.compile(r"(?:Recommendation|Rec\.?|R) ?\d")
_THAT = re.compile(rf"{_CALLED}That\s")
_NUMBER = r"(?:\(?\d+[a-z]?[.)]|\([a-z]{1,3}\)|\d+[a-z])"
"""What numbers one of several decisions: "(2)", "4a", "(b)"."""
_NUMBERED = re.compile(rf"{_NUMBER}\s*that\s")
"""How one of several decisions begins in minutes, though its "Resolved" stands some lines above."""
_OPENING = re.compile(
    rf"^\W*{_CALLED}(?:(?:it was )?(?:unanimously )?(?:resolved|agreed)\W+)?(?:{_NUMBER}\s*)?that\s+", re.IGNORECASE
)
_INLINE = re.compile(rf"^\W*(?:it was )?(?:unanimously )?resolved\W+(?:{_NUMBER}\s*)?that\s+", re.IGNORECASE)
_ASKED = re.compile(
    r"\b(?:be|is|are)\s+(?:asked|requested|instructed|invited|authori[sz]ed|directed|commissioned|tasked|set up"
    r"|established|convened|formed|given (?:delegated )?authority)\s+to\s+",
    re.IGNORECASE,
)


_DELEGATED = re.compile(
    r"(?:full )?delegated (?:authority|powers?) (?:be|is|was) (?:given|granted|delegated) to (?:the )?"
    r"|(?:authority|power) (?:be|is) (?:delegated|given|granted) to (?:the )?",
    re.IGNORECASE,
)
"""Before the one to whom a meeting leaves something: "that authority be delegated to the Clerk to"."""
_CONSULTING = re.compile(
    r"(?:,? (?:in consultation|(?:following|after) consultation|together|after consulting) [^.;]{3,90}?,?)? to "
)

_WITH_WHOM = re.compile(
    r", (?:(?:in (?:consultation|conjunction|liaison|discussion|partnership)|(?:following|after) consultation|together"
    r"|along) with|after consulting|on behalf of|in (?:accordance|line) with|in exercise of|pursuant to|under)"
    r" [^.;]{3,110}?,(?= [a-z])"
)
"""Behind the name of whoever has a task, with whom it is done, or by what power."""

_NEXT = re.compile(
    r"(?:;\s+(?:and\s+)?|,?\s+and\s+)(?=that\s)"
    rf"|;\s+(?!(?:and|or)\W*$)(?:and\s+)?(?=[A-Za-z]|{_NUMBER}\s*that\s)"
)
"""Between the tasks of one decision: "that the report be noted; and that the Clerk reply to it"."""
_NEXT_NAME = re.compile(r"(?:;|,)?\s+and\s+(?:that\s+)?(?:the\s+)?$")
_TO_DO = re.compile(
    r"(?:\s*\([^()]{1,30}\))?\s+(?:to\s+[a-z]+\s|be\s+(?:asked|requested|instructed|invited|authori[sz]ed)\s+to\s)"
)
"""Behind the name of somebody to whom a decision gives a task beside another: "and the Clerk to display it"."""
_TASKED = (EntityType.BODY, EntityType.ROLE, EntityType.PERSON)
_DETERMINED = re.compile(r"(?:(?:each|both|all) of the|the|both|each|all|a|an|councillors|cllrs)?\s*", re.IGNORECASE)
_ALSO = re.compile(r"\s*/\s*|(?:,|,? and| &)\s+(?:the\s+)?")
_DONE = re.compile(r"\bbe\s+\w+(?:ed|en)\b")
"""What a decision does with something before it gives a task: "that the report be noted"."""
_NEAR = 40
"""Characters behind a name in which its verb begins."""
_OPENS = re.compile(
    rf"\W*(?:(?:it was )?(?:resolved|agreed)\W+)?(?:{_NUMBER}\W+)?(?:actions?\b(?: points?\b)?(?: \d+)?\W+)?",
    re.IGNORECASE,
)
_TOPIC = re.compile(r"\W*(?:[A-Z0-9][\w'’(),&/-]*(?: [\w'’(),&/-]+){0,7} ?[–-] |[A-Z][\w'’ ]{2,40}: )")
"""What a task is about, before whom it is given to: "Benches - the Clerk to write"."""
_GIVEN = re.compile(
    r"(?:\s*\([^()]{1,30}\))?\s+(?:(?:was|were|has been|have been|is|are)\s+"
    r"(?:asked|requested|instructed|directed|tasked|authori[sz]ed)\s+"
    r"|(?:(?:has|have|had|kindly)\s+)?(?:agreed|undertook|undertaken|promised)\s+"
    r"|still (?:has|have|had|needs?|needed)\s+|(?:is|are|was|were)\s+(?:arranging|going|due)\s+)?to\s+"
)
"""Behind the name of somebody to whom minutes say that a task was given, or who took it."""


@dataclass(frozen=True, slots=True)
class Decision:
    """An item of a decision: where it begins behind "that", and the task that it gives, if it gives one plainly."""

    lead: Passage | None
    """The "Resolved:" above it, if it stands below one."""
    start: int
    bearers: tuple[Placed, ...]
    """Who is named first, with those that "and" joins to that one."""
    item: Item | None


def tasks(text: str, placed: list[Placed]) -> list[tuple[int, int]]:
    """Return where each task of a decision stands, the first with all that comes before the next."""
    starts = {match.end() for match in _NEXT.finditer(text)}
    together = {name for start in _openings(text) for name in _first(text, start, placed)[1:]}
    for name in placed:
        if name in together:
            continue
        before = _NEXT_NAME.search(text, 0, name.start) if name.type in _TASKED else None
        if before is not None and (_TO_DO.match(text, name.end) or _is_told(text, before.start(), name)):
            starts.add(name.start)
    edges = [0, *sorted(starts), len(text)]
    return list(pairwise(edges))


def _is_told(text: str, before: int, name: Placed) -> bool:
    """Whether a name behind what is done with something begins a task: "the report be noted and the Clerk write"."""
    word = tokenize(text[name.end : name.end + _NEAR])[:1]
    bare = bool(word) and verb_forms().get(word[0].folded) == word[0].folded and word[0].folded != "be"
    return bare and not name.plural and _DONE.search(text, 0, before) is not None


def decision(clause: Clause, placed: list[Placed], *, further: bool = False, told: bool = False) -> Decision | None:
    """Return what a clause decides; None if it is no part of a decision.

    `further` says that it is what a decision goes on with: "and that the Clerk reply to it"; `told` that it stands
    in minutes, where "(2) that the Clerk reply" can be nothing else.
    """
    text = clause.body.text
    lead = next((lead for lead in clause.leads if _DECIDED.search(lead.text)), None)
    led = further or lead is not None or _THAT.match(text) is not None
    led = led or (told and _NUMBERED.match(text) is not None)
    opening = (_OPENING if led else _INLINE).match(text)
    if not led and opening is None:
        return None
    start = opening.end() if opening else 0
    delegated = _DELEGATED.match(text, start)
    bearers = _first(text, delegated.end() if delegated else start, placed)
    if delegated:
        return Decision(lead, start, bearers, _left_to(text, bearers[-1]) if bearers else None)
    return Decision(lead, start, bearers, _task(text, bearers[-1]) if bearers else None)


def recommended(clause: Clause) -> bool:
    """Whether a clause is called a recommendation: "Recommendation 2: That the Cabinet reply"."""
    called = clause.leads[-1].text if clause.leads else clause.body.text
    return _RECOMMENDATION.match(called) is not None


def _left_to(text: str, bearer: Placed) -> Item | None:
    """What is left to somebody: "that authority be delegated to the Clerk, in consultation with the Chair, to sign"."""
    given = _CONSULTING.match(text, bearer.end)
    item = item_form(text[given.end() :], verbal=True) if given else None
    return Item(given.end() + item.start, ItemForm.INFINITIVE, item.verb) if given and item and item.verb else None


def minuted(clause: Clause, placed: list[Placed]) -> Decision | None:
    """Return the task that minutes tell somebody has got: "Clerk to write", "JM and AB were asked to write"."""
    text = clause.body.text
    for start in _openings(text):
        bearers = _first(text, start, placed)
        given = _GIVEN.match(text, bearers[-1].end) if bearers else None
        if given is not None:
            item = item_form(text[given.end() :], verbal=True)
            verb = item.verb if item.start == 0 else None
            verbs = lexicon("verbs")
            if verb is not None and verb not in verbs["noting"] and not _only_says(verb, text[given.end() :]):
                return Decision(None, bearers[0].start, bearers, Item(given.end(), ItemForm.INFINITIVE, verb))
    return None


def _only_says(verb: str, text: str) -> bool:
    """Whether somebody is only to say something at the meeting; "speak to the owner" is a task."""
    return verb in lexicon("verbs")["speaking"] and not text.startswith(("speak to ", "speak with "))


def _openings(text: str) -> list[int]:
    """Where those may be named to whom minutes give a task: at the beginning, or behind what it is about."""
    return [match.end() for pattern in (_OPENS, _TOPIC) if (match := pattern.match(text))]


def _first(text: str, start: int, placed: list[Placed]) -> tuple[Placed, ...]:
    """The one with whom the decision begins, and others that follow at once: "the Clerk and the Chair"."""
    acting = [p for p in placed if p.type in _TASKED and p.start >= start]
    found: list[Placed] = []
    while near := [p for p in acting if (_ALSO if found else _DETERMINED).fullmatch(text[start : p.start])]:
        found.append(max(near, key=lambda p: p.end))
        start = found[-1].end
        acting = [p for p in acting if p.start >= start]
    return tuple(found)


def _task(text: str, bearer: Placed) -> Item | None:
    """What the one named first is to do: "be asked to bring", "write", "should report", "and the Deputy settle"."""
    end = _behind_aside(text, bearer)
    asked = _ASKED.search(text, end)
    if asked and asked.start() - end < 90:
        inner = item_form(text[asked.end() :], verbal=True)
        done = inner.form is not ItemForm.NOUN
        return Item(asked.end() + inner.start, ItemForm.INFINITIVE, inner.verb) if done else None
    tokens = tokenize(text[end:])
    adverbs = lexicon("verbs")["adverbs"]
    for number, token in enumerate(tokens[:3]):
        if token.folded in {"should", "to", "will", "shall", "must", "would"} or token.folded in adverbs:
            continue
        told = number > 0 and tokens[number - 1].folded == "to" and token.text.islower()
        base = verb_forms().get(token.folded, token.folded if told else None)
        if (
            base is None
            or (base != token.folded and token.folded.endswith("ing"))
            or (base in lexicon("verbs")["noting"] and not _asked_of(base, token.folded, bearer, text))
            or number + 1 >= len(tokens)
        ):
            return None
        form = ItemForm.INFINITIVE if base == token.folded else ItemForm.THIRD_PERSON
        return Item(end + token.start, form, base)
    return None


def _behind_aside(text: str, bearer: Placed) -> int:
    """Where whoever has a task is named with what a comma adds: "the Director, Adult Care, write", "the Clerk, in
    consultation with the Chair, write".
    """
    aside = _WITH_WHOM.match(text, bearer.end)
    if aside is not None:
        return aside.end()
    fielded = ", " in text[bearer.start : bearer.end] and text.startswith(", ", bearer.end)
    return bearer.end + 1 if fielded else bearer.end


def _asked_of(base: str, said: str, bearer: Placed, text: str) -> bool:
    """Whether a verb of what a meeting itself does is asked of another: "that the Trust consider a second nurse"."""
    if base == "receive":
        return find_frequency(text[bearer.end :]) is not None
    return base == said and base in lexicon("verbs")["pondering"] and bearer.masks and not bearer.plural
