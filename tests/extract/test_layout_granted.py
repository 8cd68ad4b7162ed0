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
        ("A donation of £50 to the Saltmere Youth Club was approved.", "Saltmere Youth Club", "£50"),
        ("It was proposed by Cllr Ash and agreed that £80 be given to Tide Air Rescue.", "Tide Air Rescue", "£80"),
        ("RESOLVED to award a grant in kind to 1st Saltmere Scouts up to £900.", "1st Saltmere Scouts", "£900"),
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


def test_a_grant_to_several_is_each_ones(tmp_path: Path) -> None:
    line = "RESOLVED that the award of grants to Tide Museum, Saltmere Link-Up and Saltmere Town Band be approved."
    got = facts(tmp_path, f"{HEAD}{line}\n", "funds")
    assert got == {f"{COUNCIL} funds {name}" for name in ("Tide Museum", "Saltmere Link-Up", "Saltmere Town Band")}


LISTS = [
    "It was agreed to make the following grants:\n\n- Tide Singers £200\n- Friends of Saltmere Park – £150\n",
    "It was resolved that the following grants be awarded:\nTide Singers: £200\nFriends of Saltmere Park: £150\n",
    "Organisation | Requested | Awarded\nTide Singers | £300 | £200\nFriends of Saltmere Park | £500 | £150\n",
]


@pytest.mark.parametrize("lines", LISTS)
def test_grants_in_lists_and_tables(tmp_path: Path, lines: str) -> None:
    wanted = {
        f"{COUNCIL} funds Tide Singers [amount=£200]",
        f"{COUNCIL} funds Friends of Saltmere Park [amount=£150]",
    }
    assert facts(tmp_path, f"{HEAD}{lines}", "funds") == wanted


def test_applications_in_a_table_that_lost_its_columns(tmp_path: Path) -> None:
    text = (
        f"Minutes of the meeting of the {COUNCIL} held on 3 March 2020\n\n4. Grant Applications\n\n"
        "Friends of\nSaltmere Park\nNew seats for the park.\nVale\n£500\n£150 approved.\nMeets the criteria.\n\n"
        "TIDELIGHT\nTIDELIGHT would like to organise a festival of song.\nVale\n£900\nRejected.\nToo late.\n"
    )
    assert facts(tmp_path, text, "funds") == {f"{COUNCIL} funds Friends of Saltmere Park [amount=£150]"}


@pytest.mark.parametrize(
    "lines",
    [
        "The following grant applications were received:\n\n- Tide Singers £200\n- Friends of Saltmere Park £150\n",
        "RESOLVED that the following grant applications be refused:\n\n- Tide Singers £200\n",
        "Organisation | For | Requested\nTide Singers | Music | £300\n",
    ],
)
def test_what_is_only_asked_for_is_no_grant(tmp_path: Path, lines: str) -> None:
    assert facts(tmp_path, f"{HEAD}{lines}", "funds") == set()
