"""Readings are found again for the same bytes, settings and program, and never half written."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from protocolgraph.model import Extraction
from protocolgraph.model.workspace import DocumentOverride
from protocolgraph.pipeline.cache import Reading, ReadingCache, reading_version

EXTRACTION = Extraction("a.txt", "0" * 64, None, None, "Ärea", "other", "fake-1", (), (), (), ())
READING = Reading(EXTRACTION, ("a warning",))
NOTHING = DocumentOverride()


@pytest.fixture
def cache(tmp_path: Path) -> ReadingCache:
    return ReadingCache(tmp_path, "v1")


def test_a_reading_is_found_again(cache: ReadingCache) -> None:
    cache.put(READING, NOTHING)
    assert cache.get("a.txt", "0" * 64, NOTHING) == READING


def test_other_bytes_names_or_settings_find_nothing(cache: ReadingCache) -> None:
    cache.put(READING, NOTHING)
    assert cache.get("a.txt", "1" * 64, NOTHING) is None
    assert cache.get("north/a.txt", "0" * 64, NOTHING) is None
    assert cache.get("a.txt", "0" * 64, replace(NOTHING, area="North")) is None


def test_another_version_of_the_program_finds_nothing(cache: ReadingCache, tmp_path: Path) -> None:
    cache.put(READING, NOTHING)
    newer = ReadingCache(tmp_path, "v2")
    assert newer.get("a.txt", "0" * 64, NOTHING) is None
    newer.drop_other_versions()
    assert cache.get("a.txt", "0" * 64, NOTHING) is None


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b"null", b'{"extraction": {}}', b"\xff\xfe", b'{"warnings": 1}'])
def test_a_damaged_entry_is_as_good_as_none(cache: ReadingCache, tmp_path: Path, damage: bytes) -> None:
    cache.put(READING, NOTHING)
    [entry] = tmp_path.rglob("*.json")
    entry.write_bytes(damage)
    assert cache.get("a.txt", "0" * 64, NOTHING) is None


def test_nothing_but_whole_entries_is_left_behind(cache: ReadingCache, tmp_path: Path) -> None:
    cache.put(READING, NOTHING)
    cache.put(READING, NOTHING)
    assert [file.suffix for file in tmp_path.rglob("*") if file.is_file()] == [".json"]


def test_a_full_or_forbidden_disk_does_not_stop_the_build(tmp_path: Path) -> None:
    (tmp_path / "readings").write_text("a file where the folder should be")
    cache = ReadingCache(tmp_path / "readings", "v1")
    cache.put(READING, NOTHING)
    cache.drop_other_versions()
    assert cache.get("a.txt", "0" * 64, NOTHING) is None


def test_the_version_depends_on_the_model_and_on_nothing_that_changes_by_itself() -> None:
    assert reading_version(None) == reading_version(None)
    assert reading_version(None) != reading_version("en_core_web_md")
