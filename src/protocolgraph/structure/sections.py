"""The sections of a document: which stands in which."""

from __future__ import annotations

from dataclasses import replace

from protocolgraph.model import Passage, Section
from protocolgraph.structure.units import Unit, UnitKind
from protocolgraph.text.numbering import LabelKind, readings


class Sections:
    """The sections found so far; the last of them is open, and so are those that it stands in."""

    def __init__(self) -> None:
        self.records: list[Section] = []
        self._shapes: list[str] = []
        """For each section the shape of its label."""
        self.current = 0
        """Number of the section that is open."""
        self._anchored: set[int] = set()
        """Sections whose level the file's markup gives."""

    def begin_part(self, part: int, heading: Passage, start: int) -> None:
        """Open the section that is a part of the pack itself."""
        if self.records:
            self._close(0, start)
        self.records.append(Section(None, heading, 0, None, part, start, start))
        self._shapes.append("")
        self.current = len(self.records) - 1

    def open(self, unit: Unit, heading: Passage, start: int) -> None:
        """Open the section that a heading or a numbered paragraph begins."""
        level = self._paragraph_level(unit) if unit.kind is UnitKind.TEXT else self._heading_level(unit)
        self._close(level, start)
        index: int | None = self.current
        while index is not None and self.records[index].level >= level:
            index = self.records[index].parent
        self.records.append(Section(unit.number, heading, level, index, self.records[self.current].part, start, start))
        self._shapes.append(_shape(unit))
        self.current = len(self.records) - 1
        if unit.level:
            self._anchored.add(self.current)

    def close_unnumbered(self, end: int) -> None:
        """Close the sections without number, if they stand in one with a number."""
        path = [self.current]
        while (parent := self.records[path[-1]].parent) is not None and self.records[path[-1]].number is None:
            path.append(parent)
        if self.records[path[-1]].number is not None:
            for index in path[:-1]:
                self.records[index] = replace(self.records[index], end=end)
            self.current = path[-1]

    def end(self, end: int) -> None:
        """Close all that is open."""
        self._close(0, end)

    def _close(self, level: int, end: int) -> None:
        """Set the end of the open sections of this level and below."""
        index: int | None = self.current
        while index is not None and self.records[index].level >= level:
            self.records[index] = replace(self.records[index], end=end)
            index = self.records[index].parent

    def _heading_level(self, unit: Unit) -> int:
        if unit.level:
            return unit.level
        if unit.label and unit.label.kind is LabelKind.DECIMAL:
            return self._decimal_level(unit)
        if unit.label and unit.label.kind is LabelKind.WORD:
            return 1
        sibling = self._open_sibling(unit)
        return self._level_below_number() + unit.rank if sibling is None else self.records[sibling].level

    def _level_below_number(self) -> int:
        """Return the level of a heading without number: below the numbered heading that is open."""
        index = self.current
        section = self.records[index]
        while section.level and section.number is None and section.parent is not None and index not in self._anchored:
            index = section.parent
            section = self.records[index]
        if section.number is None or section.heading.text:
            return section.level + 1
        above = self.records[section.parent] if section.parent is not None else section
        return above.level if above.level and above.number is None else section.level

    def _paragraph_level(self, unit: Unit) -> int:
        if unit.label is not None and len(unit.label.values) > 1:
            return self._decimal_level(unit)
        if (sibling := self._numbered_sibling(unit)) is not None:
            return self.records[sibling].level
        section = self.records[self.current]
        is_paragraph = section.number is not None and not section.heading.text
        return section.level if is_paragraph else section.level + 1

    def _numbered_sibling(self, unit: Unit) -> int | None:
        """Return the open paragraph with one number, whose clauses end where the next such paragraph begins."""
        index: int | None = self.current if unit.label is not None else None
        while index is not None:
            record = self.records[index]
            if record.number is not None and not record.heading.text and record.number.isdecimal():
                return index
            index = record.parent
        return None

    def _decimal_level(self, unit: Unit) -> int:
        """Return the level of "4.5": below the open section "4", else as deep as it has numbers."""
        number = unit.number or ""
        index: int | None = self.current
        while index is not None:
            above = self.records[index].number
            if above and number.startswith(f"{above}."):
                return self.records[index].level + number.count(".") - above.count(".")
            index = self.records[index].parent
        return (len(unit.label.values) if unit.label else 1) + self._shift()

    def _shift(self) -> int:
        """Return 1 where numbers begin again below an open part, article or appendix, else 0."""
        index: int | None = self.current
        while index is not None:
            if len(self._shapes[index]) > 1 and self._shapes[index].isalpha():
                return 1
            index = self.records[index].parent
        return 0

    def _open_sibling(self, unit: Unit) -> int | None:
        """Return the open section whose label counts as this one's does."""
        shapes = {reading.shape for reading in readings(unit.label)} if unit.label else set()
        index: int | None = self.current if shapes else None
        while index is not None and self._shapes[index] not in shapes:
            index = self.records[index].parent
        return index


def _shape(unit: Unit) -> str:
    return unit.label.shape if unit.label else ""
