"""Body without a line of accountability.

Finds a board, panel, group or partnership that a protocol, terms of reference or arrangements describe, and
whose lines of accountability, reporting, oversight and membership of a larger body lead to no elected,
executive or statutory body. Bodies whose lines end at one and the same body are one finding, of medium
severity.

Why it matters: what nobody receives, nobody challenges. Members and the public cannot see who would act if
the body failed.

Source: CIPFA and Solace, Delivering Good Governance in Local Government (2016), principle G: accountability
is about ensuring that those making decisions are answerable for them. Audit Commission, Governing
Partnerships (2005).

Bad:

    TERMS OF REFERENCE: HILLTOP PARTNERSHIP BOARD

    1. The Hilltop Partnership Board will coordinate local services for carers.
    2. The Hilltop Partnership Board will agree an annual plan.
    3. The Hilltop Partnership Board will monitor the quality of services for carers.

Good:

    TERMS OF REFERENCE: HILLTOP PARTNERSHIP BOARD

    1. The Hilltop Partnership Board will coordinate local services for carers.
    2. The Hilltop Partnership Board will agree an annual plan.
    3. The Hilltop Partnership Board will monitor the quality of services for carers.
    4. The Hilltop Partnership Board is accountable to the Cabinet.

Limits: a line that another document states counts only if that document is in the graph. Who is elected,
executive or statutory is told by the name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from protocolgraph.analyse.checks.rule import Rule
from protocolgraph.analyse.checks.world import World, listed
from protocolgraph.graph.paths import Step
from protocolgraph.model import Finding, FindingKind, Severity
from protocolgraph.reference import body_kind_of, kinds_above
from protocolgraph.vocab.checks import is_holder

_ACCOUNT = re.compile(
    r"(?:\w+ly )?(?:report|account|answer|be (?:\w+ly )?(?:accountable|answerable|responsible))\b[^.;]*\bto (?!be\b)",
    re.IGNORECASE,
)
_HOLDING = {"elected-body", "executive-body", "statutory-body"}


def _find(world: World, rule: Rule) -> Iterator[Finding]:
    groups = _Groups()
    held = cache(lambda body: _holds(world.name(body)))
    for body in world.described:
        reached = _reached(world, body, held)
        if reached is not None and not _is_said(world, body):
            tops = {step for step in (body, *reached) if not _steps(world, step)} or {body}
            groups.add(tops, body)
    for shared, tops, bodies in groups.made:
        yield _finding(world, rule, tuple(sorted(shared or tops)), sorted(bodies))


def _holds(name: str) -> bool:
    """Whether a body of this name is elected, executive or statutory, or its head, by its words or by its kind."""
    kind = body_kind_of(name)
    return is_holder(name) or (kind is not None and any(above.id in _HOLDING for above in kinds_above(kind)))


class _Groups:
    """Bodies whose lines end at the same ends: of each group the ends that all share, all ends, and the bodies."""

    def __init__(self) -> None:
        self.made: list[tuple[set[str], set[str], list[str]]] = []
        self._at: dict[str, int] = {}

    def add(self, tops: set[str], body: str) -> None:
        """Add a body to the first group that has one of its ends, else to one of its own."""
        at = min((self._at[top] for top in tops if top in self._at), default=len(self.made))
        if at == len(self.made):
            self.made.append((set(tops), set(), []))
        shared, every, bodies = self.made[at]
        shared &= tops
        every |= tops
        bodies.append(body)
        for top in tops:
            self._at[top] = min(at, self._at.get(top, at))


def _steps(world: World, body: str) -> list[Step]:
    """Return the steps to those who hold a body, or the set of bodies that it is one of, to account."""
    return [step for own in (body, *world.classes(body)) for step in world.accountability.steps_from(own)]


def _reached(world: World, body: str, held: Callable[[str], bool]) -> set[str] | None:
    """Return all that hold a body to account, directly or not; None if it, or one of these, answers to the public."""
    seen: set[str] = set()
    left = [body]
    if held(body):
        return None
    while left:
        for step in _steps(world, left.pop()):
            if held(step.target):
                return None
            if step.target not in seen and step.target != body:
                seen.add(step.target)
                left.append(step.target)
    return seen


def _is_said(world: World, body: str) -> bool:
    """Whether some clause that describes a body asks for an account to somebody, whoever was made out to give it.

    A body that is said to report to itself was misread.
    """
    documents = sorted({duty.evidence.document for duty in world.described[body]})
    tasks = [task for document in documents for task in world.tasks[document] if _ACCOUNT.match(task.text)]
    return any(task.bearer in (None, body) or world.name(task.bearer) in task.text for task in tasks)


def _finding(world: World, rule: Rule, tops: tuple[str, ...], bodies: list[str]) -> Finding:
    names, ends = world.names(bodies), world.names(tops)
    below = [name for name in names if name not in ends]
    if below:
        message = (
            f"The lines of accountability of {listed(below)} end at {listed(ends)}; to which elected, executive or "
            "statutory body that answers is not stated in these documents."
        )
    else:
        message = f"To whom {listed(names)} is accountable is not stated in these documents."
    steps = [step.facts[0].evidence for body in bodies for step in _steps(world, body)]
    duties = [world.described[body][0].evidence for body in bodies]
    return rule.finding(
        message,
        entities=(*below, *ends),
        evidence=(steps or duties)[:5],
        severity=Severity.MEDIUM if below else None,
    )


RULE = Rule("PG101", "no-accountability", FindingKind.GAP, Severity.HIGH, _find, __doc__)
