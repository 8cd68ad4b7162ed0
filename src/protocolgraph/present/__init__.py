"""What the graph says, shaped once for people and for programs: terminal, JSON, and pages alike."""

from __future__ import annotations

from protocolgraph.analyse.ask import Answer, AnswerLine
from protocolgraph.files import write_whole
from protocolgraph.graph import source_line
from protocolgraph.present.answers import answer_dict, dated_source
from protocolgraph.present.chart import Chart, chain_chart, map_chart, neighbourhood_chart
from protocolgraph.present.comparison import (
    Sheet,
    comparison_dict,
    comparison_sheets,
    coverage_dict,
    coverage_sheet,
    matrix_dict,
    matrix_sheet,
    sheets_csv,
    sheets_html,
    sheets_xlsx,
)
from protocolgraph.present.components import COMPONENT_COLUMNS, component_dict, component_row
from protocolgraph.present.evaluation import evaluation_dict
from protocolgraph.present.findings import (
    finding_dict,
    findings_csv,
    findings_html,
    findings_sarif,
    looked_through,
    rule_page,
    rules_index,
)
from protocolgraph.present.json import chains_dict, document_dict, profile_dict, source_dict
from protocolgraph.present.placing import place_of
from protocolgraph.present.profile import Group, Line, Profile, make_profile
from protocolgraph.present.tables import table_csv, table_rows

__all__ = [
    "COMPONENT_COLUMNS",
    "Answer",
    "AnswerLine",
    "Chart",
    "Group",
    "Line",
    "Profile",
    "Sheet",
    "answer_dict",
    "chain_chart",
    "chains_dict",
    "comparison_dict",
    "comparison_sheets",
    "component_dict",
    "component_row",
    "coverage_dict",
    "coverage_sheet",
    "dated_source",
    "document_dict",
    "evaluation_dict",
    "finding_dict",
    "findings_csv",
    "findings_html",
    "findings_sarif",
    "looked_through",
    "make_profile",
    "map_chart",
    "matrix_dict",
    "matrix_sheet",
    "neighbourhood_chart",
    "place_of",
    "profile_dict",
    "rule_page",
    "rules_index",
    "sheets_csv",
    "sheets_html",
    "sheets_xlsx",
    "source_dict",
    "source_line",
    "table_csv",
    "table_rows",
    "write_whole",
]
