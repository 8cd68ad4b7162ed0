"""How far the name of a body reaches to the right of its head noun: "Department for Education", "Group on Ageing"."""

from __future__ import annotations

import re
from calendar import day_name, month_name
from dataclasses import dataclass

from protocolgraph.extract.capitals import Capitals
from protocolgraph.extract.phrases import Phrases
from protocolgraph.extract.title_words import before_terms
from protocolgraph.extract.tokens import Token
from protocolgraph.vocab.lexicon import lexicon

_TAIL_HEADS = {
    "board", "department", "ministry", "office", "council", "association", "federation", "institute", "centre",
    "court", "university", "school", "college", "bureau", "agency", "society", "company", "union", "trust", "church",
    "diocese", "archdiocese", "directorate", "executive", "inspectorate", "inquiry", "bank", "faculty", "consortium",
    "confederation", "alliance",
}  # fmt: skip
"""Heads whose name goes on with "of <Capitals>"; any head's name may go on with "for <Capitals>"."""
_LOOKING = {
    "on": {"appg", "group", "commission", "inquiry", "panel", "committee", "taskforce", "council", "conference"},
    "into": {"inquiry", "commission"},
    "against": {"forum", "partnership", "group", "coalition", "alliance", "network"},
}
"""Heads whose name goes on with what they look at: "Group on <Capitals>", "Forum against <Capitals>"."""
_PARTS = frozenset({"directorate", "department", "office", "executive"})
_OWNERS = frozenset({
    "council", "authority", "constabulary", "partnership", "police", "trust", "icb", "university", "institute",
    "college", "school", "academy", "association", "federation", "society", "foundation", "alliance",
})  # fmt: skip
"""Whose part a body is, which is named for itself: "Place Directorate of Northwick Council"."""
_ADDRESSES = frozenset({
    "hall", "house", "road", "street", "offices", "office", "place", "square", "park", "court", "lane", "avenue", "way",
    "hospital", "buildings", "building", "centre", "close", "drive",
})  # fmt: skip
"""What the address ends with that agreements put behind a party's name."""
_STUDIES = frozenset({"research", "studies", "study", "inquiry"})
_DATES = frozenset(name.lower() for name in (*month_name, *day_name))
"""Months and days, which follow "on" without being part of a name."""
_ON_AGENDAS = frozenset({"decision", "decisions", "discussion", "information", "approval", "noting", "action"})
"""What a part of an agenda is for: "For Decision" behind a name begins the next part."""
_SITTING = frozenset({"trustees", "directors", "governors", "management", "visitors", "deputies", "guardians"})
"""Who sits on a board, as its name says; what else comes after "Board of" is whose board it is."""

_SEATED = frozenset({"board", "council"})
"""Bodies named after those who sit on them."""

_CODE = re.compile(r"[A-Z]{1,2}\d{1,2}[A-Z]?")
"""The first half of a postcode."""
_LONGEST_ADDRESS = 20


_OF_MANY = frozenset({"association", "federation", "confederation"})
"""Bodies named after all sorts of their members: "Association of Tide, Quay and Mooring Boards"."""


@dataclass(frozen=True, slots=True)
class BodyTails:
    """Finds where names of bodies end."""

    capitals: Capitals
    alone: Phrases
    leading: Phrases

    def end(self, tokens: list[Token], index: int) -> int:
        """Return where the name ends when its head is followed by "of/for <Capitals>"; "(APPG)" may stand between."""
        bracket = [t.text for t in tokens[index : index + 3]]
        if len(bracket) == 3 and bracket[0] == "(" and bracket[2] == ")" and tokens[index + 1].acronym:
            end = self._named_after(tokens, index + 3, tokens[index - 1].base)
            return end if end > index + 3 else index
        known = self.alone.longest_at(tokens, index - 1)
        end = index - 1 + known if known > 1 else self._named_after(tokens, index, tokens[index - 1].base)
        return before_terms(tokens, index, end)

    def _named_after(self, tokens: list[Token], index: int, head: str) -> int:
        if index + 1 >= len(tokens) or tokens[index - 1].possessive:
            return index
        preposition, after = tokens[index].folded, tokens[index + 1]
        wanted = preposition == "for" or (preposition == "of" and head in _TAIL_HEADS)
        wanted = wanted or (head in _LOOKING.get(preposition, ()) and after.folded not in _DATES)
        if preposition == "of" and head == "office" and after.folded == "the":
            end = self.capitals.run(tokens, index + 2, lists=False)
            return end if end > index + 2 else index
        if head == "board" and preposition == "of" and after.folded not in _SITTING:
            return self._of_business(tokens, index + 1)
        if tokens[index].capital and after.folded in _ON_AGENDAS:
            return index
        seated = preposition == "of" and head in _SEATED and after.base in _SITTING
        if seated and (after.possessive or _of_another(tokens, index + 2)):
            return index + 2
        if wanted and after.capital and after.word and after.folded not in self.capitals.never_start:
            end = self.capitals.run(tokens, index + 1, lists=head in {"department", "ministry", "appg", *_OF_MANY})
            if head in _OF_MANY and not tokens[end - 1].base.endswith("s"):
                end = self.capitals.run(tokens, index + 1, lists=False)
            if preposition == "of" and self._sits_at(tokens, index, end):
                return index
            end = self._studied(tokens, end)
            if preposition == "of" and head in _PARTS and tokens[end - 1].base in _OWNERS:
                return index
            if preposition == "of" and _is_address(tokens, end):
                return index
            if preposition == "for":
                end = next((place for place in range(index + 1, end) if tokens[place].folded == "in"), end)
            return self._before_next(tokens, index + 1, end)
        return index

    @staticmethod
    def _sits_at(tokens: list[Token], index: int, end: int) -> bool:
        """Whether a council or trust stands before its address: "Northwick Council of Civic House"."""
        named = index > 1 and tokens[index - 2].capital and tokens[index - 2].folded != "the"
        return named and tokens[index - 1].base in {"council", "trust"} and tokens[end - 1].folded in _ADDRESSES

    def _studied(self, tokens: list[Token], end: int) -> int:
        """Where "Centre for Research on Slavery and Abuse" ends: with what is studied there."""
        if end + 1 < len(tokens) and tokens[end].folded in {"on", "into"} and tokens[end - 1].base in _STUDIES:
            return max(end, self.capitals.run(tokens, end + 1, lists=True))
        return end

    def _of_business(self, tokens: list[Token], index: int) -> int:
        """Where "Board of Education" ends, which is named after its business; "Board of X Trust" is the trust's."""
        end = self.capitals.run(tokens, index, lists=False)
        business = end > index and all(t.base in self.capitals.business for t in tokens[index:end] if t.capital)
        return end if business else index - 1

    def _before_next(self, tokens: list[Token], first: int, end: int) -> int:
        """Cut a tail that ran on over "and" into a body known by itself: "Department for Education and Ofsted"."""
        for place in range(first + 1, end):
            joined = tokens[place - 1].folded in {"and", "&", ","}
            if joined and self._whole(tokens, place, end):
                return place - 1
            if joined and (self.alone.longest_at(tokens, place) or self.leading.longest_at(tokens, place)):
                return place - 1
        return end

    def _whole(self, tokens: list[Token], place: int, end: int) -> bool:
        """Whether a name ends before the "and" in front of this place: "Association of Schools and Marlow Trust"."""
        several = self.capitals.owners
        own = tokens[end - 1].base in _OWNERS and end - place > 1
        return own or (tokens[place - 2].base in several and tokens[end - 1].base not in several)


_OF_PARTNERS = frozenset({"working", "arrangements", "agreement", "approach", "structure"})
"""What partners have, whoever they are: "Leadership and Partnership Arrangements"."""


_GRADES = frozenset({"senior", "principal", "strategic", "assistant", "deputy", "lead", "chief", "graduate", "junior"})
"""Of whom a post is told that is named by what it works for: "Principal Committee Manager"."""


def only_describes(tokens: list[Token], last: int) -> bool:
    """Return whether a head only describes what follows: "Marlow Police Area", "Senior Partnership Officer"."""
    head, before, after = tokens[last], tokens[last - 1], [token.folded for token in tokens[last + 1 : last + 3]]
    if last and before.folded in _GRADES and after and after[0] in lexicon("roles")["before_bodies"]:
        return tokens[last + 1].capital and not head.possessive
    if head.base == "police":
        return after[:1] in (["area"], ["station"], ["stations"]) or after == ["and", "crime"]
    if head.base == "partnership" and after and after[0] in _OF_PARTNERS:
        return bool(last) and (before.acronym or before.folded in {"and", "&"})
    if head.base == "council" and not head.possessive:
        return after[:1] in (["tax"], ["house"], ["houses"])
    return head.base == "co" and after[:1] == ["-"]


def _of_another(tokens: list[Token], index: int) -> bool:
    """Whether a name ends where it is told whose it is: "Board of Trustees | of Marlow Trust", a body by itself."""
    return index < len(tokens) and tokens[index].folded in {"of", "at", "for"}


def _is_address(tokens: list[Token], end: int) -> bool:
    """Whether words behind a name begin an address: a comma, and a postcode before the short name in a bracket."""
    behind = [token.text for token in tokens[end : end + _LONGEST_ADDRESS]]
    stop = next((n for n, text in enumerate(behind) if text in {"(", ";", "."}), 0)
    return bool(behind) and behind[0] == "," and any(_CODE.fullmatch(text) for text in behind[:stop])
