"""What structure makes of a document: parts, sections, and clauses that can be read alone.

A `Passage` is readable text that knows where in the document each of its words stands; it is
the one way by which wrapped lines, joined list items and repaired hyphens keep their offsets.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from protocolgraph.model.document import Cell, Document
from protocolgraph.model.provenance import Span


@dataclass(frozen=True, slots=True, order=True)
class Piece:
    """`passage.text[offset : offset + length]` is `document.text[start : start + length]`, word for word."""

    offset: int
    start: int
    length: int


@dataclass(frozen=True, slots=True)
class Passage:
    """Readable text with the document's offsets; characters in no piece (a joining space) have no source."""

    text: str
    pieces: tuple[Piece, ...]

    def spans(self, start: int = 0, end: int | None = None) -> tuple[Span, ...]:
        """Return the document spans of `text[start:end]`, in order; neighbours parted by white space stay apart."""
        end = len(self.text) if end is None else end
        found = []
        for piece in self.pieces:
            low, high = max(start, piece.offset), min(end, piece.offset + piece.length)
            if low < high:
                shift = piece.start - piece.offset
                found.append(Span(low + shift, high + shift))
        return tuple(found)

    def slice(self, start: int, end: int | None = None) -> Passage:
        """Return the passage `text[start:end]`."""
        end = len(self.text) if end is None else end
        pieces = []
        for piece in self.pieces:
            low, high = max(start, piece.offset), min(end, piece.offset + piece.length)
            if low < high:
                pieces.append(Piece(low - start, piece.start + low - piece.offset, high - low))
        return Passage(self.text[start:end], tuple(pieces))

    @classmethod
    def join(cls, passages: Iterable[Passage], separator: str = " ") -> Passage:
        """Return one passage of several, the separator between them."""
        text, pieces = "", []
        for passage in passages:
            if text:
                text += separator
            pieces += [Piece(p.offset + len(text), p.start, p.length) for p in passage.pieces]
            text += passage.text
        return cls(text, tuple(pieces))


class PartKind(StrEnum):
    """What sort of document a part of a pack is."""

    PROTOCOL = "protocol"
    TERMS_OF_REFERENCE = "terms_of_reference"
    ARRANGEMENTS = "arrangements"
    AGENDA = "agenda"
    MINUTES = "minutes"
    REPORT = "report"
    APPENDIX = "appendix"
    WORK_PROGRAMME = "work_programme"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Part:
    """A document inside a pack (agenda, minutes, cover report, appendix ...); a plain document is one part."""

    kind: PartKind
    title: str
    date: str | None
    """ISO date (or year, or year and month) as the text states it."""
    owner: str | None
    """The body whose agenda, minutes or report it is, in the text's words."""
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Told:
    """Something that a part says of itself, or that its file says of it."""

    name: str
    """"title", "kind", "date", "version", "draft", "final"."""
    value: str
    spans: tuple[Span, ...]
    """Where it says so; none where the file's name or metadata says it."""
    confidence: float
    how: str
    """What it was read from, for a person."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it, up to the next heading of its level or above."""

    number: str | None
    """"4", "4.5", "Appendix 1", "(a)", as printed, without a closing full stop."""
    heading: Passage
    """The heading without its number; empty for the text before the first heading."""
    level: int
    """0 for the part itself, 1 for its top headings."""
    parent: int | None
    """Index of the section above."""
    part: int
    """Index of the part."""
    start: int
    end: int

    @property
    def name(self) -> str | None:
        """Number, else heading, else None: what evidence calls the section."""
        return self.number or self.heading.text or None


class ClauseKind(StrEnum):
    """What a clause is in the layout."""

    SENTENCE = "sentence"
    ITEM = "item"
    """A list item, or one sentence of an item."""
    FIELD = "field"
    """A labelled value: "Report Author(s)" / "A. Writer, ..."; the label is the last lead-in."""
    CELL = "cell"
    """A table cell; the lead-ins are its column's and its row's headers."""
    FOOTNOTE = "footnote"


@dataclass(frozen=True, slots=True)
class Clause:
    """A sentence, item or cell with all that it needs to be read alone.

    `text` joins the lead-ins and the body: "The Board will: (a) coordinate ...; (b) ensure ..."
    is two clauses, "The Board will coordinate ..." and "The Board will ensure ...".
    """

    kind: ClauseKind
    body: Passage
    """The words of the item or sentence itself, without its number or bullet."""
    leads: tuple[Passage, ...]
    """Lead-ins from the outermost to the innermost, without a closing colon or dash."""
    label: str | None
    """Number or bullet as printed: "(a)", "4.8", "•"."""
    depth: int
    """0 for a sentence, 1 for an item of a list, 2 for an item of an item's list."""
    block: int
    """Number of the paragraph or item: sentences of one paragraph share it; numbers rise through the document."""
    section: int
    """Index of the section."""
    part: int
    """Index of the part."""
    page: int | None
    cell: Cell | None = None
    """Its place in a table, if it stands in one."""

    @property
    def passage(self) -> Passage:
        """Lead-ins and body as one passage."""
        return Passage.join((*self.leads, self.body))

    @property
    def text(self) -> str:
        """Lead-ins and body as one readable text."""
        return self.passage.text


@dataclass(frozen=True, slots=True)
class Outline:
    """A document with the structure that was found in it; sections and clauses in reading order."""

    document: Document
    title: str | None
    parts: tuple[Part, ...]
    sections: tuple[Section, ...]
    clauses: tuple[Clause, ...]
    furniture: tuple[Span, ...] = ()
    """Running headers, page numbers and contents lists: kept, but read by nothing."""

    def path(self, section: int) -> tuple[Section, ...]:
        """Return the section and those above it, the outermost first."""
        path: list[Section] = []
        index: int | None = section
        while index is not None:
            path.insert(0, self.sections[index])
            index = self.sections[index].parent
        return tuple(path)
