"""Classes of bodies: "partner agencies", "every school", "the governing body of a maintained school".

A class is a plural noun with words that narrow it, a singular one after "each", "every" or "any", or
a kind of body that a statute describes ("the proprietor of an Academy school within the meaning of ...").
A noun alone or with a word that says little ("other agencies") is weak: it counts where a statement needs it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from protocolgraph.extract.found import Found
from protocolgraph.extract.phrases import Phrases
from protocolgraph.extract.tokens import Token, without_possessive
from protocolgraph.model import EntityType, Scope
from protocolgraph.vocab.lexicon import fold, lexicon

_LONGEST_DESCRIPTION = 8
_DEFINING = frozenset({
    ("within", "the"), ("as", "defined"), ("as", "established"), ("established", "under"), ("as", "set"),
    ("registered", "under"), ("approved", "under"),
})  # fmt: skip
"""How a list of agencies refers to the law: "NHS trusts within the meaning of section ..."."""
_PRINCIPAL = ["local", "authorities"]
"""A class that is told by law, however ordinary its words."""
_PRINCIPAL_KINDS = frozenset({
    "county", "district", "borough", "city", "metropolitan", "unitary", "town", "parish", "community", "voluntary",
    "statutory", "public", "private", "health", "housing", "primary", "secondary", "nursery", "special",
})  # fmt: skip
"""Kinds of which a list holds several before one noun."""
_ARTICLES = frozenset({"the", "a", "an"})
_LEADING = frozenset({
    "lead", "relevant", "host", "hosting", "appointing", "nominating", "constituent", "partner", "participating",
    "responsible", "placing", "commissioning", "referring", "outside",
})  # fmt: skip
"""What an agency is to others, which makes a name of it: "the lead agency"."""
_LED = frozenset({"agency", "authority", "organisation", "council", "body", "trust", "provider"})
_OF_ALL = frozenset({"all", "such"})
_ANY = frozenset({"a", "an"})
_OF_TWO = frozenset({"either", "neither"})
"""Words for those that the text has named."""
_GROUPS = frozenset({"committees", "sub-committees", "subcommittees", "panels", "sub-groups", "subgroups"})
"""Groups that are a class where a sentence says what they all do: "Committees shall keep minutes"."""
_TELLING_WHICH = frozenset({
    "the", "both", "these", "those", "our", "its", "their", "two", "three", "four", "five", "six", "and", "or",
    "other",
})  # fmt: skip
"""Words before groups that the text has named or names beside them."""
_GOING_ON = frozenset({"of", "with", "that", "appointed", "established", "so"})
"""What may part a body that begins its sentence from its verb: "A committee of the Council may"."""
_JOINING = frozenset({"and", "or", "&"})
_WHOLES = frozenset({"partnership", "board", "panel", "committee"})
"""What stands before "and" as a body of its own: "How the Board and Sub-Groups work"."""


@dataclass(frozen=True, slots=True)
class ClassFinder:
    """Finds classes of bodies in the tokens of a passage."""

    listed: Phrases
    plurals: Phrases
    singulars: Phrases
    narrowing: Mapping[str, Any]
    vague: Mapping[str, Any]
    quantifiers: Mapping[str, Any]
    described: Phrases
    ends: Mapping[str, Any]
    kinds: Phrases

    @classmethod
    def load(cls) -> ClassFinder:
        """Return a finder with the lexicon's words."""
        bodies = lexicon("bodies")
        return cls(
            Phrases(bodies["classes"]),
            Phrases(bodies["class_plurals"]),
            Phrases(bodies["class_singulars"]),
            bodies["narrowing"],
            bodies["vague"],
            bodies["quantifiers"],
            Phrases(bodies["described"]),
            bodies["description_ends"],
            Phrases({f"{kind}s": None for kind in bodies["kinds"] if not kind.endswith("s")}),
        )

    def find(self, tokens: list[Token], text: str) -> list[Found]:
        """Return the classes of bodies named in a passage; some may overlap."""
        found = []
        described, kinds, listed = (words.all_at(tokens) for words in (self.described, self.kinds, self.listed))
        plurals, singulars = self.plurals.all_at(tokens), self.singulars.all_at(tokens)
        for index in sorted({*described, *kinds, *listed, *plurals, *singulars}):
            if length := described.get(index, 0):
                found += self._described(tokens, text, index, length)
            length = kinds.get(index, 0)
            if length > 1 and kinds.get(index + 1, 0) != length - 1:
                start, stop = tokens[index].start, tokens[index + length - 1].end
                found.append(_generic(text, start, stop, tokens[index + length - 1].base, weak=False))
            elif length := max(length, listed.get(index, 0)):
                found.append(self._class(tokens, text, index, index + length))
            if length := plurals.get(index, 0):
                found += self._plural(tokens, text, index, length)
            elif length := singulars.get(index, 0):
                found += self._singular(tokens, text, index, length)
        return found

    def _plural(self, tokens: list[Token], text: str, index: int, length: int) -> list[Found]:
        """A plural with the words that narrow it, one of "all" or "such committees", or one that a statute defines."""
        first = self._left(tokens, index)
        every = first > 0 and tokens[first - 1].folded in _OF_ALL
        follows = tokens[index + length].folded if index + length < len(tokens) else ""
        told = index > 0 and tokens[index - 1].folded in _TELLING_WHICH
        acts = tokens[index].base in _GROUPS and (follows == "are" or acts_next(tokens, 0, index + length)) and not told
        taken = first < index or every or acts or self._defined(tokens, first, index + length)
        return [self._class(tokens, text, first, index + length)] if taken else []

    def _singular(self, tokens: list[Token], text: str, index: int, length: int) -> list[Found]:
        """A singular after "each" and the like, or "a committee" that acts; one named by its capitals is none.

        "the lead agency" is one too, though weak: which agency that is the text leaves open.
        """
        first = self._left(tokens, index)
        if self._defined(tokens, first, index + length):
            return [self._class(tokens, text, first, index + length)]
        before = tokens[first - 1] if first else None
        any_one = before is not None and before.folded in {*self.quantifiers, *_ANY} - _OF_TWO
        acts = any_one and first == index and _is_anyone(tokens, first, index + length)
        if before is None or (tokens[index].capital and not acts):
            return []
        named = self._class(tokens, text, first, index + length)
        if before.folded in self.quantifiers or acts:
            return [named]
        leading = before.folded in _ARTICLES and tokens[first].folded in _LEADING and tokens[index].base in _LED
        return [replace(named, weak=True)] if leading else []

    def _left(self, tokens: list[Token], index: int) -> int:
        """Return the index of the first narrowing word before a noun: "voluntary and community" of "... groups".

        "Partnership" narrows the noun right behind it alone: with more between, a name has ended there.
        """
        first = index
        while first and index - first < 6:
            if first < index and tokens[first - 1].folded == "partnership":
                break
            if tokens[first - 1].folded in self.narrowing or tokens[first - 1].acronym:
                first -= 1
            elif first > 1 and (self._joined(tokens, first - 1) or self._in_list(tokens, first, index)):
                first -= 2
            else:
                break
        return first

    def _joined(self, tokens: list[Token], index: int) -> bool:
        before, after = tokens[index - 1], tokens[index + 1]
        narrows = (
            after.folded not in self.vague
            and before.folded in self.narrowing
            and before.folded not in _WHOLES
            and (after.capital or index < 2 or not before.capital)
        )
        return tokens[index].folded in _JOINING and narrows

    def _in_list(self, tokens: list[Token], first: int, index: int) -> bool:
        """Whether a comma parts one more kind from those before the noun: "district, borough and city councils"."""
        kind = tokens[first - 2]
        joined = any(token.folded in _JOINING for token in tokens[first:index])
        return joined and tokens[first - 1].text == "," and kind.folded in _PRINCIPAL_KINDS

    @staticmethod
    def _defined(tokens: list[Token], first: int, end: int) -> bool:
        """Whether a passage that begins with this class says where the law defines it."""
        after = tuple(t.folded for t in tokens[end : end + 2])
        return first == 0 and after in _DEFINING

    def _class(self, tokens: list[Token], text: str, first: int, end: int) -> Found:
        telling = [t for t in tokens[first : end - 1] if t.folded not in self.vague and t.folded not in _JOINING]
        while telling and tokens[first].folded in self.vague:
            first += 1
        start, stop = tokens[first].start, tokens[end - 1].end
        stop -= len(tokens[end - 1].text) - len(tokens[end - 1].base)
        named = [token.folded for token in tokens[first:end]] == _PRINCIPAL
        weak = not telling and not named and not self._defined(tokens, first, end)
        return _generic(text, start, stop, tokens[end - 1].base, weak=weak)

    def _described(self, tokens: list[Token], text: str, index: int, length: int) -> list[Found]:
        """ "the proprietor of a 16-19 Academy", up to the words that say where the law defines it."""
        start = index + length
        if start + 1 >= len(tokens) or tokens[start].folded != "of":
            return []
        article = tokens[start + 1].folded in {"a", "an", "any"}
        end = start + 1 + article
        while end < len(tokens) and end - start <= _LONGEST_DESCRIPTION and self._describes(tokens, end):
            end += 1
        plural = tokens[index + length - 1].base.endswith("s")
        any_one = index > 0 and tokens[index - 1].folded in self.quantifiers
        registered = tokens[index].folded == "registered"
        if not (article or plural or any_one or registered or tokens[end - 1].folded.endswith("s")):
            return []
        while tokens[end - 1].folded in {*_JOINING, "of"}:
            end -= 1
        name = _generic(text, tokens[index].start, tokens[end - 1].end, tokens[index + length - 1].base, weak=False)
        return [name] if end > start + 1 + article else []

    def _describes(self, tokens: list[Token], index: int) -> bool:
        token, after = tokens[index], tokens[index + 1].folded if index + 1 < len(tokens) else ""
        if token.folded == "within" or tokens[index - 1].folded == "within":
            return (
                (token.folded, after) in {("within", "the"), ("within", "an")}
                and tokens[min(index + 2, len(tokens) - 1)].folded != "meaning"
            ) or token.folded in {"the", "an"}
        return token.word and token.folded not in self.ends


def acts_next(tokens: list[Token], first: int, end: int) -> bool:
    """Return whether a noun behind an article begins a sentence, or a modal verb, "who" or "which" follows."""
    follows = tokens[end].folded if end < len(tokens) else ""
    return first == 1 or follows in {*lexicon("modality")["modals"], "who", "which", "cannot"}


def _is_anyone(tokens: list[Token], first: int, end: int) -> bool:
    """Whether a noun behind an article is whichever such body it is: "a committee may", "the Chair of a committee".

    What stands in a list with others before the verb is told of by the verb of them all.
    """
    if first > 1 and tokens[first - 2].folded in {"and", "or", "of"}:
        return tokens[first - 2].folded == "of" and _is_chair(tokens[: first - 2])
    opens = first == 1 and end < len(tokens) and tokens[end].folded in _GOING_ON
    return opens or acts_next(tokens, 0, end)


def _is_chair(before: list[Token]) -> bool:
    """Whether words end in "the Chair", and not in "a chair", which is nobody's office."""
    roles = lexicon("roles")
    office = before[-1].base if before else ""
    named = len(before) == 1 or before[-2].folded not in _ANY
    return named and (office in roles["chairs"] or office in roles["deputies"])


def _generic(text: str, start: int, end: int, head: str, *, weak: bool) -> Found:
    name = without_possessive(text[start:end])
    return Found(start, start + len(name), EntityType.BODY, name, head, scope=Scope.GENERIC, weak=weak)


def kind_only(name: Found, text: str) -> bool:
    """Whether the words only tell a kind of body ("is a Sub Group of") or how many bodies ("Both Boards")."""
    if name.type is EntityType.BODY and fold(name.text).startswith("both ") and name.scope is Scope.GENERIC:
        return True
    words = set(fold(name.text).replace("-", " ").split())
    if name.type is not EntityType.BODY or not words <= _SAID_WORDS:
        return False
    before = text[max(name.start - _AROUND, 0) : name.start]
    if name.text[:1].isupper() and _LISTED.search(before):
        return False
    only = _SAID_TO_BE.search(before) or (words <= _KIND_WORDS and _ONE_OF_A_KIND.search(before))
    if only and _ACTS.match(text, name.end):
        return False
    return bool(only) and _SET_UP.match(text, name.end) is None


_AROUND = 90
"""Characters before a name that may hold what says that it only tells a kind."""
_LISTED = re.compile(r":\s+(?:an?\s[^.;:]{2,60}?(?:,|\band)\s+)?an?\s$")
"""Before one of those that a list names behind a colon: "at two levels: a Strategic Board and a Delivery Group"."""
_ONE_OF_A_KIND = re.compile(r"\b(?:an?|one of its|joint)\s$", re.IGNORECASE)
_SAID_TO_BE = re.compile(
    r"\b(?:(?:is|be|was|remains) (?:\w+ly |also |both |now )?an?"
    r"|(?<!members )(?<!there )(?:are|were|remain)(?: \w+ly| all| both| now)?)\s"
    r"(?:(?!(?:of|to|for|on|in|by|with|from|at|and|that|which|not|no|a|an|the)\b)[\w-]+,?\s){0,4}$",
    re.IGNORECASE,
)
"""Before the kind of what a sentence is about, whatever else is said of it first: "is a high level, strategic"."""
_ACTS = re.compile(r"(?: of [^,;.]{2,60}?)? (?:may|shall|must|will|should|cannot|can)\b(?! (?:not )?be\b)")
"""What tells what any such body does: "A committee may appoint"."""
_SET_UP = re.compile(
    r",?\s+(?:be (?:set up|established|formed|convened|created|appointed)|was (?:set up|established|formed)"
    r"|consisting of|comprising|to comprise|made up of"
    r"|of (?:two|three|four|five|six|seven|eight|\d+) (?:\w+ )?(?:members|councillors))\b",
    re.IGNORECASE,
)
"""What tells of one group that a meeting sets up, of whatever kind: "that a Task and Finish Group be set up"."""
_KIND_WORDS = {
    "sub", "group", "groups", "committee", "working", "party", "panel", "board", "task", "and", "finish", "joint",
    "standing", "statutory", "formal", "advisory", "steering", "partnership", "forum", "strategic", "key",
}  # fmt: skip
_SAID_WORDS = _KIND_WORDS | {
    "executive", "body", "bodies", "committees", "boards", "partnerships", "forums", "panels", "organisation",
    "organisations", "nhs", "multi", "agency", "high", "level", "independent", "public", "corporate",
}  # fmt: skip
"""More such words, of what something is said to be: "an Executive Group" by itself may be a name."""
