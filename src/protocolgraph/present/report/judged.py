"""What the checks find, and how two sides compare."""

from __future__ import annotations

import shlex
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

_QUOTES = 4
"""Places of a finding that are quoted under it; the others are among the numbered words."""
_ALONE = 60
"""Lines of each kind that only one side says which are listed; two unlike sets of documents share little."""
_ONLY_MINOR = "The checks found nothing of high or medium severity; what else they found stands in an appendix."
_ABOUT_FINDINGS = (
    "What a reviewer should look at: gaps, overlaps, conflicts and slips of drafting, found by fixed checks. A finding "
    "says what these documents do not state, or state twice; never that it does not exist."
)


def findings_section(checked: Checked, notes: Notes) -> Section:
    """Return the findings of high and medium severity, each with its words."""
    parts = _by_severity(checked, notes, (Severity.HIGH, Severity.MEDIUM))
    none = () if parts else paragraphs("The checks found nothing." if not checked.findings else _ONLY_MINOR)
    return Section("Findings", (*paragraphs(_ABOUT_FINDINGS), *none, *parts))


def minor_section(checked: Checked, notes: Notes) -> Iterator[Section]:
    """Yield the section of findings of low severity, and of those that were waived with the reason."""
    parts = _by_severity(checked, notes, (Severity.LOW,))
    if checked.waived:
        items = tuple(
            plain(f"{item.finding.message} Waived by {item.waiver.signed.who}: {item.waiver.signed.why}")
            for item in checked.waived
        )
        parts.append(Section(f"Waived ({len(items)})", (Listing(items),)))
    if parts:
        yield Section("Minor findings, and those that were waived", tuple(parts))


def _by_severity(checked: Checked, notes: Notes, severities: Sequence[Severity]) -> list[Section]:
    parts = []
    for severity in severities:
        own = [finding for finding in checked.findings if finding.severity is severity]
        if own:
            blocks = tuple(block for finding in own for block in _finding(finding, notes))
            parts.append(Section(f"Of {severity.value} severity ({len(own)})", blocks))
    return parts


def _finding(finding: Finding, notes: Notes) -> Iterator[Paragraph | Quoted]:
    name = RULES[finding.code].name.replace("-", " ")
    head = Phrase(f"{finding.kind.value.capitalize()}, {name} ({finding.code}): ", strong=True)
    yield Paragraph((head, Phrase(finding.message, notes.cite(*finding.evidence[_QUOTES:]))))
    if finding.evidence:
        yield Quoted(tuple({(e.quote, source_line(e)): e for e in finding.evidence[:_QUOTES]}.values()))
    elif finding.documents:
        yield Paragraph(plain(f"Looked for in {', '.join(finding.documents)}."))


def comparison_section(made: Comparison, notes: Notes) -> Section:
    """Return a comparison: in words, then what stands on both sides."""
    grids = [_both(title, rows, made, notes) for title, rows in _groups(made) if any(_is_shared(r) for r in rows)]
    summary = Listing(tuple(plain(line) for line in made.summary))
    return Section(f"{made.first} and {made.second} compared", (summary, *grids))


def one_sided_section(made: Comparison, notes: Notes) -> Iterator[Section]:
    """Yield the section of what only one side says."""
    parts = [Section(title, tuple(_alone(rows, made, notes))) for title, rows in _groups(made)]
    told = tuple(part for part in parts if part.blocks)
    if told:
        yield Section(f"What only {made.first} or only {made.second} says", told)


def _groups(made: Comparison) -> tuple[tuple[str, Sequence[Row]], ...]:
    return (("Bodies and posts", made.bodies), ("Duties", made.duties), ("Links", made.links))


def _is_shared(row: Row) -> bool:
    return row.first is not None and row.second is not None


def _both(title: str, rows: Sequence[Row], made: Comparison, notes: Notes) -> Grid:
    cells = tuple(
        (_told_how(row, made), (_brief(row.first, notes),), (_brief(row.second, notes),))
        for row in rows
        if row.first and row.second
    )
    return Grid(f"{title} on both sides", ("Verdict", made.first, made.second), cells, (20, 40, 40))


def _alone(rows: Sequence[Row], made: Comparison, notes: Notes) -> Iterator[Listing | Paragraph]:
    for side, alone in (
        (made.first, [row.first for row in rows if not row.second]),
        (made.second, [row.second for row in rows if not row.first]),
    ):
        said = [one for one in alone if one]
        if said:
            yield Paragraph((Phrase(f"Only {side} ({len(said)})", strong=True),))
            items = [_brief(one, notes) for one in said[:_ALONE]]
            yield Paragraph(joined(items)) if rows is made.bodies else Listing(tuple((i,) for i in items), short=True)
        if len(said) > _ALONE:
            command = f"protocolgraph compare {shlex.quote(made.first)} {shlex.quote(made.second)}"
            yield Paragraph(plain(f"And {len(said) - _ALONE} more; `{command}` lists all."))


def _told_how(row: Row, made: Comparison) -> Phrases:
    how = f": {'; '.join(row.how)}" if row.how else ""
    return plain(f"{verdict_words(row, made).capitalize()}{how}")


def _brief(said: Said, notes: Notes) -> Phrase:
    return Phrase(told(said), notes.cite(said.evidence) if said.evidence else ())
