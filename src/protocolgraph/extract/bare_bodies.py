"""Bodies that papers in small letters call by a word or two: "approved by cabinet", "reported to full council"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from protocolgraph.extract.found import Found
from protocolgraph.extract.phrases import Phrases
from protocolgraph.extract.tokens import Token
from protocolgraph.model import EntityType
from protocolgraph.vocab.lexicon import lexicon

_BEFORE = frozenset({"the", "by", "to", "of", "from", "with", "and", "or", "at", "before", "that"})


def bare_bodies(tokens: Sequence[Token], text: str) -> list[Found]:
    """Return such bodies; weak, and only where no noun follows that they would describe."""
    if not any(phrase in text for phrase in lexicon("bodies")["bare"]):
        return []
    found, phrases, described = [], _phrases(), lexicon("bodies")["of_bare"]
    for index, token in enumerate(tokens):
        length = phrases.longest_at(list(tokens), index) if not token.capital else 0
        if not length or not _stands_alone(tokens, index):
            continue
        last = tokens[index + length - 1]
        after = tokens[index + length] if index + length < len(tokens) else None
        if after is None or last.possessive or after.base.removesuffix("s") not in described:
            end = last.end - (len(last.text) - len(last.base) if last.possessive else 0)
            found.append(Found(token.start, end, EntityType.BODY, text[token.start : end], last.base, weak=True))
    return found


def _stands_alone(tokens: Sequence[Token], index: int) -> bool:
    """Whether nothing before describes the noun: "shadow cabinet" is another."""
    before = tokens[index - 1] if index else None
    return before is None or not before.word or before.possessive or before.folded in _BEFORE


@cache
def _phrases() -> Phrases:
    return Phrases(dict.fromkeys(lexicon("bodies")["bare"]))
