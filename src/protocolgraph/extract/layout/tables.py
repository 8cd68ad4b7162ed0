"""Tables of groups and of members: each row is read by what its columns hold."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from protocolgraph.extract.authorities import has_own_board
from protocolgraph.extract.capacities import capacity_of
from protocolgraph.extract.collected import Collected
from protocolgraph.extract.found import Found
from protocolgraph.extract.layout.columns import Row, stacked_rows, table_rows
from protocolgraph.extract.layout.grouped import group_alone
from protocolgraph.extract.layout.groups import reporting
from protocolgraph.extract.layout.headers import column_of
from protocolgraph.extract.layout.members import body_above, listed_in
from protocolgraph.extract.layout.named import RULE, bare_person, named
from protocolgraph.extract.layout.unknown import organisation_behind
from protocolgraph.extract.masked import Placed
from protocolgraph.extract.people import PersonFinder
from protocolgraph.extract.spoken import is_group_head
from protocolgraph.extract.tokens import tokenize
from protocolgraph.extract.units import key_of
from protocolgraph.model import Clause, EntityType, Evidence, PartKind, Scope
from protocolgraph.vocab.frequency import find_frequency
from protocolgraph.vocab.lexicon import fold, lexicon, load_yaml

_CHAIR = re.compile(
    r"(?:^|[(,;–-]\s*)(?:independent |interim |acting |joint |co-)?chair(?:man|person|woman|ed)?\b", re.IGNORECASE
)
_IN_CHAIR = re.compile(r"\((?:independent |interim |acting |joint |co-)?(?:chair\w*|conven[eo]r)\)", re.IGNORECASE)
_OFFICE = re.compile(
    r"(?:the )?(?:(?:vice|deputy|co)[- ])?chair(?:man|person|woman)?|(?:\w+ )?members?|observer", re.IGNORECASE
)
"""What a cell says of a member that is no post of its own."""
_OFFICERS = re.compile(r"\b(?:officers|office[- ]bearers|officials|staff|secretariat|executive)\b", re.IGNORECASE)
_TO = re.compile(r"\b(?:in)?to (?:the )?$")
"""Before the body that something is said to report to."""
_SUB = re.compile(r"(?:\w+ )?sub\b", re.IGNORECASE)
"""How a heading or header of groups begins that stand below a body: "Sub-groups"."""
_RANKED = re.compile(r"(?:(?:Det|Ch|T|A)\.?[ /])?(?P<rank>[A-Z][A-Za-z]+)\.?\s+(?=[A-Z])")
"""The rank in front of a name: "Supt. Ann Lee", "Det Sgt Tom Cole"."""
_FORMER = re.compile(r"\b(?:former|formerly|previously|ex-)\s*$", re.IGNORECASE)
_VACANT = re.compile(r"\b(?:vacan(?:t|cy|cies)|tbc|to be (?:confirmed|appointed))\b", re.IGNORECASE)
_LONGEST_POST = 6
"""Words of a post whose title no reading of names knows."""
_OUTSIDE = re.compile(r"\b(?:outside|external) (?:bodies|organi[sz]ations)\b", re.IGNORECASE)


_PEERS = {"board", "partnership"}
"""Heads of bodies that a table sets beside the one whose paper it is, and not below it."""
_WITHOUT_COMMITTEES = {"group", "committee"}
_PLANS = {PartKind.AGENDA, PartKind.WORK_PROGRAMME}
_ENDS = ("group", "post", "organisation")
_LINES = {"reports": "reports_to", "accountable": "accountable_to", "escalates": "escalates_to"}
"""Columns that hold to whom the row's own group or post stands in a relation."""


def read(collected: Collected) -> None:
    """Read the rows of tables of groups, of members and of those who sit on outside bodies."""
    rows = [row for row in (*table_rows(collected), *stacked_rows(collected)) if not _is_taken(collected, row)]
    beside = {
        (row.first.section, collected.names.meant(group.mention)) for row in rows if (group := _named(row, collected))
    }
    tasks = {
        (clause.part, clause.cell.table)
        for clause in collected.names.outline.clauses
        if clause.cell is not None and column_of(clause.body.text) == "action"
    }
    for row in rows:
        _lines(collected, row)
        if row.first.cell is None or (row.first.part, row.first.cell.table) not in tasks:
            _planned(collected, row)
        if _is_outside(collected, row):
            _outside(collected, row)
        elif "group" in row.cells:
            _group(collected, row, beside)
        elif "post" in row.cells or "organisation" in row.cells or "person" in row.cells:
            _member(collected, row)


def _is_taken(collected: Collected, row: Row) -> bool:
    """Whether a row has been read before, as one of a table that crosses posts with bodies."""
    return key_of(row.first.body) in collected.taken


def _one(collected: Collected, clause: Clause | None, *kinds: EntityType) -> Placed | None:
    if clause is None:
        return None
    return next((p for kind in kinds for p in named(collected, clause) if p.type is kind), None)


def _people(collected: Collected, cell: Sequence[Clause], *, surely: bool = False) -> list[Placed]:
    """The people of a column of names, where a name needs no title; `surely` asks for a common given name."""
    return [person for clause in cell for person in _people_of(collected, clause, surely=surely)]


def _people_of(collected: Collected, clause: Clause, *, surely: bool) -> list[Placed]:
    placed = [p for p in collected.names.at(clause.body) if p.masks]
    if _VACANT.search(clause.body.text):
        return []
    people = [p for p in placed if p.type is EntityType.PERSON]
    if people:
        return people
    ranked, finder = _RANKED.match(clause.body.text), PersonFinder.load()
    rank = ranked.end() if ranked and ranked["rank"].lower() in lexicon("people")["ranks"] else 0
    tokens = [t for t in tokenize(clause.body.text) if t.start >= rank]
    named_so = tokens and (not surely or tokens[0].folded in finder.given)
    end = finder.name_at(tokens, 0) if named_so else 0
    alone = end and (end == len(tokens) or tokens[end].text in ("(", ",", "–", "-"))
    if not alone or any(p.start < tokens[end - 1].end for p in placed):
        return []
    text = clause.body.text
    pieces = list(_PIECES.finditer(text))
    several = len(pieces) > 1 and all(bare_person(piece["name"]) == len(piece["name"]) for piece in pieces)
    spans = [piece.span("name") for piece in pieces] if several else [(tokens[0].start, tokens[end - 1].end)]
    found = [Found(start, stop, EntityType.PERSON, text[start:stop], "person") for start, stop in spans]
    return [collected.names.place(clause.body, name) for name in found]


def _evidence(collected: Collected, row: Row, *columns: str) -> Evidence:
    """The words of the row's first cell and of the cells that were read."""
    clauses = [row.first, *(c for column in columns if (c := row.one(column)) is not None and c is not row.first)]
    return collected.cells_evidence(clauses, rule="table-row", confidence=0.88 if row.headed else 0.8)


_PIECES = re.compile(r"(?:^|, | and | & )(?P<name>[^,]+?)(?=,| and | & |\s*$)")
"""What commas and "and" part: the names of "P Orme, R Ingle and C Tapp"."""
_FIELD_AND = re.compile(r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3} (?:and|&) ")
"""A field of work before another that a group has in its name."""


def _named(row: Row, collected: Collected) -> Placed | None:
    """The group that a row tells of: all of its cell, where a known body ends it ("Neglect and | Early Help")."""
    cell = row.one("group")
    group = _one(collected, cell, EntityType.BODY)
    if cell is None or group is None or not row.headed or group.end < len(cell.body.text):
        return group
    name = cell.body.text
    if _FIELD_AND.fullmatch(name, 0, group.start) is None:
        return group
    return collected.names.place(
        cell.body, Found(0, len(name), EntityType.BODY, name, collected.names.heads[group.mention])
    )


def _group(collected: Collected, row: Row, beside: Set[tuple[int, str]]) -> None:
    """A group with its chair, its rhythm and to whom it reports; it is part of what the section is about.

    Not where that body stands among them, or is what each of them is one of ("Scrutiny Committees"): `beside` are the
    groups of all tables, each with its section.
    """
    group = _named(row, collected)
    if group is None:
        return
    chair = _one(collected, row.one("chair"), EntityType.ROLE, EntityType.PERSON, EntityType.BODY)
    if chair is not None:
        collected.fact(chair.mention, "chairs", group.mention, _evidence(collected, row, "chair"))
    told = row.one("frequency") if "product" not in row.cells else None
    if told is not None and (frequency := find_frequency(told.body.text)):
        evidence = _evidence(collected, row, "frequency")
        collected.fact(group.mention, "meets", None, evidence, qualifiers={"frequency": frequency})
    law = row.one("law")
    for act in collected.names.at(law.body) if law is not None else ():
        if act.type is EntityType.LEGISLATION:
            collected.fact(group.mention, "established_under", act.mention, _evidence(collected, row, "law"))
    for member in _seated(collected, row):
        collected.fact(member.mention, "member_of", group.mention, _evidence(collected, row, "person"))
    boss = _reported_to(collected, row)
    whole = body_above(row.first.section, collected) if boss is None else boss
    among = whole is not None and (row.first.section, collected.names.meant(whole)) in beside
    heads = collected.names.heads
    among = among or (whole is not None and heads[whole] == f"{heads[group.mention]}s")
    among = among or _reports_elsewhere(collected, row, whole)
    below = whole is not None and _stands_below(collected, group, whole)
    if whole is not None and row.headed and "accountable" not in row.cells and below and not among:
        reports = "product" in row.cells or any(reporting(lead.text) for lead in row.first.leads)
        collected.fact(group.mention, "reports_to" if reports else "part_of", whole, _evidence(collected, row))


def _seated(collected: Collected, row: Row) -> list[Placed]:
    """Who sits on a row's group: the people of its column of members, else the posts and bodies that it names."""
    cell = row.cells.get("person", ())
    if people := _people(collected, cell):
        return people
    return [p for clause in cell for p in named(collected, clause) if p.type is not EntityType.PUBLICATION and p.masks]


def _reports_elsewhere(collected: Collected, row: Row, whole: int | None) -> bool:
    """Whether a group reports to another body than the one above its table, as its row tells: it is no part of that,
    unless the heading or the table's header calls it a sub-group.
    """
    told = row.one("group")
    heading = collected.names.outline.sections[row.first.section].heading
    if told is not None and any(_SUB.match(above.text) for above in (heading, *told.leads)):
        return False
    other = _one(collected, row.one("reports"), EntityType.BODY)
    meant = collected.names.meant
    return whole is not None and other is not None and meant(other.mention) != meant(whole)


def _reported_to(collected: Collected, row: Row) -> int | None:
    """To whom a table's lead-in says that its groups report: "The following sub-groups report to the Executive"."""
    for lead in (lead for lead in row.first.leads if reporting(lead.text)):
        bodies = [p for p in collected.names.at(lead) if p.type is EntityType.BODY and p.scope is not Scope.GENERIC]
        if bodies and _TO.search(lead.text, 0, bodies[-1].start):
            return bodies[-1].mention
    return None


def _stands_below(collected: Collected, group: Placed, whole: int) -> bool:
    """Whether a group of a table is one that the body of the section has: a committee has no committees or boards."""
    names = collected.names
    head, over = names.heads[group.mention].removesuffix("s"), names.heads[whole]
    apart = head in _PEERS or (head == "committee" and over in _WITHOUT_COMMITTEES)
    return names.mentions[whole].scope is not Scope.GENERIC and not apart


def _lines(collected: Collected, row: Row) -> None:
    """To whom the group or post of a row reports, answers or escalates, as a column of its own tells."""
    told = {column: predicate for column, predicate in _LINES.items() if column in row.cells and row.headed}
    first = next((row.one(column) for column in _ENDS if column in row.cells), None)
    subject = _one(collected, first, EntityType.BODY, EntityType.ROLE) if told else None
    for column, predicate in told.items():
        other = _one(collected, row.one(column), EntityType.BODY, EntityType.ROLE)
        if subject is not None and other is not None and other.mention != subject.mention:
            managed = predicate == "reports_to" and {subject.type, other.type} == {EntityType.ROLE}
            said = "accountable_to" if managed else predicate
            collected.fact(subject.mention, said, other.mention, _evidence(collected, row, column))


def _planned(collected: Collected, row: Row) -> None:
    """Who brings the row's item of a work programme or agenda to the body whose it is."""
    parts, part = collected.names.outline.parts, row.first.part
    about = collected.names.memory.about(part) if parts and parts[part].kind in _PLANS else []
    column = next((column for column in ("bringer", "owner", "post") if column in row.cells), None)
    bringer = _one(collected, row.one(column), EntityType.ROLE, EntityType.BODY) if about and column else None
    if bringer is None or column is None or bringer.scope is Scope.GENERIC:
        return
    if collected.names.meant(bringer.mention) != collected.names.meant(about[0].mention):
        evidence = replace(_evidence(collected, row, column), confidence=0.65)
        collected.fact(bringer.mention, "reports_to", about[0].mention, evidence)


def _is_outside(collected: Collected, row: Row) -> bool:
    """Whether a row tells who represents the document's body on another one, as its header or a heading says."""
    if "outside" in row.cells:
        return True
    path = collected.names.path(row.first.section)
    headings = [collected.names.outline.sections[index].heading.text for index in path]
    seated = "person" in row.cells or "post" in row.cells
    named = "organisation" in row.cells or ("group" in row.cells and seated)
    return named and any(_OUTSIDE.search(heading) for heading in headings)


def _outside(collected: Collected, row: Row) -> None:
    cell = row.one("outside") or row.one("organisation") or row.one("group")
    body = _one(collected, cell, EntityType.BODY)
    column = "person" if "person" in row.cells else "post"
    if body is not None:
        for member in _people(collected, row.cells.get(column, ())):
            collected.fact(member.mention, "member_of", body.mention, _evidence(collected, row, column))
        _deputies(collected, row, body.mention)


def _deputies(collected: Collected, row: Row, body: int) -> None:
    """Those whom a column names as deputies of the others."""
    for deputy in _people(collected, row.cells.get("deputy", ())):
        evidence = _evidence(collected, row, "deputy")
        collected.fact(deputy.mention, "member_of", body, evidence, qualifiers={"capacity": "deputy"})


@dataclass(frozen=True, slots=True)
class _Member:
    """What a row tells of those whom it lists."""

    people: list[Placed]
    posts: list[Placed]
    bodies: list[Placed]
    """Bodies that stand where the others have a post: they sit themselves, and their row names a sort of them."""
    organisation: Placed | None
    capacity: str
    """The words that say in which capacity they sit."""


def _read_member(collected: Collected, row: Row) -> _Member:
    people = _people(collected, row.cells.get("person", ())) or _people(
        collected, row.cells.get("post", ()), surely=True
    )
    told = [clause for column in ("post", "capacity") if (clause := row.one(column)) is not None]
    offices = [c for c in told if people and _OFFICE.fullmatch(c.body.text.strip())]
    capacity = offices[0].body.text if offices else ""
    capacity = capacity or "; ".join(c.body.text for column in ("capacity",) if (c := row.one(column)) is not None)
    others = offices if "organisation" in row.cells else []
    cells = [
        *(c for c in row.cells.get("post", ()) if c not in others),
        *(() if people else row.cells.get("person", ())),
    ]
    collected.capacities.update(key_of(c.body) for c in offices)
    posts = [p for c in cells for p in _posts(collected, c, told=row.headed)]
    posts = posts or (_posts_over_organisation(collected, row) if people else [])
    sent = [p for p in posts if p.type is EntityType.BODY]
    posts = [p for p in posts if p.type is EntityType.ROLE]
    organisation = _organisation(collected, row) if posts or not sent else None
    if organisation is None and people and len(posts) == 1 and "post" in row.cells:
        organisation = organisation_behind(collected, row.cells["post"][0], posts[0])
    return _Member(people, posts if len(people) <= 1 else posts[:1], sent, organisation, capacity)


def _posts_over_organisation(collected: Collected, row: Row) -> list[Placed]:
    """The posts with which lines of a cell of an organisation begin: "Head of Service" over "Holderby Council"."""
    lines = row.cells.get("organisation", ())
    begun = [[p for p in collected.names.at(line.body) if p.masks and p.start == 0] for line in lines]
    return [_longest(named) for named in begun if named and _longest(named).type is EntityType.ROLE]


def _longest(named: Sequence[Placed]) -> Placed:
    return max(named, key=lambda p: p.end)


def _posts(collected: Collected, clause: Clause, *, told: bool) -> list[Placed]:
    """The posts of a cell; where semicolons part it, all that it names, bodies too."""
    if ";" in clause.body.text:
        pieces = [p for p in named(collected, clause) if p.type in (EntityType.ROLE, EntityType.BODY)]
        return [p for p in pieces if not _FORMER.search(clause.body.text, 0, p.start)]
    post = _post(collected, clause, told=told)
    if post is not None:
        return [post]
    body = _one(collected, clause, EntityType.BODY) if told else None
    return [body] if body is not None and body.scope is not Scope.GENERIC and body.masks else []


def _post(collected: Collected, clause: Clause, *, told: bool) -> Placed | None:
    """The post of a cell: a known one, or all of it where the header says that posts stand here."""
    text = clause.body.text.strip()
    placed = [p for p in collected.names.at(clause.body) if p.masks]
    words = [] if _VACANT.fullmatch(text) else text.split()
    titled = words and words[0][0].isupper() and len(words) <= _LONGEST_POST and not text.endswith(".")
    if not told or placed or not titled or any(c.isdigit() for c in text) or RULE.search(text):
        return _one(collected, clause, EntityType.ROLE)
    found = Found(0, len(text), EntityType.ROLE, text, words[-1].lower())
    return collected.names.place(clause.body, found)


def _organisation(collected: Collected, row: Row) -> Placed | None:
    """The organisation of a row, or what stands for members in a column of names; "Independent" is none."""
    none = load_yaml("lexicon/layout_words.yaml")["no_organisation"]
    lines = row.cells.get("organisation") or row.cells.get("person", ())[:1]
    told = [line for line in lines if line.body.text.strip(" .").lower() not in none]
    return next((body for line in told if (body := _one(collected, line, EntityType.BODY)) is not None), None)


def _member(collected: Collected, row: Row) -> None:
    """Members with post, organisation and capacity, below "Membership" or "Its members are"."""
    member = _read_member(collected, row)
    collected.taken.update(key_of(clause.body) for cell in row.cells.values() for clause in cell)
    organisation = member.organisation
    for post in member.posts:
        if organisation is not None and (_employs(collected, row, organisation) or _chairs_it(collected, post)):
            collected.names.own_instead(post.mention, organisation.mention)
        for person in member.people:
            told = "post" if "post" in row.cells else "organisation"
            collected.fact(person.mention, "holds", post.mention, _evidence(collected, row, "person", told))
    found = listed_in(row.first, collected)
    named_column = row.headed and "person" in row.cells and not _signs(collected, row)
    listed = (
        found[0] if found else body_above(row.first.section, collected) if named_column else _group_of(collected, row)
    )
    if listed is None:
        return
    for post in member.posts if member.people and "organisation" not in row.cells else ():
        if _of_body(collected, row, post):
            collected.names.own(post.mention, listed)
    sitting = [*member.people, *member.posts, *member.bodies] or [p for p in (organisation,) if p is not None]
    capacity = capacity_of(member.capacity) or (found[1] if found else None)
    evidence = _evidence(collected, row, "person", "post", "organisation", "capacity")
    for one in sitting:
        collected.fact(
            one.mention, "member_of", listed, evidence, qualifiers={"capacity": capacity} if capacity else {}
        )
        if _chairs(row, member.capacity) and (member.people or _beside_chair(collected, row, one, member.posts)):
            collected.fact(one.mention, "chairs", listed, evidence)
    _deputies(collected, row, listed)


def _employs(collected: Collected, row: Row, organisation: Placed) -> bool:
    """Whether a row's body is where its post is, and no class, nor a group that no header calls an organisation."""
    own = has_own_board(collected.names.mentions[organisation.mention].name)
    group = not (row.headed or own) and is_group_head(collected.names.heads[organisation.mention])
    return organisation.scope is not Scope.GENERIC and not group


def _chairs_it(collected: Collected, post: Placed) -> bool:
    """Whether a post is a bare "Chair", which beside a group is the group's: "Carers' Forum", "Chair"."""
    return fold(collected.names.mentions[post.mention].text) in lexicon("roles")["chairs"]


def _signs(collected: Collected, row: Row) -> bool:
    """Whether a row tells who signs a paper: its table has a column for it, or stands below "Signatories"."""
    heading = collected.names.outline.sections[row.first.section].heading.text
    return row.signed or fold(heading).strip(" :.") in load_yaml("lexicon/layout_words.yaml")["signatures"]


def _group_of(collected: Collected, row: Row) -> int | None:
    """The group whose name alone heads a table of posts with their organisations, or with who holds them."""
    heading = collected.names.outline.sections[row.first.section].heading
    seated = any({"post", other} <= row.cells.keys() for other in ("organisation", "person"))
    group = group_alone(collected, heading) if seated else None
    return None if group is None else group.mention


def _of_body(collected: Collected, row: Row, post: Placed) -> bool:
    """Whether the posts of a table are the body's own: its chair's, or those below a heading on its officers."""
    heading = collected.names.outline.sections[row.first.section].heading.text
    return (
        _OFFICERS.search(heading) is not None
        or _OFFICE.fullmatch(collected.names.mentions[post.mention].text) is not None
    )


def _chairs(row: Row, capacity: str) -> bool:
    """Whether a row says that its member is in the chair: "Chair" for a capacity, "(Chair)" behind name or post."""
    if _CHAIR.match(capacity):
        return True
    beside = [c for column in ("person", "organisation") if (c := row.one(column)) is not None]
    return any(_IN_CHAIR.search(c.body.text) for c in (*beside, *row.cells.get("post", ())))


def _beside_chair(collected: Collected, row: Row, one: Placed, posts: Sequence[Placed]) -> bool:
    """Whether it is this post of several in a cell that "(Chair)" stands behind, if it stands behind one of them."""
    lines = [c for c in row.cells.get("post", ()) if _IN_CHAIR.search(c.body.text)]
    return (
        len(posts) <= 1 or not lines or any(one.mention == p.mention for c in lines for p in collected.names.at(c.body))
    )
