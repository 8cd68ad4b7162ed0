"""Bodies whose names hold no noun that tells what they are: what stands around the name tells it.

"Tideover, our user forum", "two committees, Audit & Risk and Education Standards", "Tidewater Carers is a charity",
a name among names of bodies in a sentence or a list, or one of which something is said that only bodies do.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from protocolgraph.extract.announced_names import below_leads, in_sentences
from protocolgraph.extract.beside_people import beside_people
from protocolgraph.extract.capitals import Capitals
from protocolgraph.extract.found import Found, in_order
from protocolgraph.extract.glossary import Definition, is_acronym
from protocolgraph.extract.title_words import bare_title
from protocolgraph.extract.tokens import Token, tokenize
from protocolgraph.extract.units import Key, Unit, UnitKind, key_of
from protocolgraph.model import EntityType, Outline
from protocolgraph.vocab.lexicon import fold, lexicon, load_yaml
from protocolgraph.vocab.sought import Sought

_WORD = r"(?:(?!The\b)[A-Z][\w’'!-]*|\d+[A-Z][a-z]\w*)"
_NAME = rf"(?P<name>{_WORD}(?: (?:& |of |for |in |with |and )?{_WORD}){{0,6}}!?)"
_CAPITALS = r"(?:[A-Z][\w’'-]+ (?:(?:in|and|of) )?){1,4}"
_CALLED = (
    r"(?:(?:also|now|locally|formally|better|commonly|collectively) )*"
    r"(?:called|named|branded(?: as)?|known(?: locally| collectively)? as)"
)
_PROJECT = rf"(?P<name>{_WORD}(?: {_WORD}){{0,2}} (?:Project|Initiative))"
_ITEM = rf"[“\"‘']?{_WORD}(?: (?:& |of |for )?{_WORD}){{0,5}}[”\"’']?"
_ARTICLE = r"(?:[Tt]he )?"
_ENDS = (
    r"(?=[,.;:)]|$| (?:and|to|or|in|for|on|who|which|that|is|are|will|has|have|at|with|by|as|under|about|within|must"
    r"|may|itself|was|were|be|had|towards|from)\b)"
)
"""What follows a name that no noun goes on with."""
_NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_COUNT = rf"(?:{'|'.join(_NUMBERS)}|its|our|other)"
_COUNTED = re.compile(rf"\b({'|'.join(_NUMBERS)}) [^.;:]{{0,40}}[:,–-] ?$", re.IGNORECASE)
_COMMA = re.compile(r",\s+(?:and\s+)?(?:[Tt]he )?")
_SEPARATED = re.compile(r"\s*(?:[,;]|[,;]? (?:and|or)|[,;]? &)\s+(?:[Tt]he )?")
_ALONE = re.compile(rf"[\s•*·\-–>\d.)]*{_ARTICLE}{_NAME}[\s.,;:]*")
"""An item that is a name and no more."""
_COMPASS = frozenset({"north", "south", "east", "west", "great", "upper", "lower"})
"""Words that begin names of places."""
_NO_BODY = frozenset(
    {
        "total",
        "totals",
        "subtotal",
        "various",
        "none",
        "other",
        "others",
        "officio",
        "ex",
        "person",
        "persons",
        "student",
        "vacancy",
        "vacant",
        "tbc",
        "chancellor",
    }
)
_MONIES = frozenset({"fund", "funds", "budget", "budgets", "scheme", "reserve", "reserves", "account"})
"""Last words of names of money."""
_RULES = re.compile(
    r"\b(?:constitution|handbook|briefing|delegation|terms of reference|standing orders)\b", re.IGNORECASE
)
"""Sorts of papers that only an organisation has."""
_OF_RULES = re.compile(
    r"\b(?:delegation|functions|articles|procedures?|rules|powers|decision|part|chapter)\b", re.IGNORECASE
)
"""What stands in a title of rules and in no name of those whose they are."""
_FRONT = 6
"""Passages in which the title may stand."""
_HEADING = re.compile(rf"(?:\d[\d.]*\s+)?{_ARTICLE}{_NAME}(?:\s*\([^()]*\))?\s*:?")
_AND = re.compile(r" (?:and|&) ")
_PLURAL = re.compile(r" (?:are|have|were)\b")
_MONEY = re.compile(r"£|\b(?:[Gg]rant|[Dd]onation)")
_SEVERAL = 2
_FEWEST_LABELS = 2
"""Labels of a body's own below a heading that make it a body's name."""
_FEWEST_LISTED = 3
_FEWEST_JOINED = 2
_MOST = 0.6
"""Share of a list that must be bodies for the rest to be some, too."""
_PART = re.compile(r"\s*\((?P<part>[A-Z][\w’'-]+(?:,? (?:& |and |of )?[\w’'-]+){1,8})\)[\s.,;]*")
"""What a bracket names behind a body: a part of it by two words or more, and no acronym."""
_WHOLE = 0.8
"""Share of an item that a name takes that is all of it."""


def unheaded(
    units: Mapping[Key, Unit],
    first: Mapping[Key, Sequence[Found]],
    defined: Collection[Definition],
    capitals: Capitals,
    outline: Outline,
) -> dict[Key, list[Found]]:
    """Return the bodies that only the words around their names tell, by passage.

    Args:
        units: the document's passages.
        first: the names that are found in each by their own words.
        defined: what the document says of its acronyms.
        capitals: the grammar of capitalised names.
        outline: the document.

    """
    found: dict[Key, list[Found]] = {}
    shorts = {d.short for d in defined if is_acronym(d.short)}
    sorts = {d.short for d in defined if _is_sort(d)}
    for key, unit in units.items():
        spans = [*_told(unit.text), *_joined(unit.text, first[key])]
        spans = [span for span in spans if unit.text[slice(*span)] not in shorts]
        _keep(found, key, unit, [*_behind_sorts(unit.text, sorts, capitals), *spans], first[key])
    lists = (
        _titled(outline.title or "", units),
        _headings(units, first),
        _in_lists(units, first),
        _in_columns(outline),
    )
    for key, span in (one for told in lists for one in told):
        _keep(found, key, units[key], [span], first[key])
    for key, body in beside_people(units, first):
        if not any(body.overlaps(other) for other in found.get(key, ())):
            found.setdefault(key, []).append(body)
    for key, part in _parts_in_brackets(units, first):
        found[key] = [part]
    for key, group in (*below_leads(units, first), *in_sentences(units, first)):
        if not any(group.overlaps(other) for other in (*first[key], *found.get(key, ()))):
            found.setdefault(key, []).append(group)
    return found


def with_told(names: Sequence[Found], told: Sequence[Found]) -> list[Found]:
    """Return names with the bodies that the words around them tell, and without what these hold: people, or a body of
    which it is one part of several that a list names.
    """
    inside = {id(n) for n in names for body in told if body.covers(n)}
    kept = [n for n in names if id(n) not in inside or n.type is EntityType.ROLE]
    return in_order([*kept, *told])


def _titled(title: str, units: Mapping[Key, Unit]) -> Iterator[tuple[Key, tuple[int, int]]]:
    """The name in a title that tells by whom its members are ruled: "Tideover Carers – Trustee handbook"."""
    name = bare_title(title)
    named = " " in name and re.fullmatch(_NAME, name) and _of_its_own(name) and not _OF_RULES.search(name)
    if name == title or not _RULES.search(title) or not named:
        return
    for key, unit in list(units.items())[:_FRONT]:
        start = unit.text.find(name)
        if start >= 0:
            yield key, (start, start + len(name))


def _headings(units: Mapping[Key, Unit], first: Mapping[Key, Sequence[Found]]) -> Iterator[tuple[Key, tuple[int, int]]]:
    """Headings of sections that each say who chairs and when it meets: "Finance & Resources", "Chair: ..."."""
    labels, heads = lexicon("bodies")["told_labels"], dict[int, Key]()
    told: Counter[int] = Counter()
    for key, unit in units.items():
        if unit.kind is UnitKind.HEADING:
            heads[unit.section] = key
        elif unit.section in heads:
            told[unit.section] += fold(re.split(r"\s*[:–]", unit.text, maxsplit=1)[0]) in labels
    bodies = [section for section, count in told.items() if count >= _FEWEST_LABELS]
    for key in (heads[section] for section in bodies if len(bodies) >= _FEWEST_JOINED):
        match = _HEADING.fullmatch(units[key].text)
        if match and not any(name.type in (EntityType.BODY, EntityType.ROLE) for name in first[key]):
            yield key, match.span("name")


def _is_sort(defined: Definition) -> bool:
    """Whether an acronym stands for a sort of body: "OSC" for "Overview and Scrutiny Committees"."""
    several = fold(defined.long.split()[-1]) in lexicon("bodies")["plurals"]
    return defined.type is EntityType.BODY and is_acronym(defined.short) and several


def _behind_sorts(text: str, sorts: Collection[str], capitals: Capitals) -> Iterator[tuple[int, int]]:
    """Names that end in the acronym of a sort of body: "the Housing, Safety and Environment OSC"."""
    tokens = tokenize(text) if sorts else []
    for index, token in enumerate(tokens):
        first = capitals.left(tokens, index) if token.text in sorts else index
        if first < index:
            yield tokens[first].start, token.end


def _keep(
    found: dict[Key, list[Found]], key: Key, unit: Unit, spans: Sequence[tuple[int, int]], names: Sequence[Found]
) -> None:
    for start, end in spans:
        body = Found(start, end, EntityType.BODY, unit.text[start:end], "body")
        others = (*(name for name in names if not (name.weak and body.covers(name))), *found.get(key, ()))
        if not any(body.overlaps(other) for other in others) and _can_be_body(body.text):
            found.setdefault(key, []).append(body)


def _can_be_body(name: str) -> bool:
    """Whether a name is neither somebody's nor a post's, a date or a paper."""
    words = [token.base for token in tokenize(name) if token.word]
    people, roles, papers = lexicon("given_names")["given"], lexicon("roles")["heads"], lexicon("publications")["heads"]
    several = any(token.acronym and token.text[-1] == "s" for token in tokenize(name))
    ours = words[0] == "our" and len(words) > 1
    begins = (words[0] in lexicon("words")["never_start"] and not ours) or words[0] in _COMPASS
    return not (
        several
        or begins
        or words[-1].isdigit()
        or words[0] in people
        or words[0] in lexicon("people")["titles"]
        or len(words[0]) == 1
        or not _NO_BODY.isdisjoint(words)
        or words[-1] in papers
        or words[-1] in _MONIES
        or any(part in roles for word in words for part in word.split("-"))
    )


@dataclass(frozen=True, slots=True)
class _Telling:
    """Patterns around a name."""

    sure: tuple[Sought, ...]
    likely: tuple[Sought, ...]
    """These tell only of a name of two words or more that are not all words of business."""
    lists: Sought
    granted: tuple[re.Pattern[str], ...]
    """These tell of whom money is asked or given, which only a text with a sum or a grant can do."""


@cache
def _telling() -> _Telling:
    words = lexicon("bodies")
    noun, plural = _any(words["told_nouns"]), _any(words["told_plurals"])
    described = rf"(?:[\w’'-]+ ){{0,5}}?(?:{noun})(?=[,.;:)]|$| (?:for|of|that|which|who|where|in|to|and)\b)"
    before, of, after = words["told_before"], words["told_of"], words["told_after"]
    sure = (
        Sought.of(
            rf"(?<![Ii]n )(?<![Aa]t ){_NAME}(?: \([A-Z][\w&]+\))?, (?:our|an?|its|their|the [\w’'-]+) {described}",
            (", our ", ", a ", ", an ", ", its ", ", their ", ", the "),
        ),
        Sought.of(
            rf"\b[Nn]ame of (?:the|this) (?:[\w-]+ ){{0,2}}(?i:{noun}) (?:is|shall be|will be):? "
            rf"{_ARTICLE}[“\"‘']?{_NAME}",
            ("name of ",),
        ),
        Sought.of(
            rf"\b(?i:{noun}|ours)\)?(?:,? (?:which|that))?(?: (?:is|are|was))?,? {_CALLED} {_ARTICLE}[“\"‘']?{_NAME}",
            ("called ", "named ", "branded ", "known "),
        ),
    )
    likely = (
        Sought.of(
            rf"(?:^|(?<=[a-z] )|(?<=, )){_NAME}, (?:the|our) {_CAPITALS}(?i:{noun})(?=[,.;)]|$)", (", the ", ", our ")
        ),
        Sought.of(rf"(?:(?<=and )The|(?<=, )The|\b(?:{_any(before)}) [Tt]he) {_PROJECT}", (" project", " initiative")),
        Sought.of(
            rf"(?:^|[.:] ){_ARTICLE}{_NAME}(?: \([A-Z][\w&]+\))? is (?:an?|our|the) {described}",
            (" is a ", " is an ", " is our ", " is the "),
        ),
        Sought.of(rf"\b(?:{_any(before)}) {_ARTICLE}{_NAME}{_ENDS}", before),
        Sought.of(rf"\b(?i:{_any(of)}) (?:of|on) {_ARTICLE}(?P<name>[A-Z]{{3,}}){_ENDS}", (" of ", " on ")),
        Sought.of(rf"(?:^|[.;] |, |and ){_ARTICLE}{_NAME}(?: \([A-Z][\w&]+\))?(?:, which)? (?:{_any(after)})\b", after),
    )
    lists = (
        rf"(?:\b{_COUNT} (?:[\w’'-]+ ){{0,2}}(?i:{plural}),"
        rf"|\b(?i:{plural})(?: –| -|:|,? (?:namely|such as|including|called))) "
        rf"(?P<list>{_ARTICLE}{_ITEM}(?:,? (?:and )?{_ARTICLE}{_ITEM})+)"
    )
    return _Telling(sure, likely, Sought.of(lists, words["told_plurals"]), tuple(map(re.compile, _granted())))


def _granted() -> tuple[str, ...]:
    """Who asks for money or is given some: "Tideover is seeking £500", "a grant of £800 be awarded to Tideover"."""
    said = r"(?:is|are|was|were|has|have|had|be|been|to be)"
    given = r"(?:awarded|granted|given|donated|paid|made|approved|agreed)"
    sum_ = r"(?:£|(?:a|the) (?:[\w-]+ ){0,2}(?:grant|donation|sum)\b)"
    sums = r"(?:£\d[\d,.]*k?|\b(?:grants?|donations?)(?: of £\d[\d,.]*k?)?)"
    asking = r"(?:request\w+|seeking|sought|ask\w+ for|appl\w+ for|bid for|contributed|donated)"
    return (
        rf"{_NAME}(?: \([^()]+\))? (?:{said} )?{asking} (?:[\w-]+ ){{0,4}}?{sum_}",
        rf"{sums}(?: (?:{said}|{given}))* to {_ARTICLE}{_NAME}{_ENDS}",
        rf"\b[Aa]ward(?:ed|ing)? {_ARTICLE}{_NAME} {sum_}",
        rf"{_NAME} (?:{said} )+(?:awarded|granted) {sum_}",
        rf"\b(?:grant|funding) (?:applications?|requests?|bids?) (?:received )?(?:from|by) {_ARTICLE}{_NAME}{_ENDS}",
    )


def _any(words: Mapping[str, object]) -> str:
    return "|".join(re.escape(word) for word in words)


def _told(text: str) -> Iterator[tuple[int, int]]:
    """What the words before or after a name tell of it."""
    telling = _telling()
    for pattern in telling.sure:
        yield from (match.span("name") for match in pattern.finditer(text))
    for pattern in telling.likely:
        for match in pattern.finditer(text):
            yield from (span for span in _each(text, match) if _of_its_own(text[slice(*span)]))
    for giving in telling.granted if _MONEY.search(text) else ():
        yield from (m.span("name") for m in giving.finditer(text) if _of_its_own(m["name"]))
    for match in telling.lists.finditer(text):
        start = match.start("list")
        for item in _items(text[:start], match["list"]):
            name = item.strip("“”\"‘’'")
            start = text.index(name, start)
            yield start, start + len(name)


def _each(text: str, match: re.Match[str]) -> list[tuple[int, int]]:
    """Where a name stands, or both of two that do something together: "Tideover and Safe Anchorage have agreed"."""
    start, end = match.span("name")
    joined = _AND.search(text, start, end) if _PLURAL.match(text, end) else None
    return [(start, joined.start()), (joined.end(), end)] if joined else [(start, end)]


def _items(before: str, listed: str) -> list[str]:
    """The names of a list; an "and" is part of one where the commas alone give as many as were counted.

    Of a list that can be parted into more than were counted nobody knows which "and" is part of a name.
    """
    parts = _COMMA.split(listed.removeprefix("the "))
    each = [item["item"] for item in re.finditer(rf"{_ARTICLE}(?P<item>{_ITEM})", listed)]
    counted = _COUNTED.search(before)
    said = _NUMBERS.index(counted[1].lower()) + _SEVERAL if counted else None
    if ", and " in listed or len(parts) == said:
        return parts
    return each if said is None or len(each) <= said else []


def _of_its_own(name: str) -> bool:
    """Whether a name has two words or an acronym, and some word that is not of business."""
    tokens = [token for token in tokenize(name) if token.word]
    plain = (lexicon("topics")["topics"], lexicon("roles")["fields"], lexicon("words")["persons"])
    telling = any(not any(token.base in words for words in plain) for token in tokens if token.capital)
    return telling and (len(tokens) > 1 or tokens[0].acronym or tokens[0].text[0].isdigit())


def _joined(text: str, names: Sequence[Found]) -> Iterator[tuple[int, int]]:
    """Names that stand in a row with bodies: "Northwick Police, Tideover and the Northwick Council"."""
    bodies = {name.start: name for name in names if name.type is EntityType.BODY and not name.weak}
    if len(bodies) < _FEWEST_JOINED:
        return
    runs = [run for run in _runs(text) if not any(n.start < run[1] and run[0] < n.end for n in names if not n.weak)]
    places = sorted([*((body.start, body.end) for body in bodies.values()), *runs])
    for row in _rows(text, places):
        known = [place for place in row if place[0] in bodies]
        if len(row) >= _FEWEST_LISTED and len(known) >= _FEWEST_JOINED and len(known) >= _MOST * len(row):
            yield from (place for place in row if place not in known and _of_its_own(text[slice(*place)]))


def _rows(text: str, places: Sequence[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    row: list[tuple[int, int]] = []
    for place in places:
        if row and not _SEPARATED.fullmatch(text, row[-1][1], place[0]):
            yield row
            row = []
        row.append(place)
    yield row


def _runs(text: str) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words."""
    first: Token | None = None
    last: Token | None = None
    for token in tokenize(text):
        if token.word and token.capital:
            first, last = first or token, token
        elif first is not None and last is not None:
            yield first.start, last.end
            first = last = None
    if first is not None and last is not None:
        yield first.start, last.end


def _in_lists(units: Mapping[Key, Unit], first: Mapping[Key, Sequence[Found]]) -> Iterator[tuple[Key, tuple[int, int]]]:
    """Items that are a name and no more, where most items of the list are bodies."""
    lists: dict[int, list[Key]] = defaultdict(list)
    for key, unit in units.items():
        if unit.kind is UnitKind.BODY:
            lists[unit.section].append(key)
    for keys in lists.values():
        bodies = [key for key in keys if _is_body(units[key].text, first[key])]
        if len(keys) >= _FEWEST_LISTED and len(bodies) >= _MOST * len(keys):
            for key in keys:
                match = _ALONE.fullmatch(units[key].text)
                if key not in bodies and match:
                    yield key, match.span("name")


def _parts_in_brackets(units: Mapping[Key, Unit], first: Mapping[Key, Sequence[Found]]) -> Iterator[tuple[Key, Found]]:
    """Items that name one body again and again, each time with another part of it: "Mere Council (Public Health)"."""
    lists: dict[tuple[int, str], dict[Key, Found]] = defaultdict(dict)
    for key, unit in units.items():
        whole = next((n for n in first[key] if n.type is EntityType.BODY and not n.weak), None)
        part = _PART.fullmatch(unit.text, whole.end) if whole is not None and unit.kind is UnitKind.BODY else None
        if whole is not None and part is not None and not unit.text[: whole.start].strip(" •*·-–"):
            body = replace(whole, end=part.end("part") + 1, text=unit.text[whole.start : part.end("part") + 1])
            lists[unit.section, fold(whole.text)][key] = body
    for items in lists.values():
        if len({body.text for body in items.values()}) >= _SEVERAL:
            yield from items.items()


def _in_columns(outline: Outline) -> Iterator[tuple[Key, tuple[int, int]]]:
    """Cells that are a name and no more, in the columns of tables that hold organisations as their headers say."""
    headed: set[tuple[int, int, int]] = set()
    for clause in outline.clauses:
        if clause.cell is None:
            continue
        column = (clause.part, clause.cell.table, clause.cell.column)
        if _organisations().fullmatch(clause.body.text.strip(" :*")):
            headed.add(column)
        elif column in headed and (match := _ALONE.fullmatch(clause.body.text)):
            yield key_of(clause.body), match.span("name")


@cache
def _organisations() -> re.Pattern[str]:
    return re.compile("|".join(load_yaml("lexicon/layout_words.yaml")["organisation_columns"]), re.IGNORECASE)


def _is_body(text: str, names: Sequence[Found]) -> bool:
    whole = len(text.strip(" .,;:"))
    return any(n.type is EntityType.BODY and n.end - n.start >= _WHOLE * whole for n in names)
