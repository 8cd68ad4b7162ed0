"""What "the Plan", "this protocol" and "the Director" point back to: a report or a post that was named in full."""

from __future__ import annotations

from collections.abc import Sequence

from protocolgraph.extract.found import Found
from protocolgraph.model import EntityType, Mention, MentionForm, Scope

_LESSER = ("deputy", "assistant", "acting", "vice", "former", "associate", "interim", "statutory", "shadow")
"""Words that make another post of a title: "the Commissioner" is not the Deputy Commissioner."""


def named_before(
    mentions: Sequence[Mention], heads: Sequence[str], name: Found, start: int, *, itself: bool
) -> int | None:
    """Return the mention that a short form of a publication or a post repeats, or None.

    Args:
        mentions: of the document so far.
        heads: the head noun of each.
        name: the short form.
        start: where it stands in the document.
        itself: whether it means the document, as "this protocol" does: the first publication of that kind.

    """
    wanted = name.head.removesuffix("s")
    full = [
        number
        for number, mention in enumerate(mentions)
        if mention.type is name.type
        and mention.form is MentionForm.NAME
        and heads[number].removesuffix("s") == wanted
        and " " in mention.text
        and (mention.spans and mention.spans[0].start < start)
        and _same_rank(mention)
    ]
    if not full:
        return None
    return full[0] if itself else full[-1]


def _same_rank(mention: Mention) -> bool:
    generic = mention.scope is Scope.GENERIC
    return mention.type is not EntityType.ROLE or not (generic or mention.text.lower().startswith(_LESSER))
