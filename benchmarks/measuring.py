"""How the benchmarks measure: ours and the peer in turn, several times, medians and ratios."""

from __future__ import annotations

import contextlib
import gc
import os
import platform
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True)
class Row:
    """One line of a table: what was measured, of whom, and each measurement."""

    what: str
    who: str
    unit: str
    values: tuple[float, ...]
    ratio: float | None = None
    """To the first row of the same `what`: above 1 is more of the unit."""
    note: str = ""

    @property
    def median(self) -> float:
        """The middle of the measurements."""
        return statistics.median(self.values)

    def as_dict(self) -> dict[str, object]:
        """Return it for JSON."""
        return {**asdict(self), "median": self.median}


@dataclass
class Contest:
    """Several who do the same, each measured in turn in every round."""

    what: str
    unit: str
    who: dict[str, Callable[[], float]] = field(default_factory=dict)

    def rows(self, rounds: int) -> list[Row]:
        """Run all rounds; the first who is ours, and the others are told by how much of it they are."""
        found: dict[str, list[float]] = {name: [] for name in self.who}
        for _ in range(rounds):
            for name, run in self.who.items():
                gc.collect()
                found[name].append(run())
        rows = [Row(self.what, name, self.unit, tuple(values)) for name, values in found.items()]
        ours = rows[0].median
        return [rows[0], *(Row(r.what, r.who, r.unit, r.values, round(r.median / ours, 3)) for r in rows[1:])]


def seconds(run: Callable[[], object]) -> float:
    """Return how long it takes."""
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def processor(run: Callable[[], object]) -> float:
    """Return how many seconds of one processor it takes, whatever else the machine does."""
    start = time.process_time()
    run()
    return time.process_time() - start


def rate(
    amount: float, run: Callable[[], object], *, taken: Callable[[Callable[[], object]], float] = seconds
) -> Callable[[], float]:
    """Return what measures how much of an amount is done in a second: of the clock, or as `taken` measures it."""
    return lambda: amount / taken(run)


def program(*arguments: str) -> Callable[[], float]:
    """Return what measures the whole program in a process of its own, in seconds."""
    return lambda: child("-m", "protocolgraph", *arguments).seconds


@dataclass(frozen=True)
class Child:
    """A process that has ended."""

    seconds: float
    megabytes: float
    output: str
    processor: float
    """Seconds of one processor, of those that worked for it, too."""


def child(*arguments: str, environment: Mapping[str, str] | None = None, cores: int | None = None) -> Child:
    """Run Python with these arguments, and return its time and the most memory that it held (not its children's).

    Args:
        arguments: those of Python.
        environment: variables beside those of this process.
        cores: of how many cores it and its children may make use, where the system lets that be said; all by default.

    Raises:
        RuntimeError: it failed.

    """
    start = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT))), **(environment or {})},
        preexec_fn=None if cores is None else lambda: _keep_to(cores),
    )
    output = process.stdout.read() if process.stdout else ""
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(arguments)} ended with {process.returncode}")
    used = usage.ru_utime + usage.ru_stime
    return Child(time.perf_counter() - start, usage.ru_maxrss / 1024, output, used)


def _keep_to(cores: int) -> None:
    if sys.platform == "linux":
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:cores])


def memory() -> float:
    """Return the most megabytes that this process ever held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


@contextlib.contextmanager
def quiet() -> Iterator[None]:
    """Drop what libraries print."""
    with Path(os.devnull).open("w") as nowhere, contextlib.redirect_stdout(nowhere):
        yield


def machine() -> dict[str, object]:
    """Return what matters of the machine, in plain words: no names, no paths."""
    with contextlib.suppress(OSError, ValueError):
        gigabytes = round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1024**3)
        return {"cores": os.cpu_count(), "memory_gb": gigabytes, "python": platform.python_version(), **_load()}
    return {"cores": os.cpu_count(), "python": platform.python_version()}


def _load() -> dict[str, object]:
    return {"system": platform.system(), "load_at_start": round(os.getloadavg()[0], 1)}


def table(rows: Sequence[Row]) -> str:
    """Return the rows as a table in Markdown."""
    lines = ["| what | who | median | from – to | of ours |", "|---|---|--:|---|--:|"]
    for row in rows:
        spread = f"{_told(min(row.values))} – {_told(max(row.values))}" if len(row.values) > 1 else ""
        ratio = "" if row.ratio is None else f"{row.ratio:.2f}"
        note = f" {row.note}" if row.note else ""
        lines.append(f"| {row.what} | {row.who}{note} | {_told(row.median)} {row.unit} | {spread} | {ratio} |")
    return "\n".join(lines)


def _told(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"
