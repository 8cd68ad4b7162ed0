"""Reads off a document what its layout and wording show of how it was drafted."""

from __future__ import annotations

from protocolgraph.model import Heading, Layout, Mark, Outline
from protocolgraph.structure.marks.acronyms import acronym_marks
from protocolgraph.structure.marks.items import item_marks
from protocolgraph.structure.marks.numbering import numbering_marks
from protocolgraph.structure.marks.references import reference_marks
from protocolgraph.structure.marks.tasks import task_marks
from protocolgraph.structure.marks.words import word_marks


def read_layout(outline: Outline) -> Layout:
    """Return what the graph keeps of an outline: its parts, its headings that have words, and its marks."""
    headings = tuple(
        Heading(section.level, section.number, section.heading.text, section.start, section.end)
        for section in outline.sections
        if section.heading.text
    )
    return Layout(outline.parts, headings, find_marks(outline))


def find_marks(outline: Outline) -> tuple[Mark, ...]:
    """Return what an outline shows of its drafting, in reading order; equal marks at one place once."""
    found = [
        *numbering_marks(outline),
        *reference_marks(outline),
        *item_marks(outline),
        *word_marks(outline),
        *acronym_marks(outline),
        *task_marks(outline),
    ]
    return tuple(sorted(dict.fromkeys(found), key=lambda mark: (mark.evidence.spans, mark.kind, mark.value)))
