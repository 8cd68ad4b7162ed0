"""The site of documentation, opened from a folder as one opens it on a locked-down machine."""

from __future__ import annotations

from pathlib import Path

import pytest
from explorer_fixtures import browser
from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import Browser, expect

__all__ = ["browser"]

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]


def test_search_works_without_a_server_and_asks_nothing_of_another_machine(browser: Browser, tmp_path: Path) -> None:
    build(load_config(str(ROOT / "mkdocs.yml"), site_dir=str(tmp_path)))
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((tmp_path / "index.html").as_uri())
    page.keyboard.press("/")
    page.keyboard.type("waive")
    expect(page.locator(".md-search-result__meta")).to_contain_text("matching documents")
    page.close()
    assert [url for url in asked if not url.startswith("file:")] == []
