"""What the predicate-argument form promises where a parser's tree misleads."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import facts


def stated(folder: Path, sentence: str) -> set[str]:
    return {fact.partition(" [")[0] for fact in facts(folder, sentence)}


def test_a_body_that_begins_the_next_clause_is_no_recipient_of_the_first(tmp_path: Path) -> None:
    found = stated(
        tmp_path,
        "The Youth Board produces an Annual Report which is presented to the Health Committee and the Adoption "
        "Panel is represented on this Committee.",
    )
    assert "Youth Board reports_to Health Committee" in found
    assert "Youth Board reports_to Adoption Panel" not in found
    assert "Adoption Panel member_of Health Committee" in found


def test_bodies_joined_by_and_are_all_recipients(tmp_path: Path) -> None:
    found = stated(
        tmp_path, "The Youth Board will report to the Health Committee, the Adoption Panel and Full Council."
    )
    for recipient in ("Health Committee", "Adoption Panel", "Full Council"):
        assert f"Youth Board reports_to {recipient}" in found


def test_of_two_that_get_a_report_neither_gives_it_to_the_other(tmp_path: Path) -> None:
    heading = "Harbour Safety Forum (HSF)\n\nTerms of Reference\n\n"
    for recipients in ("both the Youth Board and the HSF", "either the HSF or the Youth Board"):
        found = stated(tmp_path, f"{heading}Data on performance is reported to {recipients} every year.")
        assert not [fact for fact in found if "reports_to" in fact]
    found = stated(tmp_path, "The Adoption Panel reports to both the Youth Board and the Health Committee.")
    assert found == {"Adoption Panel reports_to Youth Board", "Adoption Panel reports_to Health Committee"}


def test_this_stands_for_the_report_that_the_sentence_named(tmp_path: Path) -> None:
    found = stated(
        tmp_path,
        "The Adoption Panel produces an annual report for Cabinet and this will be submitted to the Youth Board "
        "every year.",
    )
    assert {"Adoption Panel reports_to Cabinet", "Adoption Panel reports_to Youth Board"} <= found


def test_a_relationship_that_is_denied_is_not_stated(tmp_path: Path) -> None:
    found = stated(tmp_path, "There is no hierarchical relationship between the Youth Board and the Adoption Panel.")
    assert "Youth Board peer_of Adoption Panel" in found
    assert "Youth Board works_with Adoption Panel" not in found


def test_a_preposition_that_two_predicates_share_serves_both(tmp_path: Path) -> None:
    found = stated(tmp_path, "The Youth Board is directly accountable to, and reports to, the Health Committee.")
    assert "Youth Board accountable_to Health Committee" in found
    assert "Youth Board reports_to Health Committee" in found


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        (
            "The Youth Board receives reports from and provides challenge to the Adoption Panel.",
            "Adoption Panel reports_to Youth Board",
        ),
        (
            "The Adoption Panel reports to and is accountable to the Youth Board.",
            "Adoption Panel reports_to Youth Board",
        ),
        (
            "The Youth Board receives updates from and has a way to raise concerns with the Adoption Panel.",
            "Adoption Panel reports_to Youth Board",
        ),
        ("The Adoption Panel is appointed by and reports to the Youth Board.", "Adoption Panel reports_to Youth Board"),
    ],
)
def test_a_preposition_left_open_governs_who_is_named_behind_the_next_verb(
    tmp_path: Path, sentence: str, said: str
) -> None:
    assert said in stated(tmp_path, sentence)


def test_a_list_of_posts_is_no_chain_of_descriptions(tmp_path: Path) -> None:
    found = stated(
        tmp_path,
        "The Youth Board's annual report is sent to the Chief Executive, the Leader of the Council, the Monitoring "
        "Officer and the Clerk.",
    )
    assert "Youth Board reports_to Leader of the Council" in found
    assert "Youth Board reports_to Monitoring Officer" in found


def test_who_is_charged_with_an_action_does_it(tmp_path: Path) -> None:
    for wording in (
        "The Youth Board is responsible for the approval of the Annual Plan.",
        "Approval of the Annual Plan rests with the Youth Board.",
        "Approval of the Annual Plan is a matter for the Youth Board.",
    ):
        assert "Youth Board approves Annual Plan" in stated(tmp_path, wording)


def test_a_meeting_that_names_nobody_is_the_body_of_the_paper(tmp_path: Path) -> None:
    paper = "Harbour Bay Safety Forum\n\nTerms of Reference\n\n1. Meetings\n\nThe group will meet monthly.\n"
    assert "Harbour Bay Safety Forum meets [frequency=monthly]" in facts(tmp_path, paper)


@pytest.mark.parametrize(
    ("sentence", "fact"),
    [
        ("The Youth Board and the Adoption Panel each report to Cabinet.", "Adoption Panel reports_to Cabinet"),
        (
            "Cabinet receives, at each of its meetings, an update from the Youth Board.",
            "Youth Board reports_to Cabinet",
        ),
        (
            "The Youth Board is established by, and accountable to, the Health Committee.",
            "Youth Board accountable_to Health Committee",
        ),
        ("The Treasurer is appointed by and accountable to the Chief Executive.", "Chief Executive appoints Treasurer"),
        ("The Treasurer is appointed by and accountable to the Clerk.", "Treasurer accountable_to Clerk"),
        ("The power to appoint the Treasurer rests with the Youth Board.", "Youth Board appoints Treasurer"),
        ("The Clerk is chosen through open competition by the Youth Board.", "Youth Board appoints Clerk"),
        (
            "The Youth Board, to which the Adoption Panel reports, meets monthly.",
            "Adoption Panel reports_to Youth Board",
        ),
        (
            "The Reference Group will advise, support and challenge the Youth Board.",
            "Reference Group advises Youth Board",
        ),
        ("The Youth Board will ensure that a Youth Plan is produced.", "Youth Board produces Youth Plan"),
    ],
)
def test_words_between_a_verb_and_its_ends_part_nothing(tmp_path: Path, sentence: str, fact: str) -> None:
    assert fact in stated(tmp_path, sentence)


def test_which_is_no_person(tmp_path: Path) -> None:
    sentence = "The Youth Forum is overseen by a Youth Board chaired by the Clerk, which reports each term to Cabinet."
    found = stated(tmp_path, sentence)
    assert "Youth Board reports_to Cabinet" in found
    assert "Clerk reports_to Cabinet" not in found


def test_neither_denies_what_is_said(tmp_path: Path) -> None:
    found = stated(tmp_path, "Neither the Youth Board nor the Adoption Panel reports to Cabinet.")
    assert found == {"Youth Board not reports_to Cabinet", "Adoption Panel not reports_to Cabinet"}
    assert "Youth Board not reports_to Cabinet" in stated(
        tmp_path, "The Youth Board neither reports to Cabinet nor sits above it."
    )


def test_what_was_done_time_and_again_last_year_is_how_it_is_done(tmp_path: Path) -> None:
    assert "Youth Board reports_to Cabinet" in stated(tmp_path, "The Youth Board reported to Cabinet every month.")
    assert stated(tmp_path, "The Youth Board reported to Cabinet that the hall was closed.") == set()


def test_it_is_the_paper_that_the_sentence_before_names(tmp_path: Path) -> None:
    text = "The Youth Board writes the Youth Plan every year. It has to be signed off by Full Council."
    assert "Full Council approves Youth Plan" in stated(tmp_path, text)


def test_who_passes_on_a_report_or_a_paper_that_nobody_is_said_to_write_is_not_its_author(tmp_path: Path) -> None:
    heading = "Harbour Safety Forum\n\nTerms of Reference\n\n"
    found = stated(
        tmp_path, f"{heading}Papers for meetings are sent to the Youth Board. The Clerk will present the report."
    )
    assert not [fact for fact in found if "produces" in fact or "reports_to Youth Board" in fact]


def test_what_a_body_is_not_set_up_to_do_is_denied(tmp_path: Path) -> None:
    found = stated(tmp_path, "The Youth Board is not established to oversee the Adoption Panel.")
    assert found == {"Youth Board not oversees Adoption Panel"}
    found = stated(tmp_path, "The Adoption Panel is not a committee but advises the Youth Board.")
    assert found == {"Adoption Panel advises Youth Board"}


def test_who_keeps_a_record_tells_whoever_it_is_reported_to(tmp_path: Path) -> None:
    found = stated(tmp_path, "A log of all risks is managed by the Adoption Panel and reported to the Youth Board.")
    assert found == {"Adoption Panel reports_to Youth Board"}


@pytest.mark.parametrize(
    "sentence",
    [
        "The structure includes an Adoption Panel to prepare plans, reporting to the Youth Board twice a year.",
        "The work is led by the Adoption Panel, reporting to the Youth Board.",
    ],
)
def test_who_is_set_up_or_leads_is_who_reports_behind_the_comma(tmp_path: Path, sentence: str) -> None:
    found = stated(tmp_path, sentence)
    assert found == {"Adoption Panel reports_to Youth Board"}


def test_what_a_body_is_had_for_is_what_it_does(tmp_path: Path) -> None:
    found = stated(tmp_path, "The structure includes an Adoption Panel to oversee the Health Committee.")
    assert found == {"Adoption Panel oversees Health Committee"}
    found = stated(tmp_path, "The Youth Board will appoint a Chief Nurse to monitor the Adoption Panel.")
    assert found == {"Youth Board appoints Chief Nurse", "Chief Nurse oversees Adoption Panel"}
    assert stated(tmp_path, "The Youth Board must set up a group to direct the work of the Adoption Panel.") == set()
