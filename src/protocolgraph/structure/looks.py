"""What a unit looks like by itself: the heading of something, an entry of a list, words that say something."""

from __future__ import annotations

from protocolgraph.structure import wording
from protocolgraph.structure.units import Unit, UnitKind
from protocolgraph.vocab.layout import load_layout
from protocolgraph.vocab.lexicon import lexicon

_LONGEST_ENTRY = 200
_LONGEST_ACRONYM = 12


def entry_like(unit: Unit) -> bool:
    """Whether a unit could be one entry of a list without bullets: short, and no sentence, label or heading."""
    text = unit.text
    if unit.label or unit.glyph or unit.settled or len(text) > _LONGEST_ENTRY or text.endswith((":", ".", "?")):
        return bool(unit.listed and text.endswith(".") and text[:1].islower())
    bounds = wording.field_bounds(text)
    in_brackets = bounds is not None and "(" in text[bounds[0] : bounds[1]]  # "Pay Group (lead: Head of Finance)"
    if (bounds and not in_brackets) or wording.known_label(text):
        return False
    return not wording.is_capitals(text) or sum(c.isalpha() for c in text) <= _LONGEST_ACRONYM


def is_entry_item(unit: Unit) -> bool:
    """Whether a unit was recognised as an entry of such a list."""
    return unit.kind is UnitKind.ITEM and unit.label is None and not unit.glyph


def is_deed(before: Unit, unit: Unit) -> bool:
    """Whether a paragraph is what a lead-in says is done, or one more such: "Members are expected to:", "Attend ...".

    It begins with a verb that "to" or "will" calls for, so that it is no sentence of its own for all its full stop.
    """
    led = before.kind is UnitKind.TEXT and wording.opens_to_verb(before.text)
    return (led or (is_entry_item(before) and unit.gap == before.gap and _does(before))) and _does(unit)


def _does(unit: Unit) -> bool:
    """Whether words only say what is done: a bare verb first, no finite one right behind it ("Support is given")."""
    if unit.label or unit.glyph or unit.settled or not (wording.is_terminal(unit.text) or unit.text.endswith(",")):
        return False
    first, _, said = unit.text.partition(" ")
    then = said.partition(" ")[0].lower()
    return first.lower() in lexicon("verbs")["actions"] and bool(then) and then not in load_layout().finite_verbs


def goes_on_below(before: Unit, unit: Unit) -> bool:
    """Whether an entry goes on with the list of the entry before it: no wider space parts them."""
    if before.listed:
        return not unit.gap
    return unit.gap <= max(before.gap, 0 if unit.listed else 1)


def is_beside(one: Unit, other: Unit) -> bool:
    """Whether two units are lines of one list of names."""
    alike = wording.is_capitals(one.text) == wording.is_capitals(other.text)
    return one.listed and other.listed and not other.gap and alike


def heading_like(unit: Unit) -> bool:
    """Whether the words of a unit could stand above a section."""
    text = unit.text
    if unit.kind is not UnitKind.TEXT or unit.settled or not wording.could_head(text) or len(unit.lines) > 3:
        return False
    if wording.leads_in(text.rstrip(":-–— ")) or text.startswith(("To ", "That ")):
        return False
    return text.count(",") < 2 or wording.is_capitals(text)


def has_content(unit: Unit) -> bool:
    """Whether a unit says something, so that a heading may stand above it."""
    if wording.has_leaders(unit.text):
        return False
    if unit.kind is not UnitKind.TEXT or unit.label is not None or unit.listed or unit.text.endswith((".", ":", ";")):
        return True
    told = wording.says_something(unit.text) or wording.field_bounds(unit.text) is not None
    return told or wording.is_amount_row(unit.tail)


def begin_alike(one: Unit, other: Unit) -> bool:
    """Whether two units begin with the same capital word: "To plan ...", "To report ..."."""
    first = one.text.split(None, 1)[0]
    return first[0].isupper() and not other.label and other.text.split(None, 1)[:1] == [first]
