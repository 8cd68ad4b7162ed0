"""Names of reports, plans, strategies and other documents that bodies make, get or approve."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from protocolgraph.extract.capitals import Capitals
from protocolgraph.extract.found import Found, longest
from protocolgraph.extract.items import verb_forms
from protocolgraph.extract.paper_subjects import with_subject
from protocolgraph.extract.phrases import Phrases
from protocolgraph.extract.tokens import Token
from protocolgraph.model import EntityType, MentionForm, Scope
from protocolgraph.vocab.lexicon import lexicon

_YEAR = re.compile(r"(?:20)?\d\d")
_YEARS = re.compile(r"20\d\d(?:[/-](?:20)?\d\d)?")
_HOLDING = {
    "register": {"of"}, "statement": {"of"}, "code": {"of"}, "scheme": {"of"}, "instrument": {"of"}, "schedule": {"of"},
    "pledge": {"to"}, "charter": {"for"}, "arrangements": {"for"}, "programme": {"of"}, "memorandum": {"of"},
    "review": {"of"},
}  # fmt: skip
"""Heads whose name goes on with what they hold, and how."""
_LEADING_ON = {
    "guide": {"on", "to"}, "statement": {"on", "of"}, "minutes": {"of"}, "evaluation": {"of"}, "calendar": {"of"},
    "summary": {"of"}, "register": {"of"}, "schedule": {"of"},
}  # fmt: skip
"""Words that lead from a paper to what it is about; "on" from any."""
_OPENING = {"‘": "’'", "“": '”"', '"': '"', "'": "'"}
_SORTS = frozenset({"paper", "document", "publication", "booklet"})
"""Sorts of papers that name one only with its title."""
_ENTITLED = frozenset({"entitled", "titled", "called", "named", "document", ":"})
_WITH_SETS = frozenset({"policy", "protocol"})
_SETS_OF_ONE = frozenset({"procedures", "guidance", "guidelines"})
"""What goes with a policy in one paper: "Policy and Procedures"."""
_SETS = frozenset({"policies", "procedures", "protocols", "guidance", "strategies", "plans", "standards", "guidelines"})
_ORDINARY = frozenset({"agenda", "budget", "programme"})
"""Nouns that mean a paper only where a statement says so: "an annual budget"."""
_SEVERAL = frozenset({
    "plans", "strategies", "protocols", "frameworks", "assessments", "statements", "reports", "policies", "procedures",
    "guidance",
})  # fmt: skip
"""Papers of a kind, which a name by itself is seldom meant by: "multi-agency plans"."""
_OWN = frozenset({"its", "their", "our"})
_WITH_PLANS = frozenset({"strategy", "framework"})
_PLANS = (["action", "plan"], ["delivery", "plan"], ["implementation", "plan"])
"""What a strategy goes along with in one paper."""
_REPORTING = frozenset({
    "to", "on", "directly", "each", "every", "annually", "quarterly", "regularly", "back", "its", "monthly", "through",
    "into", "formally", "twice", "jointly", "progress", "six-monthly", "the", "their", "any", "what", "findings",
    "themes", "risks", "half-yearly", "termly", "weekly", "upwards", "straight", "direct",
})  # fmt: skip
"""What follows "reports" where it is a verb: "the NSAB reports each year"."""
_GIVING = ("submit", "present", "provid", "send", "giv", "suppl", "return")
"""How the verbs begin of what is given to somebody."""
_NEAR_VERB = 30
"""Characters before a body among which such a verb stands."""
_SECOND = 2
"""Where the verb of a sentence stands that "The Group" begins."""
_DOINGS = frozenset({"plans", "reports", "profiles", "schedules", "programmes"})
"""Papers whose nouns are verbs of a group, too: "The Group plans training"."""
_FINITE = frozenset({
    "are", "is", "was", "were", "will", "shall", "must", "should", "may", "can", "have", "has", "had", "and", "or",
    "for", "of", "that", "which", "to", "on", "in", "do", "did", "cover", "include", "set",
})  # fmt: skip
"""What follows such a noun where it is a paper: "The Group plans are kept"."""
_OF_ITS_MAKER = frozenset({
    "policy", "policies", "framework", "guidance", "strategy", "procedures", "protocol", "handbook", "charter",
    "toolkit", "prospectus", "guidelines", "statement",
})  # fmt: skip
"""Nouns, in small letters, before which the name of a body tells whose they are: "Treasury guidance"."""
_ITSELF = frozenset({"this", "these"})
"""Words behind which a paper speaks of itself."""
_TELLING = frozenset({"of", "for", "on", "to", "by", "from", "in", "which", "that", "and", "or", "'s"})
"""What goes on behind a paper's noun and tells which it is."""
_FLOATING = frozenset({"each", "both", "all"})
_DOING = frozenset({"it", "they", "we", "who", "which", "neither", "nor"})
"""Words in front of "reports" that do it."""
_BOTH = frozenset({"both", "two", "three", "four"})
"""The same in front of "report": "All three report to the Board"."""
_DESCRIBING = 5
"""Words that may describe a paper between its article and its noun."""
_PAIR = 3
"""Words of two capitals that "and" joins."""
_YEAR_LONG = 4
"""Digits of a year, which never describe a paper in front: "the Annual Report 2013 reports ..."."""
_GIVEN_NAME = 2
"""Capitals in a description that make a name of it."""
_NO_TOPIC = frozenset({
    "before", "into", "on", "as", "be", "under", "against", "through", "between", "any", "all", "than", "whose",
    "where", "when", "if", "not", "has", "have", "about", "because", "until", "during", "per", "via", "up", "out",
    "and", "or", "to", "by", "from", "in", "at", "within", "which", "that", "who", "is", "are", "was", "behalf",
    "request", "time", "completion", "receipt", "will", "must", "shall", "should", "may", "of", "for", "with", "how",
    "what", "progress", "whether",
})  # fmt: skip


@cache
def _reporters() -> frozenset[str]:
    """Nouns, as texts write them small, of those who report: "the postholder reports to", "each group reports to"."""
    bodies, roles = lexicon("bodies"), lexicon("roles")
    return frozenset({*bodies["definite"], *roles["heads"], "postholder", "post-holder", "jobholder", "incumbent"})


@dataclass(frozen=True, slots=True)
class PublicationFinder:
    """Finds publications in the tokens of a passage."""

    capitals: Capitals
    heads: Phrases
    sometimes: Phrases
    titles: Phrases
    never: Phrases
    nouns: Phrases
    narrowing: Mapping[str, Any]
    vague: Mapping[str, Any]
    passing: Mapping[str, Any]
    determiners: Mapping[str, Any]
    business: Mapping[str, Any]

    @classmethod
    def load(cls) -> PublicationFinder:
        """Return a finder with the lexicon's words."""
        publications, words, bodies = lexicon("publications"), lexicon("words"), lexicon("bodies")
        stops = {**publications["heads"], **dict.fromkeys(bodies["heads"])}
        heads = {**publications["heads"], **publications["sometimes"]}
        return cls(
            Capitals(words, stops, bodies["inner"]),
            Phrases(heads),
            Phrases(publications["sometimes"]),
            Phrases(publications["titles"]),
            Phrases(publications["never"]),
            Phrases(publications["nouns"]),
            publications["narrowing"],
            publications["vague"],
            publications["passing"],
            {**words["determiners"], **dict.fromkeys(("six", "new", "own"))},
            lexicon("topics")["topics"],
        )

    def find(self, tokens: list[Token], text: str, bodies: list[Found]) -> list[Found]:
        """Return the publications named in a passage, none inside another."""
        found: list[Found] = []
        papers = {place for words in (self.titles, self.heads, self.nouns) for place in words.all_at(tokens)}
        papers |= {place for place, token in enumerate(tokens) if token.folded in _SORTS}
        never = self.never.all_at(tokens)
        end = 0
        for index in sorted({*papers, *never}):
            if index < end:
                continue
            if length := never.get(index, 0):
                end = index + length
                continue
            found += self._titled(tokens, text, index, bodies)
            found += self._described(tokens, text, index, bodies)
            found += self._quoted(tokens, text, index)
        return longest([name for name in found if not self._case_paper(tokens, name)])

    def _titled(self, tokens: list[Token], text: str, index: int, bodies: list[Found]) -> list[Found]:
        """A capitalised name with a head noun, or a title that texts write in lower case too."""
        found, capital = [], tokens[index].capital
        if length := self.titles.longest_at(tokens, index):
            first = (
                self.capitals.left(tokens, index)
                if capital
                else _behind(tokens, self._left(tokens, index), index, bodies)
            )
            first = self._parted(tokens, first, index)
            end = with_subject(tokens, index + length, self.capitals, bodies)
            found.append(self._publication(tokens, text, (first, end), bodies, head=index + length - 1))
        if (length := self.heads.longest_at(tokens, index)) and capital:
            first = self._with_number(tokens, self.capitals.left(tokens, index))
            first = self._with_strategy(tokens, self._parted(tokens, first, index), index)
            end = self._and_another(tokens, self._subject(tokens, index, index + length, bodies))
            end = with_subject(tokens, end, self.capitals, bodies)
            if first < index or end > index + length:
                named = self._publication(tokens, text, (first, end), bodies, head=index + length - 1)
                found.append(replace(named, weak=bool(self.sometimes.longest_at(tokens, index))))
        return found

    def _parted(self, tokens: list[Token], first: int, index: int) -> int:
        """Where the second of two papers begins: "Terms of Reference and Administrative Arrangements"."""
        for place in range(index - 1, first - 1, -1):
            whole = any(self.titles.longest_at(tokens, n) == place - n for n in range(max(0, place - 6), place))
            if tokens[place].folded in {"and", "&"} and whole:
                return place + 1
        return first

    def _with_strategy(self, tokens: list[Token], first: int, index: int) -> int:
        """Where one paper begins of which a plan is only the second half: "Prevention Strategy and Action Plan"."""
        plan = [token.folded for token in tokens[first : index + 1]] in _PLANS
        joined = first > 1 and tokens[first - 1].folded in {"and", "&"} and tokens[first - 2].folded in _WITH_PLANS
        return self.capitals.left(tokens, first - 2) if plan and joined and tokens[first - 2].capital else first

    def _subject(self, tokens: list[Token], index: int, last: int, bodies: list[Found]) -> int:
        """Where "Register of Members" ends: with the capitals that say what it holds; a body there is its owner."""
        named = last + 1 < len(tokens) and tokens[last].folded in _HOLDING.get(tokens[index].base, ())
        if not named or not tokens[last + 1].capital or any(b.start == tokens[last + 1].start for b in bodies):
            return last
        return self.capitals.run(tokens, last + 1, lists=False)

    @staticmethod
    def _with_number(tokens: list[Token], first: int) -> int:
        """ "75 Agreement" is "Section 75 Agreement"."""
        return first - 1 if first and tokens[first].text.isdigit() and tokens[first - 1].capital else first

    def _described(self, tokens: list[Token], text: str, index: int, bodies: list[Found]) -> list[Found]:
        """ "a quarterly report on complaints": a noun in lower case, weak; after a determiner or a narrowing word."""
        length = self.nouns.longest_at(tokens, index)
        if not length and index and tokens[index - 1].folded in _ITSELF:
            length = self.heads.longest_at(tokens, index)
        if not length:
            return []
        first = _behind(tokens, self._left(tokens, index), index, bodies)
        if self._no_paper(tokens, index, index + length):
            return []
        anchored = first if tokens[index].capital else self._anchored(tokens, first, bodies)
        if anchored < first:
            end = with_subject(tokens, self._and_another(tokens, index + length), self.capitals, bodies)
            named = self._publication(tokens, text, (anchored, end), bodies, head=index + length - 1)
            return [replace(named, weak=sum(t.capital for t in tokens[anchored:first]) < _GIVEN_NAME)]
        before = tokens[first - 1] if first else None
        if before is not None and self._points_back(tokens, first, index, length):
            again = self._publication(tokens, text, (index, index + length), bodies)
            return [replace(again, form=MentionForm.DEFINITE, weak=True)]
        if tokens[index].capital:
            return []
        determined = before is not None and (before.folded in self.determiners or before.possessive)
        if first == index and not determined and not _of_its_maker(tokens, index, bodies):
            return []
        if before is not None and before.folded == "the" and self._spoken_of(tokens, first, index, index + length):
            again = self._publication(tokens, text, (index, index + length), bodies)
            return [replace(again, form=MentionForm.DEFINITE, weak=True)]
        end = with_subject(tokens, self._and_another(tokens, index + length), self.capitals, bodies)
        leading_on = _LEADING_ON.get(tokens[index].base, {"on"})
        if end < len(tokens) and tokens[end].folded in leading_on:
            end = self._topic(tokens, end)
        telling = [t for t in tokens[first:index] if t.folded not in self.vague and t.folded not in {"and", "&"}]
        named = self._publication(tokens, text, (first, end), bodies, head=index + length - 1)
        ordinary = tokens[index].folded in _ORDINARY or (
            tokens[index].folded in _SEVERAL
            and not any(token.acronym for token in tokens[first:index])
            and not (before is not None and (before.possessive or before.folded in _OWN))
        )
        return [replace(named, weak=not telling or ordinary)]

    def _quoted(self, tokens: list[Token], text: str, index: int) -> list[Found]:
        """The title in "the strategy ‘Every Tide Counts’": in quotation marks behind what sort of paper it is."""
        sort = self.nouns.longest_at(tokens, index) or self.heads.longest_at(tokens, index)
        sort = sort or (1 if tokens[index].folded in _SORTS else 0)
        start = index + sort
        while sort and start < len(tokens) and tokens[start].folded in _ENTITLED:
            start += 1
        if not sort or start + 2 >= len(tokens) or tokens[start].text not in _OPENING or not tokens[start + 1].capital:
            return []
        closing = _OPENING[tokens[start].text]
        ends = range(start + 2, min(start + 14, len(tokens)))
        end = next((place for place in ends if tokens[place].text[-1] in closing), None)
        if end is None or tokens[start].start == tokens[start - 1].end:
            return []
        first, last = tokens[start + 1].start, tokens[end].end - 1
        if " " not in text[first:last].strip():
            return []
        last = first + len(text[first:last].rstrip(" .,;"))
        return [Found(first, last, EntityType.PUBLICATION, text[first:last], tokens[index].base)]

    @staticmethod
    def _no_paper(tokens: list[Token], index: int, end: int) -> bool:
        """Whether a noun here is a verb ("the NSAB reports to ...") or tells time ("six calendar months")."""
        after = tokens[end].folded if end < len(tokens) else ""
        place = index - 1 if index > 1 and tokens[index - 1].folded in _FLOATING else index
        relative = index > 1 and tokens[index - 1].folded == "that" and tokens[index - 2].base in _reporters()
        pronoun = relative or (index > 0 and tokens[index - 1].folded in _DOING)
        subject = place > 0 and (
            tokens[place - 1].acronym
            or (tokens[place - 1].capital and tokens[place - 1].base in lexicon("bodies")["heads"])
        )
        pointed = place > 1 and tokens[place - 2].folded in {"the", "each", "this", "every"}
        subject = subject or (pointed and tokens[place - 1].folded in _reporters())
        several = tokens[index - 1].acronym and tokens[index - 1].text.endswith("s")
        plainly = tokens[index].folded == "report" and (pronoun or place < index or several)
        said = tokens[index].folded == "reports" or plainly
        group = tokens[index - 1].folded.removesuffix("s") if tokens[index - 1].folded.endswith("s") else ""
        both = tokens[index].folded == "report" and (tokens[index - 1].folded in _BOTH or group in _reporters())
        verb = (both or (said and (subject or pronoun))) and after in _REPORTING
        doing = place == _SECOND and pointed and tokens[place - 1].folded in lexicon("bodies")["definite"]
        verb = verb or (doing and tokens[index].folded in _DOINGS and after not in _FINITE and after.isalpha())
        return verb or (tokens[index].folded == "calendar" and after.removesuffix("s") in {"month", "year", "day"})

    def _and_another(self, tokens: list[Token], end: int) -> int:
        """Where "policies and procedures" or "Policy and Procedures" ends, which is one set of papers."""
        if end + 1 >= len(tokens) or tokens[end].folded not in {"and", "&"}:
            return end
        more = _SETS if tokens[end - 1].base in _SETS else _SETS_OF_ONE if tokens[end - 1].base in _WITH_SETS else ()
        return end + 2 if tokens[end + 1].base in more else end

    def _points_back(self, tokens: list[Token], first: int, index: int, length: int) -> bool:
        """Whether a noun alone means a publication named before: "this protocol", "the Plan", "the draft Plan"."""
        after = tokens[index + length] if index + length < len(tokens) else None
        if after is not None and after.capital and after.word:
            return False
        before, between = tokens[first - 1].folded, {t.folded for t in tokens[first:index]}
        if before in _ITSELF:
            return not between
        return before == "the" and tokens[index].capital and between <= {"draft", "final", "published"}

    def _spoken_of(self, tokens: list[Token], first: int, index: int, end: int) -> bool:
        """Whether "the plan" is one that was named before: nothing stands beside its noun that tells which."""
        after = tokens[end] if end < len(tokens) else None
        telling = after is not None and (after.folded in _TELLING or (after.capital and after.word))
        return first == index and end == index + 1 and not telling and tokens[index].folded not in _SEVERAL

    def _left(self, tokens: list[Token], index: int) -> int:
        """The first narrowing word before a noun: "easy-read" of "easy-read guide"."""
        first = index
        while first and index - first < 5:
            before, joined = tokens[first - 1], first > 1 and tokens[first - 1].folded in {"and", "&"}
            if before.folded in self.narrowing or (before.acronym and not before.possessive):
                first -= 1
            elif joined and first < index and tokens[first - 2].folded in self.narrowing:
                first -= 2
            else:
                break
        return first

    def _anchored(self, tokens: list[Token], first: int, bodies: list[Found]) -> int:
        """Where a paper's name begins behind its article, whatever words describe it: "a three year strategy".

        Capitals inside a sentence belong to the name too ("the Harbour Lights programme"), a body's name does not.
        """
        place = first
        while place and first - place < _DESCRIBING and self._describes(tokens, place - 1, bodies):
            place -= 1
        capitals = [t for t in tokens[place:first] if t.capital or t.text.isdigit()]
        named = len(capitals) >= _GIVEN_NAME or all(t.acronym for t in capitals)
        begins = place > 0 and (tokens[place - 1].possessive or tokens[place - 1].folded in self.determiners)
        begins = begins or (place > 0 and bool(capitals) and tokens[place].capital and tokens[place - 1].word)
        while place < first and tokens[place].folded in self.passing:
            place += 1
        if begins and place + 1 < first and _does(tokens[place], tokens[place + 1]):
            return first
        return place if named and begins else first

    def _describes(self, tokens: list[Token], index: int, bodies: list[Found]) -> bool:
        token = tokens[index]
        inside = any(body.start <= token.start < body.end for body in bodies)
        plain = token.word and not token.possessive and token.folded not in self.determiners
        paper = token.capital and (token.base in self.capitals.papers or token.base in self.capitals.heads)
        plain = plain and not paper and (not token.text[0].isdigit() or len(token.text) < _YEAR_LONG)
        topical = token.folded not in _NO_TOPIC or self._joins(tokens, index)
        adverb = token.folded.endswith("ly") and token.folded not in self.narrowing
        return plain and not inside and topical and not adverb

    @staticmethod
    def _joins(tokens: list[Token], index: int) -> bool:
        """Whether "and" stands between two capitals of one name: "the Complaints and Comments report"."""
        between = tokens[max(index - 1, 0) : index + 2]
        return tokens[index].folded == "and" and len(between) == _PAIR and between[0].capital and between[2].capital

    def _topic(self, tokens: list[Token], index: int) -> int:
        """Where "on <topic>" ends: up to four plain words, the first perhaps after "its" ("report on its work")."""
        start = index + 1
        if start < len(tokens) and tokens[start].folded in {"its", "their", "each", "all"}:
            start += 1
        end = start
        while end < min(start + 5, len(tokens)) and self._topical(tokens, end):
            end += 1
        return end if end > start else index

    def _topical(self, tokens: list[Token], index: int) -> bool:
        token = tokens[index]
        plain = token.word and not token.text[0].isdigit() and token.folded not in self.determiners
        after = tokens[index + 1] if token.folded == "and" and index + 1 < len(tokens) else None
        joined = after is not None and (after.base in self.business or (after.capital and after.word))
        return plain and (token.folded not in _NO_TOPIC or joined)

    def _case_paper(self, tokens: list[Token], name: Found) -> bool:
        """Whether the name is that of one person's plan or review: "Pathway Plans", "Personal Education Plan".

        "Good Practice" is no paper, a "Good Practice Guide" is one.
        """
        places = [index for index, token in enumerate(tokens) if name.start <= token.start < name.end]
        if any(self.titles.longest_at(tokens, place) == places[-1] + 1 - place for place in places):
            return False
        lengths = [(index, self.never.longest_at(tokens, index)) for index in places]
        return any(length and index + length > places[-1] for index, length in lengths)

    def _publication(
        self, tokens: list[Token], text: str, place: tuple[int, int], bodies: list[Found], *, head: int | None = None
    ) -> Found:
        first, last = place
        last = _with_years(tokens, last)
        start, end = tokens[first].start, tokens[last - 1].end
        end -= len(tokens[last - 1].text) - len(tokens[last - 1].base) if tokens[last - 1].possessive else 0
        noun = tokens[last - 1 if head is None else head].base
        return Found(
            start, end, EntityType.PUBLICATION, text[start:end], noun,
            owner=_owner(tokens, first, last, bodies),
        )  # fmt: skip


def _does(subject: Token, verb: Token) -> bool:
    """Whether a body's noun and its verb stand in front of a paper: "the committee agrees audit plans"."""
    base = verb_forms().get(verb.text)
    return base not in {None, verb.text} and subject.text in lexicon("bodies")["definite"] and verb.text.endswith("s")


def _with_years(tokens: list[Token], last: int) -> int:
    """Where a name with the years that it is for ends: "Strategic Statement 2015-2020", "Annual Report 2017/18"."""
    if last >= len(tokens) or not _YEARS.fullmatch(tokens[last].text):
        return last
    spaced = [t.text for t in tokens[last + 1 : last + 3]]
    closing = len(spaced) == 2 and spaced[0] in {"-", "–", "/", "to"} and _YEAR.fullmatch(spaced[1])
    return last + 3 if closing else last + 1


def _behind(tokens: list[Token], first: int, index: int, bodies: list[Found]) -> int:
    """Where a name begins that a body stands before: "the Fostering Service annual report" is an annual report."""
    ends = [body.end for body in bodies if body.start < tokens[first].start < body.end]
    return next((place for place in range(first, index + 1) if tokens[place].start >= max(ends, default=0)), first)


def _of_its_maker(tokens: list[Token], index: int, bodies: list[Found]) -> bool:
    """Whether a body's name right before a noun tells whose paper it is: "Harbour Office guidance on tides"."""
    if tokens[index].folded not in _OF_ITS_MAKER or not index:
        return False
    return any(body.end == tokens[index - 1].end and body.scope is not Scope.GENERIC for body in bodies)


def _given_to(tokens: list[Token], body: Found) -> bool:
    """Whether it is to a body that a report right behind its name is given: "submit to the Board quarterly reports"."""
    before = [token.folded for token in tokens if body.start - _NEAR_VERB <= token.start < body.start]
    before = before[:-1] if before[-1:] == ["the"] else before
    return before[-1:] == ["to"] and any(word.startswith(_GIVING) for word in before[-_SECOND - 1 : -1])


def _begins_a_subject(tokens: list[Token], body: Found) -> bool:
    """Whether "Police" is only the first word of what a paper is about: "the Police and Crime Plan"."""
    after = next((token for token in tokens if token.start >= body.end), None)
    return body.text == "Police" and after is not None and after.folded in {"and", "&"}


def _owner(tokens: list[Token], first: int, last: int, bodies: list[Found]) -> tuple[int, int] | None:
    """The body that a report is named after: "the NSCB Annual Report", "the Board's Annual Report", "of the Board"."""
    end = tokens[last - 1].end
    named = tokens[first + (tokens[first].folded == "annual" and first + 1 < last)]
    for body in bodies:
        inside = body.start == named.start and body.end < end and not _begins_a_subject(tokens, body)
        before = first > 0 and tokens[first - 1].possessive and body.start <= tokens[first - 1].start < body.end
        beside = first > 0 and body.end == tokens[first - 1].end and not tokens[first].capital
        beside = beside and body.scope is not Scope.GENERIC and not _given_to(tokens, body)
        if inside or before or beside:
            return body.start, body.end
    if last + 1 < len(tokens) and tokens[last].folded == "of":
        place = last + (2 if tokens[last + 1].folded == "the" else 1)
        for body in bodies:
            if place < len(tokens) and body.start == tokens[place].start:
                return body.start, body.end
    return None
