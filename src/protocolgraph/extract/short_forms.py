"""Names that cut a longer one short: "the Advisory Panel" of the Saltmere Advisory Panel."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from protocolgraph.extract.anaphora import POINTING, Antecedent, Memory, class_named_before
from protocolgraph.extract.authorities import is_authority
from protocolgraph.extract.found import Found
from protocolgraph.extract.units import Unit
from protocolgraph.model import EntityType, MentionForm, Scope
from protocolgraph.vocab.lexicon import fold

_JOINED = {"and", "&", "of", "for", "the"}
"""Words that no name ends with, so that what follows them is no short form of it."""
_WIDER = frozenset({"wider", "broader", "extended"})
"""Words of a body that stands around another of the same name, and is never meant by that name alone."""
_SORTS = frozenset({
    "sub group", "sub committee", "working group", "working party", "steering group", "task group",
    "task and finish group", "delivery group", "reference group", "project group", "operational group",
    "strategic group", "advisory group",
})  # fmt: skip
"""What several groups of one paper are called alike, of which "the Sub Group" means the one of its section."""


def named_again(name: Found, unit: Unit, memory: Memory, path: Sequence[int]) -> tuple[Found, Antecedent | None]:
    """Return a name, and the body named before that it only says again; None if it says none again.

    A report has many sub-groups, and in the section of each "the Sub Group" is a description of its own.

    Args:
        name: the name, as it was found.
        unit: the passage that it stands in.
        memory: what was read so far.
        path: the sections that the passage stands in, the outermost first.

    """
    if name.weak and (same := class_named_before(name, unit.text, memory.met)) is not None:
        return name, same
    words = _spelt(name.text)
    named = name.type is EntityType.BODY and name.form is MentionForm.NAME
    if " ".join(words) not in _SORTS or not named or not _pointed_at(name, unit.text):
        return name, None
    before = [a for section in reversed(path) for a in memory.headings.get(section, [])]
    before += [a for a in reversed(memory.met) if a.unit.section == unit.section]
    bodies = (a for a in before if a.type is EntityType.BODY and a.scope is not Scope.GENERIC)
    longer = next((a for a in bodies if _cut_short(words, _spelt(a.name), ends=False)), None)
    return (name, None) if longer is None else (replace(name, form=MentionForm.DEFINITE), longer)


def _pointed_at(name: Found, text: str) -> bool:
    """Whether "the" or "this" stands right before a name."""
    before = text[: name.start].lower().split()
    return bool(before) and before[-1] in POINTING


def shortened(name: Found, text: str, about: Sequence[Antecedent], met: Mapping[str, Antecedent]) -> Antecedent | None:
    """Return the body named before whose longer name "the Advisory Panel" cuts short, or None.

    What begins a line cuts short only the name of a body that the document is about.

    Args:
        name: a body named by two words or more after an article, or where the passage begins.
        text: the passage that it stands in.
        about: the bodies that the document is about.
        met: the bodies that reading has met so far, by their names in lower case.

    """
    if name.type is not EntityType.BODY or name.scope is Scope.GENERIC or name.form is not MentionForm.NAME:
        return None
    words, before = _spelt(name.text), text[: name.start].lower().split()
    if len(words) < 2 or (before and before[-1] not in POINTING) or is_authority(name.text):
        return None
    chief = [a for a in about if _cut_short(words, _spelt(a.name), ends=True)]
    if len(chief) == 1:
        return chief[0]
    if not before or name.text.lower() in met:
        return None
    longer = [a for a in met.values() if _cut_short(words, _spelt(a.name), ends=False)]
    return longer[0] if len(longer) == 1 else None


def _spelt(name: str) -> tuple[str, ...]:
    """The words of a name as two spellings of it share them: "Anti-Slavery" and "Anti Slavery", "&" and "and"."""
    return tuple(fold(name).replace("-", " ").replace("&", " and ").replace("subgroup", "sub group").split())


def _cut_short(short: tuple[str, ...], words: tuple[str, ...], *, ends: bool) -> bool:
    """Whether a name is the end of a longer one, or, where `ends`, what stands before its "of" or "for"."""
    more = len(words) - len(short)
    if more <= 0:
        return False
    if words[more:] == short:
        return words[more - 1] not in _JOINED and _WIDER.isdisjoint(words[:more])
    return ends and words[: len(short)] == short and words[len(short)] in {"of", "for", "on"}
