"""Action plans: a table's row says what is to be done, and under "Owner" or "Lead" by whom."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from protocolgraph.extract.collected import Collected
from protocolgraph.extract.items import Item, ItemForm, item_form
from protocolgraph.extract.layout.headers import column_of
from protocolgraph.extract.masked import Placed
from protocolgraph.extract.wording import named_text, tidy
from protocolgraph.model import Clause, ClauseKind, DutyContent, EntityType, Modality, Passage
from protocolgraph.vocab.frequency import find_frequency
from protocolgraph.vocab.lexicon import fold, lexicon

_SEATS = {"governor", "member", "councillor", "trustee"}
"""Heads of posts that many hold, which tell nobody from another."""
_QUALIFIED = (
    r"(?:up |and \w+ |out )?(?:an?|the|its|our|this|their)?"
    r"(?: ?(?:new|revised|draft|final|joint|local|annual|updated))*\s*"
)
"""Between a verb and the paper that is its object."""
_SPREADING = {"publish", "issue"}
"""What is done with a paper that others have made."""
_FEWEST = 4
"""Words that tell an action; fewer are its number or theme."""
_OWNING = ("owner", "chair")
"""Columns of those who act; "Lead" is the chair's where a table is one of groups."""


def read(collected: Collected) -> None:
    """Read the actions of plans and of minutes that a table gives to somebody."""
    people = People.of(collected)
    tasks, groups = _first_column(collected, "action", "what"), _first_column(collected, "group")
    for row in _rows(collected):
        owners = [c for c in row if column_of(_header(c)) in _OWNING]
        action = _action(row, tasks) if owners and row[0].leads[-1] not in groups else None
        if action is None:
            continue
        for _, cell in groupby(owners, key=_header):
            lines = list(cell)
            holder = _person_over_post(collected, lines)
            for owner in lines if holder is None else [holder]:
                for bearer in _bearers(collected, owner, people):
                    _assign(collected, owner, action, bearer)


def _person_over_post(collected: Collected, lines: Sequence[Clause]) -> Clause | None:
    """The line of a cell that gives the post of the person above it, who is said to hold it."""
    for above, below in pairwise(lines):
        person = _whole(collected, above, EntityType.PERSON)
        post = _whole(collected, below, EntityType.ROLE)
        if person is not None and post is not None:
            evidence = collected.cells_evidence([above, below], rule="owner-and-post", confidence=0.85)
            collected.fact(person.mention, "holds", post.mention, evidence)
            return below
    return None


def _whole(collected: Collected, clause: Clause, kind: EntityType) -> Placed | None:
    """The entity of a kind that is all of a line."""
    whole = (0, len(clause.body.text.strip()))
    return next((p for p in collected.names.at(clause.body) if p.type is kind and (p.start, p.end) == whole), None)


@dataclass(frozen=True, slots=True)
class People:
    """The people of a document, with the posts that it says they hold, by name and by initials."""

    posts: Mapping[str, int]
    """Folded name to the mention of the post."""
    initials: Mapping[str, int]
    """Initials that only one person has to the mention of the person."""

    @classmethod
    def of(cls, collected: Collected) -> People:
        """Return the people of a document that is read but for its duties."""
        names, titles = collected.names, lexicon("people")["titles"]
        posts: dict[str, int] = {}
        for fact in collected.facts:
            if fact.predicate == "holds" and fact.object is not None and names.heads[fact.object] not in _SEATS:
                posts.setdefault(_bare_name(names.mentions[fact.subject].name, titles), fact.object)
        found: dict[str, dict[str, int]] = defaultdict(dict)
        for number, mention in enumerate(names.mentions):
            if mention.type is EntityType.PERSON and mention.spans:
                name = _bare_name(mention.name, titles)
                found["".join(word[0] for word in name.split()).upper()].setdefault(name, number)
        return cls(posts, {k: next(iter(v.values())) for k, v in found.items() if len(v) == 1 and len(k) > 1})

    def who(self, collected: Collected, person: int) -> int:
        """Return the post that a person, by the full name or by the surname alone, holds, or the person."""
        name = _bare_name(collected.names.mentions[person].name, lexicon("people")["titles"])
        if name in self.posts:
            return self.posts[name]
        called = {post for full, post in self.posts.items() if full.split()[-1] == name}
        return called.pop() if len(called) == 1 else person


def _bare_name(name: str, titles: Mapping[str, object]) -> str:
    """A person's name without the titles before it."""
    words = fold(name).replace(".", "").split()
    while len(words) > 1 and words[0] in titles:
        words = words[1:]
    return " ".join(words)


def _rows(collected: Collected) -> Iterator[list[Clause]]:
    """Yield the cells of each row but its first, whose words are the last lead-in of the others."""
    cells = [c for c in collected.names.outline.clauses if c.kind is ClauseKind.CELL and len(c.leads) > 1]
    for _, row in groupby(cells, key=lambda c: (c.section, c.leads[-1], c.cell.row if c.cell else 0)):
        yield list(row)


def _first_column(collected: Collected, column: str, word: str = "") -> frozenset[Passage]:
    """The cells that begin a row, under a header of one kind, or that is one word: what is to be done, or groups."""
    cells = (c for c in collected.names.outline.clauses if c.kind is ClauseKind.CELL and len(c.leads) == 1)
    return frozenset(c.body for c in cells if column_of(c.leads[0].text) == column or fold(c.leads[0].text) == word)


def _header(clause: Clause) -> str:
    return clause.leads[-2].text


def _action(row: Sequence[Clause], tasks: frozenset[Passage]) -> Passage | None:
    """The words of the row that say what is to be done: those under "Action", else the row's first."""
    headed = [c.body for c in row if column_of(_header(c)) == "action"]
    headed += [row[0].leads[-1]] if not headed and row[0].leads[-1] in tasks else []
    told = headed or [row[0].leads[-1]]
    item = item_form(told[0].text)
    forms = {ItemForm.INFINITIVE, ItemForm.GERUND, *([ItemForm.NOUN] if headed else [])}
    plain = item.verb is not None and item.form in forms
    return told[0] if plain and len(told[0].text.split()) >= _FEWEST - bool(headed) else None


def _bearers(collected: Collected, owner: Clause, people: People) -> list[int]:
    """Whom a cell names: posts before bodies before people, who act as the holders of their posts; or by initials."""
    named = [p for p in collected.names.at(owner.body) if p.masks]
    top = [p for p in named if not any(o is not p and o.start <= p.start and p.end <= o.end for o in named)]
    for kind in (EntityType.ROLE, EntityType.BODY):
        if found := [p.mention for p in top if p.type is kind]:
            return found
    if found := [people.who(collected, p.mention) for p in top if p.type is EntityType.PERSON]:
        return found
    letters = re.split(r"\s*(?:/|,|&|\band\b)\s*", owner.body.text.strip())
    meant = [people.initials.get(initials) for initials in letters]
    return [people.who(collected, person) for person in meant if person is not None] if all(meant) else []


def _assign(collected: Collected, owner: Clause, action: Passage, bearer: int) -> None:
    item = item_form(action.text)
    words = action.text[item.start :].split()
    if item.verb is None:
        return
    named = tidy(named_text(action.text[item.start :]))
    text = named if item.form is ItemForm.NOUN else tidy(" ".join([item.verb, *words[1:]]))
    content = DutyContent(Modality.WILL, item.verb, text, None, find_frequency(text), None)
    evidence = collected.clause_evidence(owner, rule="action-row", confidence=0.8, lead=action)
    collected.duty(bearer, content, evidence)
    paper = _made(collected, action, item) if item.form is ItemForm.INFINITIVE else None
    if paper is not None:
        made = collected.clause_evidence(owner, rule="action-row", confidence=0.75, lead=action)
        collected.fact(bearer, "produces", paper, made)


def _made(collected: Collected, action: Passage, item: Item) -> int | None:
    """The plan by name that an action is to make: "Update the Parking Policy", not "Consult on the Parking Policy"."""
    if item.verb not in lexicon("verbs")["classes"]["making"] or item.verb in _SPREADING:
        return None
    papers = [p for p in collected.names.at(action) if p.type is EntityType.PUBLICATION and p.masks]
    papers = [p for p in papers if action.text[p.start : p.end].split()[-1][0].isupper()]
    verb = re.compile(rf"\W*(?:to )?\w+ {_QUALIFIED}", re.IGNORECASE)
    return next((p.mention for p in papers if verb.fullmatch(action.text, item.start, p.start)), None)
