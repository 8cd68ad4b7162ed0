"""Several processes that read are split from one that has loaded the model, and end as others do."""

from __future__ import annotations

import os
import pickle
import signal
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import pytest
from fake_extractor import FakeExtractor

from protocolgraph.model.workspace import DocumentOverride
from protocolgraph.pipeline.cache import Reading
from protocolgraph.pipeline.limits import Limits
from protocolgraph.pipeline.processes import Alone, Copy, Nursery, Running, can_split
from protocolgraph.pipeline.reading import Extracts, Outcome
from protocolgraph.pipeline.sources import Source

pytestmark = pytest.mark.skipif(not can_split(), reason="processes are split on Linux alone")


@pytest.fixture
def source(tmp_path: Path) -> Source:
    file = tmp_path / "board.txt"
    file.write_text("The Board reports to the Panel.\n")
    return Source(file, file.name, DocumentOverride())


@pytest.fixture
def nursery() -> Iterator[Nursery]:
    made = Nursery(FakeExtractor, Limits())
    yield made
    made.stop()


def ask(process: Running, source: Source) -> Outcome:
    process.begin()
    pickle.dump(source, process.requests)
    process.requests.flush()
    answer: Outcome = pickle.load(process.answers)
    return answer


def test_copies_read_as_a_process_does_that_loads_for_itself(nursery: Nursery, source: Source) -> None:
    alone = Alone(FakeExtractor, Limits())
    first, second = nursery.start(), nursery.start()
    read = [ask(process, source) for process in (alone, first, second)]
    assert isinstance(read[0], Reading)
    assert read[0] == read[1] == read[2]
    for process in (alone, first, second):
        process.kill()
        assert process.wait() == -signal.SIGKILL


def test_the_extractor_is_made_once_for_all_copies(tmp_path: Path, source: Source) -> None:
    nursery = Nursery(partial(counted, tmp_path / "made"), Limits())
    for _ in range(3):
        ask(nursery.start(), source)
    nursery.stop()
    assert (tmp_path / "made").read_text() == "x"


def test_another_nursery_takes_the_place_of_one_that_is_gone(nursery: Nursery, source: Source) -> None:
    os.kill(parent_of(nursery.start()), signal.SIGKILL)
    with pytest.raises(OSError, match="broke down"):
        nursery.start()
    assert isinstance(ask(nursery.start(), source), Reading)


def test_a_process_with_threads_is_not_split(source: Source) -> None:
    nursery = Nursery(Threaded, Limits())
    process = nursery.start()
    assert isinstance(process, Alone)
    assert isinstance(ask(process, source), Reading)
    process.kill()
    process.wait()
    nursery.stop()


def test_none_is_started_when_the_nursery_is_stopped(nursery: Nursery) -> None:
    nursery.stop()
    with pytest.raises(OSError, match="stopped"):
        nursery.start()


def test_a_copy_ends_when_nobody_can_ask_it_any_more(nursery: Nursery, source: Source) -> None:
    process = nursery.start()
    ask(process, source)
    process.requests.close()
    process.answers.close()
    assert process.wait() == 0


def counted(file: Path) -> Extracts:
    with file.open("a") as made:
        made.write("x")
    return FakeExtractor()


def parent_of(process: Running) -> int:
    """Return the process that another was split from."""
    assert isinstance(process, Copy)
    return int(Path(f"/proc/{process.pid}/stat").read_text().split()[3])


@dataclass
class Threaded(FakeExtractor):
    """Starts a thread as it is made."""

    thread: threading.Thread = field(default_factory=lambda: threading.Thread(target=time.sleep, args=(60,)))

    def __post_init__(self) -> None:
        self.thread.daemon = True
        self.thread.start()
