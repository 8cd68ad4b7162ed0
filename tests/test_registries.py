"""What can be chosen by name is written out in one place; a name that goes or comes must be meant to."""

from __future__ import annotations

from protocolgraph.graph import EXPORTERS
from protocolgraph.model import EntityType
from protocolgraph.readers import READERS, SUFFIXES
from protocolgraph.vocab.schema import entity_types, predicates

PREDICATES = {
    "accountable_for", "accountable_to", "advises", "appoints", "approves", "chairs", "escalates_to",
    "established_under", "funds", "holds", "meets", "member_of", "notifies", "oversees", "part_of", "peer_of",
    "post_in", "produces", "reports_to", "succeeds", "works_with",
}  # fmt: skip


def test_readers() -> None:
    assert {".txt", ".pdf"} <= set(READERS)
    assert frozenset(READERS) == SUFFIXES
    assert all(suffix == suffix.lower() and suffix.startswith(".") for suffix in READERS)


def test_export_formats() -> None:
    assert set(EXPORTERS) == {"turtle", "trig", "nquads", "jsonld", "graphml", "gexf", "csv", "xlsx", "jsonl"}


def test_predicates() -> None:
    assert set(predicates()) == PREDICATES


def test_kinds_of_entities() -> None:
    assert set(entity_types()) == set(EntityType)
