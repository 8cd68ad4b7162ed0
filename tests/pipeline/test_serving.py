"""What the explorer is given: documents and pictures of their pages, as long as the files are those that were read."""

from __future__ import annotations

from pathlib import Path

from fake_extractor import FakeExtractor
from printing.pdf import pdf
from printing.source import Element

from protocolgraph.pipeline import build
from protocolgraph.pipeline.serving import make_site

WORDS = "The Safety Board reports to the Scrutiny Panel, and the Scrutiny Panel must publish a plan for the year."


def test_pages_of_pdf_files_are_drawn_until_the_file_changes(tmp_path: Path) -> None:
    file, graph = tmp_path / "docs" / "a.pdf", tmp_path / "graph"
    file.parent.mkdir()
    file.write_bytes(pdf([Element(WORDS)]))
    (file.parent / "b.txt").write_text(WORDS, encoding="utf-8")
    build([file.parent], graph=graph, extractor=FakeExtractor())
    pages = make_site(graph).pages
    assert (pages.has("a.pdf"), pages.has("b.txt"), pages.has("c.pdf")) == (True, False, False)
    plain, marked = pages.draw("a.pdf", 1, ()), pages.draw("a.pdf", 1, ("must publish a plan",))
    assert plain
    assert plain.startswith(b"\x89PNG")
    assert marked != plain
    assert pages.draw("a.pdf", 1, ("words that nobody wrote",)) == plain
    assert pages.draw("a.pdf", 2, ()) is None
    file.write_bytes(pdf([Element("Something else stands here now, and nobody reports to anybody any more.")]))
    assert make_site(graph).pages.draw("a.pdf", 1, ()) is None
