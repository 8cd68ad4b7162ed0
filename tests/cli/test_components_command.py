"""`components`: a researcher's table of sentences goes in, and comes out with the components beside them."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from protocolgraph.cli.app import app
from protocolgraph.errors import UsageError

SENTENCE = "The Clerk must inform the Council within seven days."


def run(*arguments: str) -> str:
    outcome = CliRunner().invoke(app, ["components", *arguments], catch_exceptions=False)
    assert outcome.exit_code == 0
    return outcome.stdout


def test_csv_keeps_its_columns_and_gains_the_components(tmp_path: Path) -> None:
    table = tmp_path / "rules.csv"
    table.write_text(f'no,rule\n7,"{SENTENCE}"\n', encoding="utf-8")
    (row,) = csv.DictReader(run(str(table), "--column", "rule").splitlines())
    assert (row["no"], row["rule"]) == ("7", SENTENCE)
    assert (row["attribute"], row["deontic"], row["aim"]) == ("The Clerk", "must", "inform")
    start, end = map(int, row["constraint_spans"].split(":"))
    assert SENTENCE[start:end] == row["constraint"] == "within seven days"


def test_json_lines_come_back_as_json_lines(tmp_path: Path) -> None:
    table = tmp_path / "rules.jsonl"
    table.write_text(json.dumps({"rule": SENTENCE, "no": 7}) + "\n", encoding="utf-8")
    (line,) = run(str(table), "--column", "rule").splitlines()
    row = json.loads(line)
    assert row["no"] == 7
    assert {"name": "deontic", "text": "must", "span": [10, 14]} in row["components"]


def test_a_table_can_be_written_to_a_file(tmp_path: Path) -> None:
    table, out = tmp_path / "rules.csv", tmp_path / "out.csv"
    table.write_text(f"rule\n{SENTENCE}\n", encoding="utf-8")
    run(str(table), "--column", "rule", "-o", str(out))
    assert "inform" in out.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"a,b\n1,2\n", "no column 'rule'; its columns are: a, b"),
        (b"\xff\xfe\x00", "UTF-8"),
        (b"", "no column 'rule'"),
    ],
)
def test_what_cannot_be_used_is_said_in_one_line(tmp_path: Path, content: bytes, message: str) -> None:
    table = tmp_path / "rules.csv"
    table.write_bytes(content)
    with pytest.raises(UsageError, match=message):
        run(str(table), "--column", "rule")


def test_an_empty_cell_stays_one(tmp_path: Path) -> None:
    table = tmp_path / "rules.csv"
    table.write_text(f"no,rule\n1,\n2\n3,{SENTENCE}\n", encoding="utf-8")
    rows = list(csv.DictReader(run(str(table), "--column", "rule").splitlines()))
    kept = [(row["no"], row["rule"], row["kind"], row["aim"]) for row in rows]
    assert kept == [("1", "", "", ""), ("2", "", "", ""), ("3", SENTENCE, "regulative", "inform")]


def test_a_spreadsheet_gets_back_what_it_wrote(tmp_path: Path) -> None:
    """Semicolons between the cells and a byte order mark, as a spreadsheet writes and reads them in much of Europe."""
    table, out = tmp_path / "rules.csv", tmp_path / "out.csv"
    table.write_text(f"no;rule\n7;{SENTENCE}\n", encoding="utf-8-sig")
    run(str(table), "--column", "rule", "-o", str(out))
    assert out.read_bytes().startswith(b"\xef\xbb\xbfno;rule;kind;attribute;")


def test_columns_of_ones_own_are_kept(tmp_path: Path) -> None:
    table = tmp_path / "coded.csv"
    table.write_text(f"rule,attribute\n{SENTENCE},Clerk\n", encoding="utf-8")
    (row,) = csv.DictReader(run(str(table), "--column", "rule").splitlines())
    assert (row["attribute"], row["read_attribute"]) == ("Clerk", "The Clerk")


def test_codes_of_ones_own_are_compared(tmp_path: Path) -> None:
    table = tmp_path / "coded.csv"
    table.write_text(f"rule,Who,When\n{SENTENCE},Clerk,within seven days\n", encoding="utf-8")
    shown = run(str(table), "--column", "rule", "--gold", "attribute=Who", "--gold", "condition=When").splitlines()
    assert shown[1:] == ["attribute\t1\t2\t1\t0.50\t1.00\t0.67", "condition\t3\t3\t3\t1.00\t1.00\t1.00"]


@pytest.mark.parametrize("code", ["attribute", "atribute=Who", "attribute=Whom"])
def test_codes_that_cannot_be_compared_are_said(tmp_path: Path, code: str) -> None:
    table = tmp_path / "coded.csv"
    table.write_text(f"rule,Who\n{SENTENCE},Clerk\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"COMPONENT=COLUMN|is no component|has no column"):
        run(str(table), "--column", "rule", "--gold", code)
