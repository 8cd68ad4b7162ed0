"""The words of a duty without its bearer and its modal: "publish an Annual Report"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from protocolgraph.extract.arguments import Arguments
from protocolgraph.extract.deontic import Force, late_agents
from protocolgraph.extract.items import verb_forms
from protocolgraph.extract.syntax import Predication, phrase
from protocolgraph.extract.verbal import SUBJECTS, base, own_modal
from protocolgraph.model import EntityType, Modality, Scope
from protocolgraph.vocab.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

_INFLECTED = {"VBZ", "VBG", "VBN", "VBD"}
_ASIDE = re.compile(
    r",\s+(?:(?:for|to|of|on|in|with|from|by|both of|all of|each of|some of)\s+)?(?:who|whom|which|whose)\b.*$",
    re.DOTALL,
)
_APART = re.compile(r";\s+(?!and\b)(?P<word>[\w-]+)?(?! (?:is|are|was|were|has|have|will|shall|must|should|may|can)\b)")
_PART_OF = re.compile(
    r"be (?:an?|the|one)(?: [\w-]+){0,3} (?:(?:sub-? ?)?(?:committee|group)|panel|arm|part) of ", re.IGNORECASE
)
"""What makes a group somebody's, and obliges it to nothing."""
_THINGS = (EntityType.BODY, EntityType.PERSON)
_ADDED = re.compile(r"^(?:also|then|therefore|thereafter|additionally|further|in addition)\s+", re.IGNORECASE)


_DENIED = re.compile(r"^be not (?!only\b|just\b|limited\b)")
"""What the modality says already: "is not accountable for" is that somebody must not be so."""


def active_text(predication: Predication, arguments: Arguments, end: int) -> str:
    """Return the words from the verb on, up to a passage offset, with the verb and those beside it in the base form."""
    token = predication.token
    before = [c for c in token.children if c.dep_ == "advmod" and c.i == token.i - 1 and c.lower_ not in {"not", "nor"}]
    first = before[0] if before else token
    text = _DENIED.sub("be ", tidy(_based(arguments, first.idx, end, [token, *_beside(token)])))
    return text[:1].lower() + text[1:]


def from_gerund(words: str) -> str:
    """Return a clause that begins with the base form of a gerund without what that had behind it as a noun: "report and
    monitor gaps" for "report and monitoring of gaps".
    """
    second = _SECOND_GERUND.match(words)
    verb = verb_forms().get(second["gerund"].lower()) if second is not None else None
    if second is not None and verb is not None:
        return f"{second['first']}{verb} {words[second.end() :]}"
    return _OF_GERUND.sub(r"\1 ", words)


_OF_GERUND = re.compile(r"^(\w+) of ")
_SECOND_GERUND = re.compile(r"(?P<first>[\w-]+ and )(?P<gerund>[\w-]+ing) of ")


def agent_text(predication: Predication, arguments: Arguments, end: int) -> str:
    """Return a passive as its agent would say it: "it is reviewed annually by the Board" gives "review it annually"."""
    token = predication.token
    subjects = [c for c in token.children if c.dep_ in {"nsubjpass", "nsubj"}] or list(
        predication.arguments.get("object", ())
    )[:1]
    after = _past_particle(token)
    rest = _based(arguments, after, end, _beside(token))
    late = late_agents(token)
    agent = next((c for c in token.children if c.dep_ == "agent"), late[0].head if late else None)
    if agent is not None and agent.i > token.i:
        low, high = phrase(agent)
        low, high = arguments.sentence.masked.source(low), min(arguments.source_end(high), end)
        start = _source(arguments, after)
        if low >= start:
            rest = arguments.sentence.passage.text[start:low] + _after(arguments, high, end, token)
    thing = arguments.words(subjects[0]) if subjects and subjects[0].lower_ not in {"which", "that", "who"} else ""
    if not thing and token.dep_ == "relcl" and token.head.pos_ == "NOUN":
        thing = _before_clause(token.head, arguments)
    if subjects and _opens_plainly(subjects[0], arguments):
        thing = thing[:1].lower() + thing[1:]
    thing = _GOVERNED.get(thing.lower(), re.sub(r"^no\s+", "any ", thing, flags=re.IGNORECASE))
    verb = arguments.sentence.passage.text[_source(arguments, token.idx + len(token.text)) : _source(arguments, after)]
    return tidy(" ".join(f"{base(token)}{verb} {_lowered(thing)} {rest}".split()))


def _before_clause(noun: Token, arguments: Arguments) -> str:
    """The words of a noun up to itself, which a relative clause behind it tells more of."""
    last = noun.idx + len(noun.text)
    return arguments.sentence.passage.text[_source(arguments, noun.left_edge.idx) : arguments.source_end(last)]


def resting_text(predication: Predication, arguments: Arguments) -> str:
    """Return what rests with somebody as what that one is responsible for: "be responsible for the final decision"."""
    subject = next(c for c in predication.token.children if c.dep_ == "nsubj")
    thing = arguments.words(subject)
    if _opens_plainly(subject, arguments):
        thing = thing[:1].lower() + thing[1:]
    thing = re.sub(r"^(?:the )?(?:[a-z]+ )?(?:responsibility|accountability) for ", "", thing)
    return f"be responsible for {tidy(thing)}"


def _opens_plainly(subject: Token, arguments: Arguments) -> bool:
    """Whether a subject opens the sentence with a word that has its capital from that alone."""
    low = phrase(subject)[0]
    masked = arguments.sentence.masked
    return masked.source(low) == 0 and masked.mention_at(low) is None and not masked.text[low : low + 2].isupper()


def _after(arguments: Arguments, first: int, end: int, token: Token) -> str:
    """What stands behind the agent, with the verbs that it does too in the base form: "and sent to the Cabinet"."""
    text, place, pieces = arguments.sentence.passage.text, first, []
    for verb in _beside(token):
        low = _source(arguments, verb.idx)
        if place <= low < end:
            pieces += [text[place:low], base(verb)]
            place = arguments.source_end(verb.idx + len(verb.text))
    return "".join([*pieces, text[place:end]])


def named_text(text: str) -> str:
    """Return an item that names an action as the action: "Approval of the budget" gives "approve the budget"."""
    verbs = lexicon("verbs")["nominals"]
    match = re.match(r"(\w+)(?:(,? and | or |/)(\w+))? (?:of|to|for|in|with)\b ?", text)
    if match is None or match.group(1).lower() not in verbs:
        return text
    first, link, second = match.group(1).lower(), match.group(2), (match.group(3) or "").lower()
    if link and second not in verbs:
        return text
    words = verbs[first] + (link + verbs[second] if link else "")
    kept = "" if text[: match.end()].split()[-1] == "of" else text[: match.end()].split()[-1] + " "
    return f"{words} {kept}{text[match.end() :]}"


def _past_particle(token: Token) -> int:
    """Masked offset behind the verb and its particle ("set up")."""
    particle = next((c for c in token.children if c.dep_ == "prt" and c.i == token.i + 1), token)
    return int(particle.idx) + len(particle.text)


def _source(arguments: Arguments, offset: int) -> int:
    return arguments.sentence.masked.source(offset)


def _beside(token: Token) -> list[Token]:
    """Verbs coordinated with this one in the same form."""
    found = []
    for child in token.children:
        same = child.tag_ == token.tag_ or {child.tag_, token.tag_} == {"VBN", "VBD"}
        if child.dep_ == "conj" and same and own_modal(child) is None:
            found += [child, *_beside(child)]
    return found


def _based(arguments: Arguments, first: int, end: int, verbs: list[Token]) -> str:
    """The passage from a masked offset on, with these verbs in the base form."""
    text = arguments.sentence.passage.text
    place, pieces = _source(arguments, first), []
    for verb in sorted(verbs, key=lambda t: t.i):
        low = _source(arguments, verb.idx)
        inflected = verb.tag_ in _INFLECTED or verb.lower_ in {"are", "am"}
        if not inflected or low < place or low >= end:
            continue
        pieces += [text[place:low], base(verb)]
        place = arguments.source_end(verb.idx + len(verb.text))
    return "".join([*pieces, text[place:end]])


_GOVERNED = {"they": "them", "he": "him", "she": "her", "we": "us"}
"""Pronouns as what something is done to: of "they may not be employed by the Trust" it may not employ them."""
_PLAIN = {"the", "these", "this", "an", "a", "any", "all", "it", "its", "their", "each", "such", "no"}
"""Words that begin a sentence with a capital and are written small within one."""


def _lowered(text: str) -> str:
    first = text.split(" ", 1)[0]
    return text[:1].lower() + text[1:] if first.lower() in _PLAIN else text


def is_agent(predication: Predication, force: Force) -> bool:
    """Whether the bearer is the agent of a passive, or the owner of what it is done to."""
    return predication.passive and force.bearers is None


def _up_to_another(text: str) -> str:
    """What stands before a semicolon behind which no further verb goes on: "agree the plan; monitor it; and report"."""
    for match in _APART.finditer(text):
        if verb_forms().get(match["word"]) != match["word"]:
            return text[: match.start()]
    return text


def tidy(text: str) -> str:
    """Return the words without what joins them to the next item and without an aside about the last thing named."""
    text = re.sub(r"\s+(?=,)", "", re.sub(r"^[\s;,.:]+|[\s;,.:]+(?:[–-]\s*)?$|\s+[–-]\s*$", "", text))
    text = _up_to_another(text)
    text = re.sub(r"[;,]?\s+(?:and|or|but|nor|including|such as|namely|provided that)$", "", text).strip()
    shorter = _ASIDE.sub("", text)
    return _ADDED.sub("", shorter if len(shorter.split()) >= 2 else text)


def tells_identity(predication: Predication, force: Force, text: str, arguments: Arguments) -> bool:
    """Whether it only says what or who something will be: "will be a joint committee of X", "will be Ann Lee".

    So does "one of whom must be the Vice-Chair", which tells when a meeting is quorate.
    """
    subjects = (c for c in predication.token.children if c.dep_ in SUBJECTS)
    if predication.lemma == "be" and any(t.lower_ == "whom" for c in subjects for t in c.subtree):
        return True
    if predication.lemma != "be" or force.word not in {"will", "shall"} or force.modality is Modality.MUST_NOT:
        return False
    said = [arguments.placed(c) for c in predication.token.children if c.dep_ == "attr"]
    named = any(p is not None and p.type in _THINGS and p.scope is not Scope.GENERIC for p in said)
    return named or _PART_OF.match(text) is not None
