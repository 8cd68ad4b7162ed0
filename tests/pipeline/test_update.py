"""Whatever was added, changed, removed or decided, in any order: the graph is that of one build of what is there."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from random import Random
from typing import ClassVar

import pytest
from fake_extractor import FakeExtractor

from protocolgraph.graph.export import export
from protocolgraph.graph.store import DiskStore
from protocolgraph.model import Alias, Duty, EntityType, Extraction, Fact, Knowledge, Mention, Outline, Scope
from protocolgraph.model.workspace import DocumentOverride, Workspace
from protocolgraph.pipeline import BuildReport, Status, build
from protocolgraph.pipeline import update as updating
from protocolgraph.resolve import Unit

AREAS = ("Northwick", "Southmoor", "Eastfield", "")
LOCAL = ("Safety Board", "Scrutiny Panel", "Youth Panel", "County Council", "Executive Group", "Chair")
SHARED = (
    "National Office",
    "National Office for Standards",
    "Councils",
    "Boards",
    "Chair of the National Office",
    "NOS",
)
SIGNED = 'who = "A. Reader"\nwhen = 2026-01-05\nwhy = "a test"\n'


class Shared(FakeExtractor):
    """Reads some names as those of national bodies, posts and classes, which areas share."""

    def extract(self, outline: Outline, *, override: DocumentOverride | None = None) -> Extraction:
        read = super().extract(outline, override=override)
        mentions = tuple(_shared(mention, place, read.mentions) for place, mention in enumerate(read.mentions))
        known = {mention.name for mention in mentions}
        both = {"NOS", "National Office for Standards"} <= known
        aliases = (Alias(EntityType.BODY, "NOS", "National Office for Standards", "acronym", ()),) if both else ()
        return replace(read, mentions=mentions, aliases=aliases)


def _shared(mention: Mention, place: int, all_mentions: tuple[Mention, ...]) -> Mention:
    if mention.name.startswith("Chair"):
        owner = place + 1 if place % 2 == 0 and place + 1 < len(all_mentions) else None
        return replace(mention, type=EntityType.ROLE, owner=owner)
    if mention.name.startswith(("National", "NOS")):
        return replace(mention, scope=Scope.NATIONAL)
    return replace(mention, scope=Scope.GENERIC) if mention.name in SHARED else mention


class World:
    """Documents of some areas that change at random."""

    def __init__(self, root: Path, seed: int) -> None:
        self.random = Random(seed)
        self.docs, self.graph, self.root = root / "docs", root / "graph", root
        self.decisions: list[str] = []
        self.docs.mkdir()
        (self.docs / "protocolgraph.toml").write_text("")
        for _ in range(6):
            self.write()

    def write(self) -> None:
        number = self.random.randrange(8)
        lines = [self.sentence() for _ in range(self.random.randint(1, 4))]
        (self.docs / f"{number}.txt").write_text("\n\n".join(lines) + "\n")

    def sentence(self) -> str:
        subject, other = (self.random.choice((*LOCAL, *SHARED)) for _ in range(2))
        return self.random.choice((f"The {subject} reports to the {other}.", f"The {subject} must publish a plan."))

    def remove(self) -> None:
        files = sorted(self.docs.glob("*.txt"))
        if len(files) > 2:
            self.random.choice(files).unlink()

    def decide(self) -> None:
        """Take a decision back, or make one about names or about a statement that was read."""
        if self.decisions and self.random.random() < 0.3:
            self.decisions.remove(self.random.choice(self.decisions))
            return
        one, other = self.random.sample((*LOCAL, *SHARED), 2)
        area = self.random.choice(("", 'area = "Northwick"\n'))
        known: list[Fact | Duty] = [*self.knowledge().facts, *self.knowledge().duties]
        kinds = [
            f'[[merge]]\nnames = ["{one}", "{other}"]\n{area}',
            f'[[split]]\nnames = ["{one}", "{other}"]\n{area}',
            f'[[rename]]\nname = "{one}"\nto = "{other} Anew"\n{area}',
            f'[[alias]]\nname = "{one}"\nmeans = "{other}"\n{area}',
        ]
        if known:
            chosen = self.random.choice(known)
            kinds += [f'[[{kind}]]\nid = "{chosen.id}"\n' for kind in ("accept", "reject", "reject")]
            added = f'[[add]]\ndocument = "{chosen.evidence.document}"\nquote = "{chosen.evidence.quote}"\n'
            kinds.append(f'{added}subject = "{one}"\npredicate = "advises"\nobject = "{other}"\n')
        self.decisions.append(self.random.choice(kinds) + SIGNED)

    def settle(self) -> None:
        """Write the workspace file: the areas of documents, and the decisions."""
        placed = [f'[[document]]\nname = "{n}.txt"\narea = "{AREAS[n % 4]}"\n' for n in range(8) if AREAS[n % 4]]
        if self.random.random() < 0.2:
            placed.append(f'[[document]]\nname = "{self.random.randrange(8)}.txt"\narea = "Westshire"\n')
        (self.docs / "protocolgraph.toml").write_text("\n".join([*placed, *self.decisions]))

    def knowledge(self) -> Knowledge:
        return DiskStore(self.graph).knowledge() if self.graph.exists() else Knowledge((), (), (), (), ())

    def build(self, graph: Path) -> BuildReport:
        return build([self.docs], graph=graph, extractor=Shared())


def state(graph: Path) -> tuple[bytes, Knowledge, str, dict[str, object]]:
    knowledge, stream = DiskStore(graph).knowledge(), BytesIO()
    export(knowledge, format="nquads", stream=stream)
    mark = str(DiskStore(graph).mark()).partition("-")[0]
    return stream.getvalue(), knowledge, mark, json.loads((graph / "reviewed.json").read_text())


def told(report: BuildReport) -> object:
    documents = [replace(item, status=Status.READ) for item in report.documents if item.status is not Status.REMOVED]
    return documents, report.totals, report.problems


@pytest.mark.parametrize("seed", [3, 5, 8, 10])
def test_any_sequence_of_changes_gives_what_one_build_gives(tmp_path: Path, seed: int) -> None:
    world = World(tmp_path, seed)
    for step in range(7):
        for _ in range(world.random.randint(1, 2)):
            world.random.choice((world.write, world.write, world.remove, world.decide))()
        world.settle()
        changed = world.build(world.graph)
        anew = world.build(tmp_path / f"anew-{step}")
        assert state(world.graph) == state(tmp_path / f"anew-{step}")
        assert told(changed) == told(anew)


def in_areas(docs: Path, **areas: str) -> None:
    """Say of each document, by its name, of which area it is."""
    lines = (f'[[document]]\nname = "{name}.txt"\narea = "{area}"\n' for name, area in areas.items())
    (docs / "protocolgraph.toml").write_text("\n".join(lines))


class Watched(Unit):
    """A unit that tells which documents were resolved."""

    seen: ClassVar[list[str]] = []

    def __init__(self, extractions: Sequence[Extraction], workspace: Workspace) -> None:
        self.seen.extend(extraction.document for extraction in extractions)
        super().__init__(extractions, workspace)


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.setattr(updating, "Unit", Watched)
    Watched.seen.clear()
    return Watched.seen


def test_a_change_in_one_area_leaves_the_others_alone(tmp_path: Path, seen: list[str]) -> None:
    docs, graph = tmp_path / "docs", tmp_path / "graph"
    docs.mkdir()
    for name in ("a", "b", "c"):
        (docs / f"{name}.txt").write_text("The Safety Board reports to the National Office.\n")
    in_areas(docs, a="Northwick", b="Northwick", c="Southmoor")
    build([docs], graph=graph, extractor=Shared())
    assert sorted(seen) == ["a.txt", "b.txt", "c.txt"]
    seen.clear()
    (docs / "a.txt").write_text("The Safety Board reports to the Youth Panel.\n")
    report = build([docs], graph=graph, extractor=Shared())
    assert sorted(seen) == ["a.txt", "b.txt"]
    assert [item.status.value for item in report.documents] == ["read", "unchanged", "unchanged"]


def test_another_area_is_looked_at_where_what_both_name_is_called_otherwise(tmp_path: Path, seen: list[str]) -> None:
    docs, graph = tmp_path / "docs", tmp_path / "graph"
    docs.mkdir()
    (docs / "a.txt").write_text("The NOS reports to the Youth Panel.\n")
    (docs / "b.txt").write_text("The Safety Board must act.\n")
    (docs / "c.txt").write_text("The Safety Board must act.\n")
    in_areas(docs, a="Northwick", b="Southmoor", c="Eastfield")
    build([docs], graph=graph, extractor=Shared())
    seen.clear()
    (docs / "b.txt").write_text(
        "The NOS reports to the Board of Trade.\n\nThe National Office for Standards must act.\n"
    )
    build([docs], graph=graph, extractor=Shared())
    assert sorted(seen) == ["a.txt", "b.txt"]


def test_a_judgement_concerns_the_area_of_its_statement_alone(tmp_path: Path, seen: list[str]) -> None:
    docs, graph = tmp_path / "docs", tmp_path / "graph"
    docs.mkdir()
    for name in ("a", "b"):
        (docs / f"{name}.txt").write_text("The Safety Board reports to the Youth Panel.\n")
    in_areas(docs, a="Northwick", b="Southmoor")
    build([docs], graph=graph, extractor=Shared())
    fact = next(fact for fact in DiskStore(graph).knowledge().facts if fact.evidence.document == "b.txt")
    settings = (docs / "protocolgraph.toml").read_text()
    for said in (f'[[reject]]\nid = "{fact.id}"\n{SIGNED}', ""):
        seen.clear()
        (docs / "protocolgraph.toml").write_text(f"{settings}\n{said}")
        build([docs], graph=graph, extractor=Shared())
        assert set(seen) == {"b.txt"}
        assert (fact.id in {kept.id for kept in DiskStore(graph).knowledge().facts}) == (not said)


def test_a_decision_about_names_concerns_the_areas_where_they_stand(tmp_path: Path, seen: list[str]) -> None:
    docs, graph = tmp_path / "docs", tmp_path / "graph"
    docs.mkdir()
    (docs / "a.txt").write_text("The Safety Board reports to the Youth Panel.\n")
    (docs / "b.txt").write_text("The Audit Forum reports to the Youth Panel.\n")
    in_areas(docs, a="Northwick", b="Southmoor")
    build([docs], graph=graph, extractor=Shared())
    settings = (docs / "protocolgraph.toml").read_text()
    for said in (f'[[rename]]\nname = "safety board"\nto = "Board of Safety"\n{SIGNED}', ""):
        seen.clear()
        (docs / "protocolgraph.toml").write_text(f"{settings}\n{said}")
        build([docs], graph=graph, extractor=Shared())
        assert set(seen) == {"a.txt"}
        names = {entity.name for entity in DiskStore(graph).knowledge().entities}
        assert ("Board of Safety" in names) == bool(said)


def test_readings_that_were_removed_are_made_again(tmp_path: Path) -> None:
    docs, graph = tmp_path / "docs", tmp_path / "graph"
    docs.mkdir()
    for name in ("a", "b"):
        (docs / f"{name}.txt").write_text("The Safety Board reports to the Youth Panel.\n")
    in_areas(docs, a="Northwick", b="Northwick")
    build([docs], graph=graph, extractor=Shared())
    shutil.rmtree(graph / "readings")
    (docs / "a.txt").write_text("The Safety Board reports to the County Council.\n")
    build([docs], graph=graph, extractor=Shared())
    build([docs], graph=tmp_path / "anew", extractor=Shared())
    assert state(graph) == state(tmp_path / "anew")
