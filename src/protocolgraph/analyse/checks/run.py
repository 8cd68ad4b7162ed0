"""Runs the checks on a graph: which of them, what is waived, in what order."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Any

from protocolgraph.analyse.checks import RULES, Rule
from protocolgraph.analyse.checks.world import World
from protocolgraph.errors import UsageError
from protocolgraph.garbage import uncollected
from protocolgraph.graph import Choice
from protocolgraph.graph.frames import PLACE, frame, place_columns
from protocolgraph.model import DocumentInfo, Finding, FindingKind, Knowledge, Severity
from protocolgraph.model.showing import html_table, quoted, source_line
from protocolgraph.model.workspace import Waiver

if TYPE_CHECKING:
    from protocolgraph.graph.frames import DataFrame

_RANK = {severity: rank for rank, severity in enumerate(Severity)}


@dataclass(frozen=True, slots=True)
class Selection:
    """Which checks and findings are wanted; what is empty limits nothing.

    A word of `select` and `ignore` is a code ("PG101"), the beginning of codes ("PG1"), a name, a kind or a severity.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    """Names, titles or patterns ("*protocol*")."""

    def rules(self) -> list[Rule]:
        """Return the checks to run.

        Raises:
            UsageError: a word means no check, kind or severity.

        """
        for word in (*self.select, *self.ignore):
            if not any(_means(word, rule) for rule in RULES.values()) and word.lower() not in set(Severity):
                raise UsageError(
                    f"{word!r} is no code, name, kind or severity of a check; kinds are {', '.join(FindingKind)}, "
                    f"severities {', '.join(Severity)}, codes {min(RULES)} to {max(RULES)}"
                )
        wanted = [rule for rule in RULES.values() if not self.select or any(_may(word, rule) for word in self.select)]
        return [rule for rule in wanted if not any(_means(word, rule) for word in self.ignore)]

    def named(self, documents: Sequence[DocumentInfo]) -> Selection:
        """Return the selection with the areas and documents as they are called: a slip would look like nothing found.

        Raises:
            UsageError: there is no such area, or no document that fits.

        """
        for area in self.areas:
            Choice(area=area).pick(documents)
        found: list[str] = []
        for word in self.documents:
            fitting = [document.name for document in documents if fnmatchcase(document.name, word)]
            found += fitting or [document.name for document in Choice(documents=(word,)).pick(documents)]
        return replace(self, documents=tuple(found))

    def keeps(self, finding: Finding, areas: Collection[str | None]) -> bool:
        """Whether a finding, about documents of these areas, is wanted."""
        rule = RULES[finding.code]
        severities = [word.lower() for word in self.select if word.lower() in set(Severity)]
        others = [word for word in self.select if word.lower() not in set(Severity)]
        return (
            (not severities or finding.severity in severities)
            and (not others or any(_means(word, rule) for word in others))
            and finding.severity not in [word.lower() for word in self.ignore]
            and self.reaches(finding.documents, areas)
        )

    def reaches(self, documents: Collection[str], areas: Collection[str | None]) -> bool:
        """Whether findings about these documents, of these areas, are wanted, whatever they are."""
        within = not self.areas or any((area or "").lower() in map(str.lower, self.areas) for area in areas)
        return within and (not self.documents or any(name in self.documents for name in documents))


@dataclass(frozen=True, slots=True)
class Waived:
    """A finding that a waiver covers."""

    finding: Finding
    waiver: Waiver


@dataclass(frozen=True, slots=True)
class Checked:
    """What the checks found."""

    findings: tuple[Finding, ...]
    """The gravest first, then the surest."""
    waived: tuple[Waived, ...]
    stale: tuple[Waiver, ...]
    """Waivers that cover nothing that was found, of the checks that were run."""

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return a row for each finding, with the first of the places that show it."""
        return [
            {
                "code": item.code,
                "name": RULES[item.code].name,
                "kind": item.kind.value,
                "severity": item.severity.value,
                "message": item.message,
                "entities": "; ".join(item.entities),
                **place_columns(item.evidence[0] if item.evidence else None),
                "documents": "; ".join(item.documents),
                "confidence": item.confidence,
            }
            for item in self.findings
        ]

    def to_frame(self) -> DataFrame:
        """Return the rows as a pandas data frame; raises UsageError if pandas is not installed."""
        place = [name for name in PLACE if name not in {"rule", "document"}]
        return frame(self.to_dicts(), ("code", "name", "kind", "severity", "message", "entities", "documents", *place))

    def _repr_html_(self) -> str:
        rows = [
            (
                item.severity.value,
                f"{item.code} {RULES[item.code].name}",
                item.message,
                *((quoted(item.evidence[0]), source_line(item.evidence[0])) if item.evidence else ("", "")),
            )
            for item in self.findings
        ]
        columns = ("severity", "check", "finding", "words", "source")
        return html_table(columns, rows, title=f"{len(self.findings)} findings", note=f"{len(self.waived)} waived")


def run_checks(knowledge: Knowledge, *, selection: Selection | None = None, waivers: Sequence[Waiver] = ()) -> Checked:
    """Return what the wanted checks find in a graph.

    Args:
        knowledge: the graph's records.
        selection: which checks and findings; all, if not given.
        waivers: the reviewers' decisions to let findings be.

    Raises:
        UsageError: the selection names a check, an area or a document that there is not.

    """
    wanted = (selection or Selection()).named(knowledge.documents)
    rules = wanted.rules()
    judged = {waiver.code for waiver in waivers}
    area_of = {document.name: document.area for document in knowledge.documents}

    def is_wanted(code: str, documents: Collection[str]) -> bool:
        """A waiver that covers nothing is told of, wherever that is: so all is looked for that it might cover."""
        return code in judged or wanted.reaches(documents, {area_of[name] for name in documents if name in area_of})

    with uncollected():
        world = World(knowledge, is_wanted)
        found = {finding: None for rule in rules for finding in rule.find(world, rule)}
    covered = {finding: _waiver(finding, waivers) for finding in found}
    used = {waiver for waiver in covered.values() if waiver}
    codes = {rule.code for rule in rules}
    shown = [finding for finding in found if wanted.keeps(finding, _areas(world, finding))]
    return Checked(
        findings=tuple(sorted((f for f in shown if not covered[f]), key=_order)),
        waived=tuple(Waived(f, waiver) for f in sorted(shown, key=_order) if (waiver := covered[f])),
        stale=tuple(waiver for waiver in waivers if waiver not in used and waiver.code in codes),
    )


def _order(finding: Finding) -> tuple[int, float, str, tuple[str, ...], str]:
    return _RANK[finding.severity], -finding.confidence, finding.code, finding.documents, finding.message


def _areas(world: World, finding: Finding) -> set[str | None]:
    return {world.documents[name].area for name in finding.documents if name in world.documents}


def _waiver(finding: Finding, waivers: Iterable[Waiver]) -> Waiver | None:
    names = {name.casefold() for name in finding.entities}
    for waiver in waivers:
        entities = {name.casefold() for name in waiver.entities}
        documents = set(waiver.documents)
        if waiver.code == finding.code and entities <= names and documents <= set(finding.documents):
            return waiver
    return None


def _means(word: str, rule: Rule) -> bool:
    lower = word.lower()
    return rule.code.lower().startswith(lower) or lower in (rule.name, rule.kind)


def _may(word: str, rule: Rule) -> bool:
    """Whether a word can select findings of a rule: a severity may, of any rule."""
    return _means(word, rule) or word.lower() in set(Severity)
