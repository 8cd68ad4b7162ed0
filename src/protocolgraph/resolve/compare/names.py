"""Comparers of names as words: for bodies, posts and publications."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache

from protocolgraph.model import EntityType
from protocolgraph.resolve.compare.base import NOTHING, Comparison
from protocolgraph.resolve.item import Item
from protocolgraph.resolve.names import (
    abbreviates,
    acronym,
    initials,
    is_plural,
    key,
    one_slip,
    swapped,
    tail,
    without,
    words,
)
from protocolgraph.vocab.lexicon import fold, lexicon
from protocolgraph.vocab.resolution import resolution_words

SHORTEST_ACRONYM = 3
"""Letters that an acronym needs to be matched by its initials alone."""
SHORTEST_SLIP = 4
"""Letters that an acronym needs for two of them to be swapped by a slip."""
FEWEST_SLIPPED = 3
"""Words that a name needs for one of them to be a slip of another kind than two letters swapped."""
FEWEST_OF_KIND = 3
"""Words that a name needs to be known without its place."""
_SORTS = (
    ("nhs", "foundation", "trust"), ("nhs", "trust"), ("foundation", "trust"), ("trust",), ("committee",), ("panel",),
    ("working", "group"), ("subgroup",), ("subcommittee",), ("group",), ("forum",), ("service",), ("plc",), ("ltd",),
    ("limited",),
)  # fmt: skip
"""Nouns that a paper leaves out where it names a body again, the longest first."""
_OF_COUNCILS = (
    ("county", "borough", "council"), ("metropolitan", "borough", "council"), ("borough", "council"),
    ("county", "council"), ("city", "council"), ("district", "council"), ("council",),
)  # fmt: skip
"""The same where only a place is left, by which a paper on two councils calls each."""
_OF_TRUSTS = {"hospital", "hospitals", "partnership"}
"""Nouns that stand before "NHS Trust" in the name of one."""
_BY_PLACE = {"council", "authority"}
_ANY_KIND = frozenset({"agency", "organisation", "body"})
"""Nouns that say of a body no more than that it is one."""
_TELLING_ALL = frozenset({"partner", "sector"})
_PARTNERS, _AGENCIES = ("partner",), ("agency",)
"""What a partnership calls its members."""
FEWEST_LEFT = 2
"""Words that must be left of a name that is cut short inside."""
LONGEST_PLACE = 3
"""Words of a place's name."""
FEWEST_REORDERED = 4
"""Words that a name needs to be known in another order."""


def same_name(item: Item, head: Item) -> Comparison:
    """Same words, apart from case, plural, possessive and small words."""
    if key(item.title) != key(head.title):
        return NOTHING
    return Comparison(1.0, f"{item.title!r} and {head.title!r} are the same words")


def defined(item: Item, head: Item) -> Comparison:
    """A document says so: an acronym or a definition."""
    for other in head.others:
        if key(other) == key(item.title) and not _its_own(other, item, head):
            return Comparison(1.0, f"{head.document} gives {other!r} as another name of {head.title!r}")
    for other in item.others:
        if key(other) == key(head.title) and not _its_own(other, item, head):
            return Comparison(1.0, f"{item.document} gives {other!r} as another name of {item.title!r}")
    return NOTHING


def _its_own(name: str, item: Item, head: Item) -> bool:
    """Whether it is what a paper calls itself ("protocol"), which in another paper means that one."""
    return item.type is EntityType.PUBLICATION and item.document != head.document and len(key(name)) == 1


def area_name(item: Item, head: Item) -> Comparison:
    """Same name, in one with the area's name before or after it."""
    short, long = tail(item.title, item.area), tail(head.title, head.area)
    if not _telling(short or item.title, item) or not _telling(long or head.title, head):
        return NOTHING
    if (short or long) and key(short or item.title) == key(long or head.title):
        return Comparison(1.0, f"{item.title!r} is {head.title!r} but for the name of the area")
    return NOTHING


def abbreviation(item: Item, head: Item) -> Comparison:
    """One is the other with words as an acronym, with or without the area's name."""
    for short in shorter(item):
        for long in shorter(head):
            for one, other in ((short, long), (long, short)):
                if len(acronym(one) or "abc") >= SHORTEST_ACRONYM and abbreviates(one, other):
                    return Comparison(1.0, f"{one!r} has the initials of {other!r}")
    return NOTHING


def reordered(item: Item, head: Item) -> Comparison:
    """Same words in another order."""
    one, two = key(item.title), key(head.title)
    if len(one) >= FEWEST_REORDERED and one != two and sorted(one) == sorted(two):
        return Comparison(1.0, f"{item.title!r} has the words of {head.title!r} in another order")
    return NOTHING


def without_optional(item: Item, head: Item) -> Comparison:
    """Same name, but for words such as "NHS" or "Local" that a body's name may lose."""
    bare = (core(item.title, item.area), core(head.title, head.area))
    whole = (core(item.title, None), core(head.title, None))
    for one, two in (bare, whole):
        if len(one) > 1 and one == two and _telling(" ".join(one), item):
            return Comparison(1.0, f"{item.title!r} and {head.title!r} differ only in words that a name may lose")
    return NOTHING


def core(name: str, area: str | None) -> tuple[str, ...]:
    """Return the words of a name without the area's and without those that a name may lose."""
    bare = without(name, resolution_words().optional)
    return key(tail(bare, area) or bare)


def shorter(item: Item) -> tuple[str, ...]:
    """Return what an item is compared by, and that without the area's name and without optional words of a body's."""
    found = [item.title]
    if item.type is EntityType.BODY:
        found.append(without(item.title, resolution_words().optional))
    found += [short for name in tuple(found) if (short := tail(name, item.area))]
    return tuple(dict.fromkeys(found))


def after_acronym(item: Item, head: Item) -> Comparison:
    """Same name, in one behind the acronym of whose it is, in one document: "NSX ICB Quality Committee"."""
    bare = without_acronym(head.title)
    if item.document == head.document and bare is not None and key(bare) == key(item.title):
        return Comparison(1.0, f"{head.title!r} is {item.title!r} behind the acronym of whose it is")
    return NOTHING


def without_acronym(name: str) -> str | None:
    """Return a name of two words or more without the acronyms before it; None if there are none."""
    found = words(name)
    size = next((place for place, word in enumerate(found) if acronym(word.raw) is None), len(found))
    return name[found[size].start :] if 0 < size < len(found) - 1 and not found[size].small else None


def without_place(item: Item, head: Item) -> Comparison:
    """A longer name without the place that it begins with, or "Healthwatch" of a place, in the same document.

    Where the document's area is known, a board without a place is that area's.
    """
    one, two = key(item.title), key(head.title)
    if item.document != head.document or len(one) >= len(two) or is_plural(item.title):
        return NOTHING
    network = " ".join(one) in lexicon("bodies")["leading"] and _of_network(one, two)
    begins = item.area is None and len(one) >= FEWEST_OF_KIND and two[-len(one) :] == one
    place = two[: len(two) - len(one)] if begins else ()
    telling = not resolution_words().distinguishing.issuperset(place)
    if network or (telling and not any(_of_business(word) for word in place)):
        return Comparison(1.0, f"{item.title!r} is {head.title!r} without its place, the only one in the document")
    return NOTHING


def _of_network(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Whether the longer name is a local member of the network that the shorter one names, not its national body."""
    nation = " ".join(two[len(one) :]) in lexicon("bodies")["nationwide_ends"]
    return two == (_LOCAL, *one) or (two[: len(one)] == one and not nation)


_LOCAL = "local"
"""What the member of a network may be called for its place: "Local Healthwatch"."""


def ends(title: str) -> list[tuple[str, ...]]:
    """Return what is left of a name without the one to three words that it begins with, and its first word."""
    found = key(title)
    fewest = 1 if found[:1] == (_LOCAL,) else FEWEST_OF_KIND
    return [found[cut:] for cut in range(1, LONGEST_PLACE + 1) if len(found) - cut >= fewest] + [found[:1]]


def _of_business(word: str) -> bool:
    """Whether a word tells of what a body does, so that the rest is another body."""
    plain = resolution_words().plain[EntityType.BODY]
    return word in plain or any(word in known or f"{word}s" in known for known in _business())


@cache
def _business() -> tuple[Mapping[str, object], ...]:
    return (lexicon("topics")["topics"], lexicon("roles")["fields"], lexicon("bodies")["narrowing"])


def without_sort(item: Item, head: Item) -> Comparison:
    """A name without the noun for its sort, in the same document: "Audit and Risk", "Audit and Risk Committee"."""
    named = item.document == head.document and not item.generic and not head.generic
    if named and " ".join(key(item.title)) in sortless(head.title):
        return Comparison(1.0, f"{item.title!r} is {head.title!r} without its sort, the only one in the document")
    return NOTHING


def sortless(title: str) -> list[str]:
    """Return a group's name without "Committee" or "Group" at its end, a trust's without "NHS Trust", a place alone."""
    found = key(title)
    council = next((rest for rest in _OF_COUNCILS if found[-len(rest) :] == rest), None)
    if council is not None:
        place = found[: -len(council)]
        return [" ".join(place)] if place and not any(_of_business(word) for word in place) else []
    for rest in _SORTS:
        left = found[: -len(rest)]
        if left and found[-len(rest) :] == rest:
            whole = left[-1] in lexicon("bodies")["heads"] and not (rest[-1] == "trust" and left[-1] in _OF_TRUSTS)
            return [] if whole or _only_place(left) else [" ".join(left)]
    return []


def _only_place(left: tuple[str, ...]) -> bool:
    """Whether one word is left that tells of no business: "Northwick" of a "Northwick Committee", "NHS" of a trust."""
    return len(left) == 1 and (not _of_business(left[0]) or left[0] in resolution_words().optional)


def cut_short(item: Item, head: Item) -> Comparison:
    """The end of a longer name of one document ("Safeguarding Adults Board", "Adults Board"), or, after the longer
    one, that without words inside it ("Operational Safety Group", "Operational Group").
    """
    named = not is_plural(item.title) and item.title[:1].isupper() and words(item.title)[-1].raw[:1].isupper()
    if item.generic or item.document != head.document or not named or fold(item.title) in lexicon("bodies")["alone"]:
        return NOTHING
    after = min(head.forms) < min(item.forms)
    if not _is_end(item.title, head.title) and not (after and _is_inside(item.title, head.title)):
        return NOTHING
    left_out = (Counter(key(head.title)) - Counter(key(item.title))).keys()
    another = _of_rank(left_out) if item.type is EntityType.ROLE else _of_other_business(item, left_out)
    if another or resolution_words().distinguishing.issuperset(left_out):
        return NOTHING
    return Comparison(1.0, f"{item.title!r} is {head.title!r} cut short, the only one in the document")


def _is_end(short: str, long: str) -> bool:
    """Whether a name of two words or more ends a longer one: no "Wellbeing Board" a "Health and Wellbeing Board"."""
    one, two = words(short), words(long)
    more = len(two) - len(one)
    ends = len(key(short)) >= FEWEST_LEFT and more > 0 and not two[more - 1].small
    return ends and [word.folded for word in one] == [word.folded for word in two[more:]]


def _is_inside(short: str, long: str) -> bool:
    """Whether the words of a name, two at least, stand in a longer one in the same order, the last one last.

    A council is called by its place: one with more words is another, "Ashby Town Council" beside "Ashby Council".
    """
    one, two = key(short), key(long)
    rest = iter(two)
    same = words(short)[-1].folded == words(long)[-1].folded and one[-1] not in _BY_PLACE
    fits = FEWEST_LEFT <= len(one) < len(two) and same and " for " not in long
    return fits and all(word in rest for word in one)


def _of_other_business(item: Item, left_out: Iterable[str]) -> bool:
    """Whether what is left out tells two bodies apart: what they do ("Health Scrutiny Committee"), or, where the
    document's own area is known, another place alone: "Northwick and Saltmere Youth Service" is Northwick's, too.
    """
    plain = resolution_words().plain[EntityType.BODY]
    if all(word in plain for word in key(item.title)):
        return False
    business = [_of_business(word) for word in left_out]
    told = all(business) and plain.isdisjoint(left_out)
    ours = item.area is not None and set(left_out) > set(key(item.area))
    return told or (item.area is not None and not any(business) and not ours)


def _of_rank(left_out: Iterable[str]) -> bool:
    """Whether a word of a title says more than what the post is for: "Deputy", "Lead", not "Board"."""
    lists = resolution_words()
    ranks = lists.distinguishing | (lists.plain[EntityType.ROLE] - lists.plain[EntityType.BODY])
    return any(word in ranks or not _of_business(word) for word in left_out)


def undated(item: Item, head: Item) -> Comparison:
    """The same paper, in one with its year, where the document tells of no other year's: "Work Plan 2013-14"."""
    dated = head.document == item.document and without_years(head.title)
    if dated and dated == key(item.title):
        return Comparison(1.0, f"{item.title!r} is {head.title!r}, the only one in the document")
    return NOTHING


def same_class(item: Item, head: Item) -> Comparison:
    """A class with and without the noun that says no more of it, in one document: "partners", "partner agencies"."""
    one, two = plain_class(item), plain_class(head)
    if item.document == head.document and one and one == two:
        return Comparison(1.0, f"{item.title!r} and {head.title!r} differ only in a noun that says no more")
    return NOTHING


def plain_class(item: Item) -> tuple[str, ...]:
    """Return the words of a class of bodies without "agency" or "organisation" behind "partner" or "sector"; nothing
    for what is no class of these.
    """
    found = key(item.title)
    if len(found) > 1 and found[-1] in _ANY_KIND and found[-2] in _TELLING_ALL:
        found = found[:-1]
    if found == _AGENCIES:
        found = _PARTNERS
    return found if item.generic and found[-1:] and found[-1] in _TELLING_ALL else ()


def cut_paper(item: Item, head: Item) -> Comparison:
    """The same paper by fewer words, the first and the last of them the same sort: "Work Programme" of an "annual
    Scrutiny Work Programme". Not one that another short name or an "and" tells apart: "Annual Report and Accounts", the
    cover report that calls itself "the report".
    """
    one, two = key(item.title), key(head.title)
    if item.document != head.document or not FEWEST_LEFT <= len(one) < len(two) or one[-1] != two[-1]:
        return NOTHING
    rest = iter(two)
    another = any(len(key(name)) == 1 for name in head.others) or " and " in head.title.removesuffix(item.title)
    if another or not all(word in rest for word in one):
        return NOTHING
    return Comparison(1.0, f"{item.title!r} is {head.title!r} cut short, the only one in the document")


def without_years(title: str) -> tuple[str, ...]:
    """Return the words of a title that has a year without it; nothing for one that has none."""
    found = key(title)
    kept = tuple(word for word in found if not word[0].isdigit())
    return kept if len(kept) < len(found) else ()


def regional_kind(item: Item, head: Item) -> Comparison:
    """The kind alone of a body of which a region has one, in the same document: "the Police", "Moorland Police".

    Two kinds with the same initials stay two: "the County Council" is no "Moorland City Council".
    """
    kind, whole = key(item.title), key(head.title)
    bare = item.document == head.document and kind in resolution_words().one_a_region
    short = len(kind) == 1 or acronym(head.title.rpartition(" ")[2]) is not None
    if bare and kind_key(kind) in kinds_at_end(head.title) and (short or whole[-len(kind) :] == kind):
        return Comparison(1.0, f"{item.title!r} is {head.title!r}, the only one in the document")
    return NOTHING


def kinds_at_end(name: str) -> set[str]:
    """Return the kinds of a region's one body with which a longer name ends, as `kind_key` writes them.

    A force of the whole country is no region's: "the Police" beside "British Transport Police" are not they.
    """
    found = key(name)
    if any(word.folded == "of" for word in words(name)) or lexicon("bodies")["alone"].get(fold(name)) == "national":
        return set()
    ends = [found[start:] for start in range(1, len(found))]
    return {kind_key(end) for end in ends if end in resolution_words().one_a_region}


def kind_key(kind: tuple[str, ...]) -> str:
    """Return what a kind and its acronym share: "icb" for "Integrated Care Board" and "ICB"."""
    return kind[0] if len(kind) == 1 else "".join(word[0] for word in kind)


def slip(item: Item, head: Item) -> Comparison:
    """A slip of the pen in a name that the same document writes right elsewhere."""
    if item.document != head.document:
        return NOTHING
    letters = acronym(item.title)
    if letters and not item.others:
        return _acronym_slip(letters, head)
    one, two = key(item.title), key(head.title)
    differ = [(a, b) for a, b in zip(one, two, strict=False) if a != b]
    if len(one) != len(two) or len(differ) != 1:
        return NOTHING
    wrong, right = differ[0]
    if wrong in item.odd and (swapped(wrong, right) or (len(one) >= FEWEST_SLIPPED and one_slip(wrong, right))):
        return Comparison(1.0, f"{item.title!r} is {head.title!r} with a slip: {wrong!r} for {right!r}")
    return NOTHING


def _acronym_slip(letters: str, head: Item) -> Comparison:
    wanted = [found for name in head.titles if (found := acronym(name))]
    wanted += [initials(name).upper() for name in shorter(head)]
    for right in wanted:
        if len(letters) >= SHORTEST_SLIP and swapped(letters.upper(), right.upper()):
            return Comparison(1.0, f"{letters!r} is {right!r} with two letters swapped")
    return NOTHING


def _telling(name: str, item: Item) -> bool:
    """Whether a name says which one is meant: it is an acronym, or has a word that is not plain."""
    plain = resolution_words().plain.get(item.type, frozenset())
    return bool(words(name)) and any(word not in plain for word in key(name))
