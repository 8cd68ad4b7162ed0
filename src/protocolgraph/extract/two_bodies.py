"""Two bodies that an "and" joins, of which the rest of the document knows one or both by themselves.

"Migrant Help and NCA Victim Team" is one name by its capitals; a paper that speaks of Migrant Help elsewhere means two.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from protocolgraph.extract.found import Found
from protocolgraph.extract.tokens import tokenize
from protocolgraph.extract.units import Key
from protocolgraph.model import EntityType, Scope
from protocolgraph.vocab.lexicon import fold, lexicon

_JOINED = re.compile(r" (?:and|&) ")
_FEWEST = 2
"""Words of a body by whose name alone the other is told."""
_OF_PLACES = frozenset({"north", "south", "east", "west", "great", "greater", "upper", "lower", "city", "mid", "st"})
"""Words that begin names of places of several words."""


@dataclass(frozen=True, slots=True)
class TwoBodies:
    """The names of a document that are two, each with the first of them."""

    first: Mapping[str, str]

    @classmethod
    def of(cls, found: Mapping[Key, Sequence[Found]]) -> TwoBodies:
        """Return those among the names of a document's passages."""
        bodies = {n.text for names in found.values() for n in names if _is_own(n)}
        known = {fold(name) for name in bodies}
        waiting = [name for name in sorted(bodies) if _JOINED.search(name)]
        two: dict[str, str] = {}
        while new := {name: first for name in waiting if name not in two for first in _first(name, known)}:
            two |= new
            known |= {fold(first) for first in new.values()}
        return cls(two)

    def parted(self, found: list[Found]) -> list[Found]:
        """Return names with each of these as the two that it is."""
        if not self.first or not any(name.text in self.first for name in found):
            return found
        return [one for name in found for one in self._each(name)]

    def _each(self, name: Found) -> Iterator[Found]:
        first = self.first.get(name.text) if name.type is EntityType.BODY else None
        if first is None or name.end - name.start != len(name.text):
            yield name
            return
        rest = _JOINED.split(name.text[len(first) :], maxsplit=1)[1]
        if len(first.split()) >= _FEWEST or not _is_of_business(first):
            head = tokenize(first)[-1].base
            yield replace(name, end=name.start + len(first), text=first, head=head)
        yield replace(name, start=name.end - len(rest), text=rest, owner=None)


def _is_own(name: Found) -> bool:
    return name.type is EntityType.BODY and not name.weak and name.scope is not Scope.GENERIC


def _first(name: str, known: Collection[str]) -> Iterator[str]:
    """The first of the two bodies that a name is, if it is two."""
    ends = [len(name) - len(kind) for kind in _joined_kinds() if f" {fold(name)}".endswith(f" {kind}")]
    for match in _JOINED.finditer(name, 0, min(ends, default=len(name))):
        left, right = name[: match.start()], name[match.end() :]
        behind = fold(right) in lexicon("bodies")["alone"] or (fold(right) in known and _tells(right))
        if fold(left) in known and _tells(left):
            two = behind or not _is_of_business(right)
        else:
            two = behind and (fold(left) in known or _is_of_business(left) or _is_no_place(left))
        if two:
            yield left
            return


def _joined_kinds() -> list[str]:
    """Kinds of bodies that hold an "and": "fire and rescue service"."""
    return [kind for kind in (*lexicon("bodies")["kinds"], *lexicon("bodies")["alone"]) if " and " in kind]


def _tells(name: str) -> bool:
    """Whether a name is one of its own, that no longer name is called by for short: "Wellbeing Board" is none."""
    tokens = [token for token in tokenize(name) if token.word]
    return len(tokens) >= _FEWEST and not _is_of_business(tokens[0].text)


def _is_no_place(name: str) -> bool:
    """Whether a name is of two words or more and no place that two boroughs' name might begin with."""
    words = fold(name).split()
    return len(words) >= _FEWEST and words[0] not in _OF_PLACES


def _is_of_business(name: str) -> bool:
    """Whether a name begins with a field of work, as what goes on with a longer name does: "Crime Panel"."""
    base = tokenize(name)[0].base
    words = (lexicon("topics")["topics"], lexicon("roles")["fields"], lexicon("words")["persons"])
    return any(base in known for known in words) or base in lexicon("bodies")["heads"]
