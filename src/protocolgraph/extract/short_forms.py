"""Names that cut a longer one short: "the Advisory Panel" of the Saltmere Advisory Panel."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from protocolgraph.extract.anaphora import POINTING, Antecedent
from protocolgraph.extract.authorities import is_authority
from protocolgraph.extract.found import Found
from protocolgraph.model import EntityType, MentionForm, Scope
from protocolgraph.vocab.lexicon import fold

_JOINED = {"and", "&", "of", "for", "the"}
"""Words that no name ends with, so that what follows them is no short form of it."""
_WIDER = frozenset({"wider", "broader", "extended"})
"""Words of a body that stands around another of the same name, and is never meant by that name alone."""


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
    return tuple(fold(name).replace("-", " ").replace("&", " and ").split())


def _cut_short(short: tuple[str, ...], words: tuple[str, ...], *, ends: bool) -> bool:
    """Whether a name is the end of a longer one, or, where `ends`, what stands before its "of" or "for"."""
    more = len(words) - len(short)
    if more <= 0:
        return False
    if words[more:] == short:
        return words[more - 1] not in _JOINED and _WIDER.isdisjoint(words[:more])
    return ends and words[: len(short)] == short and words[len(short)] in {"of", "for", "on"}
