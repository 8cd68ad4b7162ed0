from __future__ import annotations

from pathlib import Path

import pytest

from protocolgraph.errors import ReadError, UsageError
from protocolgraph.readers import READERS, SUFFIXES, find_documents, read


def test_every_reader_is_found_by_its_suffix() -> None:
    assert set(READERS) == SUFFIXES
    assert {".txt", ".pdf", ".md"} <= SUFFIXES
    assert all(suffix == suffix.lower() and suffix.startswith(".") for suffix in SUFFIXES)


def test_a_file_is_read_by_its_suffix_whatever_its_case(tmp_path: Path) -> None:
    file = tmp_path / "TERMS.TXT"
    file.write_text("The Board meets.")
    assert read(file).name == "TERMS.TXT"
    assert read(file, name="terms").name == "terms"


def test_the_hash_is_that_of_the_bytes(tmp_path: Path) -> None:
    one, other = tmp_path / "a.txt", tmp_path / "b.txt"
    one.write_text("The Board meets.")
    other.write_text("The Board meets.")
    assert read(one).sha256 == read(other).sha256
    other.write_text("The Board met.")
    assert read(one).sha256 != read(other).sha256


def test_other_formats_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.xyz"
    file.write_text("x")
    with pytest.raises(ReadError, match=r"a\.xyz: files of this kind cannot be read"):
        read(file)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="cannot be opened"):
        read(tmp_path / "none.txt")


def test_documents_are_found_sorted_and_once(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.pdf", "a.md", "b/.hidden.txt", ".git/x.txt", "README.md", "b/README.txt", "notes.odg"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    (tmp_path / "protocolgraph.toml").write_text("")
    found = find_documents([tmp_path, tmp_path / "b", tmp_path / "b" / "2.txt"])
    assert [path.relative_to(tmp_path).as_posix() for path in found] == ["a.md", "b/1.pdf", "b/2.txt"]


def test_a_named_file_is_taken_whatever_its_suffix(tmp_path: Path) -> None:
    file = tmp_path / "notes.doc"
    file.write_text("x")
    assert find_documents([file]) == (file,)


def test_a_missing_path_is_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no such file or folder"):
        find_documents([tmp_path / "none"])
