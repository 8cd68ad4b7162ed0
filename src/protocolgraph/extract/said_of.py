"""Words that only say of a body what it is, and are no name of it."""

from __future__ import annotations

from protocolgraph.extract.tokens import Token

_BEING = frozenset({"is", "are", "be", "as", "was", "were", "become", "becomes", "being", "remains", "not"})
_TELLING_ON = frozenset({"that", "which", "whose", "who", "chaired", "led", "made", "comprising", "responsible"})
"""What goes on to tell of a body behind the words that say what it is."""


def says_what_it_is(tokens: list[Token], first: int) -> bool:
    """Return whether the words say what something is: "the Panel is a multi-agency forum", "as an advisory group"."""
    before = [token.folded for token in tokens[max(first - 4, 0) : first]]
    article = next((n for n in range(len(before) - 1, -1, -1) if before[n] in {"a", "an"}), None)
    return article is not None and not _BEING.isdisjoint(before[:article])


def beside_its_name(tokens: list[Token], first: int, head: int) -> bool:
    """Return whether the words tell of a name right before them what it is: "the Youth Board, a local group that"."""
    before = [token.text for token in tokens[max(first - 2, 0) : first]]
    named = first > 2 and before[0] == "," and before[1] in {"a", "an"} and tokens[first - 3].text[-1].isalnum()
    return named and tokens[first - 3].capital and head + 1 < len(tokens) and tokens[head + 1].folded in _TELLING_ON
