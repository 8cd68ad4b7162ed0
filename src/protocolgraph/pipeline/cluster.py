"""Has documents read by the workers of a Dask cluster; what they read is what this machine would read.

Each worker reads as a build on one machine does, by processes fenced off from the network that load the language
model once (`pool.ReadingProcess`). The workers must see the documents under the same paths and run the same program:
a batch that comes to a worker of another version is refused.
"""

from __future__ import annotations

import queue
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from itertools import islice
from typing import TYPE_CHECKING

from protocolgraph.errors import UsageError
from protocolgraph.pipeline.cache import reading_version
from protocolgraph.pipeline.limits import Limits
from protocolgraph.pipeline.pool import ReadingProcess, size
from protocolgraph.pipeline.reading import Failure, Fault, MakeExtractor, Outcome
from protocolgraph.pipeline.sources import Source

if TYPE_CHECKING:
    from distributed import Client

BATCH_BYTES = 60_000
"""Bytes of documents that one task reads: two seconds of plain text, beside which a task's own cost is nothing."""
BATCH_DOCUMENTS = 32
AHEAD = 2
"""Batches that wait or are read for each thread of the workers; more would only fill the scheduler's memory."""
_PATIENCE = 30.0
"""Seconds in which the scheduler must answer, and have a worker."""

Answers = list[tuple[Source, Outcome | Fault]]


@dataclass(frozen=True, slots=True)
class Task:
    """What a worker is asked: documents, how to read them, and by which version of the program."""

    sources: tuple[Source, ...]
    make: MakeExtractor
    limits: Limits
    model: str | None
    version: str


def read_batch(task: Task) -> Answers:
    """Return what a worker reads in a batch of documents; runs in the cluster."""
    if _version(task.model) != task.version:
        fault = Fault(UsageError.__name__, "a worker of the cluster runs another version of the program or its models")
        return [(source, fault) for source in task.sources]
    process = _idle(task.make, task.limits)
    try:
        return [(source, process.read(source)) for source in task.sources]
    finally:
        _idle_processes.put((task.make, task.limits, process))


_idle_processes: queue.SimpleQueue[tuple[MakeExtractor, Limits, ReadingProcess]] = queue.SimpleQueue()
"""The worker's processes that read nothing now: as many as its threads, each with the model loaded."""


def _idle(make: MakeExtractor, limits: Limits) -> ReadingProcess:
    """Return a process made for such documents, a fresh one if none is idle."""
    while True:
        try:
            made_by, within, process = _idle_processes.get_nowait()
        except queue.Empty:
            return ReadingProcess(make, limits)
        if _same(made_by, make) and within == limits:
            return process
        process.stop()


def _same(one: MakeExtractor, other: MakeExtractor) -> bool:
    """Partial functions compare by identity alone, and travel as copies."""
    if isinstance(one, partial) and isinstance(other, partial):
        return (one.func, one.args, one.keywords) == (other.func, other.args, other.keywords)
    return one == other


_version = cache(reading_version)


def iter_cluster_readings(
    sources: Sequence[Source], make: MakeExtractor, *, scheduler: str, model: str | None, limits: Limits
) -> Iterator[tuple[Source, Outcome]]:
    """Yield each source with what was read in it, in the order in which they get done.

    The documents of a worker that is lost are read by another; those of which the third is lost are named.

    Raises:
        UsageError: Dask is not installed, no scheduler answers, it has no workers, or one is of another version.
        ProtocolGraphError: nothing can be read at all: no language model.

    """
    if not sources:
        return
    version = _version(model)
    client = _connect(scheduler)
    try:
        tasks = (Task(batch, make, limits, model, version) for batch in batches(sources))
        yield from _Run(client).results(tasks)
    finally:
        client.close()


def _connect(scheduler: str) -> Client:
    try:
        from distributed import Client  # a second to import, which few builds need
    except ImportError as error:
        raise UsageError("A cluster needs Dask: pip install 'protocolgraph[cluster]'") from error
    try:
        client = Client(scheduler, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise UsageError(f"{scheduler}: no Dask scheduler answers there") from error
    try:
        client.wait_for_workers(1, timeout=_PATIENCE)
    except TimeoutError as error:
        client.close()
        raise UsageError(f"{scheduler}: the scheduler has no workers; start some with `dask worker`") from error
    return client


@dataclass(slots=True)
class _Run:
    """The batches of one build that are under way."""

    client: Client
    under_way: dict[str, Task] = field(default_factory=dict)

    def results(self, tasks: Iterator[Task]) -> Iterator[tuple[Source, Outcome]]:
        """Yield what is read; a new batch is sent only when there is room."""
        from distributed import as_completed

        done = as_completed(self._sent(tasks), loop=self.client.loop)
        for future in done:
            task = self.under_way.pop(future.key)
            yield from _told(self._answers(future, task))
            future.release()
            done.update(self._sent(tasks))

    def _sent(self, tasks: Iterator[Task]) -> list[object]:
        """Send batches until there are enough for all workers that there are now."""
        threads = sum(self.client.nthreads().values())
        room = max(1, AHEAD * threads) - len(self.under_way)
        futures = []
        for task in islice(tasks, max(0, room)):
            future = self.client.submit(read_batch, task, pure=False)
            self.under_way[future.key] = task
            futures.append(future)
        return futures

    @staticmethod
    def _answers(future: object, task: Task) -> Answers:
        from distributed import KilledWorker

        try:
            answers: Answers = future.result()  # type: ignore[attr-defined]  # a Future, which has no types
        except KilledWorker:
            reason = "the workers of the cluster that read it were lost, one after the other"
            return [(source, Failure(reason)) for source in task.sources]
        return answers


def _told(answers: Answers) -> Iterator[tuple[Source, Outcome]]:
    for source, answer in answers:
        if isinstance(answer, Fault):
            answer.throw()
        else:
            yield source, answer


def batches(sources: Sequence[Source]) -> Iterator[tuple[Source, ...]]:
    """Yield the documents in batches of work for some seconds, the longest documents first."""
    batch: list[Source] = []
    total = 0
    for source in sorted(sources, key=size, reverse=True):
        length = size(source)
        if batch and (total + length > BATCH_BYTES or len(batch) == BATCH_DOCUMENTS):
            yield tuple(batch)
            batch, total = [], 0
        batch.append(source)
        total += length
    if batch:
        yield tuple(batch)
