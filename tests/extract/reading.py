"""Short documents read as the program reads files, for the tests of what is extracted."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from protocolgraph.extract import Extractor
from protocolgraph.extract.mentions import read_names
from protocolgraph.model import EntityType, Extraction
from protocolgraph.readers import read
from protocolgraph.structure import outline

TITLE = "Harbour Bay Safeguarding Board\n\nTerms of Reference\n\n1. Arrangements\n\n"


@cache
def extractor() -> Extractor:
    return Extractor()


def extracted(folder: Path, body: str, *, title: str = TITLE) -> Extraction:
    path = folder / "paper.txt"
    path.write_text(f"{title}{body}\n", encoding="utf-8")
    return extractor().extract(outline(read(path)))


def duties(folder: Path, body: str, *, title: str = TITLE) -> list[tuple[str, str, str, str]]:
    """Bearer, modality, action and words of each duty, in the order of the text."""
    extraction = extracted(folder, body, title=title)
    return [
        (extraction.mentions[d.bearer].name, d.content.modality.value, d.content.action, d.content.text)
        for d in extraction.duties
    ]


def facts(folder: Path, paper: str, *predicates: str) -> set[str]:
    """The facts of a whole paper: "Subject predicate Object [qualifier=value]"; only those of the given predicates."""
    extraction = extracted(folder, paper, title="")
    names = [mention.name for mention in extraction.mentions]
    found = set()
    for fact in extraction.facts:
        if not predicates or fact.predicate in predicates:
            pairs = "".join(f" [{key}={value}]" for key, value in fact.qualifiers)
            object_ = "" if fact.object is None else f" {names[fact.object]}"
            found.add(f"{names[fact.subject]} {'not ' if fact.negated else ''}{fact.predicate}{object_}{pairs}")
    return found


def pointed(folder: Path, paper: str) -> list[tuple[str, str]]:
    """Each description and pronoun of a whole paper that points back, with the name it stands for, as they stand."""
    path = folder / "paper.txt"
    path.write_text(paper, encoding="utf-8")
    names = read_names(outline(read(path)), extractor().finder)
    found = [m for m in names.mentions if m.antecedent is not None]
    return [(m.text, m.name) for m in sorted(found, key=lambda m: m.spans)]


TERMS_OF = "Saltmere Wellbeing Board"


def other_bodies(folder: Path, text: str) -> set[str]:
    """The bodies that a board's terms of reference name besides the board."""
    found = extracted(folder, f"{TERMS_OF}\n\nTerms of Reference\n\n1. Work\n\n{text}", title="").mentions
    return {m.name for m in found if m.type is EntityType.BODY and m.spans} - {TERMS_OF}
