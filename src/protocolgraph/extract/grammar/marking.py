"""Marks whole phrases with a component, and tells the circumstances in them from the rest."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from protocolgraph.extract.grammar.pieces import opens
from protocolgraph.extract.verbal import SUBJECTS, VERBAL
from protocolgraph.model.institutional import ComponentName
from protocolgraph.vocab.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

C = ComponentName
Labels = dict[int, ComponentName]
_HOLDS = {"where", "when", "if", "unless"}
SUPPOSED = {"if", "unless", "when", "whenever", "provided", "except"}
"""Words that open a clause which says when a statement holds."""
_LASTING = {"remainder", "rest", "balance", "duration"}
_CLAUSAL = {"before", "after", "until", "once"}
_TIMELY = {"by", "on", "at", "in", "from", "between", "during", "not", "no"}


def mark(tokens: Iterable[Token], name: ComponentName, labels: Labels) -> None:
    """Give each of these words a component."""
    for token in tokens:
        labels[token.i] = name


def condition(child: Token, labels: Labels) -> None:
    """A phrase or clause that says when the statement holds, or how, when and where it is done."""
    words = [t for t in sorted(child.subtree, key=lambda t: t.i) if t.dep_ != "punct" and t.lower_ != "only"]
    mark(child.subtree, C.ACTIVATION if _opens(words, "activation") else C.CONSTRAINT, labels)
    for inner in child.subtree:
        late = inner.dep_ == "advcl" and inner != child and inner.i > inner.head.i
        if late and _opens(list(inner.subtree), "activation"):
            mark(inner.subtree, C.ACTIVATION, labels)


def _opens(words: list[Token], name: str) -> bool:
    """Whether a phrase opens as one of these words does; "before" a clause is such an opening, too."""
    if opens([t.lower_ for t in words], name):
        return True
    return words[:1] != [] and words[0].lower_ in _CLAUSAL and any(w.dep_ in SUBJECTS for w in words)


def whole(head: Token, name: ComponentName, labels: Labels) -> None:
    """A whole phrase, but for the circumstances that the parser hung on a noun of it ("a report within 28 days")."""
    mark(head.subtree, name, labels)
    if head.pos_ in VERBAL:
        return
    for token in _nouns(head):
        for child in token.children:
            if child.i > token.i and circumstance(child):
                last = child.right_edge == head.right_edge
                if last or (child.dep_ == "prep" and token.i < child.left_edge.i):
                    condition_to(child, head.right_edge, labels)
    for clause in head.subtree:
        if clause.dep_ == "advcl" and clause.right_edge == head.right_edge and clause.i > clause.head.i:
            _supposed(clause, labels)


def _supposed(clause: Token, labels: Labels) -> None:
    """A last clause that says when the whole holds, though the parser hung it on a clause within a phrase."""
    words = [t for t in clause.subtree if t.dep_ != "punct"]
    opening = words[1:2] if words[0].lower_ == "only" else words[:1]
    before = clause.left_edge.i - 1
    if opening and opening[0].lower_ in SUPPOSED:
        condition(clause, labels)
        if before >= 0 and clause.doc[before].lower_ == "only":
            labels[before] = labels[clause.i]


def subject(head: Token, name: ComponentName, labels: Labels) -> None:
    """A whole subject, of which only what a comma parts from it is a circumstance ("the owner, before the sale,")."""
    mark(head.subtree, name, labels)
    for child in head.children:
        apart = child.left_edge.i > head.i and head.doc[child.left_edge.i - 1].text == ","
        if apart and child.right_edge == head.right_edge and circumstance(child):
            condition(child, labels)


def condition_to(child: Token, last: Token, labels: Labels) -> None:
    """A circumstance with all that follows it in its phrase ("within the time" "specified in the notice")."""
    condition(child, labels)
    name = labels[child.i]
    mark(child.doc[child.right_edge.i + 1 : last.i + 1], name, labels)


def circumstance(child: Token) -> bool:
    """Whether what the parser hung on a noun says how or when something is done."""
    if child.dep_ == "prep":
        restricted = any(c.lower_ == "only" and c.i == child.i - 1 for c in child.children)
        return restricted or _opens(list(child.subtree), "circumstance") or _timely(child)
    return child.dep_ == "advcl" or (child.dep_ in {"relcl", "ccomp"} and child.left_edge.lower_ in _HOLDS)


def _timely(link: Token) -> bool:
    """Whether a preposition governs a time ("by 30 June", "at the first meeting", "for at least three years")."""
    times = lexicon("institutional")["times"]
    governed = [c for c in link.children if c.dep_ in {"pobj", "pcomp"}]
    timed = any(noun.lemma_.lower() in times for noun in governed)
    if link.lower_ == "for":
        lasts = any(c.dep_ == "nummod" or c.lower_ == "period" for noun in governed for c in noun.subtree)
        return (timed and lasts) or any(noun.lower_ in _LASTING for noun in governed)
    return timed and link.lower_ in _TIMELY


def _nouns(head: Token) -> list[Token]:
    """The nouns of a phrase that no clause in it holds."""
    inner = [g for c in head.children if c.dep_ in {"prep", "conj", "pobj"} for g in _nouns(c)]
    return [head, *inner]
