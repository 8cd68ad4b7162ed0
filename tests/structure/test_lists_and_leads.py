"""Lists, their lead-ins, and the headings that they stand below."""

from __future__ import annotations

import pytest
from outlining import line, outline_of, tree

from protocolgraph.model import ClauseKind


def lines(text: str) -> list[str]:
    return [line(clause) for clause in outline_of(text).clauses]


def test_lead_in_and_item_are_one_readable_clause() -> None:
    found = outline_of("The Board will:\n\n(a) coordinate the work; and\n(b) ensure that it is done.\n")
    assert [clause.text for clause in found.clauses] == [
        "The Board will coordinate the work; and",
        "The Board will ensure that it is done.",
    ]


def test_lists_nest_to_any_depth() -> None:
    text = """The Board will:

1. publish:
   (a) a report on:
       (i) children;
       (ii) adults; and
   (b) a plan;
2. meet.
"""
    found = outline_of(text)
    assert [(clause.depth, clause.label, clause.text) for clause in found.clauses] == [
        (3, "(i)", "The Board will publish a report on children;"),
        (3, "(ii)", "The Board will publish a report on adults; and"),
        (2, "(b)", "The Board will publish a plan;"),
        (1, "2.", "The Board will meet."),
    ]


def test_a_list_inside_a_sentence_is_a_list() -> None:
    assert lines("It is new. The Board will: (a) plan the work; (b) report; and (c) meet. It is bound by law.") == [
        "sentence: It is new.",
        "item: (a) The Board will > plan the work;",
        "item: (b) The Board will > report; and",
        "item: (c) The Board will > meet.",
        "sentence: It is bound by law.",
    ]


def test_dashes_below_each_other_are_a_list_though_nothing_announces_it() -> None:
    text = """The Audit Panel is small.

The Audit Panel
  -  reviews the accounts each year
  -  tracks what was agreed until it is done
"""
    assert lines(text)[1:] == [
        "item: - The Audit Panel > reviews the accounts each year",
        "item: - The Audit Panel > tracks what was agreed until it is done",
    ]


def test_one_dash_at_the_head_of_a_line_is_an_aside() -> None:
    text = "The Board meets in public and its papers are published\n- in print or online - before it meets, for all.\n"
    assert lines(text) == [f"sentence: {' '.join(text.split())}"]


def test_a_lettered_heading_stands_over_numbered_items() -> None:
    text = """A.   Status

The Board is a committee of the Council.

B.   Functions

1.   To agree the plan.
2.   To review it each year.
"""
    assert tree(outline_of(text)) == [
        "# A Status",
        "  sentence: The Board is a committee of the Council.",
        "# B Functions",
        "  item: 1. Functions > To agree the plan.",
        "  item: 2. Functions > To review it each year.",
    ]


def test_brackets_of_a_citation_are_no_list() -> None:
    text = "It acts under section 22 (a) and regulation 5 (b) of the Act."
    assert lines(text) == [f"sentence: {text}"]


@pytest.mark.parametrize(
    "lead", ["The Board will:", "The Board will:-", "The aims are", "These include:", "The Board shall –"]
)
def test_what_leads_into_a_list(lead: str) -> None:
    clauses = outline_of(f"It is new.\n\n{lead}\n\n• plan the work\n• report on it\n").clauses
    assert [clause.leads[0].text for clause in clauses[1:]] == [lead.rstrip(":-– ")] * 2


def test_a_heading_right_above_items_leads_into_them() -> None:
    assert tree(outline_of("Introduction\n\nIt is new.\n\nAims of the Board\n\n• plan\n• report\n"))[-3:] == [
        "# Aims of the Board",
        "  item: • Aims of the Board > plan",
        "  item: • Aims of the Board > report",
    ]


@pytest.mark.parametrize("heading", ["3  ROLE OF THE CHAIR", "ROLE OF THE CHAIR", "3. Role of the Chair"])
def test_letters_right_below_a_heading_label_items(heading: str) -> None:
    text = f"It is new.\n\n{heading}\n  (a) read all of the papers before each meeting\n  (b) sum up\n"
    assert [clause.label for clause in outline_of(text).clauses] == [None, "(a)", "(b)"]


def test_a_heading_of_whose_work_it_is_ends_the_list_right_above_it() -> None:
    text = "The Board will:\n• plan the work\n• report on it\nRole of the Chair\nThe Chair will:\n• lead the Board\n"
    found = outline_of(text)
    assert [s.heading.text for s in found.sections if s.heading.text] == ["Role of the Chair"]
    assert [clause.body.text for clause in found.clauses] == ["plan the work", "report on it", "lead the Board"]


def test_the_letter_of_a_section_that_the_line_before_cites_is_no_label() -> None:
    text = "It is new.\n\nThe Board is a committee under section 101\n(a) of the Act of 1972, as amended.\n"
    assert [clause.label for clause in outline_of(text).clauses] == [None, None]


def test_a_groups_name_heads_the_lines_further_in_below_it() -> None:
    card = "   Chair Cllr Ash; Cllrs Elm, Oakley-Smythe, Ridgeway\n   Meets quarterly.\n   Reviews the accounts.\n"
    text = f"OUR COMMITTEES\n\nParks Committee\n{card}\nFinance Committee\n{card}\nIt is new.\n"
    assert [s.heading.text for s in outline_of(text).sections if s.heading.text][-2:] == [
        "Parks Committee",
        "Finance Committee",
    ]


def test_a_label_with_a_colon_in_a_numbered_section_is_no_section() -> None:
    assert tree(outline_of("9. Scrutiny\n\nIt is new.\n\nDuties of the Chair:\n\n• plan\n• report\n\nIt ends.\n")) == [
        "# 9 Scrutiny",
        "  sentence: It is new.",
        "  item: • Duties of the Chair > plan",
        "  item: • Duties of the Chair > report",
        "  sentence: It ends.",
    ]


def test_an_item_of_several_sentences_gives_a_clause_for_each() -> None:
    clauses = outline_of("The report should:\n\n1. be clear. It should be short.\n2. be published.\n").clauses
    assert [(clause.label, clause.block) for clause in clauses] == [
        ("1.", clauses[0].block),
        ("1.", clauses[0].block),
        ("2.", clauses[2].block),
    ]
    assert clauses[2].block > clauses[0].block


def test_items_are_joined_over_blank_lines_and_pages() -> None:
    text = "The aims are:\n\n• to plan the work of the\n\fBoard with care\n\n• to report on\n\nthe work\n"
    assert [clause.body.text for clause in outline_of(text).clauses] == [
        "to plan the work of the Board with care",
        "to report on the work",
    ]


def test_lines_below_a_colon_are_items_without_bullets() -> None:
    text = """The Learning Group is to:
     publish a training programme each year
     evaluate the difference that training makes

A Business Unit, made up of the Manager and two officers, supports the work of all of these groups.
"""
    assert lines(text) == [
        "item: The Learning Group is to > publish a training programme each year",
        "item: The Learning Group is to > evaluate the difference that training makes",
        "sentence: A Business Unit, made up of the Manager and two officers, supports the work of all of these groups.",
    ]


def test_numbered_paragraphs_complete_a_lead_in_over_headings() -> None:
    text = """3. Purpose

It exists to plan. Its duties are as follows:

Planning
3.1 Develop the Plan.
3.2 Publish it.

Money
3.3 Oversee the budget.
"""
    assert tree(outline_of(text))[2:] == [
        "  # Planning",
        "  # 3.1",
        "    item: 3.1 Its duties are as follows > Develop the Plan.",
        "  # 3.2",
        "    item: 3.2 Its duties are as follows > Publish it.",
        "  # Money",
        "  # 3.3",
        "    item: 3.3 Its duties are as follows > Oversee the budget.",
    ]


def test_paragraph_numbers_that_run_through_headings_are_sections() -> None:
    text = "Background\n\n1. The Panel is new. It advises.\n\nTiming\n\n2. The Panel will report.\n\n3. It will meet.\n"
    assert tree(outline_of(text)) == [
        "# Background",
        "  # 1",
        "    sentence: The Panel is new.",
        "    sentence: It advises.",
        "# Timing",
        "  # 2",
        "    sentence: The Panel will report.",
        "  # 3",
        "    sentence: It will meet.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "It is governed by section\n4(2) of the Care Standards Act and by the Order\nof 2000.",
        "The enquiry was made under section\n42. Two reviews were finished in the year that ended in the\nspring.",
        "The meeting was held on\n11 June 2019 and was well attended.",
    ],
)
def test_figures_at_the_head_of_a_line_that_belong_to_the_sentence(text: str) -> None:
    assert {clause.label for clause in outline_of(text).clauses} == {None}
    assert {clause.kind for clause in outline_of(text).clauses} == {ClauseKind.SENTENCE}


def test_a_heading_may_run_into_its_paragraph() -> None:
    text = """1. Purpose: To ensure that all councils are meeting their duties.

2. Membership: The sub-group will include as a minimum

- Stroud District Council
- Forest District Council
"""
    assert tree(outline_of(text)) == [
        "# 1 Purpose",
        "  sentence: To ensure that all councils are meeting their duties.",
        "# 2 Membership",
        "  item: - The sub-group will include as a minimum > Stroud District Council",
        "  item: - The sub-group will include as a minimum > Forest District Council",
    ]


def test_entries_that_begin_alike_are_apart() -> None:
    text = """The objectives of the Board, as the Act of Parliament sets them out for every local area in England, are:

To coordinate what is done by each person or body that is represented on the Board for children,
and
To ensure the effectiveness of what is done by each such person or body for those purposes.
"""
    assert [clause.body.text for clause in outline_of(text).clauses] == [
        "To coordinate what is done by each person or body that is represented on the Board for children, and",
        "To ensure the effectiveness of what is done by each such person or body for those purposes.",
    ]


def test_markdown_headings_have_their_number_and_level() -> None:
    assert tree(
        outline_of("# Constitution\n\n## 2. Area\n\n2.1 The area is the parish.\n\n## 3. Aims\n\nIt plans.\n")
    ) == [
        "  # 2 Area",
        "    # 2.1",
        "      sentence: The area is the parish.",
        "  # 3 Aims",
        "    sentence: It plans.",
    ]


def test_a_numbered_lead_in_goes_on_with_the_numbered_headings_and_not_with_the_bullets_between() -> None:
    text = "1. The Council\n\nThe Council will:\n\n- plan.\n\n2. The Work of the Forum is to:\n\n- listen;\n- advise.\n"
    assert lines(text)[-2:] == [
        "item: - The Work of the Forum is to > listen;",
        "item: - The Work of the Forum is to > advise.",
    ]


def test_headings_of_a_page_without_blank_lines() -> None:
    text = (
        "Our committees\nThe Authority has two smaller committees which may decide on its behalf, whose members are "
        "named at the annual meeting; their terms of reference stand in the scheme of delegation, which it reviews.\n"
        "Audit Committee\nThe Audit Committee meets twice a year to:\n- see the accounts; and\n- hear the auditor.\n"
        "Planning Committee\nThe Planning Committee meets each month to:\n- decide on applications.\n"
    )
    headings = [section.heading.text for section in outline_of(text).sections]
    assert headings[-2:] == ["Audit Committee", "Planning Committee"]


def test_a_common_heading_with_its_text_behind_a_colon_begins_a_paragraph() -> None:
    text = (
        "Scrutiny Committee\nComposition:Nine councillors, who are named each\nyear by the Council in due\nbalance.\n"
    )
    assert lines(text)[0].startswith("field: Composition")


def test_a_number_that_the_line_before_calls_for_goes_on_with_its_sentence() -> None:
    text = "The Committee may refer it to the Council under the rules in Part\n3) and must then wait for the answer.\n"
    assert len(lines(text)) == 1


def test_letters_alone_on_their_lines_label_the_words_below_them() -> None:
    text = "DEBATE\n\na\n\nA motion needs a seconder.\n\nb\n\nThe mover may speak twice.\n\nc\n\nThe chair decides.\n"
    assert lines(text) == [
        "item: a DEBATE > A motion needs a seconder.",
        "item: b DEBATE > The mover may speak twice.",
        "item: c DEBATE > The chair decides.",
    ]


def test_a_list_whose_labels_stand_one_item_too_late() -> None:
    text = (
        "GROUPS\n\nA group does what the Council asks of it, and says at the next meeting what came of it.\n\n"
        "a\n\nThe Council may set up groups, and:\nshall name their members;\n\ni\n\nshall set their terms;"
        "\n\nii\n\nshall end them.\n"
    )
    lead = "The Council may set up groups, and"
    assert lines(text)[1:] == [
        f"item: {lead} > shall name their members;",
        f"item: i {lead} > shall set their terms;",
        f"item: ii {lead} > shall end them.",
    ]


def test_a_lead_in_stands_over_headings_that_part_its_items() -> None:
    text = "The Board will:\n\nPlanning\n\n• agree a plan;\n\nChecking\n\n• review it.\n"
    assert lines(text) == [
        "item: • The Board will > Planning > agree a plan;",
        "item: • The Board will > Checking > review it.",
    ]


def test_items_without_bullets_that_begin_alike_stay_one_list() -> None:
    text = "Remit\n\nThe Group will:\nProvide advice;\nProvide reports;\nTell the Cabinet.\n\nQuorum\n\nIt is five.\n"
    assert lines(text)[:3] == [
        "item: The Group will > Provide advice;",
        "item: The Group will > Provide reports;",
        "item: The Group will > Tell the Cabinet.",
    ]


def test_a_common_heading_with_the_name_of_its_group_before_it() -> None:
    text = "Harbour Partnership\n\nIt is new.\n\nSteering group terms of reference\n\nAdopt it.\n\n- Pay for it\n"
    assert outline_of(text).sections[-1].heading.text == "Steering group terms of reference"


@pytest.mark.parametrize("lead", ["The Board is to:", "The Board is to;"])
@pytest.mark.parametrize("bullet", ["", "  • "])
def test_deeds_below_a_lead_in_are_items_one_a_line_however_long(lead: str, bullet: str) -> None:
    deeds = [
        "develop a culture that does not tolerate harm",
        "monitor what each of its members does in the whole of the area and in the areas that lie beside it",
        f"{bullet}publish policies for all who work there and for all who may one day come to work there",
        "give advice to anybody who asks for it in writing or by word of mouth",
    ]
    found = outline_of("Terms\n\n1. Work\n\n1.1 " + lead + "\n\n" + "\n".join(deeds) + "\n")
    assert [clause.body.text for clause in found.clauses[-4:]] == [deed.removeprefix(bullet) for deed in deeds]


def test_a_number_without_a_space_before_its_words_is_a_number() -> None:
    found = outline_of("Terms\n\n2. Work\n\n2.1The Board meets.\n\n2.2The Board plans.\n")
    assert [(clause.label, clause.body.text) for clause in found.clauses[-2:]] == [
        ("2.1", "The Board meets."),
        ("2.2", "The Board plans."),
    ]


def test_the_first_item_of_a_list_may_have_lost_its_label() -> None:
    text = "1. MINUTES\n\na  The Council may:\n\nrecord its meetings;\n\ni  keep minutes; and\nii  publish them.\n"
    assert lines(text)[-3:] == [
        "item: MINUTES > The Council may > record its meetings;",
        "item: i MINUTES > The Council may > keep minutes; and",
        "item: ii MINUTES > The Council may > publish them.",
    ]


def test_short_lines_that_semicolons_end_below_a_lead_in_are_items() -> None:
    text = "1. CLERK\n\nThe Clerk is responsible for:\nplanning the work;\nkeeping minutes; and\npaying the bills.\n"
    assert lines(text)[-3:] == [
        "item: The Clerk is responsible for > planning the work;",
        "item: The Clerk is responsible for > keeping minutes; and",
        "item: The Clerk is responsible for > paying the bills.",
    ]


def test_items_without_labels_that_lead_in_again_keep_the_list_around_them_open() -> None:
    text = (
        "1. SECRETARY\n\na  The Secretary is paid.\nb  The Secretary shall:\n\n    two days before a meeting:\n\n"
        "    send each member the agenda; and\n    post it on the gate;\n\n"
        "i  keep the seal;\nii  hold the keys;\n   See also order 5;\niii  file letters.\n"
    )
    lead = "SECRETARY > The Secretary shall"
    assert lines(text)[1:] == [
        f"item: {lead} > two days before a meeting > send each member the agenda; and",
        f"item: {lead} > two days before a meeting > post it on the gate;",
        f"item: i {lead} > keep the seal;",
        f"item: ii {lead} > hold the keys;",
        "sentence: See also order 5;",
        f"item: iii {lead} > file letters.",
    ]


def test_a_numbered_aim_without_a_full_stop_is_no_heading() -> None:
    text = """Youth Panel

Role of the Panel

1. To take an overview of the work of the services for families

2. Ensure there are good working arrangements between departments.
"""
    assert "To take an overview of the work of the services for families" in [
        c.body.text for c in outline_of(text).clauses
    ]


def test_a_line_that_announces_the_next_list_ends_the_one_above() -> None:
    text = """The Panel cannot delegate matters relating to;

- its chair

The following may be given to a committee;

- the purchase of boats
"""
    assert lines(text) == [
        "item: - The Panel cannot delegate matters relating to > its chair",
        "item: - The following may be given to a committee > the purchase of boats",
    ]


def test_headings_below_what_is_reserved_or_delegated_are_its_topics() -> None:
    text = """Scheme of Delegation

It is reviewed each year.

Matters reserved to the Board

Rules

1. Vary the rules.

Posts

1. Appoint the Clerk.

Matters delegated to the Panel

Money

1. Pay the bills.

Membership

The Clerk sits on it.
"""
    assert [entry for entry in tree(outline_of(text)) if "#" in entry] == [
        "# Matters reserved to the Board",
        "  # Rules",
        "  # Posts",
        "# Matters delegated to the Panel",
        "  # Money",
        "# Membership",
    ]


def test_a_sentence_right_below_an_open_item_leads_into_its_own_list() -> None:
    text = "It must report on—\n- its work,\n- its plans,\nThe Board must send a copy to—\n- the Mayor,\n- the Clerk.\n"
    assert [clause.text for clause in outline_of(text).clauses][2:] == [
        "The Board must send a copy to the Mayor,",
        "The Board must send a copy to the Clerk.",
    ]


def test_an_item_right_above_the_first_bullet_has_lost_its_own() -> None:
    assert lines("The Panel may:\nInspect any boat;\n- Seek any record; and\n- Commission any report.\n") == [
        "item: The Panel may > Inspect any boat;",
        "item: - The Panel may > Seek any record; and",
        "item: - The Panel may > Commission any report.",
    ]


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_items_that_lost_their_bullets_end_with_semicolons_and_the_last_with_a_full_stop(between: str) -> None:
    long = "publish what it has heard from residents, from the Council and from all who work with victims of crime;"
    items = between.join(
        [long.capitalize(), "Send it to the Council; and", "Look at it again in the course of the year."]
    )
    found = lines(f"To do this, the Panel must:\n\n{items}\n\nThe Panel meets monthly.\n")
    assert [text.split(":")[0] for text in found] == ["item", "item", "item", "sentence"]


def test_a_lead_in_right_below_a_bullet_that_ends_with_a_semicolon_begins_its_own_list() -> None:
    text = "These agencies include:\n- health,\n- probation\nThe Strategic Board includes;\n- police,\n- prison.\n"
    assert lines(text) == [
        "item: - These agencies include > health,",
        "item: - These agencies include > probation",
        "item: - The Strategic Board includes > police,",
        "item: - The Strategic Board includes > prison.",
    ]


def test_a_heading_of_bullets_goes_on_with_no_bullet_that_ends_with_a_small_word() -> None:
    text = "Clerk\n\n  • to look at what the council enters into\n\nService Leads\n\n  • to look at it again\n"
    assert lines(text)[-1] == "item: • Service Leads > to look at it again"


def test_paragraphs_that_a_bare_verb_begins_complete_a_lead_in_that_calls_for_one() -> None:
    text = (
        "Members are expected to:\n\nAttend the meetings of the Tide Panel.\n\n"
        "Lead on one field, and say what came of it.\n\nThe Panel meets twice a year.\n"
    )
    lead = "Members are expected to"
    assert lines(text) == [
        f"item: {lead} > Attend the meetings of the Tide Panel.",
        f"item: {lead} > Lead on one field, and say what came of it.",
        "sentence: The Panel meets twice a year.",
    ]


def test_a_sentence_that_only_begins_with_the_word_of_a_verb_is_no_item() -> None:
    text = "The Tide Panel will:\n\nSupport is given by the Clerk.\n\nReports: twice a year\n"
    assert lines(text)[1:] == ["sentence: Support is given by the Clerk.", "field: Reports > twice a year"]


def test_small_lines_below_a_colon_that_end_in_semicolons_are_its_list_though_they_are_wrapped() -> None:
    text = "The Tide Panel has these\ntasks:\nkeeping the list of\nboats and their owners;\nhearing what\nowners ask.\n"
    lead = "The Tide Panel has these tasks"
    assert lines(text) == [
        f"item: {lead} > keeping the list of boats and their owners;",
        f"item: {lead} > hearing what owners ask.",
    ]


def test_a_later_number_behind_bullets_begins_no_list_below_them() -> None:
    text = """The Council ensures that:
- there is a Panel
- it is heard

2. The duties of the Panel are to:
- advise each school
- keep a register
"""
    assert [found.strip() for found in tree(outline_of(text))][-2:] == [
        "item: - The duties of the Panel are to > advise each school",
        "item: - The duties of the Panel are to > keep a register",
    ]


def test_lines_that_lost_their_bullets_below_an_item_end_no_list() -> None:
    found = outline_of(
        "Terms\n\nThe Panel will:\n1. Look after children in care, including:\nThose in homes\n"
        "Those placed with families\n2. Hear what they say.\n"
    )
    leads = {clause.body.text: [lead.text for lead in clause.leads] for clause in found.clauses}
    assert leads["Hear what they say."] == ["The Panel will"]
    assert leads["Those in homes"] == leads["Those placed with families"] == []


@pytest.mark.parametrize("gap", ["   ", " ", "\t"])
def test_letters_without_a_point_that_count_on_number_paragraphs(gap: str) -> None:
    text = (
        f"1. Meetings\n\na{gap}Meetings shall be held on the second\n    Tuesday of each month.\n"
        f"b{gap}The Chairman shall preside.\nc{gap}The Clerk shall keep the minutes.\n"
    )
    assert lines(text) == [
        "item: a Meetings > Meetings shall be held on the second Tuesday of each month.",
        "item: b Meetings > The Chairman shall preside.",
        "item: c Meetings > The Clerk shall keep the minutes.",
    ]


def test_letters_before_several_columns_stay_rows_of_a_table() -> None:
    text = "Ref   Task              Owner\na     Write the plan    Clerk\nb     Send the plan     Chair\n"
    assert {clause.kind for clause in outline_of(text).clauses} == {ClauseKind.CELL}


def test_one_space_below_lead_ins_is_what_is_left_of_bullets() -> None:
    text = (
        "The Council will:\n consult the parishes;\n send them its agendas;\n give reasons.\n\nThe parishes will:\n"
        " answer in time;\n send their minutes;\n name a clerk.\n\nThe Forum meets monthly.\n"
    )
    assert lines(text)[:4] == [
        "item: The Council will > consult the parishes;",
        "item: The Council will > send them its agendas;",
        "item: The Council will > give reasons.",
        "item: The parishes will > answer in time;",
    ]
