"""Timelines drawn as SVG: a row for each post, payment or body, a dot for each year whose documents state it."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from textwrap import shorten, wrap

from protocolgraph.present.timeline import Lane, Presence

_NAMES, _WORDS = 270, 220
"""Widths: of what the rows are about, and of what stands behind the last year."""
_YEAR, _NARROWEST, _WIDEST = 60, 240, 690
"""Width of a year, unless the years together would be narrower or wider than this."""
_HEAD, _ROW, _LINE, _GAP = 34, 24, 16, 8
_LETTERS = 36
"""Letters of a name in a line."""
_LABEL = 38
"""Width of a year's number, with some room beside it."""
_SMALL, _BIG = 4.0, 10.0
"""Radius of a dot for one statement, and for as many as any row has in a year."""

Address = Callable[[str], str]
"""Gives the address to which what has this id leads."""


@dataclass(frozen=True, slots=True)
class _Dot:
    year: int
    radius: float
    told: str
    """What it says, for who points at it and for who cannot see it."""
    leads: str | None
    shown: str = ""


@dataclass(frozen=True, slots=True)
class _Track:
    """Dots in one line, and what they all say."""

    words: str
    dots: tuple[_Dot, ...]


@dataclass(frozen=True, slots=True)
class _Band:
    """What one row is about, in one or more lines."""

    title: str
    leads: str | None
    tracks: tuple[_Track, ...]

    @property
    def height(self) -> int:
        """Room for all its lines, and for its title in two."""
        return max(len(self.tracks) * _ROW, len(_lines(self.title)) * _LINE + 4) + _GAP


def drawn_lanes(
    lanes: Iterable[Lane],
    years: Sequence[int],
    title: str,
    statement: Address | None = None,
    entity: Address | None = None,
) -> str:
    """Return rows of a timeline as an SVG element: a line for each thing that is said, a dot for each year.

    Args:
        lanes: the rows.
        years: the years that documents are of, from first to last.
        title: what is drawn.
        statement: gives the address of a statement's page by its id, if the dots are to lead there.
        entity: gives the address of an entity's page, if what a row is about is to lead there.

    """
    bands = [
        _Band(lane.title, entity(lane.entity) if entity else None, tuple(_tracks(lane, statement))) for lane in lanes
    ]
    return _drawing(bands, years, title)


def _tracks(lane: Lane, address: Address | None) -> Iterator[_Track]:
    said: dict[str, list[_Dot]] = {}
    for year, items in sorted(lane.years.items()):
        for words, fact in items:
            told = f"{year}: {lane.title}, {words}"
            dot = _Dot(year, _SMALL + 2, told, address(fact.id) if address else None)
            said.setdefault(words, []).append(dot)
    for words, dots in said.items():
        yield _Track(words, tuple(dots))


def drawn_bodies(rows: Sequence[Presence], years: Sequence[int], title: str, entity: Address | None = None) -> str:
    """Return in which years how much is said of bodies as an SVG element; a larger dot stands for more statements."""
    most = max((number for row in rows for number in row.years.values()), default=1)
    bands = []
    for row in rows:
        leads = entity(row.entity.id) if entity else None
        dots = tuple(
            _Dot(year, _radius(number, most), f"{year}: {row.entity.name}, {number} statements", None, str(number))
            for year, number in sorted(row.years.items())
        )
        bands.append(_Band(row.entity.name, leads, (_Track("", dots),)))
    return _drawing(bands, years, title)


def _radius(number: int, most: int) -> float:
    """Areas compare as the numbers do."""
    return round(_SMALL + (_BIG - _SMALL) * math.sqrt(number / most), 1)


def _drawing(bands: Sequence[_Band], years: Sequence[int], title: str) -> str:
    width, height = _NAMES + _plot(years) + _WORDS, _HEAD + sum(band.height for band in bands)
    said = escape(f"{title}, year by year, as a drawing of {len(bands)} rows; the table below says the same.")
    parts = [*_axis(years, height)]
    top = _HEAD
    for band in bands:
        parts += _band(band, years, top)
        top += band.height
    head = f'<svg class="when" role="group" aria-label="{said}" width="{width}" height="{height}"'
    space = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f'{head} viewBox="0 0 {width} {height}" {space}>\n{"".join(parts)}</svg>\n'


def _axis(years: Sequence[int], height: int) -> Iterator[str]:
    """The years, and a line down from each of which there are documents."""
    for year in years:
        x = _place(year, years)
        yield f'<line class="grid" x1="{x}" y1="{_HEAD - 8}" x2="{x}" y2="{height}"/>'
    last = -math.inf
    for year in years:
        if _place(year, years) - last < _LABEL:
            continue  # it would stand on the year before
        last = _place(year, years)
        yield f'<text class="year" x="{_place(year, years)}" y="16" text-anchor="middle">{year}</text>\n'


def _plot(years: Sequence[int]) -> int:
    """How wide the years are together."""
    return min(_WIDEST, max(_NARROWEST, _YEAR * (years[-1] - years[0] + 1)))


def _place(year: int, years: Sequence[int]) -> float:
    """Where a year stands: as far from others as it is in time."""
    step = _plot(years) / (years[-1] - years[0] + 1)
    return round(_NAMES + (year - years[0] + 0.5) * step, 1)


def _band(band: _Band, years: Sequence[int], top: int) -> Iterator[str]:
    yield f'<line class="row" x1="0" y1="{top}" x2="{_NAMES + _plot(years) + _WORDS}" y2="{top}"/>'
    lines = "".join(
        f'<text x="4" y="{top + _GAP / 2 + 16 + number * _LINE:g}">{escape(line)}</text>'
        for number, line in enumerate(_lines(band.title))
    )
    yield _linked(lines, band.leads, band.title)
    for number, track in enumerate(band.tracks):
        yield from _track(track, years, top + _GAP / 2 + (number + 0.5) * _ROW)


def _lines(title: str) -> list[str]:
    return wrap(shorten(title, 2 * _LETTERS - 6, placeholder=" …"), _LETTERS) or [title]


def _track(track: _Track, years: Sequence[int], y: float) -> Iterator[str]:
    first, last = track.dots[0], track.dots[-1]
    start, end = _place(first.year, years), _place(last.year, years)
    if first is not last:
        yield f'<line class="span" x1="{start}" y1="{y:g}" x2="{end}" y2="{y:g}"/>'
    for dot in track.dots:
        x = _place(dot.year, years)
        circle = f'<circle class="dot" cx="{x}" cy="{y:g}" r="{dot.radius:g}"/>'
        count = f'<text class="count" x="{x + dot.radius + 3:g}" y="{y + 4:g}">{dot.shown}</text>' if dot.shown else ""
        words = f'<text x="{end + 11:g}" y="{y + 4.5:g}">{escape(_cut(track.words))}</text>' if dot is last else ""
        yield _linked(circle + count + (words if track.words else ""), dot.leads, dot.told)


def _cut(words: str) -> str:
    return shorten(words, _LETTERS, placeholder=" …")


def _linked(drawn: str, leads: str | None, told: str) -> str:
    if leads is None:
        return f"<g><title>{escape(told)}</title>{drawn}</g>\n"
    return f'<a href="{escape(leads)}" xlink:href="{escape(leads)}"><title>{escape(told)}</title>{drawn}</a>\n'
