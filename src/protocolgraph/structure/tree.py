"""Units to sections and clauses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from protocolgraph.model import Cell, Clause, ClauseKind, Document, Passage
from protocolgraph.structure import wording
from protocolgraph.structure.inline import find_enumeration
from protocolgraph.structure.lists import Leads, Lists
from protocolgraph.structure.passages import Composer
from protocolgraph.structure.running import labelled, parted_at_labels
from protocolgraph.structure.sections import Sections
from protocolgraph.structure.sentences import sentences
from protocolgraph.structure.units import Unit, UnitKind
from protocolgraph.text.numbering import Label
from protocolgraph.vocab.layout import load_layout

_LONGEST_INSERTION = 200
_MOST_EXAMPLES = 8
"""Lines without labels that may stand inside a list below one of its items."""


@dataclass(frozen=True, slots=True)
class _Place:
    """What the clauses of a unit share."""

    unit: Unit
    kind: ClauseKind
    leads: Leads = ()
    depth: int = 0


class TreeBuilder:
    """Builds the sections and clauses of a document, part by part."""

    def __init__(self, document: Document, composer: Composer) -> None:
        self._composer = composer
        self._paged = len(document.pages) > 1 or any(page.width for page in document.pages)
        self.sections = Sections()
        self.clauses: list[Clause] = []
        self._part = 0
        self._block = 0
        self._start = 0
        """Where the last unit began: no section begins before it."""
        self._lists = Lists()
        self._leads: Leads = ()
        """What leads into the items that follow at once."""
        self._over: Leads = ()
        """What leads into the numbered paragraphs that follow, each a section of its own."""
        self._field_leads: Leads = ()
        self._ahead: Sequence[Unit] = ()
        """The units that follow."""
        self._told_of = False
        """Whether the last item ends in a colon: lines without labels below it are no end of its list."""
        self._topics = False
        """Whether a heading that says whose the matters are stands above: each below it is a topic of them."""
        self._cells: dict[tuple[int, int, int], Passage] = {}
        self._table = -1
        self._table_leads: Leads = ()

    def add_part(self, part: int, heading: Passage, start: int, units: Sequence[Unit]) -> None:
        """Add a part's sections and clauses; the part itself is its first section."""
        self._part, self._topics = part, False
        self._leads = self._over = self._field_leads = ()
        self._lists.clear()
        self.sections.begin_part(part, heading, start)
        for number, unit in enumerate(units):
            self._ahead = units[number + 1 : number + 1 + _MOST_EXAMPLES]
            self._add(unit, self._ahead[0] if self._ahead else None)

    def _add(self, unit: Unit, following: Unit | None) -> None:
        self._block += 1
        self._start = max(self._start, unit.lines[0].start)
        body = self._composer.passage(unit.ranges)
        if self._is_resolution(unit, body):
            self.sections.close_unnumbered(self._start)
        if unit.kind is UnitKind.FIELD:
            self._add_field(unit, body, following)
            return
        self._field_leads = ()
        if unit.kind is UnitKind.HEADING:
            self._add_heading(unit, body)
        elif unit.kind is UnitKind.NOTE:
            self._emit(_Place(unit, ClauseKind.FOOTNOTE), sentences(body))
        elif unit.kind is UnitKind.CELL:
            self._add_cell(unit, body)
        elif unit.kind is UnitKind.ITEM:
            self._add_item(unit, body, following)
        else:
            self._add_text(unit, body, following)

    def _is_resolution(self, unit: Unit, body: Passage) -> bool:
        """Whether a unit begins what a meeting decided: it belongs to the minute, not to a heading inside it."""
        if unit.kind is UnitKind.ITEM and unit.field_label:
            return wording.is_resolution(self._label_of(unit).text)
        return unit.kind is UnitKind.TEXT and unit.lead and wording.is_resolution(body.text)

    def _open(self, unit: Unit, heading: Passage) -> None:
        self.sections.open(unit, heading, max(unit.start, self._start))
        self._lists.clear()
        self._leads = ()

    def _add_heading(self, unit: Unit, body: Passage) -> None:
        heading = body.slice(0, wording.lead_length(body.text)) if body.text.endswith((":", ":-")) else body
        self._over = () if unit.number else self._leads or self._over
        unit.rank += self._is_topic(unit, heading)
        self._open(unit, heading)
        if unit.lead and heading.text:
            self._leads = (*self._over, heading)

    def _is_topic(self, unit: Unit, heading: Passage) -> bool:
        """Whether a heading is a topic of what the heading above it hands out: "Matters reserved to X", "Budgets"."""
        section = self.sections.records[self.sections.current]
        empty = not self.clauses or self.clauses[-1].section != self.sections.current
        known = wording.known_heading(heading.text) or wording.tells_whose(heading.text)
        if unit.level or unit.label or unit.rank or known:
            self._topics = False
        elif empty and section.number is None and wording.tells_whose(section.heading.text):
            self._topics = True
        return self._topics

    def _add_text(self, unit: Unit, body: Passage, following: Unit | None) -> None:
        over = () if self._stands_apart(unit) else self._leads or self._over
        if unit.number:
            self._open(unit, Passage("", ()))
        self._over = over if unit.number else ()
        parts = sentences(body) if body.text else []
        if self._over:
            self._leads = self._take_lead(unit, parts, self._over)
            self._emit_sentences(_Place(unit, ClauseKind.ITEM, self._over, 1), parts)
        elif self._is_example(unit) or self._is_remark(unit, following):
            self._emit(_Place(unit, ClauseKind.SENTENCE), parts)
        elif self._is_inserted(unit, following):
            self._emit(_Place(unit, ClauseKind.ITEM, self._lists.leads, self._lists.depth), parts)
        else:
            self._lists.clear()
            self._leads = self._take_lead(unit, parts, ())
            self._emit_sentences(_Place(unit, ClauseKind.SENTENCE), parts)

    def _stands_apart(self, unit: Unit) -> bool:
        """Whether a numbered paragraph is a sentence of its own behind the clauses of another: "8. The Clerk shall"."""
        current = self.sections.records[self.sections.current].number
        below = unit.number is not None and current is not None and unit.number.count(".") < current.count(".")
        return below and unit.text.split(" ", 1)[0].lower() in load_layout().paragraph_starts

    def _take_lead(self, unit: Unit, parts: list[Passage], outer: Leads) -> Leads:
        """Return what leads into the list below a paragraph: its last sentence, which is a clause only if complete."""
        if not unit.lead or not parts:
            return ()
        lead = parts[-1] if wording.points_below(parts[-1].text) else parts.pop()
        return (*outer, lead.slice(0, wording.lead_length(lead.text)))

    def _is_inserted(self, unit: Unit, following: Unit | None) -> bool:
        """Whether a short text stands between two items of one list."""
        if unit.number or unit.lead or following is None or following.kind is not UnitKind.ITEM:
            return False
        if self._lists.goes_on_small and unit.text[0].isupper():
            return False
        return len(unit.text) <= _LONGEST_INSERTION and bool(self._lists.leads) and self._lists.go_on_with(following)

    def _is_remark(self, unit: Unit, following: Unit | None) -> bool:
        """Whether a short sentence stands inside lists that go on behind it: "See also standing order 4;"."""
        if unit.number or unit.lead or following is None or following.kind is not UnitKind.ITEM:
            return False
        small = self._lists.goes_on_small and following.text[:1].islower() and unit.text[:1].isupper()
        return small and len(unit.text) <= _LONGEST_INSERTION and self._lists.go_on_around(following)

    def _is_example(self, unit: Unit) -> bool:
        """Whether a line that lost its bullet stands below an item that ends in a colon, and the list goes on."""
        if not self._told_of or not _is_plain(unit):
            return False
        after = next((u for u in self._ahead if not _is_plain(u)), None)
        return after is not None and after.kind is UnitKind.ITEM and self._lists.go_on_with(after)

    def _add_field(self, unit: Unit, body: Passage, following: Unit | None) -> None:
        label = self._label_of(unit)
        if unit.over:
            self._field_leads = (self._composer.passage(unit.over),)
        elif self._leads or wording.known_label(label.text):
            self._field_leads = self._leads
        self._leads = ()
        self._lists.clear()
        values = [self._composer.passage(ranges) for ranges in unit.values] or [body]
        leads = (
            self._take_field_lead(label, values) if following is not None and following.kind is UnitKind.ITEM else ()
        )
        for value in values:
            first, others = parted_at_labels(value)
            over = (*self._field_leads, label)
            if first.text or not others:
                self._emit(_Place(unit, ClauseKind.FIELD, over), [first])
                over = self._field_leads
            for name, said in others:
                self._emit(_Place(unit, ClauseKind.FIELD, (*over, name)), [said])
        self._leads = leads

    def _take_field_lead(self, label: Passage, values: list[Passage]) -> Leads:
        """Return what leads into the items below a label's value: its last sentence, which is then no part of it.

        "Membership: The Committee comprises:" says no more than the same words below a heading. The label leads in
        too where it has no other value.
        """
        whole = values[-1]
        last = sentences(whole)[-1:]
        if not last or not last[0].text.endswith(":") or last[0].text.startswith("To "):
            return ()
        values[-1] = whole.slice(0, len(whole.text.removesuffix(last[0].text).rstrip()))
        lead = last[0].slice(0, wording.lead_length(last[0].text))
        return (lead,) if values[-1].text or len(values) > 1 else (label, lead)

    def _label_of(self, unit: Unit) -> Passage:
        label = self._composer.passage(unit.field_label)
        return label.slice(0, len(label.text.rstrip(" :-–?")))

    def _add_cell(self, unit: Unit, body: Passage) -> None:
        cell = _cell_of(unit)
        leads, self._leads = self._leads, ()
        self._lists.clear()
        if cell is not None:
            leads = self._cell_leads(cell, body, leads)
        for value in [self._composer.passage(ranges) for ranges in unit.values] or [body]:
            self._emit(_Place(unit, ClauseKind.CELL, leads), sentences(value))

    def _cell_leads(self, cell: Cell, body: Passage, pending: Leads) -> Leads:
        """Return what leads into the table, and the headers of the cell's column and row."""
        if cell.table != self._table:
            self._table, self._table_leads = cell.table, pending
        for row_number in range(cell.row, cell.row + cell.rows):
            self._cells.setdefault((cell.table, row_number, cell.column), body)
        column = self._cells.get((cell.table, 0, cell.column)) if cell.row else None
        row = self._cells.get((cell.table, cell.row, 0)) if cell.column else None
        return (*self._table_leads, *(head for head in (column, row) if head))

    def _add_item(self, unit: Unit, body: Passage, following: Unit | None) -> None:
        if unit.field_label:
            self._lists.clear()
            self._leads = (self._label_of(unit),)
        parts = sentences(body)
        self._told_of = body.text.endswith(":")
        self._lists.enter(unit, self._leads)
        self._leads = ()
        place = _Place(unit, ClauseKind.ITEM, self._lists.leads, self._lists.depth)
        if unit.stray:
            self._emit(place, parts[:1])
            self._lists.clear()
            self._emit(_Place(unit, ClauseKind.SENTENCE), parts[1:])
            return
        if unit.lead and following is not None and self._lists.begins_below(unit, following):
            self._lists.nest(parts.pop())
        self._emit_sentences(place, parts)

    def _emit_sentences(self, place: _Place, parts: Sequence[Passage]) -> None:
        """Add sentences; a list inside one of them becomes items."""
        for part in parts:
            if fields := labelled(part):
                for name, value in fields:
                    self._emit(_Place(place.unit, ClauseKind.FIELD, (*place.leads, name), place.depth), [value])
                continue
            found = find_enumeration(part)
            if found is None:
                self._emit(place, [part])
                continue
            self._emit(place, [found.before])
            item = _Place(place.unit, ClauseKind.ITEM, (*place.leads, found.lead), place.depth + 1)
            for label, passage in found.items:
                self._emit(item, [passage], label=label)
            self._emit(place, [found.after])

    def _emit(self, place: _Place, bodies: Sequence[Passage], *, label: Label | None = None) -> None:
        label = label or place.unit.label
        text = label.text if label else None
        page = place.unit.lines[0].block.page if self._paged else None
        section, cell = self.sections.current, _cell_of(place.unit)
        for body in bodies:
            if body.text:
                self.clauses.append(
                    Clause(
                        place.kind, body, place.leads, text, place.depth, self._block, section, self._part, page, cell
                    )
                )


def _is_plain(unit: Unit) -> bool:
    """Whether a unit is a short text without a label that leads to nothing."""
    return unit.kind is UnitKind.TEXT and not (unit.number or unit.lead) and len(unit.text) <= _LONGEST_INSERTION


def _cell_of(unit: Unit) -> Cell | None:
    """The place in its table of a unit that is a cell."""
    return (unit.cell or unit.lines[0].block.cell) if unit.kind is UnitKind.CELL else None
