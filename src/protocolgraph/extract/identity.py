"""Who is who: "The Chair of the Panel is the Director of Finance", "Ann Lee is the Clerk"."""

from __future__ import annotations

from collections.abc import Sequence

from protocolgraph.extract.arguments import Argument, Arguments
from protocolgraph.extract.framed import Framed
from protocolgraph.extract.syntax import Predication
from protocolgraph.model import EntityType, Scope
from protocolgraph.vocab.lexicon import lexicon

_TYPES = [EntityType.ROLE.value, EntityType.PERSON.value]


def identities(predications: Sequence[Predication], arguments: Arguments) -> list[Framed]:
    """Return what a sentence says of posts and people by "is"."""
    found: list[Framed] = []
    for predication in predications:
        if predication.kind != "copula" or predication.past or predication.negated:
            continue
        for one in arguments.fill(predication, ["actor"], _TYPES):
            for other in arguments.fill(predication, ["object"], _TYPES):
                found += _same(one, other, arguments)
    return found


def _same(one: Argument, other: Argument, arguments: Arguments) -> list[Framed]:
    if EntityType.PERSON in (one.type, other.type):
        if one.type is other.type:
            return []
        person, post = (one, other) if one.type is EntityType.PERSON else (other, one)
        roles, head = lexicon("roles"), arguments.names.heads[post.mention].removesuffix("s")
        if head in roles["seats"] and head not in {*roles["chairs"], *roles["deputies"]}:
            return []
        return [Framed(person.mention, "holds", post.mention, (), negated=False, confidence=0.85, rule="is-post")]
    for chair, holder in ((one, other), (other, one)):
        owner = arguments.names.mentions[chair.mention].owner
        head = arguments.names.heads[chair.mention]
        if owner is None or _chair(holder, arguments) or filled(arguments):
            continue
        if head in lexicon("roles")["chairs"]:
            return [Framed(holder.mention, "chairs", owner, (), negated=False, confidence=0.82, rule="is-chair")]
        if head in lexicon("roles")["deputies"]:
            deputy = (("capacity", "vice_chair"),)
            return [
                Framed(holder.mention, "member_of", owner, deputy, negated=False, confidence=0.82, rule="is-deputy")
            ]
    return []


def filled(arguments: Arguments) -> bool:
    """Return whether who fills a chair stands right behind it, of whom the rest is told: "The Chair, Ann Lee, is"."""
    body, names = arguments.sentence.clause.body, arguments.names
    placed = names.at(body)
    ends = [p.end for p in placed if p.type is EntityType.ROLE and names.heads[p.mention] in lexicon("roles")["chairs"]]
    people = [p.start for p in placed if p.type is EntityType.PERSON] if ends else []
    return any(body.text[end:start] in (", ", " ") for end in ends for start in people if start > end)


def _chair(role: Argument, arguments: Arguments) -> bool:
    """Whether the other post is itself a chair, or only a class ("a member")."""
    mention = arguments.names.mentions[role.mention]
    return mention.scope is Scope.GENERIC or arguments.names.heads[role.mention] in {
        *lexicon("roles")["chairs"],
        *lexicon("roles")["deputies"],
        "member",
    }
