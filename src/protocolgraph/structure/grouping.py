"""Lines to units: which lines go on with the one before, and which begin something new."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from protocolgraph.model import Block, BlockKind
from protocolgraph.structure import wording
from protocolgraph.structure.grids import Grid, find_grids, grid_units
from protocolgraph.structure.labels import accepted_label, counted_aims, dashed, lone_labels, whole_label
from protocolgraph.structure.lines import Line
from protocolgraph.structure.parties import find_parties
from protocolgraph.structure.people_rows import Cards, card_units, find_cards, is_row, rows_below_each_other
from protocolgraph.structure.presence_lines import PresenceLines, find_presence_lines, presence_units
from protocolgraph.structure.profiles import Profiles, find_profiles, profile_units
from protocolgraph.structure.stacks import deal, stack_end, unglue
from protocolgraph.structure.topics import tops_prose
from protocolgraph.structure.units import Unit, UnitKind, make_unit
from protocolgraph.structure.widths import Widths
from protocolgraph.text.numbering import Label, LabelKind
from protocolgraph.vocab.lexicon import lexicon

_MEETING_OF = re.compile(
    r"(?:minutes|notes|record|proceedings) of (?:an?|the) (?:[\w-]+ )?meeting of (?!.*\bheld\b)", re.IGNORECASE
)
_IS_HELD = re.compile(r"(?:[A-Z][\w’'-]*,? (?:(?:and|of|for) )?){1,4}held\b")
"""How the next line ends the name of whose meeting it was: "Partnership | Board held on 4 May"."""
_HASHES = re.compile(r"#{1,6}\s")
_NEW_SENTENCE = re.compile(r"(?:The|Each|Every|An?|All|Both|It|They) ")
"""What a sentence begins with that goes on with no item above it."""
_MEETS = re.compile(r"(?:Meets|Quorum|Meetings are) ")
"""What a line below a list of members begins with that tells how they meet."""
_LONG_BRACKET = 5
"""A bracket that is open for more lines than this was never meant to close."""
_DATED_ROW = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri)day,? )?\d{1,2}(?:st|nd|rd|th)?"
    r" (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*,?(?: \d{4})?\s+[A-Z]"
)
"""A row of a work programme that begins with the date of a meeting."""
_HEADS_DATES = re.compile(
    r"(?:meeting )?date\b[^.:;]{0,90}$|meeting\s+(?:item|agenda|topic|report)\b[^.:;]{0,60}$", re.IGNORECASE
)
"""The headers of such rows, run together."""
_ONE_LINE = 160
"""A line longer than this is a whole paragraph: the text is not wrapped."""
_LONGEST_TITLE = 4
"""Lines of a heading in capitals."""
_LONGEST_WRAPPED = 5
"""Lines of an entry of a list."""
_LOOK_BACK = 60
"""What a page goes on with stands at most so many units before."""
_LED_BY = re.compile(r"\((?:[\w-]+ )?(?:lead|chair|led|chaired)\w*(?: by)?\b[^()]*\)$", re.IGNORECASE)
"""How each line of a list of groups ends: "Pay Group (lead: Head of Finance)"."""
_PAIR = 2
_EMPLOYERS = frozenset(
    {"council", "trust", "authority", "board", "constabulary", "university", "hospital", "hospitals", "college"}
)
_BEFORE_MEMBERS = frozenset({"the", "a", "an", "one", "two", "three", "four", "five", "six"})
_JOINED_GAP = 4
"""A paragraph that ends in "of" or "and" goes on over so many blank lines."""


def group(lines: Sequence[Line], skipped: set[int]) -> list[Unit]:
    """Return the units of the lines that are not skipped."""
    return Grouper(without(lines, skipped)).units()


def without(lines: Sequence[Line], skipped: set[int]) -> list[Line]:
    """Return the lines that are not skipped; a page break moves to the next line that is left."""
    kept: list[Line] = []
    new_page = False
    for number, line in enumerate(lines):
        new_page = new_page or line.new_page
        if number not in skipped:
            kept.append(replace(line, new_page=new_page))
            new_page = False
    return kept


class Grouper:
    """Puts lines together to units."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._widths = Widths(lines)
        self._lone = {**lone_labels(lines), **counted_aims(lines)}
        self._dashed = dashed(lines)
        self._grids: dict[int, Grid] = {grid.start: grid for grid in find_grids(lines)}
        self._cards: dict[int, Cards] = {cards.start: cards for cards in find_cards(lines)}
        self._profiles: dict[int, Profiles] = {profiles.start: profiles for profiles in find_profiles(lines)}
        self._present: dict[int, PresenceLines] = {found.start: found for found in find_presence_lines(lines)}
        self._rows = rows_below_each_other(lines)
        self._parties = find_parties(lines)
        self._units: list[Unit] = []
        self._roster: Unit | None = None
        """The heading or label above a list of members that is open."""

    def units(self) -> list[Unit]:
        """Return the units, in order."""
        number = 0
        while number < len(self._lines):
            number = self._add(number)
        return self._units

    def _add(self, number: int) -> int:
        """Add what begins with this line, and return the number of the line after it."""
        units, line = self._units, self._lines[number]
        if line.block.kind is not BlockKind.TEXT:
            return self._add_whole(number)
        if grid := self._grids.get(number):
            units += grid_units(self._lines, grid)
            return grid.end
        if profiles := self._profiles.get(number):
            units += profile_units(self._lines, profiles, 2 * (len(self._grids) + number))
            return profiles.end
        if present := self._present.get(number):
            units += presence_units(present, 3 * (len(self._grids) + number))
            return present.end
        if cards := self._cards.get(number):
            units += card_units(self._lines, cards, len(self._grids) + number)
            return cards.end
        end = stack_end(self._lines, number)
        first = unglue(units[-1], line.text) if units and end > number else None
        if end > number + 1 or first:
            items, end = deal(self._lines, number, end, first)
            units += items
            return end
        gap, listed = self._widths.gaps[number], number in self._dashed
        label = self._lone.get(number) or accepted_label(line, units, gap, listed=listed)
        if units and self._goes_on(number, units[-1], label):
            units[-1].add(line)
        else:
            units.append(make_unit(line, label))
            units[-1].listed = self._widths.listed[number] and label is None
            self._note_roster(units[-1], number + 1)
            self._note_row(number, units[-1])
            if number in self._parties:
                units[-1].kind, units[-1].settled = UnitKind.ITEM, True
        return number + 1

    def _note_row(self, number: int, unit: Unit) -> None:
        """Make a line that names somebody, in a run of such lines, an item of its own."""
        if number not in self._rows or unit.named or unit.kind is not UnitKind.TEXT:
            return
        unit.kind, unit.settled = UnitKind.ITEM, True
        above = self._units[-2] if len(self._units) > 1 else None
        if number - 1 not in self._rows and above is not None and _heads_rows(above, unit):
            above.kind, above.rank, above.settled = UnitKind.HEADING, 1, True

    def _add_whole(self, number: int) -> int:
        """Add the block that begins with this line: a whole paragraph, or the rest of one from the page before."""
        block = self._lines[number].block
        end = number + 1
        while end < len(self._lines) and self._lines[end].block is block:
            end += 1
        lines = list(self._lines[number:end])
        broken = number > 0 and _breaks_in_cell(lines[0], self._lines[number - 1])
        begun = self._begun(block) if block.continues or broken else None
        if begun:
            unit = begun
        else:
            unit = make_unit(lines[0], whole_label(lines[0], self._units))
            unit.listed = self._stands_in_list(number, end)
            self._units.append(unit)
            self._note_roster(unit, end)
            del lines[0]
        for line in lines:
            unit.add(line)
        return end

    def _begun(self, block: Block) -> Unit | None:
        """Return the unit that a block goes on with: the last of its kind and, in a table, of its cell."""
        for unit in reversed(self._units[-_LOOK_BACK:]):
            other = unit.lines[0].block
            if other.kind is block.kind and other.cell == block.cell:
                return unit
        return None

    def _stands_in_list(self, number: int, end: int) -> bool:
        """Whether a paragraph of one line is one of several that stand close below each other."""
        if end - number > 1 or self._lines[number].block.kind is not BlockKind.PARAGRAPH:
            return False
        return self._is_close(number) or self._is_close(end)

    def _is_close(self, number: int) -> bool:
        """Whether two paragraphs of one line each, this line and the one before, have no blank line between them."""
        if not 0 < number < len(self._lines) or self._lines[number].gap or self._lines[number].new_page:
            return False
        pair = self._lines[number - 1 : number + 1]
        alone = all(_is_one_line(self._lines, at) for at in (number - 1, number))
        return alone and not any(line.label for line in pair) and not pair[0].text.endswith((":", "."))

    def _note_roster(self, unit: Unit, following: int) -> None:
        """Notice where a list of members begins and ends, and which units are its lines."""
        text = unit.text
        if self._roster is not None and self._parts_voters(text, following):
            unit.named = True
        elif wording.heads_members(text) or wording.opens_attendance(text) or self._leads_to_members(text, following):
            self._roster = unit
        elif (_opens_section(unit) and not self._heads_column(unit)) or (
            self._roster and unit.gap and _has_value(self._roster)
        ):
            self._roster = None
        elif not text.endswith(":"):
            unit.named = self._roster is not None and unit.label is None and not unit.glyph

    def _leads_to_members(self, text: str, following: int) -> bool:
        """Whether a sentence leads into a list of members, and not into labels above several such lists."""
        below = self._lines[following].text if following < len(self._lines) else ""
        return wording.leads_to_members(text) and not below.endswith(":")

    def _parts_voters(self, text: str, following: int) -> bool:
        """Whether "Voting" or "Non-voting" stands above members of that sort, and not above a rule on votes."""
        below = self._lines[following].text if following < len(self._lines) else ""
        return wording.tells_of_votes(text) and bool(below) and not wording.is_prose(below)

    def _heads_column(self, unit: Unit) -> bool:
        """Whether a line is the next header of a table of members whose cells stand one below the other."""
        if self._roster is None or len(self._units) < _PAIR or not wording.heads_column(unit.text):
            return False
        above = self._units[-2]
        return above is self._roster or wording.heads_column(above.text)

    def _goes_on(self, number: int, unit: Unit, label: Label | None) -> bool:
        line, before = self._lines[number], self._lines[number - 1]
        if unit.settled or label or line.glyph or number in self._parties or _is_of_other_kind(line, before):
            return False
        if not line.gap and _MEETING_OF.match(unit.text) and _IS_HELD.match(line.text):
            return True
        if _HASHES.match(line.text) or _HASHES.match(before.text):
            return False
        if _looks_different(line, before) and (line.gap or not line.text[0].islower()):
            return False
        if number - 1 in self._rows and (number in self._rows or _begins_anew(line, before)):
            return False
        if wording.is_terminal(before.text) and line.text[0].isupper() and wording.heads_members(line.text):
            return False
        if not unit.words or (line.text[0].isdigit() and wording.cites(before.text) and not line.gap):
            return True
        if (unit.named and not wording.is_prose(unit.text)) or wording.opens_attendance(unit.text):
            return self._goes_on_in_roster(number, unit)
        if _breaks_off(line, unit, had_room=self._widths.had_room(number)):
            return False
        following = self._lines[number + 1] if number + 1 < len(self._lines) else None
        if unit.label and following is not None and _leads_into(line, following):
            return False
        if following is not None and self._tops_prose(number, following):
            return False
        if unit.open_brackets and len(unit.lines) <= _LONG_BRACKET:
            return True
        if wording.tells_apologies(unit.text) and not wording.is_terminal(before.text) and not line.gap:
            return True
        return self._continues(number, unit)

    def _tops_prose(self, number: int, following: Line) -> bool:
        """Whether a line right below a complete one heads the paragraph that begins right below it."""
        if not (tops_prose(self._lines[number].text, following.text) and self._widths.ends_early(number)):
            return False
        unfinished = wording.is_unfinished(self._lines[number - 1].text)
        return not (unfinished or following.label or following.glyph or following.new_page)

    def _goes_on_in_roster(self, number: int, unit: Unit) -> bool:
        """Whether a line goes on with a member's name, or gives the office of the one named above."""
        line, before = self._lines[number], self._lines[number - 1]
        if wording.begins_with_person(unit.text) and len(unit.lines) == 1 and wording.is_office(line.text):
            return line.gap <= (0 if wording.known_heading(line.text) else 1)
        if wording.begins_with_person(line.text) and wording.begins_with_person(unit.text) and not line.gap:
            return wording.is_unfinished(before.text) or bool(unit.open_brackets)
        if self._opens_bracket(line, unit) or (not line.gap and _ends_post(line.text, before.text)):
            return True
        apart = line.gap > self._widths.gaps[number]
        told = _tells_who_came(line.text) or _MEETS.match(line.text) is not None
        if apart or told or wording.known_heading(line.text) or wording.opens_field(line.text):
            return False
        if wording.field_bounds(line.text) and wording.field_bounds(unit.text):
            return False
        above = self._units[-2] if len(self._units) > 1 else None
        if above and above.named and wording.like_name(above.text) and wording.like_name(line.text):
            return False
        unfinished = wording.is_unfinished(before.text) or bool(unit.open_brackets)
        if wording.counts_members(line.text) and not unfinished:
            return False
        meant = self._widths.listed[number] or self._widths.ends_early(number)
        if meant and not unfinished and (wording.names_class(line.text) or _begins_entry(line.text)):
            return False
        return unfinished or not line.text[0].isupper() or not (meant or before.text.endswith(")"))

    def _continues(self, number: int, unit: Unit) -> bool:
        """Whether the words of a line go on with those of the unit before it."""
        line, text = self._lines[number], self._lines[number - 1].text
        lower = line.text[0].islower()
        apart = line.gap > self._widths.gaps[number]
        if len(text) > _ONE_LINE and (line.gap or (wording.is_terminal(text) and not lower)):
            return lower and not wording.is_terminal(text) and not text.endswith(":")
        shouted = wording.is_capitals(unit.text) and len(unit.text.split()) > 1 and not text.endswith(",")
        if shouted and len(unit.lines) <= _LONGEST_TITLE:
            acronyms = unit.listed and unit.label is None and " " not in line.text
            return line.text.isupper() and not line.gap and not line.new_page and not acronyms
        if (line.gap or line.new_page) and wording.is_capitals(line.text) and wording.could_head(line.text):
            return False
        if line.new_page and wording.is_terminal(text) and not lower:
            return False
        if _LED_BY.search(text) and line.text[0].isupper() and _LED_BY.search(line.text):
            return False
        if self._is_listed(number, unit) or (lower and apart and self._widths.listed[number]):
            return False
        if not unit.label and self._is_entry(unit) and (text.endswith((";", "; and", "; or")) or _is_like(line, unit)):
            return False
        had_room = self._widths.had_room(number)
        if text.endswith(":") and (apart or had_room or line.text[0].isupper() or self._ends_as_entry(number)):
            return False
        if not wording.is_terminal(text) and not text.endswith(":"):
            if lower or self._opens_bracket(line, unit):
                return True
            if (
                wording.is_unfinished(text)
                and line.gap <= _JOINED_GAP
                and not (unit.label and self._heads_list(number))
                and not (apart and _labels_body(line))
            ):
                return not apart or not wording.leads_in(text)
        return not apart and not had_room

    def _ends_as_entry(self, number: int) -> bool:
        """Whether what begins with a line, wrapped or not, ends as an entry of a list does: in a semicolon."""
        below = self._lines[number : number + _LONGEST_WRAPPED]
        ends = (line.text for line in below if line.text.endswith((";", "; and", "; or", ".", ":")))
        return next(ends, "").endswith((";", "; and", "; or"))

    def _heads_list(self, number: int) -> bool:
        """Whether a line that stands apart could head the bullets right below it."""
        line, below = self._lines[number], self._lines[number + 1 : number + 2]
        apart = line.gap and line.text[0].isupper() and wording.could_head(line.text)
        return bool(apart and below and (below[0].label or below[0].glyph))

    def _is_entry(self, unit: Unit) -> bool:
        """Whether a unit is one of a list that a colon leads into."""
        before = self._units[-2].tail if len(self._units) > 1 else ""
        return self._units[-1] is unit and before.endswith((":", ";", "; and", "; or"))

    def _is_listed(self, number: int, unit: Unit) -> bool:
        """Whether a line is the next of several that stand below each other like a list."""
        line, before = self._lines[number], self._lines[number - 1]
        bulleted = unit.label is not None and unit.label.kind is LabelKind.BULLET and self._widths.listed[number - 1]
        if (
            not (self._widths.listed[number] and (unit.listed or bulleted))
            or line.gap
            or wording.is_unfinished(before.text)
        ):
            return False
        if line.indent > unit.lines[0].indent + 1:
            return False
        return line.text[0].isupper() == unit.words[0][0].isupper() or line.text[0].isupper()

    def _opens_bracket(self, line: Line, unit: Unit) -> bool:
        """Whether a line begins with a bracket that explains the words before it."""
        if not line.text.startswith("(") or line.gap > 1:
            return False
        return not line.gap or unit.kind is UnitKind.ITEM or wording.opens_field(unit.text)


def _labels_body(line: Line) -> bool:
    """Whether a line begins with a body's name as a label: "Harbour Board:" of those for whom somebody signs."""
    bounds = wording.field_bounds(line.text)
    return bounds is not None and wording.names_body(line.text[bounds[0] : bounds[1]])


def _ends_post(text: str, before: str) -> bool:
    """Whether a line is the last word of the post of somebody named above it: "Cllr Ash, Member for Transport and
    Technical" over "Services".
    """
    word = text.lower()
    known = word in lexicon("roles")["fields"] or word in _EMPLOYERS
    return known and "," in before and (wording.begins_with_person(before) or is_row(before))


def _begins_entry(text: str) -> bool:
    """Whether a line in small letters begins as a member does: "the Head of Law", "two parents"."""
    return text.split(None, 1)[0] in _BEFORE_MEMBERS


def _leads_into(line: Line, following: Line) -> bool:
    """Whether a whole line leads into the items below it, right under those of another list: "The Board must:"."""
    if not (following.label or following.glyph) or not _NEW_SENTENCE.match(line.text):
        return False
    text = line.text.removesuffix(";")
    return wording.leads_in(text) and (wording.says_something(text) or line.text.endswith((":", ";")))


def _begins_anew(line: Line, before: Line) -> bool:
    """Whether a line does not go on with the row above it."""
    if not line.gap and _ends_post(line.text, before.text):
        return False
    first = line.text.split(None, 1)[0]
    told = line.text.startswith("(") and wording.says_something(line.text)
    return told or first[0].isupper() or first in lexicon("words")["determiners"]


def _heads_rows(above: Unit, row: Unit) -> bool:
    """Whether a line that stands apart heads the rows right below it: "Maintained schools"."""
    if above.kind is not UnitKind.TEXT or above.settled or above.named or not above.gap or row.gap:
        return False
    return len(above.lines) == 1 and wording.could_head(above.text) and not above.text.endswith(":")


def _opens_section(unit: Unit) -> bool:
    """Whether a unit begins something other than a list of members: a numbered section, a known heading, a label."""
    numbered = unit.label is not None and unit.label.kind in (LabelKind.DECIMAL, LabelKind.WORD)
    return numbered or wording.known_heading(unit.text) or wording.opens_field(unit.text)


def _has_value(unit: Unit) -> bool:
    """Whether a list's label has names beside it: "Present: Councillor Ash"; a line apart is then no part of it."""
    return ":" in unit.text and not unit.text.endswith(":")


def _heads_items(text: str) -> bool:
    """Whether a line is a title with a colon, as stands between the items of two lists: "Group B:"."""
    return text.endswith(":") and len(text.split()) > 1 and wording.is_title(text) and wording.could_head(text)


def _is_one_line(lines: Sequence[Line], number: int) -> bool:
    block = lines[number].block
    after = lines[number + 1].block if number + 1 < len(lines) else None
    return block.kind is BlockKind.PARAGRAPH and lines[number].first and after is not block


def _is_like(line: Line, unit: Unit) -> bool:
    """Whether a line begins with the capital word that an entry began with: "To plan ...", "To report ..."."""
    first = line.text.split(None, 1)[0]
    return first[0].isupper() and unit.words[0].split(None, 1)[0] == first


def _is_of_other_kind(line: Line, before: Line) -> bool:
    """Whether the file's markup parts two lines."""
    one, other = line.block, before.block
    return one is not other and (one.kind is not other.kind or one.kind is not BlockKind.TEXT)


def _breaks_in_cell(line: Line, before: Line) -> bool:
    """Whether a line break inside one cell of a table parts words that belong together: "Head of" over "Finance"."""
    one, other = line.block.cell, before.block.cell
    return one is not None and one == other and wording.is_unfinished(before.text)


def _looks_different(line: Line, before: Line) -> bool:
    """Whether two lines are set differently: bold, size."""
    one, other = line.block, before.block
    return one.bold != other.bold or abs((one.size or 0) - (other.size or 0)) > 0.6


def _tells_who_came(text: str) -> bool:
    """Whether a line is the label of an attendance list and nothing else: "Also present:"."""
    return text.endswith(":") and wording.is_presence(text)


def _breaks_off(line: Line, unit: Unit, *, had_room: bool) -> bool:
    """Whether a line begins something of its own, or the unit before it is complete: a form's label, a table's row."""
    before = unit.lines[-1].text
    if wording.is_amount_row(before) or wording.has_leaders(before):
        return True
    if wording.is_amount_row(line.text):
        return len(unit.lines) > 1 or before.endswith((":", ".")) or line.gap > 0
    if _DATED_ROW.match(line.text) and (_DATED_ROW.match(unit.words[0]) or _HEADS_DATES.match(before)):
        return True
    if wording.names_frequency(line.text) or wording.names_frequency(before):
        return True
    if _tells_who_came(line.text) and not wording.is_unfinished(before):
        return True
    if not line.text[0].isupper():
        return False
    if len(unit.lines) == 1 and wording.known_heading(unit.words[0]):
        return True
    if unit.label and len(unit.lines) == 1 and _heads_items(line.text) and not wording.is_unfinished(before):
        return True
    if wording.names_two_owners(before, line.text) and len(unit.lines) == 1 and unit.label is None:
        return True
    if len(unit.lines) == 1 and unit.label is None and wording.heads_fields(before, line.text):
        return True
    if wording.heads_work(line.text) and not wording.is_unfinished(before):
        return True
    if wording.known_heading(line.text):
        alone = len(unit.lines) == 1 and wording.could_head(before)
        return line.gap > 0 or ((had_room or alone) and not wording.is_unfinished(before))
    seats = wording.opens_seats(line.text) or wording.opens_presence(line.text)
    if seats and not wording.is_unfinished(before):
        return True
    if wording.opens_field(line.text) or wording.opens_resolution(line.text) or wording.opens_topic(line.text):
        return not wording.is_unfinished(before) or line.gap > 0
    if wording.field_bounds(line.text) and wording.field_bounds(unit.text):
        return not wording.is_unfinished(before)
    if wording.known_label(line.text) and not line.text.endswith("."):
        return (had_room or line.text.endswith(("?", ":"))) and (not wording.is_unfinished(before) or line.gap > 0)
    return len(unit.lines) == 1 and unit.label is None and wording.known_label(before)
