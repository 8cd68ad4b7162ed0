"""What the title of a post itself states: "Chair of the Panel" chairs it, "Clerk to the Council" is a post in it.

Whoever holds the office of a body's chair chairs it. A bare "the Chair" tells of an office only where somebody holds
it, or the paper says more of it: elsewhere it means whoever is said to chair.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from protocolgraph.extract.collected import Collected
from protocolgraph.extract.labelled import office_label
from protocolgraph.extract.masked import Placed
from protocolgraph.extract.units import UnitKind, key_of
from protocolgraph.model import EntityType, MentionForm, Scope
from protocolgraph.vocab.lexicon import lexicon

_CHOSEN = re.compile(r"\b(?:elects?|elected|appoints?|appointed|chooses?|chosen|selects?|selected)\b", re.IGNORECASE)
"""What a sentence says from which it is known that a body has a vice-chair."""
_FILLED = re.compile(r"\b(?:in the|as (?:the |its |their )?(?:joint )?)\s*$", re.IGNORECASE)
"""Before an office that somebody is told to fill: "the Leader in the chair", "the Head of Law as Vice-Chair"."""
_ANY = {"body", "bodies", "organisation", "organisations"}
"""Nouns that name no body: "the chair of each body"."""
_AND = (" and ", " & ")
_FEWEST = 2
"""So many statements make a bare "the Chair" an office where the paper tells who chairs; elsewhere one does."""


def read(collected: Collected) -> None:
    """Read the offices of a document, each once for its title."""
    names = collected.names
    roles = lexicon("roles")
    told, chaired = _told(collected), _chaired(collected)
    for unit in names.units.values():
        if key_of(unit.passage) in collected.capacities:
            continue
        for placed in names.at(unit.passage):
            mention = names.mentions[placed.mention]
            owner = mention.owner
            named = mention.form in (MentionForm.NAME, MentionForm.ACRONYM)
            if mention.type is not EntityType.ROLE or owner is None or not named or mention.scope is Scope.GENERIC:
                continue
            if names.mentions[owner].type is not EntityType.BODY or names.mentions[owner].text.lower() in _ANY:
                continue
            if unit.text[placed.start - 1 : placed.start] == "(" and str(mention.text).lower() in roles["alone"]:
                continue
            head = names.heads[placed.mention]
            stated = str(mention.text).lower() not in roles["alone"]
            bare = office_label(str(mention.text).lower()) in roles["alone"]
            if bare and unit.kind is not UnitKind.BODY and placed.end - placed.start >= len(unit.text.rstrip(" :")):
                continue
            if bare and unit.text.startswith(":", placed.end):
                continue
            if not stated and _FILLED.search(unit.text, 0, placed.start):
                continue
            confidence = 0.78 if stated else 0.6
            if head.removesuffix("s") in roles["chairs"] and not _deputy(mention.text):
                needed = _FEWEST if names.meant(owner) in chaired else 1
                if not stated and told[names.meant(placed.mention)] < needed:
                    continue
                evidence = collected.unit_evidence(unit, rule="office-chair", confidence=confidence)
                also = [] if head.endswith("s") else _also(names.at(unit.passage), unit.text, placed.end)
                for body in (owner, *also):
                    collected.fact(placed.mention, "chairs", body, evidence)
            elif head in roles["deputies"] or head.removesuffix("s") in roles["chairs"]:
                if not stated and not _CHOSEN.search(unit.text):
                    continue
                evidence = collected.unit_evidence(unit, rule="office-deputy", confidence=confidence)
                collected.fact(placed.mention, "member_of", owner, evidence, qualifiers={"capacity": "vice_chair"})
            else:
                evidence = collected.unit_evidence(unit, rule="office-post", confidence=0.85)
                collected.fact(placed.mention, "post_in", owner, evidence)
    _seated(collected)


def _told(collected: Collected) -> Counter[str]:
    """How much a paper says of each post: what is stated of it, and who holds it, which says enough."""
    names = collected.names
    told = Counter(names.meant(duty.bearer) for duty in collected.duties)
    for fact in collected.facts:
        told[names.meant(fact.subject)] += 1
        if fact.object is not None:
            told[names.meant(fact.object)] += _FEWEST if fact.predicate == "holds" else 1
    return told


def _chaired(collected: Collected) -> set[str]:
    """The bodies of which the paper tells who chairs them."""
    chairs = [fact.object for fact in collected.facts if fact.predicate == "chairs" and fact.object is not None]
    return {collected.names.meant(body) for body in chairs}


def _seated(collected: Collected) -> None:
    """Whoever holds an office of a body chairs it, or is its vice-chair."""
    names, roles = collected.names, lexicon("roles")
    for fact in [f for f in collected.facts if f.predicate == "holds" and not f.negated]:
        if fact.object is None:
            continue
        office, head = names.mentions[fact.object], names.heads[fact.object].removesuffix("s")
        if office.owner is None or names.mentions[office.owner].type is not EntityType.BODY:
            continue
        evidence = replace(fact.evidence, rule="holds-office")
        if head in roles["deputies"] or (head in roles["chairs"] and _deputy(office.text)):
            collected.fact(fact.subject, "member_of", office.owner, evidence, qualifiers={"capacity": "vice_chair"})
        elif head in roles["chairs"]:
            collected.fact(fact.subject, "chairs", office.owner, evidence)


def _also(names: Sequence[Placed], text: str, end: int) -> list[int]:
    """The second body of one chair: "Independent Chair of the LSCB and SAB", without an article of its own."""
    chairs = {p.start for p in names if p.type is EntityType.ROLE}
    bodies = (p for p in names if p.type is EntityType.BODY and p.masks and p.start not in chairs)
    return [p.mention for p in bodies if text[end : p.start] in _AND]


def _deputy(title: str) -> bool:
    return title.lower().startswith(("vice", "deputy"))
