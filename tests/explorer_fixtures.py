"""Fixtures of the browser lane: a real browser, and the explorer of the corpus running for it."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import uvicorn
from corpus_graph import corpus_graph
from playwright.sync_api import Browser, sync_playwright
from starlette.applications import Starlette

from protocolgraph.pipeline.serving import make_site
from protocolgraph.web import make_app

_WAIT = 20.0
"""Seconds that the server gets to start."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Give the machine's own Chromium, one at a time; the tests fail where there is none."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    assert program, "these tests need Chromium: install the package `chromium`"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def explorer() -> Iterator[str]:
    """Give the address of the explorer, which runs in a thread."""
    with serving(make_app(make_site(corpus_graph()))) as address:
        yield address


@contextmanager
def serving(app: Starlette) -> Iterator[str]:
    """Run an application in a thread while the context lasts, and give its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(app, port=port, log_level="warning"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    until = time.monotonic() + _WAIT
    while not server.started and time.monotonic() < until:
        time.sleep(0.05)
    assert server.started
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join()
