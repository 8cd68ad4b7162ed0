"""What "the Board", "it", "their", "this body" and "we" point back to.

Order of evidence: the heading above, the body that the document is about, the last body with such a
head named in the paragraph, the section, the part.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import groupby
from typing import Any

from protocolgraph.extract.all_of import EACH, PAIR, all_named, all_of_them, counting, is_each_alone
from protocolgraph.extract.arrangements import ARRANGEMENTS, arrangements_before
from protocolgraph.extract.authorities import has_own_board, is_authority, is_parish
from protocolgraph.extract.found import Found
from protocolgraph.extract.introduced import just_introduced
from protocolgraph.extract.offices import heads_work_of
from protocolgraph.extract.own_nouns import SUB_GROUPS, greater_first, lesser_groups, told_as
from protocolgraph.extract.posts_again import HOLDER, post_again, post_holder
from protocolgraph.extract.tokens import Token, tokenize
from protocolgraph.extract.units import Unit
from protocolgraph.model import EntityType, MentionForm, Scope
from protocolgraph.vocab.lexicon import lexicon

POINTING = {"the", "this", "that", "said", "our", "its"}
"""Words before a noun that points back."""
_BEHIND = {"has", "will", "shall", "must", "should", "may", "is", "meets", "membership", "composition"}
"""Words behind a head that begins without an article: "Committee has been set up to", "Board Membership"."""
_EACH_OF = {"each", "every", "these", "those"}
"""Words before a class that was named before: "each group" after "the delivery groups"."""
_PRONOUNS = {"it", "its", "they", "their", "we", "our", "us", "itself", "them", "you", "your"}
_GOVERNING = {"board", "cabinet", "executive", "governing body"}
"""Heads of bodies that are known by whose they are: "the Board of the ICB"."""
_OF_WHOM = re.compile(r"\s+of\s+(?:the\s+)?")
_BOARD_OF_ONE = re.compile(
    r"(?:icb|integrated care board) board$|board of (?:the )?.*(?:icb|integrated care board)$", re.IGNORECASE
)
"""The board of such a one: "the ICB Board", "the Board of the ICB"."""
OF_TWO = {"latter": -1, "former": -2}
"""Words for one of the two who were named last, with its place among them."""
_WHICHEVER = re.compile(
    r"\s+(?:concerned|in question|asked|challenged|receiving|making|raising|requesting|proposing|holding)\b"
)
"""Behind a head that then means whichever it is, and none that was named: "the body asked must reply"."""
_THAT_ONE = re.compile(r"\s+(?:that|which|whose)\s+(?!(?:is|was|has been) the\b)")
_IT_WAS_SAID = re.compile(
    r" (?:is|was|were|has been|had been|will be|should be|must be)(?: (?:\w+ly|also|further|then|not))?"
    r" (?!satisfied|assured|reassured|concerned|informed|notified|convinced)(?:\w{2,}ed|said|understood|felt|known"
    r"|important|essential|vital|clear|crucial|imperative|necessary|critical|likely)(?: out)?,? that\b"
)
"""Behind an "it" that stands for nobody: "it was stated that", "it is important that"."""
_CONTRACTED = {"it", "she", "he"}
"""Pronouns before a shortened "is" or "has": "It's chaired by the Director"."""
_PERSONAL = {"she", "he", "her", "him", "his"}
_MEETINGS = {"meeting", "meetings"}
_EMPLOYERS = {"trust", "council", "authority", "service", "school", "college", "university"}
"""Heads of bodies that have boards of their own: "the Trust" is not the Trust Board."""
_COUNCILS = {"council", "authority", "local authority"}
_SUB_GROUP = {"sub-group", "subgroup", "sub group"}
"""Spellings of one noun, which a heading may write in a third way: "Learning Sub Group"."""
_KNOWN_NAMES = 4_096
"""Names whose words are remembered: each is compared with all that come after it."""


@dataclass(frozen=True, slots=True)
class Antecedent:
    """A mention that later words may point back to."""

    mention: int
    name: str
    head: str
    type: EntityType
    scope: Scope
    unit: Unit


def _named_here(antecedent: Antecedent, head: str, unit: Unit) -> bool:
    """Whether a body with such a noun is named in the same paragraph."""
    return antecedent.unit.block == unit.block >= 0 and antecedent.head == head and antecedent.type is EntityType.BODY


def definites(text: str, names: Sequence[Found], defined: Container[str] = ()) -> list[Found]:
    """Return the definite descriptions and pronouns of a text that stand in no name.

    `defined` are the words in lower case that the paper itself gives to names: `(the "Recipient")`.
    """
    heads: Mapping[str, Any] = lexicon("bodies")["definite"]
    tokens = tokenize(text)
    found = []
    for index, token in enumerate(tokens):
        within = [n for n in names if n.start <= token.start < n.end and not _owned_here(n, token)]
        if within:
            named = any(name.form is not MentionForm.DEFINITE for name in within)
            if not named and (first := arrangements_before(tokens, index)):
                found.append(_back(text, tokens[first], token.end, token.folded, MentionForm.DEFINITE))
            continue
        if token.base in OF_TWO and index and tokens[index - 1].folded == "the":
            end = token.end - (len(token.text) - len(token.base) if token.possessive else 0)
            found.append(_back(text, token, end, token.base, MentionForm.DEFINITE))
        elif token.folded in _PRONOUNS or token.folded in _PERSONAL:
            if token.folded == "it" and _IT_WAS_SAID.match(text, token.end):
                continue
            found.append(_back(text, token, token.end, token.folded, MentionForm.PRONOUN))
        elif not index and is_each_alone(tokens):
            found.append(_back(text, token, token.end, EACH, MentionForm.PRONOUN))
        elif token.possessive and token.base in _CONTRACTED:
            found.append(_back(text, token, token.start + len(token.base), token.base, MentionForm.PRONOUN))
        elif number := all_of_them(tokens, index):
            found.append(_back(text, token, tokens[index + (number > PAIR)].end, f"+{number}", MentionForm.PRONOUN))
        elif start := post_holder(tokens, index):
            found.append(_back(text, tokens[start], token.end, HOLDER, MentionForm.DEFINITE))
        elif first := arrangements_before(tokens, index):
            found.append(_back(text, tokens[first], token.end, token.folded, MentionForm.DEFINITE))
        elif several := all_named(tokens, index, heads):
            found.append(_back(text, token, token.end, several, MentionForm.DEFINITE))
        elif post_again(tokens, index):
            end = token.end - (len(token.text) - len(token.base) if token.possessive else 0)
            post = _back(text, token, end, token.base, MentionForm.DEFINITE)
            found.append(replace(post, type=EntityType.ROLE, weak=True))
        elif described := _described(tokens, index, heads):
            end, head = described
            power = head == "authority" and text.startswith((" of ", " to "), end)
            if _WHICHEVER.match(text, end) or (token.text[0].islower() and (power or _THAT_ONE.match(text, end))):
                continue
            found.append(_back(text, token, end, head, MentionForm.DEFINITE))
        elif token.capital and token.base in defined and index and tokens[index - 1].folded in POINTING:
            end = token.end - (len(token.text) - len(token.base) if token.possessive else 0)
            found.append(_back(text, token, end, token.base, MentionForm.DEFINITE))
    return found


def _owned_here(name: Found, token: Token) -> bool:
    """Whether the token is the owner that a title names as "the Council" ("Leader of the Council")."""
    return name.owner is not None and name.owner[0] == token.start and name.owner[1] >= token.end


def _described(tokens: list[Token], index: int, heads: Mapping[str, Any]) -> tuple[int, str] | None:
    """Where "the Board", "this local authority" ends that begins here without its article, and its head."""
    token, before = tokens[index], tokens[index - 1] if index else None
    length = 2 if index + 1 < len(tokens) and f"{token.folded} {tokens[index + 1].base}" in heads else 1
    head = " ".join(t.base for t in tokens[index : index + length])
    local = token.folded == "local" and index + 1 < len(tokens) and tokens[index + 1].base == "authority"
    la = token.base == "la" and token.text.startswith("LA") and before is not None and before.folded == "the"
    if local or la:
        length, head = 1 + local, "authority"
    if head not in heads and not local:
        return None
    meeting = index + length < len(tokens) and tokens[index + length].folded in _MEETINGS
    each = meeting and token.capital and before is not None and before.word and not before.capital
    pointed = each or (before is not None and (before.folded in POINTING or before.folded == "local"))
    if not pointed and not (
        token.capital and head in {"council", "cabinet", "authority"} | _bare(tokens, index, length)
    ):
        return None
    if before is not None and before.folded == "local":
        return None
    last = tokens[index + length - 1]
    end = last.end - (len(last.text) - len(last.base)) if last.possessive else last.end
    follows = tokens[index + length] if index + length < len(tokens) else None
    if follows is not None and not last.possessive and _compound(token, follows, heads):
        return None
    return end, head


def _bare(tokens: list[Token], index: int, length: int) -> set[str]:
    """Heads that a capital alone makes a description: "Board" in "Board members", "to Panel"."""
    last = tokens[index + length - 1]
    if not index and length < len(tokens) and tokens[length].folded in _BEHIND:
        return {last.base}
    before = tokens[index - 1].folded if index else ""
    return {last.base} if before in {"to", "by", "of", "with", "from", "that", "and"} and last.capital else set()


def _compound(token: Token, follows: Token, heads: Mapping[str, Any]) -> bool:
    """Whether the head is only the first word of a longer phrase: "the service plan", "the group structure"."""
    return follows.word and not token.capital and follows.base in heads and follows.folded not in {"and", "is"}


def _back(text: str, token: Token, end: int, head: str, form: MentionForm) -> Found:
    weak = form is MentionForm.PRONOUN
    return Found(token.start, end, EntityType.BODY, text[token.start : end], head, form, weak=weak)


def of_another(name: Found, text: str, found: Sequence[Found], own: Callable[[Found], bool]) -> Found | None:
    """Return "Board of the ICB" as the name of that other body's board; None where it is no other's.

    Args:
        name: a definite description, as "Board".
        text: the passage that it stands in.
        found: the names of the passage.
        own: whether a body is one of those that the document is about.

    """
    behind = _OF_WHOM.match(text, name.end)
    if behind is None or name.form is not MentionForm.DEFINITE or name.head not in _GOVERNING:
        return None
    named = [n for n in found if n.start == behind.end() and n.type is EntityType.BODY and n.scope is not Scope.GENERIC]
    whole = max(named, key=lambda n: n.end, default=None)
    if whole is None or whole.weak or own(whole):
        return None
    return replace(name, end=whole.end, text=text[name.start : whole.end], form=MentionForm.NAME)


def class_named_before(name: Found, text: str, met: Sequence[Antecedent]) -> Antecedent | None:
    """Return the class named before that "these agencies" or "each group" repeats, or None.

    Args:
        name: a class by its noun alone.
        text: the passage that it stands in.
        met: the bodies that reading has met so far.

    """
    before = text[: name.start].lower().split()
    if name.scope is not Scope.GENERIC or not before or before[-1] not in _EACH_OF:
        return None
    for candidate in reversed(met):
        several = candidate.head.endswith("s") and candidate.name.lower() != name.text.lower()
        if several and _stem(candidate.head) == _stem(name.head):
            return candidate
    return None


@lru_cache(_KNOWN_NAMES)
def _stem(noun: str) -> str:
    """What "agency" and "agencies" share."""
    return noun.removesuffix("s").removesuffix("ie").removesuffix("y")


@dataclass(slots=True)
class Memory:
    """The bodies that reading has met so far, and what the document is about."""

    mains: dict[int, list[Antecedent]] = field(default_factory=dict)
    """Part of the document to the bodies that it is about."""
    titled: dict[int, list[Antecedent]] = field(default_factory=dict)
    """Part of the document to the councils that its title names."""
    offices: dict[int, Antecedent] = field(default_factory=dict)
    """Part of the document to the post that it describes, if it is a role description."""
    voices: dict[int, int] = field(default_factory=dict)
    """Part of the document to the mention of the group that says "we" in it, where nothing else tells whose it is."""
    met: list[Antecedent] = field(default_factory=list)
    named: dict[str, Antecedent] = field(default_factory=dict)
    """The first of them with each name, by the name in lower case."""
    headings: dict[int, list[Antecedent]] = field(default_factory=dict)
    """Section to the bodies and roles in its heading."""
    spoken_of: dict[int, int] = field(default_factory=dict)
    """Section to the mention that its last sentence had for a subject."""
    spoken_together: dict[int, tuple[int, ...]] = field(default_factory=dict)
    """The same of several whom "and" joins: "The Clerk and the Chair sign it", whom "they" then means."""
    spoken_last: dict[int, int] = field(default_factory=dict)
    """The same, of a class too: "Partner agencies"."""
    spoken_each: set[int] = field(default_factory=set)
    """Classes of which a sentence told one by one, and which "they" then means: "Each school has a council"."""
    bodies_spoken_of: dict[int, int] = field(default_factory=dict)
    """The same for bodies alone, which "it" means."""
    papers_spoken_of: set[int] = field(default_factory=set)
    """Blocks whose last sentence so far had a paper for a subject, which "it" then means."""
    papers_told_of: set[int] = field(default_factory=set)
    """Sections whose last sentence begins with "this document", of which the next paragraph may go on to tell."""
    groups_spoken_of: dict[int, int] = field(default_factory=dict)
    """Block to the group, not a council or a service, that its last sentence so far had for a subject."""
    people_spoken_of: dict[int, int] = field(default_factory=dict)
    """The same for posts alone, which "she" means."""
    sub_groups: set[int] = field(default_factory=set)
    """Parts that call the panel that they are about "the sub-group"."""
    producers: dict[int, int] = field(default_factory=dict)
    """Section to the mention of the last one said to produce a report or plan there."""

    def produced(self, mention: int, section: int) -> None:
        """Remember who produces what "the report" of this section is."""
        self.producers[section] = mention

    def about(self, part: int) -> list[Antecedent]:
        """Return the bodies that a part is about, the chief one first."""
        return self.mains.get(part, [])

    def meet(self, antecedent: Antecedent) -> None:
        """Remember a body that was just read."""
        self.met.append(antecedent)
        self.named.setdefault(antecedent.name.lower(), antecedent)

    def description(self, head: str, unit: Unit, path: Sequence[int], *, this: bool = False) -> Antecedent | None:
        """Return what "the <head>" means in this unit, whose sections are `path`, the outermost first.

        `this` says that "this" stands before it: it means the one that its paragraph named last, if it named one.
        """
        if this and (last := next((a for a in reversed(self.met) if _named_here(a, head, unit)), None)) is not None:
            return last
        if head in _COUNCILS:
            return self._council_of_members(unit.part, head) or self._authority(unit.part, head)
        if head == ARRANGEMENTS:
            return next((a for a in self.about(unit.part) if a.head == "partnership"), None)
        main = self.about(unit.part)
        fitting = (a for candidates in self._by_weight(head, unit, path) for a in candidates if _fits(a, head))
        if head == "board":
            return self._board(fitting, main)
        if (first := next(fitting, None)) is not None:
            return first
        if len(main) == 1 and told_as(head, main[0].name, ((met.name, met.unit) for met in self.met)):
            return main[0]
        if head in SUB_GROUPS and len(main) == 1 and main[0].head in lesser_groups():
            return self._panel_itself(main[0], unit)
        return main[0] if head == "group" and len(main) == 1 else None

    def _panel_itself(self, panel: Antecedent, unit: Unit) -> Antecedent | None:
        """The panel whose paper it is, if the paper's first sentence on any body calls it a sub-group."""
        others = any(body.name != panel.name for body in self.met) or unit.section in self.bodies_spoken_of
        if not others:
            self.sub_groups.add(unit.part)
        return panel if unit.part in self.sub_groups else None

    def _board(self, fitting: Iterator[Antecedent], main: Sequence[Antecedent]) -> Antecedent | None:
        """The first that is no integrated care board of which the paper only speaks; for such a one its own board."""
        spoken_of = None
        for body in fitting:
            if not has_own_board(body.name):
                return body
            spoken_of = spoken_of or body
            if body in main:
                break
        if spoken_of is None:
            return None
        return next((a for a in self.met if _BOARD_OF_ONE.search(a.name)), spoken_of)

    def _by_weight(self, head: str, unit: Unit, path: Sequence[int]) -> list[list[Antecedent]]:
        """What may be meant, the likelier first: "the Partnership" is no Partnership Board if it can be else."""
        recent = self.met[::-1]
        main = self.about(unit.part)
        alone = main if len(main) == 1 else []
        here = [a for a in recent if a.unit.section == unit.section]
        new = just_introduced(unit, recent, self.named)
        headed = self._headed(head, unit.part)
        own = [a for a in headed if len(main) > 1 and a.name in {other.name for other in main}]
        if head == "committee":
            recent, here, new = greater_first(recent), greater_first(here), [a for a in new if a.head == head]
        return [
            new,
            [a for section in reversed(path) for a in self.headings.get(section, [])],
            [a for a in alone if a.head == head],
            [a for a in here if a.head == head and a.mention == self.groups_spoken_of.get(unit.block)],
            [a for a in here if a.head == head != "group" and alone],
            alone,
            [a for a in recent if a.unit.block == unit.block >= 0],
            here,
            own,
            main,
            headed,
            [a for a in recent if a.unit.part == unit.part],
            recent,
        ]

    def several(self, head: str, number: int, part: int, meant: Callable[[int], str]) -> list[Antecedent]:
        """Return what "both <head>s" means: the bodies that the part is about, if more than one.

        All of them if they are as many as is said, or if nothing says how many and one has such a head: a paper
        calls a partnership and a panel "the Boards"; else those with such a head. "Oversight Boards" are one, which is
        what "the Boards" means in their paper. Where these are another number than is said, as many as one passage
        before named last; `meant` tells by what name a mention is known.
        """
        if number == 1:
            return []
        about = self.about(part)
        if own := [a for a in about if a.head == f"{head}s"]:
            return own[:1]
        fitting = [a for a in about if _fits(a, head)]
        if len(about) == number or (fitting and not number) or number > len(about) > len(fitting):
            fitting = list(about)
        if number and len(fitting) != number:
            return self._counted(head, number, part, meant) or (fitting if len(fitting) > 1 else [])
        return fitting if len(fitting) > 1 else []

    def _counted(self, head: str, number: int, part: int, meant: Callable[[int], str]) -> list[Antecedent]:
        """As many as one passage before named last, one that counts them itself first: "three boards: A, B and C"."""
        found: list[Antecedent] = []
        for unit, named in groupby(reversed(self.met), key=lambda a: a.unit):
            these = {meant(a.mention): a for a in named if a.unit.part == part and _fits(a, head)}
            behind = counting(head, number).search(unit.text)
            listed = {key: a for key, a in these.items() if behind and unit.text.find(a.name) >= behind.end()}
            if len(listed) == number:
                return list(listed.values())[::-1]
            if len(these) == number and not found:
                found = list(these.values())[::-1]
        return found

    def _headed(self, head: str, part: int) -> list[Antecedent]:
        """The one body with such a head that heads a section of the part; it is meant before those only spoken of."""
        found = {a.name: a for told in self.headings.values() for a in told if a.unit.part == part and a.head == head}
        return list(found.values()) if len(found) == 1 else []

    def _council_of_members(self, part: int, head: str) -> Antecedent | None:
        """The Council of Governors, where a paper names one and is about no authority."""
        if head != "council" or any(is_authority(a.name) for a in self.about(part)):
            return None
        return next((a for a in reversed(self.met) if a.name.lower().startswith("council of ")), None)

    def _authority(self, part: int, head: str) -> Antecedent | None:
        """The council or authority that a part is about, a parish's too, else the principal one or the only parish."""
        own = [a for a in self.about(part) if is_parish(a.name)]
        own = own or [a for a in self.about(part) if a.head == head == "authority"]
        own = own or self.titled.get(part, [])
        if len(own) == 1:
            return own[0]
        councils = [a for a in (*self.about(part), *self.met) if is_authority(a.name)]
        if not councils and head == "council":
            local = {a.name: a for a in self.met if is_parish(a.name)}
            return next(iter(local.values())) if len(local) == 1 else None
        places = {word for a in self.about(part) for word in a.name.lower().split()}
        here = [a for a in councils if a.name.lower().split()[0] in places]
        often = Counter(a.name.lower() for a in councils)
        return max(here or councils, key=lambda a: often[a.name.lower()], default=None)

    def subject(self, path: Sequence[int], part: int) -> Antecedent | None:
        """Return the body or role that the headings make the subject, else what the document is about.

        A role description is about its post all along, but below a heading that is the name of another.
        """
        office = self.offices.get(part)
        for section in reversed(path):
            named = self.headings.get(section, [])
            if named and (office is None or heads_work_of(named[0].unit.text, named[0].name, named[0].type)):
                return named[0]
        return office if office is not None else next(iter(self.about(part)), None)


def _fits(antecedent: Antecedent, head: str) -> bool:
    if antecedent.type is not EntityType.BODY or antecedent.scope is Scope.GENERIC:
        return False
    if head == "body" or head in _EMPLOYERS:
        return head == "body" or antecedent.head == head
    words = antecedent.name.lower().replace("-", " ").split()
    if head in _SUB_GROUP and words[-2:] == ["sub", "group"]:
        return True
    beside = head in words[-2:] and antecedent.head != "commission"
    return antecedent.head == head or beside or (head in words and head in {"partnership", "board"})
