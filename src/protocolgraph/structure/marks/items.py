"""Items of lists: those that stand twice, and subjects of joint interest."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from protocolgraph.model import Clause, ClauseKind, Mark, MarkKind, Outline, PartKind
from protocolgraph.structure.marks.place import make_mark, mark_clause
from protocolgraph.vocab.drafting import load_drafting

_SHORTEST = 7
"""An item of fewer words may well stand twice ("None", "Date")."""
_TITLE = re.compile(r"^(?P<title>[^.:;–—]{3,70}?)\s*(?:[–—:]|\s-)\s")
_DELIBERATIVE = {PartKind.PROTOCOL, PartKind.TERMS_OF_REFERENCE, PartKind.ARRANGEMENTS}


def item_marks(outline: Outline) -> Iterator[Mark]:
    """Yield a mark for each item that stands twice in its list, and for each subject of joint interest."""
    items = [clause for clause in outline.clauses if clause.kind is ClauseKind.ITEM and clause.body.spans()]
    for _, group in groupby(items, key=lambda item: (item.section, item.depth, tuple(p.text for p in item.leads))):
        same_list = list(group)
        yield from _twice(outline, same_list)
        yield from _joint(outline, same_list)


def _twice(outline: Outline, items: Sequence[Clause]) -> Iterator[Mark]:
    first: dict[str, Clause] = {}
    for item in items:
        key = " ".join(re.findall(r"[a-z]+", item.body.text.lower()))
        if len(key.split()) < _SHORTEST:
            continue
        if key in first:
            places = [first[key].body, item.body]
            value = item.body.text.strip(" ;.,")
            yield make_mark(outline, MarkKind.ITEM_TWICE, value, places, section=item.section)
        first.setdefault(key, item)


def _joint(outline: Outline, items: Sequence[Clause]) -> Iterator[Mark]:
    words = load_drafting()
    head = items[0]
    over = " ".join([*(lead.text for lead in head.leads), outline.sections[head.section].heading.text])
    if outline.parts[head.part].kind not in _DELIBERATIVE or not words.joint.search(over):
        return
    paragraphs = [list(group) for _, group in groupby(items, key=lambda item: item.block)]
    for paragraph in paragraphs:
        text = " ".join(clause.body.text for clause in paragraph)
        title = _TITLE.match(text)
        if title and not words.leads.search(text):
            yield mark_clause(outline, paragraph[0], MarkKind.JOINT_INTEREST, title["title"])
