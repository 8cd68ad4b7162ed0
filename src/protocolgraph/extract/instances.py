"""The bodies that a class stands for where the sentence names them: "other partnerships including A and B"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from protocolgraph.extract.masked import Masked, Placed
from protocolgraph.model import EntityType

_NAMING = re.compile(r"[,;]? (?:such as|including|namely|for example|notably|in particular|i\.e\.|that is)[,:]? ")
_CALLED = re.compile(
    r",? (?:(?:which|that) is )?(?:known|referred to|called|named)(?: (?:locally|here|in \w+))?(?: as)? (?:the |our )?"
)
"""Behind a class of which there is one, before its name: "a youth team, known locally as the Harbour Team"."""
_COLON = re.compile(r"[^.;:]{0,90}?(?:: ?| [–—-] (?:the |our )?| ?\((?:the )?|,? (?:namely|viz\.)[,:]? (?:the )?)")
_DIRECTLY = re.compile(r": (?:the |our )?")
_COUNTED = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|following)\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE
)
_BETWEEN = re.compile(r"(?:\s*\([^)]*\))?(?:[,;]? (?:and|or)|[,;])? *(?:the |our )?")


def instances(masked: Masked, placed: Sequence[Placed]) -> list[Placed]:
    """Return what the text names of the class that stands here, or nothing."""
    group = placed[0] if placed else None
    if group is not None and not group.plural and group.type is EntityType.BODY:
        called = _CALLED.match(masked.passage.text, group.end)
        return listed(masked, called.end(), group.type) if called else []
    if group is None or not group.plural or group.type not in (EntityType.BODY, EntityType.ROLE):
        return []
    text = masked.passage.text
    counted_so = _COUNTED.search(text[: group.start]) and _COLON.match(text, group.end)
    opened = _NAMING.match(text, group.end) or counted_so or _DIRECTLY.match(text, group.end)
    return listed(masked, opened.end(), group.type) if opened else []


def counted(masked: Masked, start: int, end: int) -> list[Placed]:
    """Return the bodies that a text lists for a plain noun that it counts: "oversight of three groups: A, B and C".

    So does "boards such as A and B". "The following" may be posts, too. `start` and `end` are the noun's place in
    the passage.
    """
    text = masked.passage.text
    anybody = text[start:end].lower() == "following"
    opened = (anybody or _COUNTED.search(text[:start])) and _COLON.match(text, end)
    opened = opened or (None if anybody else _NAMING.match(text, end))
    kinds = (EntityType.BODY, EntityType.ROLE) if anybody else (EntityType.BODY,)
    return listed(masked, opened.end(), *kinds) if opened else []


def listed(masked: Masked, start: int, *kinds: EntityType) -> list[Placed]:
    """Return the names of some kinds that a text lists from a place on: "A, B and C"."""
    found: list[Placed] = []
    place = start
    while True:
        gap = _BETWEEN.match(masked.passage.text, place)
        after = gap.end() if gap else place
        here = [p for p in masked.placed if p.start in {place, after} and p.type in kinds and not p.plural and p.masks]
        if not here:
            return found if len(found) > 1 or EntityType.BODY in kinds else []
        longest = max(here, key=lambda p: p.end)
        found.append(longest)
        place = longest.end
