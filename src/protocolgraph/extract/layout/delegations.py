"""Schemes of delegation as tables: a row for each matter, and who decides it.

By a column "Delegated to", or by a mark below whoever decides: a column each for the Board, its committees and
the chief executive.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from protocolgraph.extract.collected import Collected
from protocolgraph.extract.items import ItemForm, item_form
from protocolgraph.extract.layout.columns import Cells, raw_tables
from protocolgraph.extract.masked import Placed, outermost
from protocolgraph.extract.units import key_of
from protocolgraph.extract.wording import named_text, tidy
from protocolgraph.model import Clause, DutyContent, EntityType, Modality, Passage
from protocolgraph.vocab.frequency import find_frequency
from protocolgraph.vocab.lexicon import load_yaml

_ACTING = (EntityType.BODY, EntityType.ROLE)
_ARTICLE = 4
"""Length of the longest word before a name that a cell begins with."""
_FEWEST_COLUMNS = 2
_MOST = 0.6
"""Share of the rows that must say what is to be done where only marks tell who does it."""
_JOINED = re.compile(r"\s*(?:\([^()]{1,40}\)\s*)?(?:[,/;&]|\band\b|\bor\b|\n)\s*(?:the\s)?", re.IGNORECASE)
_LETTERS = 3
"""A matter has a word of so many letters; less is its number."""


@cache
def _words(kind: str) -> re.Pattern[str]:
    """Return the wordings of the headers and marks of such tables, of one kind."""
    return re.compile(load_yaml("lexicon/layout_words.yaml")["delegations"][kind], re.IGNORECASE)


def read(collected: Collected) -> None:
    """Read who may decide what."""
    for rows in raw_tables(collected):
        if len(rows) > 1 and rows[0]:
            duties = list(_delegated(collected, rows) or _marked(collected, rows))
            if duties:
                collected.taken.update(key_of(c.body) for row in rows for cell in row.values() for c in cell)
            for matter, cell, bearer, modality in duties:
                _may_decide(collected, matter, cell, bearer, modality)


_Decision = tuple[Clause, Clause, int, Modality]
"""The cell of a matter, that which tells who decides it, who that is, and with what force."""


def _delegated(collected: Collected, rows: Sequence[Cells]) -> list[_Decision]:
    """The rows of a table with a column "Delegated to"."""
    headers = {column: cell[0].body.text.strip(" :*") for column, cell in rows[0].items()}
    deciding = next((column for column, header in headers.items() if _words("decider").fullmatch(header)), None)
    if deciding is None:
        return []
    told = [column for column, header in headers.items() if _words("matter").fullmatch(header)]
    modality = Modality.MAY if re.search("delegat|authori", headers[deciding], re.IGNORECASE) else Modality.FUNCTION
    found: list[_Decision] = []
    for row in rows[1:]:
        matter = _matter(row, told or [c for c in sorted(row) if c < deciding])
        if matter is not None and deciding in row:
            found += [(matter, row[deciding][0], b, modality) for b in _deciders(collected, row[deciding][0])]
    return found


def _matter(row: Cells, columns: Sequence[int]) -> Clause | None:
    """The cell of a row that tells what is decided: the first that is more than a number."""
    cells = (row[column][0] for column in columns if column in row)
    return next((c for c in cells if re.search(rf"[A-Za-z]{{{_LETTERS},}}", c.body.text)), None)


def _deciders(collected: Collected, cell: Clause) -> list[int]:
    """Whom a cell begins with, and those joined to it: "the Clerk or the Mayor", not "the Clerk, reporting to"."""
    placed = outermost(p for p in collected.names.at(cell.body) if p.type in _ACTING and p.masks)
    row: list[Placed] = []
    for one in placed:
        joined = _JOINED.fullmatch(cell.body.text, row[-1].end, one.start) if row else one.start <= _ARTICLE
        if not joined:
            break
        row.append(one)
    return [p.mention for p in row]


def _marked(collected: Collected, rows: Sequence[Cells]) -> list[_Decision]:
    """The rows of a table with a column for each that may decide, and a mark where it does."""
    columns = _columns(collected, rows[0])
    if len(columns) < _FEWEST_COLUMNS:
        return []
    matters = [_matter(row, sorted(c for c in row if c < min(columns))) for row in rows[1:]]
    told = [m for m in matters if m is not None and _action(m.body) is not None]
    if len(told) < _MOST * len(matters):
        return []
    return [
        (matter, row[column][0], bearer, Modality.FUNCTION)
        for matter, row in zip(matters, rows[1:], strict=True)
        for column, bearer in columns.items()
        if matter in told and matter is not None and column in row and _words("mark").fullmatch(_said(row[column]))
    ]


def _said(cell: Sequence[Clause]) -> str:
    return cell[0].body.text.strip(" .")


def _columns(collected: Collected, header: Cells) -> Mapping[int, int]:
    """The columns that the name of a body or post alone heads, with the one who is named."""
    return dict(_headed(collected, header))


def _headed(collected: Collected, header: Cells) -> Iterator[tuple[int, int]]:
    for column, cell in header.items():
        text = cell[0].body.text
        for name in outermost(p for p in collected.names.at(cell[0].body) if p.type in _ACTING):
            if column != min(header) and not (text[: name.start] + text[name.end :]).strip(" :*()"):
                yield column, name.mention


def _action(matter: Passage) -> tuple[str, str] | None:
    """The verb and the words of what a cell says is to be done: "Approval of leases", "Approving leases"."""
    item = item_form(matter.text)
    if item.verb is None:
        return None
    words = matter.text[item.start :]
    if item.form is ItemForm.NOUN:
        return item.verb, tidy(named_text(words))
    return item.verb, tidy(" ".join([item.verb, *words.split()[1:]]))


def _may_decide(collected: Collected, matter: Clause, cell: Clause, bearer: int, modality: Modality) -> None:
    """Keep that somebody may decide a matter, which the words for it alone tell where they name no action."""
    said = matter.body.text
    plain = said[:1].lower() + said[1:] if said[1:2].islower() else said
    verb, text = _action(matter.body) or ("decide", tidy(plain))
    content = DutyContent(modality, verb, text, None, find_frequency(text), None)
    evidence = collected.cells_evidence([matter, cell], rule="delegation-row", confidence=0.8)
    collected.duty(bearer, content, evidence)
