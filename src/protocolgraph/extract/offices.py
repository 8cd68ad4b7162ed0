"""The post that a role description is about, which its "you" and "the post holder" mean."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from protocolgraph.extract.found import Found
from protocolgraph.extract.units import Key, Unit, UnitKind
from protocolgraph.model import EntityType, Scope
from protocolgraph.vocab.lexicon import fold

_DESCRIBES = re.compile(
    r"\b(?:role|job|post|person) (?:description|profile|specification|summary)s?\b"
    r"|\b(?:description|purpose) of the (?:role|post|job)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(r"(?:(?:job|post|role) ?)?(?:title|post|role|position|job|office)(?: \d+)?\W*", re.IGNORECASE)
_FRONT = 12
"""Passages that may hold what kind of paper it is and whose."""
_FIELDS = frozenset({"internal audit", "external audit"})
"""Services that in a heading are a field of a committee's work: below "Internal audit" it reviews their plan."""
_ARTICLE = 4
_WORK = r"(?:role|duties|responsibilities|functions|job|tasks|expectations)"
_ROLE_OF = re.compile(
    rf"(?:the )?(?:(?:key|main|general|specific|core) )?(?:{_WORK}(?: (?:and|&) {_WORK})? (?:of|for)|delegations to)"
    r" (?:the |an? |our |all |each )?|for (?:the |all |each )?",
    re.IGNORECASE,
)
"""What a heading says before those whose work stands below it: "Main duties of the", "For all"."""
_SECOND = re.compile(r" (?:and|&) (?:\w+ )?\w+")
_ITS_ROLE = re.compile(rf"(?:[’']s?)?\W+{_WORK}(?: (?:and|&) {_WORK})?", re.IGNORECASE)
_DUTIES = re.compile(
    rf"(?:(?:(?:overall|specific|main|key|general|core) )?{_WORK}(?: (?:and|&) {_WORK})?|delegated powers)\W*",
    re.IGNORECASE,
)
"""A heading of duties that names nobody."""
HANDED_OUT = re.compile(r"\b(?:reserved|delegated|delegations) (?:to|for|by)\b", re.IGNORECASE)
"""What a heading says that tells whose the matters below it are, though it stand among lines of a title."""
WANTED = re.compile(
    r"\b(?:skills|knowledge|experience|qualit(?:y|ies)|attributes|abilit(?:y|ies)|person|essential|desirable|competenc\w+"
    r"|looking for|requirements|remuneration|allowance|support|time|pay|apply)\b",
    re.IGNORECASE,
)
"""Headings of a role description below which stands who is wanted, and not what is to be done."""


def office_of(
    title: str, titles: Sequence[Found], units: Mapping[Key, Unit], found: Mapping[Key, Sequence[Found]]
) -> tuple[Key, Found] | None:
    """Return the post that a role description is about, with the passage that names it; None for other papers.

    Args:
        title: the document's title.
        titles: names found in the title.
        units: the document's passages.
        found: names found in each passage.

    """
    front = list(units.items())[:_FRONT]
    if front and (entitled := _entitled(title, titles, units)) is not None:
        return front[0][0], entitled
    telling = [key for key, unit in front if _DESCRIBES.search(unit.text)]
    if not telling and not _DESCRIBES.search(title):
        return None
    for (_, label), (key, _) in pairwise(front):
        post = _first_post(found[key])
        labels = label.kind is UnitKind.LEAD and (_LABEL.fullmatch(label.text) or _DESCRIBES.fullmatch(label.text))
        if labels and post is not None:
            return key, post
    for key in telling:
        if (post := next((n for n in found[key] if _is_post(n)), None)) is not None:
            return key, post
    last = front.index((telling[-1], units[telling[-1]])) if telling else 0
    for key, unit in front[: last + 2]:
        if (alone := next((n for n in found[key] if _is_all_of(n, unit, found[key])), None)) is not None:
            return key, alone
    named = next((n for n in titles if _is_post(n)), None)
    return (front[0][0], named) if named is not None and front else None


def _is_all_of(post: Found, unit: Unit, names: Sequence[Found]) -> bool:
    """Whether a line is a post and at most the body that it is in: "Independent Chair, Harbour Board"."""
    bodies = (n for n in names if n.type is EntityType.BODY and n.end == len(unit.text.rstrip(" :")))
    within = any(unit.text[post.end : body.start].strip(" –—-") == "," for body in bodies)
    return _is_post(post) and (post.text == unit.text.strip(" :") or (post.start == 0 and within))


def _entitled(title: str, titles: Sequence[Found], units: Mapping[Key, Unit]) -> Found | None:
    """The post whose role or duties a title tells, or that is all of it above headings of duties: "Parish Clerk"."""
    for post in titles:
        before, after = title[: post.start], title[post.end :]
        if _is_post(post) or (post.type is EntityType.ROLE and before and heads_work_of(title, post.text, post.type)):
            told = (_ROLE_OF.fullmatch(before) and not after.strip()) or (not before and _ITS_ROLE.fullmatch(after))
            headed = any(u.kind is UnitKind.HEADING and heads_duties(u.text) for u in units.values())
            if told or (headed and (before + after).strip().lower() in {"", "the"}):
                return post
    return None


def heads_duties(heading: str) -> bool:
    """Return whether a heading stands above duties and names nobody: "Main responsibilities"."""
    return _DUTIES.fullmatch(heading) is not None


def heads_work_of(heading: str, name: str, kind: EntityType) -> bool:
    """Return whether a heading is the name of a post, or tells whose work stands below: "The Role of the Clerk"."""
    before, found, after = heading.strip(" :").partition(name)
    if kind is not EntityType.ROLE or not found:
        return False
    return not (before or after) or heads_work_below(heading, name) or bool(not before and _ITS_ROLE.fullmatch(after))


def heads_work_below(heading: str, name: str) -> bool:
    """Return whether a heading says itself that whose name ends it does what stands below: "For all Scrutiny Members".

    A second post may stand behind the first: "For Scrutiny Chairs and Leads".
    """
    before, _, after = heading.strip(" :").partition(name)
    return _ROLE_OF.fullmatch(before) is not None and (not after or _SECOND.fullmatch(after) is not None)


def may_head(heading: str, name: Found) -> bool:
    """Return whether a name of a heading may be whom it is about: a plain noun only if the heading tells its work."""
    if name.type is EntityType.ROLE and name.weak:
        return heads_work_below(heading, name.text)
    return name.type in (EntityType.BODY, EntityType.ROLE) and not name.weak and not is_field(name.text)


def is_field(name: str) -> bool:
    """Return whether a service named by a heading is a field of the work told below it, and not whose work that is."""
    return fold(name) in _FIELDS


def _first_post(names: Sequence[Found]) -> Found | None:
    return next((n for n in names if _is_post(n) and n.start <= _ARTICLE), None)


def _is_post(name: Found) -> bool:
    return name.type is EntityType.ROLE and name.scope is not Scope.GENERIC and not name.weak
