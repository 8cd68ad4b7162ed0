"""Names of reports, plans, strategies and other documents that bodies make, get or approve."""

from __future__ import annotations

from dataclasses import dataclass

from protocolgraph.extract.capitals import Capitals
from protocolgraph.extract.found import Found, longest
from protocolgraph.extract.phrases import Phrases
from protocolgraph.extract.tokens import Token
from protocolgraph.model import EntityType
from protocolgraph.vocab.lexicon import lexicon


@dataclass(frozen=True, slots=True)
class PublicationFinder:
    """Finds publications in the tokens of a passage."""

    capitals: Capitals
    heads: Phrases
    titles: Phrases
    never: Phrases

    @classmethod
    def load(cls) -> PublicationFinder:
        """Return a finder with the lexicon's words."""
        publications, words, bodies = lexicon("publications"), lexicon("words"), lexicon("bodies")
        stops = {**publications["heads"], **{head: None for head in bodies["heads"]}}
        return cls(
            Capitals(words, stops, bodies["inner"]),
            Phrases(publications["heads"]),
            Phrases(publications["titles"]),
            Phrases(publications["never"]),
        )

    def find(self, tokens: list[Token], text: str, bodies: list[Found]) -> list[Found]:
        """Return the publications named in a passage, none inside another."""
        found = []
        for index, token in enumerate(tokens):
            if self.never.longest_at(tokens, index):
                continue
            if length := self.titles.longest_at(tokens, index):
                first = self.capitals.left(tokens, index) if token.capital else index
                found.append(self._publication(tokens, text, (first, index + length), bodies))
            length = self.heads.longest_at(tokens, index)
            if length and token.capital:
                first = self.capitals.left(tokens, index)
                if first < index:
                    found.append(self._publication(tokens, text, (first, index + length), bodies))
        return longest(found)

    def _publication(
        self, tokens: list[Token], text: str, place: tuple[int, int], bodies: list[Found]
    ) -> Found:
        first, last = place
        start, end = tokens[first].start, tokens[last - 1].end
        return Found(
            start, end, EntityType.PUBLICATION, text[start:end], tokens[last - 1].base,
            owner=_owner(tokens, first, last, bodies),
        )  # fmt: skip


def _owner(tokens: list[Token], first: int, last: int, bodies: list[Found]) -> tuple[int, int] | None:
    """The body that a report is named after: "the NSCB Annual Report", "the Board's Annual Report", "... of the Board"."""
    end = tokens[last - 1].end
    for body in bodies:
        inside = body.start == tokens[first].start and body.end < end
        before = first > 0 and tokens[first - 1].possessive and body.start <= tokens[first - 1].start < body.end
        if inside or before:
            return body.start, body.end
    if last + 1 < len(tokens) and tokens[last].folded in {"of", "for"}:
        place = last + (2 if tokens[last + 1].folded == "the" else 1)
        for body in bodies:
            if place < len(tokens) and body.start == tokens[place].start:
                return body.start, body.end
    return None
