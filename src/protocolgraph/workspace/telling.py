"""Corrections in words, for reports and pages."""

from __future__ import annotations

from protocolgraph.model import Modality
from protocolgraph.model.workspace import (
    Accept,
    AddedDuty,
    AddedFact,
    Correction,
    Merge,
    NameAlias,
    Reject,
    Rename,
    Split,
    Waiver,
)
from protocolgraph.vocab.schema import predicates

_FORCE = {Modality.MUST_NOT: "must not", Modality.FUNCTION: "has the function to"}


def told(correction: Correction) -> str:
    """Return what a correction says, in one line without its signature."""
    match correction:
        case Accept() | Reject():
            return correction.statement or f"the statement {correction.id}"
        case AddedFact() | AddedDuty():
            return added_sentence(correction)
        case NameAlias():
            return f"{correction.name} means {correction.means}"
        case Merge():
            return " and ".join(correction.names) + " are one"
        case Split():
            return " and ".join(correction.names) + " are not one"
        case Rename():
            return f"{correction.name} is called {correction.to}"
        case Waiver():
            about = "; ".join((*correction.entities, *correction.documents))
            return f"{correction.code}: {about}" if about else correction.code


def added_sentence(added: AddedFact | AddedDuty) -> str:
    """Return an added statement in words."""
    if isinstance(added, AddedDuty):
        return f"{added.bearer.name} {_FORCE.get(added.modality, added.modality.value)} {added.text}"
    predicate = predicates()[added.predicate]
    value = dict(added.qualifiers).get(predicate.value or "", "")
    denied = "it is denied that " if added.negated else ""
    return f"{denied}{added.subject.name} {predicate.label} {added.object.name if added.object else value}".strip()


def not_applied(correction: Correction, kind: str) -> str:
    """Return a line that says that a correction matches nothing."""
    signed = correction.signed
    where = getattr(correction, "document", None)
    return (
        f"[[{kind}]] by {signed.who} of {signed.when} matches nothing{f' in {where}' if where else ''} any more: "
        f"{told(correction)}"
    )
