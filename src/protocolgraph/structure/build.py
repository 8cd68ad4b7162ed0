"""The outline of a document, from its lines to its clauses."""

from __future__ import annotations

from collections.abc import Sequence

from protocolgraph.model import Document, Outline, Part, PartKind, Passage, Span
from protocolgraph.structure.classify import classify
from protocolgraph.structure.columns import split_columns
from protocolgraph.structure.furniture import find_furniture
from protocolgraph.structure.grouping import group
from protocolgraph.structure.label_tables import open_label_tables
from protocolgraph.structure.lines import Line, read_lines
from protocolgraph.structure.parts import find_parts, stored_title
from protocolgraph.structure.passages import Composer
from protocolgraph.structure.tree import TreeBuilder
from protocolgraph.structure.units import Unit
from protocolgraph.text.numbering import LabelKind


def outline(document: Document) -> Outline:
    """Return the parts, sections and clauses of a document.

    All that is visible in the document's text stands in a clause, a heading, a label, or the furniture.
    """
    lines = read_lines(document)
    skipped = find_furniture(lines)
    grouped = group(lines, skipped)
    bare = [unit for unit in grouped if _is_bare(unit)]
    told = open_label_tables([unit for unit in grouped if not _is_bare(unit)])
    units = classify(split_columns(told))
    composer = Composer(document.text)
    builder = TreeBuilder(document, composer)
    parts = _add_parts(builder, composer, units, document)
    builder.sections.end(len(document.text))
    return Outline(
        document,
        parts[0].title,
        tuple(parts),
        tuple(builder.sections.records),
        tuple(builder.clauses),
        tuple(sorted((*_skipped_spans(lines, skipped), *(_label_span(unit) for unit in bare)))),
    )


def _is_bare(unit: Unit) -> bool:
    """Whether a unit is a label and nothing else."""
    return unit.label is not None and not unit.words and unit.label.kind is not LabelKind.WORD


def _add_parts(builder: TreeBuilder, composer: Composer, units: Sequence[Unit], document: Document) -> list[Part]:
    starts = find_parts(units, document.name, stored_title(document))
    if not starts:
        builder.add_part(0, Passage("", ()), 0, ())
        return [Part(PartKind.OTHER, document.name, None, None, 0, len(composer.text))]
    parts = []
    for number, start in enumerate(starts):
        further = starts[number + 1].unit if number + 1 < len(starts) else len(units)
        first = units[start.unit].start if number else 0
        last = units[further].start if further < len(units) else len(composer.text)
        heading = composer.passage(units[start.unit].ranges) if start.heads else Passage("", ())
        builder.add_part(number, heading, first, units[start.unit + start.heads : further])
        parts.append(Part(start.kind, start.title, start.date, start.owner, first, last))
    return parts


def _skipped_spans(lines: Sequence[Line], skipped: set[int]) -> list[Span]:
    return [Span(lines[number].start, lines[number].end) for number in sorted(skipped)]


def _label_span(unit: Unit) -> Span:
    line = unit.lines[0]
    return Span(line.start, line.end)
