"""What is stated year by year."""

from __future__ import annotations

from dataclasses import replace

from factory import join_knowledge, make_document, make_knowledge

from protocolgraph.model import Knowledge
from protocolgraph.present.timeline import make_timeline


def dated(name: str, date: str | None, *statements: str) -> Knowledge:
    return replace(make_knowledge(*statements, document=name), documents=(make_document(name, date=date),))


KNOWLEDGE = join_knowledge(
    dated("a.txt", "2012-05", "Ms Ada Byron holds Director of Care", "Council funds Safety Board [amount=£500]"),
    dated("b.txt", "2014", "Ms Grace Hopper holds Director of Care", "Care Partnership succeeds Safety Board"),
    dated("c.txt", None, "Ms Mary Shelley holds Director of Care"),
)


def test_a_year_says_what_its_documents_state() -> None:
    made = make_timeline(KNOWLEDGE)
    assert made.years == (2012, 2014)
    (post,) = made.posts
    assert post.title == "Director of Care"
    assert {year: [words for words, _ in told] for year, told in post.years.items()} == {
        2012: ["Ms Ada Byron"],
        2014: ["Ms Grace Hopper"],
    }
    assert [(lane.title, lane.years[2012][0][0]) for lane in made.money] == [("Council to Safety Board", "£500")]
    assert [fact.evidence.document for fact in made.changes] == ["b.txt"]


def test_bodies_of_most_years_come_first_and_undated_documents_say_nothing() -> None:
    made = make_timeline(KNOWLEDGE)
    assert [(row.entity.name, row.years) for row in made.bodies] == [
        ("Safety Board", {2012: 1, 2014: 1}),
        ("Care Partnership", {2014: 1}),
        ("Council", {2012: 1}),
    ]


def test_without_dates_there_are_no_years() -> None:
    assert make_timeline(dated("c.txt", None, "A reports_to B")).years == ()
