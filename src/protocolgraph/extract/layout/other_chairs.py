"""Chairs of other groups who sit by their office: "Chair – Rivers Sub-Group" in a list of members."""

from __future__ import annotations

from protocolgraph.extract.collected import Collected
from protocolgraph.extract.found import Found
from protocolgraph.extract.masked import Placed, outermost
from protocolgraph.extract.spoken import is_group_head
from protocolgraph.model import Clause, ClauseKind, EntityType
from protocolgraph.vocab.lexicon import fold, lexicon


def chair_of_group(collected: Collected, clause: Clause) -> list[Placed]:
    """Return the chair of the group that a line of members names behind the office, if it does: the group itself sits
    nowhere.
    """
    label = clause.leads[-1] if clause.kind is ClauseKind.FIELD and clause.leads else None
    title = label.text.rstrip(" :–-") if label is not None else ""
    if label is None or fold(title) not in {*lexicon("roles")["chairs"], *lexicon("roles")["deputies"]}:
        return []
    names, text = collected.names, clause.body.text.rstrip(" .;,")
    group = next((p for p in outermost(names.at(clause.body)) if p.start == 0 and p.end == len(text)), None)
    if group is None or group.type is not EntityType.BODY or not is_group_head(names.heads[group.mention]):
        return []
    post = f"{title} of {names.mentions[group.mention].name}"
    office = Found(0, len(title), EntityType.ROLE, post, fold(title).rpartition(" ")[2])
    chair = names.place(label, office, owner=group.mention)
    if fold(title) in lexicon("roles")["chairs"]:
        evidence = collected.clause_evidence(clause, rule="office-chair", confidence=0.85, lead=label)
        collected.fact(chair.mention, "chairs", group.mention, evidence)
    return [chair]
