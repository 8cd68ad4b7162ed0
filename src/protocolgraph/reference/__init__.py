"""Reference data for England: authorities, forces, kinds of bodies and posts, laws, and statutory duties.

    from protocolgraph import reference

    reference.laws_named("Children Act 2004")
    reference.duties_of(reference.body_kind("lscb"), on="2013")

The rows stand in `ontologies/reference/`, each with its source; `docs/reference-data.md` says what
they are and are not.
"""

from __future__ import annotations

from protocolgraph.reference.load import (
    body_kinds,
    combined_authorities,
    laws,
    local_authorities,
    police_forces,
    role_kinds,
    statutory_duties,
)
from protocolgraph.reference.lookup import (
    authorities_named,
    body_kind,
    body_kind_of,
    body_kind_of_authority,
    duties_of,
    kinds_above,
    law,
    laws_named,
    role_kind_of,
)
from protocolgraph.reference.records import (
    AuthorityKind,
    BodyKind,
    CombinedAuthority,
    Law,
    LawKind,
    LocalAuthority,
    Period,
    PoliceForce,
    Provision,
    RoleKind,
    StatutoryDuty,
)

__all__ = [
    "AuthorityKind",
    "BodyKind",
    "CombinedAuthority",
    "Law",
    "LawKind",
    "LocalAuthority",
    "Period",
    "PoliceForce",
    "Provision",
    "RoleKind",
    "StatutoryDuty",
    "authorities_named",
    "body_kind",
    "body_kind_of",
    "body_kind_of_authority",
    "body_kinds",
    "combined_authorities",
    "duties_of",
    "kinds_above",
    "law",
    "laws",
    "laws_named",
    "local_authorities",
    "police_forces",
    "role_kind_of",
    "role_kinds",
    "statutory_duties",
]
