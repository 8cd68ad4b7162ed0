"""Comparisons of a graph's areas, documents and years, by what people call them."""

from __future__ import annotations

from protocolgraph.analyse.compare.comparison import Comparison, compare_years
from protocolgraph.analyse.compare.comparison import compare as compare_sides
from protocolgraph.analyse.compare.coverage import AreaCoverage, cover_areas
from protocolgraph.analyse.compare.matrix import Matrix, accountability_matrix
from protocolgraph.errors import UsageError
from protocolgraph.graph import Choice, Graph
from protocolgraph.model import Knowledge

Side = tuple[str, Knowledge]
_TOLD = 12
"""Areas that an error names."""


def compare(graph: Graph, first: str, second: str) -> Comparison:
    """Return how two areas, or two documents, compare.

    Args:
        graph: the graph that holds both.
        first: an area, or a document's name or title.
        second: another.

    Raises:
        UsageError: there is no such area or document.

    """
    return compare_sides(_side(graph, first), _side(graph, second))


def compare_over_time(graph: Graph, area: str, *, start: int, end: int) -> Comparison:
    """Return what became of an area's bodies, duties and links.

    Args:
        graph: the graph.
        area: the area.
        start: the documents dated in this year or before are the first side.
        end: those dated after it, up to this year, are the second.

    Raises:
        UsageError: there is no such area, or a side has no document.

    """
    if start >= end:
        raise UsageError(f"--from {start} --to {end}: the first year must be before the second")
    before = graph.narrowed(Choice(area=area, as_of=start)).knowledge
    after = graph.narrowed(Choice(area=area, years=tuple(range(start + 1, end + 1)))).knowledge
    return compare_years((f"{area} to {start}", before), (f"{area} {start + 1} to {end}", after))


def coverage_by_area(graph: Graph, areas: tuple[str, ...]) -> tuple[AreaCoverage, ...]:
    """Return how far the documents of these areas state the statutory duties, kind of body by kind of body.

    Raises:
        UsageError: there is no such area or document.

    """
    return cover_areas([_side(graph, area) for area in areas])


def matrix(graph: Graph, choice: Choice) -> Matrix:
    """Return the accountability matrix of the documents that are chosen.

    Raises:
        UsageError: no document is left.

    """
    return accountability_matrix(graph.narrowed(choice).knowledge)


def _side(graph: Graph, name: str) -> Side:
    """Return a side: an area if there is one of the name, else a document."""
    areas = {document.area.casefold(): document.area for document in graph.register if document.area}
    area = areas.get(name.strip().casefold())
    choice = Choice(area=area) if area else Choice(documents=(name,))
    try:
        return area or name, graph.narrowed(choice).knowledge
    except UsageError as error:
        told = ", ".join(sorted(areas.values())[:_TOLD]) or "none"
        raise UsageError(f"{name!r} is no area (there are {told}) and no document: {error}") from error
