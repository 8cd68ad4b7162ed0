"""How well the components of sentences agree with codes that a person gave them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from protocolgraph.analyse.evaluation.tally import Tally
from protocolgraph.errors import UsageError
from protocolgraph.model.institutional import ComponentName, InstitutionalStatement

CONDITION = "condition"
"""Activation conditions and execution constraints together, as codes before the Grammar's second version have them."""
_TOGETHER = {CONDITION: (ComponentName.ACTIVATION, ComponentName.CONSTRAINT)}
_WORD = re.compile(r"\w+")


def component_agreement(pairs: Iterable[tuple[Mapping[str, str], InstitutionalStatement]]) -> dict[str, Tally]:
    """Count the words on which coded sentences and their components agree, over all sentences, by component.

    Args:
        pairs: the codes of a sentence (the words of each component, under its name; none where the sentence has
            none), and the sentence taken apart. A name is one of `ComponentName`, "condition", or several joined
            by "+" for those that the codes do not keep apart ("attribute+entity").

    Raises:
        UsageError: there is no component of that name.

    """
    tallies: dict[str, Tally] = {}
    for codes, statement in pairs:
        for names, words in codes.items():
            own = _counted(" ".join(piece.text for piece in statement.pieces(*component_names(names))))
            gold = _counted(words)
            tally = Tally((gold & own).total(), gold.total(), own.total())
            tallies[names] = tallies.get(names, Tally()) + tally
    return tallies


def component_names(names: str) -> tuple[ComponentName, ...]:
    """Return the components of a name such as "attribute", "condition" or "attribute+entity".

    Raises:
        UsageError: there is no component of that name.

    """
    found: list[ComponentName] = []
    for name in names.split("+"):
        if name in _TOGETHER:
            found += _TOGETHER[name]
        elif name in set(ComponentName):
            found.append(ComponentName(name))
        else:
            known = ", ".join([*(each.value for each in ComponentName), *_TOGETHER])
            raise UsageError(f"{name!r} is no component; there are: {known}.")
    return tuple(found)


def _counted(text: str) -> Counter[str]:
    return Counter(_WORD.findall(text.lower()))
