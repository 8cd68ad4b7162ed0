"""Titles of posts and offices: "Cabinet Member for Children, Young People and Families Services",
"Chief Nurse (Aldermoor ICB)", "the Board's Independent Chair", "Chair of the Panel"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from protocolgraph.extract.capitals import Capitals
from protocolgraph.extract.found import Found, longest
from protocolgraph.extract.phrases import Phrases
from protocolgraph.extract.tokens import Token
from protocolgraph.model import EntityType, Scope
from protocolgraph.vocab.lexicon import lexicon

_NEEDS_MODIFIER = {
    "member", "executive", "holder", "worker", "professional", "professionals", "assistant", "consultant",
    "lead", "leads", "head", "representative", "representatives", "practitioner", "commander", "inspector",
    "officers", "directors", "managers", "trustee", "guardian", "officer", "manager", "doctor", "nurse",
}  # fmt: skip
"""Heads that are a title only after a capitalised word ("Cabinet Member") or before "of/for <Capitals>"."""

_SERVING = {
    "clerk", "secretary", "adviser", "advisor", "assistant", "treasurer", "counsel", "representative", "representatives",
    "observer", "officer", "lead", "leads", "co-ordinator",
}  # fmt: skip
"""Titles that go on with "to", "from" or "in": "Clerk to the Council", not "the Director to the Board"."""

_TAIL = {"of", "for", "to", "in", "from", "on"}


@dataclass(frozen=True, slots=True)
class RoleFinder:
    """Finds posts in the tokens of a passage in which bodies are already found."""

    capitals: Capitals
    heads: Phrases
    titles: Phrases
    alone: Phrases
    classes: Phrases
    definite: Mapping[str, Any]

    @classmethod
    def load(cls) -> RoleFinder:
        """Return a finder with the lexicon's words."""
        roles, words, bodies = lexicon("roles"), lexicon("words"), lexicon("bodies")
        stops = {**roles["heads"], **bodies["heads"]}
        return cls(
            Capitals(words, stops, {"police": None, "community": None, "school": None, "family": None}),
            Phrases(roles["heads"]),
            Phrases(roles["titles"]),
            Phrases(roles["alone"]),
            Phrases(roles["classes"]),
            bodies["definite"],
        )

    def find(self, tokens: list[Token], text: str, bodies: list[Found]) -> list[Found]:
        """Return the posts named in a passage, none inside another."""
        found = []
        for index, token in enumerate(tokens):
            place = self._title_at(tokens, index, token)
            if place is not None:
                found.append(self._role(tokens, text, place, bodies))
        found += self._classes(tokens, text)
        return longest([role for role in found if role is not None])

    def _title_at(self, tokens: list[Token], index: int, token: Token) -> tuple[int, int] | None:
        """Return first and past-last index of the title that has its head here, without a tail."""
        if length := self.titles.longest_at(tokens, index):
            return self._title_phrase(tokens, index, length)
        length = self.heads.longest_at(tokens, index)
        if not length or (token.base == "chair" and self._verb(tokens, index)):
            return None
        last = index + length
        if not token.capital:
            alone = self.alone.longest_at(tokens, index) and self._named(tokens, index, last)
            return (index, last) if alone else None
        if self._goes_on(tokens, last):
            return None
        first = self._left(tokens, index)
        modified = first < index or self._tailed(tokens, last)
        ordinary = token.base in _NEEDS_MODIFIER or not self.alone.longest_at(tokens, index)
        return None if ordinary and not modified else (first, last)

    def _title_phrase(self, tokens: list[Token], index: int, length: int) -> tuple[int, int] | None:
        if self._goes_on(tokens, index + length) and tokens[index].capital:
            return None
        if self._verb(tokens, index):
            return None
        return self._left(tokens, index), index + length

    def _left(self, tokens: list[Token], index: int) -> int:
        """The first word of a title; "and" never belongs to one that can stand alone ("... and Chair of ...")."""
        first = self.capitals.left(tokens, index)
        if self.alone.longest_at(tokens, index):
            marks = [place for place in range(first, index) if not tokens[place].capital]
            first = marks[-1] + 1 if marks else first
        return first

    def _goes_on(self, tokens: list[Token], index: int) -> bool:
        """Whether a capitalised word follows at once, so that the title is part of a longer name."""
        if index >= len(tokens) or tokens[index - 1].possessive:
            return index <= len(tokens) and tokens[index - 1].possessive
        after = tokens[index]
        return after.capital and after.word and not after.acronym and self._title_or_body(tokens, index)

    def _title_or_body(self, tokens: list[Token], index: int) -> bool:
        for place in range(index, min(index + 3, len(tokens))):
            token = tokens[place]
            if not token.capital:
                return False
            if token.base in self.capitals.heads:
                return True
        return False

    @staticmethod
    def _verb(tokens: list[Token], index: int) -> bool:
        """Whether "chair" or "lead" here is what somebody does: "Chair the Group", "will chair meetings"."""
        token = tokens[index]
        if token.base not in {"chair", "lead", "head", "chairs"}:
            return False
        before = tokens[index - 1].folded if index else ""
        after = tokens[index + 1].folded if index + 1 < len(tokens) else ""
        if before in {"will", "must", "shall", "should", "may", "to", "can", "and/or", "/", "who", "not"}:
            return True
        return not before and (after in {"the", "a", "and", "/", "on", "meetings", "all", "any"} or after.islower()) and (
            after not in {"of", "for", "to", "or", "is", "will", "shall", "must", "may", "should", "from"}
        )

    def _named(self, tokens: list[Token], first: int, last: int) -> bool:
        """Whether a lower-case title is one post: after a determiner or before "of the <Body>"."""
        before = tokens[first - 1] if first else None
        if before is not None and (before.folded in {"the", "its", "their", "independent"} or before.possessive):
            return True
        return self._tailed(tokens, last)

    @staticmethod
    def _tailed(tokens: list[Token], index: int) -> bool:
        if index + 1 >= len(tokens) or tokens[index].folded not in _TAIL:
            return False
        after = tokens[index + 1]
        following = tokens[index + 2] if index + 2 < len(tokens) else None
        return after.capital or (after.folded in {"the", "each", "either"} and following is not None)

    def _role(self, tokens: list[Token], text: str, place: tuple[int, int], bodies: list[Found]) -> Found:
        first, last = place
        end, owner = self._tail(tokens, last, bodies)
        prefix = self._prefix_owner(tokens, first, last, bodies)
        before = self._owner_before(tokens, first, bodies)
        start = tokens[first].start
        head = _head(tokens[first:last])
        stop = tokens[end - 1].end if end > last else self._without_possessive(tokens[last - 1])
        return Found(start, stop, EntityType.ROLE, text[start:stop], head, owner=owner or prefix or before)

    @staticmethod
    def _without_possessive(token: Token) -> int:
        return token.end - (len(token.text) - len(token.base)) if token.possessive else token.end

    def _tail(
        self, tokens: list[Token], index: int, bodies: list[Found]
    ) -> tuple[int, tuple[int, int] | None]:
        """Return where the title ends and the owner that its tail names."""
        if index >= len(tokens) or tokens[index - 1].possessive:
            return index, None
        if tokens[index].text in "(–,-" or tokens[index].folded == "at":
            return self._apposed(tokens, index, bodies)
        if tokens[index].folded not in _TAIL or index + 1 >= len(tokens):
            return index, None
        if tokens[index].folded in {"to", "from", "in"} and tokens[index - 1].base not in _SERVING:
            return index, None
        skip = 2 if tokens[index + 1].folded in {"the", "each", "either"} else 1
        body = self._owner_at(tokens, index + skip, bodies)
        if body is not None:
            owns = tokens[index].folded != "for" or tokens[index - 1].base.startswith("representative")
            return _index_after(tokens, body[1]), body if owns else None
        if index + skip < len(tokens) and tokens[index + skip].capital:
            end = self.capitals.run(tokens, index + skip, lists=tokens[index].folded in {"for", "of"})
            end = self._before_next_title(tokens, index + skip, end)
            return (end, None) if end > index + skip else (index, None)
        return index, None

    def _owner_at(self, tokens: list[Token], index: int, bodies: list[Found]) -> tuple[int, int] | None:
        """The body named here, by its name or as "the Council"."""
        body = _starting(bodies, tokens, index)
        if body is not None:
            return body.start, body.end
        if index < len(tokens) and tokens[index].capital and tokens[index].base in self.definite:
            return tokens[index].start, tokens[index].end
        return None

    def _before_next_title(self, tokens: list[Token], first: int, end: int) -> int:
        """Cut a tail that ran on into the next title: "... Services and Chair of the Panel"."""
        for place in range(first, end):
            if tokens[place].folded in {"and", ","} and place + 1 < end:
                nxt = tokens[place + 1]
                if nxt.base in {"chair", "vice-chair", "leader", "director", "head", "deputy"}:
                    return place
        return end

    def _apposed(
        self, tokens: list[Token], index: int, bodies: list[Found]
    ) -> tuple[int, tuple[int, int] | None]:
        """The owner in "Chief Nurse (Aldermoor ICB)", "Chief Officer, Aldermoor ICB", "Manager at X"."""
        skip = 2 if index + 1 < len(tokens) and tokens[index + 1].folded == "the" else 1
        body = _starting(bodies, tokens, index + skip)
        if body is None or body.scope is Scope.GENERIC:
            return self._described(tokens, index), None
        after = _index_after(tokens, body.end)
        if tokens[index].text != "(":
            return index, (body.start, body.end)
        closed = after < len(tokens) and tokens[after].text == ")"
        return (after + 1, (body.start, body.end)) if closed else (index, None)

    def _described(self, tokens: list[Token], index: int) -> int:
        """Where "Head of Service, Performance" or "Commissioner (East Region)" ends: brackets of capitals belong."""
        if tokens[index].text != "(":
            return index
        for place in range(index + 1, min(index + 12, len(tokens))):
            if tokens[place].text == ")":
                inner = tokens[index + 1 : place]
                caps = [t for t in inner if t.word and t.capital]
                title = inner and inner[0].capital and len(caps) > 1 and not inner[0].acronym
                return place + 1 if title and not self.heads.longest_at(tokens, place - 1) else index
        return index

    def _prefix_owner(
        self, tokens: list[Token], first: int, last: int, bodies: list[Found]
    ) -> tuple[int, int] | None:
        """The body whose name the title begins with: "NSCB Independent Chair", "Council Chief Executive"."""
        titled = tokens[first].base in {"cabinet", "executive"}
        body = self._owner_at(tokens, first, bodies) if last - first > 1 and not titled else None
        return body if body is not None and body[1] < tokens[last - 1].end else None

    @staticmethod
    def _owner_before(tokens: list[Token], first: int, bodies: list[Found]) -> tuple[int, int] | None:
        """The body named just before: "the Board's Chair"."""
        if not first or not tokens[first - 1].possessive:
            return None
        for body in bodies:
            if body.start <= tokens[first - 1].start < body.end:
                return body.start, body.end
        return None

    def _classes(self, tokens: list[Token], text: str) -> list[Found]:
        found = []
        for index in range(len(tokens)):
            if length := self.classes.longest_at(tokens, index):
                start, end = tokens[index].start, tokens[index + length - 1].end
                found.append(
                    Found(
                        start, end, EntityType.ROLE, text[start:end], tokens[index + length - 1].base,
                        scope=Scope.GENERIC, weak=True,
                    )
                )  # fmt: skip
        return found


def _starting(bodies: list[Found], tokens: list[Token], index: int) -> Found | None:
    """The body that begins at this token."""
    if index >= len(tokens):
        return None
    starts = [body for body in bodies if body.start == tokens[index].start]
    return max(starts, key=lambda body: body.end, default=None)


def _index_after(tokens: list[Token], end: int) -> int:
    for index, token in enumerate(tokens):
        if token.start >= end:
            return index
    return len(tokens)


def _head(title: list[Token]) -> str:
    """The noun that a title is about: "chair" of "Chair of the Board", "director" of "Director of Public Health"."""
    for before, token in zip(title, title[1:], strict=False):
        if token.folded in {"of", "for"}:
            return before.base
    return title[-1].base


def chairing(role: Found, chairs: Phrases) -> bool:
    """Whether the post is that of the one who chairs its owner."""
    return role.head in chairs.words or role.head.removesuffix("s") in chairs.words


def with_owner(role: Found, owner: tuple[int, int]) -> Found:
    """Return the role with the place of its owner."""
    return replace(role, owner=owner)
