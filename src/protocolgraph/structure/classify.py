"""What each unit is: heading, numbered paragraph, list item, lead-in, labelled value, footnote."""

from __future__ import annotations

import re
from collections.abc import Sequence

from protocolgraph.model import BlockKind
from protocolgraph.structure import wording
from protocolgraph.structure.sentences import split_sentences
from protocolgraph.structure.units import Unit, UnitKind, sub_ranges, undo_label
from protocolgraph.text.numbering import Label, LabelKind, follows, is_first
from protocolgraph.vocab.layout import load_layout

_MARKDOWN = re.compile(r"(#{1,6})\s+|\*\*(?P<bold>[^*]+)\*\*:?$")
_FOOTNOTE = re.compile(r"\*{1,5}\s?(?=[A-Za-z])")
_NOTE_NUMBER = re.compile(r"\d{1,2}$")
_SIGNED = re.compile(r"(?P<label>[A-Z][A-Za-z ]{1,30}?):?\s*(?P<rest>[.…_].*)$")
_LONGEST_VALUE = 260
_LONGEST_ENTRY = 200
_PARAGRAPH = 2
"""More sentences than this, where the items above are phrases, are a paragraph and no item."""
_LONGEST_LIST = 40
_SHORT = 9
"""Words of a heading that is neither in capitals nor in title case."""


def classify(units: list[Unit]) -> list[Unit]:
    """Return the units with their kinds set; labelled values take the unit that holds the value."""
    size = _body_size(units)
    _mark_paragraph_numbers(units)
    made: list[Unit] = []
    at = 0
    while at < len(units):
        at = _classify_one(units, at, made, size)
    for before, unit in zip(made, made[1:], strict=False):
        before.lead = _is_lead(before, unit)
    return made


def _classify_one(units: list[Unit], at: int, made: list[Unit], size: float | None) -> int:
    """Classify the unit at this place, add it, and return the place of the next."""
    unit = units[at]
    following = units[at + 1] if at + 1 < len(units) else None
    before = made[-1] if made else None
    if unit.settled or _from_markup(unit):
        pass
    elif unit.kind is UnitKind.ITEM:
        bounds = wording.field_bounds(unit.text)
        if wording.known_label(unit.text) and unit.text.endswith(":") and _takes_value(unit, following):
            return _take_value(unit, units, at, made)
        if bounds and wording.known_label(unit.text[bounds[0] : bounds[1]]):
            _split_field(unit, bounds)
        else:
            _classify_labelled(unit, before, following)
    elif _is_footnote(unit, before):
        unit.kind = UnitKind.NOTE
    elif _is_page_note(units, at):
        return _take_note(units, at, made)
    elif wording.has_leaders(unit.text) and (match := _SIGNED.match(unit.text)):
        _split_field(unit, (0, match.end("label"), match.start("rest")))
    elif _is_stray(unit, made):
        unit.kind, unit.stray = UnitKind.ITEM, True
    elif _is_entry(units, at, made):
        unit.kind = UnitKind.ITEM
    elif (bounds := wording.field_bounds(unit.text)) and _is_field(unit, bounds):
        _split_field(unit, bounds)
    elif _takes_value(unit, following):
        return _take_value(unit, units, at, made)
    elif _is_heading(unit, before, following, size):
        unit.kind = UnitKind.HEADING
    made.append(unit)
    return at + 1


def _body_size(units: Sequence[Unit]) -> float | None:
    """Return the font size of most of the text, where the reader knows sizes."""
    counted: dict[float, int] = {}
    for unit in units:
        if unit.lines[0].block.size:
            counted[unit.lines[0].block.size] = counted.get(unit.lines[0].block.size, 0) + len(unit.text)
    return max(counted, key=lambda size: counted[size]) if counted else None


def _from_markup(unit: Unit) -> bool:
    """Set the kind that the file's own markup gives; return whether it gives one."""
    block = unit.lines[0].block
    kinds = {BlockKind.HEADING: UnitKind.HEADING, BlockKind.FOOTNOTE: UnitKind.NOTE, BlockKind.CELL: UnitKind.CELL}
    if block.kind in kinds:
        unit.kind = kinds[block.kind]
        unit.level = block.level
        unit.number = unit.label.number if unit.label and unit.kind is UnitKind.HEADING else unit.number
        return True
    match = _MARKDOWN.match(unit.text)
    if match and len(unit.lines) == 1 and unit.label is None:
        unit.kind = UnitKind.HEADING
        unit.level = len(match[1]) if match[1] else None
        return True
    return False


def _classify_labelled(unit: Unit, before: Unit | None, following: Unit | None) -> None:
    label = unit.label
    if label is None and before and before.kind is UnitKind.ITEM and not wording.is_terminal(before.text):
        if len(split_sentences(unit.text)) > _PARAGRAPH:
            unit.kind = UnitKind.TEXT
        return
    if label is None or label.kind is LabelKind.BULLET:
        return
    if label.kind is LabelKind.WORD:
        if not unit.text or wording.could_head(unit.text):
            unit.kind, unit.number = UnitKind.HEADING, label.number
        else:
            undo_label(unit)
        return
    if label.kind is not LabelKind.DECIMAL or label.shape[0] == "(" or label.shape.endswith(")"):
        if label.shape in ("A.", "I.") and _heads_text(unit, following):
            unit.kind, unit.number = UnitKind.HEADING, label.number
        return
    if len(label.values) > 1:
        unit.number = label.number
        heads = wording.could_head(unit.text) and not _leads(unit)
        unit.kind = UnitKind.HEADING if heads else UnitKind.TEXT
    elif unit.number:
        unit.kind = UnitKind.TEXT
    elif _heads(unit, before, following):
        unit.kind, unit.number = UnitKind.HEADING, label.number


def _heads(unit: Unit, before: Unit | None, following: Unit | None) -> bool:
    """Whether "7. ..." is a heading, and not an item of a list."""
    if not wording.could_head(unit.text):
        return False
    if wording.is_capitals(unit.text):
        return True
    led = before is not None and (_leads(before) or (before.kind is UnitKind.ITEM and _siblings(before, unit)))
    if led:
        return False
    return following is None or not _siblings(unit, following) or wording.is_title(unit.text)


def _heads_text(unit: Unit, following: Unit | None) -> bool:
    return (
        wording.could_head(unit.text)
        and wording.is_title(unit.text)
        and following is not None
        and following.label is None
        and len(following.text) > len(unit.text)
    )


def _siblings(one: Unit, other: Unit) -> bool:
    if one.label is None or other.label is None:
        return one.label is other.label
    return follows(other.label, one.label)


def _leads(unit: Unit) -> bool:
    return bool(unit.text) and wording.leads_in(unit.text)


def _is_lead(unit: Unit, following: Unit) -> bool:
    """Whether a unit is completed by the items that follow it."""
    if following.kind is UnitKind.FIELD and unit.kind is UnitKind.TEXT:
        return unit.text.endswith(":") and not _is_known_field(following)
    if following.kind is not UnitKind.ITEM:
        return False
    return unit.kind is UnitKind.HEADING or (unit.kind in (UnitKind.TEXT, UnitKind.ITEM) and _leads(unit))


def _is_known_field(unit: Unit) -> bool:
    """Whether the label of a labelled value is one of a report's form."""
    start, end = unit.field_label[0][0], unit.field_label[-1][1]
    first = unit.lines[0]
    return wording.known_label(first.text[start - first.start : end - first.start])


def _mark_paragraph_numbers(units: Sequence[Unit]) -> None:
    """Give "1.", "2." that number the paragraphs of a document their section number.

    They do so where no colon leads into them, and one of them has several sentences or a list
    of its own, or the numbers run on over a heading.
    """
    run: list[Unit] = []
    last: Label | None = None
    led = deep = False
    for unit, following in zip(units, [*units[1:], None], strict=False):
        label = unit.label
        if label is None or label.shape != "1." or wording.could_head(unit.text):
            continue
        if last is None or not follows(label, last):
            _number_run(run, really=deep and not led)
            before = _previous(units, unit)
            run, deep = [], False
            led = not is_first(label) or (before is not None and _leads(before))
        run.append(unit)
        last = label
        deep = deep or len(split_sentences(unit.text)) > 1 or (_leads(unit) and following is not None)
    _number_run(run, really=deep and not led)


def _previous(units: Sequence[Unit], unit: Unit) -> Unit | None:
    at = next(number for number, other in enumerate(units) if other is unit)
    return units[at - 1] if at else None


def _number_run(run: Sequence[Unit], *, really: bool) -> None:
    for unit in run if really else ():
        unit.number = unit.label.number if unit.label else None


def _is_footnote(unit: Unit, before: Unit | None) -> bool:
    return bool(_FOOTNOTE.match(unit.text)) and (before is not None) and not unit.text.startswith("**" + unit.text[2:3].strip() + "*")


def _is_stray(unit: Unit, made: Sequence[Unit]) -> bool:
    """Whether a paragraph below a list is its last item, the bullet lost: it begins with the verb of another item."""
    first = unit.text.split(None, 1)[0]
    if not made or made[-1].kind is not UnitKind.ITEM or first.lower() in load_layout().paragraph_starts:
        return False
    if not first[0].isupper() or unit.new_page or wording.field_bounds(unit.text) or not wording.is_terminal(unit.text):
        return False
    label = made[-1].label
    for other in made[-1 : -_LONGEST_LIST : -1]:
        if other.kind is not UnitKind.ITEM or (other.label is None) != (label is None):
            return False
        if other.text.split(None, 1)[:1] == [first]:
            return True
    return False


def _is_page_note(units: Sequence[Unit], at: int) -> bool:
    """Whether a lone number and a text after it are a footnote: nothing follows them on the page."""
    if not _NOTE_NUMBER.match(units[at].text) or at + 1 >= len(units):
        return False
    note = units[at + 1]
    last = at + 2 == len(units) or units[at + 2].new_page
    return last and note.label is None and note.kind is UnitKind.TEXT and not note.new_page


def _take_note(units: list[Unit], at: int, made: list[Unit]) -> int:
    number, note = units[at], units[at + 1]
    note.kind = UnitKind.NOTE
    note.label_at = (number.lines[0].start, number.lines[0].end)
    note.label = Label(number.text, LabelKind.DECIMAL, "1", (int(number.text),), 0)
    made.append(note)
    return at + 2


def _is_entry(units: Sequence[Unit], at: int, made: Sequence[Unit]) -> bool:
    """Whether a unit without label is an entry of a list whose bullets the text does not show."""
    unit, before = units[at], made[-1] if made else None
    if before is None or before.field_label or unit.new_page or not _entry_like(unit):
        return False
    if before.kind is UnitKind.TEXT and before.text.endswith(":") and at + 1 < len(units):
        further = units[at + 1]
        return further.kind is UnitKind.TEXT and _entry_like(further)
    first = before.kind is UnitKind.ITEM and before.label is None and not before.lines[0].glyph
    return first and unit.gap <= max(1, before.gap)


def _entry_like(unit: Unit) -> bool:
    text = unit.text
    if unit.label or unit.lines[0].glyph or len(text) > _LONGEST_ENTRY or text.endswith((":", ".", "?")):
        return False
    return wording.field_bounds(text) is None and not wording.known_label(text)


def _is_field(unit: Unit, bounds: tuple[int, int, int]) -> bool:
    label, value = unit.text[bounds[0] : bounds[1]], unit.text[bounds[2] :]
    if wording.known_label(label) or wording.is_resolution(label):
        return True
    return len(value) <= _LONGEST_VALUE and len(split_sentences(value)) == 1


def _split_field(unit: Unit, bounds: tuple[int, int, int]) -> None:
    """Part a unit's ranges into those of its label and those of its value."""
    resolution = wording.is_resolution(unit.text[bounds[0] : bounds[1]])
    unit.kind = UnitKind.ITEM if resolution else UnitKind.FIELD
    unit.field_label = sub_ranges(unit, bounds[0], bounds[1])
    unit.ranges = sub_ranges(unit, bounds[2], len(unit.text))
    unit.text = unit.text[bounds[2] :]


def _takes_value(unit: Unit, following: Unit | None) -> bool:
    if following is None or not wording.known_label(unit.text) or following.kind not in (UnitKind.TEXT, UnitKind.ITEM):
        return False
    if following.label and following.label.kind is not LabelKind.WORD:
        return False
    return not wording.known_label(following.text) and following.gap <= 1 and not following.lines[0].glyph


def _take_value(unit: Unit, units: list[Unit], at: int, made: list[Unit]) -> int:
    """Make a labelled value of a label's unit and of those below it that hold the value."""
    unit.kind = UnitKind.FIELD
    unit.field_label = unit.ranges
    unit.ranges, unit.text, unit.values = [], "", []
    at += 1
    while at < len(units):
        value = units[at]
        stop = value.label or value.lines[0].glyph or wording.known_label(value.text) or wording.field_bounds(value.text)
        if unit.text and (stop or value.gap > 0 or value.new_page):
            break
        if value.label:
            undo_label(value)
        unit.lines += value.lines
        if unit.values and (unit.text.endswith(":") or wording.is_unfinished(unit.text)):
            unit.values[-1] = unit.values[-1] + value.ranges
        else:
            unit.values.append(value.ranges)
        unit.ranges += value.ranges
        unit.text = f"{unit.text} {value.text}".strip()
        at += 1
    made.append(unit)
    return at


def _is_heading(unit: Unit, before: Unit | None, following: Unit | None, size: float | None) -> bool:
    if following is None or not wording.could_head(unit.text) or len(unit.lines) > 3:
        return False
    if wording.leads_in(unit.text.rstrip(":-–— ")) or unit.text.startswith(("To ", "That ")):
        return False
    if unit.text.count(",") > 1 and not wording.is_capitals(unit.text):
        return False
    if before is not None and before.text and wording.is_unfinished(before.text) and before.kind is not UnitKind.HEADING:
        return False
    block = unit.lines[0].block
    if size and (block.bold or (block.size or 0) > size + 0.6):
        return True
    if wording.is_capitals(unit.text):
        return True
    if before is not None and before.kind is UnitKind.TEXT and wording.could_head(before.text) and unit.gap <= before.gap:
        return False
    return _has_content(following) and (wording.is_title(unit.text) or len(unit.text.split()) <= _SHORT)


def _has_content(unit: Unit) -> bool:
    """Whether a unit says something, so that a heading may stand above it."""
    if wording.has_leaders(unit.text):
        return False
    if unit.kind is not UnitKind.TEXT or unit.label is not None or unit.text.endswith((".", ":", ";")):
        return True
    return wording.says_something(unit.text) or wording.field_bounds(unit.text) is not None
