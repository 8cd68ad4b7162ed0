"""The records that travel between the parts. Frozen, typed, serialisable; standard library only."""

from __future__ import annotations

from protocolgraph.model.provenance import (
    Evidence,
    QUOTE_GAP,
    Span,
    quote,
)
from protocolgraph.model.document import (
    Block,
    BlockKind,
    Box,
    Cell,
    Document,
    Page,
)
from protocolgraph.model.clause import (
    Clause,
    ClauseKind,
    Outline,
    Part,
    PartKind,
    Passage,
    Piece,
    Section,
)
from protocolgraph.model.mention import (
    Alias,
    CandidateDuty,
    CandidateFact,
    DutyContent,
    EntityType,
    Extraction,
    Mention,
    MentionForm,
    Modality,
    Scope,
)
from protocolgraph.model.statement import (
    DocumentInfo,
    Duty,
    Entity,
    Fact,
    Knowledge,
    NameUse,
    Statement,
)
from protocolgraph.model.finding import (
    Finding,
    FindingKind,
    Severity,
)
from protocolgraph.model.ids import (
    BASE,
    digest,
    slug,
)
from protocolgraph.model.serialize import from_dict, to_dict

__all__ = [
    "Alias",
    "BASE",
    "Block",
    "BlockKind",
    "Box",
    "CandidateDuty",
    "CandidateFact",
    "Cell",
    "Clause",
    "ClauseKind",
    "Document",
    "DocumentInfo",
    "Duty",
    "DutyContent",
    "Entity",
    "EntityType",
    "Evidence",
    "Extraction",
    "Fact",
    "Finding",
    "FindingKind",
    "Knowledge",
    "Mention",
    "MentionForm",
    "Modality",
    "NameUse",
    "Outline",
    "Page",
    "Part",
    "PartKind",
    "Passage",
    "Piece",
    "QUOTE_GAP",
    "Scope",
    "Section",
    "Severity",
    "Span",
    "Statement",
    "digest",
    "from_dict",
    "quote",
    "slug",
    "to_dict",
]
