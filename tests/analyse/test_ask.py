"""Questions in plain words, as somebody in a council would ask them, on a small graph."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from factory import join_knowledge, make_knowledge

from protocolgraph.analyse.ask import Answer, ask
from protocolgraph.errors import QueryError, QuestionError, UnknownNameError, UsageError
from protocolgraph.graph import Choice, Graph, open_graph, save_graph
from protocolgraph.model import Knowledge


def dated(knowledge: Knowledge, date: str) -> Knowledge:
    return replace(knowledge, documents=tuple(replace(item, date=date) for item in knowledge.documents))


NORTH_2012 = dated(
    make_knowledge(
        "Northam Safety Board (NSB) reports_to Cabinet [frequency=annual; product=annual report]",
        "Chief Executive of Northam Council accountable_for Northam Safety Board",
        "Director of Care chairs Northam Safety Board",
        "Ms Ann Lee holds Director of Care",
        "Officer for Care member_of Northam Safety Board [capacity=participating_observer]",
        "Northam Safety Board not oversees Northam Council",
        "Audit Panel escalates_to Northam Safety Board",
        "Northam Safety Board escalates_to Cabinet",
        "Northam Safety Board must publish an annual report on the safety of children",
        "Northam Safety Board may call witnesses",
        "Audit Panel meets [frequency=monthly]",
    ),
    "2012-05",
)
NORTH_2015 = dated(
    make_knowledge(
        "Safety Partnership succeeds Northam Safety Board",
        "Safety Partnership established_under Safety Act",
        "Safety Partnership reports_to Scrutiny Panel",
        "Northam Safety Board reports_to Scrutiny Panel",
        "Northam Council funds Safety Partnership [amount=£500]",
        document="b.txt",
    ),
    "2015",
)
SOUTH = dated(
    make_knowledge(
        "Southam Safety Board reports_to Cabinet",
        "Southam Safety Board must publish a yearly report on the safety of all children",
        document="south.txt",
        area="Southam",
    ),
    "2014-01-31",
)
GRAPH = Graph(join_knowledge(NORTH_2012, NORTH_2015, SOUTH))


def asked(question: str, choice: Choice | None = None) -> Answer:
    return ask(GRAPH, question, choice=choice)


def texts(question: str) -> list[str]:
    return [line.text for line in asked(question).lines]


def test_who_chairs_is_told_with_its_words_and_who_holds_the_post() -> None:
    [line] = asked("Who chairs the Northam Safety Board?").lines
    assert line.text == "Director of Care"
    assert line.notes == ("held by Ms Ann Lee, 2012-05",)
    assert line.evidence[0].quote == "Director of Care chairs Northam Safety Board"
    assert line.evidence[0].document == "a.txt"


@pytest.mark.parametrize(
    "question",
    [
        "To whom does the NSB report, and how often?",
        "please tell me who the nsb reports to",
        "Can you tell me to whom the Northam Safety Board reports?",
        "Who receives the reports of the NSB?",
        "where do reports from NSB go",
    ],
)
def test_a_question_may_be_put_in_many_ways(question: str) -> None:
    assert "Cabinet" in texts(question)


def test_a_question_is_read_back_in_full_names() -> None:
    assert asked("to whom does nsb report").reading.text == "to whom Northam Safety Board reports"


def test_what_is_asked_of_a_year_is_answered_from_the_documents_of_that_year() -> None:
    assert texts("To whom did the NSB report in 2012?") == ["Cabinet"]
    assert texts("To whom did the NSB report in 2015?") == ["Scrutiny Panel"]
    assert texts("To whom did the NSB report in 2012 and in 2015?") == ["Cabinet", "Scrutiny Panel"]
    assert texts("As of 2014, to whom does the NSB report?") == ["Cabinet"]
    assert texts("How is the Safety Partnership funded in 2014/15?") == ["Northam Council"]


def test_what_is_asked_of_an_area_or_a_document_is_answered_from_those_documents() -> None:
    south = asked("Who reports to the Cabinet in Southam?").lines
    assert {place.document for line in south for place in line.evidence} == {"south.txt"}
    assert texts("According to b.txt, to whom does the NSB report?") == ["Scrutiny Panel"]
    narrowed = asked("To whom does the NSB report?", Choice(documents=("b.txt",)))
    assert [line.text for line in narrowed.lines] == ["Scrutiny Panel"]
    assert "FROM <https://w3id.org/protocolgraph/id/document/b.txt>" in narrowed.query


def test_a_year_of_which_there_is_no_document_is_said_so() -> None:
    with pytest.raises(UsageError, match="1999"):
        asked("Who chairs the NSB in 1999?")


def test_words_that_may_mean_several_are_answered_for_each_by_its_full_name() -> None:
    answer = asked("To whom does the Safety Board report?")
    assert {line.about for line in answer.lines} == {"Northam Safety Board", "Southam Safety Board"}
    [note] = answer.notes
    assert "may mean: Northam Safety Board (Northam); Southam Safety Board (Southam)" in note


def test_to_whom_a_named_report_goes_is_narrowed_to_that_report() -> None:
    graph = Graph(
        make_knowledge(
            "Care Board reports_to Cabinet [product=annual report]",
            "Care Board reports_to Youth Panel [product=data and performance reports]",
            "Care Board reports_to Audit Panel",
        )
    )
    for product, recipient in {"annual report": "Cabinet", "performance reports": "Youth Panel"}.items():
        answer = ask(graph, f"To whom does the Care Board present its {product}?")
        assert [line.text for line in answer.lines] == [recipient]


def test_each_of_several_is_answered_and_the_silent_documents_are_named() -> None:
    answer = asked("To whom does each area's Safety Board report, in each year's documents?")
    assert {line.about for line in answer.lines} == {"Northam Safety Board", "Southam Safety Board"}
    assert answer.silent == ()
    assert asked("Who funds the Safety Partnership, in each year's documents?").silent == ("a.txt", "south.txt")


def test_a_post_may_be_named_by_its_body() -> None:
    assert texts("Who is the chair of the NSB?") == ["Director of Care"]
    assert texts("Who holds the post of chair of the NSB?") == ["Ms Ann Lee"]


def test_a_slip_of_the_pen_is_put_right_and_told() -> None:
    answer = asked("What is the legal basis of the Safety Partnrship?")
    assert [line.text for line in answer.lines] == ["Safety Act"]
    assert any("is read as Safety Partnership" in note for note in answer.notes)


def test_a_slip_is_never_made_into_another_town() -> None:
    with pytest.raises(UnknownNameError):
        asked("Who chairs the Northem Safety Board?")


def test_whether_is_answered_with_yes_with_no_or_with_neither() -> None:
    assert asked("Does the NSB report to the Cabinet?").verdict == "yes"
    assert asked("Does the NSB oversee the Northam Council?").verdict == "no"
    assert asked("Does the Audit Panel report to the Cabinet?").verdict == "not stated"


def test_a_denial_is_told_as_a_denial() -> None:
    [line] = asked("What does the NSB oversee?").lines
    assert line.negated


def test_the_route_of_escalation_goes_step_by_step() -> None:
    assert texts("What is the escalation route from the Audit Panel?") == [
        "Audit Panel escalates to Northam Safety Board",
        "Northam Safety Board escalates to Cabinet",
    ]


def test_a_chain_of_accountability_is_told_link_by_link() -> None:
    assert texts("What is the chain of accountability from the NSB to the Cabinet?") == [
        "Northam Safety Board reports to Cabinet"
    ]


def test_yes_is_said_only_to_what_is_stated_in_so_many_words() -> None:
    answer = asked("Is the NSB accountable to the Cabinet?")
    assert answer.verdict == "not stated"
    assert [line.text for line in answer.lines] == ["Northam Safety Board reports to Cabinet"]


def test_what_replaced_a_body_and_under_which_law() -> None:
    assert set(texts("What replaced the NSB and under which Act?")) == {
        "Safety Partnership succeeds Northam Safety Board",
        "Safety Partnership is established under Safety Act",
    }


def test_money_is_told_with_its_amount() -> None:
    [line] = asked("Who funds the Safety Partnership, and how much?").lines
    assert (line.text, line.notes) == ("Northam Council", ("£500",))


def test_bodies_that_meet_so_often_are_those_that_meet_no_more_and_no_less_often() -> None:
    stated = ("Care Board meets [frequency=six-monthly]", "Pay Group meets [frequency=12 times a year]")
    graph = Graph(make_knowledge(*stated, "Audit Panel meets [frequency=monthly]", "Fund meets [frequency=annual]"))
    for question, body in (
        ("Which bodies meet monthly?", "Audit Panel"),
        ("Which bodies meet every six months?", "Care Board"),
        ("Which bodies meet twelve times a year?", "Pay Group"),
        ("Which bodies meet at least once a year?", "Fund"),
    ):
        assert [line.text.partition(" meets ")[0] for line in ask(graph, question).lines] == [body]


def test_words_of_meetings_that_tell_no_frequency_are_looked_for_in_what_is_said_of_them() -> None:
    graph = Graph(make_knowledge("Audit Panel meets [frequency=annual]", "Care Board meets [frequency=monthly]"))
    assert [line.text for line in ask(graph, "Which bodies meet with the Audit Panel?").lines] == [
        "Audit Panel meets annual"
    ]


def test_who_must_do_something_is_found_by_the_words_that_matter() -> None:
    assert texts("Who must publish an annual report?") == [
        "Northam Safety Board must publish an annual report on the safety of children"
    ]


def test_a_word_of_a_question_begins_a_word_of_what_is_found() -> None:
    graph = Graph(make_knowledge("Care Board must publish plans", "Audit Panel must publish an explanation"))
    assert [line.text for line in ask(graph, "Who must publish a plan?").lines] == ["Care Board must publish plans"]


def test_duties_are_found_by_their_words_however_many_there_are(tmp_path: Path) -> None:
    many = [f"Group {number} must publish plan {number}" for number in range(1200)]
    save_graph(make_knowledge(*many), tmp_path)
    answer = ask(open_graph(tmp_path), "Who must publish a plan?")
    assert len(answer.lines) == len(many)
    assert "VALUES" not in answer.query


@pytest.mark.parametrize(
    "question",
    [
        "What must be done within ten days?",
        "Who must be notified within 7 days?",
        "Who must be informed of a death?",
        "What does the Care Act require?",
        "What does section 2 of the Care Act require?",
        "Where should an annual report be presented?",
        "Where should the yearly findings be presented?",
        "Which groups meet in May?",
        "Where should disputes be escalated?",
        "Who may call a special meeting?",
    ],
)
def test_what_an_index_of_words_finds_on_disk_is_what_is_found_in_memory(question: str, tmp_path: Path) -> None:
    knowledge = make_knowledge(
        "Care Board must publish the accounts within ten days",
        "Audit Panel must publish accounts within 3 weeks",
        "Care Board notifies Council [matter=of a death within seven days]",
        "Care Board established_under Care Act",
        "Audit Panel must review plans under section 2 of the Care Act",
        "Care Board reports_to Council [product=annual report]",
        "Audit Panel meets [frequency=in May and in July]",
        "Audit Panel escalates_to Council [matter=disputes]",
        "Clerk may call a special meeting",
        "Care Board produces Yearly Findings Report",
        "Care Board reports_to Cabinet [product=this]",
    )
    report = next(entity.id for entity in knowledge.entities if entity.name == "Yearly Findings Report")
    named = (("product", report),)  # whose name does not stand in what was read
    facts = (
        replace(fact, qualifiers=named) if ("product", "this") in fact.qualifiers else fact for fact in knowledge.facts
    )
    knowledge = replace(knowledge, facts=tuple(facts))
    save_graph(knowledge, tmp_path)
    on_disk, in_memory = ask(open_graph(tmp_path), question), ask(Graph(knowledge), question)
    assert on_disk.lines == in_memory.lines
    assert on_disk.lines


def test_marks_where_a_number_should_stand_find_nothing_on_disk_either(tmp_path: Path) -> None:
    save_graph(make_knowledge("Care Board must publish the accounts within ten days"), tmp_path)
    for mark in ("**", "'", "-"):
        assert ask(open_graph(tmp_path), f"What must be done within {mark} days?").lines == ()


def test_what_may_be_done_is_no_duty() -> None:
    assert texts("What may the NSB do?") == ["may call witnesses"]
    assert "may call witnesses" not in texts("What must the NSB do?")


def test_duties_that_two_areas_give_alike_stand_together() -> None:
    answer = asked("Which duties do both areas give to the Safety Board?")
    assert [line.about for line in answer.lines] == ["1.", "1."]
    assert {place.document for line in answer.lines for place in line.evidence} == {"a.txt", "south.txt"}


def test_bodies_of_which_something_is_not_stated_are_listed() -> None:
    assert texts("Which bodies have no chair?") == ["Audit Panel (Northam)"]


def test_the_earliest_document_tells_since_when() -> None:
    lines = asked("Since when does the NSB report to the Cabinet?").lines
    assert {line.evidence[0].document for line in lines} == {"a.txt"}


def test_a_question_that_is_understood_and_not_answered_has_no_lines() -> None:
    assert asked("Who appoints the Director of Care?").lines == ()


@pytest.mark.parametrize(
    "question", ["Why?", "", "Is it raining?", "colourless green ideas", "who", "What is the meaning of life?"]
)
def test_a_question_that_cannot_be_read_is_never_guessed(question: str) -> None:
    with pytest.raises((QuestionError, UnknownNameError)) as caught:
        asked(question)
    assert "\n" not in str(caught.value)


def test_the_nearest_questions_are_offered() -> None:
    with pytest.raises(QuestionError) as caught:
        asked("Whose chair chairs chairs?")
    assert "Who chairs the Audit Board?" in caught.value.nearest


def test_a_name_that_no_document_has_is_said_so_with_the_nearest() -> None:
    with pytest.raises(UnknownNameError, match="Did you mean") as caught:
        asked("Who chairs the Safetyfirst Board?")
    assert "Northam Safety Board" in caught.value.nearest


def test_a_question_that_takes_in_too_much_of_a_large_graph_is_given_up(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    save_graph(NORTH_2012, tmp_path)
    graph = open_graph(tmp_path)
    monkeypatch.setattr("protocolgraph.graph.view.LARGE", 0)
    with monkeypatch.context() as hurried:
        hurried.setattr("protocolgraph.analyse.ask.answering._LONGEST", 0.001)  # no process starts so quickly
        with pytest.raises(QueryError, match="name a body, an area or a year"):
            ask(graph, "Who chairs the Northam Safety Board?")
    assert [line.text for line in ask(graph, "Who chairs the Northam Safety Board?").lines] == ["Director of Care"]


def test_a_large_graph_in_memory_is_asked_where_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("protocolgraph.graph.view.LARGE", 0)
    monkeypatch.setattr("protocolgraph.analyse.ask.answering._LONGEST", 0.001)
    assert [line.text for line in asked("Who chairs the Northam Safety Board?").lines] == ["Director of Care"]


def test_a_word_in_the_names_of_very_many_names_none_of_them() -> None:
    many = [f"Performance Group {number} reports_to Council [product=performance indicators]" for number in range(30)]
    read = ask(Graph(make_knowledge(*many)), "To whom are performance indicators reported?").reading
    assert (read.kind.name, dict(read.words)["product"]) == ("goes-to", "performance indicators")


def test_quotes_and_braces_in_a_question_cannot_change_the_query() -> None:
    query = asked('Who must publish "} DELETE { a \\ report?').query
    assert "DELETE" not in query
