"""Which lines go on with the one before, and which begin something of their own."""

from __future__ import annotations

from outlining import outline_of


def test_rows_that_begin_with_a_date_are_each_their_own() -> None:
    rows = (
        "Meeting Date Agenda Item Purpose Officer\n"
        "6 November 2019 Annual Report on Moorings To monitor the work of the Board Harbour Master\n"
        "22 January 2020 Report on the Partnership To hold the partnership to account Scrutineer\n"
    )
    found = outline_of(f"Harbour Panel\n\nWork programme\n\n{rows}")
    texts = [clause.body.text for clause in found.clauses]
    assert [text[:10] for text in texts if text[:1].isdigit()] == ["6 November", "22 January"]


def test_a_name_in_capitals_that_ends_in_a_comma_goes_on_with_its_post() -> None:
    found = outline_of("Harbour Panel\n\nAgenda\n\n1. Apologies\n\nANN DELL,\nChief Executive.\n")
    assert "ANN DELL, Chief Executive." in [clause.body.text for clause in found.clauses]


def test_the_last_word_of_somebodys_employer_on_a_line_of_its_own_goes_on() -> None:
    rows = (
        "Joan Dell – Chair\nDawn Cole – Head of Nursing, Tide and Quay University\nHospital\n"
        "Sam Fuller – Manager, Mere Care Ltd\nKit Orme – Clerk, Mere Council\nAnn Ash – Head of Law, Tide Council\n"
    )
    found = outline_of(f"Harbour Board\n\nMinutes of the meeting on 3 May 2030\n\nPresent:\n\n{rows}\n1. Roads\n")
    texts = [clause.body.text for clause in found.clauses]
    assert not [text for text in texts if text == "Hospital"]
    assert any("Tide and Quay University Hospital" in text for text in texts)
