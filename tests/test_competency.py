"""The questions that a policy officer asks of the five documents, and what the documents answer."""

from __future__ import annotations

import pytest
from corpus_graph import corpus_graph

import protocolgraph as pg

PROTOCOL, HARROW = "lscb-panel-protocol-2014.txt", "hscb-panel-protocol-2015.txt"
PACK_2013, PACK_2019 = "families-partnership-pack-2013.txt", "improving-lives-pack-2019.txt"
REPORT_2013 = "cabinet-lscb-report-2013.txt"


@pytest.fixture(scope="module")
def graph() -> pg.Graph:
    return pg.open(corpus_graph())


def ask(graph: pg.Graph, question: str) -> pg.Answer:
    answer = pg.ask(graph, question)
    for line in answer.lines:
        assert line.evidence or answer.reading.kind.answer == "entity"
    return answer


def told(answer: pg.Answer, *words: str, document: str | None = None) -> bool:
    """Whether one line, with its notes, has all the words, and is stated in the document."""
    for line in answer.lines:
        text = " ".join((line.about or "", line.text, *line.notes)).casefold()
        places = {place.document for place in line.evidence}
        if all(word.casefold() in text for word in words) and document in (None, *places) and not line.negated:
            return True
    return False


def section(answer: pg.Answer, *words: str) -> set[str | None]:
    return {place.section for line in answer.lines if all(w in line.text for w in words) for place in line.evidence}


@pytest.mark.parametrize(
    "question",
    [
        "Who chairs the Corporate Parenting Panel in Rotherham?",
        "In Rotherham, by whom is the Corporate Parenting Panel chaired?",
        "Which post heads Rotherham's Corporate Parenting Panel?",
        "Who is the chair of the Rotherham Corporate Parenting Panel?",
    ],
)
def test_who_chairs_the_panel(graph: pg.Graph, question: str) -> None:
    answer = ask(graph, question)
    assert told(answer, "Cabinet Member for Children and Young People", document=PROTOCOL)
    assert "5.1" in section(answer, "Cabinet Member")


@pytest.mark.parametrize(
    "question",
    [
        "Who appoints and who removes the Independent Chair of the Safeguarding Children Board?",
        "Who has the power to remove the chair of the RLSCB?",
        "By whom is the RLSCB Independent Chair appointed?",
    ],
)
def test_who_appoints_and_removes_the_chair(graph: pg.Graph, question: str) -> None:
    answer = ask(graph, question)
    assert told(answer, "Chief Executive", document=PROTOCOL)
    assert told(answer, "Chief Executive", "appoint or remove", document=PACK_2013)


def test_to_whom_each_board_presents_its_annual_report(graph: pg.Graph) -> None:
    answer = ask(
        graph, "To whom does each area's Safeguarding Board present its annual report, in each year's documents?"
    )
    assert told(answer, "Rotherham", "Improving Lives Select Commission", document=PROTOCOL)
    assert told(answer, "Harrow", "Health and Wellbeing Board", document=HARROW)
    for whom in ("Leader of Rotherham Council", "Police and Crime Commissioner", "Chief Executive"):
        assert told(answer, "Rotherham", whom, document=REPORT_2013)
        assert told(answer, "Rotherham", whom, document=PACK_2013)
    assert sum(line.text == "Health and Wellbeing Board" for line in answer.lines) == 1
    assert not any("data" in note for line in answer.lines for note in line.notes)
    assert PACK_2019 in answer.silent


def test_what_the_cabinet_member_sits_on(graph: pg.Graph) -> None:
    answer = ask(graph, "Which bodies does the Cabinet Member sit on and in what capacity?")
    assert told(answer, "Improving Lives Select Commission", document=PROTOCOL)
    assert told(answer, "Corporate Parenting Panel", "chairs", document=PROTOCOL)
    answer = ask(graph, "Who is a participating observer on the RLSCB?")
    assert told(answer, "Cabinet Member", document=PROTOCOL)


def test_who_is_ultimately_responsible(graph: pg.Graph) -> None:
    answer = ask(graph, "Who is ultimately responsible for the Board's effectiveness in 2013 and who in 2019?")
    assert told(answer, "Chief Executive", document=PACK_2013)
    assert {place.document for line in answer.lines for place in line.evidence} == {PACK_2013, PACK_2019}


def test_which_reports_the_panel_receives(graph: pg.Graph) -> None:
    answer = ask(graph, "What reports does the Corporate Parenting Panel receive and how often?")
    assert told(answer, "Adoption Service", "six", document=PROTOCOL)
    assert told(answer, "reports", "care leavers", "regular", document=HARROW)


def test_how_often_each_group_meets(graph: pg.Graph) -> None:
    answer = ask(graph, "How often does each group of the 2019 arrangements meet?")
    for body, often in {
        "Chief Officer Group": "six-monthly",
        "Executive Group": "every two months",
        "Wider Safeguarding Partnership": "3 times a year",
        "Education Safeguarding Forum": "term",
        "Performance and Quality Delivery Group": "six-weekly",
        "Learning and Improvement Delivery Group": "quarterly",
        "Child Exploitation Delivery Group": "quarterly",
        "Child Safeguarding Practice Review Panel": "monthly",
    }.items():
        assert told(answer, body, often, document=PACK_2019), body


def test_the_escalation_route(graph: pg.Graph) -> None:
    answer = ask(graph, "What is the escalation route from a Delivery Group?")
    assert answer.lines[0].text.startswith("Delivery Groups")
    assert "Executive Group" in answer.lines[0].text
    assert told(answer, "Executive Group escalates to")


def test_who_funds_the_board(graph: pg.Graph) -> None:
    answer = ask(graph, "Who funds the Board, how much, in 2012/13 and 2018/19?")
    for body, amount in {
        "Metropolitan Borough Council": "185,431",
        "Police": "44,475",
        "Court Advisory": "550",
    }.items():
        assert told(answer, body, f"£{amount}", document=PACK_2019)
    for body, amount in {"Metropolitan Borough Council": "99,479", "Police": "26,901", "Probation": "5,300"}.items():
        assert told(answer, body, f"£{amount}", document=PACK_2013)


def test_who_must_be_told_within_five_working_days(graph: pg.Graph) -> None:
    answer = ask(graph, "Who must be told within five working days of a serious incident, by whom?")
    assert told(answer, "Rotherham", "Safeguarding Partners", document=PACK_2019)
    assert told(answer, "Rotherham", "Child Safeguarding Practice Review Panel", document=PACK_2019)


def test_what_each_protocol_says_of_hierarchy(graph: pg.Graph) -> None:
    answer = ask(graph, "What does each protocol say of hierarchy between its two bodies?")
    assert told(answer, "peer of", document=PROTOCOL)
    assert answer.silent == (HARROW,)


def test_what_replaced_the_board_and_under_which_law(graph: pg.Graph) -> None:
    answer = ask(graph, "What replaced the Safeguarding Children Board and under which Act?")
    assert told(answer, "Rotherham Safeguarding Children Partnership", "succeeds", "Board", document=PACK_2019)
    partnership, law = "Rotherham Safeguarding Children Partnership", "Children and Social Work Act 2017"
    assert told(answer, partnership, "established under", law, document=PACK_2019)


def test_who_was_present_and_in_the_chair(graph: pg.Graph) -> None:
    question = "Who was present at the meeting of the Improving Lives Select Commission and who was in the chair?"
    answer = ask(graph, question)
    assert told(answer, "Cusworth", "chairs", document=PACK_2019)
    for name in ("Elliot", "Khan", "Jarvis", "Watson"):
        assert told(answer, name)
    for absent in ("Beaumont", "Hague"):
        assert not told(answer, absent)
    answer = ask(graph, "Who was present at the Children, Young People and Families Partnership?")
    assert told(answer, "Joyce Thacker", "chairs", document=PACK_2013)
    for name in ("Tracy Blakemore", "Karen Etheridge", "Dr. John Radford", "Chrissy Wright"):
        assert told(answer, name, document=PACK_2013)
    assert not told(answer, "Kimber")


def test_what_was_resolved_and_for_whom(graph: pg.Graph) -> None:
    answer = ask(graph, "What was resolved and for whom?")
    assert told(answer, "Assistant Director for Education", "report", "elective home education", document=PACK_2019)


def test_which_duties_both_areas_give_to_the_panel(graph: pg.Graph) -> None:
    answer = ask(graph, "Which duties do both areas give to the Corporate Parenting Panel?")
    assert {place.document for line in answer.lines for place in line.evidence} == {PROTOCOL, HARROW}
    assert told(answer, "annual report for Cabinet", document=HARROW)
    assert told(answer, "annual report for Cabinet", document=PROTOCOL)
    assert told(answer, "life chances", document=PROTOCOL)


def test_what_a_section_of_an_act_requires(graph: pg.Graph) -> None:
    answer = ask(graph, "What does section 14 of the Children Act 2004 require?")
    assert told(answer, "Harrow", "ensure the effectiveness", document=HARROW)
    assert told(answer, "Rotherham", "ensure the effectiveness", document=PROTOCOL)


def test_which_acts_a_protocol_cites(graph: pg.Graph) -> None:
    answer = ask(graph, "Which Acts are cited in Harrow's protocol?")
    assert {line.text for line in answer.lines} == {"Children Act 1989", "Children Act 2004"}


def test_which_plans_are_produced_and_by_whom(graph: pg.Graph) -> None:
    assert told(ask(graph, "Which plans must be produced and by whom?"), "Board Business Plan", document=PROTOCOL)


def test_what_was_agreed_about_something(graph: pg.Graph) -> None:
    answer = ask(graph, "What was agreed about elective home education?")
    assert [line.text.split(" will ")[0] for line in answer.lines] == ["Assistant Director for Education"]
