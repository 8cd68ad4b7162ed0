"""A name found in a passage, before it is known which mention it becomes."""

from __future__ import annotations

from dataclasses import dataclass, replace

from protocolgraph.model import EntityType, MentionForm, Scope


@dataclass(frozen=True, slots=True)
class Found:
    """`passage.text[start:end]` names something."""

    start: int
    end: int
    type: EntityType
    text: str
    """The words, without an article or an owner before them."""
    head: str
    """Folded head noun: "board", "officer", "report"."""
    form: MentionForm = MentionForm.NAME
    scope: Scope = Scope.LOCAL
    owner: tuple[int, int] | None = None
    """Where in the passage the owning body is named: inside this name or before it."""
    weak: bool = False
    """Too ordinary to count unless a statement needs it ("partners", "officers")."""

    def covers(self, other: Found) -> bool:
        """Whether the other name lies inside this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Found) -> bool:
        """Whether the two names share a character."""
        return self.start < other.end and other.start < self.end

    def moved(self, offset: int) -> Found:
        """Return the same name in a passage in which it stands this much later."""
        owner = (self.owner[0] + offset, self.owner[1] + offset) if self.owner else None
        return replace(self, start=self.start + offset, end=self.end + offset, owner=owner)


def longest(names: list[Found]) -> list[Found]:
    """Return the names that no longer one overlaps, in order; of two equal ones the first given."""
    kept: list[Found] = []
    for name in sorted(names, key=lambda n: n.start - n.end):
        if not any(name.overlaps(other) for other in kept):
            kept.append(name)
    return sorted(kept, key=lambda n: n.start)


def in_order(names: list[Found]) -> list[Found]:
    """Return names in the order in which they begin, the longer first."""
    return sorted(names, key=lambda n: (n.start, -n.end))
