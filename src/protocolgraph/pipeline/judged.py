"""What a graph's folder keeps beside the graph: how it was built, and what reviewers judged in it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from protocolgraph.errors import StoreError
from protocolgraph.files import write_whole
from protocolgraph.model import from_json, to_json
from protocolgraph.model.review import Reviewed

Record = TypeVar("Record")


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """What a build was told that decides what is read, so that a rebuild does the same."""

    people: bool = True
    ocr: bool = False
    model: str | None = None


def save_options(folder: Path, options: BuildOptions) -> None:
    """Keep how the graph in a folder was built."""
    _save(folder / "options.json", options)


def load_options(folder: Path) -> BuildOptions:
    """Return how the graph in a folder was built."""
    return _load(folder / "options.json", BuildOptions)


def save_reviewed(folder: Path, reviewed: Reviewed) -> None:
    """Keep what reviewers judged."""
    _save(folder / "reviewed.json", reviewed)


def load_reviewed(folder: Path) -> Reviewed:
    """Return what reviewers judged when the graph was last built."""
    return _load(folder / "reviewed.json", Reviewed)


def _save(file: Path, record: object) -> None:
    write_whole(file, to_json(record))


def _load(file: Path, kind: type[Record]) -> Record:
    try:
        return from_json(kind, file.read_bytes())
    except FileNotFoundError:
        return kind()
    except (OSError, ValueError) as error:
        raise StoreError(f"{file}: damaged; remove this file and build again") from error
