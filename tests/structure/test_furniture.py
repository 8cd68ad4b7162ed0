from __future__ import annotations

import pytest
from outlining import outline_of

BODY = "The Board meets four times a year in the town hall and reports to the Cabinet on its work.\n"


def furniture(text: str) -> list[str]:
    found = outline_of(text)
    return [found.document.text[span.start : span.end] for span in found.furniture]


def words(text: str) -> list[str]:
    return [clause.body.text for clause in outline_of(text).clauses]


@pytest.mark.parametrize("number", ["Page 30", "Page 4 of 9", "page 4", "4 of 9", "- Page 4 -", "Agenda Item 2"])
def test_page_numbers_are_furniture_wherever_they_stand(number: str) -> None:
    assert furniture(f"{BODY}\n{number}\n\n{BODY}") == [number]


@pytest.mark.parametrize(
    "line", ["Harbour Board - Audit Group v4 Page 1 of 2", "Page 2 of 8 Harbour Board", "Harbour Board | Page 3"]
)
def test_a_line_that_ends_or_begins_with_its_page_is_furniture_though_it_stands_once(line: str) -> None:
    assert furniture(f"{BODY}\n{line}\n{BODY}") == [line]


def test_a_lone_number_is_furniture_only_at_the_edge_of_a_page() -> None:
    assert furniture(f"{BODY}\n\n12\n\f{BODY}") == ["12"]
    assert furniture(f"{BODY}\nPage 30\n\n\n16\n\n{BODY}") == ["Page 30", "16"]
    assert furniture(f"Number of cases\n\n12\n\n{BODY}") == []


def test_running_headers_and_footers_are_furniture_but_for_the_title() -> None:
    pages = [f"Terms of Reference\n\n{BODY * number}\nVersion 1 - page {number}\n" for number in range(1, 6)]
    assert furniture("\f".join(pages)).count("Terms of Reference") == 4
    assert "Version 1 - page 3" in furniture("\f".join(pages))
    assert "Terms of Reference" not in words("\f".join(pages))[1:]


def test_words_that_only_one_page_begins_with_are_text() -> None:
    assert furniture(f"{BODY}\fMembership\n\n{BODY}\fQuorum\n\n{BODY}") == []


def test_contents_lists_are_furniture() -> None:
    contents = "Contents\n\n1.  Introduction ........ 3\n2.  Membership ......... 4\n"
    assert furniture(f"{contents}\n1.  Introduction\n\n{BODY}") == [line for line in contents.split("\n") if line]


def test_contents_lists_without_leaders_are_furniture() -> None:
    contents = "Contents\nIntroduction 3\nMembership 4\nQuorum 6\n"
    assert furniture(f"{contents}\n\nIntroduction\n\n{BODY}") == contents.split("\n")[:-1]


def test_a_contents_list_without_page_numbers_is_read_to_its_end() -> None:
    assert furniture(f"Contents\n- Preamble\n- Membership\n\n{BODY}") == []


def test_ruled_lines_below_the_post_of_who_signs_are_no_contents_list() -> None:
    lines = ["Chair of the Youth Board ..............", "Head of Care, Northwick Council ............"]
    assert furniture(f"{BODY}\nSigned\n\n" + "\n".join(lines) + "\n") == []


def test_contents_whose_numbers_stand_on_lines_of_their_own_are_furniture() -> None:
    contents = "Introduction ..........\n3\nMembership ...........\n4\n"
    assert furniture(f"{BODY}\n{contents}\n{BODY}") == contents.split("\n")[:-1]


def test_lines_to_sign_on_are_no_contents_list() -> None:
    assert furniture(f"{BODY}\nName……… ……     Date……………..\n\nDate: …………………….\n") == []


def test_a_sentence_goes_on_over_furniture() -> None:
    text = "The Board meets four times a year in the town\n\nPage 3\n\n\fhall and reports to the Cabinet.\n"
    assert words(text) == ["The Board meets four times a year in the town hall and reports to the Cabinet."]


def test_a_contents_list_without_page_numbers_is_furniture_where_its_lines_stand_again_as_headings() -> None:
    text = """Appendix: Abuse Board
Contents
- Preamble
- Membership
- Quorum
1. Preamble
- 1.1 The Board advises the Council.
2. Membership
- 2.1 The Board has six members.
3. Quorum
- 3.1 The quorum is three.
"""
    found = outline_of(text)
    assert [section.heading.text for section in found.sections if section.number in ("1", "2", "3")] == [
        "Preamble",
        "Membership",
        "Quorum",
    ]
    assert all(clause.body.text != "Preamble" for clause in found.clauses)


def test_the_word_contents_alone_heads_no_contents_list() -> None:
    assert [c.body.text for c in outline_of("Contents\n\nThe Board meets monthly.\n").clauses][-1] == (
        "The Board meets monthly."
    )
