"""Tables of two columns whose first holds what headings or labels say: they are read as these."""

from __future__ import annotations

from outlining import outline_of, tree

CARD = """Tide Group

Chair            Head of Law
Answers to       Harbour Board
Core membership  Saltmere Council; Westbrook Trust
Meets            Quarterly
Main product     Yearly return
"""

TERMS = """Tide Committee

Terms of reference

Purpose      To assure the Harbour Board that the quays are safe.
Chair        Head of Law
Membership   Head of Law
             Harbour Master
             Westbrook Trust
Reports to   Harbour Board
Quorum       Three members must be present.
"""


def test_a_table_of_labels_and_short_values_is_a_card() -> None:
    assert [line.strip() for line in tree(outline_of(CARD))] == [
        "field: Chair > Head of Law",
        "field: Answers to > Harbour Board",
        "field: Core membership > Saltmere Council; Westbrook Trust",
        "field: Meets > Quarterly",
        "field: Main product > Yearly return",
    ]


def test_a_table_of_labels_with_sentences_or_lists_beside_them_is_headings_with_paragraphs() -> None:
    assert [line.strip() for line in tree(outline_of(TERMS))[2:]] == [
        "# Purpose",
        "sentence: To assure the Harbour Board that the quays are safe.",
        "# Chair",
        "sentence: Head of Law",
        "# Membership",
        "item: Membership > Head of Law",
        "item: Membership > Harbour Master",
        "item: Membership > Westbrook Trust",
        "# Reports to",
        "sentence: Harbour Board",
        "# Quorum",
        "sentence: Three members must be present.",
    ]


def test_a_table_of_other_things_stays_one() -> None:
    text = "Leads\n\nTopic        Lead\nFlooding     Harbour Board\nSafety       Tide Group\nTraining     Head of Law\n"
    assert all(line.strip().startswith(("cell: ", "# ")) for line in tree(outline_of(text)))


def test_what_stands_below_the_label_of_a_chair_is_no_second_chair() -> None:
    text = "Tide Group\n\nChair: Head of Law\nTwelve councillors, two from each council\nHolds the Board to account\n"
    assert [line.strip() for line in tree(outline_of(text))][-3:] == [
        "field: Chair > Head of Law",
        "sentence: Twelve councillors, two from each council",
        "sentence: Holds the Board to account",
    ]
