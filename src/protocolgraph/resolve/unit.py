"""The documents of one unit, resolved among themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from protocolgraph.model import DocumentInfo, Entity, Extraction, Knowledge, NameUse
from protocolgraph.model.workspace import Workspace
from protocolgraph.resolve.additions import with_additions
from protocolgraph.resolve.common import Common, Part
from protocolgraph.resolve.decisions import Decisions, marks
from protocolgraph.resolve.forms import Forms, read_forms
from protocolgraph.resolve.group import Group, Joined
from protocolgraph.resolve.linker import Linked, Linker
from protocolgraph.resolve.names import key
from protocolgraph.resolve.naming import Named, Namer, areas_of, spellings
from protocolgraph.resolve.statements import Statements, make_statements


@dataclass(frozen=True, slots=True)
class UnitKnowledge:
    """What the documents of a unit state."""

    knowledge: Knowledge
    """Of its entities only those that are its alone."""
    statements: Statements


class Unit:
    """Documents, and which of their names mean the same."""

    def __init__(self, extractions: Sequence[Extraction], workspace: Workspace) -> None:
        """Resolve the documents of one unit, whose order does not matter."""
        self._workspace = workspace
        self._given = list(extractions)
        self._resolution = _resolve(self._given, workspace)

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """What of its entities other units may know, too."""
        return tuple(self._resolution.parts())

    @cached_property
    def marks(self) -> frozenset[str]:
        """The `marks` of all names by which a decision about names may find something in these documents."""
        return marks(self._resolution.names())

    @property
    def joined(self) -> Iterator[Joined]:
        """Why each name was taken for another one."""
        for group in self._resolution.linked.entities.values():
            yield from group.joined

    def knowledge(self, common: Mapping[int, Common]) -> UnitKnowledge:
        """Return what the documents state.

        Args:
            common: what is known in common of each of the `parts`, by its number.

        """
        workspace, resolution = self._workspace, self._resolution.with_common(common)
        plain = workspace.names_nothing()
        unaided = resolution if plain else _resolve(self._given, workspace.without_decisions())
        statements = make_statements(resolution.extractions, resolution.entity, unaided.local_name, workspace)
        uses = sorted(resolution.uses(), key=lambda use: (use.document, use.entity))
        knowledge = Knowledge(
            documents=tuple(_info(extraction) for extraction in resolution.extractions),
            entities=tuple(sorted(resolution.entities(), key=lambda entity: entity.id)),
            uses=tuple(uses),
            facts=statements.facts,
            duties=statements.duties,
        )
        return UnitKnowledge(knowledge, statements)


@dataclass(frozen=True, slots=True)
class _Resolution:
    extractions: Sequence[Extraction]
    forms: Forms
    linked: Linked
    named: dict[int, Named]

    def with_common(self, common: Mapping[int, Common]) -> _Resolution:
        """Return the same with what is shared called as it is called in common."""
        named = {
            number: replace(entity, id=common[number].id, name=common[number].name) if entity.shared else entity
            for number, entity in self.named.items()
        }
        return replace(self, named=named)

    def entity(self, extraction: int, mention: int) -> Named | None:
        places = self.forms.of[extraction]
        form = places[mention] if 0 <= mention < len(places) else None
        return None if form is None else self.named[self.linked.entity_of[form]]

    def local_name(self, extraction: int, mention: int) -> str | None:
        """Return the name by which a document calls the entity of a mention; None for a mention that is not its own."""
        found = self.entity(extraction, mention)
        return None if found is None else found.local[self.extractions[extraction].document]

    def names(self) -> Iterator[str]:
        """Yield every name that is compared or given; some more than once."""
        for extraction in self.extractions:
            yield from (mention.name for mention in extraction.mentions)
            for alias in extraction.aliases:
                yield from (alias.short, alias.long)
        for form in self.forms.all:
            yield from (form.name, *dict(form.spellings), *form.others)
        for group in self.linked.entities.values():
            yield from (group.item.title, *group.item.names)
        for named in self.named.values():
            yield from (named.name, *named.aliases, *named.local.values())

    def entities(self) -> Iterator[Entity]:
        """Yield the entities that are the unit's alone."""
        for number, named in self.named.items():
            if not named.shared:
                yield Entity(
                    id=named.id,
                    type=self.linked.entities[number].item.type,
                    name=named.name,
                    aliases=named.aliases,
                    area=named.area,
                    scope=named.scope,
                    documents=tuple(named.by_document),
                )

    def uses(self) -> Iterator[NameUse]:
        """Yield which names each document uses; two entities that are one in common use theirs together."""
        found: dict[tuple[str, str], set[str]] = {}
        for named in self.named.values():
            for document, names in named.by_document.items():
                found.setdefault((document, named.id), set()).update(names)
        for (document, entity), used in found.items():
            yield NameUse(document, entity, tuple(sorted(used)))

    def parts(self) -> Iterator[Part]:
        for number, named in self.named.items():
            if named.shared:
                yield self._part(number, named, self.linked.entities[number])

    def _part(self, number: int, named: Named, group: Group) -> Part:
        item = group.item
        forms = [self.forms.all[form] for form in item.forms]
        owner = None if item.owner is None else self.linked.entity_of[item.owner]
        uses = Counter(name for names in named.by_document.values() for name in names)
        return Part(
            number=number,
            scope=named.scope,
            item=replace(
                item,
                area=None,
                document=min(named.local),
                owner=owner,
                odd=item.odd & set(key(item.title)),
                forms=(number,),
            ),
            owner_name=None if owner is None else self.named[owner].name,
            slipped=tuple(sorted(group.slipped)),
            spellings=_sorted(spellings(forms, self.linked, telling=False)),
            telling=_sorted(spellings(forms, self.linked, telling=True)),
            uses=_sorted(uses),
            areas=tuple(areas_of(self.extractions[form.extraction].area for form in forms)),
            local=min(named.local.items())[1],
        )


def _sorted(counted: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counted.items()))


def _resolve(extractions: Sequence[Extraction], workspace: Workspace) -> _Resolution:
    decisions = Decisions(workspace)
    ordered = sorted(extractions, key=lambda extraction: (extraction.document, extraction.sha256))
    ready = [with_additions(decisions.with_aliases(extraction), workspace) for extraction in ordered]
    forms = read_forms(ready)
    linked = Linker(ready, forms, decisions).link()
    return _Resolution(ready, forms, linked, Namer(ready, forms.all, linked, decisions).name_all())


def _info(extraction: Extraction) -> DocumentInfo:
    return DocumentInfo(
        name=extraction.document,
        sha256=extraction.sha256,
        title=extraction.title,
        date=extraction.date,
        area=extraction.area,
        kind=extraction.kind,
        model=extraction.model,
    )
