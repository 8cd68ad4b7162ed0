"""All names of a passage, found by one grammar each and told apart where they overlap."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace

from protocolgraph.extract.bodies import BodyFinder
from protocolgraph.extract.found import Found, longest
from protocolgraph.extract.legislation import LegislationFinder
from protocolgraph.extract.named_beside import beside, in_office
from protocolgraph.extract.paper_subjects import for_it
from protocolgraph.extract.people import PersonFinder
from protocolgraph.extract.publications import PublicationFinder
from protocolgraph.extract.roles import RoleFinder
from protocolgraph.extract.shared_nouns import owned_each
from protocolgraph.extract.title_words import bare_title, untimed
from protocolgraph.extract.tokens import tokenize
from protocolgraph.extract.wholes import whole_before
from protocolgraph.model import EntityType, MentionForm, Scope
from protocolgraph.vocab.lexicon import fold, lexicon

_HEADS_ALL = re.compile(
    r"^(?:[\w-]+ (?:and )?)*(?:chief executive|ceo|(?:co-)?founder|managing director)\b", re.IGNORECASE
)
"""Titles of those who head an organisation, whatever it is called."""
_AFTER_TITLE = re.compile(
    r",\s+(?P<name>(?:The )?[A-Z][\w’'&-]*(?: (?:(?:of|for|in|and|&) )?[A-Z][\w’'&-]*)*)(?=\s*(?:[;.\n)]|$))"
)
_CHAIRS = frozenset({"chair", "chairman", "chairperson", "chairwoman", "vice-chair", "co-chair"})
_PARTING = re.compile(r"\s*[,;:(–—-]|\s*\t")
_PLACE_AND_HEAD = 2
"""Words of a body's name that leave no doubt that it is one, when there are more."""
_MOST = 0.8
"""Share of a line in capitals that the names make up which can be trusted."""
_BRACKET = re.compile(r"\([^()]*\)")
_POST_OF = re.compile(
    r"\b(?:Director|Head|Manager|Lead|Officer|Leader|Chief|Dean|Professor|State|Minister|Member)s? (?:of|for) $"
)
_AND = re.compile(r"(?:\band|&) (?:the )?$")
_OF_A_KIND = 2
"""Words of a name that may only tell a kind of body: "Wellbeing Board"."""
_OF_THE = re.compile(r"\bOF (?:THE )?$", re.IGNORECASE)
_SMALL = re.compile(r"(?<=\s)(?:And|Of|For|The|To|In|On|With|By|At|A|An)\b")


@dataclass(frozen=True, slots=True)
class NameFinder:
    """Finds names of all types in a passage, without knowing the rest of the document."""

    bodies: BodyFinder
    roles: RoleFinder
    publications: PublicationFinder
    legislation: LegislationFinder
    people: PersonFinder

    @classmethod
    def load(cls, words: Collection[str] = ()) -> NameFinder:
        """Return a finder with the lexicon's words; `words` are those of the language, which no given name is."""
        return cls(
            BodyFinder.load(words),
            RoleFinder.load(),
            PublicationFinder.load(),
            LegislationFinder.load(),
            PersonFinder.load(words),
        )

    def find(self, text: str, known: list[Found] | None = None) -> list[Found]:
        """Return the names in a text, in order; a body inside a post's or report's name stays when it owns it.

        `known` are bodies that the document's own names and acronyms found here.
        """
        shouted = text.isupper()
        tokens = tokenize(_lowered(text) if shouted else text)
        each = (one for body in self.bodies.find(tokens, text) for one in owned_each(body, text))
        read = (_after_field(body, text) for body in each)
        bodies = longest([*(known or []), *(_after_title(body, text, known or []) for body in read)])
        laws = [law for law in self.legislation.find(tokens, text) if not _names_body(law, bodies)]
        people = _apart(self.people.titled(tokens, text), laws)
        given = _apart(self.people.given_names(tokens, text), [*laws, *people])
        apart = [person for person in given if _is_parted(person, text) or _holds_post(person, text)]
        apart += [person for person in given if any(_begins_row(person, body, text) for body in bodies)]
        bodies = [_after_people(body, text, [*people, *apart]) for body in bodies]
        bodies = [_before_people(body, text, given) for body in bodies]
        roles = [_after_people(role, text, given) for role in self.roles.find(tokens, text, bodies)]
        roles = [_after_titled(role, text, people) for role in roles]
        roles = [_before_people(role, text, given) for role in roles if not _is_called(role, given)]
        roles = [role for role in _not_begun(_apart(roles, laws), bodies) if not _known_body(role, bodies)]
        roles, bodies = _chaired(roles, bodies)
        roles, bodies = _headed(roles, bodies, text, [*people, *given])
        unknown = in_office(_apart(self.people.unlisted(tokens, text), [*laws, *people]), text, roles, bodies)
        people += beside(given, text, roles, bodies, [*people, *unknown])
        people += _apart(unknown, people)
        people.sort(key=lambda n: n.start)
        found = _not_begun(self.publications.find(tokens, text, bodies), bodies)
        roles = [role for role in roles if not _entitles(role, found) and not any(for_it(p, role) for p in found)]
        roles = [role for role in roles if not _behind_paper(role, found)]
        publications = _apart(found, [*laws, *roles, *people])
        names = [*laws, *people, *_joined(roles, text, people), *publications]
        kept = [body for body in bodies if _free(body, names)]
        kept += [whole for body in kept if (whole := whole_before(body)) is not None]
        found = sorted([*names, *kept], key=lambda n: (n.start, -n.end))
        return [name for name in found if not shouted or _whole(name, text, known or [], kept)]


def _behind_paper(role: Found, papers: list[Found]) -> bool:
    """Whether a class of people is told by a paper alone: "feedback from the Quality Framework | officers"."""
    return role.scope is Scope.GENERIC and any(paper.end + 1 == role.start for paper in papers)


def _after_field(body: Found, text: str) -> Found:
    """Cut off what a post is of before its comma: "Director of | Nursing, Tide and Fell ICB"."""
    field, comma, name = body.text.partition(", ")
    fields = lexicon("roles")["fields"]
    posted = comma and _POST_OF.search(text, 0, body.start) and all(word.lower() in fields for word in field.split())
    if not posted or fold(name.rpartition(" ")[2]) not in lexicon("roles")["employing"]:
        return body
    start = body.end - len(name)
    return replace(body, start=start, text=name)


def _after_title(body: Found, text: str, known: list[Found]) -> Found:
    """Cut off the field that a title ends in before a body of its own: "Director of | Housing and the Tide Board"."""
    if _POST_OF.search(text, 0, body.start) is None:
        return body
    own = (n for n in known if n.end == body.end and n.scope is not Scope.GENERIC and len(n.text.split()) > _OF_A_KIND)
    return next((n for n in own if _AND.search(text, body.start, n.start)), body)


def _lowered(text: str) -> str:
    """A heading in capitals with only its first letters left so; as long as it was."""
    lowered = "".join(c.lower() if i and text[i - 1].isalpha() else c for i, c in enumerate(text))
    lowered = _SMALL.sub(lambda match: match.group().lower(), lowered)
    return lowered if len(lowered) == len(text) else text


def _whole(name: Found, text: str, known: list[Found], bodies: list[Found]) -> bool:
    """Whether a name found in capitals can be trusted: it is the whole heading, or the document has it elsewhere.

    What a heading of duties is "of" is its end: "RESPONSIBILITIES OF THE CHAIR". Several bodies may make up the line of
    a meeting, whose date says nothing: "SALTMERE COUNCIL AUDIT COMMITTEE, 9 MAY 2024".
    """
    several = name.type is EntityType.ROLE and name.head.endswith("s")
    if name in known or several:
        return name in known
    ends = name.type is EntityType.ROLE and not text[name.end :].strip(" :.")
    closing = ends and _OF_THE.search(text, 0, name.start) is not None
    all_bodies = sum(body.end - body.start for body in bodies) if name in bodies else 0
    return closing or max(name.end - name.start, all_bodies) >= _MOST * len(untimed(bare_title(text.strip())))


def _names_body(law: Found, bodies: list[Found]) -> bool:
    """Whether a law only begins a body's name: "Mental Capacity Act Steering Group"."""
    return any(body.start == law.start and body.end > law.end for body in bodies) and not law.text[-1].isdigit()


def _apart(names: list[Found], others: list[Found]) -> list[Found]:
    return [name for name in names if not any(name.overlaps(other) for other in others)]


def _not_begun(names: list[Found], bodies: list[Found]) -> list[Found]:
    """Leave out what is only the beginning or the end of a body's name.

    "Case Review" is no report in "Case Review Group", nor is the post an agent in "Office of the Commissioner" or
    "Association of Chief Officers (ACO)". Nor do "Trustees of the Trust" stand in "Board of Trustees of the Trust".
    """
    inside = [
        any(body.covers(part) and (body.start, body.end) != (part.start, part.end) for body in bodies)
        or any(body.start < name.start and body.covers(_before_of(name)) for body in bodies)
        for name, part in zip(names, map(_before_bracket, names), strict=True)
    ]
    return [name for name, within in zip(names, inside, strict=True) if not within]


def _entitles(role: Found, papers: list[Found]) -> bool:
    """Whether a class of posts only begins a paper's title: "Trustees' Annual Report"."""
    return role.weak and any(paper.start == role.start and paper.end > role.end for paper in papers)


def _known_body(role: Found, bodies: list[Found]) -> bool:
    """Whether a title is a body's whole name, known by itself: "Housing Ombudsman"."""
    alike = [body for body in bodies if (body.start, body.end) == (role.start, role.end)]
    return any(fold(body.text) in lexicon("bodies")["alone"] for body in alike)


def _before_bracket(name: Found) -> Found:
    text = name.text.partition(" (")[0]
    return replace(name, end=name.start + len(text), text=text)


def _before_of(name: Found) -> Found:
    text = name.text.partition(" of ")[0]
    return replace(name, end=name.start + len(text), text=text)


def _chaired(roles: list[Found], bodies: list[Found]) -> tuple[list[Found], list[Found]]:
    """Make a body of what a chair is of, whatever it is called: "Chair of Tidewater Commissioning"."""
    owned, found = [], list(bodies)
    for role in roles:
        title, of, name = role.text.partition(" of ")
        name = name.removeprefix("the ")
        telling = of and role.owner is None and fold(title).rpartition(" ")[2] in _CHAIRS and len(name.split()) > 1
        if telling and name[0].isupper():
            body = Found(role.end - len(name), role.end, EntityType.BODY, name, "body")
            found.append(body)
            owned.append(replace(role, owner=(body.start, body.end)))
        else:
            owned.append(role)
    return owned, found


def _headed(roles: list[Found], bodies: list[Found], text: str, people: list[Found]) -> tuple[list[Found], list[Found]]:
    """Make a body of what a chief executive or founder is of: "CEO of Tideover", "Chief Executive, The Passage"."""
    owned, found = [], list(bodies)
    for role in roles:
        body = _organisation(role, text) if role.owner is None and _HEADS_ALL.search(role.text) else None
        if body is None or any(body.overlaps(other) for other in (*found, *people)):
            owned.append(role)
            continue
        found.append(body)
        owned.append(replace(role, owner=(body.start, body.end), form=MentionForm.NAME))
    return owned, found


def _organisation(role: Found, text: str) -> Found | None:
    """The organisation named behind a title's "of" or comma: no field of business, and no two words, a person's."""
    _, of, name = role.text.partition(" of ")
    start = role.end - len(name) if of else -1
    if not of and (after := _AFTER_TITLE.match(text, role.end)):
        start, name = after.start("name"), after["name"]
        if len(name.split()) == 2 and not name.startswith("The "):
            return None
    name = name.removeprefix("the ")
    words = [token.base for token in tokenize(name)]
    if start < 0 or not name[:1].isupper() or not lexicon("topics")["topics"].keys().isdisjoint(words):
        return None
    start = text.index(name, start)
    return Found(start, start + len(name), EntityType.BODY, name, "body")


def _is_parted(person: Found, text: str) -> bool:
    """Whether a mark parts a person from what follows: "Kay Dell, Northshire Police", not "Kay Dell Trust"."""
    return _PARTING.match(text, person.end) is not None


def _holds_post(person: Found, text: str) -> bool:
    """Whether a body's post follows a person: "Kay Dell Cabinet Secretary", no "Kay Dell Cabinet"."""
    body, _, title = text[person.end :].split("\n", 1)[0].strip().partition(" ")
    return body[:1].isupper() and title[:1].isupper() and fold(title.split(" ", 1)[0]) in lexicon("roles")["heads"]


def _is_called(role: Found, people: list[Found]) -> bool:
    """Whether what looks like a title is somebody's name: "Ruth Dean"."""
    return any((person.start, person.end) == (role.start, role.end) for person in people)


def _begins_row(person: Found, body: Found, text: str) -> bool:
    """Whether a row names someone before the body that it ends with, without a mark: "3 Kay Dell Tide Vale Council".

    What is left must be some place's body: "Kay Dell Primary School" may be called after her.
    """
    if (
        person.start != body.start
        or text[: person.start].strip(" \t0123456789.)•·*-–")
        or _BRACKET.sub("", text[body.end :]).strip(" \t.,;")
    ):
        return False
    left = [token.base for token in tokenize(text[person.end : body.end]) if token.word]
    plain = (lexicon("topics")["topics"], lexicon("bodies")["narrowing"], lexicon("bodies")["heads"])
    return len(left) > _PLACE_AND_HEAD and not any(left[0] in words for words in plain)


def _after_people(body: Found, text: str, people: list[Found]) -> Found:
    """Cut a person off the beginning of a name: "Inspector Kay Dell of Northshire Police", "Kay Dell Head of Care"."""
    for person in people:
        if body.start <= person.start < person.end < body.end:
            words = [t for t in tokenize(text[person.end : body.end]) if t.word and t.capital]
            if words:
                start = person.end + words[0].start
                return replace(body, start=start, text=text[start : body.end])
    return body


def _after_titled(role: Found, text: str, people: list[Found]) -> Found:
    """Cut the one who is named with a title off the post behind: "Mrs H Wick Medical Director"; no bare office."""
    begun = [person for person in people if person.start <= role.start < person.end < role.end]
    if not begun or role.head in _CHAIRS or not text[begun[0].end + 1].isupper():
        return role
    return _after_people(replace(role, start=begun[0].start), text, begun)


def _before_people(body: Found, text: str, people: list[Found]) -> Found:
    """Cut a person off the end of a body's name, who stands there without a mark: "University of Tide Kay Dell"."""
    for person in people:
        before = text[body.start : person.start].rstrip().removesuffix(" and").split()
        if body.start < person.start and person.end == body.end and len(before) > 2 and before[-1][0].isupper():
            end = body.start + len(text[body.start : person.start].rstrip().removesuffix(" and"))
            return replace(body, end=end, text=text[body.start : end])
    return body


def _free(body: Found, names: list[Found]) -> bool:
    """Whether a body stands by itself or owns the name that it stands in."""
    for name in names:
        if body.overlaps(name):
            return name.owner == (body.start, body.end) or for_it(name, body)
    return True


def _joined(roles: list[Found], text: str, people: list[Found]) -> list[Found]:
    """Join two titles of one post ("Chief Superintendent - District Commander"), drop those inside a person's name."""
    joined: list[Found] = []
    for role in roles:
        if any(role.overlaps(person) for person in people):
            continue
        last = joined[-1] if joined else None
        if last is not None and text[last.end : role.start] in (" - ", " – ") and role.text[0].isupper():
            owner = role.owner or last.owner
            whole = text[last.start : role.end]
            joined[-1] = replace(role, start=last.start, text=whole, owner=owner)
        else:
            joined.append(role)
    return joined
