"""Where the quotes of added statements stand in their documents."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from protocolgraph.model import Document, quote
from protocolgraph.model.workspace import AddedDuty, AddedFact, Workspace
from protocolgraph.text.contacts import find_contacts
from protocolgraph.text.quotes import find_quote
from protocolgraph.workspace.reading import FILE_NAME

Added = TypeVar("Added", AddedFact, AddedDuty)


def place_quotes(workspace: Workspace, documents: Mapping[str, Document]) -> tuple[Workspace, tuple[str, ...]]:
    """Return the workspace with the place of each added statement's quote, and a line for each that has none.

    A quote must stand in its document, white space and the form of quotation marks apart. An added statement
    whose quote does not, or whose document is not among these, keeps no spans, and resolution leaves it out.

    Args:
        workspace: as loaded.
        documents: the documents of the build by name.

    """
    facts = tuple(_placed(item, documents) for item in workspace.facts)
    duties = tuple(_placed(item, documents) for item in workspace.duties)
    problems = []
    added: tuple[AddedFact | AddedDuty, ...] = (*facts, *duties)
    for item in added:
        if item.document not in documents:
            problems.append(f"{FILE_NAME}: [[add]] names the document {item.document!r}, which is not in this build")
        elif any(find_contacts(item.quote)):
            problems.append(
                f"{FILE_NAME}: [[add]]: leave the address or number out of the quote, with [...]: {item.quote!r}"
            )
        elif not item.spans:
            problems.append(f"{FILE_NAME}: [[add]]: these words do not stand in {item.document}: {item.quote!r}")
    return replace(workspace, facts=facts, duties=duties), tuple(problems)


def _placed(item: Added, documents: Mapping[str, Document]) -> Added:
    document = documents.get(item.document)
    spans = find_quote(item.quote, document.text) if document else ()
    if not document or not spans or any(find_contacts(item.quote)):
        return replace(item, spans=(), page=None)
    return replace(item, quote=quote(document.text, spans), spans=spans, page=document.page_at(spans[0].start))
