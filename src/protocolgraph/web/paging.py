"""Long lists in pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar
from urllib.parse import urlencode

from starlette.requests import Request

from protocolgraph.errors import UsageError

Item = TypeVar("Item")


@dataclass(frozen=True)
class Rows(Generic[Item]):
    """One page of a list."""

    items: Sequence[Item]
    first: int
    """How many come before them."""
    number: int
    """How many there are in all."""
    near: tuple[tuple[str, str], ...]
    """Addresses of the page before and the page after, each with what it is called."""

    @property
    def whole(self) -> bool:
        """Whether the page has all."""
        return len(self.items) == self.number


def paged(request: Request, items: Sequence[Item], *, size: int = 100) -> Rows[Item]:
    """Return the page of a list that is asked for with `page`, counted from 1.

    Raises:
        UsageError: that is no page.

    """
    return paged_by(request, lambda part: (items[part], len(items)), size=size)


def paged_by(request: Request, find: Callable[[slice], tuple[Sequence[Item], int]], *, size: int = 100) -> Rows[Item]:
    """Return the page that is asked for of a list of which a part, and how long it is, can be found.

    Raises:
        UsageError: that is no page.

    """
    first = (_page(request) - 1) * size
    items, number = find(slice(first, first + size))
    return Rows(items, first, number, _near(request, first // size + 1, number, size))


def year_asked(request: Request, name: str) -> int | None:
    """Return the year that a field asks for; None if it is empty.

    Raises:
        UsageError: that is no year.

    """
    text = request.query_params.get(name, "").strip()
    if text and not text.isdecimal():
        raise UsageError(f"{text!r} is no year; give one such as 2014")
    return int(text) if text else None


def _page(request: Request) -> int:
    text = request.query_params.get("page", "1")
    if not text.isdecimal() or text == "0":
        raise UsageError(f"{text!r} is no page; they count from 1")
    return int(text)


def _near(request: Request, here: int, number: int, size: int) -> tuple[tuple[str, str], ...]:
    kept = [(name, value) for name, value in request.query_params.multi_items() if value and name != "page"]
    near = ((here - 1, "Before", here > 1), (here + 1, "Next", here * size < number))
    return tuple(
        (f"{request.url.path}?{urlencode([*kept, ('page', at)])}", label) for at, label, there in near if there
    )
