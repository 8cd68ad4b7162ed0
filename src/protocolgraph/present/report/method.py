"""How the report came about, how far to trust it, and what it was made from."""

from __future__ import annotations

from collections.abc import Iterator

from protocolgraph.graph import Graph
from protocolgraph.model import Evidence, Knowledge
from protocolgraph.present.report.content import Grid, Listing, Section, paragraphs, plain

MEASURED = (60, 27, 74, 58)
"""Per cent on real documents that nobody looked at while the rules were written: facts right, facts found, duties
right, duties found (`docs/reading/log.md`)."""
_SURE, _FAIR = 0.9, 0.7


def method_section(graph: Graph) -> Section:
    """Return the method and its limits."""
    knowledge = graph.knowledge
    sure = [place.confidence for place in _places(knowledge)]
    counts = [sum(low <= c < high for c in sure) for low, high in ((_SURE, 2), (_FAIR, _SURE), (0, _FAIR))]
    right, found, duties_right, duties_found = MEASURED
    limits = (
        "It states only what was found in the words of these documents. What is not here may stand in another "
        "document, in an annex that was not read, or in words that the program did not understand.",
        f"Measured on documents that it had not seen: {right} % of the facts that it stated were right and it found "
        f"{found} % of those that a careful reader found; of duties {duties_right} % and {duties_found} %.",
        f"Each statement has a confidence. Here {counts[0]} of {len(sure)} have {_SURE} or more (of such, nearly all "
        f"are right), {counts[1]} from {_FAIR} to {_SURE}, and {counts[2]} less. Charts draw the last dashed.",
        "A document holds as of its date. Nothing is taken to have ended, or to hold still, unless it is stated.",
        "It is no legal advice, and a finding is a question to ask, not a fault that is proved.",
    )
    about = (
        "The documents were read by protocolgraph, a program that works offline and by fixed rules: the same documents "
        "give the same report. It splits a document into sections, lists and sentences, finds bodies, posts, people, "
        "publications and laws under all their names, and reads what is stated of them, each time with the words, "
        "their section and page. Corrections by a reviewer, where there are any, are applied."
    )
    return Section("Method and limits", (*paragraphs(about), Listing(tuple(plain(item) for item in limits))))


def sources_section(graph: Graph) -> Section:
    """Return the documents that the report was made from."""
    said: dict[str, int] = {}
    for place in _places(graph.knowledge):
        said[place.document] = said.get(place.document, 0) + 1
    infos = sorted(graph.register, key=lambda info: (info.area or "", info.date or "", info.name))
    rows = tuple(
        tuple(
            plain(cell)
            for cell in (
                info.title or info.name,
                info.area or "",
                info.kind,
                info.date or "none stated",
                str(said.get(info.name, 0)),
                f"{info.name} (SHA-256 {info.sha256[:12]}…)",
            )
        )
        for info in infos
    )
    columns = ("Document", "Area", "Kind", "Date", "Statements", "File")
    return Section("Sources", (Grid("Documents that were read", columns, rows, (32, 11, 9, 11, 13, 24)),))


def _places(knowledge: Knowledge) -> Iterator[Evidence]:
    """Yield the best words of each statement."""
    yield from (fact.evidence for fact in knowledge.facts)
    yield from (duty.evidence for duty in knowledge.duties)
