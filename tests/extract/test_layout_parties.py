"""Papers between several bodies: who they are, what "both" and "the three boards" mean, that they are equals."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import facts

AGREEMENT = (
    "Saltmere inter-board agreement\n\nPurpose\n\nThis agreement sets out how the Saltmere Adults Board (SAB), the "
    "Saltmere Children Partnership (SCP) and the Saltmere Safety Forum (SSF) will work together.\n\nStatus\n\n"
)
PAIRS = {
    ("Saltmere Adults Board", "Saltmere Children Partnership"),
    ("Saltmere Adults Board", "Saltmere Safety Forum"),
    ("Saltmere Children Partnership", "Saltmere Safety Forum"),
}


@pytest.mark.parametrize(
    "said",
    [
        "No board is subordinate to another.",
        "None of the three Boards is senior to any other.",
        "The relationship between the Boards is one of equals.",
    ],
)
def test_the_parties_of_an_agreement_are_equals(tmp_path: Path, said: str) -> None:
    found = facts(tmp_path, f"{AGREEMENT}{said}\n", "peer_of")
    assert found == {f"{one} peer_of {other}" for one, other in PAIRS}


def test_some_of_the_parties_are_not_all_of_them(tmp_path: Path) -> None:
    said = "The Training Group may report to any of the Boards."
    assert facts(tmp_path, f"{AGREEMENT}{said}\n", "reports_to") == set()


def test_both_means_the_two_that_the_sentence_before_begins_with(tmp_path: Path) -> None:
    paper = (
        "The Audit Group and the Training Group were set up in 2019. Both report to the Harbour Board every quarter."
    )
    assert {
        "Audit Group reports_to Harbour Board [frequency=quarterly]",
        "Training Group reports_to Harbour Board [frequency=quarterly]",
    } <= facts(tmp_path, paper, "reports_to")


def test_it_that_is_sent_is_the_paper_named_before(tmp_path: Path) -> None:
    paper = (
        "Saltmere Adults Board\n\nAnnual report\n\nThe Board publishes an annual report each July. The Business "
        "Manager must send it to the Health Board and to the Chief Constable.\n"
    )
    assert {f for f in facts(tmp_path, paper, "reports_to") if f.startswith("Business Manager")} == {
        "Business Manager reports_to Health Board",
        "Business Manager reports_to Chief Constable",
    }
