"""Names of groups that list their work: "the Policy, Procedures and Training Sub Group"."""

from __future__ import annotations

from collections.abc import Container, Sequence

from protocolgraph.extract.tokens import Token

_OF_WORK = 2
"""Words of public business that tell a list of a group's work from one of names."""


def lists_work(
    tokens: Sequence[Token], first: int, head: int, apart: Sequence[Container[str]], business: Container[str]
) -> bool:
    """Return whether the words before a group's noun are one list of work, behind an article or at the very beginning.

    Args:
        tokens: the words of a passage.
        first: where the run of capitalised words and commas begins.
        head: where the group's noun stands.
        apart: words that end a name or stand for somebody, of which the list holds none.
        business: fields of public business, of which it holds two at the least.

    """
    words = [token for token in tokens[first:head] if token.capital]
    begins = not first or tokens[first - 1].folded == "the"
    named = any(word.acronym or word.possessive or any(word.base in known for known in apart) for word in words)
    return begins and not named and sum(word.base in business for word in words) >= _OF_WORK
