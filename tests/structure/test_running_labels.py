"""Labels within a paragraph, each with a value that is no sentence."""

from __future__ import annotations

from outlining import outline_of, tree


def test_labelled_values_within_a_paragraph_are_fields() -> None:
    paper = "Terms\n\nThe Tide Group advises the Board. Chair: Head of Law. Members: Chief Nurse; two lay members.\n"
    assert tree(outline_of(paper))[-3:] == [
        "  sentence: The Tide Group advises the Board.",
        "  field: Chair > Head of Law",
        "  field: Members > Chief Nurse; two lay members",
    ]


def test_several_labels_of_one_sentence_are_parted() -> None:
    paper = "Terms\n\nThe Tide Group advises the Board. Chair: Head of Law; members: Chief Nurse, Treasurer.\n"
    assert tree(outline_of(paper))[-2:] == ["  field: Chair > Head of Law", "  field: members > Chief Nurse, Treasurer"]


def test_what_a_sentence_says_behind_a_label_stays_a_sentence() -> None:
    paper = "Terms\n\nThe Tide Group advises the Board. Members: these are chosen by the Board each spring.\n"
    assert tree(outline_of(paper))[-1] == "  sentence: Members: these are chosen by the Board each spring."


def test_a_labels_value_that_ends_in_a_colon_leads_into_the_items_below() -> None:
    paper = "Tide Committee\n\nMembership: The Committee has ten seats. It comprises:\n- Head of Law\n- Treasurer\n"
    assert tree(outline_of(paper))[-3:] == [
        "field: Membership > The Committee has ten seats.",
        "item: - It comprises > Head of Law",
        "item: - It comprises > Treasurer",
    ]


def test_a_label_whose_value_only_leads_in_leads_in_too() -> None:
    paper = "Tide Committee\n\nMembership: The Committee comprises:\n- Head of Law\n- Treasurer\n"
    assert tree(outline_of(paper))[-1] == "item: - Membership > The Committee comprises > Treasurer"
