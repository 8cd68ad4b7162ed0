"""The report in short: what was read, who is most talked of and answers to whom, and what a reviewer should look at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import shorten

from protocolgraph.analyse.checks.run import Checked
from protocolgraph.analyse.compare import Comparison
from protocolgraph.graph import Graph, is_particular
from protocolgraph.graph.narrow import areas_of
from protocolgraph.model import Entity, EntityType, Fact, Scope, Severity
from protocolgraph.present.report.bodies import mentions
from protocolgraph.present.report.content import Listing, Notes, Paragraph, Phrase, Phrases, Section, plain
from protocolgraph.present.report.lines import ANSWERING
from protocolgraph.vocab.schema import predicates

_BODIES = 6
_NAMED, _CITED = 6, 3
"""To how many a line says that a body answers, those who are named most; and how many places are cited for each."""
_GRAVEST = 5
_DENIED = 8
_COMPARED = 3
"""Lines of the comparison's own summary: the counterparts, and how many duties and links are alike."""
_LONGEST = 260
"""Letters of a line."""


def summary_section(graph: Graph, checked: Checked, compared: Comparison | None, notes: Notes) -> Section:
    """Return the report in short."""
    blocks: list[Paragraph | Listing] = [Paragraph(plain(_read(graph)))]
    lines = tuple(_main_lines(graph, notes))
    if lines:
        blocks += [_head("The bodies of which most is stated, and the lines stated between them and others:")]
        blocks += [Listing(lines)]
    denied = tuple(_denied(graph, notes))
    if denied:
        blocks += [_head("The documents expressly deny:"), Listing(denied)]
    blocks += [Paragraph(plain(_found(checked)))]
    grave = [finding for finding in checked.findings if finding.severity is Severity.HIGH][:_GRAVEST]
    if grave:
        blocks += [Listing(tuple((Phrase(_shortened(f.message), notes.cite(*f.evidence)),) for f in grave))]
    if compared:
        blocks += [_head(f"{compared.first} and {compared.second} compared:")]
        blocks += [Listing(tuple(plain(_shortened(line)) for line in compared.summary[:_COMPARED]))]
    blocks += [Paragraph(plain(_CAUTION))]
    return Section("In short", tuple(blocks))


_CAUTION = (
    "A program read the documents, and it errs: it misses much and misreads some. Read the quoted words before you "
    "rely on a line. “Method and limits” says how far to trust what."
)


def _shortened(text: str) -> str:
    """A text as the summary has it; all of it stands in its own section."""
    return shorten(text, width=_LONGEST, placeholder=" …")


def _head(text: str) -> Paragraph:
    return Paragraph((Phrase(text, strong=True),))


def _read(graph: Graph) -> str:
    knowledge = graph.knowledge
    dates = sorted(info.date for info in knowledge.documents if info.date)
    of = f" of {_enumerated(areas_of(knowledge.documents))}" if areas_of(knowledge.documents) else ""
    dated = "" if not dates else f", dated {dates[0]}" + (f" to {dates[-1]}" if dates[-1] != dates[0] else "")
    local = [entity for entity in knowledge.entities if is_particular(entity)]
    bodies, posts = (sum(e.type is kind for e in local) for kind in (EntityType.BODY, EntityType.ROLE))
    return (
        f"{_many(len(knowledge.documents), 'document')}{of}{dated} were read. They name "
        f"{_many(bodies, 'body', 'bodies')} and {_many(posts, 'post')} of the place, and state "
        f"{_many(len(knowledge.facts), 'fact')} about them and others, and "
        f"{_many(len(knowledge.duties), 'duty', 'duties')}."
    )


def _many(number: int, one: str, several: str | None = None) -> str:
    return f"{number:,} {one if number == 1 else several or f'{one}s'}"


def _enumerated(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _main_lines(graph: Graph, notes: Notes) -> Iterator[Phrases]:
    said = mentions(graph.knowledge)
    bodies = [entity for entity in graph.knowledge.entities if is_particular(entity) and entity.type is EntityType.BODY]
    for entity in sorted(bodies, key=lambda item: (-said[item.id], item.name, item.id))[:_BODIES]:
        if said[entity.id]:
            yield (Phrase(entity.name, strong=True), *_answers(graph, entity, notes))


def _answers(graph: Graph, entity: Entity, notes: Notes) -> Iterator[Phrase]:
    """Yield in words to whom a body answers; that nothing was found, where nothing was."""
    names = {item.id: item.name for item in graph.knowledge.entities}
    told: dict[str, dict[str, list[Fact]]] = {}
    for fact in graph.knowledge.facts:
        if fact.predicate in ANSWERING and not fact.negated and fact.object:
            if fact.subject == entity.id and fact.predicate != "oversees":
                told.setdefault(predicates()[fact.predicate].label, {}).setdefault(names[fact.object], []).append(fact)
            elif fact.object == entity.id and fact.predicate == "oversees":
                told.setdefault("is overseen by", {}).setdefault(names[fact.subject], []).append(fact)
    if not told:
        yield Phrase(": no line to whom it answers was found.")
    for at, (label, others) in enumerate(sorted(told.items())):
        places = {
            name: [place for fact in facts for place in (fact.evidence, *fact.also)] for name, facts in others.items()
        }
        first = sorted(places, key=lambda name: (-len(places[name]), name))[:_NAMED]
        for number, name in enumerate(sorted(first)):
            before = f"{' ' if at == 0 else '; '}{label} " if number == 0 else ", "
            surest = sorted(places[name], key=lambda place: -place.confidence)[:_CITED]
            yield Phrase(f"{before}{name}", notes.cite(*surest))
        if len(places) > len(first):
            yield Phrase(f" and {len(places) - len(first)} more")
    if told:
        yield Phrase(".")


def _denied(graph: Graph, notes: Notes) -> Iterator[Phrases]:
    entities = {item.id: item for item in graph.knowledge.entities}
    found = [
        fact
        for fact in graph.knowledge.facts
        if fact.negated and fact.object and entities[fact.subject].scope is not Scope.GENERIC
    ]
    for fact in sorted(found, key=lambda fact: (-fact.evidence.confidence, fact.id))[:_DENIED]:
        label = predicates()[fact.predicate].label
        words = f"that {entities[fact.subject].name} {label} {entities[fact.object or ''].name}"
        yield (Phrase(words, notes.cite(fact.evidence)),)


def _found(checked: Checked) -> str:
    counts = [(severity, sum(f.severity is severity for f in checked.findings)) for severity in Severity]
    told = [f"{number} of {severity.value} severity" for severity, number in counts if number]
    if not told:
        return "The checks for gaps, overlaps, conflicts and slips of drafting found nothing."
    first = "; those of high severity first:" if counts[0][1] else "."
    return (
        "The checks for gaps, overlaps, conflicts and slips of drafting found "
        f"{_many(len(checked.findings), 'matter')} to look at: {_enumerated(told)}{first}"
    )
