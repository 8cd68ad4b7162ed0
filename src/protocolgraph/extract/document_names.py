"""The mentions of a document by passage, and what its sections and headings make the subject."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from protocolgraph.extract.anaphora import Antecedent, Memory
from protocolgraph.extract.company_members import stand_apart
from protocolgraph.extract.found import Found
from protocolgraph.extract.masked import Placed
from protocolgraph.extract.offices import heads_duties, heads_work_of
from protocolgraph.extract.spoken import begins_with, is_group_head
from protocolgraph.extract.units import Key, Unit, key_of
from protocolgraph.model import Alias, Clause, ClauseKind, EntityType, Mention, Outline, Passage, Scope
from protocolgraph.vocab.layout import load_layout
from protocolgraph.vocab.lexicon import fold

_PARTNERSHIP = "partnership"
_SERVED = ("service", "partnership")
"""Heads of bodies that have a board over them."""
_FRONT = 4
"""Passages of a paper that may be its title."""
SUBJECT_WITHIN = 5
_WORKING = frozenset({"service", "department", "team", "minister", "government", "unit", "directorate"})
"""Nouns of bodies that do work, of which a paper may speak before it goes on with its own affairs."""
"""Characters before a sentence's subject: an article."""
ACTING = (EntityType.BODY, EntityType.ROLE)
_SEVERAL = 2
_MANY = 3
"""So many headings of the same words are each of another group."""
_NAMED_SHARE = 2.5
"""Where two of five headings side by side name somebody, the others do, too."""
_TERMS = frozenset({"terms of reference", "remit", "purpose", "aim", "aims", "objectives", "aims and objectives"})
_WHAT_IT_IS = re.compile(
    r"(?: \([^()]{2,12}\))?, an? (?:[\w-]+ ){0,3}?(?:sub-? ?)?(?:group|committee|panel|forum|board|body|partnership)\b"
)
"""Behind a group's name what sort of group it is."""
_BEFORE = 6
"""So many sentences before one may still speak of the same."""
_SECTIONS_BACK = 3
"""So many headings before, a group's name may head what these labels tell of."""
_SPEAKING = (ClauseKind.SENTENCE, ClauseKind.ITEM)
"""Clauses that speak of somebody; cells and footnotes stand for themselves."""
_HEADS_ITEM = re.compile(r"\s*(?:[:(]|[–—-]\s|\.$)")
"""What stands behind a name that heads an item."""


@dataclass(slots=True)
class DocumentNames:
    """All mentions of a document, by passage, and what its headings and title are about."""

    outline: Outline
    units: Mapping[Key, Unit]
    placed: dict[Key, list[Placed]] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)
    heads: list[str] = field(default_factory=list)
    """Head noun of each mention."""
    aliases: list[Alias] = field(default_factory=list)
    weak: set[int] = field(default_factory=set)
    """Mentions too ordinary to count unless a statement needs them."""
    memory: Memory = field(default_factory=Memory)
    documents: dict[int, int] = field(default_factory=dict)
    """Part of the document to the mention of the publication that it is."""
    openings: dict[int, Passage] = field(default_factory=dict)
    """Block to its first sentence."""

    places: dict[Key, int] = field(default_factory=dict)
    """Where each clause stands among those of the outline, once it is asked for."""
    _longs: list[tuple[int, Mapping[str, str]]] = field(default_factory=list)
    """What short forms mean, with how many aliases there were when that was looked up."""
    _apart: list[bool] = field(default_factory=list)
    """Whether members are told apart from trustees, once it is asked for."""

    def at(self, passage: Passage) -> list[Placed]:
        """Return the mentions of a passage, in order."""
        return self.placed.get(key_of(passage), [])

    def add(self, mention: Mention, head: str) -> int:
        """Keep a mention and return its number."""
        self.mentions.append(mention)
        self.heads.append(head)
        return len(self.mentions) - 1

    def place(self, passage: Passage, found: Found, *, owner: int | None = None) -> Placed:
        """Make a mention of a name found in a passage after the first reading (in a list or a table).

        Somebody who was found there without the rank before the name is no second person.
        """
        if found.type is EntityType.PERSON:
            for placed in self.at(passage):
                if placed.type is EntityType.PERSON and found.start < placed.start and placed.end == found.end:
                    return placed
        mention = Mention(
            found.type, found.form, found.text, found.text, passage.spans(found.start, found.end), found.scope, owner
        )
        placed = placed_at(found, self.add(mention, found.head))
        self.placed.setdefault(key_of(passage), []).append(placed)
        return placed

    def own(self, mention: int, owner: int) -> None:
        """Tie a post or publication to the body that it belongs to, if it has none yet."""
        if self.mentions[mention].owner is None and mention != owner:
            self.mentions[mention] = replace(self.mentions[mention], owner=owner)

    def own_instead(self, mention: int, owner: int) -> None:
        """Tie a post to the body that its row of a table names, whatever its title alone seemed to say."""
        if mention != owner:
            self.mentions[mention] = replace(self.mentions[mention], owner=owner)

    def meant(self, mention: int) -> str:
        """Return the folded name of what a mention means: what it points back to, what it is short for."""
        while (antecedent := self.mentions[mention].antecedent) is not None:
            mention = antecedent
        name = fold(self.mentions[mention].name)
        return self._long_forms().get(name, name)

    def _long_forms(self) -> Mapping[str, str]:
        """What each folded short form is short for: the first that the document gives."""
        if len(self._longs) != 1 or self._longs[0][0] != len(self.aliases):
            longs = {fold(alias.short): fold(alias.long) for alias in reversed(self.aliases)}
            self._longs[:] = [(len(self.aliases), longs)]
        return self._longs[0][1]

    def members_apart(self) -> bool:
        """Return whether the paper is of a company whose members appoint its trustees, and sit on no board by that."""
        if not self._apart:
            self._apart.append(stand_apart(unit.text for unit in self.units.values()))
        return self._apart[0]

    def speaker(self, found: Found) -> int:
        """Keep the group that says "we" in a paper, and return the number of its mention."""
        return self.add(Mention(found.type, found.form, found.text, found.text, (), found.scope), found.head)

    def headed_post(self, section: int, *, alone: bool = False) -> int | None:
        """Return the post that the heading of a section names, or consists of: "She" below "The Chief Officer"."""
        headings = (self.memory.headings.get(index) for index in reversed(self.path(section)))
        nearest: Sequence[Antecedent] = next((found for found in headings if found), ())
        posts = (a for a in nearest if a.type is EntityType.ROLE and a.scope is not Scope.GENERIC)
        whole = (a for a in posts if not alone or a.unit.text.lower().endswith(a.name.lower()))
        return next((a.mention for a in whole), None)

    def headed(self, section: int) -> int | None:
        """Return the first body or post that the nearest heading names which names any."""
        headings = (self.memory.headings.get(index) for index in reversed(self.path(section)))
        return next((found[0].mention for found in headings if found), None)

    def path(self, section: int) -> list[int]:
        """Return the indices of a section and those above it, the outermost first."""
        path: list[int] = []
        index: int | None = section
        while index is not None:
            path.insert(0, index)
            index = self.outline.sections[index].parent
        return path

    def partnership(self, part: int) -> int | None:
        """Return the partnership whose partners a part lists: the one it is about, else the only one of the paper."""
        mains = [a.mention for a in self.memory.about(part) if a.head == _PARTNERSHIP]
        named = [
            n for n, m in enumerate(self.mentions) if self.heads[n] == _PARTNERSHIP and m.scope is not Scope.GENERIC
        ]
        meant = {self.meant(n): n for n in reversed(named) if self.mentions[n].type is EntityType.BODY}
        found = mains or list(meant.values())
        return found[0] if len(found) == 1 else None

    def budgeted(self, part: int) -> int | None:
        """Return whose budget a part tells of: the service or partnership under its board, else what it is about.

        "Youth Justice Management Board" is over the "Youth Justice Service": the words of the one are in the other's.
        """
        about = next(iter(self.memory.about(part)), None)
        if about is not None and (about.head == _PARTNERSHIP or not is_group_head(about.head)):
            return about.mention
        front = [unit.text for unit in list(self.units.values())[:_FRONT]]
        told = fold(" ".join([self.outline.title or "", *front, about.name if about else ""]))
        for head in _SERVED:
            served = {
                self.meant(n): n
                for n, m in reversed(list(enumerate(self.mentions)))
                if self.heads[n] == head and m.type is EntityType.BODY and m.scope is not Scope.GENERIC
                if " " in m.name and (fold(m.name) in told or _names_service(fold(m.name), told))
            }
            if len(served) == 1:
                return next(iter(served.values()))
        return about.mention if about else None

    def in_charge(self, clause: Clause) -> int | None:
        """Return who sees to what a clause names nobody for: the body of its heading, or spoken of just before it."""
        if (headed := self.headed(clause.section)) is not None:
            return headed
        start = key_of(clause.body)[0]
        before = (c.body for c in reversed(self.outline.clauses) if c.section == clause.section)
        for body in before:
            first = next((p for p in self.at(body) if p.start <= SUBJECT_WITHIN and p.type in ACTING), None)
            if first is not None and key_of(body)[0] < start and self._sees_to_it(first):
                return first.mention
        return self.subject(clause.section)

    def _sees_to_it(self, placed: Placed) -> bool:
        """Whether one who was just spoken of may see to what follows: a post, or a body whose members meet."""
        if placed.type is EntityType.ROLE:
            return placed.scope is not Scope.GENERIC
        head = self.heads[placed.mention]
        return head not in _WORKING

    def paragraph(self, clause: Clause) -> int | None:
        """Return the body with whose name the paragraph of a sentence begins, if another sentence begins it."""
        if not self.openings:
            for other in self.outline.clauses:
                self.openings.setdefault(other.block, other.body)
        opening = self.openings.get(clause.block, clause.body)
        if clause.kind is not ClauseKind.SENTENCE or opening is clause.body:
            return None
        first = next((p for p in self.at(opening) if p.start <= SUBJECT_WITHIN), None)
        return first.mention if first is not None and first.type is EntityType.BODY and not first.plural else None

    def spoken_of(self, clause: Clause) -> int | None:
        """Return the group of which the sentences right before one speak: "The Panel meets monthly. Members are ...".

        Of the last of them that begins with a body, for a sentence, label or list that goes on in the same paragraph.
        """
        clauses = self.outline.clauses
        at = self._places().get(key_of(clause.body), 0)
        for before in reversed(clauses[max(at - _BEFORE, 0) : at]):
            if before.section == clause.section and clause.kind is ClauseKind.FIELD and before.block != clause.block:
                return self._group_alone(before)
            if (before.section, before.block) != (clause.section, clause.block):
                return None
            if before.kind is ClauseKind.FIELD or (before.leads and before.leads == clause.leads):
                continue
            if before.kind not in _SPEAKING:
                return None
            if clause.kind is ClauseKind.SENTENCE and before.label != clause.label:
                return None
            named = self.at(before.body)
            if (told := next((p for p in named if self._is_told_of(before.body.text, p)), None)) is not None:
                return told.mention
            first = next((p for p in named if p.type in ACTING and begins_with(before.body.text, p)), None)
            if first is not None and first.type is EntityType.BODY and is_group_head(self.heads[first.mention]):
                return first.mention
        return None

    def _is_told_of(self, text: str, placed: Placed) -> bool:
        """Whether a sentence brings in a group and says what it is: "through its Tide Group, a sub-group led by"."""
        group = placed.type is EntityType.BODY and placed.masks and is_group_head(self.heads[placed.mention])
        return group and _WHAT_IT_IS.match(text, placed.end) is not None and not begins_with(text, placed)

    def _group_alone(self, clause: Clause) -> int | None:
        """The group whose name is all of a line, above the labels that tell of it."""
        text = clause.body.text.rstrip(" :.")
        named = [p for p in self.at(clause.body) if p.type is EntityType.BODY and p.masks and p.end >= len(text)]
        whole = next((p for p in named if begins_with(text, p)), None)
        group = whole is not None and clause.kind in _SPEAKING and is_group_head(self.heads[whole.mention])
        return whole.mention if whole is not None and group else None

    def _places(self) -> Mapping[Key, int]:
        """Where each clause stands among those of the outline."""
        if not self.places:
            self.places.update((key_of(clause.body), n) for n, clause in enumerate(self.outline.clauses))
        return self.places

    def heading_item(self, clause: Clause) -> int | None:
        """Return the body whose name heads an item that goes on with this sentence: "Audit Panel: A, B. Meets ..."."""
        if clause.kind is not ClauseKind.ITEM or clause.label is None:
            return None
        clauses = self.outline.clauses
        at = next((n for n, other in enumerate(clauses) if other is clause), 0)
        first = at
        while first and _same_item(clauses[first - 1], clause):
            first -= 1
        named = [p for p in self.at(clauses[first].body) if p.start <= SUBJECT_WITHIN and p.type is EntityType.BODY]
        head = max(named, key=lambda p: p.end, default=None)
        if first == at or head is None or _HEADS_ITEM.match(clauses[first].body.text, head.end) is None:
            return None
        return head.mention

    def subject(self, section: int) -> int | None:
        """Return the mention that the headings above make the subject, else the body the document is about."""
        path = self.path(section)
        if not any(self.memory.headings.get(index) for index in path):
            repeated = self._of_repeated_label(section)
            beside = self.group_beside(section) if repeated is None else repeated
            beside = self._post_beside(section) if beside is None else beside
            if beside is not None or self._of_nobody(section):
                return beside
        antecedent = self.memory.subject(path, self.outline.sections[section].part)
        return antecedent.mention if antecedent else None

    def group_beside(self, section: int) -> int | None:
        """Return the group that is all of a heading just before, where no level tells that "Membership" is below it."""
        sections, headings = self.outline.sections, self.memory.headings
        own = sections[section]
        if own.number or not own.heading.text or any(headings.get(index) for index in self.path(section)):
            return None
        for index in range(section - 1, max(section - _SECTIONS_BACK, 0) - 1, -1):
            other = sections[index]
            if other.number or (other.part, other.level) != (own.part, own.level):
                return None
            if headings.get(index):
                return self._heading_alone(index)
        return None

    def _post_beside(self, section: int) -> int | None:
        """The post whose work a heading just before tells, for a heading of duties that no level puts below it."""
        sections = self.outline.sections
        own, before = sections[section], sections[section - 1] if section else None
        if before is None or not heads_duties(own.heading.text) or (before.part, before.level) != (own.part, own.level):
            return None
        named = self.memory.headings.get(section - 1, [])
        told = (a for a in named if heads_work_of(before.heading.text, a.name, a.type))
        return next((a.mention for a in told), None)

    def _heading_alone(self, section: int) -> int | None:
        """The group that is all of a section's heading."""
        antecedent, text = self.memory.headings[section][0], self.outline.sections[section].heading.text
        group = antecedent.type is EntityType.BODY and antecedent.scope is not Scope.GENERIC
        placed = [p for p in self.at(self.outline.sections[section].heading) if p.mention == antecedent.mention]
        whole = any(begins_with(text, p) and not text[p.end :].strip(" :") for p in placed)
        return antecedent.mention if group and whole and is_group_head(antecedent.head) else None

    def _of_repeated_label(self, section: int) -> int | None:
        """The body of the heading before, where one label stands below several: "Terms of reference" of each panel."""
        sections = self.outline.sections
        own = sections[section]
        label = fold(own.heading.text)
        alike = [s for s in sections if s.part == own.part and s.level == own.level and fold(s.heading.text) == label]
        if own.number or not label or len(alike) < _SEVERAL:
            return None
        for index in range(section - 1, -1, -1):
            if sections[index].part != own.part or sections[index].level < own.level:
                return None
            if sections[index].level == own.level and self.memory.headings.get(index):
                return self.memory.headings[index][0].mention
            if fold(sections[index].heading.text) == label:
                return None
            if (spoken := self._begun_with(index)) is not None:
                return spoken
        return None

    def _begun_with(self, section: int) -> int | None:
        """The group with which the first sentence of a section begins."""
        first = next((c for c in self.outline.clauses if c.section == section), None)
        placed = self.at(first.body) if first is not None and first.kind is ClauseKind.SENTENCE else []
        groups = (p for p in placed if first is not None and begins_with(first.body.text, p) and can_act(p))
        return next((p.mention for p in groups if is_group_head(self.heads[p.mention])), None)

    def _of_nobody(self, section: int) -> bool:
        """Whether a heading of duties stands below so many groups that none of them is the paper's own."""
        own = self.outline.sections[section]
        if own.number or not (heads_duties(own.heading.text) or fold(own.heading.text) in _TERMS):
            return self._among_named(section)
        label = fold(own.heading.text)
        return sum(s.part == own.part and fold(s.heading.text) == label for s in self.outline.sections) >= _MANY

    def _among_named(self, section: int) -> bool:
        """Whether a heading is one of several of which others name somebody: "Social workers" beside "The Manager"."""
        own, sections = self.outline.sections[section], self.outline.sections
        label = fold(own.heading.text).strip(" :.")
        if not label or label in load_layout().section_headings or heads_duties(own.heading.text):
            return False
        beside = [i for i, s in enumerate(sections) if (s.part, s.parent, s.level) == (own.part, own.parent, own.level)]
        named = [i for i in beside if self.memory.headings.get(i) and sections[i].heading.text]
        return len(named) > 1 and _NAMED_SHARE * len(named) >= len(beside)


def _same_item(one: Clause, other: Clause) -> bool:
    """Whether two clauses are sentences of one item of a list."""
    return (one.section, one.block, one.label, one.leads) == (other.section, other.block, other.label, other.leads)


def can_act(placed: Placed) -> bool:
    """Return whether a name is that of a single body or post."""
    return placed.type in ACTING and placed.scope is not Scope.GENERIC


def _names_service(name: str, told: str) -> bool:
    """Whether all words of a service's name are told: "Harbour Care Service" in "Harbour Care Plan"."""
    return name.endswith(" service") and set(name.split()[:-1]) <= set(told.split())


def placed_at(found: Found, mention: int) -> Placed:
    """Return where a name stands in its passage, with the number of its mention."""
    plural = found.scope is Scope.GENERIC and found.head.endswith("s")
    return Placed(found.start, found.end, mention, found.type, found.scope, plural, masks=True)
