"""Names as a passage has them in full, and posts without the body that their names tell.

"Superintendent, Ash Police" and "Superintendent" are one post, "other voluntary groups" a class, and "Detective
Inspector Kay Dell" is Kay Dell.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from protocolgraph.extract.found import Found
from protocolgraph.extract.nearness import end_with_body
from protocolgraph.extract.units import Unit
from protocolgraph.model import Alias, EntityType, Mention, MentionForm, Scope, Span
from protocolgraph.vocab.lexicon import fold, lexicon

_RULE = "in full"
_NO_TITLES = frozenset({"head"})
"""What is left of "Head of Probation" without its body, and no title that anybody has."""
_OF_CLASSES = re.compile(r"\b(?:[Oo]ther|[Aa]ll|[Ll]ocal|[Ee]ach|[Ee]very) $")
_RANK = re.compile(r"\b(?:(?:Temporary|Acting|Detective|Chief|Police|Deputy|Assistant) )*(?P<rank>\w+) $")
_TITLE = re.compile(
    r"(?P<title>\w.*\w)(?:,? (?:of|at|for|to)(?: the)?|,|:| [–-]) (?:the )?|(?P<bracketed>\w.*\w) \((?:the )?"
)
"""A title and what stands between it and its body."""


def called_short(mentions: Sequence[Mention]) -> Iterator[Alias]:
    """Yield "Commissioner" for a post that a document calls so all along, and no other post: "the Commissioner"."""
    meant: dict[str, set[str]] = defaultdict(set)
    spans: dict[str, tuple[Span, ...]] = {}
    for mention in (m for m in mentions if m.type is EntityType.ROLE):
        meant[mention.text].add(mention.name)
        if mention.form is MentionForm.DEFINITE and mention.antecedent is not None:
            spans.setdefault(mention.text, mention.spans)
    for short, where in spans.items():
        long = next(iter(sorted(meant[short] - {short})), None)
        if long is not None and len(meant[short] - {short}) == 1 and short[:1].isupper():
            yield Alias(EntityType.ROLE, short, long, _RULE, where)


@dataclass(frozen=True, slots=True)
class FullNames:
    """The other forms of names that a document was read to have."""

    aliases: list[Alias]
    titles: dict[str, dict[str, Alias]] = field(default_factory=lambda: defaultdict(dict))
    """Titles of posts without their bodies, and for each body that has such a post what its name is in full."""

    def note(self, unit: Unit, name: Found) -> None:
        """Remember how a name stands here, if its words tell more or less than its name."""
        end = end_with_body(name, unit.text)
        if end is not None:
            self._full(unit, name, name.start, end)
        if name.type is EntityType.ROLE and name.owner is not None:
            self._title(unit, name, name.owner)
        before = _OF_CLASSES.search(unit.text, 0, name.start)
        if before and name.type is EntityType.BODY and name.scope is Scope.GENERIC:
            self._full(unit, name, before.start(), name.end)
        rank = _RANK.search(unit.text, 0, name.start) if name.type is EntityType.PERSON else None
        if rank and fold(rank["rank"]) in lexicon("people")["ranks"]:
            self._full(unit, name, rank.start(), name.end)

    def _full(self, unit: Unit, name: Found, start: int, end: int) -> None:
        self.aliases.append(Alias(name.type, unit.text[start:end], name.text, _RULE, unit.passage.spans(start, end)))

    def _title(self, unit: Unit, name: Found, owner: tuple[int, int]) -> None:
        """Remember a post's title before its body: "Named Nurse (Ash Hospitals)"."""
        start, end = owner
        match = _TITLE.fullmatch(unit.text, name.start, start)
        behind = name.end <= start or not unit.text[end : name.end].strip(" )")
        if match is None or not behind or name.head in lexicon("roles")["chairs"]:
            return
        title = match["title"] or match["bracketed"]
        if fold(title) in _NO_TITLES:
            return
        spans = unit.passage.spans(name.start, name.start + len(title))
        self.titles[fold(title)].setdefault(
            fold(unit.text[start:end]), Alias(name.type, title, name.text, _RULE, spans)
        )

    def of_one_body(self) -> list[Alias]:
        """Return the titles that the document has of one body alone, as other names of that post."""
        alone = [next(iter(owners.values())) for owners in self.titles.values() if len(owners) == 1]
        return [alias for alias in alone if alias.short != alias.long]
