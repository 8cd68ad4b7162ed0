"""The program starts quickly: nothing heavy is loaded before a command needs it."""

from __future__ import annotations

import subprocess
import sys

HEAVY = {"spacy", "thinc", "numpy", "rdflib", "networkx", "pdfplumber", "pdfminer", "pyoxigraph"}


def test_importing_the_program_loads_no_heavy_library() -> None:
    loaded = _printed("import sys, protocolgraph.cli.app; print(*sys.modules)").split()
    assert not HEAVY & set(loaded)


def test_importing_the_library_loads_no_heavy_library() -> None:
    loaded = _printed("import sys, protocolgraph; print(*sys.modules)").split()
    assert not HEAVY & set(loaded)


def test_opening_a_graph_loads_no_language_model() -> None:
    loaded = _printed("import sys, protocolgraph as pg; pg.open; print(*sys.modules)").split()
    assert not {"spacy", "thinc", "pdfplumber", "rdflib", "networkx"} & set(loaded)


def _printed(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
