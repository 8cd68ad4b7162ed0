"""Knowledge by what it is looked up by: entities by id and name, statements by whom they are about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from protocolgraph.graph.lookup import NameIndex
from protocolgraph.graph.paths import AccountabilityMap
from protocolgraph.model import Duty, Entity, Fact, Knowledge


@dataclass(frozen=True, slots=True)
class KnowledgeIndex:
    """The ways into knowledge; statements keep the order of the knowledge."""

    entities: Mapping[str, Entity]
    names: NameIndex
    facts_of: Mapping[str, tuple[Fact, ...]]
    """Entity's id to the facts that it is the subject of."""
    facts_on: Mapping[str, tuple[Fact, ...]]
    """Entity's id to the facts that it is the object of."""
    duties_of: Mapping[str, tuple[Duty, ...]]
    """Entity's id to its duties."""
    duties_to: Mapping[str, tuple[Duty, ...]]
    """Entity's id to the duties that others have towards it."""
    accountability: AccountabilityMap

    @classmethod
    def make(cls, knowledge: Knowledge) -> KnowledgeIndex:
        """Index knowledge."""
        facts_of, facts_on = defaultdict(list), defaultdict(list)
        for fact in knowledge.facts:
            facts_of[fact.subject].append(fact)
            if fact.object is not None:
                facts_on[fact.object].append(fact)
        duties_of, duties_to = defaultdict(list), defaultdict(list)
        for duty in knowledge.duties:
            duties_of[duty.bearer].append(duty)
            for target in dict.fromkeys(duty.to):
                duties_to[target].append(duty)
        return cls(
            entities={entity.id: entity for entity in knowledge.entities},
            names=NameIndex.of(knowledge.entities),
            facts_of={key: tuple(found) for key, found in facts_of.items()},
            facts_on={key: tuple(found) for key, found in facts_on.items()},
            duties_of={key: tuple(found) for key, found in duties_of.items()},
            duties_to={key: tuple(found) for key, found in duties_to.items()},
            accountability=AccountabilityMap.of(knowledge.facts),
        )
