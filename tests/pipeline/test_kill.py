"""A build that is killed leaves the old graph or the new one, and its processes end with it."""

from __future__ import annotations

import errno
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from fake_extractor import FakeExtractor

from protocolgraph.errors import StoreError
from protocolgraph.graph import DiskStore
from protocolgraph.model import Knowledge
from protocolgraph.pipeline import build

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL on Windows")

PROGRAM = """
import sys
from fake_extractor import FakeExtractor
from protocolgraph.pipeline import build
if __name__ == "__main__":
    print("ready", flush=True)
    extractor = FakeExtractor(seconds=float(sys.argv[4]))
    build([sys.argv[1]], graph=sys.argv[2], workers=int(sys.argv[3]), extractor=extractor)
    print("done", flush=True)
"""
OLD, NEW = 3, 40
KILLS = int(os.environ.get("KILLS", "3"))
"""Builds that are killed at random moments: a few in each run, `KILLS=100` on demand."""


@pytest.fixture
def program(tmp_path: Path) -> Path:
    file = tmp_path / "program.py"
    file.write_text(PROGRAM)
    return file


def write_documents(folder: Path, number: int, *, emptied: bool = False) -> None:
    if emptied:
        shutil.rmtree(folder)
    folder.mkdir(exist_ok=True)
    for index in range(number):
        text = f"The Board {index} reports to the Panel {index}. The Board {index} must publish a plan.\n" * 5
        (folder / f"{index}.txt").write_text(text)


def start(program: Path, docs: Path, graph: Path, *, workers: int, seconds: float) -> subprocess.Popen[str]:
    arguments = [sys.executable, str(program), str(docs), str(graph), str(workers), str(seconds)]
    paths = os.pathsep.join(sys.path)
    process = subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": paths})
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def read(graph: Path) -> Knowledge:
    store = DiskStore(graph)
    try:
        bodies = store.query("SELECT (COUNT(DISTINCT ?b) AS ?n) WHERE { ?b a pg:Body }").rows[0][0]
        knowledge = store.knowledge()
    finally:
        store.close()
    assert bodies == len(knowledge.entities)
    return knowledge


def test_a_killed_build_leaves_the_old_graph_or_the_new_one(tmp_path: Path, program: Path) -> None:
    docs, graph = tmp_path / "docs", tmp_path / "graph"
    write_documents(docs, OLD)
    build([docs], graph=graph, extractor=FakeExtractor())
    old = read(graph)
    write_documents(docs, NEW)
    whole = tmp_path / "whole"
    began = time.monotonic()
    build([docs], graph=whole, extractor=FakeExtractor())
    lasts, new = time.monotonic() - began, read(whole)
    assert (len(old.documents), len(new.documents)) == (OLD, NEW)
    left = []
    for tenth in (0, 2, 4, 5, 6, 7, 8, 9, 10, 12):
        process = start(program, docs, graph, workers=1, seconds=0.0)
        time.sleep(lasts * tenth / 10)
        process.kill()
        process.wait()
        left.append(read(graph))
    assert all(knowledge in (old, new) for knowledge in left)
    build([docs], graph=graph, extractor=FakeExtractor())
    assert read(graph) == new


def test_kills_at_random_moments_leave_the_old_graph_or_the_new_one(tmp_path: Path, program: Path) -> None:
    docs, graph, whole = tmp_path / "docs", tmp_path / "graph", tmp_path / "whole"
    write_documents(docs, OLD)
    build([docs], graph=graph, extractor=FakeExtractor())
    old = read(graph)
    write_documents(docs, NEW)
    began = time.monotonic()
    build([docs], graph=whole, workers=2, extractor=FakeExtractor())
    lasts, new = time.monotonic() - began, read(whole)
    moments = random.Random(6)
    for kill in range(KILLS):
        process = start(program, docs, graph, workers=1 + kill % 2, seconds=0.0)
        time.sleep(moments.uniform(0.0, 1.2 * lasts))
        process.kill()
        process.wait()
        left = read(graph)
        assert left in (old, new)
        if left == new:
            write_documents(docs, OLD, emptied=True)
            build([docs], graph=graph, extractor=FakeExtractor())
            assert read(graph) == old
            write_documents(docs, NEW)
    build([docs], graph=graph, extractor=FakeExtractor())
    assert read(graph) == new


def test_a_full_disk_leaves_the_old_graph_and_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    docs, graph = tmp_path / "docs", tmp_path / "graph"
    write_documents(docs, OLD)
    build([docs], graph=graph, extractor=FakeExtractor())
    old = read(graph)
    write_documents(docs, NEW)

    def no_room(self: Path, *_: object, **__: object) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "write_text", no_room)
    with pytest.raises(StoreError, match="No space left on device") as caught:
        build([docs], graph=graph, extractor=FakeExtractor())
    assert "\n" not in str(caught.value)
    monkeypatch.undo()
    assert read(graph) == old
    build([docs], graph=graph, extractor=FakeExtractor())
    assert len(read(graph).documents) == NEW


@pytest.mark.skipif(shutil.which("ps") is None, reason="needs ps to see the processes")
def test_workers_end_when_the_build_is_killed(tmp_path: Path, program: Path) -> None:
    docs, graph = tmp_path / "docs", tmp_path / "graph"
    write_documents(docs, 8)
    process = start(program, docs, graph, workers=2, seconds=30.0)
    deadline = time.monotonic() + 30
    while len(_descendants(process.pid)) < 2 and time.monotonic() < deadline:
        time.sleep(0.1)
    time.sleep(1.0)
    children = _descendants(process.pid)
    assert len(children) > 1
    process.send_signal(signal.SIGKILL)
    process.wait()
    while any(map(_lives, children)) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not any(map(_lives, children))
    assert not (graph / "current").exists()


def _descendants(process: int) -> list[int]:
    listed = subprocess.run(["ps", "-A", "-o", "pid=,ppid="], capture_output=True, text=True, check=True).stdout
    pairs = [tuple(map(int, line.split())) for line in listed.splitlines()]
    found = [process]
    for one in found:
        found += [child for child, parent in pairs if parent == one]
    return found[1:]


def _lives(process: int) -> bool:
    state = subprocess.run(
        ["ps", "-o", "stat=", "-p", str(process)], capture_output=True, text=True, check=False
    ).stdout
    return bool(state.strip()) and not state.startswith("Z")
