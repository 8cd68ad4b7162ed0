"""Which component each word of a sentence belongs to.

The governing verb and those coordinated with it give the aim; what hangs on them gives the rest: the subject
is the attribute (in a passive the object, and the agent the attribute), the direct object and what a verb's
own preposition governs are the object, "to" after a verb of giving is the counterparty, and every other
phrase or clause is a condition.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from protocolgraph.extract.grammar.governing import Governing, deontics, governing
from protocolgraph.extract.grammar.kinds import kind_of, renamed
from protocolgraph.extract.grammar.marking import (
    SUPPOSED,
    Labels,
    circumstance,
    condition,
    condition_to,
    mark,
    subject,
    whole,
)
from protocolgraph.extract.grammar.verbs import (
    agent_elsewhere,
    asked,
    bare,
    content,
    further_duties,
    given,
    last_links,
    light,
    participle,
    placed,
    receiving,
    relative,
    standing,
    strays,
    such_as,
    told,
    told_of,
    with_its_own,
)
from protocolgraph.extract.syntax import is_passive
from protocolgraph.extract.verbal import SUBJECTS, VERBAL, first_conjunct
from protocolgraph.model.institutional import ComponentName, StatementKind
from protocolgraph.vocab.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

C = ComponentName

_OBJECTS = {"dobj", "obj", "attr", "acomp", "oprd"}
_NOMINAL = {"NOUN", "PROPN", "ADJ", "ADV", "ADP", "DET", "NUM", "PART", "SCONJ"}
_LED = {"to", "for", "of", "with"}
_CLAUSES = {"ccomp", "xcomp"}
_FORM = {"aux", "auxpass", "prt", "neg", "cc", "punct", "preconj", "intj", "expl", "dep", "meta"}


def labelled(doc: Doc) -> tuple[StatementKind, Labels]:
    """Return what kind of statement a parsed text is, and the component of each word that has one.

    Of several sentences the one with the strongest verb counts, and with it the others that have a modal verb.
    """
    found = governing(doc)
    if found is None:
        return StatementKind.REGULATIVE, {}
    labels = _read(found)
    for sentence in doc.sents:
        other = governing(sentence)
        if other is not None and found.verb not in sentence and deontics(other.outer):
            labels |= _read(other)
    return kind_of(found.verb), labels


def _read(found: Governing) -> Labels:
    labels: Labels = {}
    _label(found, labels)
    _open_subject(found, labels)
    modals = deontics(found.outer)
    for token in found.deontic:
        if not modals or token in modals:
            labels[token.i] = C.DEONTIC
        elif found.bearers is None:
            labels[token.i] = C.AIM
    for bearer in found.bearers or ():
        whole(bearer, C.ATTRIBUTE, labels)
    _opening_clause(labels, found.verb.sent)
    clauses = [verb for verb in _coordinated(found.verb) if any(c.dep_ in SUBJECTS for c in verb.children)]
    return renamed(labels, found.verb, clauses)


def _opening_clause(labels: Labels, sentence: Span) -> None:
    """What the parser takes for the beginning of a subject: "If it breaks, the newest rule shall prevail"."""
    name = labels.get(sentence.start)
    if name not in {C.ATTRIBUTE, C.OBJECT} or sentence[0].lower_ not in SUPPOSED:
        return
    end = next((t.i for t in sentence if labels.get(t.i, name) != name), sentence.start)
    commas = [t.i for t in sentence if t.i < end and t.text == "," and t.nbor().pos_ in {"DET", "PRON"}]
    if commas:
        mark((t for t in sentence if t.i < commas[-1]), C.ACTIVATION, labels)
        labels.pop(commas[-1], None)


def _open_subject(found: Governing, labels: Labels) -> None:
    """Words before a subject that the parser hung elsewhere: "A penalty of not more than the amount stated"."""
    opening = found.verb.sent.start
    first = min((token.i for token in found.deontic), default=0)
    places = [place for place in range(opening, first) if labels.get(place) in {C.ATTRIBUTE, C.OBJECT}]
    place = places[0] - 1 if places else -1
    while place >= opening and place not in labels and found.verb.doc[place].pos_ in _NOMINAL:
        labels[place] = labels[places[0]]
        place -= 1


def _label(found: Governing, labels: Labels) -> None:
    verbs = [found.verb, *_coordinated(found.verb)]
    if found.outer != found.verb:
        _around(found, labels)
        verbs += [verb for verb in _coordinated(found.outer) if verb not in verbs]
    for helper in (*found.deontic, *(c for c in found.verb.children if c.dep_ == "auxpass")):
        _beside(found.verb, helper, labels)
    earlier = _earlier(found.outer)
    for verb in (*earlier, *verbs):
        _aim(verb, labels)
        for child in verb.children:
            _child(verb, child, labels)
    for child in earlier[0].children if earlier else ():
        if child.dep_ in SUBJECTS and child.dep_ != "expl":
            subject(child, _of_subject(found.verb), labels)
    by = agent_elsewhere(found.verb)
    if by is not None:
        _governed(by, C.ATTRIBUTE, labels)
    for stray in strays(found.outer):
        _further(stray, labels)
    for verb in further_duties(found.verb):
        _further(verb, labels)


def _around(found: Governing, labels: Labels) -> None:
    """What hangs on the verb that carries the force: its subject bears it, its clauses are conditions."""
    for child in found.outer.children:
        if found.verb in child.subtree or child in found.deontic or (child.dep_ == "conj" and child.pos_ in VERBAL):
            continue
        if child.dep_ in SUBJECTS:
            own = any(c.dep_ in SUBJECTS for c in found.verb.children)
            if not found.bearers and not (child.lower_ == "it" and own):
                subject(child, C.OBJECT if is_passive(found.verb) else C.ATTRIBUTE, labels)
        elif child.dep_ not in _FORM | _OBJECTS and not _idle(child):
            condition(child, labels)


def _earlier(outer: Token) -> list[Token]:
    """The verbs before this one that have its subject: "has no budget and shall report to the Council"."""
    if outer.dep_ != "conj" or any(c.dep_ in {*SUBJECTS, "csubjpass"} for c in outer.children):
        return []
    first = first_conjunct(outer)
    return [verb for verb in (first, *_coordinated(first)) if verb.i < outer.i]


def _of_subject(verb: Token) -> ComponentName:
    """What the subject of a verb is: the one who acts, or in the passive what is acted on."""
    undergoes = is_passive(verb) and verb.lower_ not in lexicon("institutional")["standing"]
    return C.OBJECT if undergoes else C.ATTRIBUTE


def _beside(verb: Token, helper: Token, labels: Labels) -> None:
    """What the parser hangs on a helping verb: "must within two hours report", "a dwelling shall be so built"."""
    if helper.dep_ in {"aux", "auxpass"}:
        for child in helper.children:
            _child(verb, child, labels)


def _idle(word: Token) -> bool:
    return word.lower_ in lexicon("institutional")["idle"]


def _coordinated(verb: Token) -> list[Token]:
    """The verbs that share a verb's subject, and those of a second main clause with a modal of their own."""
    found = []
    for child in verb.children:
        acts = child.pos_ in VERBAL or (child.pos_ == "NOUN" and child.left_edge == child and _verbs_follow(child))
        if child.dep_ == "conj" and acts and not _listed(child):
            found += [child, *_coordinated(child)]
    return found


def _verbs_follow(word: Token) -> bool:
    """Whether what looks like a noun stands in a row of verbs: "must weigh, grade and label the eggs"."""
    return any(c.dep_ == "conj" and c.pos_ in VERBAL and c.tag_ in {"VB", "VBP"} for c in word.children)


def _listed(verb: Token) -> bool:
    """Whether what looks like a verb is the end of a list: "the name; the address; and the quantity delivered"."""
    return (
        verb.pos_ in VERBAL
        and verb.tag_ in {"VBN", "VBD"}
        and not deontics(verb)
        and any(c.dep_ == "nsubj" for c in verb.children)
    )


def _aim(verb: Token, labels: Labels) -> None:
    """The verb with its passive auxiliary, particle, and the verbs that it only leads to ("seek to ensure")."""
    labels[verb.i] = C.AIM
    modals = deontics(verb)
    for child in verb.children:
        helps = child.dep_ == "aux" and child.lower_ in {"be", "have", "been"} and modals
        denied = child.dep_ in {"aux", "neg"} and child.lower_ != "to" and not modals
        if denied and verb.left_edge.lower_ in {"do", "never"}:
            labels[child.i] = C.DEONTIC
        elif child.dep_ in {"auxpass", "prt"} or helps or denied or child.lower_ == "hereby":
            labels[child.i] = C.AIM
        elif child.dep_ in {"aux", "neg"} and child in modals:
            labels[child.i] = C.DEONTIC


def _child(verb: Token, child: Token, labels: Labels) -> None:
    """Label one phrase or clause that hangs on a verb of the statement."""
    if child.dep_ in {*SUBJECTS, "csubjpass"}:
        if child.dep_ != "expl":
            subject(child, _of_subject(verb), labels)
            if verb.dep_ == "relcl" and child.lower_ in {"who", "which", "that"}:
                mark(_antecedent(verb), _of_subject(verb), labels)
    elif (child.dep_ == "conj" and child.pos_ in VERBAL and _listed(child)) or (
        child.dep_ == "advcl" and asked(verb, child)
    ):
        mark(child.subtree, C.OBJECT, labels)
    elif child.dep_ in _OBJECTS or child.dep_ == "dative":
        _object(verb, child, labels)
    elif child.dep_ == "agent":
        _agent(child, labels)
    elif child.dep_ in _CLAUSES:
        if _sentence_before(verb, child):
            _further(child, labels)
        else:
            _clause(child, labels)
    elif child.dep_ == "advcl" and participle(verb, child):
        mark(child.subtree, C.OBJECT, labels)
    elif child.dep_ == "prep":
        _prepositional(verb, child, labels)
    elif bare(verb, child):
        labels[child.i] = C.AIM
    elif child.dep_ not in {"conj", "mark", *_FORM} and not _idle(child):
        describes = relative(child) and labels.get(child.left_edge.i - 1) == C.OBJECT
        if describes or content(child) or such_as(child):
            mark(child.subtree, C.OBJECT, labels)
        else:
            condition(child, labels)


def _antecedent(verb: Token) -> list[Token]:
    """The words that a relative clause is about, where it is all that the words say ("The Clerk, who keeps ...")."""
    return [token for token in verb.head.subtree if token.i < verb.left_edge.i]


def _object(verb: Token, child: Token, labels: Labels) -> None:
    if child.dep_ == "dative":
        named = [g for g in child.children if g.dep_ == "pobj"] if child.pos_ == "ADP" else [child]
        for noun in named:
            whole(noun, C.COUNTERPARTY, labels)
    elif (
        child.dep_ in {"oprd", "attr"}
        and is_passive(verb)
        and verb.lemma_.lower() in lexicon("institutional")["regarded"]
    ):
        whole(child, C.ATTRIBUTE, labels)
    elif light(verb, child) or standing(verb, child):
        _led(child, labels)
    elif child.dep_ in {"dobj", "obj"} and told(verb, child):
        whole(child, C.COUNTERPARTY, labels)
        for link in told_of(verb, child):
            _governed(link, C.OBJECT, labels)
    else:
        _direct(verb, child, labels)


def _led(word: Token, labels: Labels) -> None:
    """A word that makes one aim with its verb, and the preposition behind it ("have regard to", "be liable to")."""
    labels[word.i] = C.AIM
    for child in word.children:
        if child.dep_ == "prep" and child.lower_ in _LED:
            labels[child.i] = C.AIM
            for noun in child.children:
                whole(noun, C.OBJECT, labels)
        elif child.dep_ in {"neg", "advmod", "det", "amod"} and child.i < word.i:
            labels[child.i] = C.AIM
        elif child.dep_ == "prep":
            condition(child, labels)
        elif child.dep_ not in _FORM:
            mark(child.subtree, C.OBJECT, labels)


def _governed(link: Token, name: ComponentName, labels: Labels) -> None:
    """What a preposition governs, without the preposition."""
    labels.pop(link.i, None)
    for noun in link.children:
        whole(noun, name, labels)


def _agent(child: Token, labels: Labels) -> None:
    if any(noun.lemma_.lower() in lexicon("institutional")["means"] for noun in child.children):
        condition(child, labels)
        return
    for noun in child.children:
        whole(noun, C.ATTRIBUTE if noun.dep_ == "pobj" else C.CONSTRAINT, labels)
        for verb in noun.children:
            if verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.nbor(-1).text in {",", ";"}:
                _further(verb, labels)


def _sentence_before(verb: Token, clause: Token) -> bool:
    """Whether what the parser takes for a clause is a statement before this one, parted from it by a semicolon."""
    marked = any(c.dep_ == "mark" for c in clause.children)
    return (
        clause.i < verb.i and not marked and bool(deontics(clause)) and any(c.dep_ in SUBJECTS for c in clause.children)
    )


def _further(verb: Token, labels: Labels) -> None:
    """A verb of the statement that the parser hung elsewhere: "drafted by the clerk, checked by the chair"."""
    for token in verb.subtree:
        labels.pop(token.i, None)
    for one in (verb, *_coordinated(verb)):
        _aim(one, labels)
        for child in one.children:
            _child(one, child, labels)


def _clause(child: Token, labels: Labels) -> None:
    """A clause as object ("ensure that ..."), or a verb that the aim leads to ("seek to ensure ...")."""
    infinitive = child.dep_ == "xcomp" and any(c.lower_ == "to" and c.dep_ == "aux" for c in child.children)
    if infinitive and child.head.lemma_.lower() == "be":
        mark(child.subtree, C.OBJECT, labels)
        return
    if infinitive and any(c.dep_ in {"dobj", "obj"} and c.i < child.i for c in child.head.children):
        mark(child.subtree, C.OBJECT if asked(child.head, child) else C.CONSTRAINT, labels)
        return
    if not infinitive:
        _clause_as_object(child, labels)
        return
    for leading in child.children:
        if leading.dep_ == "aux":
            labels[leading.i] = C.AIM
    for verb in (child, *_coordinated(child)):
        _aim(verb, labels)
        for inner in verb.children:
            _child(verb, inner, labels)


def _clause_as_object(child: Token, labels: Labels) -> None:
    """A clause with its own conditions, but not those that open as a condition of the whole does."""
    opening = child.left_edge
    if circumstance(child) or (opening.pos_ == "ADP" and child.i < child.head.i):
        condition(child, labels)
    else:
        mark(child.subtree, C.OBJECT, labels)


def _prepositional(verb: Token, child: Token, labels: Labels) -> None:
    words, lemma = lexicon("institutional"), verb.lemma_.lower()
    named = lemma in words["constituted"] or lemma in words["regarded"]
    made_of = is_passive(verb) and named and child.lower_ in {"of", "as"}
    owed = is_passive(verb) and verb.lower_ in words["standing"] and child.i == verb.i + 1
    objects = any(c.dep_ in {"dobj", "obj", "ccomp"} for c in verb.children) or (is_passive(verb) and not made_of)
    owned = any(with_its_own(c, child) for c in verb.children if c.dep_ in {"dobj", "obj"} and c.i == child.i - 1)
    if owned:
        mark(child.subtree, C.OBJECT, labels)
    elif child.lower_ in receiving(verb) and objects:
        _governed(child, C.COUNTERPARTY, labels)
    elif owed:
        labels[child.i] = C.AIM
        for noun in child.children:
            whole(noun, C.OBJECT, labels)
    elif (made_of or child.lower_ in (words["governed"].get(lemma) or ())) and not objects and child.i > verb.i:
        labels[child.i] = C.AIM
        for noun in child.children:
            whole(noun, C.ATTRIBUTE if made_of else C.OBJECT, labels)
    elif objects and not is_passive(verb) and child.lower_ in (words["telling"].get(lemma) or ()):
        _governed(child, C.OBJECT, labels)
    else:
        condition(child, labels)


def _direct(verb: Token, noun: Token, labels: Labels) -> None:
    """The direct object, without a receiver or place that the parser hung on it ("submit a report to the Council")."""
    whole(noun, C.OBJECT, labels)
    receiver = given(verb, noun)
    if receiver is not None:
        mark(noun.doc[noun.left_edge.i : receiver.i + 1], C.COUNTERPARTY, labels)
    for link in last_links(noun):
        if link.lower_ in receiving(verb) and not with_its_own(noun, link):
            _governed(link, C.COUNTERPARTY, labels)
        elif placed(verb, link):
            condition_to(link, noun.right_edge, labels)
