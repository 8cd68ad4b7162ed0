"""A statement as the parser reads it best: without list marks, capitals, and words thrown in before the verb.

Statutes part a modal verb from its verb ("shall, within ten days of the hearing, decide"), number what is to be
done, and shout. Each change keeps its place, so that every piece is still cut from the sentence itself.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from protocolgraph.extract.items import verb_forms
from protocolgraph.extract.masked import Masked, mask
from protocolgraph.extract.plain_words import Change
from protocolgraph.model import Passage, Span

_NUMBER = r"\(?(?:[a-zA-Z]{1,2}|[ivx]{1,5}|\d{1,2})\)"
_LEADING = re.compile(
    rf"\s*(?:§+\s*)?(?:\d+(?:\.\d+)+\.?|\d+[.)]|[a-zA-Z]\.|{_NUMBER})(?:\([a-z0-9]{{1,4}}\))*\s+(?=\S)"
)
_MARK = re.compile(rf"(?P<stop>[:;,—–])(?: (?:and|or))?\s+(?P<cut>(?:{_NUMBER}\s*)+\s)(?=\S)")
_LINE = re.compile(r"\s*\n\s*(?:[-–•*·]\s+)?")
_STOP = re.compile(
    r"\b(?:shall|must|may|will|should|can|to|not|by|from|for|(?:shall|must) [a-z]+)(?P<cut>\s*[:—–]+)(?=\s)"
)
"""A colon behind a word that cannot end what is said, or behind a verb."""
_PREFIX = re.compile(r"\b(?:by(?=-laws?\b)|vice|sub|non|re|co|pre|inter|multi)(?P<cut>-)(?=[a-z])", re.IGNORECASE)
_SHOUTED = re.compile(r"\b(?:SHALL|MUST|MAY|SHOULD|WILL|REQUIRED|RECOMMENDED)(?: NOT)?\b")
_RESERVES = re.compile(r"\breserves?(?= the right\b)")
"""A verb that the parser takes for a noun, which an adverb before it tells it."""
_INVERTED = re.compile(r"\s*(?P<cut>Should)(?= [^,;:]{3,200}, )")
_BEHIND_MODAL = re.compile(r"\b(?:shall|must|may|will|should|can)(?: not)?(?P<cut>, )")
_NEXT = re.compile(r", (?=(?P<word>[a-z-]+)\b(?!,? (?:and|or) ))")
_BEHIND_OPENING = re.compile(
    r"\b(?:if|where|when|unless|that|who|which|and|or)(?P<cut>, (?:following|after|before|upon|on|in|at|during|as|by"
    r"|for|because of|subject to|pursuant to|under|within|notwithstanding|with|without)\b[^,;:.()]{2,90}, )",
    re.IGNORECASE,
)
_BEHIND_VERB = re.compile(
    r"\b(?P<verb>[a-z-]+)(?P<cut>, (?:at|in|on|by|for|through|upon|during|within|after|before|following|subject to"
    r"|where|if|when|under|without|no later|not later|as soon"
    r"|to the (?:satisfaction|extent|best))\b[^,;:.()]{2,90}, )(?=(?:the|an?|its|their|any|all|each"
    r"|every|to|such|that)\b)"
)
_LONGEST_ASIDE = 250
_RELATIVE = re.compile(
    r"(?P<cut>,? (?:to |of |by |in |on |for |with |from )?(?:who|whom|which|that|whose) .{5,300}?)"
    r"(?= (?:shall|must|may|should|will)\b)(?<!\bthat)(?<!\bwho)(?<!\bwhich)(?<!\bit)(?<!\bthey)"
)
_MODAL = re.compile(r"\b(?:shall|must|may|should|will|can)(?: not)?\b")
_PLAIN_WORD = re.compile(r"(?<=\s)[a-z]+\b")
_OPENED = re.compile(
    r"\s*(?:where|when|if|once|unless|after|before|upon)\b[^,;:]{5,200}(?P<noun> )(?=(?:the|an?|any|each|every|no)\b"
    r"[^,;:]{2,80}? (?:shall|must|may|should|will)\b)",
    re.IGNORECASE,
)
_BULLET = re.compile(r"(?P<cut>(?::\s*)?[•▪◦●])(?=\s)")
_BEFORE_NOUN = re.compile(r"\b(?:the|an?|any|all|each|every|its|their|his|her|no|of|such|this) $")
_SEVERAL = re.compile(r"\s*(?:[\w’'-]+ ){0,3}[\w’'-]+s ")
"""Several at the head of a sentence, behind whom a verb may look like a noun: "Trustees question officers"."""
_OBJECT = re.compile(r" (?:the|an?|any|all|each|every|its|their|his|her) ")
_TRIED = 3
"""How many words behind a modal verb are tried as its verb."""


@dataclass(frozen=True, slots=True)
class Plain:
    """What the parser reads, and where the words stand that were taken out of it."""

    masked: Masked
    asides: tuple[Span, ...]
    """Each is a condition."""
    clause: Span | None = None
    """A relative clause, which belongs to the words before it."""


def plain(text: str, end: int, verbs: Collection[str]) -> Plain:
    """Return a text up to `end` as the parser reads it best. `verbs` are verbs in their base form."""
    said = _lowered(text[:end])
    return _without(said, _apart(_asides(said, verbs)))


def plainer(text: str, end: int, verbs: Collection[str]) -> Iterator[Plain]:
    """Yield shorter readings of a text whose main verb the parser did not find, each a little bolder.

    Without a modal verb, they show that a word is a verb ("the Panel also reviews"). With one, they end the opening
    clause with a comma, or leave out the relative clause before the modal verb, words between it and its verb, or both.
    """
    said = _lowered(text[:end])
    asides = _apart(_asides(said, verbs))
    clause = _relative(said)
    behind = list(_behind_modal(said, clause.end if clause else 0, verbs))
    for word in _PLAIN_WORD.finditer(said) if not _MODAL.search(said) else ():
        third = verb_forms().get(word[0], word[0]) != word[0] and word[0].endswith("s")
        if third or (word[0] in verbs and _SEVERAL.fullmatch(said, 0, word.start())):
            yield _without(said, asides, more=[(word.start(), word.start(), "also ")])
    opened = _OPENED.match(said)
    if opened is not None:
        yield _without(said, asides, more=[(*opened.span("noun"), ", ")])
    for beside, without in ((None, clause), *((one, each) for one in behind for each in dict.fromkeys((None, clause)))):
        if beside or without:
            yield _without(said, asides if beside is None else _apart([*asides, beside]), without)


def _without(said: str, asides: tuple[Span, ...], clause: Span | None = None, more: Iterable[Change] = ()) -> Plain:
    cut = [(span.start, span.end, " ") for span in ((*asides, clause) if clause else asides)]
    return Plain(mask(Passage(said, ()), [], changes=[*cut, *more, *_changes(said)]), asides, clause)


def _apart(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return those spans, in order, that overlap none before them."""
    kept: list[Span] = []
    for span in sorted(spans):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)


def _relative(text: str) -> Span | None:
    match = _RELATIVE.search(text)
    return Span(*match.span("cut")) if match else None


def _behind_modal(text: str, start: int, verbs: Collection[str]) -> Iterator[Span]:
    """Words between the first modal verb from here on and what may be its verb, the likeliest first."""
    modal = _MODAL.search(text, start)
    if modal is None:
        return
    words = [w for w in _PLAIN_WORD.finditer(text, modal.end() + 1, modal.end() + _LONGEST_ASIDE) if w[0] in verbs]
    likely = [
        word for word in words if word.start() > modal.end() + 1 and not _BEFORE_NOUN.search(text, 0, word.start())
    ]
    known = verb_forms()
    for word in sorted(likely, key=lambda w: (_OBJECT.match(text, w.end()) is None, known.get(w[0]) != w[0]))[:_TRIED]:
        yield Span(modal.end(), word.start())


def _lowered(text: str) -> str:
    """Small letters for what is all capitals, and for a modal verb that is; as long as before."""
    if text.isupper():
        return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    return _SHOUTED.sub(lambda match: match[0].lower(), text)


def _changes(text: str) -> Iterator[Change]:
    number = _LEADING.match(text)
    if number is not None:
        yield number.start(), number.end(), ""
    yield from ((match.start(), match.end(), " ") for match in _LINE.finditer(text))
    yield from ((*match.span("stop"), ",") for match in _MARK.finditer(text) if match["stop"] == ";")
    for cut in (_MARK, _BULLET, _STOP, _PREFIX):
        yield from ((*match.span("cut"), "") for match in cut.finditer(text))
    yield from ((match.start(), match.start(), "also ") for match in _RESERVES.finditer(text))
    inverted = _INVERTED.match(text)
    if inverted is not None:
        yield (*inverted.span("cut"), "If")


def _asides(text: str, verbs: Collection[str]) -> Iterator[Span]:
    """Words between commas that part a modal verb, or the opening of a clause, from what follows."""
    for match in _BEHIND_MODAL.finditer(text):
        start = match.start("cut")
        ends = _NEXT.finditer(text, match.end(), start + _LONGEST_ASIDE)
        end = next((found.end() for found in ends if found["word"] == "not" or found["word"] in verbs), None)
        if end is not None and not _MODAL.search(text, match.end(), end):
            yield Span(start, end)
    yield from (Span(*match.span("cut")) for match in _BEHIND_OPENING.finditer(text))
    for match in _BEHIND_VERB.finditer(text):
        if match["verb"] in verbs:
            yield Span(*match.span("cut"))
