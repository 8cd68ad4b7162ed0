"""Lines in lists of members that are none, but say what sort of members stand below them, or who sends those."""

from __future__ import annotations

import re
from itertools import groupby, zip_longest

from protocolgraph.extract.collected import Collected
from protocolgraph.extract.layout.named import begins_with_given
from protocolgraph.extract.units import Key, key_of
from protocolgraph.model import Clause, ClauseKind, EntityType, Passage

GROUP_HEADING = 6
"""Words of a heading that only groups the members below it ("Health and Social Care")."""
SORT = re.compile(
    r"(?:(?:regular|standing|other|core|full|ordinary|voting|non-?voting|statutory|officer|independent|lay"
    r"|co-?opted|participating|professional|and) )*(?:attend(?:ees|ers)|observers|advis[eo]rs|invitees|in attendance"
    r"|by invitation|(?:co-?opted|voting|non-?voting|core|full|statutory|other|associate|independent|lay|ex officio"
    r"|(?:non-?)?schools?) members|(?:non-?)?voting"
    r"|co-?optees|officers in attendance|officer support|also in attendance)(?: \((?!\d)[^()]{3,40}\))?:?",
    re.IGNORECASE,
)
"""A line in a list of members that only says what sort of members stand below it."""
_SIT_THEMSELVES = re.compile(r"(?:lay|independent|co-?opted|associate|ex officio) members", re.IGNORECASE)
"""Sorts of members that may be a line of a list of posts and bodies."""


def sorts_of_lines(collected: Collected) -> tuple[dict[Key, Passage], set[Key]]:
    """Return for the lines of lists the line above that says whose or what sort of members they are; and those lines.

    "Regular attenders (non-voting)" in a list of members is no member, but heads those below it; nor is "Health" above
    posts with bullets.
    """
    found: dict[Key, Passage] = {}
    heading: set[Key] = set()
    items = [c for c in collected.names.outline.clauses if c.kind is ClauseKind.ITEM]
    for _, lines in groupby(items, key=lambda c: (c.section, c.leads)):
        head = None
        for clause, following in zip_longest(listed := list(lines), listed[1:]):
            if following is not None and clause.label is None and _heads(collected, clause, following):
                head = clause
                heading.add(key_of(clause.body))
            elif head is not None and (clause.depth > head.depth or SORT.fullmatch(head.body.text.strip())):
                found[key_of(clause.body)] = head.body
    return found, heading


def _heads(collected: Collected, clause: Clause, following: Clause) -> bool:
    """Whether a line without a bullet heads the next, which stands further in or has one, or tells its sort."""
    further = _indent(collected, clause) < _indent(collected, following) or _over_bullet(collected, clause, following)
    return (further and _only_groups(clause.body.text)) or _heads_sort(collected, clause.body.text.strip(), following)


def _over_bullet(collected: Collected, clause: Clause, following: Clause) -> bool:
    """Whether a line stands above one with a bullet that belongs to it; a person's posts are told below the name."""
    if following.label is None or following.depth <= clause.depth:
        return False
    named = next((p for p in collected.names.at(clause.body) if p.masks and p.start <= 1), None)
    return (named is None or named.type is EntityType.BODY) and not begins_with_given(clause.body.text)


def _heads_sort(collected: Collected, line: str, following: Clause) -> bool:
    """Whether a line says what sort of members stand below it; "Lay members" above a post sit themselves."""
    if not SORT.fullmatch(line):
        return False
    if _SIT_THEMSELVES.match(line) is None or line.endswith(":"):
        return True
    first = next((p for p in collected.names.at(following.body) if p.masks and p.start <= 1), None)
    return first.type is EntityType.PERSON if first is not None else begins_with_given(following.body.text)


def _only_groups(line: str) -> bool:
    """Whether a line may only say what those below it have in common, who stand further in."""
    return len(line.split()) <= GROUP_HEADING and not line.endswith((",", ";", "."))


def _indent(collected: Collected, clause: Clause) -> int:
    """How far in a clause's line begins, or the clause itself, where the label of a table's row stands before it."""
    text, start = collected.names.outline.document.text, key_of(clause.body)[0]
    opened = text.rfind("\n", 0, max(start, 0)) + 1
    if clause.label is None and text[opened : max(start, 0)].strip():
        return start - opened
    line = text[opened:].lstrip("\f")
    return len(line) - len(line.lstrip())
