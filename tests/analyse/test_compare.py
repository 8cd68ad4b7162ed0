"""Comparisons: who are counterparts, which duties and links are one, and what is told of them."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from alignment import gold, measure, measure_bodies, measure_links
from corpus_graph import corpus_graph
from factory import join_knowledge, make_knowledge

import protocolgraph as pg
from protocolgraph.analyse.compare import compare, compare_years, cover_areas
from protocolgraph.analyse.compare.matrix import accountability_matrix
from protocolgraph.model import Knowledge, Layout, Part, PartKind, Scope


def side(area: str, *statements: str, document: str = "a.txt") -> tuple[str, Knowledge]:
    return area, make_knowledge(*statements, document=document, area=area)


@pytest.fixture
def made() -> pg.Comparison:
    return compare(
        side(
            "Northam",
            "Northam Safeguarding Children Board must publish an annual report on its work",
            "Northam Safeguarding Children Board must monitor the effectiveness of partners",
            "Northam Safeguarding Children Board reports_to Northam Scrutiny Committee",
            "Care Panel must train staff",
        ),
        side(
            "Southwick",
            "Southwick Local Safeguarding Children Board should produce each year an account of its work",
            "Southwick Local Safeguarding Children Board reports_to Health and Wellbeing Board",
            "Housing Forum must build houses",
            document="b.txt",
        ),
    )


def test_bodies_of_one_kind_are_counterparts(made: pg.Comparison) -> None:
    pairs = [(row.first.who, row.second.who) for row in made.bodies if row.first and row.second]
    assert ("Northam Safeguarding Children Board", "Southwick Local Safeguarding Children Board") in pairs
    assert not any("Panel" in one or "Forum" in other for one, other in pairs)


def counterparts(first: tuple[str, Knowledge], second: tuple[str, Knowledge]) -> set[tuple[str, str]]:
    return {(row.first.who, row.second.who) for row in compare(first, second).bodies if row.first and row.second}


def test_a_national_committee_is_no_counterpart_of_a_local_one() -> None:
    name, national = side("Northam", "Care Select Committee oversees Valley Forum")
    scoped = [replace(e, scope=Scope.NATIONAL) if "Select" in e.name else e for e in national.entities]
    local = side("Southwick", "Care Select Commission oversees Hill Forum", document="b.txt")
    assert counterparts((name, replace(national, entities=tuple(scoped))), local) == set()
    assert counterparts((name, national), local) == {("Care Select Committee", "Care Select Commission")}


def test_bodies_of_one_kind_that_is_common_need_a_word_in_common() -> None:
    first = side("Northam", "Roads Select Committee oversees A Forum", "Homes Select Committee oversees B Forum")
    second = side("Southwick", "Homes Scrutiny Committee oversees Hill Forum", document="b.txt")
    assert counterparts(first, second) == {("Homes Select Committee", "Homes Scrutiny Committee")}


def test_an_acting_director_is_no_counterpart_of_the_director() -> None:
    first = side("Northam", "Director of Care chairs Care Board")
    second = side("Southwick", "Director of Care (Acting) chairs Care Board", document="b.txt")
    renamed = replace(
        second[1], entities=tuple(replace(e, name=e.name.replace("Director", "Acting Director")) for e in
                                  second[1].entities)
    )  # fmt: skip
    assert ("Director of Care", "Acting Director of Care") not in counterparts(first, ("Southwick", renamed))
    assert ("Director of Care", "Director of Care") in counterparts(first, second)


def test_posts_of_bodies_of_other_kinds_are_no_counterparts() -> None:
    police = side("Northam", "Officer for Safety post_in Dale Police")
    health = side("Southwick", "Officer for Safety post_in Southwick Clinical Commissioning Group", document="b.txt")
    other_force = side("Southwick", "Officer for Safety post_in Hill Police", document="b.txt")
    assert counterparts(police, health) == set()
    assert ("Officer for Safety", "Officer for Safety") in counterparts(police, other_force)


def test_among_many_bodies_each_finds_the_one_whose_name_shares_most_words() -> None:
    words = ("Roads", "Homes", "Parks", "Waste", "Ports", "Farms", "Trade", "Rates")
    names = [f"{one} and {other} Forum" for one, other in combinations(words, 2)]
    first = side("Northam", *(f"Council oversees {name}" for name in names))
    second = side("Southwick", *(f"Council oversees Southwick {name}" for name in names), document="b.txt")
    bodies = [row for row in compare(first, second).bodies if row.first and row.first.who != "Council"]
    assert all(row.second and row.second.who == f"Southwick {row.first.who}" for row in bodies if row.first)
    assert len(bodies) == len(names)


def test_the_council_of_an_area_is_the_counterpart_of_the_other_areas() -> None:
    first = side("Rotherham", "Rotherham Metropolitan Borough Council oversees Valley Forum")
    second = side("Harrow", "Council oversees Hill Forum", document="b.txt")
    assert counterparts(first, second) == {("Rotherham Metropolitan Borough Council", "Council")}


def test_what_followed_a_body_is_told_once() -> None:
    board, partnership = "Northam Local Safeguarding Children Board", "Northam Safeguarding Children Partnership"
    before = side("Northam", f"{board} must train staff")
    after = side("Northam", f"{partnership} succeeds {board}", document="b.txt")
    [row] = [row for row in compare_years(before, after).bodies if row.first]
    assert row.how == (f"followed by {partnership}",)


def test_duties_in_other_words_are_one_and_their_force_differs(made: pg.Comparison) -> None:
    [pair] = [row for row in made.duties if row.first and row.second]
    assert pair.first is not None
    assert pair.first.what.startswith("publish an annual report")
    assert "force: must / should" in pair.how
    assert pair.verdict is pg.Verdict.DIFFERS


def test_a_duty_of_a_class_of_bodies_is_kept_by_one_of_them_and_that_is_told() -> None:
    name, knowledge = side("Northam", "Local Safeguarding Children Boards must train staff in all schools")
    scoped = replace(knowledge, entities=tuple(replace(e, scope=Scope.GENERIC) for e in knowledge.entities))
    later = side("Northam", "Northam Local Safeguarding Children Board must train staff in all schools")
    [row] = compare_years((name, scoped), later).duties
    assert row.verdict is pg.Verdict.SAME
    assert row.how[0].startswith("bearer: Local Safeguarding Children Boards / Northam Local")


def test_a_duty_of_the_body_that_followed_has_moved() -> None:
    board, partnership = "Northam Local Safeguarding Children Board", "Northam Safeguarding Children Partnership"
    before = side("Northam", f"{board} must train staff in all schools")
    after = side("Northam", f"{partnership} must train staff in all schools", document="b.txt")
    [row] = compare_years(before, after).duties
    assert row.how == (f"moved from {board} to {partnership}",)


def test_what_two_documents_of_a_side_say_is_listed_once() -> None:
    text = "Care Board must train staff"
    both = join_knowledge(side("Northam", text)[1], side("Northam", text, document="c.txt")[1])
    made = compare(("Northam", both), side("Southwick", "Housing Forum must build houses", document="b.txt"))
    assert [row.first.what for row in made.duties if row.first] == ["train staff"]


def test_a_few_words_in_common_are_not_enough_where_the_bearers_are_no_counterparts() -> None:
    first = side("Northam", "Care Panel must develop and evaluate safeguarding training")
    second = side("Southwick", "Roads Forum must develop policies and procedures for safeguarding children in the area,"
                  " including the training of people who work with children", document="b.txt")  # fmt: skip
    assert not any(row.first and row.second for row in compare(first, second).duties)


def test_words_that_stand_whole_in_the_other_duty_come_first() -> None:
    wanted = "Care Panel must monitor services and outcomes for looked after children"
    other = "Care Panel must monitor progress on outcomes and indicators for looked after children"
    first = side("Northam", other, f"{wanted} and pursue innovation")
    second = side("Southwick", wanted, document="b.txt")
    [pair] = [row for row in compare(first, second).duties if row.first and row.second]
    assert pair.first is not None
    assert "pursue innovation" in pair.first.what


def test_what_one_side_alone_says(made: pg.Comparison) -> None:
    ours = [row.first.what for row in made.duties if row.first and row.verdict is pg.Verdict.ONLY_FIRST]
    theirs = [row.second.what for row in made.duties if row.second and row.verdict is pg.Verdict.ONLY_SECOND]
    assert "monitor the effectiveness of partners" in ours
    assert theirs == ["build houses"]


def test_a_line_that_leads_elsewhere_differs(made: pg.Comparison) -> None:
    [line] = [row for row in made.links if row.first and row.second]
    assert line.how == ("to whom: Northam Scrutiny Committee / Health and Wellbeing Board",)


def test_what_is_laid_down_comes_before_what_a_report_tells() -> None:
    name, told = side("Northam", "Care Board must build houses", document="a-report.txt")
    ruled = side("Northam", "Care Board must train carers", document="b-terms.txt")[1]
    kinds = {"a-report.txt": PartKind.REPORT, "b-terms.txt": PartKind.TERMS_OF_REFERENCE}
    both = join_knowledge(told, ruled)
    parts = {document: (Part(kind, document, None, None, 0, 999),) for document, kind in kinds.items()}
    documents = tuple(replace(d, layout=Layout(parts[d.name])) for d in both.documents)
    made = compare((name, replace(both, documents=documents)), side("Southwick", "Care Board must meet monthly"))
    assert [row.first.what for row in made.duties if row.first] == ["train carers", "build houses"]


def test_of_several_lines_none_is_told_as_gone_elsewhere() -> None:
    first = side("Northam", "Care Board reports_to Roads Committee", "Care Board reports_to Homes Committee")
    second = side("Southwick", "Care Board reports_to Health and Wellbeing Board", document="b.txt")
    assert not any(row.first and row.second for row in compare(first, second).links)


def test_each_row_has_the_words_of_its_sides(made: pg.Comparison) -> None:
    for row in (*made.bodies, *made.duties, *made.links):
        for said in (row.first, row.second):
            assert said is None or (said.evidence and said.evidence.quote)


def test_the_summary_names_both_sides(made: pg.Comparison) -> None:
    text = " ".join(made.summary)
    assert "Northam" in text
    assert "Southwick" in text
    assert "not stated in" in text


def test_over_time_the_words_are_of_time() -> None:
    later = side("2014 to 2019", "Care Board must train staff", document="b.txt")
    made = compare_years(side("to 2013", "Care Board must train staff"), later)
    text = " ".join(made.summary)
    assert "Bodies of both times: Care Board." in text
    assert "1 is kept, none is changed" in text


def test_the_summary_says_so_where_nothing_was_found_in_both_and_what_became_of_a_body() -> None:
    board, partnership = "Northam Local Safeguarding Children Board", "Northam Safeguarding Children Partnership"
    before = side("Northam", f"{board} must train staff")
    after = side("Northam", f"{partnership} succeeds {board}", f"{partnership} must hold events", document="b.txt")
    text = " ".join(compare_years(before, after).summary)
    assert f"{board}: followed by {partnership}." in text
    assert "Of the duties, none was found in both; 1 stands in Northam only" in text
    assert f"“train staff” ({board})" in text


def test_a_comparison_with_itself_differs_in_nothing() -> None:
    same = side("Northam", "Care Board must train staff", "Care Board reports_to Council")
    made = compare(same, same)
    assert {row.verdict for row in (*made.bodies, *made.duties, *made.links)} == {pg.Verdict.SAME}


def test_the_sides_may_change_places(made: pg.Comparison) -> None:
    graph = join_knowledge(side("Northam", "Care Board must train staff")[1])
    first = compare(("a", graph), side("b", "Valley Board must train the workforce", document="b.txt"))
    second = compare(side("b", "Valley Board must train the workforce", document="b.txt"), ("a", graph))
    assert len([row for row in first.duties if row.first and row.second]) == len(
        [row for row in second.duties if row.first and row.second]
    )


def test_the_matrix_is_empty_where_the_text_is_silent() -> None:
    made = accountability_matrix(
        make_knowledge(
            "Care Board must train staff",
            "Chief Officer accountable_for Care Board",
            "Scrutiny Committee oversees Care Board",
            "Valley Forum reports_to Care Board",
        )
    )
    [row] = made.rows
    assert row.text == "train staff"
    parts = {made.columns[at]: letters for at, letters in row.parts.items()}
    assert parts == {"Care Board": "R", "Scrutiny Committee": "O", "Chief Officer": "A"}


def test_statutory_duties_by_area() -> None:
    told = [
        side(area, *(f"{area} Safeguarding Children Board must {text}" for text in texts), document=f"{area}.txt")
        for area, texts in {
            "Northam": ("undertake reviews of serious cases", "train staff", "publish a plan"),
            "Southwick": ("hold events", "train staff", "publish a plan"),
        }.items()
    ]
    dated = [(area, replace(k, documents=tuple(replace(d, date="2014-03") for d in k.documents))) for area, k in told]
    [board] = [kind for kind in cover_areas(dated) if kind.kind.id == "lscb"]
    assert board.areas == ("Northam", "Southwick")
    asked = [next(cell.duty.text for cell in row if cell) for row in board.rows]
    [reviews] = [row for row, text in zip(board.rows, asked, strict=True) if "reviews of serious cases" in text]
    assert [cell.coverage.value for cell in reviews if cell] == ["found", "not found"]


def test_the_two_protocols_are_aligned_as_a_person_aligns_them() -> None:
    result = measure(pg.open(corpus_graph()))
    assert result.precision >= 0.9, result.wrong
    assert result.recall >= 0.8, result.wanted - result.found


def test_bodies_and_links_of_the_two_protocols_are_paired_as_a_person_pairs_them() -> None:
    graph = pg.open(corpus_graph())
    for result, least in ((measure_bodies(graph), 0.8), (measure_links(graph), 0.7)):
        assert result.precision >= 0.9, result.wrong
        assert result.recall >= least, result.wanted - result.found


def test_the_boards_and_panels_of_the_two_areas_are_counterparts() -> None:
    made = pg.compare(pg.open(corpus_graph()), "Rotherham", "Harrow")
    pairs = {(row.first.who, row.second.who) for row in made.bodies if row.first and row.second}
    for words in ("Safeguarding Children Board", "Corporate Parenting Panel"):
        assert any(words in one and words in other for one, other in pairs)
    assert len(gold()) > 180


def test_one_year_must_come_before_the_other() -> None:
    with pytest.raises(pg.UsageError, match="before"):
        pg.compare_over_time(pg.open(corpus_graph()), "Rotherham", start=2019, end=2013)
