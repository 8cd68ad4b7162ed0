"""Reads documents, one after the other or in several processes; the results do not depend on which."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Protocol

from protocolgraph.errors import ModelError, ProtocolGraphError, ReadError, UsageError, VocabularyError
from protocolgraph.model import Document, Extraction, Outline
from protocolgraph.model.workspace import DocumentOverride
from protocolgraph.pipeline.cache import Reading
from protocolgraph.pipeline.personal import layout_without_addresses, without_addresses
from protocolgraph.pipeline.sources import Source
from protocolgraph.readers import read, read_bytes


class Extracts(Protocol):
    """What reads statements in an outlined document; `protocolgraph.extract.Extractor` is one."""

    @property
    def model_name(self) -> str:
        """Name and version of what reads: another name means that all documents are read again."""

    def extract(self, outline: Outline, *, override: DocumentOverride | None = None) -> Extraction:
        """Return everything that is read in the document."""


MakeExtractor = Callable[[], Extracts]
"""Makes the extractor in each process that reads, so it must be picklable."""


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a document could not be read; travels between processes, as an exception does not reliably."""

    reason: str


_FATAL = {kind.__name__: kind for kind in (ModelError, UsageError, VocabularyError)}


@dataclass(frozen=True, slots=True)
class Fault:
    """Why nothing can be read at all, as the name of an error and its message."""

    error: str
    message: str

    def throw(self) -> None:
        """Raise the error."""
        raise _FATAL.get(self.error, ProtocolGraphError)(self.message)


Outcome = Reading | Failure


def read_source(source: Source, extractor: Extracts) -> Outcome:
    """Return what is read in one document.

    Raises:
        ProtocolGraphError: other than that this document cannot be read.

    """
    try:
        document = read(source.path, name=source.name, ocr=source.ocr)
        return _read_in(document, extractor, source.override)
    except ReadError as error:
        return Failure(error.reason)
    except (ProtocolGraphError, MemoryError):
        raise
    except Exception as error:  # noqa: BLE001  one document that breaks a rule must not stop the others
        return Failure(_one_line(f"could not be understood ({type(error).__name__}: {error}); please report this"))


def _read_in(document: Document, extractor: Extracts, override: DocumentOverride) -> Reading:
    # Here, as the process that has others read needs none of it.
    from protocolgraph.pipeline.particulars import area_of, particulars
    from protocolgraph.structure import outline, read_layout

    structured = outline(document)
    extraction = without_addresses(extractor.extract(structured, override=override))
    told = particulars(structured, extraction, override)
    extraction = replace(extraction, area=area_of(told))
    layout = layout_without_addresses(replace(read_layout(structured), particulars=told))
    return Reading(extraction, document.warnings, document.unread, document.recognised, layout)


def _one_line(text: str) -> str:
    return " ".join(text.split())


_SAMPLE = """Terms of Reference of the Board

1. The Board will meet quarterly and must publish an annual report.
2. It reports to the Panel, which is chaired by the Director.

Membership
- The Chief Executive
- one member from each council
"""
"""Has word lists, frames and patterns loaded, which else the first document has."""


class Reader:
    """Reads documents in this process; the extractor is made once, when the first document comes."""

    def __init__(self, make: MakeExtractor) -> None:
        self._make = make
        self._extractor: Extracts | None = None

    def prepare(self) -> None:
        """Load all that documents need, before this process is split; what is wrong is told of the first document."""
        with suppress(ProtocolGraphError, MemoryError):
            self._extractor = self._make()
            ours = sys.modules.get("protocolgraph.extract")  # one that was given reads nothing but what is asked for
            if ours is not None and isinstance(self._extractor, ours.Extractor):
                _read_in(read_bytes(_SAMPLE.encode(), "sample.txt"), self._extractor, DocumentOverride())

    def answer(self, source: Source) -> Outcome | Fault:
        """Return what is read in a document, or why nothing can be read."""
        try:
            if self._extractor is None:
                self._extractor = self._make()
            return read_source(source, self._extractor)
        except ProtocolGraphError as error:
            return Fault(type(error).__name__, str(error))
        except MemoryError:
            return Failure(OUT_OF_MEMORY)


OUT_OF_MEMORY = "needs more memory than it may have (see --memory)"


def iter_here(sources: Sequence[Source], make: MakeExtractor) -> Iterator[tuple[Source, Outcome]]:
    """Yield each source with what was read in it, read in this process.

    Raises:
        ProtocolGraphError: nothing can be read at all: no language model.

    """
    extractor = make() if sources else None
    for source in sources:
        if extractor is not None:
            yield source, read_source(source, extractor)
