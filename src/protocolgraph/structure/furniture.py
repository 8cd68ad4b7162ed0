"""Lines that belong to the page and not to the text: page numbers, running headers and footers, contents lists."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from protocolgraph.model import BlockKind
from protocolgraph.structure.lines import Line
from protocolgraph.text.normalise import collapse

_PAGE = re.compile(
    r"\W{0,3}(?:page|p\.)\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W{0,3}$|\d{1,4}\s+of\s+\d{1,4}$", re.IGNORECASE
)
_TAIL = re.compile(
    r"\S.*(?:\s{3,}|\s[|–·•-]\s*)page\s+\d{1,4}(?:\s+of\s+\d{1,4})?$"
    r"|\S.*\spage\s+\d{1,4}\s+of\s+\d{1,4}$|page\s+\d{1,4}\s+of\s+\d{1,4}\b[^.;]*$",
    re.IGNORECASE,
)
_RULER = re.compile(r"[_=*~─-]{10,}$")
_NUMBER = re.compile(r"[-–—\s|]*(?:\d{1,4}|[ivxl]{1,6})[-–—\s|]*$")
_BROKEN = re.compile(r"age\s+\d{1,4}$")
_LEADERS = re.compile(r"\.{4,}\s*\d{0,4}\s*$|(?:\s\.){3,}\s*\d{0,4}\s*$|…{2,}\s*\d{1,4}\s*$")
_ENDS_IN_NUMBER = re.compile(r"\S.*\s\d{1,3}$")
_CONTENTS = re.compile(r"(?:table of )?contents(?: page)?:?$|index$", re.IGNORECASE)
_AGENDA_ITEM = re.compile(r"agenda item(?: no\.?)?:?\s+\d{1,3}[a-z]?\.?$", re.IGNORECASE)
_LONGEST = 200
"""No line of furniture has more characters."""
_SENTENCE = 8
"""What ends in a full stop and has more words is a sentence."""
_EDGE = 3
"""So many lines at the top and foot of a page may be running headers and footers."""
_LEAST_PAGES = 3


def find_furniture(lines: Sequence[Line]) -> set[int]:
    """Return the numbers of the lines that are furniture."""
    found = {number for number, line in enumerate(lines) if _is_page_line(lines, number)}
    found |= {number for number, line in enumerate(lines) if line.block.kind is BlockKind.FURNITURE}
    found |= _running(lines)
    found |= _repeated_beside(lines, found)
    found |= set(_iter_contents(lines))
    return _with_lone_numbers(lines, found)


def _is_page_line(lines: Sequence[Line], number: int) -> bool:
    text = lines[number].text
    if len(text) > _LONGEST:
        return False
    if _RULER.match(text) or (number and _TAIL.match(text)):
        return True
    if len(text) > 30:
        return False
    if _PAGE.match(text) or _AGENDA_ITEM.match(text):
        return True
    before = lines[number - 1].text if number else ""
    after = lines[number + 1].text if number + 1 < len(lines) else ""
    return bool((_BROKEN.match(text) and before == "P") or (text == "P" and _BROKEN.match(after)))


def _with_lone_numbers(lines: Sequence[Line], found: set[int]) -> set[int]:
    """Return the furniture with the lone numbers that stand at the edge of a page or beside furniture."""
    grown = set(found)
    for number, line in enumerate(lines):
        if not _NUMBER.match(line.text) or number in grown:
            continue
        last = number + 1 == len(lines) or lines[number + 1].new_page
        first = line.new_page and _has_pages(lines)
        if last or first or number - 1 in grown:
            grown.add(number)
    return grown


def _has_pages(lines: Sequence[Line]) -> bool:
    return lines[-1].block.page > 1


def _pages(lines: Sequence[Line]) -> list[list[int]]:
    pages: list[list[int]] = []
    for number, line in enumerate(lines):
        if line.new_page or not pages:
            pages.append([])
        pages[-1].append(number)
    return pages


def _running(lines: Sequence[Line]) -> set[int]:
    """Return the lines that stand, but for their digits, at the same edge of three pages or more."""
    pages = _pages(lines)
    if len(pages) < _LEAST_PAGES:
        return _repeated_top(lines, pages)
    found: set[int] = set()
    for edge in (slice(0, _EDGE), slice(-_EDGE, None)):
        counted = Counter(
            mask
            for page in pages
            for mask in {_mask(lines[number].text) for number in page[edge] if _can_run(lines[number])}
        )
        least = max(_LEAST_PAGES, len(pages) // 5)
        running = {mask for mask, count in counted.items() if count >= least and len(mask) > 2}
        found |= {number for page in pages for number in page[edge] if _mask(lines[number].text) in running}
    return found - {0}


def _repeated_top(lines: Sequence[Line], pages: Sequence[Sequence[int]]) -> set[int]:
    """Return the first lines of a later page that are those of the first, where there are too few pages to count."""
    found: set[int] = set()
    for page in pages[1:]:
        for number, other in zip(page[:_EDGE], pages[0][:_EDGE], strict=False):
            if _mask(lines[number].text) != _mask(lines[other].text) or not _can_run(lines[number]):
                break
            found.add(number)
    return found


def _can_run(line: Line) -> bool:
    """Whether a line can be a running header or footer: no sentence, and not too long."""
    return len(line.text) <= _LONGEST and not (line.text.endswith(".") and len(line.text.split()) > _SENTENCE)


def _mask(text: str) -> str:
    return re.sub(r"\d+", "#", collapse(text).lower())


def _repeated_beside(lines: Sequence[Line], found: set[int]) -> set[int]:
    """Return the lines beside page numbers that the text has once more elsewhere, word for word."""
    if not any(_PAGE.match(lines[number].text) for number in found):
        return set()
    places: dict[str, list[int]] = {}
    for number, line in enumerate(lines):
        places.setdefault(collapse(line.text), []).append(number)
    beside: set[int] = set()
    for number in found:
        for other in (number - 1, number + 1):
            if 0 <= other < len(lines) and other not in found and _PAGE.match(lines[number].text):
                text = collapse(lines[other].text)
                if len(places[text]) > 1 and len(text) > 3 and text[-1] not in ".;:":
                    beside.add(other)
                    beside |= {at for at in places[text] if _heads_nothing(lines, at)}
    return beside


def _heads_nothing(lines: Sequence[Line], number: int) -> bool:
    return lines[number].gap > 0 or lines[number].new_page or lines[number].first


def _iter_contents(lines: Sequence[Line]) -> Iterator[int]:
    """Yield the lines of contents lists: with leaders, or a run that ends in page numbers below "Contents"."""
    number = 0
    while number < len(lines):
        if _has_leaders(lines[number]):
            end, numbered = _run_of_leaders(lines, number)
            yield from (at for at in range(number, end) if numbered or not _is_worded(lines[at]))
            number = end
            continue
        if _CONTENTS.match(lines[number].text):
            end = _contents_end(lines, number)
            yield from range(number, end)
            number = max(end, number + 1)
            continue
        number += 1


def _run_of_leaders(lines: Sequence[Line], number: int) -> tuple[int, bool]:
    """Return the end of a run of lines with leaders, and whether these lead to numbers, as in a contents list.

    What leads to none is a line of a form, to be signed or filled in: "Chair of the Board ..........".
    """
    end = number
    while end < len(lines) and _has_leaders(lines[end]):
        end += 1
    numbered = end < len(lines) and _NUMBER.match(lines[end].text) is not None
    return end, numbered or any(line.text.rstrip()[-1:].isdigit() for line in lines[number:end])


def _is_worded(line: Line) -> bool:
    return any(c.isalpha() for c in line.text)


def _has_leaders(line: Line) -> bool:
    to_sign = line.text.lstrip().lower().startswith(("date", "name", "sign"))
    return len(line.text) <= _LONGEST and not to_sign and _LEADERS.search(line.text) is not None


def _repeated_below(lines: Sequence[Line], number: int) -> int:
    """Return where a contents list without page numbers ends: each of its lines stands again below, as a heading."""
    places: dict[str, int] = {}
    for at in range(number + 1, len(lines)):
        if len(lines[at].text) <= _LONGEST:
            places[_bare(lines[at])] = at
    at = number + 1
    while at < len(lines) and places.get(_bare(lines[at]), at) > at:
        at += 1
    return at


def _bare(line: Line) -> str:
    """The words of a line without its label."""
    return collapse(line.text[line.label.end :] if line.label else line.text).lower()


def _contents_end(lines: Sequence[Line], number: int) -> int:
    """Return where a contents list ends that begins here; where it begins if it is none."""
    again = _repeated_below(lines, number)
    if again > number + 2:
        return again
    end = at = number + 1
    while at < len(lines) and at - end < 3:
        if (len(lines[at].text) <= _LONGEST and _ENDS_IN_NUMBER.match(lines[at].text)) or _LEADERS.search(
            lines[at].text
        ):
            end = at + 1
        at += 1
    return end if end - number > 2 else number + (end - number > 1)
