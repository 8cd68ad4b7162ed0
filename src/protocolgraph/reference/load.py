"""The reference data as records: one function a file; each reads its file once.

Each raises VocabularyError, which names file and row, if the file is missing or a row is wrong.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from protocolgraph.model import Modality
from protocolgraph.reference.files import Row, read_rows
from protocolgraph.reference.records import (
    AuthorityKind,
    BodyKind,
    CombinedAuthority,
    Law,
    LawKind,
    LocalAuthority,
    PoliceForce,
    Provision,
    RoleKind,
    StatutoryDuty,
)


@cache
def local_authorities() -> tuple[LocalAuthority, ...]:
    """Return the principal local authorities of England, of now and of earlier, by code."""
    return tuple(_local_authority(row) for row in read_rows("local_authorities.csv"))


@cache
def combined_authorities() -> tuple[CombinedAuthority, ...]:
    """Return the combined authorities of England, by code."""
    return tuple(_combined_authority(row) for row in read_rows("combined_authorities.csv"))


@cache
def police_forces() -> tuple[PoliceForce, ...]:
    """Return the 39 territorial police forces of England, by code."""
    return tuple(_police_force(row) for row in read_rows("police_forces.csv"))


@cache
def body_kinds() -> tuple[BodyKind, ...]:
    """Return the kinds of bodies."""
    return tuple(_body_kind(row) for row in read_rows("body_kinds.yaml"))


@cache
def role_kinds() -> tuple[RoleKind, ...]:
    """Return the kinds of posts and offices."""
    return tuple(_role_kind(row) for row in read_rows("role_kinds.yaml"))


@cache
def laws() -> tuple[Law, ...]:
    """Return the Acts, statutory instruments and editions of statutory guidance of this field."""
    return tuple(_law(row) for row in read_rows("legislation.yaml"))


@cache
def statutory_duties() -> tuple[StatutoryDuty, ...]:
    """Return the duties that laws and statutory guidance give to kinds of bodies and posts."""
    return tuple(_statutory_duty(row) for row in read_rows("statutory_duties.yaml"))


def _choice(row: Row, key: str, choices: Any) -> Any:
    value = row.text(key)
    try:
        return choices(value)
    except ValueError as error:
        raise row.error(f"{key}: {error}") from error


def _local_authority(row: Row) -> LocalAuthority:
    made = LocalAuthority(
        code=row.text("code"),
        name=row.text("name"),
        council=row.text("council"),
        kind=_choice(row, "kind", AuthorityKind),
        region=row.text("region"),
        county=row.get_text("county"),
        period=row.period(),
        former_codes=row.texts("former_codes"),
        successors=row.texts("successors"),
        source=row.text("source"),
    )
    row.end_of_row()
    return made


def _combined_authority(row: Row) -> CombinedAuthority:
    made = CombinedAuthority(row.text("code"), row.text("name"), row.period(), row.text("source"))
    row.end_of_row()
    return made


def _police_force(row: Row) -> PoliceForce:
    made = PoliceForce(row.text("code"), row.text("name"), row.text("area"), row.texts("aliases"), row.text("source"))
    row.end_of_row()
    return made


def _body_kind(row: Row) -> BodyKind:
    made = BodyKind(
        id=row.text("id"),
        label=row.text("label"),
        words=row.texts("words"),
        broader=row.texts("broader"),
        definition=row.text("definition"),
        law=row.get_text("law"),
        provision=row.get_text("provision"),
        period=row.period(),
        successors=row.texts("successors"),
        source=row.text("source"),
    )
    row.end_of_row()
    return made


def _role_kind(row: Row) -> RoleKind:
    made = RoleKind(
        id=row.text("id"),
        label=row.text("label"),
        words=row.texts("words"),
        broader=row.texts("broader"),
        definition=row.text("definition"),
        law=row.get_text("law"),
        provision=row.get_text("provision"),
        source=row.text("source"),
    )
    row.end_of_row()
    return made


def _law(row: Row) -> Law:
    made = Law(
        id=row.text("id"),
        title=row.text("title"),
        year=row.number("year"),
        number=row.get_text("number"),
        kind=_choice(row, "kind", LawKind),
        aliases=row.texts("aliases"),
        made=row.get_date("made"),
        period=row.period(),
        replaced_by=row.texts("replaced_by"),
        amended_by=row.texts("amended_by"),
        provisions=tuple(
            _provision(Row(item, file="legislation.yaml", number=number))
            for number, item in enumerate(row.rows("provisions"), 1)
        ),
        subject=row.text("subject"),
        note=row.get_text("note"),
        source=row.text("source"),
        checked=row.flag("checked"),
    )
    row.end_of_row()
    return made


def _provision(row: Row) -> Provision:
    made = Provision(
        name=row.text("name"),
        sections=row.texts("sections"),
        subject=row.text("subject"),
        period=row.period(),
        replaced_by=row.get_text("replaced_by"),
    )
    row.end_of_row()
    return made


def _statutory_duty(row: Row) -> StatutoryDuty:
    made = StatutoryDuty(
        id=row.text("id"),
        bearer=row.text("bearer"),
        modality=_choice(row, "modality", Modality),
        action=row.text("action"),
        object=row.text("object"),
        recipients=row.texts("recipients"),
        frequency=row.get_text("frequency"),
        condition=row.get_text("condition"),
        text=row.text("text"),
        theme=row.text("theme"),
        law=row.text("law"),
        provision=row.text("provision"),
        period=row.period(),
        source=row.text("source"),
        checked=row.flag("checked"),
    )
    row.end_of_row()
    return made
