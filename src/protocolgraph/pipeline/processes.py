"""Starts processes that read: each by itself, or several split from one that has loaded what all of them need.

Loading spaCy, its model and the rules takes two seconds of a processor. On Linux it is done once, in a process that
opens no document, the nursery; each that reads is a copy of it, and shares its memory until it changes something. A
process with threads must not be copied so: then, and on other systems, each loads for itself.
"""

from __future__ import annotations

import os
import pickle
import signal
import socket
import subprocess
import sys
import threading
from contextlib import suppress
from typing import IO, Protocol

from protocolgraph.pipeline.limits import Limits
from protocolgraph.pipeline.reading import MakeExtractor
from protocolgraph.settings import one_thread

GONE = (EOFError, OSError, pickle.UnpicklingError)
"""What is raised when the process at the other end is gone."""
SPLIT, ALONE = b"split", b"alone"
"""What a nursery says of itself when it has loaded everything: whether it may be split."""
_PROGRAM = (
    "import pickle, sys; sys.path[:] = pickle.load(sys.stdin.buffer); "
    "from protocolgraph.pipeline import worker; worker.{what}"
)
_MESSAGE, _WAIT = 32, 5.0


class Running(Protocol):
    """A process that reads: it takes pickled documents, and answers each."""

    requests: IO[bytes]
    answers: IO[bytes]

    def begin(self) -> None:
        """Wait until it is ready; raises one of `GONE` if it never will be."""

    def kill(self) -> None:
        """End it at once."""

    def wait(self) -> int | None:
        """Return the exit code of a process that has ended; None if it cannot be known."""


class Alone:
    """A process that loads for itself."""

    def __init__(self, make: MakeExtractor, limits: Limits) -> None:
        self._process = _program("main()", make, limits, stdout=subprocess.PIPE)
        self.requests, self.answers = _pipe(self._process.stdin), _pipe(self._process.stdout)
        self._ready = False

    def begin(self) -> None:
        """Wait until it is ready: the time of its first document begins then."""
        if not self._ready:
            pickle.load(self.answers)
            self._ready = True

    def kill(self) -> None:
        """End it at once."""
        self._process.kill()

    def wait(self) -> int | None:
        """Return its exit code when it has ended."""
        return self._process.wait(_WAIT)


class Nursery:
    """Starts processes that read, several threads at a time; stopped when no more are wanted."""

    def __init__(self, make: MakeExtractor, limits: Limits) -> None:
        self._make, self._limits = make, limits
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._control: socket.socket | None = None
        self._fit = False
        """Whether it may be split."""
        self._stopped = False

    def start(self) -> Running:
        """Return a process that reads.

        Raises:
            OSError: none can be started.

        """
        with self._lock:
            control = self._loaded()
            if control is None:
                return Alone(self._make, self._limits)
            ours, theirs = socket.socketpair()
            with theirs:
                try:
                    socket.send_fds(control, [SPLIT], [theirs.fileno()])
                    return Copy(self, int(control.recv(_MESSAGE)), ours)
                except (OSError, ValueError) as error:
                    ours.close()
                    self._lose()
                    raise OSError("the process that is split broke down") from error

    def ended(self, pid: int) -> int | None:
        """Return the exit code of a copy that has ended; None if the nursery has ended, too."""
        with self._lock, suppress(OSError, ValueError):
            if self._control is not None:
                self._control.send(str(pid).encode())
                return int(self._control.recv(_MESSAGE))
        return None

    def stop(self) -> None:
        """End the nursery, and start no other."""
        self._stopped = True
        if self._process is not None:
            self._process.kill()
        with self._lock:
            self._lose()

    def _loaded(self) -> socket.socket | None:
        """Return the channel to a nursery that has loaded everything; None if it may not be split."""
        if self._stopped:
            raise OSError("the build was stopped")
        if self._process is None:
            ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
            self._control = ours
            with theirs:
                handle = theirs.fileno()
                self._process = _program(f"nursery({handle})", self._make, self._limits, pass_fds=(handle,))
            if (told := ours.recv(_MESSAGE)) not in (SPLIT, ALONE):
                self._lose()
                raise OSError("the process that loads the model broke down")
            self._fit = told == SPLIT
        return self._control if self._fit else None

    def _lose(self) -> None:
        process, self._process = self._process, None
        control, self._control = self._control, None
        if control is not None:
            control.close()
        if process is not None:
            process.kill()
            process.wait(_WAIT)
            _pipe(process.stdin).close()


class Copy:
    """A process that was split from a nursery."""

    def __init__(self, nursery: Nursery, pid: int, channel: socket.socket) -> None:
        self._nursery, self.pid = nursery, pid
        self.requests: IO[bytes] = channel.makefile("wb")
        self.answers: IO[bytes] = channel.makefile("rb")
        channel.close()

    def begin(self) -> None:
        """Do nothing: it has loaded everything."""

    def kill(self) -> None:
        """End it at once; its number is not given to another before `wait`."""
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)

    def wait(self) -> int | None:
        """Return its exit code when it has ended."""
        return self._nursery.ended(self.pid)


def can_split() -> bool:
    """Whether processes can be split here: elsewhere, libraries that were loaded do not bear it."""
    return sys.platform == "linux"


def _program(
    what: str, make: MakeExtractor, limits: Limits, *, stdout: int | None = None, pass_fds: tuple[int, ...] = ()
) -> subprocess.Popen[bytes]:
    """Start a program of `worker`, and tell it the module path, its limits, and what makes the extractor."""
    process = subprocess.Popen(
        [sys.executable, "-c", _PROGRAM.format(what=what)],
        stdin=subprocess.PIPE,
        stdout=stdout,
        pass_fds=pass_fds,
        env=one_thread(),  # as many processes as wanted read
    )
    requests = _pipe(process.stdin)
    with suppress(OSError):  # that it is gone is found when it is to answer
        for message in (sys.path, (limits.megabytes, make)):
            pickle.dump(message, requests)
        requests.flush()
    return process


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    if pipe is None:
        raise OSError("the process has no such pipe")
    return pipe
