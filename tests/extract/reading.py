"""Short documents read as the program reads files, for the tests of what is extracted."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from protocolgraph.extract import Extractor
from protocolgraph.model import Extraction
from protocolgraph.readers import read
from protocolgraph.structure import outline

TITLE = "Harbour Bay Safeguarding Board\n\nTerms of Reference\n\n1. Arrangements\n\n"


@cache
def extractor() -> Extractor:
    return Extractor()


def extracted(folder: Path, body: str, *, title: str = TITLE) -> Extraction:
    path = folder / "paper.txt"
    path.write_text(f"{title}{body}\n", encoding="utf-8")
    return extractor().extract(outline(read(path)))


def duties(folder: Path, body: str, *, title: str = TITLE) -> list[tuple[str, str, str, str]]:
    """Bearer, modality, action and words of each duty, in the order of the text."""
    extraction = extracted(folder, body, title=title)
    return [
        (extraction.mentions[d.bearer].name, d.content.modality.value, d.content.action, d.content.text)
        for d in extraction.duties
    ]
