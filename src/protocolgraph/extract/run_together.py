"""Columns of a table that a text has run together without a mark: "Ann Lee Chief Executive Northwick Council"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from protocolgraph.extract.tokens import Token
from protocolgraph.vocab.lexicon import lexicon

Test = Callable[[Token], bool]


def behind_post(tokens: Sequence[Token], first: int, head: int, named: Test, business: Test) -> int:
    """Return where a body's name begins whose words up to its head begin with a post's title, or go on with one.

    The place tells: no name holds one behind a post. `named` is whether a word is a name and none of the language,
    `business` whether it is one of somebody's field of work, as in "Head of Adult Care | Northwick Council".
    """
    roles = lexicon("roles")
    of_post = first > 1 and tokens[first - 1].folded in {"of", "for"} and tokens[first - 2].base in roles["heads"]
    posts = [at for at in range(first, head - 1) if tokens[at].base in roles["before_bodies"]]
    if not (posts or of_post) or (posts and tokens[posts[-1]].possessive):
        return first
    begun = posts[-1] + 1 if posts else first
    place = next((at for at in range(begun, head) if named(tokens[at]) or tokens[at].text == "NHS"), first)
    fields = bool(posts) or all(business(token) for token in tokens[first:place] if token.capital)
    return place if fields else first
