"""Measures what was read against hand-made gold: precision, recall, F1, calibration, and the causes of errors.

Works on the rows of a JSON Lines export and a folder of gold files; it needs no graph. Strict counts names as
the same when they are equal after folding; lenient also when they are nine tenths alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from protocolgraph.analyse.evaluation.causes import Cause, Diagnosis, Miss
from protocolgraph.analyse.evaluation.gold import Gold, GoldDuty, GoldFact, load_gold, load_texts
from protocolgraph.analyse.evaluation.match import Matcher, Paired, pair_up, quoted
from protocolgraph.analyse.evaluation.names import GoldNames, squash
from protocolgraph.analyse.evaluation.rows import Found, FoundDuty, FoundFact, load_rows, read_rows
from protocolgraph.analyse.evaluation.tally import ReliabilityRow, Tally, reliability
from protocolgraph.graph.frames import frame
from protocolgraph.model import EntityType
from protocolgraph.model.showing import html_table

if TYPE_CHECKING:
    from protocolgraph.graph.frames import DataFrame

__all__ = [
    "Cause",
    "DocumentScore",
    "Evaluation",
    "Gold",
    "Miss",
    "ReliabilityRow",
    "Tally",
    "evaluate",
    "load_gold",
    "load_rows",
    "load_texts",
]

_NOTHING = Found((), (), ())


@dataclass(frozen=True, slots=True)
class DocumentScore:
    """How one document was read."""

    document: str
    strict: Mapping[str, Tally]
    """By kind: "body" ... "publication", "fact", "fact:PREDICATE", "duty"."""
    lenient: Mapping[str, Tally]
    modality: Tally
    """Of the duties that were found: how many have the right modality (lenient)."""
    missed: tuple[Miss, ...]
    """Gold items that were not found (lenient)."""
    false: tuple[Miss, ...]
    """Findings that are not in the gold, and duties found with another modality (lenient)."""
    unquoted: int
    """Statements whose quote does not stand in the text; 0 where the text is not at hand."""
    area: str | None
    """The area that the gold gives it."""
    judged: tuple[tuple[float, bool], ...]
    """Confidence of each statement, and whether it is right; without the borderline ones."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """How all documents were read."""

    documents: tuple[DocumentScore, ...]

    @property
    def strict(self) -> dict[str, Tally]:
        """The sums over the documents, by kind."""
        return _summed(document.strict for document in self.documents)

    @property
    def lenient(self) -> dict[str, Tally]:
        """The sums over the documents, by kind."""
        return _summed(document.lenient for document in self.documents)

    @property
    def areas(self) -> dict[str, dict[str, Tally]]:
        """The sums over the documents of each area, by area and kind.

        Nothing in the reader is learned from gold, so what it does in an area is what it does in an area
        that it has never seen, but for the rules that a person wrote with the area's documents in view.
        """
        named = sorted({document.area or document.document for document in self.documents})
        return {area: _summed(d.lenient for d in self.documents if (d.area or d.document) == area) for area in named}

    @property
    def modality(self) -> Tally:
        """Of the duties that were found: how many have the right modality."""
        return sum((document.modality for document in self.documents), Tally())

    @property
    def unquoted(self) -> int:
        """Statements whose quote does not stand in the text."""
        return sum(document.unquoted for document in self.documents)

    @property
    def reliability(self) -> tuple[ReliabilityRow, ...]:
        """Confidence against correctness."""
        return reliability(judged for document in self.documents for judged in document.judged)

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return a row for each kind and predicate: how many in the gold, found and right, and the shares."""
        return [
            {
                "kind": kind,
                "gold": tally.gold,
                "found": tally.found,
                "right": tally.right,
                "precision": round(tally.precision, 3),
                "recall": round(tally.recall, 3),
                "f1": round(tally.f1, 3),
            }
            for kind, tally in self.lenient.items()
        ]

    def to_frame(self) -> DataFrame:
        """Return the rows as a pandas data frame; raises UsageError if pandas is not installed."""
        return frame(self.to_dicts(), ("kind", "gold", "found", "right", "precision", "recall", "f1"))

    def _repr_html_(self) -> str:
        rows = [tuple(map(str, row.values())) for row in self.to_dicts()]
        return html_table(("kind", "gold", "found", "right", "precision", "recall", "F1"), rows)

    def causes(self, *, missed: bool) -> tuple[tuple[str, Cause, int], ...]:
        """Return how many misses (else: false findings) each kind and cause has, the most frequent first."""
        counts: dict[tuple[str, Cause], int] = {}
        for document in self.documents:
            for miss in document.missed if missed else document.false:
                counts[miss.kind, miss.cause] = counts.get((miss.kind, miss.cause), 0) + 1
        ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        return tuple((kind, cause, count) for (kind, cause), count in ranked)


def evaluate(
    rows: Iterable[Mapping[str, Any]], golds: Sequence[Gold], texts: Mapping[str, str] | None = None
) -> Evaluation:
    """Compare the rows of an export with gold.

    Args:
        rows: objects of the JSON Lines export, of any documents.
        golds: the gold of the documents to look at; a document without rows has found nothing.
        texts: the documents' texts by name, to check that quotes stand in them.

    Raises:
        UsageError: a row is not one of an export.

    """
    found = read_rows(rows)
    scores = [_document(gold, found.get(gold.document, _NOTHING), (texts or {}).get(gold.document)) for gold in golds]
    return Evaluation(tuple(sorted(scores, key=lambda score: score.document)))


@dataclass(frozen=True, slots=True)
class _Compared:
    """Everything of one document paired with its gold, in one way of comparing."""

    tallies: dict[str, Tally]
    entities: dict[str, Paired[Any, Any]]
    facts: Paired[GoldFact, FoundFact]
    duties: Paired[GoldDuty, FoundDuty]


def _document(gold: Gold, found: Found, text: str | None) -> DocumentScore:
    names = GoldNames(gold)
    strict = _compare(gold, found, Matcher(names, found, strict=True))
    matcher = Matcher(names, found, strict=False)
    lenient = _compare(gold, found, matcher)
    diagnosis = Diagnosis(gold, found, names, matcher)
    squashed = squash(text) if text is not None else None
    right = sum(item.modality == duty.modality for item, duty in lenient.duties.pairs)
    return DocumentScore(
        document=gold.document,
        strict=strict.tallies,
        lenient=lenient.tallies,
        modality=Tally(right, len(lenient.duties.pairs), len(lenient.duties.pairs)),
        missed=_missed(lenient, diagnosis),
        false=_false(lenient, diagnosis),
        unquoted=0 if squashed is None else sum(not quoted(quote, squashed) for quote in found.quotes),
        area=gold.area,
        judged=_judged(lenient),
    )


def _compare(gold: Gold, found: Found, matcher: Matcher) -> _Compared:
    entities = {
        kind.value: pair_up(
            [entity for entity in gold.entities if entity.type == kind],
            [entity for entity in found.entities if entity.type == kind],
            matcher.entity,
        )
        for kind in EntityType
    }
    facts = pair_up(gold.facts, found.facts, matcher.fact)
    entailed = [replace(fact, predicate="post_in") for fact in gold.facts if fact.predicate == "chairs"]
    facts = _without(facts, pair_up([*gold.optional_facts, *entailed], facts.extra, matcher.fact))
    duties = pair_up(gold.duties, found.duties, matcher.duty)
    duties = _without(duties, pair_up(gold.optional_duties, duties.extra, matcher.duty))
    tallies = {kind: _tally(paired) for kind, paired in entities.items()}
    tallies |= {"fact": _tally(facts), **_by_predicate(facts), "duty": _tally(duties)}
    return _Compared(tallies, entities, facts, duties)


def _without(paired: Paired[Any, Any], optional: Paired[Any, Any]) -> Paired[Any, Any]:
    """Return the pairing without the findings that match an optional item."""
    return replace(paired, extra=optional.extra)


def _tally(paired: Paired[Any, Any]) -> Tally:
    right = len(paired.pairs)
    return Tally(right, right + len(paired.missed), right + len(paired.extra))


def _by_predicate(facts: Paired[GoldFact, FoundFact]) -> dict[str, Tally]:
    predicates = {fact.predicate for fact, _ in facts.pairs}
    predicates |= {fact.predicate for fact in facts.missed} | {fact.predicate for fact in facts.extra}
    return {f"fact:{predicate}": _tally(_of_predicate(facts, predicate)) for predicate in sorted(predicates)}


def _of_predicate(facts: Paired[GoldFact, FoundFact], predicate: str) -> Paired[GoldFact, FoundFact]:
    return Paired(
        tuple(pair for pair in facts.pairs if pair[0].predicate == predicate),
        tuple(fact for fact in facts.missed if fact.predicate == predicate),
        tuple(fact for fact in facts.extra if fact.predicate == predicate),
    )


def _missed(compared: _Compared, diagnosis: Diagnosis) -> tuple[Miss, ...]:
    entities = [diagnosis.missed_entity(e) for paired in compared.entities.values() for e in paired.missed]
    facts = [diagnosis.missed_fact(fact) for fact in compared.facts.missed]
    return (*entities, *facts, *(diagnosis.missed_duty(duty) for duty in compared.duties.missed))


def _false(compared: _Compared, diagnosis: Diagnosis) -> tuple[Miss, ...]:
    entities = [diagnosis.false_entity(e) for paired in compared.entities.values() for e in paired.extra]
    facts = [diagnosis.false_fact(fact) for fact in compared.facts.extra]
    duties = [diagnosis.false_duty(duty) for duty in compared.duties.extra]
    forces = [
        diagnosis.other_modality(item, duty) for item, duty in compared.duties.pairs if item.modality != duty.modality
    ]
    return (*entities, *facts, *duties, *forces)


def _judged(compared: _Compared) -> tuple[tuple[float, bool], ...]:
    judged: list[tuple[float, bool]] = []
    for paired in (compared.facts, compared.duties):
        judged += [(statement.confidence, True) for _, statement in paired.pairs]
        judged += [(statement.confidence, False) for statement in paired.extra]
    return tuple(judged)


def _summed(tallies: Iterable[Mapping[str, Tally]]) -> dict[str, Tally]:
    total: dict[str, Tally] = {}
    for document in tallies:
        for kind, tally in document.items():
            total[kind] = total.get(kind, Tally()) + tally
    order = [kind.value for kind in EntityType] + ["fact"]
    return dict(sorted(total.items(), key=lambda item: (item[0] == "duty", _place(order, item[0]), item[0])))


def _place(order: list[str], kind: str) -> int:
    return order.index(kind) if kind in order else len(order)
