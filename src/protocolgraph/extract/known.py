"""The names that a document uses, gathered in a first reading so that a second one finds them everywhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from protocolgraph.extract.found import Found, longest
from protocolgraph.extract.glossary import Definition, initials, is_acronym
from protocolgraph.extract.own_nouns import lesser_groups
from protocolgraph.extract.phrases import Phrases
from protocolgraph.extract.presence import initials_of
from protocolgraph.extract.title_words import bare_title
from protocolgraph.extract.tokens import Token, tokenize
from protocolgraph.extract.units import Key, Unit
from protocolgraph.model import Alias, EntityType, MentionForm, Outline, Scope
from protocolgraph.vocab.lexicon import fold, lexicon

_ANY_ONE = frozenset({"each", "every", "any"})
"""Words that make a class of a name: "every Safeguarding Adults Board"."""
_PAIR = 2
_SHORTEST = 3
"""Letters of an acronym that are too few for one of them to be a place's, and of heads that are acronyms ("ICB")."""
_PLURAL_VERBS = frozenset({"are", "were", "have", "do", "will", "must", "shall", "should", "may", "can", "cannot"})
_WHOLE = re.compile(
    r"\b(?:arm|sub-?groups?|sub-?committees?|working groups?) of (?:the )?([A-Z]{2,6}[BPGF])\b"
    r"|\b(?:accountable|reports?|answerable|answers?) (?:directly )?to (?:the )?([A-Z]{2,6}[BPGF])\b"
)
"""An acronym of a body that has groups or to which they answer, by the last letter of its noun."""
_BEHIND = _PLURAL_VERBS | {
    "is", "was", "has", "does", "and", "or", "to", "in", "on", "for", "with", "who", "which", "that", "at", "from",
    "by", "as", "of", "under", "about", "when", "where", "if", "could", "would", "might", "not", "also",
}  # fmt: skip
"""What follows a name without going on with it."""
_TOLD = "body"
"""Head of a name that holds no noun for what it is."""
_SAID_AGAIN = (EntityType.BODY, EntityType.ROLE, EntityType.PUBLICATION)


_KNOWN_NAMES = 16_384
"""Names whose keys are remembered: each is asked for wherever it stands."""


@lru_cache(_KNOWN_NAMES)
def name_key(name: str) -> str:
    """Return a name as it is compared within a document: case, articles, "&" and punctuation folded."""
    folded = fold(name).replace("&", " and ").replace("'s", "s").replace("'", "")
    return " ".join(word for word in re.findall(r"[a-z0-9]+", folded) if word != "the")


@dataclass(frozen=True, slots=True)
class KnownNames:
    """Names and acronyms of one document, ready to be looked up."""

    names: Mapping[str, Found]
    counts: Mapping[str, int]
    short: Mapping[str, str]
    """Acronym or defined short form to the long name's key."""
    phrases: Phrases

    def find(self, text: str) -> list[Found]:
        """Return the document's own names and acronyms in a text, in whatever case they stand."""
        tokens = tokenize(text)
        lengths = self.phrases.all_at(tokens)
        found = []
        for index in range(len(tokens)):
            acronym = self._acronym(tokens, index, text)
            if acronym is not None:
                found.append(acronym)
            length = lengths.get(index, 0)
            if length > (acronym is not None):
                known = self.names.get(name_key(" ".join(t.base for t in tokens[index : index + length])))
                if known is not None and self._fits(tokens, index, length, known):
                    again = _again(text, tokens[index : index + length], known)
                    any_one = index > 0 and tokens[index - 1].folded in _ANY_ONE and ends_name(tokens, index + length)
                    found.append(replace(again, scope=Scope.GENERIC) if any_one else again)
        bodies = [name for name in found if name.type is EntityType.BODY]
        return longest(bodies) + longest([name for name in found if name.type is not EntityType.BODY])

    def meant(self, name: str) -> str:
        """Return the key of a name, of an acronym that of what it stands for."""
        return self.short.get(name, name_key(name))

    def with_bodies(self, find: Callable[[str, list[Found]], list[Found]]) -> Callable[[str], list[Found]]:
        """Return a finder of names that knows the document's bodies."""
        return lambda text: find(text, [name for name in self.find(text) if name.type is EntityType.BODY])

    @staticmethod
    def _fits(tokens: list[Token], index: int, length: int, known: Found) -> bool:
        """Whether this is the name again: some capital in it, three words or more, or "the" before that of a group."""
        if any(t.capital for t in tokens[index : index + length]):
            return True
        told = index > 0 and tokens[index - 1].folded == "the" and known.head in lesser_groups()
        return known.type is EntityType.BODY and (length >= 3 or (told and length > 1))

    def _acronym(self, tokens: list[Token], index: int, text: str) -> Found | None:
        token = tokens[index]
        word = token.text[: len(token.base)] if token.possessive else token.text
        known = self.names.get(self.short.get(word, ""))
        if known is None or not is_acronym(word) or (known.type is EntityType.PERSON and _defines(text, token, known)):
            return None
        several = token.possessive and known.type is EntityType.BODY and _does(tokens, index + 1)
        end = token.end if several else token.start + len(word)
        any_one = index > 0 and known.type is EntityType.BODY and tokens[index - 1].folded in _ANY_ONE | {"a", "an"}
        any_one = any_one and ends_name(tokens, index + 1)
        scope = Scope.GENERIC if several or any_one else known.scope
        return Found(token.start, end, known.type, text[token.start : end], known.head, MentionForm.ACRONYM, scope)


def _defines(text: str, initials: Token, person: Found) -> bool:
    """Whether initials stand in brackets behind their owner's name, or among words that are all in capitals."""
    return text.isupper() or text[: initials.start].endswith(f"{person.text} (")


def defined_as_other(name: Found, said: Sequence[Found]) -> bool:
    """Whether a name is an acronym that the document gives to something of another type: "LSPs" of posts."""
    return any(
        other.form is MentionForm.ACRONYM and (other.start, other.end) == (name.start, name.end)
        for other in said
        if other.type is not name.type
    )


def ends_name(tokens: list[Token], index: int) -> bool:
    """Whether no noun goes on behind a name, of which it would only tell whose it is: "an LSCB meeting"."""
    after = tokens[index] if index < len(tokens) else None
    return after is None or not after.word or after.folded in _BEHIND or tokens[index - 1].possessive


def _does(tokens: list[Token], index: int) -> bool:
    """Whether a plural verb stands here, so that the "'s" before it was meant for a plural's: "LSCB's have a role"."""
    return index < len(tokens) and tokens[index].folded in _PLURAL_VERBS


def _again(text: str, tokens: list[Token], known: Found) -> Found:
    start, end = tokens[0].start, tokens[-1].end
    end -= len(tokens[-1].text) - len(tokens[-1].base) if tokens[-1].possessive else 0
    return Found(start, end, known.type, text[start:end], known.head, scope=known.scope)


def entitled(outline: Outline, find: Callable[[str], list[Found]]) -> list[Found]:
    """Return the bodies that titles name, which the text may go on to call in small letters: "Tides committee"."""
    titles = dict.fromkeys(
        bare_title(title) for title in (outline.title or "", *(part.title for part in outline.parts))
    )
    named = (name for title in titles for name in find(title))
    return [n for n in named if n.type is EntityType.BODY and not n.weak and n.scope is not Scope.GENERIC]


def gather(
    found: Iterable[Found], definitions: Iterable[Definition], texts: Iterable[str], present: Sequence[Found] = ()
) -> KnownNames:
    """Return the names of a document from all that its first reading found in it.

    Those whom an attendance list names are known again by their names and initials.
    """
    names: dict[str, Found] = {}
    people: dict[str, Found] = {}
    counts: Counter[str] = Counter()
    for name in found:
        if name.type in _SAID_AGAIN and not name.weak:
            names.setdefault(name_key(name.text), name)
            counts[name_key(name.text)] += 1
        elif name.type is EntityType.PERSON:
            people.setdefault(name_key(name.text), replace(name, weak=False))
    defined = [d for d in definitions if is_acronym(d.short)]
    short = {d.short: name_key(d.long) for d in defined}
    initialled = {name_key(d.long) for d in defined if d.type is EntityType.PERSON}
    initialled |= {name_key(person.text) for person in present if " " in person.text}
    names |= {key: person for key, person in people.items() if key in initialled}
    said = [text for text in texts if not text.isupper()]
    used = {t.text[: len(t.base)] for text in said for t in tokenize(text) if t.acronym}
    whole = {next(filter(None, match.groups())) for text in said for match in _WHOLE.finditer(text)}
    short.update(_undefined(names, counts, short, used, whole))
    called = initials_of(present, used - set(short)).items()
    short.update({letters: name_key(person.text) for letters, person in called})
    again = (n for k, n in names.items() if " " in k or _is_own_word(n))
    several = {" ".join(t.folded for t in tokenize(n.text)): None for n in again}
    return KnownNames(names, counts, short, Phrases(several))


def _is_own_word(name: Found) -> bool:
    """Whether one word that no noun of bodies is names a body, as the words around it told, and no field of work."""
    told = name.type is EntityType.BODY and name.head == _TOLD and name.text[0].isupper()
    word = fold(name.text)
    return told and word not in lexicon("topics")["topics"] and word not in lexicon("roles")["fields"]


def aliases_of(
    units: Mapping[Key, Unit], defined: Mapping[Key, Sequence[Definition]], known: KnownNames
) -> list[Alias]:
    """Return the short forms that a text defines, and those of its names that are initials."""
    aliases = []
    for d, spans in ((d, units[key].passage.spans) for key, found in defined.items() for d in found):
        aliases.append(Alias(d.type, d.short, d.long, d.rule, spans(d.start, d.end)))
    stated = {alias.short for alias in aliases}
    for short, long in sorted(known.short.items()):
        name = known.names.get(long)
        if name is not None and short not in stated and short != name.text:
            aliases.append(Alias(name.type, short, name.text, "initials", ()))
    return aliases


def _undefined(
    names: dict[str, Found],
    counts: Counter[str],
    short: Mapping[str, str],
    used: Collection[str],
    whole: Collection[str],
) -> dict[str, str]:
    """Acronyms that the text uses without saying what they mean: the initials of one name, or of a kind of body, or
    those of which it says that groups are part or answer to them.
    """
    bodies = lexicon("bodies")
    kinds = [kind for kind in bodies["kinds"] if kind.isalpha() and len(kind) <= 5]
    kinds += [head for head in bodies["heads"] if len(head) <= _SHORTEST]
    meant: dict[str, str] = {}
    for acronym in sorted(set(used) - set(short)):
        full = sorted({k for k, n in names.items() if n.type is EntityType.BODY and initials(acronym, n.text)})
        full = _named_one(acronym, full, names) or _one_or_several(acronym, full)
        full = full or sorted({k for k, n in names.items() if _placed_initials(acronym, n)})
        full = full or sorted({k for k, n in names.items() if _ends_in(acronym, n)})
        full = full or sorted({k for k, n in names.items() if n.type is EntityType.ROLE and _spelt_by(acronym, n)})
        full = full or sorted({k for k, n in names.items() if _spelt_behind_place(acronym, n)})
        if len(full) == 1:
            meant[acronym] = full[0]
        elif acronym in whole or any(fold(acronym).rstrip("s").endswith(kind) for kind in kinds):
            name = _of_kind(acronym)
            names.setdefault(name_key(acronym), name)
            counts[name_key(acronym)] += 1
            meant[acronym] = name_key(acronym)
    return meant


def _named_one(acronym: str, full: Sequence[str], names: Mapping[str, Found]) -> list[str]:
    """The one body behind its place that an acronym of one means where only their class is spelt so: "HWB" of
    "Harbour's Health and Wellbeing Board" beside "Health and Wellbeing Boards".
    """
    if acronym.endswith("s") or not full or any(names[k].scope is not Scope.GENERIC for k in full):
        return []
    bodies = [(k, n) for k, n in names.items() if n.type is EntityType.BODY and n.scope is not Scope.GENERIC]
    ends = [k for k, n in bodies if any(initials(acronym, n.text[m.end() :]) for m in re.finditer(r"\s", n.text))]
    return ends if len(ends) == 1 else []


def _one_or_several(acronym: str, full: list[str]) -> list[str]:
    """Of a name that stands in the singular and in the plural the one that an acronym is of: "An LGB", "the LGBs"."""
    if len(full) == _PAIR and full[1] == f"{full[0]}s":
        return [full[1] if acronym.endswith("s") else full[0]]
    return full


def _spelt_by(acronym: str, post: Found) -> bool:
    """Whether an acronym is a post's initials: "CNO" of the "Chief Nursing Officer"; a plural is a class."""
    return acronym.isupper() and initials(acronym, post.text) and post.scope is not Scope.GENERIC


def _placed_initials(acronym: str, name: Found) -> bool:
    """Whether an acronym is a place's letter and a name's initials: "NHWB" of a "Health and Wellbeing Board"."""
    return len(acronym) > _SHORTEST and name.type is EntityType.BODY and initials(acronym[1:], name.text)


def _spelt_behind_place(acronym: str, name: Found) -> bool:
    """Whether an acronym spells what stands behind the place of a body: "ICB" of "Vale Integrated Care Board"."""
    if name.type is not EntityType.BODY or name.scope is Scope.GENERIC or acronym.endswith("s"):
        return False
    return any(initials(acronym, name.text[space.end() :]) for space in re.finditer(r"\s", name.text))


def _ends_in(acronym: str, name: Found) -> bool:
    """Whether a body's name ends in an acronym behind its place: "LRF" of "Northshire LRF"."""
    words = name.text.split()
    return name.type is EntityType.BODY and name.scope is not Scope.GENERIC and len(words) > 1 and words[-1] == acronym


def _of_kind(acronym: str) -> Found:
    plural = acronym.endswith("s")
    scope = Scope.GENERIC if plural else Scope.LOCAL
    return Found(0, len(acronym), EntityType.BODY, acronym, _HEADS.get(acronym.rstrip("s")[-1], "body"), scope=scope)


_HEADS = {"B": "board", "P": "partnership", "G": "group", "C": "committee"}
"""What the last letter of a body's acronym most often stands for."""
