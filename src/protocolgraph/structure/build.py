"""The outline of a document, from its lines to its clauses."""

from __future__ import annotations

from collections.abc import Sequence

from protocolgraph.model import Document, Outline, Part, Passage, Span
from protocolgraph.structure.classify import classify
from protocolgraph.structure.columns import split_columns
from protocolgraph.structure.furniture import find_furniture
from protocolgraph.structure.grouping import group
from protocolgraph.structure.lines import Line, read_lines
from protocolgraph.structure.parts import PartStart, find_parts
from protocolgraph.structure.passages import Composer
from protocolgraph.structure.tree import TreeBuilder
from protocolgraph.structure.units import Unit


def outline(document: Document) -> Outline:
    """Return the parts, sections and clauses of a document.

    All that is visible in the document's text stands in a clause, a heading, a label, or the furniture.
    """
    lines = read_lines(document)
    skipped = find_furniture(lines)
    units = classify(split_columns(group(lines, skipped))) if len(skipped) < len(lines) else []
    starts = find_parts(units, document.name) if units else []
    composer = Composer(document.text)
    builder = TreeBuilder(document, composer)
    parts = tuple(_add_parts(builder, composer, units, starts))
    return Outline(
        document,
        parts[0].title if parts else None,
        parts,
        tuple(builder.sections),
        tuple(builder.clauses),
        tuple(sorted((*_spans(lines, skipped), *builder.bare_labels))),
    )


def _add_parts(
    builder: TreeBuilder, composer: Composer, units: Sequence[Unit], starts: Sequence[PartStart]
) -> list[Part]:
    parts = []
    for number, start in enumerate(starts):
        further = starts[number + 1].unit if number + 1 < len(starts) else len(units)
        first = units[start.unit].start if number else 0
        last = units[further].start if further < len(units) else len(composer.text)
        heads = start.heads
        heading = composer.passage(units[start.unit].ranges) if heads else Passage("", ())
        builder.add_part(number, first, last, heading, units[start.unit + heads : further])
        parts.append(Part(start.kind, start.title, start.date, start.owner, first, last))
    return parts


def _spans(lines: Sequence[Line], skipped: set[int]) -> tuple[Span, ...]:
    return tuple(Span(lines[number].start, lines[number].end) for number in sorted(skipped))
