"""Who signs: posts below "Signatures" approve the document; a person and a post on one line belong together."""

from __future__ import annotations

import re

from protocolgraph.extract.collected import Collected
from protocolgraph.extract.found import Found
from protocolgraph.extract.holding import of_the_next
from protocolgraph.extract.itself import titled_document
from protocolgraph.extract.layout.attendance import before_a_name, place_listed, sits_beside
from protocolgraph.extract.layout.named import bare_person, place_person
from protocolgraph.extract.masked import Placed
from protocolgraph.extract.people import PersonFinder
from protocolgraph.extract.tokens import tokenize
from protocolgraph.extract.units import Unit, UnitKind, key_of
from protocolgraph.model import Clause, ClauseKind, EntityType, PartKind, Scope
from protocolgraph.vocab.lexicon import fold, lexicon, load_yaml

_SIGNED = re.compile(r"^(?:signed|name|signature)\b[\s:.…_-]*", re.IGNORECASE)
_NAMES = frozenset(
    {"name", "print name", "full name", "name of signatory", "signatory", "name printed", "printed name"}
)
_TITLES = frozenset({"title", "job title", "position", "post", "role", "designation", "capacity", "status", "office"})
_ORGANISATIONS = frozenset(
    {"organisation", "agency", "on behalf of", "for and on behalf of", "for", "representing", "body"}
)
_NAME_IS = re.compile(r"\W*(?:print(?:ed)? |full )?name:\s*(?P<name>\S.*)", re.IGNORECASE | re.DOTALL)
_POSITION = re.compile(r"\W*(?:job )?(?:title|position|post|role|designation|office):\s*\S", re.IGNORECASE)
"""Labels of two cells of a form side by side."""
_BEGINS = re.compile(
    r"(?:(?:agreed and )?(?:signed|signatories|signatures?)"
    r"(?: (?:by|for|on behalf of|for and on behalf of)\b[^.:;]{0,60})?|(?:agreed|approved|signed off) by)\W*",
    re.IGNORECASE,
)
"""A label, or a line of its own, below which those stand who sign, whatever the section is about."""
_TELLS = re.compile(
    r"\b(?:is|are|was|were|be|will|shall|must|should|may|can|has|have|had)\b|[^\W_][.](?:\s+[A-Z]|\s*$)"
)
"""What a line holds that tells something, and is no name of who signs."""
_DATED = re.compile(r"(?P<name>(?:[A-Z][\w'’.-]* ){1,3}[A-Z][\w'’-]+)\s+\d{1,2}[/.]\d{1,2}[/.]\d{2,4}")
_BRACKETED = re.compile(r"(?:\s*\([^()]*\))?\W*")
_SHORT = 4
"""Words of a line that is no sentence."""
_LONGEST_LINE = 40
"""Words of a line of those who sign, of whom several may stand side by side."""
_FORM = 5
"""Labels of one signatory's form."""
_SIGNED_SORT = re.compile(
    r"\b(?:agreement|memorandum|concordat|compact|charter|code|policy|plan|strategy|statement|declaration|pledge)\b",
    re.IGNORECASE,
)
"""What a paper of no kind known by structure is called, if it is one that people sign."""
_SIGNABLE = {PartKind.PROTOCOL, PartKind.ARRANGEMENTS, PartKind.TERMS_OF_REFERENCE, PartKind.OTHER}


def read(collected: Collected) -> None:
    """Read the signatures of a protocol or of arrangements, and every "Name, Post, Body" line."""
    finder = PersonFinder.load()
    _forms(collected, finder)
    _blocks(collected)
    _in_rows(collected)
    _named_beside_posts(collected, finder)
    headings = load_yaml("lexicon/layout_words.yaml")["signatures"]
    earlier: Unit | None = None
    before: Unit | None = None
    for unit in list(collected.names.units.values()):
        _person_line(collected, unit, finder)
        _approved_on(collected, before, unit)
        signed = _signing(collected, unit, headings) or _SIGNED.match(before.text if before else "") is not None
        signed = signed or _closes(collected, earlier, before)
        cells = {key_of(u.passage) for u in (before, unit) if u is not None} & collected.taken
        if before is not None and before.section == unit.section and signed and not cells:
            _person_above(collected, before, unit, finder)
        earlier, before = before, unit
        if _signing(collected, unit, headings):
            _signatory(collected, unit)


def _approved_on(collected: Collected, above: Unit | None, unit: Unit) -> None:
    """ "Head of Law (Deputy Monitoring Officer)" and below it "Ann Lee 26/04/19": the name with the day of approval."""
    dated = _DATED.fullmatch(unit.text) if above is not None and above.section == unit.section else None
    if above is None or dated is None or bare_person(dated["name"]) < len(dated["name"]):
        return
    post = next((p for p in collected.names.at(above.passage) if p.type is EntityType.ROLE and p.start == 0), None)
    if post is None or not post.masks or _BRACKETED.fullmatch(above.text, post.end) is None:
        return
    known = [p for p in collected.names.at(unit.passage) if p.type is EntityType.PERSON and p.start == 0]
    person = known[0] if known else place_person(collected, unit.passage, len(dated["name"]))
    evidence = collected.units_evidence([above, unit], rule="approved-on", confidence=0.8)
    collected.fact(person.mention, "holds", post.mention, evidence)


def _closes(collected: Collected, text: Unit | None, line: Unit | None) -> bool:
    """Whether somebody's name alone stands on a line behind what that person has written, as below a foreword."""
    if text is None or line is None or text.section != line.section or not text.text.endswith((".", "!", "?")):
        return False
    placed = collected.names.at(line.passage)
    people = [p for p in placed if p.type is EntityType.PERSON and p.end == len(line.text)]
    begins = any(not p.start or any(not r.start and _is_rank(collected, r, p) for r in placed) for p in people)
    return len(text.text.split()) > _SHORT and begins


def _blocks(collected: Collected) -> None:
    """ "Signed" or "Agreed by", and behind it, or below it to the next label, sentence or section, those who sign."""
    begun, sender = None, None
    for unit in list(collected.names.units.values()):
        if _BEGINS.fullmatch(unit.text) and not unit.beside:
            begun, sender = unit.section, None
        elif begun == unit.section and (for_whom := _signs_for(collected, unit)) is not None:
            sender = for_whom
        elif begun != unit.section or unit.kind is not UnitKind.BODY or _TELLS.search(unit.text):
            begun = None
        else:
            for post in [p for p in collected.names.at(unit.passage) if p.type is EntityType.ROLE and p.masks]:
                if sender is not None:
                    collected.names.own_instead(post.mention, sender)
            _signatory(collected, unit)
            sender = None


def _signs_for(collected: Collected, unit: Unit) -> int | None:
    """The body that a label is, for which those behind it sign: "Harbour Board: ______ Ann Lee, Chair"."""
    placed = collected.names.at(unit.passage) if unit.kind is UnitKind.LEAD else ()
    bodies = [p for p in placed if p.type is EntityType.BODY and p.masks]
    whole = [p for p in bodies if not p.start and p.end >= len(unit.text.rstrip(" :"))]
    return whole[0].mention if whole else None


def _in_rows(collected: Collected) -> None:
    """ "Saltmere Trust" in the first column, "Ann Lee, Chief Executive" beside it: the post is that organisation's."""
    for clause in collected.names.outline.clauses:
        if clause.kind is not ClauseKind.CELL or not clause.leads:
            continue
        placed = [p for p in collected.names.at(clause.body) if p.masks]
        posts = [p for p in placed if p.type is EntityType.ROLE]
        row = [p for p in collected.names.at(clause.leads[-1]) if p.type is EntityType.BODY and p.masks]
        whole = [p for p in row if p.end - p.start >= len(clause.leads[-1].text.strip())]
        if {p.type for p in placed} == {EntityType.PERSON, EntityType.ROLE} and len(posts) == 1 and whole:
            collected.names.own_instead(posts[0].mention, whole[0].mention)


def _named_beside_posts(collected: Collected, finder: PersonFinder) -> None:
    """ "Name: Ann Lee" and, in the cell beside it, "Position: Area Commander": she holds the post."""
    for clause in collected.names.outline.clauses:
        if clause.kind is not ClauseKind.CELL or not clause.leads or not _POSITION.match(clause.body.text):
            continue
        name = _NAME_IS.fullmatch(clause.leads[-1].text)
        people = finder.listed(name["name"]) if name is not None else []
        roles = [p for p in collected.names.at(clause.body) if p.type is EntityType.ROLE and p.masks]
        if name is not None and len(people) == 1 and roles:
            person = place_listed(collected, clause.leads[-1], people[0][0].moved(name.start("name")))
            evidence = collected.clause_evidence(clause, rule="form-holder", confidence=0.85, lead=clause.leads[-1])
            collected.fact(person.mention, "holds", roles[0].mention, evidence)


def _forms(collected: Collected, finder: PersonFinder) -> None:
    """ "Name: Ann Lee" and, in the labels below it, "Title: Chief Officer" and "Organisation: Aldermoor ICB"."""
    fields = [c for c in collected.names.outline.clauses if c.kind is ClauseKind.FIELD and c.leads]
    labels = [fold(clause.leads[-1].text).strip(" :.()") for clause in fields]
    for at, clause in enumerate(fields):
        if labels[at] not in _NAMES:
            continue
        end = next((n for n in range(at + 1, len(fields)) if labels[n] in _NAMES), len(fields))
        below = range(at + 1, min(end, at + _FORM))
        post = next((fields[n] for n in below if labels[n] in _TITLES), None)
        body = next((fields[n] for n in below if labels[n] in _ORGANISATIONS), None)
        if post is not None and _one_form(collected, clause, post):
            _form(collected, clause, post, body, finder)


def _one_form(collected: Collected, name: Clause, post: Clause) -> bool:
    """Whether a name and a post stand in one form, parted at most by a "Signed:" that is left empty."""
    heading = collected.names.outline.sections[post.section].heading.text
    return post.section == name.section or fold(heading).strip(" :.") in {"signed", "signature"}


def _form(collected: Collected, name: Clause, post: Clause, body: Clause | None, finder: PersonFinder) -> None:
    people = finder.listed(name.body.text)
    roles = [p for p in collected.names.at(post.body) if p.type is EntityType.ROLE and p.masks and p.start <= 1]
    if len(people) != 1 or not roles:
        return
    person = place_listed(collected, name.body, people[0][0])
    evidence = collected.cells_evidence([name, post], rule="form-holder", confidence=0.85)
    collected.fact(person.mention, "holds", roles[0].mention, evidence)
    within = body if body is not None else post
    bodies = [p for p in collected.names.at(within.body) if p.type is EntityType.BODY and p.masks]
    beside = [p for p in bodies if body is not None or p.start >= roles[0].end]
    if beside:
        collected.names.own(roles[0].mention, beside[0].mention)


def _person_line(collected: Collected, unit: Unit, finder: PersonFinder) -> None:
    """ "Ann Lee, Chief Officer, Aldermoor ICB": she holds the post."""
    roles = [p for p in collected.names.at(unit.passage) if p.type is EntityType.ROLE and p.masks]
    if not roles or (unit.kind is UnitKind.LEAD and not unit.text[0].isupper()):
        return
    role = roles[0]
    if before_a_name(collected, unit.passage, role):
        return
    before = unit.text[: role.start].rstrip(" ,–—-:(")
    people = [p for p in collected.names.at(unit.passage) if p.type is EntityType.PERSON and p.end <= role.start]
    person = people[-1] if people and not unit.text[people[-1].end : role.start].strip(" ,–—-(") else None
    after = [p for p in collected.names.at(unit.passage) if p.masks and p.start >= role.end]
    if person is not None and unit.text[person.end] == "," and sits_beside(unit.text, person, role):
        return
    if person is not None and of_the_next(unit.text, person, role, next(iter(after), None)):
        return
    if person is None and before and len(unit.text) - len(unit.text[: role.start].rstrip()) and len(before) < 40:
        person = _bare_person(collected, unit, before, role, finder)
    if person is not None and collected.names.mentions[role.mention].scope is not Scope.GENERIC:
        evidence = collected.unit_evidence(unit, rule="person-and-post", confidence=0.88)
        collected.fact(person.mention, "holds", role.mention, evidence)


def _person_above(collected: Collected, above: Unit, unit: Unit, finder: PersonFinder) -> None:
    """A person on one line and the post on the next, as signatures have them."""
    roles = [p for p in collected.names.at(unit.passage) if p.type is EntityType.ROLE and p.masks and p.start == 0]
    tokens = tokenize(_SIGNED.sub("", above.text))
    titled = [
        p for p in collected.names.at(above.passage) if p.type is EntityType.PERSON and p.end >= len(above.text) - 4
    ]
    ranks = [p for p in collected.names.at(above.passage) if titled and _is_rank(collected, p, titled[0])]
    bare = 2 <= len(tokens) <= 4 and finder.name_at(tokens, 0) == len(tokens)
    if (
        not roles
        or not (titled or bare)
        or any(p.masks and p.type is not EntityType.PERSON for p in collected.names.at(above.passage) if p not in ranks)
    ):
        return
    shift = len(above.text) - len(_SIGNED.sub("", above.text))
    name = above.text[shift:]
    person = (
        titled[0]
        if titled
        else collected.names.place(above.passage, Found(shift, len(above.text), EntityType.PERSON, name, "person"))
    )
    evidence = collected.units_evidence([above, unit], rule="person-above-post", confidence=0.82)
    collected.fact(person.mention, "holds", roles[0].mention, evidence)


def _is_rank(collected: Collected, post: Placed, person: Placed) -> bool:
    """Whether a post is the rank in front of a name: "Chief Superintendent Ann Lee"."""
    ranked = collected.names.heads[post.mention] in lexicon("people")["ranks"]
    return post.type is EntityType.ROLE and ranked and post.end + 1 == person.start


def _bare_person(collected: Collected, unit: Unit, before: str, role: Placed, finder: PersonFinder) -> Placed | None:
    tokens = tokenize(before)
    if not tokens or not re.match(r"\s*[,–—(-]", unit.text[len(before) : role.start]):
        return None
    if finder.name_at(tokens, 0) != len(tokens) or any(
        p.start < role.start and p.masks for p in collected.names.at(unit.passage)
    ):
        return None
    found = Found(0, len(before), EntityType.PERSON, before, "person")
    return collected.names.place(unit.passage, found)


def _signing(collected: Collected, unit: Unit, headings: list[str]) -> bool:
    names = collected.names
    for index in reversed(names.path(unit.section)):
        heading = fold(names.outline.sections[index].heading.text).strip(" :.")
        if heading in headings:
            return unit.passage is not names.outline.sections[index].heading
    return False


def _signatory(collected: Collected, unit: Unit) -> None:
    """State that who stands on a line signs the document: each post there, or the first of those of one person."""
    placed = collected.names.at(unit.passage)
    roles = [p for p in placed if p.type is EntityType.ROLE and p.masks]
    document = _document(collected, unit) if roles else None
    if document is None or len(unit.text.split()) > _LONGEST_LINE:
        return
    named = any(p.type is EntityType.PERSON for p in placed)
    evidence = collected.unit_evidence(unit, rule="signature", confidence=0.8)
    for role in roles[:1] if named else roles:
        collected.fact(role.mention, "approves", document, evidence)


def _document(collected: Collected, unit: Unit) -> int | None:
    """The mention of the signed document itself."""
    outline = collected.names.outline
    part = outline.parts[unit.part] if outline.parts else None
    if (
        part is None
        or part.kind not in _SIGNABLE
        or (part.kind is PartKind.OTHER and not _SIGNED_SORT.search(part.title))
    ):
        return None
    return titled_document(collected.names, unit.part)
