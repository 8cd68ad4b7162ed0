"""Words of a passage for the name grammar: coarser than the parser's tokens, with offsets."""

from __future__ import annotations

import re
from calendar import month_abbr, month_name
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from protocolgraph.vocab.lexicon import fold, lexicon

_YEAR = re.compile(r"(?:19|20)\d\d(?:[-/–](?:20)?\d\d)?")
"""What no name begins with: it ends the date before."""
_TOKEN = re.compile(
    r"\bO[’'] (?=[A-Z][a-z])[^\W_]+|"
    r"[^\W_]+(?:(?:[’'.\-‑]|(?<=\d)/(?=\d)|(?<=\band)/|(?<=[A-Z])&(?=[A-Z]))[^\W_]+)*"
    r"(?:(?<=[sS])[’'](?=\s+\w|$)|(?<=[^\W\d_]{3}) s(?= [^\W\d_])|(?<=\bSt)\.(?= ?[A-Z]))?|\S"
)
"""Words with their apostrophes and hyphens, "St." of a saint, "O’ Hale", and "People s", which lost its apostrophe, as
one.
"""
_POSSESSIVE = re.compile(r"(?:['’]s| s|(?<=s)['’])$", re.IGNORECASE)


_INITIALS = 4
"""Letters of somebody's initials at most: "RCp" where an "RC" is there, too."""
_WORDS = 2
"""Words of a name that has initials behind it."""
_KNOWN_WORDS = 65_536
"""Words whose forms are remembered: each is asked for by every grammar of names."""
_KNOWN_TEXTS = 2_048
"""Passages whose words are remembered: each is read several times over."""


class Token(NamedTuple):
    """A word or a punctuation mark: `text == passage[start:end]`."""

    text: str
    start: int
    end: int
    folded: str
    """The word as word lists hold it."""
    base: str
    """The folded word without a possessive ending."""
    possessive: bool
    """Whether it ends as a possessive does."""
    capital: bool
    """Whether it begins with a capital letter."""
    acronym: bool
    """Whether it is written as an acronym is: two capitals or more, but for a plural's s."""
    word: bool
    """Whether it is a word and no punctuation."""


def without_possessive(words: str) -> str:
    """Return words without the possessive ending of the last: "Committees" of "Committees'"."""
    return _POSSESSIVE.sub("", words)


def tokenize(text: str) -> list[Token]:
    """Return the words and marks of a text, in order."""
    return list(_tokens(text))


@lru_cache(_KNOWN_TEXTS)
def _tokens(text: str) -> tuple[Token, ...]:
    words = ((match.group(), match.start(), match.end()) for match in _TOKEN.finditer(text))
    tokens = [Token(word, start, end, *_forms(word)) for word, start, end in words]
    for index in [i for i, token in enumerate(tokens) if i > 1 and token.acronym and len(token.text) <= _INITIALS]:
        if _initials_behind(tokens, index):
            tokens[index] = tokens[index]._replace(capital=False, acronym=False, word=False)
    return tuple(tokens)


def _initials_behind(tokens: Sequence[Token], index: int) -> bool:
    """Whether letters are those of the name in front: "Ann Lee AL Head of Care", where they part name and post."""
    bracketed = tokens[index - 1].text == "("
    behind = tokens[index + 1 + bracketed : index + 2 + bracketed]
    if behind and behind[0].word and not behind[0].capital:
        return False
    letters = [c for c in tokens[index].text if c.isupper()]
    last = index - bracketed - 1
    first = next((at for at in range(max(0, last - 2), last) if tokens[at].text[0] == letters[0]), last)
    name = tokens[first : last + 1]
    if len(name) < _WORDS or name[-1].text[0] != letters[-1] or not all(t.capital and not t.acronym for t in name):
        return False
    titled = first > 0 and tokens[first - 1].folded.rstrip(".") in lexicon("people")["titles"]
    called = titled or name[0].folded in lexicon("given_names")["given"]
    return called and not any(t.base in words for t in name for words in _no_names())


@cache
def _no_names() -> tuple[Mapping[str, None], ...]:
    """Words of bodies, posts and the calendar, whose acronym may stand behind them: "Eastshire Council EC"."""
    return (lexicon("people")["not_names"], lexicon("bodies")["heads"], lexicon("roles")["heads"])


_MONTHS = frozenset({"sept", *(n.lower() for n in month_name[1:]), *(n.lower() for n in month_abbr[1:])})
_THOUSANDS = 3
"""Digits behind the comma of a large number."""


@lru_cache(_KNOWN_WORDS)
def _forms(word: str) -> tuple[str, str, bool, bool, bool, bool]:
    """What is asked of a word again and again, in the order of a token's fields."""
    folded, possessive = fold(word), bool(_POSSESSIVE.search(word))
    return folded, _POSSESSIVE.sub("", folded), possessive, word[0].isupper(), _acronym(word), word[0].isalnum()


def _acronym(word: str) -> bool:
    core = _POSSESSIVE.sub("", word)
    core = core[:-1] if len(core) > 2 and core.endswith("s") else core
    letters = [c for c in core if c.isalpha()]
    capitals = sum(c.isupper() for c in letters)
    return len(letters) >= 2 and capitals >= max(2, len(letters) - 1) and core.replace("&", "").isalnum()


def is_year(token: Token) -> bool:
    """Whether a year stands here."""
    return _YEAR.fullmatch(token.text) is not None


def is_no_name(tokens: Sequence[Token], index: int) -> bool:
    """Whether what stands here ends a name that its capital would go on with.

    The marks of a table ("Director of Schools | Y Y N Y"), a date ("Head of Roads | Sept 2031"), the "I" of whoever
    speaks ("As Lead Member for Schools | I am").
    """
    text, after = tokens[index].text, tokens[index + 1] if index + 1 < len(tokens) else None
    if after is None:
        return False
    if text == "I":
        return not after.capital and after.word
    if tokens[index].folded in _MONTHS and is_year(after):
        return True
    return len(text) == 1 and all(len(token.text) == 1 and token.capital for token in tokens[index:])


def numbers_name(tokens: Sequence[Token], index: int) -> bool:
    """Whether a number may be part of a name: "Area 2", and neither "48,500" nor the "3/4" of a count behind it."""
    text = tokens[index].text
    if not text[0].isdigit() or text[1:2] == "/":
        return False
    ahead = [token.text for token in tokens[index + 1 : index + 3]]
    return not (len(ahead) > 1 and ahead[0] == "," and ahead[1].isdigit() and len(ahead[1]) == _THOUSANDS)
