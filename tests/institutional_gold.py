"""Sentences with their components, as `corpus/gold/grammar` has them, and how well others agree with them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from protocolgraph.model import ComponentName, InstitutionalStatement

GOLD = Path(__file__).parents[1] / "corpus" / "gold" / "grammar"
_MARK = re.compile(r"\b(Bdir|Bind|Cac|Cex|A|D|I|O|E|F|P|M)\(([^()]*)\)")
_NAMES = {
    "A": "attribute", "D": "deontic", "I": "aim", "Bdir": "object", "Bind": "counterparty", "Cac": "activation",
    "Cex": "constraint", "O": "or_else", "E": "entity", "F": "function", "P": "properties", "M": "deontic",
}  # fmt: skip
CONDITION = "condition"
_CONDITIONS = {"activation", "constraint"}


@dataclass(frozen=True)
class Sentence:
    """A sentence and the words of each component."""

    text: str
    words: dict[str, Counter[str]]


def sentences(name: str) -> list[Sentence]:
    lines = (GOLD / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [_sentence(line) for line in lines if line and not line.startswith("#")]


def _sentence(line: str) -> Sentence:
    pieces = [(_NAMES[match.group(1)], match.group(2)) for match in _MARK.finditer(line)]
    return Sentence(_MARK.sub(r"\2", line), counted(pieces))


def counted(pieces: Iterable[tuple[str, str]]) -> dict[str, Counter[str]]:
    """Words by component; both sorts of condition count as one as well."""
    words: dict[str, Counter[str]] = {}
    for name, text in pieces:
        for kept in {name, CONDITION} if name in _CONDITIONS else {name}:
            words.setdefault(kept, Counter()).update(re.findall(r"\w+", text.lower()))
    return words


def found_words(statement: InstitutionalStatement) -> dict[str, Counter[str]]:
    return counted((piece.name.value, piece.text) for piece in statement.components)


def token_f1(pairs: Iterable[tuple[Sentence, InstitutionalStatement]]) -> dict[str, float]:
    """F1 by component over the words of all sentences."""
    same: Counter[str] = Counter()
    both: Counter[str] = Counter()
    for sentence, statement in pairs:
        found = found_words(statement)
        for name in (*ComponentName, CONDITION):
            gold, own = sentence.words.get(name, Counter()), found.get(name, Counter())
            same[str(name)] += 2 * (gold & own).total()
            both[str(name)] += gold.total() + own.total()
    return {name: same[name] / total for name, total in both.items() if total}
