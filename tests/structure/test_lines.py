"""Page breaks and bullets of which extracted text has kept only one space."""

from __future__ import annotations

from outlining import document_of, outline_of

from protocolgraph.structure.lines import read_lines

LOOSE = "The Board will:\n\n Plan\n\n Report\n\n Meet\n\n Publish\n\n Review\n\n"
PROSE = "The Board meets four times a year in the town hall and reports to the Cabinet on its work.\n" * 12


def test_a_space_after_a_blank_line_was_a_bullet() -> None:
    clauses = outline_of(PROSE + "\n" + LOOSE).clauses
    assert [clause.text for clause in clauses[-5:]] == [
        f"The Board will {verb}" for verb in ("Plan", "Report", "Meet", "Publish", "Review")
    ]


def test_a_space_without_a_blank_line_was_a_page_break() -> None:
    lines = read_lines(document_of(f"{PROSE}\n{LOOSE}{PROSE} 2. Membership\n{PROSE}"))
    broken = [line.text for line in lines if line.new_page]
    assert broken[1:] == ["2. Membership"]
    assert not any(line.glyph for line in lines if line.text == "2. Membership")


def test_two_spaces_were_a_page_break_and_a_bullet() -> None:
    lines = read_lines(document_of(f"{PROSE}\n{LOOSE} Chair\n  Appoint the Chair\n\n{PROSE}"))
    line = next(line for line in lines if line.text == "Appoint the Chair")
    assert line.new_page
    assert line.glyph


def test_a_tight_list_below_a_heading_lost_its_bullets() -> None:
    tight = "To schedule:\n Domestic abuse\n Child friendly borough\n Performance\n"
    clauses = outline_of(f"{PROSE}\n{LOOSE}{PROSE}\n{tight}").clauses
    assert [clause.body.text for clause in clauses[-3:]] == ["Domestic abuse", "Child friendly borough", "Performance"]
    assert {clause.leads[0].text for clause in clauses[-3:]} == {"To schedule"}


def test_a_text_with_few_such_lines_has_lost_nothing() -> None:
    assert not any(line.glyph for line in read_lines(document_of(f"{PROSE}\n one\n\n two\n\n{PROSE}")))


def test_lines_know_the_white_space_around_them() -> None:
    lines = read_lines(document_of("one   \n\n\n    two\n"))
    assert [(line.text, line.gap, line.indent, line.trailing) for line in lines] == [("one", 0, 0, 0), ("two", 2, 4, 0)]


def test_a_text_that_lost_its_line_ends_is_parted_at_the_numbers_that_count_on() -> None:
    text = (
        "Harbour Schools Forum 1. Name 1.1 It is called the Forum. 2. Terms 2.1 The Forum has 21 members by law. "
        "2.2 It meets each term. 3. Status 3.1 The Forum is no committee of the Council, and decides for itself."
    )
    starts = [line.text.split()[0] for line in read_lines(document_of(text))]
    assert starts == ["Harbour", "1.", "1.1", "2.", "2.1", "2.2", "3.", "3.1"]


def test_bullets_inside_a_line_begin_lines_of_their_own() -> None:
    text = (
        "7. Matters arising • It was asked whether the fence by the common had been mended yet, which it has not been. "
        "• The hedge will be cut in the autumn and not before. • The dog was seen again."
    )
    found = read_lines(document_of(text))
    assert [line.text[0] for line in found] == ["7", "•", "•", "•"]
    assert all(text[line.start : line.end] == line.text for line in found)
