"""The readings of a build's documents: of earlier builds, or made now; few of them in memory at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from protocolgraph.errors import StoreError
from protocolgraph.model import Extraction
from protocolgraph.pipeline.cache import Reading, ReadingCache
from protocolgraph.pipeline.reading import Failure, Outcome
from protocolgraph.pipeline.report import Status
from protocolgraph.pipeline.sources import Source

ReadChanged = Callable[[Sequence[Source]], Iterable[tuple[Source, Outcome]]]
Told = Callable[[int, int, str | None], None]
_IN_MEMORY = 100_000
"""Mentions and statements of the readings that stay in memory; others are in the cache when they are needed again."""


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a document: a reading, or why there is none."""

    status: Status
    reading: Reading | None = None
    reason: str | None = None


class Readings:
    """Gets readings."""

    def __init__(self, hashes: Mapping[str, str | None], cache: ReadingCache, read_changed: ReadChanged) -> None:
        """Get readings.

        Args:
            hashes: of the documents' bytes, by name; None for what cannot be opened.
            cache: the readings of earlier builds.
            read_changed: reads documents.

        """
        self._hashes = hashes
        self._cache = cache
        self._read = read_changed
        self._held: dict[str, Reading] = {}
        self._weight = 0
        self._lost: dict[str, Reading] = {}
        """Readings for which the cache had no room."""

    def obtain(self, sources: Sequence[Source], tell: Told) -> Iterable[tuple[Source, Result]]:
        """Yield what is known of each document, those of earlier builds first; what is new is read, and told."""
        unread = []
        for source in sources:
            reading = self._earlier(source)
            if reading is None:
                unread.append(source)
            else:
                self._hold(source, reading)
                yield source, Result(_status(reading, Status.UNCHANGED), reading)
        tell(0, len(unread), None)
        for done, (source, outcome) in enumerate(self._read(unread), start=1):
            if isinstance(outcome, Failure):
                yield source, Result(Status.FAILED, reason=outcome.reason)
            else:
                if not self._cache.put(outcome, source.override):
                    self._lost[source.name] = outcome
                self._hold(source, outcome)
                yield source, Result(_status(outcome, Status.READ), outcome)
            tell(done, len(unread), source.name)

    def get(self, source: Source) -> Reading:
        """Return a reading that was obtained.

        Raises:
            StoreError: it is no longer where it was kept.

        """
        reading = self._held.get(source.name) or self._lost.get(source.name)
        if reading is None:
            reading = self._earlier(source)
            if reading is None:
                raise StoreError(f"{source.name}: its reading was removed while the graph was built; build again")
            self._hold(source, reading)
        return reading

    def _hold(self, source: Source, reading: Reading) -> None:
        """Keep a reading in memory, and let go of those that were taken in first."""
        self._held[source.name] = reading
        self._weight += weight(reading.extraction)
        while self._weight > _IN_MEMORY and len(self._held) > 1:
            oldest = next(iter(self._held))
            self._weight -= weight(self._held.pop(oldest).extraction)

    def _earlier(self, source: Source) -> Reading | None:
        """Return the reading of an earlier build, if the document is still the same."""
        sha256 = self._hashes[source.name]
        if sha256 is None:
            return None
        reading = self._cache.get(source.name, sha256, source.override, ocr=source.ocr)
        if reading is None and source.ocr:
            reading = self._cache.get(source.name, sha256, source.override)
            reading = None if reading and reading.unread else reading
        return reading


def weight(extraction: Extraction) -> int:
    """Return about how much memory an extraction needs."""
    return len(extraction.mentions) + len(extraction.facts) + len(extraction.duties)


def _status(reading: Reading, status: Status) -> Status:
    return Status.PARTLY if reading.unread else status
