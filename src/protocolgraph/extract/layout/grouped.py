"""Groups whose name heads a list of who sits on them: "Tactical Subgroup:", then a line for each organisation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from protocolgraph.extract.chaired import chairing
from protocolgraph.extract.collected import Collected
from protocolgraph.extract.found import Found
from protocolgraph.extract.layout.named import RULE
from protocolgraph.extract.masked import Placed
from protocolgraph.extract.spoken import is_group_head
from protocolgraph.extract.units import Key, key_of
from protocolgraph.model import Clause, ClauseKind, EntityType, Passage, Scope
from protocolgraph.vocab.lexicon import fold

_FEWEST = 3
"""So many lines make a list of members."""
_SHARE = 0.3
"""Share of the lines that must be known names."""
_ALL = 0.8
"""Share of the lines that must at least be written as names."""
_SMALL = 3
"""Letters of a small word: "and", "of"."""
_WHOLE = 0.7
"""Share of a line that a name takes when it is all that the line says."""
_ARTICLE = re.compile(r"^(?:the|our|your)\b", re.IGNORECASE)
_OF_SEVERAL = re.compile(
    r"\b(?:of|on) (?:(?:the|our|its|these|each of the|all) )*(?:[\w-]+ ){0,2}"
    r"(?P<noun>(?:sub-?)?(?:committee|group|panel|board))s\b",
    re.IGNORECASE,
)
"""A lead-in to the members of more than one group: "The current membership of the committees is"."""
_UNNAMED = re.compile(
    r"\b(?:convene[sd]?|established|set up|created|formed|has|by) an? "
    r"(?P<name>(?:[a-z-]+ ){1,3}(?P<noun>group|board|panel|committee|forum|team|network))$"
)
_MADE_UP = re.compile(r"\b(?:consists? of|comprises?(?: of)?|is made up of|is composed of)\W*$", re.IGNORECASE)
_GROUP = re.compile(r"(?:sub|working|task|steering)?[ -]?(?:groups?|committees?)")
_PARTNERS = re.compile(r" (?:partners?|member (?:agencies|organisations))$", re.IGNORECASE)
_LONGEST = 6
"""Words of a heading that is only a group's name."""


def is_group(collected: Collected, body: Placed) -> bool:
    """Whether a body's name is that of a group that has members and stands below another body."""
    return heads_group(collected, body.mention) and body.scope is not Scope.GENERIC


def heads_group(collected: Collected, body: int) -> bool:
    """Whether the noun of a body's name is one for groups: "panel", "forum"."""
    return is_group_head(collected.names.heads[body])


def group_alone(collected: Collected, passage: Passage) -> Placed | None:
    """Return the group that is all of a heading or label, or None."""
    text = passage.text.rstrip(" :")
    bodies = [p for p in collected.names.at(passage) if p.type is EntityType.BODY and p.masks and p.end >= len(text)]
    group = next((p for p in bodies if is_group(collected, p)), None)
    if group is None or len(text.split()) > _LONGEST:
        return None
    before = _ARTICLE.sub("", text[: group.start]).strip()
    if not before:
        return group
    if not before[0].isupper() or RULE.search(before) or len(before.split()) > _LONGEST - 2:
        return None
    collected.names.weak.add(group.mention)
    found = Found(0, len(text), EntityType.BODY, text, collected.names.heads[group.mention])
    return collected.names.place(passage, found)


def group_of_label(clause: Clause, lead: Passage, collected: Collected) -> int | None:
    """Return the group of which a label names the members, below a lead-in to those of several: "Premises: Ann Lee
    (Chair)" below "The membership of the committees is"; whoever chairs there chairs that group.
    """
    several = _OF_SEVERAL.search(lead.text) if clause.kind is ClauseKind.FIELD else None
    label, names = clause.leads[-1], collected.names
    if several is None or label is lead:
        return None
    called = {fold(label.text).strip(" :"), fold(f"{label.text.strip(' :')} {several['noun']}")}
    bodies = (n for n, mention in enumerate(names.mentions) if mention.type is EntityType.BODY and mention.spans)
    group = next((n for n in bodies if heads_group(collected, n) and fold(names.mentions[n].name) in called), None)
    if group is not None:
        for office in (p.mention for p in names.at(clause.body) if names.heads[p.mention] in chairing()):
            names.own_instead(office, group)
    return group


def group_of_lead(collected: Collected, lead: Passage, bodies: Sequence[Placed], end: int) -> int | None:
    """Return whose members a lead-in lists by other words than a name: the group without a name that ends before them
    ("The Unit has convened an oversight group which includes"), or the body of "The Strategic Board partners are".

    Args:
        collected: what is known of the document.
        lead: the lead-in.
        bodies: the bodies that it names.
        end: where the words begin that say of whom a body is made up; 0 for none.

    """
    group = _UNNAMED.search(lead.text, 0, end)
    if group is not None and not any(group.start("name") < p.end <= end for p in collected.names.at(lead)):
        start, stop = group.span("name")
        found = Found(start, stop, EntityType.BODY, group["name"], group["noun"], weak=True)
        return collected.names.place(lead, found).mention
    if not bodies:
        return _owner_of_members(lead, collected)
    mentions = collected.names.mentions
    said = [lead.text[: p.end] for p in bodies] + [mentions[p.mention].name for p in bodies]
    owners = {fold(_ARTICLE.sub("", _PARTNERS.sub("", words)).strip()) for words in said if _PARTNERS.search(words)}
    known = (n for n, m in enumerate(mentions) if m.type is EntityType.BODY and m.spans and fold(m.name) in owners)
    return next(known, None) if owners else None


def _owner_of_members(lead: Passage, collected: Collected) -> int | None:
    """The body whose members a lead-in names by it: "Delivery Board members are"."""
    names = collected.names
    posts = [p for p in names.at(lead) if p.type is EntityType.ROLE and names.heads[p.mention] in ("member", "members")]
    owners = {fold(lead.text[p.start : p.end].rpartition(" ")[0]) for p in posts} - {""}
    bodies = (n for n, mention in enumerate(names.mentions) if mention.type is EntityType.BODY)
    return next((n for n in bodies if fold(names.mentions[n].name) in owners), None)


def listed_parts(collected: Collected) -> set[Key]:
    """Return the items that are groups of what their lead-in says is made up of them: "The Forum consists of:", with
    "Executive Group", "Sub-groups", which are parts of it and no members.
    """
    found: dict[Key, int] = {}
    items = [c for c in collected.names.outline.clauses if c.kind is ClauseKind.ITEM and c.leads]
    for leads, lines in groupby(items, key=lambda c: c.leads):
        if _MADE_UP.search(leads[-1].text) is None:
            continue
        names = [(key_of(c.body), _whole(collected, c)) for c in lines]
        heads = collected.names.heads
        groups = {key: n.mention for key, n in names if n is not None and _GROUP.fullmatch(heads[n.mention])}
        found |= groups if len(groups) > 1 and 2 * len(groups) > len(names) else {}
    parts = set(found.values())
    collected.facts[:] = [f for f in collected.facts if f.predicate != "member_of" or f.subject not in parts]
    return set(found)


def rosters_of_groups(collected: Collected) -> dict[Key, tuple[int, None, Passage]]:
    """Return the lines of such lists with the group that they sit on and the heading or label that names it."""
    found: dict[Key, tuple[int, None, Passage]] = {}
    items = [c for c in collected.names.outline.clauses if c.kind is ClauseKind.ITEM and c.leads]
    for _, lines in groupby(items, key=lambda c: (c.section, c.leads)):
        listed = list(lines)
        lead = listed[0].leads[-1]
        if len(listed) < _FEWEST or not _names_only(collected, listed):
            continue
        group = group_alone(collected, lead)
        if group is not None:
            found.update({key_of(clause.body): (group.mention, None, lead) for clause in listed})
    return found


def _names_only(collected: Collected, clauses: Sequence[Clause]) -> bool:
    """Whether lines are names that are not those of groups: who sits on a group, not what it does or has below it."""
    if any(RULE.search(clause.body.text) for clause in clauses):
        return False
    named = [_whole(collected, clause) for clause in clauses]
    groups = sum(name is not None and name.type is EntityType.BODY and is_group(collected, name) for name in named)
    titles = sum(name is not None or _titled(clause.body.text) for name, clause in zip(named, clauses, strict=True))
    known = sum(name is not None for name in named)
    return known >= _SHARE * len(clauses) and titles >= _ALL * len(clauses) and 2 * groups <= len(clauses)


def _titled(text: str) -> bool:
    """Whether words are written as a name is: each with a capital, but for small ones."""
    words = [word for word in text.split() if len(word) > _SMALL and word[0].isalpha()]
    return text[:1].isupper() and all(word[0].isupper() for word in words)


def _whole(collected: Collected, clause: Clause) -> Placed | None:
    text = clause.body.text
    names = [p for p in collected.names.at(clause.body) if p.masks and p.start <= 1]
    return next((p for p in names if p.end - p.start >= _WHOLE * len(text.partition(" (")[0])), None)
