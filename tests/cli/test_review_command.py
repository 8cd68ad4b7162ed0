"""`protocolgraph review`: from judging real statements to gold by which the program is measured."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from protocolgraph.cli import app
from protocolgraph.model import EntityType
from protocolgraph.model.workspace import AddedFact, Named, Signature
from protocolgraph.opening import open_graph
from protocolgraph.pipeline import build
from protocolgraph.pipeline.reviewing import Desk
from protocolgraph.workspace import FILE_NAME

CORPUS = Path(__file__).parents[2] / "corpus"
DOCUMENT = "lscb-panel-protocol-2014.txt"
SIGNED = ("--who", "A. Reviewer", "--why", "seen")
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("built")
    (root / "docs").mkdir()
    shutil.copy(next(CORPUS.rglob(DOCUMENT)), root / "docs")
    build([root / "docs"], graph=root / "graph", area="Rotherham")
    return root


@pytest.fixture
def docs(built: Path) -> Path:
    (built / "docs" / FILE_NAME).unlink(missing_ok=True)
    Desk(built / "graph").apply()
    shutil.rmtree(built / "gold", ignore_errors=True)
    return built / "docs"


@pytest.fixture
def run(docs: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["protocolgraph", "-g", str(docs.parent / "graph"), *arguments])
        code = app.run()
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return call


def test_reviewed_statements_are_gold_by_which_the_program_is_measured(run: Run, docs: Path) -> None:
    graph, gold = docs.parent / "graph", docs.parent / "gold"
    facts = [fact for fact in open_graph(graph).knowledge.facts if not fact.negated]
    right, wrong = facts[:6], facts[6:9]
    assert run("review", "accept", *(fact.id for fact in right), *SIGNED)[0] == 0
    assert run("review", "reject", *(fact.id for fact in wrong), *SIGNED)[0] == 0
    quote = " ".join((docs / DOCUMENT).read_text(encoding="utf-8").split()[40:50])
    missed = AddedFact(
        DOCUMENT, quote, Named("Forum of Watchers", EntityType.BODY), "funds", Named("Elders", EntityType.BODY), (),
        negated=False, section=None, signed=Signature("A. Reviewer", "2026-03-01", "seen"),
    )  # fmt: skip
    Desk(graph).record(missed, documents=[DOCUMENT])
    code, _, err = run("review", "export", str(gold))
    assert code == 0
    assert "7 reviewed statements" in err
    code, out, _ = run("evaluate", str(gold), "--json")
    fact = json.loads(out)["lenient"]["fact"]
    assert code == 0
    assert (fact["right"], fact["gold"], fact["found"]) == (6, 7, 9)
    assert json.loads(out)["unquoted"] == 0


def test_the_state_of_a_review(run: Run, docs: Path) -> None:
    _, out, _ = run("review", "queue", "--json")
    first, second = json.loads(out)[:2]
    assert "confidence" in first["why"]
    run("review", "accept", first["id"][:8], *SIGNED)
    run("review", "reject", second["id"], *SIGNED)
    _, out, err = run("review")
    assert "2 of" in err
    assert DOCUMENT in out
    status = json.loads(run("review", "status", "--json")[1])
    assert (status["judged"], status["idle"], status["agreement"]) == (2, [], [])
    assert sum(row["accepted"] for row in status["kinds"]) == 1
    [one, other] = json.loads(run("review", "list", "--json")[1])
    assert {one["who"], other["who"]} == {"A. Reviewer"}
    _, _, err = run("review", "undo", one["id"], other["id"][:7])
    assert err.count("Taken back") == 2
    assert not (docs / FILE_NAME).exists()
    assert "Nobody" not in run("review", "list")[1]


def test_what_matches_nothing_is_told(run: Run, docs: Path) -> None:
    (docs / FILE_NAME).write_text(
        '[[reject]]\nid = "0123456789abcdef"\nwho = "B"\nwhen = 2026-02-02\nwhy = "no"\n', encoding="utf-8"
    )
    Desk(docs.parent / "graph").apply()
    assert "matches nothing" in run("review")[2]
    assert "matches nothing" in " ".join(run("review", "list")[1].split())


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("accept",), "give the id of a statement"),
        (("accept", "0" * 16, *SIGNED), "no such statement"),
        (("accept", "0" * 16), "--who and --why"),
        (("undo", "abc"), "at least 6"),
        (("export",), "a folder"),
    ],
)
def test_wrong_use_is_said(run: Run, arguments: tuple[str, ...], told: str) -> None:
    code, _, err = run("review", *arguments)
    assert code == 2
    assert told in err


def test_gold_is_not_written_among_the_documents(run: Run, docs: Path) -> None:
    code, _, err = run("review", "export", str(docs / "gold"))
    assert (code, "among the documents" in err) == (2, True)
    assert not (docs / "gold").exists()


def test_nothing_reviewed_is_no_gold(run: Run, docs: Path) -> None:
    code, _, err = run("review", "export", str(docs.parent / "gold"))
    assert (code, "nothing was reviewed" in err) == (0, True)
