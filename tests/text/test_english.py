from __future__ import annotations

from protocolgraph.text.english import looks_english

ENGLISH = "The Board is responsible for the work of the Panel and must publish a report that is sent to the Cabinet. "
WELSH = "Mae'r Bwrdd yn gyfrifol am waith y Panel a rhaid iddo gyhoeddi adroddiad blynyddol sy'n mynd i'r Cabinet. "
FRENCH = "Le conseil est responsable du travail du comité et doit publier un rapport annuel pour le cabinet du maire. "
NAMES = "Councillor Anna Smith, Director of Housing; Councillor Jo Hill, Head of Law and Governance; "


def test_english_prose_looks_english() -> None:
    assert looks_english(ENGLISH * 20)


def test_lists_of_english_posts_look_english() -> None:
    assert looks_english(NAMES * 20)


def test_welsh_and_french_do_not() -> None:
    assert not looks_english(WELSH * 20)
    assert not looks_english(FRENCH * 20)


def test_a_few_words_tell_nothing() -> None:
    assert looks_english(WELSH)


def test_names_below_each_other_tell_nothing() -> None:
    assert looks_english("Fenshire County Council\nMarsh Mind\nSalvation Army\nSaltmere Borough Council\n" * 20)
