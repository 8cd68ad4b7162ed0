"""No name of a document that was at hand stands in the program: what it knows holds for all of England."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PLACES = [ROOT / "src", ROOT / "ontologies"]

NAMES = [
    # the areas, their bodies' own acronyms and their neighbours
    "Rotherham", "Harrow", "RLSCB", "RSLCB", "HSCB", "RSCP", "RMBC", "ROPF", "Yorkshire", "Doncaster", "Moorgate",
    # names of bodies that only these documents use
    "Improving Lives", "Yong People", "Young People and Families Partnership", "Voluntary Sector Consortium",
    # people
    "Stonehouse", "Phil Morris", "Thacker", "Hazell", "Steve Ashley", "Cusworth", "Lakin", "Pitchley",
]  # fmt: skip

FORM_LABELS = "layout.yaml"
"""The questions that report forms of many councils print, as long as sentences."""

REFERENCE_DATA = re.compile(r"ontologies/.*(authorit|polic|council|nhs|region)", re.IGNORECASE)
"""Lists of all authorities, forces or regions hold these areas among all the others, and may."""


def files() -> list[Path]:
    found = [file for place in PLACES for file in place.rglob("*") if file.is_file()]
    return sorted(file for file in found if file.suffix not in {".pyc"})


@pytest.mark.parametrize("name", NAMES)
def test_no_name_of_a_corpus_document_stands_in_code_or_vocabulary(name: str) -> None:
    word = re.compile(rf"\b{re.escape(name)}\b", re.IGNORECASE)
    wrong = []
    for file in files():
        path = file.relative_to(ROOT).as_posix()
        if not REFERENCE_DATA.search(path) and word.search(file.read_text(encoding="utf-8", errors="replace")):
            wrong.append(path)
    assert wrong == []


def test_no_sentence_of_a_corpus_document_stands_in_code_or_vocabulary() -> None:
    """Twelve words in a row that a corpus document has too are no coincidence."""
    known: set[str] = set()
    for document in sorted((ROOT / "corpus").glob("*/*.txt")):
        known.update(_runs(document.read_text(encoding="utf-8")))
    assert known
    wrong = []
    for file in files():
        if file.name == FORM_LABELS:
            continue
        wrong += [(file.name, run) for run in _runs(file.read_text(encoding="utf-8", errors="replace")) if run in known]
    assert wrong == []


def _runs(text: str, *, length: int = 12) -> list[str]:
    words = re.findall(r"[a-z]+", text.lower())
    return [" ".join(words[start : start + length]) for start in range(len(words) - length + 1)]


def test_no_path_of_a_machine_stands_in_a_committed_file() -> None:
    machine = re.compile(r"/(?:work|home|root|opt|tmp)/\w+")
    kinds = {".py", ".toml", ".yaml", ".yml", ".ttl", ".md", ".txt", ""}
    folders = [ROOT / name for name in ("src", "ontologies", "scripts", "docs", ".ci")]
    found = [file for folder in folders for file in folder.rglob("*") if file.is_file() and file.suffix in kinds]
    found += [file for file in ROOT.glob("[!.]*") if file.is_file() and file.suffix in kinds]
    assert [file.name for file in found if machine.search(file.read_text(encoding="utf-8"))] == []
