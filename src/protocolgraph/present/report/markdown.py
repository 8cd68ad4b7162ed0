"""A report as Markdown, for wikis and for version control: charts stand in it in words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from protocolgraph.graph import source_line
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
from protocolgraph.text.normalise import collapse

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#~])")
_AT_HEAD = re.compile(r"^(\s*\d*)([-+=.)])(?=\s|$)")
"""What would begin a list or underline a heading."""


def report_markdown(report: Report) -> str:
    """Return a report as Markdown; the words that it cites are footnotes."""
    lines = [f"# {_plain(report.title)}", "", _plain(report.about) + ".", ""]
    for section in (*report.sections, *report.appendices):
        lines += _section(section, 2)
    lines += ["## The words", ""]
    for number, place in enumerate(report.notes, start=1):
        lines += [f"[^{number}]: “{_plain(collapse(place.quote))}” ({_plain(source_line(place))})", ""]
    return "\n".join(lines)


def _section(section: Section, level: int) -> Iterator[str]:
    yield from (f"{'#' * level} {_plain(section.title)}", "")
    for block in section.blocks:
        yield from _block(block, level)


def _block(block: Block, level: int) -> Iterator[str]:
    match block:
        case Section():
            yield from _section(block, min(level + 1, 6))
        case Paragraph(phrases):
            yield from (_phrases(phrases), "")
        case Listing(items=items):
            yield from (*(f"- {_phrases(item)}" for item in items), "")
        case Labelled(entries):
            yield from (*(f"- **{_plain(label)}:** {_phrases(told)}" for label, told in entries), "")
        case Quoted(places):
            for place in places:
                yield from (f"> “{_plain(collapse(place.quote))}” ({_plain(source_line(place))})", "")
        case Figure(number, chart):
            yield from (f"*Chart {number}, in words:*", "")
            yield from (*(f"- {_plain(sentence)}" for sentence in chart.sentences), "")
        case Years():
            pass  # a drawing only; its table follows
        case Grid():
            yield from _grid(block)


def _grid(grid: Grid) -> Iterator[str]:
    if not grid.headed:
        yield from (f"**{_plain(grid.title)}**", "")
    yield f"| {' | '.join(_plain(column) for column in grid.columns)} |"
    yield f"|{'---|' * len(grid.columns)}"
    for row in grid.rows:
        yield f"| {' | '.join(_phrases(cell) for cell in row)} |"
    yield ""


def _phrases(phrases: Phrases) -> str:
    cited = ((phrase, "".join(f"[^{number}]" for number in phrase.notes)) for phrase in phrases)
    return _AT_HEAD.sub(r"\1\\\2", "".join(_strong(p.text, strong=p.strong) + notes for p, notes in cited))


def _strong(text: str, *, strong: bool) -> str:
    """Emphasis holds only where no space stands inside its marks."""
    inner = _plain(text)
    bare = inner.strip()
    return inner.replace(bare, f"**{bare}**", 1) if strong and bare else inner


def _plain(text: str) -> str:
    """A text of the documents in which nothing is markup."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split("\n")))
