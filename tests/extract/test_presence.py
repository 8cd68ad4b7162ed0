"""Those whom minutes name as present are known by name and by initials in what follows."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import duties, facts

HEAD = (
    "Minutes of the meeting of the Saltmere Partnership held on 3 March 2020\n\n"
    "Present: Lucy Orme (Chair), Nick Hard (NH), Joan Smith\n\nIn attendance: John Marsh (Minutes) and Steve Griff\n\n"
    "2. Update\n"
)


def _borne(folder: Path, body: str) -> set[tuple[str, str]]:
    return {(bearer, text) for bearer, _, _, text in duties(folder, body, title=HEAD)}


@pytest.mark.parametrize(
    ("line", "bearer", "text"),
    [
        ("Action: JM to circulate the forms.", "John Marsh", "circulate the forms"),
        ("NH to send the leaflet to the school.", "Nick Hard", "send the leaflet to the school"),
        ("JS will book the hall.", "Joan Smith", "book the hall"),
        ("Steve Griff to write to the school.", "Steve Griff", "write to the school"),
        ("NH agreed to contact the school.", "Nick Hard", "contact the school"),
        ("Benches - NH to repair the bench.", "Nick Hard", "repair the bench"),
    ],
)
def test_a_task_given_by_initials_or_name_is_that_persons(tmp_path: Path, line: str, bearer: str, text: str) -> None:
    assert _borne(tmp_path, line) == {(bearer, text)}


def test_each_of_several_gets_the_task(tmp_path: Path) -> None:
    told = {(name, "meet the school") for name in ("Nick Hard", "Joan Smith", "John Marsh")}
    assert _borne(tmp_path, "NH, JS and JM to meet the school.") == told


def test_two_tasks_of_one_line_are_two(tmp_path: Path) -> None:
    line = "Action: JM to circulate the forms; SG to book the hall."
    assert _borne(tmp_path, line) == {("John Marsh", "circulate the forms"), ("Steve Griff", "book the hall")}


@pytest.mark.parametrize("line", ["NH reported that the hall was full.", "XY to book the hall.", "NH to note."])
def test_what_is_told_or_whose_initials_nobody_has_is_no_task(tmp_path: Path, line: str) -> None:
    assert _borne(tmp_path, line) == set()


def test_initials_that_two_have_are_nobodys(tmp_path: Path) -> None:
    head = HEAD.replace("Steve Griff", "Sam Good and Steve Griff")
    assert duties(tmp_path, "SG to book the hall.", title=head) == []


def test_apologies_go_on_in_the_next_line(tmp_path: Path) -> None:
    told = "Apologies for Absence\n\nApologies were received from Pat Priest (PP), Kenny\nCombe (KC) and Ann Lee.\n"
    assert {f"{name} member_of Saltmere Partnership" for name in ("Pat Priest", "Kenny Combe", "Ann Lee")} <= facts(
        tmp_path, HEAD.replace("2. Update\n", told), "member_of"
    )


def test_posts_in_a_list_of_those_in_attendance_are_nobodys_name(tmp_path: Path) -> None:
    paper = (
        "Saltmere Ethics Committee\n\nTerms of Reference\n\nComposition\n\n"
        "In attendance: Trust Solicitor; Head of Insurance; Designated Individual under the Human Tissue Act 2004.\n"
    )
    assert f"Head of Insurance member_of {'Saltmere Ethics Committee'} [capacity=in_attendance]" in facts(
        tmp_path, paper, "member_of"
    )
