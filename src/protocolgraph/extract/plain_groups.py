"""Groups whose names stand alone on a line in sentence case: "Allotments committee", "Allowances review panel".

Within a sentence such words may only tell what sort of group is meant; alone on a line or in a cell they name one.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache

from protocolgraph.extract.items import verb_forms
from protocolgraph.extract.tokens import Token
from protocolgraph.vocab.lexicon import lexicon

_WORDS = range(2, 7)
_JOINING = frozenset({"and", "&"})
_SORTS = frozenset({
    "sub", "working", "task", "steering", "advisory", "joint", "standing", "executive", "strategic", "operational",
    "formal", "statutory", "expert", "core", "small", "full", "new", "whole", "next", "same", "relevant", "appropriate",
    "political", "age", "target", "focus", "client", "peer", "ethnic", "user", "notice", "interview", "interviewing",
    "appointment", "first", "second", "third", "this", "management", "project", "multi-agency", "local", "chair",
    "member", "linked", "parent", "lead", "host", "reporting", "approving", "responsible", "accountable", "owning",
    "reviewing", "sponsoring", "group", "committee", "panel", "board", "forum", "finish", "and",
})  # fmt: skip
"""Words that tell what sort of group it is, and not which."""


def whole_line(tokens: list[Token], gathered: Collection[str], vague: Mapping[str, object]) -> tuple[int, int] | None:
    """Return the first token of such a name and that behind it, where it is all that a passage says."""
    first = next((n for n, token in enumerate(tokens) if token.word), len(tokens))
    end = next((n for n in range(first, len(tokens)) if not tokens[n].word and tokens[n].text != "&"), len(tokens))
    name = tokens[first:end]
    if len(name) not in _WORDS or any(token.word for token in tokens[end:]) or not _is_name(name, gathered):
        return None
    ordinary = _ordinary() | vague.keys()
    plain = all(token.folded in _SORTS for token in name)
    opened = name[0].folded in ordinary or (name[0].folded in verb_forms() and name[1].folded not in _JOINING)
    return None if plain or opened or any(token.folded in ordinary for token in name[1:-1]) else (first, end)


@cache
def _ordinary() -> frozenset[str]:
    """Words that no such name holds."""
    words = lexicon("words")
    return frozenset({*words["determiners"], *words["never_start"], *words["connectors"]}) - _JOINING - {"membership"}


def _is_name(name: list[Token], gathered: Collection[str]) -> bool:
    """Whether a capital begins it and a noun for those who meet ends it, all words after the first in lower case."""
    case = name[0].capital and not any(token.capital and not token.acronym for token in name[1:])
    mark = any(token.possessive for token in name[-1:])
    return case and name[-1].base in gathered and not mark
