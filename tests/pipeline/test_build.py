"""A build reads what changed and nothing else, goes on past what cannot be read, and gives one graph for one input."""

from __future__ import annotations

import json
import os
import signal
import socket
import sys
import time
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

import pytest
from fake_extractor import FakeExtractor

from protocolgraph.errors import ModelError, StoreError, UsageError, WorkspaceError
from protocolgraph.graph.export import EXPORTERS, export
from protocolgraph.graph.store import DiskStore
from protocolgraph.model import Extraction, Knowledge, Outline
from protocolgraph.model.workspace import DocumentOverride
from protocolgraph.pipeline import BuildReport, Limits, Progress, Status, Step, build

BOARD = "The Safety Board reports to the Scrutiny Panel. The Safety Board must publish a plan for all of its members.\n"
PANEL = "The Scrutiny Panel reports to the County Council. It is what the members of the panel said they want.\n"
FRENCH = "Le conseil rend compte au comité de la sécurité et doit publier chaque année un rapport de ses travaux. " * 15


@dataclass
class World:
    """Documents in a folder, and a graph made of them."""

    root: Path
    extractor: FakeExtractor = field(default_factory=FakeExtractor)

    @property
    def docs(self) -> Path:
        return self.root / "docs"

    @property
    def graph(self) -> Path:
        return self.root / "graph"

    def write(self, name: str, text: str | bytes) -> Path:
        path = self.docs / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def build(self, *paths: Path, workers: int = 1, area: str | None = None) -> BuildReport:
        chosen = paths or (self.docs,)
        return build(chosen, graph=self.graph, workers=workers, area=area, extractor=self.extractor)

    def knowledge(self) -> Knowledge:
        store = DiskStore(self.graph)
        found = store.knowledge()
        store.close()
        return found

    def exports(self) -> dict[str, bytes]:
        knowledge, written = self.knowledge(), {}
        for name in EXPORTERS:
            stream = BytesIO()
            export(knowledge, format=name, stream=stream)
            written[name] = stream.getvalue()
        return written


@pytest.fixture
def world(tmp_path: Path) -> World:
    made = World(tmp_path)
    made.write("board.txt", BOARD)
    made.write("panel.txt", PANEL)
    return made


def states(report: BuildReport) -> dict[str, str]:
    return {document.name: document.status.value for document in report.documents}


def test_the_first_build_reads_everything(world: World) -> None:
    report = world.build()
    assert states(report) == {"board.txt": "read", "panel.txt": "read"}
    assert report.totals["documents"] == 2
    assert (report.totals["facts"], report.totals["duties"]) == (2, 1)
    assert [(document.facts, document.duties) for document in report.documents] == [(1, 1), (1, 0)]
    assert not report.failed


def test_what_is_unchanged_is_not_read_again(world: World) -> None:
    world.build()
    before = world.exports()
    world.extractor.fails_on = "The"
    assert states(world.build()) == {"board.txt": "unchanged", "panel.txt": "unchanged"}
    assert world.exports() == before


def test_only_the_document_whose_bytes_changed_is_read_again(world: World) -> None:
    world.build()
    world.write("panel.txt", PANEL.replace("County Council", "Cabinet"))
    assert states(world.build()) == {"board.txt": "unchanged", "panel.txt": "read"}
    assert "Cabinet" in {entity.name for entity in world.knowledge().entities}


def test_only_the_document_whose_settings_changed_is_read_again(world: World) -> None:
    world.build()
    world.write("protocolgraph.toml", '[[document]]\nname = "board.txt"\narea = "Westshire"\n')
    assert states(world.build()) == {"board.txt": "read", "panel.txt": "unchanged"}
    assert {document.area for document in world.knowledge().documents} == {"Westshire", None}


def test_another_reader_reads_everything_again(world: World) -> None:
    world.build()
    world.extractor = FakeExtractor(model_name="fake-2")
    assert set(states(world.build()).values()) == {"read"}


def test_what_a_deleted_document_said_goes(world: World) -> None:
    world.build()
    (world.docs / "panel.txt").unlink()
    assert states(world.build()) == {"board.txt": "unchanged", "panel.txt": "removed"}
    knowledge = world.knowledge()
    assert {fact.evidence.document for fact in knowledge.facts} == {"board.txt"}
    assert "County Council" not in {entity.name for entity in knowledge.entities}


def test_documents_of_earlier_builds_stay_while_their_files_are_there(world: World) -> None:
    world.build(world.docs / "board.txt")
    assert states(world.build(world.docs / "panel.txt")) == {"board.txt": "unchanged", "panel.txt": "read"}
    (world.docs / "board.txt").unlink()
    assert states(world.build(world.docs / "panel.txt")) == {"panel.txt": "unchanged", "board.txt": "removed"}


def test_files_that_are_no_documents_are_named_but_for_those_that_settings_skip(world: World) -> None:
    world.write("board.txt", BOARD)
    world.write("logo.bmp", b"BM")
    world.write("gold/answers.json", "{}")
    world.write("protocolgraph.toml", '[[document]]\nname = "gold/*"\nskip = true\n')
    report = world.build()
    assert [item.name for item in report.documents if item.status is Status.SKIPPED] == ["logo.bmp"]


def test_the_order_of_builds_does_not_matter(world: World, tmp_path: Path) -> None:
    world.build()
    other = World(tmp_path, FakeExtractor())
    one_by_one = tmp_path / "second"
    for name in ("panel.txt", "board.txt"):
        build([other.docs / name], graph=one_by_one, extractor=other.extractor)
    assert DiskStore(one_by_one).knowledge() == world.knowledge()


def test_the_area_of_an_earlier_build_is_remembered(world: World) -> None:
    world.build(world.docs / "board.txt", area="Westshire")
    world.build(world.docs / "panel.txt", area="Eastshire")
    assert [document.area for document in world.knowledge().documents] == ["Westshire", "Eastshire"]


def test_namesakes_in_two_folders_are_two_documents(world: World) -> None:
    world.write("2013/plan.txt", BOARD)
    world.write("2014/plan.txt", PANEL)
    assert list(states(world.build())) == ["2013/plan.txt", "2014/plan.txt", "board.txt", "panel.txt"]


@pytest.mark.parametrize(
    ("name", "content"), [("empty.txt", b""), ("blank.txt", b" \n\n"), ("bytes.txt", bytes(range(256)) * 40)]
)
def test_a_document_that_cannot_be_read_is_named_and_the_others_are_built(
    world: World, name: str, content: bytes
) -> None:
    world.write(name, content)
    report = world.build()
    [failed] = report.failed
    assert failed.name == name
    assert failed.reason
    assert "\n" not in failed.reason
    assert report.totals["documents"] == 2


def test_a_document_that_trips_the_reader_up_is_named_and_the_others_are_built(world: World) -> None:
    world.write("trap.txt", "EXPLODE, said the board to the members of the panel.")
    [failed] = world.build().failed
    assert failed.name == "trap.txt"
    assert "RuntimeError: an accident in two lines" in (failed.reason or "")


def test_a_document_that_could_not_be_read_is_tried_again_when_it_is_named_again(world: World) -> None:
    world.write("later.txt", "")
    assert len(world.build().failed) == 1
    assert not world.build(world.docs / "board.txt").failed
    world.write("later.txt", PANEL)
    assert states(world.build())["later.txt"] == "read"


def test_when_nothing_can_be_read_the_graph_stays(world: World) -> None:
    world.build()
    before = world.exports()
    for file in world.docs.iterdir():
        file.write_bytes(b"")
    report = world.build()
    assert len(report.failed) == 2
    assert world.exports() == before


def test_a_document_in_another_language_is_read_with_a_warning(world: World) -> None:
    world.write("conseil.txt", FRENCH)
    document = next(item for item in world.build().documents if item.name == "conseil.txt")
    assert document.status is Status.READ
    assert "English" in " ".join(document.warnings)
    kept = next(item for item in world.build().documents if item.name == "conseil.txt")
    assert (kept.status, kept.warnings) == (Status.UNCHANGED, document.warnings)


@pytest.mark.parametrize("workers", [0, -1])
def test_no_worker_cannot_work(world: World, workers: int) -> None:
    with pytest.raises(UsageError, match="workers"):
        world.build(workers=workers)


def test_a_missing_path_touches_nothing(world: World) -> None:
    with pytest.raises(UsageError, match=r"nowhere\.txt"):
        world.build(world.docs / "nowhere.txt")
    assert not world.graph.exists()


def test_a_folder_without_documents_is_wrong_use(world: World) -> None:
    (world.root / "bare").mkdir()
    with pytest.raises(UsageError, match="no documents"):
        world.build(world.root / "bare")


def test_a_workspace_file_that_is_not_toml_stops_the_build_before_anything_is_written(world: World) -> None:
    world.build()
    before = world.exports()
    world.write("protocolgraph.toml", "[[document]\n")
    with pytest.raises(WorkspaceError, match=r"protocolgraph\.toml"):
        world.build()
    assert world.exports() == before


def test_a_graph_that_is_a_file_is_refused(world: World) -> None:
    world.graph.write_text("something else")
    with pytest.raises(StoreError, match="graph"):
        world.build()
    assert world.graph.read_text() == "something else"


def test_a_damaged_list_of_documents_is_told(world: World) -> None:
    world.build()
    (world.graph / "documents.json").write_text('[{"path"')
    with pytest.raises(StoreError, match=r"documents\.json"):
        world.build()


def test_progress_is_told_step_by_step(world: World) -> None:
    told: list[Progress] = []
    build([world.docs], graph=world.graph, progress=told.append, extractor=world.extractor)
    assert told == [
        Progress(Step.READ, 0, 2),
        Progress(Step.READ, 1, 2, "board.txt"),
        Progress(Step.READ, 2, 2, "panel.txt"),
        Progress(Step.RESOLVE, 2, 2),
        Progress(Step.WRITE, 2, 2),
    ]


def test_a_person_who_stops_the_build_keeps_the_old_graph_and_what_was_read(world: World) -> None:
    world.build(world.docs / "board.txt")
    before = world.exports()

    def stop(progress: Progress) -> None:
        if progress.step is Step.RESOLVE:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build([world.docs], graph=world.graph, progress=stop, extractor=world.extractor)
    assert world.exports() == before
    assert states(world.build()) == {"board.txt": "unchanged", "panel.txt": "unchanged"}


def test_a_correction_that_cannot_be_applied_is_told(world: World) -> None:
    world.write(
        "protocolgraph.toml",
        """
        [[add]]
        document = "board.txt"
        quote = "words that nobody wrote"
        subject = "Safety Board"
        predicate = "reports_to"
        object = "Cabinet"
        who = "A. Reviewer"
        when = 2026-01-02
        why = "a test"
        """,
    )
    [problem] = world.build().problems
    assert "words that nobody wrote" in problem


def test_workspace_files_of_several_folders_hold_each_for_its_own_documents(world: World) -> None:
    for area in ("North", "South"):
        world.write(f"{area}/{area}.txt", BOARD)
        world.write(f"{area}/protocolgraph.toml", f'[[document]]\nname = "*"\narea = "{area}"\n')
    world.build()
    areas = {document.name: document.area for document in world.knowledge().documents}
    assert areas == {"North.txt": "North", "South.txt": "South", "board.txt": None, "panel.txt": None}


def test_the_report_is_json(world: World) -> None:
    data = json.loads(json.dumps(world.build(area="Westshire").to_dict()))
    assert data["documents"][0] == {
        "name": "board.txt", "status": "read", "reason": None, "warnings": [], "facts": 1, "duties": 1, "unread": [],
    }  # fmt: skip
    assert data["totals"]["bodies"] == 3


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> World:
    made = World(tmp_path_factory.mktemp("alone"))
    for number in range(6):
        made.write(f"{number}/board.txt", BOARD.replace("Safety", f"Safety {number}") + PANEL * number)
    made.write("empty.txt", b"")
    made.write("trap.txt", "EXPLODE, said the board to the members.")
    made.build()
    return made


class TestProcesses:
    """Several processes give what one gives."""

    def test_exports_and_report_are_the_same(self, alone: World, tmp_path: Path) -> None:
        one = build([alone.docs], graph=tmp_path / "one", extractor=alone.extractor)
        two = build([alone.docs], graph=tmp_path / "two", workers=2, extractor=alone.extractor)
        assert one == two
        for name in ("one", "two"):
            assert DiskStore(tmp_path / name).knowledge() == alone.knowledge()

    def test_an_error_that_stops_all_reading_is_told_as_such(self, alone: World, tmp_path: Path) -> None:
        with pytest.raises(ModelError, match="no model here"):
            build([alone.docs], graph=tmp_path / "graph", workers=2, extractor=WithoutModel())

    def test_a_worker_that_is_killed_names_its_document_and_the_others_are_read(self, world: World) -> None:
        world.write("trap.txt", "EXPLODE, said the board to the members of the panel.")
        report = build([world.docs], graph=world.graph, workers=2, extractor=Suicidal())
        assert states(report) == {"board.txt": "read", "panel.txt": "read", "trap.txt": "failed"}
        [failed] = report.failed
        assert "ended from outside, or lacked memory" in (failed.reason or "")

    def test_a_document_that_takes_too_long_is_named_and_the_others_are_read(self, world: World) -> None:
        world.write("trap.txt", "EXPLODE, said the board to the members of the panel.")
        limits = Limits(seconds=5.0)
        report = build([world.docs], graph=world.graph, workers=2, extractor=Sleeping(), limits=limits)
        assert states(report) == {"board.txt": "read", "panel.txt": "read", "trap.txt": "failed"}
        [failed] = report.failed
        assert failed.reason == "was not read in 5 seconds (--timeout gives it more)"

    @pytest.mark.skipif(sys.platform != "linux", reason="memory is limited on Linux alone")
    def test_a_document_that_needs_too_much_memory_is_named_and_the_others_are_read(self, world: World) -> None:
        world.write("trap.txt", "EXPLODE, said the board to the members of the panel.")
        limits = Limits(megabytes=1000)
        report = build([world.docs], graph=world.graph, workers=2, extractor=Greedy(), limits=limits)
        assert states(report) == {"board.txt": "read", "panel.txt": "read", "trap.txt": "failed"}
        [failed] = report.failed
        assert "memory" in (failed.reason or "")

    def test_documents_are_read_without_network(self, world: World) -> None:
        report = build([world.docs], graph=world.graph, workers=2, extractor=Calling())
        assert {document.status for document in report.documents} == {Status.FAILED}
        assert "without network" in (report.failed[0].reason or "")


@dataclass
class WithoutModel(FakeExtractor):
    """Finds no language model."""

    def extract(self, outline: Outline, *, override: DocumentOverride | None = None) -> Extraction:
        raise ModelError("no model here")


@dataclass
class Suicidal(FakeExtractor):
    """Ends its process as a lack of memory does."""

    def extract(self, outline: Outline, *, override: DocumentOverride | None = None) -> Extraction:
        if self.fails_on in outline.document.text:
            os.kill(os.getpid(), signal.SIGKILL)
        return super().extract(outline, override=override)


@dataclass
class Sleeping(FakeExtractor):
    """Never gets done with one document."""

    def extract(self, outline: Outline, *, override: DocumentOverride | None = None) -> Extraction:
        if self.fails_on in outline.document.text:
            time.sleep(600)
        return super().extract(outline, override=override)


@dataclass
class Greedy(FakeExtractor):
    """Needs more memory than there is for one document."""

    def extract(self, outline: Outline, *, override: DocumentOverride | None = None) -> Extraction:
        if self.fails_on in outline.document.text:
            bytearray(3_000_000_000)
        return super().extract(outline, override=override)


@dataclass
class Calling(FakeExtractor):
    """Tries to reach another machine."""

    def extract(self, outline: Outline, *, override: DocumentOverride | None = None) -> Extraction:
        socket.create_connection(("192.0.2.1", 80), timeout=1)
        raise AssertionError


def test_a_document_that_the_workspace_skips_is_none_of_the_graph(world: World) -> None:
    world.write("drafts/new.txt", BOARD)
    assert "new.txt" in states(world.build())
    world.write("protocolgraph.toml", '[[document]]\nname = "drafts/*"\nskip = true\n')
    assert states(world.build()) == {"board.txt": "unchanged", "panel.txt": "unchanged", "new.txt": "removed"}


def test_a_copy_of_a_document_is_told(world: World) -> None:
    world.write("copies/again.txt", BOARD)
    warnings = {document.name: document.warnings for document in world.build().documents}
    assert warnings == {"again.txt": (), "board.txt": ("is a copy of again.txt",), "panel.txt": ()}


def test_a_link_to_a_document_is_called_by_its_own_name(world: World) -> None:
    store = world.root / "store"
    store.mkdir()
    (world.docs / "board.txt").rename(store / "3f2a.bin")
    (world.docs / "board.txt").symlink_to(store / "3f2a.bin")
    assert "board.txt" in states(world.build())


def test_the_same_document_under_two_spellings_of_its_path_is_one(world: World) -> None:
    report = world.build(world.docs / "board.txt", world.docs / ".." / "docs" / "board.txt")
    assert states(report) == {"board.txt": "read"}


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_a_name_that_is_no_text_does_no_harm(world: World) -> None:
    for name in (b"\xff.txt", b"\xfe.txt"):
        Path(os.fsdecode(os.fsencode(world.docs) + b"/" + name)).write_text(PANEL)
    report = world.build()
    assert not report.failed
    assert len(report.documents) == 4
    json.dumps(report.to_dict()).encode()
    assert set(states(world.build()).values()) == {"unchanged"}
    assert world.exports()


def test_what_is_no_file_is_wrong_use(world: World) -> None:
    with pytest.raises(UsageError, match="neither a file nor a folder"):
        world.build(Path(os.devnull))


def test_after_one_change_the_graph_is_the_same_as_a_fresh_build_byte_for_byte(world: World, tmp_path: Path) -> None:
    world.build()
    world.write("panel.txt", PANEL + BOARD.replace("Safety", "Road"))
    world.build()
    fresh = World(tmp_path / "fresh")
    build([world.docs], graph=fresh.graph, extractor=world.extractor)
    assert world.exports() == fresh.exports()


class TestNothingToDo:
    """A build of what the graph is made of already looks at the documents' bytes, and does no more."""

    def test_nothing_is_resolved_or_written_and_the_report_says_so(
        self, world: World, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        world.build()
        slow = build_again(world.docs, graph=world.root / "other", extractor=world.extractor)
        monkeypatch.setattr(DiskStore, "replace", None)
        again = world.build()
        assert states(again) == {"board.txt": "unchanged", "panel.txt": "unchanged"}
        assert again == slow

    def test_a_graph_that_was_damaged_is_made_anew(self, world: World) -> None:
        world.build()
        records = next(world.graph.rglob("records/*.db"))
        records.write_text("{}")
        world.build()
        assert len(world.knowledge().facts) == 2

    def test_a_changed_decision_is_applied_though_no_document_changed(self, world: World) -> None:
        world.build()
        [fact, _] = world.knowledge().facts
        rejection = f'[[reject]]\nid = "{fact.id}"\nwho = "A. Reader"\nwhen = "2026-01-05"\nwhy = "misread"\n'
        world.write("protocolgraph.toml", rejection)
        world.build()
        assert fact.id not in {kept.id for kept in world.knowledge().facts}


def build_again(folder: Path, *, graph: Path, extractor: FakeExtractor) -> BuildReport:
    """Build twice, the second time without what tells that there is nothing to do."""
    build([folder], graph=graph, extractor=extractor)
    (graph / "finished.json").unlink()
    return build([folder], graph=graph, extractor=extractor)
