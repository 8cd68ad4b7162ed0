"""The arrangements that partners make together, which are the partnership: "these arrangements must link to others"."""

from __future__ import annotations

from protocolgraph.extract.tokens import Token

ARRANGEMENTS = "arrangements"
"""Head of "the new safeguarding arrangements", which are the partnership."""
_TOGETHER = {"multi-agency", "multiagency", "partnership"}
_OF_ARRANGEMENTS = {"new", "local", "safeguarding", *_TOGETHER}
"""Words of the name that statutory guidance gives to what safeguarding partners set up: "the new multi-agency
safeguarding arrangements" (Children Act 2004, section 16E)."""
_WHOSE = {"the", "our", "its", "said"}
_ACTING = {"must", "will", "shall", "should", "may"}
_PURPOSES = {"purpose", "aim", "remit", "role", "function"}


def arrangements_before(tokens: list[Token], index: int) -> int:
    """Where "new multi-agency arrangements" begins that ends here: what partners make together; 0 for none.

    "These arrangements" and "the local arrangements" alone are so where they do something, or are for something.
    """
    if tokens[index].folded != ARRANGEMENTS:
        return 0
    first = index
    while first and tokens[first - 1].folded in _OF_ARRANGEMENTS:
        first -= 1
    said = {token.folded for token in tokens[first:index]}
    together = "new" in said and said & _TOGETHER
    before = tokens[first - 1].folded if first else ""
    behind = [t.folded for t in tokens[index + 1 : index + 3]]
    acting = behind[:1] != [] and behind[0] in _ACTING and behind[1:] != ["be"]
    for_it = [t.folded for t in tokens[max(0, first - 3) : max(0, first - 1)]] in ([p, "of"] for p in _PURPOSES)
    told = (before == "these" or (before == "the" and said)) and (acting or for_it)
    return first if first and (told or (together and before in _WHOSE)) else 0
