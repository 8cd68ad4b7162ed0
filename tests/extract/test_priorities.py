"""What stands below priorities, and below lead-ins that say what is done to their items."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import duties

from protocolgraph.extract.leads import deeds_of
from protocolgraph.extract.wording import from_gerund

BOARD = "Harbour Bay Safeguarding Board"


@pytest.mark.parametrize("heading", ["2. Priorities for 2031", "2. Further key priorities within the Business Plan"])
def test_deeds_below_priorities_are_functions_and_themes_are_none(tmp_path: Path, heading: str) -> None:
    paper = f"{heading}\n\n• Continue to develop the tide tables\n• Widen the slipway\n• Neglect and poverty\n"
    assert [(bearer, text) for bearer, _, _, text in duties(tmp_path, paper)] == [
        (BOARD, "continue to develop the tide tables"),
        (BOARD, "widen the slipway"),
    ]


@pytest.mark.parametrize("lead", ["The priorities for the Board continue to be", "Our priorities are"])
def test_priorities_may_lead_into_deeds(tmp_path: Path, lead: str) -> None:
    paper = f"{lead}:\n\n• Reporting and monitoring of tides\n• Sharing of charts\n• Online safety\n"
    assert [(bearer, text) for bearer, _, _, text in duties(tmp_path, paper)] == [
        (BOARD, "report and monitor tides"),
        (BOARD, "share charts"),
    ]


@pytest.mark.parametrize(
    ("lead", "modality"),
    [
        ("The Board is responsible for the preparation and review of", "must"),
        ("Our priorities will include the preparation and review of", "function"),
    ],
)
def test_what_is_done_to_the_items_is_said_of_each(tmp_path: Path, lead: str, modality: str) -> None:
    paper = f"{lead}:\n\n• a tide table\n• a local protocol\n"
    assert [(said, text) for _, said, _, text in duties(tmp_path, paper)] == [
        (modality, "prepare and review a tide table"),
        (modality, "prepare and review a local protocol"),
    ]


@pytest.mark.parametrize(
    ("lead", "deeds"),
    [
        ("The Board will oversee the development of", "develop"),
        ("They include the monitoring and the approval of", "monitor and approve"),
        ("The members consist of", ""),
        ("It tells of the range and review of", ""),
    ],
)
def test_deeds_of(lead: str, deeds: str) -> None:
    assert deeds_of(lead) == deeds


@pytest.mark.parametrize(
    ("words", "clause"),
    [
        ("report and monitoring of gaps", "report and monitor gaps"),
        ("share of charts", "share charts"),
        ("plan and building work", "plan and building work"),
    ],
)
def test_a_gerund_loses_what_it_had_as_a_noun(words: str, clause: str) -> None:
    assert from_gerund(words) == clause


def test_what_goes_on_as_it_was_is_no_duty(tmp_path: Path) -> None:
    assert duties(tmp_path, "The Forum continues to be well attended.") == []
