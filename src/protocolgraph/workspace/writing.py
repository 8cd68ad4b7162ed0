"""Writes corrections into a workspace file, and takes them out again; everything else in it stays as it is.

A correction is put at the file's end, and taken out from its heading to the next. Each change is made under
a lock, on what the file says then, so that two reviewers never lose each other's work; what would be written
is read first, and must say what it said before, with the correction or without it.
"""

from __future__ import annotations

import os
import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

import tomlkit

from protocolgraph.errors import WorkspaceError
from protocolgraph.locks import waiting
from protocolgraph.model import EntityType, Scope
from protocolgraph.model.workspace import (
    Accept,
    AddedDuty,
    AddedFact,
    Correction,
    Merge,
    NameAlias,
    Named,
    Reject,
    Rename,
    Signature,
    Split,
    Waiver,
    correction_id,
    judged_id,
)
from protocolgraph.workspace.reading import FILE_NAME, read_text, read_workspace

_WAIT = 10.0
"""Seconds that a change waits for another to end."""
_HEADING = re.compile(r"^[ \t]*\[\[", re.MULTILINE)


def record(folder: Path, correction: Correction) -> None:
    """Add a correction to the workspace file in a folder, which is made if need be.

    A reviewer's judgement on a statement takes the place of that reviewer's earlier ones. One that stands there
    already is not written again.

    Raises:
        WorkspaceError: the file cannot be read or written, or another change takes too long.

    """

    def change(path: Path, text: str) -> tuple[str, Counter[str]]:
        gone = {correction_id(old) for old in _corrections(path, text) if _is_superseded(old, correction)}
        kept = text
        for key in sorted(gone - {correction_id(correction)}):
            kept = _without(path, kept, key)
        wanted = Counter(map(correction_id, _corrections(path, kept)))
        if correction_id(correction) in wanted:
            return kept, wanted
        gap = "" if not kept else "\n" if kept.endswith("\n") else "\n\n"
        return kept + gap + entry(correction), wanted + Counter([correction_id(correction)])

    _change(folder, change)


def undo(folder: Path, key: str) -> Correction | None:
    """Take a correction out of the workspace file in a folder, and return it; None if it is not there.

    Raises:
        WorkspaceError: the file cannot be read or written, or another change takes too long.

    """
    found: list[Correction] = []

    def change(path: Path, text: str) -> tuple[str, Counter[str]]:
        all_ = list(_corrections(path, text))
        found.extend([item for item in all_ if correction_id(item) == key][:1])
        wanted = Counter(correction_id(item) for item in all_ if correction_id(item) != key)
        return (_without(path, text, key) if found else text), wanted

    _change(folder, change)
    return found[0] if found else None


def _is_superseded(old: Correction, new: Correction) -> bool:
    judged = judged_id(new)
    return judged is not None and judged_id(old) == judged and old.signed.who == new.signed.who


def _corrections(path: Path, text: str) -> Iterator[Correction]:
    return read_workspace(path, text).corrections()


def _change(folder: Path, change: Callable[[Path, str], tuple[str, Counter[str]]]) -> None:
    path = folder / FILE_NAME
    try:
        with waiting(folder / f".{FILE_NAME}.lock", seconds=_WAIT) as held:
            if not held:
                raise WorkspaceError(f"{path}: another change takes too long; try again")
            text = read_text(path)
            changed, wanted = change(path, text)
            _check(path, text, changed, wanted)
            if not changed:
                path.unlink(missing_ok=True)
            elif changed != text:
                _replace(path.resolve(), changed)
    except OSError as error:
        raise WorkspaceError(f"{path}: cannot be written ({error.strerror})") from error


def _check(path: Path, before: str, after: str, wanted: Counter[str]) -> None:
    """Raise unless the new text says what is wanted, and of documents what the old one says."""
    old, new = read_workspace(path, before), read_workspace(path, after)
    if Counter(map(correction_id, new.corrections())) != wanted or new.documents != old.documents:
        raise WorkspaceError(f"{path}: is laid out in a way that cannot be changed safely; edit it by hand")


def _replace(path: Path, text: str) -> None:
    new = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        with new.open("w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            shutil.copymode(path, new)
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)


def _without(path: Path, text: str, key: str) -> str:
    """Return the text without the entries of a correction; a comment above the next entry stays."""
    kept = ""
    for piece in _pieces(path, text):
        if key in map(correction_id, _corrections(path, piece)):
            rest = _after_the_last_value(piece)
            kept = kept.removesuffix("\n") + rest if kept.endswith("\n\n") else kept + rest
            kept = "" if kept == "\n" else kept
        else:
            kept += piece
    return kept


def _pieces(path: Path, text: str) -> Iterator[str]:
    """Yield a file's entries, each with its heading; a line in a text that only looks like a heading begins none."""
    starts = [match.start() for match in _HEADING.finditer(text)]
    piece = ""
    for start, end in zip([0, *starts], [*starts, len(text)], strict=True):
        piece += text[start:end]
        with suppress(WorkspaceError):
            read_workspace(path, piece)
            yield piece
            piece = ""
    yield piece


def _after_the_last_value(piece: str) -> str:
    lines = piece.splitlines(keepends=True)
    while lines and (not lines[-1].strip() or lines[-1].lstrip().startswith("#")):
        lines.pop()
    return piece[sum(map(len, lines)) :]


def entry(correction: Correction) -> str:
    """Return a correction as it stands in a workspace file."""
    table = tomlkit.table()
    for name, value in {**_fields(correction), **_signature(correction.signed)}.items():
        if value not in (None, "", (), [], {}, False):
            table.add(name, value)
    entries = tomlkit.aot()
    entries.append(table)
    document = tomlkit.document()
    document.add(_KINDS[type(correction)], entries)
    return tomlkit.dumps(document).strip("\n") + "\n"


_KINDS: dict[type, str] = {
    NameAlias: "alias",
    Merge: "merge",
    Split: "split",
    Rename: "rename",
    Accept: "accept",
    Reject: "reject",
    AddedFact: "add",
    AddedDuty: "add",
    Waiver: "waive",
}


def kind_of(correction: Correction) -> str:
    """Return the word under which a correction stands in a workspace file: "accept", "merge" ..."""
    return _KINDS[type(correction)]


def _fields(correction: Correction) -> dict[str, Any]:
    match correction:
        case AddedFact():
            return _fact(correction)
        case AddedDuty():
            return _duty(correction)
        case Accept() | Reject():
            return {"id": correction.id, "statement": correction.statement, "document": correction.document}
        case Waiver():
            return {
                "code": correction.code,
                "entities": list(correction.entities),
                "documents": list(correction.documents),
            }
        case NameAlias():
            own: dict[str, Any] = {"name": correction.name, "means": correction.means, "document": correction.document}
        case Rename():
            own = {"name": correction.name, "to": correction.to}
        case Merge() | Split():
            own = {"names": list(correction.names)}
    return {**own, "type": correction.type and correction.type.value, "area": correction.area}


def _signature(signed: Signature) -> dict[str, Any]:
    try:
        when: str | date = date.fromisoformat(signed.when)
    except ValueError:  # a year or a month
        when = signed.when
    return {"who": signed.who, "when": when, "why": signed.why}


def _fact(fact: AddedFact) -> dict[str, Any]:
    return {
        "document": fact.document,
        "quote": fact.quote,
        **_named("subject", fact.subject, EntityType.BODY),
        "predicate": fact.predicate,
        **_named("object", fact.object, EntityType.BODY),
        "qualifiers": _inline(dict(fact.qualifiers)),
        "negated": fact.negated,
        "section": fact.section,
        "replaces": fact.replaces,
    }


def _duty(duty: AddedDuty) -> dict[str, Any]:
    return {
        "document": duty.document,
        "quote": duty.quote,
        **_named("bearer", duty.bearer, EntityType.BODY),
        "modality": duty.modality.value,
        "action": duty.action,
        "text": duty.text,
        "to": [_counterparty(named) for named in duty.to],
        **_named("product", duty.product, EntityType.PUBLICATION),
        "frequency": duty.frequency,
        "condition": duty.condition,
        "section": duty.section,
        "replaces": duty.replaces,
    }


def _named(key: str, named: Named | None, usual: EntityType) -> dict[str, Any]:
    if named is None:
        return {}
    kind = None if named.type is usual else named.type.value
    scope = None if named.scope is Scope.LOCAL else named.scope.value
    return {key: named.name, f"{key}_type": kind, f"{key}_scope": scope}


def _counterparty(named: Named) -> Any:
    if named.type is EntityType.BODY and named.scope is Scope.LOCAL:
        return named.name
    scope = {} if named.scope is Scope.LOCAL else {"scope": named.scope.value}
    return _inline({"name": named.name, "type": named.type.value, **scope})


def _inline(values: dict[str, str]) -> Any:
    table = tomlkit.inline_table()
    table.update(values)
    return table
