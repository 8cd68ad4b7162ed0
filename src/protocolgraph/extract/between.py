"""Relations told by the words between two names, where a sentence is too broken or too long for the parser.

"the Safety Forum (chair: Head of Housing)", "Youth Board – reports to Cabinet". The words are data:
frames of the kind `between`, whose subject and object are the names to the left and right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from protocolgraph.extract.framed import Framed
from protocolgraph.extract.instances import instances, listed
from protocolgraph.extract.masked import Placed, outermost
from protocolgraph.extract.sentences import Sentence
from protocolgraph.extract.spoken import begins_with
from protocolgraph.model import EntityType
from protocolgraph.vocab.frames import Frame, frames
from protocolgraph.vocab.lexicon import lexicon

_LONGEST = 110
"""Characters between two names that one relation may take."""


_OWNS = re.compile(r"['’]s? (?=\w)")
"""Behind a name that only owns the next: "appointed by the Trust's Secretary"."""
_GOES_ON = re.compile(r",\s+(?:is|are|will|shall|must|should|may|has|have|reports?)\b")
"""Behind a name what the sentence goes on to say of its subject: "leads the Team, is accountable to"."""
_OWNING = {"its", "their", "our"}
"""Pronouns behind which the name of something else stands: "remains accountable to their own organisation"."""


_GOVERNED = re.compile(r"\b(?:of|by|from|with|to|for|under|at|in) (?:the |an? |its )?$", re.IGNORECASE)
"""Before a name that ends an aside, so that another does what follows the comma: "X, a group of Y, reports to"."""
_NAMED_BELOW = re.compile(r"[^.;:]{0,60}:\s")
"""Behind what is said of a class whose names follow: "Three groups report to the Board: A, B and C"."""
_BY_LAW = "established_under"
_OF_ANOTHER = re.compile(
    r"(?:committee|board|panel|group|team|service|part|forum)\b[^.;]{0,60} (?:of|within) (?:the |an? )?$",
    re.IGNORECASE,
)
"""Before a body whose group the law has set up: "a committee of the Council established under"."""
_DENIED = re.compile(
    r"\b(?:neither|nor|nothing\b[^.;]{0,80} (?:makes?|renders?)|not (?:make|render)) (?:the |an? |its )?$",
    re.IGNORECASE,
)
"""Before a name of which something is denied: "neither the Board nor the Panel reports to", "not make the Board"."""


_FORMER = re.compile(r"\b(?:formerly|previously)(?: (?:known as|called))?(?: the)? (?:[A-Z][\w&'’ -]+ \()?$")
"""Before the old name of a body, of which by its new one the rest is said: "the Panel, formerly the Forum, is"."""
_PART_OF = re.compile(
    r"(?:,? which is|,| is| \()? an? (?:[\w-]+ ){0,2}(?:sub-?\s?)?(?:group|committee|panel|part|board|forum)"
    r" (?:of|to) (?:the )?$",
    re.IGNORECASE,
)
"""Between a body and the one that it is a part of."""


@cache
def _patterns() -> Sequence[tuple[Frame, re.Pattern[str]]]:
    return [
        (frame, re.compile(rf"\W*(?:{'|'.join(frame.words)})\W+(?:(?:the|an?|its|our)\s+)?", re.IGNORECASE))
        for frame in frames()
        if frame.kind == "between"
    ]


def between(sentence: Sentence) -> list[Framed]:
    """Return what the words between neighbouring names of a sentence state."""
    if sentence.told or sentence.masked.prefix:
        return []
    text = sentence.masked.passage.text
    return [
        fact
        for left, right in pairwise(_unlabelled(sentence.masked.placed, text))
        if not (left.plural and _NAMED_BELOW.match(text, right.end))
        if 0 < right.start - left.end <= _LONGEST and text[right.start : right.end].lower() not in _OWNING
        if not _OWNS.match(text, right.end)
        if begins_with(text, left) or not _GOES_ON.match(text, left.end)
        for frame, pattern in _patterns()
        if pattern.fullmatch(text, left.end, right.start)
        if _follows(frame, text, left.start)
        if _says_no(frame) or not _DENIED.search(text, 0, left.start)
        if not _FORMER.search(text, 0, left.start)
        if frame.before or text[left.end] != "," or not _GOVERNED.search(text, 0, left.start)
        if frame.predicate != _BY_LAW or not _OF_ANOTHER.search(text, 0, left.start)
        for fact in _facts(frame, _chaired(frame, left, sentence), right, sentence)
    ]


def _chaired(frame: Frame, left: Placed, sentence: Sentence) -> Placed:
    """The body that is chaired: of "the Youth Panel, a sub-group of the Board chaired by" the panel, not the board."""
    if frame.predicate != "chairs" or left.type is not EntityType.BODY:
        return left
    text = sentence.masked.passage.text
    described = _PART_OF.search(text, 0, left.start)
    before = [p for p in sentence.masked.placed if described and p.end == described.start() and p.type is left.type]
    return before[0] if before else left


def _says_no(frame: Frame) -> bool:
    """Whether a denial is what the frame states: "neither above nor below", "nothing makes it answerable to"."""
    return bool(frame.negated) or frame.predicate == "peer_of"


def _follows(frame: Frame, text: str, start: int) -> bool:
    """Whether what the frame asks for stands before the left name: "Beneath the Board are the Panel and the Forum"."""
    words = rf"(?:{'|'.join(frame.before)})(?:\s+|(?<=\())(?:the |an? )?$"
    return not frame.before or re.search(words, text[:start], re.IGNORECASE) is not None


def _unlabelled(placed: Sequence[Placed], text: str) -> list[Placed]:
    """The longest names, without the word "chair" that only labels the next."""
    labels = lexicon("verbs")["classes"]["chairs"]
    return outermost(place for place in placed if text[place.start : place.end].lower() not in labels)


def _named_right(sentence: Sentence, right: Placed) -> Sequence[Placed]:
    """The right name with those listed behind it, or those that a counted class to the right stands for.

    None is a label of the next: "(chair: Head of Law; deputy chair: Treasurer)".
    """
    masked, text = sentence.masked, sentence.masked.passage.text
    row = [p for p in listed(masked, right.start, right.type) if p is right or not text.startswith(":", p.end)]
    return row or instances(masked, [right]) or [right]


def _facts(frame: Frame, left: Placed, right: Placed, sentence: Sentence) -> Iterator[Framed]:
    """The fact, and one for each further name that is listed behind the right one."""
    for other in _named_right(sentence, right):
        subject, object_ = (left, other) if frame.subject == ("left",) else (other, left)
        fits = subject.type.value in frame.subject_types and object_.type.value in frame.object_types
        if fits and subject.mention != object_.mention:
            yield Framed(
                subject.mention, frame.predicate, object_.mention, frame.qualifiers,
                negated=bool(frame.negated), confidence=frame.confidence, rule=frame.name,
            )  # fmt: skip
