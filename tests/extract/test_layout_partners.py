"""Who the statutory partners of a body are, in the sentences that name them."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import facts

BODY = "Saltmere Safeguarding Children Partnership"
HEAD = f"{BODY}\n\nArrangements\n\n1. Who we are\n\n"
SIT = {f"{who} member_of {BODY}" for who in ("Saltmere Council", "Marsh Police")}
ANSWER = {f"{who} accountable_for {BODY}" for who in ("Saltmere Council", "Marsh Police")}


@pytest.mark.parametrize(
    ("said", "found"),
    [
        (
            "The two safeguarding partners, Saltmere Council and Marsh Police, share equal responsibility for it.",
            SIT | ANSWER,
        ),
        ("Saltmere Council and Marsh Police are the statutory partners.", SIT),
        ("It sends minutes to the safeguarding partners, Saltmere Council and Marsh Police.", set()),
        ("The safeguarding partners consult Saltmere Council and Marsh Police.", set()),
        ("Saltmere Council and Marsh Police are the two owners.", set()),
    ],
)
def test_statutory_partners(tmp_path: Path, said: str, found: set[str]) -> None:
    assert facts(tmp_path, f"{HEAD}{said}\n", "member_of", "accountable_for") == found
