"""Folding of typographic variants, and keys by which names are compared."""

from __future__ import annotations

import re
import unicodedata

_SINGLE = "‘’‚‛′`´"
_DOUBLE = "“”„‟″«»"
_DASHES = "‐‑‒–—―−"
_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\n\r\f\v"
_FOLD = {
    **dict.fromkeys(map(ord, _SINGLE), "'"),
    **dict.fromkeys(map(ord, _DOUBLE), '"'),
    **dict.fromkeys(map(ord, _DASHES), "-"),
    **dict.fromkeys(map(ord, _SPACES), " "),
}
INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
"""Characters without a shape of their own: soft hyphens, zero-width spaces and joiners, byte-order marks."""
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"'s\b|(?<=s)'(?!\w)")
_NOT_WORD = re.compile(r"[^a-z0-9]+")


def fold(text: str) -> str:
    """Return the text with plain quotes, hyphens and spaces; of the same length, so that offsets hold."""
    return text.translate(_FOLD)


def collapse(text: str) -> str:
    """Return the text with every run of white space as one space, none at the ends."""
    return " ".join(text.split())


def name_key(name: str) -> str:
    """Return what two spellings of one name share: lower case, no accent, article, possessive or punctuation."""
    plain = unicodedata.normalize("NFKD", fold(collapse(name))).encode("ascii", "ignore").decode().lower()
    plain = _POSSESSIVE.sub("", _ARTICLE.sub("", plain)).replace("&", " and ")
    return _NOT_WORD.sub(" ", plain).strip()
