"""Posts that a text points back to: "the post holder", "the Coordinator"."""

from __future__ import annotations

from functools import cache

from protocolgraph.extract.tokens import Token
from protocolgraph.vocab.lexicon import lexicon

HOLDER = "holder"
"""Head of "the post holder", which means the post that a role description is about."""
_HOLDERS = {"postholder", "post-holder", "jobholder", "job-holder", "role-holder"}
_HELD = {"post", "job", "role"}


def post_holder(tokens: list[Token], index: int) -> int:
    """Return where "post holder" begins behind "the" that ends here; 0 for none."""
    first = index if tokens[index].base in _HOLDERS else index - 1
    parted = first < index and tokens[index].base == HOLDER and first > 0 and tokens[first].folded in _HELD
    told = first > 0 and tokens[first - 1].folded in {"the", "this"}
    return first if told and (first == index or parted) else 0


def post_again(tokens: list[Token], index: int) -> bool:
    """Return whether the noun of a title stands for all of it: "the Coordinator", "the Officer"."""
    token, before = tokens[index], tokens[index - 1].folded if index else ""
    follows = tokens[index + 1] if index + 1 < len(tokens) and not token.possessive else None
    goes_on = follows is not None and ((follows.word and follows.capital) or follows.folded in {"of", "for"})
    return token.capital and before in {"the", "this"} and not goes_on and token.base in _nouns_of_posts()


@cache
def _nouns_of_posts() -> frozenset[str]:
    """Nouns that titles end with and that are no title by themselves."""
    roles = lexicon("roles")
    alone = {*roles["chairs"], *roles["deputies"], *roles["alone"], "member", "holder"}
    return frozenset(head for head in roles["heads"] if " " not in head and head not in alone)
