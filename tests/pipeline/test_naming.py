"""Documents' names: no two alike, and the same whatever the order in which they were found."""

from __future__ import annotations

from pathlib import PurePosixPath

from hypothesis import given
from hypothesis import strategies as st

from protocolgraph.pipeline.naming import distinct_names

PARTS = st.lists(st.sampled_from(["a", "b", "2013", "x.txt"]), min_size=1, max_size=4)
PATHS = st.lists(PARTS.map(lambda parts: PurePosixPath("/", *parts)), max_size=8)


def test_a_document_is_called_by_its_file_name() -> None:
    assert distinct_names([PurePosixPath("/docs/north/a.txt")]) == {PurePosixPath("/docs/north/a.txt"): "a.txt"}


def test_namesakes_are_told_apart_by_as_few_folders_as_will_do() -> None:
    paths = [PurePosixPath(f"/docs/{tail}") for tail in ("north/2013/a.txt", "south/2013/a.txt", "south/2014/a.txt")]
    names = distinct_names(paths)
    assert [names[path] for path in paths] == ["north/2013/a.txt", "south/2013/a.txt", "2014/a.txt"]


@given(PATHS)
def test_names_are_distinct_ends_of_the_paths_in_any_order(paths: list[PurePosixPath]) -> None:
    names = distinct_names(paths)
    assert set(names) == set(paths)
    assert len(set(names.values())) == len(names)
    assert all(str(path).endswith(name) for path, name in names.items())
    assert distinct_names(reversed(paths)) == names
