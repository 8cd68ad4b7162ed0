"""Who says "we", and who sees to what nobody is named for."""

from __future__ import annotations

from pathlib import Path

from reading import duties

AIMS = (
    "Our purpose\n\nOur main purpose is to protect anglers.\n\n{told}\n\n"
    "Under the Angling Act 2014, we have to:\n\n- publish a plan\n- publish a report\n"
)


def test_we_are_the_one_group_of_which_a_page_speaks(tmp_path: Path) -> None:
    body = AIMS.format(told="The Angling Safety Board is responsible for the safety of anglers.")
    assert {(b, t) for b, _, _, t in duties(tmp_path, body, title="")} == {
        ("Angling Safety Board", "protect anglers"),
        ("Angling Safety Board", "be responsible for the safety of anglers"),
        ("Angling Safety Board", "publish a plan"),
        ("Angling Safety Board", "publish a report"),
    }


def test_after_a_class_of_people_the_body_of_the_paper_sees_to_its_own_affairs(tmp_path: Path) -> None:
    body = "Members shall not take part in a vote on their own affairs.\nMinutes shall be published within ten days."
    title = "Harbour Board\n\nTerms of Reference\n\n1. Meetings\n\n"
    assert [(b, t) for b, _, _, t in duties(tmp_path, body, title=title)] == [
        ("Members", "take part in a vote on their own affairs"),
        ("Harbour Board", "publish minutes within ten days"),
    ]


def test_what_anybody_may_bring_to_somebody_is_nobodys_duty(tmp_path: Path) -> None:
    title = "Harbour Board\n\nTerms of Reference\n\n1. Meetings\n\n"
    assert duties(tmp_path, "Disputes will be referred to the Cabinet.", title=title) == []


def test_any_councillor_is_meant_by_the_councillor(tmp_path: Path) -> None:
    body = (
        "A councillor raising a point of order shall name the rule.\n\nThe councillor who was stopped shall sit down.\n"
    )
    assert [(b, t) for b, _, _, t in duties(tmp_path, body)] == [
        ("councillor", "name the rule"),
        ("councillor", "sit down"),
    ]


def test_a_board_that_is_never_named_is_known_by_its_noun_in_small_letters_too(tmp_path: Path) -> None:
    body = "The Board will set the fees. The board will ask the schools. The board may stop.\n"
    found = duties(tmp_path, body, title="Delegation\n\nIn short\n\n")
    assert [(b.lower(), t) for b, _, _, t in found] == [
        ("board", "set the fees"),
        ("board", "ask the schools"),
        ("board", "stop"),
    ]
