"""What each unit is: heading, numbered paragraph, list item, lead-in, labelled value, footnote."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from protocolgraph.model import BlockKind
from protocolgraph.structure import wording
from protocolgraph.structure.forms import label_text, names_holder, split_field, take_names, take_value, takes_value
from protocolgraph.structure.leads import mark_leads
from protocolgraph.structure.looks import (
    begin_alike,
    entry_like,
    goes_on_below,
    has_content,
    heading_like,
    is_beside,
    is_deed,
    is_entry_item,
)
from protocolgraph.structure.numbered_rows import split_numbered_rows
from protocolgraph.structure.paragraph_numbers import mark_paragraph_numbers
from protocolgraph.structure.parts import kind_of_title
from protocolgraph.structure.presence import gather_presence
from protocolgraph.structure.rosters import mark_rosters
from protocolgraph.structure.sentences import split_sentences
from protocolgraph.structure.topics import tops_prose
from protocolgraph.structure.units import Unit, UnitKind, sub_ranges, undo_label
from protocolgraph.text.numbering import Label, LabelKind, follows, is_first, read_label
from protocolgraph.vocab.layout import load_layout

_HASHES = re.compile(r"(#{1,6})\s+(?=\S)")
_BOLD = re.compile(r"\*\*[^*]+\*\*:?$")
_STARRED = re.compile(r"(?P<stars>\*{1,5})\s?(?=[A-Za-z])(?![^*]{1,80}(?P=stars))")
_GERUND = re.compile(r"[A-Z][a-z]+ing\b")
"""How what is done begins behind the label of an item: "1. Fees: Deciding what owners pay"."""
_NOTE_NUMBER = re.compile(r"\d{1,2}$")
_LABEL_WORDS = 4
_LARGER = 0.6
"""Points."""
_TITLE_LINES = 3
"""So many lines may stand above a title."""
_NOTE_REACH = 30
"""A footnote's mark stands in one of so many units before it."""
_LONGEST_LIST = 40
_STATEMENT = 5
"""Words of a numbered line that may say what is to be done: "1.2 To share what is learnt"."""
_PARAGRAPH = 2
"""More sentences than this, where the items above are phrases, are a paragraph and no item."""
_GROUP = re.compile(
    r"(?:group|committee|board|panel|forum|partnership|commission|cabinet|executive|team)s?[ :]*$", re.IGNORECASE
)
"""The end of the name of a group, whose own members then stand below it: "Victims Subgroup:"."""
_SHORT = 9
"""Words of a heading that is neither in capitals nor in title case."""


def classify(units: Sequence[Unit]) -> list[Unit]:
    """Return the units with their kinds set; labelled values take the units that hold the value."""
    return _Classifier(units).run()


class _Classifier:
    """Goes through the units once; `made` is what it has understood so far."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self._units = gather_presence(split_numbered_rows(units))
        self._size = _body_size(units)
        self._numbered = False
        """Whether a numbered heading is open."""
        self._members = False
        """Whether the last heading is one of members: "The Council:" below it leads into those whom it sends."""
        self._started = False
        """Whether the title page is over."""
        self.made: list[Unit] = []

    def run(self) -> list[Unit]:
        mark_paragraph_numbers(self._units)
        mark_rosters(self._units)
        at = 0
        while at < len(self._units):
            at = self._take(at)
        _mark_groups(self.made)
        mark_leads(self.made)
        return self.made

    def _take(self, at: int) -> int:
        """Classify the unit at this place, keep it, and return the place of the next."""
        unit = self._units[at]
        following = self._units[at + 1] if at + 1 < len(self._units) else None
        end = at + 1
        if unit.settled or _from_markup(unit):
            pass
        elif unit.kind is UnitKind.ITEM:
            end = self._take_labelled(unit, following, end)
        elif self._is_page_note(at):
            unit = _as_note(unit, self._units[at + 1])
            end = at + 2
        elif starred := _STARRED.match(unit.text):
            _mark_starred(unit, starred)
        else:
            end = self._take_plain(unit, at)
        self.made.append(unit)
        self._started = self._started or unit.number is not None or unit.text.endswith(".")
        if unit.kind is UnitKind.HEADING:
            self._numbered = unit.number is not None or (self._numbered and unit.level is None)
            self._members = wording.heads_members(unit.text)
        return end

    def _take_labelled(self, unit: Unit, following: Unit | None, end: int) -> int:
        bounds = wording.field_bounds(unit.text)
        if bounds and self._run_in(unit, bounds):
            pass
        elif bounds and wording.known_label(unit.text[bounds[0] : bounds[1]]):
            split_field(unit)
        elif unit.text.endswith(":") and takes_value(unit, following):
            return take_value(unit, self._units, end)
        else:
            self._classify_label(unit, following)
        return end

    def _run_in(self, unit: Unit, bounds: tuple[int, int, int]) -> bool:
        """Part "2. Membership: The Board will ..." into heading and paragraph; return whether it was so."""
        label, words = unit.label, unit.text[bounds[0] : bounds[1]]
        if not label or label.kind is not LabelKind.DECIMAL or label.shape not in ("1.", "11", "1"):
            return False
        said = unit.text[bounds[2] :]
        if len(words.split()) > _LABEL_WORDS or not wording.says_something(said) or _GERUND.match(said):
            return False
        heading = Unit(UnitKind.HEADING, unit.lines[:1], sub_ranges(unit, bounds[0], bounds[1]), [words])
        heading.label, heading.label_at, heading.number = label, unit.label_at, label.number
        self.made.append(heading)
        unit.kind, unit.label, unit.label_at, unit.number = UnitKind.TEXT, None, None, None
        unit.cut(bounds[2])
        return True

    def _take_plain(self, unit: Unit, at: int) -> int:
        """Classify a unit without label or markup."""
        following = self._units[at + 1] if at + 1 < len(self._units) else None
        if names_holder(unit, following):
            return take_value(unit, self._units, at + 1)
        if self._is_known_heading(unit, following):
            unit.kind = UnitKind.HEADING
        elif self._is_stray(unit):
            unit.kind, unit.stray = UnitKind.ITEM, True
        elif self._is_entry(at) or self._lost_its_label(unit, following) or self._leads_in_again(unit):
            unit.kind = UnitKind.ITEM
        elif not self._is_title(unit) and split_field(unit):
            if unit.kind is UnitKind.FIELD and wording.is_attendance(label_text(unit)):
                return take_names(unit, self._units, at + 1)
        elif takes_value(unit, following):
            return take_value(unit, self._units, at + 1)
        elif self._is_heading(at):
            unit.kind = UnitKind.HEADING
        return at + 1

    def _is_title(self, unit: Unit) -> bool:
        """Whether "Safeguarding Board: Terms of Reference" at the head of a document is its title and no field."""
        bounds = wording.field_bounds(unit.text)
        if bounds is None or self._started or len(self.made) > _TITLE_LINES or not wording.could_head(unit.text):
            return False
        label, value = unit.text[bounds[0] : bounds[1]], unit.text[bounds[2] :]
        known = wording.known_label(label) or wording.is_office(label)
        return not known and (not self.made or kind_of_title(value) is not None)

    def _is_known_heading(self, unit: Unit, following: Unit | None) -> bool:
        """Whether a line is a heading of the genre, and neither a label with its value nor the last line of all."""
        if following is None or len(unit.lines) > 1:
            return False
        fields = wording.opens_field(following.text) and wording.names_body(unit.text)
        if (fields or wording.heads_fields(unit.text, following.text)) and not following.gap:
            return heading_like(unit) and wording.field_bounds(unit.text) is None
        if not wording.known_heading(unit.text) and not (
            wording.owned_heading(unit.text) and not heading_like(following) and not wording.opens_field(unit.text)
        ):
            return self._tops_prose(unit, following)
        if unit.text.endswith(":") and following.kind is UnitKind.ITEM and self._numbered:
            return False
        return not takes_value(unit, following) and not (wording.known_heading(following.text) and not unit.gap)

    def _tops_prose(self, unit: Unit, following: Unit) -> bool:
        """Whether a line below the entries of a list heads the paragraph below it: a line of topics, or any title
        right behind the entry whose full stop closes the list.
        """
        if following.kind is not UnitKind.TEXT or following.label or not wording.is_prose(following.text):
            return False
        before = self.made[-1] if self.made else None
        if before is None or not is_entry_item(before):
            return False
        closed = before.text.endswith(".") and wording.is_title(unit.text) and heading_like(unit)
        return closed or tops_prose(unit.text, following.text)

    def _classify_label(self, unit: Unit, following: Unit | None) -> None:
        label, before = unit.label, self.made[-1] if self.made else None
        if label is None:
            if before and before.kind is UnitKind.ITEM and not wording.is_terminal(before.text):
                unit.kind = UnitKind.TEXT if len(split_sentences(unit.text)) > _PARAGRAPH else UnitKind.ITEM
        elif label.kind is LabelKind.WORD:
            if unit.text and not wording.could_head(unit.text):
                undo_label(unit)
            else:
                unit.kind, unit.number = UnitKind.HEADING, label.number
        elif label.shape in ("A.", "I."):
            if _heads_text(unit, following):
                unit.kind, unit.number = UnitKind.HEADING, label.number
        elif label.kind is LabelKind.DECIMAL and label.shape[0] != "(" and not label.shape.endswith(")"):
            self._classify_decimal(unit, label, following)

    def _classify_decimal(self, unit: Unit, label: Label, following: Unit | None) -> None:
        if len(label.values) > 1 or "/" in label.text:
            unit.number = label.number
            heads = wording.could_head(unit.text) and not wording.leads_in(unit.text)
            heads = heads and not self._is_one_of_several(unit, label, following)
            unit.kind = UnitKind.HEADING if heads else UnitKind.TEXT
        elif unit.number:
            unit.kind = UnitKind.TEXT
        elif self._heads(unit, following):
            unit.kind, unit.number = UnitKind.HEADING, label.number
        elif self._goes_on_with_headings(unit, label, following) or self._has_clauses(label, following):
            unit.kind, unit.number = UnitKind.TEXT, label.number

    def _is_one_of_several(self, unit: Unit, label: Label, following: Unit | None) -> bool:
        """Whether words that could head something are one of several paragraphs: the next number stands right below."""
        if len(unit.text.split()) < _STATEMENT or self._stands_out(unit) or wording.is_capitals(unit.text):
            return False
        next_to = following is not None and following.label is not None and follows(following.label, label)
        before = self.made[-1] if self.made else None
        if next_to or before is None or before.kind is not UnitKind.TEXT or before.label is None:
            return next_to
        return follows(label, before.label) and (following is None or following.label is not None)

    def _goes_on_with_headings(self, unit: Unit, label: Label, following: Unit | None) -> bool:
        """Whether "2. The Board will:" is the next section after "1. Purpose", and no item of the list between them."""
        if following is None or following.kind is not UnitKind.ITEM or not unit.text.endswith(":"):
            return False
        for other in reversed(self.made):
            if other.label is not None and follows(label, other.label):
                return other.kind is UnitKind.HEADING
        return False

    def _has_clauses(self, label: Label, following: Unit | None) -> bool:
        """Whether a numbered paragraph has clauses ("7. The Panel shall" over "7.1"), or follows one that has."""
        below = following.label if following is not None else None
        if below is not None and below.values == (*label.values, 1) and label.shape == "1.":
            return True
        before = next((other for other in reversed(self.made) if other.label and follows(label, other.label)), None)
        return before is not None and before.kind is UnitKind.TEXT and before.number is not None

    def _heads(self, unit: Unit, following: Unit | None) -> bool:
        """Whether "7. ..." is a heading, and not an item of a list."""
        before = self.made[-1] if self.made else None
        if not wording.could_head(unit.text):
            return False
        if wording.is_capitals(unit.text) or self._stands_out(unit):
            return True
        if before and (wording.leads_in(before.text) or (before.kind is UnitKind.ITEM and _siblings(before, unit))):
            return False
        return following is None or not _siblings(unit, following) or wording.is_title(unit.text)

    def _is_stray(self, unit: Unit) -> bool:
        """Whether a paragraph below a list is its last item, the bullet lost: it begins as another item does."""
        made, first = self.made, unit.text.split(None, 1)[0]
        if not made or made[-1].kind is not UnitKind.ITEM or first.lower() in load_layout().paragraph_starts:
            return False
        if not first[0].isupper() or unit.new_page or not wording.is_terminal(unit.text):
            return False
        if made[-1].label is None and not unit.gap:
            return False
        if wording.field_bounds(unit.text):
            return False
        for other in made[-1:-_LONGEST_LIST:-1]:
            if other.kind is not UnitKind.ITEM or (other.label is None) != (made[-1].label is None):
                return False
            if other.text.split(None, 1)[:1] == [first]:
                return True
        return False

    def _is_page_note(self, at: int) -> bool:
        """Whether a lone number and a text after it are a footnote: marked above, and the last on the page."""
        units = self._units
        if not _NOTE_NUMBER.match(units[at].text) or at + 1 >= len(units):
            return False
        note = units[at + 1]
        last = at + 2 == len(units) or units[at + 2].new_page
        if not last or note.label or note.kind is not UnitKind.TEXT or note.new_page:
            return False
        mark = re.compile(rf"[^\W\d][\w’'\"”)\]]*[).]?{units[at].text}(?!\d)|[)\]]{units[at].text}(?!\d)")
        return any(mark.search(unit.text) for unit in self.made[-_NOTE_REACH:])

    def _is_entry(self, at: int) -> bool:
        """Whether a unit without label is an entry of a list whose bullets the text does not show."""
        unit, before = self._units[at], self.made[-1] if self.made else None
        if before is None or before.field_label or unit.new_page:
            return False
        if wording.is_amount_row(unit.tail) and self._has_amount_beside(at):
            return True
        goes_on = (";", "; and", "; or")
        if is_entry_item(before) and unit.gap <= before.gap and before.tail.endswith(goes_on):
            return True
        if before.kind is UnitKind.TEXT and before.text.endswith(":") and unit.tail.endswith(goes_on):
            return wording.leads_in(before.text)
        if is_entry_item(before) and begin_alike(before, unit) and unit.gap <= 1:
            return True
        if is_deed(before, unit):
            return True
        if not entry_like(unit):
            return False
        if is_entry_item(before):
            return goes_on_below(before, unit)
        return self._begins_entries(before, unit, self._units[at + 1] if at + 1 < len(self._units) else None)

    def _lost_its_label(self, unit: Unit, following: Unit | None) -> bool:
        """Whether a unit is the first item of a list whose labels the text shows too late: its own stands below it.

        So is one that ends as items do right above the first bullet.
        """
        before = self.made[-1] if self.made else None
        if before is None or following is None or following.label is None or not before.text.endswith(":"):
            return False
        bulleted = following.kind is UnitKind.ITEM and following.label.kind is LabelKind.BULLET
        if bulleted and unit.text.endswith((";", "; and", "; or")):
            return not following.gap
        late = following.kind is UnitKind.ITEM and is_first(following.label) and following.label.values
        small = unit.text[0].islower() and following.text[:1].islower()
        return bool(late) and small and (not unit.gap or unit.text.endswith((";", "; and", "; or")))

    def _leads_in_again(self, unit: Unit) -> bool:
        """Whether a unit without label is an item that leads into items itself: "The Clerk shall:", "each year:"."""
        before = self.made[-1] if self.made else None
        items = before is not None and before.kind in (UnitKind.TEXT, UnitKind.ITEM) and before.text.endswith(":")
        return items and unit.text[0].islower() and unit.text.endswith(":")

    def _begins_entries(self, before: Unit, unit: Unit, further: Unit | None) -> bool:
        """Whether a unit is the first entry of such a list: below a lead-in or a heading, and not alone."""
        if further is None or further.kind is not UnitKind.TEXT or further.new_page:
            return False
        if before.kind is UnitKind.TEXT and unit.listed and unit.text[0].islower() and heading_like(before):
            return True
        if before.kind is UnitKind.TEXT and wording.leads_in(before.text):
            return unit.listed or (before.text.endswith(":") and (entry_like(further) or begin_alike(unit, further)))
        if before.kind is not UnitKind.HEADING or not (self._started or before.text.endswith(":")):
            return False
        return unit.listed and further.listed and not further.gap

    def _has_amount_beside(self, at: int) -> bool:
        beside = self._units[max(0, at - 1) : at] + self._units[at + 1 : at + 2]
        return any(unit.kind is not UnitKind.CELL and wording.is_amount_row(unit.tail) for unit in beside)

    def _is_heading(self, at: int) -> bool:
        unit, before = self._units[at], self.made[-1] if self.made else None
        following = self._units[at + 1] if at + 1 < len(self._units) else None
        if following is None or not heading_like(unit) or wording.is_resolution(unit.text):
            return False
        if before and not unit.gap and before.kind is UnitKind.HEADING and wording.known_heading(before.text):
            return False
        amounts = wording.is_amount_row(following.tail) and not wording.is_amount_row(unit.tail)
        above = is_beside(unit, following) and not following.text.endswith((":", "."))
        card = _heads_card(unit, following)
        if unit.listed and not amounts and not card and (above or (before and is_beside(before, unit))):
            return False
        if before and before.text and before.kind is not UnitKind.HEADING and wording.is_unfinished(before.text):
            return False
        if following.listed and following.text[:1].islower() and not wording.is_capitals(unit.text):
            return False
        if unit.text.endswith(":"):
            if following.kind is UnitKind.FIELD or (following.kind is UnitKind.ITEM and self._numbered):
                return False
            sorts = self._members and _GROUP.search(unit.text) is None
            if following.kind is UnitKind.ITEM and (sorts or following.text[:1].islower()):
                return False
            if len(unit.text.split()) > _LABEL_WORDS and not wording.is_title(unit.text):
                return False
        if wording.is_capitals(unit.text) or self._stands_out(unit):
            return True
        beside = before and before.kind is UnitKind.TEXT and heading_like(before) and unit.gap <= before.gap
        if beside and before and unit.gap and following.gap and wording.counts_groups(before.text):
            beside = not wording.is_group(unit.text)
        if beside and (self._started or not unit.gap):
            return False
        if not (wording.is_title(unit.text) or len(unit.text.split()) <= _SHORT):
            return False
        return card or has_content(following) or self._heads_heading(at)

    def _stands_out(self, unit: Unit) -> bool:
        """Whether a unit is set bold or larger than the body of the text."""
        block = unit.lines[0].block
        return self._size is not None and (block.bold or (block.size or 0) > self._size + _LARGER)

    def _heads_heading(self, at: int) -> bool:
        """Whether a heading stands above another: blank lines around both, and words that say something below.

        The second may stand right above the first of its numbered items.
        """
        if at + 2 >= len(self._units):
            return False
        unit, following, content = self._units[at : at + 3]
        if not (unit.gap and following.gap and (content.gap or _is_first_item(content))) or not heading_like(following):
            return False
        return has_content(content) and not heading_like(content)


def _is_first_item(unit: Unit) -> bool:
    """Whether it is the first of numbered items."""
    return unit.kind is UnitKind.ITEM and unit.label is not None and bool(unit.label.values) and is_first(unit.label)


def _heads_card(unit: Unit, following: Unit) -> bool:
    """Whether a group's name stands over lines further in that tell of it: "Parks Committee" over "Chair Cllr Ash"."""
    return unit.gap > 0 and following.lines[0].indent > unit.lines[0].indent and wording.is_group(unit.text)


def _mark_groups(units: Sequence[Unit]) -> None:
    """Make a bullet that is only a group's name, with bullets further in below it, the heading of those."""
    for unit, below in pairwise(units):
        bulleted = all(u.kind is UnitKind.ITEM and u.label and u.label.kind is LabelKind.BULLET for u in (unit, below))
        if bulleted and below.lines[0].indent > unit.lines[0].indent and wording.is_group(unit.text):
            unit.kind, unit.rank, unit.settled = UnitKind.HEADING, 1, True


def _body_size(units: Sequence[Unit]) -> float | None:
    """Return the font size of most of the text, where the reader knows sizes."""
    counted: dict[float, int] = {}
    for unit in units:
        size = unit.lines[0].block.size
        if size:
            counted[size] = counted.get(size, 0) + len(unit.text)
    return max(counted, key=lambda size: counted[size]) if counted else None


def _from_markup(unit: Unit) -> bool:
    """Set the kind that the file's own markup gives; return whether it gives one."""
    block = unit.lines[0].block
    kinds = {BlockKind.HEADING: UnitKind.HEADING, BlockKind.FOOTNOTE: UnitKind.NOTE, BlockKind.CELL: UnitKind.CELL}
    if block.kind is BlockKind.HEADING and wording.is_statement(unit.text):
        return False
    if block.kind in kinds:
        unit.kind, unit.level = kinds[block.kind], block.level
        unit.number = unit.label.number if unit.label and unit.kind is UnitKind.HEADING else unit.number
        return True
    if unit.label or len(unit.lines) > 1:
        return False
    if hashes := _HASHES.match(unit.text):
        unit.kind, unit.level = UnitKind.HEADING, len(hashes[1])
        unit.cut(hashes.end())
        _take_number(unit)
        return True
    if _BOLD.match(unit.text):
        unit.kind = UnitKind.HEADING
        return True
    return False


def _take_number(unit: Unit) -> None:
    """Part the number from a heading's words."""
    label = read_label(unit.text)
    if label and label.kind in (LabelKind.DECIMAL, LabelKind.WORD) and not label.bare and label.end < len(unit.text):
        unit.label, unit.number = label, label.number
        unit.label_at = (unit.ranges[0][0], unit.ranges[0][0] + label.end)
        unit.cut(label.end)


def _as_note(number: Unit, note: Unit) -> Unit:
    """Return a footnote made of its number and its text."""
    note.kind = UnitKind.NOTE
    note.label_at = (number.lines[0].start, number.lines[0].end)
    note.label = Label(number.text, LabelKind.DECIMAL, "1", (int(number.text),), 0)
    return note


def _mark_starred(unit: Unit, starred: re.Match[str]) -> None:
    """Make a footnote of a paragraph that begins with "*" or "**"."""
    start = unit.lines[0].start
    unit.kind = UnitKind.NOTE
    unit.label = read_label("*") if starred["stars"] == "*" else Label(starred["stars"], LabelKind.BULLET, "*", (), 0)
    unit.label_at = (start, start + starred.end())
    unit.cut(starred.end())


def _heads_text(unit: Unit, following: Unit | None) -> bool:
    """Whether "C. Functions" heads what follows: words without a label, or the first of numbered paragraphs."""
    if following is None:
        return False
    fields = wording.names_body(unit.text) and wording.opens_field(following.text)
    if len(following.text) <= len(unit.text) and not fields:
        return False
    label = following.label
    if label is not None and (label.kind is not LabelKind.DECIMAL or not is_first(label)):
        return False
    return wording.could_head(unit.text) and wording.is_title(unit.text)


def _siblings(one: Unit, other: Unit) -> bool:
    if one.label is None or other.label is None:
        return one.label is other.label
    return follows(other.label, one.label)
