"""What the checks find, and what each check is."""

from __future__ import annotations

from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from protocolgraph.analyse.checks import RULES
from protocolgraph.graph import Choice
from protocolgraph.model import Finding, FindingKind, Severity, slug
from protocolgraph.web.paging import paged
from protocolgraph.web.render import page, site_of
from protocolgraph.web.site import Site

_OF_ONE = ("who", "page")
"""What is asked for of the findings of one body alone."""


def show(request: Request) -> Response:
    """Answer with the findings, the gravest first."""
    site, asked = site_of(request), request.query_params
    chosen = {name: asked.get(name, "").strip() for name in ("kind", "severity", "code", "document", "who")}
    area = site.area(asked.get("area", "").strip())
    choice = chosen_for_checks(site, area, chosen["document"])
    choices = (("area", slug(area or "")), ("document", chosen["document"]))
    findings = site.findings_soon(choice)
    own = set(site.documents) if area is None else {info.name for info in site.documents.values() if info.area == area}
    found = [finding for finding in findings or () if _fits(finding, chosen) and own.intersection(finding.documents)]
    rows = paged(request, found)
    values = {
        "title": "What needs attention" + (f" in {area}" if area else ""),
        "within": urlencode({name: value for name, value in choices if value}) if site.large else "",
        "unasked": site.large and not choice,
        "checking": findings is None,
        "area": area,
        "rows": rows,
        "rules": RULES,
        "chosen": chosen,
        "everybody": f"/findings?{urlencode({name: value for name, value in asked.items() if name not in _OF_ONE})}",
        "kinds": [(kind.value, kind.value) for kind in FindingKind],
        "severities": [(severity.value, severity.value) for severity in Severity],
        "checks": [(rule.code, f"{rule.code} {rule.name.replace('-', ' ')}") for rule in RULES.values()],
    }
    return page(request, "findings.html", values)


def chosen_for_checks(site: Site, area: str | None, document: str) -> Choice:
    """Which documents are checked: all, or of a large graph those that are asked for."""
    if not site.large:
        return Choice()
    return Choice(area=area) if area or not document else Choice(documents=(document,))


def _fits(finding: Finding, chosen: dict[str, str]) -> bool:
    own = {
        "kind": (finding.kind.value,),
        "severity": (finding.severity.value,),
        "code": (finding.code,),
        "document": finding.documents,
        "who": finding.entities,
    }
    return all(not value or value in own[name] for name, value in chosen.items())


def explain(request: Request) -> Response:
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
