"""Patterns that are tried only where one of their words stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sought:
    """A slow pattern and the words one of which every match holds, so that most texts need not be searched.

    Looking for a word is cheap; a pattern that may begin at any capital is tried at each of them.
    """

    pattern: re.Pattern[str]
    words: tuple[str, ...]
    """In small letters."""

    @classmethod
    def of(cls, pattern: str, words: Iterable[str], flags: re.RegexFlag = re.NOFLAG) -> Sought:
        """Return the compiled pattern with its words.

        Raises:
            re.error: the pattern is none.

        """
        return cls(re.compile(pattern, flags), tuple(words))

    def may_stand(self, text: str) -> bool:
        """Whether one of the words stands in a text, in any case of letters."""
        lower = text.lower()
        return any(word in lower for word in self.words)

    def search(self, text: str) -> re.Match[str] | None:
        """Return the first match in a text, or None."""
        return self.pattern.search(text) if self.may_stand(text) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Return the matches in a text, in order."""
        return self.pattern.finditer(text) if self.may_stand(text) else iter(())
