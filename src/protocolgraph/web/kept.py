"""Values that are made once, however many ask for them at the same time, of which the latest stay in memory."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from threading import BoundedSemaphore, Lock, Thread
from typing import Generic, TypeVar

_AT_ONCE = BoundedSemaphore(2)
"""How many values are made at the same time where nobody waits for them: pages that are quick stay so."""
Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class Kept(Generic[Key, Value]):
    """Makes values by key, and keeps the latest."""

    def __init__(self, make: Callable[[Key], Value], *, most: int) -> None:
        self._make, self._most = make, most
        self._found: OrderedDict[Key, Future[Value]] = OrderedDict()
        self._lock = Lock()

    def __call__(self, key: Key) -> Value:
        """Return the value of a key; errors of its making are raised for everybody who waits for it."""
        found, new = self._begun(key)
        if new:
            self._fill(key, found)
        return found.result()

    def soon(self, key: Key, *, patience: float) -> Value | None:
        """Return the value of a key, or None if it is not made within so many seconds; it is made nevertheless."""
        found, new = self._begun(key)
        if new:
            Thread(target=self._fill_in_turn, args=(key, found), daemon=True).start()
        try:
            return found.result(timeout=patience)
        except TimeoutError:
            return None

    def _begun(self, key: Key) -> tuple[Future[Value], bool]:
        with self._lock:
            found = self._found.get(key)
            new = found is None
            if found is None:
                found = self._found[key] = Future()
            self._found.move_to_end(key)
            while len(self._found) > self._most:
                self._found.popitem(last=False)
            return found, new

    def _fill_in_turn(self, key: Key, found: Future[Value]) -> None:
        with _AT_ONCE:
            self._fill(key, found)

    def _fill(self, key: Key, found: Future[Value]) -> None:
        try:
            found.set_result(self._make(key))
        except BaseException as error:  # noqa: BLE001  raised again for everybody who asks for the value
            with self._lock:
                self._found.pop(key, None)
            found.set_exception(error)
