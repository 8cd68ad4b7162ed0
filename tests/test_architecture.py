"""The layout: who may import whom, where each big library may be used, and how large things may grow."""

from __future__ import annotations

import ast
import re
import statistics
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "protocolgraph"

RECORDS = {"errors", "model", "vocab", "text"}
STAGES = {"readers", "structure", "extract", "resolve", "graph"}

MAY_IMPORT: dict[str, set[str]] = {
    "errors": set(),
    "model": {"errors"},
    "vocab": {"errors", "model"},
    "text": {"errors", "model", "vocab"},
    "reference": RECORDS,
    **dict.fromkeys(STAGES, RECORDS),
    "graph": RECORDS | {"reference", "locks", "garbage"},
    "files": {"errors"},
    "garbage": set(),
    "locks": set(),
    "settings": {"errors"},
    "workspace": RECORDS | {"locks"},
    "opening": RECORDS | {"graph", "settings"},
    "analyse": RECORDS | {"graph", "reference", "garbage"},
    "present": RECORDS | {"graph", "analyse", "reference", "files"},
    "web": RECORDS | {"graph", "analyse", "present"},
    "pipeline": RECORDS
    | STAGES
    | {*("reference", "analyse", "present", "web", "settings", "workspace", "opening", "files")},
    "": RECORDS | STAGES | {"analyse", "present", "settings", "workspace", "opening", "pipeline"},
    "cli": {"", "pipeline", "web", "settings", "workspace", "errors", "present"},
    "__main__": {"cli"},
}
"""Each part and the parts that it may import; the front door is the part without a name."""

FENCED: dict[str, set[str]] = {
    "msgspec": {"model"},
    "yaml": {"vocab", "reference"},
    "tomlkit": {"workspace"},
    "pdfplumber": {"readers"},
    "pdfminer": {"readers"},
    "pypdfium2": {"readers"},
    "PIL": {"readers"},
    "lxml": {"readers"},
    "markdown_it": {"readers"},
    "charset_normalizer": {"readers"},
    "spacy": {"extract"},
    "rdflib": {"graph"},
    "oxrdflib": {"graph"},
    "pyoxigraph": {"graph"},
    "pyshacl": {"graph"},
    "networkx": {"graph", "analyse"},
    "pandas": {"graph"},
    "openpyxl": {"text"},
    "docx": {"present"},
    "pygraphviz": {"present"},
    "jinja2": {"web"},
    "markupsafe": {"web"},
    "starlette": {"web"},
    "uvicorn": {"cli"},
    "distributed": {"pipeline"},
    "typer": {"cli"},
    "click": {"cli"},
    "rich": {"cli"},
}
"""Each library from outside and the only parts that may import it."""

LONGEST_FUNCTION = 60
LONGEST_MODULE = 500


@dataclass(frozen=True)
class Import:
    """One import in one module."""

    file: Path
    line: int
    module: str

    @property
    def part(self) -> str:
        return part_of(self.file)

    def __str__(self) -> str:
        return f"{self.file.relative_to(SOURCE)}:{self.line} imports {self.module}"


def part_of(file: Path) -> str:
    first = file.relative_to(SOURCE).parts[0].removesuffix(".py")
    return "" if first == "__init__" else first


def modules() -> list[Path]:
    return sorted(SOURCE.rglob("*.py"))


def parse(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"), filename=str(file))


def imports_of(file: Path) -> Iterator[Import]:
    for node in ast.walk(parse(file)):
        if isinstance(node, ast.Import):
            yield from (Import(file, node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from _imported_from(file, node)


def _imported_from(file: Path, node: ast.ImportFrom) -> Iterator[Import]:
    """Tell `from protocolgraph import graph`, an import of the part, from an import of the front door."""
    module = "." * node.level + (node.module or "")
    if module == "protocolgraph":
        for alias in node.names:
            yield Import(file, node.lineno, f"protocolgraph.{alias.name}" if alias.name in MAY_IMPORT else module)
    else:
        yield Import(file, node.lineno, module)


@pytest.fixture(scope="module")
def all_imports() -> list[Import]:
    return [found for file in modules() for found in imports_of(file)]


def test_every_part_is_in_the_table() -> None:
    assert {part_of(file) for file in modules()} <= set(MAY_IMPORT)


def test_parts_import_only_parts_that_the_table_allows(all_imports: list[Import]) -> None:
    wrong = []
    for found in all_imports:
        if found.module.split(".")[0] != "protocolgraph":
            continue
        target = [*found.module.split("."), ""][1]
        if target != found.part and target not in MAY_IMPORT[found.part]:
            wrong.append(str(found))
    assert wrong == []


def test_imports_are_absolute(all_imports: list[Import]) -> None:
    assert [str(found) for found in all_imports if found.module.startswith(".")] == []


def test_each_library_stays_behind_its_fence(all_imports: list[Import]) -> None:
    outside = [found for found in all_imports if found.module.split(".")[0] not in sys.stdlib_module_names]
    foreign = [found for found in outside if found.module.split(".")[0] != "protocolgraph"]
    wrong = [str(found) for found in foreign if found.part not in FENCED.get(found.module.split(".")[0], set())]
    assert wrong == []


def test_only_the_settings_read_the_environment() -> None:
    readers = {"environ", "getenv", "environb"}
    wrong = [
        f"{file.relative_to(SOURCE)}:{node.lineno}"
        for file in modules()
        if part_of(file) != "settings"
        for node in ast.walk(parse(file))
        if isinstance(node, ast.Attribute) and node.attr in readers
    ]
    assert wrong == []


def test_the_flow_has_no_cycle() -> None:
    """Holds of the table itself, so that no edit of it lets two parts know each other."""
    left = dict(MAY_IMPORT)
    while left:
        free = [part for part, needs in left.items() if not needs & set(left)]
        assert free, f"these import each other in a ring: {sorted(left)}"
        for part in free:
            del left[part]


def code_lines(file: Path, node: ast.AST | None = None) -> int:
    """Return the number of lines with code: no blank line, comment or docstring counts."""
    tree = node or parse(file)
    docstrings: set[int] = set()
    for inner in ast.walk(tree):
        if isinstance(inner, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            for statement in inner.body:
                if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
                    docstrings.update(range(statement.lineno, (statement.end_lineno or 0) + 1))
    first, last = getattr(tree, "lineno", 1), getattr(tree, "end_lineno", None)
    lines = file.read_text(encoding="utf-8").splitlines()
    return sum(
        1
        for number, line in enumerate(lines[: last or len(lines)], start=1)
        if number >= first and number not in docstrings and line.strip() and not line.strip().startswith("#")
    )


def function_sizes() -> dict[str, int]:
    return {
        f"{file.relative_to(SOURCE)}:{node.lineno} {node.name}": code_lines(file, node)
        for file in modules()
        for node in ast.walk(parse(file))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }


def test_functions_are_small() -> None:
    sizes = function_sizes()
    assert {name: size for name, size in sizes.items() if size > LONGEST_FUNCTION} == {}
    ordered = sorted(sizes.values())
    assert statistics.median(ordered) <= 8
    assert ordered[int(len(ordered) * 0.9)] <= 30


def test_modules_are_small() -> None:
    sizes = {str(file.relative_to(SOURCE)): len(file.read_text(encoding="utf-8").splitlines()) for file in modules()}
    assert {name: size for name, size in sizes.items() if size > LONGEST_MODULE} == {}
    assert sorted(sizes.values())[int(len(sizes) * 0.9)] <= 300


def test_every_private_name_of_a_module_is_used_in_it() -> None:
    left = [
        f"{file.relative_to(SOURCE)}: {name}"
        for file in modules()
        for name in private_names(parse(file))
        if len(re.findall(rf"\b{name}\b", file.read_text(encoding="utf-8"))) == 1
    ]
    assert left == []


def private_names(tree: ast.Module) -> Iterator[str]:
    """Yield the names that a module gives to functions, classes and constants of its own."""
    for node in tree.body:
        targets = node.targets if isinstance(node, ast.Assign) else []
        names = [target.id for target in targets if isinstance(target, ast.Name)]
        names += [node.name] if isinstance(node, ast.FunctionDef | ast.ClassDef) else []
        yield from (name for name in names if name.startswith("_") and not name.startswith("__"))
