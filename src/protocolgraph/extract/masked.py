"""A text in which each name is one plain word, so that a parser reads the sentence around the names.

"Children and Young People's Partnership" is read as "Council"; the parser never sees the commas and
"and"s of a name. Offsets lead back from the masked text to the passage.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from protocolgraph.extract.items import verb_forms
from protocolgraph.extract.plain_words import Change, plain_words
from protocolgraph.model import EntityType, Passage, Scope

_WORDS = {
    EntityType.BODY: ("Council", "Councils"),
    EntityType.ROLE: ("Director", "Directors"),
    EntityType.PERSON: ("Smith", "Smiths"),
    EntityType.LEGISLATION: ("Statute", "Statutes"),
    EntityType.PUBLICATION: ("Document", "Documents"),
}


_BRITISH = re.compile(
    r"\b(scrutin|organ|recogn|priorit|author|maxim|minim|util|public|mobil|final|summar|critic|emphas|anal|real|optim"
    r"|standard|central|categor|item|formal|rational|harmon|special|apolog|famil)(i|y)s(e|es|ed|ing|er|ers)\b",
    re.IGNORECASE,
)


_ADVERB = "also "
_AFTER_NAME = re.compile(
    r"\s+([a-z][a-z-]+)(?:(?<=s)(?:, [a-z-]+s){1,3})?(?:,? (?:and|or) [a-z-]+)?"
    r"\s+(?:the|an?|its|their|all|any|each|every|to|into|on|with|for|that|together|jointly|[a-z]+ly)\b"
)
_ORGANISATION = re.compile(r" organisations?\b")
"""What only tells of a body that it is one: "the local Healthwatch organisation"."""
_SHORT = re.compile(r"\s\((?:the )?[A-Z&]{2,8}s?\)")
"""The acronym behind a name, behind which its verb stands: "the Flood Forum (FF) reviews"."""
_SHORT_FORM = re.compile(r" \([“\"‘']?[A-Z][A-Za-z]{0,3}[A-Z]{1,6}[”\"’']?\)(?= |,)")
"""A body's short form behind it, which parts it from an apposition: "its Tide Group (TG), a sub-group chaired by"."""
_SHORT_NOUN = re.compile(
    r"\s\(\W{0,2}(?:the )?\W{0,2}(?:Board|Committee|Sub-?Committee|Panel|Trust|Council|Authority|Forum|Group"
    r"|Partnership|Charity|Commission|Governing Body|Company|Agency|Service|Body)\W{0,2}\)"
)
"""The noun by which a paper goes on to call a body, in brackets behind its name: "the Flood Forum (the Forum)"."""
_BEFORE_SUBJECT = re.compile(
    r"(?:^|[.;:,]\s|\b(?:and|while|whilst|but)\s)(?:\W|(?:the|an?|each|every|our)\s)*$", re.IGNORECASE
)
_DOES = re.compile(
    r"\s+([a-z-]+s)(?:,? (?:and|or) [a-z-]+s)?\s+(?!(?:of|in|for|at|by|from|as|under|within|and|or|who|which)\b)"
    r"[a-zA-Z](?![^.;:]*?\b(?:is|are|was|were|will|shall|must|should|may|can|has|have|had|do|does|did|be)\b)"
)
"""Behind the subject of a clause that has no other verb: "The Panel champions looked after children"."""
_FLOATING = re.compile(r"[\s,–-]+(?P<each>each|both|all)\s+(?P<verb>[a-z-]+)\b")
"""A word behind several names that the parser takes for one of them: "the Board and the Panel each report to"."""
_IN_WHICH = re.compile(r"\b(?:to|by|with|from|of|for) (?:which|whom) (?:the |its |our )?$")
_THEN_VERB = re.compile(r"\s+(?P<verb>[a-z-]+)\b")
_ASIDE = re.compile(
    r"(?:\b(?:and|or)|(?P<verb>[a-z-]+)),\s(?:where|as|if|when|whenever|at|in|on|by|for|through|upon|during|within"
    r"|after|before|following|subject to|so far as|wherever|unless|until)\b[^,;:.()]{2,70}(?P<end>,)\s"
    r"(?P<next>the|an?|its|their|any|all|each|every|to|for|with|from|by|in|[A-Z])\b"
)
"""Words between commas behind a verb or an "and", which part it from what it governs for the parser: "receives, at each
meeting, a report"."""
_ANOTHER_STEP = re.compile(
    r"(?:to|for|with|from|by|in)\b|[^,;.]{2,80}? (?:will|shall|must|should|may|can|is|are|has|have)\b"
)
"""What goes on behind an "and" and an aside with a clause or a step of its own: "and, if it fails, to Cabinet"."""
_PRESENT = re.compile(
    r" (?:then )?present(?: and (?:voting|entitled to vote))?(?= (?:shall|may|will|must|should|can)\b)", re.IGNORECASE
)
"""Those of some who are at a meeting, for the parser a verb: "the members present shall elect"."""
_AND = re.compile(r"\band\s+(?:the\s+)?(?:(?:two|three|four|five|six|other)\s+)?$")
_MODAL_ASIDE = re.compile(
    r"\b(?:will|shall|must|should|may),? (?=\(|(?:where|when|if|each|every|at|on|in|by|as|within|upon|so far as"
    r"|subject to|unless|before|after|following|once|having)\b)"
    r"(?P<aside>(?:\([^()]{3,160}\)|[^;:.()]){2,160})"
)
_EITHER = re.compile(r"\b(?:s/(?P<he>he)|(?P<one>he|she|him|her|his)/(?:she|he|her|him|hers?|his))\b", re.IGNORECASE)
"""Pronouns of both sexes, of which one is enough for the parser: "the Chair or his/her deputy", "s/he"."""
_VERB_OR_VERB = re.compile(
    r"\b(?:(?P<lead>to|will|shall|must|should|may|can) )?(?P<one>[a-z]+)(?P<slash> ?/ ?)(?P<other>[a-z]+) ",
    re.IGNORECASE,
)
"""Two verbs parted by a slash, which the parser takes for one noun: "Chair / facilitate meetings"."""
_PLAIN_WORD = re.compile(r"(?<=[\s)])[a-z-]+\b")
_BEFORE_NOUN = {
    "the",
    "a",
    "an",
    "any",
    "all",
    "each",
    "every",
    "its",
    "their",
    "no",
    "to",
    "and",
    "or",
    "of",
    "this",
    "that",
}
"""What parts a modal verb from its verb: "may where it sees fit refer", "shall (unless it is urgent) consult"."""
_AND_DOES = re.compile(r"\s+and ([a-z]+s)\s+(?:the|an?|its|their|to|into|with)\b")
_AND_LATER_DOES = re.compile(r"(?<!,) and ([a-z]+s) (?:off (?:the |an? |its )?[A-Z]|(?:the|an?|its) )")
"""A verb further on that the parser takes for a noun: "advises the Board on risk and signs off the Plan"."""
_AND_REPORTS = re.compile(
    r"\band (?:in turn )?(reports|answers|escalates|feeds) (?:"
    r"(?:[a-z]+ly |back |direct |by exception |on (?:it|this|them|progress) )?(?:in)?to\b"
    r"|(?:(?!\w+ed\b|(?:is|are|was|were|be|which|that|who|by|from|of|for|on|will|shall|must|should|may|made|sent|given"
    r"|due|as|in|at|and|or|going|to|relating)\b)[a-z]+ ){1,4}to (?:the|its|each|every|both|[A-Z]))"
)
"""The same of verbs for reporting: "considers every child in custody and reports to the Board"."""
_THEN_REPORTS = re.compile(
    r"(?<=[a-z]), (reports|answers|feeds) (?:(?:once|twice|three times|four times) an? [a-z]+|[a-z]+ly) (?:in)?to\b"
)
"""The same behind a comma: "receives a dashboard, reports twice a year to the Board"."""
_AND_REPORT = re.compile(r"(?<=[a-z] and )report (?:(?!to\b)[a-z-]+ ){0,3}to (?:the |full |its )?[A-Z]")
"""The same of the verb of a task: "To monitor spending and report findings to the Council"."""
_THEN_DO = re.compile(
    r", (?P<verb>[a-z]+) (?!(?:the|an?|its|their|any|all|each|every|to|on|in|at|for|with|by|of|from|into|out|up)\b)"
    r"(?=[^,;.:()]{2,60}?,? and (?P<last>[a-z]+) (?:the|an?|its|their|any|all|each)\b)"
)
"""The second of three verbs, which the parser takes for a noun right before another: "agree the plan, appoint trustees
and receive the accounts"."""
_RESTS = re.compile(r"\b(lies|rests|sits|resides|remains) with\b")
"""A verb that the parser takes for a noun behind a long subject: "Responsibility for the hall lies with the Clerk"."""
_INTERRUPTED = re.compile(r"\b(?:will|shall|must|should|may|can), [^,;.]{3,90}, (?:and )?([a-z-]+)\b")
_FRONTED = re.compile(
    r"(?:where|when|whenever|if|once|unless|until|before|after|under|in|at|on|for|from|during|following|within|by|upon"
    r"|with|without|through|as|while|subject to|should|between|outside|beyond|every|each|since)\b",
    re.IGNORECASE,
)
"""How a condition, a time or a law begins that stands in front of the subject: "Under the Act the Board must"."""
_FRONTED_WORDS = 3
"""Words of the shortest one that the parser needs to be told of."""
_SUBJECT_OPENS = re.compile(
    r"\b(?:the|an?|each|every|any|all|both|either|neither|no|this|that|such|these|our|its|their) $", re.IGNORECASE
)
_GOVERNED = re.compile(r"\s+(?:(?:also|then|jointly|each|both) )?(?:must|shall|will|should|may|can(?:not)?)\b")
_PARTED_OFF = re.compile(r"[,;:]|\b(?:must|shall|will|should|may|can)\b")
_LEADS_ON = re.compile(
    r"\b(?:of|to|for|by|with|from|in|on|at|and|n?or|but|that|wh(?:ich|o|om|ose|ether|en|ere)|if|as|than|the|an?|under"
    r"|between|against|into|about|within|upon|each|every|any|all|its|their|our|both|not|is|are|be|ha(?:s|ve)|before"
    r"|after)$",
    re.IGNORECASE,
)
"""Words that a subject cannot stand behind: in "where the Chair of the Board must" no new clause begins."""
_ACTING = {EntityType.BODY, EntityType.ROLE, EntityType.PERSON}


def _americanized(text: str) -> str:
    """Verbs in the spelling that the parser was trained on, which tells it that they are verbs; as long as before."""
    return _BRITISH.sub(r"\1\2z\3", text)


@dataclass(frozen=True, slots=True)
class Placed:
    """A mention at its place in a passage."""

    start: int
    end: int
    mention: int
    type: EntityType
    scope: Scope
    plural: bool
    masks: bool
    """Whether the parser sees it as one word; a pronoun or "the Board" stays as it is."""


@dataclass(frozen=True, slots=True)
class Masked:
    """Masked text, with the places where each stretch of it begins here and in the passage."""

    text: str
    passage: Passage
    starts: tuple[int, ...]
    sources: tuple[int, ...]
    placed: tuple[Placed, ...]
    prefix: int = 0
    """Length of the words put in front ("Council must "), which have no source."""

    def source(self, offset: int) -> int:
        """Return the passage offset of a masked offset; the start of a name for a place inside its mask."""
        place = bisect_right(self.starts, offset) - 1
        if place < 0:
            return 0
        shift = offset - self.starts[place]
        end = self.sources[place + 1] if place + 1 < len(self.sources) else len(self.passage.text)
        return min(self.sources[place] + shift, max(end, self.sources[place]))

    def mention_at(self, offset: int) -> Placed | None:
        """Return the mention whose mask or words stand at a masked offset."""
        if offset < self.prefix:
            return None
        source = self.source(offset)
        inside = [p for p in self.placed if p.start <= source < p.end]
        return max(inside, key=lambda p: p.end - p.start, default=None)

    def mentions_at(self, offset: int) -> list[Placed]:
        """Return all mentions that one name at a masked offset stands for: two for "both Boards"."""
        first = self.mention_at(offset)
        if first is None:
            return []
        return [p for p in self.placed if (p.start, p.end, p.type) == (first.start, first.end, first.type)]


def outermost(placed: Iterable[Placed]) -> list[Placed]:
    """Return the longest names, in order."""
    kept: list[Placed] = []
    for place in sorted(placed, key=lambda p: (p.start, -p.end)):
        if not kept or place.start >= kept[-1].end:
            kept.append(place)
    return kept


_WISHED = re.compile(r"\W*(?:\(?\w{1,3}[.)]\s*)?that (?:the )?", re.IGNORECASE)
"""Before whoever a decision is to do something by, whose verb is bare: "That Cabinet note and approve the Plan"."""
_FILLED = re.compile(r" (?:post|role)(?= (?:is|was|will|shall|sits?|reports?|remains|has|continues)\b)")
"""What only tells of a title that it is a post: "the Youth Lead role is hosted by", "the Clerk post sits within"."""
_TOGETHER = re.compile(r",? (?:(?:together|jointly|along) with|alongside)(?= )")
_ARTICLE = re.compile(r" (?:the |its |an? )?")
_ONE_MORE = re.compile(r"(?:,|,? and) (?:the |its |an? )?")
_DOES_SO = re.compile(r"(?P<comma>,?) (?!and\b|or\b)[a-z]")
"""Behind the last of those who do something together, where the verb stands."""
_TIME_BEHIND = re.compile(
    r"(?= (?:\d+|one|two|three|four|five|six|seven|eight|ten|fourteen)(?: \(\d+\))?"
    r" (?:(?:clear|full|working|calendar|school) )*(?:day|week|month|hour)s?\b)"
)
"""A time right behind a name, which the parser takes for one of its words: "sent by the Clerk five days before"."""
_GIVEN_TO = re.compile(r"\b(?:present|submit|provide|send|give|bring|make)\w*(?: [a-z]+ly)? to (?:the |its )?$")
_WHAT_IS_GIVEN = re.compile(r"(?= (?:the|its|their|an?) )|(?P<bare>(?= (?:quarterly|monthly|annual|regular|written) ))")
"""What is given right behind to whom, which a parser takes for one name: "present to the Panel its report"."""
_MADE_UP = re.compile(r", (?=(?:made up|composed) of\b)")
"""Of what a body behind a verb is made, which the parser takes for a second verb: "led by the Group, made up of"."""
_SUM_BEHIND = re.compile(r" \(£[^()]{1,30}\)")
"""Money behind a name, which parts it from those that follow: "from the Council (£20,000) and the Trust"."""


def mask(
    passage: Passage, placed: list[Placed], *, prefix: str = "", start: int = 0, changes: Iterable[Change] = ()
) -> Masked:
    """Return a passage from `start` on with its names as single words, other changes, and a prefix in front."""
    text = passage.text
    changes = [*changes, *((p.start, p.end, _WORDS[p.type][p.plural]) for p in placed if p.masks)]
    changes += [(p.start, p.start, "the ") for p in placed if _like_infinitive(text, p)]
    changes += [(place, place, _ADVERB) for place in _hidden_verbs(text, placed)]
    changes += plain_words(text)
    changes += [
        (one.end, other.start, " or ")
        for one, other in pairwise(sorted((p for p in placed if p.masks), key=lambda p: p.start))
        if text[one.end : other.start].strip() == "/"
    ]
    if "/" in text:
        changes += [(match.start(), match.end(), match["he"] or match["one"]) for match in _EITHER.finditer(text)]
        joined = (m for m in _VERB_OR_VERB.finditer(text, start) if m["lead"] or not text[start : m.start()].strip())
        changes += [(*match.span("slash"), " and ") for match in joined if _both_verbs(match)]
    if _TOGETHER.search(text):
        changes += _together(text, placed)
    changes += [*_behind_names(text, placed), *_parting(text, placed)]
    changes += [*_floating(text, placed), *_asides(text, placed)]
    if start == 0 and _FRONTED.match(text):
        changes += [(place, place, ",") for place in _fronted(text, placed)]
    pieces, starts, sources = [prefix], [], []
    length, place = len(prefix), start
    for low, high, word in sorted(changes, key=lambda c: (c[0], c[1] > c[0], -c[1])):
        if low < place:
            continue
        before = _americanized(text[place:low])
        starts += [length, length + len(before)]
        sources += [place, low]
        pieces += [before, word]
        length += len(before) + len(word)
        place = high
    starts.append(length)
    sources.append(place)
    pieces.append(_americanized(text[place:]))
    return Masked("".join(pieces), passage, tuple(starts), tuple(sources), tuple(placed), len(prefix))


def _behind_names(text: str, placed: list[Placed]) -> list[Change]:
    """What stands right behind names and only hides the verb from the parser: "members present"."""
    matches: list[re.Match[str] | None] = []
    if " present " in text:
        matches += [_PRESENT.match(text, p.end) for p in placed if p.masks and p.plural]
    if " organisation" in text:
        matches += [_ORGANISATION.match(text, p.end) for p in placed if p.masks and p.type is EntityType.BODY]
    if " (" in text:
        bodies = [p for p in placed if p.masks and p.type is EntityType.BODY]
        matches += [_SHORT_NOUN.match(text, p.end) or _SHORT_FORM.match(text, p.end) for p in bodies]
    if " post " in text or " role " in text:
        matches += [_FILLED.match(text, p.end) for p in placed if p.masks and p.type is EntityType.ROLE]
    return [(match.start(), match.end(), "") for match in matches if match is not None]


def _together(text: str, placed: list[Placed]) -> list[Change]:
    """What joins a second subject to the first, as an "and": "The Board, together with the Clerk, will publish"."""
    found: list[Change] = []
    names = outermost(p for p in placed if p.masks and p.type in _ACTING)
    for number, name in enumerate(names):
        link = _TOGETHER.match(text, name.end)
        if link is None or _BEFORE_SUBJECT.search(text, 0, name.start) is None:
            continue
        before, end = _ARTICLE, link.end()
        for other in names[number + 1 :]:
            if before.fullmatch(text, end, other.start) is None:
                break
            before, end = _ONE_MORE, other.end
        closing = _DOES_SO.match(text, end) if end > link.end() else None
        if closing is not None:
            found += [(link.start(), link.end(), " and"), (*closing.span("comma"), "")]
    return found


def _like_infinitive(text: str, name: Placed) -> bool:
    """Whether a body stands behind "to" without an article, where the parser takes it for a verb: "to Cabinet the"."""
    alone = name.type is EntityType.BODY and name.masks and not name.plural
    return alone and text.endswith(" to ", 0, name.start)


def _parting(text: str, placed: list[Placed]) -> list[Change]:
    """What parts a name from words right behind it that a parser would take for its own."""
    found: list[Change] = []
    if " (£" in text:
        found += [(*match.span(), "") for p in placed if p.masks and (match := _SUM_BEHIND.match(text, p.end))]
    found += [(p.end, p.end, ",") for p in placed if p.masks and _TIME_BEHIND.match(text, p.end)]
    if ", made up" in text or ", composed" in text:
        made = (_MADE_UP.match(text, p.end) for p in placed if p.masks)
        found += [(match.end(), match.end(), "which is ") for match in made if match is not None]
    if " to " in text:
        given = ((p, _WHAT_IS_GIVEN.match(text, p.end)) for p in placed if _GIVEN_TO.search(text, 0, p.start))
        found += [(p.end, p.end, " here the" if m["bare"] is not None else " here") for p, m in given if m is not None]
    if " subject to " in text:
        found += [(p.end, p.end, ",") for p in placed if p.masks and text.startswith(" subject to ", p.end)]
    return found


def _both_verbs(match: re.Match[str]) -> bool:
    """Whether both words that a slash parts are verbs in their base form."""
    verbs = verb_forms()
    return all(verbs.get(match[word].lower()) == match[word].lower() for word in ("one", "other"))


def _fronted(text: str, placed: list[Placed]) -> list[int]:
    """Where what stands in front of the subject ends, if no comma says so: "Where a bid is refused the Board may".

    Without one the parser takes the subject for a part of what stands in front, and its verb for no statement.
    """
    for name in placed:
        opens = _SUBJECT_OPENS.search(text, 0, name.start)
        before = text[: opens.start() if opens is not None else name.start].rstrip()
        if name.type not in _ACTING or len(before.split()) < _FRONTED_WORDS or _LEADS_ON.search(before):
            continue
        if _GOVERNED.match(text, name.end) and not _PARTED_OFF.search(before):
            return [len(before)]
    return []


def _hidden_verbs(text: str, placed: list[Placed]) -> list[int]:
    """Where a verb stands that the parser would take for a noun: right behind a name, or behind "will, in haste,".

    An adverb that is put there ("the Council also reserves the right") tells it.
    """
    verbs = verb_forms()
    found = []
    for name in placed:
        acts = name.masks or text[name.start].isupper() or _told_of(text, name)
        after = _THEN_VERB if _IN_WHICH.search(text, 0, name.start) else _AFTER_NAME
        behind = _SHORT.match(text, name.end)
        end = behind.end() if behind is not None else name.end
        match = after.match(text, end) if acts else None
        if match is None and acts and _BEFORE_SUBJECT.search(text, 0, name.start):
            match = _DOES.match(text, end)
        if match is None or match.group(1) not in verbs or match.group(1).endswith(("ing", "is", "has")):
            continue
        wished = _WISHED.fullmatch(text, 0, name.start) is not None
        if (verbs[match.group(1)] == match.group(1)) == (_several(text, name) or wished):
            found.append(match.start(1))
    does = (_AND_DOES.match(text, name.end) for name in placed if name.masks)
    found += [m.start(1) for m in does if m is not None and verbs.get(m.group(1), m.group(1)) != m.group(1)]
    found += [m.start(1) for m in _AND_LATER_DOES.finditer(text) if verbs.get(m.group(1), m.group(1)) != m.group(1)]
    found += [m.start(1) for pattern in (_AND_REPORTS, _THEN_REPORTS) for m in pattern.finditer(text)]
    found += [m.start() for m in _AND_REPORT.finditer(text)]
    found += [m.start("verb") for m in _THEN_DO.finditer(text) if _same_form(m["verb"], m["last"])]
    found += [m.start(1) for m in _INTERRUPTED.finditer(text) if verbs.get(m.group(1)) == m.group(1)]
    found += [m.start(1) for m in _RESTS.finditer(text)]
    return sorted(set(found))


def _told_of(text: str, name: Placed) -> bool:
    """Whether a body is only called by its noun, in small letters: "the committee promotes and keeps"."""
    return name.type is EntityType.BODY and text.endswith(("the ", "The "), 0, name.start)


def _same_form(one: str, other: str) -> bool:
    """Whether two words are verbs of one form: "appoint" and "receive", "appoints" and "receives"."""
    verbs = verb_forms()
    known = one in verbs and other in verbs and not one.endswith(("ing", "ed"))
    return known and (verbs[one] == one) == (verbs[other] == other) and one.endswith("s") == other.endswith("s")


def _several(text: str, name: Placed) -> bool:
    """Whether a name is the last of several, or of a class, whose verb then stands in the plural."""
    return name.plural or _AND.search(text, 0, name.start) is not None


def _floating(text: str, placed: list[Placed]) -> list[tuple[int, int, str]]:
    """The "each" between several names and their verb, as an adverb that the parser knows for one."""
    verbs = verb_forms()
    matches = [_FLOATING.match(text, name.end) for name in placed if name.masks and _several(text, name)]
    return [
        (match.start("each"), match.end("each"), _ADVERB.strip())
        for match in matches
        if match is not None and verbs.get(match["verb"]) == match["verb"]
    ]


def _asides(text: str, placed: list[Placed]) -> list[tuple[int, int, str]]:
    """Asides without a name in them, from the comma before to the comma behind.

    In a text without any name they stay: nothing is asked of it but what its words say.
    """
    if not placed:
        return []
    verbs = verb_forms()
    found = []
    for match in _ASIDE.finditer(text):
        start = text.index(",", match.start())
        inside = any(start < name.start < match.end("end") and name.masks for name in placed)
        apart = match["verb"] in verbs if match["verb"] else _ANOTHER_STEP.match(text, match.end("end") + 1) is None
        if not inside and apart:
            found.append((start, match.end("end"), ""))
    found += [bounds for match in _MODAL_ASIDE.finditer(text) if (bounds := _before_verb(match, placed)) is not None]
    return found


def _before_verb(match: re.Match[str], placed: list[Placed]) -> tuple[int, int, str] | None:
    """What stands between a modal verb and the verb that it governs, unless a name stands in it."""
    verbs = verb_forms()
    start, before = match.start("aside"), ""
    parted = match.string[start - 2] == ","
    for word in _PLAIN_WORD.finditer(match.string, start, match.end()):
        if parted and not match.string.endswith((", ", ") "), 0, word.start()):
            before = word[0]
            continue
        if verbs.get(word[0]) == word[0] and before not in _BEFORE_NOUN and match.string[word.start() - 1] != "(":
            named = any(start < name.start < word.start() and name.masks for name in placed)
            return None if named else (start, word.start(), "")
        before = word[0]
    return None
