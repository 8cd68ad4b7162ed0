"""Contributions in tables that a PDF's text broke up: "Northwick Council   185,431" below a sentence on funding."""

from __future__ import annotations

import re
from collections.abc import Sequence

from protocolgraph.extract.collected import Collected
from protocolgraph.extract.found import Found
from protocolgraph.extract.masked import Placed
from protocolgraph.model import Clause, ClauseKind, EntityType, Passage, Scope
from protocolgraph.vocab.lexicon import lexicon, load_yaml

_AMOUNT = re.compile(
    r"(?:^|(?<=[\s£]))£? ?(\d{1,3}(?:,\d{3})+(?:\.\d\d?)?|\d+(?:\.\d\d?)?)(k|m| ?%| per cent)?"
    r"\s*(?:[;,.]|[;,] and)?\s*$",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"£?\d{1,3}(?:,\d{3})*(?:\.\d\d)?")
_FEWEST = 3
"""Amounts that make a column."""
_YEAR = re.compile(r"\b(?:19|20)\d\d$")
_LABEL = 8
"""Words of a line that a run of amounts stands below."""
_FARTHEST = 6
"""Runs of figures (shares, another year's amounts) that may stand between the names and their amounts."""
_HEADERS = 20
"""Lines above a column among which its title is."""
_GIVING = re.compile(r"\b(?:contribut\w+|funded by|funders?|funding|income|partners?)\b", re.IGNORECASE)
_PAYMENT = re.compile(
    r"\s*(?:(?:core )?(?:grant|contribution|funding|share)|\((?:in[- ]kind|cash)\))?[\s£.:–-]*", re.IGNORECASE
)
"""What may stand between a giver's name and the amount."""
_LISTED = re.compile(r"\b(?:contribut\w+|funded|funding|contributions)\b[^.;£]*?:\s")
"""How a sentence begins that lists who gives how much: "The partners contribute as follows: A £20,000; B £5,000"."""
_BESIDE = re.compile(r"\s?(?:[–:-] ?|\()?£ ?(\d{1,3}(?:,\d{3})*(?:\.\d\d?)?(?:k|m)?)\b")
_RESOURCES = re.compile(r"\b(?:money|resources|pooled|made up)\b", re.IGNORECASE)
_INCOME = re.compile(r"\bin[- ]kind\b|\bgrant\b|^(?:source|income)\b", re.IGNORECASE)
"""What a line of a budget says where the lines are sums that come in."""
_MONEY = re.compile(r"[£,%]|[km]\b|per cent")
"""What tells an amount from a number of cases or of posts."""
_ARTICLE = 4
_TOTAL = re.compile(r"^(?:sub-?)?total\b|^balance|^carried forward|^surplus|^expenditure", re.IGNORECASE)


def read(collected: Collected) -> None:
    """Read who contributes how much to what."""
    clauses = collected.names.outline.clauses
    earning = {clause.section for clause in clauses if _INCOME.search(clause.body.text)}
    for place, clause in enumerate(clauses):
        amount = _AMOUNT.search(clause.body.text)
        told = clause.kind is not ClauseKind.SENTENCE or (amount and _alone(collected, clause, amount.start()))
        above = _above(collected, place) if amount and told else ""
        if amount and any(word in above.lower() for word in load_yaml("lexicon/layout_words.yaml")["money"]):
            _row(collected, clause, amount, above, resources=clause.section in earning)
        if clause.kind in (ClauseKind.SENTENCE, ClauseKind.FIELD) and clause.body.text.count("£") > 1:
            _in_sentence(collected, clause)
    _columns(collected)


def _in_sentence(collected: Collected, clause: Clause) -> None:
    """Read givers and sums that a sentence lists behind a colon."""
    label = f"{clause.leads[-1].text}: " if clause.kind is ClauseKind.FIELD and clause.leads else ""
    listed = _LISTED.search(f"{label}{clause.body.text}")
    receiver = collected.names.budgeted(clause.part) if listed is not None else None
    if listed is None or receiver is None:
        return
    evidence = collected.clause_evidence(clause, rule="contributions-listed", confidence=0.8)
    for giver in _bodies(collected, clause.body):
        amount = _BESIDE.match(clause.body.text, giver.end) if giver.start >= listed.end() - len(label) else None
        if amount is not None:
            collected.fact(giver.mention, "funds", receiver, evidence, qualifiers={"amount": f"£{amount[1]}"})


def _columns(collected: Collected) -> None:
    """Read columns that stand one below the other: lines that each name a body, then as many amounts in a run."""
    clauses = collected.names.outline.clauses
    for place, clause in enumerate(clauses):
        amounts = clause.body.text.split()
        if len(amounts) < _FEWEST or not all(_FIGURE.fullmatch(word) for word in amounts):
            continue
        givers = _givers_above(collected, clauses, place, len(amounts))
        receiver = _announced(collected, clauses, place) if givers else None
        if receiver is None:
            continue
        for (giver, named), figure in zip(givers, amounts, strict=True):
            evidence = collected.clause_evidence(clause, rule="contribution-column", confidence=0.8, lead=named)
            collected.fact(giver, "funds", receiver, evidence, qualifiers={"amount": f"£{figure.lstrip('£')}"})


def _givers_above(
    collected: Collected, clauses: Sequence[Clause], place: int, wanted: int
) -> list[tuple[int, Passage]]:
    """The bodies named line by line above a run of amounts, if they are as many; other runs may stand between."""
    last = place - 1
    while last >= 0 and place - last <= _FARTHEST and any(c.isdigit() for c in clauses[last].body.text):
        last -= 1
    if last < 0 or clauses[last].section != clauses[place].section:
        return []
    names = [(p.mention, clauses[last].body) for p in _bodies(collected, clauses[last].body)]
    first = last
    while len(names) < wanted and first > 0 and len(_bodies(collected, clauses[first - 1].body)) == 1:
        first -= 1
        names.insert(0, (_bodies(collected, clauses[first].body)[0].mention, clauses[first].body))
    label = clauses[first].body.text if first == last else clauses[first - 1].body.text
    announced = any(word in label.lower() for word in load_yaml("lexicon/layout_words.yaml")["money"])
    return names if announced and len(names) == wanted else []


def _bodies(collected: Collected, passage: Passage) -> list[Placed]:
    return [p for p in collected.names.at(passage) if p.type is EntityType.BODY and p.masks]


def _announced(collected: Collected, clauses: Sequence[Clause], place: int) -> int | None:
    """The body whose budget the lines above speak of, else what the part of the document is about."""
    words = load_yaml("lexicon/layout_words.yaml")["money"]
    for clause in clauses[place - 1 : max(place - 1 - _HEADERS, 0) : -1]:
        bodies = [p for p in collected.names.at(clause.body) if p.type is EntityType.BODY]
        if bodies and bodies[0].start == 0 and any(word in clause.body.text.lower() for word in words):
            return bodies[0].mention
    return collected.names.budgeted(clauses[place].part)


def _above(collected: Collected, place: int) -> str:
    """What stands above a line: its lead-ins, the heading, and the line that a run of amounts begins below."""
    clauses = collected.names.outline.clauses
    clause, first = clauses[place], place
    while first > max(place - _HEADERS, 0) and clauses[first - 1].section == clause.section:
        if _AMOUNT.search(clauses[first].body.text) is None or _YEAR.search(clauses[first].body.text):
            break
        first -= 1
    label = clauses[first].body.text
    titled = [label] if first < place and len(label.split()) <= _LABEL else []
    heading = collected.names.outline.sections[clause.section].heading.text
    return " ".join([*(lead.text for lead in clause.leads), heading, *titled])


def _row(collected: Collected, clause: Clause, amount: re.Match[str], above: str, *, resources: bool) -> None:
    """A body and an amount: what stands above speaks of contributions, or of money that whoever is named may give.

    A budget alone may list what is spent, and on whom.
    """
    text, beside = clause.body.text[: amount.start()].rstrip(" £.:–-"), clause.body
    if not text and clause.kind is ClauseKind.CELL and clause.leads:
        beside = clause.leads[-1]
        text = beside.text
    giving = _GIVING.search(above) is not None
    resources = resources or _RESOURCES.search(above) is not None
    cell = clause.kind is ClauseKind.CELL and (giving or _MONEY.search(amount[0]) is not None)
    told = giving or cell or (resources and _alone(collected, clause, amount.start()))
    if not text or _TOTAL.match(text) or len(text.split()) > 10 or not told:
        return
    giver = _giver(collected, beside, text, named=_is_spending(clause) or not giving)
    receiver = _receiver(collected, clause, beside)
    if giver is None or receiver is None:
        return
    unit = amount.group(2) or ""
    figure = f"{amount.group(1)}{unit}" if unit.strip() in {"%", "per cent"} else f"£{amount.group(1)}{unit}"
    lead = None if beside is clause.body else beside
    evidence = collected.clause_evidence(clause, rule="contribution-row", confidence=0.85, lead=lead)
    collected.fact(giver.mention, "funds", receiver, evidence, qualifiers={"amount": figure})


def _alone(collected: Collected, clause: Clause, end: int) -> bool:
    """Whether a line is a body's name and an amount, and nothing else: "Northwick Council £50,000"."""
    rest = clause.body.text[:end]
    bodies = [p for p in _bodies(collected, clause.body) if p.start <= _ARTICLE and p.scope is not Scope.GENERIC]
    return any(_PAYMENT.fullmatch(rest, p.end) is not None for p in bodies)


def _is_spending(clause: Clause) -> bool:
    """Whether a cell's column tells what is planned or spent, so that what stands beside it is a purpose."""
    words = load_yaml("lexicon/layout_words.yaml")["spending"]
    above = " ".join(lead.text.lower() for lead in clause.leads[:-1])
    return clause.kind is ClauseKind.CELL and any(word in above.split() for word in words)


_NOBODY = re.compile(
    r"\b(?:grants?|income|fees?|reserves?|interest|balances?|(?:brought|carried) forward|underspend|surplus|charges"
    r"|sales)\b",
    re.IGNORECASE,
)
"""What money is that nobody in a row of contributions gives: "Dedicated Schools Grant", "Training income"."""


def _giver(collected: Collected, passage: Passage, text: str, *, named: bool) -> Placed | None:
    """Return who gives: a body or a commissioner named there; unless one must be named, the words themselves."""
    bodies = [p for p in collected.names.at(passage) if p.type is EntityType.BODY and p.start < len(text)]
    bodies = [p for p in bodies if p.scope is not Scope.GENERIC or p.start <= _ARTICLE]
    if not bodies and _NOBODY.search(text):
        return None
    bodies = bodies or [p for p in collected.names.at(passage) if p.type is EntityType.ROLE and p.masks and not p.start]
    if bodies or named:
        return bodies[0] if bodies else None
    name = re.sub(r"\s*\([^()]*\)$", "", text)
    words = name.split()
    if not words or not name[0].isupper() or words[0].lower() in lexicon("words")["determiners"]:
        return None
    found = Found(0, len(name), EntityType.BODY, name, words[-1].lower())
    return collected.names.place(passage, found)


def _receiver(collected: Collected, clause: Clause, giver: Passage) -> int | None:
    """The body that a lead-in other than the giver's speaks of, else what the part of the document is about."""
    names = collected.names
    for lead in reversed([lead for lead in clause.leads if lead != giver]):
        bodies = [p for p in names.at(lead) if p.type is EntityType.BODY and p.scope is not Scope.GENERIC]
        if bodies:
            return bodies[0].mention
    return names.budgeted(clause.part)
