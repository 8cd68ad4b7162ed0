"""The words of a Word paragraph: tracked changes accepted, comments and hidden words left out, notes marked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from protocolgraph.readers import labels
from protocolgraph.readers.word.styles import half_points, is_on
from protocolgraph.readers.xml import attribute, child, local

_GONE = frozenset({"del", "moveFrom", "Fallback", "pPr", "rPr", "instrText", "delText", "sdtPr", "proofErr"})
"""Elements whose words are not in the document as it stands, or that hold none."""
_BOXES = frozenset({"txbxContent"})
_DEEPEST = 60


@dataclass(slots=True)
class Words:
    """What a paragraph says, and what hangs on it."""

    pieces: list[str] = field(default_factory=list)
    bold: int = 0
    """How many of its letters are bold as their runs say."""
    plain: int = 0
    """How many are not, though their style may be."""
    unsaid: int = 0
    size: float | None = None
    notes: list[tuple[str, str]] = field(default_factory=list)
    """Kind and id of the notes that its marks point to, in order."""
    boxes: list[etree._Element] = field(default_factory=list)
    """Text boxes that are anchored in it."""
    breaks_before: int = 0
    """Pages that begin before its first word."""
    breaks: int = 0
    """Pages that begin in it or after it."""

    @property
    def text(self) -> str:
        """Its words; a line feed where a line was ended on purpose."""
        lines = "".join(self.pieces).replace("\t", " ").split("\n")
        return "\n".join(" ".join(line.split()) for line in lines).strip()


class RunReader:
    """Reads paragraphs; counts the notes through the document."""

    def __init__(self, *, rendered: bool) -> None:
        self._page_break = "lastRenderedPageBreak" if rendered else "br"
        self._counts = {"footnote": 0, "endnote": 0}

    def read(self, paragraph: etree._Element) -> Words:
        """Return the words of a paragraph."""
        words = Words()
        for run in self._iter_runs(paragraph, words, 0):
            self._add_run(run, words)
        return words

    def _iter_runs(self, element: etree._Element, words: Words, depth: int) -> Iterator[etree._Element]:
        """Yield the runs, those in links, fields, insertions and content controls too."""
        for item in element:
            name = local(item)
            if name == "r":
                yield item
            elif name not in _GONE and name != "p" and depth < _DEEPEST:
                yield from self._iter_runs(item, words, depth + 1)

    def _add_run(self, run: etree._Element, words: Words) -> None:
        properties = child(run, "rPr")
        if is_on(properties, "vanish"):
            return
        before = len(words.pieces)
        self._add_items(run, words, 0)
        letters = sum(map(len, words.pieces[before:]))
        bold = is_on(properties, "b")
        words.bold += letters if bold else 0
        words.plain += letters if bold is False else 0
        words.unsaid += letters if bold is None else 0
        if letters and words.size is None:
            words.size = half_points(properties)

    def _add_items(self, element: etree._Element, words: Words, depth: int) -> None:
        for item in element:
            name = local(item)
            if name == "t":
                words.pieces.append(item.text or "")
            elif name in _BOXES:
                words.boxes.append(item)
            elif name in ("footnoteReference", "endnoteReference"):
                self._add_note(item, name.removesuffix("Reference"), words)
            elif sign := _sign(item, name):
                words.pieces.append(sign)
            elif name not in _GONE and depth < _DEEPEST:
                self._add_items(item, words, depth + 1)
            if name == self._page_break and (name != "br" or attribute(item, "type") == "page"):
                self._break(words)

    def _break(self, words: Words) -> None:
        if "".join(words.pieces).strip():
            words.breaks += 1
        else:
            words.breaks_before += 1

    def _add_note(self, item: etree._Element, kind: str, words: Words) -> None:
        if attribute(item, "customMarkFollows") in ("1", "true"):
            return
        self._counts[kind] += 1
        words.notes.append((kind, attribute(item, "id") or ""))
        words.pieces.append(labels.mark(str(self._counts[kind])))

    @property
    def counts(self) -> dict[str, int]:
        """How many notes of each kind have been marked."""
        return self._counts


def _sign(item: etree._Element, name: str) -> str:
    """Return what an element stands for that is no text."""
    if name == "sym":
        code = attribute(item, "char") or ""
        return chr(int(code, 16)) if _is_code(code) else ""
    if name == "br" and attribute(item, "type") == "page":
        return ""
    return {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}.get(name, "")


def _is_code(code: str) -> bool:
    try:
        value = int(code, 16)
    except ValueError:
        return False
    return 0x20 <= value <= 0xFFFF and not 0xD800 <= value <= 0xDFFF
