"""Lines that each name somebody, one below the other: "Ann Lee, Head of Care, Northwick Trust".

What stands so is no paragraph that goes on from line to line. Where the name has a line of its own, and post and
organisation stand on the lines below it, such cards one after the other are a table with one cell a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from protocolgraph.model import BlockKind, Cell
from protocolgraph.structure import wording
from protocolgraph.structure.lines import Line
from protocolgraph.structure.units import Unit, UnitKind, make_unit
from protocolgraph.vocab.layout import load_layout
from protocolgraph.vocab.lexicon import lexicon

_NAME = re.compile(
    r"(?:the )?(?P<name>(?:[A-Z][\w'’-]*\.?\s+){1,4}[A-Z][\w'’-]+)"
    r"(?:\s+(?:[A-Z]{2,4}\b\s*)+)?(?:$|\s*[,(|–—]|\s+-\s|\s*\.{3,})"
)
_INITIALLED = re.compile(
    r"(?P<name>(?:[A-Z][a-z]{1,4}\.? )?(?P<first>[A-Z])[\w'’-]+ (?:[A-Z][\w'’-]* )?(?P<last>[A-Z])[\w'’-]+) "
    r"\(?(?P=first)[A-Z]?(?P=last)[A-Za-z]?\)? (?=[A-Z])"
)
"""A name, and its initials between it and the post: "Ann Lee AL Head of Care", "Dr Bo Hart (BH) Chair"."""
_NO_NAMES = frozenset(lexicon("people")["not_names"])
_FEWEST = 2
"""So many rows or cards make a list."""
_CARD = range(2, 5)
"""Lines that a card may have: the name, and what stands below it."""
_BEYOND_POST = re.compile(r"[():,;.\d]|s$")
"""What the name of one post does not hold."""
_LONGEST_POST = 60
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)")
_BEFORE_OF = 3
"""Words that a post may have before "of": "Deputy Chief Executive of"."""
_LONGEST_ROW = 120
"""Characters of a line that only names somebody."""


def is_row(text: str) -> bool:
    """Whether a line begins with what could be a person's name, and is no sentence or label, nor open at its end."""
    match = _INITIALLED.match(text) or _NAME.match(text)
    if match is None or len(text) > _LONGEST_ROW or wording.says_something(text) or wording.is_unfinished(text):
        return False
    if text.endswith((".", ":", ";", ",")) or wording.known_label(text):
        return False
    return is_personal(match["name"])


def is_personal(name: str) -> bool:
    """Whether no word of what is written as a name is one of a body, of a post or of the calendar."""
    first, *words = [word.strip(".,").lower() for word in name.split()]
    words += [] if first in lexicon("people")["ranks"] or first in load_layout().name_titles else [first]
    others = (load_layout().owner_words, lexicon("bodies")["heads"], lexicon("roles")["heads"], _NO_NAMES)
    return not any(word in known for word in words for known in others)


def is_sure(text: str) -> bool:
    """Whether a name begins with a title or a common given name, or a post stands behind it."""
    first = text.split(None, 1)[0].rstrip(".").lower()
    if first in load_layout().name_titles or first in lexicon("given_names")["given"]:
        return True
    name = _NAME.match(text)
    behind = wording.words(text[name.end("name") :]) if name else []
    return any(word.lower() in lexicon("roles")["heads"] for word in behind)


def is_post(text: str) -> bool:
    """Whether a line is only the name of one post: "Company Secretary"."""
    words = " ".join(wording.words(text)).lower()
    named = wording.begins_with_person(text) or is_row(text)
    plain = len(text) <= _LONGEST_POST and text[:1].isupper() and not named and not _BEYOND_POST.search(text)
    posts = (*lexicon("roles")["heads"], *lexicon("roles")["titles"])
    return plain and not wording.says_something(text) and any(_ends_in(words, post) for post in posts)


def is_whole_post(text: str) -> bool:
    """Whether a line is the name of a post by itself, as one of several in a cell is: "Director of Law (Chair)"."""
    plain = _IN_BRACKETS.sub("", text)
    words = [word.lower() for word in wording.words(plain)]
    of = next((at for at, word in enumerate(words[: _BEFORE_OF + 1]) if word in {"of", "for"}), 0)
    titled = of > 0 and words[of - 1] in lexicon("roles")["heads"] and len(words) > of + 1
    return len(words) > 1 and ((titled and not wording.says_something(plain)) or is_post(plain))


def _ends_in(words: str, head: str) -> bool:
    return words.endswith(head) and words[: -len(head)][-1:] in ("", " ")


def rows_below_each_other(lines: Sequence[Line]) -> set[int]:
    """Return the lines that name somebody each and stand in a run of such lines."""
    found: set[int] = set()
    for start, end in _runs(lines):
        if end - start >= _FEWEST and 2 * sum(is_sure(line.text) for line in lines[start:end]) >= end - start:
            found.update(range(start, end))
    return found


def _runs(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    start = 0
    for at in range(len(lines) + 1):
        if at < len(lines) and is_row(lines[at].text) and (at == start or not lines[at].gap):
            continue
        yield start, at
        start = at if at < len(lines) and is_row(lines[at].text) else at + 1


@dataclass(frozen=True, slots=True)
class Cards:
    """Lines `start` to `end` that are cards of so many lines each."""

    start: int
    end: int
    size: int
    headed: bool
    """Whether the first card names the lines of the others."""


def find_cards(lines: Sequence[Line]) -> list[Cards]:
    """Return the lists of cards, which blank lines part, each below the name of a person."""
    bounds = [at for at, line in enumerate(lines) if at == 0 or line.gap]
    blocks = list(pairwise([*bounds, len(lines)]))
    found: list[Cards] = []
    at = 0
    while at < len(blocks):
        size = blocks[at][1] - blocks[at][0]
        headed = _is_header(lines[slice(*blocks[at])])
        first = at + headed
        end = first
        while end < len(blocks) and blocks[end][1] - blocks[end][0] == size and _is_card(lines[slice(*blocks[end])]):
            end += 1
        if end - first >= _FEWEST:
            found.append(Cards(blocks[at][0], blocks[end - 1][1], size, headed))
        at = max(end, at + 1)
    return found


def _is_header(block: Sequence[Line]) -> bool:
    return len(block) in _CARD and all(wording.heads_column(line.text) for line in block)


def _is_card(block: Sequence[Line]) -> bool:
    if len(block) not in _CARD or not is_row(block[0].text):
        return False
    name = _NAME.match(block[0].text)
    if name is None or name.end("name") < len(block[0].text) or any(_is_other(line) for line in block):
        return False
    return not any(wording.is_prose(line.text) or wording.field_bounds(line.text) for line in block)


def _is_other(line: Line) -> bool:
    """Whether a line is no plain line of text."""
    return line.block.kind is not BlockKind.TEXT or line.label is not None or line.glyph


def card_units(lines: Sequence[Line], cards: Cards, table: int) -> list[Unit]:
    """Return the cells of a list of cards."""
    units = []
    for number, line in enumerate(lines[cards.start : cards.end]):
        row, column = divmod(number, cards.size)
        unit = make_unit(line, None)
        unit.kind, unit.settled = UnitKind.CELL, True
        unit.cell = Cell(table, row if cards.headed else row + 1, column, header=cards.headed and row == 0)
        units.append(unit)
    return units
