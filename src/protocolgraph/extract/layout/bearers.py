"""Duties that a paper gives to people by name, who bear them as the holders of their posts."""

from __future__ import annotations

from dataclasses import replace

from protocolgraph.extract.collected import Collected
from protocolgraph.extract.layout.actions import People
from protocolgraph.model import EntityType


def read(collected: Collected) -> None:
    """Give the duties of each person to the post that the paper says the person holds, if it says one."""
    mentions = collected.names.mentions
    if not any(mentions[duty.bearer].type is EntityType.PERSON for duty in collected.duties):
        return
    people = People.of(collected)
    collected.duties = [
        replace(duty, bearer=people.who(collected, duty.bearer))
        if mentions[duty.bearer].type is EntityType.PERSON
        else duty
        for duty in collected.duties
    ]
