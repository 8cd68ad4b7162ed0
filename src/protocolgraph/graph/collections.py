"""Facts and duties as tuples that turn into rows and data frames."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from protocolgraph.graph.export.rows import duty_row, fact_row
from protocolgraph.graph.frames import frame
from protocolgraph.graph.records import Records
from protocolgraph.model import Duty, Entity, Fact
from protocolgraph.model.showing import html_table, quoted, source_line
from protocolgraph.vocab.schema import predicates

if TYPE_CHECKING:
    from pandas import DataFrame

_FACT_COLUMNS = (
    "subject", "subject_type", "predicate", "object", "object_type", "negated", "capacity", "product", "frequency",
    "amount", "date", "condition", "area", "document", "document_date", "section", "page", "quote", "confidence",
    "rule", "subject_id", "object_id", "id",
)  # fmt: skip
_DUTY_COLUMNS = (
    "bearer", "bearer_type", "modality", "action", "text", "to", "product", "frequency", "condition", "area",
    "document", "document_date", "section", "page", "quote", "confidence", "rule", "bearer_id", "id",
)  # fmt: skip


class Facts(tuple[Fact, ...]):
    """Facts, by id."""

    _known: Records

    @classmethod
    def of(cls, facts: Iterable[Fact], records: Records) -> Facts:
        """Return facts whose entities these records know."""
        made = cls(facts)
        made._known = records
        return made

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return a row for each fact: names of its ends, qualifiers, and where it is stated."""
        entities, documents = self._known.index.entities, _documents(self._known)
        return [_fact(fact, entities, documents) for fact in self]

    def to_frame(self) -> DataFrame:
        """Return the rows as a pandas data frame; raises UsageError if pandas is not installed."""
        return frame(self.to_dicts(), _FACT_COLUMNS)

    def _repr_html_(self) -> str:
        known = self._known.index.entities
        labels = predicates()
        rows = [
            (
                known[fact.subject].name,
                f"{'not: ' if fact.negated else ''}{labels[fact.predicate].label}",
                known[fact.object].name if fact.object else "; ".join(value for _, value in fact.qualifiers),
                quoted(fact.evidence),
                source_line(fact.evidence),
            )
            for fact in self
        ]
        return html_table(("", "", "", "words", "source"), rows, title=f"{len(self)} facts")


class Duties(tuple[Duty, ...]):
    """Duties, by id."""

    _known: Records

    @classmethod
    def of(cls, duties: Iterable[Duty], records: Records) -> Duties:
        """Return duties whose entities these records know."""
        made = cls(duties)
        made._known = records
        return made

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return a row for each duty: names, its content, and where it is stated."""
        entities, documents = self._known.index.entities, _documents(self._known)
        return [_duty(duty, entities, documents) for duty in self]

    def to_frame(self) -> DataFrame:
        """Return the rows as a pandas data frame; raises UsageError if pandas is not installed."""
        return frame(self.to_dicts(), _DUTY_COLUMNS)

    def _repr_html_(self) -> str:
        known = self._known.index.entities
        rows = [
            (
                known[duty.bearer].name,
                duty.content.modality.value.replace("_", " "),
                duty.content.text,
                source_line(duty.evidence),
            )
            for duty in self
        ]
        return html_table(("who", "force", "what", "source"), rows, title=f"{len(self)} duties")


def _documents(records: Records) -> dict[str, dict[str, str | None]]:
    return {item.name: {"area": item.area, "document_date": item.date} for item in records.register}


def _fact(
    fact: Fact, entities: Mapping[str, Entity], documents: Mapping[str, Mapping[str, str | None]]
) -> dict[str, Any]:
    row = dict(fact_row(fact, entities))
    qualifiers = row.pop("qualifiers")
    place = documents.get(fact.evidence.document, {})
    return {**place, **(qualifiers if isinstance(qualifiers, dict) else {}), **row, **_ids(fact)}


def _ids(fact: Fact) -> dict[str, str | None]:
    return {"subject_id": fact.subject, "object_id": fact.object}


def _duty(
    duty: Duty, entities: Mapping[str, Entity], documents: Mapping[str, Mapping[str, str | None]]
) -> dict[str, Any]:
    place = documents.get(duty.evidence.document, {})
    return {**place, **duty_row(duty, entities), "condition": duty.content.condition, "bearer_id": duty.bearer}
