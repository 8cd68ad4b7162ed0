"""Tables in plain text."""

from __future__ import annotations

from outlining import line, outline_of, tree

from protocolgraph.model import ClauseKind


def cells(text: str) -> list[str]:
    return [line(clause) for clause in outline_of(text).clauses if clause.kind is ClauseKind.CELL]


def test_cells_know_their_column_and_row() -> None:
    lead = "Four groups report to the Committee, as shown below."
    text = f"""{lead}

   Group                 Chaired by                     Frequency
   Quality Group         Clinical Lead for the          Monthly
                         Borough
   Forum                 Director                       Quarterly
"""
    assert cells(text)[3:] == [
        f"cell: {lead} > Group > Quality Group",
        f"cell: {lead} > Chaired by > Quality Group > Clinical Lead for the Borough",
        f"cell: {lead} > Frequency > Quality Group > Monthly",
        f"cell: {lead} > Group > Forum",
        f"cell: {lead} > Chaired by > Forum > Director",
        f"cell: {lead} > Frequency > Forum > Quarterly",
    ]


def test_a_number_far_before_its_words_over_numbered_clauses_is_a_heading_and_no_row() -> None:
    text = """It is new.

6     Head of Audit

6.1   The Head of Audit is employed by the Council and shall:

      6.1.1   plan the work;
      6.1.2   report on it.
"""
    lead = "The Head of Audit is employed by the Council and shall"
    assert tree(outline_of(text))[1:] == [
        "# 6 Head of Audit",
        "  # 6.1",
        "    # 6.1.1",
        f"      item: 6.1.1 {lead} > plan the work;",
        "    # 6.1.2",
        f"      item: 6.1.2 {lead} > report on it.",
    ]


def test_tables_between_bars() -> None:
    text = "Its members are:\n\n| Post | Body |\n|------|------|\n| Chair | Council |\n"
    assert cells(text)[2:] == [
        "cell: Its members are > Post > Chair",
        "cell: Its members are > Body > Chair > Council",
    ]


def test_labels_with_values_beside_them_are_fields() -> None:
    text = """Lead Member:            Councillor Vane, Portfolio Holder

Report author:          Tim Ardley
                        Board Manager

Present:                Councillor Hilary Wraxall
                        Mrs Carole Dunmore
"""
    assert [line(clause) for clause in outline_of(text).clauses] == [
        "field: Lead Member > Councillor Vane, Portfolio Holder",
        "field: Report author > Tim Ardley",
        "field: Report author > Board Manager",
        "field: Present > Councillor Hilary Wraxall",
        "field: Present > Mrs Carole Dunmore",
    ]


def test_rows_of_amounts_are_items_whether_or_not_a_colon_leads_in() -> None:
    rows = "        Borough Council               62,000\n        Clinical Group\n        (training)          30,000\n"
    for lead in ("The partners pay:", "Contributions are set out below."):
        found = outline_of(f"{lead}\n\n{rows}")
        items = [clause for clause in found.clauses if clause.kind is ClauseKind.ITEM]
        assert [clause.body.text for clause in items] == ["Borough Council 62,000", "Clinical Group (training) 30,000"]
        assert {clause.leads[0].text for clause in items} == {lead.rstrip(":")}


def test_a_line_that_ends_in_a_sum_of_money_is_no_heading() -> None:
    found = outline_of("1. Funding\n\nCity Council £142,000\nICB £96,500\nMarsh Police £71,000\n")
    assert [clause.body.text for clause in found.clauses] == [
        "City Council £142,000",
        "ICB £96,500",
        "Marsh Police £71,000",
    ]


def test_two_columns_one_below_the_other() -> None:
    text = """8. Membership and responsibilities

Executive Group: Frequency x 6 a year

Membership

Key Responsibilities

Independent Chair

Chief Nurse (Clinical
Commissioning Group)

• Analyse emerging issues
  to advise Chief Officers.
• Manage a risk log.

9. Scrutiny

It is provided by a chairperson.
"""
    assert tree(outline_of(text)) == [
        "# 8 Membership and responsibilities",
        "  # Executive Group: Frequency x 6 a year",
        "    # Membership",
        "      item: Membership > Independent Chair",
        "      item: Membership > Chief Nurse (Clinical Commissioning Group)",
        "    # Key Responsibilities",
        "      item: • Key Responsibilities > Analyse emerging issues to advise Chief Officers.",
        "      item: • Key Responsibilities > Manage a risk log.",
        "# 9 Scrutiny",
        "  sentence: It is provided by a chairperson.",
    ]


def test_a_row_whose_cells_a_long_one_pushed_aside_is_a_row_all_the_same() -> None:
    text = """The groups are:

Group                     Chair
Audit Group               Head of Law
Young People's Participation Group    Youth Lead
Estates Group               Head of Estates
Training Group            Head of Training
"""
    lead = "The groups are"
    assert cells(text)[2:] == [
        cell
        for group, chair in (
            ("Audit Group", "Head of Law"),
            ("Young People's Participation Group", "Youth Lead"),
            ("Estates Group", "Head of Estates"),
            ("Training Group", "Head of Training"),
        )
        for cell in (f"cell: {lead} > Group > {group}", f"cell: {lead} > Chair > {group} > {chair}")
    ]


def test_a_row_begins_where_its_words_had_room_beside_those_above() -> None:
    text = """The groups are:

Group                     Chair                  Meets
Audit Group               Head of Law for the
                          County                 monthly
Learning and Improvement Group  Youth Lead  weekly
Estates Group             Head of the
                          Estates                yearly
"""
    groups = [cell.rpartition(" > ")[2] for cell in cells(text)[3:] if "are > Group > " in cell]
    assert groups == ["Audit Group", "Learning and Improvement Group", "Estates Group"]


def test_people_below_each_other_in_a_column_are_a_row_each() -> None:
    text = """The trustees are:

Ann Osei-Duncan    Chair of the trustees
Bilal Chaudhry     customer member
Hugh Farnsworth
Sophie Lund        Chief Executive
"""
    assert [cell.rpartition(" > ")[2] for cell in cells(text)] == [
        "Ann Osei-Duncan",
        "Chair of the trustees",
        "Bilal Chaudhry",
        "customer member",
        "Hugh Farnsworth",
        "Sophie Lund",
        "Chief Executive",
    ]


def test_numbers_at_the_right_of_their_column_push_nothing_aside() -> None:
    text = """The members are:

  Group                              Places
  School members
  Primary head teachers                   5
  Academy members
  Academy representatives                12
"""
    assert cells(text) == []


def test_a_numbered_heading_apart_from_a_table_is_no_row_of_it() -> None:
    text = """Decision                       Taken by
Annual budget                  Leaders' Group
Local audits                   Local Group

4   Leaders' Group

The Leaders' Group meets monthly.
"""
    assert tree(outline_of(text))[-2:] == ["# 4 Leaders' Group", "  sentence: The Leaders' Group meets monthly."]


def test_a_vacant_seat_begins_a_row_though_other_cells_are_wrapped() -> None:
    text = (
        "Name                  Representing                          Term ends\n"
        "Ann Lee               Independent Chair                     May 2025\n"
        "Bo Hart               Office of the Police and Crime        June 2024\n"
        "                      Commissioner\n"
        "Cy Orme               Active members                        June 2026\n"
        "Vacancy               Deferred members\n"
        "Di Pell               Pensioner members                     May 2024\n"
    )
    first = [clause.body.text for clause in outline_of(text).clauses if clause.cell and clause.cell.column == 0]
    assert first == ["Name", "Ann Lee", "Bo Hart", "Cy Orme", "Vacancy", "Di Pell"]
