"""Reads governance documents and builds a graph of bodies, roles, people, duties and reporting lines.

    import protocolgraph as pg

    g = pg.build("documents")
    g.body("Safeguarding Board").reports_to

Every statement in the graph carries the words that it was read from. What needs large libraries is
imported when its name is first used, so a program that only opens a graph loads no language model.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from protocolgraph.errors import (
    AmbiguousNameError,
    ModelError,
    ProtocolGraphError,
    QueryError,
    QuestionError,
    ReadError,
    StoreError,
    UnknownNameError,
    UsageError,
    VocabularyError,
    WorkspaceError,
)
from protocolgraph.model import (
    QUOTE_GAP,
    Alias,
    Block,
    BlockKind,
    Box,
    CandidateDuty,
    CandidateFact,
    Cell,
    Clause,
    ClauseKind,
    Component,
    ComponentName,
    Document,
    DocumentInfo,
    Duty,
    DutyContent,
    Entity,
    EntityType,
    Evidence,
    Extraction,
    Fact,
    Finding,
    FindingKind,
    Heading,
    InstitutionalStatement,
    Judged,
    Knowledge,
    Layout,
    Mark,
    MarkKind,
    Mention,
    MentionForm,
    Modality,
    NameUse,
    Outline,
    Page,
    Part,
    Particular,
    PartKind,
    Passage,
    Piece,
    Review,
    ReviewVerdict,
    Scope,
    Section,
    Severity,
    Span,
    Statement,
    StatementKind,
    Told,
    from_dict,
    quote,
    to_dict,
)

if TYPE_CHECKING:
    from protocolgraph.analyse.ask import (
        Answer,
        AnswerLine,
        ask,
    )
    from protocolgraph.analyse.checks import (
        RULES,
        Rule,
    )
    from protocolgraph.analyse.checks.run import (
        Checked,
        Selection,
    )
    from protocolgraph.analyse.compare import (
        AreaCoverage,
        Comparison,
        Matrix,
        Row,
        Said,
        Verdict,
    )
    from protocolgraph.analyse.compare.named import (
        compare,
        compare_over_time,
        coverage_by_area,
        matrix,
    )
    from protocolgraph.analyse.evaluate import (
        Evaluation,
    )
    from protocolgraph.analyse.evaluation.components import (
        component_agreement,
    )
    from protocolgraph.analyse.measures import (
        Measure,
        Measures,
        accountability_net,
        answering,
        between,
        cycles,
        holding,
        unanchored,
    )
    from protocolgraph.extract import (
        Extractor,
    )
    from protocolgraph.extract.grammar import (
        parse_statement,
        parse_statements,
    )
    from protocolgraph.graph import (
        EXPORTERS,
        Access,
        Chain,
        Choice,
        DiskStore,
        Duties,
        EndpointStore,
        EntityView,
        Facts,
        Found,
        Graph,
        Limits,
        Link,
        MemoryStore,
        Relation,
        Relations,
        Store,
        Table,
        export,
        source_line,
        told_apart,
    )
    from protocolgraph.graph.validation import (
        Violation,
        validate_file,
    )
    from protocolgraph.model.workspace import (
        Workspace,
    )
    from protocolgraph.opening import (
        open_graph as open,
    )
    from protocolgraph.pipeline import (
        BuildReport,
        DocumentReport,
        Progress,
        Status,
        Step,
    )
    from protocolgraph.pipeline import (
        build as update,
    )
    from protocolgraph.pipeline.checking import (
        check,
    )
    from protocolgraph.pipeline.front import (
        build,
        read,
    )
    from protocolgraph.pipeline.measuring import (
        measure as evaluate,
    )
    from protocolgraph.present.chart import (
        Chart,
        chain_chart,
        map_chart,
        neighbourhood_chart,
    )
    from protocolgraph.readers import (
        READERS,
    )
    from protocolgraph.structure import (
        describe,
        outline,
        render,
    )
    from protocolgraph.workspace import (
        load_workspace,
    )

__version__ = "0.1.0"

_LATER = {
    "Access": ("protocolgraph.graph", "Access"),
    "Answer": ("protocolgraph.analyse.ask", "Answer"),
    "AnswerLine": ("protocolgraph.analyse.ask", "AnswerLine"),
    "AreaCoverage": ("protocolgraph.analyse.compare", "AreaCoverage"),
    "BuildReport": ("protocolgraph.pipeline", "BuildReport"),
    "Chain": ("protocolgraph.graph", "Chain"),
    "Chart": ("protocolgraph.present.chart", "Chart"),
    "Checked": ("protocolgraph.analyse.checks.run", "Checked"),
    "Choice": ("protocolgraph.graph", "Choice"),
    "Comparison": ("protocolgraph.analyse.compare", "Comparison"),
    "DiskStore": ("protocolgraph.graph", "DiskStore"),
    "DocumentReport": ("protocolgraph.pipeline", "DocumentReport"),
    "Duties": ("protocolgraph.graph", "Duties"),
    "EXPORTERS": ("protocolgraph.graph", "EXPORTERS"),
    "EndpointStore": ("protocolgraph.graph", "EndpointStore"),
    "EntityView": ("protocolgraph.graph", "EntityView"),
    "Evaluation": ("protocolgraph.analyse.evaluate", "Evaluation"),
    "Extractor": ("protocolgraph.extract", "Extractor"),
    "Facts": ("protocolgraph.graph", "Facts"),
    "Found": ("protocolgraph.graph", "Found"),
    "Graph": ("protocolgraph.graph", "Graph"),
    "Limits": ("protocolgraph.graph", "Limits"),
    "Link": ("protocolgraph.graph", "Link"),
    "Matrix": ("protocolgraph.analyse.compare", "Matrix"),
    "Measure": ("protocolgraph.analyse.measures", "Measure"),
    "Measures": ("protocolgraph.analyse.measures", "Measures"),
    "MemoryStore": ("protocolgraph.graph", "MemoryStore"),
    "Progress": ("protocolgraph.pipeline", "Progress"),
    "READERS": ("protocolgraph.readers", "READERS"),
    "RULES": ("protocolgraph.analyse.checks", "RULES"),
    "Relation": ("protocolgraph.graph", "Relation"),
    "Relations": ("protocolgraph.graph", "Relations"),
    "Row": ("protocolgraph.analyse.compare", "Row"),
    "Rule": ("protocolgraph.analyse.checks", "Rule"),
    "Said": ("protocolgraph.analyse.compare", "Said"),
    "Selection": ("protocolgraph.analyse.checks.run", "Selection"),
    "Status": ("protocolgraph.pipeline", "Status"),
    "Step": ("protocolgraph.pipeline", "Step"),
    "Store": ("protocolgraph.graph", "Store"),
    "Table": ("protocolgraph.graph", "Table"),
    "Verdict": ("protocolgraph.analyse.compare", "Verdict"),
    "Violation": ("protocolgraph.graph.validation", "Violation"),
    "Workspace": ("protocolgraph.model.workspace", "Workspace"),
    "accountability_net": ("protocolgraph.analyse.measures", "accountability_net"),
    "answering": ("protocolgraph.analyse.measures", "answering"),
    "ask": ("protocolgraph.analyse.ask", "ask"),
    "between": ("protocolgraph.analyse.measures", "between"),
    "build": ("protocolgraph.pipeline.front", "build"),
    "chain_chart": ("protocolgraph.present.chart", "chain_chart"),
    "check": ("protocolgraph.pipeline.checking", "check"),
    "compare": ("protocolgraph.analyse.compare.named", "compare"),
    "compare_over_time": ("protocolgraph.analyse.compare.named", "compare_over_time"),
    "component_agreement": ("protocolgraph.analyse.evaluation.components", "component_agreement"),
    "coverage_by_area": ("protocolgraph.analyse.compare.named", "coverage_by_area"),
    "cycles": ("protocolgraph.analyse.measures", "cycles"),
    "describe": ("protocolgraph.structure", "describe"),
    "evaluate": ("protocolgraph.pipeline.measuring", "measure"),
    "export": ("protocolgraph.graph", "export"),
    "holding": ("protocolgraph.analyse.measures", "holding"),
    "load_workspace": ("protocolgraph.workspace", "load_workspace"),
    "map_chart": ("protocolgraph.present.chart", "map_chart"),
    "matrix": ("protocolgraph.analyse.compare.named", "matrix"),
    "neighbourhood_chart": ("protocolgraph.present.chart", "neighbourhood_chart"),
    "open": ("protocolgraph.opening", "open_graph"),
    "outline": ("protocolgraph.structure", "outline"),
    "parse_statement": ("protocolgraph.extract.grammar", "parse_statement"),
    "parse_statements": ("protocolgraph.extract.grammar", "parse_statements"),
    "read": ("protocolgraph.pipeline.front", "read"),
    "render": ("protocolgraph.structure", "render"),
    "source_line": ("protocolgraph.graph", "source_line"),
    "told_apart": ("protocolgraph.graph", "told_apart"),
    "unanchored": ("protocolgraph.analyse.measures", "unanchored"),
    "update": ("protocolgraph.pipeline", "build"),
    "validate_file": ("protocolgraph.graph.validation", "validate_file"),
}
"""Names that are imported when first used: module, and name there."""

__all__ = [
    "EXPORTERS",
    "QUOTE_GAP",
    "READERS",
    "RULES",
    "Access",
    "Alias",
    "AmbiguousNameError",
    "Answer",
    "AnswerLine",
    "AreaCoverage",
    "Block",
    "BlockKind",
    "Box",
    "BuildReport",
    "CandidateDuty",
    "CandidateFact",
    "Cell",
    "Chain",
    "Chart",
    "Checked",
    "Choice",
    "Clause",
    "ClauseKind",
    "Comparison",
    "Component",
    "ComponentName",
    "DiskStore",
    "Document",
    "DocumentInfo",
    "DocumentReport",
    "Duties",
    "Duty",
    "DutyContent",
    "EndpointStore",
    "Entity",
    "EntityType",
    "EntityView",
    "Evaluation",
    "Evidence",
    "Extraction",
    "Extractor",
    "Fact",
    "Facts",
    "Finding",
    "FindingKind",
    "Found",
    "Graph",
    "Heading",
    "InstitutionalStatement",
    "Judged",
    "Knowledge",
    "Layout",
    "Limits",
    "Link",
    "Mark",
    "MarkKind",
    "Matrix",
    "Measure",
    "Measures",
    "MemoryStore",
    "Mention",
    "MentionForm",
    "Modality",
    "ModelError",
    "NameUse",
    "Outline",
    "Page",
    "Part",
    "PartKind",
    "Particular",
    "Passage",
    "Piece",
    "Progress",
    "ProtocolGraphError",
    "QueryError",
    "QuestionError",
    "ReadError",
    "Relation",
    "Relations",
    "Review",
    "ReviewVerdict",
    "Row",
    "Rule",
    "Said",
    "Scope",
    "Section",
    "Selection",
    "Severity",
    "Span",
    "Statement",
    "StatementKind",
    "Status",
    "Step",
    "Store",
    "StoreError",
    "Table",
    "Told",
    "UnknownNameError",
    "UsageError",
    "Verdict",
    "Violation",
    "VocabularyError",
    "Workspace",
    "WorkspaceError",
    "__version__",
    "accountability_net",
    "answering",
    "ask",
    "between",
    "build",
    "chain_chart",
    "check",
    "compare",
    "compare_over_time",
    "component_agreement",
    "coverage_by_area",
    "cycles",
    "describe",
    "evaluate",
    "export",
    "from_dict",
    "holding",
    "load_workspace",
    "map_chart",
    "matrix",
    "neighbourhood_chart",
    "open",
    "outline",
    "parse_statement",
    "parse_statements",
    "quote",
    "read",
    "render",
    "source_line",
    "to_dict",
    "told_apart",
    "unanchored",
    "update",
    "validate_file",
]


def __getattr__(name: str) -> Any:
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, attribute = _LATER[name]
    return getattr(import_module(module), attribute)


def __dir__() -> list[str]:
    return [*globals(), *_LATER]
