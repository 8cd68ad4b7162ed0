"""Who was present, in the chair, in attendance; who sent apologies; who is named beside which post."""

from __future__ import annotations

import re
from collections.abc import Sequence

from protocolgraph.extract.capacities import capacity_of
from protocolgraph.extract.collected import Collected
from protocolgraph.extract.found import Found
from protocolgraph.extract.labelled import has_verb
from protocolgraph.extract.masked import Placed
from protocolgraph.extract.people import PersonFinder
from protocolgraph.extract.presence import TOLD_WHO, presence_of
from protocolgraph.model import Clause, ClauseKind, EntityType, PartKind, Passage, Scope
from protocolgraph.vocab.lexicon import lexicon

_CHAIR = re.compile(r"\bchair(?:man|person|woman)?\b", re.IGNORECASE)
_CHAIRING = re.compile(r"\W*(?:in )?(?:the |acting |co-)?chair", re.IGNORECASE)
_IN_THE_CHAIR = re.compile(r"\(in the chair\)[;,]", re.IGNORECASE)
"""What a list of those who were there has in it wherever it stands: "Cllr Ash (in the Chair); Cllrs Birch, Cole"."""
_OFFICE_OF_CHAIR = re.compile(
    r"(?:^|[,;()]\s*|\s[–—-]\s+)(?:in the |acting |interim |independent |trust |board |lay )?"
    r"(?:co-)?chair(?:man|person|woman)?"
    r"(?: of (?:the )?(?:governors|trustees|directors|board|governing (?:body|board)|meeting))?\s*(?:$|[,;)])",
    re.IGNORECASE,
)
"""An office beside a name that is the chair of the body itself: "Co-opted governor, Chair of Governors"."""
_TITLED_CHAIR = re.compile(r"(?:^|[,;.]\s*)(?:The )?Chair(?:man|person|woman)?\s*[:–—-]\s*$", re.IGNORECASE)
"""Before the name of whoever was in the chair: "Chairman - Cllr Ash"."""
_DEPUTY_POST = re.compile(r"\b(?:[Dd]eputy|[Aa]ssociate) (?=[A-Z])")
"""Beside a name a post of its own, and nobody's substitute: "Deputy Chief Executive"."""
_VICE = re.compile(r"\b(?:vice|deputy)[- ]?chair\w*\b", re.IGNORECASE)
_BRACKETED = re.compile(r"\s*\([^()]*\)|\s+[A-Z]{2,3}[a-z]?(?=\s+[A-Z])")
"""Behind a name and before the post: a note in brackets, or initials without."""
_OPENED = re.compile(r"\s?(?:\([A-Z]{2,3}\)\s?)?[(\[]")
_CLOSING = (")", "]")
_RECEIVED = re.compile(
    r"(?:were |was |had been |have been )?(?:received|accepted|given|noted|sent|tendered|submitted)?(?: and accepted)?"
    r" ?(?:from|by|on behalf of):? ",
    re.IGNORECASE,
)
"""What a value may begin with behind the label of apologies: "Apologies: were received from Ann Lee"."""
_WAS_THERE = re.compile(r"\b(?:was|were) (?:also )?(?:(?P<how>in attendance)|present)\b", re.IGNORECASE)
_CONTACT = re.compile(
    r"(?:contact|enquir|further information|please ask|report|author|lead officer|prepared by|presented by)",
    re.IGNORECASE,
)
"""How the label of whom to ask about a meeting begins, or of whose paper it had before it."""
_RECORD = re.compile(r"\b(?:minutes|meeting|apolog\w+|signed|absent)\b", re.IGNORECASE)
"""What a line at the head of minutes has that says something else of people."""
_TITLE = 13
"""Length of a title before the first name: "Councillors "."""
_ELECTED = re.compile(
    r"\b(?:members?|leader|mayor|holder|chair\w*|champion|governor|trustee|representative|councillor|spokes\w+|lead|whip"
    r"|sheriff|warden|convenor|convener)\b",
    re.IGNORECASE,
)
"""Words of the offices to which councillors are elected or appointed."""
_COMMA = re.compile(r"\s*[,;]\s*")
_ARTICLE = len("The ")
_SHORT = 20
"""Characters of an office beside a name."""
_SURNAME = re.compile(r" (?!(?:Of|For|And|The)\b)[A-Z][a-z’'-]+(?=[,.;]| and |$)")
"""A name alone behind a title."""
_CHAIR_OF = re.compile(
    r"\s*(?:\([A-Z]{2,4}\))?[\s,–—-]*(?:independent |acting |interim )?chair(?:man|person|woman)?(?:,| of|\s+[–—-]) "
    r"(?:the )?",
    re.IGNORECASE,
)
"""Between somebody's name and the body that they chair."""
_COUNCILLOR = re.compile(r"(?:councillors?|cllrs?)\b", re.IGNORECASE)
"""Who holds no paid office of the council (Local Government Act 1972, section 116)."""
_LEADERS = re.compile(r"\s*(?:\.{3,}|…+|_{3,})\s*")
"""Dots that lead from a name to the post in the next column."""
_AND_POST = re.compile(r"\s+(?:and|&)\s+|\s*/\s*")
"""Between two posts of one person: "Assistant Clerk and Finance Officer"."""
_BESIDE = 4
"""Characters between a person and the post."""
_APART = 3
"""Characters between a post and the body that it is of: ", ", " (", " - "."""


def read(collected: Collected) -> None:
    """Read the attendance lists of agendas and minutes."""
    finder = PersonFinder.load()
    records = _heads_of_minutes(collected)
    for clause in collected.names.outline.clauses:
        label = presence_of(clause, collected.names.outline)
        if label is not None:
            _list(collected, clause, label, finder)
        elif match := TOLD_WHO.match(clause.body.text):
            _people(collected, clause, "", finder, start=match.end())
        elif clause.section in records or _IN_THE_CHAIR.search(clause.body.text) or _came(collected, clause):
            _unlabelled(collected, clause, finder)


def _came(collected: Collected, clause: Clause) -> bool:
    """Whether minutes say of somebody that they were in attendance, below whatever heading."""
    told = _WAS_THERE.search(clause.body.text)
    parts = collected.names.outline.parts
    return told is not None and bool(told["how"]) and bool(parts) and parts[clause.part].kind is PartKind.MINUTES


def _heads_of_minutes(collected: Collected) -> set[int]:
    """The first sections of minutes, where those who were there may stand without a label."""
    outline = collected.names.outline
    minutes = {number for number, part in enumerate(outline.parts) if part.kind is PartKind.MINUTES}
    return {
        next(n for n, section in enumerate(outline.sections) if section.part == part)
        for part in minutes
        if any(section.part == part for section in outline.sections)
    }


def _unlabelled(collected: Collected, clause: Clause, finder: PersonFinder) -> None:
    """ "Cllr Ash in the Chair", "Cllrs Birch and Cole", "The Clerk, Mrs Dell, was in attendance"."""
    text = clause.body.text
    told = _WAS_THERE.search(text)
    end = told.start() if told else len(text)
    titled = any(p.type is EntityType.PERSON and p.masks for p in collected.names.at(clause.body))
    whom_to_ask = clause.kind is ClauseKind.FIELD and _CONTACT.match(clause.leads[-1].text) is not None
    if clause.label is not None or whom_to_ask or not titled or has_verb(text[:end]) or _RECORD.search(text):
        return
    if told is None and not _begins_with_people(text, finder):
        return
    capacity = "in_attendance" if told and told["how"] else ""
    _people(collected, clause, capacity, finder)


def _begins_with_people(text: str, finder: PersonFinder) -> bool:
    listed = finder.listed(text)
    return bool(listed) and listed[0][0].start <= _TITLE


def is_attendance(clause: Clause, collected: Collected) -> bool:
    """Whether a clause is a list of those who were present, or of those who sit, below such a label."""
    return presence_of(clause, collected.names.outline) is not None


def _list(collected: Collected, clause: Clause, capacity: str, finder: PersonFinder) -> None:
    if capacity == "chair":
        _people(collected, clause, "", finder, chair=True)
    else:
        told = _RECEIVED.match(clause.body.text)
        _people(collected, clause, capacity, finder, start=told.end() if told else 0)


def _people(
    collected: Collected, clause: Clause, capacity: str, finder: PersonFinder, *, start: int = 0, chair: bool = False
) -> None:
    body = meeting_body(collected, clause)
    if body is None:
        return
    row = _row_text(collected, clause)
    _posts_beside_councillors(collected, clause, capacity, body)
    for person, said in finder.listed(clause.body.text[start:]):
        beside = f"{said}, {row}" if row else said
        moved = person.moved(start)
        if _within_body(collected, clause.body, moved):
            continue
        placed = place_listed(collected, clause.body, moved)
        own = "vice_chair" if _VICE.search(beside) else capacity or capacity_of(_DEPUTY_POST.sub("", beside)) or ""
        evidence = collected.clause_evidence(clause, rule="attendance", confidence=0.9)
        collected.fact(placed.mention, "member_of", body, evidence, qualifiers={"capacity": own} if own else {})
        office = re.split(r"[,;)]", beside)[0]
        told = _CHAIRING.match(office) and not _VICE.search(office) and len(office) < _SHORT
        told = told and not _chairs_another(collected, clause, moved.end, body)
        titled = _TITLED_CHAIR.search(clause.body.text, 0, moved.start) is not None
        office_of = _OFFICE_OF_CHAIR.search(beside) and not _chairs_another(collected, clause, moved.end, body)
        if chair or told or titled or office_of:
            chairing = collected.clause_evidence(clause, rule="attendance", confidence=0.88)
            collected.fact(placed.mention, "chairs", body, chairing)
        _post(collected, clause, placed, moved.end)
        _titled(collected, clause, placed, moved.end)


def _chairs_another(collected: Collected, clause: Clause, end: int, body: int) -> bool:
    """Whether another body stands right behind the office of chair beside a name: "Ann Lee (AL) Chair, Tide Trust"."""
    behind = _CHAIR_OF.match(clause.body.text, end)
    named = [p for p in collected.names.at(clause.body) if behind and p.start == behind.end()]
    bodies = [p.mention for p in named if p.type is EntityType.BODY and p.masks and p.scope is not Scope.GENERIC]
    bodies += _bodies_chaired(collected, _row(collected, clause))
    return any(collected.names.meant(chaired) != collected.names.meant(body) for chaired in bodies)


def _bodies_chaired(collected: Collected, row: Sequence[Clause]) -> list[int]:
    """The bodies whose chairs the other cells of a row name: "Independent Chair, Tide Partnership"."""
    placed = [p.mention for cell in row for p in collected.names.at(cell.body) if p.type is EntityType.ROLE]
    chairs = (n for n in placed if collected.names.heads[n] in lexicon("roles")["chairs"])
    return [owner for n in chairs if (owner := collected.names.mentions[n].owner) is not None]


def _posts_beside_councillors(collected: Collected, clause: Clause, capacity: str, body: int) -> None:
    """The posts that sit with the councillors of a list: "Councillor Ash, Director of Housing, Head of Law"."""
    text = clause.body.text
    seated = [p for p in collected.names.at(clause.body) if p.type is EntityType.PERSON and p.masks]
    ends = {p.end for p in seated if _COUNCILLOR.match(text, p.start)}
    for post in _posts_first(collected, clause) if seated else ():
        evidence = collected.clause_evidence(clause, rule="attendance", confidence=0.85)
        collected.fact(post.mention, "member_of", body, evidence, qualifiers={"capacity": capacity} if capacity else {})
    for post in collected.names.at(clause.body):
        beside = next((end for end in ends if _COMMA.fullmatch(text, end, post.start)), None)
        told = post.type is EntityType.ROLE and post.masks and post.scope is not Scope.GENERIC
        if beside is None or not told or not _paid(text, post) or before_a_name(collected, clause.body, post):
            continue
        ends.add(post.end)
        evidence = collected.clause_evidence(clause, rule="attendance", confidence=0.85)
        collected.fact(post.mention, "member_of", body, evidence, qualifiers={"capacity": capacity} if capacity else {})


def _posts_first(collected: Collected, clause: Clause) -> list[Placed]:
    """The several posts with which a list of councillors begins: "Mayor, Leader of the Council, Cllrs Ash and Birch".

    One alone is the office of whom it stands before: "The Mayor, Councillor Ash".
    """
    found: list[Placed] = []
    posts = [p for p in collected.names.at(clause.body) if p.type is EntityType.ROLE and p.masks]
    at = 0
    while (post := next((p for p in posts if at <= p.start <= at + _ARTICLE), None)) is not None:
        found.append(post)
        behind = _COMMA.match(clause.body.text, post.end)
        at = behind.end() if behind is not None else len(clause.body.text)
    listed = len(found) > 1 and _COUNCILLOR.match(clause.body.text, at) is not None
    return found if listed else []


def _paid(text: str, post: Placed) -> bool:
    """Whether a post is an officer's and none to which members of a council are elected."""
    return _ELECTED.search(text, post.start, post.end) is None


def sits_beside(text: str, person: Placed, post: Placed) -> bool:
    """Return whether a post behind a councillor is another's, as no councillor holds it: "Cllr Ash, Clerk"."""
    return _COUNCILLOR.match(text, person.start) is not None and _paid(text, post)


def _row_text(collected: Collected, clause: Clause) -> str:
    """What the other cells of a row of a table say of the one whom its first cell names."""
    return ", ".join(cell.body.text for cell in _row(collected, clause))


def _row(collected: Collected, clause: Clause) -> list[Clause]:
    """The other cells of the row of a table that a clause begins or stands in; none for a clause of no table."""
    here = clause.cell
    if here is None:
        return []
    cells = [c for c in collected.names.outline.clauses if c.cell is not None and c.part == clause.part]
    row = [c for c in cells if c.cell and (c.cell.table, c.cell.row) == (here.table, here.row)]
    return [c for c in row if c.cell and c.cell.column != here.column]


def _within_body(collected: Collected, passage: Passage, person: Found) -> bool:
    """Whether the words begin the name of a body or post: "Northwick Fire" of its Fire Service."""
    names = [p for p in collected.names.at(passage) if p.masks]
    bodies = [p for p in names if p.type is EntityType.BODY]
    posts = [p for p in names if p.type is EntityType.ROLE and person.end < p.end]
    return any(p.start <= person.start and person.end <= p.end for p in (*bodies, *posts))


def place_listed(collected: Collected, passage: Passage, person: Found) -> Placed:
    """Return the mention of a person of a list, made now if the first reading has not found it without a rank."""
    for placed in collected.names.at(passage):
        if placed.type is EntityType.PERSON and placed.start < person.end <= placed.end:
            return placed
    return collected.names.place(passage, person)


def before_a_name(collected: Collected, passage: Passage, post: Placed) -> bool:
    """Return whether a post is the title of whom it stands before: "Councillor Ash, Chief Constable Dunn".

    "District Councillor" is a title before a whole name too.
    """
    after = [p for p in collected.names.at(passage) if p.start == post.end + 1]
    if any(p.type is EntityType.PERSON for p in after) and _COUNCILLOR.search(passage.text, post.start, post.end):
        return True
    return not after and _SURNAME.match(passage.text, post.end) is not None


def _post(collected: Collected, clause: Clause, person: Placed, end: int) -> None:
    """The post named right after a person: "Sue Lee, Head of Care; ..."."""
    text = clause.body.text
    stop = min([i for i in (text.find(";", end),) if i >= 0], default=len(text))
    bracket = _BRACKETED.match(text, end)
    after = bracket.end() if bracket else end
    placed = [p for p in collected.names.at(clause.body) if p.masks and after <= p.start < stop]
    roles = [p for p in placed if p.type is EntityType.ROLE]
    between = text[after : roles[0].start] if roles else "…"
    beside = len(_LEADERS.sub(" ", between)) <= _BESIDE
    own = roles and beside and not before_a_name(collected, clause.body, roles[0])
    own = own and not (after == end and sits_beside(text, person, roles[0]))
    if own and not _CHAIR.fullmatch(text[roles[0].start : roles[0].end]):
        evidence = collected.clause_evidence(clause, rule="person-and-post", confidence=0.84)
        both = roles[:2] if len(roles) > 1 and _AND_POST.fullmatch(text, roles[0].end, roles[1].start) else roles[:1]
        bodies = [p for p in placed if p.type is EntityType.BODY and 0 <= p.start - both[-1].end <= _APART]
        for role in both:
            collected.fact(person.mention, "holds", role.mention, evidence)
            if bodies:
                collected.names.own(role.mention, bodies[0].mention)


def _titled(collected: Collected, clause: Clause, person: Placed, end: int) -> None:
    """ "Councillor Ash (Chair)": the office in brackets is held, not only exercised."""
    for role in collected.names.at(clause.body):
        bracketed = role.type is EntityType.ROLE and _OPENED.fullmatch(clause.body.text, end, role.start) is not None
        if bracketed and clause.body.text[role.end : role.end + 1] in _CLOSING:
            evidence = collected.clause_evidence(clause, rule="person-and-office", confidence=0.85)
            collected.fact(person.mention, "holds", role.mention, evidence)


def meeting_of(collected: Collected, clause: Clause) -> int | None:
    """Return the body whose minutes a clause stands in, whatever its heading is about; None outside minutes."""
    parts = collected.names.outline.parts
    if not parts or parts[clause.part].kind is not PartKind.MINUTES:
        return None
    return next((a.mention for a in collected.names.memory.about(clause.part)), None)


def meeting_body(collected: Collected, clause: Clause) -> int | None:
    """Return the body whose meeting a clause is about: that of its own heading, else what its part is about."""
    memory = collected.names.memory
    spoken = collected.names.spoken_of(clause) if clause.kind is ClauseKind.FIELD else None
    if spoken is not None:
        return spoken
    for antecedent in memory.headings.get(clause.section, []):
        if antecedent.type is EntityType.BODY and antecedent.scope is not Scope.GENERIC:
            return antecedent.mention
    return next((a.mention for a in memory.about(clause.part)), None)
