"""The styles of a Word document: which are headings, which are numbered, which are bold."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from lxml import etree

from protocolgraph.readers.xml import attribute, child, children

_HEADING = re.compile(r"(?:heading|überschrift|titre)\s*([1-9])", re.IGNORECASE)
_DEEPEST = 20
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph has of its style, or of those that the style is based on."""

    heading: int | None = None
    list_id: str | None = None
    depth: int | None = None
    bold: bool = False
    size: float | None = None


class Styles:
    """The styles of a document by their ids."""

    def __init__(self, root: etree._Element | None) -> None:
        self._items = {attribute(item, "styleId") or "": item for item in children(root, "style")}
        self._default = next(
            (key for key, item in self._items.items() if _is_default_paragraph(item)),
            "",
        )
        self._known: dict[str, Style] = {}

    @property
    def lists(self) -> dict[str, str]:
        """The list that each numbering or paragraph style counts with."""
        return {key: style.list_id for key in self._items if (style := self.get(key)).list_id}

    def get(self, style_id: str | None) -> Style:
        """Return a style, the usual one for None."""
        key = style_id or self._default
        if key not in self._known:
            self._known[key] = self._read(key)
        return self._known[key]

    def _read(self, key: str) -> Style:
        chain: list[etree._Element] = []
        while key in self._items and len(chain) < _DEEPEST:
            chain.append(self._items[key])
            key = attribute(child(self._items[key], "basedOn"), "val") or ""
        return Style(
            _first(_heading(item) for item in chain),
            _first(attribute(child(item, "pPr", "numPr", "numId"), "val") for item in chain),
            _first(_whole(attribute(child(item, "pPr", "numPr", "ilvl"), "val")) for item in chain),
            bool(_first(is_on(child(item, "rPr"), "b") for item in chain)),
            _first(half_points(child(item, "rPr")) for item in chain),
        )


def is_on(properties: etree._Element | None, name: str) -> bool | None:
    """Return whether a property such as bold is on, off, or (None) not told."""
    found = child(properties, name)
    return None if found is None else attribute(found, "val") not in ("0", "false", "off", "none")


def half_points(properties: etree._Element | None) -> float | None:
    """Return a font size in points."""
    text = attribute(child(properties, "sz"), "val")
    return int(text) / 2 if text and text.isdigit() else None


def _is_default_paragraph(item: etree._Element) -> bool:
    return attribute(item, "type") == "paragraph" and attribute(item, "default") in ("1", "true")


def _heading(item: etree._Element) -> int | None:
    name = attribute(child(item, "name"), "val") or ""
    if match := _HEADING.fullmatch(name.strip()):
        return int(match[1])
    if name.strip().lower() == "title":
        return 1
    outline = _whole(attribute(child(item, "pPr", "outlineLvl"), "val"))
    return outline + 1 if outline is not None and outline < 9 else None


def _whole(text: str | None) -> int | None:
    return int(text) if text and text.isdigit() else None


def _first(values: Iterable[T | None]) -> T | None:
    return next((value for value in values if value is not None), None)
