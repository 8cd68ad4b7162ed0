"""A finding that reviewers know of and let be."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.endpoints import HTTPEndpoint
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from protocolgraph.analyse.checks import RULES
from protocolgraph.model import Finding
from protocolgraph.model.workspace import Waiver
from protocolgraph.web.pages.findings import chosen_for_checks
from protocolgraph.web.render import site_of
from protocolgraph.web.review.common import form_of, recorded, review_page, signature
from protocolgraph.web.site import finding_id


class Waive(HTTPEndpoint):
    """The page on which a finding is waived."""

    def get(self, request: Request) -> Response:
        """Answer with the finding and the form."""
        finding = _finding(request)
        values = {
            "title": f"Waive {finding.code}",
            "finding": finding,
            "rule": RULES[finding.code],
            "here_address": f"{request.url.path}?{request.url.query}".rstrip("?"),
        }
        return review_page(request, "waive.html", values)

    async def post(self, request: Request) -> Response:
        """Record the waiver."""
        form = await form_of(request)
        finding = await run_in_threadpool(_finding, request)
        waiver = Waiver(finding.code, finding.entities, finding.documents, signature(request, form))
        return await recorded(request, waiver, finding.documents, "/review/corrections")


def _finding(request: Request) -> Finding:
    site = site_of(request)
    asked = {name: request.query_params.get(name, "").strip() for name in ("area", "document")}
    findings = site.findings_in(chosen_for_checks(site, site.area(asked["area"]), asked["document"]))
    found = [item for item in findings if finding_id(item) == request.path_params["id"]]
    if not found:
        raise HTTPException(404)
    return found[0]
