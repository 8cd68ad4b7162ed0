"""The explorer: what a visitor sees at each address, and what protects the visitor."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from threading import Event

import pytest
from factory import join_knowledge, make_knowledge
from starlette.testclient import TestClient

from protocolgraph.analyse.ask import ask
from protocolgraph.analyse.compare import Comparison
from protocolgraph.analyse.compare.named import compare
from protocolgraph.graph import Choice, Graph
from protocolgraph.model import Document, Finding, FindingKind, Page, Severity, Statement
from protocolgraph.web import Pages, Site, make_app
from protocolgraph.web.pages.document import stretches

EVIL = '<script>alert["x"]</script> & Sons'
KNOWLEDGE = join_knowledge(
    make_knowledge(
        "Safety Board (SB) reports_to Care Panel [frequency=annual]",
        "Care Panel accountable_to Council",
        "Director of Care chairs Safety Board",
        "Safety Board must publish a plan",
        "Safety Board not oversees Council",
        "Ms Ada Byron holds Director of Care",
        "Council funds Safety Board [amount=£500]",
    ),
    make_knowledge(f"{EVIL} part_of Council", "Council must publish a plan", document="b.txt", area="Southam"),
)


STATEMENTS: list[Statement] = [*KNOWLEDGE.facts, *KNOWLEDGE.duties]


def read_document(name: str) -> Document | None:
    """Give a text in which the evidence of a.txt stands, and none for b.txt."""
    if name != "a.txt":
        return None
    own = sorted((s.evidence for s in STATEMENTS if s.evidence.document == name), key=lambda e: e.spans)
    text = "\n".join(evidence.quote for evidence in own)
    return Document(name, "", "text/plain", text, (Page(1, 0, len(text)),), ())


EVIDENCE = KNOWLEDGE.facts[0].evidence
FINDINGS = (
    Finding("PG101", FindingKind.GAP, Severity.HIGH, "Nobody is told <b>.", ("Safety Board",), ("a.txt",), (EVIDENCE,)),
    Finding("PG401", FindingKind.DRAFTING, Severity.LOW, "A number is missing.", (), ("b.txt",), ()),
)


@pytest.fixture(scope="module")
def client() -> TestClient:
    site = Site(Graph(KNOWLEDGE), read_document, check=lambda _: FINDINGS)
    return TestClient(make_app(site), base_url="http://127.0.0.1")


def body_address(name: str, area: str = "northam") -> str:
    return f"/id/{area}/body/{name}"


def text_of(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


ADDRESSES = [
    "/", "/documents", "/documents?area=northam&words=a", "/map", "/map?area=northam&link=chairs&confidence=0.5",
    "/kind/body", "/kind/body?area=northam&words=saf",
    "/kind/person", "/search",
    "/search?q=saf", "/ask", "/ask?q=Who+chairs+the+Safety+Board%3F", "/path",
    "/compare", "/compare?first=Northam&second=Southam", "/compare?first=a.txt&second=b.txt",
    "/matrix", "/matrix?area=Northam&document=a.txt&as_of=2012&who=Safety+Board", "/timeline?area=Northam&all=1",
    "/findings", "/findings?severity=high&kind=gap&code=PG101&document=a.txt", "/check/PG101",
    "/path?from=SB&to=Council+(Northam)", body_address("safety-board"), "/document/a.txt", "/document/b.txt",
    f"/statement/{KNOWLEDGE.facts[0].id}", f"/statement/{KNOWLEDGE.duties[0].id}",
]  # fmt: skip


@pytest.mark.parametrize("address", ADDRESSES)
def test_each_kind_of_page_is_there_and_loads_nothing_from_elsewhere(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer.text.count("<h1>") == 1
    links = re.findall(r'(?:src|href|action)="([^"]*)"', answer.text)
    assert [link for link in links if "//" in link] == []
    assert "<script>" not in answer.text
    assert "script-src 'self'" in answer.headers["content-security-policy"]
    assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_every_link_of_every_page_leads_to_a_page(client: TestClient) -> None:
    found = {
        unescape(link).split("#")[0] for a in ADDRESSES for link in re.findall(r'href="([^"]+)"', client.get(a).text)
    }
    wrong = [link for link in found if link.startswith("/") and client.get(link).status_code != 200]
    assert wrong == []


def test_a_body_is_shown_with_the_words_of_each_line(client: TestClient) -> None:
    shown = text_of(client.get(body_address("safety-board")).text)
    assert "Also called SB" in shown
    assert '<a href="/id/northam/body/care-panel">Care Panel</a>' in client.get(body_address("safety-board")).text
    assert "Reports to Care Panel (annual)" in shown
    assert "Denied: Council" in shown
    assert "section 1.1, page 1, a.txt" in shown


def test_the_map_as_a_tree_and_in_other_sizes(client: TestClient) -> None:
    tree = client.get("/map?area=northam&way=tree").text
    assert "<svg" not in tree
    assert '<ul class="tree">' in tree
    drawn, large = (client.get(f"/map?area=northam&size={size}").text for size in ("drawn", "large"))
    widths = [int(re.findall(r'<svg[^>]* width="(\d+)"', shown)[0]) for shown in (drawn, large)]
    assert widths[1] == 2 * widths[0]
    assert "way=tree" in drawn


def test_the_map_says_the_same_in_words(client: TestClient) -> None:
    shown = client.get("/map?area=northam").text
    assert "<svg" in shown
    assert "Safety Board reports to Care Panel" in shown
    assert "oversees Council" not in text_of(shown)


def test_the_map_of_one_year_shows_what_its_documents_state() -> None:
    dated = [replace(info, date=f"20{14 + at}-03-01") for at, info in enumerate(sorted(KNOWLEDGE.documents, key=str))]
    graph = Graph(replace(KNOWLEDGE, documents=tuple(dated)))
    own = TestClient(make_app(Site(graph)), base_url="http://127.0.0.1")
    year = next(info.date or "" for info in dated if info.name == "a.txt")[:4]
    assert "Safety Board reports to Care Panel" in own.get(f"/map?year={year}").text
    assert "Safety Board reports to Care Panel" not in own.get(f"/map?year={4029 - int(year)}").text
    assert own.get("/map?year=soon").status_code == 400


def test_the_chain_stands_out_in_the_map_of_the_area(client: TestClient) -> None:
    found = client.get("/path?from=SB&to=Council (Northam)").text
    address = unescape(re.findall(r'href="(/map[^"]*from=[^"]*)"', found)[0])
    shown = client.get(address).text
    assert "is drawn in bold" in shown
    assert len(re.findall(r'class="edge[^"]* marked"', shown)) == 2
    assert "is drawn in bold" not in client.get("/map?area=northam").text
    assert "No chain from Council to SB" in text_of(client.get("/map?area=northam&from=Council&to=SB").text)


def test_a_long_group_of_a_body_has_pages_of_its_own() -> None:
    many = [f"Safety Board must publish plan {number}" for number in range(120)]
    graph = Graph(join_knowledge(*(make_knowledge(line, document=f"{at}.txt") for at, line in enumerate(many))))
    own = TestClient(make_app(Site(graph)), base_url="http://127.0.0.1")
    shown = own.get(body_address("safety-board")).text
    assert shown.count("<summary") == 15
    links = [unescape(link) for link in re.findall(r'href="([^"]+group=[^"]+)"', shown)]
    assert len(links) == 2
    for link in links:
        first, second = own.get(link).text, own.get(f"{link}&page=2").text
        assert "1 to 100 of 120" in text_of(first)
        assert "101 to 120 of 120" in text_of(second)
    assert own.get(f"{body_address('safety-board')}?group=Nonsense").status_code == 404


def test_a_statement_of_many_documents_leads_to_all_of_them() -> None:
    same = [make_knowledge("Safety Board reports_to Care Panel", document=f"{at}.txt") for at in range(9)]
    own = TestClient(make_app(Site(Graph(join_knowledge(*same)))), base_url="http://127.0.0.1")
    shown = own.get(body_address("safety-board")).text
    assert "And 6 more, each with its words" in text_of(shown)
    link = unescape(re.findall(r'href="([^"]+group=Reports%20to)"', shown)[0])
    assert all(f"/document/{at}.txt?words=" in own.get(link).text for at in range(9))


def test_namesakes_without_an_area_are_told_apart_by_their_documents() -> None:
    two = [make_knowledge("Audit Panel must meet", document=f"{name}.txt", area=name) for name in ("East", "West")]
    known = join_knowledge(*two)
    known = replace(known, entities=tuple(replace(entity, area=None) for entity in known.entities))
    own = TestClient(make_app(Site(Graph(known))), base_url="http://127.0.0.1")
    for address in ("/kind/body", "/search?q=audit"):
        shown = text_of(own.get(address).text)
        assert "in “Title of East.txt”" in shown
        assert "in “Title of West.txt”" in shown


def test_the_chain_between_two_bodies(client: TestClient) -> None:
    assert "Safety Board → Care Panel → Council" in text_of(client.get("/path?from=SB&to=Council (Northam)").text)


def test_a_name_that_may_mean_several_is_asked_back_in_the_form() -> None:
    graph = Graph(
        join_knowledge(
            make_knowledge("Care Panel reports_to Council"),
            make_knowledge("Care Panel reports_to Cabinet", document="b.txt", area="Southam"),
        )
    )
    visitor = TestClient(make_app(Site(graph)), base_url="http://127.0.0.1")
    answer = visitor.get("/path?from=Care Panel&to=Cabinet")
    assert answer.status_code == 400
    assert 'value="Cabinet"' in answer.text
    meant = {unescape(link) for link in re.findall(r'<li><a href="(/path[^"]+)"', answer.text)}
    assert len(meant) == 2
    found = [link for link in meant if "Care Panel → Cabinet" in text_of(visitor.get(link).text)]
    assert len(found) == 1


def test_no_chain_is_an_answer(client: TestClient) -> None:
    assert "state no chain of accountability" in text_of(client.get("/path?from=Council (Northam)&to=SB").text)


def test_a_document_is_shown_word_for_word_with_its_statements_marked(client: TestClient) -> None:
    html = client.get("/document/a.txt").text
    shown = re.search(r'<div class="text">(.*?)</div>', html, re.DOTALL)
    assert shown is not None
    document = read_document("a.txt")
    assert document is not None
    assert unescape(re.sub(r"<[^>]+>", "", shown[1])) == document.text
    for statement in STATEMENTS:
        if statement.evidence.document == "a.txt":
            assert f'id="s-{statement.id}"' in html


def test_spaces_at_the_end_of_a_line_are_not_marked() -> None:
    words = "Safety Board   \n  \n\n\nreports to   \nCare Panel"
    document = Document("a.txt", "", "text/plain", words, (Page(1, 0, len(words)),), ())
    shown = "".join(run.text for run in stretches(document, ()))
    assert shown == "Safety Board\n\nreports to\nCare Panel"


def test_a_page_of_a_file_is_shown_with_the_words_marked() -> None:
    asked: list[tuple[str, int, tuple[str, ...]]] = []

    def draw(name: str, number: int, quotes: tuple[str, ...]) -> bytes | None:
        asked.append((name, number, quotes))
        return b"picture" if number == 1 else None

    site = Site(Graph(KNOWLEDGE), read_document, pages=Pages(lambda name: name == "a.txt", draw))
    visitor = TestClient(make_app(site), base_url="http://127.0.0.1")
    fact = next(fact for fact in KNOWLEDGE.facts if fact.predicate == "reports_to")
    shown = re.search(r'<img[^>]* src="([^"]+)" alt="([^"]+)"', visitor.get(f"/statement/{fact.id}").text)
    assert shown is not None
    assert shown[2] == "Page 1 of Title of a.txt; the words above are marked on it"
    answer = visitor.get(unescape(shown[1]))
    assert (answer.content, answer.headers["content-type"]) == (b"picture", "image/png")
    assert asked.pop() == ("a.txt", 1, (fact.evidence.quote,))
    visitor.get("/picture/1/a.txt")
    assert len(asked.pop()[2]) == len({s.evidence.quote for s in STATEMENTS if s.evidence.document == "a.txt"})
    for address in ("/picture/2/a.txt", "/picture/1/b.txt", "/picture/1/nowhere.pdf", "/picture/x/a.txt"):
        assert visitor.get(address).status_code == 404


def test_a_document_whose_file_is_gone_says_so(client: TestClient) -> None:
    assert "The file is not at hand" in client.get("/document/b.txt").text


def test_names_from_documents_are_text_and_never_markup(client: TestClient) -> None:
    for address in ("/kind/body", "/map", "/document/b.txt", "/search?q=script", "/search?q=%3Cscript%3E"):
        html = client.get(address).text
        assert "<script>alert" not in html
        assert "alert[&#34;x&#34;]" in html or "alert[&quot;x&quot;]" in html or address.endswith("%3E")


def test_findings_can_be_chosen_and_each_leads_to_what_its_check_is(client: TestClient) -> None:
    shown = text_of(client.get("/findings").text)
    assert "Nobody is told <b>." in shown
    assert "A number is missing. PG401" in shown
    assert "Looked for in b.txt." in shown
    assert "A number is missing" not in client.get("/findings?area=northam").text
    assert "A number is missing" not in client.get("/findings?severity=high").text
    assert "Why it matters" in client.get("/check/PG101").text
    assert "1 of high severity" in client.get("/").text
    assert "Nobody is told" in client.get(body_address("safety-board")).text


def test_two_areas_stand_side_by_side_with_the_words_of_both(client: TestClient) -> None:
    shown = text_of(client.get("/compare?first=Northam&second=Southam").text)
    assert "Northam and Southam" in shown
    both = shown.partition("Links")[0].partition("Duties")[2]
    assert "Safety Board: publish a plan Safety Board must publish a plan section 1.1, page 1, a.txt" in both
    assert "Council: publish a plan Council must publish a plan section 1.1, page 1, b.txt" in both
    assert "Only Northam" in shown


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("first=Northam&second=Atlantis", "&#39;Atlantis&#39; is no area (there are Northam, Southam) and no document"),
        ("area=Northam&from=2012&to=soon", "&#39;soon&#39; is no year"),
        ("area=Northam&from=2014&to=2012", "the first year must be before the second"),
    ],
)
def test_sides_that_are_not_there_are_told(client: TestClient, asked: str, told: str) -> None:
    answer = client.get(f"/compare?{asked}")
    assert answer.status_code == 400
    assert told in answer.text


def test_the_matrix_says_who_has_what_part_and_can_be_taken_along(client: TestClient) -> None:
    shown = text_of(client.get("/matrix?area=Northam").text)
    assert re.search(r"To be done .*Safety Board.* Source publish a plan R section 1.1, page 1, a.txt", shown)
    assert "R does it" in shown
    table = client.get("/matrix.csv?area=Northam")
    assert table.text.splitlines()[1] == 'publish a plan,R,"section 1.1, page 1, a.txt"'
    assert table.headers["content-disposition"] == 'attachment; filename="matrix.csv"'
    assert client.get("/matrix.xlsx").content.startswith(b"PK")


def test_the_matrix_of_one_body_is_found_by_each_of_its_names(client: TestClient) -> None:
    assert "Who does what in Northam: Safety Board" in client.get("/matrix?area=Northam&who=SB").text
    silent = text_of(client.get("/matrix?area=Northam&who=Nobody").text)
    assert "Nobody has no part in what these documents ask for" in silent
    assert "ask nothing of anybody" not in silent


def test_a_long_matrix_comes_in_pages() -> None:
    duties = [f"Board {number % 30} must do thing number {number}" for number in range(150)]
    visitor = TestClient(make_app(Site(Graph(make_knowledge(*duties)))), base_url="http://127.0.0.1")
    first = visitor.get("/matrix").text
    assert "1 to 100 of 150" in first
    following = re.search(r'href="([^"]+)">Next<', first)
    assert following is not None
    last = visitor.get(unescape(following[1])).text
    assert "101 to 150 of 150" in last
    assert ">Before<" in last
    assert ">Next<" not in last


def test_the_years_show_holders_money_and_bodies(client: TestClient) -> None:
    shown = text_of(client.get("/timeline").text)
    assert "Director of Care Ms Ada Byron" in shown
    assert "Council to Safety Board £500" in shown
    assert re.search(r"Body 2012 .*Safety Board \d+", shown)
    names = re.findall(r'<summary aria-label="([^"]+)"', client.get("/timeline").text)
    assert len(set(names)) == len(names) == 3
    assert "None of the documents has a date" not in shown


def test_no_page_waits_for_the_checks() -> None:
    ended = Event()

    def check(_: Choice) -> tuple[Finding, ...]:
        ended.wait(20)
        return FINDINGS

    visitor = TestClient(make_app(Site(Graph(KNOWLEDGE), check=check)), base_url="http://127.0.0.1")
    for address in ("/", "/findings", body_address("safety-board")):
        assert "The checks are still running" in visitor.get(address).text
    ended.set()
    assert "Nobody is told" in visitor.get("/findings").text
    assert "The checks are still running" not in visitor.get("/").text


def test_more_lines_than_one_drawing_holds_are_drawn_in_several() -> None:
    said = [f"Board {a} reports_to Board {b}" for a in range(20) for b in range(a)]
    visitor = TestClient(make_app(Site(Graph(make_knowledge(*said)))), base_url="http://127.0.0.1")
    shown = visitor.get("/map").text
    assert "<svg" in shown
    assert "Chart 1: " in shown
    assert "with those who answer to" in shown
    pages = [shown, *(visitor.get(f"/map?page={number}").text for number in (2, 3))]
    assert sum(text_of(page).count("Board 19 reports to Board 0") for page in pages) == 1


def test_a_large_graph_is_shown_area_by_area(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("protocolgraph.graph.view.LARGE", 3)
    visitor = TestClient(make_app(Site(Graph(KNOWLEDGE), check=lambda choice: FINDINGS)), base_url="http://127.0.0.1")
    for address in ("/map", "/matrix", "/timeline", "/findings"):
        whole = visitor.get(address).text
        assert f'<a href="{address}?area=northam">Northam</a>' in whole
        assert "shown area by area" not in visitor.get(f"{address}?area=northam").text
    assert "Nobody is told" in visitor.get("/findings?area=northam").text
    assert "area=NAME" in text_of(visitor.get("/matrix.csv").text)
    assert visitor.get("/matrix.csv?area=northam").status_code == 200


def test_a_body_of_a_large_graph_leads_to_what_needs_attention_and_shows_it_once_it_was_looked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("protocolgraph.graph.view.LARGE", 3)
    asked: list[Choice] = []

    def check(choice: Choice) -> tuple[Finding, ...]:
        asked.append(choice)
        return FINDINGS

    visitor = TestClient(make_app(Site(Graph(KNOWLEDGE), check=check)), base_url="http://127.0.0.1")
    body = visitor.get(body_address("safety-board")).text
    assert not asked
    assert "Nobody is told" not in body
    found = visitor.get(unescape(re.findall(r'href="(/findings[?]area[^"]+)"', body)[0])).text
    assert "Only what concerns <strong>Safety Board</strong>" in found
    assert "Nobody is told" in found
    assert "Nobody is told" in visitor.get(body_address("safety-board")).text


def test_the_first_page_counts_what_can_be_counted() -> None:
    known = make_knowledge("Board established_under Children Act", "Board established_under Care Act")
    first = text_of(TestClient(make_app(Site(Graph(known))), base_url="http://127.0.0.1").get("/").text)
    assert "1 body , 2 laws , 2 facts and 0 duties, read from 1 document" in first


def test_a_long_page_of_a_body_says_what_is_on_it() -> None:
    said = [f"Safety Board {predicate} Panel" for predicate in ("reports_to", "advises", "oversees", "works_with")]
    said += ["Safety Board part_of Panel", "Director of Care chairs Safety Board"]
    said += ["Safety Board must publish a plan", "Safety Board may meet the public"]
    visitor = TestClient(make_app(Site(Graph(make_knowledge(*said)))), base_url="http://127.0.0.1")
    shown = visitor.get(body_address("safety-board")).text
    assert "On this page" in shown
    leading = re.findall(r'<li><a href="#([^"]+)">', shown)
    assert len(leading) == 8
    assert "Duties 2" in text_of(shown)
    assert [place for place in leading if f'id="{place}"' not in shown] == []


def test_bodies_that_answer_to_each_other_in_two_areas_are_called_counterparts(client: TestClient) -> None:
    shown = text_of(client.get("/compare?first=Northam&second=Southam").text)
    assert "Counterparts Council" in shown


def test_the_page_of_chains_says_how_to_begin_and_offers_the_other_way_round(client: TestClient) -> None:
    assert "Names are offered as you type" in text_of(client.get("/path").text)
    none = client.get("/path?from=Council+(Northam)&to=Safety+Board").text
    assert "state no chain" in none
    back = re.findall(r'href="([^"]+)">The other way round<', none)
    assert "accountable to" in text_of(client.get(unescape(back[0])).text)


def test_findings_of_one_body_lead_to_those_of_all(client: TestClient) -> None:
    own = client.get("/findings?area=northam&who=Care Panel&severity=high").text
    assert "No findings" in own
    others = re.findall(r'href="([^"]+)">What concerns others, too<', own)
    assert "Nobody is told" in client.get(unescape(others[0])).text


def test_a_body_of_which_very_much_is_stated_is_an_overview_that_leads_to_all_of_it() -> None:
    said = [f"Safety Board must publish plan {number}" for number in range(160)]
    said += [f"Panel {number} reports_to Safety Board" for number in range(30)]
    visitor = TestClient(make_app(Site(Graph(make_knowledge(*said)))), base_url="http://127.0.0.1")
    shown = visitor.get(body_address("safety-board")).text
    assert "The first 5 of 160" in shown
    assert "12 of 30 others" in shown
    assert len(re.findall(r"publish plan \d+</p>", shown)) == 5
    whole = re.findall(r'href="([^"]+)">all of', shown)
    assert "1 to 100 of 160" in visitor.get(unescape(whole[1])).text


def test_what_takes_long_is_told_to_be_worked_out(monkeypatch: pytest.MonkeyPatch) -> None:
    go = Event()

    def slowly(*_: object) -> Comparison:
        go.wait(20)
        return compare(Graph(KNOWLEDGE), "Northam", "Southam")

    for name in ("map", "timeline", "matrix", "compare"):
        monkeypatch.setattr(f"protocolgraph.web.pages.{name}.PATIENCE", 0.01)
    monkeypatch.setattr("protocolgraph.web.site.compare", slowly)
    visitor = TestClient(make_app(Site(Graph(KNOWLEDGE))), base_url="http://127.0.0.1")
    shown = visitor.get("/compare?first=Northam&second=Southam").text
    assert "This is being worked out" in shown
    assert '<a href="/compare?first=Northam&amp;second=Southam">Look again</a>' in shown
    go.set()
    monkeypatch.setattr("protocolgraph.web.pages.compare.PATIENCE", 20)
    assert "In short" in visitor.get("/compare?first=Northam&second=Southam").text


def test_words_stand_out_where_a_reader_came_for_them(client: TestClient) -> None:
    span = EVIDENCE.spans[0]
    shown = client.get(f"/document/a.txt?words={span.start}-{span.end}").text
    assert shown.count('id="here"') == 1
    assert 'class="mark here"' in shown
    assert 'id="here"' not in client.get("/document/a.txt?words=nonsense").text
    source = re.search(r'href="(/document/a.txt[?]words=[^"]+)"', client.get(body_address("safety-board")).text)
    assert source is not None
    assert 'id="here"' in client.get(unescape(source[1])).text


def test_documents_and_names_are_listed_by_area_and_words(client: TestClient) -> None:
    assert "a.txt" in client.get("/documents?area=northam").text
    assert "b.txt" not in text_of(client.get("/documents?area=northam").text)
    assert "No document is called so" in client.get("/documents?words=xyzzy").text
    bodies = text_of(client.get("/kind/body?words=saf").text)
    assert "Safety Board" in bodies
    assert "Care Panel" not in bodies


def test_a_search_finds_acronyms_and_beginnings_of_names(client: TestClient) -> None:
    assert "Safety Board" in client.get("/search?q=sb").text
    assert [item["name"] for item in client.get("/api/search?q=saf boa").json()["items"]] == ["Safety Board"]


def test_a_question_that_cannot_be_read_says_so_and_offers_those_that_have_answers(client: TestClient) -> None:
    answer = client.get("/ask?q=Wherefore art thou")
    assert answer.status_code == 200
    assert "SELECT" not in answer.text
    offered = re.findall(r'<li><a href="(/ask[^"]+)"', answer.text)
    assert offered
    assert offered == re.findall(r'<li><a href="(/ask[^"]+)"', client.get("/ask").text)
    for question in offered:
        assert "The documents state" in client.get(unescape(question)).text


def test_a_long_answer_comes_in_pages_and_a_slow_one_is_told_to_be_worked_out(monkeypatch: pytest.MonkeyPatch) -> None:
    graph = Graph(make_knowledge(*(f"Board {number} must publish a plan" for number in range(150))))
    visitor = TestClient(make_app(Site(graph)), base_url="http://127.0.0.1")
    asked = "/ask?q=Who must publish a plan?"
    first = visitor.get(asked).text
    assert "1 to 100 of 150 lines" in first
    following = re.search(r'href="([^"]+)">Next<', first)
    assert following is not None
    assert "101 to 150 of 150 lines" in visitor.get(unescape(following[1])).text
    go = Event()
    monkeypatch.setattr("protocolgraph.web.site.ask", lambda *asked: go.wait(20) and ask(*asked))
    monkeypatch.setattr("protocolgraph.web.pages.ask.PATIENCE", 0.01)
    slow = TestClient(make_app(Site(graph)), base_url="http://127.0.0.1")
    assert "This is being worked out" in slow.get(asked).text
    go.set()
    monkeypatch.setattr("protocolgraph.web.pages.ask.PATIENCE", 20)
    assert "1 to 100 of 150 lines" in slow.get(asked).text


def test_a_workbook_is_offered_where_it_can_be_written(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "/matrix.xlsx" in client.get("/matrix?area=Northam").text
    monkeypatch.setattr("protocolgraph.web.pages.matrix.find_spec", lambda name: None if name == "openpyxl" else name)
    shown = client.get("/matrix?area=Northam").text
    assert "/matrix.csv" in shown
    assert "/matrix.xlsx" not in shown


def test_how_a_question_was_read_stands_above_its_answer(client: TestClient) -> None:
    shown = text_of(client.get("/ask?q=To whom does SB report?").text)
    assert re.search(r"Read as: to whom Safety Board reports.* The documents state", shown)


@pytest.mark.parametrize(
    "address", ["/nowhere", "/id/x/body/y", "/kind/unicorn", "/document/z.txt", "/statement/0", "/check/PG000"]
)
def test_what_is_not_there_is_said_on_a_page(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 404
    assert "no such page" in answer.text


@pytest.mark.parametrize(
    "address",
    [
        "/path?from=Nobody&to=Council",
        "/map?confidence=high",
        "/matrix?page=0",
        "/matrix?as_of=x",
        "/timeline?area=Mars",
    ],
)
def test_wrong_input_is_said_on_a_page(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 400
    assert "Traceback" not in answer.text


def test_a_name_that_is_not_this_machine_is_refused(client: TestClient) -> None:
    assert client.get("/", headers={"host": "evil.example"}).status_code == 400


def test_an_address_that_others_can_reach_needs_the_token() -> None:
    visitor = TestClient(make_app(Site(Graph(KNOWLEDGE)), hosts=("*",), token="sesame"), base_url="http://10.0.0.5")
    assert visitor.get("/").status_code == 403
    assert visitor.get("/?token=wrong").status_code == 403
    assert visitor.get("/?token=sesame").status_code == 200
    assert visitor.get("/kind/body").status_code == 200


def test_rows_come_in_pages(client: TestClient) -> None:
    first = client.get("/api/facts?limit=2").json()
    assert len(first["items"]) == 2
    rest = client.get(f"/api/facts?offset={first['next']}").json()
    assert len(first["items"]) + len(rest["items"]) == len(KNOWLEDGE.facts)
    assert rest["next"] is None


def test_sparql_answers_in_the_standard_form(client: TestClient) -> None:
    query = "SELECT ?n WHERE { ?b a pg:Body ; skos:prefLabel ?n } ORDER BY ?n LIMIT 1"
    for answer in (
        client.get("/sparql", params={"query": query}),
        client.post("/sparql", data={"query": query}),
        client.post("/sparql", content=query, headers={"content-type": "application/sparql-query"}),
    ):
        assert answer.headers["content-type"] == "application/sparql-results+json"
        assert answer.json()["head"]["vars"] == ["n"]
        assert len(answer.json()["results"]["bindings"]) == 1
    assert client.get("/sparql", params={"query": "ASK { ?b a pg:Body }"}).json()["boolean"] is True


@pytest.mark.parametrize(
    "query", ["", "DELETE WHERE { ?s ?p ?o }", "SELECT", "SELECT * { SERVICE <http://x> { ?a ?b ?c } }"]
)
def test_sparql_only_reads(client: TestClient, query: str) -> None:
    answer = client.get("/sparql", params={"query": query})
    assert answer.status_code == 400
    assert answer.json()["error"]
