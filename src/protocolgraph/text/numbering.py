"""Labels of headings, paragraphs and list items: recognising them, and judging what may follow one."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum


class LabelKind(StrEnum):
    """What a label counts with; a bullet counts nothing."""

    DECIMAL = "decimal"
    LETTER = "letter"
    ROMAN = "roman"
    BULLET = "bullet"
    WORD = "word"
    """"Appendix 1", "Annex B"."""


@dataclass(frozen=True, slots=True)
class Label:
    """A label at the head of a line."""

    text: str
    """As printed, without a Markdown dash before it: "4.5", "7.", "(a)", "1(a)", "•"."""
    kind: LabelKind
    shape: str
    """Two labels of one list share their shape: "1.", "(a)", "A)", "•"."""
    values: tuple[int, ...]
    """(4, 5) for "4.5", (2,) for "(b)", empty for a bullet."""
    end: int
    """Where the labelled words begin."""
    bare: bool = False
    """A number or letter with no point or bracket after it: what stands around it decides whether it is a label."""

    @property
    def number(self) -> str:
        """The label as a section is cited: no closing point, bracket or colon, unless it has both brackets."""
        return self.text if "(" in self.text else self.text.rstrip(".):")


_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}
_BULLETS = "•·●○◦‣⁃▪▫■□◆◇►▶➢➤❖✓✔✗§∙⚫⬤→⇒»❑☐☑\uf0b7"
_DASHES = "-–—−‐‑*+>~Ø"
_WORD = re.compile(
    r"(?P<word>(?:(?:appendix|annexe?|schedule)\s+(?:\d{1,2}[a-z]?|[a-z]|[ivx]{1,5})(?=\s*[-–—:.]|\s*$|\s{2,}|\s+(?-i:[A-Z(])))"
    r"|(?:(?:part|chapter|section|article)\s+(?:\d{1,2}[a-z]?|[a-z]|[ivx]{1,5})(?=\s*[-–—:.]\s|\s*$|\s{2,}|\s+(?-i:[A-Z]{2,}))))"
    r"[.:]?\s*(?:[-–—:]\s*)?",
    re.IGNORECASE,
)
_DECIMAL = re.compile(r"(?P<number>\d{1,3}(?:\.\d{1,3}){0,4})(?P<close>[.):]?)(?=\s|$|[A-Z(])\s*")
_GLUED = re.compile(r"(?:[A-Z][a-z]+|[A-Z]{3,}s?|[A-Z]{2,}s)(?: |$)")
"""A word or an acronym that stands without a space behind a number of several parts: "2.1The Board", "2.1CSPs are"."""
_COMPOUND = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2})*)\s?\((?P<inner>[a-z]{1,4}|\d{1,2})\)(?=\s|$)\s*")
_MINUTE = re.compile(r"(?P<text>(?P<number>\d{1,4})/(?:\d{2}|\d{4}))\.?(?:\s+(?=[A-Z(])|$)")
_BRACKETED = re.compile(r"\((?P<inner>[A-Za-z]|[ivx]{1,6}|\d{1,3})\)(?!\()\s*")
_LETTERED = re.compile(r"(?P<inner>[a-z]|[ivx]{2,6}|[A-Z]|[IVX]{2,5})(?P<close>[.)])(?=\s|$)\s*")
_BARE = re.compile(r"(?P<inner>[a-z]|[ivx]{2,5})\s+(?=\S)")
_SIMPLE = re.compile(r"o\s+(?=\S)|o$")


def read_label(line: str) -> Label | None:
    """Return the label at the head of a line that has no white space before it, or None."""
    return _label(line, inner=True)


def _label(line: str, *, inner: bool) -> Label | None:
    """Return the label; with `inner`, a number behind a bullet counts for more than the bullet."""
    if not line:
        return None
    head = line[0]
    if head in _BULLETS or "\ue000" <= head <= "\uf8ff":
        return _bullet(line, head, inner=inner)
    if head in _DASHES:
        return _bullet(line, head, inner=inner) if len(line) == 1 or line[1].isspace() else None
    if head == "o":
        match = _SIMPLE.match(line)
        return Label("o", LabelKind.BULLET, "o", (), match.end()) if match else None
    if head.isdigit():
        return _numbered(line)
    if head == "(":
        match = _BRACKETED.match(line)
        return _inner(match["inner"], "(", ")", match.end()) if match else None
    if head.isalpha():
        return _worded(line)
    return None


def _bullet(line: str, glyph: str, *, inner: bool) -> Label:
    end = len(line) - len(line[1:].lstrip())
    further = _label(line[end:], inner=False) if inner else None
    if further and further.kind in (LabelKind.LETTER, LabelKind.ROMAN, LabelKind.DECIMAL) and not further.bare:
        return Label(further.text, further.kind, further.shape, further.values, end + further.end)
    return Label(glyph, LabelKind.BULLET, glyph, (), end)


def _numbered(line: str) -> Label | None:
    match = _MINUTE.match(line)
    if match:
        return Label(match["text"], LabelKind.DECIMAL, "1/1", (int(match["number"]),), match.end())
    match = _COMPOUND.match(line)
    if match:
        inner = _inner(match["inner"], "(", ")", match.end())
        text = line[: match.end()].rstrip()
        return Label(text, inner.kind, inner.shape, inner.values, match.end()) if inner else None
    match = _DECIMAL.match(line)
    if not match or (match["close"] == ":" and match.end() == len(match["number"]) + 1):
        return None
    values = tuple(int(part) for part in match["number"].split("."))
    close = match["close"]
    glued = close and line[match.end() : match.end() + 1].isupper()
    glued = glued or (len(values) > 1 and _GLUED.match(line, match.end()) is not None)
    if match.end() == match.end("close") and match.end() < len(line) and not glued:
        return None
    bare = not close and len(values) == 1
    shape = "1" * len(values) + (close if len(values) == 1 else "")
    return Label(match["number"] + close, LabelKind.DECIMAL, shape, values, match.end(), bare)


def _inner(inner: str, opening: str, closing: str, end: int) -> Label | None:
    text = f"{opening}{inner}{closing}"
    if inner.isdigit():
        return Label(text, LabelKind.DECIMAL, f"{opening}1{closing}", (int(inner),), end)
    upper = inner.isupper()
    value = _roman(inner.lower())
    if value and (len(inner) > 1 or inner in "ivxIVX"):
        return Label(text, LabelKind.ROMAN, f"{opening}{'I' if upper else 'i'}{closing}", (value,), end)
    if len(inner) != 1:
        return None
    return Label(text, LabelKind.LETTER, f"{opening}{'A' if upper else 'a'}{closing}", (ord(inner.lower()) - 96,), end)


def _worded(line: str) -> Label | None:
    match = _WORD.match(line)
    if match:
        word, number = match["word"].split(None, 1)
        return Label(" ".join(match["word"].split()), LabelKind.WORD, word.lower(), _word_value(number), match.end())
    match = _LETTERED.match(line)
    if match:
        return _inner(match["inner"], "", match["close"], match.end())
    match = _BARE.match(line)
    label = _inner(match["inner"], "", "", match.end()) if match else None
    return replace(label, bare=True) if label else None


def _word_value(number: str) -> tuple[int, ...]:
    digits = re.match(r"\d+", number)
    if digits:
        return (int(digits[0]),)
    roman = _roman(number.lower()) if len(number) > 1 or number in "IVX" else 0
    return (roman or ord(number[0].lower()) - 96,)


def _roman(numeral: str) -> int:
    """Return the value of a lower-case roman numeral, 0 if it is none."""
    total = last = 0
    for letter in reversed(numeral):
        value = _ROMAN.get(letter, 0)
        if not value:
            return 0
        total += -value if value < last else value
        last = max(last, value)
    return total if 0 < total < 90 else 0


def readings(label: Label) -> tuple[Label, ...]:
    """Return the label and, for "(i)", "v." or the bullet "o", its other reading as a letter."""
    if label.text == "o":
        return (label, Label("o", LabelKind.LETTER, "a", (15,), label.end, bare=True))
    letter = label.text.strip("().").split("(")[-1]
    if label.kind is LabelKind.ROMAN and len(letter) == 1:
        shape = label.shape.replace("i", "a").replace("I", "A")
        return (label, Label(label.text, LabelKind.LETTER, shape, (ord(letter.lower()) - 96,), label.end))
    return (label,)


def follows(label: Label, previous: Label) -> bool:
    """Whether a label is the next of a list in which the previous one stands."""
    for one in readings(label):
        for other in readings(previous):
            if one.shape != other.shape or one.kind != other.kind:
                continue
            if one.kind is LabelKind.BULLET:
                return True
            if one.values[:-1] == other.values[:-1] and one.values[-1] == other.values[-1] + 1:
                return True
    return False


def is_first(label: Label) -> bool:
    """Whether a list may begin with this label: "(a)", "1.", "(i)", a bullet."""
    return label.kind is LabelKind.BULLET or label.values[-1] == 1
