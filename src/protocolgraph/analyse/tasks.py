"""Everything that documents ask for: the duties that were read, and the clauses that ask for something of nobody named.

Comparisons and the check of statutory duties look at both, so that a list whose bearer was not made out is not
taken for silence.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from protocolgraph.model import Duty, Evidence, Knowledge, MarkKind

_MAKING = {"produces": "produce", "approves": "approve"}


@dataclass(frozen=True, slots=True)
class Task:
    """Something to be done."""

    text: str
    """As a clause without a bearer."""
    evidence: Evidence
    bearer: str | None
    """Id of the body or post; None where none was made out."""
    duty: Duty | None = None


def tasks_of(knowledge: Knowledge, *, documents: Iterable[str], products: bool = False) -> tuple[Task, ...]:
    """Return what these documents ask for, in reading order; what a duty says is not said again by its clause.

    Args:
        knowledge: the graph's records.
        documents: names of the documents.
        products: as tasks of their own, too, the publications that somebody makes or approves.

    """
    wanted = set(documents)
    duties = [duty for duty in knowledge.duties if duty.evidence.document in wanted]
    found = [Task(" ".join(duty.content.text.split()), duty.evidence, duty.bearer, duty) for duty in duties]
    found += _made(knowledge, wanted) if products else []
    read = _reach(duties)
    for info in knowledge.documents:
        if info.name in wanted:
            for mark in info.layout.marks:
                if mark.kind is MarkKind.TASK and not _is_read(mark.evidence, read.get(info.name, ())):
                    found.append(Task(" ".join(mark.value.split()), mark.evidence, None))
    return tuple(sorted(found, key=lambda task: (task.evidence.document, task.evidence.spans[-1:], task.text)))


def _made(knowledge: Knowledge, wanted: set[str]) -> Iterator[Task]:
    """Yield the publications that somebody makes or approves, as tasks."""
    names = {entity.id: entity.name for entity in knowledge.entities}
    said = {(duty.bearer, duty.product) for duty in knowledge.duties}
    for fact in knowledge.facts:
        verb = _MAKING.get(fact.predicate)
        if verb and not fact.negated and fact.evidence.document in wanted and (fact.subject, fact.object) not in said:
            yield Task(f"{verb} the {names.get(fact.object or '', '')}", fact.evidence, fact.subject)


def _reach(duties: Iterable[Duty]) -> dict[str, list[tuple[int, int]]]:
    """Return, for each document, where what duties were read of begins, with how far all up to there reaches."""
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for duty in duties:
        for place in (duty.evidence, *duty.also):
            places[place.document] += [(span.start, span.end) for span in place.spans[-1:]]
    reach = {}
    for document, own in places.items():
        own.sort()
        furthest = accumulate((end for _, end in own), max)
        reach[document] = [(start, end) for (start, _), end in zip(own, furthest, strict=True)]
    return reach


def _is_read(evidence: Evidence, reach: Sequence[tuple[int, int]]) -> bool:
    """Whether a duty was read of the words: the last piece of its quote reaches over their beginning."""
    start = evidence.spans[0].start
    before = bisect_right(reach, start, key=lambda place: place[0])
    return before > 0 and start < reach[before - 1][1]
