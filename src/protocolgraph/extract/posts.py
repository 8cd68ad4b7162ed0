"""Posts that texts write in lower case, most of them classes: "two lay members", "the headteacher of a special school".

With a word that narrows it or with the body that it comes from, such a noun is a name; alone
("members", "each officer") it is weak. "is a member of the Board" says what somebody is and names no post.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from protocolgraph.extract.capitals import COUNTED
from protocolgraph.extract.classes import acts_next
from protocolgraph.extract.described_posts import described, lists_members, spoken_for
from protocolgraph.extract.found import Found
from protocolgraph.extract.phrases import Phrases
from protocolgraph.extract.plain_titles import plain_field
from protocolgraph.extract.tails import Place, index_after, of_no_body, starting
from protocolgraph.extract.tokens import Token
from protocolgraph.model import EntityType, Scope
from protocolgraph.vocab.lexicon import fold, lexicon

_BEING = {"is", "are", "be", "as", "become", "becomes", "was", "were", "been", "being", "remain", "remains", "elect"}
_LEADING_TO = {"of", "from", "for"}
_SENDING = {"member", "members", "governor", "officer", "headteacher", "councillor", "trustee"}
"""Whom a representative speaks for: "scheme member representatives"."""


@dataclass(frozen=True, slots=True)
class PostFinder:
    """Finds lower-case posts in the tokens of a passage in which bodies are already found."""

    listed: Phrases
    plurals: Phrases
    singulars: Phrases
    narrowing: Mapping[str, Any]
    quantifiers: Mapping[str, Any]
    body_nouns: Phrases
    body_narrowing: Mapping[str, Any]
    definite: Mapping[str, Any]
    anybody: Mapping[str, Any]

    @classmethod
    def load(cls) -> PostFinder:
        """Return a finder with the lexicon's words."""
        roles, bodies = lexicon("roles"), lexicon("bodies")
        return cls(
            Phrases(roles["classes"]),
            Phrases(roles["class_plurals"]),
            Phrases(roles["class_singulars"]),
            roles["narrowing"],
            bodies["quantifiers"],
            Phrases({**bodies["class_singulars"], **bodies["class_plurals"]}),
            bodies["narrowing"],
            bodies["definite"],
            roles["anybody"],
        )

    def find(self, tokens: list[Token], text: str, bodies: list[Found]) -> list[Found]:
        """Return the posts of this kind named in a passage; some may overlap."""
        found = []
        listed, plurals = self.listed.all_at(tokens), self.plurals.all_at(tokens)
        singulars = self.singulars.all_at(tokens)
        listing = bool(plurals or singulars) and lists_members(tokens)
        for index in sorted({*listed, *plurals, *singulars}):
            if length := listed.get(index, 0):
                found.append(self._post(tokens, text, (index, index + length), bodies, weak=True))
            if _leads_something(tokens, index):
                continue
            if length := plurals.get(index, 0):
                first = self._behind_body(tokens, self._left(tokens, index), index, bodies)
                post = self._post(tokens, text, (first, index + length), bodies, weak=first == index)
                post = self._described(tokens, text, post, (first, index), bodies, listing=listing)
                found += [] if _stand_for_others(post, tokens, index + length) else [post]
            elif length := singulars.get(index, 0):
                found += [
                    self._described(
                        tokens, text, post, (index_after(tokens, post.start), index), bodies, listing=listing
                    )
                    for post in self._singular(tokens, text, index, index + length, bodies)
                ]
        return found

    @staticmethod
    def _described(
        tokens: list[Token], text: str, post: Found, place: tuple[int, int], bodies: list[Found], *, listing: bool
    ) -> Found:
        """A post with whatever words describe it: "two lifeboat station managers"."""
        first, index = place
        if tokens[index].capital or (begins := described(tokens, first, index, bodies, listing=listing)) == first:
            return post
        start = tokens[begins].start
        return replace(post, start=start, text=text[start : post.end])

    def _singular(self, tokens: list[Token], text: str, index: int, end: int, bodies: list[Found]) -> list[Found]:
        first = self._left(tokens, index)
        before = [t.folded for t in tokens[max(first - 2, 0) : first]]
        anybody = " ".join(t.folded for t in tokens[index:end]) in self.anybody
        acts = _any_that_acts(tokens, first, end, anybody=anybody) or (anybody and _works(tokens, first, end))
        quantified = bool(before) and (before[-1] in self.quantifiers or acts)
        speaks = not index and tokens[0].folded == "representative" and spoken_for(tokens, end) > end
        if (tokens[index].capital and not (quantified or speaks)) or not _BEING.isdisjoint(before):
            return []
        if self.plurals.longest_at(tokens, end - 1):
            return []
        post = self._post(tokens, text, (first, end), bodies, weak=first == index)
        return [post] if quantified or speaks or not post.weak else []

    def _left(self, tokens: list[Token], index: int) -> int:
        first = index
        while first and index - first < 5:
            if self._narrows(tokens, first - 1):
                first -= 1
            elif first > 1 and first < index and self._pair(tokens, first):
                first -= 2
            else:
                break
        return first

    @staticmethod
    def _behind_body(tokens: list[Token], first: int, index: int, bodies: list[Found]) -> int:
        """Where a post begins behind a body's name, of which its first words are the end: "Northwick Forum members"."""
        inside = [b for b in bodies if b.start < tokens[first].start < b.end <= tokens[index].start and first < index]
        cut = [b for b in inside if fold(b.text.split()[0]) not in COUNTED]
        return index_after(tokens, cut[0].end) if cut else first

    @staticmethod
    def _pair(tokens: list[Token], first: int) -> bool:
        """Whether "external and" stands before "internal": two words that go together."""
        return tokens[first - 1].folded == "and" and {tokens[first - 2].folded, tokens[first].folded} in _PAIRS

    def _narrows(self, tokens: list[Token], index: int) -> bool:
        """Whether a word narrows the noun after it; of a name before it ("District Council elected ...") each does."""
        if tokens[index].acronym and not tokens[index].possessive and not tokens[index + 1].capital:
            return True
        named = tokens[index].capital and tokens[index].word and tokens[index + 1].folded in _OF_PLACES
        named = named and tokens[index].folded not in lexicon("words")["never_start"]
        sent = tokens[index].folded in _SENDING and tokens[index + 1].base.startswith("representative")
        return sent or tokens[index].folded in self.narrowing or (named and tokens[index + 1].capital)

    def _post(
        self, tokens: list[Token], text: str, place: tuple[int, int], bodies: list[Found], *, weak: bool
    ) -> Found:
        first, last = place
        end, owner = self._tail(tokens, last, bodies)
        weak = weak and (end == last or tokens[last - 1].base.removesuffix("s") == "member")
        if end == last and tokens[last - 1].base.startswith("representative"):
            end = spoken_for(tokens, last)
        start, stop = tokens[first].start, tokens[end - 1].end
        if tokens[end - 1].possessive and tokens[end - 1].word:
            stop -= len(tokens[end - 1].text) - len(tokens[end - 1].base)
        head = tokens[last - 1].base
        of_one = end == last or plain_field(tokens, last) > last
        scope = Scope.GENERIC if weak or head.endswith("s") or not of_one else Scope.LOCAL
        return Found(start, stop, EntityType.ROLE, text[start:stop], head, scope=scope, owner=owner, weak=weak)

    def _tail(self, tokens: list[Token], index: int, bodies: list[Found]) -> tuple[int, Place | None]:
        """Where "of a special school" or "from each of the District Councils" ends, with the body if it is one."""
        if index + 1 >= len(tokens) or tokens[index].folded not in _LEADING_TO or tokens[index - 1].possessive:
            return index, None
        if (end := of_no_body(tokens, index)) > index or (end := plain_field(tokens, index)) > index:
            return end, None
        first = index + 1
        while first < len(tokens) and self._steps_over(tokens[first]):
            first += 1
        body = starting(bodies, tokens, first)
        if body is not None and body.scope is Scope.GENERIC:
            return self._classes_behind(tokens, index_after(tokens, body.end), bodies), None
        if body is not None:
            return index_after(tokens, body.end), (body.start, body.end)
        pointed = tokens[first - 1].folded == "the" and first < len(tokens) and tokens[first].base in self.definite
        if pointed and tokens[index].folded == "of" and tokens[index - 1].base.removesuffix("s") == "member":
            return first + 1, (tokens[first].start, tokens[first].end)
        noun = first
        while noun < len(tokens) and tokens[noun].folded in self.body_narrowing:
            noun += 1
        length = self.body_nouns.longest_at(tokens, noun) if noun < len(tokens) else 0
        return (noun + length, None) if length and noun > first else (index, None)

    @staticmethod
    def _classes_behind(tokens: list[Token], end: int, bodies: list[Found]) -> int:
        """Where a list of sorts of bodies ends from which somebody comes: "from schools, nurseries and colleges"."""
        place = end
        while place + 1 < len(tokens) and tokens[place].text in {",", "and"}:
            first = place + 1 + (tokens[place].text == "," and tokens[place + 1].text in {"and", "other"})
            body = starting(bodies, tokens, first + (tokens[first].text == "other" if first < len(tokens) else 0))
            if body is None or body.scope is not Scope.GENERIC:
                return end
            closes, place = "and" in {t.text for t in tokens[place:first]}, index_after(tokens, body.end)
            if closes:
                return place
        return end

    @staticmethod
    def _steps_over(token: Token) -> bool:
        return token.folded in _DETERMINERS or token.text.isdigit()


def _stand_for_others(post: Found, tokens: list[Token], end: int) -> bool:
    """Whether it is those who are named after them that sit: "brings together representatives from the Council ..."."""
    follows = tokens[end].folded if end < len(tokens) else ""
    ranked = fold(post.text).removesuffix("representatives").split()
    return post.head == "representatives" and follows == "from" and _OF_RANK.issuperset(ranked)


def _leads_something(tokens: list[Token], index: int) -> bool:
    """Whether "leads" behind a body's name is what it does: "the Youth Board leads on the plan"."""
    if tokens[index].folded not in {"leads", "chairs", "heads", "co-chairs"} or index + 1 >= len(tokens):
        return False
    if not index:
        return tokens[1].folded in {*_POINTING, "on"}
    named, pointed = tokens[index - 1].capital, tokens[index + 1].folded in _POINTING
    told = tokens[index - 1].folded in {"also", "currently", "jointly", "who", "which", "he", "she", "it"}
    if told or (named and any(t.folded == "which" for t in tokens[max(index - 8, 0) : index])):
        return True
    beside = tokens[index - 1].text == "," or tokens[index - 1].folded == "and"
    leads_on = beside and tokens[index + 1].folded == "on"
    if (((named or beside) and pointed) or leads_on) and not tokens[index].capital:
        return True
    body = named and tokens[index - 1].base in lexicon("bodies")["heads"]
    return body and (tokens[index + 1].folded in _BEHIND_VERB or tokens[index + 1].capital)


def _any_that_acts(tokens: list[Token], first: int, end: int, *, anybody: bool) -> bool:
    """Whether "a member" is whoever it is that must: a sentence begins with it, or a modal verb or "who" follows.

    `anybody` says that "the" before it makes it nobody in particular either: "the complainant must".
    """
    if not first or tokens[first - 1].folded not in (_ANY | {"the"} if anybody else _ANY):
        return False
    return acts_next(tokens, first, end)


def _works(tokens: list[Token], first: int, end: int) -> bool:
    """Whether a heading tells whose work stands below it: "The role of a Governor", "Duties of the Trustee"."""
    before = [token.folded for token in tokens[max(first - 3, 0) : first]]
    ends = not any(token.word for token in tokens[end:])
    return ends and len(before) == _OF_AN and before[0] in _WORK and before[1] == "of" and before[2] in {*_ANY, "the"}


_OF_AN = 3
_WORK = frozenset({"role", "roles", "duties", "responsibilities", "functions", "job", "tasks"})
_OF_RANK = frozenset({"senior", "nominated", "named", "appropriate", "relevant", "key"})
"""What is said of representatives who still stand for those behind them."""
_ANY = {"a", "an"}
_POINTING = {"the", "a", "an", "its", "our", "their", "this", "both", "all", "it"}
_BEHIND_VERB = {"on", "the", "a", "an", "and", "its", "all", "this", "in", "up", "each", "their", "work", "delivery"}
_PAIRS = ({"internal", "external"}, {"voting", "non-voting"}, {"elected", "co-opted"}, {"primary", "secondary"})
_OF_PLACES = {"council", "school", "authority"}
_DETERMINERS = {
    "a", "an", "the", "each", "every", "any", "all", "both", "either", "of", "its", "their", "two", "three", "four",
    "five", "six", "seven", "eight", "nine", "ten",
}  # fmt: skip
