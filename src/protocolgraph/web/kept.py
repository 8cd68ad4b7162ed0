"""Values that are made once, however many ask for them at the same time, of which the latest stay in memory."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from threading import BoundedSemaphore, Lock, Thread
from typing import Generic, TypeVar

_AT_ONCE = 2
"""How many values are made at the same time where nobody waits for them: pages that are quick stay so."""
Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class Kept(Generic[Key, Value]):
    """Makes values by key, and keeps the latest."""

    def __init__(self, make: Callable[[Key], Value], *, most: int) -> None:
        self._make, self._most = make, most
        self._found: OrderedDict[Key, Future[Value]] = OrderedDict()
        self._lock, self._turn = Lock(), BoundedSemaphore(_AT_ONCE)

    def __call__(self, key: Key) -> Value:
        """Return the value of a key; errors of its making are raised for everybody who waits for it."""
        found, new = self._begun(key)
        if new:
            self._fill(key, found)
        return self._told(key, found, None)

    def soon(self, key: Key, *, patience: float) -> Value | None:
        """Return the value of a key, or None if it is not made within so many seconds; it is made nevertheless.

        An error of its making is raised for who asks then, or for who asks next.
        """
        found, new = self._begun(key)
        if new:
            Thread(target=self._fill_in_turn, args=(key, found), daemon=True).start()
        try:
            return self._told(key, found, patience)
        except TimeoutError:
            return None

    def ready(self, key: Key) -> Value | None:
        """Return the value of a key if it is made already and went well, else None; nothing is begun."""
        with self._lock:
            found = self._found.get(key)
        return found.result() if found is not None and found.done() and found.exception() is None else None

    def _told(self, key: Key, found: Future[Value], patience: float | None) -> Value:
        try:
            return found.result(timeout=patience)
        finally:
            if found.done() and found.exception() is not None:
                with self._lock:
                    if self._found.get(key) is found:
                        del self._found[key]  # it may go well when it is asked for anew

    def _begun(self, key: Key) -> tuple[Future[Value], bool]:
        with self._lock:
            found = self._found.get(key)
            new = found is None
            if found is None:
                found = self._found[key] = Future()
            self._found.move_to_end(key)
            made = [old for old, value in self._found.items() if value.done()]
            for old in made[: max(0, len(self._found) - self._most)]:
                del self._found[old]
            return found, new

    def _fill_in_turn(self, key: Key, found: Future[Value]) -> None:
        with self._turn:
            self._fill(key, found)

    def _fill(self, key: Key, found: Future[Value]) -> None:
        try:
            found.set_result(self._make(key))
        except BaseException as error:  # noqa: BLE001  raised again for everybody who asks for the value
            found.set_exception(error)
