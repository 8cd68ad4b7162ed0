"""What reviewers decided of names; it outranks every comparison."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from zlib import crc32

from protocolgraph.model import Alias, EntityType, Extraction
from protocolgraph.model.workspace import Merge, Rename, Split, Workspace
from protocolgraph.resolve.names import key

Names = frozenset[tuple[str, ...]]


def keys(names: Iterable[str]) -> Names:
    """Return the keys of several names."""
    return frozenset(key(name) for name in names)


def marks(names: Iterable[str]) -> frozenset[str]:
    """Return short marks of names: those with one key have the same, others seldom."""
    return frozenset(f"{crc32(' '.join(found).encode()):x}" for found in keys(names))


@dataclass(frozen=True, slots=True)
class Decisions:
    """The judgements of a workspace, ready to be asked."""

    workspace: Workspace

    def with_aliases(self, extraction: Extraction) -> Extraction:
        """Return an extraction as if it defined the reviewers' aliases that it uses, and none that they deny."""
        kept = [alias for alias in extraction.aliases if not self._denied(alias, extraction.area)]
        used = keys(mention.name for mention in extraction.mentions) if self.workspace.aliases else frozenset()
        for alias in self.workspace.aliases:
            here = alias.document in (None, extraction.document) and within(alias.area, extraction.area)
            if here and key(alias.name) in used:
                types = (alias.type,) if alias.type else tuple(EntityType)
                kept += [Alias(type, alias.name, alias.means, "reviewer", ()) for type in types]
        return replace(extraction, aliases=tuple(kept))

    def _denied(self, alias: Alias, area: str | None) -> bool:
        """Whether a split says that what a document defines as one is two."""
        return bool(self.apart(alias.type, area, keys([alias.short]), keys([alias.long])))

    def apart(self, type: EntityType, area: str | None, names: Names, others: Names) -> str:
        """Return why two groups of names must not be one entity; an empty string if nobody decided so."""
        for split in self.workspace.splits:
            if applies(split, type, area):
                one, two = keys(split.names) & names, keys(split.names) & others
                if one and two and len(one | two) > 1 and one != two:
                    return f"{split.signed.who} decided on {split.signed.when}: {split.signed.why}"
        return ""

    def merges(self, type: EntityType) -> tuple[Merge, ...]:
        """Return the merges of this type."""
        return tuple(merge for merge in self.workspace.merges if merge.type in (None, type))

    def rename(self, type: EntityType, areas: Iterable[str | None], names: Names) -> str | None:
        """Return what an entity of these names is to be called, the last decision first."""
        known = tuple(areas)
        for rename in reversed(self.workspace.renames):
            if any(applies(rename, type, area) for area in known) and key(rename.name) in names:
                return rename.to
        return None


def applies(decision: Merge | Split | Rename, type: EntityType, area: str | None) -> bool:
    """Whether a decision is about entities of this type in this area."""
    return decision.type in (None, type) and within(decision.area, area)


def within(wanted: str | None, area: str | None) -> bool:
    """Whether a decision for an area (None: for all) holds in this one."""
    return wanted is None or (area is not None and key(wanted) == key(area))
