"""The SPARQL query that a reading makes: the kind's template with the names, words and documents filled in."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from protocolgraph.analyse.ask.reading import Reading
from protocolgraph.graph import Found, Graph, dataset_clause
from protocolgraph.graph.terms import statement_id, statement_iri
from protocolgraph.model import EntityType
from protocolgraph.text.normalise import name_key
from protocolgraph.vocab.frequency import as_frequency, spellings
from protocolgraph.vocab.questions import questions

_SMALL = frozenset(
    [
        *("a", "an", "the", "of", "for", "and", "or", "in", "to", "on", "at", "by", "with", "from", "about", "as"),
        *("their", "its", "his", "her", "any", "all", "each", "that", "which", "be", "is", "are"),
    ]
)
_NUMBERS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
_INNER = re.compile(r"(?:MINUS|VALUES\s+\?\w+)\s*$")
"""What stands before a brace that opens no group of patterns, or one of which nothing may be left out."""
_BRACED = re.compile(r"\{[^{}]*\}")
_TIMES = ("day", "week", "hour", "month")
"""Words before which a number says how long."""
_AT_ONCE = 500
"""Statements that one query names; of many more the store would look at all statements, to compare."""
_MOST = 50_000
"""Statements that are named at all; a store looks through all as quickly as through more."""
_ENDINGS = re.compile(r"(?:ations?|ating|ates?|ings?|ies|ied|ed|es|s|e|y)$")


def make_query(reading: Reading, graph: Graph, named: Mapping[str, str] = MappingProxyType({})) -> str:
    """Return the query; where the documents are chosen, it says FROM which graphs it reads.

    Args:
        reading: the question as it was understood.
        graph: what is asked.
        named: VALUES of further variables that are known, by their names.

    """
    template = reading.kind.query
    variables = [name for name in ("statement", "answer", "evidence") if f"?{name}" in template]
    variables += [name for name in questions().slots if name != "answer" and re.search(rf"\?{name}\b", template)]
    lines = [f"SELECT DISTINCT {' '.join(f'?{name}' for name in variables)}"]
    if reading.scope.choice:
        lines += dataset_clause(document.name for document in reading.scope.choice.pick(graph.register))
    lines.append("WHERE {")
    bound = {name: f"VALUES ?{name} {{ {_iris(found)} }}" for name, found in reading.found if found.entities}
    bound |= {**_frequencies(reading), **named}
    lines += [f"  {line}" for line in (*bound.values(), *_with_values(template, bound).splitlines())]
    lines += [f"  FILTER({text})" for text in _filters(reading)]
    return "\n".join((*lines, "}"))


def parts_of(query: str, reading: Reading, graph: Graph) -> Iterator[str]:
    """Yield queries that have the same answers together, and name the statements in which the words stand.

    Only where it names nobody else, and its kind is found by words: a store knows no words, and would look through
    all that is stated. Else it is the query itself.
    """
    found = _found_by_words(reading, graph)
    if found is None:
        yield query
        return
    for start in range(0, max(1, len(found)), _AT_ONCE):
        values = " ".join(f"<{statement_iri(identifier)}>" for identifier in found[start : start + _AT_ONCE])
        yield make_query(reading, graph, {"statement": f"VALUES ?statement {{ {values} }}"})


def _found_by_words(reading: Reading, graph: Graph) -> list[str] | None:
    """The ids of the statements that words find; None where none do, or too many."""
    words, kind, sought = graph.words, reading.kind, _sought(reading)
    names = {name for slot, found in reading.found if slot == "law" for name in _names(found)}
    by_law = "law" in kind.found_by
    if words is None or not kind.found_by or (not names if by_law else reading.found or not sought):
        return None
    found: set[str] = set()
    if "text" in kind.found_by:
        found.update(words.said(sought))
    if "quote" in kind.found_by:
        found.update(words.quoted(sought, kind.predicates, duties=kind.asks_duties))
    if "product" in kind.found_by:
        found |= _handing_on(sought, graph)
    for name in names if by_law else ():
        found.update(words.quoted([*_each(name), *sought], kind.predicates, duties=kind.asks_duties))
    return sorted(found) if len(found) <= _MOST else None


def _names(found: Found) -> set[str]:
    return {name for entity in found.entities for name in (entity.name, *entity.aliases)}


def _sought(reading: Reading) -> list[tuple[str, ...]]:
    """Beginnings of words of which one each must stand in a statement."""
    sought: list[tuple[str, ...]] = []
    for name, words in reading.words:
        needs = questions().slots[name].needs
        if needs == "words":
            sought += _each(words)
        elif needs == "some":
            sought.append(stems(words))
        elif needs == "number":
            numbers = tuple(number for number in _number(words).split("|") if number.isalnum())
            sought += (numbers, _TIMES)
    return [one for one in sought if one]


def _each(words: str) -> list[tuple[str, ...]]:
    return [(stem,) for stem in stems(words)]


def _handing_on(sought: Sequence[Collection[str]], graph: Graph) -> set[str]:
    """Ids of the facts that hand on something whose name holds the words."""
    words = " ".join(word for one in sought for word in one)
    named, _ = graph.listed(EntityType.PUBLICATION, slice(0, _MOST), words=words)
    handed = " ".join(f"<{entity.id}>" for entity in named)
    rows = graph.sparql(f"SELECT ?statement WHERE {{ VALUES ?handed {{ {handed} }} ?statement pg:product ?handed }}")
    return {statement_id(str(row["statement"])) for row in rows.to_dicts()}


def _with_values(template: str, bound: Mapping[str, str]) -> str:
    """Say in each branch of a UNION, in what is optional and in what must not be, what its variables are, too.

    A store takes each by itself, and would first find all that fits any body: a thousand times as much in a large
    graph, and more than fits its memory.
    """
    made = ""
    for number, letter in enumerate(template):
        made += letter
        if letter == "{" and not _INNER.search(template[:number]):
            group = _own(template[number + 1 : _end(template, number)])
            values = [text for name, text in bound.items() if re.search(rf"\?{name}\b", group)]
            made += "".join(f" {text}" for text in values)
    return made


def _own(group: str) -> str:
    """What stands between two braces without what stands in braces there."""
    while (plain := _BRACED.sub("", group)) != group:
        group = plain
    return group


def _end(template: str, start: int) -> int:
    """Where the brace that opens here closes."""
    depth = 0
    for number in range(start, len(template)):
        depth += {"{": 1, "}": -1}.get(template[number], 0)
        if depth == 0:
            return number
    return len(template)


def _iris(found: Found) -> str:
    return " ".join(f"<{entity.id}>" for entity in found.entities)


def _frequencies(reading: Reading) -> dict[str, str]:
    """The values of what must be a frequency: a store finds them, and would look through all that a filter asks of."""
    found = ((questions().slots[name], as_frequency(words)) for name, words in reading.words)
    return {
        str(slot.within): f"VALUES ?{slot.within} {{ {' '.join(map(_quoted, spellings(form)))} }}"
        for slot, form in found
        if slot.needs == "frequency" and form
    }


def _quoted(text: str) -> str:
    return f'"{text}"'


def _filters(reading: Reading) -> Iterable[str]:
    for name, words in reading.words:
        slot = questions().slots[name]
        if slot.needs in ("nothing", "frequency"):
            continue
        if slot.needs == "number":
            yield f'REGEX(?{slot.within}, "\\\\b({_number(words)})[-\\\\s]+([a-z]+\\\\s+)?({"|".join(_TIMES)})", "i")'
        else:
            tests = [f'REGEX(?{slot.within}, "\\\\b{stem}", "i")' for stem in stems(words)]
            yield (" && " if slot.needs == "words" else " || ").join(tests) or "true"


def _number(words: str) -> str:
    """The number in figures and in words."""
    text = words.strip().lower()
    if text in _NUMBERS:
        return f"{text}|{_NUMBERS.index(text)}"
    if text.isdigit() and int(text) < len(_NUMBERS):
        return f"{text}|{_NUMBERS[int(text)]}"
    return "".join(letter for letter in text if letter.isalnum()) or "no number"


def stems(words: str) -> tuple[str, ...]:
    """Return the beginnings of the words that matter, so that "monitoring" finds "monitor"."""
    found = (word for word in name_key(words).split() if word not in _SMALL)
    return tuple(dict.fromkeys(_stem(word) for word in found))


def _stem(word: str) -> str:
    short = _ENDINGS.sub("", word)
    return short if len(short) >= 4 else word
