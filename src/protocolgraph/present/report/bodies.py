"""The bodies that the documents describe, and the posts with who holds them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from protocolgraph.graph import Graph, is_particular
from protocolgraph.model import Entity, EntityType, Fact, Knowledge
from protocolgraph.present.profile import Group, make_profile
from protocolgraph.present.report.content import (
    Grid,
    Labelled,
    Notes,
    Paragraph,
    Phrase,
    Phrases,
    Section,
    Years,
    joined,
    paragraphs,
    plain,
)
from protocolgraph.present.timeline import make_timeline

_FEWEST = 2
"""Groups of statements that a body has at least to be described; of the others, the lists of members tell."""

_DRAWN = 20
"""Posts in a drawing."""
_MORE = 2
"""Places that are cited of a line, besides the best."""


def body_section(graph: Graph, notes: Notes) -> Iterator[Section]:
    """Yield the section of bodies, the most talked of first: chair, members, meetings, whom they answer to."""
    knowledge = graph.knowledge
    said = mentions(knowledge)
    bodies = [entity for entity in knowledge.entities if is_particular(entity) and entity.type is EntityType.BODY]
    ordered = sorted(bodies, key=lambda entity: (-said[entity.id], entity.name, entity.id))
    parts = [part for entity in ordered for part in _body(knowledge, entity, notes)]
    if parts:
        about = (
            "Bodies of which at least two things are stated, the most talked of first. Small numbers lead to the "
            "words at the end. Duties stand in the accountability matrix."
        )
        yield Section("The bodies", (*paragraphs(about), *parts))


def mentions(knowledge: Knowledge) -> Counter[str]:
    """Return how many statements are made of each entity."""
    ends = [end for fact in knowledge.facts for end in (fact.subject, fact.object) if end]
    return Counter([*ends, *(duty.bearer for duty in knowledge.duties)])


def _body(knowledge: Knowledge, entity: Entity, notes: Notes) -> Iterator[Section]:
    groups = [group for group in make_profile(knowledge, entity).groups if group.key != "duties"]
    told = [group for group in groups if group.lines]
    if len(told) >= _FEWEST:
        entries = tuple((group.title, _lines(group, notes)) for group in told)
        called = paragraphs(f"Also called {'; '.join(entity.aliases)}.") if entity.aliases else ()
        yield Section(entity.name, (*called, Labelled(entries)))


def _lines(group: Group, notes: Notes) -> Phrases:
    said = []
    for line in group.lines:
        extra = f" ({'; '.join(line.notes)})" if line.notes else ""
        text = f"denied: {line.text}{extra}" if line.negated else f"{line.text}{extra}"
        said.append(Phrase(text, notes.cite(line.evidence, *line.also[:_MORE])))
    return joined(said)


def post_section(graph: Graph, notes: Notes) -> Iterator[Section]:
    """Yield the section of posts and who is stated to hold them."""
    knowledge = graph.knowledge
    entities = {entity.id: entity for entity in knowledge.entities}
    dates = {info.name: info.date or "" for info in knowledge.documents}
    held = [fact for fact in knowledge.facts if fact.predicate == "holds" and fact.object and not fact.negated]
    rows = sorted({_post(fact, entities): fact for fact in held}.items())
    if rows:
        grid = Grid(
            "Posts and holders",
            ("Post", "Held by", "As of"),
            tuple(_holder(names, fact, dates, notes) for names, fact in rows),
            (50, 35, 15),
        )
        about = "Who holds a post is stated as of the date of the document; it may have changed since."
        yield Section("Posts and who holds them", (Paragraph(plain(about)), *_drawn(knowledge), grid))


def _drawn(knowledge: Knowledge) -> Iterator[Years]:
    """Yield the timeline of the posts of which most is stated, if the documents are of several years."""
    made = make_timeline(knowledge)
    if made.posts and len(made.years) > 1:
        said = {lane.title + lane.entity: sum(map(len, lane.years.values())) for lane in made.posts}
        most = sorted(made.posts, key=lambda lane: (-said[lane.title + lane.entity], lane.title))[:_DRAWN]
        some = f", the {_DRAWN} of which most is stated" if len(made.posts) > _DRAWN else ""
        yield Years(f"Posts and who holds them, year by year{some}", tuple(most), made.years)


def _post(fact: Fact, entities: Mapping[str, Entity]) -> tuple[str, str, str]:
    return entities[fact.object or ""].name, entities[fact.subject].name, fact.evidence.document


def _holder(
    names: tuple[str, str, str], fact: Fact, dates: Mapping[str, str], notes: Notes
) -> tuple[Phrases, Phrases, Phrases]:
    post, person, document = names
    cited = notes.cite(fact.evidence, *fact.also)
    return plain(post), (Phrase(person, cited),), plain(dates.get(document, ""))
