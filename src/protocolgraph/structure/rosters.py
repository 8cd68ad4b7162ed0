"""Lists of members without bullets: each line below "Membership" is an item, some lines head those below them.

Blank lines may part such a list into groups, each below the name of its organisation.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from protocolgraph.model import BlockKind
from protocolgraph.structure import wording
from protocolgraph.structure.people_rows import is_post, is_row
from protocolgraph.structure.topics import tops_prose
from protocolgraph.structure.units import Unit, UnitKind
from protocolgraph.vocab.layout import load_layout
from protocolgraph.vocab.lexicon import lexicon

_MARKUP = ("#", "**", "|")
_FEWEST = 2
_RANK = 1
"""A group's heading stands below the heading of the whole list."""


def mark_rosters(units: Sequence[Unit]) -> None:
    """Make the lines that the grouping found below headings on members into items and headings of groups."""
    for start, end in _runs(units):
        run = units[start:end]
        if start and _takes_names(units[start - 1]):
            continue
        following = units[end] if end < len(units) else None
        heads = _group_heads(run)
        posts = _post_lines(run, heads)
        heads = heads - posts - _people(run)
        for at, unit in enumerate(run):
            if at in posts:
                unit.named = False
            elif at in heads:
                unit.kind, unit.rank, unit.settled = UnitKind.HEADING, _RANK, True
            elif at == len(run) - 1 and (_heads_next(run, following) or _heads_fields(unit, following)):
                unit.named = False
            else:
                unit.kind, unit.settled = UnitKind.ITEM, True


def _runs(units: Sequence[Unit]) -> Iterator[tuple[int, int]]:
    """Yield where runs of lines of such lists begin and end."""
    start = 0
    for at in range(len(units) + 1):
        if at < len(units) and _is_line(units[at]):
            continue
        if at > start:
            yield start, at
        start = at + 1


def _is_line(unit: Unit) -> bool:
    if not unit.named or unit.kind is not UnitKind.TEXT or unit.settled:
        return False
    plain = unit.lines[0].block.kind in (BlockKind.TEXT, BlockKind.PARAGRAPH) and not unit.text.startswith(_MARKUP)
    return plain and not wording.is_prose(unit.text) and not wording.field_bounds(unit.text)


def _takes_names(unit: Unit) -> bool:
    """Whether the unit above is a label whose value the lines are."""
    return wording.opens_attendance(unit.text)


def _group_heads(run: Sequence[Unit]) -> set[int]:
    """Return which lines head a group: the first after each blank line, where every group has more lines than one.

    The first of all is none if it stands further in than the others: what heads it stands above the list.
    """
    starts = [at for at, unit in enumerate(run) if at == 0 or (unit.gap and not unit.new_page)]
    sizes = [end - start for start, end in zip(starts, [*starts[1:], len(run)], strict=True)]
    if len(starts) < _FEWEST or min(sizes) < _FEWEST:
        return set()
    within = run[0].lines[0].indent > max(run[at].lines[0].indent for at in starts[1:])
    return set(starts[1:] if within else starts)


def _post_lines(run: Sequence[Unit], heads: set[int]) -> set[int]:
    """Return the lines of groups that are a post with who has it, below a list of people."""
    if not is_row(run[0].text):
        return set()
    return {line for at in heads - {0} if is_post(run[at].text) for line in (at, at + 1)}


def _people(run: Sequence[Unit]) -> set[int]:
    """Return the lines that name somebody and so head no group, in a list that begins with such a line."""
    return {at for at, unit in enumerate(run) if is_row(unit.text)} if is_row(run[0].text) else set()


def _heads_fields(unit: Unit, following: Unit | None) -> bool:
    """Whether the last line is the name of a group of which labelled values tell more."""
    return following is not None and wording.opens_field(following.text) and wording.names_body(unit.text)


def _heads_next(run: Sequence[Unit], following: Unit | None) -> bool:
    """Whether the last line stands apart from a tight list, above text that says something: it is a heading.

    So is a line of topics without a blank line: "Frequency and Conduct of Meetings".
    """
    last = run[-1]
    if following is not None and following.kind is UnitKind.TEXT and tops_prose(last.text, following.text):
        return True
    apart = last.gap > 0 and (len(run) == 1 or any(not unit.gap for unit in run[1:-1]) or run[0] is run[-2])
    return apart and following is not None and (wording.is_prose(following.text) or _tells_work(following))


def _tells_work(unit: Unit) -> bool:
    """Whether an item says what is done by whoever stands above it: "is responsible for", "carry out reviews"."""
    first = unit.text.split(" ", 1)[0].lower()
    verbs = load_layout().finite_verbs | set(lexicon("verbs")["actions"])
    return unit.kind is UnitKind.ITEM and not unit.gap and first in verbs
