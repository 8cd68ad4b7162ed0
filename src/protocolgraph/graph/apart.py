"""A query that may take only so long runs in a process of its own, which is ended when its time is over.

Oxigraph offers Python no way to stop a query, and a thread cannot be ended. The process opens a store on disk
read only, or is given the quads of one in memory; what it answers comes back as JSON. Where the system has
alarms, it ends itself, too, should the process that asked be gone.
"""

from __future__ import annotations

import json
import math
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pyoxigraph

from protocolgraph.errors import QueryError
from protocolgraph.graph.query import QueryForm, Table, run_query

_CALL = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from protocolgraph.graph.apart import main; main()"
_SPARE = 5
"""Seconds after which the process ends itself, above those that the query has."""


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
    folder = str(store) if isinstance(store, Path) else None
    asked = {"folder": folder, "query": query, "rows": rows, "alarm": math.ceil(seconds) + _SPARE}
    quads = b"" if isinstance(store, Path) else store.dump(format=pyoxigraph.RdfFormat.N_QUADS) or b""
    told = _answer(json.dumps(asked).encode() + b"\n" + quads, seconds)
    if "refused" in told:
        raise QueryError(told["refused"])
    if "unreadable" in told:
        raise OSError(told["unreadable"])
    cells = tuple(tuple(row) for row in told["rows"])
    return Table(QueryForm(told["form"]), tuple(told["columns"]), cells, cut=told["cut"])


def _answer(given: bytes, seconds: float) -> dict[str, Any]:
    call = [sys.executable, "-c", _CALL, json.dumps(sys.path)]
    try:
        ended = subprocess.run(call, input=given, capture_output=True, timeout=seconds, check=True)
    except subprocess.TimeoutExpired as error:
        raise QueryError(
            f"The query has no answer within {seconds:g} seconds; ask for less, or raise the limit"
        ) from error
    except subprocess.CalledProcessError as error:
        raise QueryError("The query cannot be run: its process ended without an answer; ask for less") from error
    told: dict[str, Any] = json.loads(ended.stdout)
    return told


def main() -> None:
    """Answer the query on standard input, in the process that was started for it."""
    asked = json.loads(sys.stdin.buffer.readline())
    if hasattr(signal, "alarm"):
        signal.alarm(asked["alarm"])
    sys.stdout.write(json.dumps(_told(asked)))


def _told(asked: dict[str, Any]) -> dict[str, Any]:
    try:
        table = run_query(_opened(asked["folder"]), asked["query"], rows=asked["rows"])
    except QueryError as error:
        return {"refused": str(error)}
    except OSError as error:
        return {"unreadable": str(error)}
    return {"form": table.form, "columns": table.columns, "rows": table.rows, "cut": table.cut}


def _opened(folder: str | None) -> pyoxigraph.Store:
    if folder is not None:
        return pyoxigraph.Store.read_only(folder)
    store = pyoxigraph.Store()
    store.bulk_load(sys.stdin.buffer, pyoxigraph.RdfFormat.N_QUADS)
    return store
