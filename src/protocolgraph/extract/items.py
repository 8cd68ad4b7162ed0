"""How an item of a list begins, and where the thing to be done stands in it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from protocolgraph.extract.tokens import Token, tokenize
from protocolgraph.vocab.lexicon import lexicon


class ItemForm(StrEnum):
    """How an item begins."""

    INFINITIVE = "infinitive"
    GERUND = "gerund"
    THIRD_PERSON = "third_person"
    NOUN = "noun"


@dataclass(frozen=True, slots=True)
class Item:
    """Where the thing to be done begins in an item, and in what form."""

    start: int
    form: ItemForm
    verb: str | None
    """Its verb in the base form, where the form shows it."""
    modal: str | None = None
    """A modal verb with which the item itself begins: "must keep a record"."""
    denied: bool = False
    """Whether it begins with "not"."""


_TO_BE_DONE = (ItemForm.INFINITIVE, ItemForm.GERUND)
_FRONTED = re.compile(
    r"(?i:as|if|in|through|with|by|on|at|within|under|together|where|when|following|working|after|before)"
    r" [^,.;:]{3,90}, (?=[a-z])"
)
"""What may stand in front of the thing to be done: "As an advisory body, to act as a critical friend"."""
_MODIFIERS = 4
"""Words among which the noun of an action stands at the head of an item."""
_MODALS = {"will", "shall", "must", "should", "may", "can", "cannot"}
_DETERMINERS = {
    "the", "a", "an", "any", "all", "this", "that", "these", "those", "each", "every", "its", "their", "his", "her",
    "our", "how", "what", "who", "which", "where", "whether", "when", "if", "in", "on", "at", "by", "with", "from",
    "of", "no", "other", "such", "it", "they", "we", "there", "one", "two", "three", "and", "or", "for", "as", "so",
    "also", "then", "through", "during", "under", "while", "whilst", "following", "within", "without", "upon", "after",
    "before", "because", "since", "additionally", "however", "both",
}  # fmt: skip


_POWER = re.compile(r"(?:the )?(?:power|authority) to (?=\w)", re.IGNORECASE)
"""What an item gives leave for: "power to raise funds"."""


_OF_A_NOUN = frozenset({"against", "on", "towards", "for", "from", "in"})
_ANOTHER_CLAUSE = frozenset({
    "that", "which", "who", "whom", "whose", "what", "whether", "how", "where", "when", "if", "why", "to", "as", "and",
    "so", "ensuring", "any",
})  # fmt: skip
"""Words behind which a verb is that of another clause: "Report on matters that will be raised"."""
_NEAR_VERB = 12


def item_form(text: str, *, verbal: bool = False) -> Item:
    """Tell how an item begins: "To receive ...", "Receives ...", "receiving ...", "Receipt of ...".

    A label in front ("Care planning – Ensure that ...") is stepped over. `verbal` says that the
    lead-in ends where a bare verb must follow ("The Board will:").
    """
    start = _after_label(text)
    tokens = tokenize(text[start:])
    if not tokens:
        return Item(start, ItemForm.NOUN, None)
    if (fronted := _FRONTED.match(text, start)) and (inner := item_form(text[fronted.end() :])).form in _TO_BE_DONE:
        return replace(inner, start=fronted.end() + inner.start)
    if tokens[0].folded in _MODALS and len(tokens) > 2:
        inner = item_form(text[start + tokens[1].start :], verbal=True)
        if tokens[0].folded == "should" and inner.verb not in verb_forms() and _CONDITION.match(text, start):
            return Item(start, ItemForm.NOUN, None)
        denied = inner.denied or tokens[0].folded == "cannot"
        return Item(start + tokens[1].start + inner.start, inner.form, inner.verb, tokens[0].folded, denied)
    if power := _POWER.match(text, start):
        inner = item_form(text[power.end() :], verbal=True)
        return replace(inner, start=power.end() + inner.start, modal="may")
    if tokens[0].folded == "not" and len(tokens) > 2:
        inner = item_form(text[start + tokens[1].start :], verbal=verbal)
        return Item(start + tokens[1].start + inner.start, inner.form, inner.verb, denied=True)
    return _form(tokens, start, verbal=verbal)


def names_work(item: str) -> bool:
    """Return whether an item behind "the" is a noun of work, as it must be there to tell a duty: "review of plans"."""
    form = item_form(item)
    return form.verb is not None and form.form in (ItemForm.NOUN, ItemForm.GERUND)


def _form(tokens: list[Token], start: int, *, verbal: bool) -> Item:
    adverbs = lexicon("verbs")["adverbs"]
    index = 0
    while index < len(tokens) - 1 and (tokens[index].folded in adverbs or not tokens[index].word):
        index += 1
    first = tokens[index]
    if first.folded == "to" and index + 1 < len(tokens):
        if tokens[index + 1].folded in _BEHIND_VERB:
            return Item(start, ItemForm.NOUN, None)
        return Item(start + tokens[index + 1].start, ItemForm.INFINITIVE, tokens[index + 1].folded)
    base = verb_forms().get(first.folded)
    noun = _noun_use(tokens, index)
    if (base == first.folded and not noun) or (verbal and _bare_verb(tokens, index)):
        return Item(start + tokens[0].start, ItemForm.INFINITIVE, first.folded)
    gerund = first.folded.endswith("ing")
    if gerund and first.folded not in lexicon("verbs")["not_verbs"]:
        return Item(start + tokens[0].start, ItemForm.GERUND, base)
    if base is not None and base != first.folded and not noun and not gerund:
        return Item(start + tokens[0].start, ItemForm.THIRD_PERSON, base)
    if first.folded == "are" and index + 1 < len(tokens) and tokens[index + 1].folded not in _ASKED:
        return Item(start + tokens[0].start, ItemForm.THIRD_PERSON, "be")
    if base is None and index == 0 and (verb := _told_verb(tokens)) is not None:
        return Item(start + first.start, ItemForm.THIRD_PERSON, verb)
    return Item(start, ItemForm.NOUN, _named_action(tokens, index))


_ASKED = {"there", "you", "they", "we", "these", "those", "the", "all", "any", "your", "our"}
"""What stands behind "are" in a question: "Are there enough members?"."""
_BEHIND_VERB = {
    "the",
    "a",
    "an",
    "its",
    "their",
    "any",
    "all",
    "each",
    "every",
    "itself",
    "themselves",
    "up",
    "out",
    "off",
}
"""What begins no deed: "Owns its pathway" has its verb in front, "To each member" tells to whom and not what for."""


def _told_verb(tokens: list[Token]) -> str | None:
    """The verb of an item that no list holds, told by its ending and by what follows: "Owns the pathway"."""
    word = tokens[0].folded
    after = tokens[1].folded if len(tokens) > 1 else ""
    if after not in _BEHIND_VERB or not re.fullmatch(r"[a-z]{2,}[^aisu\W]s", word) or not tokens[0].text.isalpha():
        return None
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-2] if word.endswith(("ches", "shes", "sses", "xes", "zes")) else word[:-1]


def _named_action(tokens: list[Token], index: int) -> str | None:
    """The verb of the action that an item names: "Approval of", "The ongoing maintenance of", "Joint auditing of"."""
    nominals: Mapping[str, str] = lexicon("verbs")["nominals"]
    if tokens[index].folded in nominals:
        return nominals[tokens[index].folded]
    for token, after in zip(tokens[index + 1 : index + _MODIFIERS], tokens[index + 2 :], strict=False):
        verb = nominals.get(token.folded) or (verb_forms().get(token.folded) if token.folded.endswith("ing") else None)
        if verb is not None and after.folded in {"of", ",", "and"}:
            return verb
    return None


_CONDITION = re.compile(r"Should [^,;:]{3,200}, (?:[\w’'-]+ ){1,8}?(?:shall|must|will|should|may)\b")
"""A condition without "if", which is no item: "Should nominations exceed places, there shall be a ballot"."""
_BEHIND_NOUN = {"of", "and", "is", "are", "was", "were", "will", "shall", "must", "should", "may", "can", "has", "have"}
"""What shows that the word before it is a subject or noun and no verb: "Patients are encouraged to"."""


_OPENS_CONDITION = {"once", "if", "when", "whenever", "unless", "until", "although", "while", "because"}
"""How a sentence begins that stands behind an item: "Once agreed, the plan will be sent to the Board"."""


def _bare_verb(tokens: list[Token], index: int) -> bool:
    """Whether a word below "The Board will:" can be its verb: no determiner, no name, no form of another kind."""
    first = tokens[index]
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if first.folded in _DETERMINERS or not first.text.isalpha() or first.acronym or first.folded.endswith("ing"):
        return False
    if first.folded in _OPENS_CONDITION:
        return False
    return after is not None and after.folded not in _BEHIND_NOUN and not after.capital


@cache
def verb_forms() -> Mapping[str, str]:
    """Return the verbs of governance by their forms: "approves", "approving" and "approve" all give "approve"."""
    verbs = [str(verb) for verb in lexicon("verbs")["actions"]]
    inflected = {form: verb for verb in verbs for form in (_third(verb), _gerund(verb))}
    return {**inflected, **{verb: verb for verb in verbs}}


def _third(verb: str) -> str:
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ies"
    irregular = {"have": "has", "be": "is", "do": "does", "go": "goes", "undergo": "undergoes"}
    return irregular.get(verb, verb + ("es" if verb.endswith(("ch", "sh", "ss", "x", "z", "o")) else "s"))


def _gerund(verb: str) -> str:
    if verb in lexicon("verbs")["doubling"]:
        return verb + verb[-1] + "ing"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and len(verb) > 2:
        return verb[:-1] + "ing"
    return verb + "ing"


_NUMBER = re.compile(r"\d+(?:\.\d+)*[.)]? +(?=[A-Z][a-z])")
"""What a cell may have before the thing to be done: "1.2 Review the procedure"."""
_LABEL = re.compile(r"^(?:[A-Z][^.;:–]{2,70}?)(?: [–-] |: )(?=\S)")


def _after_label(text: str) -> int:
    numbered = _NUMBER.match(text)
    if numbered is not None:
        return numbered.end()
    match = _LABEL.match(text)
    word = re.match(r"[\w-]+", text[match.end() :]) if match else None
    if match is None or word is None:
        return 0
    first = word.group().lower()
    verbal = first == "to" or first.endswith("ing") or first in verb_forms()
    return match.end() if verbal else 0


def _noun_use(tokens: list[Token], index: int) -> bool:
    """Whether a word that could be a verb is a noun here: "Plan of action", "Review is due"."""
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if after is None:
        return True
    if after.folded in {"and", "or", "/", ","} and index + 2 < len(tokens):
        second = tokens[index + 2].folded
        if {after.folded, second} in ({",", "and"}, {",", "or"}) and index + 3 < len(tokens):
            return tokens[index + 3].folded not in {"if", "where", "when", "as"}
        return _noun_use(tokens, index + 2) if second in verb_forms() else second not in {"to", "where", "as"}
    verbal = {"of", "is", "are", "will", "shall", "must", "may", "should", "has", "have"}
    told = after.folded in _OF_A_NOUN and _has_its_verb(tokens[index + 2 : index + 2 + _NEAR_VERB])
    return told or (after.folded in verbal and tokens[index].folded not in {"learn", "be"})


def _has_its_verb(tokens: Sequence[Token]) -> bool:
    """Whether a noun is told of behind what it is on: "Progress against the plan will be monitored"."""
    for place, token in enumerate(tokens[:-1]):
        if not token.word or token.folded in _ANOTHER_CLAUSE:
            return False
        if token.folded in {"will", "shall", "must", "should"}:
            return tokens[place + 1].folded == "be"
    return False
