"""One text as PDF in one column and two, as Word and as a web page reads like the plain text."""

from __future__ import annotations

import difflib
import re
from functools import cache

import pytest
from printing.pdf import pdf
from printing.source import Element, elements_of, plain
from printing.web import web
from printing.word import word

from protocolgraph.extract import Extractor
from protocolgraph.model import BlockKind, Document, Outline
from protocolgraph.readers import read_bytes
from protocolgraph.structure import outline

FILES = ["harrow/hscb-panel-protocol-2015.txt", "rotherham/lscb-panel-protocol-2014.txt"]
FORMATS = ["pdf", "columns", "docx", "html"]
LEAST = 0.99
"""Share of the words that stand in the right order."""


@cache
def source(file: str) -> tuple[Element, ...]:
    return tuple(elements_of(file))


@cache
def original(file: str) -> Outline:
    return outline(read_bytes(plain(source(file)), file))


@cache
def printed(file: str, format: str) -> Document:
    elements = list(source(file))
    if format == "docx":
        return read_bytes(word(elements), "protocol.docx")
    if format == "html":
        return read_bytes(web(elements), "protocol.html")
    return read_bytes(pdf(elements, columns=2 if format == "columns" else 1), "protocol.pdf")


@cache
def understood(file: str, format: str) -> Outline:
    return outline(printed(file, format))


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def body(document: Document) -> str:
    blocks = [block for block in document.blocks if block.kind is not BlockKind.FURNITURE]
    return " ".join(document.text[block.start : block.end].replace("-\n", "-") for block in blocks)


def headings(found: Outline) -> list[tuple[int, str | None, str]]:
    return [(section.level, section.number, section.heading.text) for section in found.sections]


def clauses(found: Outline) -> list[tuple[str, int, tuple[str, ...], str]]:
    return [
        (clause.kind.value, clause.depth, tuple(lead.text for lead in clause.leads), clause.body.text)
        for clause in found.clauses
    ]


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("file", FILES)
class TestRoundTrips:
    def test_words_stand_in_the_right_order(self, file: str, format: str) -> None:
        wanted = words(" ".join(element.whole for element in source(file)))
        found = words(body(printed(file, format)))
        matcher = difflib.SequenceMatcher(None, wanted, found, autojunk=False)
        common = sum(block.size for block in matcher.get_matching_blocks())
        assert common >= LEAST * max(len(wanted), len(found))

    def test_headings_have_their_numbers_and_levels(self, file: str, format: str) -> None:
        assert headings(understood(file, format)) == headings(original(file))

    def test_clauses_and_their_lead_ins_are_the_same(self, file: str, format: str) -> None:
        assert clauses(understood(file, format)) == clauses(original(file))


Statement = tuple[str, str, str]


@cache
def extractor() -> Extractor:
    return Extractor()


def statements(found: Outline) -> list[Statement]:
    read = extractor().extract(found)

    def name(mention: int) -> str:
        return read.mentions[mention].name

    facts = [(name(f.subject), f.predicate, name(f.object) if f.object is not None else "") for f in read.facts]
    return sorted([*facts, *((name(d.bearer), d.content.modality.value, d.content.text) for d in read.duties)])


@pytest.mark.parametrize("format", FORMATS)
def test_statements_are_the_same(format: str) -> None:
    wanted = statements(original(FILES[0]))
    assert len(wanted) > 20
    assert statements(understood(FILES[0], format)) == wanted
