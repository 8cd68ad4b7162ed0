"""A query that may take only so long runs in a process of its own, which is ended when its time is over.

Oxigraph offers Python no way to stop a query, and a thread cannot be ended. The process opens a store on disk
read only, or is given the quads of one in memory; what it answers comes back as JSON. A process that has answered
in time waits for the next query of its store. Where the system has alarms, it ends itself, too, should the process
that asked be gone; where it limits memory, it ends before a query takes that of the whole machine.
"""

from __future__ import annotations

import atexit
import json
import math
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from subprocess import DEVNULL, PIPE
from threading import Condition, Event, Timer
from typing import Any

import pyoxigraph

from protocolgraph.errors import QueryError
from protocolgraph.graph.query import QueryForm, Table, run_query

_CALL = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from protocolgraph.graph.apart import main; main()"
_SPARE = 5
"""Seconds after which the process ends itself, above those that the query has."""
_MEMORY = 4 * 2**30
"""Bytes that the process may take."""
_KEPT = 2
"""Processes that wait for the next query once they have answered one."""
_SOON = 0.5
"""Seconds that a query waits for one of them to be free, which is less than starting another takes under load."""


def run_apart(store: Path | pyoxigraph.Store, query: str, *, seconds: float, rows: int | None) -> Table:
    """Run a query as `run_query` does, and end it when its time is over.

    Args:
        store: folder of a store that nobody writes, or one in memory.
        query: what is asked.
        seconds: how long it may take.
        rows: how many rows it may answer; None for no limit.

    Raises:
        QueryError: the query cannot be parsed or run, asks another server, or runs too long.
        OSError: the store's files cannot be read.

    """
    asked = {"query": query, "rows": rows, "alarm": math.ceil(seconds) + _SPARE}
    if isinstance(store, Path):
        with _IDLE.process(store) as process:
            told = process.answer({**asked, "folder": str(store)}, seconds=seconds)
    else:
        quads = store.dump(format=pyoxigraph.RdfFormat.N_QUADS) or b""
        process = _Process()
        told = process.answer({**asked, "folder": None}, quads, seconds=seconds)
        process.end()
    if "refused" in told:
        raise QueryError(told["refused"])
    if "unreadable" in told:
        raise OSError(told["unreadable"])
    cells = tuple(tuple(row) for row in told["rows"])
    return Table(QueryForm(told["form"]), tuple(told["columns"]), cells, cut=told["cut"])


class _Process:
    """A process that answers queries, one after the other; it opens a store once."""

    def __init__(self) -> None:
        call = [sys.executable, "-c", _CALL, json.dumps(sys.path)]
        self._process = subprocess.Popen(call, stdin=PIPE, stdout=PIPE, stderr=DEVNULL)

    def answer(self, asked: dict[str, Any], quads: bytes | None = None, *, seconds: float) -> dict[str, Any]:
        """Return what it tells; it is ended when the time is over, or when it tells nothing.

        Raises:
            QueryError: there is no answer.

        """
        late = Event()

        def stop() -> None:
            late.set()
            self._process.kill()

        timer = Timer(seconds, stop)
        timer.start()
        try:
            line = self._asked(json.dumps(asked).encode() + b"\n", quads)
        finally:
            timer.cancel()
        if not line.endswith(b"\n"):
            self.end()
            if late.is_set():
                raise QueryError(
                    f"The query has no answer within {seconds:g} seconds; ask for less, or raise the limit"
                )
            raise QueryError("The query cannot be run: its process ended without an answer; ask for less")
        told: dict[str, Any] = json.loads(line)
        return told

    def _asked(self, line: bytes, quads: bytes | None) -> bytes:
        given, told = self._process.stdin, self._process.stdout
        if given is None or told is None:
            return b""
        with suppress(OSError):  # it was ended meanwhile: then it tells nothing
            given.write(line + (quads or b""))
            given.flush()
            if quads is not None:
                given.close()
        return told.readline()

    @property
    def lives(self) -> bool:
        """Whether it can be asked."""
        return self._process.poll() is None

    def end(self) -> None:
        """End it."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(OSError):  # what was not written yet is of no use any more
                if pipe is not None:
                    pipe.close()


class _Idle:
    """Processes that wait for the next query of the same store: to start one takes longer than most answers."""

    def __init__(self) -> None:
        self._waiting: list[tuple[Path, _Process]] = []
        self._answering = 0
        self._changed = Condition()

    @contextmanager
    def process(self, store: Path) -> Iterator[_Process]:
        """Give a process for a store: one that waits, or soon will, for most answers come quickly; else a new one."""
        with self._changed:
            self._changed.wait_for(lambda: self._place_of(store) is not None or self._answering < _KEPT, timeout=_SOON)
            place = self._place_of(store)
            found = None if place is None else self._waiting.pop(place)[1]
            self._answering += 1
        try:
            found = found or _Process()
            yield found
        finally:
            self._give_back(store, found)

    def _place_of(self, store: Path) -> int | None:
        fitting = (place for place, (own, one) in enumerate(self._waiting) if own == store and one.lives)
        return next(fitting, None)

    def _give_back(self, store: Path, process: _Process | None) -> None:
        """Let a process that lives wait; if too many do, those that wait longest are ended."""
        with self._changed:
            self._answering -= 1
            if process is not None and process.lives:
                self._waiting.append((store, process))
            gone, self._waiting = self._waiting[:-_KEPT], self._waiting[-_KEPT:]
            self._changed.notify()
        for _, old in gone:
            old.end()

    def end(self) -> None:
        """End all that wait."""
        with self._changed:
            gone, self._waiting = self._waiting, []
        for _, old in gone:
            old.end()


_IDLE = _Idle()
atexit.register(_IDLE.end)


def main() -> None:
    """Answer the queries on standard input, in the process that was started for them."""
    _limit_memory()
    store: pyoxigraph.Store | None = None
    while line := sys.stdin.buffer.readline():
        asked = json.loads(line)
        _set_alarm(asked["alarm"])
        try:
            store = store or _opened(asked["folder"])
            told = _told(store, asked)
        except OSError as error:
            told = {"unreadable": str(error)}
        sys.stdout.write(json.dumps(told) + "\n")
        sys.stdout.flush()
        _set_alarm(0)


def _limit_memory() -> None:
    with suppress(ImportError, ValueError, OSError):  # some systems have no such limit, or a lower one
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (_MEMORY, _MEMORY))


def _set_alarm(seconds: int) -> None:
    if hasattr(signal, "alarm"):
        signal.alarm(seconds)


def _told(store: pyoxigraph.Store, asked: dict[str, Any]) -> dict[str, Any]:
    try:
        table = run_query(store, asked["query"], rows=asked["rows"])
    except QueryError as error:
        return {"refused": str(error)}
    return {"form": table.form, "columns": table.columns, "rows": table.rows, "cut": table.cut}


def _opened(folder: str | None) -> pyoxigraph.Store:
    if folder is not None:
        return pyoxigraph.Store.read_only(folder)
    store = pyoxigraph.Store()
    store.bulk_load(sys.stdin.buffer, pyoxigraph.RdfFormat.N_QUADS)
    return store
