"""Packs to parts: where an agenda, minutes, a report, its appendix begin."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from protocolgraph.model import Document, PartKind
from protocolgraph.structure import wording
from protocolgraph.structure.attached import begins_attached, without_label
from protocolgraph.structure.units import Unit, UnitKind
from protocolgraph.text.normalise import collapse
from protocolgraph.vocab.layout import load_layout

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_MONTH = "(?P<month>" + "|".join(name[:3] + f"(?:{name[3:]}|t)?" for name in _MONTHS) + ")"
_DAY_DATE = re.compile(
    rf"\b(?P<day>\d{{1,2}})\s?(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}\b,?\s+(?P<year>\d{{4}})", re.IGNORECASE
)
_MONTH_DATE = re.compile(rf"\b{_MONTH}\b,?\s+(?P<year>(?:19|20)\d{{2}})\b", re.IGNORECASE)
_SLASHED = re.compile(r"\b(?P<day>\d{1,2})[/.](?P<month>\d{1,2})[/.](?P<year>(?:20)?\d{2})\b")
_DECIDES = re.compile(r"decision[- ]maker\s*:", re.IGNORECASE)
"""A label of a page that records one decision."""
_PRESENT = re.compile(
    r"(?:members |councillors |governors |trustees |those )?(?:present|in attendance|attending)\b\s*(?::|-|–|$)",
    re.IGNORECASE,
)
_ATTENDEES = re.compile(r"(?:attendees|attended by|attendance|apologies)\b\s*(?::|-|–|$)", re.IGNORECASE)
_MEETING = re.compile(r"\b(?:minutes|notes)\b.*\b(?:\d{4}|meeting)\b", re.IGNORECASE)
"""What the first lines of a record of a meeting say that lists its attendees."""
_HELD = re.compile(r"\s+(?:to be )?held (?:at|in|on|via|by|remotely|virtually|online)\b.*$", re.IGNORECASE | re.DOTALL)
"""When and where a meeting was, behind its title."""
_MARK = re.compile(
    r"\W*(?:(?:final|revised|working|unconfirmed|unapproved)\s+)?"
    r"(?:draft|final|confidential|restricted|unconfirmed|unapproved|official(?:[ –-]+sensitive)?"
    r"|not protectively marked|unclassified|public|for publication)(?:\s+(?:copy|version|minutes))?\W*",
    re.IGNORECASE,
)
"""A line that says how a paper may be used, and not what it is."""
_REPORT = re.compile(
    r"(?:public|officer|cover(?:ing)?|committee)? ?report\s*$|.*\breport to [A-Z ]+|.*[-–—] report\b", re.IGNORECASE
)
_LEADS_ON = re.compile(r",? (?:made )?between(?: the)?\W*$", re.IGNORECASE)
"""How a title ends below which stand those whom a paper joins, each on its line."""
_FILE_NAME = re.compile(
    r"^microsoft \w+ - |\.(?:docx?|pdf|odt|rtf|indd|pptx?)\b|^untitled|^document ?\d*$", re.IGNORECASE
)
_MINUTES_OF = re.compile(r"(?:draft )?(?:minutes|notes) of (?:an?|the)\b", re.IGNORECASE)
_TITLE_UNITS = 6
"""Units of a title, among which no second part begins."""
_PRESENT_WITHIN = 8
"""Lines below the title of minutes among which those present are listed."""
_AGENDA_UNITS = 30
_ITEM_UNITS = 60
"""Units at the head of a page among which the label of an item's minutes stands."""
_HEAD_UNITS = 14
_HEAD_CHARS = 900
_RULES = " -–—_=*"
"""Lines that are drawn with letters around a title."""
_LONGEST_TITLE = 250
_TITLE_WORDS = 12
_TOLD = (PartKind.AGENDA, PartKind.MINUTES, PartKind.WORK_PROGRAMME)


@dataclass(frozen=True, slots=True)
class PartStart:
    """Where a part begins, among the units, and what it is."""

    unit: int
    kind: PartKind
    title: str
    date: str | None
    owner: str | None
    heads: bool
    """Whether the first unit is the part's title and nothing else."""


def stored_title(document: Document) -> str:
    """Return the title that the file keeps of itself; nothing if it is only the name of a file."""
    title = dict(document.metadata).get("title", "")
    return "" if _FILE_NAME.search(title) or len(title.split()) < 2 else title


def find_parts(units: Sequence[Unit], name: str, stored: str = "") -> list[PartStart]:
    """Return the parts of a document, at least one; the first begins with the first unit.

    Args:
        units: all that stands in it.
        name: what the file is called, the title of what has none.
        stored: the title that the file keeps of itself, for a paper that begins with its first section.

    """
    starts: list[PartStart] = []
    for number in range(len(units)):
        if number and not units[number].new_page and not _begins_minutes(units, number, starts[-1]):
            continue
        kind = _kind_at(units, number, starts)
        if number == 0 or kind is not None:
            starts.append(_describe(units, number, kind, starts, name, stored))
    return starts


def _begins_minutes(units: Sequence[Unit], number: int, part: PartStart) -> bool:
    """Whether minutes begin within a page, as in a pack that lost its pages: a title, then who was present."""
    first = units[number]
    if number - part.unit < _TITLE_UNITS or not _MINUTES_OF.match(first.text) or not wording.could_head(first.text):
        return False
    return any(_PRESENT.match(line) for line in _lines(_head(units, number))[1:_PRESENT_WITHIN])


def _head(units: Sequence[Unit], number: int) -> list[Unit]:
    head: list[Unit] = []
    length = 0
    for unit in units[number : number + _HEAD_UNITS]:
        if head and (unit.new_page or length > _HEAD_CHARS):
            break
        head.append(unit)
        length += len(unit.text)
    return head


def _lines(units: Sequence[Unit]) -> list[str]:
    return [line.text for unit in units for line in unit.lines]


def _kind_at(units: Sequence[Unit], number: int, starts: Sequence[PartStart]) -> PartKind | None:
    """Return the kind of the part that begins with this page, None if none does."""
    head = _head(units, number)
    lines = _lines(head)
    first = lines[0]
    if not starts and _records_items(units[number : number + _ITEM_UNITS]):
        return PartKind.MINUTES
    if not starts and _is_agenda(units[number : number + _AGENDA_UNITS]):
        return PartKind.AGENDA
    if any(_PRESENT.match(line) or _DECIDES.match(line) for line in lines[:8]) and wording.could_head(first):
        return PartKind.MINUTES
    if any(_ATTENDEES.match(line) for line in lines[:8]) and any(_MEETING.search(line) for line in lines[:4]):
        return PartKind.MINUTES
    opening = [(line.text, unit) for unit in head for line in unit.lines][:3]
    if any(_REPORT.match(line) and wording.could_head(line) and not _is_task(unit) for line, unit in opening):
        return PartKind.REPORT
    if starts and "work programme" in head[0].text.lower() and wording.could_head(head[0].text):
        return PartKind.WORK_PROGRAMME
    if starts and (_restarts(units, number, starts) or begins_attached(head, starts[-1].owner or starts[-1].title)):
        return PartKind.APPENDIX
    if (
        starts
        and wording.is_capitals(first)
        and len(lines) > 1
        and wording.is_capitals(lines[1])
        and not units[number].label
        and not wording.known_heading(first)
    ):
        return PartKind.APPENDIX
    return None


def _is_task(unit: Unit) -> bool:
    """Whether a numbered item says what is to be done with a report: "9. To consider the report to those charged"."""
    return bool(unit.label) and unit.text.startswith("To ")


def _records_items(units: Sequence[Unit]) -> bool:
    """Whether a page of agenda items gives the minutes of each below a label of its own, as councils' sites do."""
    return any(line.text.strip().lower() == "minutes:" for unit in units for line in unit.lines)


def _is_agenda(units: Sequence[Unit]) -> bool:
    """Whether "Agenda" stands near the head of a paper that no line above it calls anything else."""
    at = next((at for at, unit in enumerate(units) if unit.text.lower() == "agenda"), None)
    if at is None:
        return False
    return not any(_named_kind([unit]) not in (None, *_TOLD) for unit in units[:at])


def _named_kind(head: Sequence[Unit]) -> PartKind | None:
    """Return the kind that the first line of a head shows which says what the paper is, and nothing else.

    A heading "Minutes" below a sentence is one of a paper's sections, and no title.
    """
    begun = False
    for unit in head:
        text = unit.text
        heads = not unit.glyph and unit.kind in (UnitKind.TEXT, UnitKind.HEADING)
        if heads and len(text.split()) <= _TITLE_WORDS and wording.could_head(text):
            kind = kind_of_title(text)
            if kind is not None and not (begun and kind in _TOLD):
                return kind
        begun = begun or (text.endswith(".") and wording.says_something(text))
    return None


def _restarts(units: Sequence[Unit], number: int, starts: Sequence[PartStart]) -> bool:
    """Whether section numbers begin again with 1 here, after they had gone beyond it in this part."""
    unit = units[number]
    if unit.number != "1" or unit.kind is not UnitKind.HEADING:
        return False
    return any(other.number and other.number[0] in "23456789" for other in units[starts[-1].unit : number])


def _describe(
    units: Sequence[Unit], number: int, kind: PartKind | None, starts: Sequence[PartStart], name: str, stored: str
) -> PartStart:
    head = _head(units, number)
    text = collapse(" ".join(_lines(head)))
    first = units[number]
    begins = not starts and first.kind is UnitKind.HEADING and first.number is not None
    title = (begins and stored) or _title(units, number, kind, starts) or name
    if kind in (None, PartKind.APPENDIX):
        kind = kind_of_title(title) or kind or _named_kind(head) or _said_kind(text[:300]) or PartKind.OTHER
    heads = _is_title(units, number)
    return PartStart(number, kind, _LEADS_ON.sub("", title), find_date(text), _owner(head, kind), heads)


def _is_title(units: Sequence[Unit], number: int) -> bool:
    """Whether a unit is the title of all that follows, and not the heading of a first section."""
    unit = units[number]
    if unit.kind is not UnitKind.HEADING or unit.number:
        return False
    if kind_of_title(unit.text) or _names_owner(unit.text) or number + 1 == len(units):
        return True
    following = units[number + 1]
    return following.kind is UnitKind.HEADING and not following.number


def _said_kind(text: str) -> PartKind | None:
    """Return the kind that the first words of a paper name; rules speak of agendas and minutes and are neither."""
    kind = kind_of_title(text)
    return None if kind in _TOLD else kind


def kind_of_title(title: str) -> PartKind | None:
    """Return the kind that a word of the title shows."""
    lower = title.lower()
    return next((PartKind(kind) for word, kind in load_layout().title_kinds if _has_word(lower, word)), None)


def _has_word(text: str, word: str) -> bool:
    """Whether a text has a word, or several of what it names: what is annexed is no annex."""
    return re.search(rf"{re.escape(word)}s?(?![a-z])", text) is not None


def _title(units: Sequence[Unit], number: int, kind: PartKind | None, starts: Sequence[PartStart]) -> str | None:
    if kind is PartKind.APPENDIX and units[number].number == "1" and starts:
        return starts[-1].title
    head = _head(units, number)
    while len(head) > 1 and _MARK.fullmatch(head[0].text):
        head = head[1:]
    head = list(without_label(head))
    for label in ("report title", "title of report", "title", "subject"):
        for unit in head:
            if unit.kind is UnitKind.FIELD and unit.field_label and _label_text(unit) == label:
                return collapse(unit.text)
    for unit in head:
        if (
            unit.number
            or unit.kind is UnitKind.ITEM
            or len(unit.text) > _LONGEST_TITLE
            or wording.says_something(_HELD.sub("", unit.text))
        ):
            break
        if unit.kind in (UnitKind.TEXT, UnitKind.HEADING) and kind_of_title(unit.text):
            return _with_body(head[: head.index(unit)], unit)
    if len(head) > 1 and wording.known_heading(head[0].text) and _is_owner_heading(head[1]):
        return collapse(head[1].text)
    return collapse(head[0].text) if wording.could_head(head[0].text) else None


def _is_owner_heading(unit: Unit) -> bool:
    return unit.kind is UnitKind.HEADING and not unit.number and _names_owner(unit.text)


def _with_body(above: Sequence[Unit], unit: Unit) -> str:
    """Return a title such as "Terms of Reference" with the name of the body that stands above it."""
    title = collapse(unit.text).strip(_RULES) or collapse(unit.text)
    names = [collapse(other.text) for other in above if other.kind in (UnitKind.TEXT, UnitKind.HEADING)]
    names = [name for name in names if _names_owner(name) and wording.could_head(name)]
    return title if _names_owner(title) or not names else f"{names[-1]}: {title}"


def _names_owner(text: str) -> bool:
    owners = load_layout().owner_words
    return any(word.lower() in owners for word in wording.words(text))


def _label_text(unit: Unit) -> str:
    start, end = unit.field_label[0]
    line = next((line for line in unit.lines if line.start <= start < line.end), unit.lines[0])
    return line.text[start - line.start : end - line.start].rstrip(" :-").lower()


def _owner(head: Sequence[Unit], kind: PartKind) -> str | None:
    words = load_layout().owner_words
    if kind in (PartKind.PROTOCOL, PartKind.ARRANGEMENTS, PartKind.TERMS_OF_REFERENCE, PartKind.OTHER):
        return None
    for unit in head:
        if (
            unit.kind is UnitKind.FIELD
            and unit.field_label
            and _label_text(unit).startswith(("meeting", "committee", "report to"))
        ):
            return _without_date(collapse(unit.text))
    for unit in head[:4]:
        text = _without_date(collapse(unit.text))
        if len(text) < 120 and any(word.lower() in words for word in wording.words(text)) and wording.could_head(text):
            return text
    return None


def _without_date(text: str) -> str:
    return re.split(r"\s+[-–—]\s+", text)[0]


def find_date(text: str) -> str | None:
    """Return the first date of a text as an ISO date (or year and month)."""
    match = _DAY_DATE.search(text)
    if match:
        return f"{match['year']}-{_month(match['month']):02d}-{int(match['day']):02d}"
    match = _SLASHED.search(text)
    if match and 1 <= int(match["month"]) <= 12:
        year = match["year"] if len(match["year"]) == 4 else f"20{match['year']}"
        return f"{year}-{int(match['month']):02d}-{int(match['day']):02d}"
    match = _MONTH_DATE.search(text)
    return f"{match['year']}-{_month(match['month']):02d}" if match else None


def _month(name: str) -> int:
    return next(number for number, month in enumerate(_MONTHS, 1) if month.startswith(name[:3].lower()))
