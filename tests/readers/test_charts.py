"""The boxes of a chart, which of them lines join, and where words lead."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

import protocolgraph as pg
from protocolgraph.model import Document
from protocolgraph.readers import read_bytes

Place = tuple[float, float]
BOXES = {
    "Council": (240.0, 100.0), "Safety Board": (240.0, 200.0),
    "Health Group": (80.0, 320.0), "Roads Group": (240.0, 320.0), "Youth Group": (400.0, 320.0),
}  # fmt: skip
WIDE, HIGH = 110.0, 40.0


def chart(*lines: list[Place], boxes: dict[str, Place] = BOXES) -> bytes:
    """Return a page with these boxes, and lines through these places, all from the top left."""
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4, invariant=1)
    canvas.setFont("Helvetica", 10)
    canvas.drawString(60, A4[1] - 60, "How the bodies of the partnership stand to each other")
    for name, (x, top) in boxes.items():
        canvas.rect(x, A4[1] - top - HIGH, WIDE, HIGH)
        canvas.drawCentredString(x + WIDE / 2, A4[1] - top - HIGH / 2, name)
    for places in lines:
        path = canvas.beginPath()
        path.moveTo(places[0][0], A4[1] - places[0][1])
        for x, top in places[1:]:
            path.lineTo(x, A4[1] - top)
        canvas.drawPath(path)
    canvas.save()
    return stream.getvalue()


def joined(document: Document) -> set[frozenset[str]]:
    def words(number: int) -> str:
        block = document.blocks[number]
        return " ".join(document.text[block.start : block.end].split())

    return {frozenset(map(words, pair)) for pair in document.joined}


UP = [(295.0, 200.0), (295.0, 140.0)]
TREE = [
    [(295.0, 240.0), (295.0, 280.0)],
    [(135.0, 280.0), (455.0, 280.0)],
    *([(x, 280.0), (x, 320.0)] for x in (135.0, 295.0, 455.0)),
]


def test_each_box_is_a_paragraph_whatever_stands_beside_it() -> None:
    document = read_bytes(chart(), "a.pdf")
    found = [document.text[block.start : block.end] for block in document.blocks]
    assert set(BOXES) < set(found)
    assert document.joined == ()


def test_a_line_joins_the_two_boxes_at_its_ends() -> None:
    assert joined(read_bytes(chart(UP), "a.pdf")) == {frozenset({"Council", "Safety Board"})}


def test_the_lines_of_a_tree_join_the_box_above_with_each_below() -> None:
    assert joined(read_bytes(chart(*TREE), "a.pdf")) == {
        frozenset({"Safety Board", group}) for group in ("Health Group", "Roads Group", "Youth Group")
    }


@pytest.mark.parametrize(
    "lines",
    [
        [[(295.0, 200.0), (295.0, 170.0)]],
        [[(20.0, 170.0), (560.0, 170.0)]],
        [[(295.0, 240.0), (295.0, 280.0)], [(20.0, 280.0), (455.0, 280.0)], [(455.0, 280.0), (455.0, 320.0)]],
        [[(350.0, 340.0), (400.0, 340.0)], [(375.0, 340.0), (375.0, 420.0)]],
    ],
)
def test_a_line_that_ends_nowhere_joins_nothing(lines: list[list[Place]]) -> None:
    assert joined(read_bytes(chart(*lines), "a.pdf")) == set()


def test_a_line_is_proposed_in_the_graph_and_states_nothing(tmp_path: Path) -> None:
    (tmp_path / "chart.pdf").write_bytes(chart(UP))
    graph = pg.build(tmp_path / "chart.pdf", graph=tmp_path / "graph")
    (info,) = graph.documents
    (link,) = (one for one in info.layout.particulars if one.aspect == "proposed_link")
    assert (link.value, link.confidence) == ("Council — Safety Board", 0.3)
    assert link.evidence
    assert link.evidence.quote == "Council […] Safety Board"
    assert not graph.knowledge.facts
    assert graph.validate() == ()


def test_addresses_that_words_lead_to_are_kept_but_none_of_people() -> None:
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4, invariant=1)
    canvas.drawString(60, 700, "The plan stands on the website of the council. Write to Ann.")
    canvas.linkURL("https://www.northwick.example/plan", (60, 698, 110, 712))
    canvas.linkURL("mailto:ann@northwick.example", (300, 698, 380, 712))
    canvas.linkURL("javascript:alert(1)", (110, 698, 160, 712))
    canvas.save()
    (link,) = read_bytes(stream.getvalue(), "a.pdf").links
    assert (link.page, link.words, link.target) == (1, "The plan", "https://www.northwick.example/plan")
