"""Reads documents, one after the other or in several processes; the results do not depend on which."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Protocol

from protocolgraph.errors import ProtocolGraphError, ReadError
from protocolgraph.model import Extraction, Outline
from protocolgraph.model.workspace import DocumentOverride
from protocolgraph.pipeline.cache import Reading
from protocolgraph.pipeline.sources import Source
from protocolgraph.readers import read
from protocolgraph.structure import outline


class Extracts(Protocol):
    """What reads statements in an outlined document; `protocolgraph.extract.Extractor` is one."""

    @property
    def model_name(self) -> str:
        """Name and version of what reads: another name means that all documents are read again."""

    def extract(self, outline: Outline, *, override: DocumentOverride | None = None) -> Extraction:
        """Return everything that is read in the document."""


MakeExtractor = Callable[[], Extracts]
"""Makes the extractor in each process that reads; with several workers it must be picklable."""


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a document could not be read; travels between processes, as an exception does not reliably."""

    reason: str


Outcome = Reading | Failure


def iter_readings(
    sources: Sequence[Source], make_extractor: MakeExtractor, *, workers: int
) -> Iterator[tuple[Source, Outcome]]:
    """Yield each source with what was read in it, in the order in which they get done.

    Raises:
        ProtocolGraphError: nothing can be read at all: no language model, or a worker was killed.

    """
    if min(workers, len(sources)) > 1:
        yield from _iter_parallel(sources, make_extractor, workers=min(workers, len(sources)))
    elif sources:
        extractor = make_extractor()
        for source in sources:
            yield source, read_source(source, extractor)


def read_source(source: Source, extractor: Extracts) -> Outcome:
    """Return what is read in one document.

    Raises:
        ProtocolGraphError: other than that this document cannot be read.

    """
    try:
        document = read(source.path, name=source.name)
        extraction = extractor.extract(outline(document), override=source.override)
    except ReadError as error:
        return Failure(error.reason)
    except ProtocolGraphError:
        raise
    except Exception as error:  # noqa: BLE001  one document that breaks a rule must not stop the others
        return Failure(_one_line(f"could not be understood ({type(error).__name__}: {error}); please report this"))
    return Reading(extraction, document.warnings)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _iter_parallel(
    sources: Sequence[Source], make_extractor: MakeExtractor, *, workers: int
) -> Iterator[tuple[Source, Outcome]]:
    """Read the longest documents first, so that no worker is left alone with one at the end."""
    with _pool(workers, make_extractor) as pool:
        ordered = sorted(sources, key=lambda source: source.path.stat().st_size, reverse=True)
        waiting: dict[Future[Outcome], Source] = {pool.submit(_read_in_worker, source): source for source in ordered}
        while waiting:
            done, _ = wait(waiting, return_when=FIRST_COMPLETED)
            for future in done:
                yield waiting.pop(future), future.result()


@contextmanager
def _pool(workers: int, make_extractor: MakeExtractor) -> Iterator[ProcessPoolExecutor]:
    """Yield a pool of fresh processes that ends with the block, at once if the block is left by an error."""
    before = set(multiprocessing.active_children())
    pool = ProcessPoolExecutor(
        workers, multiprocessing.get_context("spawn"), initializer=_start_worker, initargs=(make_extractor,)
    )
    try:
        yield pool
        pool.shutdown()
    except BrokenProcessPool as error:
        raise ProtocolGraphError(
            "A process that reads documents was ended from outside (is there memory enough?); try fewer workers."
        ) from error
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
        for child in set(multiprocessing.active_children()) - before:
            child.terminate()


class _Worker:
    """What a reading process holds: the extractor is made once, when the first document comes."""

    def __init__(self, make_extractor: MakeExtractor) -> None:
        self._make = make_extractor
        self._extractor: Extracts | None = None

    def read(self, source: Source) -> Outcome:
        if self._extractor is None:
            self._extractor = self._make()
        return read_source(source, self._extractor)


_workers: list[_Worker] = []
"""In a reading process, its one worker; a pool's tasks can reach nothing else that its initializer made."""


def _start_worker(make_extractor: MakeExtractor) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _workers.append(_Worker(make_extractor))


def _end_with_parent() -> None:
    """End this process when the one that started it is gone, even killed: nobody waits for what it reads."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _read_in_worker(source: Source) -> Outcome:
    return _workers[0].read(source)
