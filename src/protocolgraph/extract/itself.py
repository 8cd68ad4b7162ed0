"""The publication that a part of a text is: the report whose cover this is, the protocol that is signed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from protocolgraph.extract.again import named_before, spoken_of
from protocolgraph.extract.authorities import is_authority
from protocolgraph.extract.document_names import DocumentNames
from protocolgraph.extract.found import Found
from protocolgraph.extract.units import Unit, UnitKind
from protocolgraph.model import Alias, EntityType, Mention, MentionForm, PartKind, Scope, Span
from protocolgraph.vocab.lexicon import fold, lexicon

ITSELF = "itself"
"""Rule of the other names of a paper by which it speaks of itself: "this protocol"."""
_TELLS_APPROVAL = re.compile(r"(?:approved|adopted|agreed|ratified|endorsed|signed) (?:by|at|on)\b", re.IGNORECASE)
"""A first line that tells who approved the document and is no title of it."""
_PARTED = re.compile(r"\s*[|>]\s*|:\s+|\s+[-–—]\s+|\n")
"""What parts a title: "Home > Procedures > Escalation Policy", "Safety Partnership: Terms of Reference"."""
_BETWEEN = re.compile(r",?\s+(?:between|made between|by and between)\b.*", re.IGNORECASE)
_LONGEST = 16
"""Words of a title."""
_VERSION = re.compile(r"[\s,–-]+(?:(?:draft|final) )?(?:version|issue|v)\.? ?\d.*$", re.IGNORECASE)
"""Behind a title, which of its versions this is."""
_OF_A_COVER = re.compile(
    r"(?:reports? (?:title|of|to|by|from|for|authors?|summary|no|number|date|contact|sponsor|status|type)"
    r"|purposes? of (?:the |this )?(?:reports?|papers?))\b",
    re.IGNORECASE,
)
"""How labels of a cover begin, which are no title: "Report of", "Report Author(s)"."""
_TITLE_OF = frozenset({"report title", "title of report", "title of paper", "report subject", "paper title"})
_TITLES = frozenset({"title", "subject", "report"})
_OF_COVERS = frozenset({"report", "document", "paper"})
"""What a paper with a cover calls itself."""
_MEETINGS = {PartKind.MINUTES, PartKind.AGENDA}
"""Parts whose first lines may name papers of their items, which they are not."""
_ANY_SORT = frozenset({"document", "paper", "publication"})
"""What any paper calls itself: "this document"."""
_YEARS = re.compile(r"\b(?:19|20)\d\d(?:[-/–](?:20)?\d\d)?")
_OPENS = 12
"""Passages at the head of a part among which its title is."""


def titled_document(names: DocumentNames, part: int, noun: str | None = None, named: int | None = None) -> int | None:
    """Return the mention of the publication that a part is, by its title; None where its title stands nowhere in it.

    Args:
        names: what has been read of the document.
        part: number of the part.
        noun: what the paper calls itself ("protocol" of "this protocol"), where that is known.
        named: the mention in its title that names it, where that is known.

    """
    if not names.outline.parts:
        return None
    known = names.documents.get(part)
    if known is None:
        known = named if named is not None else (_named_in_title(names, part, noun) or _in_another(names, part))
        if known is None:
            return None
        names.documents[part] = known
    _also_called(names, known, noun)
    return known


def paper_meant(names: DocumentNames, unit: Unit, name: Found, start: int, *, itself: bool) -> int | None:
    """Return the mention that "this protocol", "the Plan" or "the plan" stands for, or None.

    Args:
        names: what has been read of the document so far.
        unit: the passage.
        name: the words in it.
        start: where they stand in the document.
        itself: whether "this" stands before them, so that the paper itself is meant.

    """
    if not itself and name.text.islower():
        heading = names.outline.sections[unit.section].heading
        near = heading.pieces[0].start if heading.pieces else 0
        found = spoken_of(names.mentions, names.heads, name, start, near=near)
        return found if found is not None else _called_so(names, unit.part, fold(name.text))
    found = named_before(names.mentions, names.heads, name, start, itself=itself)
    if itself and (found is None or _in_title(names, unit.part, found)):
        return titled_document(names, unit.part, fold(name.text), found)
    return found


def _called_so(names: DocumentNames, part: int, noun: str) -> int | None:
    """The publication that a part is, where its title, or what was read before, calls it by this noun."""
    known = names.documents.get(part)
    if known is None:
        return titled_document(names, part, noun)
    name = names.mentions[known].name
    called = {fold(alias.short) for alias in names.aliases if alias.long == name}
    return known if noun in called or _says(name, noun) else None


def _in_title(names: DocumentNames, part: int, mention: int) -> bool:
    """Whether a mention stands among the first passages of a part."""
    opening = [unit for unit in names.units.values() if unit.part == part][:_OPENS]
    spans = names.mentions[mention].spans
    return bool(spans and opening) and opening[0].start <= spans[0].start < opening[-1].passage.spans()[-1].end


def _named_in_title(names: DocumentNames, part: int, noun: str | None) -> int | None:
    units = [unit for unit in names.units.values() if unit.part == part]
    labelled = _labelled(names.outline.parts[part].kind, units[:_OPENS])
    title = labelled or (names.outline.title if part == 0 else None) or names.outline.parts[part].title
    lines = _title_lines(fold(title), units)
    if not lines or len(title.split()) < 2 or _TELLS_APPROVAL.match(title):
        return None
    bodies = {m.name for m in names.mentions if m.type is EntityType.BODY and is_authority(m.name)}
    bodies |= {a.name for a in (*names.memory.about(part), *names.memory.titled.get(part, ()))}
    told = _told(title, noun)
    if told is None and labelled is None and names.outline.parts[part].kind not in _MEETINGS:
        told = _told("\n".join(unit.text for unit in units[:_OPENS]), noun)
    if noun is not None and told is None and (labelled is None or noun not in _OF_COVERS):
        return None
    name = _without_body(_VERSION.sub("", told or title), sorted(bodies, key=len, reverse=True))
    spans = _spans(name, units[:_OPENS]) or tuple(span for unit in lines for span in unit.passage.spans())
    return names.add(Mention(EntityType.PUBLICATION, MentionForm.NAME, name, name, spans, Scope.LOCAL), "document")


def _in_another(names: DocumentNames, part: int) -> int | None:
    """The paper that another part of a pack names as this part's title ends: its cover is a part of its own."""
    title = fold(names.outline.parts[part].title or "")
    papers = (n for n, m in enumerate(names.mentions) if m.type is EntityType.PUBLICATION and m.spans)
    told = [n for n in papers if " " in names.mentions[n].name and title.endswith(fold(names.mentions[n].name))]
    return max(told, key=lambda n: (len(names.mentions[n].name), -n), default=None) if part else None


def _labelled(kind: PartKind, units: Sequence[Unit]) -> str | None:
    """What stands behind "Report title:" on a cover, or behind "Title:" on that of a report."""
    for label, value in pairwise(units):
        said = fold(label.text).strip(" :0123456789.")
        if label.kind is UnitKind.LEAD and (said in _TITLE_OF or (said in _TITLES and kind is PartKind.REPORT)):
            return value.text
    return None


def _spans(name: str, units: Sequence[Unit]) -> tuple[Span, ...]:
    """Where a name stands in the first of some passages that has it whole."""
    for unit in units:
        start = fold(unit.text).find(fold(name))
        if start >= 0:
            return unit.passage.spans(start, start + len(name))
    return ()


def _told(title: str, noun: str | None) -> str | None:
    """The last piece of a title that says what sort of paper this is."""
    sorts = (
        {noun}
        if noun and noun not in _ANY_SORT
        else {*lexicon("publications")["heads"], *lexicon("publications")["nouns"]}
    )
    pieces = [piece.strip() for piece in _PARTED.split(title)]
    whole = [piece for piece in pieces if piece.count("(") == piece.count(")") and not piece.endswith((".", ";", ","))]
    titles = [piece for piece in whole if _is_title(piece.split())]
    titles = [piece for piece in titles if not _OF_A_COVER.match(piece)]
    told = [piece for piece in titles if any(_says(piece, sort) for sort in sorts)]
    return told[-1] if told else None


def _is_title(words: Sequence[str]) -> bool:
    """Whether words are written as a title is: in capitals, but for the small ones."""
    capitals = sum(word[0].isupper() for word in words)
    return 0 < len(words) <= _LONGEST and words[0][0].isupper() and 3 * capitals >= len(words)


def _says(piece: str, sort: str) -> bool:
    """Whether a title is of this sort, and not only of something that concerns one: "Submission of the Report"."""
    return re.search(rf"(?<!the )\b{re.escape(sort)}\b(?! author)", piece, re.IGNORECASE) is not None


def _title_lines(title: str, units: Sequence[Unit]) -> list[Unit]:
    """The passages that the folded title stands in: one that is all of it, else the first for each of its words."""
    whole = [unit for unit in units if fold(unit.text) == title]
    if whole:
        return whole[:1]
    lines = []
    for unit in units:
        if unit.text and fold(unit.text) in title:
            lines.append(unit)
            title = title.replace(fold(unit.text), "", 1)
    return lines[:4]


def _without_body(title: str, bodies: Iterable[str]) -> str:
    """The title without the body's name in front: "X Partnership Safeguarding Arrangements" is the arrangements."""
    for body in bodies:
        rest = title[len(body) :].lstrip(" :–—-") if fold(title).startswith(f"{fold(body)} ") else ""
        if len(_YEARS.sub("", rest).split()) > 1:
            return rest
    return title


def _also_called(names: DocumentNames, document: int, noun: str | None) -> None:
    """Remember what else the paper is called: by its noun, and by its title without those between whom it is."""
    mention = names.mentions[document]
    known = {mention.name, *(a.short for a in names.aliases if a.long == mention.name)}
    for other in (noun, _BETWEEN.sub("", mention.name)):
        if other and fold(other) not in {fold(name) for name in known}:
            known.add(other)
            names.aliases.append(Alias(EntityType.PUBLICATION, other, mention.name, ITSELF, mention.spans))
