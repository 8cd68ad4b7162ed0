"""The field of work that a dash or a colon adds to a title: "Assistant Director – Education", "Director: Adult Care".

Those who share a title are told apart by nothing else, so the field is part of the post's name; an organisation
behind the dash only owns the post ("Chief Nurse – Aldermoor ICB").
"""

from __future__ import annotations

from functools import cache

from protocolgraph.extract.tokens import Token
from protocolgraph.vocab.lexicon import lexicon

_DASHES = frozenset({"-", "–", "—"})
_SHARED = frozenset({"director", "manager", "officer", "service", "lead", "adviser", "advisor", "commissioner", "head"})
"""Last words of titles that several hold, each for another field."""
_LEADING = frozenset({"director", "manager", "service", "head"})
"""Those of them that a colon parts from the field; behind "officer:" stands who it is."""
_JOINING = frozenset({"and", "&", ","})
_BEGINNING = frozenset({",", ";", "(", "|", "•", "·", "*", *_DASHES})
_FEWEST = 2
"""Words of a title before a colon: "Director:" alone is a label."""


def field_behind(tokens: list[Token], index: int) -> int:
    """Return the index after the mark here and the field of work behind it, or the same index for none."""
    if index + 1 >= len(tokens) or not _parts_title(tokens, index):
        return index
    end = first = index + 1
    while end < len(tokens) and _of_work(tokens, end):
        end += 1
    while end > first and not tokens[end - 1].capital:
        end -= 1
    goes_on = end < len(tokens) and tokens[end].capital and tokens[end].word
    return index if end == first or goes_on else end


def fields_joined(tokens: list[Token], first: int, last: int) -> int:
    """Return the index after what "and" adds to a listed title: "Director of Adult Social Care | and Health".

    Not where they begin the next title: "Director of Children's Services and Housing Manager".
    """
    title, end = [token.folded for token in tokens[first:last]], last
    if "of" not in title or title[0].endswith("s") or end >= len(tokens) or tokens[end].folded not in {"and", "&"}:
        return last
    while end < len(tokens) and tokens[end].text != "," and _of_work(tokens, end):
        end += 1
    goes_on = end < len(tokens) and tokens[end].capital and tokens[end].word
    return last if goes_on else end


def fields_before(tokens: list[Token], first: int, head: int) -> bool:
    """Whether all from `first` to a director's title is what the one post is for: "Strategy & Engagement Director".

    In running text what stands before the "and" may be another's, so that such a title must begin its line or stand
    behind a mark.
    """
    begins = first == 0 or tokens[first - 1].text in _BEGINNING or tokens[first - 1].folded in {"the", "our"}
    return begins and tokens[head].base == "director" and all(_of_work(tokens, place) for place in range(first, head))


def _parts_title(tokens: list[Token], index: int) -> bool:
    """Whether a spaced dash or a colon stands here behind a title that needs a field."""
    mark, title = tokens[index], tokens[index - 1]
    if mark.text == ":":
        ranked = index >= _FEWEST and tokens[index - _FEWEST].capital
        return title.base in _LEADING and title.end == mark.start and ranked
    spaced = title.end < mark.start and mark.end < tokens[index + 1].start
    return mark.text in _DASHES and title.base in _SHARED and title.capital and spaced


def _of_work(tokens: list[Token], index: int) -> bool:
    """Whether the word here names work, or joins two that do."""
    token = tokens[index]
    if token.folded in _JOINING:
        return index + 1 < len(tokens) and tokens[index + 1].capital and tokens[index + 1].base in _work()
    return token.capital and (token.base in _work() or token.folded in _work())


@cache
def _work() -> frozenset[str]:
    return frozenset({*lexicon("roles")["fields"], *lexicon("topics")["topics"]}) - {"member", "members"}
