"""Titles that a text writes without capitals: their ranks before them and their fields of work behind them.

"the deputy leader of the council" is no leader of it, and "the cabinet member for housing and public health" is one
for both.
"""

from __future__ import annotations

from functools import cache

from protocolgraph.extract.tokens import Token
from protocolgraph.vocab.lexicon import lexicon

_FOR = frozenset({"member", "holder", "lead", "spokesperson", "champion", "governor", "trustee"})
"""Last words of titles that go on with what the post is for."""
_OF_OR_FOR = frozenset({"director", "head", "directors", "heads", "commissioner", "secretary", "minister"})
"""Those of titles that go on with what the post is of, too."""
_NO_FIELD = frozenset({"member", "members", "partnership", "partnerships", "place", "places", "town", "land", "home"})
"""Fields of business whose words mean a body, a place or people in a sentence."""
_JOINING = frozenset({"and", "&"})


def ranked(tokens: list[Token], first: int) -> int:
    """Return the index of the first of the words of rank before a title that begins here: "deputy chief executive"."""
    while first and tokens[first - 1].folded in lexicon("roles")["ranks"] and not tokens[first - 1].possessive:
        first -= 1
    return first


def plain_field(tokens: list[Token], index: int) -> int:
    """Return the index after the fields of work in lower case behind the "for" or "of" here, or the same index."""
    before, word = tokens[index - 1].base, tokens[index].folded
    fits = (word == "for" and before in _FOR | _OF_OR_FOR) or (word == "of" and before in _OF_OR_FOR)
    return _after_fields(tokens, index + 1) if fits and _last_field(tokens, index + 1) else index


def _after_fields(tokens: list[Token], index: int) -> int:
    """Where "communities, equalities and public protection" ends; a comma parts fields only before an "and"."""
    end = _last_field(tokens, index)
    while end < len(tokens):
        joined = tokens[end].folded in _JOINING
        after = _last_field(tokens, end + 1) if joined or tokens[end].text == "," else 0
        listed = joined or (after < len(tokens) and tokens[after].folded in _JOINING)
        if not after or not (listed and (joined or _last_field(tokens, after + 1))):
            break
        end = after
    return end


def _last_field(tokens: list[Token], index: int) -> int:
    """The index after the words of one field of work that begins here in lower case; 0 for none."""
    end = index
    while end < len(tokens) and not tokens[end].capital and tokens[end].word and tokens[end].folded in _fields():
        end += 1
    return end if end > index and not _goes_on(tokens, end) else 0


def _goes_on(tokens: list[Token], end: int) -> bool:
    """Whether the field only describes a body behind it: "for health scrutiny committees"."""
    heads = lexicon("bodies")["heads"]
    return end < len(tokens) and tokens[end].base in heads


@cache
def _fields() -> frozenset[str]:
    return frozenset({*lexicon("roles")["fields"], *lexicon("topics")["topics"]}) - _NO_FIELD
