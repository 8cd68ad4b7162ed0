"""A sentence in the components of the Institutional Grammar 2.0.

Frantz and Siddiki, *Institutional Grammar 2.0: A specification for encoding and analyzing institutional
design*, Public Administration 99 (2021), and their codebook of 2020.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from protocolgraph.model.provenance import Span


class StatementKind(StrEnum):
    """What an institutional statement does."""

    REGULATIVE = "regulative"
    """It says what somebody must, may or must not do."""
    CONSTITUTIVE = "constitutive"
    """It says what something is, or of what it is made."""


class ComponentName(StrEnum):
    """The components of both kinds of statement; activation conditions and execution constraints are kept apart."""

    ATTRIBUTE = "attribute"
    DEONTIC = "deontic"
    AIM = "aim"
    OBJECT = "object"
    COUNTERPARTY = "counterparty"
    ACTIVATION = "activation"
    CONSTRAINT = "constraint"
    OR_ELSE = "or_else"
    ENTITY = "entity"
    FUNCTION = "function"
    PROPERTIES = "properties"


@dataclass(frozen=True, slots=True)
class Component:
    """Some words of a sentence and what they are in it: `text` is the sentence's own at `span`."""

    name: ComponentName
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class InstitutionalStatement:
    """One sentence taken apart; words that carry no component, such as "and" between two, stand in none."""

    text: str
    kind: StatementKind
    components: tuple[Component, ...]
    """In the order of the sentence. A component may come in several pieces."""

    def pieces(self, *names: ComponentName) -> tuple[Component, ...]:
        """Return the pieces of these components, in the order of the sentence."""
        return tuple(component for component in self.components if component.name in names)

    @property
    def condition(self) -> tuple[Component, ...]:
        """When it holds and how it is to be done: activation conditions and execution constraints together."""
        return self.pieces(ComponentName.ACTIVATION, ComponentName.CONSTRAINT)
