"""The group whose terms a paper is though it never names it: "Harbours Terms of Reference", "the sub-group will".

Such a paper stands below the pages of the board that the group belongs to, and calls it by a noun alone. The field
before "Terms of Reference" and that noun together are its name; without a field it is what it is called.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence

from protocolgraph.extract.found import Found
from protocolgraph.extract.title_words import bare_title
from protocolgraph.extract.units import Key, Unit, UnitKind
from protocolgraph.model import EntityType, Scope
from protocolgraph.vocab.lexicon import lexicon, load_yaml

_TERMS = re.compile(r"\b(?:terms of reference|constitution)\b(?! of\b| for\b)", re.IGNORECASE)
_NEXT = re.compile(r"\W*(?:(?:draft|proposed|revised|updated) )?(?:terms of reference|constitution)\b", re.IGNORECASE)
"""What stands right behind the field: behind "Rivers" in "Rivers Strategy Group Terms of Reference" it does not."""
_FIELD = re.compile(
    r"(?P<field>[A-Z][\w’'-]+(?:,? (?:and |& |of |for |in |on |to )?[A-Z][\w’'-]+){0,6})"
    r"(?: \((?P<short>[A-Z]\w{1,9})\))?"
)
_GROUP = r"(?:sub[- ]?|working |steering |task |reference |advisory )?(?:group|committee|panel|board|forum)|executive"
_SPOKEN = re.compile(
    rf"\b(?:the|this) (?P<noun>{_GROUP}) (?:also |normally |usually )?"
    r"(?:is|has|will|shall|must|should|may|can|meets?|reports?|oversees|exists|aims|consists|comprises|provides|supports)"
    r"\b",
    re.IGNORECASE,
)
_EVERYWHERE = 3
"""So often a paper without a field in its title calls its body by a noun."""


def own_body(
    title: str, titles: Sequence[Found], units: Mapping[Key, Unit], found: Mapping[Key, Sequence[Found]]
) -> Found | None:
    """Return the group that terms of reference call by a noun alone, or the only one that they name.

    Args:
        title: the paper's title.
        titles: names found in the title.
        units: the paper's passages.
        found: names found in each passage.

    """
    if not _TERMS.search(title) or any(name.type is EntityType.BODY for name in titles):
        return None
    field, short = _field(title)
    groups = load_yaml("lexicon/layout_words.yaml")["group_heads"]
    bodies = [n for names in found.values() for n in names if _is_local(n)]
    spoken = Counter(m["noun"].lower() for unit in _sentences(units) for m in _SPOKEN.finditer(unit.text))
    noun = max(sorted(spoken), key=lambda one: spoken[one], default="")
    if not field:
        another = any(body.head.endswith(noun.removeprefix("sub").strip("- ")) for body in bodies)
        own = _named(noun.capitalize(), noun) if spoken[noun] >= _EVERYWHERE and not another else None
        return own or _only_group(bodies, groups, noun)
    names = [field] if field.lower() in groups else [f"{field} {noun}"] if noun else []
    names += [f"{said} {head}" for said in (field, short) if said for head in groups]
    in_full = (body for name in names for body in bodies if f" {_plain(body.text)}".endswith(_plain(f" {name}")))
    return next(in_full, _named(names[0], noun or field.lower()) if noun or names[0] == field else None)


def _only_group(bodies: Iterable[Found], groups: Container[str], noun: str) -> Found | None:
    """The one group that a paper names, if it speaks of no other sort: "sole member of the Fair Play Board"."""
    named = {_plain(body.text).removesuffix("s"): body for body in bodies if body.head.removesuffix("s") in groups}
    only = next(iter(named.values())) if len(named) == 1 else None
    return only if only is not None and noun in ("", only.head.removesuffix("s")) else None


def _named(name: str, noun: str) -> Found:
    return Found(0, len(name), EntityType.BODY, name, noun.replace("sub group", "sub-group"))


def _plain(name: str) -> str:
    return name.lower().replace("-", " ").replace("subgroup", "sub group")


def _is_local(name: Found) -> bool:
    return name.type is EntityType.BODY and not name.weak and name.scope in (Scope.LOCAL, Scope.REGIONAL)


def _sentences(units: Mapping[Key, Unit]) -> Iterable[Unit]:
    return (unit for unit in units.values() if unit.kind is not UnitKind.HEADING)


def _field(title: str) -> tuple[str, str]:
    """What the title has beside the words for its sort, with its short form: "Harbours", and no sort of paper."""
    bare = bare_title(title)
    match = _FIELD.fullmatch(bare) if bare != title and _NEXT.match(title.partition(bare)[2]) else None
    papers, states = lexicon("publications")["heads"], load_yaml("lexicon/layout_words.yaml")["title_words"]["states"]
    words = bare.lower().split()
    told = match is not None and words[-1] not in papers and not set(words) & set(states)
    return (match["field"], match["short"] or "") if told and match is not None else ("", "")
