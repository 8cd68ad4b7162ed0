"""Body described in part only.

Finds a body that a protocol, terms of reference or arrangements describe without a chair, members, a
frequency of meetings or a basis (a law, a larger body or terms of reference). All that is missing of one body
is one finding.

Why it matters: a body whose chair or members are not written down can be reshaped by whoever is in the room;
one without a frequency of meetings need not meet.

Source: CIPFA and Solace, Delivering Good Governance in Local Government (2016), principles D and E: roles,
membership and terms are clear. Lawyers in Local Government and ADSO publish model terms of reference with the
same heads.

Bad:

    TERMS OF REFERENCE: HILLTOP PARTNERSHIP BOARD

    1. The Hilltop Partnership Board will coordinate local services for carers.
    2. The Hilltop Partnership Board will agree an annual plan.
    3. The Hilltop Partnership Board will monitor the quality of services for carers.
    4. The Hilltop Partnership Board is accountable to the Cabinet.

Good:

    TERMS OF REFERENCE: HILLTOP PARTNERSHIP BOARD

    1. The Hilltop Partnership Board will coordinate local services for carers.
    2. The Hilltop Partnership Board will agree an annual plan.
    3. The Hilltop Partnership Board will monitor the quality of services for carers.
    4. The Hilltop Partnership Board is a sub-group of the Health and Wellbeing Board.
    5. The Hilltop Partnership Board is chaired by the Director of Adult Services.
    6. The Director of Public Health is a member of the Hilltop Partnership Board.
    7. The Hilltop Partnership Board will meet quarterly.

Limits: what a diagram or a list of names without a heading shows is not read. A frequency is looked for in
words and in headings, not in a calendar of meetings. A heading "Membership" counts for the one body that a document
describes, whether the names below it were read or not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from protocolgraph.analyse.checks.rule import Rule
from protocolgraph.analyse.checks.world import World, listed
from protocolgraph.model import Duty, Finding, FindingKind, MarkKind, Severity
from protocolgraph.vocab.lexicon import fold

_MEMBERS = {"member", "vice_chair", "co_opted", "lay_member", "participating_observer"}
_IN_LAW = re.compile(r"\b(?:act|regulations?|statutory|statute|order)\b", re.IGNORECASE)


def _find(world: World, rule: Rule) -> Iterator[Finding]:
    for body, duties in world.described.items():
        if any(fact.subject in world.described for fact in world.stated("part_of", object=body)):
            continue  # a partnership as a whole acts through its groups
        missing = [what for what, stated in _aspects(world, body, duties).items() if not stated]
        if missing:
            verb = "is" if len(missing) == 1 else "are"
            message = f"Of {world.name(body)}, {listed(missing)} {verb} not stated in these documents."
            severity = Severity.MEDIUM if len(missing) > 1 else Severity.LOW
            yield rule.finding(
                message, entities=[world.name(body)], evidence=[duties[0].evidence], severity=severity, confidence=0.7
            )


def _aspects(world: World, body: str, duties: tuple[Duty, ...]) -> dict[str, bool]:
    """Return whether each thing that terms of reference hold is stated, of the body or of the set that it is one of."""
    own = [body, *world.classes(body)]
    told = _told(world, body, {duty.evidence.document for duty in duties})
    seats = [fact for one in own for fact in world.stated("member_of", object=one)]
    return {
        "the chair": "chair" in told or any(world.stated("chairs", object=one) for one in own),
        "the members": "members" in told
        or any(dict(fact.qualifiers).get("capacity", "member") in _MEMBERS for fact in seats),
        "how often it meets": "meetings" in told
        or any(world.stated("meets", subject=one) for one in own)
        or any(duty.content.action == "meet" and duty.content.frequency for duty in duties),
        "the basis": _has_basis(world, own, duties),
    }


def _told(world: World, body: str, documents: set[str]) -> set[str]:
    """Return what headings, labels and sentences tell that can only be of this body, whoever was read to be meant.

    It stands under a heading that names the body, or else in a document that describes no other.
    """
    found = set()
    for document in sorted(documents):
        others = [other for other in world.described_in[document] if other != body]
        for mark in world.documents[document].layout.marks:
            if mark.kind is MarkKind.TERM and mark.value not in found:
                over = " / ".join(map(fold, world.headings(mark.evidence)))
                if fold(world.name(body)) in over or not others:
                    found.add(mark.value)
    return found


def _has_basis(world: World, own: list[str], duties: tuple[Duty, ...]) -> bool:
    """Whether a law, a larger body or terms of reference are stated."""
    if any(world.stated(predicate, subject=one) for one in own for predicate in ("established_under", "part_of")):
        return True
    if any(_IN_LAW.search(duty.evidence.quote) for duty in duties):
        return True
    names = {name.casefold() for one in own for name in (world.entity(one).name, *world.entity(one).aliases)}
    return any(name in term for name in names for term in world.terms_of_reference)


RULE = Rule("PG102", "incomplete-terms", FindingKind.GAP, Severity.MEDIUM, _find, __doc__)
