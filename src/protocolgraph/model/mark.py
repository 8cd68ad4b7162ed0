"""What a document's own layout and wording show, beside what it states: the material of checks on drafting."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from protocolgraph.model.clause import Part
from protocolgraph.model.provenance import Evidence


class MarkKind(StrEnum):
    """What sort of thing was noticed; `Mark.value` is what the line below says."""

    NUMBER_MISSING = "number_missing"
    """The number that is left out between two neighbours."""
    NUMBER_TWICE = "number_twice"
    """The number that two headings or items of one list bear."""
    REFERENCE_LOST = "reference_lost"
    """A section or appendix that is referred to and is not there: "section 6", "Appendix B"."""
    PLACEHOLDER = "placeholder"
    """Words that stand for words still to come: "[insert name]", "TBC"."""
    ITEM_TWICE = "item_twice"
    """The words of an item that stands twice in one list."""
    ACRONYM_UNDEFINED = "acronym_undefined"
    """An acronym whose words the document does not give."""
    ACRONYM_SLIP = "acronym_slip"
    """The defined acronym whose letters this one has in another order."""
    ACRONYM_DEFINED = "acronym_defined"
    """The words that the document gives for the acronym that the quote holds: "CDOP = Child Death Overview Panel"."""
    VAGUE_TIME = "vague_time"
    """A time that no clock tells: "in a timely manner"."""
    NO_AGENT = "no_agent"
    """What must or should be done, nobody said by whom."""
    JOINT_INTEREST = "joint_interest"
    """A subject that is listed as of joint interest; the item names nobody who leads."""
    TASK = "task"
    """What a clause of a governing document asks for, from its verb on, whoever is to do it."""
    LAW = "law"
    """An Act or regulations as cited: "Children Act 2004"."""
    DRAFT = "draft"
    """The document calls itself a draft."""
    REVIEW_DATE = "review_date"
    """The document says when, or how often, it is reviewed."""
    OWNER = "owner"
    """The document names who owns, wrote or keeps it."""
    SIGNATURE = "signature"
    """There is a place to sign: "signed" where something is filled in, "blank" where not."""
    TERM = "term"
    """What terms of reference hold, whoever's: "chair", "members", "meetings"."""
    DISPUTE_ROUTE = "dispute_route"
    """The document says what happens when its parties disagree."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a document, and how far what stands under it reaches."""

    level: int
    """1 for the top headings of a part."""
    number: str | None
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing that was noticed, with the words that show it."""

    kind: MarkKind
    value: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Particular:
    """One thing that a document, or a part of a pack, says or shows of itself: its date, its version, its area."""

    part: int | None
    """Number of the part that says it, from 1; None for what holds of the whole document."""
    aspect: str
    """"title", "kind", "date", "version", "draft", "final", "area", "proposed_link"."""
    value: str
    how: str
    """What it was read from, for a person."""
    confidence: float
    evidence: Evidence | None
    """The words; None where the file's name, its metadata or a person says it."""


@dataclass(frozen=True, slots=True)
class Layout:
    """What the graph keeps of a document's structure."""

    parts: tuple[Part, ...] = ()
    """The documents inside a pack, each with its kind and date; a plain document is one part."""
    headings: tuple[Heading, ...] = ()
    """In reading order, as the marks."""
    marks: tuple[Mark, ...] = ()
    particulars: tuple[Particular, ...] = ()
    """By part, the whole document first."""


NO_LAYOUT = Layout()
