"""What holds for everything that is read, whatever the text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import TITLE, extracted, extractor, facts

from protocolgraph.errors import ModelError
from protocolgraph.extract import Extractor
from protocolgraph.model import Document, EntityType, Extraction, MentionForm, quote
from protocolgraph.model.workspace import DocumentOverride
from protocolgraph.readers import find_documents, read
from protocolgraph.readers.plain import read_plain
from protocolgraph.structure import outline

CORPUS = Path(__file__).parents[2] / "corpus"
PAPERS = [path for path in find_documents([CORPUS]) if path.suffix == ".txt" and path.stat().st_size < 40_000]

LINES = [
    "Saltmere Adults Board (SAB)",
    "Terms of Reference",
    "1. Membership",
    "2. Signatures",
    "Members:",
    "Present: Cllr Ruth Calder",
    "- Director of Law (Chair)",
    "(a) mend the roof;",
    "The Board will:",
    "It shall report to the Cabinet.",
    "Both Boards must",
    "Frequency: monthly",
    "Group | Chair",
    "| Saltmere Council | £1,000 |",
    "Group Chaired by Frequency",
    "she may",
    "its Chair",
    "Reports to: its Panel",
    "Ruth Calder, Head of Law",
    "SAB",
    "the Board's Annual Report",
    "3.1 Risk Panel (quarterly)",
    "",
]

printable = st.characters(exclude_categories=["Cc", "Cs"])
papers = st.lists(st.sampled_from(LINES) | st.text(printable, max_size=30), max_size=12).map("\n".join)


def squeezed(text: str) -> str:
    return "".join(c.casefold() for c in text if c.isalnum())


def assert_stands_in(document: Document, extraction: Extraction) -> None:
    numbers = range(len(extraction.mentions))
    for mention in extraction.mentions:
        words = "".join(document.text[span.start : span.end] for span in mention.spans)
        assert all(span.end <= len(document.text) for span in mention.spans)
        if mention.type is EntityType.PUBLICATION:
            assert not mention.spans or squeezed(mention.text) in squeezed(words)
        else:
            assert not mention.spans or "".join(words.split()) == "".join(mention.text.split())
        assert {mention.owner, mention.antecedent} <= {None, *numbers}
    for fact in extraction.facts:
        assert {fact.subject, fact.object} <= {None, *numbers}
    for duty in extraction.duties:
        assert {duty.bearer, duty.product, *duty.to} <= {None, *numbers}
    for evidence in [*(fact.evidence for fact in extraction.facts), *(duty.evidence for duty in extraction.duties)]:
        assert evidence.spans
        assert evidence.quote == quote(document.text, evidence.spans)
        assert 0 < evidence.confidence <= 1


@settings(max_examples=15, deadline=None, derandomize=True)
@given(papers)
def test_any_text_is_read_and_quoted_word_for_word(text: str) -> None:
    document = read_plain(f"Saltmere\n{text}".encode(), "paper.txt")
    assert_stands_in(document, extractor().extract(outline(document)))


@pytest.mark.parametrize("path", PAPERS, ids=[path.name for path in PAPERS])
def test_a_whole_document_is_quoted_word_for_word_and_read_the_same_twice(path: Path) -> None:
    document = read(path)
    found = outline(document)
    first = extractor().extract(found)
    assert_stands_in(document, first)
    assert first == extractor().extract(found)


def test_ordinary_words_are_kept_only_where_a_statement_needs_them(tmp_path: Path) -> None:
    extraction = extracted(tmp_path, "The Board meets here. It rained on it.")
    used = {m for fact in extraction.facts for m in (fact.subject, fact.object)}
    used |= {duty.bearer for duty in extraction.duties}
    used |= {link for m in extraction.mentions for link in (m.owner, m.antecedent)}
    pointing = [n for n, m in enumerate(extraction.mentions) if m.form in (MentionForm.PRONOUN, MentionForm.DEFINITE)]
    assert set(pointing) <= used


def test_an_override_knows_better_than_the_text() -> None:
    document = read_plain(TITLE.encode(), "paper.txt")
    override = DocumentOverride(area="Saltmere", date="2014-03", title="The Terms", kind="report")
    extraction = extractor().extract(outline(document), override=override)
    assert (extraction.area, extraction.date, extraction.title, extraction.kind) == (
        "Saltmere", "2014-03", "The Terms", "report",
    )  # fmt: skip
    assert extraction.model == extractor().model_name
    assert extraction.sha256 == document.sha256


def test_a_text_without_names_states_nothing() -> None:
    extraction = extractor().extract(outline(read_plain(b"the sea was calm", "paper.txt")))
    assert (extraction.mentions, extraction.facts, extraction.duties) == ((), (), ())


def test_a_model_that_is_not_there_is_named() -> None:
    with pytest.raises(ModelError, match="no_such_model"):
        Extractor("no_such_model")


def test_a_sentence_may_name_more_than_a_thousand_bodies(tmp_path: Path) -> None:
    endings = ("ton", "ham", "ley", "by", "ford", "wick", "mere", "den", "stow", "combe", "burn")
    starts = ("Ash", "Elm", "Oak", "Bir", "Yew", "Fir", "Haz", "Wil", "Row", "Map")
    places = [f"{one}{two}{three}" for one in starts for two in endings for three in endings][:1100]
    named = ", ".join(f"the {place} Panel" for place in places)
    found = facts(
        tmp_path, f"{TITLE}The Harbour Bay Safeguarding Board works with {named} and the Cabinet.\n", "works_with"
    )
    assert len(found) > 0.9 * len(places)


def test_words_without_end_and_full_stop_are_passed_over(tmp_path: Path) -> None:
    endless = "The Harbour Bay Safeguarding Board must meet " + "and then in the old hall by the harbour " * 1500
    found = extracted(tmp_path, f"{endless}\n\nThe Harbour Bay Safeguarding Board must publish a plan.")
    assert [duty.content.text for duty in found.duties] == ["publish a plan"]


@pytest.mark.parametrize(
    ("paper", "stated"),
    [
        (
            "The following report to the Tide Board: the Pier Panel, the Sand Panel and the Kelp Panel.",
            "Kelp Panel reports_to Tide Board",
        ),
        ("The Pier Panel advises:\n\n(a) the Tide Board;\n(b) the Head of Law.", "Pier Panel advises Head of Law"),
        (
            "The Pier Panel will work with the following: the Tide Board and the Kelp Forum.",
            "Pier Panel works_with Kelp Forum",
        ),
        (
            "The Pier Panel is accountable:\n\n- to the Tide Board for money; and\n- to the Kelp Trust.",
            "Pier Panel accountable_to Kelp Trust",
        ),
        (
            "The Tide Board receives the following reports:\n\n- a report on sand\n- an update from the Kelp Panel",
            "Kelp Panel reports_to Tide Board",
        ),
        (
            "The Pier Panel reports to two bodies: the Tide Board and the Kelp Trust.",
            "Pier Panel reports_to Kelp Trust",
        ),
    ],
)
def test_what_a_list_completes_is_said_of_each_of_its_names(tmp_path: Path, paper: str, stated: str) -> None:
    assert any(fact.startswith(stated) for fact in facts(tmp_path, paper, stated.split()[2]))


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("The Pier Panel reports to the Tide Board, as does the Kelp Panel.", "Kelp Panel reports_to Tide Board"),
        ("The Pier Panel counts boats and sand and reports to the Tide Board.", "Pier Panel reports_to Tide Board"),
        (
            "The report is sent to the Head of Law and the Police and Crime Commissioner by the Tide Board.",
            "Tide Board reports_to Police and Crime Commissioner [product=report]",
        ),
        (
            "The Pier Panel should look at how well boats are kept and should report its views to the Tide Board.",
            "Pier Panel reports_to Tide Board [product=views to the Tide Board]",
        ),
        (
            "The Pier Panel keeps the log and reports faults to the Tide Board.",
            "Pier Panel reports_to Tide Board [product=faults to the Tide Board]",
        ),
        (
            "The Pier Panel writes a report each year, which is agreed by the Kelp Trust and sent to the Tide Board.",
            "Pier Panel reports_to Tide Board [product=report each year]",
        ),
        (
            "The Town Clerk reports to the Head of Law for line management and to the Mayor for the work of the hall.",
            "Town Clerk accountable_to Mayor",
        ),
        (
            "The Business Manager is accountable to the Mayor and, as Treasurer, to the Tide Board.",
            "Business Manager accountable_to Tide Board",
        ),
        (
            "The Pier Panel may refer any matter of concern to Cabinet or to the Tide Board.",
            "Pier Panel escalates_to Tide Board",
        ),
        (
            "Safeguarding concerns will be escalated by the Pier Panel to the Tide Board.",
            "Pier Panel escalates_to Tide Board",
        ),
        (
            "The Pier Panel decides whether a review is needed, informing the Tide Board of its decision.",
            "Pier Panel notifies Tide Board",
        ),
        (
            "The Pier Panel answers to the Tide Board and gives it an account.",
            "Pier Panel reports_to Tide Board [product=account]",
        ),
        ("The Pier Panel met each term and reported to the Tide Board.", "Pier Panel reports_to Tide Board"),
        (
            "The Pier Panel audits homes of people missing from care and reports to the Tide Board.",
            "Pier Panel reports_to Tide Board",
        ),
        ("The Pier Panel must report any error that causes harm to the Tide Board.", "Pier Panel notifies Tide Board"),
        ("This is an agreement between Pier Trust, Sand Trust and Kelp Trust.", "Sand Trust works_with Kelp Trust"),
        ("The Kelp Council has set up the Pier Panel to advise the Tide Board.", "Pier Panel advises Tide Board"),
        (
            "The Pier Panel, working with the Sand Trust, leads on the review of tides.",
            "Pier Panel works_with Sand Trust",
        ),
    ],
)
def test_relations_that_a_parser_alone_loses(tmp_path: Path, text: str, stated: str) -> None:
    assert stated in facts(tmp_path, text, stated.split()[2])


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        (
            "The Pier Panel meets.\n\nThe Pier Panel cannot:\n\n- Sign\n- Scrutinise the work of the Tide Board\n",
            {"Pier Panel not oversees Tide Board"},
        ),
        ("The Kelp Council has set up the Pier Panel to oversee the Tide Board.", {"Pier Panel oversees Tide Board"}),
    ],
)
def test_who_oversees_and_who_must_not(tmp_path: Path, text: str, stated: set[str]) -> None:
    assert facts(tmp_path, text, "oversees") == stated


def test_whoever_is_told_behind_the_chair_to_be_the_deputy_is_no_second_chair(tmp_path: Path) -> None:
    text = "The Tide Forum is chaired by the Head of Law and the Deputy Chair is the Chief Nurse."
    assert facts(tmp_path, text, "chairs", "member_of") == {
        "Head of Law chairs Tide Forum",
        "Chief Nurse member_of Tide Forum [capacity=vice_chair]",
    }


def test_what_is_sent_back_is_no_report(tmp_path: Path) -> None:
    text = "The Pier Panel may send a report back to the Tide Group for more work."
    assert facts(tmp_path, text, "reports_to") == set()


def test_what_is_said_of_whoever_fills_the_chair_chairs_nothing(tmp_path: Path) -> None:
    text = "Tide Commission\n\nThe Chairman, Councillor Ann Lee, is the leader of the main opposition group.\n"
    chairs = {fact.split(" chairs")[0] for fact in facts(tmp_path, text, "chairs")}
    assert chairs == {"Councillor Ann Lee", "Chairman"}


def test_a_post_s_description_tells_to_whom_it_answers(tmp_path: Path) -> None:
    paper = "Job description\n\nPost: Harbour Safety Officer\nResponsible to: Head of Harbours\n"
    assert facts(tmp_path, paper, "accountable_to") == {"Harbour Safety Officer accountable_to Head of Harbours"}


def test_the_postholder_reports_and_is_no_paper(tmp_path: Path) -> None:
    paper = "Job description\n\nPost: Harbour Safety Officer\n\nThe postholder reports to the Saltmere Trust Board.\n"
    assert facts(tmp_path, paper, "reports_to") == {"Harbour Safety Officer reports_to Saltmere Trust Board"}


def test_a_line_of_arrows_is_a_chain(tmp_path: Path) -> None:
    paper = f"{TITLE}2. Reporting\n\nReporting lines: Pier Panel → Tide Board → Kelp Trust\n"
    assert {"Pier Panel reports_to Tide Board", "Tide Board reports_to Kelp Trust"} <= facts(
        tmp_path, paper, "reports_to"
    )
    assert "Pier Panel reports_to Kelp Trust" not in facts(tmp_path, paper, "reports_to")


def test_a_column_tells_to_whom_each_row_answers(tmp_path: Path) -> None:
    rows = (
        "| Post | Responsible to |\n|---|---|\n| Pier Manager | Head of Harbours |\n| Sand Manager | Pier Manager |\n"
    )
    assert facts(tmp_path, f"{TITLE}{rows}", "accountable_to") == {
        "Pier Manager accountable_to Head of Harbours",
        "Sand Manager accountable_to Pier Manager",
    }


def test_an_agenda_tells_whose_reports_will_come(tmp_path: Path) -> None:
    paper = "Saltmere Tide Board\n\nAgenda\n\n1. Apologies\n2. Update from the Pier Panel\n3. Any other business\n"
    assert facts(tmp_path, paper, "reports_to") == {"Pier Panel reports_to Saltmere Tide Board"}


def test_a_work_programme_tells_who_brings_each_item(tmp_path: Path) -> None:
    rows = "| Meeting | Topic | Lead officer |\n|---|---|---|\n"
    rows += "| March | Piers | Head of Harbours |\n| May | Sand | Head of Beaches |\n"
    assert facts(tmp_path, f"Saltmere Tide Board work programme\n\n{rows}", "reports_to") == {
        "Head of Harbours reports_to Saltmere Tide Board",
        "Head of Beaches reports_to Saltmere Tide Board",
    }
