"""Who becomes a person by what stands beside the name: a post, a body, a title, what minutes tell of them."""

from __future__ import annotations

import re
from dataclasses import replace

from protocolgraph.extract.found import Found
from protocolgraph.model import Scope

_THEN = re.compile(r"\s*(?:\([^()]{2,60}\)\s*)?(?P<mark>[,:;|–—(-]|\t)?\s*(?:(?:is|as) )?(?:the |our )?")
_IN_THE_CHAIR = re.compile(r"\s*[(,–-] ?(?:\w+[ -])?chair", re.IGNORECASE)
_CHAIRS = re.compile(
    r"\s+(?:(?:also |currently |has |will |was |is |be |been |duly |unanimously )*"
    r"(?:chairs?|chaired|(?:re-)?elected|appointed|co-opted)\b"
    r"|took the chair\b|took over as\b|became (?:the |its )?(?:\w+ )?(?:vice[- ])?chair"
    r"|(?:is|was|acts|acted|serves|sits) (?:(?:as )?(?:the|its|our) )?"
    r"(?:current |acting |independent )?(?:vice[- ])?chair)",
    re.IGNORECASE,
)
"""What somebody is said to do who is a person by no more than a common given name: "Ann Lee chairs the Panel"."""
_SITS = re.compile(
    r"\s+(?:(?:also|currently|both|all) )*(?:(?:is|are|was|were|remains?|became|becomes?) (?:(?:an? |the )?(?:\w+ )?)?"
    r"(?:members?|trustees?|governors?|directors)\b|sits? on\b|serves? on\b|attends?\b|joined\b|represents?\b)",
    re.IGNORECASE,
)
"""What makes a person of somebody with a common given name, too: "Ann Lee and Bo Hart are members of the Panel"."""
_MEMBERS_ARE = re.compile(
    r"\b(?:members|trustees|governors|directors|councillors|representatives|officers) (?:of [^.;:]{3,60} )?"
    r"(?:are|were|include|included|is):?\s+$",
    re.IGNORECASE,
)
_SPOKE = re.compile(
    r"\s+(?:also |then )?(?:advised|reported|presented|explained|outlined|introduced|informed|updated|confirmed|thanked"
    r"|welcomed|stated|proposed|seconded|declared|suggested|queried|summarised|highlighted|apologised|asked|noted that"
    r"|gave an?\b|left the meeting|joined the meeting)\b"
)
"""What minutes tell of somebody: "Ann Lee presented the report"."""
_NEXT_ONE = (", ", " and ", ", and ", " & ", " / ", "/")
_HAS_BEEN = re.compile(
    r"\b(?:chaired|led|clerked|facilitated|represented|headed|convened|presented|introduced|proposed|seconded|moved"
    r"|written|prepared)\s+(?:(?:joint|independent|current)ly )?by\s+(?:the )?$|\breports? (?:by|from)\s+$"
    r"|\((?:co-|vice[- ]|deputy )?(?:chair(?:man|person|woman)?|lead|convenor|convener)\s*[:–-]\s+$",
    re.IGNORECASE,
)
_AMONG_OTHERS = re.compile(r"(?:, (?:[A-Z]\S+ )+and|,? and) (?:the )?[A-Z]")
_OPENED = re.compile(r"\s*[(\[](?:the )?")
"""Between somebody and the post in brackets: "Ann Lee (Care Manager)"."""
_AFTER_POST = re.compile(r"\s*(?:[,:–—(-]|\bis\b|\bas\b)?\s*")
_MARKS = " •*·-–"
_DASH = re.compile(r"(?:\s*\([A-Z][\w&]+\))?(?:\s+[–—-]+|\s*:)\s+")
_ENDS = re.compile(r"\s*(?:$|[.;]?$|[(,])")
_ALONE = re.compile(r"\s*(?:$|[,(–—:|-])")


def beside(people: list[Found], text: str, roles: list[Found], bodies: list[Found], titled: list[Found]) -> list[Found]:
    """Return those people beside whom a post, a body or somebody with a title stands; one that only begins a passage is
    weak.

    Nobody becomes a person of the graph by name alone: a weak one counts where a list of members holds it.
    """
    kept: list[Found] = []
    named = [person for person in people if not any(person.overlaps(name) for name in (*roles, *bodies))]
    sure = [person for person in named if _has_office(person, text, roles, bodies) or _is_member(person, text)]
    sure += titled
    listed = sorted([*named, *titled], key=lambda p: p.start)
    for person in named:
        if person in sure or _beside_others(person, text, listed, sure):
            kept.append(person)
        elif not text[: person.start].strip(" •*-–") and _ALONE.match(text, person.end):
            kept.append(replace(person, weak=True))
    return kept


def in_office(people: list[Found], text: str, roles: list[Found], bodies: list[Found]) -> list[Found]:
    """Return those people beside whom a post or a named body stands, which makes somebody of an unknown name a person.

    "Quay Voice, our user forum" is none: a forum that is only described is what the name itself is. Nor is "Harne
    Pubwatch" beside "Harne Youth Club", which begins with the place as it does.
    """
    apart = [person for person in people if not any(person.overlaps(name) for name in (*roles, *bodies))]
    named = [body for body in bodies if text[body.start].isupper()]
    places = {body.text.split()[0] for body in named}
    apart = [person for person in apart if person.text.split()[0] not in places]
    return [person for person in apart if _has_office(person, text, _not_of_several(person, text, roles), named)]


def _not_of_several(person: Found, text: str, roles: list[Found]) -> list[Found]:
    """The posts without those before somebody whom others follow: "the Chair, Pam Orme, Ruth Dell and the Clerk"."""
    several = _AMONG_OTHERS.match(text, person.end)
    return [role for role in roles if not several or role.start >= person.end]


def _is_member(person: Found, text: str) -> bool:
    """Whether a sentence says of somebody that they sit or spoke in a meeting, or names them first of those who sit."""
    said = _SITS.match(text, person.end) or _SPOKE.match(text, person.end)
    return bool(said or _MEMBERS_ARE.search(text, 0, person.start))


def _beside_others(person: Found, text: str, people: list[Found], sure: list[Found]) -> bool:
    """Whether somebody is listed with another who is surely a person: "Ann Lee, Bo Hart and Cy Orr are members"."""
    at = people.index(person)
    for step in (1, -1):
        other, here = at + step, at
        while 0 <= other < len(people):
            one, two = sorted((people[here], people[other]), key=lambda p: p.start)
            if text[one.end : two.start] not in _NEXT_ONE:
                break
            if people[other] in sure:
                return True
            here, other = other, other + step
    return False


def _sent_by(person: Found, text: str, bodies: list[Found]) -> bool:
    """Whether a line is a body and who sits for it: "Northwick Council – Ann Lee (Chair)"."""
    before = next((b for b in bodies if not text[: b.start].strip(_MARKS) and b.end <= person.start), None)
    named = before is not None and before.scope is not Scope.GENERIC and text[before.start].isupper()
    return bool(before and named and _DASH.fullmatch(text, before.end, person.start) and _ENDS.match(text, person.end))


def _has_office(person: Found, text: str, roles: list[Found], bodies: list[Found]) -> bool:
    then = _THEN.match(text, person.end)
    after, mark = (then.end(), then["mark"]) if then else (person.end, None)
    if any(role.start == after for role in roles) or (mark and any(body.start == after for body in bodies)):
        return True
    if any(_OPENED.fullmatch(text, person.end, role.start) for role in roles):
        return True
    before = [role for role in roles if role.end <= person.start]
    if before and _AFTER_POST.fullmatch(text, before[-1].end, person.start):
        return True
    if _CHAIRS.match(text, person.end) or _sent_by(person, text, bodies):
        return True
    return bool(_IN_THE_CHAIR.match(text, person.end) or _HAS_BEEN.search(text, 0, person.start))
