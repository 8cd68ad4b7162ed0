"""Reviewing in a real browser: for everybody, with the keyboard alone, with and without scripts."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from explorer_fixtures import browser, serving
from playwright.sync_api import Browser, Page, expect

from protocolgraph.pipeline import build
from protocolgraph.pipeline.serving import make_reviewing
from protocolgraph.web import make_app
from protocolgraph.workspace import FILE_NAME

__all__ = ["browser"]

pytestmark = pytest.mark.browser

CORPUS = Path(__file__).parents[2] / "corpus"
DOCUMENT = "lscb-panel-protocol-2014.txt"
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
WIDE, NARROW = 1280, 390


@pytest.fixture(scope="module")
def docs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a copy of a document, beside which corrections may be kept."""
    folder = tmp_path_factory.mktemp("docs")
    shutil.copy(next(CORPUS.rglob(DOCUMENT)), folder)
    return folder


@pytest.fixture(scope="module")
def desk(docs: Path) -> Iterator[str]:
    """Give the address of the explorer in which a graph can be corrected."""
    graph = docs / ".protocolgraph"
    build([docs], graph=graph, area="Rotherham")
    reviewing = make_reviewing(graph, today=lambda: "2026-03-01")
    with serving(make_app(reviewing.start(), reviewing=reviewing)) as address:
        yield address


def sign(page: Page, desk: str, name: str = "A. Reviewer") -> None:
    page.goto(desk + "/review")
    page.get_by_label("Your name or post").fill(name)
    page.get_by_label("Your name or post").press("Enter")
    page.wait_for_url("**/review?undone=name#told")


def first_statement(page: Page, desk: str) -> str:
    page.goto(desk + "/review")
    return page.locator("main ol.lines a").first.get_attribute("href") or ""


def places(page: Page, desk: str) -> list[str]:
    """Return one page of each kind, with something in each."""
    sign(page, desk)
    page.goto(desk + first_statement(page, desk))
    page.get_by_role("button", name="Accept").click()
    told = page.url.removeprefix(desk)
    second = told.partition("?")[0]
    body = page.request.get(desk + "/api/search?q=rlscb").json()["items"][0]["href"].removeprefix("/id/")
    page.goto(desk + "/findings")
    waive = page.get_by_role("link", name="Waive").first.get_attribute("href") or ""
    return [
        "/review", told, second.replace("/statement/", "/correct/"), f"/review/add/{DOCUMENT}",
        f"/review/add/{DOCUMENT}?kind=duty", f"/review/names/{body}", waive, "/review/corrections", "/review/figures",
        "/findings", "/id/" + body, "/document/" + DOCUMENT,
    ]  # fmt: skip


def test_no_barrier_on_any_page(browser: Browser, desk: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    found = []
    for address in places(page, desk):
        for scheme in ("light", "dark"):
            for width in (WIDE, NARROW):
                page.set_viewport_size({"width": width, "height": 900})
                page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
                page.goto(desk + address)
                barriers = Axe().run(page, options=RULES).response["violations"]
                found += [(address, scheme, width, b["id"], b["nodes"][0]["html"][:160]) for b in barriers]
                if page.evaluate("document.documentElement.scrollWidth - window.innerWidth") > 0:
                    found.append((address, scheme, width, "the page scrolls sideways", ""))
    context.close()
    assert found == []


def test_a_verdict_with_the_keyboard_alone_moves_the_focus_to_what_was_done(browser: Browser, desk: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    sign(page, desk)
    page.goto(desk + first_statement(page, desk))
    page.locator("#why-reject").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**#told")
    assert page.evaluate("document.activeElement.id") == "told"
    assert "Rejected:" in page.get_by_role("status").last.inner_text()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Take it back"
    page.keyboard.press("Enter")
    page.wait_for_url("**undone=reject#told")
    context.close()


@pytest.mark.parametrize("scripts", [True, False])
def test_a_statement_is_added_with_and_without_scripts(browser: Browser, desk: str, docs: Path, scripts: bool) -> None:
    context = browser.new_context(java_script_enabled=scripts)
    page = context.new_page()
    sign(page, desk)
    page.goto(f"{desk}/review/add/{DOCUMENT}")
    if scripts:
        page.evaluate("""() => {
            const text = document.getElementById("source");
            const at = text.value.search(/\\S+\\s+\\S+\\s+\\S+\\s+\\S+\\s+\\S+/);
            text.focus();
            text.setSelectionRange(at, at);
        }""")
        for _ in range(12):
            page.keyboard.press("Shift+ArrowRight")
        expect(page.get_by_label("The words of the document")).not_to_have_value("")
        assert "in the form" in page.locator("#marked").inner_text()
    else:
        text = page.get_by_label("The document’s text").input_value()
        words = " ".join(text.split()[:6])
        page.get_by_label("The words of the document").fill(words)
    page.get_by_label("Who", exact=True).fill("Children's Watch Forum")
    page.get_by_label("Relation").select_option("reports_to")
    page.get_by_label("Whom or what (optional)").fill("Council of Elders")
    page.get_by_label("Why").fill(f"Stated there, scripts {scripts}")
    page.get_by_role("button", name="Add", exact=True).click()
    page.wait_for_url("**done=*#told")
    assert "Stated:" in page.locator("#told").inner_text()
    assert f"scripts {scripts}" in (docs / FILE_NAME).read_text(encoding="utf-8")
    page.get_by_role("button", name="Take it back").click()
    page.wait_for_url("**undone=add#told")
    context.close()


def test_the_policy_lets_the_pages_work(browser: Browser, desk: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    for address in places(page, desk):
        page.goto(desk + address)
    context.close()
    assert complaints == []
