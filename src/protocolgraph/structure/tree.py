"""Units to sections and clauses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from protocolgraph.model import Clause, ClauseKind, Document, Passage, Section, Span
from protocolgraph.structure import wording
from protocolgraph.structure.inline import find_enumeration
from protocolgraph.structure.passages import Composer
from protocolgraph.structure.sentences import sentences
from protocolgraph.structure.units import Unit, UnitKind
from protocolgraph.text.numbering import Label, LabelKind, follows


@dataclass(frozen=True, slots=True)
class _Level:
    """One list that is open: its last label, and what leads into it."""

    label: Label | None
    leads: tuple[Passage, ...]
    indent: float
    item: Passage
    """Body of the last item."""
    open: bool
    """Whether the last item leads into a list of its own."""


class TreeBuilder:
    """Builds the sections and clauses of a document, part by part."""

    def __init__(self, document: Document, composer: Composer) -> None:
        self._document = document
        self._composer = composer
        self._paged = len(document.pages) > 1 or any(page.width for page in document.pages)
        self.sections: list[Section] = []
        self.clauses: list[Clause] = []
        self._shapes: list[str] = []
        self._anchored: set[int] = set()
        """Sections whose level the file's markup gives."""
        self._over: tuple[Passage, ...] = ()
        """Lead-ins that numbered paragraphs complete, each a section of its own."""
        self._table = -1
        self._table_leads: tuple[Passage, ...] = ()
        self._cells: dict[tuple[int, int, int], Passage] = {}
        self.bare_labels: list[Span] = []
        """Labels with no words after them."""
        self._part = 0
        self._section = 0
        self._block = 0
        self._end = 0
        self._lists: list[_Level] = []
        self._leads: tuple[Passage, ...] = ()
        self._field_leads: tuple[Passage, ...] = ()

    def add_part(self, part: int, start: int, end: int, heading: Passage, units: Sequence[Unit]) -> None:
        """Add a part's sections and clauses; the part itself is its first section."""
        self._part = part
        self._open(None, heading, 0, start)
        for number, unit in enumerate(units):
            self._add(unit, units[number + 1] if number + 1 < len(units) else None)
        self._close(0, end)

    def _open(self, number: str | None, heading: Passage, level: int, start: int, *, shape: str = "") -> None:
        start = max(start, self._end)
        self._close(level, start)
        parent = self._ancestor(level)
        self.sections.append(Section(number, heading, level, parent, self._part, start, start))
        self._shapes.append(shape)
        self._section = len(self.sections) - 1
        self._lists = []
        self._leads = ()

    def _ancestor(self, level: int) -> int | None:
        """Return the open section that a new one of this level stands in."""
        index: int | None = self._section if self.sections else None
        while index is not None and (self.sections[index].level >= level or self.sections[index].part != self._part):
            index = self.sections[index].parent
        return index

    def _close(self, level: int, end: int) -> None:
        """Set the end of the open sections of this level and below."""
        index: int | None = self._section if self.sections else None
        while index is not None and self.sections[index].level >= level and self.sections[index].part == self._part:
            self.sections[index] = replace(self.sections[index], end=end)
            index = self.sections[index].parent

    def _add(self, unit: Unit, following: Unit | None) -> None:
        self._block += 1
        if unit.label_at and not unit.ranges and unit.kind is not UnitKind.HEADING:
            self.bare_labels.append(Span(unit.label_at[0], len(self._document.text[: unit.label_at[1]].rstrip())))
            return
        self._end = max(self._end, unit.lines[0].start)
        body = self._composer.passage(unit.ranges)
        if unit.kind is not UnitKind.FIELD:
            self._field_leads = ()
        if unit.kind is UnitKind.HEADING:
            self._add_heading(unit, body)
        elif unit.kind is UnitKind.FIELD:
            self._field_leads, self._leads = self._leads or self._field_leads, ()
            self._add_field(unit, body)
        elif unit.kind is UnitKind.NOTE:
            self._emit(ClauseKind.FOOTNOTE, unit, sentences(body), (), 0)
        elif unit.kind is UnitKind.CELL:
            self._add_cell(unit, body)
        elif unit.kind is UnitKind.ITEM:
            self._add_item(unit, body, following)
        else:
            self._add_text(unit, body, following)

    def _add_cell(self, unit: Unit, body: Passage) -> None:
        cell = unit.cell or unit.lines[0].block.cell
        leads: tuple[Passage, ...] = ()
        if cell is not None:
            heads = (self._cells.get((cell.table, 0, cell.column)), self._cells.get((cell.table, cell.row, 0)))
            places = ((0, cell.column), (cell.row, 0))
            leads = tuple(
                head for head, place in zip(heads, places, strict=True) if head and place != (cell.row, cell.column)
            )
            self._cells.setdefault((cell.table, cell.row, cell.column), body)
            if cell.table != self._table:
                self._table, self._table_leads = cell.table, self._leads
                self._lists, self._leads = [], ()
            leads = (*self._table_leads, *leads)
        for value in [self._composer.passage(ranges) for ranges in unit.values] or [body]:
            self._emit(ClauseKind.CELL, unit, sentences(value), leads, 0)

    def _add_heading(self, unit: Unit, body: Passage) -> None:
        heading = body.slice(0, wording.lead_length(body.text)) if body.text.endswith((":", ":-")) else body
        pending = () if unit.number else self._leads or self._over
        self._open(unit.number, heading, self._level_of(unit), unit.start, shape=_shape(unit))
        self._over = pending
        if unit.level:
            self._anchored.add(self._section)
        if unit.lead:
            self._leads = (heading,) if heading.text else ()

    def _level_of(self, unit: Unit) -> int:
        if unit.level:
            return unit.level
        if unit.label and unit.label.kind is LabelKind.DECIMAL and unit.kind is UnitKind.HEADING:
            return len(unit.label.values) + self._shift()
        if unit.label and unit.label.kind is LabelKind.WORD:
            return 1
        sibling = self._open_sibling(_shape(unit))
        if sibling is not None:
            return self.sections[sibling].level
        current = self.sections[self._section]
        index = self._section
        while current.level and current.number is None and current.parent is not None and index not in self._anchored:
            index = current.parent
            current = self.sections[index]
        if current.number and not current.heading.text:
            return current.level + unit.rank
        return current.level + 1 + unit.rank

    def _shift(self) -> int:
        """Return 1 where numbers begin again below an open part, article or appendix, else 0."""
        index: int | None = self._section
        while index is not None:
            if self._shapes[index].isalpha() and len(self._shapes[index]) > 1:
                return 1
            index = self.sections[index].parent
        return 0

    def _open_sibling(self, shape: str) -> int | None:
        """Return the open section whose label counts as this one's does."""
        index: int | None = self._section if shape else None
        while index is not None and self._shapes[index] != shape:
            index = self.sections[index].parent
        return index

    def _add_text(self, unit: Unit, body: Passage, following: Unit | None) -> None:
        over = self._leads or self._over
        if unit.number:
            self._open(unit.number, Passage("", ()), self._paragraph_level(unit), unit.start, shape=_shape(unit))
        parts = sentences(body) if body.text else []
        self._over = over if unit.number and over else ()
        if self._over:
            self._add_led(unit, parts)
            return
        if self._is_inserted(unit, following):
            self._emit(ClauseKind.ITEM, unit, parts, self._lists[-1].leads, len(self._lists))
            return
        self._lists = []
        self._leads = ()
        if unit.lead and parts:
            lead = parts[-1] if wording.points_below(parts[-1].text) else parts.pop()
            self._leads = (lead.slice(0, wording.lead_length(lead.text)),)
        self._emit_text(ClauseKind.SENTENCE, unit, parts, (), 0)

    def _emit_text(
        self, kind: ClauseKind, unit: Unit, parts: Sequence[Passage], leads: tuple[Passage, ...], depth: int
    ) -> None:
        """Emit sentences; a list inside one of them becomes items."""
        for part in parts:
            found = find_enumeration(part)
            if found is None:
                self._emit(kind, unit, [part], leads, depth)
                continue
            self._emit(kind, unit, [found.before], leads, depth)
            for label, item in found.items:
                self._emit(ClauseKind.ITEM, unit, [item], (*leads, found.lead), depth + 1, label=label)
            self._emit(kind, unit, [found.after], leads, depth)

    def _add_led(self, unit: Unit, parts: list[Passage]) -> None:
        """Add a numbered paragraph that completes a lead-in."""
        if unit.lead and parts:
            lead = parts.pop()
            self._leads = (*self._over, lead.slice(0, wording.lead_length(lead.text)))
        self._emit_text(ClauseKind.ITEM, unit, parts, self._over, 1)

    def _paragraph_level(self, unit: Unit) -> int:
        if unit.label is None or len(unit.label.values) > 1:
            return len(unit.label.values) + self._shift() if unit.label else 1
        current = self.sections[self._section]
        return current.level if current.number and not current.heading.text else current.level + 1

    def _is_inserted(self, unit: Unit, following: Unit | None) -> bool:
        """Whether a short text stands between two items of one list."""
        if not self._lists or unit.number or unit.lead or following is None or following.kind is not UnitKind.ITEM:
            return False
        if len(unit.text) > 200 or not self._lists[-1].leads:
            return False
        last = self._lists[-1].label
        return following.label is last or bool(following.label and last and follows(following.label, last))

    def _add_field(self, unit: Unit, body: Passage) -> None:
        label = self._composer.passage(unit.field_label)
        label = label.slice(0, len(label.text.rstrip(" :-–?")))
        self._lists = []
        values = [self._composer.passage(ranges) for ranges in unit.values] or [body]
        if wording.known_label(label.text):
            self._field_leads = ()
        self._emit(ClauseKind.FIELD, unit, values, (*self._field_leads, label), 0)

    def _add_item(self, unit: Unit, body: Passage, following: Unit | None) -> None:
        if unit.field_label:
            label = self._composer.passage(unit.field_label)
            self._lists, self._leads = [], (label.slice(0, len(label.text.rstrip(" :-–"))),)
        parts = sentences(body) if body.text else []
        nests = unit.lead and following is not None and self._nests(unit, following)
        self._enter(unit, parts[-1] if parts and nests else body, opens=nests)
        level = self._lists[-1]
        depth = len(self._lists)
        if unit.stray:
            self._emit(ClauseKind.ITEM, unit, parts[:1], level.leads, depth)
            self._lists = []
            self._emit(ClauseKind.SENTENCE, unit, parts[1:], (), 0)
            return
        self._emit_text(ClauseKind.ITEM, unit, parts[:-1] if nests else parts, level.leads, depth)

    def _nests(self, unit: Unit, following: Unit) -> bool:
        """Whether what follows an item is a list of its own, and not the next item of an open list."""
        if following.label is None and unit.label is None:
            return following.lines[0].indent > unit.lines[0].indent + 1
        own = _Level(unit.label, (), unit.lines[0].indent, Passage("", ()), False)
        return not any(_same_list(level, following) for level in (*self._lists, own))

    def _enter(self, unit: Unit, body: Passage, *, opens: bool) -> None:
        """Find the list that an item belongs to, or begin one."""
        indent = unit.lines[0].indent
        for depth in range(len(self._lists) - 1, -1, -1):
            if _same_list(self._lists[depth], unit):
                level = self._lists[depth]
                self._lists[depth:] = [_Level(unit.label, level.leads, indent, body, opens)]
                return
        if self._lists and (self._lists[-1].open or not self._leads):
            above = self._lists[-1]
            lead = above.item.slice(0, wording.lead_length(above.item.text))
            leads = (*above.leads, lead) if above.open else above.leads
        else:
            self._lists = []
            leads = self._leads
        self._leads = ()
        self._lists.append(_Level(unit.label, leads, indent, body, opens))

    def _emit(
        self,
        kind: ClauseKind,
        unit: Unit,
        bodies: Sequence[Passage],
        leads: tuple[Passage, ...],
        depth: int,
        *,
        label: Label | None = None,
    ) -> None:
        label = label or unit.label
        page = self._document.page_at(unit.start) if self._paged else None
        for body in bodies:
            if body.text:
                self.clauses.append(
                    Clause(kind, body, leads, label.text if label else None, depth, self._block, self._section, self._part, page)
                )


def _shape(unit: Unit) -> str:
    return unit.label.shape if unit.label else ""


def _same_list(level: _Level, unit: Unit) -> bool:
    if level.label is None or unit.label is None:
        return level.label is unit.label
    if level.label.kind is LabelKind.BULLET and unit.label.kind is LabelKind.BULLET:
        return level.label.text == unit.label.text and unit.lines[0].indent < level.indent + 2
    return follows(unit.label, level.label)

