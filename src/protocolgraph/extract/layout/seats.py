"""Who sits on which of several groups: "Planning Committee – Cllrs Ash (Chair), Birch and Cole", or the names below it.

Also the chair in the bracket behind a group's name, and "Tree Warden – Mr Ivor Ash", a post before its holder.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby

from protocolgraph.extract.capacities import capacity_of
from protocolgraph.extract.collected import Collected
from protocolgraph.extract.found import Found
from protocolgraph.extract.labelled import has_verb
from protocolgraph.extract.layout.attendance import is_attendance, place_listed
from protocolgraph.extract.layout.grouped import group_alone, is_group
from protocolgraph.extract.layout.members import listed_in
from protocolgraph.extract.people import PersonFinder
from protocolgraph.extract.units import key_of
from protocolgraph.model import Clause, ClauseKind, EntityType, Evidence, Passage, Scope
from protocolgraph.vocab.lexicon import fold, load_yaml

_PARTED = re.compile(
    r"(?P<left>[A-Z][^–—:|()]{2,90}?)(?:\s*\([^()]{2,60}\))?"
    r"(?:\s+[–—-]\s+|\s*:\s+|\s*[–—]\s*|\s*\.{4,}\s*)(?P<right>\S.*)",
    re.DOTALL,
)
"""A line of a name, which a bracket may tell more of, a dash, colon or dots, and people."""
_TOLD_MORE = re.compile(r"\s*\([^()]{2,60}\)$")
_SEATED = re.compile(r"\s*\((?P<who>(?=(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Miss|Dr)\b)[^()]{4,120})\)")
"""Who sits on a group, in the bracket behind its name: "Burial Sub-Committee (Cllrs Ash and Birch)"."""
_CHAIRING = re.compile(r"\W*(?:in )?(?:the |acting |interim |independent |joint |co-)?chair", re.IGNORECASE)
_VICE = re.compile(r"\b(?:vice|deputy)[- ]?chair", re.IGNORECASE)
_CHAIR_BEHIND = re.compile(
    r"\s*[(–—,-]\s*(?:the )?(?:[Cc]o-?)?(?:[Cc]hair(?:man|person|woman|ed by)?|[Ll]ead(?: officer| by)?|[Cc]onven[eo]r)"
    r"(?:\s*[:–—-]\s*(?:the )?|\s+(?=[A-Z]))"
)
"""What stands between a group's name and its chair: "Finance Committee (Chairman Cllr Ash)"."""
_DEPUTY_BEHIND = re.compile(
    r"[^();]{0,60}?[;,]\s*(?:the )?(?:deputy|vice)[- ]?chair(?:man|person|woman|ed by)?\s*[:–—-]?\s*(?:the )?",
    re.IGNORECASE,
)
"""What stands between the chair whom a bracket names and the deputy."""
_OFFICE_BEFORE = re.compile(
    r"(?:^|[;,]\s*)(?P<office>(?:(?:vice|deputy)[- ])?chair(?:man|person|woman)?):?\s+$", re.IGNORECASE
)
_BEFORE_ALL = re.compile(rf"(?:{_OFFICE_BEFORE.pattern[:-1]})?(?:(?:Cllrs?|Councillors?)\.?:?\s+)?", re.IGNORECASE)
"""What stands before the first of several people: an office, and the title of all of them."""
_BRACKET = re.compile(r"\s?\(([^()]{2,40})\)")
_SEATS = re.compile(
    r"\b(?:outside|external) (?:bodies|organi[sz]ations)|\brepresent\w*|\bappointments?\b|\bcommittees?\b"
    r"|\bsub-?groups?\b|\bworking (?:groups|parties)\b|\bpanels?\b",
    re.IGNORECASE,
)
"""A heading or lead-in below which names stand behind the bodies that their bearers sit on."""
_SIGNED = re.compile(r"(?:for(?: and on behalf of)?|on behalf of|signed)\b", re.IGNORECASE)
"""How the label of a signature begins: who signs for a body does not sit on it."""
_GROUPS = re.compile(r"\b(?P<group>committees|panels|boards|(?:sub-?|working |task )?groups|forums)\b", re.IGNORECASE)
"""What a lead-in says that the lines below it are."""
_FIELD = re.compile(r"[A-Z][\w'’-]+(?:,? (?:(?:and|&|of) )?[A-Z][\w'’-]+){0,3}")
_CHAIRS = (EntityType.PERSON, EntityType.ROLE)
_WITHIN = 4
"""Characters before a name that begins a passage."""
_TITLE = 13
"""The same with a title for all of several: "Councillors "."""
_WHOLE = 0.75
"""Share of the words before the dash that a name takes."""
_FEWEST = 2
"""So many lines of one kind make a list."""
_IN_SENTENCES = {"the", "to", "that", "these", "this"}
"""Small words that stand in sentences about a group and not in its name."""


def read(collected: Collected) -> None:
    """Read who sits on which group."""
    finder = PersonFinder.load()
    for _, clauses in groupby(collected.names.outline.clauses, key=lambda c: c.section):
        own = list(clauses)
        for clause in own:
            _chair_behind(collected, clause)
            _in_bracket(collected, clause, finder)
        free = [c for c in own if listed_in(c, collected) is None and not is_attendance(c, collected)]
        _parted(collected, free, finder)
        _below(collected, own, finder)


def _chair_behind(collected: Collected, clause: Clause) -> None:
    """ "Finance Committee (Chairman Cllr Ash)" anywhere."""
    placed = collected.names.at(clause.body)
    for body in placed:
        match = _CHAIR_BEHIND.match(clause.body.text, body.end) if body.type is EntityType.BODY and body.masks else None
        chair = next((p for p in placed if match and p.start == match.end() and p.type in _CHAIRS), None)
        if chair is not None:
            evidence = collected.clause_evidence(clause, rule="chair-behind", confidence=0.85)
            collected.fact(chair.mention, "chairs", body.mention, evidence)
            _deputy_behind(collected, clause, body.mention, chair.end)


def _in_bracket(collected: Collected, clause: Clause, finder: PersonFinder) -> None:
    """ "Burial Sub-Committee (Cllrs Ash and Birch)" anywhere."""
    text = clause.body.text
    bodies = (
        [p for p in collected.names.at(clause.body) if p.type is EntityType.BODY and p.masks] if "(" in text else ()
    )
    for body in bodies:
        seated = _SEATED.match(text, body.end)
        if seated is None or not is_group(collected, body) or has_verb(seated["who"]):
            continue
        start = seated.start("who")
        people = [(person.moved(start), beside) for person, beside in finder.listed(seated["who"])]
        evidence = collected.clause_evidence(clause, rule="group-and-people", confidence=0.8)
        _seat(collected, clause.body, people, body.mention, evidence)


def _deputy_behind(collected: Collected, clause: Clause, body: int, start: int) -> None:
    """Read who deputises for the chair that a bracket names: "(chair: Head of Law; deputy chair: Treasurer)"."""
    match = _DEPUTY_BEHIND.match(clause.body.text, start)
    placed = collected.names.at(clause.body) if match is not None else ()
    deputy = next((p for p in placed if match and p.start == match.end() and p.type in _CHAIRS), None)
    if deputy is not None:
        evidence = collected.clause_evidence(clause, rule="chair-behind", confidence=0.85)
        collected.fact(deputy.mention, "member_of", body, evidence, qualifiers={"capacity": "vice_chair"})


def _parted(collected: Collected, clauses: Sequence[Clause], finder: PersonFinder) -> None:
    """Lines of a name, a dash or colon, and people."""
    before = ["", ""]
    for clause in clauses:
        line = _part(clause)
        if line is None:
            before = [before[1], clause.body.text]
            continue
        label, end, shift = line
        if _SIGNED.match(label.text):
            continue
        people = [(p.moved(shift), beside) for p, beside in finder.listed(clause.body.text[shift:])]
        people = people or _by_initials(collected, clause.body, shift)
        if not people or people[0][0].start - shift > _TITLE or has_verb(clause.body.text[shift:]):
            continue
        if not (people[0][0].text.isupper() or _surely(clause.body.text, shift, people[0][0], finder)):
            continue
        lead = label if clause.kind is ClauseKind.FIELD else None
        group = _seat_of(collected, clause, label, end, before)
        if group is not None:
            evidence = collected.clause_evidence(clause, rule="group-and-people", confidence=0.8, lead=lead)
            _seat(collected, clause.body, people, group, evidence)
        elif lead is None and len(people) == 1:
            _hold(collected, clause, end, people[0][0])


def _by_initials(collected: Collected, passage: Passage, start: int) -> list[tuple[Found, str]]:
    """The people of a list by their initials, which the paper has told, with what stands in brackets behind each."""
    people = [p for p in collected.names.at(passage) if p.type is EntityType.PERSON and p.start >= start]
    named = [(p, passage.text[p.start : p.end]) for p in people]
    return [
        (
            Found(p.start, p.end, p.type, text, "person"),
            beside[1] if (beside := _BRACKET.match(passage.text, p.end)) else "",
        )
        for p, text in named
        if text.isupper()
    ]


def _part(clause: Clause) -> tuple[Passage, int, int] | None:
    """Return the passage that a line's first name stands in, where it ends, and where the people begin in the body."""
    if clause.kind is ClauseKind.FIELD:
        return clause.leads[-1], len(_TOLD_MORE.sub("", clause.leads[-1].text)), 0
    match = _PARTED.fullmatch(clause.body.text) if clause.kind is not ClauseKind.CELL else None
    return (clause.body, match.end("left"), match.start("right")) if match else None


def _surely(text: str, start: int, person: Found, finder: PersonFinder) -> bool:
    """Whether what looks like a name is one: a title stands before it, or it begins with a common given name."""
    first = fold(text[start:].split()[0]).rstrip(".")
    return first in finder.titles or fold(person.text.split()[0]) in finder.given


def _hold(collected: Collected, clause: Clause, end: int, person: Found) -> None:
    """ "Tree Warden – Mr Ivor Ash": a post that is all of the words before the dash has that holder."""
    posts = [p for p in collected.names.at(clause.body) if p.type is EntityType.ROLE and p.masks and p.start <= _WITHIN]
    post = next((p for p in posts if end - 1 <= p.end <= end + 1 and p.scope is not Scope.GENERIC), None)
    if post is not None:
        holder = place_listed(collected, clause.body, person)
        evidence = collected.clause_evidence(clause, rule="post-and-holder", confidence=0.82)
        collected.fact(holder.mention, "holds", post.mention, evidence)


def _seat_of(collected: Collected, clause: Clause, label: Passage, end: int, before: Sequence[str]) -> int | None:
    """The body that is all of the words before the dash, if those behind it sit on it and do not come from it."""
    bodies = [
        p
        for p in collected.names.at(label)
        if p.type is EntityType.BODY and p.masks and p.start <= _WITHIN and p.end <= end + 1
    ]
    body = next((p for p in bodies if p.end - p.start >= _WHOLE * end), None)
    if body is None:
        group = _unknown_group(collected, label, end)
        return group if group is not None else _by_field(collected, clause, label, end)
    told = is_group(collected, body) or any(_SEATS.search(text) for text in (*before, *_above(collected, clause)))
    return body.mention if told and body.scope is not Scope.GENERIC else None


def _unknown_group(collected: Collected, label: Passage, end: int) -> int | None:
    """The group whose name no reading of names has found: "Planning Cttee" behind which people stand."""
    words = label.text[:end].split()
    if has_verb(label.text[:end]) or not _IN_SENTENCES.isdisjoint(words[1:]):
        return None
    if any(p.masks and p.start <= _WITHIN for p in collected.names.at(label)):
        return None
    if len(words) < _FEWEST or words[-1].lower().strip(".") not in _short_heads() or not words[0][0].isupper():
        return None
    text = label.text[:end].strip()
    return collected.names.place(label, Found(0, len(text), EntityType.BODY, text, "committee")).mention


def _by_field(collected: Collected, clause: Clause, label: Passage, end: int) -> int | None:
    """The committee that a list of committees calls by its field alone: "Resources: Cllrs Ash (Chair) and Birch"."""
    text = label.text[:end].strip()
    above = [lead for lead in clause.leads if lead is not label]
    listed = next((m for lead in above if (m := _GROUPS.search(lead.text))), None)
    if (
        listed is None
        or (collected.names.at(label) and collected.names.at(label)[0].start < end)
        or not _FIELD.fullmatch(text)
    ):
        return None
    head = listed["group"].lower().removesuffix("s")
    full = f"{text} {head}".lower()
    named = next((n for n, m in enumerate(collected.names.mentions) if m.name.lower() == full), None)
    if named is not None:
        return named
    return collected.names.place(label, Found(0, len(text), EntityType.BODY, text, head)).mention


@cache
def _short_heads() -> frozenset[str]:
    return frozenset(load_yaml("lexicon/layout_words.yaml")["group_short_heads"])


def _above(collected: Collected, clause: Clause) -> Iterator[str]:
    """The headings and lead-ins that a clause stands below."""
    yield from (lead.text for lead in clause.leads)
    yield from (collected.names.outline.sections[index].heading.text for index in collected.names.path(clause.section))


def _seat(
    collected: Collected, passage: Passage, people: Sequence[tuple[Found, str]], group: int, evidence: Evidence
) -> None:
    for office in collected.names.at(passage):
        if office.type is EntityType.ROLE and office.start and passage.text[office.start - 1] in "([":
            collected.names.own_instead(office.mention, group)
    for person, beside in people:
        member = place_listed(collected, passage, person)
        beside = beside or _office_before(passage.text[: person.start])
        vice = _VICE.search(beside)
        capacity = "vice_chair" if vice else capacity_of(beside)
        qualifiers = {"capacity": capacity} if capacity else {}
        collected.fact(member.mention, "member_of", group, evidence, qualifiers=qualifiers)
        if _CHAIRING.match(beside) and not vice:
            collected.fact(member.mention, "chairs", group, evidence)


def _below(collected: Collected, clauses: Sequence[Clause], finder: PersonFinder) -> None:
    """A group's name alone on a line or above a section, and the people on the lines below it."""
    group: Passage | None = collected.names.outline.sections[clauses[0].section].heading
    run: list[Clause] = []
    for clause in clauses:
        if clause.kind in (ClauseKind.SENTENCE, ClauseKind.ITEM) and _names_people(collected, clause, finder):
            run.append(clause)
            continue
        if run and clause.kind is ClauseKind.SENTENCE and has_verb(clause.body.text):
            continue
        _seat_run(collected, run, group, finder)
        alone = clause.kind is ClauseKind.SENTENCE or (clause.kind is ClauseKind.ITEM and clause.label is None)
        run, group = [], clause.body if alone else None
    _seat_run(collected, run, group, finder)


def _names_people(collected: Collected, clause: Clause, finder: PersonFinder) -> bool:
    """Whether a line only names people: it begins with one who is known by a title or by what stands beside."""
    if has_verb(clause.body.text) or clause.body.text.endswith(":"):
        return False
    begins = any(
        p.type is EntityType.PERSON
        and p.masks
        and (p.start <= _WITHIN or _BEFORE_ALL.fullmatch(clause.body.text, 0, p.start))
        for p in collected.names.at(clause.body)
    )
    return begins and bool(finder.listed(clause.body.text))


def _office_before(text: str) -> str:
    """The office that stands right before a name: "Vice-Chair Cllr Ash"."""
    match = _OFFICE_BEFORE.search(text)
    return match["office"] if match else ""


def _seat_run(collected: Collected, run: Sequence[Clause], above: Passage | None, finder: PersonFinder) -> None:
    people = [(clause, finder.listed(clause.body.text)) for clause in run]
    if above is None or not above.text or sum(len(listed) for _, listed in people) < _FEWEST:
        return
    if any(listed_in(clause, collected) or is_attendance(clause, collected) for clause in run):
        return
    group = group_alone(collected, above)
    if group is None:
        return
    for clause, listed in people:
        collected.taken.add(key_of(clause.body))
        evidence = collected.clause_evidence(clause, rule="people-below-group", confidence=0.8)
        _seat(collected, clause.body, listed, group.mention, evidence)
