"""Words of a passage for the name grammar: coarser than the parser's tokens, with offsets."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from protocolgraph.vocab.lexicon import fold

_TOKEN = re.compile(
    r"\bSt\.(?= ?[A-Z])|[^\W\d_]{3,} s(?= [^\W\d_])"
    r"|[^\W_]+(?:(?:[’'.\-‑]|(?<=\d)/(?=\d)|(?<=\band)/|(?<=[A-Z])&(?=[A-Z]))[^\W_]+)*(?:(?<=[sS])[’'](?=\s+\w|$))?|\S"
)
"""Words with their apostrophes and hyphens, "St." of a saint, and "People s", which lost its apostrophe, as one."""
_POSSESSIVE = re.compile(r"(?:['’]s| s|(?<=s)['’])$", re.IGNORECASE)


_KNOWN_WORDS = 65_536
"""Words whose folded forms are remembered: each is asked for by every grammar of names."""


@lru_cache(_KNOWN_WORDS)
def _folded(word: str) -> str:
    return fold(word)


@lru_cache(_KNOWN_WORDS)
def _base(word: str) -> str:
    return _POSSESSIVE.sub("", fold(word))


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a punctuation mark: `text == passage[start:end]`."""

    text: str
    start: int
    end: int

    @property
    def folded(self) -> str:
        """The word as word lists hold it."""
        return _folded(self.text)

    @property
    def base(self) -> str:
        """The folded word without a possessive ending."""
        return _base(self.text)

    @property
    def possessive(self) -> bool:
        """Whether it ends as a possessive does."""
        return bool(_POSSESSIVE.search(self.text))

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()

    @property
    def acronym(self) -> bool:
        """Whether it is written as an acronym is: two capitals or more, but for a plural's s."""
        core = _POSSESSIVE.sub("", self.text)
        core = core[:-1] if len(core) > 2 and core.endswith("s") else core
        letters = [c for c in core if c.isalpha()]
        return (
            len(letters) >= 2
            and sum(c.isupper() for c in letters) >= max(2, len(letters) - 1)
            and core.replace("&", "").isalnum()
        )

    @property
    def word(self) -> bool:
        """Whether it is a word and no punctuation."""
        return self.text[0].isalnum()


def tokenize(text: str) -> list[Token]:
    """Return the words and marks of a text, in order."""
    return [Token(match.group(), match.start(), match.end()) for match in _TOKEN.finditer(text)]
