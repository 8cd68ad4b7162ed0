"""Words of a document that look like slips of the pen for other words in its names."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from protocolgraph.resolve.forms import Form
from protocolgraph.resolve.names import key, one_slip
from protocolgraph.vocab.resolution import resolution_words

SHORTEST = 4
"""Letters that a word needs for a slip in it to be told from another word."""


def odd_words(forms: Iterable[Form]) -> dict[int, frozenset[str]]:
    """Return for each document, by its number, the words that look like slips.

    Such a word stands in one name alone, and one letter makes it a word that the document's names have more often.
    """
    names: dict[int, Counter[tuple[str, ...]]] = defaultdict(Counter)
    for form in forms:
        names[form.extraction][key(form.name)] += max(form.count, 1)
    return {document: frozenset(_odd(found)) for document, found in names.items()}


def _odd(names: Counter[tuple[str, ...]]) -> Iterator[str]:
    uses: Counter[str] = Counter()
    holders: Counter[str] = Counter()
    for name, count in names.items():
        for word in set(name):
            uses[word] += count
            holders[word] += 1
    near: dict[str, list[str]] = defaultdict(list)
    for word in sorted(uses):
        if len(word) >= SHORTEST and word.isalpha():
            for shape in _shapes(word):
                near[shape].append(word)
    distinguishing = resolution_words().distinguishing
    for word in uses:
        if holders[word] == 1 and len(word) >= SHORTEST and word not in distinguishing:
            others = {other for shape in _shapes(word) for other in near[shape]}
            if any(uses[other] > uses[word] and one_slip(word, other) for other in others):
                yield word


def _shapes(word: str) -> set[str]:
    """Return a word and all that it becomes when it loses a letter: words one slip apart share one of these."""
    return {word, *(word[:place] + word[place + 1 :] for place in range(len(word)))}
