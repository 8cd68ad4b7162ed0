"""The table of a paper's versions: who wrote and who approved each."""

from __future__ import annotations

from protocolgraph.extract.collected import Collected
from protocolgraph.extract.layout.columns import raw_tables
from protocolgraph.extract.layout.cover import DOCUMENT_FIELDS, document_field, fields
from protocolgraph.vocab.lexicon import fold, load_yaml


def read(collected: Collected) -> None:
    """Read each version's author and approver below the headers of a table that counts versions."""
    counting = frozenset(load_yaml("lexicon/layout_words.yaml")["versions"])
    for rows in raw_tables(collected):
        headers = {column: fold(cell[0].body.text).strip(" :.") for column, cell in rows[0].items()} if rows else {}
        if not counting.intersection(headers.values()):
            continue
        told = {column: fields()[label] for column, label in headers.items() if label in fields()}
        for row in rows[1:]:
            for column, cell in row.items():
                if told.get(column) in DOCUMENT_FIELDS:
                    document_field(collected, cell[0], DOCUMENT_FIELDS[told[column]])
