"""The grammar of capitalised names: how far a name reaches to the left and right of its head noun.

"Housing, Health and Social Care Partnership Board" holds a comma and an "and"; "the Council,
the Select Commission and the Board" is three names. What decides: a determiner or a lower-case
word ends a name; a head noun before "and" ends it too, unless longer names usually hold it; a
comma belongs to a name only in "X, Y and Z <head>".
"""

from __future__ import annotations

import re
from calendar import day_name, month_name
from collections.abc import Collection, Mapping
from typing import Any

from protocolgraph.extract.glossary import initials
from protocolgraph.extract.listed_work import lists_work
from protocolgraph.extract.phrases import Phrases
from protocolgraph.extract.run_together import behind_post
from protocolgraph.extract.title_words import behind_terms
from protocolgraph.extract.tokens import Token, is_no_name, is_year, numbers_name
from protocolgraph.vocab.lexicon import Lexicon, lexicon

COUNTED = frozenset({"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "both"})
"""What only counts the several behind it."""
_INNER_CONNECTORS = {"and", "&", "and/or", "after", "in", "of", "for", "with", "to", "but", "from", "at"}
_LONG = 5
"""Words behind the comma of three places before a noun that only names a body with two words more."""
_BEFORE_PLACES = {"the", "of", "at", "for", "to", "by", "with", "from"}
"""Small words behind which a name begins that three places share."""
IN_PLACES = {"upon", "on", "under", "by", "le", "cum", "next", "juxta"}
"""Words inside names of places: "Kingston upon Thames", "Stoke on Trent"."""
_AT = frozenset({"risk", "home", "work"})
"""What a name says that people are at: "Adults at Risk Panel"."""
_NAMING = frozenset({"membership", "supporting", "promoting", "managing", "reporting"})
"""Words that an article, or "and" with a group's noun behind, makes part of a name, though they also begin items."""
_AIMS = {"preparing", "learning", "working", "caring", "ageing", "living", "safeguarding", "growing", "moving"}
"""What a name that is all of an item may begin with: "Preparing for Adulthood Group – chaired by ..."."""
_PRINCIPAL = {"borough", "city", "county", "district", "metropolitan", "unitary", "parish", "town"}
"""Words before "Council" that make a council's name, which "and" parts from the body before it."""
_DOING = re.compile(
    r"(?:ment|tion|sion|ance|ence|ing|ency|review|work|role|list|schedule|objective|purpose|remit"
    r"|progress|responsibilit(?:y|ie)|power|dutie|minute)s?$"
)
"""What is done to a body or by it, no part of its name: "Review of Partnerships", "Participation in Boards"."""
_DOING_NAMES = {"prevention", "protection", "institution", "association", "federation", "corporation", "riding"}
_DATES = frozenset(name.lower() for name in (*month_name[1:], *day_name))
_WITHOUT_FIELDS = {"icb", "ccg", "council", "constabulary", "police", "university", "hospital", "infirmary"}
"""Heads of names that a place begins and no list of fields: "Director of Nursing, Marsh and Vale ICB"."""
_OF_PEOPLE = {"voice", "voices", "rights", "lives", "friends"}
"""What a name says is people's: "Voice of the Child Group"."""
_GROWN = "adulthood"
"""What some names say that people are prepared for: "Preparation for Adulthood Board"."""
_OFFICES = {"office", "department", "directorate", "service", "services", "unit", "team"}
"""Units that are named after a post: "Chief Executive's Service"."""
_SEPARATE = {"partnership", "college", "trust", "university", "executive", "hospital", "service", "centre"}
"""Words inside names that may end one before "and": "Marsh Wildlife Partnership and Vale Angling Forum"."""
_SMALL_WORDS = 3
"""So many small words may stand among those that an acronym spells."""
_BEGINNING = frozenset({"HM", "NHS", "UK"})
"""What begins a name wherever it stands."""
_LESS_THAN_NATIONAL = frozenset({"local", "regional", "international", "sub-national"})
"""What stands before "and National" in one name; before all else the nation's body is another one."""
_PREFIXES = frozenset({"multi", "inter"})
"""What a dash joins to the word behind it, whatever spaces stand around it."""
_SECTION = re.compile(r"[Ss]\.?\d+")
"""A section of a law that a group is named after."""
_OF_CHURCHES = frozenset({"school", "academy", "college", "federation"})
"""What a church has: "Church of England Academy"."""
_OPENING = frozenset({"as", "if", "when", "since", "while", "although", "because", "between"})
"""What stands in no name: it begins a sentence behind a heading on its line, "FOREWORD As Chair of the Board", or parts
a paper from whose it is, "PROTOCOL BETWEEN THE BOARDS"."""
_COMPASS = frozenset({"north", "south", "east", "west", "greater"})
"""Words that begin names of places."""
_OF_SERVICES = frozenset({"early", "help", "social", "public", "the"})
"""What else services are called by."""
_NAMED_BY_WORK = frozenset({
    "committee", "sub-committee", "subcommittee", "board", "panel", "group", "sub-group", "team", "service", "forum",
    "partnership", "unit", "network", "department", "directorate",
})  # fmt: skip
"""Heads that a word of work may stand before which no list holds: "Community Safety and Streetscene Committee"."""
_SERVICE = 2
"""Words of a service that goes by its field, at the least."""
_ENDINGS = ("s", "es", "ing", "ed", "d")
_WHOLE_NAME = 3
"""Words on either side of an "and" that make two names."""
_BY_A_WORD = frozenset({"police", "probation"})
"""Public services that go by a word alone, which is no field of another's work right behind "and"."""
_SEATED = {"officer", "member", "officers", "members", "staff", "governor", "employer", "employee"}
"""Two sorts of people who sit together: "Member and Officer Working Group"."""
_NAMED_COUNCIL = 4
"""Words from an "and" to the end of a council's name."""
_LONGEST = 12
"""Words that a name may have before its head: longer ones are sentences."""


def _council(tokens: list[Token], head: int) -> bool:
    """Whether a council's own name ends here: "... Borough Council"."""
    kind = head if tokens[head].folded in _PRINCIPAL else head - 1
    return tokens[kind].folded in _PRINCIPAL and kind + 1 < len(tokens) and tokens[kind + 1].base == "council"


def _another_council(tokens: list[Token], index: int, head: int) -> bool:
    """Whether "and <Place> Council" stands behind a police force, which no council's name holds."""
    return tokens[head].base == "council" and head - index <= _NAMED_COUNCIL


class Capitals:
    """Finds the edges of capitalised names with the word lists given."""

    def __init__(
        self,
        words: Lexicon,
        heads: Mapping[str, Any],
        inner: Mapping[str, Any],
        ordinary: Collection[str] = frozenset(),
    ) -> None:
        self.ordinary = ordinary
        """The language's ordinary words; none where they are not known."""
        self.never_start = words["never_start"]
        self.determiners = words["determiners"]
        self.persons = words["persons"]
        self.heads = heads
        self.posts = lexicon("roles")["heads"]
        self.business = lexicon("topics")["topics"]
        self.fields = lexicon("roles")["fields"]
        self.topics = {**lexicon("people")["not_names"], **self.fields}
        self.owners = lexicon("bodies")["plurals"]
        self.papers = {**lexicon("publications")["heads"], **lexicon("modality")["lead_nouns"]}
        self.told = {*self.papers, *words["told_of"]}
        self.inner = inner
        self.kinds = Phrases({**dict.fromkeys(lexicon("bodies")["kinds"]), **lexicon("bodies")["alone"]})
        self.unbroken = Phrases(dict.fromkeys(lexicon("bodies")["unbroken"]))

    def left(self, tokens: list[Token], head: int) -> int:
        """Return the index of the first token of the name whose head stands at this index."""
        first, index = head, head - 1
        while index >= 0 and head - index <= _LONGEST:
            token = tokens[index]
            if self._belongs(tokens, index):
                first, index = index, index - 1
            elif (
                (token.folded in _INNER_CONNECTORS and self._crosses(tokens, index, first, head))
                or (token.text == "," and self._list_comma(tokens, index, head))
                or self._in_place(tokens, index, first)
            ):
                index -= 1
            elif self._own_acronym(tokens, index):
                index -= 3
            elif self._of_people(tokens, index, first):
                index -= 2
            elif self._slashed(tokens, index, first):
                index -= 1
            else:
                break
        while first < head and (is_year(tokens[first]) or tokens[first].text == ","):
            first += 1
        first = behind_terms(tokens, first, head)
        first = behind_post(tokens, first, head, self._of_no_language, lambda token: self._of_business(token.base))
        before = tokens[first - 1] if first else None
        section = before is not None and tokens[first].text.isdigit() and before.text == "Section"
        return first - (
            section or (before is not None and first < head and _SECTION.fullmatch(before.text) is not None)
        )

    def _slashed(self, tokens: list[Token], index: int, first: int) -> bool:
        """Whether a slash joins two words of one name: "Moorland/Fenland Joint Committee"."""
        if tokens[index].text != "/" or not index or first != index + 1 or not self._belongs(tokens, index - 1):
            return False
        before, after = tokens[index - 1], tokens[first]
        close = before.end == tokens[index].start and tokens[index].end == after.start
        return close and before.base not in self.heads and after.base not in self.heads

    def _own_acronym(self, tokens: list[Token], index: int) -> bool:
        """Whether a bracket closes here that abbreviates what a name is about: "... Disabilities (SEND) Board"."""
        bracket = [token.text for token in tokens[max(index - 2, 0) : index + 1 : 2]]
        if bracket != ["(", ")"] or not tokens[index - 1].acronym or not self._belongs(tokens, index - 3):
            return False
        if tokens[index - 3].base in self.heads:
            return False
        return tokens[index - 3].base in self.business or self._spells(tokens, index - 1)

    def _spells(self, tokens: list[Token], short: int) -> bool:
        """Whether the capitalised words before a bracket have its letters: "Safeguarding Adults Review (SAR) Panel"."""
        letters = tokens[short].text
        starts = range(max(short - 1 - len(letters) - _SMALL_WORDS, 0), short - 2)
        words = (tokens[start : short - 1] for start in starts if tokens[start].capital)
        return any(initials(letters, " ".join(word.text for word in run), fewest=2) for run in words)

    @staticmethod
    def _of_people(tokens: list[Token], index: int, first: int) -> bool:
        """Whether "of the" stands inside a name here: "Voice of the Child Group"."""
        said = [token.text for token in tokens[max(index - 1, 0) : index + 1]] == ["of", "the"]
        whose = tokens[index - 2] if said and index > 1 else None
        return whose is not None and first == index + 1 and whose.capital and whose.folded in _OF_PEOPLE

    def _belongs(self, tokens: list[Token], index: int) -> bool:
        token = tokens[index]
        if not token.word or token.folded in self.determiners:
            return token.text == "All" and index + 1 < len(tokens) and tokens[index + 1].text == "Party"
        if token.possessive and not self._named_after(tokens, index):
            return False
        if token.folded in _DATES or (token.folded in self.never_start and not self._inside(tokens, index)):
            before, group = tokens[index - 1].folded if index else "", {t.base for t in tokens[index + 1 : index + 2]}
            joins = before in {"and", "&"} and tokens[index - 2].capital and group <= _NAMED_BY_WORK
            named = token.folded in _NAMING and token.capital and (before == "the" or joins)
            return named or self._paired(tokens, index)
        return token.capital or (token.text[0].isdigit() and index > 0 and tokens[index - 1].capital)

    def _paired(self, tokens: list[Token], index: int) -> bool:
        """Whether "Membership" begins a passage and a group's name: "Membership and Pay Panel"."""
        pair = tokens[index : index + 4]
        pair = [*pair[:1], *tokens[index + 2 : index + 5]] if len(pair) > 1 and pair[1].capital else pair
        if index or len(pair) <= _WHOLE_NAME or pair[0].folded != "membership" or pair[1].folded not in {"and", "&"}:
            return False
        return pair[2].base in self.business and pair[3].capital and pair[3].base in self.heads

    def _named_after(self, tokens: list[Token], index: int) -> bool:
        """Whether a possessive belongs to a name: people's ("Foster Carers' Association"), not a body's.

        "The Council of Governors' Audit Group" is a group of that council.
        """
        token = tokens[index]
        governing = index > 1 and tokens[index - 1].folded == "of" and tokens[index - 2].base in self.heads
        if governing and token.text[-1] in "'’":
            return False
        saint = index > 0 and tokens[index - 1].folded.rstrip(".") in {"st", "saint"}
        after = tokens[index + 1] if index + 1 < len(tokens) else None
        chief = token.base == "executive" and index > 0 and tokens[index - 1].folded == "chief"
        post = chief or token.base in self.posts
        office = after is not None and after.capital and post and after.base in _OFFICES
        return (
            saint or office or token.base in self.persons or (token.text[-1] in "'’" and token.base not in self.owners)
        )

    def _inside(self, tokens: list[Token], index: int) -> bool:
        """Whether a word that usually only begins a sentence stands inside a capitalised run."""
        if tokens[index].folded in _OPENING:
            return False
        return index > 0 and tokens[index - 1].capital and tokens[index - 1].folded not in self.never_start

    def _in_place(self, tokens: list[Token], index: int, first: int) -> bool:
        """Whether "upon" stands between the words of a place, or the hyphen of a broken line between two halves."""
        if not index or first != index + 1 or not self._belongs(tokens, index - 1):
            return False
        before, token = tokens[index - 1], tokens[index]
        broken = token.text in "-‐‑" and before.end == token.start
        broken = broken or (token.text in "-‐‑–" and before.folded in _PREFIXES)
        plain = before.base not in self.heads and before.base not in self.inner and not before.text[0].isdigit()
        return broken or (
            token.text in IN_PLACES
            and plain
            and tokens[first].base not in self.heads
            and not _DOING.search(before.base)
            and not (token.text == "by" and before.base.endswith("ed"))
        )

    def _crosses(self, tokens: list[Token], index: int, first: int, head: int) -> bool:
        """Whether the connector at this index joins two parts of one name."""
        before = tokens[index - 1] if index else None
        if before is None or not self._belongs(tokens, index - 1) or first != index + 1:
            return False
        joins = tokens[index].folded in {"and", "&"}
        if joins and (self._begins_again(tokens, index) or (before.base in self.inner and _council(tokens, head))):
            return False
        if joins and tokens[first].text == "National" and before.folded not in _LESS_THAN_NATIONAL:
            return False
        two = tokens[first].text in _BEGINNING or self._two_names(tokens, index, head)
        if joins and (two or self._behind_service(tokens, index, head)):
            return False
        if joins and before.acronym and self._two_sorts(tokens, index, head):
            return True
        if joins and {before.base, tokens[index + 1].base} <= _SEATED and tokens[head].base not in self.posts:
            return True
        if joins and before.base == tokens[head].base and index > 1 and self._belongs(tokens, index - 2):
            return False
        connector = tokens[index].folded
        if connector == "of" and before.base == "church" and tokens[head].base in _OF_CHURCHES:
            return True
        if connector in {"from", "at"}:
            at_risk = connector == "at" and tokens[first].folded in _AT and before.base in self.persons
            gone = before.folded == "missing" or (first < head and self._doing(tokens, index, head))
            return at_risk or (connector == "from" and gone)
        if connector in {"for", "with", "in"} and first < head and self._doing(tokens, index, head):
            return True
        if connector in {"for", "to"} and tokens[first].folded == _GROWN:
            return True
        if connector in {"of", "for", "with", "to", "in"}:
            doing = _DOING.search(before.base) and before.base not in _DOING_NAMES
            named = before.base not in self.heads and before.base not in self.inner and not doing
            named = named and before.base not in self.told and before.base.removesuffix("s") not in self.posts
            if connector == "in" and self._titled(tokens, index):
                return False
            return named and (connector in {"of", "in"} or (connector == "for" and self._begins(tokens, index - 1)))
        if (
            before.acronym
            and before.folded not in self.business
            and not all(t.text.isupper() for t in tokens if t.word)
        ):
            return False
        if before.base == "police" and _another_council(tokens, index, head):
            return False
        if joins and self._of_services(tokens, index, head):
            return False
        if self._leading_plural(tokens, index):
            return True
        if before.base in self.business and not (index > 1 and self._belongs(tokens, index - 2)):
            return True
        head = before.base in self.heads or before.base.removesuffix("s") in self.heads
        return not head or before.base in self.inner

    def _two_sorts(self, tokens: list[Token], index: int, head: int) -> bool:
        """Whether two acronyms of work, none of a body, tell what a panel is for: "SAR and DHR Panel"."""
        pair = (tokens[index - 1], tokens[index + 1])
        plain = pair[1].acronym and index + 2 == head and not (index > 1 and self._belongs(tokens, index - 2))
        return plain and not any(self.kinds.longest_at([token], 0) for token in pair)

    def _of_services(self, tokens: list[Token], index: int, head: int) -> bool:
        """Whether public services that go by a word stand on both sides, or one of them and a body that is known by
        itself: "Police and Probation", "Police and Local Authority".
        """
        if index + 1 == head:
            return tokens[head].base in _BY_A_WORD
        whole = self.kinds.longest_at(tokens, index + 1) == head - index
        whole = whole or [token.base for token in tokens[index + 1 : head + 1]] == ["local", "authority"]
        return whole and tokens[index - 1].base in _BY_A_WORD

    def _two_names(self, tokens: list[Token], index: int, head: int) -> bool:
        """Whether a whole name ends before the "and" and another follows, as either is long enough to be one."""
        if tokens[index - 1].base not in _SEPARATE or head - index < _WHOLE_NAME:
            return False
        first = self._run_begins(tokens, index - 1)
        own = any(t.base not in self.business and t.base not in self.fields for t in tokens[first : index - 1])
        return own and index - first >= _WHOLE_NAME

    def _run_begins(self, tokens: list[Token], first: int) -> int:
        """Where the run of words begins that belong to a name together with the word that stands here."""
        while first and self._belongs(tokens, first - 1):
            first -= 1
        return first

    def _behind_service(self, tokens: list[Token], index: int, head: int) -> bool:
        """Whether a service that goes by its field stands before "and", and a place begins the name behind it.

        "Adult Social Care and Northwick Hospital" is two: no name of a body has its place in the middle.
        """
        place = tokens[index + 1]
        compass = place.folded in _COMPASS and tokens[index + 2].base not in self.business
        group = index + 2 == head and tokens[head].base in _NAMED_BY_WORK
        if index + 1 >= head or group or not (compass or self._of_no_language(place)):
            return False
        first = self._run_begins(tokens, index)
        words = [token.base for token in tokens[first:index]]
        return len(words) >= _SERVICE and all(self._of_business(word) for word in words)

    def _of_no_language(self, token: Token) -> bool:
        """Whether a word is a name and no word of the language."""
        word = token.base
        known = any(word in self.ordinary or word.removesuffix(end) in self.ordinary for end in _ENDINGS)
        return bool(self.ordinary) and word.isalpha() and not token.acronym and not known and word not in self.business

    def _of_business(self, word: str) -> bool:
        return any(word in words for words in (self.business, self.fields, self.persons, self.heads, _OF_SERVICES))

    @staticmethod
    def _doing(tokens: list[Token], index: int, head: int) -> bool:
        """Whether a name begins with what it is for: "the Preparing for Adulthood Group"."""
        before = tokens[index - 1]
        if index > 1:
            return before.folded.endswith("ing") and tokens[index - 2].folded == "the"
        return before.folded in _AIMS and (head + 1 == len(tokens) or not tokens[head + 1].word)

    def _begins_again(self, tokens: list[Token], index: int) -> bool:
        """Whether a second name begins behind "and" with the place of the first: "Marlow Police and Marlow College"."""
        first = self._run_begins(tokens, index - 1)
        return first < index - 1 and tokens[first].folded == tokens[index + 1].folded

    def _titled(self, tokens: list[Token], index: int) -> bool:
        """Whether a post stands in the run that ends here: "Executive Director Transparency in ..."."""
        place = index - 1
        while place >= 0 and tokens[place].capital:
            if tokens[place].base in self.posts:
                return True
            place -= 1
        return False

    def _begins(self, tokens: list[Token], index: int) -> bool:
        """Whether a name begins with this field of business: "Support" of "the Support for Carers Group"."""
        before = tokens[index - 1] if index else None
        begins = before is None or not before.word or before.folded in self.determiners
        return begins and tokens[index].base in self.business

    def _leading_plural(self, tokens: list[Token], index: int) -> bool:
        """Whether a plural of bodies is what a name begins with: "Partnerships & Training Group"."""
        before = tokens[index - 1]
        return (
            tokens[index].folded == "&"
            and before.base in self.owners
            and not (index > 1 and self._belongs(tokens, index - 2))
        )

    def _list_comma(self, tokens: list[Token], comma: int, head: int) -> bool:
        """Whether a comma stands in "X, Y and Z <head>": between it and the head an "and", no other head."""
        if comma and self.unbroken.longest_at(tokens, comma - 1):
            return True
        between = tokens[comma + 1 : head]
        joined = any(token.folded in {"and", "&"} for token in between)
        before = tokens[comma - 1] if comma else None
        if not joined or before is None or not self._belongs(tokens, comma - 1) or before.acronym:
            return False
        if self._of_places(tokens, comma, head) or self._all_work(tokens, comma, head):
            return True
        if (
            tokens[comma + 1].text == "NHS"
            or before.base in self.papers
            or before.base == "reference"
            or self._person(tokens, comma)
            or self.business.keys().isdisjoint((before.base, tokens[comma + 1].base))
        ):
            return False
        if tokens[head].base in _WITHOUT_FIELDS and tokens[comma + 1].base not in self.business:
            return False
        inner = [t for t in between if t.base in self.heads and not (t.base in self.inner or t.base in self.business)]
        whole = before.base in self.heads and tokens[comma + 1].base not in self.business
        return not inner and not whole and (before.base not in self.heads or before.base in self.business)

    def _all_work(self, tokens: list[Token], comma: int, head: int) -> bool:
        """Whether all that stands before a group's noun is its work: "Policy, Procedures and Training Sub Group"."""
        first = max((n + 1 for n in range(comma) if tokens[n].text != "," and not self._belongs(tokens, n)), default=0)
        apart = (self.heads, self.posts, self.owners, _BY_A_WORD)
        group = tokens[head].base in _NAMED_BY_WORK and not self._person(tokens, comma)
        return group and lists_work(tokens, first, head, apart, self.business)

    def _of_places(self, tokens: list[Token], comma: int, head: int) -> bool:
        """Whether the first of three places stands behind a small word: "the Marlow, Tideshire and Vale Youth Panel".

        At the head of a passage, where it may be somebody's field, only if two words more than places tell what the
        body is; behind another comma or a post only where the name is one of the NHS.
        """
        names = tokens[comma - 1 : comma + 4]
        before = tokens[comma - 2].folded if comma > 1 else ""
        of_post = before == "," or (comma > 2 and before == "of" and tokens[comma - 3].base in self.posts)
        told = any(token.text == "NHS" for token in tokens[comma + 3 : head]) if of_post else before in _BEFORE_PLACES
        fits = head > comma + 3 and (told or (comma == 1 and head > comma + _LONG))
        fits = fits and all(t.capital and t.word for t in names[::2]) and names[3].folded in {"and", "&"}
        known = (self.heads, self.posts, self.business, self.papers, self.fields)
        return fits and not any(t.base in words for t in names[::2] for words in known)

    def _person(self, tokens: list[Token], comma: int) -> bool:
        """Whether two words before a comma look like somebody's name: bodies are named by neither."""
        first = self._run_begins(tokens, comma)
        named = [t.base for t in tokens[first:comma]]
        told = all(w in self.business for w in named) or any(w in self.topics or w in self.heads for w in named)
        return len(named) == 2 and not told

    def run(self, tokens: list[Token], index: int, *, lists: bool) -> int:
        """Return the index after a capitalised run that begins here ("Housing, Health and Care Services").

        `lists` lets the run hold commas, as titles of posts do.
        """
        last = index
        while index < len(tokens):
            token = tokens[index]
            if token.word and (token.capital or numbers_name(tokens, index)) and not is_no_name(tokens, index):
                index += 1
                last = index
            elif token.folded in {"and", "&", "of", "for", "in", "with"} and index == last:
                ahead = self._next_capital(tokens, index + 1, token.folded)
                if ahead is None:
                    break
                index = ahead
            elif token.text == "," and lists and index == last and self._list_goes_on(tokens, index):
                index += 1
            else:
                break
        return last

    @staticmethod
    def _next_capital(tokens: list[Token], index: int, connector: str) -> int | None:
        """Where the run goes on after a connector: at a capital, with "the" only after of, for or in."""
        if index < len(tokens) and tokens[index].folded == "the" and connector in {"of", "for", "in"}:
            index += 1
        if index < len(tokens) and tokens[index].capital and tokens[index].word and tokens[index].folded not in _DATES:
            return index
        return None

    def _list_goes_on(self, tokens: list[Token], comma: int) -> bool:
        """Whether capitals follow a comma and an "and" with a capital comes before any other mark."""
        joined = False
        for index in range(comma + 1, min(comma + 9, len(tokens))):
            token = tokens[index]
            if token.folded in {"and", "&"}:
                joined = index + 1 < len(tokens) and tokens[index + 1].capital
                break
            if not (token.capital and token.word) and token.text != ",":
                break
        return joined
