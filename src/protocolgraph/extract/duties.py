"""Duties: what a bearer must, should, may, must not or will do, or has as its function."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from protocolgraph.extract.arguments import Argument, Arguments
from protocolgraph.extract.frequency import find_frequency
from protocolgraph.extract.lists import ItemForm
from protocolgraph.extract.syntax import Predication
from protocolgraph.model import DutyContent, EntityType, Modality
from protocolgraph.vocab.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

_BEARERS = (EntityType.BODY.value, EntityType.ROLE.value)
_RECIPIENTS = ("to", "with", "for", "object")
_CONDITION = {"where", "if", "unless", "when", "should", "once", "until", "whenever", "provided"}


@dataclass(frozen=True, slots=True)
class Obliged:
    """A duty of one bearer, before it has its evidence."""

    bearer: int
    content: DutyContent
    to: tuple[int, ...]
    product: int | None
    start: int
    """Where its words begin in the passage."""
    end: int
    confidence: float
    rule: str


def obliged(predications: Sequence[Predication], arguments: Arguments) -> list[Obliged]:
    """Return the duties that a sentence states."""
    if arguments.sentence.duties is not None:
        return _item(predications, arguments)
    mains = [p for p in predications if p.kind == "verb" and _states(p)]
    found: list[Obliged] = []
    for position, predication in enumerate(mains):
        after = next((p for p in mains[position + 1 :] if p.token.i > predication.token.i), None)
        found += _modal(predication, arguments, after)
    return found


# ── items of a list ───────────────────────────────────────────────────────────────────────────────


def _item(predications: Sequence[Predication], arguments: Arguments) -> list[Obliged]:
    """One item is one duty."""
    sentence = arguments.sentence
    duties, item = sentence.duties, sentence.item
    if duties is None or item is None or sentence.bearer is None:
        return []
    text = _tidy(sentence.passage.text[item.start :])
    main = next((p for p in predications if p.kind == "verb" and p.token.idx >= sentence.masked.prefix), None)
    action = item.verb or (main.lemma if main and item.form is not ItemForm.NOUN else _first_noun(text))
    sure = 0.93 if duties.certain else 0.8
    if item.form is ItemForm.NOUN:
        sure -= 0.2
    content = DutyContent(
        duties.modality, action, text, _object(main, arguments), find_frequency(text), _condition(main, arguments)
    )
    to, product = _recipients(main, arguments, duties.bearer)
    end = len(sentence.passage.text)
    return [Obliged(duties.bearer, content, to, product, 0, end, round(sure, 3), f"list-{item.form.value}")]


def _first_noun(text: str) -> str:
    match = re.match(r"[\w-]+", text)
    return match.group().lower() if match else text


# ── sentences with a modal ────────────────────────────────────────────────────────────────────────


def _states(predication: Predication) -> bool:
    """Whether the predicate can state a standing duty: no past event, no question, no "which will ..."."""
    if predication.past or predication.token.dep_ in {"relcl", "advcl", "acl", "ccomp"} and not _inside_duty(predication):
        return False
    return True


def _inside_duty(predication: Predication) -> bool:
    """A complement of a word that gives duty ("has a duty to report", "agreed that the Board will ...")."""
    token = predication.token
    if token.dep_ == "acl" and predication.modal is not None:
        return token.head.lemma_.lower() in lexicon("modality")["governors"]
    return token.dep_ == "ccomp" and predication.modal in {"will", "shall", "must", "should"} and (
        token.head.lemma_.lower() in {"agree", "require", "resolve", "expect", "state"}
    )


def _modal(predication: Predication, arguments: Arguments, after: Predication | None) -> list[Obliged]:
    modality = _modality(predication)
    if modality is None or _carries_governor(predication):
        return []
    bearers, sure = _bearers(predication, arguments)
    if not bearers:
        return []
    start = arguments.sentence.masked.source(_verb_start(predication))
    end = _end(predication, arguments, after)
    text = _tidy(arguments.sentence.passage.text[start:end])
    if len(text.split()) < 2 or _plain(predication) and predication.lemma in lexicon("verbs")["light"]:
        return []
    content = DutyContent(
        modality, predication.lemma, text, _object(predication, arguments),
        find_frequency(text), _condition(predication, arguments),
    )  # fmt: skip
    found = []
    for bearer in bearers:
        to, product = _recipients(predication, arguments, bearer.mention)
        found.append(
            Obliged(
                bearer.mention, content, to, product, 0, len(arguments.sentence.passage.text),
                round(sure * bearer.certainty, 3), f"modal-{predication.modal or 'present'}",
            )
        )  # fmt: skip
    return found


def _plain(predication: Predication) -> bool:
    return predication.modal is None


def _modality(predication: Predication) -> Modality | None:
    if predication.modal is None:
        present = predication.token.tag_ in {"VBZ", "VBP"} and predication.lemma in lexicon("verbs")["actions"]
        passive = predication.passive and predication.token.dep_ == "ROOT"
        if predication.negated and present:
            return Modality.MUST_NOT
        return Modality.WILL if (present and predication.token.dep_ in {"ROOT", "conj"}) or passive else None
    value = lexicon("modality")["modals"].get(predication.modal, predication.modal)
    modality = Modality(value)
    if predication.negated:
        return Modality.MUST_NOT if modality is not Modality.FUNCTION else None
    return modality


def _carries_governor(predication: Predication) -> bool:
    """Whether the verb only carries a word that gives duty to another one ("is required to ..."), which is read instead."""
    words = lexicon("modality")["governors"]
    if predication.lemma in words and any(c.dep_ == "xcomp" for c in predication.token.children):
        return True
    carried = [c for c in predication.token.children if c.dep_ in {"acomp", "attr", "dobj"}]
    for child in carried:
        deeper = [g for g in child.subtree if g.dep_ in {"pcomp", "xcomp", "acl"} and g.pos_ == "VERB"]
        if child.lemma_.lower() in words and deeper:
            return True
    return False


def _bearers(predication: Predication, arguments: Arguments) -> tuple[list[Argument], float]:
    """Who bears it, and how surely: the actor; of a passive without one, the report's owner or the clause's subject."""
    actors = arguments.fill(predication, ["actor"], _BEARERS)
    if actors:
        return actors, 0.9 if predication.modal else 0.65
    if not predication.passive:
        return [], 0.0
    owners = arguments.fill(predication, ["object.owner", "matrix", "section"], _BEARERS)
    itself = {a.mention for a in arguments.fill(predication, ["object"], _BEARERS)}
    return [o for o in owners if o.mention not in itself], 0.6


def _verb_start(predication: Predication) -> int:
    """Masked offset where the words of the duty begin: the verb, with an adverb just before it."""
    token = predication.token
    before = [c for c in token.children if c.dep_ == "advmod" and c.i == token.i - 1]
    if predication.passive:
        auxiliaries = [c for c in token.children if c.dep_ == "auxpass"]
        before = auxiliaries[:1] or before
    return int(before[0].idx if before else token.idx)


def _end(predication: Predication, arguments: Arguments, after: Predication | None) -> int:
    """Where its words end: before the next predicate that has a modal of its own, else with the sentence."""
    whole = len(arguments.sentence.passage.text)
    if after is None or not _own_modal(after.token):
        return whole
    first = min([after.token, *after.token.children], key=lambda t: t.i)
    marks = [c for c in after.token.head.children if c.dep_ == "cc" and c.i < first.i]
    place = (marks[-1] if marks else first).idx
    return arguments.sentence.masked.source(place)


def _own_modal(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.tag_ == "MD" for c in verb.children)


# ── what it is done to ────────────────────────────────────────────────────────────────────────────


def _object(predication: Predication | None, arguments: Arguments) -> str | None:
    if predication is None:
        return None
    for token in predication.arguments.get("object", ()):
        return arguments.words(token)
    return None


def _recipients(
    predication: Predication | None, arguments: Arguments, bearer: int
) -> tuple[tuple[int, ...], int | None]:
    if predication is None:
        return (), None
    to: list[int] = []
    for slot in _RECIPIENTS:
        to += [a.mention for a in arguments.fill(predication, [slot], _BEARERS) if a.mention != bearer]
    products = arguments.fill(predication, ["object", "to"], [EntityType.PUBLICATION.value])
    return tuple(dict.fromkeys(to)), products[0].mention if products else None


def _condition(predication: Predication | None, arguments: Arguments) -> str | None:
    if predication is None:
        return None
    for child in predication.token.children:
        marked = any(g.lower_ in _CONDITION for g in child.children if g.dep_ in {"mark", "advmod", "aux"})
        if child.dep_ == "advcl" and marked:
            return arguments.words(child)
    return None


def _tidy(text: str) -> str:
    text = re.sub(r"[\s;,.:]+$", "", text)
    return re.sub(r"[;,]?\s+(?:and|or)$", "", text).strip()


