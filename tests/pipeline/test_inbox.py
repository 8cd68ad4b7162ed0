"""Documents from archives and standard input, and a report that names every file."""

from __future__ import annotations

import io
import sys
import zipfile
from pathlib import Path

import pytest
from fake_extractor import FakeExtractor

from protocolgraph.errors import ReadError
from protocolgraph.pipeline import BuildReport, build

BOARD = "The Safety Board reports to the Scrutiny Panel. The Safety Board must publish a plan for all of its members.\n"


def archive(path: Path, entries: dict[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in entries.items():
            packed.writestr(name, content)
    return path


def run(tmp_path: Path, *paths: Path) -> BuildReport:
    return build(list(paths), graph=tmp_path / "graph", extractor=FakeExtractor())


def states(report: BuildReport) -> dict[str, str]:
    return {document.name: document.status.value for document in report.documents}


def test_the_documents_of_an_archive_are_read(tmp_path: Path) -> None:
    packed = archive(tmp_path / "pack.zip", {"a/board.txt": BOARD, "panel.txt": BOARD.replace("Safety", "Other")})
    assert states(run(tmp_path, packed)) == {"board.txt": "read", "panel.txt": "read"}
    assert states(run(tmp_path, packed)) == {"board.txt": "unchanged", "panel.txt": "unchanged"}


def test_what_an_archive_lost_is_removed(tmp_path: Path) -> None:
    run(tmp_path, archive(tmp_path / "pack.zip", {"board.txt": BOARD, "panel.txt": BOARD.replace("Safety", "Other")}))
    report = run(tmp_path, archive(tmp_path / "pack.zip", {"board.txt": BOARD}))
    assert states(report) == {"board.txt": "unchanged", "panel.txt": "removed"}


def test_paths_that_climb_out_are_skipped_and_nothing_is_written_there(tmp_path: Path) -> None:
    entries: dict[str, str | bytes] = {
        "board.txt": BOARD,
        "../../climbed.txt": BOARD,
        "/climbed.txt": BOARD,
        "C:/climbed.txt": BOARD,
        "..\\climbed.txt": BOARD,
        "inner.zip": b"PK",
        "image.png": b"x",
        "odd\nname.txt": BOARD.replace("Safety", "Odd"),
    }
    report = run(tmp_path, archive(tmp_path / "pack.zip", entries))
    assert not list(tmp_path.rglob("climbed.txt"))
    reasons = {document.name: document.reason for document in report.documents if document.reason}
    assert sum(reason == "its path leads out of the archive" for reason in reasons.values()) == 4
    assert reasons["inner.zip"] == "an archive in an archive"
    assert reasons["image.png"] == "files of this kind are not read"
    assert not any("\n" in document.name for document in report.documents)


def test_a_link_in_an_archive_is_skipped(tmp_path: Path) -> None:
    path = archive(tmp_path / "pack.zip", {"board.txt": BOARD})
    with zipfile.ZipFile(path, "a") as packed:
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = 0o120777 << 16
        packed.writestr(link, "/etc/passwd")
    assert states(run(tmp_path, path)) == {"board.txt": "read", "link.txt": "skipped"}


def test_a_bomb_is_not_opened(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="unpacks to far more"):
        run(tmp_path, archive(tmp_path / "pack.zip", {"board.txt": bytes(60_000_000)}))


def test_a_document_comes_from_standard_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(BOARD.encode())))
    [document] = run(tmp_path, Path("-")).documents
    assert (document.status.value, document.facts) == ("read", 1)
    assert document.name.startswith("input-")


def test_the_report_names_every_file_of_a_folder(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    for name, content in (("board.txt", BOARD), ("sheet.xlsx", "x"), ("README.md", "x"), ("empty.txt", "")):
        (docs / name).write_text(content)
    (docs / "protocolgraph.toml").write_text("")
    report = run(tmp_path, docs)
    assert states(report) == {
        "board.txt": "read", "empty.txt": "failed", "README.md": "skipped", "sheet.xlsx": "skipped",
    }  # fmt: skip
    assert all(document.reason for document in report.documents if document.status.value in ("failed", "skipped"))


def test_an_entry_that_cannot_be_unpacked_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    packed = archive(tmp_path / "pack.zip", {"bad.txt": BOARD * 50, "panel.txt": BOARD})
    with zipfile.ZipFile(packed) as opened:
        start = opened.getinfo("bad.txt").header_offset + 30 + len("bad.txt")
    data = bytearray(packed.read_bytes())
    data[start : start + 20] = bytes(20)
    packed.write_bytes(data)
    report = run(tmp_path, packed)
    assert states(report) == {"panel.txt": "read", "bad.txt": "skipped"}
    assert [document.reason for document in report.documents if document.name == "bad.txt"] == [
        "is damaged: it cannot be unpacked"
    ]
