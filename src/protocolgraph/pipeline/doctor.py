"""What is installed here, what works with it, and what to do for what is missing."""

from __future__ import annotations

import platform
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from importlib import metadata
from pathlib import Path

from protocolgraph.errors import ModelError, StoreError, WorkspaceError
from protocolgraph.graph.generation import current_name
from protocolgraph.opening import is_url, open_graph
from protocolgraph.readers import SUFFIXES
from protocolgraph.readers.pdf.ocr import tesseract
from protocolgraph.readers.word.legacy import libreoffice
from protocolgraph.settings import Settings
from protocolgraph.workspace import FILE_NAME, load_workspace

NAME = "protocolgraph"
_LEGACY = frozenset({".doc", ".rtf"})
"""What is read by way of LibreOffice."""
_PURPOSES = {
    "pandas": "data frames in Python",
    "xlsx": "comparisons as workbooks",
    "web": "the explorer, and diagrams drawn by Graphviz",
    "notebook": "the notebooks",
    "report": "reports with charts, and as Word documents",
}
"""What the extras are for that a person may want; those for developers are not listed."""
_REQUIREMENT = re.compile(r"(?P<name>[\w.-]+)(?:\[(?P<extras>[^]]*)\])?.*?(?:extra == ['\"](?P<extra>[\w-]+)['\"])?$")


class State(StrEnum):
    """How a part is."""

    OK = "ok"
    MISSING = "missing"
    """Not there, and only some things need it."""
    BROKEN = "broken"
    """Nothing works as it should before this is put right."""


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that was looked at."""

    name: str
    state: State
    found: str
    """Version, place, or what it is good for."""
    advice: str = ""
    """What to do, if anything."""


def examine(graph: str) -> tuple[Part, ...]:
    """Look at the program, its language model, readers and extras, and at this folder's graph and workspace file."""
    return (
        _program(),
        _model(Settings.from_environment().model),
        *_readers(),
        *_extras(),
        _graph(graph),
        _workspace(Path()),
    )


def _program() -> Part:
    python = f"Python {platform.python_version()} on {platform.system()} {platform.machine()}"
    try:
        version = metadata.version(NAME)
        needed = [line for line in _requirements() if _extra_of(line) is None]
        lost = [name for name in map(_name_of, needed) if not _installed(name)]
    except metadata.PackageNotFoundError:
        return Part(NAME, State.OK, f"run from its source, with {python}")
    if lost:
        return Part(NAME, State.BROKEN, f"{version}, without {', '.join(lost)}", f"pip install {' '.join(lost)}")
    return Part(NAME, State.OK, f"{version}, with {python}")


def _model(name: str | None) -> Part:
    from protocolgraph.extract.language import load_model  # a second to import, which most builds do not need

    try:
        return Part("language model", State.OK, load_model(name).name)
    except ModelError as error:
        said, _, advice = str(error).partition(" Try: ")
        return Part("language model", State.BROKEN, said, advice or "name another in PROTOCOLGRAPH_MODEL")


def _readers() -> Iterator[Part]:
    own = sorted(SUFFIXES - _LEGACY)
    yield Part("readers", State.OK, ", ".join(own))
    older = ", ".join(sorted(_LEGACY))
    if program := libreoffice():
        yield Part("LibreOffice", State.OK, f"{older}, by {program}")
    else:
        advice = "install LibreOffice, or save such files as .docx"
        yield Part("LibreOffice", State.MISSING, f"reads {older}", advice)
    if program := tesseract():
        yield Part("tesseract", State.OK, f"scanned pages, with --ocr, by {program}")
    else:
        advice = "install tesseract with its English data, if you have scans to read"
        yield Part("tesseract", State.MISSING, "reads scanned pages", advice)


def _extras() -> Iterator[Part]:
    try:
        needs = _needs(_requirements())
    except metadata.PackageNotFoundError:
        return
    for extra, purpose in _PURPOSES.items():
        wanted = needs.get(extra, set())
        lost = sorted(name for name in wanted if not _installed(name))
        if lost:
            advice = f'pip install "{NAME}[{extra}]"'
            yield Part(f"extra {extra}", State.MISSING, f"{purpose}; not there: {', '.join(lost)}", advice)
        elif wanted:
            yield Part(f"extra {extra}", State.OK, purpose)


def _needs(lines: Iterable[str]) -> dict[str, set[str]]:
    """Return the packages of each extra, those of the extras that it names among them."""
    direct: dict[str, set[str]] = {}
    within: dict[str, set[str]] = {}
    for line in lines:
        found = _REQUIREMENT.match(line)
        if found is None or found["extra"] is None:
            continue
        if found["name"] == NAME:
            within.setdefault(found["extra"], set()).update(map(str.strip, (found["extras"] or "").split(",")))
        else:
            direct.setdefault(found["extra"], set()).add(found["name"])
    for extra, others in within.items():
        direct.setdefault(extra, set()).update(*(direct.get(other, set()) for other in others))
    return direct


def _requirements() -> list[str]:
    return metadata.requires(NAME) or []


def _name_of(requirement: str) -> str:
    return re.split(r"[^\w.-]", requirement, maxsplit=1)[0]


def _extra_of(requirement: str) -> str | None:
    found = _REQUIREMENT.match(requirement)
    return found["extra"] if found else None


def _installed(name: str) -> bool:
    try:
        metadata.version(name)
    except metadata.PackageNotFoundError:
        return False
    return True


def _graph(place: str) -> Part:
    try:
        if not is_url(place) and current_name(Path(place)) is None:
            return Part("graph", State.MISSING, f"none in {place}", f"{NAME} build PATH")
        known = open_graph(place).knowledge
    except StoreError as error:
        return Part("graph", State.BROKEN, str(error), f"{NAME} build PATH makes it anew from the documents")
    counts = f"{len(known.documents)} documents, {len(known.facts)} facts, {len(known.duties)} duties"
    return Part("graph", State.OK, f"{place}: {counts}")


def _workspace(folder: Path) -> Part:
    try:
        load_workspace(folder)
    except WorkspaceError as error:
        return Part("workspace file", State.BROKEN, str(error), "put that entry right")
    found = FILE_NAME if (folder / FILE_NAME).is_file() else "none in this folder, and none is needed"
    return Part("workspace file", State.OK, found)
