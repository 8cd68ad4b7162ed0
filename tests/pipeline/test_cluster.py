"""A cluster reads what one machine reads, even when a worker is lost on the way."""

from __future__ import annotations

import threading
import time
from io import BytesIO
from pathlib import Path

import pytest
from dask_cluster import running_cluster
from fake_extractor import FakeExtractor

from protocolgraph.errors import UsageError
from protocolgraph.graph import DiskStore
from protocolgraph.graph.export import EXPORTERS, export
from protocolgraph.model.workspace import DocumentOverride
from protocolgraph.pipeline import Limits, Progress, Step, build, cluster
from protocolgraph.pipeline.reading import Fault
from protocolgraph.pipeline.sources import Source

BOARD = "The Safety {0} Board reports to the Scrutiny Panel. The Safety {0} Board must publish a plan for all.\n"


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    folder = tmp_path / "docs"
    folder.mkdir()
    for number in range(80):
        (folder / f"board-{number}.txt").write_text(BOARD.format(number), encoding="utf-8")
    (folder / "trap.txt").write_text("EXPLODE, said the board to the members.", encoding="utf-8")
    return folder


def exports(graph: Path) -> dict[str, bytes]:
    knowledge, written = DiskStore(graph).knowledge(), {}
    for name in EXPORTERS:
        stream = BytesIO()
        export(knowledge, format=name, stream=stream)
        written[name] = stream.getvalue()
    return written


def test_a_cluster_gives_the_same_bytes_though_a_worker_is_killed_on_the_way(tmp_path: Path, documents: Path) -> None:
    slow = FakeExtractor(seconds=0.1)
    with running_cluster(tmp_path, workers=2) as (address, workers):
        done: list[str | None] = []
        killed = threading.Event()

        def kill_one(progress: Progress) -> None:
            if progress.step is Step.READ and progress.done:
                done.append(progress.name)
                if not killed.is_set():
                    workers[0].kill()
                    killed.set()

        there = build([documents], graph=tmp_path / "there", scheduler=address, extractor=slow, progress=kill_one)
        assert killed.is_set()
        assert workers[1].poll() is None
    here = build([documents], graph=tmp_path / "here", extractor=FakeExtractor())
    assert there == here
    assert [failed.name for failed in there.failed] == ["trap.txt"]
    assert sorted(map(str, done)) == sorted(document.name for document in there.documents)
    assert exports(tmp_path / "there") == exports(tmp_path / "here")


def test_a_worker_of_another_version_is_refused(documents: Path) -> None:
    source = Source(documents / "board-1.txt", "board-1.txt", DocumentOverride())
    task = cluster.Task((source,), FakeExtractor, Limits(), None, version="another")
    [(_, answer)] = cluster.read_batch(task)
    assert isinstance(answer, Fault)
    with pytest.raises(UsageError, match="another version"):
        answer.throw()


def test_an_address_where_nobody_answers_is_wrong_use(
    tmp_path: Path, documents: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "_PATIENCE", 0.5)
    started = time.monotonic()
    with pytest.raises(UsageError, match="no Dask scheduler answers"):
        build([documents], graph=tmp_path / "graph", scheduler="tcp://127.0.0.1:1", extractor=FakeExtractor())
    assert time.monotonic() - started < 60


def test_batches_hold_every_document_once_and_some_seconds_of_work(documents: Path) -> None:
    paths = sorted(documents.iterdir())
    made = list(cluster.batches([Source(path, path.name, DocumentOverride()) for path in paths]))
    assert sorted(source.name for batch in made for source in batch) == [path.name for path in paths]
    assert all(len(batch) <= cluster.BATCH_DOCUMENTS for batch in made)
