"""Small pieces of HTML by which objects show themselves in a notebook: no scripts, no styles but their own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from itertools import islice

from protocolgraph.model.provenance import Evidence

MOST = 60
"""Rows of a table that are shown; the rest is counted."""
_LEFT = "text-align:left;vertical-align:top"
_QUIET = "color:inherit;opacity:.75"


def html_table(
    columns: Sequence[str], rows: Sequence[Iterable[str]], *, title: str = "", note: str = "", most: int = MOST
) -> str:
    """Return a table whose cells are text, whatever stands in them; only the first `most` rows are in it."""
    head = "".join(f'<th scope="col" style="{_LEFT}">{escape(column)}</th>' for column in columns)
    body = "".join(
        "<tr>" + "".join(f'<td style="{_LEFT}">{escape(cell)}</td>' for cell in row) + "</tr>"
        for row in islice(rows, most)
    )
    caption = f'<caption style="{_LEFT};font-weight:bold">{escape(title)}</caption>' if title else ""
    left = f"and {len(rows) - most} more" if len(rows) > most else ""
    told = " · ".join(item for item in (left, note) if item)
    below = f'<p style="{_QUIET}">{escape(told)}</p>' if told else ""
    return f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{below}"


def html_lines(title: str, lines: Iterable[str]) -> str:
    """Return a title, and a paragraph for each line."""
    paragraphs = "".join(f'<p style="{_QUIET};margin:.2em 0">{escape(line)}</p>' for line in lines)
    return f"<p><strong>{escape(title)}</strong></p>{paragraphs}"


def html_quotes(places: Iterable[Evidence]) -> str:
    """Return the words at each place, with where they stand."""
    return "".join(
        f"<blockquote>“{escape(quoted(place))}” <cite>{escape(source_line(place))}</cite></blockquote>"
        for place in places
    )


def quoted(place: Evidence) -> str:
    """Return the words in one line."""
    return " ".join(place.quote.split())


def source_line(evidence: Evidence) -> str:
    """Return where a statement stands, for people: "section 7.3, page 4, a.txt" or "“Terms”, page 4, a.txt"."""
    section = evidence.section
    if section:
        section = f"section {section}" if section[0] in "(0123456789" else f"“{section}”"
    page = None if evidence.page is None else f"page {evidence.page}"
    return ", ".join(part for part in (section, page, evidence.document) if part)
