"""Profiles of people one after the other: a name alone on its line, then post, organisation and what they do there.

A table that has lost its lines looks so, and each profile may have as many lines as it likes. What stands before the
first sentence is post or organisation; profiles after each other are the rows of one table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from protocolgraph.model import BlockKind, Cell
from protocolgraph.structure import wording
from protocolgraph.structure.lines import Line
from protocolgraph.structure.people_rows import is_personal, is_post, is_sure
from protocolgraph.structure.units import Unit, UnitKind, make_unit
from protocolgraph.vocab.layout import load_layout
from protocolgraph.vocab.lexicon import lexicon

_ALONE = re.compile(
    r"(?:The )?(?P<name>(?:[A-Z][\w'’-]*\.?\s+){1,6}(?:of\s+)?[A-Z][\w'’-]+)(?:\s+[A-Z]{2,5})*(?:\s*\([^()]{3,30}\))?"
)
_FEWEST = 3
"""So many profiles make a table."""
_LONGEST = 14
"""Lines that a profile may have below its name."""
_LONGEST_CELL = 110
_FULL = 70
"""Characters of a line that is full, so that the next one goes on with it."""
_FIRST = 3
"""Lines of post and organisation, at most, of the last profile, below which anything may stand."""
_CUT = re.compile(r"\s(?:of|for|in|to|at|on|from)\s|[,;:(/–]|\s-\s")
"""What ends the noun that tells whether a line is a post: "Head of Care"."""
_COUNTS = re.compile(r"[\d/%.,\s]+(?:(?:out )?of\s+\d+)?|n/?a", re.IGNORECASE)
"""An attendance or a share."""
_FORMER = re.compile(r"(?:former|formerly|previously|past|retired)\b", re.IGNORECASE)
"""What somebody was."""
_HONOURS = frozenset({"the", "rt", "right", "hon", "honourable", "very", "most"})
_TASK = re.compile(r"Represent(?:s|ing)\b|The (?:[\w-]+ )?(?:lead|point|link|representative)\b")
_SORT = re.compile(r"(?:[\w-]+ )?(?:members|observers|advisers|attendees|invitees)(?: [\w-]+){0,3}:?", re.IGNORECASE)
_NAME, _POST, _BODY, _REST = range(4)
"""The columns."""


@dataclass(frozen=True, slots=True)
class Profile:
    """One person: the lines `start` to `end`, and the lines of its cells with their columns."""

    start: int
    end: int
    cells: tuple[tuple[int, tuple[int, ...]], ...]

    @property
    def has_post(self) -> bool:
        """Whether a line below the name is a post."""
        return any(column == _POST for column, _ in self.cells)


@dataclass(frozen=True, slots=True)
class Profiles:
    """Profiles that follow each other: lines `start` to `end`, of which the first may head columns."""

    start: int
    end: int
    headers: int
    rows: tuple[Profile, ...]


def find_profiles(lines: Sequence[Line]) -> list[Profiles]:
    """Return the tables of profiles of a text."""
    names = [at for at in range(len(lines)) if _is_name(lines, at)]
    found: list[Profiles] = []
    for run in _runs(lines, names):
        profiles = [_profile(lines, start, end) for start, end in run]
        posts = sum(profile.has_post for profile in profiles)
        sure = sum(_is_sure(lines[profile.start].text) for profile in profiles)
        if len(profiles) >= _FEWEST and 2 * min(posts, sure) >= len(profiles):
            found += _tables(lines, _below_posts(lines, profiles) or profiles)
    return found


def _below_posts(lines: Sequence[Line], profiles: Sequence[Profile]) -> list[Profile]:
    """Return the same people with the posts above them, where a list begins with a post and ends with a name."""
    first, last = profiles[0].start, profiles[-1]
    above = first - 1
    if above < 0 or last.has_post or any(p.end != p.start + 2 for p in profiles[:-1]) or not _is_plain(lines[above]):
        return []
    text = lines[above].text
    if not _is_post(text) or _is_told(text) or _ends_profile(text) or lines[first].gap > lines[first + 1].gap:
        return []
    columns = [_POST, *(p.cells[1][0] for p in profiles[:-1])]
    return [
        Profile(p.start - 1, p.start + 1, ((column, (p.start - 1,)), (_NAME, (p.start,))))
        for column, p in zip(columns, profiles, strict=True)
    ]


def _is_name(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is only a person's name, and something that could be told of them stands below it.

    What a number on a line of its own counts are the rows of another table.
    """
    line = lines[at]
    match = _ALONE.fullmatch(line.text)
    if match is None or not _is_plain(line) or wording.is_capitals(line.text) or not _is_personal(match["name"]):
        return False
    below = lines[at + 1] if at + 1 < len(lines) else None
    if below is None or not _is_plain(below):
        return False
    above = lines[at - 1].text if at else ""
    if above.isdigit():
        return False
    apart = line.gap > 0 and (above.endswith(".") or wording.heads_column(above) or _counts(above))
    return _is_sure(line.text) or (apart and below.gap == line.gap and not _is_told(below.text))


def _is_personal(name: str) -> bool:
    bare = _without_titles(name)
    return _is_titled(name) or (" " in bare and is_personal(bare) and not is_post(bare))


def _is_titled(name: str) -> bool:
    """Whether a title stands before a name: "The Rt Revd Dr Ann Lee"."""
    titles = name.removesuffix(_without_titles(name)).split()
    return any(title.strip(".").lower() != "the" for title in titles)


def _without_titles(name: str) -> str:
    words = name.split()
    while len(words) > 1 and words[0].strip(".").lower() in {*load_layout().name_titles, *_HONOURS}:
        del words[0]
    return " ".join(words)


def _counts(text: str) -> bool:
    return _COUNTS.fullmatch(text) is not None


def _is_sure(text: str) -> bool:
    """Whether a name begins with a title or a common given name."""
    match = _ALONE.fullmatch(text)
    return match is not None and (_is_titled(match["name"]) or is_sure(match["name"]))


def _is_plain(line: Line) -> bool:
    text = line.block.kind is BlockKind.TEXT
    return text and not line.glyph and (line.label is None or _counts(line.text))


def _runs(lines: Sequence[Line], names: Sequence[int]) -> Iterator[list[tuple[int, int]]]:
    """Yield the profiles, from name to name, that follow each other; the last of all ends before the first sentence.

    Names right below each other, whose posts stand in a column below them all, are none.
    """
    run: list[tuple[int, int]] = []
    for before, start, end in zip([-1, *names], names, [*names[1:], len(lines)], strict=False):
        piled = before == start - 1 or end == start + 1
        last = piled or end == len(lines) or not _may_belong(lines[start + 1 : end])
        if not piled:
            run.append((start, _own_end(lines, start, end) if last else end))
        if last:
            yield run
            run = []


def _may_belong(below: Sequence[Line]) -> bool:
    """Whether lines below a name tell of that person alone: few of them, the first no sentence and no mere office."""
    first = below[0].text if below else ""
    told = first and not _is_told(first) and not wording.is_office(first) and not wording.field_bounds(first)
    return bool(told) and len(below) <= _LONGEST and all(_is_plain(line) for line in below)


def _own_end(lines: Sequence[Line], start: int, end: int) -> int:
    """Return where the last profile ends: with its post and organisation."""
    at = start + 1
    while at < min(end, start + 1 + _FIRST) and not _is_told(lines[at].text) and _is_plain(lines[at]):
        if lines[at].new_page or wording.known_heading(lines[at].text):
            break
        at += 1
    return at


def _is_told(text: str) -> bool:
    """Whether a line tells of somebody in words of a sentence, and is neither post nor organisation."""
    long = len(text) > _LONGEST_CELL or text.endswith(".")
    return long or wording.says_something(text) or _TASK.match(text) is not None


def _ends_profile(text: str) -> bool:
    """Whether a line heads the profiles below it: "Members by invitation"."""
    return _SORT.fullmatch(text) is not None or wording.heads_members(text)


def _is_post(text: str) -> bool:
    noun, last = (words[-1:] for words in (wording.words(_CUT.split(text, maxsplit=1)[0]), wording.words(text)))
    heads = lexicon("roles")["heads"]
    if _names_post(text) or not noun or noun[0].lower() in lexicon("bodies")["heads"]:
        return _names_post(text)
    return is_post(text) or noun[0].lower() in heads or last[0].lower() in heads


def _names_post(text: str) -> bool:
    first = " ".join(wording.words(_CUT.split(text, maxsplit=1)[0])).lower()
    return first in lexicon("roles")["beside_people"] or any(
        first.endswith(title) for title in lexicon("roles")["titles"]
    )


def _profile(lines: Sequence[Line], start: int, end: int) -> Profile:
    cells: list[tuple[int, list[int]]] = [(_NAME, [start])]
    at = start + 1
    while at < end and not _is_told(lines[at].text) and not _ends_profile(lines[at].text):
        text = lines[at].text
        if cells[-1][0] != _NAME and _goes_on(lines, at):
            cells[-1][1].append(at)
        else:
            cells.append((_column(text), [at]))
        at += 1
    told = at
    while (
        at < end and not _ends_profile(lines[at].text) and (at == told or not lines[at].gap or _is_told(lines[at].text))
    ):
        at += 1
    if at > told:
        cells.append((_REST, list(range(told, at))))
    return Profile(start, at, tuple((column, tuple(numbers)) for column, numbers in cells))


def _column(text: str) -> int:
    if _counts(text) or _FORMER.match(text):
        return _REST
    return _POST if _is_post(text) else _BODY


def _goes_on(lines: Sequence[Line], at: int) -> bool:
    """Whether a line goes on with the cell in the line above it."""
    before, text = lines[at - 1].text, lines[at].text
    open_end = wording.is_unfinished(before) or before.count("(") > before.count(")")
    if open_end or text[0].islower():
        return True
    spaced = lines[at - 1].gap > 0 and _is_post(before.partition(",")[0]) and "," in before
    return not lines[at].gap and (len(before) > _FULL or spaced)


def _tables(lines: Sequence[Line], profiles: Sequence[Profile]) -> Iterator[Profiles]:
    """Yield the profiles in runs that no other line parts."""
    run: list[Profile] = []
    for profile in profiles:
        if run and run[-1].end != profile.start:
            yield _table(lines, run)
            run = []
        run.append(profile)
    yield _table(lines, run)


def _table(lines: Sequence[Line], run: Sequence[Profile]) -> Profiles:
    start = run[0].start
    while start and _is_plain(lines[start - 1]) and wording.heads_column(lines[start - 1].text):
        start -= 1
    headers = run[0].start - start
    return Profiles(start if headers > 1 else run[0].start, run[-1].end, headers if headers > 1 else 0, tuple(run))


def profile_units(lines: Sequence[Line], profiles: Profiles, table: int) -> list[Unit]:
    """Return the cells of profiles, those of headers in a table of their own."""
    units = []
    for column, at in enumerate(range(profiles.start, profiles.start + profiles.headers)):
        units.append(_cell(lines, (at,), Cell(table - 1, 0, column)))
    for row, profile in enumerate(profiles.rows):
        for column, numbers in profile.cells:
            units.append(_cell(lines, numbers, Cell(table, row + 1, column)))
    return units


def _cell(lines: Sequence[Line], numbers: Sequence[int], place: Cell) -> Unit:
    unit = make_unit(lines[numbers[0]], None)
    for number in numbers[1:]:
        unit.add(lines[number])
    unit.kind, unit.settled, unit.cell = UnitKind.CELL, True, place
    return unit
