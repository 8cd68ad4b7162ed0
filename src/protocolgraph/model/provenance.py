"""Where a statement comes from. Offsets always count characters of a document's canonical text."""

from __future__ import annotations

from dataclasses import dataclass

QUOTE_GAP = " […] "
"""What stands between the pieces of a quote that was read from several spans."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of a document's canonical text, in characters."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def covers(self, other: Span) -> bool:
        """Whether the other span lies inside this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share a character."""
        return self.start < other.end and other.start < self.end


def quote(text: str, spans: tuple[Span, ...]) -> str:
    """Return the words at these spans of a text, the pieces joined with `QUOTE_GAP`."""
    return QUOTE_GAP.join(text[span.start : span.end] for span in spans)


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that a statement was read from."""

    document: str
    """The document's name."""
    spans: tuple[Span, ...]
    quote: str
    """`quote(document.text, spans)`, word for word."""
    section: str | None
    """Number of the section, else its heading, else None."""
    page: int | None
    rule: str
    """Name of the rule or frame that read it."""
    confidence: float
    """Between 0 and 1."""
