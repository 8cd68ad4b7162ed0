"""What the checks find, and what each check is."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from protocolgraph.analyse.checks import RULES
from protocolgraph.model import Finding, FindingKind, Severity
from protocolgraph.web.render import page, site_of


async def show(request: Request) -> Response:
    """Answer with the findings, the gravest first."""
    site, asked = site_of(request), request.query_params
    chosen = {name: asked.get(name, "") for name in ("kind", "severity", "code", "document")}
    findings = await run_in_threadpool(site.findings_soon)
    found = [finding for finding in findings or () if _fits(finding, chosen)]
    values = {
        "title": "Findings",
        "checking": findings is None,
        "findings": [(finding, RULES[finding.code]) for finding in found],
        "chosen": chosen,
        "kinds": [(kind.value, kind.value) for kind in FindingKind],
        "severities": [(severity.value, severity.value) for severity in Severity],
        "checks": [(rule.code, f"{rule.code} {rule.name.replace('-', ' ')}") for rule in RULES.values()],
        "documents": [(name, info.title or name) for name, info in site.documents.items()],
    }
    return page(request, "findings.html", values)


def _fits(finding: Finding, chosen: dict[str, str]) -> bool:
    own = {"kind": (finding.kind.value,), "severity": (finding.severity.value,), "code": (finding.code,)}
    return all(not value or value in own.get(name, finding.documents) for name, value in chosen.items())


async def explain(request: Request) -> Response:
    """Answer with what a check looks for, why, and what it cannot see."""
    rule = RULES.get(request.path_params["code"])
    if rule is None:
        raise HTTPException(404)
    values = {"title": f"{rule.code}: {rule.name.replace('-', ' ')}", "rule": rule, "blocks": _blocks(rule.page)}
    return page(request, "check.html", values)


def _blocks(text: str) -> list[tuple[bool, str]]:
    """The paragraphs of a page, each with whether it is an example."""
    paragraphs = [part for part in text.strip("\n").split("\n\n") if part.strip()]
    return [(part.startswith("    "), part) for part in paragraphs]
