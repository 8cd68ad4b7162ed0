"""The paragraphs of a text, as structure understands them: what is printed in every format."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from protocolgraph.readers.plain import read_plain
from protocolgraph.structure.classify import classify
from protocolgraph.structure.columns import split_columns
from protocolgraph.structure.furniture import find_furniture
from protocolgraph.structure.grouping import group
from protocolgraph.structure.lines import read_lines
from protocolgraph.structure.passages import Composer
from protocolgraph.structure.units import Unit, UnitKind

CORPUS = Path(__file__).parents[2] / "corpus"


@dataclass(frozen=True, slots=True)
class Element:
    """A heading, a paragraph or an item: its label as printed, its words, how deep it stands."""

    text: str
    label: str = ""
    heading: bool = False
    depth: int = 0

    @property
    def whole(self) -> str:
        return f"{self.label} {self.text}".strip()


def elements_of(file: str) -> list[Element]:
    """Return the paragraphs of a text of the corpus, but for its footnotes."""
    document = read_plain((CORPUS / file).read_bytes(), file)
    lines = read_lines(document)
    units = classify(split_columns(group(lines, find_furniture(lines))))
    composer = Composer(document.text)
    kept = [unit for unit in units if unit.kind is not UnitKind.NOTE]
    return [element for unit in kept if (element := _element(unit, composer)).whole]


def _element(unit: Unit, composer: Composer) -> Element:
    label = unit.label.text if unit.label else ""
    text = composer.passage([*unit.field_label, *unit.ranges]).text
    depth = 1 + (unit.lines[0].indent > 0) if unit.kind is UnitKind.ITEM else 0
    return Element(text, label, unit.kind is UnitKind.HEADING, depth)


def plain(elements: Sequence[Element]) -> bytes:
    """Return the elements as text: the items of a list close below each other, a blank line between all others."""
    text = ""
    for before, element in zip([Element(""), *elements], elements, strict=False):
        text += "\n" if before.depth and element.depth else "\n\n" if text else ""
        text += element.whole
    return text.encode()
