"""What a report holds before it is written: sections of plain blocks, and the numbered words that they cite."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from protocolgraph.model import Evidence
from protocolgraph.present.chart import Chart
from protocolgraph.present.timeline import Lane


@dataclass(frozen=True, slots=True)
class Phrase:
    """A run of text, and the numbers of the words that it rests on."""

    text: str
    notes: tuple[int, ...] = ()
    strong: bool = False


Phrases = tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    phrases: Phrases


@dataclass(frozen=True, slots=True)
class Listing:
    """A list, an item a line."""

    items: tuple[Phrases, ...]
    short: bool = False
    """Whether its lines are so short that paper has room for two side by side."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """Lines of which each begins with what it tells."""

    entries: tuple[tuple[str, Phrases], ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Phrases, ...], ...]
    shares: tuple[int, ...]
    """How wide each column is, in hundredths of the table."""
    headed: bool = False
    """Whether the heading above says the same as the title, which is then only for who cannot see the table."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of the documents, each with where they stand."""

    places: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart; what it shows stands in words in a list of the same section."""

    number: int
    chart: Chart

    @property
    def caption(self) -> str:
        """What it shows."""
        boxes, arrows = len(self.chart.boxes), len(self.chart.arrows)
        return f"Chart {self.number}: {boxes} bodies and posts, {arrows} lines; the list below says the same"


@dataclass(frozen=True, slots=True)
class Years:
    """A drawn timeline; the table of the same section says the same in words."""

    title: str
    lanes: tuple[Lane, ...]
    years: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the report, or of a part of it."""

    title: str
    blocks: tuple[Block, ...]


Block = Paragraph | Listing | Labelled | Grid | Quoted | Figure | Years | Section


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report."""

    title: str
    about: str
    """Of what it is, in a line."""
    sections: tuple[Section, ...]
    """What a committee reads."""
    appendices: tuple[Section, ...]
    """What it looks up."""
    notes: tuple[Evidence, ...]
    """The words that phrases rest on; the first has the number 1."""


def lettered(sections: Iterable[Section]) -> tuple[Section, ...]:
    """Return sections as appendices, with letters in their titles."""
    return tuple(Section(f"Appendix {chr(ord('A') + at)}: {s.title}", s.blocks) for at, s in enumerate(sections))


class Notes:
    """Gives numbers to the words that are cited, in the order in which they are cited first."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[object, ...], int] = {}
        self._places: list[Evidence] = []

    def cite(self, *places: Evidence) -> tuple[int, ...]:
        """Return the numbers of these words, the same for the same words, sorted."""
        return tuple(sorted({self._number(place) for place in places}))

    def _number(self, place: Evidence) -> int:
        key = (place.document, place.spans)
        if key not in self._numbers:
            self._places.append(place)
            self._numbers[key] = len(self._places)
        return self._numbers[key]

    @property
    def places(self) -> tuple[Evidence, ...]:
        """All words that were cited, in the order of their numbers."""
        return tuple(self._places)


def plain(text: str) -> Phrases:
    """Return a text that cites nothing."""
    return (Phrase(text),)


def paragraphs(*texts: str) -> tuple[Paragraph, ...]:
    """Return a paragraph for each text."""
    return tuple(Paragraph(plain(text)) for text in texts)


def joined(items: Iterable[Phrase]) -> Phrases:
    """Return phrases as an enumeration, parted by semicolons."""
    found = [part for item in items for part in (Phrase("; "), item)]
    return tuple(found[1:])
