"""A real Dask scheduler with worker processes, on this machine alone, for as long as a test needs them."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PATIENCE = 10.0


@contextmanager
def running_cluster(folder: Path, *, workers: int) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """Start a scheduler and workers of one thread each, and give its address and the workers' processes."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{free.getsockname()[1]}"
    tests = Path(__file__).parent
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(tests), str(tests.parent / "src")))}
    listen = ["--host", "127.0.0.1", "--no-dashboard"]

    def start(*command: str) -> subprocess.Popen[bytes]:
        whole = [sys.executable, "-m", "distributed.cli." + command[0], *command[1:]]
        with (folder / "cluster.log").open("ab") as log:
            return subprocess.Popen(whole, env=environment, stdout=log, stderr=log, cwd=folder)

    scheduler = start("dask_scheduler", *listen, "--port", address.rpartition(":")[2])
    options = ["--no-nanny", "--nthreads", "1", *listen, "--local-directory", str(folder)]
    started = [start("dask_worker", address, *options) for _ in range(workers)]
    try:
        yield address, started
    finally:
        for process in (*started, scheduler):
            process.kill()
            process.wait(_PATIENCE)
