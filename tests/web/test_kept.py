"""Values that pages wait for: made once, for everybody, and no page waits longer than it will."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from protocolgraph.errors import UsageError
from protocolgraph.web.kept import Kept


def test_ten_who_ask_at_once_have_it_made_once() -> None:
    asked, go = [], Event()

    def make(key: str) -> str:
        asked.append(key)
        go.wait(20)
        return key.upper()

    kept = Kept(make, most=4)
    with ThreadPoolExecutor(10) as pool:
        waiting = [pool.submit(kept, "a") for _ in range(10)]
        go.set()
        assert {future.result() for future in waiting} == {"A"}
    assert asked == ["a"]


def test_who_does_not_wait_gets_nothing_and_finds_it_later() -> None:
    go = Event()

    def make(key: str) -> str:
        go.wait(20)
        return key.upper()

    kept = Kept(make, most=4)
    assert kept.soon("a", patience=0.01) is None
    go.set()
    assert kept("a") == "A"
    assert kept.soon("a", patience=0.01) == "A"


def test_an_error_is_told_to_who_asks_and_the_value_is_tried_anew() -> None:
    tries: list[str] = []

    def make(key: str) -> str:
        tries.append(key)
        if len(tries) == 1:
            raise UsageError("not yet")
        return key

    kept = Kept(make, most=4)
    with pytest.raises(UsageError):
        kept("a")
    assert kept("a") == "a"


def test_only_the_latest_stay() -> None:
    asked: list[int] = []

    def make(key: int) -> int:
        asked.append(key)
        return key

    kept = Kept(make, most=2)
    for key in (1, 2, 1, 3, 1, 2):
        kept(key)
    assert asked == [1, 2, 3, 2]


def test_an_error_that_nobody_waited_for_is_told_to_who_asks_next() -> None:
    go = Event()

    def slowly(_: str) -> int:
        go.wait(20)
        raise ValueError("no such thing")

    kept = Kept(slowly, most=2)
    assert kept.soon("a", patience=0.01) is None
    go.set()
    with pytest.raises(ValueError, match="no such thing"):
        kept.soon("a", patience=20)


def test_what_is_still_being_made_is_not_begun_anew_when_many_ask() -> None:
    go, begun = Event(), []

    def slowly(key: int) -> int:
        begun.append(key)
        go.wait(20)
        return key

    kept = Kept(slowly, most=1)
    assert [kept.soon(key, patience=0.01) for key in (1, 2) * 5] == [None] * 10
    go.set()
    assert [kept.soon(key, patience=20) for key in (1, 2)] == [1, 2]
    assert len(begun) <= 4


def test_what_was_made_can_be_had_without_setting_anything_off() -> None:
    kept = Kept(str.upper, most=4)
    assert kept.ready("a") is None
    assert kept("a") == kept.ready("a") == "A"
