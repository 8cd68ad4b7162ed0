"""Lists of members without bullets, known headings, titles with a colon, lists that semicolons part."""

from __future__ import annotations

from outlining import outline_of, tree

from protocolgraph.model import ClauseKind


def test_short_lines_below_membership_are_items_however_narrow_the_page() -> None:
    text = "4 Membership\n\nLeader of the Council\nDirector of Finance\nHealthwatch\n\n5 Quorum\n\nThree members.\n"
    assert tree(outline_of(text)) == [
        "# 4 Membership",
        "  item: Membership > Leader of the Council",
        "  item: Membership > Director of Finance",
        "  item: Membership > Healthwatch",
        "# 5 Quorum",
        "  sentence: Three members.",
    ]


def test_a_line_that_goes_on_small_or_after_an_open_word_belongs_to_the_line_above() -> None:
    text = "It is new.\n\nMembers\n\nDirector of Children and\nYoung People\nHead of Care, ex officio\nor a deputy\n"
    assert tree(outline_of(text))[-2:] == [
        "  item: Members > Director of Children and Young People",
        "  item: Members > Head of Care, ex officio or a deputy",
    ]


def test_prose_below_membership_stays_prose() -> None:
    text = "Membership\nThe Board has ten members. They are appointed each year.\n\nQuorum\nThe quorum is three.\n"
    assert tree(outline_of(text)) == [
        "# Membership",
        "  sentence: The Board has ten members.",
        "  sentence: They are appointed each year.",
        "# Quorum",
        "  sentence: The quorum is three.",
    ]


def test_a_body_and_terms_of_reference_with_a_colon_are_a_title_and_no_labelled_value() -> None:
    found = outline_of("Sallow Partnership: Terms of Reference\n\nThe Partnership meets monthly.\n")
    assert found.title == "Sallow Partnership: Terms of Reference"
    assert all(clause.kind.value != "field" for clause in found.clauses)


def test_a_groups_name_above_labelled_values_heads_them() -> None:
    text = "It has two groups.\n\nAudit Group\nChair: Ann Lee\nMeets: monthly\n\nPay Panel\nChair: Bo Hart\n"
    assert tree(outline_of(text)) == [
        "sentence: It has two groups.",
        "# Audit Group",
        "  field: Chair > Ann Lee",
        "  field: Meets > monthly",
        "# Pay Panel",
        "  field: Chair > Bo Hart",
    ]


def test_semicolons_after_a_colon_part_a_list() -> None:
    text = "It is new. The members are: the Head of Care; the Head of Law; and two residents. They meet monthly.\n"
    assert tree(outline_of(text)) == [
        "sentence: It is new.",
        "item: The members are > the Head of Care;",
        "item: The members are > the Head of Law; and",
        "item: The members are > two residents.",
        "sentence: They meet monthly.",
    ]


def test_a_post_with_its_holder_below_the_trustees_is_a_labelled_value() -> None:
    text = "It is new.\n\nTrustees\nAnn Hollow (Chair)\nMark Fenby\nSusan Pale\n\nCompany Secretary\nLouise Tandle\n\n"
    text += "Chief Executive\nGraham Spate\n\nStructure\nThe trustees meet quarterly.\n"
    assert tree(outline_of(text))[1:-2] == [
        "# Trustees",
        "  item: Trustees > Ann Hollow (Chair)",
        "  item: Trustees > Mark Fenby",
        "  item: Trustees > Susan Pale",
        "  field: Company Secretary > Louise Tandle",
        "  field: Chief Executive > Graham Spate",
    ]


def test_labelled_values_below_each_other_are_one_a_line_whatever_their_labels() -> None:
    text = "Who we are\n\nIndependent Chair: Margaret Hallow\nBoard Manager: Yusuf Demirel\nHelpdesk: Kim Layland\n"
    assert tree(outline_of(text))[-3:] == [
        "field: Independent Chair > Margaret Hallow",
        "field: Board Manager > Yusuf Demirel",
        "field: Helpdesk > Kim Layland",
    ]


def test_a_councillor_in_the_chair_above_the_others_is_no_post_of_theirs() -> None:
    text = "The Council met.\n\nCllr Ruth Calder in the Chair\nCllrs I Denby, N Orme and K Pelham\n"
    assert not [line for line in tree(outline_of(text)) if "field" in line]


def test_an_organisation_below_a_list_of_people_heads_its_own_people() -> None:
    text = "It is new.\n\nMembers\nAnn Hollow (Chair)\nMark Fenby\n\nNorthwick Council\nSusan Pale\nIvor Ash\n\n"
    assert tree(outline_of(f"{text}Structure\nThe board meets quarterly.\n"))[1:-2] == [
        "# Members",
        "  item: Members > Ann Hollow (Chair)",
        "  item: Members > Mark Fenby",
        "  # Northwick Council",
        "    item: Northwick Council > Susan Pale",
        "    item: Northwick Council > Ivor Ash",
    ]


def test_groups_of_members_stand_below_headings_that_stand_further_out() -> None:
    text = "It is new.\n\n3 Membership\n\n   Voting members\n      Head of Law\n      Head of Care\n"
    text += "      Five elected members, appointed annually by Council in proportion to political balance\n\n"
    text += (
        "   Co-opted\n      Two representatives each from the Youth Council and the Care Leavers' Forum of the County\n"
    )
    text += "      One representative of the Foster Carers\n\n4 Meetings\n\nIt meets monthly.\n"
    items = [line.strip() for line in tree(outline_of(text)) if "item:" in line]
    assert items == [
        "item: Voting members > Head of Law",
        "item: Voting members > Head of Care",
        "item: Voting members > Five elected members, appointed annually by Council in proportion to political balance",
        "item: Co-opted > Two representatives each from the Youth Council and the Care Leavers' Forum of the County",
        "item: Co-opted > One representative of the Foster Carers",
    ]


def test_long_lines_below_a_numbered_heading_on_members_are_items_of_their_own() -> None:
    names = [
        "Elected Mayor - Westbrook Council (Chair)",
        "Cabinet Member for Housing and Learning – Children’s Services",
        "Cabinet Member for Housing and Learning – Adult Social Care and Public Health",
        "Cabinet Member for The Harbour Programme",
        "Director of Housing and Learning, Westbrook Council",
        "Representative from Healthwatch",
    ]
    text = "\n".join(["It is new.", "", "4. Membership", "Voting Members", *names, "5. Quorum", "Three members.", ""])
    assert tree(outline_of(text))[-8:] == [
        *(f"    item: Voting Members > {name}" for name in names),
        "# 5 Quorum",
        "  sentence: Three members.",
    ]


def test_a_title_with_a_colon_below_an_item_is_no_part_of_it() -> None:
    text = "Members of Group A are as follows:\n- Humanist\n- Salvation Corps\nGroup B:\nThe Church of Saltmere.\n"
    assert tree(outline_of(text))[-3:] == [
        "item: - Members of Group A are as follows > Salvation Corps",
        "# Group B",
        "  sentence: The Church of Saltmere.",
    ]


def test_names_below_a_groups_name_with_a_colon_are_its_list_though_no_sentence_came_before() -> None:
    names = ["Salvation Corps", "OPCC", "Westbrook Red Cross", "Harbour Initiative", "New Hope"]
    text = "\n".join(["Westbrook Partnership", "", "Support Subgroup:", "", *names, "", "Training Subgroup:", ""])
    assert [line.strip() for line in tree(outline_of(text))[:6]] == [
        "# Support Subgroup",
        *(f"item: Support Subgroup > {name}" for name in names),
    ]


def test_a_post_above_what_it_does_is_no_member() -> None:
    text = (
        "Roles\n\nMembers\n  • may change the articles\n  • have the power to act\n\nChief Executive (CE)\n"
        "  • is responsible for staff\n\nHead teachers of each school\n  • carry out reviews\n"
    )
    heads = [line for line in tree(outline_of(text)) if line.startswith("#")]
    assert heads == ["# Members", "# Chief Executive (CE)", "# Head teachers of each school"]


TIGHT = """Saltmere Wharf Board

Terms of Reference

Membership
The members of the Board are:
Head of Corporate
Strategy
Director of Public
Health
Saltmere Police
Saltmere Wharf Trust
Frequency and Conduct of Meetings
The Board will meet each quarter, and the Chair may call other meetings where there is urgent
business.
"""


def test_a_title_that_breaks_off_in_an_adjective_goes_on_below_and_topics_above_prose_are_a_heading() -> None:
    found = outline_of(TIGHT)
    assert [c.body.text for c in found.clauses if c.kind is ClauseKind.ITEM] == [
        "Head of Corporate Strategy",
        "Director of Public Health",
        "Saltmere Police",
        "Saltmere Wharf Trust",
    ]
    assert found.sections[-1].heading.text == "Frequency and Conduct of Meetings"


def test_the_heading_below_the_last_bullet_is_no_part_of_it() -> None:
    bullets = TIGHT.replace("\nSaltmere", "\n• Saltmere").replace("• Saltmere Wharf Board", "Saltmere Wharf Board")
    assert [c.body.text for c in outline_of(bullets).clauses if c.label == "•"] == [
        "Saltmere Police",
        "Saltmere Wharf Trust",
    ]


def test_the_full_stop_of_the_last_entry_closes_a_list() -> None:
    text = """The Group has one member from each of:
the harbour
the ferries;
along with some of the port.
The Older Harbour
Under the Harbours Act 1999 the port was moved to where it is today.
"""
    assert outline_of(text).sections[-1].heading.text == "The Older Harbour"
