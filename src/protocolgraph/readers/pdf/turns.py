"""pdfium keeps state of its own: of a process's threads, only one at a time may have a file open with it."""

from __future__ import annotations

from threading import Lock

ONE_AT_A_TIME = Lock()
"""Held by whoever has a file open."""
