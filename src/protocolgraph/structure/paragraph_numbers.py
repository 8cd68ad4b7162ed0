"""Whether "1.", "2." number the items of a list, or the paragraphs of a document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from protocolgraph.structure import wording
from protocolgraph.structure.sentences import split_sentences
from protocolgraph.structure.units import Unit
from protocolgraph.text.numbering import follows, is_first


def mark_paragraph_numbers(units: Sequence[Unit]) -> None:
    """Give the paragraphs that "1.", "2." number their section number.

    They are paragraphs where no colon leads into them, and one of them has several sentences or
    leads into a list of its own.
    """
    for run in _iter_runs(units):
        first = run[0]
        before = units[first - 1] if first else None
        led = before is not None and wording.leads_in(before.text)
        if not led and any(_is_paragraph(units[at]) for at in run):
            for at in run:
                label = units[at].label
                units[at].number = label.number if label else None


def _iter_runs(units: Sequence[Unit]) -> Iterator[list[int]]:
    """Yield the places of labels "1.", "2." ... that follow one another, whatever stands between them."""
    run: list[int] = []
    for at, unit in enumerate(units):
        label = unit.label
        if label is None or label.shape != "1." or unit.settled or wording.could_head(unit.text):
            continue
        last = units[run[-1]].label if run else None
        if last is not None and follows(label, last):
            run.append(at)
            continue
        if run:
            yield run
        run = [at] if is_first(label) else []
    if run:
        yield run


def _is_paragraph(unit: Unit) -> bool:
    return len(split_sentences(unit.text)) > 1 or wording.leads_in(unit.text)
