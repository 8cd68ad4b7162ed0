"""Reads the reference data's files, and says which row is wrong if one is."""

from __future__ import annotations

import csv
import datetime
import re
from collections.abc import Iterator
from importlib.resources.abc import Traversable
from typing import Any

import yaml

from protocolgraph.errors import VocabularyError
from protocolgraph.reference.records import Period
from protocolgraph.vocab.ontologies import ontologies

_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


class Row:
    """One row of a file; each field is taken once, and none may be left over."""

    def __init__(self, data: Any, *, file: str, number: int) -> None:
        self._place = f"ontologies/reference/{file}, row {number}"
        if not isinstance(data, dict):
            raise self.error("must be a mapping of names to values")
        self._data = dict(data)
        self._place += f" ({self._data.get('id') or self._data.get('code') or '?'})"

    def error(self, reason: str) -> VocabularyError:
        """Return the error that names the row."""
        return VocabularyError(f"{self._place}: {reason}")

    def get_text(self, key: str) -> str | None:
        """Take a text, or None if the field is absent or empty."""
        value = self._data.pop(key, None)
        if value is not None and not isinstance(value, str):
            raise self.error(f"{key} must be a text")
        return " ".join(value.split()) or None if value else None

    def text(self, key: str) -> str:
        """Take a text."""
        value = self.get_text(key)
        if value is None:
            raise self.error(f"{key} is missing")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """Take a list of texts, in a table one cell with semicolons; absent is empty."""
        value = self._data.pop(key, None) or []
        if isinstance(value, str):
            value = [part.strip() for part in value.split(";")]
        if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
            raise self.error(f"{key} must be a list of texts")
        return tuple(value)

    def number(self, key: str) -> int:
        """Take a whole number."""
        value = self._data.pop(key, None)
        if not isinstance(value, int):
            raise self.error(f"{key} must be a number")
        return value

    def flag(self, key: str) -> bool:
        """Take true or false; absent is false."""
        value = self._data.pop(key, False)
        if not isinstance(value, bool):
            raise self.error(f"{key} must be true or false")
        return value

    def get_date(self, key: str) -> str | None:
        """Take an ISO day, month or year, or None if the field is absent or empty."""
        value = self._data.pop(key, None)
        if value is None or value == "":
            return None
        text = value.isoformat() if isinstance(value, datetime.date) else str(value)
        if not _DATE.fullmatch(text):
            raise self.error(f"{key}: {text!r} is no ISO day, month or year")
        return text

    def period(self, *, start: str = "from", end: str = "until") -> Period:
        """Take the fields that say since when and until when."""
        made = Period(self.get_date(start), self.get_date(end))
        if made.start and made.end and made.start > made.end:
            raise self.error(f"{start} is after {end}")
        return made

    def rows(self, key: str) -> list[Any]:
        """Take a list of mappings; absent is empty."""
        value = self._data.pop(key, None) or []
        if not isinstance(value, list):
            raise self.error(f"{key} must be a list")
        return value

    def end_of_row(self) -> None:
        """Refuse what no one took."""
        if self._data:
            raise self.error(f"unknown field {', '.join(sorted(map(str, self._data)))}")


def read_rows(name: str, *, folder: Traversable | None = None) -> Iterator[Row]:
    """Yield the rows of a file of the reference data: a CSV table, or a YAML list of mappings.

    Raises:
        VocabularyError: the file is missing or cannot be parsed.

    """
    place = ontologies() / "reference" if folder is None else folder
    try:
        text = place.joinpath(name).read_text(encoding="utf-8")
        data = list(csv.DictReader(text.splitlines())) if name.endswith(".csv") else yaml.safe_load(text)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise VocabularyError(f"ontologies/reference/{name}: {' '.join(str(error).split())}") from error
    if not isinstance(data, list):
        raise VocabularyError(f"ontologies/reference/{name}: must be a list")
    for number, item in enumerate(data, 1):
        yield Row(item, file=name, number=number)
