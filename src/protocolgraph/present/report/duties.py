"""The accountability matrix: who has what part in what, at a glance and duty by duty."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from protocolgraph.analyse.compare import Matrix, accountability_matrix
from protocolgraph.graph import Graph
from protocolgraph.model import Evidence, Knowledge
from protocolgraph.present.report.content import (
    Grid,
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
    "Who does what, and who else has a part in it, as far as the documents say. A cell is empty where they are "
    "silent; that nobody is named does not mean that nobody does it."
)

Line = tuple[str, tuple[str, ...], Evidence]
"""What is to be done, a cell for each body and post, and where it stands."""


def matrix_section(graph: Graph, notes: Notes) -> Iterator[Section]:
    """Yield the accountability matrix: how many parts each has, then what each does."""
    matrix = accountability_matrix(graph.knowledge)
    if not matrix.rows:
        return
    table = _Table(matrix, _forces(graph.knowledge), notes)
    owners: dict[int, list[Line]] = {}
    for line in matrix.rows:
        owners.setdefault(next(at for at, cell in enumerate(line[1]) if "R" in cell), []).append(line)
    ordered = sorted(owners.items(), key=lambda item: (-len(item[1]), matrix.columns[item[0]]))
    each = [table.owner(at, lines) for at, lines in ordered if len(lines) >= _FEWEST]
    few = [(at, line) for at, lines in ordered if len(lines) < _FEWEST for line in lines]
    others = [table.others(few)] if few else []
    yield Section("The accountability matrix", (*paragraphs(_ABOUT), overview(matrix), *each, *others))


def overview(matrix: Matrix) -> Grid:
    """Return in how many duties and products each body and post has which part."""
    counts = [
        (name, [sum(letter in cells[at] for _, cells, _ in matrix.rows) for letter in PARTS])
        for at, name in enumerate(matrix.columns)
    ]
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

    def owner(self, at: int, lines: Sequence[Line]) -> Section:
        """Return what one body or post does; what holds for all of it is said once, above."""
        name = self._matrix.columns[at]
        parts = [_parts(cells, at) for _, cells, _ in lines]
        common = frozenset.intersection(*parts)
        told = self._told(common)
        above = (Paragraph((Phrase("For all of it: "), *told)),) if told else ()
        rows = tuple((*self._said(line), self._told(own - common)) for line, own in zip(lines, parts, strict=True))
        grid = Grid(f"What {name} does", ("Force", "What", "Who else has a part"), rows, (12, 55, 33), headed=True)
        return Section(name, (*above, grid))

    def others(self, lines: Sequence[tuple[int, Line]]) -> Section:
        """Return what those do of whom little is stated."""
        rows = tuple(
            (plain(self._matrix.columns[at]), *self._said(line), self._told(_parts(line[1], at))) for at, line in lines
        )
        columns = ("Who", "Force", "What", "Who else has a part")
        return Section("Others", (Grid("What others do", columns, rows, (22, 10, 42, 26), headed=True),))

    def _said(self, line: Line) -> tuple[Phrases, Phrases]:
        text, _, place = line
        return plain(self._forces.get((text, place), _MAKES)), (Phrase(text, self._notes.cite(place)),)

    def _told(self, parts: frozenset[tuple[str, int]]) -> Phrases:
        named = {
            letter: [name for at, name in enumerate(self._matrix.columns) if (letter, at) in parts] for letter in PARTS
        }
        return joined(Phrase(f"{PARTS[letter]} ({letter}): {', '.join(who)}") for letter, who in named.items() if who)


def _parts(cells: Sequence[str], owner: int) -> frozenset[tuple[str, int]]:
    """Letters of a line, each with its column, but for that the owner does it."""
    return frozenset((letter, at) for at, cell in enumerate(cells) for letter in cell) - {("R", owner)}


def _forces(knowledge: Knowledge) -> dict[tuple[str, Evidence], str]:
    """How strongly each duty binds, as people read it, by its text and words."""
    labels = {name: concept.label for name, concept in concepts("modality").items()}
    return {
        (" ".join(duty.content.text.split()), duty.evidence): labels[duty.content.modality] for duty in knowledge.duties
    }
