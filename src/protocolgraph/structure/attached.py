"""Papers attached to a report: a title page that names another body and its paper, within a pack.

A cover report to one board hands on another's annual report. What "the Board" is changes where that begins, and only
the lines at the head of its first page tell: "Appendix 1", the other board's name, "Annual Report 2031-32".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from protocolgraph.structure import wording
from protocolgraph.structure.units import Unit, UnitKind
from protocolgraph.text.normalise import collapse
from protocolgraph.vocab.layout import load_layout

_LABEL = re.compile(
    r"\W*(?:appendix|appendices|annexe?|attachment|enclosure|schedule)(?: (?:\d{1,2}|[a-z])\b\.?)?[\s:–—-]*",
    re.IGNORECASE,
)
_PAPER = re.compile(
    r"(?:.*\W)?(?:annual (?:report|review)|annual governance statement|end of year report|business plan|strategic plan"
    r"|delivery plan|action plan|improvement plan|strategy|terms of reference|constitution|protocol|charter"
    r"|memorandum of understanding|arrangements)(?: for [\w ’']{3,40})?",
    re.IGNORECASE,
)
"""A line that ends in a sort of paper that a body has of its own."""
_YEARS = re.compile(
    r"[\s:,–—-]*\(?(?:(?:april|january)\s+)?(?:19|20)\d\d(?:\s?(?:[-–—/]|to)\s?(?:\w+ )?(?:20)?\d\d)?\)?\W*$",
    re.IGNORECASE,
)
_LINES = 4
"""Lines of a title page that say what it is."""


def without_label(head: Sequence[Unit]) -> Sequence[Unit]:
    """Return the units at the head of a part less a line that only says which appendix it is."""
    return head[1:] if len(head) > 1 and _LABEL.fullmatch(head[0].text) else head


def begins_attached(head: Sequence[Unit], owner: str) -> bool:
    """Return whether units at the head of a page are the title of another body's paper.

    Args:
        head: the units at the head of the page.
        owner: whose part it is before: a body that this names begins no paper of another.

    """
    below = without_label(head)
    label = below[0].label.text if below[0].label else ""
    labelled = _LABEL.match(label or head[0].text) is not None
    if (label and not labelled) or below[0].kind not in (UnitKind.TEXT, UnitKind.HEADING):
        return False
    title = _title_lines([collapse(unit.text) for unit in below])
    body = next((name for line in title if (name := _group_named(_LABEL.sub("", line, count=1)))), "")
    return (
        bool(body)
        and (labelled or any(_YEARS.search(line) for line in title))
        and body.lower() not in collapse(owner).lower()
    )


def _title_lines(lines: Sequence[str]) -> Sequence[str]:
    """The lines at the head up to the one that tells the sort of paper, all short; none if none does."""
    for number, line in enumerate(lines[:_LINES], 1):
        if not wording.could_head(line):
            return ()
        if _PAPER.fullmatch(_YEARS.sub("", line)):
            return lines[:number]
    return ()


def _group_named(line: str) -> str:
    """The name of a body with which a line begins, its noun for a group included; nothing if it names none."""
    owners = load_layout().owner_words
    words = line.split()
    last = max(
        (at for at, word in enumerate(words) if word.lower().strip(",:") in owners and word[0].isupper()), default=0
    )
    name = " ".join(words[: last + 1]).rstrip(",:")
    return name if last and wording.is_title(name) else ""
