from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocolgraph.text.numbering import Label, LabelKind, follows, is_first, read_label


def label_of(line: str) -> Label:
    label = read_label(line)
    assert label is not None, line
    return label


@pytest.mark.parametrize(
    ("line", "text", "number", "rest"),
    [
        ("4.5 Regulation 5 of", "4.5", "4.5", "Regulation 5 of"),
        ("4.5", "4.5", "4.5", ""),
        ("7. THE RELATIONSHIP", "7.", "7", "THE RELATIONSHIP"),
        ("1.   DECLARATIONS", "1.", "1", "DECLARATIONS"),
        ("3.2.1 Independent Chair", "3.2.1", "3.2.1", "Independent Chair"),
        ("1 PURPOSE", "1", "1", "PURPOSE"),
        ("41/17   MINUTES", "41/17", "41/17", "MINUTES"),
        ("(a) to coordinate", "(a)", "(a)", "to coordinate"),
        ("(iv) Investigation", "(iv)", "(iv)", "Investigation"),
        ("(2) That further work", "(2)", "(2)", "That further work"),
        ("a) To coordinate", "a)", "a", "To coordinate"),
        ("1) That the report", "1)", "1", "That the report"),
        ("A. Child Sexual Exploitation", "A.", "A", "Child Sexual Exploitation"),
        ("1(a) developing", "1(a)", "1(a)", "developing"),
        ("- a. Approving", "a.", "a", "Approving"),
        ("- (i) the action", "(i)", "(i)", "the action"),
        ("- 1. provide", "1.", "1", "provide"),
        ("Appendix 1", "Appendix 1", "Appendix 1", ""),
        ("Appendix 1: Arrangements", "Appendix 1", "Appendix 1", "Arrangements"),
        ("ANNEX B  Members", "ANNEX B", "ANNEX B", "Members"),
        ("ARTICLE 7 - THE EXECUTIVE", "ARTICLE 7", "ARTICLE 7", "THE EXECUTIVE"),
        ("• Youth Cabinet", "•", "•", "Youth Cabinet"),
        ("Ø  Inspire young people", "Ø", "Ø", "Inspire young people"),
        ("−", "−", "−", ""),
        ("– Youth Cabinet", "–", "–", "Youth Cabinet"),
        ("\uf0b7 Youth Cabinet", "\uf0b7", "\uf0b7", "Youth Cabinet"),
        ("o Section 17", "o", "o", "Section 17"),
    ],
)
def test_labels_are_read(line: str, text: str, number: str, rest: str) -> None:
    label = label_of(line)
    assert label.text == text
    assert label.number == number
    assert line[label.end :] == rest


@pytest.mark.parametrize(
    "line",
    [
        "",
        "The Board",
        "59.7% to 72.6%",
        "2019 as a true record",
        "12.00pm",
        "0-19 years",
        "20(7)of",
        "-1 degrees",
        "Part 3 of the Act",
        "Section 13 of the Act",
        "Schedules",
        "I am pleased",
        "one.",
    ],
)
def test_words_and_figures_are_no_labels(line: str) -> None:
    assert read_label(line) is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("(a)", "(b)"),
        ("1.", "2."),
        ("9.", "10."),
        ("4.5", "4.6"),
        ("(i)", "(ii)"),
        ("(iv)", "(v)"),
        ("(h)", "(i)"),
        ("(i)", "(j)"),
        ("A.", "B."),
        ("H.", "I."),
        ("1(a)", "(b)"),
        ("•", "•"),
        ("Appendix 1", "Appendix 2"),
        ("Annex A", "Annex B"),
        ("41/17", "42/17"),
    ],
)
def test_the_next_label_of_a_list_follows(before: str, after: str) -> None:
    assert follows(label_of(f"{after} X"), label_of(f"{before} X"))


@pytest.mark.parametrize(
    ("before", "after"),
    [("(a)", "(c)"), ("(a)", "b)"), ("1.", "2.1"), ("4.5", "5.6"), ("•", "o"), ("2.", "1."), ("(a)", "(A)")],
)
def test_other_labels_do_not_follow(before: str, after: str) -> None:
    assert not follows(label_of(f"{after} X"), label_of(f"{before} X"))


@pytest.mark.parametrize("line", ["(a) x", "(i) x", "1. x", "1.1 x", "A) X", "• x", "Annex A: X"])
def test_lists_begin_with_their_first_label(line: str) -> None:
    assert is_first(label_of(line))


@pytest.mark.parametrize("line", ["(b) x", "(iii) x", "2. x"])
def test_lists_do_not_begin_in_the_middle(line: str) -> None:
    assert not is_first(label_of(line))


def test_a_number_without_a_point_is_marked_as_uncertain() -> None:
    assert label_of("13 year old child").bare
    assert not label_of("13. Be the governing body").bare


@given(st.text(alphabet="()0123456789.abcivxoABC •-–\uf0b7 Appendix", max_size=30))
def test_reading_never_fails_and_ends_inside_the_line(line: str) -> None:
    label = read_label(line.strip())
    if label is not None:
        assert 0 < label.end <= len(line.strip())
        assert (label.kind is LabelKind.BULLET) == (label.values == ())


def test_a_line_of_nothing_but_bullets_is_read_like_any_other() -> None:
    label = read_label("- " * 100_000)
    assert label is not None
    assert label.kind is LabelKind.BULLET


def test_a_name_that_begins_with_a_letter_like_a_bullet_has_no_label() -> None:
    assert read_label("Øresund Group") is None
