"""Processes that read documents, each watched by a thread: one that dies or takes too long is replaced."""

from __future__ import annotations

import contextlib
import pickle
import queue
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from typing import IO

from protocolgraph.pipeline.limits import Limits
from protocolgraph.pipeline.reading import Failure, Fault, MakeExtractor, Outcome, iter_here
from protocolgraph.pipeline.sources import Source

_PROGRAM = (
    "import pickle, sys; sys.path[:] = pickle.load(sys.stdin.buffer); "
    "from protocolgraph.pipeline.worker import main; main()"
)
_KILLED = -9
_WAIT = 5.0


class ReadingProcess:
    """One process that reads, started when the first document is sent; a thread at a time may use it."""

    def __init__(self, make: MakeExtractor, limits: Limits) -> None:
        self._make, self._limits = make, limits
        self._process: subprocess.Popen[bytes] | None = None
        self._stopped = False
        self._told: int | None = None
        """The process that was told the module path, its limits, and what makes the extractor."""

    def read(self, source: Source) -> Outcome | Fault:
        """Return what the process reads in a document; one that fails is ended, and a fresh one reads the next."""
        if self._stopped:
            return Failure("the build was stopped")
        process = self._process = self._process or subprocess.Popen(
            [sys.executable, "-c", _PROGRAM], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        try:
            if self._told != process.pid:
                self._begin(process)
        except (EOFError, OSError, pickle.UnpicklingError):
            return self._bury(process, late=False)
        return self._ask(process, source)

    def _begin(self, process: subprocess.Popen[bytes]) -> None:
        """Tell a new process what to read with, and wait until it is ready: the time of a document begins then."""
        requests = _pipe(process.stdin)
        for message in (sys.path, (self._limits.megabytes, self._make)):
            pickle.dump(message, requests)
        requests.flush()
        pickle.load(_pipe(process.stdout))
        self._told = process.pid

    def _ask(self, process: subprocess.Popen[bytes], source: Source) -> Outcome | Fault:
        requests, answers = _pipe(process.stdin), _pipe(process.stdout)
        timer = threading.Timer(self._limits.seconds, process.kill)
        timer.daemon = True
        timer.start()
        try:
            pickle.dump(source, requests)
            requests.flush()
            answer: Outcome | Fault = pickle.load(answers)
        except (EOFError, OSError, pickle.UnpicklingError):
            return self._bury(process, late=not timer.is_alive())
        finally:
            timer.cancel()
        return answer

    def _bury(self, process: subprocess.Popen[bytes], *, late: bool) -> Failure:
        """End a process that gave no answer, and say why it may have given none."""
        self.end()
        if late:
            return Failure(f"was not read in {self._limits.seconds:g} seconds (--timeout gives it more)")
        how = "was ended from outside, or lacked memory" if process.returncode == _KILLED else "broke down"
        return Failure(f"the process that read it {how} (exit code {process.returncode}; --memory gives it more)")

    def end(self) -> None:
        """End the process at once."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait(_WAIT)

    def stop(self) -> None:
        """End the process, and start no other."""
        self._stopped = True
        self.end()


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    if pipe is None:
        raise OSError("the process has no such pipe")
    return pipe


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
    pool = [ReadingProcess(make, limits or Limits()) for _ in range(min(workers, len(sources)))]
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
