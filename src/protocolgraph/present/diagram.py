"""Charts drawn as SVG by Graphviz."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from tempfile import TemporaryFile
from textwrap import wrap
from threading import Lock

import pygraphviz

from protocolgraph.model import EntityType
from protocolgraph.present.chart import Arrow, Box, Chart, groups

_FONT = "Arial"
_NAMESPACE = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
_WIDTH = 24
"""Letters of a name before it goes on in the next line."""
_UPRIGHT = {"rankdir": "BT", "nodesep": "0.25", "ranksep": "0.55"}
_SIDEWAYS = {"rankdir": "RL", "nodesep": "0.15", "ranksep": "0.3"}
_SHAPES = {EntityType.ROLE: "box", EntityType.PERSON: "ellipse", EntityType.PUBLICATION: "note"}
_STYLE = (
    ".chart .node path,.chart .node polygon,.chart .node ellipse{fill:#fff;stroke:#5b6770}"
    ".chart .node.role polygon,.chart .node.person ellipse{fill:#eef3fa}"
    ".chart .node.marked path,.chart .node.marked polygon{fill:#fff3d6;stroke:#9a6700;stroke-width:2}"
    ".chart .node text{fill:#1b1b1b}.chart .edge text{fill:#444}"
    ".chart .edge path,.chart .edge polygon{stroke:#777}.chart .edge polygon{fill:#777}"
    ".chart .edge.unsure path{stroke-dasharray:5 3}"
)
_ROW = 4
"""Boxes joined to one box only that stand in one row."""
_SHEET = 1150
"""How wide drawings side by side are together, unless one alone is wider."""
_DENSE = 6
"""How many more lines than boxes make a drawing too wide for a sheet, so that it need not be drawn to know it."""
_BETWEEN = 24
_OF_FONTS = b"Fontconfig warning"
_ONE_AT_A_TIME = Lock()
"""Graphviz keeps state of its own while it lays out."""
_NOISE = re.compile(r'<!--.*?-->\n?|<title>.*?</title>\n?| id="[^"]*"', re.DOTALL)
"""What Graphviz writes for other programs: the keys of nodes and edges, and their numbers."""
_DRAWING = re.compile(r'<svg width="(\d+)pt" height="(\d+)pt"[^>]*>(.*)</svg>', re.DOTALL)


def diagram(
    chart: Chart, *, address: Callable[[str], str] | None = None, sideways: bool | None = False, scale: float = 1.0
) -> str:
    """Return a chart as an SVG element, who holds to account above who is accountable.

    Colours come from the page's style sheet, by the classes `node`, `edge`, `body`, `role`, `marked`,
    `unsure`, `p-PREDICATE`. Each box is a link if `address` gives one for its entity's id. A chart that is drawn
    `sideways` has who holds to account on the left, and is narrow enough for a sheet of paper; None draws it so only
    where it is too wide otherwise. With `scale` it is so many times as large.
    """
    if sideways is None and len(chart.lines) - len(chart.boxes) > _DENSE:
        sideways = True
    parts = [_drawn(part, address, sideways=bool(sideways)) for part in groups(chart)]
    if sideways is None and _width(parts) > _SHEET:
        turned = [_drawn(part, address, sideways=True) for part in groups(chart)]
        parts = min(parts, turned, key=_width)
    x, y, row, widest, placed = 0, 0, 0, 0, []
    for part in parts:
        if x and x + part.width > _SHEET:
            x, y, row = 0, y + row + _BETWEEN, 0
        placed.append(f'<g transform="translate({x} {y})">{part.content}</g>\n')
        x, row = x + part.width + _BETWEEN, max(row, part.height)
        widest = max(widest, x - _BETWEEN)
    said = f"Diagram of {len(chart.boxes)} boxes and {len(chart.arrows)} arrows; the list below says the same."
    size = f'width="{round(widest * scale)}" height="{round((y + row) * scale)}" viewBox="0 0 {widest} {y + row}"'
    head = f'<svg role="group" aria-label="{said}" {size}'
    return f"{head} {_NAMESPACE}>\n{''.join(placed)}</svg>\n"


@dataclass(frozen=True, slots=True)
class _Part:
    """The drawing of what hangs together."""

    width: int
    height: int
    content: str


def _width(parts: Sequence[_Part]) -> int:
    return max((part.width for part in parts), default=0)


def _drawn(chart: Chart, address: Callable[[str], str] | None, *, sideways: bool) -> _Part:
    """Draw what hangs together. Graphviz can put several such drawings on one sheet, but then it loses the labels."""
    graph = _laid_out(chart, address, sideways=sideways)
    with _ONE_AT_A_TIME, _without_font_warnings():
        svg: str = graph.draw(format="svg", prog="dot").decode("utf-8")
    found = _DRAWING.search(_NOISE.sub("", svg))
    if found is None:
        raise ValueError("Graphviz wrote no drawing")
    return _Part(int(found[1]), int(found[2]), found[3].strip())


def standing_alone(chart: Chart, *, sideways: bool = False) -> str:
    """Return a chart as an SVG picture with its colours in it, for where there is no style sheet of ours."""
    head, bracket, rest = diagram(chart, sideways=sideways).partition(">")
    return f"{head}{bracket}<style>{_STYLE}</style>{rest}"


def picture(chart: Chart, *, dots: int) -> bytes:
    """Return a chart as a PNG picture of so many dots an inch, drawn sideways, in black on white."""
    graph = _laid_out(chart, None, sideways=True)
    graph.graph_attr.update(bgcolor="white", dpi=str(dots))
    with _ONE_AT_A_TIME, _without_font_warnings():
        drawn: bytes = graph.draw(format="png", prog="dot")
    return drawn


@contextmanager
def _without_font_warnings() -> Iterator[None]:
    """Keep back what the library of fonts in Graphviz says of newer words in this machine's list of fonts."""
    try:
        kept = os.dup(2)
    except OSError:  # a program without a window has no place for warnings
        yield
        return
    with TemporaryFile() as told:
        os.dup2(told.fileno(), 2)
        try:
            yield
        finally:
            os.dup2(kept, 2)
            os.close(kept)
            told.seek(0)
            os.write(2, b"".join(line for line in told if not line.startswith(_OF_FONTS)))


def _laid_out(chart: Chart, address: Callable[[str], str] | None, *, sideways: bool) -> pygraphviz.AGraph:
    graph = pygraphviz.AGraph(
        strict=False, directed=True, bgcolor="transparent", **(_SIDEWAYS if sideways else _UPRIGHT)
    )
    graph.graph_attr["class"] = "chart"
    graph.node_attr.update(fontname=_FONT, fontsize="12", margin="0.14,0.08", shape="box")
    graph.edge_attr.update(fontname=_FONT, fontsize="11.5", arrowsize="0.7")
    for box in chart.boxes:
        graph.add_node(box.entity.id, **_node(box, address))
    rows = {} if sideways else _rows(chart.arrows)
    labelled = chart.labelled
    for number, line in enumerate(chart.lines):
        _add(graph, line, str(number), labelled=labelled, rows=rows)
    return graph


def _rows(arrows: Sequence[Arrow]) -> dict[str, int]:
    """How many rows from the one box that it is joined to each box stands that would make a row too long."""
    joined: dict[str, set[str]] = {}
    for arrow in arrows:
        joined.setdefault(arrow.lower, set()).add(arrow.upper)
        joined.setdefault(arrow.upper, set()).add(arrow.lower)
    lower = {arrow.lower for arrow in arrows}
    last: dict[tuple[str, bool], list[str]] = {}
    for end, (hub, *others) in sorted(joined.items()):
        if not others:
            last.setdefault((hub, end in lower), []).append(end)
    long = [ends for ends in last.values() if len(ends) > _ROW]
    return {end: 1 + number % -(-len(ends) // _ROW) for ends in long for number, end in enumerate(ends)}


def _node(box: Box, address: Callable[[str], str] | None) -> dict[str, str]:
    entity = box.entity
    shown = {
        "label": _plain("\n".join(wrap(entity.name, _WIDTH)) or entity.name),
        "shape": _SHAPES.get(entity.type, "box"),
        "style": "rounded" if entity.type is EntityType.BODY else "",
        "class": f"{entity.type.value} {'marked' if box.marked else ''}".strip(),
        "tooltip": _plain(f"{entity.name} ({entity.type.value})"),
    }
    return shown | ({"href": address(entity.id)} if address else {})


def _plain(name: str) -> str:
    """A name that Graphviz takes neither for its own escapes nor, in angle brackets, for markup."""
    return " " + name.replace("\\", "\\\\") if name.startswith("<") else name.replace("\\", "\\\\")


def _add(graph: pygraphviz.AGraph, line: Sequence[Arrow], key: str, *, labelled: bool, rows: Mapping[str, int]) -> None:
    """Draw the arrows from one box to another as one, its upper end above; the head stays at the target."""
    first = line[0]
    states = {
        **{f"p-{arrow.predicate}": True for arrow in line},
        "unsure": all(arrow.confidence < 0.7 for arrow in line),
        "marked": any(arrow.marked for arrow in line),
    }
    graph.add_edge(
        first.lower,
        first.upper,
        key,
        dir="forward" if first.upwards else "back",
        label="\n".join(f" {arrow.label} " for arrow in line) if labelled else "",
        tooltip=", ".join(arrow.label for arrow in line),
        minlen=str(max(rows.get(first.lower, 1), rows.get(first.upper, 1))),
        **{"class": " ".join(state for state, holds in states.items() if holds)},
    )
