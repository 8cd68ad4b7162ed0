"""Where the files of `ontologies/` are: in the package when it is installed, beside `src/` in a clone."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from protocolgraph.errors import VocabularyError


def ontologies() -> Traversable:
    """Return the folder of the ontology, the shapes and the reference data.

    Raises:
        VocabularyError: the folder is in neither place.

    """
    installed = files("protocolgraph") / "ontologies"
    for folder in (installed, Path(__file__).parents[3] / "ontologies"):
        if folder.is_dir():
            return folder
    raise VocabularyError("ontologies: the folder is missing; install protocolgraph anew")
