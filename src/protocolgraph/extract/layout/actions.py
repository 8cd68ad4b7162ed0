"""Action plans: a table's row says what is to be done, and under "Owner" or "Lead" by whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from protocolgraph.extract.collected import Collected
from protocolgraph.extract.items import ItemForm, item_form
from protocolgraph.extract.layout.headers import column_of
from protocolgraph.extract.masked import Placed
from protocolgraph.extract.wording import tidy
from protocolgraph.model import Clause, ClauseKind, DutyContent, EntityType, Modality, Passage
from protocolgraph.vocab.frequency import find_frequency

_FEWEST = 4
"""Words that tell an action; fewer are its number or theme."""
_OWNING = ("owner", "chair")
"""Columns of those who act; "Lead" is the chair's where a table is one of groups."""
_ACTING = (EntityType.BODY, EntityType.ROLE)


def read(collected: Collected) -> None:
    """Read the actions of plans and of minutes that a table gives to somebody."""
    for row in _rows(collected):
        owners = [c for c in row if column_of(_header(c)) in _OWNING]
        action = _action(row) if owners else None
        if action is None:
            continue
        for owner in owners:
            for bearer in _bearers(collected, owner):
                _assign(collected, owner, action, bearer)


def _rows(collected: Collected) -> Iterator[list[Clause]]:
    """Yield the cells of each row but its first, whose words are the last lead-in of the others."""
    cells = [c for c in collected.names.outline.clauses if c.kind is ClauseKind.CELL and len(c.leads) > 1]
    for _, row in groupby(cells, key=lambda c: (c.section, c.leads[-1])):
        yield list(row)


def _header(clause: Clause) -> str:
    return clause.leads[-2].text


def _action(row: Sequence[Clause]) -> Passage | None:
    """The words of the row that say what is to be done: those under "Action", else the row's first."""
    told = [c.body for c in row if column_of(_header(c)) == "action"] or [row[0].leads[-1]]
    item = item_form(told[0].text)
    plain = item.verb is not None and item.form in (ItemForm.INFINITIVE, ItemForm.GERUND)
    return told[0] if plain and len(told[0].text.split()) >= _FEWEST else None


def _bearers(collected: Collected, owner: Clause) -> list[Placed]:
    """The bodies and posts that a cell names, none inside another's name, and a post before its body."""
    named = [p for p in collected.names.at(owner.body) if p.type in _ACTING and p.masks]
    top = [p for p in named if not any(o is not p and o.start <= p.start and p.end <= o.end for o in named)]
    return [p for p in top if p.type is EntityType.ROLE] or top


def _assign(collected: Collected, owner: Clause, action: Passage, bearer: Placed) -> None:
    item = item_form(action.text)
    words = action.text[item.start :].split()
    if item.verb is None:
        return
    text = tidy(" ".join([item.verb, *words[1:]]))
    content = DutyContent(Modality.WILL, item.verb, text, None, find_frequency(text), None)
    evidence = collected.clause_evidence(owner, rule="action-row", confidence=0.8, lead=action)
    collected.duty(bearer.mention, content, evidence)
