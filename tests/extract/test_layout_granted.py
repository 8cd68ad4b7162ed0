"""Grants that a meeting resolved to give, and what it left to somebody."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import duties, facts

COUNCIL = "Saltmere Town Council"
HEAD = f"Minutes of the meeting of the {COUNCIL} held on 3 March 2020\n\n4. Grants\n\n"


@pytest.mark.parametrize(
    ("line", "receiver", "amount"),
    [
        ("RESOLVED that Saltmere Flood Group be awarded a grant of £800.", "Saltmere Flood Group", "£800"),
        ("RESOLVED that a grant of £1,300 be made to Saltmere Scouts.", "Saltmere Scouts", "£1,300"),
        ("It was agreed to award £500 to the Saltmere Brass Band.", "Saltmere Brass Band", "£500"),
        ("RESOLVED to donate £250 to Saltmere Youth Club.", "Saltmere Youth Club", "£250"),
    ],
)
def test_a_grant_that_was_resolved_is_funding(tmp_path: Path, line: str, receiver: str, amount: str) -> None:
    assert f"{COUNCIL} funds {receiver} [amount={amount}]" in facts(tmp_path, f"{HEAD}{line}\n", "funds")


@pytest.mark.parametrize(
    "line",
    [
        "Saltmere Youth Club requested that £250 be given to Saltmere Youth Club.",
        "RESOLVED that the application from Saltmere Youth Club for £250 be refused.",
        "It was agreed to recommend that Saltmere Youth Club be awarded £250.",
        "RESOLVED to pay £250 to the auditor.",
    ],
)
def test_what_was_asked_or_refused_or_recommended_is_none(tmp_path: Path, line: str) -> None:
    assert facts(tmp_path, f"{HEAD}{line}\n", "funds") == set()


@pytest.mark.parametrize(
    "line",
    [
        "RESOLVED that delegated authority be given to the Town Clerk, in consultation with the Chairman, to sign it.",
        "RESOLVED that authority be delegated to the Town Clerk to sign it.",
    ],
)
def test_what_is_left_to_somebody_is_theirs_to_do(tmp_path: Path, line: str) -> None:
    assert [(d[0], d[3]) for d in duties(tmp_path, line, title=HEAD)] == [("Town Clerk", "sign it")]
