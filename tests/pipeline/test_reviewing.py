"""Corrections are applied at once, hold at each rebuild, also from scratch, and are undone as easily."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest
from fake_extractor import FakeExtractor

from protocolgraph.errors import UsageError, WorkspaceError
from protocolgraph.graph.store import DiskStore
from protocolgraph.model import EntityType, Knowledge, Modality, ReviewVerdict, Statement
from protocolgraph.model.workspace import (
    Accept,
    AddedDuty,
    AddedFact,
    Correction,
    Merge,
    NameAlias,
    Named,
    Reject,
    Rename,
    Signature,
    Split,
    Waiver,
    correction_id,
)
from protocolgraph.pipeline import build
from protocolgraph.pipeline.build import rebuild
from protocolgraph.pipeline.reviewing import Desk
from protocolgraph.workspace import FILE_NAME

BOARD = (
    "The Safety Board reports to the Scrutiny Panel. The Safety Board must publish a plan for all of its members.\n"
    "The Cabinet hears from the Safety Board (SB) once in a year and then decides what is to be done about it.\n"
)
PANEL = "The Scrutiny Panel reports to the County Council. It is what the members of the panel said they want.\n"
SIGNED = Signature("A. Reviewer", "2026-03-01", "as read")
BODY = EntityType.BODY


@dataclass
class World:
    root: Path

    @property
    def docs(self) -> Path:
        return self.root / "docs"

    @property
    def graph(self) -> Path:
        return self.root / "graph"

    @property
    def file(self) -> Path:
        return self.docs / FILE_NAME

    def desk(self) -> Desk:
        return Desk(self.graph, extractor=FakeExtractor())

    def knowledge(self, graph: Path | None = None) -> Knowledge:
        store = DiskStore(graph or self.graph)
        found = store.knowledge()
        store.close()
        return found

    def from_scratch(self) -> Knowledge:
        fresh = self.root / "fresh"
        shutil.rmtree(fresh, ignore_errors=True)
        build([self.docs], graph=fresh, extractor=FakeExtractor())
        return self.knowledge(fresh)


@pytest.fixture
def world(tmp_path: Path) -> World:
    made = World(tmp_path)
    made.docs.mkdir()
    (made.docs / "board.txt").write_text(BOARD, encoding="utf-8")
    (made.docs / "panel.txt").write_text(PANEL, encoding="utf-8")
    build([made.docs], graph=made.graph, extractor=FakeExtractor())
    return made


def report(knowledge: Knowledge) -> str:
    return next(fact.id for fact in knowledge.facts if fact.evidence.document == "board.txt")


def hears(replaces: str | None = None) -> AddedFact:
    return AddedFact(
        "board.txt", "The Cabinet hears from the Safety Board", Named("Safety Board", BODY), "reports_to",
        Named("Cabinet", BODY), (("frequency", "annual"),), negated=False, section=None, signed=SIGNED,
        replaces=replaces,
    )  # fmt: skip


MAKERS: dict[str, Callable[[Knowledge], Correction]] = {
    "accept": lambda k: Accept(report(k), SIGNED, "Safety Board reports to Scrutiny Panel", "board.txt"),
    "reject": lambda k: Reject(report(k), SIGNED),
    "reject a duty": lambda k: Reject(k.duties[0].id, SIGNED),
    "correct": lambda k: hears(report(k)),
    "add": lambda k: hears(),
    "add a duty": lambda k: AddedDuty(
        "board.txt", "decides what is to be done", Named("Cabinet", BODY), Modality.WILL, "decide",
        "decide what is to be done", (), None, None, None, None, SIGNED,
    ),
    "merge": lambda k: Merge(("Scrutiny Panel", "County Council"), BODY, None, SIGNED),
    "alias": lambda k: NameAlias("Scrutiny Panel", "County Council", None, None, None, SIGNED),
    "rename": lambda k: Rename("Safety Board", "Board for Safety", None, None, SIGNED),
}  # fmt: skip


@pytest.mark.parametrize("maker", MAKERS.values(), ids=MAKERS)
def test_a_correction_changes_the_graph_at_once_and_from_scratch_and_its_undo_restores_it(
    world: World, maker: Callable[[Knowledge], Correction]
) -> None:
    before, desk = world.knowledge(), world.desk()
    correction = maker(before)
    desk.record(correction, documents=["board.txt"])
    after = world.knowledge()
    assert after != before
    assert world.from_scratch() == after
    [recorded] = desk.corrections()
    assert (recorded.correction, recorded.idle) == (correction, False)
    desk.undo(recorded.id)
    assert world.knowledge() == before
    assert desk.corrections() == ()


@pytest.mark.parametrize("maker", [MAKERS["add"], MAKERS["correct"], MAKERS["add a duty"]])
def test_what_a_person_states_has_its_words_in_the_document_and_says_who_stated_it(
    world: World, maker: Callable[[Knowledge], Correction]
) -> None:
    correction = maker(world.knowledge())
    world.desk().record(correction, documents=["board.txt"])
    found = world.knowledge()
    statements: list[Statement] = [*found.facts, *found.duties]
    [stated] = [statement for statement in statements if statement.reviews]
    assert stated.evidence.quote == BOARD[stated.evidence.spans[0].start : stated.evidence.spans[-1].end]
    assert [(review.who, review.when, review.why) for review in stated.reviews] == [
        ("A. Reviewer", "2026-03-01", "as read")
    ]
    rows = DiskStore(world.graph).query(
        "SELECT ?who ?day ?verdict { ?s prov:wasAttributedTo ?agent ; pg:review ?r . ?agent foaf:name ?who . "
        "?r a pg:Review ; dcterms:date ?day ; pg:verdict ?verdict }"
    )
    assert len(rows.rows) == 1
    assert rows.rows[0][:2] == ("A. Reviewer", "2026-03-01")


def test_words_that_do_not_stand_in_the_document_are_refused_and_nothing_is_kept(world: World) -> None:
    wrong = AddedFact(
        "board.txt", "The Cabinet runs the Board", Named("Cabinet", BODY), "oversees", Named("Safety Board", BODY), (),
        negated=False, section=None, signed=SIGNED,
    )  # fmt: skip
    with pytest.raises(UsageError, match="do not stand in"):
        world.desk().record(wrong, documents=["board.txt"])
    assert not world.file.exists()


def test_a_correction_that_matches_nothing_any_more_is_told(world: World) -> None:
    desk = world.desk()
    desk.record(MAKERS["reject"](world.knowledge()), documents=["board.txt"])
    (world.docs / "board.txt").write_text(PANEL.replace("Scrutiny", "Other"), encoding="utf-8")
    [problem] = rebuild(world.graph, extractor=FakeExtractor()).problems
    assert "[[reject]] by A. Reviewer of 2026-03-01 matches nothing" in problem
    assert [recorded.idle for recorded in desk.corrections()] == [True]


def test_a_rebuild_does_as_the_build_did(world: World) -> None:
    build([world.docs], graph=world.graph, extractor=FakeExtractor(), people=False)
    before = world.knowledge()
    world.desk().record(Split(("Safety Board", "Cabinet"), BODY, None, SIGNED), documents=[])
    rebuild(world.graph, extractor=FakeExtractor())
    assert world.knowledge() == before


def test_a_waiver_is_kept_in_the_file(world: World) -> None:
    desk = world.desk()
    desk.record(Waiver("PG104", ("Safety Board",), (), SIGNED), documents=["panel.txt"])
    assert "[[waive]]" in world.file.read_text(encoding="utf-8")
    assert desk.corrections()[0].kind == "waive"


def test_each_correction_is_kept_beside_its_document(world: World) -> None:
    for area in ("north", "south"):
        (world.docs / area).mkdir()
        (world.docs / area / f"{area}.txt").write_text(PANEL, encoding="utf-8")
        (world.docs / area / FILE_NAME).write_text(f'[[document]]\nname = "*"\narea = "{area}"\n', encoding="utf-8")
    build([world.docs], graph=world.graph, extractor=FakeExtractor())
    desk = world.desk()
    fact = next(fact for fact in world.knowledge().facts if fact.evidence.document == "south.txt")
    desk.record(Accept(fact.id, SIGNED), documents=["south.txt"])
    assert "[[accept]]" in (world.docs / "south" / FILE_NAME).read_text(encoding="utf-8")
    assert "[[accept]]" not in (world.docs / "north" / FILE_NAME).read_text(encoding="utf-8")
    assert not world.file.exists()


def test_two_reviewers_at_once_both_count(world: World) -> None:
    fact = report(world.knowledge())
    one, other = world.desk(), world.desk()
    corrections = [Accept(fact, Signature(who, "2026-03-01", "seen")) for who in ("A", "B", "C", "D")]
    with ThreadPoolExecutor(4) as pool:
        desks = [one, other, one, other]
        list(
            pool.map(
                lambda pair: pair[0].record(pair[1], documents=["board.txt"]), zip(desks, corrections, strict=True)
            )
        )
    assert len(one.corrections()) == 4
    [accepted] = [f for f in world.knowledge().facts if f.id == fact]
    assert [review.who for review in accepted.reviews] == ["A", "B", "C", "D"]
    assert {review.verdict for review in accepted.reviews} == {ReviewVerdict.ACCEPTED}


def test_a_correction_that_is_gone_cannot_be_undone_twice(world: World) -> None:
    desk = world.desk()
    correction = MAKERS["accept"](world.knowledge())
    desk.record(correction, documents=["board.txt"])
    desk.undo(correction_id(correction))
    with pytest.raises(UsageError, match="no such correction"):
        desk.undo(correction_id(correction))


def test_a_file_that_cannot_be_written_is_told(world: World) -> None:
    (world.docs / f".{FILE_NAME}.lock").mkdir()
    with pytest.raises(WorkspaceError, match="cannot be written"):
        world.desk().record(MAKERS["merge"](world.knowledge()), documents=[])


def test_ten_who_judge_at_once_lose_no_verdict(world: World) -> None:
    desk, key = world.desk(), report(world.knowledge())
    signed = [Signature(f"Reviewer {number}", "2026-03-01", "as read") for number in range(10)]
    with ThreadPoolExecutor(10) as pool:
        list(pool.map(lambda who: desk.keep(Accept(key, who), documents=["board.txt"]), signed))
    assert {recorded.correction.signed.who for recorded in desk.corrections()} == {who.who for who in signed}


def test_a_desk_whose_graph_is_built_elsewhere_builds_it_no_second_time(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*_: object, **__: object) -> None:
        raise AssertionError("built here")

    monkeypatch.setattr("protocolgraph.pipeline.reviewing.rebuild", never)
    Desk(world.graph, elsewhere=lambda: True).record(Reject(report(world.knowledge()), SIGNED), documents=["board.txt"])
    assert "[[reject]]" in world.file.read_text(encoding="utf-8")
