"""What reviewers of a graph have done so far."""

from __future__ import annotations

from dataclasses import dataclass

from protocolgraph.model.statement import Judged
from protocolgraph.model.workspace import Correction


@dataclass(frozen=True, slots=True)
class Recorded:
    """A correction as it stands in a workspace file."""

    id: str
    kind: str
    """The word under which it stands there: "accept", "merge" ..."""
    correction: Correction
    said: str
    """What it says, in words."""
    idle: bool
    """Whether it matches nothing any more."""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What reviewers judged when a graph was last built, and which of their corrections match nothing."""

    judged: tuple[Judged, ...] = ()
    idle: tuple[str, ...] = ()
    """Ids of the corrections."""
