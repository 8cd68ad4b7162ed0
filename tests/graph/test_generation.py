"""A graph on disk is the old one or the new one, whatever happens to the process that writes it."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pyoxigraph
import pytest
from factory import make_knowledge

from protocolgraph.errors import StoreError
from protocolgraph.graph import edition, filling, generation, open_graph, save_graph
from protocolgraph.graph.rdf import iter_stored_quads, sorted_quads
from protocolgraph.graph.store import DiskStore
from protocolgraph.model import Knowledge, digest

OLD, NEW = make_knowledge("Board reports_to Council"), make_knowledge("Board advises Council", "Board must act")
TESTS = Path(__file__).parents[1]


class Killed(BaseException):
    """Stands for the end of the process: nothing in the program catches it."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    save_graph(OLD, tmp_path / "graph")
    return tmp_path / "graph"


def generations(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "generations").iterdir() if path.is_dir())


def kill_at(monkeypatch: pytest.MonkeyPatch, step: int) -> None:
    """End the process just before the given call of those that touch the disk, counted from 1."""
    count = 0

    def counted(function: Callable[..., object]) -> Callable[..., object]:
        def call(*args: object, **kwargs: object) -> object:
            nonlocal count
            count += 1
            if count == step:
                raise Killed
            return function(*args, **kwargs)

        return call

    for name in ("mkdir", "touch", "rename", "replace", "unlink", "write_bytes", "write_text"):
        monkeypatch.setattr(Path, name, counted(getattr(Path, name)))
    monkeypatch.setattr(os, "fsync", counted(os.fsync))
    monkeypatch.setattr(shutil, "rmtree", counted(shutil.rmtree))
    monkeypatch.setattr(os, "link", counted(os.link))
    monkeypatch.setattr(shutil, "copyfile", counted(shutil.copyfile))
    for name in ("document_triples", "entity_triples"):
        monkeypatch.setattr(edition, name, counted(getattr(edition, name)))


def update_graph(knowledge: Knowledge, folder: Path) -> None:
    with DiskStore(folder).edit() as changed:
        changed.put("", knowledge, {})


@pytest.mark.parametrize("save_new", [save_graph, update_graph])
def test_killed_at_any_step_the_graph_is_the_old_or_the_new(
    tmp_path: Path, save_new: Callable[[Knowledge, Path], None]
) -> None:
    save_graph(OLD, tmp_path / "first")
    seen, step = [], 0
    while True:
        step += 1
        folder = shutil.copytree(tmp_path / "first", tmp_path / f"killed-{step}")
        with pytest.MonkeyPatch.context() as patch:
            kill_at(patch, step)
            try:
                save_new(NEW, folder)
                break
            except Killed:
                pass
        seen.append(open_graph(folder).knowledge)
        save_new(NEW, folder)
        assert open_graph(folder).knowledge == NEW
        assert len(generations(folder)) == 1, "what the killed build left is removed"
    assert seen == [OLD] * seen.count(OLD) + [NEW] * seen.count(NEW), "the change comes once, and never goes back"
    assert seen.count(OLD) > 15
    assert seen.count(NEW) > 1


def test_an_error_while_writing_leaves_the_old_graph(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StoreError, match="No space left on device"):
        save_graph(NEW, folder)
    monkeypatch.undo()
    assert open_graph(folder).knowledge == OLD


SCRIPT = """
import os, sys
sys.path[:0] = [{tests!r}, {source!r}]
from factory import make_knowledge
from protocolgraph.graph import generation, save_graph
def die(*args):
    os._exit(9)
generation.{step} = die
save_graph(make_knowledge("Board advises Council", "Board must act"), {folder!r})
"""


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="the names of open files are read there")
def test_every_file_is_on_the_disk_before_the_graph_changes(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: set[Path] = set()
    monkeypatch.setattr(os, "fsync", lambda handle: synced.add(Path(f"/proc/self/fd/{handle}").readlink()))
    monkeypatch.setattr(generation, "_point", lambda *_: None)
    save_graph(NEW, folder)
    (new,) = {path for path in (folder / "generations").iterdir() if path.is_dir()} - {current(folder)}
    names = {path.relative_to(new) for path in new.rglob("*")}
    assert len(names) > 5
    written = new.with_name("0" * 64 + ".new")  # its name is known when its records are
    assert {written / name for name in names} | {written, new.parent} <= synced


@pytest.mark.parametrize("step", ["_sync_file", "_point"])
def test_a_process_that_dies_leaves_the_old_graph_and_no_lock(folder: Path, step: str) -> None:
    script = SCRIPT.format(tests=str(TESTS), source=str(TESTS.parent / "src"), folder=str(folder), step=step)
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 9
    assert open_graph(folder).knowledge == OLD
    save_graph(NEW, folder)
    assert open_graph(folder).knowledge == NEW
    assert len(generations(folder)) == 1


def test_a_reader_keeps_the_graph_that_it_opened(folder: Path) -> None:
    graph = open_graph(folder)
    save_graph(NEW, folder)
    assert graph.sparql("ASK { ?s pg:reportsTo ?o }").rows == ((True,),)
    assert open_graph(folder).sparql("ASK { ?s pg:reportsTo ?o }").rows == ((False,),)
    assert len(generations(folder)) == 2, "the old one is still read"
    del graph
    save_graph(make_knowledge("Board funds Council"), folder)
    assert len(generations(folder)) == 1


def test_a_store_that_is_closed_reads_the_newest_graph(folder: Path) -> None:
    store = DiskStore(folder)
    assert store.knowledge() == OLD
    save_graph(NEW, folder)
    assert store.knowledge() == OLD
    store.close()
    assert store.knowledge() == NEW


def test_a_graph_can_be_read_while_a_build_runs(folder: Path) -> None:
    with DiskStore(folder).lock():
        assert open_graph(folder).knowledge == OLD


def test_two_builds_at_once_are_one_too_many(folder: Path) -> None:
    with DiskStore(folder).lock(), pytest.raises(StoreError, match="another build is writing"):
        save_graph(NEW, folder)
    save_graph(NEW, folder)
    assert open_graph(folder).knowledge == NEW


def test_the_same_knowledge_is_not_written_again(folder: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in (folder / "generations").rglob("*")}
    save_graph(OLD, folder)
    assert {path: path.stat().st_mtime_ns for path in (folder / "generations").rglob("*")} == before


def test_other_files_in_the_folder_are_left_alone(folder: Path) -> None:
    (folder / "readings").mkdir()
    (folder / "readings" / "a.json").write_text("{}")
    (folder / "generations" / "mine").mkdir()
    save_graph(NEW, folder)
    assert (folder / "readings" / "a.json").exists()
    assert (folder / "generations" / "mine").exists()


def current(folder: Path) -> Path:
    name: str = json.loads((folder / "current").read_text())["generation"]
    return folder / "generations" / name


def truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def flip(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(bytes(255 - byte for byte in data[:200]) + data[200:])


DAMAGE: dict[str, Callable[[Path], object]] = {
    "no generation": lambda folder: shutil.rmtree(current(folder)),
    "no manifest": lambda folder: (current(folder) / "manifest.json").unlink(),
    "bad manifest": lambda folder: (current(folder) / "manifest.json").write_text("{}"),
    "no records": lambda folder: shutil.rmtree(current(folder) / "records"),
    "a file of records less": lambda folder: (current(folder) / "records" / "shared.db").unlink(),
    "other records": lambda folder: flip(current(folder) / "records" / "shared.db"),
    "no store": lambda folder: shutil.rmtree(current(folder) / "oxigraph"),
    "short table": lambda folder: truncate(next((current(folder) / "oxigraph").glob("*.sst"))),
    "no table": lambda folder: next((current(folder) / "oxigraph").glob("*.sst")).unlink(),
    "bad pointer": lambda folder: (folder / "current").write_text("nonsense"),
    "empty pointer": lambda folder: (folder / "current").write_text(""),
    "pointer elsewhere": lambda folder: (folder / "current").write_text('{"format": 9, "generation": "../.."}'),
    "pointer of a list": lambda folder: (folder / "current").write_text("[]"),
    "binary pointer": lambda folder: (folder / "current").write_bytes(b"\xff\xfe"),
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_a_damaged_graph_says_so_and_can_be_made_anew(folder: Path, damage: Callable[[Path], object]) -> None:
    damage(folder)
    with pytest.raises(StoreError) as caught:
        open_graph(folder)
    assert "damaged" in str(caught.value)
    assert "protocolgraph build" in str(caught.value)
    assert "\n" not in str(caught.value)
    save_graph(OLD, folder)
    assert open_graph(folder).knowledge == OLD
    assert len(generations(folder)) == 1


def test_records_laid_out_otherwise_are_made_anew(folder: Path) -> None:
    new = current(folder)
    shutil.rmtree(new / "records")
    (new / "records").write_bytes(b"")
    manifest = json.loads((new / "manifest.json").read_bytes())
    files = {name: size for name, size in manifest["files"].items() if not name.startswith("records")}
    (new / "manifest.json").write_text(json.dumps({"files": files | {"records": 0}}))
    with pytest.raises(StoreError, match="damaged"):
        open_graph(folder)
    save_graph(OLD, folder)
    assert open_graph(folder).knowledge == OLD


def test_damage_inside_a_table_is_a_store_error(folder: Path) -> None:
    for path in (current(folder) / "oxigraph").glob("*.sst"):
        flip(path)
    with pytest.raises(StoreError, match="damaged"):
        DiskStore(folder).query("SELECT * { ?s ?p ?o }")


def test_damage_inside_the_records_is_a_store_error(tmp_path: Path) -> None:
    save_graph(make_knowledge(*(f"Board {number} must write plan {number}" for number in range(200))), tmp_path)
    file = current(tmp_path) / "records" / "shared.db"
    data = file.read_bytes()
    file.write_bytes(data[:30_000] + bytes(len(data) - 30_000))
    with pytest.raises(StoreError, match="damaged"):
        DiskStore(tmp_path).knowledge()


def test_records_of_another_graph_are_damage(folder: Path, tmp_path: Path) -> None:
    save_graph(NEW, tmp_path / "other")
    records = "records/shared.db"
    shutil.copyfile(current(tmp_path / "other") / records, current(folder) / records)
    with pytest.raises(StoreError, match="damaged"):
        DiskStore(folder).knowledge()


def test_a_graph_of_another_version_says_so(folder: Path) -> None:
    (folder / "current").write_text('{"format": 99, "generation": "x"}')
    with pytest.raises(StoreError, match=r"another version.*format 99.*protocolgraph build"):
        open_graph(folder)
    save_graph(NEW, folder)
    assert open_graph(folder).knowledge == NEW


@pytest.mark.parametrize("name", ["missing", "file.txt", "empty"])
def test_where_there_is_no_graph_the_error_says_how_to_make_one(tmp_path: Path, name: str) -> None:
    (tmp_path / "file.txt").write_text("text")
    (tmp_path / "empty").mkdir()
    with pytest.raises(StoreError, match=r"no graph here.*protocolgraph build"):
        open_graph(tmp_path / name)
    assert list((tmp_path / "empty").iterdir()) == [], "reading makes nothing"
    assert not (tmp_path / "missing").exists()


def test_a_file_cannot_be_the_folder_of_a_graph(tmp_path: Path) -> None:
    (tmp_path / "file.txt").write_text("text")
    with pytest.raises(StoreError, match=r"file\.txt: cannot be used"):
        save_graph(NEW, tmp_path / "file.txt")


def test_the_files_of_a_generation_are_not_changed_by_reading(folder: Path) -> None:
    before = {path: path.stat().st_size for path in current(folder).rglob("*") if path.is_file()}
    open_graph(folder).sparql("SELECT * { ?s ?p ?o }")
    assert {path: path.stat().st_size for path in current(folder).rglob("*") if path.is_file()} == before
    assert len(pyoxigraph.Store.read_only(str(current(folder) / "oxigraph"))) > 50


def test_the_format_number_covers_the_rdf_of_a_small_graph() -> None:
    """A graph on disk must not mix the RDF of two programs: when this fails, raise FORMAT, then change the numbers."""
    knowledge = make_knowledge(
        "Board (BoC) reports_to Council [product=plan]", "Ms Roe member_of Board", "Board must act"
    )
    assert (generation.FORMAT, digest(*sorted_quads(knowledge))) == (9, "0e0865645861401f")


def test_a_graph_written_in_many_batches_is_the_same(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filling, "_BATCH", 700)
    save_graph(NEW, folder)
    stored = pyoxigraph.Store.read_only(str(current(folder) / "oxigraph"))
    assert set(stored) == set(iter_stored_quads(NEW))
    assert len(stored) > 7
