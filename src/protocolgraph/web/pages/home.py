"""What the graph holds, and the ways into it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from starlette.requests import Request
from starlette.responses import Response

from protocolgraph.graph.narrow import year_of
from protocolgraph.model import DocumentInfo, Entity, Severity
from protocolgraph.vocab.schema import entity_types
from protocolgraph.web.render import page, site_of
from protocolgraph.web.site import Site

_TRIALS = {
    "chairs": "Who chairs the {}?",
    "reports_to": "To whom does the {} report?",
    "duties": "What must the {} do?",
}
"""Questions to begin with, by what is stated of the body that they are about."""


def show(request: Request) -> Response:
    """Answer with the first page."""
    site = site_of(request)
    counts, findings = site.graph.counts, site.findings_soon()
    grave = Counter(finding.severity for finding in findings or ())
    held = entity_types().items()
    values = {
        "title": "Who answers to whom, and who must do what",
        "span": _span(site.graph.register),
        "trials": tuple(_trials(site)),
        "kinds": [(kind.plural, type.value, counts.entities[type]) for type, kind in held if counts.entities.get(type)],
        "facts": counts.facts,
        "duties": counts.duties,
        "checking": findings is None,
        "findings": [(severity.value, grave[severity]) for severity in Severity if grave[severity]],
        "areas": [(slug, name, _told(site, name)) for slug, name in site.areas.items()],
        "prominent": site.prominent,
        "number_of_documents": counts.documents,
    }
    return page(request, "home.html", values)


def _told(site: Site, area: str) -> str:
    """What there is of an area: "4 documents, 2013 to 2019"."""
    own = [info for info in site.graph.register if info.area == area]
    number = f"{len(own)} document{'s' if len(own) > 1 else ''}"
    return ", ".join(filter(None, (number, _span(own))))


def _span(documents: Iterable[DocumentInfo]) -> str:
    years = sorted({year for info in documents if (year := year_of(info))})
    return "" if not years else str(years[0]) if len(years) == 1 else f"{years[0]} to {years[-1]}"


def _trials(site: Site) -> Iterator[str]:
    """Questions that the documents answer, each about the body of which most is said that has an answer."""
    for kind, question in _TRIALS.items():
        for entity, _ in site.prominent:
            if _answers(site, entity, kind):
                yield question.format(_asked(entity))
                break


def _answers(site: Site, entity: Entity, kind: str) -> bool:
    view = site.graph.entity(entity.id)
    if kind == "duties":
        return bool(view.duties)
    end = "object" if kind == "chairs" else "subject"
    return any(f.predicate == kind and not f.negated and getattr(f, end) == entity.id for f in view.facts)


def _asked(entity: Entity) -> str:
    return entity.name.removeprefix("the ").removeprefix("The ")
