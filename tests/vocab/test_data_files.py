"""The data files: what is said twice in one of them would count once, and nobody would see which."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
FILES = sorted([*(ROOT / "src/protocolgraph/vocab").rglob("*.yaml"), *(ROOT / "ontologies").rglob("*.yaml")])


def said_twice(node: yaml.Node | None) -> Iterator[str]:
    if isinstance(node, yaml.MappingNode):
        counted = Counter(key.value for key, _ in node.value)
        yield from (key for key, count in counted.items() if count > 1)
        for _, inner in node.value:
            yield from said_twice(inner)
    elif isinstance(node, yaml.SequenceNode):
        for inner in node.value:
            yield from said_twice(inner)


@pytest.mark.parametrize("file", FILES, ids=[file.stem for file in FILES])
def test_no_name_stands_twice_in_a_file(file: Path) -> None:
    assert list(said_twice(yaml.compose(file.read_text(encoding="utf-8")))) == []


def test_a_name_that_stands_twice_is_seen() -> None:
    assert list(said_twice(yaml.compose("frames: {chairs: 1, meets: 2, chairs: 3}"))) == ["chairs"]
