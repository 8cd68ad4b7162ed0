"""Named people: by a title before the name, or by their place beside a post.

A bare pair of capitalised words is never taken for a person in running text: only a title, an
attendance list, or a common given name with a post or body beside it makes it one.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from protocolgraph.extract.found import Found
from protocolgraph.extract.tokens import Token, tokenize
from protocolgraph.model import EntityType
from protocolgraph.vocab.lexicon import fold, lexicon

_INITIAL = re.compile(r"^[A-Z](?:\.[A-Z]){0,3}\.?$")
"""A given name cut short to its letter, or several: "J", "R.L"."""
_GLUED = re.compile(r"^(?:[A-Z]\.)+[A-Z][a-z’'-]")
"""Initials and a surname without a space between: "A.Rook"."""
_INITIALLED = re.compile(r"(?P<name>(?:[A-Z][\w'’-]+ ){1,3}[A-Z][\w'’-]+) \((?P<initials>[A-Z]{2,4})\)")
_PEERS = {"lord", "lady", "baroness", "baron", "viscount", "earl", "countess"}
_CLOSED_BY = {"(": ")", "[": "]"}
_BRACKET = re.compile(r"\(([^()]{2,60})\)|\[([^\[\]]{2,60})\]")
_DASHED_CHAIR = re.compile(
    r"\s+(?:[–—-]\s+)?(?P<office>(?:vice|deputy|co)?[- ]?chair(?:man|person|woman)?)\b(?! (?:of|for)\b)", re.IGNORECASE
)
_BRACKETS = re.compile(r"(?:,?\s*(?:\([^()]{2,60}\)|\[[^\[\]]{2,60}\]))+")
"""What stands in brackets behind a name: "[Treasurer] (AL)", of which the initials say nothing."""
_PRESIDING = ["in", "the", "chair"]
"""Behind the name of whoever chaired, before the comma."""
_LIST_MARKS = {",", ";", "/", "and", "&"}
_COUNCILS = {"borough", "district", "county", "city", "parish", "town", "ward", "community"}
_ELECTED = {"councillor", "cllr"}
"""Behind the sort of council on which somebody sits: "District Cllr Ann Lee"."""
_WELSH_COUNCIL = "cyngor"
"""Before "Sir", which is a county in Welsh and no knight: "Cyngor Sir Glan Tawe"."""
_SEVERAL = {"councillors", "cllrs", "messrs"}
"""Titles of all who are listed behind them."""


_OF_COUNCILS = frozenset(
    {"borough", "city", "county", "district", "metropolitan", "parish", "town", "council", "authority"}
)
"""Words with which the name of a council ends."""


@dataclass(frozen=True, slots=True)
class PersonFinder:
    """Finds people in the tokens of a passage."""

    titles: dict[str, None]
    particles: dict[str, None]
    not_names: dict[str, None]
    honours: dict[str, None]
    ranks: dict[str, None]
    given: dict[str, None]
    surnames: dict[str, None]
    """Words of places, groups and posts that are surnames, too: "Councillor Ann Hall", "Cllr Bishop", "J Dean"."""
    only_called: dict[str, None]
    """Those of them that end no name of a place."""
    words: Collection[str] = ()
    """The language's ordinary words, by which a given name that no list holds is told; none where not known."""

    @classmethod
    def load(cls, words: Collection[str] = ()) -> PersonFinder:
        """Return a finder with the lexicon's words, and the language's ordinary ones."""
        people = lexicon("people")
        others = {
            **people["not_names"],
            **lexicon("bodies")["heads"],
            **lexicon("bodies")["weak_heads"],
            **lexicon("roles")["heads"],
            **lexicon("words")["determiners"],
        }
        return cls(
            dict(people["titles"]),
            dict(people["particles"]),
            others,
            dict(people["honours"]),
            dict(people["ranks"]),
            dict(lexicon("given_names")["given"]),
            dict(people["surnames"]),
            dict(people["only_called"]),
            words,
        )

    def titled(self, tokens: list[Token], text: str) -> list[Found]:
        """Return the people named with a title: "Cllr Amy Brook", "Councillors Ash, Birch (Chair) and Cole"."""
        found: list[Found] = []
        index = 0
        while index < len(tokens):
            welsh = tokens[index].folded == "sir" and index > 0 and tokens[index - 1].folded == _WELSH_COUNCIL
            titled = tokens[index].folded.rstrip(".") in self.titles and tokens[index].capital and not welsh
            if titled and not _of_a_council(tokens, index):
                names, index = self._after_title(tokens, text, index)
                found += names
            elif self.is_rank(tokens, index) or _of_a_council(tokens, index):
                found += self._ranked(tokens, text, index)
                index += 1
            else:
                index += 1
        return found

    def given_names(self, tokens: list[Token], text: str) -> list[Found]:
        """Return what may be people by a common given name before a surname, whatever stands beside."""
        found: list[Found] = []
        index = self.name_at(tokens, 0) if tokens and _is_initialled(text) and self._unknown(tokens[0]) else 0
        if index:
            found.append(_person(text, tokens[0].start, tokens[index - 1].end))
        while index < len(tokens):
            end = self._known_at(tokens, index)
            if end > index:
                found.append(_person(text, tokens[index].start, tokens[end - 1].end))
            index = max(end, index + 1)
        return found

    def _known_at(self, tokens: list[Token], index: int) -> int:
        """The index after given names, initials and one surname that begin here, or the same index for none."""
        if not tokens[index].capital or tokens[index].folded not in self.given:
            return index
        end = index + 1
        while end + 1 < len(tokens) and end - index < 4 and self._before_surname(tokens, end):
            end += 1
        if end >= len(tokens):
            return index
        called = end == index + 1 and tokens[end].capital and tokens[end].folded in self.only_called
        called = called or self._shouted(tokens, index, end, titled=False)
        if not called and (not self._part_of_name(tokens[end], first=True) or tokens[end].folded in self.particles):
            return index
        return self._with_honours(tokens, end + 1)

    def unlisted(self, tokens: list[Token], text: str) -> list[Found]:
        """Return what may be people whose given name no list holds: no word of the language, before a surname.

        Initials before a surname may be somebody, too: "S Petrie", "J. T. Orme".
        """
        found: list[Found] = []
        index = 0
        while self.words and index < len(tokens):
            end = self._unlisted_at(tokens, index)
            if end > index:
                found.append(_person(text, tokens[index].start, tokens[end - 1].end))
            index = max(end, index + 1)
        return found

    def _unlisted_at(self, tokens: list[Token], index: int) -> int:
        """The index after an unknown given name or initials and a surname that begin here, or the same index."""
        if (index and self._goes_on(tokens[index - 1])) or not self._unknown(tokens[index]):
            return index
        end = self._before_post(tokens, index, self.name_at(tokens, index))
        words = [t for t in tokens[index:end] if t.word and t.folded not in self.honours]
        after = tokens[end] if end < len(tokens) else None
        several = _FEWEST <= len(words) <= _MOST and not any(len(t.text) > 1 and t.acronym for t in words)
        alone = after is None or not self._goes_on(after)
        return end if several and (alone or self._before_office(tokens, index, end)) else index

    @staticmethod
    def _before_office(tokens: list[Token], index: int, end: int) -> bool:
        """Whether a post follows somebody's initials and surname, as in a list: "R. Calder Vice Chair"."""
        roles, after = lexicon("roles"), tokens[end]
        post = after.base in roles["heads"] or after.folded in roles["before_posts"] or after.folded in roles["ranks"]
        return post and _INITIAL.match(tokens[index].text) is not None

    def _unknown(self, token: Token) -> bool:
        if not token.capital:
            return False
        if _INITIAL.match(token.text):
            return True
        known = token.folded in self.given or self._is_word(token.folded)
        return token.word and not known and not token.acronym and self._part_of_name(token, first=True)

    def is_name(self, text: str) -> bool:
        """Whether some word of what may be a person's name is a title, a given name or no word of the language."""
        found = [word for word in fold(text).replace(".", " ").split() if len(word) > 1]
        return any(w in self.titles or w in self.given or not self._is_word(w) for w in found)

    def _is_word(self, word: str) -> bool:
        return word in self.words or any(word.removesuffix(end) in self.words for end in _ENDINGS)

    @staticmethod
    def _goes_on(token: Token) -> bool:
        """Whether a capitalised word stands here, of which two others beside it would only be a part."""
        return token.word and token.capital

    def _before_surname(self, tokens: list[Token], index: int) -> bool:
        token, after = tokens[index], tokens[index + 1]
        initial = _INITIAL.match(token.text) or (token.text == "." and _INITIAL.match(tokens[index - 1].text))
        middle = initial or token.folded in self.given or token.folded in self.particles
        return bool(middle) and (after.text == "." or self._part_of_name(after, first=False))

    def _with_honours(self, tokens: list[Token], end: int) -> int:
        while end < len(tokens) and tokens[end].capital and tokens[end].folded in self.honours:
            end += 1
        return end

    def _after_title(
        self, tokens: list[Token], text: str, index: int, first: int | None = None
    ) -> tuple[list[Found], int]:
        """The people after the title at this index; `first` is where the titles before it begin ("Professor Sir")."""
        title, plural = index if first is None else first, tokens[index].folded in _SEVERAL
        index = self._behind(tokens, index)
        if not plural and index < len(tokens) and tokens[index].folded.rstrip(".") in self.titles:
            return self._after_title(tokens, text, index, title)
        found: list[Found] = []
        while True:
            own = self._own_titles(tokens, index) if plural else index
            end = self._before_post(tokens, own, self._peer(tokens, self.name_at(tokens, own, shortest=1), own))
            end = self._before_council(tokens, own, end)
            if end == own:
                return found, max(index, title + 1)
            while plural and tokens[index].folded in _SEVERAL:
                index = self._behind(tokens, index)
            start = index if plural or found else title
            found.append(_person(text, tokens[start].start, tokens[end - 1].end))
            index = self._next_in_list(tokens, end)
            if not plural:
                return found, end

    @staticmethod
    def _behind(tokens: list[Token], index: int) -> int:
        """The index behind a title and its full stop, or the colon of a label: "Councillors: Ash, Birch"."""
        return index + 2 if index + 1 < len(tokens) and tokens[index + 1].text in {".", ":"} else index + 1

    def _own_titles(self, tokens: list[Token], index: int) -> int:
        """The index behind the titles that one of several has besides theirs: "Cllrs Mrs Ash, Birch and Dr Cole"."""
        while index < len(tokens) and tokens[index].folded.rstrip(".") in self.titles and tokens[index].capital:
            index = self._behind(tokens, index)
        return index

    def _peer(self, tokens: list[Token], end: int, index: int) -> int:
        """Where the name ends with the place of a peer's title: "Baroness Ash of Elmford"."""
        peer = tokens[index - 1].folded in _PEERS and end > index
        if peer and end + 1 < len(tokens) and tokens[end].folded == "of" and tokens[end + 1].capital:
            return self._with_honours(tokens, end + 2)
        return end

    @staticmethod
    def _before_post(tokens: list[Token], index: int, end: int) -> int:
        """Where a name ends that a post follows without a mark: "Mrs H Wick Medical Director"."""
        roles = lexicon("roles")
        noun = tokens[end].base if end < len(tokens) else ""
        post = noun in roles["heads"] or noun in roles["beside_people"]
        words = (at for at in range(index + 1, end) if tokens[at].folded in roles["before_posts"])
        first = next(words, end) if post else end
        return first if any(len(token.text) > 1 for token in tokens[index:first]) else end

    def _before_council(self, tokens: list[Token], index: int, end: int) -> int:
        """Where a name ends before a council's without a mark: "Cllr Ann Lee | Northwick District Council"."""
        after = end
        while after < len(tokens) and tokens[after].base in _OF_COUNCILS and tokens[after].capital:
            after += 1
        if after == end or tokens[after - 1].base not in {"council", "authority"}:
            return end
        surname = index
        while surname + 1 < end and (tokens[surname].folded in self.given or _INITIAL.match(tokens[surname].text)):
            surname += 1
        return min(surname + 1, end - 1) if end - index > 1 else end

    def is_rank(self, tokens: list[Token], index: int) -> bool:
        """Whether a police rank stands here, as it does before a name."""
        return tokens[index].capital and tokens[index].folded in self.ranks

    def _ranked(self, tokens: list[Token], text: str, index: int) -> list[Found]:
        """Return the one of "Detective Superintendent Kay Dell": her rank is her post and no part of her name."""
        end = self.name_at(tokens, index + 1)
        return [_person(text, tokens[index + 1].start, tokens[end - 1].end)] if end > index + 1 else []

    @staticmethod
    def _next_in_list(tokens: list[Token], index: int) -> int:
        """Step over "(Chair)", "[Chair] (AL)" or "(AL) Chair" and the comma or "and" before the next name."""
        while index < len(tokens) and (tokens[index].text in _CLOSED_BY or _apart(tokens, index)):
            index += tokens[index].text == ","
            closing = _CLOSED_BY[tokens[index].text]
            close = next((i for i in range(index, min(index + 12, len(tokens))) if tokens[i].text == closing), None)
            if close is None:
                break
            index = close + 1
        if [token.folded for token in tokens[index : index + len(_PRESIDING)]] == _PRESIDING:
            index += len(_PRESIDING)
        named = index < len(tokens) and tokens[index].base in lexicon("roles")["chairs"]
        if named and index + 1 < len(tokens) and tokens[index + 1].folded in _LIST_MARKS:
            index += 1
        while index < len(tokens) and tokens[index].folded in _LIST_MARKS:
            index += 1
        return index

    def name_at(self, tokens: list[Token], index: int, *, shortest: int = 2) -> int:
        """Return the index after the personal name that begins here, or the same index for none."""
        end = index
        while end < len(tokens) and end - index < 5:
            token = tokens[end]
            titled = shortest == 1
            if self._is_surname(tokens, index, end, titled=titled) or self._shouted(tokens, index, end, titled=titled):
                return self._with_honours(tokens, end + 1)
            if token.text == "." and end > index and _INITIAL.match(tokens[end - 1].text):
                end += 1
            elif self._part_of_name(token, first=end == index):
                end += 1
                if token.possessive:
                    break
            else:
                break
        words = [t for t in tokens[index:end] if t.word]
        full = [t for t in words if not _INITIAL.match(t.text)]
        if len(words) == 1 and words[0].acronym and len(words[0].text) <= _SHORT_ACRONYM:
            return index
        glued = sum(_GLUED.match(t.text) is not None for t in words)
        if len(words) + glued < shortest or not full:
            return index
        return self._with_honours(tokens, end)

    def _is_surname(self, tokens: list[Token], first: int, index: int, *, titled: bool) -> bool:
        """Whether a word of places or posts ends the name that begins at `first`: "Ann Hall", "J Dean", "Cllr Bishop".

        Behind initials or a title alone nothing may follow that it would begin: "Cllrs Ash, Birch and Parish Clerk".
        """
        token = tokens[index]
        if token.folded not in self.surnames or not token.capital or token.acronym:
            return False
        if index == first + 1 and tokens[first].folded in self.given:
            return True
        before = tokens[first:index]
        initialled = all(t.text == "." or _INITIAL.match(t.text) for t in before) if before else titled
        after = tokens[index + 1] if index + 1 < len(tokens) else None
        alone = after is None or not self._goes_on(after) or after.folded in self.titles
        return initialled and alone

    def _shouted(self, tokens: list[Token], first: int, index: int, *, titled: bool) -> bool:
        """Whether a surname in capitals ends the name that begins at `first`: "Ann LEE", "Mrs J. PYKE", "Cllr HART"."""
        token = tokens[index]
        if not token.acronym or len(token.base) <= _SHORT_ACRONYM or not token.base.isalpha():
            return False
        if token.folded in self.honours or token.base in self.not_names:
            return False
        before = tokens[first:index]
        given = all(t.text == "." or _INITIAL.match(t.text) or t.folded in self.given for t in before)
        after = tokens[index + 1] if index + 1 < len(tokens) else None
        alone = after is None or not self._goes_on(after) or after.folded in self.titles
        return alone and given and (titled or any(t.folded in self.given for t in before))

    def _part_of_name(self, token: Token, *, first: bool) -> bool:
        if token.folded in self.particles:
            return not first
        if not token.word or not token.capital or any(c.isdigit() for c in token.text):
            return False
        if _INITIAL.match(token.text):
            return True
        if token.folded in self.honours or (first and token.folded in self.surnames):
            return False
        shouted = token.acronym and len(token.text) > 2
        return not shouted and token.base not in self.not_names and token.folded.rstrip(".") not in self.titles

    def listed(self, text: str) -> list[tuple[Found, str]]:
        """Return the people of an attendance list with what stands beside each: a post, a body, a capacity.

        "Ann Lee (in the Chair); Bo Hart, Head of Care; Councillors Ash and Birch" gives four people,
        the first with "in the Chair", the second with "Head of Care", the others with "".
        """
        people = []
        for start, end in _entries(text):
            people += self._entry(text, start, end)
        return people

    def _entry(self, text: str, start: int, end: int) -> list[tuple[Found, str]]:
        tokens = [t._replace(start=t.start + start, end=t.end + start) for t in tokenize(text[start:end])]
        titled, listed = self.titled(tokens, text), self._names_in_turn(tokens, text)
        names = titled if len(titled) > len(listed) else listed
        if len(names) == 1:
            return [(names[0], _beside(text[names[0].end : end]))]
        return [(name, _beside(_bracket(text, name.end, end))) for name in names]

    def _names_in_turn(self, tokens: list[Token], text: str) -> list[Found]:
        """The people, with titles or without, whom only commas and "and" part from the beginning of an entry."""
        names: list[Found] = []
        index = 0
        while index < len(tokens):
            more, after = self._name_or_title(tokens, text, index)
            follows = tokens[after] if after < len(tokens) else None
            described = names and follows is not None and follows.word and follows.folded != "and"
            doubtful = names and len(names) == 1 and more and not self._surely(tokens, index, names[0])
            if not more or described or doubtful:
                break
            names += more
            stop = self._next_in_list(tokens, after)
            if stop == after and tokens[after - 1].folded not in _LIST_MARKS:
                break
            index = stop
        return names

    def _name_or_title(self, tokens: list[Token], text: str, index: int) -> tuple[list[Found], int]:
        councillor = tokens[index].capital and tokens[index].folded in _COUNCILS and index + 1 < len(tokens)
        index += bool(councillor and tokens[index + 1].folded in _ELECTED)
        if tokens[index].folded.rstrip(".") in self.titles and tokens[index].capital:
            return self._after_title(tokens, text, index)
        after = self.name_at(tokens, index)
        return ([_person(text, tokens[index].start, tokens[after - 1].end)] if after > index else []), after

    def _surely(self, tokens: list[Token], index: int, before: Found) -> bool:
        """Whether what follows one name is a second: "Dr Ash, Mill Lane" may be where she works."""
        titles = (
            tokens[index].folded.rstrip(".") in self.titles,
            fold(before.text.split()[0]).rstrip(".") in self.titles,
        )
        return titles[0] or not titles[1] or tokens[index].folded in self.given or _behind_chair(tokens, index)


def _apart(tokens: list[Token], index: int) -> bool:
    """Whether a comma parts a name from the bracket that tells of it: "A Ash, (Chairman), B Birch"."""
    return tokens[index].text == "," and index + 1 < len(tokens) and tokens[index + 1].text in _CLOSED_BY


def _behind_chair(tokens: list[Token], index: int) -> bool:
    """Whether "(Chair)," stands in front, behind which an attendance list goes on with the next name."""
    last = [token.folded for token in tokens[max(index - 3, 0) : index]]
    return len(last) > 2 and last[1:] == [")", ","] and last[0] in lexicon("roles")["chairs"]


def _of_a_council(tokens: list[Token], index: int) -> bool:
    """Whether "Councillor" is a post here and no title: "Borough Councillor Kay Dell"."""
    councillor = tokens[index].folded == "councillor" and tokens[index].capital and index > 0
    return councillor and tokens[index - 1].capital and tokens[index - 1].folded in _COUNCILS


def _is_initialled(text: str) -> bool:
    """Whether a passage begins with a name and its initials, as minutes list people: "Ngozi Orme (NO)"."""
    match = _INITIALLED.match(text)
    return match is not None and "".join(word[0] for word in match["name"].split()) == match["initials"]


def _entries(text: str) -> list[tuple[int, int]]:
    """The pieces of an attendance list: parted by semicolons where it has any, else the whole."""
    entries, start = [], 0
    for match in re.finditer(
        r";|,? and (?=[A-Z][\w’'-]+ [A-Z][\w’'-]+, [A-Z])|, (?=[A-Z][\w’'-]+ [A-Z][\w’'-]+ [–—-] [A-Z])", text
    ):
        entries.append((start, match.start()))
        start = match.end()
    entries.append((start, len(text)))
    return [(a, b) for a, b in entries if text[a:b].strip()]


def _bracket(text: str, start: int, end: int) -> str:
    brackets = _BRACKETS.match(text, start, end)
    said = [one or other for one, other in _BRACKET.findall(brackets[0])] if brackets else []
    if office := _DASHED_CHAIR.match(text, brackets.end() if brackets else start, end):
        return f"{office['office']}, {said[0] if said else ''}"
    return next((words for words in said if not words.isupper()), said[0] if said else "")


def _beside(text: str) -> str:
    return re.sub(r"^[\s,:(–—\-]+|[\s).,;]+$", "", text)


def _person(text: str, start: int, end: int) -> Found:
    name = re.sub(r"['’]s$", "", text[start:end])
    return Found(start, start + len(name), EntityType.PERSON, name, "person")


_SHORT_ACRONYM = 2
"""Letters in capitals that are no surname: "MP", "GP"."""
_FEWEST, _MOST = 2, 4
"""Words of the name of somebody whose given name is not known."""
_ENDINGS = ("s", "es", "ing", "ed", "d")
