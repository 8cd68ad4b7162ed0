"""Who holds which post by how both are named: "the Clerk, Mrs Ann Lee,", "Ann Lee, the Clerk,", "Ann Lee, as Clerk"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from protocolgraph.extract.masked import Placed
from protocolgraph.model import EntityType, Scope
from protocolgraph.vocab.lexicon import fold, lexicon

_COUNCILLOR = re.compile(r"(?:councillor|cllr)s?\b", re.IGNORECASE)
_COMMA = re.compile(r"(?:,\s+|\s+\()")
_DASH = re.compile(r"\s+[–—-]\s+|:\s+")
_THEN_POST = re.compile(
    r"(?:,\s+|\s+\()(?:who is |as )?(?:the|its|their|our|his|her)\s+(?:(?:current|new|present|interim|acting)\s+)?"
    r"|,? as (?:the |its |their |our )?",
    re.IGNORECASE,
)
"""Between a person and the post that the article or "as" says to be hers."""
_OPENED = re.compile(r"\s+[(\[]")
_SEATED = frozenset({"councillor", "councillors", "chairs", "members"})
_SHUT = frozenset(")]")
"""Around a post that stands alone in brackets behind the name of who holds it: "Ann Lee (Care Manager)"."""
_ENDS = re.compile(r"\s*(?:[,.;:)–—]|$|\bas at\b|\b(?:who|shall|will|must|may|is|has)\b)")
_BEHIND = re.compile(r",\s+|\s+[–—-]\s+")
_RUNS = re.compile(r"\s*[,;]?\s+(?:and\s+)?(?:the\s+)?")
_ENDS_RUN = re.compile(r"\s*(?:[,.;)]|$|(?:and|to|for|who|from|at)\b)")
_LISTED_ON = re.compile(r"\s*,\s+(?:and\s+)?(?:the\s+)?$")
_POINTED = re.compile(
    r"(?:^|\b(?:the|its|their|our|his|her|an?|by|present|current|new)\s+|\w['’]s?\s+)$", re.IGNORECASE
)


def before_person(text: str, post: Placed, person: Placed) -> bool:
    """Whether a post stands before the name of who holds it, at once or with a mark between them."""
    one = post.scope is not Scope.GENERIC and person.masks
    if one and text[post.end : person.start] == " ":
        return _is_title(text[post.start : post.end])
    title = fold(text[post.start : post.end])
    chairing = any(title in lexicon("roles")[sort] for sort in ("chairs", "deputies"))
    apart = _COMMA.fullmatch(text, post.end, person.start)
    apart = apart or (None if chairing else _DASH.fullmatch(text, post.end, person.start))
    pointed = _POINTED.search(text, 0, post.start) is not None and not text.endswith("in the ", 0, post.start)
    return one and apart is not None and pointed


def _is_title(post: str) -> bool:
    """Whether a post may be said before a name without a mark: "Chief Executive Ann Lee"; "Lay Member Ann Lee" and
    "Inspector Ann Lee" only say how she sits, and her rank.
    """
    roles, last = lexicon("roles"), fold(post).rpartition(" ")[2]
    seated = last in roles["seats"] or last in _SEATED or last in lexicon("people")["ranks"]
    return post[0].isupper() and " " in post and not seated


def in_run(text: str, before: Placed | None, person: Placed, post: Placed, after: Placed | None) -> bool:
    """Return whether a post stands right behind who holds it: "welcomed Ann Lee, Director of Care, and Tom Cole, ...".

    Not where a post stands before that name, too, or another post goes on behind this one: then it is a list in which
    nothing tells whose each is.

    Args:
        text: the passage.
        before: the name before the person's.
        person: whose post is asked for.
        post: the name right behind the person's.
        after: the name behind that.

    """
    if post.scope is Scope.GENERIC or not person.masks or _BEHIND.fullmatch(text, person.end, post.start) is None:
        return False
    title = text[post.start : post.end]
    if " " not in title or not title[0].isupper() or _ENDS_RUN.match(text, post.end) is None:
        return False
    led = before is not None and before.type is EntityType.ROLE and _RUNS.fullmatch(text, before.end, person.start)
    goes_on = after is not None and after.type is EntityType.ROLE and _RUNS.fullmatch(text, post.end, after.start)
    return not led and not goes_on and not of_the_next(text, person, post, after)


def of_the_next(text: str, person: Placed, post: Placed, after: Placed | None) -> bool:
    """Return whether a post between a councillor and somebody else is that one's: "Cllr Ash, the Clerk, Mrs Dell"."""
    if after is None or after.type is not EntityType.PERSON or not _COUNCILLOR.match(text, person.start):
        return False
    return _COMMA.fullmatch(text, post.end, after.start) is not None or text[post.end : after.start] == " "


def behind_person(text: str, person: Placed, placed: Sequence[Placed]) -> Placed | None:
    """Return the one post that is said of a person behind the name, where no list of people and posts goes on.

    Args:
        text: the passage.
        person: whose post is asked for.
        placed: the longest names of the passage, in order.

    """
    posts = [p for p in placed if p.type is EntityType.ROLE and p.start > person.end and p.scope is not Scope.GENERIC]
    if posts and _OPENED.fullmatch(text, person.end, posts[0].start) and text[posts[0].end : posts[0].end + 1] in _SHUT:
        return posts[0] if fold(text[posts[0].start : posts[0].end]) not in lexicon("roles")["seats"] else None
    if not posts or _THEN_POST.fullmatch(text, person.end, posts[0].start) is None:
        return None
    if _ENDS.match(text, posts[0].end) is None:
        return None
    after = next((p for p in placed if p.start >= posts[0].end), None)
    listed = after is not None and _LISTED_ON.fullmatch(text, posts[0].end, after.start) is not None
    return None if listed else posts[0]
