"""Answers a question from a graph: reads it, asks the query, and tells each thing found with its evidence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from protocolgraph.analyse.ask.alike import alike
from protocolgraph.analyse.ask.answer import Answer, AnswerLine
from protocolgraph.analyse.ask.query import make_query, parts_of
from protocolgraph.analyse.ask.reading import Reading, of_all_so_called, of_longer_names, of_their_class, read_question
from protocolgraph.errors import QueryError
from protocolgraph.graph import Choice, Graph
from protocolgraph.graph.query import Limits, Table
from protocolgraph.graph.terms import statement_id
from protocolgraph.model import Duty, Evidence, Fact, Modality, Statement
from protocolgraph.vocab.questions import questions
from protocolgraph.vocab.schema import concepts, predicates

_WHOLE = {"fact", "bearer", "entity"}
"""Answers that say themselves whom they are about."""
_LONGEST = 30.0
"""Seconds that a query of a large graph may take, in a process of its own that takes no memory without end."""
_MANY = 6
"""How many names a note lists in full."""


@dataclass(frozen=True, slots=True)
class _Row:
    """One row of the query's answer."""

    statement: Statement | None
    answer: str | None
    about: str | None
    place: int = 0
    """Which of the places where it is stated fits the question."""


def ask(graph: Graph, question: str, *, choice: Choice | None = None) -> Answer:
    """Answer a question in plain English, deterministically.

    Examples:
        >>> answer = ask(graph, "Who chairs the Safety Board?")  # doctest: +SKIP
        >>> [line.text for line in answer.lines]  # doctest: +SKIP
        ['Director of Care']

    Args:
        graph: what is asked.
        question: the question; see `vocab/questions/` for what can be asked, and in which words.
        choice: the documents that count; what the question itself says of them comes first.

    Raises:
        QuestionError: it cannot be read; the error carries the questions that come nearest.
        UnknownNameError: it names something that no document names.
        UsageError: none of the documents is of the area or year that it names.
        QueryError: a large graph on disk has no answer within half a minute; the question takes in too much of it.

    """
    reading = of_all_so_called(read_question(question, graph, choice or Choice()))
    query = make_query(reading, graph)
    rows = _rows(reading, graph, query)
    for widened in (of_their_class, of_longer_names):
        if not rows and (wider := widened(reading)):
            wider_query = make_query(wider, graph)
            if rows := _rows(wider, graph, wider_query):
                reading, query = wider, wider_query
    teller = _Teller(graph, reading)
    rows = _THEN[reading.kind.then](rows, graph, reading)
    lines = _merged(teller.line(row) for row in rows)
    return Answer(
        question=question,
        reading=reading,
        query=query,
        lines=lines,
        verdict=_verdict(rows, reading) if reading.whether else None,
        notes=_notes(reading, {row.about for row in rows}),
        silent=_silent(reading, graph, lines),
        dates=tuple((document.name, document.date) for document in graph.register),
    )


def _rows(reading: Reading, graph: Graph, query: str) -> list[_Row]:
    """The rows in the order of the documents' dates and texts."""
    tables = [_asked_of(graph, part) for part in parts_of(query, reading, graph)]
    columns, found = tables[0].columns, [cells for table in tables for cells in table.to_dicts()]
    one = {name for name, found in reading.found if len(found.entities) == 1}
    several = next((name for name in columns if name in questions().slots and name not in {*one, "answer"}), None)
    stated = graph.statements({str(cells["statement"]) for cells in found if cells.get("statement")})
    rows = []
    for cells in found:
        about = cells.get(several) if several else None
        statement = stated.get(statement_id(str(cells.get("statement"))))
        rows.append(_Row(statement, _text(cells.get("answer")), _text(about), _place_number(cells.get("evidence"))))
    dates = {document.name: document.date or "" for document in graph.register}
    known = [row for row in rows if row.statement or "statement" not in columns]
    return sorted(known, key=lambda row: _place(row, dates, _name(graph, row.answer)))


def _asked_of(graph: Graph, query: str) -> Table:
    if graph.in_memory or not graph.is_large:
        return graph.sparql(query)
    try:
        return graph.sparql(query, Limits(seconds=_LONGEST))
    except QueryError as error:
        told = f"no answer came within {_LONGEST:g} seconds and the memory that it may take"
        raise QueryError(f"The question takes in too much: name a body, an area or a year in it ({told})") from error


def _place_number(cell: object) -> int:
    """The number of a place from the IRI of its node."""
    number = re.search(r"#evidence-(\d+)$", str(cell))
    return int(number[1]) - 1 if number else 0


def _text(cell: object) -> str | None:
    return None if cell is None else str(cell)


def _name(graph: Graph, identifier: str | None) -> str | None:
    """The name of an entity; None if there is none of this id."""
    entity = None if identifier is None else graph.record(identifier)
    return entity.name if entity else None


def _place(row: _Row, dates: Mapping[str, str], answer: str | None) -> tuple[object, ...]:
    """By the date of the document and where in it the words stand; in one list of names, by the names' order."""
    if row.statement is None:
        return (row.about or "", row.answer or "")
    places = (row.statement.evidence, *row.statement.also)
    evidence = places[row.place]
    name = (answer or "").split()
    within = evidence.quote.find(name[-1]) if name else 0
    order = (dates.get(evidence.document, ""), evidence.document, evidence.spans, within, row.statement.id)
    return (row.about or "", *order)


def _as_found(rows: list[_Row], graph: Graph, reading: Reading) -> list[_Row]:
    del graph, reading
    return rows


def _as_route(rows: list[_Row], graph: Graph, reading: Reading) -> list[_Row]:
    """Step by step away from where the route begins."""
    del graph
    start = {entity.id for _, found in reading.found for entity in found.entities}
    left, ordered = list(rows), []
    while left:
        here = [row for row in left if isinstance(row.statement, Fact) and row.statement.subject in start]
        if not here:
            break
        ordered += here
        left = [row for row in left if row not in here]
        start = {row.statement.object for row in here if isinstance(row.statement, Fact) and row.statement.object}
    return ordered or left


def _as_earliest(rows: list[_Row], graph: Graph, reading: Reading) -> list[_Row]:
    """The statements of the document with the earliest date that has any; those without a date cannot tell."""
    del reading
    dates = {document.name: document.date for document in graph.register}
    dated = [(dates[row.statement.evidence.document], row) for row in rows if row.statement]
    first = min((date for date, _ in dated if date), default=None)
    return [row for date, row in dated if date == first] if first else []


def _as_alike(rows: list[_Row], graph: Graph, reading: Reading) -> list[_Row]:
    """Duties of different bodies that are alike stand together; of two bodies that are named, one of each."""
    del graph
    found = dict(reading.found)
    side = frozenset(entity.id for entity in found["body"].entities) if "other" in found else frozenset[str]()
    by_id = {row.statement.id: row for row in rows if isinstance(row.statement, Duty)}
    groups = alike([row.statement for row in by_id.values() if isinstance(row.statement, Duty)], side)
    return [replace(by_id[duty.id], about=f"{number}.") for number, group in enumerate(groups, 1) for duty in group]


def _as_chain(rows: list[_Row], graph: Graph, reading: Reading) -> list[_Row]:
    """The links of the shortest chains, in their order."""
    found = dict(reading.found)
    del graph
    by_id = {row.statement.id: row for row in rows if row.statement}
    links: dict[str, None] = {}
    for start in found["actor"].entities:
        for end in found["other"].entities:
            for chain in reading.view.chains(start.id, end.id, limit=1):
                links |= dict.fromkeys(link.facts[0].id for link in chain)
    return [replace(by_id[link], about=None) for link in links if link in by_id]


_THEN: Mapping[str | None, Callable[[list[_Row], Graph, Reading], list[_Row]]] = {
    None: _as_found,
    "route": _as_route,
    "earliest": _as_earliest,
    "alike": _as_alike,
    "chain": _as_chain,
}


class _Teller:
    """Tells what a row says, for one question."""

    def __init__(self, graph: Graph, reading: Reading) -> None:
        self._kind = reading.kind
        self._graph = graph
        self._dates = {document.name: document.date for document in graph.register}
        self._choice = reading.scope.choice

    def line(self, row: _Row) -> AnswerLine:
        """Return what a row says."""
        about = None if row.about is None or self._is_whole() else self._name(row.about)
        statement = row.statement
        if statement is None:
            return AnswerLine(about, self._entity(row.answer or ""), (), negated=False, evidence=())
        places = _first(row.place, (statement.evidence, *statement.also))
        if isinstance(statement, Duty):
            notes = self._duty_notes(statement)
            if row.answer not in (None, statement.bearer, *statement.to):
                notes = (self._name(row.answer or ""), *notes)
            return AnswerLine(about, self._duty(statement), notes, negated=False, evidence=places)
        text, notes = self._fact(statement, row.answer)
        return AnswerLine(about, text, notes, statement.negated, places)

    def _is_whole(self) -> bool:
        """Whether each line says itself whom it is about."""
        return self._kind.answer in _WHOLE and self._kind.then != "alike"

    def _name(self, identifier: str) -> str:
        return _name(self._graph, identifier) or identifier

    def _entity(self, identifier: str) -> str:
        found = self._graph.record(identifier)
        return f"{found.name} ({found.area})" if found and found.area else self._name(identifier)

    def _fact(self, fact: Fact, answer: str | None) -> tuple[str, tuple[str, ...]]:
        predicate = predicates()[fact.predicate]
        qualifiers = dict(fact.qualifiers)
        if self._kind.answer in ("subject", "object") and answer is not None:
            notes = self._qualifiers(qualifiers) + self._holders(answer)
            extra = (predicate.label,) if self._is_side(fact) else ()
            return self._name(answer), (*extra, *notes)
        other = self._name(fact.object) if fact.object else qualifiers.pop(predicate.value or "", "")
        return f"{self._name(fact.subject)} {predicate.label} {other}", self._qualifiers(qualifiers)

    def _is_side(self, fact: Fact) -> bool:
        """Whether the kind's query asks for other predicates before this, so that the line must say which it is."""
        return fact.predicate in self._kind.predicates[1:]

    def _qualifiers(self, qualifiers: Mapping[str, str]) -> tuple[str, ...]:
        capacities = concepts("capacity")
        told = {key: value for key, value in qualifiers.items() if value != "member"}
        return tuple(
            capacities[value].label if key == "capacity" and value in capacities else self._name(value)
            for key, value in sorted(told.items())
        )

    @cached_property
    def _chosen(self) -> set[str]:
        return {document.name for document in self._choice.pick(self._graph.register)}

    def _holders(self, role: str) -> tuple[str, ...]:
        if not self._kind.holders or self._graph.record(role) is None:
            return ()
        facts = self._graph.facts(predicate="holds", object=role, negated=False)
        here = [fact for fact in facts if not self._choice or fact.evidence.document in self._chosen]
        held = {(self._name(fact.subject), self._dates.get(fact.evidence.document)) for fact in here}
        return tuple(f"held by {name}{f', {date}' if date else ''}" for name, date in sorted(held, key=str))

    def _duty(self, duty: Duty) -> str:
        force = concepts("modality")[duty.content.modality].label
        told = f"{f'({force})' if duty.content.modality is Modality.FUNCTION else force} {duty.content.text}"
        return told if self._kind.answer == "duty" else f"{self._name(duty.bearer)} {told}"

    def _duty_notes(self, duty: Duty) -> tuple[str, ...]:
        content = duty.content
        to = ", ".join(self._name(item) for item in duty.to)
        return tuple(note for note in (content.frequency, content.condition, to and f"to {to}") if note)


def _first(number: int, places: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    return (places[number], *places[:number], *places[number + 1 :])


def _merged(lines: Iterable[AnswerLine]) -> tuple[AnswerLine, ...]:
    """Make one line of what several documents state alike, in the order of the first."""
    together: dict[tuple[str | None, str, tuple[str, ...], bool], dict[Evidence, None]] = {}
    for line in lines:
        key = (line.about, line.text, line.notes, line.negated)
        together.setdefault(key, {}).update(dict.fromkeys(line.evidence))
    return tuple(AnswerLine(*key, evidence=tuple(places)) for key, places in together.items())


def _verdict(rows: Iterable[_Row], reading: Reading) -> str:
    """Yes if it is stated in so many words; what comes near it (a report, asked of accountability) is not enough."""
    facts = [row.statement for row in rows if isinstance(row.statement, Fact)]
    duties = [row.statement for row in rows if isinstance(row.statement, Duty)]
    plain = reading.kind.predicates[:1]
    stated = [fact for fact in facts if not plain or fact.predicate in plain]
    if duties or any(not fact.negated for fact in stated):
        return "yes"
    return "no" if stated else "not stated"


def _notes(reading: Reading, answered: set[str | None]) -> tuple[str, ...]:
    told = []
    for _, found in reading.found:
        names = [f"{entity.name} ({entity.area or entity.scope.value})" for entity in found.entities]
        if len(names) > 1:
            first = [entity.id not in answered for entity in found.entities]
            ordered = [name for _, name in sorted(zip(first, names, strict=True), key=lambda item: item[0])]
            shown = "; ".join(ordered[:_MANY]) + (f" and {len(names) - _MANY} more" if len(names) > _MANY else "")
            told.append(f"“{found.words}” {'means' if found.each else 'may mean'}: {shown}")
        elif found.of_class:
            told.append(f"nothing is stated of “{found.words}” itself, but of {found.name}, of which it is one")
        elif names and not found.exact:
            told.append(f"“{found.words}” is read as {names[0]}")
    return (*told, *reading.scope.told)


def _silent(reading: Reading, graph: Graph, lines: tuple[AnswerLine, ...]) -> tuple[str, ...]:
    """The documents that say nothing, of a question that asks each."""
    if not (reading.scope.each or reading.kind.silent):
        return ()
    speaking = {place.document for line in lines for place in line.evidence}
    return tuple(item.name for item in reading.scope.choice.pick(graph.register) if item.name not in speaking)
