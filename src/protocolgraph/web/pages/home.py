"""What the graph holds, and the ways into it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from starlette.requests import Request
from starlette.responses import Response

from protocolgraph.graph.narrow import year_of
from protocolgraph.model import DocumentInfo, Severity
from protocolgraph.present.counting import counted
from protocolgraph.vocab.schema import entity_types
from protocolgraph.web.pages.ask import trials
from protocolgraph.web.render import page, site_of

_FEW = 12
"""Areas that have a card each; more stand in a list."""


def show(request: Request) -> Response:
    """Answer with the first page."""
    site = site_of(request)
    counts, findings = site.graph.counts, site.findings_soon()
    grave = Counter(finding.severity for finding in findings or ())
    held = entity_types().items()
    own: dict[str | None, list[DocumentInfo]] = defaultdict(list)
    for info in site.graph.register:
        own[info.area].append(info)
    values = {
        "title": "Who answers to whom, and who must do what",
        "span": _span(site.graph.register),
        "trials": tuple(trials(site)),
        "kinds": [
            (counted(number, kind.plural), type.value) for type, kind in held if (number := counts.entities.get(type))
        ],
        "facts": counts.facts,
        "duties": counts.duties,
        "checking": findings is None,
        "findings": [(severity.value, grave[severity]) for severity in Severity if grave[severity]],
        "few": _FEW,
        "areas": [(slug, name, _told(own[name])) for slug, name in site.areas.items()],
        "prominent": site.prominent_soon(),
        "number_of_documents": counts.documents,
    }
    return page(request, "home.html", values)


def _told(own: Sequence[DocumentInfo]) -> str:
    """What there is of an area: "4 documents, 2013 to 2019"."""
    number = f"{len(own)} document{'s' if len(own) > 1 else ''}"
    return ", ".join(filter(None, (number, _span(own))))


def _span(documents: Iterable[DocumentInfo]) -> str:
    years = sorted({year for info in documents if (year := year_of(info))})
    return "" if not years else str(years[0]) if len(years) == 1 else f"{years[0]} to {years[-1]}"
