"""A text in which each name is one plain word, so that a parser reads the sentence around the names.

"Children and Young People's Partnership" is read as "Council"; the parser never sees the commas and
"and"s of a name. Offsets lead back from the masked text to the passage.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

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
        return [p for p in self.placed if (p.start, p.end) == (first.start, first.end)]


def mask(passage: Passage, placed: list[Placed], *, prefix: str = "", start: int = 0) -> Masked:
    """Return a passage from `start` on with its names as single words and a prefix in front."""
    pieces, starts, sources = [prefix], [], []
    length, place = len(prefix), start
    for name in sorted(placed, key=lambda p: p.start):
        if not name.masks or name.start < place:
            continue
        before = passage.text[place : name.start]
        word = _WORDS[name.type][name.plural]
        starts += [length, length + len(before)]
        sources += [place, name.start]
        pieces += [_americanized(before), word]
        length += len(before) + len(word)
        place = name.end
    starts.append(length)
    sources.append(place)
    pieces.append(_americanized(passage.text[place:]))
    return Masked("".join(pieces), passage, tuple(starts), tuple(sources), tuple(placed), len(prefix))
