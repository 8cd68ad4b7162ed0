"""From the text of a workspace file to records, with an error that names the entry for anything else."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from protocolgraph.errors import WorkspaceError
from protocolgraph.model import EntityType, Modality, Scope
from protocolgraph.model.workspace import (
    Accept,
    AddedDuty,
    AddedFact,
    DocumentOverride,
    Merge,
    NameAlias,
    Named,
    Reject,
    Rename,
    Signature,
    Split,
    Waiver,
    Workspace,
)
from protocolgraph.text.contacts import find_contacts
from protocolgraph.vocab.schema import predicates

FILE_NAME = "protocolgraph.toml"
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_KEPT = 4
"""Texts whose meaning stays in memory."""
Choice = TypeVar("Choice", bound=StrEnum)


def load_workspace(folder: Path) -> Workspace:
    """Return what `protocolgraph.toml` in this folder says; an empty workspace when there is no such file.

    Raises:
        WorkspaceError: the file cannot be read, is not TOML, or has an entry that cannot be understood.

    """
    path = folder / FILE_NAME
    return read_workspace(path, read_text(path))


def read_text(path: Path) -> str:
    """Return the text of a workspace file, empty if there is none.

    Raises:
        WorkspaceError: the file cannot be read.

    """
    try:
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as error:
        raise WorkspaceError(f"{path}: cannot be read ({error}); save it as UTF-8 text") from error


@lru_cache(maxsize=_KEPT)
def read_workspace(path: Path, text: str) -> Workspace:
    """Return what the text of a workspace file says; the latest are kept, for what was written is read next.

    Raises:
        WorkspaceError: the text is not TOML, or has an entry that cannot be understood.

    """
    try:
        return _workspace(path, tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise WorkspaceError(f"{path}: not valid TOML: {error}") from error


def _workspace(path: Path, data: dict[str, Any]) -> Workspace:
    unknown = sorted(set(data) - set(_ENTRIES))
    if unknown:
        raise WorkspaceError(f"{path}: {unknown[0]!r} is not known; use {', '.join(f'[[{k}]]' for k in _ENTRIES)}")
    read: dict[str, list[Any]] = {}
    for kind, reader in _ENTRIES.items():
        read[kind] = []
        for entry in _entries(path, kind, data.get(kind, [])):
            read[kind].append(reader(entry))
            entry.finish()
    return Workspace(
        documents=tuple(read["document"]),
        aliases=tuple(read["alias"]),
        merges=tuple(read["merge"]),
        splits=tuple(read["split"]),
        renames=tuple(read["rename"]),
        accepted=tuple(read["accept"]),
        rejected=tuple(read["reject"]),
        facts=tuple(item for item in read["add"] if isinstance(item, AddedFact)),
        duties=tuple(item for item in read["add"] if isinstance(item, AddedDuty)),
        waivers=tuple(read["waive"]),
    )


def _entries(path: Path, kind: str, value: Any) -> list[_Entry]:
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise WorkspaceError(f"{path}: write each {kind} under a line [[{kind}]], with double brackets")
    return [_Entry(path, f"[[{kind}]] no. {number}", dict(item)) for number, item in enumerate(value, 1)]


@dataclass
class _Entry:
    """One table of the file; what was asked for is taken out, so that what is left is unknown."""

    path: Path
    label: str
    values: dict[str, Any]

    def error(self, text: str) -> WorkspaceError:
        return WorkspaceError(f"{self.path}: {self.label}: {text}")

    def finish(self) -> None:
        if self.values:
            raise self.error(
                f"{sorted(self.values)[0]!r} is not a key of this entry; take it out or correct its spelling"
            )

    def find(self, key: str) -> str | None:
        value = self.values.pop(key, None)
        if value is None:
            return None
        if not isinstance(value, str) or not value.strip():
            raise self.error(f"{key} must be a text in quotes")
        return value.strip()

    def need(self, key: str) -> str:
        value = self.find(key)
        if value is None:
            raise self.error(f"{key} is missing; add a line {key} = ...")
        return value

    def names(self, key: str, *, least: int = 0) -> tuple[str, ...]:
        value = self.values.pop(key, [])
        if not isinstance(value, list) or not all(isinstance(name, str) and name.strip() for name in value):
            raise self.error(f'{key} must be a list of texts, as {key} = ["...", "..."]')
        if len(value) < least:
            raise self.error(f"{key} must hold at least {least} names")
        return tuple(name.strip() for name in value)

    def items(self, key: str) -> list[Any]:
        value = self.values.pop(key, [])
        if not isinstance(value, list):
            raise self.error(f"{key} must be a list, as {key} = [...]")
        return value

    def choice(self, key: str, kind: type[Choice]) -> Choice | None:
        value = self.find(key)
        try:
            return None if value is None else kind(value)
        except ValueError:
            raise self.error(f"{key} = {value!r} is not known; use one of {', '.join(kind)}") from None

    def flag(self, key: str) -> bool:
        value = self.values.pop(key, False)
        if not isinstance(value, bool):
            raise self.error(f"{key} must be true or false, without quotes")
        return value

    def date(self, key: str) -> str | None:
        value = self.values.get(key)
        if isinstance(value, date):
            del self.values[key]
            return value.isoformat()[:10]
        text = self.find(key)
        if text is not None and not _DATE.fullmatch(text):
            raise self.error(f'{key} = {text!r} is not a date; write "2014", "2014-03" or "2014-03-05"')
        return text

    def signature(self) -> Signature:
        when = self.date("when")
        if when is None:
            raise self.error("when is missing; add a line when = 2026-03-01 with the day of the decision")
        signed = Signature(self.need("who"), when, self.need("why"))
        if any(find_contacts(f"{signed.who}\n{signed.why}")):
            raise self.error("who and why go into the graph: sign with a name or a post, without address or number")
        return signed


def _document(entry: _Entry) -> tuple[str, DocumentOverride]:
    name = entry.need("name")
    override = DocumentOverride(
        area=entry.find("area"),
        date=entry.date("date"),
        title=entry.find("title"),
        kind=entry.find("kind"),
        skip=entry.flag("skip"),
    )
    if override == DocumentOverride():
        raise entry.error("says nothing of the document; give its area, date, title or kind, or skip = true")
    return name, override


def _alias(entry: _Entry) -> NameAlias:
    return NameAlias(
        entry.need("name"), entry.need("means"), entry.choice("type", EntityType), entry.find("area"),
        entry.find("document"), entry.signature(),
    )  # fmt: skip


def _merge(entry: _Entry) -> Merge:
    names = entry.names("names", least=2)
    return Merge(names, entry.choice("type", EntityType), entry.find("area"), entry.signature())


def _split(entry: _Entry) -> Split:
    names = entry.names("names", least=2)
    return Split(names, entry.choice("type", EntityType), entry.find("area"), entry.signature())


def _rename(entry: _Entry) -> Rename:
    name, to = entry.need("name"), entry.need("to")
    return Rename(name, to, entry.choice("type", EntityType), entry.find("area"), entry.signature())


def _accept(entry: _Entry) -> Accept:
    return Accept(entry.need("id"), entry.signature(), entry.find("statement"), entry.find("document"))


def _reject(entry: _Entry) -> Reject:
    return Reject(entry.need("id"), entry.signature(), entry.find("statement"), entry.find("document"))


def _waive(entry: _Entry) -> Waiver:
    return Waiver(entry.need("code"), entry.names("entities"), entry.names("documents"), entry.signature())


def _add(entry: _Entry) -> AddedFact | AddedDuty:
    if ("subject" in entry.values) == ("bearer" in entry.values):
        raise entry.error("give either subject, predicate and object (a fact) or bearer, modality and action (a duty)")
    return _added_fact(entry) if "subject" in entry.values else _added_duty(entry)


def _added_fact(entry: _Entry) -> AddedFact:
    fact = AddedFact(
        document=entry.need("document"),
        quote=entry.need("quote"),
        subject=_named(entry, "subject", entry.need("subject")),
        predicate=entry.need("predicate"),
        object=_optional(entry, "object", EntityType.BODY),
        qualifiers=_qualifiers(entry),
        negated=entry.flag("negated"),
        section=entry.find("section"),
        signed=entry.signature(),
        replaces=entry.find("replaces"),
    )
    wrong = what_is_wrong(fact)
    if wrong:
        raise entry.error(wrong)
    return fact


def what_is_wrong(fact: AddedFact) -> str | None:
    """Return why the vocabulary does not allow a fact, None if it does."""
    predicate = predicates().get(fact.predicate)
    if predicate is None:
        return f"predicate = {fact.predicate!r} is not known; use one of {', '.join(predicates())}"
    if fact.subject.type not in predicate.subjects:
        return f"who {predicate.label} is a {' or '.join(predicate.subjects)}, not a {fact.subject.type}"
    if predicate.value:
        given = dict(fact.qualifiers).get(predicate.value)
        return (
            None if given and fact.object is None else f"{fact.predicate} has a qualifier {predicate.value}, no object"
        )
    if fact.object is None:
        return f"object is missing; {fact.predicate} needs one"
    if fact.object.type not in predicate.objects:
        return f"the object of {fact.predicate} is a {' or '.join(predicate.objects)}, not a {fact.object.type}"
    return None


def _added_duty(entry: _Entry) -> AddedDuty:
    modality = entry.choice("modality", Modality)
    if modality is None:
        raise entry.error(f"modality is missing; use one of {', '.join(Modality)}")
    return AddedDuty(
        document=entry.need("document"),
        quote=entry.need("quote"),
        bearer=_named(entry, "bearer", entry.need("bearer")),
        modality=modality,
        action=entry.need("action"),
        text=entry.need("text"),
        to=tuple(_counterparty(entry, item) for item in entry.items("to")),
        product=_optional(entry, "product", EntityType.PUBLICATION),
        frequency=entry.find("frequency"),
        condition=entry.find("condition"),
        section=entry.find("section"),
        signed=entry.signature(),
        replaces=entry.find("replaces"),
    )


def _counterparty(entry: _Entry, item: Any) -> Named:
    """Return who stands in `to`: a body's name, or a table with name and type."""
    if isinstance(item, str) and item.strip():
        return Named(item.strip(), EntityType.BODY)
    if not isinstance(item, dict):
        raise entry.error('to must be a list of names, or of { name = "...", type = "role" }')
    inner = _Entry(
        entry.path, f"{entry.label}, to", {f"to_{key}" if key != "name" else key: v for key, v in item.items()}
    )
    named = _named(inner, "to", inner.need("name"))
    inner.finish()
    return named


def _named(entry: _Entry, key: str, name: str, kind: EntityType = EntityType.BODY) -> Named:
    chosen = entry.choice(f"{key}_type", EntityType)
    scope = entry.choice(f"{key}_scope", Scope)
    return Named(name, chosen or kind, scope or Scope.LOCAL)


def _optional(entry: _Entry, key: str, kind: EntityType) -> Named | None:
    name = entry.find(key)
    return None if name is None else _named(entry, key, name, kind)


def _qualifiers(entry: _Entry) -> tuple[tuple[str, str], ...]:
    value = entry.values.pop("qualifiers", {})
    if not isinstance(value, dict) or not all(isinstance(text, str) for text in value.values()):
        raise entry.error('qualifiers must be texts by name, as qualifiers = { frequency = "annual" }')
    return tuple(sorted(value.items()))


_ENTRIES: Mapping[str, Callable[[_Entry], Any]] = {
    "document": _document,
    "alias": _alias,
    "merge": _merge,
    "split": _split,
    "rename": _rename,
    "accept": _accept,
    "reject": _reject,
    "add": _add,
    "waive": _waive,
}
