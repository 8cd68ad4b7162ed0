"""Markdown: made to HTML as CommonMark says, with the HTML and the front matter that it may hold."""

from __future__ import annotations

import html
import re

from markdown_it import MarkdownIt

from protocolgraph.errors import ReadError
from protocolgraph.model import Document
from protocolgraph.readers.html.reader import document_of
from protocolgraph.readers.plain import decode

_FRONT = re.compile(r"\A\ufeff?---[ \t]*\r?\n(?P<fields>.*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_FIELD = re.compile(
    r"^(?P<key>title|date|created|modified|lastmod|updated)[ \t]*:[ \t]*(?P<value>\S.*?)[ \t]*$", re.M | re.I
)
_NAMES = {"date": "created", "lastmod": "modified", "updated": "modified"}
_DEEP = re.compile(r"^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))){30,}[ \t]*", re.M)
"""So many quotes and lists in each other, of which the parser would leave out the words."""
_DEEPEST = 100
"""Quotes in quotes, lists in lists: nothing that people write goes deeper."""


def read_markdown(data: bytes, name: str) -> Document:
    """Return the document of a Markdown file; its front matter is metadata.

    Raises:
        ReadError: it is empty, or no text.

    """
    if not data.strip():
        raise ReadError(name, "is empty")
    text = decode(data, name).lstrip("\ufeff")
    front = _FRONT.match(text)
    body = _DEEP.sub("> ", text[front.end() :] if front else text)
    markup = MarkdownIt("commonmark", {"html": True, "maxNesting": _DEEPEST}).enable("table").render(body)
    metadata = _metadata(front["fields"]) if front else ()
    return document_of(f"<body>{markup}</body>", data, name, media_type="text/markdown", metadata=metadata, lines=True)


def _metadata(fields: str) -> tuple[tuple[str, str], ...]:
    found: dict[str, str] = {}
    for match in _FIELD.finditer(fields):
        key = match["key"].lower()
        found.setdefault(_NAMES.get(key, key), html.unescape(match["value"].strip("\"'")))
    return tuple(sorted(found.items()))
