"""Fields that name a post and who holds it: "Clerk: Beth Moss", "Chair of Governors: Mrs Ann Lee"."""

from __future__ import annotations

from protocolgraph.extract.collected import Collected
from protocolgraph.extract.found import Found
from protocolgraph.extract.masked import Placed
from protocolgraph.extract.people import PersonFinder
from protocolgraph.extract.tokens import tokenize
from protocolgraph.extract.units import key_of
from protocolgraph.model import Clause, ClauseKind, EntityType, Passage, Scope
from protocolgraph.vocab.lexicon import lexicon, load_yaml

_WHOLE = 0.75
"""Share of a label that a post's title takes."""


def read(collected: Collected) -> None:
    """Read who holds which post from labelled fields."""
    finder = PersonFinder.load()
    for clause in collected.names.outline.clauses:
        if clause.kind in (ClauseKind.FIELD, ClauseKind.CELL) and clause.leads:
            post = _post(collected, clause.leads[-1])
            person = _person(collected, clause, finder) if post is not None else None
            if post is None or person is None:
                continue
            if _describes(collected, clause, post, person):
                collected.capacities.add(key_of(clause.leads[-1]))
            else:
                _holds(collected, clause, post, person)


def _post(collected: Collected, label: Passage) -> Placed | None:
    posts = [p for p in collected.names.at(label) if p.type is EntityType.ROLE and p.masks]
    whole = [p for p in posts if p.end - p.start >= _WHOLE * len(label.text)]
    if whole:
        return whole[0] if whole[0].scope is not Scope.GENERIC and not _several(label.text) else None
    words = label.text.lower().strip()
    if words in lexicon("roles")["alone"] or words in lexicon("roles")["titles"]:
        found = Found(0, len(label.text), EntityType.ROLE, label.text, words.split()[-1])
        return collected.names.place(label, found)
    return None


def _describes(collected: Collected, clause: Clause, label: Placed, person: Placed) -> bool:
    """Whether a label says who deals with a paper, and the value what that person is: "Lead officer: B, Head of X"."""
    titled = any(
        p.type is EntityType.ROLE and p.start > person.end and p.masks for p in collected.names.at(clause.body)
    )
    head = collected.names.heads[label.mention]
    return titled and head in load_yaml("lexicon/layout_words.yaml")["describing"]


def _several(label: str) -> bool:
    """Whether a label names many, "Co-opted Members", or who sits in somebody's place, which is no post."""
    last = ("members", "officers", "representatives", "governors", "trustees", "substitute member", "substitute")
    return label.rstrip(" :-").lower().endswith(last)


def _person(collected: Collected, clause: Clause, finder: PersonFinder) -> Placed | None:
    """The person that the value begins with."""
    named = [p for p in collected.names.at(clause.body) if p.type is EntityType.PERSON and p.start == 0]
    if named:
        return named[0]
    tokens = tokenize(clause.body.text)
    end = finder.name_at(tokens, 0)
    follows = tokens[end] if end < len(tokens) else None
    if end < 2 or (follows is not None and follows.word):
        return None
    text = clause.body.text[: tokens[end - 1].end]
    return collected.names.place(clause.body, Found(0, len(text), EntityType.PERSON, text, "person"))


def _holds(collected: Collected, clause: Clause, post: Placed, person: Placed) -> None:
    names = collected.names
    evidence = collected.clause_evidence(clause, rule="field-holder", confidence=0.88, lead=clause.leads[-1])
    subject = names.subject(clause.section)
    if subject is not None and names.mentions[subject].type is EntityType.BODY:
        names.own(post.mention, subject)
    collected.fact(person.mention, "holds", post.mention, evidence)
