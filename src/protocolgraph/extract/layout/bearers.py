"""Duties that a paper gives to people by name, who bear them as the holders of their posts."""

from __future__ import annotations

from dataclasses import replace

from protocolgraph.extract.collected import Collected
from protocolgraph.extract.layout.actions import People
from protocolgraph.model import CandidateDuty, EntityType

_ELSEWHERE = 0.9
"""Share of the confidence that is left where another passage says who the bearer is."""


def read(collected: Collected) -> None:
    """Give the duties of each person to the post that the paper says the person holds, if it says one."""
    mentions = collected.names.mentions
    if not any(mentions[duty.bearer].type is EntityType.PERSON for duty in collected.duties):
        return
    people = People.of(collected)
    collected.duties = [_of_post(collected, duty, people) for duty in collected.duties]


def _of_post(collected: Collected, duty: CandidateDuty, people: People) -> CandidateDuty:
    if collected.names.mentions[duty.bearer].type is not EntityType.PERSON:
        return duty
    post = people.who(collected, duty.bearer)
    if post == duty.bearer:
        return duty
    evidence = replace(duty.evidence, confidence=round(_ELSEWHERE * duty.evidence.confidence, 3))
    return replace(duty, bearer=post, evidence=evidence)
