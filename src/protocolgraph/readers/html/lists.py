"""Labels of HTML lists, as browsers print them."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from protocolgraph.readers import labels
from protocolgraph.readers.html.main import tag

_TYPES: dict[str, Callable[[int], str]] = {
    "1": labels.decimal,
    "a": labels.letter,
    "A": lambda number: labels.letter(number).upper(),
    "i": labels.roman,
    "I": lambda number: labels.roman(number).upper(),
}
_STYLES = {"lower-alpha": "a", "lower-latin": "a", "upper-alpha": "A", "lower-roman": "i", "upper-roman": "I"}


class ListOfItems:
    """An open list and how far it has counted."""

    def __init__(self, element: etree._Element, depth: int) -> None:
        self._depth = depth
        self._ordered = tag(element) == "ol"
        style = (element.get("style") or "").lower()
        named = next((key for word, key in _STYLES.items() if word in style), None)
        self._format = _TYPES.get(named or element.get("type") or "1", labels.decimal)
        self._bare = "list-style-type:none" in style.replace(" ", "") or "list-style:none" in style.replace(" ", "")
        self._next = _whole(element.get("start"), 1)
        self._step = -1 if element.get("reversed") is not None else 1

    @property
    def depth(self) -> int:
        """How many lists it stands in, itself not counted."""
        return self._depth

    def label(self, item: etree._Element) -> str | None:
        """Count an item and return its label; None where the list shows none."""
        number = _whole(item.get("value"), self._next)
        self._next = number + self._step
        if self._bare:
            return None
        return f"{self._format(number)}." if self._ordered else labels.bullet(self._depth)


def _whole(text: str | None, default: int) -> int:
    text = (text or "").strip()
    return int(text) if text.lstrip("-").isdigit() and len(text) < 7 else default
