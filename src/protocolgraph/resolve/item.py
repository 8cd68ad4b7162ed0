"""What is compared: a name of a document, or of all that a document calls by several names."""

from __future__ import annotations

from dataclasses import dataclass

from protocolgraph.model import EntityType


@dataclass(frozen=True, slots=True)
class Item:
    """A name with what is known of it. Items of one document are compared first, then what they became."""

    type: EntityType
    name: str
    """Its fullest name."""
    title: str
    """What is compared: the name, for a post or a publication without its owner."""
    others: tuple[str, ...]
    """Names that its document defines to mean the same, acronyms above all."""
    area: str | None
    """Name of the area of its document; None for a class and for what is shared between areas."""
    document: str
    owner: int | None
    """Number of the entity that it belongs to (of one of that entity's forms)."""
    plain: bool
    """Whether many bodies have one of that name, so that without an owner it means nothing elsewhere."""
    generic: bool
    count: int
    """Number of mentions."""
    odd: frozenset[str]
    """Words of its document that look like slips of the pen for others."""
    forms: tuple[int, ...]
    """Numbers of the forms that it is made of."""
    names: tuple[str, ...]
    """All names that it goes by."""

    @property
    def titles(self) -> tuple[str, ...]:
        """All that it may be compared by."""
        return (self.title, *self.others)
