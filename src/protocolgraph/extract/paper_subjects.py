"""Where the name of a paper ends that tells whom or what it is for: "Code of Conduct for Parish Councillors"."""

from __future__ import annotations

from protocolgraph.extract.capitals import Capitals
from protocolgraph.extract.found import Found
from protocolgraph.extract.tokens import Token
from protocolgraph.model import EntityType
from protocolgraph.vocab.lexicon import lexicon

_HEADS = frozenset({
    "purpose", "conduct", "practice", "offer", "guidance", "protocol", "protocols", "framework", "policy", "policies",
    "strategy", "procedure", "procedures", "register", "scheme", "prospectus", "guide", "handbook", "charter",
    "toolkit",
})  # fmt: skip
"""Last words of papers that are made for somebody or something; a report or a plan is for a time or a reader."""
_NOT_WHAT = frozenset({
    "submission", "approval", "signature", "adoption", "agreement", "inclusion", "publication", "consideration",
    "information", "comment", "comments", "review", "discussion", "consultation", "completion", "decision",
    "ratification", "endorsement", "example", "instance", "use", "reference", "sign-off", "scrutiny", "noting",
    "each", "every", "any", "this", "that", "these", "those", "its", "our", "their", "his", "her", "a", "an", "us",
    "them", "it", "which", "whom", "more", "further", "at", "as", "when", "both", "next", "one", "two", "three", "four",
    "five", "how", "what", "who", "better", "such", "other", "individual", "financial",
})  # fmt: skip
"""What follows "for" where it tells what is done with the paper or when it holds, not what it is for."""
_AIMS = frozenset({
    "safeguarding", "financing", "licensing", "housing", "training", "learning", "planning", "commissioning", "funding",
})  # fmt: skip
"""What ends in -ing and is a field of work."""
_ENDING = frozenset({
    "is", "are", "was", "were", "be", "been", "has", "have", "had", "will", "shall", "must", "should", "may", "can",
    "to", "by", "on", "at", "as", "with", "that", "which", "who", "into", "between", "every", "each", "this", "these",
    "the", "a", "an", "its", "their", "before", "after", "within", "where", "when", "if", "or", "not", "for", "during",
    "so", "but", "including", "through", "via", "under", "annually", "regularly",
})  # fmt: skip
_LONGEST = 8
"""Words in small letters that tell what a paper is for; what is longer is a clause."""
_BODY_ONLY = 1


def with_subject(tokens: list[Token], last: int, capitals: Capitals, bodies: list[Found]) -> int:
    """Return where a paper's name ends, with what it is for where that tells it from others of its sort.

    "for the Board" and "for approval" tell who gets it and why, "for the Fostering Service" and "for public
    protection" which it is.
    """
    if last + 1 >= len(tokens) or tokens[last].folded != "for" or tokens[last - 1].base not in _HEADS:
        return last
    place = last + 2 if tokens[last + 1].folded == "the" and last + 2 < len(tokens) else last + 1
    token = tokens[place]
    if not token.word or token.text[0].isdigit() or token.folded in _NOT_WHAT:
        return last
    if token.capital:
        return _capitalised(tokens, place, last, capitals, bodies)
    return _plain(tokens, place, last, bodies)


def for_it(paper: Found, name: Found) -> bool:
    """Return whether a paper's name says that it is for this body or these people, who stand there themselves, too."""
    inside = paper.type is EntityType.PUBLICATION and paper.start < name.start and name.end <= paper.end
    return inside and " for " in paper.text[: name.start - paper.start]


def _capitalised(tokens: list[Token], place: int, last: int, capitals: Capitals, bodies: list[Found]) -> int:
    """Behind the capitals; a body that one word or its acronym names is who gets or keeps the paper."""
    body = next((body for body in bodies if body.start == tokens[place].start), None)
    if body is not None:
        covered = [n for n in range(place, len(tokens)) if tokens[n].end <= body.end]
        return covered[-1] + 1 if len(covered) > _BODY_ONLY else last
    end = capitals.run(tokens, place, lists=False)
    alone = end == place + 1 and tokens[place].base in lexicon("bodies")["definite"]
    return last if alone or tokens[place].acronym else end


def _plain(tokens: list[Token], place: int, last: int, bodies: list[Found]) -> int:
    """Behind a few words in small letters: "for the assessment of children", "for public protection"."""
    if tokens[place].folded.endswith("ing") and tokens[place].folded not in _AIMS:
        return last
    end = place
    while end < len(tokens) and _goes_on(tokens, end):
        body = next((body for body in bodies if body.start == tokens[end].start), None)
        end = _behind(tokens, end, body) if body is not None else end + 1
    while end > place and tokens[end - 1].folded in {"of", "in", "all"}:
        end -= 1
    between = end < len(tokens) and tokens[end].folded == "between"
    return end if place < end <= place + _LONGEST and not between else last


def _behind(tokens: list[Token], index: int, body: Found) -> int:
    return next((place for place in range(index, len(tokens)) if tokens[place].start >= body.end), len(tokens))


def _goes_on(tokens: list[Token], index: int) -> bool:
    token = tokens[index]
    if token.folded == "and":
        return index + 1 < len(tokens) and tokens[index + 1].base in lexicon("topics")["topics"]
    return token.word and not token.text[0].isdigit() and token.folded not in _ENDING
