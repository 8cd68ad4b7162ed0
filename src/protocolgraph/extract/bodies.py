"""Names of bodies: capitalised names with a head noun, known names, kinds in lower case, classes."""

from __future__ import annotations

from dataclasses import dataclass

from protocolgraph.extract.capitals import Capitals
from protocolgraph.extract.found import Found, longest
from protocolgraph.extract.phrases import Phrases
from protocolgraph.extract.tokens import Token
from protocolgraph.model import EntityType, Scope
from protocolgraph.vocab.lexicon import lexicon

_TAIL_HEADS = {
    "board", "department", "ministry", "office", "council", "association", "federation", "institute", "centre",
    "court", "university", "school", "college", "bureau", "agency", "society", "company", "union", "trust",
}  # fmt: skip
"""Heads whose name goes on with "of <Capitals>"; any head's name may go on with "for <Capitals>"."""


@dataclass(frozen=True, slots=True)
class BodyFinder:
    """Finds bodies in the tokens of a passage."""

    capitals: Capitals
    heads: Phrases
    weak: Phrases
    alone: Phrases
    kinds: Phrases
    classes: Phrases

    @classmethod
    def load(cls) -> BodyFinder:
        """Return a finder with the lexicon's words."""
        bodies, words = lexicon("bodies"), lexicon("words")
        singles = {head: None for head in (*bodies["heads"], *bodies["weak_heads"], *lexicon("roles")["heads"])}
        return cls(
            Capitals(words, singles, bodies["inner"]),
            Phrases(bodies["heads"]),
            Phrases(bodies["weak_heads"]),
            Phrases(bodies["alone"]),
            Phrases(bodies["kinds"]),
            Phrases(bodies["classes"]),
        )

    def find(self, tokens: list[Token], text: str) -> list[Found]:
        """Return the bodies named in a passage, none inside another."""
        return longest([*self._headed(tokens, text), *self._listed(tokens, text)])

    def _headed(self, tokens: list[Token], text: str) -> list[Found]:
        found = []
        for index, length in self._head_places(tokens):
            last = index + length - 1
            first = self.capitals.left(tokens, index)
            end = self._tail(tokens, last + 1)
            head = " ".join(t.base for t in tokens[index : last + 1])
            post = tokens[index].base == "executive" and tokens[index - 1].folded == "chief"
            if post or (first == index and end == last + 1):
                continue
            found.append(_body(text, tokens[first : end], head))
        return found

    def _head_places(self, tokens: list[Token]) -> list[tuple[int, int]]:
        """Return index and length of each capitalised head that no longer name of heads continues."""
        places = []
        for index, token in enumerate(tokens):
            length = self.heads.longest_at(tokens, index) or self.weak.longest_at(tokens, index)
            if length and token.capital and not self._runs_on(tokens, index + length):
                places.append((index, length))
        return places

    def _runs_on(self, tokens: list[Token], index: int) -> bool:
        """Whether another capitalised head follows at once ("Trust Board"), so that this one is not the last."""
        last = min(index + 4, len(tokens))
        for place in range(index, last):
            if not (tokens[place].capital and tokens[place].word) or tokens[place - 1].possessive:
                return False
            if self.heads.longest_at(tokens, place) or self.weak.longest_at(tokens, place):
                return True
        return False

    def _tail(self, tokens: list[Token], index: int) -> int:
        """Return where the name ends when its head is followed by "of/for <Capitals>"."""
        if index + 1 >= len(tokens) or tokens[index - 1].possessive:
            return index
        preposition, after = tokens[index].folded, tokens[index + 1]
        wanted = preposition == "for" or (preposition == "of" and tokens[index - 1].base in _TAIL_HEADS)
        if preposition == "of" and tokens[index - 1].base == "office" and after.folded == "the":
            return self.capitals.run(tokens, index + 2, lists=False)
        if wanted and after.capital and after.word and after.folded not in self.capitals.never_start:
            return self.capitals.run(tokens, index + 1, lists=False)
        return index

    def _listed(self, tokens: list[Token], text: str) -> list[Found]:
        found = []
        for index, token in enumerate(tokens):
            if (length := self.alone.longest_at(tokens, index)) and token.capital:
                phrase = _phrase(tokens, index, length)
                scope = Scope(self.alone.words.get(phrase, self.alone.words.get(tokens[index].folded, "local")))
                found.append(_body(text, tokens[index : index + length], tokens[index].base, scope=scope))
            if length := self.kinds.longest_at(tokens, index):
                first = self.capitals.left(tokens, index)
                found.append(_body(text, tokens[first : index + length], tokens[index + length - 1].base))
            if length := self.classes.longest_at(tokens, index):
                head = tokens[index + length - 1].base
                found.append(_body(text, tokens[index : index + length], head, scope=Scope.GENERIC, weak=True))
        return found


def _phrase(tokens: list[Token], index: int, length: int) -> str:
    """The phrase as the word lists hold it, the last word without a possessive."""
    last = tokens[index + length - 1]
    return " ".join([*(token.folded for token in tokens[index : index + length - 1]), last.base])


def _body(
    text: str, tokens: list[Token], head: str, *, scope: Scope = Scope.LOCAL, weak: bool = False
) -> Found:
    start, end = tokens[0].start, tokens[-1].end
    if tokens[-1].possessive and tokens[-1].base != "barnardo":
        end -= len(tokens[-1].text) - len(tokens[-1].base)
    name = text[start:end]
    if scope is Scope.LOCAL and tokens[0].folded in {"national", "department", "ministry"}:
        scope = Scope.NATIONAL
    return Found(start, end, EntityType.BODY, name, head, scope=scope, weak=weak)
