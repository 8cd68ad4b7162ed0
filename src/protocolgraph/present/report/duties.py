"""The accountability matrix: who has what part in what, at a glance and duty by duty."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from protocolgraph.analyse.compare import Matrix, MatrixRow, accountability_matrix
from protocolgraph.graph import Graph
from protocolgraph.model import Evidence, Knowledge
from protocolgraph.present.report.content import (
    Grid,
    Labelled,
    Listing,
    Notes,
    Paragraph,
    Phrase,
    Phrases,
    Section,
    joined,
    paragraphs,
    plain,
)
from protocolgraph.vocab.schema import concepts

PARTS = {"R": "does it", "A": "answers for it", "C": "is consulted", "I": "is told", "O": "oversees who does it"}
"""The letters of the matrix, in words."""
_SHOWN = 25
"""Bodies and posts that the overview shows."""
_MAKES = "makes"
_FEWEST = 4
"""Duties and products that one has at least for a table of its own."""
_ABOUT = (
    "Who does what, how binding it is, and in brackets who else has a part in it, as far as the documents say. Where "
    "they are silent nothing stands; that nobody is named does not mean that nobody does it."
)


def matrix_section(graph: Graph, notes: Notes) -> Iterator[Section]:
    """Yield the accountability matrix: how many parts each has, then what each does."""
    matrix = accountability_matrix(graph.knowledge)
    if not matrix.rows:
        return
    table = _Table(matrix, _forces(graph.knowledge), notes)
    owners: dict[int, list[MatrixRow]] = {}
    for row in matrix.rows:
        owners.setdefault(row.told("R")[0], []).append(row)
    ordered = sorted(owners.items(), key=lambda item: (-len(item[1]), matrix.columns[item[0]]))
    each = [table.owner(at, rows) for at, rows in ordered if len(rows) >= _FEWEST]
    few = [(at, row) for at, rows in ordered if len(rows) < _FEWEST for row in rows]
    others = [table.others(few)] if few else []
    yield Section("The accountability matrix", (*paragraphs(_ABOUT), overview(matrix), *each, *others))


def overview(matrix: Matrix) -> Grid:
    """Return in how many duties and products each body and post has which part."""
    held = Counter((at, letter) for row in matrix.rows for at, letters in row.parts.items() for letter in letters)
    counts = [(name, [held[at, letter] for letter in PARTS]) for at, name in enumerate(matrix.columns)]
    most = sorted(counts, key=lambda item: (-sum(item[1]), item[0]))[:_SHOWN]
    rows = tuple((plain(name), *(plain(str(number) if number else "") for number in numbers)) for name, numbers in most)
    more = f" (the {_SHOWN} with most parts)" if len(counts) > _SHOWN else ""
    heads = tuple(f"{word} ({letter})" for letter, word in PARTS.items())
    return Grid(
        f"In how many duties and products each has a part{more}", ("Who", *heads), rows, (40, 12, 12, 12, 12, 12)
    )


class _Table:
    """Writes lines of the matrix as rows."""

    def __init__(self, matrix: Matrix, forces: dict[tuple[str, Evidence], str], notes: Notes) -> None:
        self._matrix, self._forces, self._notes = matrix, forces, notes

    def owner(self, at: int, lines: Sequence[MatrixRow]) -> Section:
        """Return what one body or post does; what holds for all of it is said once, above."""
        parts = [_parts(line, at) for line in lines]
        common = frozenset.intersection(*parts)
        told = self._told(common)
        above = (Paragraph((Phrase("For all of it: "), *told)),) if told else ()
        items = tuple(self._item(line, own - common) for line, own in zip(lines, parts, strict=True))
        return Section(self._matrix.columns[at], (*above, Listing(items, short=True)))

    def others(self, lines: Sequence[tuple[int, MatrixRow]]) -> Section:
        """Return what those do of whom little is stated."""
        items: dict[int, list[Phrases]] = {}
        for at, line in lines:
            items.setdefault(at, []).append(self._item(line, _parts(line, at)))
        entries = tuple((self._matrix.columns[at], tuple(_run(own))) for at, own in items.items())
        return Section("Others", (Labelled(entries),))

    def _item(self, line: MatrixRow, others: frozenset[tuple[str, int]]) -> Phrases:
        """What is done, with its force before it and who else has a part behind it."""
        force = self._forces.get((line.text, line.place), _MAKES)
        told = self._told(others)
        behind = (Phrase(" ["), *told, Phrase("]")) if told else ()
        return Phrase(force, strong=True), Phrase(f" {line.text}", self._notes.cite(line.place)), *behind

    def _told(self, parts: frozenset[tuple[str, int]]) -> Phrases:
        named = {
            letter: [self._matrix.columns[at] for other, at in sorted(parts) if other == letter] for letter in PARTS
        }
        return joined(Phrase(f"{PARTS[letter]} ({letter}): {', '.join(who)}") for letter, who in named.items() if who)


def _run(items: Sequence[Phrases]) -> Iterator[Phrase]:
    for at, item in enumerate(items):
        yield from (Phrase("; "), *item) if at else item


def _parts(line: MatrixRow, owner: int) -> frozenset[tuple[str, int]]:
    """Letters of a line, each with its column, but for that the owner does it."""
    return frozenset((letter, at) for at, letters in line.parts.items() for letter in letters) - {("R", owner)}


def _forces(knowledge: Knowledge) -> dict[tuple[str, Evidence], str]:
    """How strongly each duty binds, as people read it, by its text and words."""
    labels = {name: concept.label for name, concept in concepts("modality").items()}
    return {
        (" ".join(duty.content.text.split()), duty.evidence): labels[duty.content.modality] for duty in knowledge.duties
    }
