"""Findings of the checks as JSON-ready values, CSV, SARIF and a page; and a check's page of the manual."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from html import escape
from typing import Any

from protocolgraph.analyse.checks import RULES, Rule
from protocolgraph.analyse.checks.run import Checked
from protocolgraph.graph import source_line
from protocolgraph.model import Evidence, Finding, Severity
from protocolgraph.text.normalise import collapse

_LEVELS = {Severity.HIGH: "error", Severity.MEDIUM: "warning", Severity.LOW: "note"}
_COLUMNS = ("code", "name", "kind", "severity", "confidence", "message", "entities", "documents", "places", "quotes")


def finding_dict(finding: Finding) -> dict[str, Any]:
    """Return a finding as JSON-ready values."""
    return {
        "code": finding.code,
        "kind": finding.kind.value,
        "severity": finding.severity.value,
        "confidence": finding.confidence,
        "message": finding.message,
        "entities": list(finding.entities),
        "documents": list(finding.documents),
        "evidence": [
            {"document": e.document, "section": e.section, "page": e.page, "quote": e.quote} for e in finding.evidence
        ],
    }


def findings_csv(findings: Sequence[Finding]) -> str:
    """Return findings as CSV, one a line; lists stand in one cell, their items parted by " | "."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for finding in findings:
        places = [source_line(place) for place in finding.evidence]
        quotes = [collapse(place.quote) for place in finding.evidence]
        names = (finding.code, RULES[finding.code].name, finding.kind.value, finding.severity.value)
        lists = (finding.entities, finding.documents, places, quotes)
        writer.writerow([*names, finding.confidence, finding.message, *(" | ".join(items) for items in lists)])
    return stream.getvalue()


def findings_sarif(checked: Checked, *, version: str) -> str:
    """Return what was found as SARIF 2.1.0, for tools that show linters' results; waived findings are suppressed."""
    results = [_result(finding) for finding in checked.findings]
    for waived in checked.waived:
        why = f"{waived.waiver.signed.why} ({waived.waiver.signed.who}, {waived.waiver.signed.when})"
        results.append(_result(waived.finding) | {"suppressions": [{"kind": "external", "justification": why}]})
    driver = {"name": "protocolgraph", "version": version, "rules": [_sarif_rule(rule) for rule in RULES.values()]}
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}],
    }
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _sarif_rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": _title(rule)},
        "help": {"text": rule.page.strip()},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"kind": rule.kind.value},
    }


def _result(finding: Finding) -> dict[str, Any]:
    return {
        "ruleId": finding.code,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [_location(place) for place in finding.evidence]
        or [{"physicalLocation": {"artifactLocation": {"uri": name}}} for name in finding.documents],
    }


def _location(place: Evidence) -> dict[str, Any]:
    first, last = place.spans[0], place.spans[-1]
    region = {"charOffset": first.start, "charLength": last.end - first.start, "snippet": {"text": place.quote}}
    return {"physicalLocation": {"artifactLocation": {"uri": place.document}, "region": region}}


def findings_html(checked: Checked) -> str:
    """Return what was found as one self-contained page."""
    rows = "".join(_html_finding(finding) for finding in checked.findings)
    waived = "".join(
        f"<li>{escape(w.finding.code)}: {escape(w.finding.message)} <i>Waived: {escape(w.waiver.signed.why)}</i></li>"
        for w in checked.waived
    )
    counts = ", ".join(f"{n} {s.value}" for s in Severity if (n := _count(checked, s)))
    body = f"<h1>Findings</h1><p>{escape(counts or 'nothing found')}</p>{rows}"
    if waived:
        body += f"<h2>Waived</h2><ul>{waived}</ul>"
    style = (
        "body{font:16px/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}"
        "section{border-left:.4rem solid #888;padding:.2rem 1rem;margin:1.2rem 0}"
        "section.high{border-color:#b00020}section.medium{border-color:#c77700}"
        "h3{margin:.2rem 0;font-size:1rem}blockquote{margin:.4rem 0;color:#333}cite{color:#555}"
    )
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>Findings</title>'
        f"<style>{style}</style></head><body>{body}</body></html>\n"
    )


def looked_through(finding: Finding) -> tuple[str, ...]:
    """Return the documents of a finding that none of its quotes is from: where what is missing was looked for."""
    quoted = {place.document for place in finding.evidence}
    return tuple(name for name in finding.documents if name not in quoted)


def _html_finding(finding: Finding) -> str:
    quotes = "".join(
        f"<blockquote>“{escape(collapse(place.quote))}” <cite>{escape(source_line(place))}</cite></blockquote>"
        for place in finding.evidence
    )
    head = f"{finding.code} {RULES[finding.code].name} ({finding.severity.value})"
    looked = looked_through(finding)
    where = f"<p><cite>Looked through: {escape(', '.join(looked))}</cite></p>" if looked else ""
    inside = f"<h3>{escape(head)}</h3><p>{escape(finding.message)}</p>{quotes}{where}"
    return f'<section class="{finding.severity.value}">{inside}</section>'


def _count(checked: Checked, severity: Severity) -> int:
    return sum(finding.severity is severity for finding in checked.findings)


def _title(rule: Rule) -> str:
    return rule.page.strip().splitlines()[0].rstrip(".")


def rule_page(rule: Rule) -> str:
    """Return a check's page of the manual, as Markdown, made of its docstring."""
    title, _, rest = rule.page.strip().partition("\n")
    facts = f"`{rule.code}` `{rule.name}` · {rule.kind.value} · {rule.severity.value}"
    return f"# {rule.code}: {title.rstrip('.')}\n\n{facts}\n\n{rest.strip()}\n"


def rules_index() -> str:
    """Return the list of all checks, as Markdown."""
    rows = [
        f"| [{rule.code}]({rule.code}.md) | `{rule.name}` | {rule.kind} | {rule.severity} | {_title(rule)} |"
        for rule in RULES.values()
    ]
    table = "| code | name | kind | severity | finds |\n|---|---|---|---|---|\n"
    return "# Checks\n\nMade from the docstrings of the checks.\n\n" + table + "\n".join(rows) + "\n"
