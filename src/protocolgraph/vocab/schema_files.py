"""Reads the schema's files into records, and checks each file and the whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Any, TypeVar

import yaml

from protocolgraph.errors import VocabularyError
from protocolgraph.model import EntityType
from protocolgraph.vocab.fields import Fields
from protocolgraph.vocab.terms import (
    AccountabilityLink,
    Also,
    Concept,
    ConceptScheme,
    End,
    EntityKind,
    Predicate,
    Property,
    RecordClass,
    Schema,
)

Named = TypeVar("Named", Predicate, RecordClass, ConceptScheme)


def read_schema(folder: Traversable) -> Schema:
    """Read a schema from a folder laid out as this package's `schema/`.

    Raises:
        VocabularyError: a file is missing or wrong; the message begins with its name.

    """
    known = _prefixes(_load(folder, "prefixes.yaml"))
    kinds = [_entity_kind(name, item) for name, item in _read_all(folder, "entities", known)]
    made = Schema(
        prefixes=MappingProxyType(known),
        entity_types=MappingProxyType({kind.type: kind for kind in kinds}),
        predicates=_by_name(_predicate(name, item) for name, item in _read_all(folder, "predicates", known)),
        records=_by_name(_record_class(name, item) for name, item in _read_all(folder, "records", known)),
        concepts=_by_name(_scheme(name, item) for name, item in _read_all(folder, "concepts", known)),
        accountability=tuple(_accountability(_load(folder, "accountability.yaml"), known)),
    )
    _check_whole(made)
    return made


def _by_name(items: Iterator[Named]) -> Mapping[str, Named]:
    return MappingProxyType({item.name: item for item in items})


def _load(folder: Traversable, *path: str) -> Any:
    try:
        return yaml.safe_load(folder.joinpath(*path).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        reason = " ".join(str(error).split())
        raise VocabularyError(f"schema/{'/'.join(path)}: {reason}") from error


def _read_all(folder: Traversable, kind: str, known: Mapping[str, str]) -> Iterator[tuple[str, Fields]]:
    """Yield the name and the fields of each file of a sub-folder, in the order of the names."""
    try:
        names = sorted(path.name for path in (folder / kind).iterdir() if path.name.endswith(".yaml"))
    except OSError as error:
        raise VocabularyError(f"schema/{kind}: the folder is missing") from error
    for name in names:
        yield name.removesuffix(".yaml"), Fields(_load(folder, kind, name), file=f"{kind}/{name}", known=known)


def _prefixes(data: Any) -> dict[str, str]:
    if not isinstance(data, dict) or not all(isinstance(value, str) for value in data.values()):
        raise VocabularyError("schema/prefixes.yaml: must be a mapping of prefixes to namespaces")
    return {str(key): value for key, value in data.items()}


def _check_name(name: str, fields: Fields) -> None:
    """A file's `name` is its file's name, so that a term is found by looking at the folder."""
    if fields.text("name") != name:
        raise fields.error(f"name must be {name!r}, as the file's")


def _entity_kind(name: str, fields: Fields) -> EntityKind:
    _check_name(name, fields)
    try:
        kind = EntityType(name)
    except ValueError as error:
        raise fields.error(str(error)) from error
    made = EntityKind(
        type=kind,
        label=fields.text("label"),
        plural=fields.text("plural"),
        definition=fields.text("definition"),
        rdf_class=fields.term("class"),
        broader=fields.terms("broader"),
        example=fields.text("example"),
        matches=fields.matches(),
        notes=fields.get_text("notes"),
    )
    fields.end_of_fields()
    return made


def _predicate(name: str, fields: Fields) -> Predicate:
    _check_name(name, fields)
    subjects, objects = fields.types("subjects"), fields.types("objects")
    symmetric = fields.flag("symmetric")
    label = fields.text("label")
    inverse = fields.inner("inverse")
    node = fields.inner("node")
    made = Predicate(
        name=name,
        label=label,
        definition=fields.text("definition"),
        subjects=subjects,
        objects=objects,
        property=fields.term("property"),
        inverse=name if symmetric else inverse.get_text("name"),
        inverse_label=label if symmetric else inverse.get_text("label"),
        symmetric=symmetric,
        qualifiers=fields.texts("qualifiers"),
        value=fields.get_text("value"),
        also=tuple(_also(item, subjects) for item in fields.inners("also")),
        node_class=node.get_term("class"),
        ends=tuple(_end(item, subjects, objects) for item in node.inners("ends")),
        example=fields.text("example"),
        matches=fields.matches(),
        notes=fields.get_text("notes"),
    )
    for part in (inverse, node, fields):
        part.end_of_fields()
    if not subjects or bool(objects) == (made.inverse is None) or bool(objects) == bool(made.value):
        raise fields.error("needs subjects, and either objects and an inverse (or symmetric), or a value")
    return made


def _also(fields: Fields, subjects: tuple[EntityType, ...]) -> Also:
    made = Also(fields.term("property"), fields.types("subjects", default=subjects), fields.lists("unless"))
    fields.end_of_fields()
    return made


def _end(fields: Fields, subjects: tuple[EntityType, ...], objects: tuple[EntityType, ...]) -> End:
    end = fields.end("end")
    default = subjects if end == "subject" else objects
    made = End(fields.term("property"), end, fields.types("types", default=default))
    fields.end_of_fields()
    return made


def _record_class(name: str, fields: Fields) -> RecordClass:
    made = RecordClass(
        name=name,
        rdf_class=fields.get_term("class"),
        label=fields.text("label"),
        definition=fields.text("definition"),
        broader=fields.terms("broader"),
        example=fields.text("example"),
        matches=fields.matches(),
        notes=fields.get_text("notes"),
        properties=tuple(_property(item) for item in fields.inners("properties")),
    )
    fields.end_of_fields()
    return made


def _property(fields: Fields) -> Property:
    made = Property(
        property=fields.term("property"),
        label=fields.text("label"),
        definition=fields.text("definition"),
        range=fields.term("range"),
        domains=fields.terms("domains"),
        broader=fields.terms("broader"),
        example=fields.text("example"),
        matches=fields.matches(),
    )
    fields.end_of_fields()
    return made


def _scheme(name: str, fields: Fields) -> ConceptScheme:
    _check_name(name, fields)
    made = ConceptScheme(
        name=name,
        label=fields.text("label"),
        definition=fields.text("definition"),
        rdf_class=fields.get_term("class"),
        concepts=MappingProxyType({item.name: item for item in (_concept(name, i) for i in fields.inners("values"))}),
    )
    fields.end_of_fields()
    return made


def _concept(scheme: str, fields: Fields) -> Concept:
    name = fields.text("name")
    made = Concept(
        name=name,
        term=f"pg:{scheme}-{name.replace('_', '-')}",
        label=fields.text("label"),
        definition=fields.text("definition"),
        matches=fields.matches(),
    )
    fields.end_of_fields()
    return made


def _accountability(data: Any, known: Mapping[str, str]) -> Iterator[AccountabilityLink]:
    if not isinstance(data, list):
        raise VocabularyError("schema/accountability.yaml: must be a list")
    for item in data:
        fields = Fields(item, file="accountability.yaml", known=known)
        yield AccountabilityLink(fields.text("predicate"), fields.end("to"), fields.text("why"))
        fields.end_of_fields()


def _check_whole(made: Schema) -> None:
    """What no file can see alone: all types are there, names are single, links name predicates."""
    absent = [kind for kind in EntityType if kind not in made.entity_types]
    if absent:
        raise VocabularyError(f"schema/entities/{absent[0]}.yaml: the file is missing")
    names = Counter(name for item in made.predicates.values() for name in {item.name, item.inverse or item.name})
    for item in made.predicates.values():
        if names[item.name] > 1 or names[item.inverse or item.name] > 1:
            raise VocabularyError(f"schema/predicates/{item.name}.yaml: its name or inverse is another's too")
    for link in made.accountability:
        if link.predicate not in made.predicates:
            raise VocabularyError(f"schema/accountability.yaml: {link.predicate!r} is no predicate")
