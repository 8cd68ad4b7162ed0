"""Several names that share words: "the Finance, Staffing and Premises Committees", "Leader and Deputy Leader of X".

Each is found where its own words stand, under the name that it has alone.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from protocolgraph.extract.found import Found
from protocolgraph.extract.tokens import Token
from protocolgraph.model import EntityType, MentionForm, Scope
from protocolgraph.vocab.lexicon import lexicon

_DEPUTY = re.compile(r"^(?:deputy|vice|assistant)[ -]", re.IGNORECASE)
_JOINT = re.compile(r"\s*(?:,|,?\s+and|&)\s+(?:of\s+)?(?:the\s+)?")
_AND_THE = re.compile(r"(?:\band|&)\s+(?:of\s+)?(?:the\s+)?$")
_WHOSE = r"[a-z]+['’]s?|adults?|children"
_OWNERS = re.compile(rf"\b(?P<one>{_WHOSE}) and (?P<other>{_WHOSE}) $")
"""Before a noun that two bodies share."""
_SEPARATORS = {",", "and", "&", "the"}


def several(tokens: list[Token], text: str, place: tuple[int, int], nouns: Collection[str]) -> list[Found]:
    """Return the bodies of a run of capitals that ends in the plural of one of these nouns; none where it is one name.

    Args:
        tokens: the passage.
        text: its words.
        place: index of the first word of the run, and of its last, the plural.
        nouns: what several bodies may share, in the singular.

    """
    first, index = place
    return _each(tokens, text, _parts(tokens, first, index), index) if _shares(tokens[index], nouns) else []


def owned_each(body: Found, text: str) -> list[Found]:
    """Return both bodies of "the children's and adults' safeguarding boards", of which small letters show but one."""
    owners = _OWNERS.search(text, 0, body.start) if body.text[0].islower() and body.head.endswith("s") else None
    if owners is None or (body.scope is Scope.GENERIC and " " not in body.text):
        return [body]
    noun = body.head.removesuffix("s")
    kind = body.text.removesuffix("s")
    first = Found(owners.start("one"), owners.end("one"), EntityType.BODY, f"{owners['one']} {kind}", noun)
    second = replace(
        body, start=owners.start("other"), text=f"{owners['other']} {kind}", head=noun, scope=Scope.LOCAL, weak=False
    )
    return [first, second]


def two_apart(
    tokens: list[Token], text: str, begin: int, place: tuple[int, int], nouns: Collection[str]
) -> list[Found]:
    """Return both bodies of "the Audit and the Risk Boards": one stands before "and the", one is the run behind it.

    Args:
        tokens: the passage.
        text: its words.
        begin: index of the first word of what stands before the "and".
        place: index of the first word of the run, and of its last, the plural.
        nouns: what several bodies may share, in the singular.

    """
    first, index = place
    joined = first > 1 and tokens[first - 1].folded == "the" and tokens[first - 2].folded in {"and", "&"}
    named = joined and 0 < begin < first - 2 and tokens[begin - 1].folded in {"the", "both", "its", "their"}
    return _each(tokens, text, [(begin, first - 2), place], index) if named and _shares(tokens[index], nouns) else []


def _shares(noun: Token, nouns: Collection[str]) -> bool:
    return noun.base.endswith("s") and noun.base.removesuffix("s") in nouns


def _each(tokens: list[Token], text: str, parts: list[tuple[int, int]], index: int) -> list[Found]:
    """The body of each part of the run, under its own words and what stands behind those of the last part."""
    if not parts:
        return []
    head = tokens[index].base.removesuffix("s")
    shared = " ".join([*(t.text for t in tokens[parts[-1][1] : index]), tokens[index].text.removesuffix("s")])
    found = []
    for start, end in parts:
        last = index if (start, end) == parts[-1] else end - 1
        words = text[tokens[start].start : tokens[end - 1].end]
        found.append(Found(tokens[start].start, tokens[last].end, EntityType.BODY, f"{words} {shared}", head))
    return found


def _parts(tokens: list[Token], first: int, index: int) -> list[tuple[int, int]]:
    """Where the words of each stand: between commas, or two owners or fields beside an "and"."""
    marks = [n for n in range(first, index) if tokens[n].text == "," or tokens[n].folded in {"and", "&"}]
    if any(tokens[mark].text == "," for mark in marks):
        return [(start + 1, end) for start, end in pairwise([first - 1, *marks, index])]
    if len(marks) != 1:
        return []
    mark = marks[0]
    owners = tokens[mark - 1].possessive and mark - first == 1 and tokens[mark + 1].possessive
    if owners and mark + 1 < index:
        return [(first, mark), (mark + 1, mark + 2)]
    both = "both" in [token.folded for token in tokens[max(first - 2, 0) : first]]
    return [(first, mark), (mark + 1, index)] if both else []


def _chain(bodies: Collection[Found], text: str, start: int) -> list[Found]:
    """The bodies that begin with one at this offset and share a noun that only stands behind the last."""
    row = sorted((b for b in bodies if b.start >= start), key=lambda b: b.start)
    taken: list[Found] = []
    for body in row:
        joined = body.start == start if not taken else _only_joins(text[taken[-1].end : body.start])
        if not joined or body.text == text[body.start : body.end]:
            break
        taken.append(body)
    return taken if len(taken) > 1 else []


def _one_each(titles: str) -> bool:
    """Whether a plural is of a post of which each body has one: "Chief Executives"."""
    words = titles.lower().removesuffix("s")
    return any(words == title or words.endswith(f" {title}") for title in lexicon("roles")["one_each"])


def _row(bodies: Collection[Found], text: str, start: int) -> list[Found]:
    """The bodies that stand in a row from this offset, the last behind an "and"; none for one alone."""
    taken: list[Found] = []
    place = start
    while here := [body for body in bodies if body.start == place]:
        taken.append(max(here, key=lambda body: body.end))
        joint = _JOINT.match(text, taken[-1].end)
        if joint is None:
            break
        place = joint.end()
    ended = len(taken) > 1 and _AND_THE.search(text, taken[-2].end, taken[-1].start)
    return taken if ended else []


def _only_joins(between: str) -> bool:
    return set(between.lower().replace(",", " , ").split()) <= _SEPARATORS


def chairs_of_each(role: Found, text: str, bodies: Collection[Found]) -> Iterator[Found]:
    """Yield a chair of each body of "the Chairs of the Audit, Finance and Quality Committees"; else the role itself."""
    of = text.find(" of ", role.start)
    after = of + len(" of ") if of >= 0 else len(text)
    after += len("the ") if text.startswith("the ", after) else 0
    row = _chain(bodies, text, after) if of >= 0 and role.end >= after else []
    if not row and role.head.endswith("s") and _one_each(text[role.start : max(of, role.start)]):
        row = _row(bodies, text, after)
    if not row:
        yield role
        return
    title = text[role.start : of].removesuffix("s")
    for body in row:
        start = role.start if body is row[0] else body.start
        yield replace(
            role, start=start, end=body.end, text=f"{title} of the {body.text}", head=role.head.removesuffix("s"),
            owner=(body.start, body.end), scope=Scope.LOCAL, weak=False,
        )  # fmt: skip


def with_shared_tails(roles: Sequence[Found], text: str) -> list[Found]:
    """Return posts, a title before its deputy's with what both are of: "Leader and Deputy Leader of the Council"."""
    shared = list(roles)
    for place, (role, deputy) in enumerate(pairwise(roles)):
        _, of, whose = deputy.text.partition(" of ")
        second = _DEPUTY.sub("", deputy.text.partition(" of ")[0])
        joined = text[role.end : deputy.start] in (" and ", " & ", " or ", " and/or ", "/")
        if of and joined and second.lower() == role.text.lower() and second != deputy.text.partition(" of ")[0]:
            name = f"{role.text} of {whose}"
            shared[place] = replace(role, text=name, owner=deputy.owner, form=MentionForm.NAME, weak=False)
    return shared
