"""Hand-made gold: what a careful reader says that a document states."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from protocolgraph.errors import UsageError


@dataclass(frozen=True, slots=True)
class GoldEntity:
    """Something named in the document."""

    id: str
    type: str
    name: str
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoldFact:
    """A relation that the document states."""

    subject: str
    predicate: str
    object: str | None
    negated: bool
    quotes: tuple[str, ...]
    section: str | None = None


@dataclass(frozen=True, slots=True)
class GoldDuty:
    """A duty that the document states."""

    bearers: tuple[str, ...]
    """Any of them is right; the first is the gold's own."""
    modality: str
    action: str
    text: str
    quotes: tuple[str, ...]
    section: str | None = None


@dataclass(frozen=True, slots=True)
class Gold:
    """The gold of one document; the optional items are neither rewarded nor punished."""

    document: str
    entities: tuple[GoldEntity, ...]
    facts: tuple[GoldFact, ...]
    duties: tuple[GoldDuty, ...]
    optional_facts: tuple[GoldFact, ...] = ()
    optional_duties: tuple[GoldDuty, ...] = ()
    area: str | None = None


def load_gold(path: Path) -> tuple[Gold, ...]:
    """Return the gold of a file, or of every JSON file of a folder, by name.

    Raises:
        UsageError: there is no such file or folder, or a file is not gold.

    """
    if not path.exists():
        raise UsageError(f"{path}: no such file or folder; give a folder of gold files (NAME.json)")
    files = sorted(path.glob("*.json")) if path.is_dir() else [path]
    if not files:
        raise UsageError(f"{path}: no gold files (NAME.json) in this folder")
    return tuple(_load(file) for file in files)


def load_texts(golds: Sequence[Gold], folder: Path) -> dict[str, str]:
    """Return the text of each gold document that is in this folder or below it, by the document's name."""
    wanted = {gold.document for gold in golds}
    files = {file.name: file for file in sorted(folder.rglob("*"), reverse=True) if file.name in wanted}
    return {name: file.read_text(encoding="utf-8", errors="replace") for name, file in sorted(files.items())}


def _load(file: Path) -> Gold:
    try:
        return read_gold(json.loads(file.read_text(encoding="utf-8")))
    except (OSError, ValueError) as error:
        raise UsageError(f"{file}: cannot be read as JSON ({error})") from error
    except (KeyError, TypeError, AttributeError) as error:
        raise UsageError(f"{file}: not a gold file: {type(error).__name__} {error}") from error


def read_gold(data: Mapping[str, Any]) -> Gold:
    """Return the gold that a JSON object holds.

    Raises:
        KeyError, TypeError: a part is missing or of the wrong form.

    """
    entities = tuple(
        GoldEntity(entity["id"], entity["type"], entity["name"], tuple(entity.get("aliases", ())))
        for entity in data["entities"]
    )
    return Gold(
        document=data["document"],
        entities=entities,
        facts=tuple(_fact(item) for item in data["facts"]),
        duties=tuple(_duty(item) for item in data["duties"]),
        optional_facts=tuple(_fact(item) for item in data.get("optional_facts", ())),
        optional_duties=tuple(_duty(item) for item in data.get("optional_duties", ())),
        area=data.get("area"),
    )


def _fact(item: Mapping[str, Any]) -> GoldFact:
    negated = bool((item.get("q") or {}).get("negated"))
    return GoldFact(item["s"], item["p"], item.get("o"), negated, _quotes(item), item.get("section"))


def _duty(item: Mapping[str, Any]) -> GoldDuty:
    bearers = (item["bearer"], *item.get("co_bearers", ()))
    action = item.get("action") or ""
    return GoldDuty(bearers, item["modality"], action, item["text"], _quotes(item), item.get("section"))


def _quotes(item: Mapping[str, Any]) -> tuple[str, ...]:
    return (item.get("quote") or "", *item.get("alt_quotes", ()))
