"""Law that does not exist under that name and year.

Finds an Act that is cited with a year in which no Act of that title was passed. Only titles all of whose
years are known are looked at.

Why it matters: a duty that rests on a law that is not there rests on nothing, and the slip tells that nobody
looked it up.

Source: legislation.gov.uk; the years of each title stand in the list of the program.

Bad:

    PROTOCOL BETWEEN THE HILLTOP BOARD AND THE VALLEY PANEL

    1. The Hilltop Board works under the Children Act 2003.

Good:

    PROTOCOL BETWEEN THE HILLTOP BOARD AND THE VALLEY PANEL

    1. The Hilltop Board works under the Children Act 2004.

Limits: Acts whose titles have many years, such as Education Acts, and regulations are not looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from protocolgraph.analyse.checks.rule import Rule
from protocolgraph.analyse.checks.world import World, listed, where
from protocolgraph.model import Finding, FindingKind, Mark, MarkKind, Severity
from protocolgraph.vocab.checks import years_of_act

_CITED = re.compile(r"(?P<title>.+) (?P<year>\d{4})")


def _find(world: World, rule: Rule) -> Iterator[Finding]:
    found: dict[tuple[str, str], list[Mark]] = {}
    for document, mark in world.marks(MarkKind.LAW):
        cited = _CITED.fullmatch(mark.value)
        years = years_of_act(cited["title"]) if cited else ()
        if cited and years and int(cited["year"]) not in years:
            found.setdefault((document.name, mark.value), []).append(mark)
    for (_, value), marks in found.items():
        title = value.rpartition(" ")[0]
        passed = listed(map(str, years_of_act(title)))
        message = f"There is no {value} ({where(marks[0].evidence)}): a {title} was passed in {passed}."
        yield rule.finding(message, evidence=[mark.evidence for mark in marks])


RULE = Rule("PG405", "no-such-law", FindingKind.DRAFTING, Severity.HIGH, _find, __doc__)
