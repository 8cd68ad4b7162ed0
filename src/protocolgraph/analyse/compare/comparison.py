"""A whole comparison: bodies, duties, links, and a summary in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from protocolgraph.analyse.compare.bodies import Counterparts
from protocolgraph.analyse.compare.duties import duty_rows
from protocolgraph.analyse.compare.links import link_rows
from protocolgraph.analyse.compare.rows import ROW_COLUMNS, Row, Said, Verdict
from protocolgraph.analyse.compare.sides import Side
from protocolgraph.analyse.governing import governs
from protocolgraph.graph.frames import frame
from protocolgraph.model import DocumentInfo, Entity, EntityType, Fact, Knowledge
from protocolgraph.model.showing import html_lines, html_table
from protocolgraph.reference import body_kind_of

if TYPE_CHECKING:
    from protocolgraph.graph.frames import DataFrame

_SHOWN = 15
"""Rows of each table that a notebook shows."""
_TOLD = 5
_GRAVE = ("is accountable to", "reports to", "chairs", "is overseen", "oversees", "appoints")


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two sides state, row by row."""

    first: str
    second: str
    documents: tuple[tuple[str, ...], tuple[str, ...]]
    bodies: tuple[Row, ...]
    duties: tuple[Row, ...]
    links: tuple[Row, ...]
    over_time: bool = False
    """Whether the second side is the first at a later time."""

    @property
    def summary(self) -> tuple[str, ...]:
        """What a committee should know, a sentence or two each."""
        return tuple(_summary(self))

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return a row for each row of bodies, duties and links, with the words of both sides."""
        parts = {"body": self.bodies, "duty": self.duties, "link": self.links}
        return [{"kind": kind, **row.to_dict()} for kind, rows in parts.items() for row in rows]

    def to_frame(self) -> DataFrame:
        """Return the rows as a pandas data frame; raises UsageError if pandas is not installed."""
        return frame(self.to_dicts(), ("kind", *ROW_COLUMNS))

    def _repr_html_(self) -> str:
        tables = {"Bodies and posts": self.bodies, "Duties": self.duties, "Links": self.links}
        columns = (self.first, self.second, "verdict", "how")
        shown = [
            html_table(columns, [row.cells for row in rows], title=name, most=_SHOWN)
            for name, rows in tables.items()
            if rows
        ]
        return html_lines(f"{self.first} and {self.second}", self.summary) + "".join(shown)


def compare(first: tuple[str, Knowledge], second: tuple[str, Knowledge]) -> Comparison:
    """Return how two sets of documents compare.

    Args:
        first: what it is to be called, and what its documents state.
        second: the same of the other.

    """
    return _compare(Side(*first), Side(*second), over_time=False)


def compare_years(first: tuple[str, Knowledge], second: tuple[str, Knowledge]) -> Comparison:
    """Return what became of an area: `compare`, the second side being the later one."""
    return _compare(Side(*first), Side(*second), over_time=True)


def _compare(first: Side, second: Side, *, over_time: bool) -> Comparison:
    pairs = Counterparts(first, second)
    paired = frozenset([*map(first.name, pairs.of), *map(second.name, pairs.back)])
    documents = {document.name: document for side in (first, second) for document in side.documents}
    names = tuple(tuple(document.name for document in side.documents) for side in (first, second))
    return Comparison(
        first=first.label,
        second=second.label,
        documents=(names[0], names[1]),
        bodies=_body_rows(first, second, pairs, over_time=over_time),
        duties=_arranged(duty_rows(first, second, pairs), paired, documents),
        links=_arranged(link_rows(first, second, pairs), paired, documents),
        over_time=over_time,
    )


def _arranged(rows: Sequence[Row], paired: Collection[str], documents: Mapping[str, DocumentInfo]) -> tuple[Row, ...]:
    """Return rows with what stands on both sides first, then what only one side says of counterparts, then the rest.

    What only one side says comes first where it is laid down, before what a report or minutes tell.
    """

    def rank(row: Row) -> tuple[bool, bool, bool]:
        said = row.first or row.second
        if said is None or (row.first and row.second):
            return False, False, False
        return True, said.who not in paired, said.evidence is None or not governs(documents, said.evidence)

    return tuple(sorted(rows, key=rank))


def _body_rows(first: Side, second: Side, pairs: Counterparts, *, over_time: bool) -> tuple[Row, ...]:
    rows = []
    followed = {fact.object: fact for fact in second.facts if fact.predicate == "succeeds"}
    for entity in first.actors:
        other = second.entities.get(pairs.of.get(entity.id, ""))
        after = _fate(entity, second, followed.get(entity.id), over_time=over_time)
        if other is None:
            rows.append(Row(Verdict.ONLY_FIRST, _named(first, entity), None, after))
            continue
        how = () if _one_name(first, entity, second, other) else (f"name: {entity.name} / {other.name}",)
        how = (*how, *after)
        verdict = Verdict.DIFFERS if how else Verdict.SAME
        score = round(pairs.scores[entity.id], 3)
        rows.append(Row(verdict, _named(first, entity), _named(second, other), how, score))
    rows += [Row(Verdict.ONLY_SECOND, None, _named(second, e)) for e in second.actors if e.id not in pairs.back]
    return tuple(sorted(rows, key=lambda row: row.first is None or row.second is None))


def _one_name(first: Side, one: Entity, second: Side, other: Entity) -> bool:
    """Whether two counterparts are called alike: the place, a space or the word for whose it is apart."""
    words, others = first.words(one), second.words(other)
    keys = (first.key(one).replace(" ", ""), second.key(other).replace(" ", ""))
    kind = first.kind(one)
    return keys[0] == keys[1] or words == others or (bool(kind) and (words <= others or others <= words))


def _fate(entity: Entity, later: Side, followed: Fact | None, *, over_time: bool) -> tuple[str, ...]:
    """Return what is told of a body's successors: who is stated to follow it, else who does so by law."""
    if followed:
        return (f"followed by {later.name(followed.subject)}",)
    kind = body_kind_of(entity.name) if entity.type is EntityType.BODY and over_time else None
    if kind is None:
        return ()
    heirs = [other.name for other in later.actors_of(kind.successors)]
    return (f"bodies of its kind were followed by: {'; '.join(heirs[:3])}",) if heirs else ()


def _named(side: Side, entity: Entity) -> Said:
    return Said(entity.name, entity.type.value, side.first_words.get(entity.id))


def _summary(comparison: Comparison) -> Iterator[str]:
    first, second = comparison.first, comparison.second
    pairs = [row for row in comparison.bodies if row.first and row.second and row.first.what == "body"]
    if pairs:
        told = "; ".join(
            _both_names(row.first.who, row.second.who) for row in pairs[:_TOLD] if row.first and row.second
        )
        lead = "Bodies of both times" if comparison.over_time else "Counterparts among the bodies"
        yield f"{lead}: {told}{_more(pairs)}."
    for row in comparison.bodies:
        became = [how for how in row.how if "followed by" in how]
        if row.first and became:
            yield f"{row.first.who}: {'; '.join(became)}."
    yield f"Of the duties, {_counts(comparison.duties, comparison)}."
    yield f"Of the links between bodies and posts, {_counts(comparison.links, comparison)}."
    moved = [row for row in comparison.links if row.verdict is Verdict.DIFFERS]
    yield from (_difference(row, comparison) for row in sorted(moved, key=_gravity)[:_TOLD])
    for verdict, here, other in ((Verdict.ONLY_FIRST, first, second), (Verdict.ONLY_SECOND, second, first)):
        alone = [row for row in comparison.duties if row.verdict is verdict]
        told = "; ".join(_brief(said) for row in alone[:_TOLD] if (said := row.first or row.second))
        if told:
            silent = (
                f"not found any more in {other}" if comparison.over_time and here == first else f"not stated in {other}"
            )
            yield f"Stated in {here}, {silent}: {told}{_more(alone)}."


def _both_names(one: str, other: str) -> str:
    return one if one == other else f"{one} and {other}"


def _difference(row: Row, comparison: Comparison) -> str:
    """Return how a link differs, in a sentence or two."""
    one, other = (f"{said.who} {said.what}" if said else "" for said in (row.first, row.second))
    how = "; ".join(row.how)
    if one == other:
        return f"{one}, in {comparison.first} and in {comparison.second} differently ({how})."
    return f"{comparison.first}: {one}. {comparison.second}: {other} ({how})."


def _counts(rows: Sequence[Row], comparison: Comparison) -> str:
    found = Counter(row.verdict for row in rows)
    kept = ("kept", "changed") if comparison.over_time else ("the same in both", "in both but different")
    alone = (
        f"{_number(found[Verdict.ONLY_FIRST], 'stands', 'stand')} in {comparison.first} only and "
        f"{found[Verdict.ONLY_SECOND] or 'none'} in {comparison.second} only"
    )
    if not found[Verdict.SAME] and not found[Verdict.DIFFERS]:
        return f"none was found in both; {alone}"
    same, changed = (_number(found[verdict], "is", "are") for verdict in (Verdict.SAME, Verdict.DIFFERS))
    return f"{same} {kept[0]}, {changed} {kept[1]}, {alone}"


def _number(count: int, one: str, several: str) -> str:
    return f"{count or 'none'} {one if count < 2 else several}"


def _gravity(row: Row) -> tuple[bool, str]:
    what = row.first.what if row.first else ""
    return not what.startswith(_GRAVE), what


def _brief(said: Said, *, most: int = 12) -> str:
    words = said.what.split()
    text = f"“{' '.join(words[:most])}{' ...' if len(words) > most else ''}”"
    return f"{text} ({said.who})" if said.who else text


def _more(rows: Sequence[Row]) -> str:
    return f" and {len(rows) - _TOLD} more" if len(rows) > _TOLD else ""
