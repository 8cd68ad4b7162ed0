"""What the checks find, and how two sides compare."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from protocolgraph.analyse.checks import RULES
from protocolgraph.analyse.checks.run import Checked
from protocolgraph.analyse.compare import Comparison, Row, Said
from protocolgraph.graph import source_line
from protocolgraph.model import Finding, Severity
from protocolgraph.present.comparison import told, verdict_words
from protocolgraph.present.report.content import (
    Grid,
    Listing,
    Notes,
    Paragraph,
    Phrase,
    Phrases,
    Quoted,
    Section,
    joined,
    paragraphs,
    plain,
)
from protocolgraph.text.normalise import collapse

_QUOTES = 4
"""Places of a finding that are quoted under it; the others are among the numbered words."""
_ABOUT_FINDINGS = (
    "What a reviewer should look at: gaps, overlaps, conflicts and slips of drafting, found by fixed checks. A finding "
    "says what these documents do not state, or state twice; never that it does not exist."
)


def findings_section(checked: Checked, notes: Notes) -> Section:
    """Return the findings by severity, each with its words, and those that were waived with the reason."""
    parts = []
    for severity in Severity:
        own = [finding for finding in checked.findings if finding.severity is severity]
        if own:
            blocks = tuple(block for finding in own for block in _finding(finding, notes))
            parts.append(Section(f"Of {severity.value} severity ({len(own)})", blocks))
    if checked.waived:
        items = tuple(
            plain(f"{item.finding.message} Waived by {item.waiver.signed.who}: {item.waiver.signed.why}")
            for item in checked.waived
        )
        parts.append(Section(f"Waived ({len(items)})", (Listing(items),)))
    none = () if parts else paragraphs("The checks found nothing.")
    return Section("Findings", (*paragraphs(_ABOUT_FINDINGS), *none, *parts))


def _finding(finding: Finding, notes: Notes) -> Iterator[Paragraph | Quoted]:
    name = RULES[finding.code].name.replace("-", " ")
    head = Phrase(f"{finding.kind.value.capitalize()}, {name} ({finding.code}): ", strong=True)
    yield Paragraph((head, Phrase(finding.message, notes.cite(*finding.evidence[_QUOTES:]))))
    if finding.evidence:
        yield Quoted(tuple({(e.quote, source_line(e)): e for e in finding.evidence[:_QUOTES]}.values()))
    elif finding.documents:
        yield Paragraph(plain(f"Looked for in {', '.join(finding.documents)}."))


def comparison_section(made: Comparison, notes: Notes) -> Section:
    """Return a comparison: in words, then what stands on both sides with both quotes, then what only one side says."""
    groups = (("Bodies and posts", made.bodies), ("Duties", made.duties), ("Links", made.links))
    parts = [Section(title, tuple(_group(title, rows, made, notes))) for title, rows in groups if rows]
    summary = Listing(tuple(plain(line) for line in made.summary))
    return Section(f"{made.first} and {made.second} compared", (summary, *parts))


def _group(title: str, rows: Sequence[Row], made: Comparison, notes: Notes) -> Iterator[Grid | Listing | Paragraph]:
    both = [row for row in rows if row.first and row.second]
    if both:
        columns = ("Verdict", made.first, made.second)
        cells = tuple((_told_how(row, made), _side(row.first), _side(row.second)) for row in both)
        yield Grid(f"{title} on both sides", columns, cells, (20, 40, 40))
    for side, alone in (
        (made.first, [r for r in rows if not r.second]),
        (made.second, [r for r in rows if not r.first]),
    ):
        items = tuple(_brief(said, notes) for row in alone if (said := row.first or row.second))
        if items:
            yield Paragraph((Phrase(f"Only {side} ({len(items)})", strong=True),))
            yield Paragraph(joined(items)) if rows is made.bodies else Listing(tuple((item,) for item in items))


def _told_how(row: Row, made: Comparison) -> Phrases:
    how = f": {'; '.join(row.how)}" if row.how else ""
    return plain(f"{verdict_words(row, made).capitalize()}{how}")


def _side(said: Said | None) -> Phrases:
    if said is None:
        return ()
    place = said.evidence
    if place is None:
        return (Phrase(told(said), strong=True),)
    words = collapse(place.quote)
    head = said.who if said.who and collapse(said.what) in words else told(said)
    return Phrase(head, strong=True), Phrase(f" “{words}” ({source_line(place)})")


def _brief(said: Said, notes: Notes) -> Phrase:
    return Phrase(told(said), notes.cite(said.evidence) if said.evidence else ())
