"""Which people a passage names: by a title, by a rank, in a list."""

from __future__ import annotations

from pathlib import Path

import pytest
from naming import finder, texts
from reading import extracted, facts

from protocolgraph.extract.names import NameFinder
from protocolgraph.model import EntityType

TITLED = [
    ("Councillor Amy Brook (in the Chair)", ["Councillor Amy Brook"]),
    ("Councillors Ash, Birch (Vice-Chair) and Cole were present", ["Ash", "Birch", "Cole"]),
    ("Dr J. van Dale OBE wrote", ["Dr J. van Dale OBE"]),
    ("Detective Superintendent Kay Dell", ["Kay Dell"]),
    ("PCSO Kay Dell and Sgt Tom Ash", ["Kay Dell", "Tom Ash"]),
    ("the PC Working Group", []),
    ("Professor Sir Jack Dell FREng, Harbour Board", ["Professor Sir Jack Dell FREng"]),
    ("Baroness Dell of Saltmere OBE", ["Baroness Dell of Saltmere OBE"]),
    ("the Housing Strategy and the Early Years Unit", []),
    ("Mr Jones's letter", ["Mr Jones"]),
    ("Councillor Anna Hall", ["Councillor Anna Hall"]),
    ("a Councillor Call for Action", []),
    ("Cyngor Sir Aber", []),
    ("Anna Metropolitan chairs the Board.", []),
    ("Cllrs Laver (Chair), Bishop, Hall and Dean were present", ["Laver", "Bishop", "Hall", "Dean"]),
    ("Present: Cllr. J. Dean, Cllr Young and Mrs May", ["Cllr. J. Dean", "Cllr Young", "Mrs May"]),
    ("Cllrs Ash, Birch and Parish Clerk", ["Ash", "Birch"]),
    ("Councillor Ann LEE (Chair); Councillors Kay HART and F. WREN", ["Councillor Ann LEE", "Kay HART", "F. WREN"]),
    ("Mrs J PYKE and Cllr McKAY", ["Mrs J PYKE", "Cllr McKAY"]),
    ("Councillors Ash, NHS England and Dr Khan NSPCC", ["Ash", "Dr Khan"]),
    ("Cllr. J Bishop\nCllr. P Dean", ["Cllr. J Bishop", "Cllr. P Dean"]),
    ("Cllr Church Street Working Group", []),
    ("Borough Councillor C Dell and PCSO Anna Dell", ["C Dell", "Anna Dell"]),
]


@pytest.mark.parametrize(("text", "names"), TITLED)
def test_people_with_titles(text: str, names: list[str]) -> None:
    assert texts(text, EntityType.PERSON) == names


BESIDE = [
    ("The Board is chaired by Anna Dell (Saltmere Trust).", ["Anna Dell"]),
    ("Vice Chair of the Board is Kate Dell (Saltmere Borough Council).", ["Kate Dell"]),
    ("Saltmere Parish Council - Kate Dell", ["Kate Dell"]),
    ("Saltmere Council: Kate Dell (Chair)", ["Kate Dell"]),
    ("The Saltmere Council - Kate Road Scheme", []),
    ("Kate Dell / Anna Orme, Clerk", ["Kate Dell", "Anna Orme"]),
    ("to appoint Kate Dell, Cllr Laver and Cllr Orme to the Audit Committee", ["Kate Dell", "Cllr Laver", "Cllr Orme"]),
    ("Kate Dell presented the accounts.", ["Kate Dell"]),
    ("A report by Kate Dell was noted.", ["Kate Dell"]),
    ("Anna Dell, Head of Care, and Mark Wood-Hart, Saltmere Borough Council", ["Anna Dell", "Mark Wood-Hart"]),
    ("Helen Dell (Chair)", ["Helen Dell"]),
    ("Helen DELL, Licensing Manager", ["Helen DELL"]),
    ("Helen NHS Trust", []),
    ("Peter Dell Strategic Contracts Manager", ["Peter Dell"]),
    ("Report of the Chief Executive, Anna Dell", ["Anna Dell"]),
    ("Anna Dell Cabinet Secretary for Housing", ["Anna Dell"]),
    ("Daniel Dell (aged 4) had been seen by three schools", []),
    ("Serious Case Review: the life of Daniel Dell", []),
    ("the Thomas Dell Foundation and the Elizabeth Dell Primary School", []),
]


@pytest.mark.parametrize(("text", "names"), BESIDE)
def test_a_given_name_makes_a_person_beside_a_post_or_a_body(text: str, names: list[str]) -> None:
    assert texts(text, EntityType.PERSON) == names


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("Peter Dell Strategic Contracts Manager", EntityType.ROLE, "Strategic Contracts Manager"),
        ("Anna Dell, Saltmere Borough Council", EntityType.BODY, "Saltmere Borough Council"),
        ("the Thomas Dell Foundation", EntityType.BODY, "Thomas Dell Foundation"),
    ],
)
def test_a_person_is_cut_off_a_post_and_stays_in_a_foundation_s_name(text: str, kind: EntityType, name: str) -> None:
    assert texts(text, kind) == [name]


def test_lists_of_people_keep_what_stands_beside_each() -> None:
    people = finder().people.listed("Ann Lee (in the Chair); Bo Hart, Head of Care; Councillors Ash and Birch")
    assert [(name.text, beside) for name, beside in people] == [
        ("Ann Lee", "in the Chair"),
        ("Bo Hart", "Head of Care"),
        ("Ash", ""),
        ("Birch", ""),
    ]


def test_lists_of_people_with_titles_and_without() -> None:
    people = finder().people.listed("Ann Lee, Bo Hart, Dr. Kay Dell, Joe Orme (Chair) and Councillor Ash")
    assert [name.text for name, _ in people] == ["Ann Lee", "Bo Hart", "Dr. Kay Dell", "Joe Orme", "Councillor Ash"]


def test_what_follows_one_person_in_a_list_is_no_second_person() -> None:
    people = finder().people.listed("Dr Dell, Mill Lane; Ann Lee, Head of Care")
    assert [name.text for name, _ in people] == ["Dr Dell", "Ann Lee"]


def test_a_rank_is_a_post() -> None:
    assert texts("Chief Inspector Kay Dell", EntityType.ROLE) == ["Chief Inspector"]


def test_one_of_several_may_have_a_title_of_her_own() -> None:
    assert texts("Cllrs Mrs Ash, Birch and Dr Cole sit on it.", EntityType.PERSON) == ["Mrs Ash", "Birch", "Dr Cole"]


def known_by_no_list(text: str) -> list[str]:
    """The people of a passage, where the finder has the language's words to tell ordinary ones by."""
    words = {"head", "of", "care", "community", "north", "trail", "operation", "service", "led", "by", "the", "is"}
    return [name.text for name in NameFinder.load(words).find(text) if name.type is EntityType.PERSON]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Folarinwa Dell, Head of Care, gave a report.", "Folarinwa Dell"),
        ("The post in charge is the Head of Care, Ottolie Orme.", "Ottolie Orme"),
        ("The group is led by Ottolie Orme.", "Ottolie Orme"),
        ("S Orme, Head of Care", "S Orme"),
        ("Ottolie Orme, Director of Housing and Care", "Ottolie Orme"),
    ],
)
def test_somebody_beside_a_post_is_a_person_though_no_list_holds_her_name(text: str, name: str) -> None:
    assert known_by_no_list(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Operation Ottolie, Head of Care",
        "Ottolie CC, Head of Care",
        "The Head of Care, Ottolie Water",
        "The Head of Care, Ottolie Section",
        "Ottolie Orme opened the new hall.",
        "The Head of Care, Ottolie Orme, Folarinwa Dell and the Clerk attended.",
    ],
)
def test_what_may_be_anything_is_no_person(text: str) -> None:
    assert known_by_no_list(text) == []


def test_the_language_model_s_dictionary_tells_names_from_words(tmp_path: Path) -> None:
    held = facts(tmp_path, "Folarinwa Dell, the Head of Care, reports to the Northwick Care Board.", "holds")
    assert held == {"Folarinwa Dell holds Head of Care"}


def test_the_letters_behind_a_name_are_no_part_of_what_somebody_is_called(tmp_path: Path) -> None:
    extraction = extracted(tmp_path, "The Clerk reports to Professor Ann Lee FREng OBE.")
    assert ("Professor Ann Lee", "Professor Ann Lee FREng OBE") in {(a.short, a.long) for a in extraction.aliases}


def test_a_space_behind_the_apostrophe_of_a_name_does_not_end_it() -> None:
    assert texts("Ruth O’ Hale, Care Manager", EntityType.PERSON) == ["Ruth O’ Hale"]


def test_both_of_two_people_with_a_slash_between_them_are_people(tmp_path: Path) -> None:
    extraction = extracted(tmp_path, "Dennis Dell/Gesa Pyke, Saltmere Council")
    people = [m.name for m in extraction.mentions if m.type is EntityType.PERSON]
    assert people == ["Dennis Dell", "Gesa Pyke"]


def test_people_with_their_posts_in_brackets_hold_them_also_inside_a_sentence(tmp_path: Path) -> None:
    told = "As agreed, Sue Wick (Performance Manager) and Tracy Birch (Corporate Risk Officer) presented the plan."
    assert facts(tmp_path, f"Saltmere Board\n\nMinutes\n\n{told}\n", "holds") == {
        "Sue Wick holds Performance Manager",
        "Tracy Birch holds Corporate Risk Officer",
    }


@pytest.mark.parametrize(
    ("told", "held"),
    [
        ("Head of Housing Tim Ash gave an update.", {"Tim Ash holds Head of Housing"}),
        ("The Board has an Independent Scrutineer – Anna Berry.", {"Anna Berry holds Independent Scrutineer"}),
        ("Lay Member Tom Hale gave an update.", set()),
        ("Detective Inspector Tom Hale gave an update.", set()),
        ("RESOLVED – That James Pyke be duly elected as Chairman.", {"James Pyke holds Chairman"}),
    ],
)
def test_whoever_a_post_stands_before_holds_it(tmp_path: Path, told: str, held: set[str]) -> None:
    assert facts(tmp_path, f"Saltmere Care Board\n\nMinutes\n\n{told}\n", "holds") == held


@pytest.mark.parametrize("nobody", ["To Be Confirmed", "To Be Advised", "Vacant"])
def test_a_post_without_a_holder_has_none(tmp_path: Path, nobody: str) -> None:
    paper = f"Saltmere Trust\n\nStructure\n\n- Care Trustee: Ann Lee\n- Port Trustee: {nobody}\n"
    assert facts(tmp_path, paper, "holds") == {"Ann Lee holds Care Trustee"}


def test_who_approves_on_which_day_holds_the_post_above(tmp_path: Path) -> None:
    lines = "Head of Law (Deputy Monitoring\nOfficer)\n\nRuth Bird 26/04/19\n\nHead of Care\n\nBal Nash 23/04/19\n"
    assert facts(tmp_path, f"Saltmere Council\n\nReport\n\n9. Approvals\n\nApproved by:-\n\n{lines}", "holds") == {
        "Ruth Bird holds Head of Law",
        "Bal Nash holds Head of Care",
    }


def test_a_long_dash_parts_a_name_from_the_post(tmp_path: Path) -> None:
    assert facts(tmp_path, "Saltmere Council\n\nAnnual return\n\nJ Pyke — Clerk\n", "holds") == {"J Pyke holds Clerk"}


def test_a_given_name_before_a_word_for_a_post_makes_it_a_surname(tmp_path: Path) -> None:
    paper = "Harbour Forum\n\nNotes\n\nAnn Mills, John Constable and Helen Frost were thanked by the Chief Constable.\n"
    found = extracted(tmp_path, paper, title="").mentions
    assert {m.name for m in found if m.type is EntityType.ROLE} <= {"Chief Constable"}


@pytest.mark.parametrize(
    "name", ["Norden Teaching Hospitals NHS Foundation Trust", "Serious Case Review (SCR) Sub Group"]
)
def test_letters_of_a_name_that_is_nobodys_are_no_initials(tmp_path: Path, name: str) -> None:
    bodies = [
        m.name for m in extracted(tmp_path, f"The {name} sits on the Board.").mentions if m.type is EntityType.BODY
    ]
    assert any(name.rsplit(None, 1)[-1] in body and body.startswith(name.split()[0]) for body in bodies)


@pytest.mark.parametrize(
    ("text", "person", "council"),
    [
        ("Councillor Tim Beale Hexton District Council", "Councillor Tim Beale", "Hexton District Council"),
        ("Councillor Roy Hewitt Stour Valley Borough Council", "Councillor Roy Hewitt", "Stour Valley Borough Council"),
        ("Cllr T Beale Hexton City Council", "Cllr T Beale", "Hexton City Council"),
    ],
)
def test_a_councillor_and_the_council_in_columns_that_ran_together(text: str, person: str, council: str) -> None:
    assert texts(text, EntityType.PERSON) == [person]
    assert texts(text, EntityType.BODY) == [council]
