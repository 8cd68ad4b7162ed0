"""Lists of names that complete their lead-in: "The Board will consult the following: Youth Council; Carers' Forum".

Each item is read as if it stood in the lead-in's sentence: at its end ("The Board will consult Youth
Council", "The report is sent to Cabinet", "The Board receives an annual report from the Panel") or as its
subject ("Two groups report to the Board: ...").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise

from protocolgraph.extract.document_names import DocumentNames
from protocolgraph.extract.items import item_form, verb_forms
from protocolgraph.extract.masked import Placed, mask, outermost
from protocolgraph.extract.plain_words import Change
from protocolgraph.extract.sentences import Sentence
from protocolgraph.extract.units import key_of
from protocolgraph.model import Clause, ClauseKind, EntityType, Passage, Scope
from protocolgraph.vocab.lexicon import lexicon

_FOLLOWING = re.compile(
    r"\b(?:(?:the |these )?(?:following|below)(?:[ ,]+[\w’'-]+){0,6}|(?:the )?(?:[\w’'-]+ ){0,3}(?:below|as follows))$",
    re.IGNORECASE,
)
_OPEN = re.compile(r"\b(?:to|with|from|by|between|of|for)$", re.IGNORECASE)
"""A preposition at the end of a lead-in, which the items complete."""
_COUNT = r"(?:following|two|three|four|five|six|seven|eight|nine|ten)"
_VERB = r"(?:will|shall|must|should|may|report|answer|feed|are|sit|work|support|advise|account|have|meet)"
_SUBJECTS = re.compile(
    rf"(?:(?:in addition|additionally|also|currently),? )?"
    rf"(?:the |these )?{_COUNT}(?: [\w’'-]+){{0,6}}? (?={_VERB}\b)"
    rf"|there are {_COUNT}\b[^,:]*,? (?:each|all|which|that) ",
    re.IGNORECASE,
)
"""A lead-in whose subject is the list below it."""


_UNFINISHED = re.compile(
    r"(?:[\s,:–-]|\b(?:to|by|for|and|in order to|(?:which|who|that|it) (?:will|shall|must|should)|includ(?:e|ing)))*$",
    re.IGNORECASE,
)
"""The end of a lead-in that says nothing without its items."""
_JOINING = re.compile(r"(?:[\s,;.&/]|\b(?:and|the|an?|its|also|with|as well as)\b|\([^()]*\))*", re.IGNORECASE)
"""What stands between the names of a list."""
_BRACKET = re.compile(r"\([^()]*\)")
_COUNTED = re.compile(
    r"(?:the )?(?:two|three|four|five|six|seven|eight|nine|ten) (?:[\w’'-]+ ){0,3}"
    r"(?:bodies|groups|sub-?groups|boards|committees|panels|forums|partnerships|organisations|agencies|partners)$",
    re.IGNORECASE,
)
"""A class that the list below names one by one: "reports to two bodies"."""
_CLASS = (
    r"(?:boards|partnerships|partners|bodies|sub-?groups|groups|forums|fora|committees|panels|organisations|agencies"
    r"|stakeholders|structures|networks|services|teams)"
)
_SUCH_AS = re.compile(
    rf"(?:(?:an?|the) (?:number|range|variety) of )?(?:(?:other|key|local|relevant|wider|related|partner|strategic"
    rf"|various|statutory|many|several|multi-agency|partnership|all) )*{_CLASS}(?: (?:and|or) (?:\w+ )?{_CLASS})?"
    r",? (?:including|such as|namely|for example|e\.g\.|in particular|notably)(?: with)?$",
    re.IGNORECASE,
)
"""A class of which the list below names some: "will work with other boards, including"."""
_TAKING = re.compile(
    r"\b(?:receives?|considers?|reviews?|scrutinises?|gets?)\s*(?:regularly|annually|each year)?$", re.IGNORECASE
)
"""The end of a lead-in whose items are what comes to somebody: "The Board will receive"."""
_TO_ACCOUNT = re.compile(r"\bholds? to account$", re.IGNORECASE)
_OPENED_BY = re.compile(r"(?:to|by|from|with) (?:the |an? |its )?(?-i:[A-Z])", re.IGNORECASE)
"""An item that begins with the preposition that its lead-in lacks: "to the Board for its budget"."""
_STATES = re.compile(r"\b(?:(?:is|are|be)(?: \w+ly)? \w+|reports?|answers?|escalat\w+|accounts?)$", re.IGNORECASE)
"""The end of a lead-in that such an item completes: "The Board is accountable"."""
_FINITE = re.compile(r"\b(?:will|shall|must|should|is|are|has|have|may|can|was|were)\b")
_FEWEST = 3
"""Words of what a lead-in says by itself."""
_SAYING = 4
"""Words of the shortest lead-in that can state a relation."""


def completions(names: DocumentNames) -> list[Sentence]:
    """Return the sentences that lead-ins make with the names listed below them."""
    found: list[Sentence] = []
    for clause in names.outline.clauses:
        if clause.kind in (ClauseKind.ITEM, ClauseKind.FIELD) and clause.leads:
            found += _completed(clause, names)
        if clause.kind in (ClauseKind.ITEM, ClauseKind.SENTENCE) and ":" in clause.body.text:
            found += _turned(clause, names)
    return found


def lead_ins(names: DocumentNames, read: Iterable[Sentence]) -> list[Sentence]:
    """Return the lead-ins that say something of their own: "The Board, which meets monthly, will:".

    `read` are the sentences that were made already; a lead-in among them is left out.
    """
    seen = {key_of(sentence.passage) for sentence in read}
    found: list[Sentence] = []
    for clause in names.outline.clauses:
        for lead in clause.leads if clause.kind is ClauseKind.ITEM else ():
            text = _UNFINISHED.sub("", lead.text)
            if key_of(lead) in seen or len(text.split()) < _SAYING or not _tells_of_somebody(names.at(lead)):
                continue
            seen.add(key_of(lead))
            inside = [p for p in names.at(lead) if p.end <= len(text)]
            itself = replace(clause, leads=(), kind=ClauseKind.SENTENCE)
            found.append(_sentence(itself, lead.slice(0, len(text)), inside))
    return found


def _completed(clause: Clause, names: DocumentNames) -> Iterator[Sentence]:
    lead = clause.leads[-1]
    text = lead.text.rstrip(" :–-")
    subjects = _SUBJECTS.match(text)
    listed = _listed(clause, names)
    if subjects is not None and listed:
        yield _after(clause, listed, lead, subjects.end(), len(text), names)
    cut = _open_at(text, clause, listed)
    if len(text[:cut].split()) >= _FEWEST:
        yield _before(clause, lead, cut, names)


def _open_at(text: str, clause: Clause, listed: list[Placed]) -> int:
    """Where what a lead-in says by itself ends, if the item goes on with it; 0 where it does not."""
    following = _FOLLOWING.search(text) or _COUNTED.search(text) or _SUCH_AS.search(text)
    if following is not None:
        whole = clause.kind is ClauseKind.FIELD or (listed and listed[0].end >= 0.5 * len(clause.body.text))
        taken = _TAKING.search(text, 0, following.start()) is not None and _is_noun(clause.body.text)
        return following.start() if (listed and whole) or taken else 0
    if listed and (_OPEN.search(text) or _ends_with_verb(text)):
        return len(text)
    if _TAKING.search(text) and _is_noun(clause.body.text):
        return len(text)
    return len(text) if _OPENED_BY.match(clause.body.text) and _STATES.search(text) else 0


def _ends_with_verb(text: str) -> bool:
    """Whether a lead-in ends with a verb that needs an object: "The Panel advises", "will hold to account"."""
    last = text.split()[-1].lower()
    return _TO_ACCOUNT.search(text) is not None or last in _transitive()


@cache
def _transitive() -> frozenset[str]:
    """The forms of verbs, now or with a modal, that a body does to another and that need an object."""
    verbs = lexicon("verbs")["classes"]["done_to"]
    return frozenset(form for form, base in verb_forms().items() if base in verbs and not form.endswith(("ing", "ed")))


def _is_noun(text: str) -> bool:
    """Whether an item is a noun with what belongs to it: "an annual report from the Panel"."""
    return item_form(text).verb is None and _FINITE.search(text) is None


def _before(clause: Clause, lead: Passage, cut: int, names: DocumentNames) -> Sentence:
    """The lead-in up to where the list begins, and the item behind it."""
    kept = lead.slice(0, cut).text.rstrip(" ,:")
    passage = Passage.join([lead.slice(0, len(kept)), clause.body])
    inside = [p for p in names.at(lead) if p.end <= len(kept)]
    return _sentence(
        clause, passage, [*inside, *_moved(names.at(clause.body), len(passage.text) - len(clause.body.text))]
    )


def _after(clause: Clause, listed: list[Placed], lead: Passage, start: int, end: int, names: DocumentNames) -> Sentence:
    """The item's name, or names, as the subject of what the lead-in says."""
    last = max(listed, key=lambda p: p.end)
    first = listed[0].start if clause.kind is ClauseKind.FIELD else last.start
    said = lead.slice(start, end)
    passage = Passage.join([clause.body.slice(first, last.end), said])
    subject = [replace(p, plural=True) for p in _moved(listed, -first) if p.end <= last.end - first]
    rest = [p for p in names.at(lead) if p.start >= start and p.end <= end]
    placed = [*subject, *_moved(rest, len(passage.text) - len(said.text) - start)]
    joints = _joints(outermost(subject)) if ";" in passage.text[: last.end - first] else []
    return Sentence(replace(clause, body=passage), passage, mask(passage, placed, changes=joints), None, None)


def _joints(listed: list[Placed]) -> list[Change]:
    """What the parser reads between the names of a list that semicolons part, behind which it looks for a clause."""
    pairs = list(pairwise(sorted(listed, key=lambda p: p.start)))
    words = [", "] * (len(pairs) - 1) + [" and "]
    return [(one.end, other.start, word) for (one, other), word in zip(pairs, words, strict=True)] if pairs else []


def _turned(clause: Clause, names: DocumentNames) -> Iterator[Sentence]:
    """A sentence that ends with the list which is its subject: "The following report to the Board: A, B and C"."""
    text = clause.body.text
    subjects, colon = _SUBJECTS.match(text), text.index(":")
    placed = names.at(clause.body)
    listed = [p for p in placed if p.start > colon and _nameable(p)]
    if subjects is None or not listed or not _only_lists(text[colon + 1 :], outermost(_moved(listed, -colon - 1))):
        return
    names_first = clause.body.slice(listed[0].start, max(p.end for p in listed))
    passage = Passage.join([names_first, clause.body.slice(subjects.end(), colon)])
    subject = [replace(p, plural=True) for p in _moved(listed, -listed[0].start)]
    said = [p for p in placed if subjects.end() <= p.start and p.end <= colon]
    yield _sentence(clause, passage, [*subject, *_moved(said, len(names_first.text) + 1 - subjects.end())])


def _sentence(clause: Clause, passage: Passage, placed: list[Placed]) -> Sentence:
    return Sentence(replace(clause, body=passage), passage, mask(passage, placed), None, None)


def _moved(placed: list[Placed], shift: int) -> list[Placed]:
    return [replace(p, start=p.start + shift, end=p.end + shift) for p in placed]


def _listed(clause: Clause, names: DocumentNames) -> list[Placed]:
    """The names with which the item begins; all of what stands behind a label on its line, if that only lists names."""
    placed = [p for p in names.at(clause.body) if _nameable(p)]
    if clause.kind is ClauseKind.FIELD:
        placed = _outside_brackets(clause.body.text, placed)
        return placed if _only_lists(clause.body.text, outermost(placed)) else []
    return [p for p in placed if p.start <= 4]


def _outside_brackets(text: str, placed: list[Placed]) -> list[Placed]:
    """Names without those in a bracket, which another already tells of: "Head of Finance (Treasurer)"."""
    brackets = [match.span() for match in _BRACKET.finditer(text)]
    return [p for p in placed if not any(start < p.start < end for start, end in brackets)]


def _only_lists(text: str, placed: list[Placed]) -> bool:
    """Whether nothing stands around some names but what joins them."""
    edges = [0, *(edge for p in placed for edge in (p.start, p.end)), len(text)]
    between = (text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True))
    return bool(placed) and all(_JOINING.fullmatch(words) for words in between)


def _tells_of_somebody(placed: list[Placed]) -> bool:
    """Whether a lead-in's own subject is somebody, or a law that it says sets out somebody's aims: a class is what its
    items are about.
    """
    law = any(p.type is EntityType.LEGISLATION for p in placed[:1])
    bodies = [p for p in placed[1:] if law and p.masks and p.type is EntityType.BODY]
    return bool(bodies) or any(map(_acts, placed[:1]))


def _acts(placed: Placed) -> bool:
    return placed.type in (EntityType.BODY, EntityType.ROLE) and placed.scope is not Scope.GENERIC


def _nameable(placed: Placed) -> bool:
    return placed.masks and placed.type in (EntityType.BODY, EntityType.ROLE, EntityType.PUBLICATION)
