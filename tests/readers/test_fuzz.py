"""Anything that is fed to the readers and the structure is read or refused: for a bounded time, the same each time."""

from __future__ import annotations

import io
import random
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from printing.pdf import pdf
from printing.source import CORPUS, Element, elements_of
from printing.web import web
from printing.word import word

from protocolgraph.errors import ReadError
from protocolgraph.model import Document
from protocolgraph.readers import read_bytes
from protocolgraph.structure import outline

FILE = "harrow/hscb-panel-protocol-2015.txt"
ELEMENTS = elements_of(FILE)[:25]
SEEDS = {
    "a.pdf": pdf(ELEMENTS),
    "a.docx": word(ELEMENTS),
    "a.html": web(ELEMENTS),
    "a.md": "\n\n".join(element.whole for element in ELEMENTS).encode(),
    "a.txt": (CORPUS / FILE).read_bytes()[:4000],
}
ROUNDS = 60

fuzz = settings(max_examples=ROUNDS, deadline=None, derandomize=True)


def assert_read_or_refused(data: bytes, name: str) -> None:
    try:
        document = read_bytes(data, name)
    except ReadError as error:
        document = None
        told = str(error)
    if document is None:
        assert "\n" not in told
        return
    assert_sound(document)
    found = outline(document)
    assert all(clause.body.text for clause in found.clauses)


def assert_sound(document: Document) -> None:
    """What every reader promises of its document."""
    text, end = document.text, 0
    text.encode()
    covered = bytearray(len(text))
    for block in document.blocks:
        assert end <= block.start < block.end <= len(text)
        assert text[block.start : block.end].strip()
        covered[block.start : block.end] = b"\1" * (block.end - block.start)
        end = block.end
        page = next(page for page in document.pages if page.number == block.page)
        assert page.start <= block.start
        assert block.end <= page.end
    assert [page.start for page in document.pages] == sorted(page.start for page in document.pages)


def mutated(data: bytes, seed: int) -> bytes:
    """Return bytes with a few of them changed, cut out, doubled or moved."""
    chance = random.Random(seed)
    made = bytearray(data)
    for _ in range(chance.randint(1, 12)):
        at, length = chance.randrange(len(made)), chance.randint(1, 40)
        change = chance.randrange(4)
        if change == 0:
            made[at : at + length] = bytes(chance.randrange(256) for _ in range(length))
        elif change == 1:
            del made[at : at + length]
        elif change == 2:
            made[at:at] = made[at : at + length] * chance.randint(1, 20)
        else:
            made[at] ^= 1 << chance.randrange(8)
        made = made or bytearray(b"x")
    return bytes(made)


@pytest.mark.parametrize("name", SEEDS)
def test_the_seeds_are_sound(name: str) -> None:
    assert_sound(read_bytes(SEEDS[name], name))


@pytest.mark.parametrize("seed", range(ROUNDS))
@pytest.mark.parametrize("name", ["a.pdf", "a.html", "a.md", "a.txt"])
def test_changed_files_are_read_or_refused(name: str, seed: int) -> None:
    assert_read_or_refused(mutated(SEEDS[name], seed), name)


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_changed_parts_of_word_files_are_read_or_refused(seed: int) -> None:
    """The parts are changed inside the archive, as a changed archive hardly ever opens."""
    chance = random.Random(seed)
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(SEEDS["a.docx"])) as old, zipfile.ZipFile(stream, "w") as new:
        parts = ["word/document.xml", "word/numbering.xml", "word/styles.xml", "word/_rels/document.xml.rels"]
        changed = chance.choice(parts)
        for entry in old.namelist():
            new.writestr(entry, mutated(old.read(entry), seed) if entry == changed else old.read(entry))
    assert_read_or_refused(stream.getvalue(), "a.docx")


@fuzz
@given(st.binary(max_size=400), st.sampled_from(["a.pdf", "a.docx", "a.odt", "a.html", "a.md", "a.txt", "a.bin"]))
def test_any_bytes_are_read_or_refused(data: bytes, name: str) -> None:
    assert_read_or_refused(data, name)


TAGS = ["p", "ul", "li", "table", "tr", "th", "h2", "nav", "main", "script", "b"]
PIECES = [
    *(f"<{tag}>" for tag in TAGS),
    *(f"</{tag}>" for tag in TAGS),
    "<ol type=a start=-3>",
    "<td rowspan=9>",
    "<br>",
]
PIECES += [
    "<ol type=a start=-3>",
    "<td rowspan=9>",
    "<sup>1</sup>",
    "&amp;",
    "&#0;",
    "<!--",
    "-->",
    "The Board must meet. ",
    "(a) plan; ",
    "1. ",
    "\n",
]
PIECES += ["- item\n", "# Head\n", "| a | b |\n", "|---|---|\n"]
MARKUP = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


@fuzz
@given(MARKUP, st.sampled_from(["a.html", "a.md"]))
def test_any_markup_is_read_or_refused(text: str, name: str) -> None:
    assert_read_or_refused(text.encode(), name)


LABELS = st.sampled_from(["", "1.", "(a)", "•", "4.2"])
WORDS = st.text(alphabet="ab1.()•-–:;, \u00ad\ufb01\uf0b7\u202eé²¹", min_size=1, max_size=60)


@fuzz
@given(
    st.lists(
        st.builds(Element, WORDS, st.sampled_from(["", "1.", "(a)", "•", "4.2"]), st.booleans()),
        min_size=1,
        max_size=12,
    )
)
def test_any_words_printed_as_pdf_are_read_or_refused(elements: list[Element]) -> None:
    for columns in (1, 2):
        assert_read_or_refused(pdf(elements, columns=columns), "a.pdf")


def test_a_folder_of_seeds_reads_the_same_twice(tmp_path: Path) -> None:
    for name, data in SEEDS.items():
        (tmp_path / name).write_bytes(data)
        assert read_bytes((tmp_path / name).read_bytes(), name) == read_bytes(data, name)
