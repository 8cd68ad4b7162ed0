"""Decisions about names that match nothing, which a reviewer must be told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from protocolgraph.model import Entity
from protocolgraph.model.workspace import Correction, Merge, NameAlias, Rename, Split, Workspace
from protocolgraph.resolve.decisions import Names, keys, within


def idle_names(entities: Iterable[Entity], workspace: Workspace) -> tuple[Correction, ...]:
    """Return the aliases, merges, splits and renames whose names no entity bears."""
    found = _Names(entities)
    wrong: list[Correction] = [
        alias for alias in workspace.aliases if not found.joins(alias, (alias.name, alias.means))
    ]
    wrong += [merge for merge in workspace.merges if not found.joins(merge, merge.names)]
    wrong += [split for split in workspace.splits if found.count(split, split.names) < len(split.names)]
    wrong += [rename for rename in workspace.renames if not found.calls(rename)]
    return tuple(wrong)


class _Names:
    """The names of the entities, as decisions compare them."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._all = [(entity, keys((entity.name, *entity.aliases))) for entity in entities]

    def _where(self, decision: NameAlias | Merge | Split | Rename) -> Iterator[tuple[Entity, Names]]:
        for entity, names in self._all:
            if decision.type in (None, entity.type) and (entity.area is None or within(decision.area, entity.area)):
                yield entity, names

    def joins(self, decision: NameAlias | Merge, names: tuple[str, ...]) -> bool:
        """Whether some entity bears two of the names."""
        wanted = keys(names)
        return any(len(wanted & own) > 1 for _, own in self._where(decision))

    def count(self, decision: Split, names: tuple[str, ...]) -> int:
        """Return how many of the names entities bear."""
        return len(keys(names) & {name for _, own in self._where(decision) for name in own})

    def calls(self, decision: Rename) -> bool:
        """Whether some entity is called as was decided."""
        return any(entity.name == decision.to for entity, _ in self._where(decision))
