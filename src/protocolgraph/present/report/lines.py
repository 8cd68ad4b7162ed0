"""Who answers to whom, and what is a part of what: charts, and every line of them with its words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from protocolgraph.graph import Graph, source_line
from protocolgraph.graph.narrow import areas_of
from protocolgraph.model import Evidence
from protocolgraph.present.chart import Arrow, Chart, map_chart, pieces
from protocolgraph.present.report.content import (
    Block,
    Figure,
    Grid,
    Labelled,
    Notes,
    Phrase,
    Phrases,
    Section,
    paragraphs,
    plain,
)
from protocolgraph.text.normalise import collapse

ANSWERING = ("accountable_to", "reports_to", "oversees", "escalates_to")
"""The links by which one answers to another."""
PARTS = ("part_of",)
_MORE = 2
"""Places that are cited of a line, besides the best; the appendix cites all."""
_FEWEST = 3
"""Boxes that a chart has at least: a single line is read more easily in the table."""
_COLUMNS = ("Who", "How", "Whom", "The words, and where they stand")
_SHARES = (20, 11, 20, 49)


def areas(graph: Graph) -> tuple[str | None, ...]:
    """Return the areas of which a report tells one by one; one without a name, if a document is of no area."""
    return areas_of(graph.register) if all(info.area for info in graph.register) else (None,)


def line_sections(graph: Graph, notes: Notes) -> Iterator[Section]:
    """Yield the sections of lines of accountability and of parts, each with charts and with the lines in words."""
    numbers = count(1)
    for title, links, about in (
        ("Who answers to whom", ANSWERING, _ABOUT_LINES),
        ("What is a part of what", PARTS, _ABOUT_PARTS),
    ):
        drawn = _charts(graph, links)
        parts = [Section(area or "", _of_area(chart, notes, numbers)) for area, chart in drawn.items()]
        blocks = parts if len(areas(graph)) > 1 else [block for part in parts for block in part.blocks]
        yield Section(title, (*paragraphs(about if drawn else _NONE), *blocks))


def line_appendix(graph: Graph, notes: Notes) -> Iterator[Section]:
    """Yield the section in which each line stands with its words."""
    grids = [_grid(chart, area, notes) for area, chart in _charts(graph, (*ANSWERING, *PARTS)).items()]
    if grids:
        yield Section("Each line with its words", tuple(grids))


def _charts(graph: Graph, links: tuple[str, ...]) -> dict[str | None, Chart]:
    charts = {area: map_chart(graph, area=area, links=links) for area in areas(graph)}
    return {area: chart for area, chart in charts.items() if chart.arrows}


_NONE = "No such line was found in these documents."
_ABOUT_LINES = (
    "In the charts, who holds to account stands on the left and who is accountable on the right; an arrow is read in "
    "its own direction. A dashed arrow is less sure. Lines that stand alone are only in the list. A line that is "
    "missing was not found in these documents; it may be stated elsewhere."
)
_ABOUT_PARTS = "Sub-groups, committees, units and services, each with what it is stated to be a part of."


def _of_area(chart: Chart, notes: Notes, numbers: Iterator[int]) -> tuple[Block, ...]:
    figures = [Figure(next(numbers), part) for part in pieces(chart) if len(part.boxes) >= _FEWEST]
    names = {box.entity.id: box.entity.name for box in chart.boxes}
    said: dict[str, dict[str, list[Phrase]]] = {}
    for arrow in _ordered(chart):
        cited = notes.cite(*places_of(arrow)[: 1 + _MORE])
        said.setdefault(names[arrow.source], {}).setdefault(arrow.label, []).append(Phrase(names[arrow.target], cited))
    return (*figures, Labelled(tuple((who, tuple(_told(told))) for who, told in said.items())))


def _told(told: dict[str, list[Phrase]]) -> Iterator[Phrase]:
    for at, (label, others) in enumerate(told.items()):
        yield Phrase(f"{'; ' if at else ''}{label} ")
        for number, other in enumerate(others):
            yield replace(other, text=f", {other.text}") if number else other


def _ordered(chart: Chart) -> list[Arrow]:
    names = {box.entity.id: box.entity.name for box in chart.boxes}
    return sorted(chart.arrows, key=lambda arrow: (names[arrow.source], arrow.label, names[arrow.target]))


def _grid(chart: Chart, area: str | None, notes: Notes) -> Grid:
    names = {box.entity.id: box.entity.name for box in chart.boxes}
    rows = tuple(_row(arrow, names, notes) for arrow in _ordered(chart))
    return Grid(area or "Each line with its words", _COLUMNS, rows, _SHARES, headed=area is None)


def _row(arrow: Arrow, names: dict[str, str], notes: Notes) -> tuple[Phrases, ...]:
    places = places_of(arrow)
    words = Phrase(f"“{collapse(places[0].quote)}” ({source_line(places[0])})", notes.cite(*places[1:]))
    return plain(names[arrow.source]), plain(arrow.label), plain(names[arrow.target]), (words,)


def places_of(arrow: Arrow) -> tuple[Evidence, ...]:
    """Return all places where an arrow is stated, the surest first."""
    found = [place for fact in arrow.facts for place in (fact.evidence, *fact.also)]
    return tuple(sorted(dict.fromkeys(found), key=lambda place: (-place.confidence, place.document, place.spans)))
