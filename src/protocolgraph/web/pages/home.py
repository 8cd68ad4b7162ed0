"""What the graph holds, and the ways into it."""

from __future__ import annotations

from collections import Counter

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from protocolgraph.model import Severity
from protocolgraph.vocab.schema import entity_types
from protocolgraph.web.render import page, site_of


async def show(request: Request) -> Response:
    """Answer with the first page."""
    site = site_of(request)
    counts = Counter(entity.type for entity in site.graph.knowledge.entities)
    findings = await run_in_threadpool(site.findings_soon)
    grave = Counter(finding.severity for finding in findings or ())
    kinds = [(kind.plural, type.value, counts[type]) for type, kind in entity_types().items() if counts[type]]
    values = {
        "title": "What the documents state",
        "kinds": kinds,
        "facts": len(site.graph.knowledge.facts),
        "checking": findings is None,
        "findings": [(severity.value, grave[severity]) for severity in Severity if grave[severity]],
        "duties": len(site.graph.knowledge.duties),
        "documents": sorted(site.graph.documents, key=lambda info: (info.area or "", info.date or "", info.name)),
    }
    return page(request, "home.html", values)
