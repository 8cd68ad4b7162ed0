"""Groups of which a card each tells: a short heading, then "Chair: ...", "Members: ...", "Meets: ..." below it.

What stands in such headings is the groups' names, be they ever so short ("FINANCE & RESOURCES"); the other readers of
layout take them from there.
"""

from __future__ import annotations

import re
from functools import cache

from protocolgraph.extract.anaphora import Antecedent
from protocolgraph.extract.collected import Collected
from protocolgraph.extract.found import Found
from protocolgraph.extract.units import key_of
from protocolgraph.model import ClauseKind, EntityType, Scope
from protocolgraph.vocab.layout import load_layout
from protocolgraph.vocab.lexicon import fold, load_yaml

_FEWEST = 2
"""So many labels of a group's card below a heading, and so many such headings, make cards of groups."""
_LONGEST = 6
"""Words of a heading that is a group's name."""
_BEHIND = re.compile(r"\s*\(.*$|\s*[:–—-]\s*$")
"""What may stand behind the name: how the group is called for short, how often it meets."""


def read(collected: Collected) -> None:
    """Make the headings of cards into names of groups, where no reading of names has found a body in them."""
    labels: dict[int, set[str]] = {}
    for clause in collected.names.outline.clauses:
        if clause.kind is ClauseKind.FIELD and clause.leads:
            labels.setdefault(clause.section, set()).add(fold(clause.leads[-1].text).strip(" :?"))
    cards = [section for section, found in labels.items() if _is_card(found) and _is_name(collected, section)]
    if len(cards) >= _FEWEST:
        for section in cards:
            _name(collected, section)


@cache
def _card_labels() -> frozenset[str]:
    return frozenset(load_yaml("lexicon/layout_words.yaml")["card_labels"])


def _is_card(labels: set[str]) -> bool:
    return len(labels & _card_labels()) >= _FEWEST and any("chair" in label or label == "lead" for label in labels)


def _is_name(collected: Collected, section: int) -> bool:
    """Whether a heading could be the name of a group, and is neither known as a name nor a heading of the genre."""
    heading = collected.names.outline.sections[section].heading
    text = _BEHIND.sub("", heading.text).strip()
    layout = load_layout()
    if not text or len(text.split()) > _LONGEST or fold(text) in layout.section_headings | layout.member_headings:
        return False
    return not any(p.masks and p.type in (EntityType.BODY, EntityType.ROLE) for p in collected.names.at(heading))


def _name(collected: Collected, section: int) -> None:
    heading = collected.names.outline.sections[section].heading
    text = _BEHIND.sub("", heading.text).strip()
    placed = collected.names.place(heading, Found(0, len(text), EntityType.BODY, text, text.split()[-1].lower()))
    unit = collected.names.units.get(key_of(heading))
    if unit is not None:
        antecedent = Antecedent(placed.mention, text, "group", EntityType.BODY, Scope.LOCAL, unit)
        collected.names.memory.headings.setdefault(section, []).insert(0, antecedent)
