"""Puts the sections together."""

from __future__ import annotations

from protocolgraph.analyse.checks.run import Checked
from protocolgraph.analyse.compare import Comparison
from protocolgraph.graph import Graph
from protocolgraph.graph.narrow import areas_of
from protocolgraph.present.report.bodies import body_section, post_section
from protocolgraph.present.report.content import Notes, Report, lettered
from protocolgraph.present.report.duties import matrix_section
from protocolgraph.present.report.judged import comparison_section, findings_section, minor_section, one_sided_section
from protocolgraph.present.report.lines import line_appendix, line_sections
from protocolgraph.present.report.method import method_section, sources_section
from protocolgraph.present.report.summary import summary_section


def make_report(graph: Graph, checked: Checked, *, compared: Comparison | None = None) -> Report:
    """Return the content of a report for a committee.

    Args:
        graph: the graph, narrowed to the documents that count.
        checked: what the checks find in them.
        compared: a comparison to show, if one is wanted.

    """
    notes = Notes()
    sections = (
        summary_section(graph, checked, compared, notes),
        *line_sections(graph, notes),
        findings_section(checked, notes),
        *((comparison_section(compared, notes),) if compared else ()),
        method_section(graph),
        sources_section(graph),
    )
    appendices = (
        *body_section(graph, notes),
        *post_section(graph, notes),
        *matrix_section(graph, notes),
        *line_appendix(graph, notes),
        *minor_section(checked, notes),
        *(one_sided_section(compared, notes) if compared else ()),
    )
    areas = areas_of(graph.register)
    title = "Who answers to whom, and who must do what" + (f": {', '.join(areas)}" if areas else "")
    titles = [info.title or info.name for info in graph.register]
    about = f"As {len(titles)} documents state it" if len(titles) > 1 else f"As one document states it: {titles[0]}"
    return Report(title, about, sections, lettered(appendices), notes.places)
