"""Sentences with their components, as `corpus/gold/grammar` has them, and how well others agree with them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import protocolgraph as pg
from protocolgraph.model import ComponentName, InstitutionalStatement

GOLD = Path(__file__).parents[1] / "corpus" / "gold" / "grammar"
_MARK = re.compile(r"\b(Bdir|Bind|Cac|Cex|A|D|I|O|E|F|P|M)\(([^()]*)\)")
_NAMES = {
    "A": "attribute", "D": "deontic", "I": "aim", "Bdir": "object", "Bind": "counterparty", "Cac": "activation",
    "Cex": "constraint", "O": "or_else", "E": "entity", "F": "function", "P": "properties", "M": "deontic",
}  # fmt: skip
_CONDITIONS = {"activation", "constraint"}
NAMES = (*ComponentName, "condition")


@dataclass(frozen=True)
class Sentence:
    """A sentence and the words of each component."""

    text: str
    codes: dict[str, str]


def sentences(name: str) -> list[Sentence]:
    lines = (GOLD / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [_sentence(line) for line in lines if line and not line.startswith("#")]


def _sentence(line: str) -> Sentence:
    codes: dict[str, str] = {str(name): "" for name in NAMES}
    for match in _MARK.finditer(line):
        name = _NAMES[match.group(1)]
        for kept in (name, "condition") if name in _CONDITIONS else (name,):
            codes[kept] += " " + match.group(2)
    return Sentence(_MARK.sub(r"\2", line), codes)


def token_f1(pairs: Iterable[tuple[Sentence, InstitutionalStatement]]) -> dict[str, float]:
    """F1 by component over the words of all sentences."""
    agreement = pg.component_agreement((sentence.codes, statement) for sentence, statement in pairs)
    return {name: tally.f1 for name, tally in agreement.items() if tally.gold or tally.found}
