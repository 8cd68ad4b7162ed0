"""A process that reads documents: fenced off from the network, with limited memory, ended with its parent.

It is a program of its own, and not a `multiprocessing` worker, so that whoever calls the library
needs no `if __name__ == "__main__":`. Its standard input brings pickled messages: the module path
(which whoever starts it reads), the memory limit with what makes the extractor, then the documents;
its standard output takes a sign that it is ready, and one answer for each. One that is split from a
nursery has a channel in their place, and is ready as it begins.
"""

from __future__ import annotations

import gc
import os
import pickle
import queue
import signal
import socket
import sys
import threading
from pathlib import Path
from typing import IO, Any, NoReturn

from protocolgraph.pipeline.processes import ALONE, SPLIT
from protocolgraph.pipeline.reading import MakeExtractor, Reader

_MESSAGE = 32


def main() -> None:
    """Read documents until standard input ends."""
    answers = os.fdopen(os.dup(1), "wb")
    requests = sys.stdin.buffer
    reader = Reader(_fenced(requests))
    tasks = _received(requests)
    _send(None, answers)
    _answer(reader, tasks, answers)


def nursery(control: int) -> None:
    """Load what all that read need, then split off one for each channel that is sent, until nobody asks any more."""
    reader = Reader(_fenced(sys.stdin.buffer))
    reader.prepare()
    gc.collect()
    gc.freeze()  # so that no copy touches, and thereby copies, what it shares with the others
    with socket.socket(fileno=control) as channel:
        channel.send(SPLIT if _threads() == 1 else ALONE)
        while True:
            message, handles, _, _ = socket.recv_fds(channel, _MESSAGE, 1)
            if not message:
                return
            if handles:
                channel.send(str(_split(reader, handles[0], channel)).encode())
            else:
                _, status = os.waitpid(int(message), 0)
                channel.send(str(os.waitstatus_to_exitcode(status)).encode())


def _split(reader: Reader, handle: int, control: socket.socket) -> int:
    """Split off a process that reads what comes through a channel, and return its number."""
    if pid := os.fork():
        os.close(handle)
        return pid
    try:
        control.close()
        with socket.socket(fileno=handle) as channel:
            _answer(reader, _received(channel.makefile("rb")), channel.makefile("wb"))
    except BaseException:  # noqa: BLE001  it must never go on as a second nursery
        sys.excepthook(*sys.exc_info())
    os._exit(1)


def _threads() -> int:
    """Return how many threads this process has, those of libraries too."""
    return len(list(Path("/proc/self/task").iterdir()))


def _fenced(requests: IO[bytes]) -> MakeExtractor:
    """Fence this process off, and return what makes the extractor."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.dup2(2, 1)  # what a library prints must not stand between the answers
    megabytes, make_extractor = pickle.load(requests)
    _limit_memory(megabytes)
    sys.addaudithook(_refuse_network)
    made: MakeExtractor = make_extractor
    return made


def _answer(reader: Reader, tasks: queue.SimpleQueue[Any], answers: IO[bytes]) -> NoReturn:
    while True:
        _send(reader.answer(tasks.get()), answers)


def _received(requests: IO[bytes]) -> queue.SimpleQueue[Any]:
    """Return what takes the documents that are sent."""
    tasks: queue.SimpleQueue[Any] = queue.SimpleQueue()
    threading.Thread(target=_receive, args=(requests, tasks), daemon=True).start()
    return tasks


def _send(answer: Any, answers: IO[bytes]) -> None:
    pickle.dump(answer, answers)
    answers.flush()


def _receive(requests: IO[bytes], tasks: queue.SimpleQueue[Any]) -> None:
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
