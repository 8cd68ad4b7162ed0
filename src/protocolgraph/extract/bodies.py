"""Names of bodies: capitalised names with a head noun, known names, kinds in lower case, classes."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from protocolgraph.extract.bare_bodies import bare_bodies
from protocolgraph.extract.body_tails import BodyTails, only_describes
from protocolgraph.extract.capitals import COUNTED, IN_PLACES, Capitals
from protocolgraph.extract.classes import ClassFinder
from protocolgraph.extract.found import Found, longest
from protocolgraph.extract.glossary import initials
from protocolgraph.extract.items import verb_forms
from protocolgraph.extract.known import ends_name
from protocolgraph.extract.local_bodies import AFTER_NAMES, LocalBodies, of_the_nation
from protocolgraph.extract.phrases import Phrases
from protocolgraph.extract.plain_groups import whole_line
from protocolgraph.extract.said_of import beside_its_name, says_what_it_is
from protocolgraph.extract.shared_nouns import several, two_apart
from protocolgraph.extract.tokens import Token, is_year
from protocolgraph.model import EntityType, Scope
from protocolgraph.vocab.lexicon import fold, lexicon

_UNITS = {"department", "service", "team", "unit", "directorate", "partnership"}
"""Heads that texts write in lower case behind a name in capitals."""
_STAFFED = {"service", "team", "unit"}
"""Those of them that an acronym may stand before, which tells what they do: "the AMHP service"."""
_GATHERED = frozenset({
    "group", "sub-group", "subgroup", "forum", "panel", "committee", "sub-committee", "subcommittee", "board",
    "network",
})  # fmt: skip
"""Heads of those who meet, in lower case behind a name in capitals: "Case Review group", or behind plain words."""
_SORTS_OF_GROUP = (["sub"], ["working"], ["steering"], ["reference"], ["task"], ["task", "and", "finish"])
"""What stands before "group" in lower case: "Missing Children sub group"."""
_OF_UNITS = {
    "manager", "managers", "leader", "leaders", "member", "members", "meeting", "meetings", "provider", "providers",
    "user", "users", "plan", "plans", "delivery", "level", "arrangements", "agreement", "approach", "working",
    "director", "lead", "head",
}  # fmt: skip
"""Nouns that make a unit's name only a description of something else: "Youth Justice service users"."""

_POSTS = frozenset({"chair", "vice-chair", "chairman"})
"""Posts that may stand before a body without a mark: "Independent Chair Northwick Children Board"."""
_LONGEST_SPELT = 6
"""Words before the head of a body whose first letters an acronym holds."""
_GROUP_OF_POSTS = 2
"""Words up to the head of a body that is named by a post: "Independent Chair Assurance Group"."""
_OF_SCHOOLS = frozenset({"improvement", "effectiveness", "admissions", "plan", "report"})
_NO_HEALTH_BODY = frozenset({"council", "police", "constabulary"})
"""Heads that no name has which begins with "NHS"."""
_SIGNED = frozenset({"date", "dated", "signed", "signature", "name", "tel", "email", "telephone", "office", "offices"})
"""Labels of a form, and where a body sits, which stand behind a name and are no part of it."""
_BEFORE_FORCES = frozenset({"the", "and", "or", "to", "from", "by", "with", "include", "includes", "including"})
_OWNED = frozenset({"subgroups", "subcommittees", "workstreams"})
"""Plurals behind a board's name that tell what groups it has."""
_LEGAL = frozenset({"plc"})
"""What companies write in lower case behind their name."""
_REGIONS = frozenset({"north", "south", "east", "west", "midlands"})
_TIMES = frozenset({"annual", "quarterly", "monthly", "extraordinary"})
"""What a meeting is and no body: "the Annual Parish Council meeting"."""
_QUANTIFIERS = frozenset({"each", "every", "any"})
"""Words that make a class of a name: "every Safeguarding Adults Board"."""


@dataclass(frozen=True, slots=True)
class BodyFinder:
    """Finds bodies in the tokens of a passage."""

    capitals: Capitals
    heads: Phrases
    weak: Phrases
    alone: Phrases
    kinds: Phrases
    leading: Phrases
    gatherings: Phrases
    never: Phrases
    forces: Phrases
    classes: ClassFinder
    local: LocalBodies
    tails: BodyTails

    @classmethod
    def load(cls, ordinary: Collection[str] = frozenset()) -> BodyFinder:
        """Return a finder with the lexicon's words, and the language's ordinary ones."""
        bodies, words = lexicon("bodies"), lexicon("words")
        singles = dict.fromkeys((*bodies["heads"], *bodies["weak_heads"], *lexicon("roles")["heads"]))
        capitals = Capitals(words, singles, bodies["inner"], ordinary)
        alone, leading = Phrases(bodies["alone"]), Phrases(bodies["leading"])
        return cls(
            capitals,
            Phrases(bodies["heads"]),
            Phrases(bodies["weak_heads"]),
            alone,
            Phrases(bodies["kinds"]),
            leading,
            Phrases(bodies["gatherings"]),
            Phrases(bodies["never"]),
            Phrases(bodies["forces"]),
            ClassFinder.load(),
            LocalBodies.load(capitals),
            BodyTails(capitals, alone, leading),
        )

    def find(self, tokens: list[Token], text: str) -> list[Found]:
        """Return the bodies named in a passage, none inside another."""
        named = [
            *self._spelt(tokens, text),
            *self._headed(tokens, text),
            *self._lower(tokens, text),
            *self._listed(tokens, text),
        ]
        named += [*self._plain(tokens, text), *self._forces(tokens, text), *bare_bodies(tokens, text)]
        local = self.local.find(tokens, _GATHERED)
        named += [_body(text, tokens[first:end], head) for first, end, head in local]
        if (whole := whole_line(tokens, _GATHERED, self.classes.vague)) is not None:
            named.insert(0, _body(text, tokens[slice(*whole)], tokens[whole[1] - 1].base))
        apart = [name for name in named if name.text != text[name.start : name.end]]
        classes = [name for name in self.classes.find(tokens, text) if not any(name.overlaps(one) for one in apart)]
        return longest([*classes, *named])

    def _lower(self, tokens: list[Token], text: str) -> list[Found]:
        """Units whose head stands in lower case behind a name: "Planning department", "Case Review group"."""
        found = []
        for index in range(1, len(tokens)):
            unit = tokens[index].text in _UNITS or tokens[index].base in _GATHERED
            if (
                not unit
                or tokens[index].capital
                or not self._own_name(tokens, noun := _noun_begins(tokens, index), index)
            ):
                continue
            first = self.capitals.left(tokens, noun)
            begins = first == 0 or not (tokens[first - 1].word or tokens[first - 1].text == ",")
            if noun - first > begins:
                weak = tokens[noun - 1].acronym
                found.append(_body(text, tokens[first : index + 1], tokens[index].base, weak=weak))
        return found

    def _plain(self, tokens: list[Token], text: str) -> list[Found]:
        """Those who meet, all in lower case: "the parent carer forum"; weak, for the words are ordinary."""
        found = []
        for index in range(1, len(tokens)):
            if tokens[index].base not in _GATHERED or tokens[index].capital:
                continue
            first = self._modifiers(tokens, index)
            while first < index and tokens[first].folded in self.classes.vague:
                first += 1
            kind = any(self.kinds.longest_at(tokens, n) == index + 1 - n for n in range(first, index))
            telling = any(t.folded not in self.classes.vague and t.folded != "and" for t in tokens[first:index])
            none = self.never.longest_at(tokens, first) == index + 1 - first or _compound(tokens, index)
            said = says_what_it_is(tokens, first) or beside_its_name(tokens, first, index)
            if telling and not none and not kind and not said:
                found.append(_body(text, tokens[first : index + 1], tokens[index].base, weak=True))
        return found

    def _spelt(self, tokens: list[Token], text: str) -> list[Found]:
        """Bodies in lower case that an acronym spells: "the community resilience partnership (CRP)"."""
        found = []
        for index in range(2, len(tokens) - 1) if "(" in text else ():
            short, last = tokens[index], _before_bracket(tokens, index)
            if not short.acronym or last < 0 or tokens[last].capital:
                continue
            if tokens[last].base not in self.heads.words or tokens[last].base.endswith("s"):
                continue
            for first in range(last - 1, max(last - _LONGEST_SPELT, 0) - 1, -1):
                if tokens[first].capital or not tokens[first].word:
                    break
                if initials(short.text, text[tokens[first].start : tokens[last].end]):
                    scope = self._scope(tokens, first, last + 1)
                    found.append(_body(text, tokens[first : last + 1], tokens[last].base, scope=scope))
                    break
        return found

    def _forces(self, tokens: list[Token], text: str) -> list[Found]:
        """ "the police", "Probation" of a list: weak, and only where no noun follows that it would describe."""
        found = []
        for index, length in self.forces.all_at(tokens).items():
            after = tokens[index + length] if index + length < len(tokens) else None
            ends = after is None or not after.word or after.folded in self.forces.words or after.folded in AFTER_NAMES
            before = tokens[index - 1] if index else None
            begins = before is None or not before.word or before.folded in _BEFORE_FORCES
            if begins and ends and (tokens[index].capital or (before and before.folded == "the")):
                found.append(_body(text, tokens[index : index + length], tokens[index].base, weak=True))
        return found

    def _modifiers(self, tokens: list[Token], index: int) -> int:
        """The first of the plain words of business that stand before a noun: "tenant involvement" of "... panel"."""
        first = index
        while first and index - first < 6:
            token = tokens[first - 1]
            opens = first == 1 or not token.capital
            if opens and token.word and self._of_business_word(token):
                first -= 1
            elif token.folded in {"and", "&"} and first > 1 and first < index and self._joins(tokens[first - 2]):
                first -= 2
            else:
                break
        return first

    def _joins(self, token: Token) -> bool:
        """Whether the word before "and" describes what follows too, and is no body of its own."""
        return self._of_business_word(token) and token.base not in self.capitals.heads

    def _of_business_word(self, token: Token) -> bool:
        word = token.base
        business = word in self.capitals.business or word in self.capitals.fields
        return business or word in self.classes.narrowing or word in self.capitals.persons

    def _own_name(self, tokens: list[Token], begins: int, index: int) -> bool:
        """Whether a capitalised word stands before a noun that is itself no body, nor the head of one."""
        before = tokens[begins - 1]
        below = tokens[index].base in _GATHERED and before.base in self.weak.words and tokens[begins - 2].capital
        known = self.alone.longest_at(tokens, begins - 1) or self.kinds.longest_at([before], 0)
        body = before.base in self.capitals.heads or known or (before.acronym and tokens[index].text not in _STAFFED)
        of_services = before.base == "services" and tokens[index].text in _UNITS
        body = body and not of_services and not (below and begins > 1)
        return before.capital and before.word and not before.possessive and not body and not _compound(tokens, index)

    def _headed(self, tokens: list[Token], text: str) -> list[Found]:
        found = []
        for index, length in self._head_places(tokens):
            last = index + length - 1
            first = self._restarted(tokens, self.capitals.left(tokens, index), index)
            first = self._of_place(tokens, _begun(tokens, first, index))
            first += first < index and tokens[last].base.endswith("s") and tokens[first].folded in COUNTED
            end = self.tails.end(tokens, last + 1)
            head = " ".join(t.base for t in tokens[index : last + 1])
            post = self._of_post(tokens, index)
            post = post or (length == self.weak.longest_at(tokens, index) and _holds_title(tokens[first:index]))
            post = post or _of_service(tokens, index) or only_describes(tokens, last)
            if post or (first == index and end == last + 1) or self.never.longest_at(tokens, first) == end - first:
                continue
            if end == last + 1 and tokens[last].text == "School" and self._only_first(tokens, end):
                continue
            several = self._several(tokens, text, first, index) if end == last + 1 else []
            found += several or [_body(text, tokens[first:end], head, scope=self._scope(tokens, first, end))]
        return found

    def _several(self, tokens: list[Token], text: str, first: int, index: int) -> list[Found]:
        """The bodies of "the Finance, Staffing and Premises Committees", each with the noun that they share."""
        words = " ".join(token.folded for token in tokens[first : index + 1]).removesuffix("s")
        if any(words.endswith(kind) for kind in self.kinds.words if " and " in kind):
            return []
        if found := several(tokens, text, (first, index), _GATHERED):
            return found
        apart = first > 3 and tokens[first - 3].capital and tokens[first - 3].base not in self.capitals.heads
        begin = self.capitals.left(tokens, first - 3) if apart else first
        return two_apart(tokens, text, begin, (first, index), _GATHERED)

    def _inside(self, tokens: list[Token], index: int, length: int) -> bool:
        """Whether a name known by itself is a word of a longer one here: "Local Government Pension Scheme"."""
        return bool(index) and self.never.longest_at(tokens, index - 1) > length

    def _of_post(self, tokens: list[Token], index: int) -> bool:
        """Whether a head is a word of a title: "Chief Executive", "Cabinet Member"."""
        after = tokens[index + 1].base if index + 1 < len(tokens) else ""
        if tokens[index].base == "executive":
            return after == "director" or tokens[index - 1].folded in {"chief", "non"}
        return tokens[index].base == "cabinet" and not tokens[index].possessive and after in {"member", "members"}

    def _only_first(self, tokens: list[Token], index: int) -> bool:
        """Whether what stands here goes on with a name that is no body's: "School Commissioner", "School Plan"."""
        after = tokens[index] if index < len(tokens) else None
        return after is not None and after.capital and (after.base in self.capitals.posts or after.base in _OF_SCHOOLS)

    def _of_place(self, tokens: list[Token], first: int) -> int:
        """Where "Northwick's Health and Wellbeing Board" begins: with the place that it is of, which is no body."""
        place = first - 1
        if place < 0 or not tokens[place].possessive or not tokens[place].capital or tokens[place].acronym:
            return first
        named = tokens[place].base in self.capitals.heads or self.alone.longest_at(tokens, place)
        start = self.capitals.left(tokens, place)
        inside = any(tokens[n].base in self.capitals.heads for n in range(start, place + 1))
        return first if named or inside else start

    @staticmethod
    def _scope(tokens: list[Token], first: int, end: int) -> Scope:
        """Whether a name is a class, as "every Safeguarding Board" is and "each Safeguarding Board meeting" is not."""
        before = first - 2 if first > 1 and tokens[first - 1].folded == "other" else first - 1
        any_one = before >= 0 and tokens[before].folded in _QUANTIFIERS and ends_name(tokens, end)
        return Scope.GENERIC if any_one else Scope.LOCAL

    def _head_places(self, tokens: list[Token]) -> list[tuple[int, int]]:
        """Return index and length of each capitalised head that no longer name of heads continues."""
        heads = sorted({**self.weak.all_at(tokens), **self.heads.all_at(tokens)}.items())
        named = ((index, length) for index, length in heads if tokens[index].capital or tokens[index].text in _LEGAL)
        own = (place for place in named if not self._of_another(tokens, place[0]))
        return [(index, length) for index, length in own if not self._runs_on(tokens, index, length)]

    def _of_another(self, tokens: list[Token], index: int) -> bool:
        """Whether a plural only tells what the body named right before it has: "the Northwick Board Sub Groups"."""
        first = index - 1 if index and tokens[index - 1].folded == "sub" else index
        noun = tokens[first].folded.replace("-", "")
        if noun == "sub" and first + 1 < len(tokens):
            noun += tokens[first + 1].base
        owner = tokens[first - 1] if first > 1 else None
        return noun in _OWNED and owner is not None and owner.capital and owner.base in self.heads.words

    def _runs_on(self, tokens: list[Token], index: int, length: int) -> bool:
        """Whether another capitalised head follows at once ("Trust Board"), so that this one is not the last."""
        if self.capitals.unbroken.longest_at(tokens, index):
            return True
        for place in range(index + length, min(index + length + 4, len(tokens))):
            if not (tokens[place].capital and tokens[place].word) or tokens[place - 1].possessive:
                return False
            if self._of_another(tokens, place):
                return False
            if self.heads.longest_at(tokens, place) or self.weak.longest_at(tokens, place):
                return True
        return False

    def _restarted(self, tokens: list[Token], first: int, head: int) -> int:
        """Where the last of several names begins that stand in one run: each begins with the same word.

        "Northwick Youth Council Northwick Health Board" is two names that no mark parts; so is "HM Government 2013
        Northwick Health Board", whose year ends the first.
        """
        first = first + 1 if tokens[first].folded in _TIMES and first < head else first
        if (length := self.leading.longest_at(tokens, first)) and first + length < head:
            end = self._local_name(tokens, first + length)
            if end < head and tokens[end].folded == "and":
                return end + 1
        if (second := self._behind_another(tokens, first, head)) > first:
            return second
        for place in range(head - 1, first, -1):
            if is_year(tokens[place]) and self._ends(tokens, first, place):
                return place + 1
        for place in range(first, min(first + 2, head)):
            if tokens[place].base in _POSTS and (place == first or head - place > _GROUP_OF_POSTS):
                return place + 1
        for place in range(head - 2, first + 1, -1):
            pairs = [[t.folded for t in tokens[n : n + 2]] for n in (place - 2, place)]
            if pairs[0] == pairs[1] and tokens[place].capital:
                return place
        for place in range(head - 1, first, -1):
            again = tokens[place].text == tokens[first].text
            if again and tokens[place].capital and tokens[place - 1].base in self.capitals.heads:
                return place
        return first

    def _behind_another(self, tokens: list[Token], first: int, head: int) -> int:
        """Where the second of two bodies begins whose first is known by itself: "Probation Service and X Police"."""
        length = self.alone.longest_at(tokens, first)
        if tokens[first].text == "NHS" and tokens[head].base in _NO_HEALTH_BODY:
            length = next((n - first for n in range(head - 1, first, -1) if tokens[n].folded == "and"), length)
            return first + length + 1 if length > 1 else first
        joined = first + length
        two = length and joined + 1 < head and tokens[joined].folded == "and"
        return joined + 1 if two and not (length == 1 and self._of_business_word(tokens[first])) else first

    def _ends(self, tokens: list[Token], first: int, place: int) -> bool:
        """Whether a name that begins here is a body's own before this place."""
        return tokens[place - 1].base in self.heads.words or self.alone.longest_at(tokens, first) == place - first

    def _local_name(self, tokens: list[Token], index: int) -> int:
        """Where "Healthwatch <Place>" ends: with the capitals that follow, up to a post or another body."""
        end = index
        while end < min(index + 3, len(tokens)) and (tokens[end].capital or tokens[end].folded in IN_PLACES):
            if tokens[end].folded in _SIGNED:
                break
            if tokens[end - 1].possessive or tokens[end].base in self.capitals.heads or tokens[end].acronym:
                return index
            if end > index and self.leading.longest_at(tokens, end):
                return end
            end += 1
        while end > index and not tokens[end - 1].capital:
            end -= 1
        return self._second_place(tokens, index, end)

    def _second_place(self, tokens: list[Token], index: int, end: int) -> int:
        """Where "London Borough of <Place> and <Place>" ends: with one more capitalised word, and no other."""
        if tokens[index - 1].folded != "of" or end + 1 >= len(tokens) or tokens[end].folded not in {"and", "&"}:
            return end
        second, after = tokens[end + 1], tokens[end + 2] if end + 2 < len(tokens) else None
        body = self.alone.longest_at(tokens, end + 1) or self.leading.longest_at(tokens, end + 1)
        place = second.capital and second.word and not second.acronym and second.base not in self.capitals.heads
        alone = after is None or not (after.capital and after.word) or bool(self.leading.longest_at(tokens, end + 2))
        return end + 2 if place and alone and not body else end

    def _listed(self, tokens: list[Token], text: str) -> list[Found]:
        found = []
        alone, kinds = self.alone.all_at(tokens), self.kinds.all_at(tokens)
        gatherings, leading = self.gatherings.all_at(tokens), self.leading.all_at(tokens)
        for index in sorted({*alone, *gatherings, *kinds, *leading}):
            token = tokens[index]
            if (
                (length := alone.get(index, 0))
                and (token.capital or (tokens[index + length - 1].capital and token.text != "local"))
                and not self._inside(tokens, index, length)
                and not (token.text == "NHS" and length == 1 and _described_by(tokens, index, 1))
            ):
                phrase = _phrase(tokens, index, length)
                length = _with_region(tokens, index, length)
                scope = Scope(self.alone.words.get(phrase, self.alone.words.get(tokens[index].folded, "local")))
                found.append(_body(text, tokens[index : index + length], tokens[index].base, scope=scope))
            if length := gatherings.get(index, 0):
                first = self.capitals.left(tokens, index) if token.capital else index
                found.append(_body(text, tokens[first : index + length], "meeting", weak=True))
            if length := kinds.get(index, 0):
                first = self._restarted(tokens, self.capitals.left(tokens, index), index + length - 1)
                first = self._of_place(tokens, _begun(tokens, first, index))
                head = tokens[index + length - 1].base
                if (
                    head not in self.capitals.heads
                    and head in self.capitals.fields
                    and _described_by(tokens, index, length)
                ):
                    continue
                scope = self._scope(tokens, first, index + length)
                found.append(_body(text, tokens[first : index + length], head, scope=scope))
            if (length := leading.get(index, 0)) and token.capital:
                end = self._local_name(tokens, index + length)
                if end == index + length and tokens[end - 1].folded == "of":
                    continue
                found.append(_body(text, tokens[index:end], tokens[index].base))
        return found


def _before_bracket(tokens: list[Token], index: int) -> int:
    """The index of what stands before a bracket that holds this token alone, or in quotation marks; -1 for none."""
    quoted = tokens[index - 1].text in {'"', "“", "‘", "'"} and index + 2 < len(tokens)
    first, end = (index - 2, index + 2) if quoted else (index - 1, index + 1)
    return first - 1 if first > 0 and tokens[first].text == "(" and tokens[end].text == ")" else -1


def _with_region(tokens: list[Token], index: int, length: int) -> int:
    """The words of a name known by itself with the region whose part of it is meant: "TUC South West"."""
    end = index + length
    while end < len(tokens) and tokens[end].capital and tokens[end].folded in _REGIONS:
        end += 1
    ends = end == len(tokens) or not (tokens[end].word and tokens[end].capital)
    return end - index if ends and not tokens[index + length - 1].possessive else length


def _noun_begins(tokens: list[Token], index: int) -> int:
    """Where "sub group", "working group" begins whose last word stands here."""
    before = [token.text for token in tokens[max(index - 3, 0) : index]]
    length = next((len(words) for words in _SORTS_OF_GROUP if before[-len(words) :] == words), 0)
    return index - length if length < index else index


def _compound(tokens: list[Token], index: int) -> bool:
    """Whether the noun here only describes the one after it: "service users"; or is a thing: "notice board"."""
    if tokens[index - 1].base == "notice":
        return True
    follows = tokens[index + 1] if index + 1 < len(tokens) and not tokens[index].possessive else None
    if follows is None:
        return False
    unit = follows.text in _UNITS or follows.base in _GATHERED
    return unit or (tokens[index].text in _UNITS and follows.base in _OF_UNITS)


def _begun(tokens: list[Token], first: int, head: int) -> int:
    """Where a safeguarding board's name begins without "Independent", which is said of its chair.

    Who chairs a safeguarding board is independent of it (Working Together 2013, chapter 3), not the board.
    """
    named = any(token.base == "safeguarding" for token in tokens[first:head])
    chaired = tokens[first].folded == "independent" and tokens[head].base in {"board", "partnership"}
    return first + 1 if named and chaired else first


def _holds_title(tokens: list[Token]) -> bool:
    """Whether a run of capitals is a post with its fields of work: "Executive Director Communities and Homes"."""
    return any(token.base in {"director", "manager", "officer"} for token in tokens)


def _described_by(tokens: list[Token], index: int, length: int) -> bool:
    """Whether a name only describes a noun behind it ("NHS bodies", "Public Health plan") or is somebody's field."""
    after = tokens[index + length] if index + length < len(tokens) else None
    noun = after is not None and after.word and after.folded not in AFTER_NAMES
    noun = noun and (after is None or after.capital or after.folded not in verb_forms())
    field = index > 1 and tokens[index - 1].folded == "in" and tokens[index - 2].base in lexicon("roles")["heads"]
    return field or (noun and not tokens[index + length - 1].possessive)


def _of_service(tokens: list[Token], index: int) -> bool:
    """Whether "Service" ends a title: "Head of Service for Children in Care"."""
    before = [token.base.removesuffix("s") for token in tokens[max(index - 2, 0) : index]]
    return tokens[index].base in {"service", "services"} and before == ["head", "of"]


def _phrase(tokens: list[Token], index: int, length: int) -> str:
    """The phrase as the word lists hold it, the last word without a possessive."""
    last = tokens[index + length - 1]
    words = [token.folded for token in tokens[index : index + length - 1]]
    return " ".join([*("and" if word == "&" else word for word in words), last.base])


def _body(text: str, tokens: list[Token], head: str, *, scope: Scope = Scope.LOCAL, weak: bool = False) -> Found:
    start, end = tokens[0].start, tokens[-1].end
    if tokens[-1].possessive and tokens[-1].base != "barnardo":
        end -= len(tokens[-1].text) - len(tokens[-1].base)
    name = text[start:end]
    if scope is Scope.LOCAL and of_the_nation(fold(name)):
        scope = Scope.NATIONAL
    return Found(start, end, EntityType.BODY, name, head, scope=scope, weak=weak)
