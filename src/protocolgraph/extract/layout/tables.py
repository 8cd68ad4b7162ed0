"""Tables of groups and of members: each row is read by what its columns' headers say.

A row is told by its cells' lead-ins: the first cell has its column's header as lead-in, the others
have their column's header and the first cell's words.
"""

from __future__ import annotations

from collections.abc import Iterator

from protocolgraph.extract.collected import Collected
from protocolgraph.extract.found import Found
from protocolgraph.extract.layout.columns import Row, column_of, stacked_rows
from protocolgraph.extract.layout.groups import reporting
from protocolgraph.extract.layout.members import body_above, capacity_of, listed_in
from protocolgraph.extract.layout.named import named
from protocolgraph.extract.masked import Placed
from protocolgraph.extract.people import PersonFinder
from protocolgraph.extract.tokens import tokenize
from protocolgraph.model import Clause, ClauseKind, EntityType, Evidence
from protocolgraph.vocab.frequency import find_frequency


def read(collected: Collected) -> None:
    """Read the rows of tables whose headers are known."""
    for row in (*_rows(collected), *stacked_rows(collected)):
        if "group" in row.cells:
            _group(collected, row)
        elif "post" in row.cells or "organisation" in row.cells or "person" in row.cells:
            _member(collected, row)


def _rows(collected: Collected) -> Iterator[Row]:
    """Yield the rows: cells with the same first cell that follow each other; the header row is none."""
    cells: dict[str, Clause] = {}
    first, heading = "", False
    for clause in collected.names.outline.clauses:
        if clause.kind is not ClauseKind.CELL:
            heading = False
            continue
        lead = clause.leads[-1].text if clause.leads else ""
        known = column_of(clause.body.text) is not None
        in_row = bool(cells) and lead == first
        if known and not in_row and (heading or column_of(lead) is None):
            heading = True
            continue
        heading = False
        if lead != first or not cells:
            if cells:
                yield Row(cells)
            cells, first = {}, clause.body.text
            header = column_of(lead)
        else:
            header = column_of(_header(clause, first))
        if header is not None:
            cells.setdefault(header, clause)
    if cells:
        yield Row(cells)


def _header(clause: Clause, first: str) -> str:
    of_row = len(clause.leads) > 1 and clause.leads[-1].text == first
    return clause.leads[-2 if of_row else -1].text


def _one(collected: Collected, clause: Clause | None, *kinds: EntityType) -> Placed | None:
    if clause is None:
        return None
    return next((p for kind in kinds for p in named(collected, clause) if p.type is kind), None)


def _person(collected: Collected, clause: Clause | None) -> Placed | None:
    """The person in a column of names, where a name needs no title; else the post that stands there."""
    if clause is None:
        return None
    tokens = tokenize(clause.body.text)
    if not any(p.masks for p in collected.names.at(clause.body)) and tokens:
        end = PersonFinder.load().name_at(tokens, 0)
        if end == len(tokens):
            name = clause.body.text[tokens[0].start : tokens[-1].end]
            found = Found(tokens[0].start, tokens[-1].end, EntityType.PERSON, name, "person")
            return collected.names.place(clause.body, found)
    return _one(collected, clause, EntityType.PERSON, EntityType.ROLE)


def _evidence(collected: Collected, row: Row, *columns: str) -> Evidence:
    """The words of the row's first cell and of the cells that were read."""
    clauses = [row.first, *(row.cells[c] for c in columns if c in row.cells and row.cells[c] is not row.first)]
    return collected.cells_evidence(clauses, rule="table-row", confidence=0.88)


def _group(collected: Collected, row: Row) -> None:
    """A group with its chair, its rhythm and to whom it reports; it is part of what the section is about."""
    group = _one(collected, row.cells["group"], EntityType.BODY)
    if group is None:
        return
    chair = _one(collected, row.cells.get("chair"), EntityType.ROLE, EntityType.PERSON, EntityType.BODY)
    if chair is not None:
        collected.fact(chair.mention, "chairs", group.mention, _evidence(collected, row, "chair"))
    if (
        "frequency" in row.cells
        and "product" not in row.cells
        and (frequency := find_frequency(row.cells["frequency"].body.text))
    ):
        evidence = _evidence(collected, row, "frequency")
        collected.fact(group.mention, "meets", None, evidence, qualifiers={"frequency": frequency})
    recipient = _one(collected, row.cells.get("reports"), EntityType.BODY)
    if recipient is not None:
        collected.fact(group.mention, "reports_to", recipient.mention, _evidence(collected, row, "reports"))
    whole = body_above(row.first.section, collected)
    if whole is not None:
        reports = "product" in row.cells or any(reporting(lead.text) for lead in row.first.leads)
        collected.fact(group.mention, "reports_to" if reports else "part_of", whole, _evidence(collected, row))


def _member(collected: Collected, row: Row) -> None:
    """A member with post, organisation and capacity, below "Membership" or "Its members are"."""
    found = listed_in(row.first, collected)
    listed = found[0] if found else body_above(row.first.section, collected) if "person" in row.cells else None
    member = _person(collected, row.cells.get("person")) or _one(collected, row.cells.get("post"), EntityType.ROLE)
    organisation = _one(collected, row.cells.get("organisation"), EntityType.BODY)
    post = _one(collected, row.cells.get("post", row.cells.get("person")), EntityType.ROLE)
    if post is not None and organisation is not None:
        collected.names.own_instead(post.mention, organisation.mention)
    if post is not None and member is not None and member is not post and member.type is EntityType.PERSON:
        collected.fact(member.mention, "holds", post.mention, _evidence(collected, row, "post"))
    member = member or organisation
    if listed is None or member is None:
        return
    capacity = row.cells["capacity"].body.text if "capacity" in row.cells else ""
    kind = capacity_of(capacity)
    evidence = _evidence(collected, row, "post", "organisation", "capacity")
    collected.fact(member.mention, "member_of", listed, evidence, qualifiers={"capacity": kind} if kind else {})
    if capacity.lower().startswith("chair"):
        collected.fact(member.mention, "chairs", listed, evidence)
