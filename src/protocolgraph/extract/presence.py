"""Those whom the attendance lists of minutes name, known by name and by initials in the rest of the paper."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache

from protocolgraph.extract.capacities import capacity_of
from protocolgraph.extract.found import Found
from protocolgraph.extract.labelled import has_verb, label_of
from protocolgraph.extract.people import PersonFinder
from protocolgraph.extract.units import Key, key_of
from protocolgraph.model import Clause, ClauseKind, Outline
from protocolgraph.vocab.lexicon import fold, lexicon, load_yaml

_OTHERS_THERE = re.compile(
    r"(?:[\w'’-]+,? (?:and |& )?){0,4}(?:officers?|staff|partners|guests|visitors|observers|advisers|advisors|others)"
    r"(?: [\w'’-]+){0,3}? (?:in attendance|attending|(?:also )?present)"
)
"""A label, in lower case, over those who were there and are no members: "officers and partners in attendance"."""
TOLD_WHO = re.compile(
    r"^(?:(?:All|Those|The (?:members|councillors|governors|trustees)) (?:who were |in )?present (?:were|was|are)"
    r"|The following (?:\w+ ){0,2}(?:were|was) present):?\s+"
    r"|^Apologies(?: for (?:absence|lateness))?"
    r"(?:(?: (?:were|was|had been|have been))? (?:received|accepted|given|noted|sent|recorded|submitted|tendered))?"
    r" (?:from|by|on behalf of):?\s+",
    re.IGNORECASE,
)
"""Before those of whom a sentence says that they were there, or were not."""
_FEWEST = 2
"""Words of a name by which somebody is known again."""


@cache
def _presence() -> dict[str, str]:
    return dict(load_yaml("lexicon/layout_words.yaml")["presence"])


def presence_of(clause: Clause, outline: Outline) -> str | None:
    """Return the capacity that the label of an attendance list gives, or None if a clause is no such list."""
    if clause.kind is ClauseKind.SENTENCE and has_verb(clause.body.text):
        return None
    first = clause.cell is not None and not clause.cell.column
    led = clause.leads[-1] if (clause.kind is ClauseKind.ITEM or first) and clause.leads else label_of(clause, outline)
    if led is None and first:
        led = outline.sections[clause.section].heading
    if led is None:
        return None
    label = re.sub(r"[\s:–-]+$", "", fold(led.text))
    if clause.kind is not ClauseKind.FIELD and label in {
        "membership",
        "members",
        "officers",
        "advisers",
        "observers",
        "others",
    }:
        return None
    known = _presence().get(label)
    if known is None and clause.kind is ClauseKind.FIELD and len(clause.leads) > 1:
        over = _presence().get(fold(clause.leads[-2].text))
        return over if over is None else over or capacity_of(label) or ""
    others = _OTHERS_THERE.fullmatch(label) if known is None else None
    return "in_attendance" if others else known


def people_present(
    outline: Outline, named: Mapping[Key, Sequence[Found]], finder: PersonFinder
) -> dict[Key, list[Found]]:
    """Return the people of the attendance lists who are in none of the names already found there."""
    found: dict[Key, list[Found]] = {}
    for clause in outline.clauses:
        told = TOLD_WHO.match(clause.body.text)
        if told is None and presence_of(clause, outline) is None:
            continue
        key, start = key_of(clause.body), told.end() if told else 0
        people = [p.moved(start) for p, _ in finder.listed(clause.body.text[start:]) if finder.is_name(p.text)]
        found[key] = [p for p in people if not any(p.overlaps(name) for name in named.get(key, ()))]
    return found


def initials_of(people: Iterable[Found], used: Collection[str]) -> dict[str, Found]:
    """Return the initials that a text uses and that only one of the people has: "JM" of "Cllr John Marsh"."""
    titles, no_initials = lexicon("people")["titles"], lexicon("people")["not_initials"]
    having: dict[str, dict[str, Found]] = defaultdict(dict)
    for person in people:
        words = [w for w in re.findall(r"[^\W\d_][\w'’]*", person.text) if fold(w) not in titles]
        letters = "".join(word[0] for word in words).upper()
        for short in {letters, letters[:1] + letters[-1:]} if len(words) >= _FEWEST else ():
            having[short][fold(" ".join(words))] = person
    told = (short for short in sorted(having) if short in used and fold(short) not in no_initials)
    return {short: next(iter(having[short].values())) for short in told if len(having[short]) == 1}
