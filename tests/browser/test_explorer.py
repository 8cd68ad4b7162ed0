"""The explorer in a real browser: for everybody, on wide and narrow screens, light and dark, with the keyboard."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from explorer_fixtures import browser, explorer
from playwright.sync_api import Browser, Page

__all__ = ["browser", "explorer"]

pytestmark = pytest.mark.browser

BOARD = "/api/search?q=rlscb"
"""Where the address of the board's page is found: its name is the reader's to choose."""
STATEMENT = "/document/lscb-panel-protocol-2014.txt a.statement"
"""Where the address of a statement is found."""
REFUSED = ["/path?from=Corporate+Parenting+Panel&to=Cabinet", "/nowhere"]
"""Pages that say that something does not fit, and what does."""
ADDRESSES = [
    "/", "/map", "/map?way=tree", "/map?area=harrow&link=member_of", "/kind/body", "/search?q=safeguarding",
    "/ask?q=Who+chairs+RLSCB%3F",
    "/path?from=Corporate+Parenting+Panel+(Rotherham)&to=Rotherham+Metropolitan+Borough+Council", BOARD,
    "/document/lscb-panel-protocol-2014.txt", "/document/lscb-panel-protocol-2014.txt?words=3000-3200#here",
    "/documents", "/compare", "/compare?first=Rotherham&second=Harrow",
    "/matrix", "/matrix?area=Harrow&who=Corporate+Parenting+Panel", "/timeline",
    "/ask", "/ask?q=how+blue+is+it", STATEMENT, "/findings", "/check/PG101", *REFUSED,
]  # fmt: skip
WIDE, NARROW = 1280, 390
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


def found_address(page: Page, explorer: str, address: str) -> str:
    """Return an address, looked up where it stands for one that the reading of the documents decides."""
    if address == STATEMENT:
        page.goto(explorer + address.split()[0])
        return page.locator('#understood ~ ol a[href^="/statement/"]').first.get_attribute("href") or ""
    if address != BOARD:
        return address
    href: str = page.request.get(explorer + address).json()["items"][0]["href"]
    return href


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("address", ADDRESSES)
def test_no_barrier_on_any_page(browser: Browser, explorer: str, address: str, width: int, scheme: str) -> None:
    page = browser.new_page(
        viewport={"width": width, "height": 900}, color_scheme="dark" if scheme == "dark" else "light"
    )
    page.goto(explorer + found_address(page, explorer, address))
    found = Axe().run(page, options=RULES).response["violations"]
    assert [(barrier["id"], barrier["nodes"][0]["html"][:200]) for barrier in found] == []
    wider = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    page.close()
    assert wider <= 0, "the page scrolls sideways"


def test_at_four_times_the_size_no_page_scrolls_sideways(browser: Browser, explorer: str) -> None:
    page = browser.new_page(viewport={"width": WIDE // 4, "height": 225})
    wider = {}
    for address in ADDRESSES:
        page.goto(explorer + found_address(page, explorer, address))
        wider[address] = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    page.close()
    assert [address for address, more in wider.items() if more > 0] == []


def test_nothing_is_asked_of_another_machine(browser: Browser, explorer: str) -> None:
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for address in ADDRESSES:
        page.goto(explorer + found_address(page, explorer, address))
    page.close()
    assert [url for url in asked if not url.startswith((explorer, "data:"))] == []


def test_the_policy_lets_every_page_work(browser: Browser, explorer: str) -> None:
    page = browser.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    for address in set(ADDRESSES) - set(REFUSED):
        page.goto(explorer + found_address(page, explorer, address))
    page.close()
    assert complaints == []


def test_a_search_answers_as_one_types(browser: Browser, explorer: str) -> None:
    page = browser.new_page()
    page.goto(explorer)
    page.get_by_role("searchbox").press_sequentially("rlscb")
    page.get_by_role("status").get_by_role("link").first.click()
    assert "Safeguarding Children Board" in page.get_by_role("heading", level=1).inner_text()
    page.close()


def test_without_javascript_search_and_questions_work(browser: Browser, explorer: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(explorer)
    page.get_by_role("searchbox").fill("rlscb")
    page.get_by_role("button", name="Go").click()
    page.get_by_role("link", name="Local Safeguarding Children Board").first.click()
    assert page.get_by_role("heading", name="Chair", exact=True).is_visible()
    page.context.close()


def test_from_a_line_to_its_words_in_the_document(browser: Browser, explorer: str) -> None:
    page = browser.new_page()
    page.goto(explorer + "/document/lscb-panel-protocol-2014.txt")
    page.locator("#understood ~ ol a.source").nth(5).click()
    target = page.locator(":target")
    assert target.count() == 1
    page.close()


def test_from_marked_words_to_what_was_understood_while_the_words_stay_in_sight(
    browser: Browser, explorer: str
) -> None:
    page = browser.new_page(viewport={"width": WIDE, "height": 900}, reduced_motion="reduce")
    page.goto(explorer + "/document/lscb-panel-protocol-2014.txt")
    marks = page.locator(".text a.mark")
    words = marks.nth(marks.count() // 2)
    words.click()
    for seen in (words, page.locator(":target")):
        box = seen.bounding_box()
        assert box is not None
        assert 0 <= box["y"] < 900
    page.close()


def test_from_an_answer_to_its_words_in_the_document(browser: Browser, explorer: str) -> None:
    page = browser.new_page(reduced_motion="reduce")
    page.goto(explorer + "/ask?q=Who+chairs+RLSCB%3F")
    page.locator("main a.source").first.click()
    found = page.locator(".here").first
    box = found.bounding_box()
    assert box is not None
    assert 0 <= box["y"] < page.viewport_size["height"] if page.viewport_size else False
    page.close()


def test_a_drawing_begins_with_what_it_is_about(browser: Browser, explorer: str) -> None:
    page = browser.new_page(viewport={"width": NARROW, "height": 900})
    page.goto(explorer + found_address(page, explorer, BOARD))
    box, frame = page.locator("svg .marked").first.bounding_box(), page.locator(".drawing").first.bounding_box()
    assert box is not None
    assert frame is not None
    assert frame["x"] <= box["x"]
    assert box["x"] + box["width"] <= frame["x"] + frame["width"]
    page.close()


def test_the_keyboard_reaches_the_content_first(browser: Browser, explorer: str) -> None:
    page = browser.new_page()
    page.goto(explorer + found_address(page, explorer, BOARD))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.close()
