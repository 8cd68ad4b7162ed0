"""A process that reads documents: fenced off from the network, with limited memory, ended with its parent.

It is a program of its own, and not a `multiprocessing` worker, so that whoever calls the library
needs no `if __name__ == "__main__":`. Its standard input brings pickled messages: the module path
(which whoever starts it reads), the memory limit with what makes the extractor, then the documents;
its standard output takes a sign that it is ready, and one answer for each.
"""

from __future__ import annotations

import os
import pickle
import queue
import signal
import sys
import threading
from typing import Any, BinaryIO


def main() -> None:
    """Read documents until standard input ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not stand between the answers
    tasks: queue.SimpleQueue[Any] = queue.SimpleQueue()
    requests = sys.stdin.buffer
    megabytes, make_extractor = pickle.load(requests)
    _limit_memory(megabytes)
    sys.addaudithook(_refuse_network)
    threading.Thread(target=_receive, args=(requests, tasks), daemon=True).start()
    from protocolgraph.pipeline.reading import Reader

    reader = Reader(make_extractor)
    _send(None, answers)
    while True:
        _send(reader.answer(tasks.get()), answers)


def _send(answer: Any, answers: BinaryIO) -> None:
    pickle.dump(answer, answers)
    answers.flush()


def _receive(requests: BinaryIO, tasks: queue.SimpleQueue[Any]) -> None:
    """Take what the parent sends; when it is gone, even killed, nobody waits for what is read here."""
    try:
        while True:
            tasks.put(pickle.load(requests))
    except (EOFError, OSError, pickle.UnpicklingError):
        os._exit(0)


def _limit_memory(megabytes: int) -> None:
    if sys.platform == "linux":
        import resource

        most = megabytes * 1_000_000
        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        resource.setrlimit(resource.RLIMIT_DATA, (most if hard < 0 else min(most, hard), hard))


def _refuse_network(event: str, _: tuple[Any, ...]) -> None:
    if event in ("socket.connect", "socket.getaddrinfo", "socket.sendto", "urllib.Request"):
        raise PermissionError("documents are read without network")
