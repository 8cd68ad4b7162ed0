"""Reviewing in the explorer: every change and its undo, what protects it, and what two reviewers see of each other."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable
from html import unescape
from pathlib import Path
from threading import Event

import pytest
from fake_extractor import FakeExtractor
from httpx2 import Response
from starlette.testclient import TestClient

from protocolgraph.errors import StoreError
from protocolgraph.graph.store import DiskStore
from protocolgraph.model import Knowledge
from protocolgraph.pipeline import build
from protocolgraph.pipeline.build import rebuild
from protocolgraph.pipeline.serving import make_reviewing
from protocolgraph.web import make_app
from protocolgraph.web.session import LARGEST
from protocolgraph.web.site import Site
from protocolgraph.workspace import FILE_NAME

BOARD = (
    "The Safety Board reports to the Scrutiny Panel. The Safety Board must publish a plan for all of its members.\n"
    "The Cabinet hears from the <b>Safety</b> Board once in a year and then decides what is to be done about it.\n"
    "The members are to be confirmed [TBC].\n"
)
PANEL = "The Scrutiny Panel reports to the County Council. It is what the members of the panel said they want.\n"
HOST = "http://127.0.0.1"
FACT = {
    "kind": "fact", "quote": "The Cabinet hears from the <b>Safety</b> Board", "subject": "Safety Board",
    "subject_type": "body", "predicate": "reports_to", "object": "Cabinet", "object_type": "body",
    "frequency": "annual", "why": "seen",
}  # fmt: skip
DUTY = {
    "kind": "duty", "quote": "decides what is to be done", "subject": "Cabinet", "subject_type": "body",
    "modality": "will", "text": "decide what is to be done", "to": "Safety Board", "why": "seen",
}  # fmt: skip


class World:
    """Two documents, and the graph of them."""

    def __init__(self, root: Path) -> None:
        self.docs, self.graph = root / "docs", root / "graph"
        self.docs.mkdir()
        (self.docs / "board.txt").write_text(BOARD, encoding="utf-8")
        (self.docs / "panel.txt").write_text(PANEL, encoding="utf-8")
        build([self.docs], graph=self.graph, area="Northam", extractor=FakeExtractor())

    def knowledge(self) -> Knowledge:
        store = DiskStore(self.graph)
        found = store.knowledge()
        store.close()
        return found

    def report(self) -> str:
        return next(f.id for f in self.knowledge().facts if f.evidence.document == "board.txt")

    def said(self) -> str:
        file = self.docs / FILE_NAME
        return file.read_text(encoding="utf-8") if file.exists() else ""


class Reviewer:
    """A browser in which somebody reviews."""

    def __init__(self, world: World, name: str = "A. Reviewer") -> None:
        reviewing = make_reviewing(world.graph, today=lambda: "2026-03-01", extractor=FakeExtractor())
        self.client: TestClient = TestClient(make_app(reviewing.start(), reviewing=reviewing), base_url=HOST)
        if name:
            self.post("/review/name", name=name)

    def get(self, address: str) -> str:
        answer = self.client.get(address)
        assert answer.status_code == 200, answer.text
        return str(answer.text)

    def token(self) -> str:
        found = re.search(r'name="token" value="([0-9a-f]+)"', self.get("/review"))
        assert found is not None
        return found[1]

    def post(self, address: str, **fields: str) -> Response:
        answer: Response = self.client.post(address, data={"token": self.token(), **fields}, headers={"origin": HOST})
        return answer


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


@pytest.fixture
def reviewer(world: World) -> Reviewer:
    return Reviewer(world)


def text_of(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def board(world: World) -> str:
    return next(e.id for e in world.knowledge().entities if e.name == "Safety Board").partition("/id/")[2]


CHANGES: dict[str, tuple[Callable[[World], str], dict[str, str], str]] = {
    "accept": (lambda w: f"/review/statement/{w.report()}", {"verdict": "accept", "why": "seen"}, "accept"),
    "reject": (lambda w: f"/review/statement/{w.report()}", {"verdict": "reject", "why": "not so"}, "reject"),
    "correct": (lambda w: f"/review/correct/{w.report()}", FACT, "add"),
    "add a fact": (lambda w: "/review/add/board.txt", FACT, "add"),
    "add a duty": (lambda w: "/review/add/board.txt", DUTY, "add"),
    "rename": (lambda w: f"/review/names/{board(w)}", {"action": "rename", "to": "B", "why": "new name"}, "rename"),
    "join": (lambda w: f"/review/names/{board(w)}", {"action": "merge", "with": "County Council", "why": "x"}, "merge"),
}


@pytest.mark.parametrize(("place", "fields", "kind"), CHANGES.values(), ids=CHANGES)
def test_each_change_is_kept_shown_at_once_and_undone_as_easily(
    world: World, reviewer: Reviewer, place: Callable[[World], str], fields: dict[str, str], kind: str
) -> None:
    before = world.knowledge()
    answer = reviewer.post(place(world), **fields)
    assert answer.status_code == 200, text_of(answer.text)
    assert 'role="status"' in answer.text
    assert world.knowledge() != before
    said = world.said()
    assert f"[[{kind}]]" in said
    assert 'who = "A. Reviewer"' in said
    assert "when = 2026-03-01" in said
    undo = re.search(r'id="told".*?name="id" value="([0-9a-f]+)"', answer.text, re.DOTALL)
    assert undo is not None
    taken = reviewer.post("/review/undo", id=undo[1])
    assert "Taken back" in text_of(taken.text)
    assert (world.knowledge(), world.said()) == (before, "")


def test_a_verdict_leads_to_the_next_statement(world: World, reviewer: Reviewer) -> None:
    first, second = (m for m in re.findall(r'href="/review/statement/([0-9a-f]+)"', reviewer.get("/review"))[:2])
    answer = reviewer.post(f"/review/statement/{first}", verdict="accept", why="seen")
    assert f"/review/statement/{second}" in str(answer.url)
    assert "Accepted:" in text_of(answer.text)
    assert first not in reviewer.get("/review")


def test_a_name_is_parted_from_another(world: World, reviewer: Reviewer) -> None:
    reviewer.post(f"/review/names/{board(world)}", action="merge", **{"with": "Scrutiny Panel"}, why="once one")
    joined = next(e for e in world.knowledge().entities if "Scrutiny Panel" in (e.name, *e.aliases))
    address = "/review/names/" + joined.id.partition("/id/")[2]
    page = reviewer.get(address)
    other = re.search(r"<option>([^<]+)</option>", page)
    assert other is not None
    answer = reviewer.post(address, action="split", name=other[1], why="two after all")
    assert "Parted" in text_of(answer.text)
    assert "[[split]]" in world.said()


def test_a_finding_is_waived_and_comes_back(world: World, reviewer: Reviewer) -> None:
    addresses = re.findall(r'href="(/review/finding/[0-9a-f]+)"', reviewer.get("/findings"))
    assert addresses
    answer = reviewer.post(addresses[0], why="known")
    assert "Waived" in text_of(answer.text)
    assert addresses[0] not in reviewer.get("/findings")
    key = re.search(r'id="told".*?name="id" value="([0-9a-f]+)"', answer.text, re.DOTALL)
    assert key is not None
    reviewer.post("/review/undo", id=key[1])
    assert addresses[0] in reviewer.get("/findings")


def test_a_waiver_that_covers_nothing_any_more_is_told(world: World, reviewer: Reviewer) -> None:
    (world.docs / FILE_NAME).write_text(
        '[[waive]]\ncode = "PG104"\nentities = ["No Such Board"]\nwho = "B"\nwhen = 2026-02-02\nwhy = "no"\n',
        encoding="utf-8",
    )
    assert "Matches nothing any more. Waived: PG104: No Such Board" in text_of(reviewer.get("/review/corrections"))


def test_the_form_of_a_correction_is_filled_with_what_was_read(world: World, reviewer: Reviewer) -> None:
    html = reviewer.get(f"/review/correct/{world.report()}")
    assert 'value="Safety Board"' in html
    assert '<option value="reports_to" selected>' in html
    assert "The Safety Board reports to the Scrutiny Panel." in unescape(html)


def test_a_text_with_empty_lines_is_shown_without_them_and_what_is_marked_in_it_is_taken(
    world: World, reviewer: Reviewer
) -> None:
    (world.docs / "gaps.txt").write_text(
        "Terms\n\n\n\n   The Cabinet hears\n\n   from the Safety Board.\n", encoding="utf-8"
    )
    build([world.docs], graph=world.graph, area="Northam", extractor=FakeExtractor())
    html = reviewer.get("/review/add/gaps.txt")
    assert "Terms\nThe Cabinet hears\nfrom the Safety Board." in html
    answer = reviewer.post("/review/add/gaps.txt", **{**FACT, "quote": "The Cabinet hears from the Safety Board"})
    assert "Stated:" in text_of(answer.text)


def test_words_that_do_not_stand_in_the_document_are_refused_on_a_page(world: World, reviewer: Reviewer) -> None:
    answer = reviewer.post("/review/add/board.txt", **{**FACT, "quote": "The Board is answerable to Cabinet"})
    assert answer.status_code == 400
    assert "do not stand in board.txt" in text_of(answer.text)
    assert "Nothing was changed" in text_of(answer.text)
    assert world.said() == ""


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"why": ""}, "Why is missing"),
        ({"subject": ""}, "Who is missing"),
        ({"predicate": "eats"}, "the relation is missing"),
        ({"object": ""}, "object is missing"),
        ({"object_type": "legislation"}, "the object of reports_to is a"),
        ({"subject_type": "ghost"}, "Choose whether it is a body"),
        ({"subject": "x" * 300}, "longer than 200"),
        ({"why": "ask a.reviewer@example.org"}, "address or number"),
    ],
)
def test_what_is_wrong_with_a_form_is_said(
    world: World, reviewer: Reviewer, changed: dict[str, str], told: str
) -> None:
    answer = reviewer.post("/review/add/board.txt", **{**FACT, **changed})
    assert answer.status_code == 400
    assert told in text_of(answer.text)
    assert world.said() == ""


def test_nobody_corrects_without_a_name(world: World) -> None:
    nameless = Reviewer(world, name="")
    answer = nameless.post(f"/review/statement/{world.report()}", verdict="accept", why="seen")
    assert answer.status_code == 400
    assert "who you are" in text_of(answer.text)
    assert nameless.post("/review/name", name="a@example.org").status_code == 400


REFUSED: dict[str, Callable[[Reviewer, str], Response]] = {
    "no token": lambda r, a: r.client.post(a, data={"verdict": "accept", "why": "x"}, headers={"origin": HOST}),
    "wrong token": lambda r, a: r.client.post(
        a, data={"token": "0" * 64, "verdict": "accept", "why": "x"}, headers={"origin": HOST}
    ),
    "no origin": lambda r, a: r.client.post(a, data={"token": r.token(), "verdict": "accept", "why": "x"}),
    "another origin": lambda r, a: r.client.post(
        a, data={"token": r.token(), "verdict": "accept", "why": "x"}, headers={"origin": "http://evil.example"}
    ),
    "opaque origin": lambda r, a: r.client.post(
        a, data={"token": r.token(), "verdict": "accept", "why": "x"}, headers={"origin": "null"}
    ),
    "another session": lambda r, a: r.client.post(
        a, data={"token": r.token(), "verdict": "accept", "why": "x"},
        headers={"origin": HOST, "cookie": "protocolgraph-session=another; protocolgraph-reviewer=Eve"},
    ),
    "no form": lambda r, a: r.client.post(a, json={"token": r.token()}, headers={"origin": HOST}),
    "too much": lambda r, a: r.post(a, verdict="accept", why="x" * LARGEST),
}  # fmt: skip


@pytest.mark.parametrize("way", REFUSED.values(), ids=REFUSED)
@pytest.mark.parametrize("address", ["statement", "undo", "add", "name"])
def test_a_change_that_this_site_did_not_send_is_refused(
    world: World, reviewer: Reviewer, way: Callable[[Reviewer, str], Response], address: str
) -> None:
    places = {"statement": f"/review/statement/{world.report()}", "undo": "/review/undo"}
    places |= {"add": "/review/add/board.txt", "name": "/review/name"}
    answer = way(reviewer, places[address])
    assert answer.status_code in (403, 413, 415)
    assert "<h1>" in answer.text
    assert world.said() == ""


def test_cookies_are_not_sent_from_elsewhere_and_scripts_cannot_read_them(world: World) -> None:
    fresh = Reviewer(world, name="")
    fresh.client.cookies.clear()
    kept = fresh.client.get("/review").headers["set-cookie"].lower()
    assert "samesite=strict" in kept
    assert "httponly" in kept


def test_without_review_nothing_can_be_changed(world: World) -> None:
    from protocolgraph.pipeline.serving import make_site

    site: Site = make_site(world.graph)
    client = TestClient(make_app(site), base_url=HOST)
    assert client.get("/review").status_code == 404
    assert client.post("/review/undo", data={}, headers={"origin": HOST}).status_code == 404
    assert "/review" not in client.get("/findings").text


def test_what_is_written_in_forms_is_text_and_never_markup(world: World, reviewer: Reviewer) -> None:
    evil = '"><script>alert(1)</script>'
    reviewer.post("/review/name", name=evil)
    reviewer.post(f"/review/statement/{world.report()}", verdict="reject", why=evil)
    reviewer.post(f"/review/names/{board(world)}", action="rename", to=evil, why=evil)
    for address in (
        "/review",
        "/review/corrections",
        "/review/figures",
        f"/review/statement/{world.knowledge().facts[0].id}",
    ):
        answer = reviewer.client.get(address)
        assert "<script>alert" not in answer.text


def test_a_second_reviewer_sees_what_the_first_did_and_neither_loses_anything(world: World) -> None:
    one, other = Reviewer(world, "A. Reviewer"), Reviewer(world, "B. Reviewer")
    report = world.report()
    one.post(f"/review/statement/{report}", verdict="accept", why="seen")
    assert report in other.get("/review?show=second")
    blind = other.get(f"/review/statement/{report}?show=second")
    assert "A. Reviewer" not in blind
    other.post(f"/review/statement/{report}?show=second", verdict="reject", why="not so")
    assert world.said().count("who = ") == 2
    assert report not in {fact.id for fact in world.knowledge().facts}
    assert "disputed" in one.get("/review?show=disputed")
    figures = text_of(one.get("/review/figures"))
    assert "A. Reviewer and B. Reviewer 1 0 0 %" in figures


def test_corrections_made_with_an_editor_are_shown(world: World, reviewer: Reviewer) -> None:
    report = world.report()
    (world.docs / FILE_NAME).write_text(
        f'[[reject]]\nid = "{report}"\nwho = "B"\nwhen = 2026-02-02\nwhy = "no"\n', encoding="utf-8"
    )
    assert report not in reviewer.get("/document/board.txt")
    (world.docs / FILE_NAME).write_text("[[reject]\n", encoding="utf-8")
    answer = reviewer.client.get("/review")
    assert answer.status_code == 400
    assert "not valid TOML" in answer.text


def test_a_change_that_is_kept_but_cannot_be_applied_says_so(
    world: World, reviewer: Reviewer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(*_: object, **__: object) -> None:
        raise StoreError("another build is writing this graph")

    address = f"/review/statement/{world.report()}"
    reviewer.token()
    monkeypatch.setattr("protocolgraph.pipeline.reviewing.rebuild", busy)
    monkeypatch.setattr("protocolgraph.pipeline.reviewing._PAUSE", 0.0)
    answer = reviewer.post(address, verdict="reject", why="no")
    shown = text_of(answer.text)
    assert answer.status_code == 400
    assert "this is kept in protocolgraph.toml" in shown
    assert "Nothing was changed" not in shown
    assert "[[reject]]" in world.said()
    assert "What was changed cannot be applied" in text_of(reviewer.get("/review"))


def test_of_a_large_graph_a_verdict_counts_at_once_and_the_graph_is_built_behind_it(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_build = Event()

    def slow(graph: Path, *, extractor: FakeExtractor) -> None:
        assert may_build.wait(timeout=60)
        rebuild(graph, extractor=extractor)

    monkeypatch.setattr("protocolgraph.graph.view.LARGE", 0)
    monkeypatch.setattr("protocolgraph.web.reviewing._MOMENT", 0.01)
    monkeypatch.setattr("protocolgraph.pipeline.reviewing.rebuild", slow)
    report, reviewer = world.report(), Reviewer(world)
    shown = text_of(reviewer.post(f"/review/statement/{report}", verdict="reject", why="no").text)
    assert "Rejected:" in shown
    assert "the graph is being built with it" in shown
    assert report not in reviewer.get("/review")
    assert reviewer.client.get(f"/statement/{report}").status_code == 200
    may_build.set()
    until = time.monotonic() + 60
    while "is being built" in reviewer.get("/review") and time.monotonic() < until:
        time.sleep(0.01)
    assert reviewer.client.get(f"/statement/{report}").status_code == 404


def test_figures_by_kind_and_confidence(world: World, reviewer: Reviewer) -> None:
    duty = world.knowledge().duties[0].id
    reviewer.post(f"/review/statement/{world.report()}", verdict="accept", why="seen")
    reviewer.post(f"/review/statement/{duty}", verdict="reject", why="no")
    shown = text_of(reviewer.get("/review/figures"))
    assert "reports to 1 0 0 0 100 %" in shown
    assert "duty: must 0 1 0 0 0 %" in shown
    assert "0.9 to 1.0 2 1 0.90 50 %" in shown


def test_the_order_of_the_queue_is_explained_and_may_be_a_fair_sample(world: World, reviewer: Reviewer) -> None:
    assert "The least certain that matter most come first" in reviewer.get("/review")
    sample = re.findall(r"/review/statement/([0-9a-f]+)", reviewer.get("/review?order=sample"))
    assert sample == sorted(sample)


def test_gold_can_be_downloaded(world: World, reviewer: Reviewer) -> None:
    reviewer.post(f"/review/statement/{world.report()}", verdict="accept", why="seen")
    answer = reviewer.client.get("/review/gold/board.txt")
    assert 'filename="board.json"' in answer.headers["content-disposition"]
    gold = json.loads(answer.text)
    assert [fact["p"] for fact in gold["facts"]] == ["reports_to"]
    assert len(gold["optional_duties"]) == 1


@pytest.mark.parametrize(
    "address",
    ["/review/statement/0", "/review/correct/0", "/review/add/z.txt", "/review/names/x/body/y", "/review/finding/0",
     "/review/gold/z.txt"],
)  # fmt: skip
def test_what_is_not_there_is_said(reviewer: Reviewer, address: str) -> None:
    assert reviewer.client.get(address).status_code == 404


def test_who_signs_on_the_way_to_a_statement_comes_back_to_it(world: World) -> None:
    visitor = Reviewer(world, name="")
    place = f"/review/statement/{world.report()}?order=sample"
    link = re.search(r'<a href="(/review\?back=[^"#]+)#name"', visitor.get(place))
    assert link is not None
    back = re.search(r'name="back" value="([^"]+)"', visitor.get(unescape(link[1])))
    assert back is not None
    answer = visitor.post("/review/name", name="B. Clerk", back=unescape(back[1]))
    assert answer.url.path == f"/review/statement/{world.report()}"
    assert "order=sample" in str(answer.url)
    assert "signed “B. Clerk”" in answer.text
    for elsewhere in ("https://elsewhere.example/", "//elsewhere.example/review/", "/map"):
        assert visitor.post("/review/name", name="B. Clerk", back=elsewhere).url.path == "/review"


def test_pieces_of_a_statement_that_stand_far_apart_are_shown_near_each_other(world: World) -> None:
    words = ["The Safety Board reports", "to the Care Panel"]
    text = f"{words[0]} {'once in a while ' * 60}{words[1]} at last.\n"
    (world.docs / "board.txt").write_text(text, encoding="utf-8")
    build([world.docs], graph=world.graph, area="Northam", extractor=FakeExtractor())
    visitor = Reviewer(world)
    visitor.post("/review/add/board.txt", **{**FACT, "quote": " […] ".join(words), "object": "Care Panel"})
    added = next(f.id for f in world.knowledge().facts if f.reviews and f.evidence.document == "board.txt")
    shown = text_of(visitor.get(f"/review/statement/{added}"))
    assert "[…]" in shown.partition("where they stand")[2]
    assert len(shown.partition(words[0])[2].partition(words[1])[0]) < 400
