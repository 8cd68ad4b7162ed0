"""Labels within a paragraph: "Audit Panel. Chair: Head of Law. Members: Chief Nurse; Treasurer. Meets: monthly."."""

from __future__ import annotations

import re

from protocolgraph.model import Passage
from protocolgraph.structure import wording
from protocolgraph.text.normalise import fold
from protocolgraph.vocab.layout import load_layout

_LABEL = re.compile(
    r"(?P<before>^|;\s+|[.)]?\s+(?=[A-Z]))"
    r"(?P<label>(?:(?:Vice|Deputy)[ -])?[A-Za-z][a-z-]+(?: [a-z-]+){0,3}?)\s?:\s+(?=\S)"
)


def labelled(sentence: Passage) -> list[tuple[Passage, Passage]]:
    """Return the labels of a sentence that is nothing but labelled values, each with its value; none for any other."""
    first, parted = parted_at_labels(sentence)
    return [] if first.text or any(wording.says_something(value.text) for _, value in parted) else parted


def parted_at_labels(passage: Passage) -> tuple[Passage, list[tuple[Passage, Passage]]]:
    """Return what stands before the first label that may stand within a paragraph, and each label with its value."""
    found = [match for match in _LABEL.finditer(passage.text) if _known(match["label"])]
    if not found:
        return passage, []
    ends = [*(match.start() for match in found[1:]), len(passage.text)]
    parted = [
        (passage.slice(*match.span("label")), _closed(passage.slice(match.end(), end)))
        for match, end in zip(found, ends, strict=True)
    ]
    return _closed(passage.slice(0, found[0].start())), parted


def _known(label: str) -> bool:
    return fold(label).lower().strip() in load_layout().running_labels


def _closed(value: Passage) -> Passage:
    """A value without the stop behind it."""
    return value.slice(0, len(value.text.rstrip(" .;")))
