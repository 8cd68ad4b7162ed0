"""The records that travel between the parts. Frozen, typed, serialisable; standard library only."""

from __future__ import annotations

from protocolgraph.model.clause import (
    Clause,
    ClauseKind,
    Outline,
    Part,
    PartKind,
    Passage,
    Piece,
    Section,
    Told,
)
from protocolgraph.model.document import (
    Block,
    BlockKind,
    Box,
    Cell,
    Document,
    Page,
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
from protocolgraph.model.institutional import (
    Component,
    ComponentName,
    InstitutionalStatement,
    StatementKind,
)
from protocolgraph.model.mark import (
    Heading,
    Layout,
    Mark,
    MarkKind,
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
from protocolgraph.model.provenance import (
    QUOTE_GAP,
    Evidence,
    Span,
    quote,
)
from protocolgraph.model.serialize import from_dict, to_dict
from protocolgraph.model.statement import (
    DocumentInfo,
    Duty,
    Entity,
    Fact,
    Judged,
    Knowledge,
    NameUse,
    Review,
    ReviewVerdict,
    Statement,
)

__all__ = [
    "BASE",
    "QUOTE_GAP",
    "Alias",
    "Block",
    "BlockKind",
    "Box",
    "CandidateDuty",
    "CandidateFact",
    "Cell",
    "Clause",
    "ClauseKind",
    "Component",
    "ComponentName",
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
    "Heading",
    "InstitutionalStatement",
    "Judged",
    "Knowledge",
    "Layout",
    "Mark",
    "MarkKind",
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
    "Review",
    "ReviewVerdict",
    "Scope",
    "Section",
    "Severity",
    "Span",
    "Statement",
    "StatementKind",
    "Told",
    "digest",
    "from_dict",
    "quote",
    "slug",
    "to_dict",
]
