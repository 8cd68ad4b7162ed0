"""What "the Plan", "this protocol" and "the Director" point back to: a report or a post that was named in full."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from protocolgraph.extract.all_of import THESE
from protocolgraph.extract.anaphora import OF_TWO
from protocolgraph.extract.document_names import ACTING, SUBJECT_WITHIN, DocumentNames
from protocolgraph.extract.found import Found
from protocolgraph.extract.masked import Placed, outermost
from protocolgraph.extract.spoken import begins_with
from protocolgraph.extract.units import Key, UnitKind
from protocolgraph.model import EntityType, Mention, MentionForm, Scope

_PAIR = 2
_EVERY = "Every "
"""The longest word before a class with which a sentence begins."""
_TOLD_ABOVE = 8
"""So many sentences or items before "both" may tell of the two."""
_AND = re.compile(r"\s+and\s+(?:(?:an?|the)\s+)?")
_PARTED = re.compile(r"[.;:]")
_LISTED_ON = re.compile(r"(?:,|,?\s+and|\s+&)\s+(?:(?:an?|the)\s+)?")
_OFTEN_SEVERAL = {"authority", "council", "trust"}
"""Bodies of which a paper may speak of several by one noun: "each Authority"."""
_EACH = re.compile(r"\b(?:each|every) $", re.IGNORECASE)
_OF_IT = re.compile(
    r" (?!(?:shall|will|must|may|should|can|is|has|to|in|at|and|or|by|on|for|with)\b)[a-z]+\b(?! the| an?\b)"
)
"""Behind a body, what is its own: of "each Council meeting" there is one council."""
_LESSER = ("deputy", "assistant", "acting", "vice", "former", "associate", "interim", "statutory", "shadow")
"""Words that make another post of a title: "the Commissioner" is not the Deputy Commissioner."""


def named_before(
    mentions: Sequence[Mention], heads: Sequence[str], name: Found, start: int, *, itself: bool
) -> int | None:
    """Return the mention that a short form of a publication or a post repeats, or None.

    Args:
        mentions: of the document so far.
        heads: the head noun of each.
        name: the short form.
        start: where it stands in the document.
        itself: whether it means the document, as "this protocol" does: the first publication of that kind.

    """
    full = _of_kind(mentions, heads, name, start)
    if not full:
        return None
    return full[0] if itself else full[-1]


def spoken_of(mentions: Sequence[Mention], heads: Sequence[str], name: Found, start: int, *, near: int) -> int | None:
    """Return the mention that a noun in lower case ("the plan") repeats, or None where it may be any.

    Args:
        mentions: of the document so far.
        heads: the head noun of each.
        name: the noun.
        start: where it stands in the document.
        near: where its section begins; what is named there is meant, else the only one of the document.

    """
    full = _of_kind(mentions, heads, name, start)
    here = [number for number in full if mentions[number].spans[0].start >= near]
    if here:
        return here[-1]
    alone = len({mentions[number].name.lower() for number in full}) == 1
    return full[0] if alone and not name.head.startswith("report") else None


def _of_kind(mentions: Sequence[Mention], heads: Sequence[str], name: Found, start: int) -> list[int]:
    """The mentions in full, before a place, of what a short form may mean."""
    wanted = name.head.removesuffix("s")
    return [
        number
        for number, mention in enumerate(mentions)
        if mention.type is name.type
        and mention.form is MentionForm.NAME
        and heads[number].removesuffix("s") == wanted
        and " " in mention.text
        and (mention.spans and mention.spans[0].start < start)
        and _same_rank(mention)
    ]


def _same_rank(mention: Mention) -> bool:
    generic = mention.scope is Scope.GENERIC
    return mention.type is not EntityType.ROLE or not (generic or mention.text.lower().startswith(_LESSER))


def of_two(names: DocumentNames, key: Key, name: Found) -> int | None:
    """Return whom "the former" or "the latter" means: of the last two bodies, or posts, of this or the last sentence.

    Args:
        names: what has been read of the document so far.
        key: the passage that the word stands in.
        name: the word, whose head is "former" or "latter".

    """
    keys = list(names.units)
    above = keys[keys.index(key) - 1] if key != keys[0] else key
    earlier = names.placed.get(above, []) if names.units[above].section == names.units[key].section else []
    pair = _joined_first(names.units[above].text, earlier)
    if pair:
        return pair[OF_TWO[name.head]]
    for placed in ([p for p in names.placed.get(key, []) if p.end <= name.start], earlier):
        met = [p for p in placed if p.masks and p.type in ACTING and p.scope is not Scope.GENERIC]
        last = {names.mentions[p.mention].name: p.mention for p in met if p.type is met[-1].type}
        if len(last) > 1:
            return list(last.values())[OF_TWO[name.head]]
    return None


def _joined_first(text: str, placed: Sequence[Placed]) -> list[int]:
    """The two with which a sentence begins: "A Review Group and a Learning Group support the Board"."""
    first = [p for p in placed if p.masks and p.type in ACTING][:2]
    if len(first) < _PAIR or first[0].start > SUBJECT_WITHIN or not _AND.fullmatch(text, first[0].end, first[1].start):
        return []
    return [p.mention for p in first]


def one_of_any(text: str, name: Found) -> bool:
    """Whether "the authority" is any one just spoken of: "where an authority knows that ..., the authority must"."""
    if name.form is not MentionForm.DEFINITE or name.type is not EntityType.BODY or "+" in name.head:
        return False
    if name.head in _OFTEN_SEVERAL and _EACH.search(text, 0, name.start) and not _OF_IT.match(text, name.end):
        return True
    any_one = rf"\b(?:an?|any|each|every) (?:local |relevant )?{re.escape(name.text)}\b(?! of)"
    return re.search(any_one, text[: name.start], re.IGNORECASE) is not None


def one_each(heads: Sequence[str], placed: Iterable[Placed]) -> list[Placed]:
    """Return the posts and people who are one each; none of "the office bearers" is "him"."""
    people = (p for p in placed if p.type in (EntityType.ROLE, EntityType.PERSON))
    return [p for p in people if p.scope is not Scope.GENERIC or not heads[p.mention].endswith("s")]


def one_by_one(names: Iterable[Placed]) -> list[Placed]:
    """Return the names of one body or post each: "it" is no class, and none of those that "the two groups" means."""
    placed = list(names)
    several = Counter((p.start, p.end) for p in placed)
    return [p for p in placed if not p.plural and several[p.start, p.end] == 1]


def all_before(names: DocumentNames, key: Key, head: str, start: int) -> list[int]:
    """Return the bodies that "both" or "all three" means alone, or "the two groups" behind the sections that tell of
    them; none for other words.

    Args:
        names: what has been read of the document so far.
        key: the passage that the words stand in.
        head: the noun and how many they are: "+2", "group+2".
        start: where they stand in it.

    """
    noun, told, number = head.partition("+")
    if not told:
        return []
    if head.endswith(THESE):
        return _named_above(names, key, noun)
    if noun:
        return _headed_before(names, key, noun, int(number))
    return (_joined_last(names, key, start) if int(number) == _PAIR else []) or _told_before(names, key, int(number))


def _joined_last(names: DocumentNames, key: Key, start: int) -> list[int]:
    """The two that an "and" joins last before "both", no subject: "a sub-group of the Panel and the Forum and reports
    to both".
    """
    text = names.units[key].text
    bodies = [p for p in names.placed.get(key, []) if p.masks and p.type is EntityType.BODY and p.end <= start]
    top = outermost(p for p in bodies if p.scope is not Scope.GENERIC)[-_PAIR:]
    joined = len(top) == _PAIR and top[0].start > SUBJECT_WITHIN and _AND.fullmatch(text, top[0].end, top[1].start)
    return [p.mention for p in top] if joined and not _PARTED.search(text, top[1].end, start) else []


def _named_above(names: DocumentNames, key: Key, noun: str) -> list[int]:
    """The bodies with a noun that the sentence before names, if they are several: "an Audit Committee and a Pay
    Committee. These committees".
    """
    keys = list(names.units)
    above = keys[keys.index(key) - 1] if key != keys[0] else key
    if names.units[above].section != names.units[key].section:
        return []
    placed = [p for p in names.placed.get(above, []) if p.masks and p.type is EntityType.BODY]
    single = [p for p in placed if p.scope is not Scope.GENERIC and names.heads[p.mention].endswith(noun)]
    named = {names.meant(p.mention): p.mention for p in single}
    return list(named.values()) if len(named) > 1 else []


def _told_before(names: DocumentNames, key: Key, number: int) -> list[int]:
    """Those with which the sentence before begins, or the only ones in it, or those that end it behind its first, or
    of which the last sentences or items tell, if they are so many.
    """
    keys = list(names.units)
    above = keys[keys.index(key) - 1] if key != keys[0] else key
    if names.units[above].section != names.units[key].section:
        return []
    placed = names.placed.get(above, [])
    first = _joined_first(names.units[above].text, placed)
    if not number:
        return first or _class_first(placed)
    if len(first) == number and all(names.mentions[m].type is EntityType.BODY for m in first):
        return first
    bodies = [p for p in placed if p.masks and p.type is EntityType.BODY and p.scope is not Scope.GENERIC]
    named = {names.meant(p.mention): p.mention for p in reversed(bodies)}
    whole, *parts = list(named.values())[::-1] or [0]
    if len(parts) == number and begins_with(names.units[above].text, bodies[0]) and _listed_last(names, above, parts):
        return parts
    return [whole, *parts] if len(named) == number else _begun_before(names, key, number)


def _begun_before(names: DocumentNames, key: Key, number: int) -> list[int]:
    """The last groups with whose names sentences or items of the section begin, if there are so many of them."""
    keys = list(names.units)
    at = keys.index(key)
    found: dict[str, int] = {}
    for above in reversed(keys[max(at - _TOLD_ABOVE, 0) : at]):
        if names.units[above].section != names.units[key].section:
            break
        placed = [p for p in names.placed.get(above, []) if p.masks and begins_with(names.units[above].text, p)]
        first = max(placed, key=lambda p: p.end, default=None)
        if first is not None and first.type is EntityType.BODY and first.scope is not Scope.GENERIC:
            found.setdefault(names.meant(first.mention), first.mention)
        if len(found) == number:
            return list(found.values())[::-1]
    return []


def _headed_before(names: DocumentNames, key: Key, head: str, number: int) -> list[int]:
    """The groups whose names are the last headings in a row, if they are so many; a sub-group is a group, too."""
    keys = list(names.units)
    found: list[int] = []
    for above in reversed(keys[: keys.index(key)]):
        unit = names.units[above]
        if unit.kind is not UnitKind.HEADING:
            continue
        named = [p for p in names.placed.get(above, []) if p.type is EntityType.BODY and begins_with(unit.text, p)]
        group = max(named, key=lambda p: p.end, default=None)
        if group is None or group.scope is Scope.GENERIC or not names.heads[group.mention].endswith(head):
            break
        found.append(group.mention)
    return found[::-1] if len(found) == number > 1 else []


def _class_first(placed: Sequence[Placed]) -> list[int]:
    """The class with which a sentence begins: "Every agency must", "The working groups may"."""
    first = next((p for p in placed if p.masks and p.type in ACTING), None)
    opens = first is not None and first.scope is Scope.GENERIC and first.start <= len(_EVERY)
    return [first.mention] if first is not None and opens else []


def _listed_last(names: DocumentNames, key: Key, bodies: Sequence[int]) -> bool:
    """Whether bodies end a sentence one right after the other: "The Board has an Audit Group and a Risk Group."."""
    text = names.units[key].text
    placed = [next(p for p in names.placed[key] if p.mention == mention) for mention in bodies]
    joined = all(_LISTED_ON.fullmatch(text, one.end, other.start) for one, other in pairwise(placed))
    return joined and not text[placed[-1].end :].strip(" .")


def person_called(mentions: Sequence[Mention], name: str) -> int | None:
    """Return the first mention of a person by this name, or None."""
    return next((n for n, m in enumerate(mentions) if m.type is EntityType.PERSON and m.name == name), None)


def law_before(name: Found, mentions: Sequence[Mention]) -> int | None:
    """Return the last law named so far that "the 2011 Act" can mean: of its kind, and of its year if it says one."""
    year, _, kind = name.text.rpartition(" ")
    for number in range(len(mentions) - 1, -1, -1):
        law = mentions[number]
        if law.type is EntityType.LEGISLATION and f" {kind} " in f"{law.name} " and year in law.name:
            return number if law.antecedent is None else law.antecedent
    return None
