"""Names as single words, with the way back to the passage."""

from __future__ import annotations

import pytest

from protocolgraph.extract.masked import Placed, mask
from protocolgraph.model import EntityType, Passage, Piece, Scope


def passage(text: str) -> Passage:
    return Passage(text, (Piece(0, 0, len(text)),))


def placed(text: str, name: str) -> Placed:
    start = text.index(name)
    return Placed(start, start + len(name), 7, EntityType.BODY, Scope.LOCAL, plural=False, masks=True)


def test_a_name_is_one_word_and_offsets_lead_back() -> None:
    text = "The Roads, Rail and Rivers Board shall meet."
    masked = mask(passage(text), [placed(text, "Roads, Rail and Rivers Board")])
    assert masked.text == "The Council shall meet."
    assert masked.source(masked.text.index("shall")) == text.index("shall")
    assert masked.mention_at(masked.text.index("Council")) is not None


def test_a_prefix_has_no_source() -> None:
    masked = mask(passage("meet monthly"), [], prefix="Council must ")
    assert masked.text == "Council must meet monthly"
    assert masked.source(masked.text.index("meet")) == 0
    assert masked.mention_at(0) is None


def test_a_verb_that_a_name_hides_is_told_by_an_adverb() -> None:
    text = "The Rivers Board reserves the right to object."
    masked = mask(passage(text), [placed(text, "Rivers Board")])
    assert masked.text == "The Council also reserves the right to object."
    assert masked.source(masked.text.index("reserves")) == text.index("reserves")


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Where a bid is refused the Rivers Board may appeal.", "Where a bid is refused, the Council may appeal."),
        ("Within two weeks each Rivers Board shall reply.", "Within two weeks, each Council shall reply."),
        ("Where the chair of the Rivers Board must decide, ask.", "Where the chair of the Council must decide, ask."),
        ("In that case, the Rivers Board must decide.", "In that case, the Council must decide."),
        ("The work of the Rivers Board may go on.", "The work of the Council may go on."),
    ],
)
def test_a_comma_parts_what_stands_in_front_of_the_subject(text: str, read: str) -> None:
    masked = mask(passage(text), [placed(text, "Rivers Board")])
    assert masked.text == read
    assert masked.source(masked.text.index("Council")) == text.index("Rivers")


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Chair / attend meetings of the Rivers Board", "Chair and attend meetings of the Council"),
        ("Officers will monitor/review the Rivers Board", "Officers will monitor and review the Council"),
        ("The health/care plan of the Rivers Board", "The health/care plan of the Council"),
    ],
)
def test_two_verbs_that_a_slash_parts_are_read_as_two(text: str, read: str) -> None:
    assert mask(passage(text), [placed(text, "Rivers Board")]).text == read


def test_an_aside_behind_an_and_is_left_out() -> None:
    text = "It tells the Rivers Board and, through it, the Council."
    assert mask(passage(text), [placed(text, "Rivers Board")]).text == "It tells the Council and the Council."


@pytest.mark.parametrize("called", ["(Board)", "(the Board)", '("the Board")', "(‘the Board’)"])
def test_what_a_body_is_called_from_then_on_is_left_out(called: str) -> None:
    text = f"It answers to the Rivers Board {called} and has no powers."
    masked = mask(passage(text), [placed(text, "Rivers Board")])
    assert masked.text == "It answers to the Council and has no powers."


def test_an_office_in_brackets_behind_a_body_stays() -> None:
    text = "It answers to the Rivers Board (Chair) and has no powers."
    masked = mask(passage(text), [placed(text, "Rivers Board")])
    assert masked.text == "It answers to the Council (Chair) and has no powers."


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (
            "The Rivers Board agrees a plan, appoints auditors and receives the accounts.",
            "The Council also agrees a plan, also appoints auditors and also receives the accounts.",
        ),
        ("They agree a plan, appoint the auditors and read the accounts.",) * 2,
        ("They agree a plan, policies and read the accounts.",) * 2,
        ("They agree a plan, notify the Mayor and read the accounts.",) * 2,
        (
            "To watch spending and report findings to the Mayor.",
            "To watch spending and also report findings to the Mayor.",
        ),
        ("It has a plan and report on rivers.",) * 2,
    ],
)
def test_a_verb_between_two_others_is_shown_to_be_one(text: str, read: str) -> None:
    names = [placed(text, "Rivers Board")] if "Rivers Board" in text else []
    assert mask(passage(text), names).text == read
