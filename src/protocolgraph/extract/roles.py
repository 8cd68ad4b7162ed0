"""Titles of posts and offices: "Cabinet Member for Housing, Health and Care Services",
"Chief Nurse (Aldermoor ICB)", "the Board's Independent Chair", "Chair of the Panel".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise, product

from protocolgraph.extract.capitals import COUNTED, Capitals
from protocolgraph.extract.found import Found, longest
from protocolgraph.extract.phrases import Phrases
from protocolgraph.extract.plain_titles import plain_field, ranked
from protocolgraph.extract.posts import PostFinder
from protocolgraph.extract.shared_nouns import chairs_of_each, with_shared_tails
from protocolgraph.extract.tails import Tails, index_after
from protocolgraph.extract.tokens import Token
from protocolgraph.extract.work_fields import fields_before, fields_joined
from protocolgraph.model import EntityType, MentionForm, Scope
from protocolgraph.vocab.lexicon import fold, lexicon

_EXPERTISE = re.compile(
    r"\s+(?:advice|judge?ment|supervision|development|practice|curiosity|standards|support|guidance|opinion|expertise"
    r"|leadership|challenge|bod(?:y|ies)|views?|conduct|misconduct|differences?|disagreements?|learning|training|networks?"
    r"|knowledge|skills|experience|competence|lead)\b"
)
"""Behind "professional", which then is no person: "gives the Board professional advice"."""
_CLERKING = re.compile(r"clerks (?:the|its|their|all|each|both)\b")
"""What somebody does, and nobody's title: "She clerks the Board"."""
_NEEDS_MODIFIER = {
    "member", "executive", "holder", "worker", "professional", "professionals", "assistant", "consultant",
    "lead", "leads", "head", "representative", "representatives", "practitioner", "commander", "inspector",
    "officers", "directors", "managers", "fellow", "engineer", "specialist", "editor", "recorder", "advocate",
    "trustee", "guardian", "officer", "manager", "doctor", "nurse",
    "owner", "owners", "sponsor", "navigator", "heads",
}  # fmt: skip
"""Heads that are a title only after a capitalised word ("Cabinet Member") or before "of/for <Capitals>"."""


_CHOOSING = re.compile(r"(?:appoint|elect|choos|chose|nominat|select)(?:e|s|es|ed|ing)?$")
_DEPUTISING = frozenset({"vice", "deputy"})
"""What a hyphen with a space ties to an office all the same: "Vice- Chairman"."""
_LABELS = frozenset({"action", "actions"})
"""What stands before the name of whoever has a task, and is no part of the title: "Action Clerk"."""
_LONGEST_PLAIN = 3
"""Words before the head of a title in sentence case."""
_GRADES = {
    "service",
    "services",
    "group",
    "team",
    "unit",
    "local",
    "school",
    "trust",
    "association",
    "housing",
    "office",
}
"""What a title begins with that says no more than the sort of post: "Service Director", "Trust Secretary"."""
_SENT = frozenset({"representative", "representatives"})
"""What makes of a post whom its holders send, also without a capital: "Head Teacher representative"."""
_BEFORE_OFFICE = {"the", "academy", "school", "college", "and", "or"}
_CHOSEN = {"nominated", "elected", "appointed", "named", "designated"}
_BEHIND_CHAIR = frozenset({
    "and", "or", "will", "must", "should", "shall", "may", "can", "is", "was", "has", "who", "to", "with", "for", "of",
    "by", "in", "on", "from", "at", "as", "also",
})  # fmt: skip
_BEFORE_VERB = frozenset(
    {"will", "must", "shall", "should", "may", "to", "can", "and/or", "/", "who", "not", "he", "she", "they"}
)
_BEFORE_ONE = {"the", "its", "own", "their", "independent", "nominated", "elected", "appointed"}


@dataclass(frozen=True, slots=True)
class RoleFinder:
    """Finds posts in the tokens of a passage in which bodies are already found."""

    capitals: Capitals
    heads: Phrases
    titles: Phrases
    alone: Phrases
    classes: PostFinder
    tails: Tails

    @classmethod
    def load(cls) -> RoleFinder:
        """Return a finder with the lexicon's words."""
        roles, words, bodies = lexicon("roles"), lexicon("words"), lexicon("bodies")
        plurals = {head: None for head in bodies["plurals"] if head != "services"}
        stops = {**roles["heads"], **bodies["heads"], **plurals}
        capitals = Capitals(words, stops, {"police": None, "community": None, "school": None, "family": None})
        heads = Phrases(roles["heads"])
        return cls(
            capitals,
            heads,
            Phrases(roles["titles"]),
            Phrases(roles["alone"]),
            PostFinder.load(),
            Tails(capitals, heads, bodies["definite"], roles["fields"]),
        )

    def find(self, tokens: list[Token], text: str, bodies: list[Found]) -> list[Found]:
        """Return the posts named in a passage, none inside another."""
        found: list[Found] = []
        for index in sorted({*self.titles.all_at(tokens), *self.heads.all_at(tokens)}):
            place = self._title_at(tokens, index, tokens[index], bodies)
            if place is not None:
                found += chairs_of_each(self._role(tokens, text, place, bodies), text, bodies)
        for post in self.classes.find(tokens, text, bodies):
            if not _CLERKING.match(text, post.start) and not (
                post.head == "professional" and _EXPERTISE.match(text, post.end)
            ):
                found += chairs_of_each(post, text, bodies)
        return with_shared_tails(longest(found), text)

    def _title_at(self, tokens: list[Token], index: int, token: Token, bodies: list[Found]) -> tuple[int, int] | None:
        """Return first and past-last index of the title that has its head here, without a tail."""
        if _is_surname(tokens, index):
            return None
        if length := self.titles.longest_at(tokens, index):
            return self._title_phrase(tokens, index, length, bodies)
        length = self.heads.longest_at(tokens, index)
        if not length or (token.base.endswith(("chair", "chairs", "lead", "leads")) and self._verb(tokens, index)):
            return None
        last = index + length
        if not token.capital and (first := self._sentence_case(tokens, index, last)) < index:
            return first, last
        if not token.capital:
            alone = self.alone.longest_at(tokens, index) or self._of_field(tokens, index)
            first = ranked(tokens, index)
            named = self._named(tokens, first, last, bodies) or self._of_office(tokens, last)
            return (first, last) if alone and named else None
        adjective = token.base == "professional" and last < len(tokens) and tokens[last].capital and tokens[last].word
        if adjective or self._goes_on(tokens, last, bodies):
            return None
        first = self._left(tokens, index)
        modified = first < index or self.tails.tailed(tokens, last, bodies)
        ordinary = token.base in _NEEDS_MODIFIER or not self.alone.longest_at(tokens, index)
        return (first, last) if modified or not ordinary or _is_office(tokens, index, last) else None

    def _sentence_case(self, tokens: list[Token], index: int, last: int) -> int:
        """The first word of a title of which only that has a capital: "Support officer: ..."; the same index is none.

        Such a title stands by itself between marks: "Ann Lee, Tide lead, ...".
        """
        ends = last >= len(tokens) or tokens[last].text in {":", ",", "(", "–", "—", "-", "|"}
        first = index
        while first and index - first < _LONGEST_PLAIN and tokens[first - 1].word and not tokens[first].capital:
            first -= 1
        begins = first == 0 or tokens[first - 1].text in {",", "•", "·", "-", "–", "—", "|", "*"}
        opening = tokens[first].folded in self.capitals.never_start or tokens[first].folded in self.capitals.determiners
        plural = tokens[index].base.endswith("s") or tokens[first].acronym
        opening = opening or any(t.folded == "to" or t.folded in self.capitals.determiners for t in tokens[first:index])
        named = tokens[first].capital and not opening and not plural and not tokens[first].possessive
        single = last >= len(tokens) and first == 0
        return first if ends and begins and named and not single else index

    @staticmethod
    def _of_office(tokens: list[Token], last: int) -> bool:
        """Whether a director's field follows, which names the post whatever stands before: "the local director of"."""
        return last < len(tokens) and tokens[last - 1].folded == "director" and plain_field(tokens, last) > last

    @staticmethod
    def _of_field(tokens: list[Token], index: int) -> bool:
        """Whether "head" of "the head of legal services" stands here, no "head of service", of whom there are many."""
        after = index + 1
        of_field = tokens[index].folded == "head" and after < len(tokens) and plain_field(tokens, after) > after
        return of_field and tokens[after + 1].folded not in {"service", "services"}

    def _title_phrase(
        self, tokens: list[Token], index: int, length: int, bodies: list[Found]
    ) -> tuple[int, int] | None:
        if self._goes_on(tokens, index + length, bodies) and tokens[index].capital:
            return None
        if self._verb(tokens, index):
            return None
        first, last = self._left(tokens, index), index + length
        first += first < index and tokens[last - 1].base.endswith("s") and tokens[first].folded in COUNTED
        last += last < len(tokens) and tokens[last].text in _SENT and tokens[index].capital
        return None if first < index and tokens[first].base == "office" else (ranked(tokens, first), last)

    def _left(self, tokens: list[Token], index: int) -> int:
        """The first word of a title; "and" never belongs to one that can stand alone ("... and Chair of ...")."""
        first = behind_initials(tokens, self.capitals.left(tokens, index), index)
        first += first < index and tokens[index].base.endswith("s") and tokens[first].folded in COUNTED
        if tokens[index].folded in lexicon("people")["ranks"]:
            first = _behind_another(tokens, first, index)
        if index > 1 and tokens[index - 1].text == "-" and tokens[index - 2].folded in _DEPUTISING:
            return index - 2
        if first == index - 1 and tokens[first].folded in _LABELS:
            return index
        if first and tokens[first].text[0].isdigit() and tokens[first - 1].folded == "section":
            return first - 1
        if self.alone.longest_at(tokens, index) or self._in_tail(tokens, first):
            marks = [place for place in range(first, index) if not tokens[place].capital]
            first = marks[-1] + 1 if marks and not fields_before(tokens, first, index) else first
        return first

    def _in_tail(self, tokens: list[Token], first: int) -> bool:
        """Whether the run that begins here is what an earlier title is "for": "Cabinet Member for Housing and ..."."""
        after_title = first > 1 and tokens[first - 1].folded in {"for", "of"}
        return after_title and tokens[first - 2].base in self.capitals.posts

    def _goes_on(self, tokens: list[Token], index: int, bodies: list[Found]) -> bool:
        """Whether a capitalised word follows at once, so that the title is part of a longer name.

        A body that begins there is not: "Chief Executive Saltmere Council".
        """
        if index < len(tokens) and any(body.start == tokens[index].start for body in bodies):
            return False
        if (
            index < len(tokens)
            and tokens[index - 1].possessive
            and tokens[index].base in lexicon("modality")["lead_nouns"]
        ):
            return False
        if index >= len(tokens):
            return False
        after = tokens[index]
        if tokens[index - 1].possessive:
            alone = index < 2 or not tokens[index - 2].capital
            return after.capital and after.word and (alone or self._title_or_body(tokens, index))
        if self.tails.field(tokens, index) > index:
            return False
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
        if token.base not in {"chair", "lead", "leads", "head", "chairs", "co-chair", "co-chairs"}:
            return False
        before = tokens[index - 1].folded if index else ""
        after = tokens[index + 1].text if index + 1 < len(tokens) else ""
        if before and not token.capital and token.base.endswith("chairs") and after in {"the", "its", "our", "both"}:
            return True
        if before in _BEFORE_VERB:
            return True
        return (
            not before
            and (after in {"the", "a", "and", "/", "on", "meetings", "all", "any"} or after.islower())
            and (after not in {"of", "for", "to", "or", "is", "will", "shall", "must", "may", "should", "from"})
        )

    def _named(self, tokens: list[Token], first: int, last: int, bodies: list[Found]) -> bool:
        """Whether a lower-case title is one post: after a determiner or before "of the <Body>"."""
        before = tokens[first - 1] if first else None
        if before is not None and (before.folded in _BEFORE_ONE or before.possessive):
            return True
        if before is not None and before.folded == "a" and first > 1 and _CHOOSING.match(tokens[first - 2].folded):
            return True
        if _chairs_initials(tokens, first, last):
            return True
        return self.tails.tailed(tokens, last, bodies)

    def _role(self, tokens: list[Token], text: str, place: tuple[int, int], bodies: list[Found]) -> Found:
        first, last = place
        last = fields_joined(tokens, first, last)
        end, owner = self.tails.after(tokens, last, bodies)
        prefix = self._prefix_owner(tokens, first, last, bodies)
        before = self._owner_before(tokens, place, bodies)
        start = tokens[first].start
        head = _head(tokens[first:last])
        stop = self._without_possessive(tokens[max(end, last) - 1], bodies)
        owner = owner or prefix or before or self._titled_owner(tokens, first, last)
        any_of_them = _any_of_them(tokens, place, end)
        back = owner is None and not any_of_them and _points_back(tokens, place, end)
        form = MentionForm.DEFINITE if back else MentionForm.NAME
        scope = Scope.GENERIC if any_of_them else _scope(text[start:stop])
        return Found(start, stop, EntityType.ROLE, text[start:stop], head, form, scope, owner)

    @staticmethod
    def _without_possessive(token: Token, bodies: list[Found]) -> int:
        """Where a title ends; the "s" of a possessive is none of it, but of a body's own name ("Barnardo's")."""
        own = any(body.end == token.end for body in bodies)
        return token.end if own or not token.possessive else token.end - (len(token.text) - len(token.base))

    def _prefix_owner(self, tokens: list[Token], first: int, last: int, bodies: list[Found]) -> tuple[int, int] | None:
        """The body whose name the title begins with: "NSCB Independent Chair", "Independent NSCB Chair"."""
        titled = tokens[first].base in {"cabinet", "executive"} or self.titles.longest_at(tokens, first) == last - first
        if last - first < 2 or titled or tokens[first].base in _GRADES:
            return None
        body = self.tails.owner_at(tokens, first, bodies)
        if body is None and tokens[first].folded == "independent":
            body = self.tails.owner_at(tokens, first + 1, bodies)
        if body is None or body[1] >= tokens[last - 1].end or self._several(tokens, index_after(tokens, body[1]), last):
            return None
        noun = next((t.base for t in reversed(tokens[first:last]) if t.start < body[1]), "")
        return None if noun in _GRADES and not _whole_title(tokens, index_after(tokens, body[1]), last) else body

    def _several(self, tokens: list[Token], first: int, last: int) -> bool:
        """Whether a title is no one's own post: a plural or a member; "Director of Services" is one's."""
        if self.titles.longest_at(tokens, first) == last - first > 1:
            heads = lexicon("roles")["heads"]
            return any(t.base.endswith("s") and t.base[:-1] in heads for t in tokens[first:last])
        return tokens[last - 1].base.endswith("s") or tokens[last - 1].base in {"member", "representative"}

    def _titled_owner(self, tokens: list[Token], first: int, last: int) -> tuple[int, int] | None:
        """The Council of a title that ends with it: "Leader of the Council"."""
        ended = [token.folded for token in tokens[max(first, last - 3) : last - 1]] == ["of", "the"]
        body = tokens[last - 1]
        return (body.start, body.end) if ended and not body.possessive and body.base in self.tails.definite else None

    def _owner_before(self, tokens: list[Token], place: tuple[int, int], bodies: list[Found]) -> tuple[int, int] | None:
        """The body named just before: "the Saltmere Board's Chair", "the group's nominated secretary".

        Whose "the Board's Chair" is, what the sentence says tells.
        """
        first, noun = place[0], tokens[place[1] - 1].base
        while first and tokens[first - 1].folded in _CHOSEN:
            first -= 1
        if not first or not (tokens[first - 1].possessive or _chairs_initials(tokens, first, place[1])):
            return None
        whose = tokens[first - 1]
        for body in bodies:
            if body.start <= whose.start < body.end:
                return body.start, body.end
        offices = (*lexicon("roles")["chairs"], *lexicon("roles")["deputies"])
        pointed = (
            first > 1
            and noun not in offices
            and tokens[first - 2].folded in {"the", "this"}
            and whose.base in self.tails.definite
        )
        return (whose.start, whose.start + len(whose.base)) if pointed else None


def _behind_another(tokens: list[Token], first: int, index: int) -> int:
    """Where a rank begins behind somebody of a rank: "Superintendent Wilder and | Inspector Marsh"."""
    ranks = lexicon("people")["ranks"]
    joints = [at for at in range(first, index) if tokens[at].folded in {"and", "&"}]
    before = joints and any(token.folded in ranks for token in tokens[first : joints[-1]])
    return joints[-1] + 1 if before else first


def _chairs_initials(tokens: list[Token], first: int, last: int) -> bool:
    """Whether a chair in lower case stands behind the initials of a body: "appoints the SAB chair", no "chair role"."""
    noun, after = tokens[last - 1].folded, tokens[last] if last < len(tokens) else None
    ends = after is None or not after.word or after.folded in _BEHIND_CHAIR
    return noun in lexicon("roles")["chairs"] and first > 0 and tokens[first - 1].acronym and ends


def _is_surname(tokens: list[Token], index: int) -> bool:
    """Whether the word of a post is somebody's surname behind a given name: "Ann Constable"."""
    before = tokens[index - 1] if index else None
    given = before is not None and before.capital and before.folded in lexicon("given_names")["given"]
    return given and tokens[index].folded in lexicon("people")["surnames"]


def behind_initials(tokens: list[Token], first: int, index: int) -> int:
    """Where a title begins behind somebody's initials and surname, one word each: "R. Calder Chair of Governors"."""
    initial = first
    if first and tokens[first - 1].text == ".":
        initial = first - 2
    letter = initial >= 0 and len(tokens[initial].text) == 1 and tokens[initial].capital
    surname = first if initial < first else first + 1
    return surname + 1 if letter and surname < index else first


def _is_office(tokens: list[Token], index: int, last: int) -> bool:
    """Whether a noun that is an ordinary word too is an office by its capital: "the Principal shall"."""
    if tokens[index].base not in lexicon("roles")["capitalised"] or not index:
        return False
    goes_on = last < len(tokens) and tokens[last].word and tokens[last].capital
    return tokens[index - 1].folded in _BEFORE_OFFICE and not goes_on


def _whole_title(tokens: list[Token], first: int, last: int) -> bool:
    """Whether the words behind "Service" or "Trust" are a post by themselves: "Head of", "Deputy Chief Nurse"."""
    roles = lexicon("roles")
    if first and tokens[first - 1].base in {"group", "team", "unit", "office"}:
        return False
    if last - first == 1:
        return last < len(tokens) and tokens[last].folded == "of"
    return tokens[first].base in roles["before_posts"] or tokens[first].base in roles["heads"]


_ANY_OF_THEM = {
    *product(("a", "an"), ("who", "that", "other")),
    *product(("a", "an", "the"), ("nominated", "appointed", "designated")),
}
"""The words around a title of one word that many have."""


def _any_of_them(tokens: list[Token], place: tuple[int, int], end: int) -> bool:
    """Whether a title of one word is any of those who have it: "chaired by a Director who is not the Chair", "the
    Director nominated by the Council".
    """
    first, last = place
    alone = last - first == 1 and end == last and last < len(tokens) and first > 0
    pair = (tokens[first - 1].folded, tokens[last].folded) if alone else None
    return pair in _ANY_OF_THEM


def _scope(title: str) -> Scope:
    """Whether a post is one of the whole country: "Secretary of State for Education"."""
    folded = f"{fold(title)} "
    national = any(folded.startswith(f"{word} ") for word in lexicon("roles")["nationwide"])
    return Scope.NATIONAL if national else Scope.LOCAL


def _points_back(tokens: list[Token], place: tuple[int, int], end: int) -> bool:
    """Whether a title of one word may repeat a longer one: "the Director"; whose "the Chair" is its owner tells."""
    first, last = place
    alone = last - first == 1 and end == last and first > 0 and tokens[first - 1].folded in {"the", "that", "this"}
    return alone and tokens[first].base not in {*lexicon("roles")["chairs"], *lexicon("roles")["deputies"]}


def _head(title: list[Token]) -> str:
    """The noun that a title is about: "chair" of "Chair of the Board", "director" of "Director of Public Health"."""
    said = " ".join(token.folded for token in title)
    if whole := next((whole for whole in lexicon("roles")["whole"] if f"{said} ".startswith(f"{whole} ")), None):
        return whole
    for before, token in pairwise(title):
        if token.folded in {"of", "for"}:
            return before.base
    said_before = next((token.folded for token in reversed(title[:-1]) if token.word), "")
    deputy = said_before in _DEPUTISING and title[-1].base in lexicon("roles")["chairs"]
    return "vice-chair" if deputy else title[-1].base
