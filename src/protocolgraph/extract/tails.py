"""What follows the head of a title: the field of work or the body that a post belongs to.

"Cabinet Member | for Children and Families", "Chief Nurse | (Northwick ICB)", "Director of Nursing | – X Trust",
"Service Manager |, Children in Care", "Assistant Director | Early Help". A field belongs to the title, a body
after a comma or a dash only owns the post.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from protocolgraph.extract.capitals import Capitals
from protocolgraph.extract.found import Found
from protocolgraph.extract.phrases import Phrases
from protocolgraph.extract.plain_titles import plain_field
from protocolgraph.extract.tokens import Token
from protocolgraph.extract.work_fields import field_behind
from protocolgraph.model import Scope
from protocolgraph.vocab.lexicon import lexicon

Place = tuple[int, int]
"""Where in the passage a body is named."""

_PREPOSITIONS = {"of", "for", "to", "in", "from", "on"}
_SERVING = {
    "clerk", "secretary", "adviser", "advisor", "assistant", "treasurer", "counsel", "representative",
    "representatives", "observer", "officer", "lead", "leads", "co-ordinator", "consultant", "lecturer", "reader",
    "specialist",
}  # fmt: skip
"""Titles that go on with "to", "from" or "in": "Clerk to the Council", not "the Director to the Board"."""
_RUNNING = {
    "director", "directors", "manager", "managers", "head", "service", "lead", "officer", "superintendent", "inspector",
    "commander", "nurse", "doctor",
}  # fmt: skip
"""Titles that a field of work may follow without a preposition ("Head of Service, Performance and Planning")."""
_UNITS = {"unit", "team", "department", "division", "directorate", "section", "branch"}
"""Heads of bodies that are part of an employer: a post in one belongs to whoever is named behind it."""
_WHOLES = {"council", "police", "constabulary", "trust", "authority", "ccg", "icb", "service", "board", "university"}
"""Heads of bodies that have such parts, and posts."""
_NAME_WORDS = range(2, 4)
_FIELD_WORDS = range(1, 6)
_RANKS = frozenset({"superintendent", "inspector", "constable", "sergeant", "commander"})
"""Titles of which a force has one for each field or place."""
_OF_PEOPLE = frozenset({"vacant", "vacancy", "acting", "interim", "temporary", "retired", "apologies", "deputy"})
"""What a bracket says of who holds the post."""
_ELECTED = ("crime", "commissioner")
"""How the title of somebody ends whom no body beside it employs: "the Police and Crime Commissioner, Healthwatch"."""
_GATHERINGS = {"meeting", "meetings"}
_OF_NO_BODY = {"meeting", "meetings", "public", "organisation", "community", "profession"}
"""What a title may be of without being any body's: "the chairman of the meeting", "members of the public"."""
_ANY_OF = {"member", "members"}
_NEXT_TITLES = {
    "chair",
    "chairman",
    "vice-chair",
    "co-chair",
    "leader",
    "director",
    "directors",
    "head",
    "heads",
    "deputy",
    "chief",
    "ceo",
    "founder",
    "cabinet",
    "portfolio",
}

_SENT = {"chair", "chairman", "chairperson", "executive", "constable", "officer", "director", "leader"}
"""Those whom "is represented by its Chair on the Safer Board" sends there: no title of theirs goes on with "on"."""
_DASHES = {"–", "—", "-"}
_CHARGES = {("member", "for"), ("holder", "for"), ("councillor", "for")}
"""How the title of a councillor goes on who has charge of services, and none of a body."""
_PORTFOLIO = 10
_LINKING = {"and", "of", "for", "the"}
_SINGULAR = frozenset({"services", "finance", "operations", "affairs", "resources", "schools", "communities"})
"""What a title may end in that is no plural of it: "Director of Children's Services, Marsh Council and"."""


@dataclass(frozen=True, slots=True)
class Tails:
    """Finds where titles end and which bodies they name."""

    capitals: Capitals
    heads: Phrases
    definite: Mapping[str, Any]
    fields: Mapping[str, Any]

    def after(self, tokens: list[Token], index: int, bodies: list[Found]) -> tuple[int, Place | None]:
        """Return the index after the title whose head ends before `index`, and the owner that its tail names."""
        if index >= len(tokens) or tokens[index - 1].possessive:
            return index, None
        if tokens[index - 1].base in {"head", "heads"} and _of_service(tokens, index):
            return self.after(tokens, index + 2, bodies)
        end, owner = self._prepositional(tokens, index, bodies)
        if owner is not None:
            whole = self._whole_behind(tokens, end, bodies) if tokens[end - 1].base in _UNITS else None
            return end, owner if whole is None else (whole.start, whole.end)
        return self._apposed(tokens, end, bodies) if end < len(tokens) else (end, owner)

    def _whole_behind(self, tokens: list[Token], index: int, bodies: list[Found]) -> Found | None:
        """The employer that a comma adds to a unit of its: "Head of the Case Unit, Northwick Police"."""
        if index >= len(tokens) or tokens[index].text != ",":
            return None
        body = self._body_after(tokens, index, bodies)
        if body is None:
            return None
        after = index_after(tokens, body.end)
        told = tokens[after - 1].base in _WHOLES or (tokens[after - 1].text == ")" or tokens[after - 1].acronym)
        return body if told and not self._listed(tokens, index, after) else None

    def tailed(self, tokens: list[Token], index: int, bodies: list[Found]) -> bool:
        """Whether a title goes on at this index: with "of <Capitals>", or with a body beside it."""
        if index + 1 >= len(tokens):
            return False
        if tokens[index].text in "(,–—-" or tokens[index].folded == "at":
            beside = self._body_after(tokens, index, bodies) is not None
            return beside or self._fielded(tokens, index, bodies)[1] is not None
        if tokens[index].folded not in _PREPOSITIONS:
            return False
        after = tokens[index + 1]
        if of_no_body(tokens, index) > index:
            return True
        return after.capital or (_determined(tokens, index) and index + 2 < len(tokens))

    def field(self, tokens: list[Token], index: int) -> int:
        """Return the index after the field of work that stands directly after a title, or the same index."""
        if index >= len(tokens) or tokens[index - 1].base not in _RUNNING or tokens[index - 1].possessive:
            return index
        if not (tokens[index].capital and tokens[index].base in self.fields):
            return index
        return self.before_next_title(tokens, index, self.capitals.run(tokens, index, lists=True))

    def owner_at(self, tokens: list[Token], index: int, bodies: list[Found]) -> Place | None:
        """Return the body named here, by its name or as "the Council"."""
        body = starting(bodies, tokens, index)
        if body is not None and not self._goes_past(tokens, body):
            return body.start, body.end
        if body is None and index < len(tokens) and self.pointed(tokens, index):
            token = tokens[index]
            return token.start, token.end - (len(token.text) - len(token.base))
        if body is None and [t.base for t in tokens[index : index + 2]] == ["local", "authority"]:
            return tokens[index].start, tokens[index + 1].start + len(tokens[index + 1].base)
        return None

    def pointed(self, tokens: list[Token], index: int) -> bool:
        """Whether "Board" of "the Board" or "group" of "the group" stands here, and is no part of a longer phrase."""
        token = tokens[index]
        if token.base not in self.definite:
            return False
        after = tokens[index + 1] if index + 1 < len(tokens) else None
        compound = after is not None and (after.base in self.definite or after.base in _GATHERINGS)
        told = tokens[index - 1].folded == "the"
        if after is not None and after.capital and after.word and not token.possessive:
            return told and after.base not in self.fields
        return token.capital or (tokens[index - 1].folded == "the" and not compound)

    @staticmethod
    def _goes_past(tokens: list[Token], body: Found) -> bool:
        """Whether a class is only the beginning of a field: "Schools" of "Head of Schools Finance"."""
        after = index_after(tokens, body.end)
        return body.scope is Scope.GENERIC and after < len(tokens) and tokens[after].capital and tokens[after].word

    def _prepositional(self, tokens: list[Token], index: int, bodies: list[Found]) -> tuple[int, Place | None]:
        word = tokens[index].folded
        if tokens[index - 1].base in {"chair", "chairman", "vice-chair"} and word not in _PREPOSITIONS:
            chaired = starting(bodies, tokens, index)
            return index, (chaired.start, chaired.end) if chaired else None
        if word not in _PREPOSITIONS or index + 1 >= len(tokens):
            return self.field(tokens, index), None
        if word in {"to", "from", "in"} and tokens[index - 1].base not in _SERVING:
            return index, None
        if word == "on" and tokens[index - 1].base in _SENT:
            return index, None
        if (end := of_no_body(tokens, index)) > index or (end := plain_field(tokens, index)) > index:
            return end, None
        first = index + (2 if _determined(tokens, index) else 1)
        local = first < len(tokens) and tokens[first].text == "local" and starting(bodies, tokens, first) is None
        first += local and starting(bodies, tokens, first + 1) is not None
        body = self.owner_at(tokens, first, bodies)
        named = starting(bodies, tokens, first)
        if body is not None and named is not None and word in {"for", "of"} and not self._of_others(tokens, named):
            end = max(index_after(tokens, body[1]), self.capitals.run(tokens, first, lists=True))
            return self.before_next_title(tokens, first, end), None
        if body is not None:
            owns = word != "for" or tokens[index - 1].base.startswith("representative")
            end = index_after(tokens, body[1])
            runs = tokens[index - 1].base in _RUNNING and tokens[end - 1].base in {"service", "services"}
            return end, body if owns and not runs else None
        if first < len(tokens) and tokens[first].capital:
            end = self.capitals.run(tokens, first, lists=word in {"for", "of"})
            within = range(first + 1, self.before_next_title(tokens, first, end))
            if (owner := _of_body(tokens, within, bodies)) is not None:
                return index_after(tokens, owner[1]), owner
            end = self.before_next_title(tokens, first, self._before_body(tokens, first, end, bodies))
            beside = starting(bodies, tokens, end)
            owner = None if beside is None else (beside.start, beside.end)
            return (end, owner) if end > first else (index, None)
        return index, None

    @staticmethod
    def _before_body(tokens: list[Token], first: int, end: int, bodies: list[Found]) -> int:
        """Cut a tail that ran on into the body that the post belongs to: "... of Planning, Council X".

        The columns of a table run together without the comma: "... of Planning Northwick Council".
        """
        for place in range(first + 1, end):
            joined = tokens[place - 1].text in {",", "and", "&"}
            body = starting(bodies, tokens, place) if joined or tokens[place - 1].capital else None
            whole = body is not None and body.end >= tokens[end - 1].end
            if whole and (joined or tokens[end - 1].base in _WHOLES):
                return place - joined
        return end

    @staticmethod
    def before_next_title(tokens: list[Token], first: int, end: int) -> int:
        """Cut a tail that ran on into the next title: "... Services and Chair of the Panel"."""
        for place in range(first, end):
            if tokens[place].folded in {"and", ","} and place + 1 < end and tokens[place + 1].base in _NEXT_TITLES:
                return place
        return end

    def _body_after(self, tokens: list[Token], index: int, bodies: list[Found]) -> Found | None:
        skip = 2 if index + 1 < len(tokens) and tokens[index + 1].folded == "the" else 1
        body = starting(bodies, tokens, index + skip)
        return None if body is None or body.scope is Scope.GENERIC else body

    def _apposed(self, tokens: list[Token], index: int, bodies: list[Found]) -> tuple[int, Place | None]:
        """The owner in "Chief Nurse (Northwick ICB)", "Chief Officer, Northwick ICB", "Manager at X"."""
        if (end := field_behind(tokens, index)) > index:
            body = self._body_after(tokens, end, bodies) if end < len(tokens) and tokens[end].text in "(,–—-" else None
            return end, (body.start, body.end) if body else None
        if tokens[index].text not in ("(", "–", "—", ",", "-") and tokens[index].folded != "at":
            return index, None
        body = self._body_after(tokens, index, bodies)
        if body is not None and tokens[index].text in _DASHES and self._portfolio(tokens, index, body):
            return self.before_next_title(tokens, index + 1, self.capitals.run(tokens, index + 1, lists=True)), None
        field = tokens[index].text == "," and tokens[index - 1].base in {"director", "directors"}
        if body is None or (field and not self._of_others(tokens, body)):
            return self._described(tokens, index, bodies)
        after = index_after(tokens, body.end)
        if tokens[index].text == "," and _are_several(body):
            return index, None
        elected = tuple(token.folded for token in tokens[index - 2 : index]) == _ELECTED
        of_state = tokens[index - 1].base == "state"
        if tokens[index].text == "," and (elected or of_state or self._listed(tokens, index, after)):
            return index, None
        whole = self._whole_behind(tokens, after, bodies) if self._is_unit(tokens, body, after) else None
        if tokens[index].text == "," and whole is not None:
            return after, (whole.start, whole.end)
        if tokens[index].text != "(":
            return index, (body.start, body.end)
        closed = after < len(tokens) and tokens[after].text == ")"
        return (after + 1, (body.start, body.end)) if closed else (index, None)

    def _portfolio(self, tokens: list[Token], dash: int, body: Found) -> bool:
        """Whether a dash tells what a councillor has charge of: "Executive Member for Care – Public Health"."""
        titled = [t.base for t in tokens[max(dash - _PORTFOLIO, 0) : dash]]
        charge = any(pair in _CHARGES for pair in pairwise(titled))
        return charge and tokens[index_after(tokens, body.end) - 1].base not in _WHOLES

    def _is_unit(self, tokens: list[Token], body: Found, after: int) -> bool:
        """Whether a body is a part of whoever is named behind it, and the field of a post in it."""
        work = tokens[after - 1].base in {"services", "care"} and not self._of_others(tokens, body)
        return tokens[after - 1].base in _UNITS or work

    @staticmethod
    def _listed(tokens: list[Token], index: int, after: int) -> bool:
        """Whether a title and a body behind its comma are two of a list: "Ministers, the Data Group, the Forum and".

        So are the first of two posts and the body of the second: "the Director of Care, the ICB Chief Nurse".
        """
        article = index + 1 < len(tokens) and tokens[index + 1].text == "the"
        if article and after < len(tokens) and (tokens[after - 1].possessive or tokens[after].capital):
            return True
        several = tokens[index - 1].base.endswith("s") and tokens[index - 1].base not in _SINGULAR
        return (article or several) and after < len(tokens) and tokens[after].text in (",", "and")

    def _described(self, tokens: list[Token], index: int, bodies: list[Found]) -> tuple[int, Place | None]:
        """Where "Head of Service, Performance" or "Commissioner (East Region)" ends: what it works on belongs."""
        if tokens[index].text == "(":
            return self._bracketed(tokens, index), None
        first = index + 1
        fielded = self._fielded(tokens, index, bodies)
        if fielded[1] is not None:
            return fielded
        running = tokens[index - 1].base in _RUNNING and tokens[index].text == ","
        if not running or first >= len(tokens) or tokens[first].base not in self.fields:
            return index, None
        after = self.capitals.run(tokens, first, lists=False)
        while tokens[after - 1].base not in self.fields and tokens[after - 1].base not in self.capitals.business:
            after -= 1
        if self.heads.longest_at(tokens, after - 1) or self._of_others(tokens, starting(bodies, tokens, first)):
            return index, None
        owner = self._body_after(tokens, after, bodies) if after < len(tokens) and tokens[after].text in "(," else None
        return after, (owner.start, owner.end) if owner else None

    def _fielded(self, tokens: list[Token], index: int, bodies: list[Found]) -> tuple[int, Place | None]:
        """Where a field ends that stands between a title and its body: "Inspector, Public Care, Tide Police"."""
        if tokens[index].text != "," or tokens[index - 1].base not in _RUNNING:
            return index, None
        last = index + 1
        while last < len(tokens) and tokens[last].word and (tokens[last].capital or tokens[last].folded in _LINKING):
            last += 1
        field = tokens[index + 1 : last]
        apart = bool(field) and field[0].folded == "the"
        if apart or len(field) not in _FIELD_WORDS or last >= len(tokens) or tokens[last].text != ",":
            return index, None
        body = self._body_after(tokens, last, bodies)
        named = any(b.start < field[-1].end and field[0].start < b.end for b in bodies if b.scope is not Scope.GENERIC)
        posts = any(self.heads.longest_at(tokens, place) for place in range(index + 1, last))
        return (index, None) if body is None or named or posts else (last, (body.start, body.end))

    def _of_others(self, tokens: list[Token], body: Found | None) -> bool:
        """Whether what stands behind a title is more than a field of work, as in "Director, Adult Social Care"."""
        words = [t for t in tokens if body is not None and body.start <= t.start < body.end and t.word]
        return any(t.base not in self.fields and t.folded != "and" for t in words)

    def _of_rank(self, tokens: list[Token], index: int, inner: Token) -> bool:
        """Whether a police officer's field or place stands in a bracket: "Inspector (Exploitation)"."""
        said = inner.folded in lexicon("roles")["beside_people"] or self.heads.longest_at([inner], 0)
        return tokens[index - 1].folded in _RANKS and not said and inner.folded not in _OF_PEOPLE

    def _bracketed(self, tokens: list[Token], index: int) -> int:
        for place in range(index + 1, min(index + 12, len(tokens))):
            if tokens[place].text == ")":
                inner = tokens[index + 1 : place]
                caps = [t for t in inner if t.word and t.capital]
                field = len(inner) == 1 and (inner[0].base in self.fields or self._of_rank(tokens, index, inner[0]))
                title = inner and inner[0].capital and (len(caps) > 1 or field) and not inner[0].acronym
                title = title and not _of_somebody(inner)
                return place + 1 if title and not self.heads.longest_at(tokens, place - 1) else index
        return index


def _of_somebody(inner: list[Token]) -> bool:
    """Whether a bracket behind a title may name who holds the post: "Director of Care (Ann Lee)"."""
    named = all(t.word and t.capital for t in inner) and len(inner) in _NAME_WORDS
    titled = inner[0].folded in lexicon("people")["titles"]
    return named and (titled or inner[0].folded in lexicon("given_names")["given"])


def _of_body(tokens: list[Token], within: range, bodies: list[Found]) -> Place | None:
    """Whose a post is that names its field first: "Head of Finance and Assets of the Marsh Council"."""
    for place in within:
        if tokens[place].folded == "of" and place + 1 < len(tokens):
            body = starting(bodies, tokens, place + 1 + (tokens[place + 1].folded == "the"))
            if body is not None and body.scope is not Scope.GENERIC:
                return body.start, body.end
    return None


def _are_several(body: Found) -> bool:
    """Whether a name is of several bodies, which stand beside a post in a list: "the CEO, Local Boards and staff"."""
    return body.text.partition(" (")[0].split()[-1].lower() in lexicon("bodies")["plurals"]


def _determined(tokens: list[Token], index: int) -> bool:
    """Whether a determiner follows the "of" here; of a chair "a" and "any" too: "the Chair of any committee"."""
    after, title = tokens[index + 1].folded, tokens[index - 1].base
    if after in {"the", "each", "either"}:
        return True
    roles = lexicon("roles")
    of_any = after in {"a", "an", "any", "every"} and (title in roles["chairs"] or title in roles["deputies"])
    return of_any and not (index > 1 and tokens[index - 2].folded in {"a", "an"})


def _of_service(tokens: list[Token], index: int) -> bool:
    """Whether "of Service" stands here, a grade that says nothing of a body: "Head of Service for Fostering"."""
    words = [token.folded for token in tokens[index : index + 2]]
    return words in (["of", "service"], ["of", "services"])


def starting(bodies: list[Found], tokens: list[Token], index: int) -> Found | None:
    """Return the longest body that begins at this token."""
    if index >= len(tokens):
        return None
    starts = [body for body in bodies if body.start == tokens[index].start]
    return max(starts, key=lambda body: body.end, default=None)


def index_after(tokens: list[Token], end: int) -> int:
    """Return the index of the first token that begins at this offset or later."""
    return next((index for index, token in enumerate(tokens) if token.start >= end), len(tokens))


def of_no_body(tokens: list[Token], index: int) -> int:
    """Return the index after "of the meeting", "of the public" or "of staff", or the same index."""
    if [token.folded for token in tokens[index : index + 2]] == ["of", "staff"] and tokens[index - 1].folded in _ANY_OF:
        return index + 2
    words = [token.folded for token in tokens[index : index + 3]]
    named = len(words) == 3 and words[0] == "of" and words[1] in {"the", "a", "each", "any", "that"}
    named = named and not all(token.capital for token in tokens[index + 2 : index + 4])
    return index + 3 if named and words[2] in _OF_NO_BODY else index
