"""Charts for reports. Graphviz comes with an extra, so it is imported only when a chart is drawn."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from protocolgraph.errors import UsageError
from protocolgraph.present.chart import Chart

DOTS = 150
"""Dots an inch of a picture."""


def drawn(chart: Chart) -> str:
    """Return a chart as an SVG element; raises UsageError if pygraphviz is not installed."""
    svg: str = _graphviz().diagram(chart, sideways=True)
    return svg


def pictured(chart: Chart) -> bytes:
    """Return a chart as a PNG picture; raises UsageError if pygraphviz is not installed."""
    png: bytes = _graphviz().picture(chart, dots=DOTS)
    return png


def _graphviz() -> ModuleType:
    try:
        return import_module("protocolgraph.present.diagram")
    except ModuleNotFoundError as error:
        raise UsageError("To draw charts, install pygraphviz: pip install 'protocolgraph[report]'") from error
