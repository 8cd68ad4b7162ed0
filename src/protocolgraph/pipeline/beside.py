"""Long work on a large graph, done in processes beside the explorer: pages that are quick stay so meanwhile.

Threads of one Python process take turns, so that a page would wait for the checks of an area that somebody else looks
at, or for the graph to be built with a verdict. The processes beside are started when they are needed, have a lower
priority, and end with the program that started them.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import lru_cache
from pathlib import Path
from threading import Thread
from typing import TypeVar

from protocolgraph.errors import StoreError
from protocolgraph.graph import Graph, open_graph
from protocolgraph.graph.generation import current_name

_PROCESSES = 2
"""One of them may be building while others look at what takes in an area."""
_LOWER = 10
"""By how much their priority is lower than that of the pages."""
Key = TypeVar("Key")
Value = TypeVar("Value")


def made_beside(folder: Path, make: Callable[[Graph, Key], Value], key: Key) -> Value:
    """Return what `make` makes of the graph in a folder; a function that other processes can import.

    Raises:
        StoreError: a process was ended from outside; the next call starts another.

    """
    try:
        return _processes().submit(_made, folder, current_name(folder), make, key).result()
    except BrokenProcessPool as error:
        _processes.cache_clear()
        raise StoreError("A process that works beside the explorer was ended; ask again") from error


@lru_cache(maxsize=1)
def _processes() -> ProcessPoolExecutor:
    return ProcessPoolExecutor(_PROCESSES, mp_context=multiprocessing.get_context("spawn"), initializer=_begin)


def _begin() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who stops the explorer need not see what it stops
    if hasattr(os, "nice"):
        os.nice(_LOWER)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """End this process when the one that started it is gone, even killed."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(0)


def _made(folder: Path, generation: str | None, make: Callable[[Graph, Key], Value], key: Key) -> Value:
    return make(_opened(folder, generation), key)


@lru_cache(maxsize=1)
def _opened(folder: Path, generation: str | None) -> Graph:  # noqa: ARG001  a graph that was built anew is opened anew
    return open_graph(folder)
