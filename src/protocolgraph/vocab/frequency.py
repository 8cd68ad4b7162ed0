"""How often: the words for a frequency, as one of few forms."""

from __future__ import annotations

import re
from functools import cache

from protocolgraph.vocab.lexicon import load_yaml


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((form, _whole(pattern, "?P<n>")) for form, pattern in load_yaml("lexicon/frequency.yaml")["patterns"])


@cache
def _held() -> tuple[str, ...]:
    return tuple(load_yaml("lexicon/frequency.yaml")["hold"])


@cache
def _any() -> re.Pattern[str]:
    """What matches where one of the patterns does: most texts state no frequency."""
    return _whole("|".join(pattern for _, pattern in load_yaml("lexicon/frequency.yaml")["patterns"]), "?:")


def _whole(pattern: str, group: str) -> re.Pattern[str]:
    numbers = "|".join(load_yaml("lexicon/frequency.yaml")["numbers"])
    words = pattern.replace("{n}", rf"({group}\d+|{numbers})")
    return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE)


def times_a_year(frequency: str) -> float | None:
    """Return how many times a year a frequency is, given in the form that `find_frequency` returns; None if none."""
    data = load_yaml("lexicon/frequency.yaml")
    counted = re.fullmatch(r"(?P<n>\w+) times a year", frequency)
    if counted:
        words: list[str] = data["numbers"]
        number = counted["n"]
        return float(number) if number.isdecimal() else float(words.index(number) + 1) if number in words else None
    known: dict[str, float] = data["times"]
    return known.get(frequency)


def spellings(frequency: str) -> tuple[str, ...]:
    """Return a frequency as `find_frequency` returns it, and with its number in figures or words: "4 times a year"."""
    number, behind, rest = frequency.partition(" times a year")
    words: list[str] = load_yaml("lexicon/frequency.yaml")["numbers"]
    other = dict(zip(words, map(str, range(1, len(words) + 1)), strict=True))
    other |= {figure: word for word, figure in other.items()}
    return (frequency, f"{other[number]}{behind}{rest}") if behind and number in other else (frequency,)


def find_frequency(text: str) -> str | None:
    """Return the frequency that a text states ("quarterly", "3 times a year"), or None."""
    found = frequency_at(text)
    return found[0] if found else None


def as_frequency(text: str) -> str | None:
    """Return the frequency that is all that a text states, or None: of "monthly in public" it is not all."""
    found = frequency_at(text)
    said = text.strip().lower().removeprefix("at least ")
    return found[0] if found and found[2] - found[1] >= len(said) else None


def frequency_at(text: str) -> tuple[str, int, int] | None:
    """Return the frequency that a text states with the place of its words, or None."""
    lower = text.lower()
    likely = any(word in lower for word in _held()) and _any().search(text)
    for form, pattern in _patterns() if likely else ():
        match = pattern.search(text)
        if match:
            number = match.groupdict().get("n")
            return (form.replace("{n}", number.lower()) if number else form), match.start(), match.end()
    return None
