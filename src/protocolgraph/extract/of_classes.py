"""Statements about a class that tell nothing of anybody: "schools must complete the audit", "papers go to members"."""

from __future__ import annotations

import re
from functools import cache

from protocolgraph.extract.document_names import DocumentNames
from protocolgraph.extract.framed import Framed
from protocolgraph.model import EntityType, Scope
from protocolgraph.vocab.lexicon import load_yaml

_WRITING = {"produces", "approves"}
_TOGETHER = "works-together"
"""The frame by which two who are named side by side work together: "organisations and agencies" are one crowd."""

_ANSWERABLE = "accountable-to"
"""The frame that says to whom somebody is responsible, which of those employed tells whose they are."""
_RANKS = frozenset({"members", "trustees"})
"""Those who are somebody where a company's members appoint its trustees, who report to them."""
_ANSWERING = frozenset({"officers", "employees", "trustees", "governors", "councillors"})
"""Classes of whom it tells something to which body they answer."""


def of_a_class(fact: Framed, names: DocumentNames) -> bool:
    """Return whether a statement is about whoever is of a class, as rules of conduct and routine are.

    Posts of a class ("workstream leads") and a class of one word ("schools") write and approve nothing in particular;
    what is sent to "members" or "staff" is no report; groups that may be set up are not there; a class is not paid.
    """
    subject = names.mentions[fact.subject]
    if fact.object is None:
        return False
    object_ = names.mentions[fact.object]
    if fact.predicate in _WRITING:
        plain = subject.type is EntityType.ROLE or " " not in subject.name
        return subject.scope is Scope.GENERIC and (plain or _is_crowd(subject.name))
    if fact.predicate == "reports_to":
        crowd = object_.scope is Scope.GENERIC and _is_crowd(object_.name)
        return crowd and not (object_.name.lower() in _RANKS and names.members_apart())
    if fact.predicate == "accountable_to":
        answer = fact.rule == _ANSWERABLE and subject.name.lower() in _ANSWERING
        answer = answer and (object_.type is EntityType.BODY or object_.name.lower() in _RANKS)
        return subject.scope is Scope.GENERIC and _is_crowd(subject.name) and not answer
    if fact.predicate == "part_of" and fact.rule == "sets-up":
        return Scope.GENERIC in (subject.scope, object_.scope)
    if fact.predicate == "works_with" and fact.rule == _TOGETHER:
        return subject.scope is Scope.GENERIC and object_.scope is Scope.GENERIC
    return fact.predicate == "funds" and object_.scope is Scope.GENERIC


def _is_crowd(name: str) -> bool:
    """Whether a class is of whoever is there: "members of the Board", "staff"."""
    head = re.split(r",| of | on | from ", name.lower(), maxsplit=1)[0].split()
    return bool(head) and head[-1] in _crowds()


@cache
def _crowds() -> frozenset[str]:
    return frozenset(load_yaml("lexicon/layout_words.yaml")["crowds"])
