"""Labelled values: the fields of a report's form, attendance lists, signatures, what a meeting resolved."""

from __future__ import annotations

import re
from collections.abc import Sequence

from protocolgraph.structure import wording
from protocolgraph.structure.people_rows import is_post, is_row, is_sure
from protocolgraph.structure.sentences import split_sentences
from protocolgraph.structure.units import Unit, UnitKind, sub_ranges, undo_label
from protocolgraph.text.numbering import LabelKind, read_label

_SIGNED = re.compile(r"(?P<label>[A-Z][A-Za-z ]{1,30}?):?\s*(?P<rest>[.…_].*)$")
_DECIDED = re.compile(r"(?P<word>[A-Z]{5,}(?: [A-Z]{5,})?)\s+(?=(?:that|to)\b|That\b)")
_CHAIR = re.compile(r"(?:(?:vice|deputy|independent)[- ])?chair", re.IGNORECASE)
_LONGEST_VALUE = 260
_LONGEST_NAME = 160


def split_field(unit: Unit) -> bool:
    """Part a unit into a label and its value, if it is "Label: value"; return whether it was."""
    decided = _DECIDED.match(unit.text)
    if decided and wording.is_resolution(decided["word"]):
        _split(unit, (0, decided.end("word"), decided.end()), UnitKind.ITEM)
        return True
    if wording.has_leaders(unit.text) and (signed := _SIGNED.match(unit.text)) and _is_filled_in(signed):
        _split(unit, (0, signed.end("label"), signed.start("rest")), UnitKind.FIELD)
        return True
    bounds = wording.field_bounds(unit.text)
    if bounds is None or unit.text[bounds[0] : bounds[1]].count("(") > unit.text[bounds[0] : bounds[1]].count(")"):
        return False
    label, value = unit.text[bounds[0] : bounds[1]], unit.text[bounds[2] :]
    if wording.is_resolution(label):
        _split(unit, bounds, UnitKind.ITEM)
        return True
    known = wording.known_label(label)
    if known or (len(value) <= _LONGEST_VALUE and len(split_sentences(value)) == 1 and not unit.label):
        _split(unit, bounds, UnitKind.FIELD)
        return True
    return False


def _is_filled_in(ruled: re.Match[str]) -> bool:
    """Whether the words before a ruled line are a label: "Date ....". A post before an empty one signs there."""
    form = wording.known_label(ruled["label"]) and not wording.is_attendance(ruled["label"])
    return form or any(c.isalnum() for c in ruled["rest"])


def _split(unit: Unit, bounds: tuple[int, int, int], kind: UnitKind) -> None:
    start, end, value = bounds
    unit.kind = kind
    unit.field_label = sub_ranges(unit, start, end)
    unit.cut(value)
    if kind is UnitKind.ITEM and (label := read_label(unit.text)) and not label.bare:
        at = unit.ranges[0][0]
        unit.label, unit.label_at = label, (at, at + label.end)
        unit.cut(label.end)


_LEFT_EMPTY = re.compile(r"(?:signed|signature|dated?)\W*", re.IGNORECASE)
"""Labels of a form that are filled in by hand, above the next label: "Signed:" over "Designation: Chair"."""


def takes_value(unit: Unit, following: Unit | None) -> bool:
    """Whether a unit is a known label and the next one its value."""
    if following is None or following.settled or not wording.known_label(unit.text):
        return False
    if following.kind not in (UnitKind.TEXT, UnitKind.ITEM) or following.glyph or following.gap > 1:
        return False
    if following.label and following.label.kind is not LabelKind.WORD:
        return False
    if not unit.text.endswith((":", "-", "–")):
        long = len(following.text) > _LONGEST_VALUE or len(split_sentences(following.text)) > 1
        if wording.is_attendance(unit.text) or (long and following.gap > 0):
            return False
    if _LEFT_EMPTY.fullmatch(unit.text) and wording.field_bounds(following.text) is not None:
        return False
    return not wording.known_label(following.text)


def names_holder(unit: Unit, following: Unit | None) -> bool:
    """Whether a unit is only a post and the line right below it who has it."""
    if following is None or following.settled or following.gap or following.kind is not UnitKind.TEXT:
        return False
    return is_post(unit.text) and is_row(following.text) and is_sure(following.text)


def take_value(unit: Unit, units: Sequence[Unit], at: int) -> int:
    """Make a labelled value of a label's unit and of those from `at` on that hold the value; return where they end."""
    unit.kind = UnitKind.FIELD
    ends = _ends_names if wording.is_attendance(unit.text) else _ends_value
    unit.field_label = unit.ranges
    unit.ranges, unit.words, unit.values = [], [], []
    while at < len(units) and not (unit.words and ends(units[at])):
        value = units[at]
        if value.label:
            undo_label(value)
        _add_value(unit, value)
        at += 1
    return at


def take_names(unit: Unit, units: Sequence[Unit], at: int) -> int:
    """Add to an attendance list the lines of names that follow it from `at` on; return where they end.

    Who chairs stands behind the label alone: what follows "Chair: Ann Lee" is of others, or says what they do.
    """
    unit.values = [unit.ranges]
    if _CHAIR.match(label_text(unit)) and not (unit.tail.endswith(":") or wording.is_unfinished(unit.tail)):
        return at
    while at < len(units) and not _ends_names(units[at]):
        _add_value(unit, units[at])
        at += 1
    return at


def _add_value(unit: Unit, value: Unit) -> None:
    goes_on = ";" in unit.tail and not unit.tail.endswith(";")
    if unit.values and (goes_on or unit.tail.endswith(":") or wording.is_unfinished(unit.tail)):
        unit.values[-1] = unit.values[-1] + value.ranges
    else:
        unit.values.append(value.ranges)
    unit.lines = unit.lines + value.lines
    unit.ranges = unit.ranges + value.ranges
    unit.words = unit.words + value.words


def _ends_value(unit: Unit) -> bool:
    if unit.settled or unit.label or unit.glyph or unit.gap or unit.new_page:
        return True
    return _begins_label(unit)


def _begins_label(unit: Unit) -> bool:
    return wording.known_label(unit.text) or wording.field_bounds(unit.text) is not None


def _ends_names(unit: Unit) -> bool:
    """Whether a unit is no line of a list of people."""
    if unit.named:
        return unit.settled or unit.new_page or wording.is_prose(unit.text) or _begins_label(unit)
    row = unit.kind is UnitKind.ITEM and unit.settled and wording.begins_with_person(unit.text)
    if (unit.kind is not UnitKind.TEXT and not row) or len(unit.text) > _LONGEST_NAME:
        return True
    plain = (row or not unit.settled) and not unit.new_page and not unit.label
    if wording.begins_with_person(unit.text) and plain:
        return wording.says_something(unit.text) or _begins_label(unit)
    if _ends_value(unit):
        return True
    return wording.is_capitals(unit.text) or wording.says_something(unit.text) or wording.is_terminal(unit.text)


def label_text(unit: Unit) -> str:
    """Return the label of a labelled value."""
    start, end = unit.field_label[0][0], unit.field_label[-1][1]
    line = next((line for line in unit.lines if line.start <= start < line.end), unit.lines[0])
    return line.text[start - line.start : end - line.start]
