"""The numbers that Word prints before paragraphs: nowhere in the file, but computed as its specification says.

Source: ECMA-376, part 1, section 17.9 (numbering). A list's counters belong to its abstract
definition, so that two lists made of one definition count on; an override starts them anew.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from protocolgraph.readers import labels
from protocolgraph.readers.xml import attribute, child, children

_LEVELS = 9
_PLACE = re.compile(r"%(\d)")
_PRINTED = "•·●○◦▪■□➢►✓-–—*o§"
"""Bullets that are themselves in any font; others are letters of a font of symbols."""

_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": labels.decimal,
    "decimalZero": lambda number: f"{number:02d}",
    "lowerLetter": labels.letter,
    "upperLetter": lambda number: labels.letter(number).upper(),
    "lowerRoman": labels.roman,
    "upperRoman": lambda number: labels.roman(number).upper(),
    "ordinal": labels.ordinal,
    "none": lambda _: "",
}


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list counts."""

    format: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int | None = None
    """The level, counted from 1, after which it begins anew; 0 for never, None for any above."""
    legal: bool = False
    """Whether it prints the numbers of the levels above as figures."""


@dataclass(slots=True)
class _List:
    """An abstract definition with its counters."""

    levels: dict[int, Level]
    counts: dict[int, int] = field(default_factory=dict)
    link: str | None = None
    """The style that holds the definition instead."""


@dataclass(frozen=True, slots=True)
class _Instance:
    abstract: str
    starts: dict[int, int]
    levels: dict[int, Level]


class Numbering:
    """The lists of a document, and how far they have counted."""

    def __init__(self, root: etree._Element | None, style_lists: dict[str, str]) -> None:
        """Read the definitions; `style_lists` gives the list that each style numbers with."""
        self._lists = {
            attribute(item, "abstractNumId") or "": _read_list(item) for item in children(root, "abstractNum")
        }
        self._instances = {attribute(item, "numId") or "": _read_instance(item) for item in children(root, "num")}
        self._style_lists = style_lists
        self._begun: set[str] = set()

    def label(self, list_id: str, depth: int) -> str | None:
        """Count a paragraph of this list and depth, and return its label; None if it has none."""
        instance = self._instances.get(list_id)
        if instance is None or not 0 <= depth < _LEVELS:
            return None
        found = self._definition(instance.abstract)
        if found is None:
            return None
        levels = {**found.levels, **instance.levels}
        level = levels.get(depth)
        if level is None:
            return None
        if list_id not in self._begun:
            self._begun.add(list_id)
            found.counts.update({at: start - 1 for at, start in instance.starts.items()})
        found.counts[depth] = found.counts.get(depth, level.start - 1) + 1
        for deeper in [at for at in found.counts if at > depth]:
            restart = levels[deeper].restart if deeper in levels else None
            if restart is None or (restart and depth < restart):
                del found.counts[deeper]
        return _print(level, levels, found.counts, depth)

    def _definition(self, abstract: str) -> _List | None:
        found = self._lists.get(abstract)
        if found and found.link and not found.levels:
            instance = self._instances.get(self._style_lists.get(found.link, ""))
            found = self._lists.get(instance.abstract) if instance else None
        return found


def _print(level: Level, levels: dict[int, Level], counts: dict[int, int], depth: int) -> str | None:
    if level.format == "bullet":
        glyph = level.text[:1]
        return glyph if glyph and glyph in _PRINTED and glyph != "o" else labels.bullet(depth)

    def number(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        other = levels.get(at, Level())
        count = counts.get(at, other.start)
        return _FORMATS.get("decimal" if level.legal else other.format, labels.decimal)(count)

    return _PLACE.sub(number, level.text).strip() or None


def _read_list(item: etree._Element) -> _List:
    levels = {_number(attribute(level, "ilvl"), 0): _read_level(level) for level in children(item, "lvl")}
    return _List(levels, link=attribute(child(item, "numStyleLink"), "val"))


def _read_level(item: etree._Element) -> Level:
    restart = child(item, "lvlRestart")
    return Level(
        attribute(child(item, "numFmt"), "val") or "decimal",
        attribute(child(item, "lvlText"), "val") or "",
        _number(attribute(child(item, "start"), "val"), 1),
        _number(attribute(restart, "val"), 0) if restart is not None else None,
        child(item, "isLgl") is not None and attribute(child(item, "isLgl"), "val") not in ("0", "false"),
    )


def _read_instance(item: etree._Element) -> _Instance:
    starts: dict[int, int] = {}
    levels: dict[int, Level] = {}
    for override in children(item, "lvlOverride"):
        depth = _number(attribute(override, "ilvl"), 0)
        start = child(override, "startOverride")
        if start is not None:
            starts[depth] = _number(attribute(start, "val"), 1)
        if (level := child(override, "lvl")) is not None:
            levels[depth] = _read_level(level)
    return _Instance(attribute(child(item, "abstractNumId"), "val") or "", starts, levels)


def _number(text: str | None, default: int) -> int:
    try:
        return int(text or default)
    except ValueError:
        return default
