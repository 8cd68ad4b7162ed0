"""Processes that read documents, each watched by a thread: one that dies or takes too long is replaced."""

from __future__ import annotations

import contextlib
import pickle
import queue
import threading
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from protocolgraph.pipeline.limits import Limits
from protocolgraph.pipeline.processes import GONE, Alone, Nursery, Running, can_split
from protocolgraph.pipeline.reading import Failure, Fault, MakeExtractor, Outcome, iter_here
from protocolgraph.pipeline.sources import Source

_KILLED = -9


class ReadingProcess:
    """One process that reads, started when the first document is sent; a thread at a time may use it."""

    def __init__(self, make: MakeExtractor, limits: Limits, start: Callable[[], Running] | None = None) -> None:
        """Have documents read.

        Args:
            make: makes the extractor.
            limits: time for a document, and memory.
            start: starts the process; without it, one that loads for itself.

        """
        self._start = start or partial(Alone, make, limits)
        self._seconds = limits.seconds
        self._process: Running | None = None
        self._stopped = False

    def read(self, source: Source) -> Outcome | Fault:
        """Return what the process reads in a document; one that fails is ended, and a fresh one reads the next."""
        if self._stopped:
            return Failure("the build was stopped")
        try:
            process = self._process = self._process or self._start()
            process.begin()
        except GONE:
            return self._bury(late=False)
        if self._stopped:  # meanwhile
            return self._bury(late=False)
        return self._ask(process, source)

    def _ask(self, process: Running, source: Source) -> Outcome | Fault:
        timer = threading.Timer(self._seconds, process.kill)
        timer.daemon = True
        timer.start()
        try:
            pickle.dump(source, process.requests)
            process.requests.flush()
            answer: Outcome | Fault = pickle.load(process.answers)
        except GONE:
            return self._bury(late=not timer.is_alive())
        finally:
            timer.cancel()
        return answer

    def _bury(self, *, late: bool) -> Failure:
        """End a process that gave no answer, and say why it may have given none."""
        code = self.end()
        if late:
            return Failure(f"was not read in {self._seconds:g} seconds (--timeout gives it more)")
        how = "was ended from outside, or lacked memory" if code == _KILLED else "broke down"
        return Failure(f"the process that read it {how} (exit code {code}; --memory gives it more)")

    def end(self) -> int | None:
        """End the process at once, and return its exit code."""
        process, self._process = self._process, None
        if process is None:
            return None
        process.kill()
        return process.wait()

    def stop(self) -> None:
        """End the process, and start no other."""
        self._stopped = True
        self.end()


def iter_readings(
    sources: Sequence[Source], make: MakeExtractor, *, workers: int, limits: Limits | None = None
) -> Iterator[tuple[Source, Outcome]]:
    """Yield each source with what was read in it, in the order in which they get done; workers 0 is this process.

    Several processes read the longest documents first, so that none is left alone with one at the end.

    Raises:
        ProtocolGraphError: nothing can be read at all: no language model.

    """
    if not workers:
        yield from iter_here(sources, make)
        return
    ordered = sources if workers == 1 else sorted(sources, key=size, reverse=True)
    tasks: queue.SimpleQueue[Source] = queue.SimpleQueue()
    for source in ordered:
        tasks.put(source)
    answers: queue.SimpleQueue[tuple[Source, Outcome | Fault]] = queue.SimpleQueue()
    wanted, limits = min(workers, len(sources)), limits or Limits()
    nursery = Nursery(make, limits) if wanted > 1 and can_split() else None
    pool = [ReadingProcess(make, limits, nursery.start if nursery else None) for _ in range(wanted)]
    for worker in pool:
        threading.Thread(target=_serve, args=(worker, tasks, answers), daemon=True).start()
    try:
        for _ in sources:
            source, answer = answers.get()
            if isinstance(answer, Fault):
                answer.throw()
            else:
                yield source, answer
    finally:
        while not tasks.empty():
            with contextlib.suppress(queue.Empty):
                tasks.get_nowait()
        for worker in pool:
            worker.stop()
        if nursery:
            nursery.stop()


def size(source: Source) -> int:
    """Return the bytes of a document; 0 if it is not there."""
    try:
        return source.path.stat().st_size
    except OSError:
        return 0


def _serve(
    worker: ReadingProcess,
    tasks: queue.SimpleQueue[Source],
    answers: queue.SimpleQueue[tuple[Source, Outcome | Fault]],
) -> None:
    """Have documents read by one process until none is left."""
    while True:
        try:
            source = tasks.get_nowait()
        except queue.Empty:
            return
        answers.put((source, worker.read(source)))
