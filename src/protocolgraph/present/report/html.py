"""A report as one self-contained page, for the screen and for paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path

from protocolgraph.graph import source_line
from protocolgraph.model import Evidence, slug
from protocolgraph.present.report.content import (
    Block,
    Figure,
    Grid,
    Labelled,
    Listing,
    Paragraph,
    Phrases,
    Quoted,
    Report,
    Section,
    Years,
)
from protocolgraph.present.report.drawing import drawn
from protocolgraph.present.years import drawn_lanes
from protocolgraph.text.normalise import collapse

_STYLE = Path(__file__).parent / "report.css"


def report_html(report: Report) -> str:
    """Return a report as an HTML page that needs nothing else.

    Raises:
        UsageError: pygraphviz, which draws the charts, is not installed.

    """
    body = "".join(_section(section, 2, _key(section.title)) for section in report.sections)
    body += "".join(_section(section, 2, _key(section.title), kind="appendix") for section in report.appendices)
    main, appendices = (_entries(s.title for s in part) for part in (report.sections, report.appendices))
    contents = f'<ol>{main}</ol><ul>{appendices}<li><a href="#words">The words</a></li></ul>'
    return (
        '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{escape(report.title)}</title>\n<style>\n{_STYLE.read_text(encoding='utf-8')}</style>\n</head>\n<body>\n"
        f'<header><h1>{escape(report.title)}</h1><p class="about">{escape(report.about)}.</p></header>\n'
        f'<nav aria-label="Contents"><h2>Contents</h2>{contents}</nav>\n'
        f"<main>\n{body}{_words(report.notes)}</main>\n</body>\n</html>\n"
    )


def _key(title: str) -> str:
    return f"s-{slug(title)}"


def _entries(titles: Iterable[str]) -> str:
    return "".join(f'<li><a href="#{_key(title)}">{escape(title)}</a></li>' for title in titles)


def _words(places: Iterable[Evidence]) -> str:
    items = "".join(f'<li id="n{number}">{_quote(place)}</li>\n' for number, place in enumerate(places, start=1))
    about = "What the small numbers stand for: the words of the documents, verbatim, and where they stand."
    return f'<section class="words"><h2 id="words">The words</h2><p>{about}</p><ol>\n{items}</ol></section>\n'


def _quote(place: Evidence) -> str:
    return f"<q>{escape(collapse(place.quote))}</q> <cite>{escape(source_line(place))}</cite>"


def _section(section: Section, level: int, key: str = "", *, kind: str = "") -> str:
    head = f"<h{level}{f' id={chr(34)}{key}{chr(34)}' if key else ''}>{escape(section.title)}</h{level}>"
    begun = f'<section class="{kind}">' if kind else "<section>"
    return f"{begun}{head}\n{''.join(_block(block, level) for block in section.blocks)}</section>\n"


def _block(block: Block, level: int) -> str:
    match block:
        case Section():
            return _section(block, min(level + 1, 6))
        case Paragraph(phrases):
            return f"<p>{_phrases(phrases)}</p>\n"
        case Listing(items, short):
            kind = ' class="short"' if short else ""
            return f"<ul{kind}>{''.join(f'<li>{_phrases(item)}</li>' for item in items)}</ul>\n"
        case Labelled(entries):
            return (
                f"<dl>{''.join(f'<dt>{escape(label)}</dt><dd>{_phrases(told)}</dd>' for label, told in entries)}</dl>\n"
            )
        case Quoted(places):
            return "".join(f"<blockquote><p>{_quote(place)}</p></blockquote>\n" for place in places)
        case Figure():
            return _figure(block)
        case Years(title, lanes, years):
            return _framed(drawn_lanes(lanes, years, title), f"{title}; the table below says the same")
        case Grid():
            return _grid(block)


def _grid(grid: Grid) -> str:
    widths = "".join(f'<col style="width:{share}%">' for share in grid.shares)
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in grid.columns)
    rows = "".join(f"<tr>{''.join(_cells(row))}</tr>\n" for row in grid.rows)
    title = escape(grid.title)
    hidden = ' class="spoken"' if grid.headed else ""
    caption = f"<caption{hidden}>{title}</caption>"
    return (
        f'<div class="wide" tabindex="0" role="region" aria-label="{title}"><table>{caption}'
        f"<colgroup>{widths}</colgroup><thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody></table></div>\n"
    )


def _cells(row: tuple[Phrases, ...]) -> Iterator[str]:
    for number, cell in enumerate(row):
        yield f'<th scope="row">{_phrases(cell)}</th>' if number == 0 else f"<td>{_phrases(cell)}</td>"


def _figure(figure: Figure) -> str:
    return _framed(drawn(figure.chart), figure.caption)


def _framed(drawing: str, told: str) -> str:
    caption = escape(told)
    region = f'<div class="wide" tabindex="0" role="region" aria-label="{caption}">{drawing}</div>'
    return f"<figure>{region}<figcaption>{caption}.</figcaption></figure>\n"


def _phrases(phrases: Phrases) -> str:
    return "".join(_phrase(p.text, p.notes, strong=p.strong) for p in phrases)


def _phrase(text: str, notes: tuple[int, ...], *, strong: bool) -> str:
    shown = f"<strong>{escape(text)}</strong>" if strong else escape(text)
    links = ", ".join(f'<a href="#n{number}">{number}</a>' for number in notes)
    return f"{shown}<sup>{links}</sup>" if links else shown
