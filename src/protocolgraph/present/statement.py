"""A statement in words."""

from __future__ import annotations

from collections.abc import Mapping

from protocolgraph.model import Fact, Modality, Statement
from protocolgraph.vocab.schema import predicates

_FORCE = {Modality.MUST_NOT: "must not", Modality.FUNCTION: "has the function to"}


def sentence(statement: Statement, names: Mapping[str, str]) -> str:
    """Return a statement in words: "The Board reports to the Council".

    Args:
        statement: the fact or duty.
        names: the names of entities by id.

    """
    if isinstance(statement, Fact):
        predicate = predicates()[statement.predicate]
        value = dict(statement.qualifiers).get(predicate.value or "", "")
        denied = "it is denied that " if statement.negated else ""
        target = names.get(statement.object or "", value)
        return f"{denied}{names[statement.subject]} {predicate.label} {target}".strip()
    modality = statement.content.modality
    return f"{names[statement.bearer]} {_FORCE.get(modality, modality.value)} {statement.content.text}"
