"""How long and with how much memory one document may be read."""

from __future__ import annotations

from dataclasses import dataclass

from protocolgraph.errors import UsageError


@dataclass(frozen=True, slots=True)
class Limits:
    """What a process that reads may use; a document that needs more is named, and the build goes on."""

    seconds: float = 600.0
    """For one document."""
    megabytes: int = 4000
    """For the whole process, the language model too; held to on Linux."""

    def __post_init__(self) -> None:
        if self.seconds <= 0 or self.megabytes <= 0:
            raise UsageError("the limits of time and memory must be above 0")
