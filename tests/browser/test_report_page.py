"""The committee's report in a real browser: for everybody, on wide and narrow screens, light and dark."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from corpus_graph import corpus_graph
from explorer_fixtures import browser
from playwright.sync_api import Browser

from protocolgraph.graph import Choice
from protocolgraph.pipeline import committee_report
from protocolgraph.present.report import report_html

__all__ = ["browser"]

pytestmark = pytest.mark.browser

PROTOCOLS = ("lscb-panel-protocol-2014.txt", "hscb-panel-protocol-2015.txt")
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    file = tmp_path_factory.mktemp("report") / "report.html"
    made = committee_report(corpus_graph(), choice=Choice(documents=PROTOCOLS), sides=PROTOCOLS)
    file.write_text(report_html(made), encoding="utf-8")
    return Path(file).as_uri()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_no_barrier_in_the_report(browser: Browser, address: str, width: int, scheme: str) -> None:
    page = browser.new_page(
        viewport={"width": width, "height": 900}, color_scheme="dark" if scheme == "dark" else "light"
    )
    page.goto(address)
    found = Axe().run(page, options=RULES).response["violations"]
    wider = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    page.close()
    assert [(barrier["id"], barrier["nodes"][0]["html"][:200]) for barrier in found] == []
    assert wider <= 0, "the page scrolls sideways"


def test_on_paper_nothing_is_wider_than_the_sheet(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 688, "height": 900})
    page.emulate_media(media="print")
    page.goto(address)
    cut = page.evaluate(
        "[...document.querySelectorAll('table, svg, blockquote')]"
        ".filter(one => one.getBoundingClientRect().right > window.innerWidth + 1).length"
    )
    page.close()
    assert cut == 0
