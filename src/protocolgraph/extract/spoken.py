"""Of whom a sentence speaks, told by the words around a name at its beginning."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from protocolgraph.extract.anaphora import Antecedent, Memory
from protocolgraph.extract.found import Found
from protocolgraph.extract.introduced import just_introduced
from protocolgraph.extract.masked import Placed
from protocolgraph.extract.units import Unit
from protocolgraph.model import EntityType, Scope
from protocolgraph.vocab.lexicon import load_yaml

_INTRODUCING = re.compile(
    r"(?:(?:there|this|that) (?:is|are|will be|shall be)"
    r"|(?:it|ours|this|that|which|the \w+) (?:is|are) (?:now )?(?:called|known as|named))"
    r" (?:also )?(?:an?|the|one)?\s*$",
    re.IGNORECASE,
)
"""Words in front of a name that introduce it: "There shall be a Youth Board", "Ours is called the Youth Board"."""
_WORK_OF = re.compile(
    r"the (?:[a-z]+ )?(?:role|purpose|aim|function|remit|objective|task|responsibility) of (?:the )?$", re.IGNORECASE
)
_WORK_IS = re.compile(r" (?:is|are|will be|shall be)\b")
"""Around a body whose work a sentence tells: "The role of the Youth Board is to"."""
_POSSESSIVE = re.compile(r"['’]s?\s")
_OPENING = re.compile(r"(?:as|in|under|forming|being|following|within|with|at|on|for|through) [^,.;:]*$", re.IGNORECASE)
"""Words before a comma that stand ahead of what the sentence speaks of."""

_ALONGSIDE = re.compile(
    r"(?:alongside|together with|along with|besides|as well as|unlike|like) (?:the )?$", re.IGNORECASE
)
"""What begins a sentence before a body that is not its subject."""
_BEFORE_SUBJECT = re.compile(
    r"(?:(?:the|an?|our|its|this|each|that|one)(?: (?:single|new|joint|separate|small|further|second|first))?\s+)?",
    re.IGNORECASE,
)
"""What stands before the body that a sentence begins with."""
_ACTING = (EntityType.BODY, EntityType.ROLE)
_SHORT = 5
"""Characters of "The " or "Each "."""
_LISTED_ON = re.compile(r"\s*(?:,|,?\s+and)\s+(?:the\s+)?", re.IGNORECASE)

_THIS_PAPER = re.compile(
    r"this (?:document|protocol|paper|memorandum|mou|agreement|compact|concordat|framework|policy|strategy|guidance"
    r"|constitution|report|handbook|procedure|section|chapter|appendix|scheme|plan|code|note|statement|charter)\b",
    re.IGNORECASE,
)
"""How a paragraph on the paper itself begins."""
_GOES_ON = re.compile(r"its?\b", re.IGNORECASE)
_ABOUT_A_GROUP = re.compile(
    r"It (?:(?:will|shall|should|also|currently|normally|usually) )*"
    r"(?:meets?\b|(?:is|be) (?:co-)?(?:chaired|made up|composed)|comprises?\b|consists?\b|is attended|draws)"
)
"""What is said of a group itself: when it meets, who chairs it, who sits on it."""
_BROUGHT_IN = re.compile(
    r"\b(?:overseen|governed|led|directed|steered|managed|supported|assisted|delivered|driven|coordinated|undertaken)"
    r"(?: [a-z-]+)* by an? $|\b(?:established|set up|created|formed|convened|appointed|introduced)"
    r"(?: [a-z-]+)? an? $"
)
"""Between the body that a sentence begins with and the one that it brings in."""


def is_group_head(noun: str) -> bool:
    """Return whether the noun of a body's name is one for groups of members: "panel", "forum"."""
    return noun.removesuffix("s") in _group_heads()


@cache
def _group_heads() -> frozenset[str]:
    return frozenset(load_yaml("lexicon/layout_words.yaml")["group_heads"])


def begins_with(text: str, placed: Placed) -> bool:
    """Return whether nothing but an article, and a word such as "single", stands before a name."""
    return _BEFORE_SUBJECT.fullmatch(text, 0, placed.start) is not None


def stands_alone(text: str, placed: Placed) -> bool:
    """Return whether a passage is a name and no more, as an item of a list of members is."""
    return begins_with(text, placed) and not text[placed.end :].strip(" .,;:")


def opens_with(text: str, placed: Placed) -> bool:
    """Return whether a name stands at the beginning of a sentence, one short word before it at most."""
    return placed.start <= _SHORT or begins_with(text, placed)


def together(text: str, placed: Sequence[Placed]) -> bool:
    """Return whether names begin with two that a comma or "and" joins, or a sentence with whom its subject works beside
    ("Alongside the Council, it"), so that "it" means none of them.
    """
    if len(placed) == 1 and _ALONGSIDE.match(text, 0, placed[0].start):
        return text.startswith(",", placed[0].end)
    return len(placed) > 1 and _LISTED_ON.fullmatch(text, placed[0].end, placed[1].start) is not None


def speak_together(
    memory: Memory, unit: Unit, placed: Sequence[Placed], first: Placed, origin: Callable[[int], int]
) -> None:
    """Remember the several single bodies or posts that a sentence begins with: "The Clerk and the Chair sign it".

    So are those of whom it tells one by one: "Each school has a council".
    """
    if unit.text.startswith(("Each ", "Every ")):
        memory.spoken_each.add(origin(first.mention))
    if not first.masks:
        return
    found = [first]
    for other in placed:
        if other.start > found[-1].end and _LISTED_ON.fullmatch(unit.text, found[-1].end, other.start):
            found.append(other)
    single = all(p.type in _ACTING and p.scope is not Scope.GENERIC for p in found)
    memory.spoken_together[unit.section] = tuple(origin(p.mention) for p in found) if single else ()


def together_before(memory: Memory, unit: Unit, name: Found) -> tuple[int, ...]:
    """Return the several of whom "They" at the head of a sentence tells on; none for other words."""
    found = memory.spoken_together.get(unit.section, ()) if name.head == "they" and not name.start else ()
    return found if len(found) > 1 else ()


def owns_only(text: str, placed: Placed) -> bool:
    """Return whether a body opens a sentence only as an owner: "As part of the Council's work, the Board"."""
    return _POSSESSIVE.match(text, placed.end) is not None and _OPENING.match(text, 0, placed.start) is not None


def introduced(text: str, placed: Placed) -> bool:
    """Return whether a sentence only says that there is a body of this name, or what its role is."""
    if placed.type is not EntityType.BODY:
        return False
    works = _WORK_OF.match(text, 0, placed.start) is not None and _WORK_IS.match(text, placed.end) is not None
    return works or _INTRODUCING.match(text, 0, placed.start) is not None


def speak_of_paper(memory: Memory, unit: Unit, placed: Sequence[Placed], *, acting: bool) -> None:
    """Remember whether a sentence speaks of a paper, which "it" in the next one then means.

    Args:
        memory: of the document.
        unit: the sentence.
        placed: the names in it.
        acting: whether it begins with a body or post.

    """
    paper = any(p.type is EntityType.PUBLICATION and p.masks and opens_with(unit.text, p) for p in placed)
    opened = [p for p in placed if p.masks and p.type is EntityType.BODY and opens_with(unit.text, p)]
    if paper and not opened:
        memory.papers_spoken_of.add(unit.block)
    elif acting:
        memory.papers_spoken_of.discard(unit.block)
    if _THIS_PAPER.match(unit.text):
        memory.papers_told_of |= {unit.section, unit.section + 1}  # numbered paragraphs are sections of their own
    elif not _GOES_ON.match(unit.text):
        memory.papers_told_of.discard(unit.section)


def it_brought_in(memory: Memory, unit: Unit, pronoun: Found) -> int | None:
    """Return the one group that the sentence before brings in and of which "It meets monthly" tells, or None.

    What a group does may be said of either; when it meets and who sits on it is said of what is new.

    Args:
        memory: of the document.
        unit: the passage that the pronoun stands in.
        pronoun: the pronoun.

    """
    if pronoun.start or not _ABOUT_A_GROUP.match(unit.text):
        return None
    new = [a for a in just_introduced(unit, memory.met[::-1], memory.named) if is_group_head(a.head) and _by_whom(a)]
    return new[0].mention if len(new) == 1 else None


def _by_whom(antecedent: Antecedent) -> bool:
    text = antecedent.unit.text
    return _BROUGHT_IN.search(text, 0, text.find(antecedent.name)) is not None
