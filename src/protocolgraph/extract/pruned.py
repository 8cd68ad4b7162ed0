"""The end of reading: what no statement needs and was too ordinary to count is left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from protocolgraph.extract.collected import Collected
from protocolgraph.extract.document_names import DocumentNames
from protocolgraph.extract.units import UnitKind
from protocolgraph.model import CandidateDuty, CandidateFact, EntityType, Extraction, Mention, MentionForm, Scope
from protocolgraph.model.workspace import DocumentOverride
from protocolgraph.vocab.lexicon import fold, lexicon

_DETERMINED = re.compile(r"\b(?:an?|the|its|their)\s+$", re.IGNORECASE)
"""Before a name in what is taken for a heading and is a clause: "2.3 Publish the Safety Plan"."""


def pruned(collected: Collected, model: str, override: DocumentOverride | None) -> Extraction:
    """Return the extraction with the mentions that are names by themselves or that a statement needs."""
    names = collected.names
    used = _used(collected)
    labels = _labels(names)
    said = Counter(fold(mention.name) for mention in names.mentions)
    kept = [n for n in range(len(names.mentions)) if n in used or _stands_alone(names, n, labels, said)]
    kept = sorted(_with_links(names, set(kept)))
    number = {old: new for new, old in enumerate(kept)}
    outline, document = names.outline, names.outline.document
    override = override or DocumentOverride()
    part = outline.parts[0] if outline.parts else None
    return Extraction(
        document=document.name,
        sha256=document.sha256,
        title=override.title or outline.title,
        date=override.date or (part.date if part else None),
        area=override.area,
        kind=override.kind or (part.kind.value if part else "other"),
        model=model,
        mentions=tuple(_renumbered(names.mentions[old], number) for old in kept),
        aliases=tuple(names.aliases),
        facts=tuple(_fact(fact, number) for fact in collected.facts),
        duties=tuple(_duty(duty, number) for duty in collected.duties),
    )


def _used(collected: Collected) -> set[int]:
    used: set[int] = set()
    for fact in collected.facts:
        used |= {fact.subject} | ({fact.object} if fact.object is not None else set())
    for duty in collected.duties:
        used |= {duty.bearer, *duty.to}
        if duty.product is not None and not _bare(collected.names, duty.product):
            used.add(duty.product)
    return used


def _bare(names: DocumentNames, number: int) -> bool:
    """Whether a paper is called by its noun alone ("sends the agenda"): a duty's words say as much."""
    return number in names.weak and " " not in names.mentions[number].text


def _labels(names: DocumentNames) -> list[tuple[int, int, bool]]:
    """Where headings and lines of a title stand, and which of them are headings of what comes below them alone."""
    title = fold(names.outline.title or "")
    told = ((unit, fold(unit.text) in title) for unit in names.units.values() if unit.text)
    return [
        (unit.start, unit.passage.spans()[-1].end, not titled)
        for unit, titled in told
        if titled or unit.kind is UnitKind.HEADING
    ]


def _stands_alone(
    names: DocumentNames, number: int, labels: Sequence[tuple[int, int, bool]], said: Mapping[str, int]
) -> bool:
    """Whether a name counts though no statement needs it: no class of posts does, no chair ("Ann Lee (Chair)"), no
    label of a form ("Lead officer"), nor a class of bodies that is named once in small letters ("community groups").
    """
    mention = names.mentions[number]
    if mention.type is EntityType.BODY and mention.scope is Scope.GENERIC and mention.name.islower():
        return said[fold(mention.name)] > 1 and number not in names.weak
    if mention.type is EntityType.PUBLICATION and mention.spans and not _is_paper(names, mention, labels):
        return False
    if mention.type is EntityType.ROLE:
        roles = lexicon("roles")
        chairing = names.heads[number] in roles["chairs"] or names.heads[number] in roles["deputies"]
        if chairing or mention.scope is Scope.GENERIC or fold(mention.text) in roles["of_forms"]:
            return False
    return mention.form in (MentionForm.NAME, MentionForm.ACRONYM) and number not in names.weak and bool(mention.spans)


def _is_paper(names: DocumentNames, mention: Mention, labels: Sequence[tuple[int, int, bool]]) -> bool:
    """Whether some paper is meant that there is: no heading ("Action log"), no title in capitals, and none that only
    says what sort of paper this is ("Terms of Reference").
    """
    start, end = mention.spans[0].start, mention.spans[-1].end
    own = fold(mention.name) in lexicon("publications")["own"]
    text = names.outline.document.text
    clause = _DETERMINED.search(text, max(start - 12, 0), start) is not None
    around = [heads and not clause for first, last, heads in labels if first <= start and end <= last]
    if (own and (start, len(mention.text)) in names.units) or any(around):
        return False
    return not (around and (own or mention.text.isupper()))


def _with_links(names: DocumentNames, kept: set[int]) -> set[int]:
    waiting = list(kept)
    while waiting:
        mention = names.mentions[waiting.pop()]
        for link in (mention.owner, mention.antecedent):
            if link is not None and link not in kept:
                kept.add(link)
                waiting.append(link)
    return kept


def _renumbered(mention: Mention, number: dict[int, int]) -> Mention:
    owner = number[mention.owner] if mention.owner is not None else None
    antecedent = number[mention.antecedent] if mention.antecedent is not None else None
    return replace(mention, owner=owner, antecedent=antecedent)


def _fact(fact: CandidateFact, number: dict[int, int]) -> CandidateFact:
    object_ = number[fact.object] if fact.object is not None else None
    return replace(fact, subject=number[fact.subject], object=object_)


def _duty(duty: CandidateDuty, number: dict[int, int]) -> CandidateDuty:
    product = number.get(duty.product) if duty.product is not None else None
    return replace(duty, bearer=number[duty.bearer], to=tuple(number[m] for m in duty.to), product=product)
