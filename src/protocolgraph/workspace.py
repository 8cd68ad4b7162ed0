"""Reads `protocolgraph.toml`, the file beside the documents that holds what reviewers decided.

The file is optional, and every part of it is. All of it, as it may stand in a file:

    [[document]]                    # what cannot be read from a document itself
    name = "north/*"                # a document's name, its path below this folder, or a pattern for either
    area = "Northwick"
    date = "2014-03"                # year, month or day
    title = "Protocol of two boards"
    kind = "protocol"

    [[document]]
    name = "drafts/*"
    skip = true                     # not to be read

    [[alias]]                       # a name that means the same as another
    name = "NCSB"
    means = "Northwick Safeguarding Children Board"
    type = "body"                   # optional: body, role, person, legislation, publication
    area = "Northwick"              # optional: only in this area
    document = "protocol.txt"       # optional: only in this document
    who = "A. Reviewer"             # every correction is signed
    when = 2026-03-01
    why = "Letters in the wrong order"

    [[merge]]                       # names of one entity (also: type, area)
    names = ["Parenting Panel", "Corporate Parenting Board"]
    who = "A. Reviewer"
    when = 2026-03-01
    why = "Renamed in 2013, same members"

    [[split]]                       # names of different entities (also: type, area)
    names = ["Scrutiny Panel", "Scrutiny Commission"]
    ...

    [[rename]]                      # what an entity is to be called (also: type, area); its IRI stays
    name = "Local Authority"
    to = "Northwick Borough Council"
    ...

    [[accept]]                      # a statement that is right: its confidence becomes 1
    id = "0f3a9c1d2b4e5f60"
    ...

    [[reject]]                      # a statement that is wrong: it is left out
    id = "1e2d3c4b5a697887"
    ...

    [[add]]                         # a fact that a document states and the program did not read
    document = "protocol.txt"
    quote = "The Panel is accountable to Cabinet"      # must stand in the document; [...] between pieces
    subject = "Corporate Parenting Panel"
    subject_type = "body"           # optional, "body" by default; so object_type
    predicate = "accountable_to"
    object = "Cabinet"
    object_scope = "local"          # optional: local, regional, national, generic; so subject_scope
    negated = false                 # optional
    section = "4.2"                 # optional
    qualifiers = { frequency = "annual" }              # optional
    ...

    [[add]]                         # a duty: it has a bearer instead of a subject
    document = "protocol.txt"
    quote = "The Panel will publish a plan"
    bearer = "Corporate Parenting Panel"               # also bearer_type, bearer_scope
    modality = "will"               # must, should, may, must_not, will, function
    action = "publish"
    text = "publish a plan"
    to = ["Cabinet"]                # optional, as product, frequency, condition, section
    product = "Plan"
    ...

    [[waive]]                       # a finding that is known and accepted
    code = "PG104"
    entities = ["Corporate Parenting Panel"]           # optional: any entity if left out
    documents = ["protocol.txt"]                       # optional: any document if left out
    ...

A key that is not known is an error, so that a slip of the pen is never a correction that does nothing.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from protocolgraph.errors import WorkspaceError
from protocolgraph.model import Document, EntityType, Modality, Scope, quote
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
from protocolgraph.text.quotes import find_quote

FILE_NAME = "protocolgraph.toml"
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
Choice = TypeVar("Choice", bound=StrEnum)
Added = TypeVar("Added", AddedFact, AddedDuty)


def load_workspace(folder: Path) -> Workspace:
    """Return what `protocolgraph.toml` in this folder says; an empty workspace when there is no such file.

    Raises:
        WorkspaceError: the file cannot be read, is not TOML, or has an entry that cannot be understood.

    """
    path = folder / FILE_NAME
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Workspace()
    except (OSError, UnicodeDecodeError) as error:
        raise WorkspaceError(f"{path}: cannot be read ({error}); save it as UTF-8 text") from error
    except tomllib.TOMLDecodeError as error:
        raise WorkspaceError(f"{path}: not valid TOML: {error}") from error
    return _workspace(path, data)


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
        return Signature(self.need("who"), when, self.need("why"))


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
    return Accept(entry.need("id"), entry.signature())


def _reject(entry: _Entry) -> Reject:
    return Reject(entry.need("id"), entry.signature())


def _waive(entry: _Entry) -> Waiver:
    return Waiver(entry.need("code"), entry.names("entities"), entry.names("documents"), entry.signature())


def _add(entry: _Entry) -> AddedFact | AddedDuty:
    if ("subject" in entry.values) == ("bearer" in entry.values):
        raise entry.error("give either subject, predicate and object (a fact) or bearer, modality and action (a duty)")
    return _added_fact(entry) if "subject" in entry.values else _added_duty(entry)


def _added_fact(entry: _Entry) -> AddedFact:
    return AddedFact(
        document=entry.need("document"),
        quote=entry.need("quote"),
        subject=_named(entry, "subject", entry.need("subject")),
        predicate=entry.need("predicate"),
        object=_optional(entry, "object", EntityType.BODY),
        qualifiers=_qualifiers(entry),
        negated=entry.flag("negated"),
        section=entry.find("section"),
        signed=entry.signature(),
    )


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
        to=tuple(Named(name, EntityType.BODY) for name in entry.names("to")),
        product=_optional(entry, "product", EntityType.PUBLICATION),
        frequency=entry.find("frequency"),
        condition=entry.find("condition"),
        section=entry.find("section"),
        signed=entry.signature(),
    )


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


def place_quotes(workspace: Workspace, documents: Mapping[str, Document]) -> tuple[Workspace, tuple[str, ...]]:
    """Return the workspace with the place of each added statement's quote, and a line for each that has none.

    A quote must stand in its document, white space and the form of quotation marks apart. An added statement
    whose quote does not, or whose document is not among these, keeps no spans, and resolution leaves it out.

    Args:
        workspace: as loaded.
        documents: the documents of the build by name.

    """
    facts = tuple(_placed(item, documents) for item in workspace.facts)
    duties = tuple(_placed(item, documents) for item in workspace.duties)
    problems = []
    added: tuple[AddedFact | AddedDuty, ...] = (*facts, *duties)
    for item in added:
        if item.document not in documents:
            problems.append(f"{FILE_NAME}: [[add]] names the document {item.document!r}, which is not in this build")
        elif not item.spans:
            problems.append(f"{FILE_NAME}: [[add]]: these words do not stand in {item.document}: {item.quote!r}")
    return replace(workspace, facts=facts, duties=duties), tuple(problems)


def _placed(item: Added, documents: Mapping[str, Document]) -> Added:
    document = documents.get(item.document)
    spans = find_quote(item.quote, document.text) if document else ()
    if not document or not spans:
        return replace(item, spans=(), page=None)
    return replace(item, quote=quote(document.text, spans), spans=spans, page=document.page_at(spans[0].start))
