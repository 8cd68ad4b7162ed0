"""An indented view of an outline, for people who want to see what was understood."""

from __future__ import annotations

from protocolgraph.model import Clause, Outline, Section


def render(outline: Outline) -> str:
    """Return the parts, sections and clauses of an outline as indented lines."""
    lines: list[str] = []
    clauses: dict[int, list[Clause]] = {}
    for clause in outline.clauses:
        clauses.setdefault(clause.section, []).append(clause)
    for number, section in enumerate(outline.sections):
        if section.level == 0:
            part = outline.parts[section.part]
            facts = ", ".join(fact for fact in (part.kind.value, part.date, part.owner) if fact)
            lines.append(f"=== {part.title} ({facts})")
        else:
            lines.append(_section_line(section))
        lines += [_clause_line(clause, section.level) for clause in clauses.get(number, ())]
    return "\n".join(lines) + "\n"


def _section_line(section: Section) -> str:
    number = f"[{section.number}] " if section.number else ""
    return "  " * section.level + f"# {number}{section.heading.text}"


def _clause_line(clause: Clause, level: int) -> str:
    leads = "".join(f"<{lead.text}> " for lead in clause.leads)
    label = f"{clause.label} " if clause.label else ""
    page = f" p.{clause.page}" if clause.page else ""
    indent = "  " * (level + 1 + clause.depth)
    return f"{indent}{clause.kind.value}{page}: {label}{leads}| {clause.body.text}"
