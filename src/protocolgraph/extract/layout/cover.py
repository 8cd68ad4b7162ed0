"""The cover of a report: who wrote it, who approved it, to whom it goes, as labelled fields."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise

from protocolgraph.extract.collected import Collected
from protocolgraph.extract.itself import titled_document
from protocolgraph.extract.labelled import has_verb, label_of, office_label
from protocolgraph.extract.layout.grouped import group_alone, is_group
from protocolgraph.extract.layout.members import body_spoken_of
from protocolgraph.extract.layout.named import bare_name, named
from protocolgraph.extract.masked import Placed, outermost
from protocolgraph.model import Clause, ClauseKind, EntityType, PartKind, Passage, Scope
from protocolgraph.vocab.lexicon import fold, load_yaml
from protocolgraph.vocab.schema import predicates

DOCUMENT_FIELDS = {"author": "produces", "approver": "approves"}
"""What those whom a field names do with the paper."""
_BRINGING = ("author", "sender")
"""Fields that name who brings a report to the meeting that another field names, or whose paper it is."""
_JOINTLY = re.compile(r"(?:co-|joint )chair\w*s\b", re.IGNORECASE)
"""A label of several who chair a body together."""
_ARTICLE = 4
"""Length of "The ", which may stand before a name."""
_COMMITTEES = {"committee", "sub-committee", "subcommittee", "commission", "cabinet"}
"""Nouns of bodies to which officers report on papers with their names on the cover."""
_MEETINGS = {PartKind.MINUTES, PartKind.AGENDA}
_ARROW = re.compile(r"\s*(?:→|➔|⟶|[-–—=]+>|>+|»)\s*(?:the )?")
_MOST = 6
"""Names behind one label; more are no answer to it."""
_ANNUAL = re.compile(r"\bannual (?:[\w-]+ ){0,2}(?:report|review|account)", re.IGNORECASE)
"""What a cover report brings before a meeting as often as it is one."""
_OF_MEETINGS = {"agenda", "minutes"}
"""Papers of a meeting, whose reports have authors and not they."""
_CHAIRS = (EntityType.ROLE, EntityType.PERSON, EntityType.BODY)
"""Who chairs, where a field names several: "Chair: Director of Finance, Northwick Council"."""
_TO_BE_CHOSEN = re.compile(r"(?:to be |is |will be |shall be )?(?:elected|appointed|nominated|chosen|selected)\b", re.I)
"""A value that tells how the chair is chosen, and not who that is: "Chair: elected at the Annual Meeting"."""
_INVERSE = "from "
"""Before a predicate: what stands behind the label is its subject ("Overseen by: Cabinet")."""

_LINES = {"reports_to", "accountable_to"}
"""Relations that posts have too: "Responsible to: Head of Service" in a description of a post."""
_ABOVE = {*_LINES, "part_of", "escalates_to"}
"""Relations to what stands above, which a label may call by a name without a head noun: "Reports to: Senate"."""
_ASKS_WHOM = re.compile(r"\b(?:(?:in)?to|up to|of)\W*$|^parent\b", re.IGNORECASE)
"""Labels that only a name answers: "Accountable to"."""
_THINGS = {EntityType.LEGISLATION, EntityType.PUBLICATION}
"""What is no body, and stands behind such labels as "Statutory basis" and "Produces"."""
_GROUPS = "from part_of"
"""What stands below the heading "Sub-groups" is more than their names: that is read by `groups`."""


def read(collected: Collected) -> None:
    """Read the fields of report covers and of terms of reference."""
    covers: dict[int, dict[str, Clause]] = defaultdict(dict)
    for clause in collected.names.outline.clauses:
        label = label_of(clause, collected.names.outline)
        meaning = fields().get(office_label(fold(label.text).strip(" :?"))) if label is not None else None
        if label is None or meaning is None:
            continue
        if clause.kind is ClauseKind.FIELD:
            covers[clause.part].setdefault(meaning, clause)
        if meaning in DOCUMENT_FIELDS and clause.kind is ClauseKind.FIELD:
            document_field(collected, clause, DOCUMENT_FIELDS[meaning])
        elif clause.kind is not ClauseKind.FIELD and (has_verb(clause.body.text) or meaning == _GROUPS):
            continue
        elif meaning.removeprefix(_INVERSE) in predicates() and not has_verb(clause.body.text):
            _relation(collected, clause, meaning, label)
        elif meaning in ("chair", "vice_chair") or (meaning == "lead" and _leads_group(collected, clause)):
            _chair(collected, clause, label, deputy=meaning == "vice_chair")
    for part, cover in covers.items():
        _brought(collected, part, cover)


def _brought(collected: Collected, part: int, cover: Mapping[str, Clause]) -> None:
    """ "Report to: Scrutiny Panel", "Report by: Director of Housing": who brings the report, and to whom."""
    brings = next((cover[field] for field in _BRINGING if field in cover), None)
    named_to = cover.get("meeting")
    if brings is None or collected.names.outline.parts[part].kind in _MEETINGS:
        return
    bringer = _first(collected, brings, EntityType.ROLE, EntityType.BODY)
    met = _first(collected, named_to, EntityType.BODY) if named_to is not None else None
    whole = collected.names.outline.parts[part].kind is not PartKind.TERMS_OF_REFERENCE
    body = met.mention if met is not None else _committee(collected, part) if named_to is None and whole else None
    if bringer is not None and body is not None and bringer.scope is not Scope.GENERIC:
        told = [clause for clause in (brings, named_to) if clause is not None]
        evidence = collected.cells_evidence(told, rule="cover-report", confidence=0.75)
        collected.fact(bringer.mention, "reports_to", body, evidence)


def _committee(collected: Collected, part: int) -> int | None:
    """The committee whose name stands above a report that says by whom it is, if the paper is about one."""
    about = next(iter(collected.names.memory.about(part)), None)
    return about.mention if about is not None and about.head in _COMMITTEES else None


def _first(collected: Collected, clause: Clause, *kinds: EntityType) -> Placed | None:
    """The first name of the first of some kinds that a field holds."""
    values = named(collected, clause, whole=False)
    return next((p for kind in kinds for p in values if p.type is kind), None)


@cache
def fields() -> dict[str, str]:
    """Return what the labels of a paper's cover mean, in lower case."""
    return dict(load_yaml("lexicon/layout_words.yaml")["fields"])


def document_field(collected: Collected, clause: Clause, predicate: str) -> None:
    """State that the post, else the body, in a field writes or approves the paper; behind a person, the post held.

    Args:
        collected: what is read so far.
        clause: the field's value, with its label last of its leads.
        predicate: "produces" or "approves".

    """
    people = named(collected, clause, whole=False)
    agents = [p for p in people if p.type is EntityType.ROLE] or [p for p in people if p.type is EntityType.BODY]
    document = titled_document(collected.names, clause.part)
    if document is not None and not agents and not _ANNUAL.search(collected.names.mentions[document].name):
        agents = [p for p in collected.names.at(clause.body) if p.type is EntityType.ROLE and p.masks]
    if document is not None and collected.names.heads[document] not in _OF_MEETINGS:
        evidence = collected.clause_evidence(clause, rule="cover-field", confidence=0.82, lead=clause.leads[-1])
        for agent in agents[:2]:
            collected.fact(agent.mention, predicate, document, evidence)


def _relation(collected: Collected, clause: Clause, meaning: str, label: Passage) -> None:
    """ "Reports to: Cabinet" in a body's own terms, "Statutory basis: Children Act 2004"."""
    predicate = meaning.removeprefix(_INVERSE)
    office = collected.names.memory.offices.get(clause.part) if predicate in _LINES else None
    spoken = office.mention if office is not None else collected.names.spoken_of(clause)
    subject = collected.names.subject(clause.section) if spoken is None else spoken
    if subject is None or EntityType.BODY not in predicates()[predicate].subjects:
        return
    things = _THINGS & set(predicates()[predicate].objects)
    values = collected.names.at(clause.body) if things else named(collected, clause, whole=False)
    kinds = things or {EntityType.BODY}
    if predicate in _LINES and (office is not None or clause.kind is ClauseKind.FIELD):
        kinds = {EntityType.ROLE} if meaning.startswith(_INVERSE) and office else {*kinds, EntityType.ROLE}
    if not values and predicate in _ABOVE and _ASKS_WHOM.search(label.text):
        values = bare_name(collected, clause)
    evidence = collected.clause_evidence(clause, rule="labelled-field", confidence=0.85, lead=label)
    values = [v for v in values if v.type in kinds and v.masks] or _pointed_at(collected, clause)
    if values and predicate in _LINES and _SAYS.match(clause.body.text, values[0].end) and values[0].start <= _ARTICLE:
        subject, values = values[0].mention, [v for v in values if v.start >= values[0].end]
    for one, other in _chain(clause.body.text, values):
        collected.fact(one.mention, predicate, other.mention, evidence)
    for value in [v for v in values if _tells(clause, v) and not _chain(clause.body.text, values)][:_MOST]:
        managed = office is not None and value.type is EntityType.ROLE
        ends = (value.mention, subject) if meaning.startswith(_INVERSE) else (subject, value.mention)
        collected.fact(ends[0], "accountable_to" if managed else predicate, ends[1], evidence)


def _pointed_at(collected: Collected, clause: Clause) -> list[Placed]:
    """The body that a field calls by its noun alone, as the paper calls it all along: "Reports to: the Council"."""
    if clause.kind is not ClauseKind.FIELD or not _NOUN_ALONE.fullmatch(clause.body.text):
        return []
    placed = collected.names.at(clause.body)
    return [p for p in placed if p.type is EntityType.BODY and not p.masks and p.scope is not Scope.GENERIC][:1]


_NOUN_ALONE = re.compile(r"\W*(?:[Tt]he )?(?:[Ff]ull )?[A-Z][\w-]+(?: [Bb]ody)?(?: \([^()]*\))?\W*")
"""A value that is one noun: "the Board", "Trust"."""
_SAYS = re.compile(
    r"(?: \([^()]*\))? (?:(?:will|shall|must|should|also|formally|directly) )*"
    r"(?:reports?|feeds?|answers?|accounts?|is|are)\b"
)
"""Behind a name with which a label's value begins that is a sentence: "Reporting: The Panel reports to the Board"."""


def _chain(text: str, values: Sequence[Placed]) -> list[tuple[Placed, Placed]]:
    """The links of a line of arrows: "Audit Panel → Executive Board → Council"."""
    links = list(pairwise(outermost(values)))
    return links if links and all(_ARROW.fullmatch(text, one.end, other.start) for one, other in links) else []


def _tells(clause: Clause, agent: Placed) -> bool:
    """Whether a passage is the value of a label: below a heading only one that begins with the name."""
    asks = clause.body.text.rstrip().endswith("?")
    return clause.kind is ClauseKind.FIELD or (agent.start <= _ARTICLE and not asks)


def _leads_group(collected: Collected, clause: Clause) -> bool:
    """Whether a field stands right below the name of a group, whose lead then is its chair."""
    heading = collected.names.outline.sections[clause.section].heading
    return clause.kind is ClauseKind.FIELD and group_alone(collected, heading) is not None


def _several(collected: Collected, agent: Placed) -> bool:
    """Whether beside or below a chair's label a class stands, which tells who sits there: "Twelve councillors"."""
    return agent.scope is Scope.GENERIC and collected.names.heads[agent.mention].endswith("s")


def _chair(collected: Collected, clause: Clause, label: Passage, *, deputy: bool) -> None:
    """ "Chair: Director of Finance" in a body's own terms; a board behind the label is the one that is chaired."""
    subject = body_spoken_of(clause, collected)
    if _TO_BE_CHOSEN.match(clause.body.text):
        return
    agents = [
        p for p in named(collected, clause, whole=False) if p.type is not EntityType.PUBLICATION and _tells(clause, p)
    ]
    agents = [p for p in agents if p.type is not EntityType.BODY or not is_group(collected, p)]
    agents = [p for p in agents if not _several(collected, p)]
    if subject is not None and agents:
        evidence = collected.clause_evidence(clause, rule="labelled-field", confidence=0.85, lead=label)
        chair = min(agents, key=lambda p: _CHAIRS.index(p.type) if p.type in _CHAIRS else len(_CHAIRS))
        if deputy:
            collected.fact(chair.mention, "member_of", subject, evidence, qualifiers={"capacity": "vice_chair"})
            return
        joint = [p for p in agents if p.type is chair.type and _JOINTLY.match(label.text)]
        for one in joint or [chair]:
            collected.fact(one.mention, "chairs", subject, evidence)
