"""How far a post in small letters reaches whatever words describe it: "two lifeboat station managers".

A word list can hold what often narrows a post, not what a trade calls its people. What stands between an article or a
number and the noun can only describe it; in a list of members so does what stands between two commas.
"""

from __future__ import annotations

from functools import cache

from protocolgraph.extract.found import Found
from protocolgraph.extract.tokens import Token
from protocolgraph.model import Scope
from protocolgraph.vocab.lexicon import lexicon

_DESCRIBING = 3
"""Words that may describe a post between its article and its noun."""
_OPENING = frozenset({
    "a", "an", "the", "each", "every", "any", "all", "both", "one", "two", "three", "four", "five", "six", "seven",
    "eight", "nine", "ten", "its", "their", "our",
})  # fmt: skip
_LISTING = frozenset({",", "and", ";", ":"})
"""What parts the members of a list."""
_COMPOSING = ("compris", "consist", "includ", "compos", "made up")
"""How verbs begin that a list of members stands behind."""
_ADJECTIVES = ("al", "ary", "ic", "ian", "ory")
"""How adjectives end that are no verbs."""
_ANYBODY = frozenset({"member", "members"})
"""Nouns that whatever word describes them make no post."""
_LONGEST_LIST = 12
"""Words and commas of a list of them."""
_LONGEST = 6
"""Words for whom somebody speaks."""


def described(tokens: list[Token], first: int, index: int, bodies: list[Found], *, listing: bool) -> int:
    """Return where the name of a post begins, with the plain words that describe it; `first` where nothing does.

    Args:
        tokens: of the passage.
        first: where the name begins so far.
        index: where its noun stands.
        bodies: of the passage; none is a description.
        listing: whether the passage lists members, whom commas part too.

    """
    if tokens[index].base in _ANYBODY:
        return first
    place = first
    while place and first - place < _DESCRIBING and _describes(tokens[place - 1], bodies):
        place -= 1
    before = tokens[place - 1] if place else None
    opens = before is not None and (before.folded in _OPENING or before.text.isdigit())
    opens = opens or (before is not None and listing and _parts(before))
    return place if opens or (not place and first and _is_adjective(tokens[0])) else first


def _is_adjective(token: Token) -> bool:
    """Whether what begins a passage describes, and is no verb: "Departmental representatives"."""
    return token.capital and token.folded.endswith(_ADJECTIVES)


@cache
def _posts() -> frozenset[str]:
    """Nouns of posts, behind which another post begins."""
    roles = lexicon("roles")
    return frozenset({*roles["class_singulars"], *roles["class_plurals"]})


def _parts(token: Token) -> bool:
    return token.text in _LISTING or token.folded.startswith(_COMPOSING)


def lists_members(tokens: list[Token]) -> bool:
    """Return whether a passage says of whom a body consists."""
    return any(token.folded.startswith(_COMPOSING) for token in tokens)


def _describes(token: Token, bodies: list[Found]) -> bool:
    plain = token.word and not token.acronym and not token.possessive and not token.text[0].isdigit()
    if (
        not plain
        or token.folded in _OPENING
        or token.folded in lexicon("roles")["not_describing"]
        or token.folded in _posts()
    ):
        return False
    if token.folded.endswith(("ly", "ing", "ed")):
        return False
    return not any(body.start <= token.start < body.end and body.scope is not Scope.GENERIC for body in bodies)


def spoken_for(tokens: list[Token], index: int) -> int:
    """Return where "of commercial users of tide data" ends behind a representative; the same index for none."""
    if index + 1 >= len(tokens) or tokens[index].folded not in {"of", "from", "for"}:
        return index
    first = index + 1
    while first < len(tokens) and tokens[first].folded in _OPENING:
        first += 1
    end = first
    while end < len(tokens) and end - first < _LONGEST and _goes_on(tokens, end):
        end += 1
    if end > first and end < len(tokens) and tokens[end].text == ",":
        return _listed(tokens, end) or (index if end == first + 1 else end)
    whole = end > first and (end == len(tokens) or not _cut(tokens[end]))
    while whole and tokens[end - 1].folded in {"of", "and", "the"}:
        end -= 1
    return end if whole and end > first else index


def _listed(tokens: list[Token], index: int) -> int:
    """Where a list in small letters ends that closes a passage: ", community, faith and social enterprise sector"."""
    end = index
    while end < len(tokens) and (tokens[end].text == "," or _listed_word(tokens[end])):
        end += 1
    said = [token.folded for token in tokens[index:end]]
    closes = end == len(tokens) or tokens[end].text in {".", ";", "(", ")"}
    return end if closes and "and" in said and said[-1] != "and" and len(said) <= _LONGEST_LIST else 0


def _listed_word(token: Token) -> bool:
    return token.word and not token.capital and token.folded not in lexicon("roles")["ends_described"]


def _cut(token: Token) -> bool:
    """Whether a phrase goes on with a name, so that these words are but its beginning."""
    return token.capital and token.word


def _goes_on(tokens: list[Token], index: int) -> bool:
    token = tokens[index]
    if token.folded == "and":
        return index + 1 < len(tokens) and tokens[index + 1].base in lexicon("topics")["topics"]
    return (
        token.word
        and not token.capital
        and not token.text[0].isdigit()
        and token.folded not in lexicon("roles")["ends_described"]
    )
