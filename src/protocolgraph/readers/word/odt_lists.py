"""The numbers of OpenDocument lists.

Source: OpenDocument 1.3, part 3, sections 5.3 (lists) and 16.30 to 16.34 (list styles).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from lxml import etree

from protocolgraph.readers import labels
from protocolgraph.readers.xml import attribute, local

_FORMATS: dict[str, Callable[[int], str]] = {
    "1": labels.decimal,
    "a": labels.letter,
    "A": lambda number: labels.letter(number).upper(),
    "i": labels.roman,
    "I": lambda number: labels.roman(number).upper(),
}


@dataclass(frozen=True, slots=True)
class _Level:
    format: str | None
    """None for a bullet, empty for no label."""
    prefix: str = ""
    suffix: str = ""
    start: int = 1
    shown: int = 1
    """How many levels it prints."""


@dataclass(slots=True)
class _Open:
    """A list at its outermost level, with how far each level has counted."""

    style: dict[int, _Level]
    counts: dict[int, int] = field(default_factory=dict)


class Lists:
    """The list styles of a document, and the lists that are open."""

    def __init__(self, roots: Sequence[etree._Element]) -> None:
        self._styles: dict[str, dict[int, _Level]] = {}
        self._outline: dict[int, _Level] = {}
        self._headings = _Open({})
        self._known: dict[str, _Open] = {}
        self._open: list[_Open] = []
        self._last: dict[str, _Open] = {}
        for root in roots:
            for item in root.iter("{*}list-style", "{*}outline-style"):
                levels = {_whole(attribute(level, "level"), 1): _read_level(level) for level in item}
                if local(item) == "outline-style":
                    self._headings = _Open(levels)
                else:
                    self._styles[attribute(item, "name") or ""] = levels

    def enter(self, item: etree._Element, depth: int) -> None:
        """Open a list that stands in so many others, itself counted."""
        name = attribute(item, "style-name") or ""
        above = self._open[-1] if self._open and depth > 1 else None
        if above is not None:
            if name and self._styles.get(name) is not above.style:
                self._open.append(_Open(self._styles.get(name, {}), dict(above.counts)))
            else:
                self._open.append(above)
            above.counts.pop(depth, None)
            return
        continued = self._known.get(attribute(item, "continue-list") or "")
        if continued is None and attribute(item, "continue-numbering") == "true":
            continued = self._last.get(name)
        opened = continued or _Open(self._styles.get(name, {}))
        self._open.append(opened)
        self._last[name] = opened
        if key := attribute(item, "id"):
            self._known[key] = opened

    def leave(self) -> None:
        """Close the innermost list."""
        self._open.pop()

    def label(self, entry: etree._Element, depth: int) -> str | None:
        """Count an item of the innermost list, and return its label."""
        own = attribute(entry, "start-value")
        return _count(self._open[-1], depth, int(own) if own and own.isdigit() else None)

    def heading(self, level: int) -> str | None:
        """Count a heading of this level, and return its number if headings are numbered."""
        return _count(self._headings, level, None) if self._headings.style else None


def _count(opened: _Open, depth: int, start: int | None) -> str | None:
    level = opened.style.get(depth)
    counts = opened.counts
    first = level.start if level else 1
    counts[depth] = start if start is not None else counts.get(depth, first - 1) + 1
    for deeper in [at for at in counts if at > depth]:
        del counts[deeper]
    if level is None:
        return None
    if level.format is None:
        return labels.bullet(depth - 1)
    if not level.format:
        return None
    shown = range(max(1, depth - level.shown + 1), depth + 1)
    numbers = [_FORMATS.get(_format(opened, at), labels.decimal)(counts.get(at, 1)) for at in shown]
    return f"{level.prefix}{'.'.join(numbers)}{level.suffix}".strip() or None


def _format(opened: _Open, depth: int) -> str:
    level = opened.style.get(depth)
    return (level.format if level else None) or "1"


def _read_level(item: etree._Element) -> _Level:
    if local(item) == "list-level-style-number" or local(item) == "outline-level-style":
        return _Level(
            attribute(item, "num-format") or "",
            attribute(item, "num-prefix") or "",
            attribute(item, "num-suffix") or "",
            _whole(attribute(item, "start-value"), 1),
            _whole(attribute(item, "display-levels"), 1),
        )
    return _Level(None if local(item) == "list-level-style-bullet" else "")


def _whole(text: str | None, default: int) -> int:
    return int(text) if text and text.isdigit() and len(text) < 6 else default
