"""To which body a post belongs, by lists, titles and what is said of it."""

from __future__ import annotations

from pathlib import Path

from reading import facts

BOARD = "Oakmere Safety Board\nTerms of reference\n\n"


def test_a_post_with_unit_and_organisation_is_in_the_organisation(tmp_path: Path) -> None:
    paper = f"{BOARD}Members\n- Detective Inspector, Child Abuse Investigation Unit, Oakmere Police\n- Chief Nurse\n"
    assert facts(tmp_path, paper, "post_in") == {
        "Detective Inspector, Child Abuse Investigation Unit post_in Oakmere Police"
    }


def test_posts_below_the_label_of_an_organisation_are_in_it(tmp_path: Path) -> None:
    paper = f"{BOARD}Members\nFor Oakmere Council:\n- Director of Public Health\n- Head of Law\n"
    assert facts(tmp_path, paper, "post_in") == {
        "Director of Public Health post_in Oakmere Council",
        "Head of Law post_in Oakmere Council",
    }


def test_a_team_has_posts_and_a_leadership_team_members(tmp_path: Path) -> None:
    paper = f"{BOARD}The Duty Team consists of the Head of Care and the Duty Manager.\n"
    assert facts(tmp_path, paper, "post_in", "member_of") == {
        "Head of Care post_in Duty Team",
        "Duty Manager post_in Duty Team",
    }
    paper = f"{BOARD}The Senior Leadership Team consists of the Head of Care and the Duty Manager.\n"
    assert facts(tmp_path, paper, "post_in", "member_of") == {
        "Head of Care member_of Senior Leadership Team",
        "Duty Manager member_of Senior Leadership Team",
    }


def test_a_title_that_begins_with_an_acronym_is_of_that_organisation(tmp_path: Path) -> None:
    paper = f"{BOARD}NHS Oakmere Integrated Care Board (ICB) funds the work. The ICB Place Director attends.\n"
    (post,) = facts(tmp_path, paper, "post_in")
    assert post in (f"ICB Place Director post_in {body}" for body in ("ICB", "NHS Oakmere Integrated Care Board"))


def test_the_group_of_a_board_is_chaired_and_not_the_board(tmp_path: Path) -> None:
    paper = f"{BOARD}The Care Panel is an advisory panel of the Council chaired by the Head of Law.\n"
    assert facts(tmp_path, paper, "chairs") == {"Head of Law chairs Care Panel"}


def test_the_line_above_labels_names_the_group_that_they_are_of(tmp_path: Path) -> None:
    paper = f"{BOARD}Our groups\n\nReviews Group\n\nChair: Head of Law     Meets: in April and October\n"
    assert facts(tmp_path, paper, "chairs", "meets") == {
        "Head of Law chairs Reviews Group",
        "Reviews Group meets [frequency=six-monthly]",
    }


def test_neither_the_vice_chair_nor_one_of_the_members_is_said_to_chair(tmp_path: Path) -> None:
    chairs = "The Chair is Councillor Bo Hart and the Vice Chair is Councillor Mary Finch."
    chosen = "One of the members will be appointed Chair of the Panel by the Council each May."
    paper = (
        f"Terms of Reference of the Oakmere Learning Panel\n\nThe Learning Panel has ten members. {chairs} {chosen}\n"
    )
    found = facts(tmp_path, paper, "chairs", "member_of")
    assert "Councillor Mary Finch member_of Oakmere Learning Panel [capacity=vice_chair]" in found
    chairing = {fact.split(" chairs ")[0] for fact in found if " chairs " in fact}
    assert "Councillor Bo Hart" in chairing
    assert not any(name.startswith(("Vice", "member")) for name in chairing)


def test_the_head_of_a_unit_is_in_the_organisation_behind_it(tmp_path: Path) -> None:
    paper = f"{BOARD}Members\n- Head of Case Review Unit, Oakmere Police\n- Chief Nurse\n"
    assert facts(tmp_path, paper, "post_in") == {"Head of Case Review Unit post_in Oakmere Police"}


def test_a_post_is_not_in_the_body_that_the_next_post_is_of(tmp_path: Path) -> None:
    paper = f"{BOARD}They are the Director of Care, the Oakmere ICB Chief Nurse and the Borough Commander.\n"
    assert not any(fact.startswith("Director of Care") for fact in facts(tmp_path, paper, "post_in"))


def test_no_body_beside_a_commissioner_employs_them(tmp_path: Path) -> None:
    paper = f"{BOARD}It is sent to the Police and Crime Commissioner, Healthwatch Oakmere and the Coroner.\n"
    assert facts(tmp_path, paper, "post_in") == set()


def test_a_title_that_ends_with_the_council_is_a_post_in_it(tmp_path: Path) -> None:
    paper = "Oakmere Borough Council\n\nScheme\n\nThe Leader of the Council shall chair the Cabinet.\n"
    assert "Leader of the Council post_in Oakmere Borough Council" in facts(tmp_path, paper, "post_in")


def test_a_group_s_nominated_secretary_is_its_own(tmp_path: Path) -> None:
    paper = f"{BOARD}1. Meetings\n\nMeetings are arranged by the Board’s nominated secretary.\n"
    assert facts(tmp_path, paper, "post_in") == {"secretary post_in Oakmere Safety Board"}


def test_a_post_whose_title_ends_in_a_council_s_place_is_in_that_council(tmp_path: Path) -> None:
    paper = f"{BOARD}The Service is run by Weir District Council and Oakmere City Council.\n\nMembers\n"
    paper += "- Head of Community Safety, Weir\n- Monitoring Officer of Oakmere\n- Head of Probation, Weir\n"
    assert facts(tmp_path, paper, "post_in") == {
        "Head of Community Safety, Weir post_in Weir District Council",
        "Monitoring Officer of Oakmere post_in Oakmere City Council",
    }


def test_a_place_with_two_councils_does_not_tell_whose_a_post_is(tmp_path: Path) -> None:
    paper = f"{BOARD}Weir District Council and Weir Town Council met.\n\nMembers\n- Head of Community Safety, Weir\n"
    assert facts(tmp_path, paper, "post_in") == set()
