"""Whether a clause says what must be done, or what something is; the latter's components have names of their own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from protocolgraph.extract.grammar.marking import Labels
from protocolgraph.extract.grammar.verbs import standing
from protocolgraph.extract.syntax import is_passive
from protocolgraph.extract.verbal import SUBJECTS
from protocolgraph.model.institutional import ComponentName, StatementKind
from protocolgraph.vocab.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

C = ComponentName
_CONSTITUTIVE = {C.ATTRIBUTE: C.ENTITY, C.AIM: C.FUNCTION, C.OBJECT: C.PROPERTIES, C.COUNTERPARTY: C.PROPERTIES}
_CONSTITUTED = {**_CONSTITUTIVE, C.ATTRIBUTE: C.PROPERTIES, C.OBJECT: C.ENTITY}
"""What is said in the passive, or by "there is", is said of the verb's object."""


def kind_of(verb: Token) -> StatementKind:
    """Return the kind of the clause of a verb."""
    return StatementKind.CONSTITUTIVE if _constitutive(verb) else StatementKind.REGULATIVE


def renamed(labels: Labels, verb: Token, clauses: Iterable[Token]) -> Labels:
    """Return the labels of a statement, those of its constitutive clauses under their names.

    Args:
        labels: the component of each word, as regulative statements have them.
        verb: the statement's verb.
        clauses: the verbs of further clauses with subjects of their own, in the order of the sentence.

    """
    names = {number: _names(verb) for number in labels}
    for clause in clauses:
        names |= dict.fromkeys((token.i for token in clause.subtree), _names(clause))
    return {number: names[number].get(name, name) for number, name in labels.items()}


def _names(verb: Token) -> dict[ComponentName, ComponentName]:
    if not _constitutive(verb):
        return {}
    turned = is_passive(verb) or any(c.dep_ == "expl" for c in verb.children)
    return _CONSTITUTED if turned else _CONSTITUTIVE


def _constitutive(verb: Token) -> bool:
    words, lemma = lexicon("institutional"), verb.lemma_.lower()
    if is_passive(verb):
        named = any(c.dep_ in {"oprd", "attr", "xcomp"} or c.lower_ == "as" for c in verb.children)
        agent = any(c.dep_ == "agent" for c in verb.children)
        return not agent and (lemma in words["constituted"] or (lemma in words["regarded"] and named))
    if lemma in words["taking_effect"]:
        return any(c.dep_ in SUBJECTS and c.lemma_.lower() in words["instruments"] for c in verb.children)
    spoken_to = any(child.dep_ in SUBJECTS and child.lower_ in {"you", "we", "i"} for child in verb.children)
    return lemma in words["constitutive"] and not spoken_to and not any(standing(verb, c) for c in verb.children)
