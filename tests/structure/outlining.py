"""Outlines of texts for the tests of structure, and what every outline promises."""

from __future__ import annotations

import re

from protocolgraph.model import Clause, Document, Outline, Passage
from protocolgraph.readers.plain import read_plain
from protocolgraph.structure import outline
from protocolgraph.text.normalise import INVISIBLE

_LABEL = re.compile(
    r"(?:\d{1,4}(?:[./]\d{1,4})*[A-Za-z]?|[A-Za-z]|[ivxlIVXL]+)?(?:\([A-Za-z0-9]{1,6}\))?[.):]*"
    r"|(?i:appendix|annexe?|schedule|part|chapter|section|article)"
)


def outline_of(text: str) -> Outline:
    return outline(document_of(text))


def document_of(text: str) -> Document:
    return read_plain(text.encode("utf-8", "replace"), "text.txt")


def tree(found: Outline) -> list[str]:
    """Return sections and clauses as short lines, indented by level: what a test compares."""
    lines = []
    by_section: dict[int, list[Clause]] = {}
    for clause in found.clauses:
        by_section.setdefault(clause.section, []).append(clause)
    for number, section in enumerate(found.sections):
        if section.level:
            title = " ".join(part for part in (section.number, section.heading.text) if part)
            lines.append(f"{'  ' * (section.level - 1)}# {title}")
        lines += [f"{'  ' * section.level}{line(clause)}" for clause in by_section.get(number, ())]
    return lines


def line(clause: Clause) -> str:
    leads = "".join(f"{lead.text} > " for lead in clause.leads)
    label = f"{clause.label} " if clause.label and clause.depth else ""
    return f"{clause.kind.value}: {label}{leads}{clause.body.text}"


def passages(found: Outline) -> list[Passage]:
    clauses = [passage for clause in found.clauses for passage in (*clause.leads, clause.body, clause.passage)]
    return clauses + [section.heading for section in found.sections]


def assert_pieces_point_back(found: Outline) -> None:
    text = found.document.text
    for passage in passages(found):
        assert "\n" not in passage.text
        assert "  " not in passage.text
        assert passage.text == passage.text.strip()
        end = 0
        for piece in passage.pieces:
            assert piece.offset >= end
            assert passage.text[end : piece.offset].strip() == ""
            end = piece.offset + piece.length
            assert passage.text[piece.offset : end] == text[piece.start : piece.start + piece.length]
        assert passage.text[end:].strip() == ""


def assert_in_order(found: Outline) -> None:
    blocks = [clause.block for clause in found.clauses]
    assert blocks == sorted(blocks)
    starts = [section.start for section in found.sections]
    assert starts == sorted(starts)
    for number, section in enumerate(found.sections):
        assert section.start <= section.end <= len(found.document.text)
        if section.parent is None:
            assert section.level == 0
        else:
            assert section.parent < number
            assert found.sections[section.parent].level < section.level
    for clause in found.clauses:
        assert found.sections[clause.section].part == clause.part
        assert clause.body.text


def lost_words(found: Outline) -> list[str]:
    """Return the words of the text that stand in no clause, heading, label or furniture; footnotes' marks are none."""
    text = found.document.text
    seen = bytearray(len(text))
    for passage in passages(found):
        for piece in passage.pieces:
            seen[piece.start : piece.start + piece.length] = b"\1" * piece.length
    for span in found.furniture:
        seen[span.start : span.end] = b"\1" * (span.end - span.start)
    nothing = INVISIBLE | set("⁰¹²³⁴⁵⁶⁷⁸⁹")
    left = "".join(" " if seen[at] or c in nothing else c for at, c in enumerate(text))
    return [
        word for word in left.split() if any(c.isalnum() for c in word) and not _LABEL.fullmatch(word.strip("-–—*•.:"))
    ]
