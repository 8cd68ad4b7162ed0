"""Names as words: folding, acronyms, years, and names without the area that they begin with.

Two spellings of one name have the same `key`. All functions are pure and remember what they worked out.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from protocolgraph.text.normalise import fold as plain_marks
from protocolgraph.vocab.resolution import resolution_words

_WORD = re.compile(
    r"(?P<period>(?<!\d)(?:19|20)\d\d\s*[-/]\s*(?:(?:19|20)\d\d|\d\d)(?!\d)|(?<!\d)(?:19|20)\d{4}(?!\d))"
    r"|[A-Z]+(?:&[A-Z]+)+\b|[^\W_]+(?:'[^\W_]+)*|&"
)
_ACRONYM = re.compile(r"[A-Z][A-Za-z]{1,8}")
_WITHIN = re.compile(r"\(([A-Z][A-Za-z]{1,8})\)(?=\s*\w)")
"""An acronym in brackets inside a name."""
_OF = re.compile(r"\s+(?:of|for)\s+", re.IGNORECASE)
_CACHE = 65_536


@dataclass(frozen=True, slots=True)
class Word:
    """`name[start:end]`, a word (or two that are written as one)."""

    raw: str
    folded: str
    start: int
    end: int
    small: bool


@lru_cache(_CACHE)
def words(name: str) -> tuple[Word, ...]:
    """Return the words of a name in order."""
    lists = resolution_words()
    found: list[Word] = []
    again = _said_again(name) if "(" in name else frozenset()
    for match in _WORD.finditer(plain_marks(name)):
        start, end = match.span()
        if start in again:
            continue
        for folded in _folded(match):
            pair = lists.joined.get((found[-1].folded, folded)) if found else None
            if pair:
                first = found.pop()
                found.append(Word(name[first.start : end], pair, first.start, end, small=False))
            else:
                found.append(Word(match.group(), folded, start, end, folded in lists.small))
    return tuple(found)


def _said_again(name: str) -> frozenset[int]:
    """Where acronyms stand that only abbreviate the words before them: "Case Review (CR) Group"."""
    found = set()
    for match in _WITHIN.finditer(name):
        letters = [word[0].lower() for word in re.findall(r"[^\W\d_]+", name[: match.start()])]
        if "".join(letters).endswith(match[1].lower()):
            found.add(match.start(1))
    return frozenset(found)


def _folded(match: re.Match[str]) -> tuple[str, ...]:
    text = match.group()
    if match["period"]:
        digits = re.sub(r"\D", "", text)
        ends_next_year = int(digits[-2:]) == (int(digits[2:4]) + 1) % 100
        return (f"{digits[:4]}-{digits[-2:]}",) if ends_next_year else tuple(re.findall(r"\d+", text))
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower() or text.lower()
    plain = plain.removesuffix("'s").replace("'", "").replace("&", "") or "&"
    singular = _singular(plain)
    synonyms = resolution_words().synonyms
    return synonyms.get(singular, synonyms.get(plain, (singular,)))


def _singular(word: str) -> str:
    if len(word) <= 3 or word.endswith(("ss", "us", "is")) or not word.endswith("s"):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-2] if word.endswith(("sses", "ches", "shes", "xes")) else word[:-1]


@lru_cache(_CACHE)
def key(name: str) -> tuple[str, ...]:
    """Return what all spellings of a name share: its words, folded, without small ones."""
    full = tuple(word.folded for word in words(name) if not word.small)
    return full or tuple(word.folded for word in words(name))


@lru_cache(_CACHE)
def is_plural(name: str) -> bool:
    """Whether the last word of a name is a plural: "Boards", "LSCBs"."""
    found = words(name)
    last = found[-1].raw if found else ""
    letters = _letters(last)
    return len(last) > len(letters) and last.endswith("s") if letters else _singular(last.lower()) != last.lower()


def is_class(name: str) -> bool:
    """Whether a name is the plural of what there is one of: "LSCBs", "Scrutiny Panels", not "Children's Services".

    Nor "Association of Chief Officers", which is one by what stands before its "of".
    """
    plural = is_plural(name) and is_plural(_OF.split(name, maxsplit=1)[0])
    return plural and (acronym(name) is not None or key(name)[-1] in resolution_words().single)


@lru_cache(_CACHE)
def acronym(name: str) -> str | None:
    """Return the letters of a name that is one acronym, without a plural ending; else None."""
    found = words(name)
    return _letters(found[0].raw) if len(found) == 1 else None


def _letters(raw: str) -> str | None:
    bare = re.sub(r"(?<=[A-Z])(?:['’]?s)$", "", raw.replace("&", ""))
    capitals = sum(c.isupper() for c in bare)
    return bare if _ACRONYM.fullmatch(bare) and capitals >= 2 and capitals * 2 >= len(bare) else None


@lru_cache(_CACHE)
def shortened(name: str) -> bool:
    """Whether a name is an acronym or has one in it."""
    found = words(name)
    return not (name.isupper() and len(found) > 1) and any(_letters(word.raw) for word in found)


@lru_cache(_CACHE)
def tail(name: str, area: str | None) -> str | None:
    """Return a name without the area's name that it begins or ends with; None if it does not, or nothing is left."""
    place = key(area) if area else ()
    found = [word for word in words(name) if not word.small]
    size = len(place)
    if not size or len(found) <= size:
        return None
    folded = [word.folded for word in found]
    if tuple(folded[:size]) == place:
        return name[found[size].start :]
    if tuple(folded[-size:]) == place:
        return name[: found[-size - 1].end]
    return None


@lru_cache(_CACHE)
def without(name: str, losing: frozenset[str]) -> str:
    """Return a name without some of its words, given folded; the name itself if no word would be left."""
    found = words(name)
    kept = [name[word.start : word.end] for word in found if word.folded not in losing]
    return " ".join(kept) if kept and len(kept) < len(found) else name


@lru_cache(_CACHE)
def initials(name: str, *, small: bool = False) -> str:
    """Return the initials of a name in lower case, acronyms inside it spelt out; small words only when asked."""
    found = words(name)
    shouted = name.isupper() and len(found) > 1
    letters = ""
    for word in found:
        inner = None if shouted else _letters(word.raw)
        if inner:
            letters += inner
        elif small or not word.small:
            letters += word.folded[0]
    return letters.lower()


@lru_cache(_CACHE)
def abbreviates(short: str, long: str) -> bool:
    """Whether the short name is the long one with a run of words, or several, as an acronym.

    "NCB" and "Northwick CB" abbreviate "Northwick Children's Board"; a name does not abbreviate itself.
    """
    if key(short) == key(long) or (short.isupper() and len(words(short)) > 1):
        return False
    wanted, place, used = _units(long), 0, False
    for word in words(short):
        if word.small:
            continue
        after = _past_small(wanted, place)
        if after < len(wanted) and wanted[after][0] == word.folded:
            place = after + 1
            continue
        letters = _letters(word.raw)
        end = _spelt(letters, wanted, place) if letters else None
        if end is None:
            return False
        place, used = end, True
    return used and _past_small(wanted, place) == len(wanted)


Units = tuple[tuple[str, bool], ...]


@lru_cache(_CACHE)
def _units(name: str) -> Units:
    """Return the words of a name and whether each is small; an acronym beside other words as single letters."""
    found: list[tuple[str, bool]] = []
    alone = name.isupper() or len(words(name)) == 1
    for word in words(name):
        letters = None if alone else _letters(word.raw)
        found += [(letter.lower(), False) for letter in letters] if letters else [(word.folded, word.small)]
    return tuple(found)


def _past_small(units: Units, place: int) -> int:
    while place < len(units) and units[place][1]:
        place += 1
    return place


def _spelt(letters: str, units: Units, place: int) -> int | None:
    """Return where the words end whose initials these letters are; None if they are not. Small words may lack."""
    for wanted in dict.fromkeys((letters, "".join(c for c in letters if c.isupper()))):
        end = _match(wanted.lower(), units, place)
        if end is not None and len(wanted) > 1:
            return end
    return None


def _match(letters: str, units: Units, place: int) -> int | None:
    """Return where the words end that begin with these letters; a small word counts as one of them or as none."""
    if not letters:
        return place
    if place >= len(units):
        return None
    begun, small = units[place]
    end = _match(letters[1:], units, place + 1) if begun.startswith(letters[0]) else None
    return _match(letters, units, place + 1) if end is None and small else end


def one_slip(left: str, right: str) -> bool:
    """Whether one letter missing, added or wrong, or two neighbours swapped, make one word the other."""
    if left == right or abs(len(left) - len(right)) > 1:
        return False
    start = next((i for i, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), min(len(left), len(right)))
    one, two = left[start:], right[start:]
    if len(one) == len(two):
        return one[1:] == two[1:] or swapped(one, two)
    return one[1:] == two or one == two[1:]


def swapped(left: str, right: str) -> bool:
    """Whether two words differ by two neighbouring letters that changed places, and by nothing else."""
    if len(left) != len(right):
        return False
    differ = [i for i, (a, b) in enumerate(zip(left, right, strict=True)) if a != b]
    if len(differ) != 2 or differ[1] != differ[0] + 1:
        return False
    first, second = differ
    return left[first] == right[second] and left[second] == right[first]
