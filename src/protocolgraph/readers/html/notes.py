"""Footnotes of saved web pages, as word processors, wikis and Markdown's converters write them."""

from __future__ import annotations

import re

from lxml import etree

from protocolgraph.readers import labels

_NAME = r"_?(?:(?:sd)?(?:foot|end)note|cite_note|ftn|edn|fn)[-:]?"
_NOTE = re.compile(rf"{_NAME}(?P<number>\d{{1,3}})", re.IGNORECASE)
_TO_NOTE = re.compile(rf"#{_NAME}\d{{1,3}}(?:sym)?", re.IGNORECASE)
_MARK = re.compile(r"\s*\[?(\d{1,3})\]?\s*")
_BACK = re.compile(r"\s*[↩⏎^↑]\uFE0E?\s*$")


def note_number(element: etree._Element) -> str | None:
    """Return the number of the footnote that an element holds, by its id; None if it is none."""
    found = _NOTE.fullmatch(element.get("id") or "")
    return found["number"] if found else None


def note_mark(element: etree._Element, words: str) -> str | None:
    """Return the mark that a link to a footnote is, raised; None if it is no such link."""
    found = _MARK.fullmatch(words)
    return labels.mark(found[1]) if found and _TO_NOTE.fullmatch(element.get("href") or "") else None


def note_words(text: str) -> str:
    """Return the words of a footnote, without its number before them and the arrow back behind them."""
    return _BACK.sub("", _MARK.sub("", text, count=1) if _MARK.match(text) else text)
