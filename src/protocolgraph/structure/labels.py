"""Whether what looks like a label at the head of a line is one, given the lines before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from protocolgraph.model import BlockKind
from protocolgraph.structure import wording
from protocolgraph.structure.lines import Line
from protocolgraph.structure.units import Unit, UnitKind
from protocolgraph.text.numbering import Label, LabelKind, follows, is_first, read_label, readings
from protocolgraph.vocab.layout import load_layout
from protocolgraph.vocab.lexicon import lexicon

DASHES = "-–—−*+"
_LOOK_BACK = 12
_LONE = re.compile(r"[a-z]$|[ivx]{2,5}$")
_AIM = re.compile(r"to [a-z]")
_FEWEST_LONE = 3
_INITIAL = re.compile(r"[A-Z]\.")
_SURNAME = re.compile(r"[A-Z][a-z'’-]+ [A-Z]")
_INITIALLED = re.compile(r"[A-Z]\. ?[A-Z][a-z'’-]+ [A-Z]")
_DASH_REACH = 3
"""The next dash of a list begins at most so many lines below."""
"""So many letters or numerals in order, each alone on its line, label the words below them."""


def accepted_label(line: Line, units: Sequence[Unit], usual_gap: int, *, listed: bool = False) -> Label | None:
    """Return the line's label if it is one: not the number in "section 4(2)", not a date, not a dash in a sentence.

    `listed` says that the line is one of several that the same dash begins.
    """
    label = line.label
    if label is None or not units:
        return label
    before, rest = units[-1], line.text[label.end :]
    if label.text == "o":
        return next((reading for reading in readings(label)[1:] if _follows_any(reading, units)), label)
    if label.kind is LabelKind.BULLET:
        return None if label.text in DASHES and not listed and _is_dash(line, before, rest) else label
    if before.open_brackets and line.gap <= usual_gap and not label.text.endswith("."):
        return None
    if label.kind is LabelKind.DECIMAL and _is_cited(label, before):
        return None
    if label.kind is LabelKind.WORD:
        return label if not rest or rest[0].isupper() or rest[0] in "(‘“'\"" else None
    if _is_initial(label, rest, units):
        return None
    unfinished = wording.is_unfinished(before.tail)
    if label.bare and label.kind is not LabelKind.DECIMAL:
        return label if _is_bare_letter(label, rest, units) else None
    if label.bare:
        return label if _is_bare_number(line, rest) and not unfinished else None
    if is_expected(label, units):
        return label
    if not rest or rest[0].isupper():
        return None if unfinished and line.gap == 0 else label
    return label if line.gap > 0 and not unfinished and label.kind is not LabelKind.DECIMAL else None


def _is_initial(label: Label, rest: str, units: Sequence[Unit]) -> bool:
    """Whether a capital with its point is somebody's: out of order above a post, or below another such line.

    "R. Calder Headteacher" over "I. Denby Vice Chair" is no list that letters number.
    """
    named = _INITIAL.fullmatch(label.text) and _SURNAME.match(rest)
    if not named or wording.says_something(rest):
        return False
    if _INITIALLED.match(units[-1].text):
        return True
    behind = [word.lower() for word in wording.words(rest)[1:]]
    return not (is_first(label) or _follows_any(label, units)) and any(w in lexicon("roles")["heads"] for w in behind)


def lone_labels(lines: Sequence[Line]) -> dict[int, Label]:
    """Return the letters and numerals alone on their lines, "a", "ii", that count on: they label the words below."""
    found: dict[int, Label] = {}
    for number, line in enumerate(lines):
        lone = _LONE.match(line.text) and number + 1 < len(lines)
        label = read_label(f"{line.text} _") if lone and line.block.kind is BlockKind.TEXT else None
        if label is None:
            continue
        before = list(found.values())[-_LOOK_BACK:]
        going = next((one for one in readings(label) if any(follows(one, other) for other in before)), None)
        if going is not None or label.values == (1,):
            found[number] = replace(going or label, bare=False, end=len(line.text))
    return found if len(found) >= _FEWEST_LONE else {}


def counted_aims(lines: Sequence[Line]) -> dict[int, Label]:
    """Return the bare numbers of a list of aims: "1 to advise the Board", "2 to review its plan", "3 to report"."""
    found: dict[int, Label] = {}
    for number, line in enumerate(lines):
        label = line.label if line.label and line.label.bare and line.block.kind is BlockKind.TEXT else None
        if label is not None and _AIM.match(line.text, label.end):
            before = list(found.values())[-1:]
            if is_first(label) or any(follows(label, other) for other in before):
                found[number] = replace(label, bare=False)
    return found if len(found) >= _FEWEST_LONE else {}


def dashed(lines: Sequence[Line]) -> frozenset[int]:
    """Return the lines that the same dash begins equally far in, one near below the other: items, and no asides."""
    heads = [
        (number, line.text[0], line.indent)
        for number, line in enumerate(lines)
        if line.label and line.label.text in DASHES and line.text[line.label.end :]
    ]
    near = [
        (one, other)
        for (one, *shape), (other, *same) in pairwise(heads)
        if shape == same and other - one <= _DASH_REACH
    ]
    return frozenset(number for pair in near for number in pair)


def whole_label(line: Line, units: Sequence[Unit]) -> Label | None:
    """Return the label at the head of a whole paragraph: that of the file's markup, else as it is read."""
    marked, label = line.block.label, line.label
    if marked is None:
        return accepted_label(line, units, 0)
    if label is None or not label.text.startswith(marked.rstrip(".")):
        end = len(marked) + len(line.text[len(marked) :]) - len(line.text[len(marked) :].lstrip())
        return Label(marked, LabelKind.BULLET, marked, (), end)
    return replace(label, bare=False)


def _is_cited(label: Label, before: Unit) -> bool:
    """Whether a number belongs to the words before it: "section / 42"."""
    if not wording.cites(before.tail) or wording.is_terminal(before.tail):
        return False
    return label.text[-1] not in ".:" or not is_first(label)


def _is_bare_number(line: Line, rest: str) -> bool:
    """Whether a number without point or bracket numbers a heading: "1 PURPOSE", "3  Members"."""
    first = rest.split()[0].strip(",").lower() if rest else ""
    if not wording.could_head(rest) or first in load_layout().months:
        return False
    if wording.is_capitals(rest):
        return True
    return line.gap > 0 and rest[0].isupper() and (wording.is_title(rest) or "  " in line.text[:5])


def _is_bare_letter(label: Label, rest: str, units: Sequence[Unit]) -> bool:
    """Whether a letter or numeral alone is a label: it goes on with others, or begins a list that is announced."""
    if _follows_any(label, units) and (rest[0].isupper() or label.kind is LabelKind.ROMAN):
        return True
    if not is_first(label):
        return False
    before = units[-1].tail
    if label.kind is LabelKind.ROMAN:
        return before.endswith((":", ";"))
    return rest[0].isupper() and (wording.is_terminal(before) or wording.is_capitals(before))


def _follows_any(label: Label, units: Sequence[Unit]) -> bool:
    return any(unit.label and follows(label, unit.label) for unit in units[-_LOOK_BACK:])


def _is_dash(line: Line, before: Unit, rest: str) -> bool:
    """Whether a dash at the head of a line stands inside a sentence."""
    if not rest or before.kind is not UnitKind.TEXT or not before.tail:
        return False
    if wording.leads_in(before.tail):
        return False
    if line.gap == 0 and wording.is_unfinished(before.tail):
        return True
    return rest[0].islower() and not wording.is_terminal(before.tail)


def is_expected(label: Label, units: Sequence[Unit]) -> bool:
    """Whether a label begins a list, or goes on with one of those before."""
    if _follows_any(label, units):
        return True
    before = units[-1]
    return is_first(label) and (wording.is_terminal(before.tail) or wording.leads_in(before.tail) or _heads(before))


def _heads(unit: Unit) -> bool:
    """Whether a line is a heading that items may stand right below: in capitals, or a numbered title."""
    if len(unit.lines) > 1 or not wording.could_head(unit.tail) or wording.is_resolution(unit.tail):
        return False
    numbered = unit.label is not None and unit.label.kind in (LabelKind.DECIMAL, LabelKind.WORD)
    return wording.is_capitals(unit.tail) or (numbered and wording.is_title(unit.tail))
