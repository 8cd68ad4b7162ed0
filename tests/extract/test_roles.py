"""Which posts a passage names, how far their titles reach, and to which body they belong."""

from __future__ import annotations

from pathlib import Path

import pytest
from naming import found, texts
from reading import duties

from protocolgraph.model import EntityType, MentionForm, Scope
from protocolgraph.resolve.compare.posts import cuts

TITLES = [
    ("The Cabinet Member for Housing, Leisure and Culture", ["Cabinet Member for Housing, Leisure and Culture"]),
    ("the Director of School Improvement", ["Director of School Improvement"]),
    ("the Director of Public Health and the Chief Executive", ["Director of Public Health", "Chief Executive"]),
    ("the Chair of the Harbour Bay Health Forum", ["Chair of the Harbour Bay Health Forum"]),
    ("Assistant Director Early Help and Housing", ["Assistant Director Early Help and Housing"]),
    ("Head of Service, Performance and Planning and Ann Lee", ["Head of Service, Performance and Planning"]),
    ("Service Manager, Children in Care", ["Service Manager, Children in Care"]),
    ("the Head of Service for Children in Care reports", ["Head of Service for Children in Care"]),
    ("the Heads of Planning and Housing report", ["Heads of Planning and Housing"]),
    ("Assistant Director, Early Help and Youth Justice", ["Assistant Director, Early Help and Youth Justice"]),
    (
        "the Freedom to Speak Up Guardian and the Section 73 Officer",
        ["Freedom to Speak Up Guardian", "Section 73 Officer"],
    ),
    ("The Senior Information Risk Owner keeps it", ["Senior Information Risk Owner"]),
    ("Become a member: it is free", []),
    ("the Leader and Deputy Leader of Tide Council", ["Leader of Tide Council", "Deputy Leader of Tide Council"]),
    ("the Chair and the Deputy Leader of Tide Council", ["Chair", "Deputy Leader of Tide Council"]),
    ("the Interim Executive Director (Place) presented it", ["Interim Executive Director (Place)"]),
    ("Practitioner to practitioner", []),
    ("Resolving Professional Differences", []),
    ("Three Non-Executive Directors", ["Non-Executive Directors"]),
    ("the link governor for safeguarding", ["link governor for safeguarding"]),
    ("Detective Inspector, Tide Harm Unit, Saltmere Police", ["Detective Inspector, Tide Harm Unit"]),
    ("Service Manager, Children's Social Care, Mere Council", ["Service Manager, Children's Social Care"]),
    ("Chief Nurse, Mere Trust, Saltmere", ["Chief Nurse"]),
    ("the local director of children's social services", ["director of children's social services"]),
    ("the deputy leader of the council", ["deputy leader of the council"]),
    ("the deputy chief executive attends", ["deputy chief executive"]),
    ("Deputy chief executive officer", ["Deputy chief executive officer"]),
    ("the chair or the deputy, the clerk", ["chair", "clerk"]),
    (
        "the cabinet member for communities, equalities and public protection chairs it",
        ["cabinet member for communities, equalities and public protection"],
    ),
    ("the portfolio holder for housing, the clerk and the mayor", ["portfolio holder for housing", "clerk", "mayor"]),
    (
        "the Director of adult services and the head of legal services",
        ["Director of adult services", "head of legal services"],
    ),
    (
        "Chief Inspector (Exploitation) and Chief Inspector (vacant)",
        ["Chief Inspector (Exploitation)", "Chief Inspector"],
    ),
    ("Safeguarding in Education Manager", ["Safeguarding in Education Manager"]),
    ("Executive Member for Care – Public Health", ["Executive Member for Care – Public Health"]),
    ("Cabinet Member for Care – Saltmere Council", ["Cabinet Member for Care"]),
    ("Executive Director of Adult Care and Helen Dell", ["Executive Director of Adult Care"]),
    (
        "the Directors of Housing and Directors of Adult Services",
        ["Directors of Housing", "Directors of Adult Services"],
    ),
    ("Chief Nurse (Tidewater Health Board)", ["Chief Nurse (Tidewater Health Board)"]),
    ("Director of Nursing – Tidewater Hospital Trust", ["Director of Nursing"]),
    ("Principal, Tidewater Sixth Form College", ["Principal"]),
    ("Designated Nurse Safeguarding Adults, Tidewater ICB", ["Designated Nurse Safeguarding Adults"]),
    (
        "Detective Inspector, Protecting Vulnerable People, Tidewater Police",
        ["Detective Inspector, Protecting Vulnerable People"],
    ),
    ("Superintendent, Prevention, Tidewater Police", ["Superintendent, Prevention"]),
    ("Director of Nursing, Tide and Fell ICB", ["Director of Nursing"]),
    (
        "the Secretary of the Forum shall write to the Head of Paid Service",
        ["Secretary of the Forum", "Head of Paid Service"],
    ),
    ("two lay members and one opposition councillor", ["lay members", "opposition councillor"]),
    ("3 headteachers of maintained primary schools", ["headteachers of maintained primary schools"]),
    ("a councillor from each of the District Councils", ["councillor from each of the District Councils"]),
    ("a District Council elected representative", ["District Council elected representative"]),
    ("the external and internal auditors", ["external and internal auditors"]),
    ("Assistant Director of Lights, Saltmere and Vale Health Board", ["Assistant Director of Lights"]),
    ("Head of Care and CEO of Saltmere Trust", ["Head of Care", "CEO of Saltmere Trust"]),
    ("the Police & Crime Commissioner", ["Police & Crime Commissioner"]),
    ("the designated safeguarding leads", ["designated safeguarding leads"]),
    ("The Executive Group/Independent Chair", ["Independent Chair"]),
    ("the Executive Director Communities, Culture and Homes", ["Executive Director Communities, Culture and Homes"]),
    (
        "the Cabinet Member for Children and Families and Cabinet Member for Skills",
        ["Cabinet Member for Children and Families", "Cabinet Member for Skills"],
    ),
    ("Head of the Public Protection Unit", ["Head of the Public Protection Unit"]),
    ("the Deputy Chief Executive (People) reports", ["Deputy Chief Executive (People)"]),
    ("Director, Adult Social Care", ["Director, Adult Social Care"]),
    ("eight public governors", ["public governors"]),
    ("Director for Adult Social Care and Integration", ["Director for Adult Social Care and Integration"]),
    ("Lead Member for Children's services", ["Lead Member for Children's services"]),
    ("the Director Enterprise, Community and Resources", ["Director Enterprise, Community and Resources"]),
    ("the Chief Finance Officer's budget", ["Chief Finance Officer"]),
    ("Chairman's Signature", []),
    ("Support officer: Emma Dell", ["Support officer"]),
    ("Bo Coates, Enterprise architect, Saltmere Council", ["Enterprise architect"]),
    ("Senior Lecturer in Tidal Governance", ["Senior Lecturer in Tidal Governance"]),
    ("shall appoint a chair and vice chair", ["chair", "vice chair"]),
    ("Office of Police & Crime Commissioner", []),
    ("Each officer, whoever it is", []),
    ("with the local Coroner", ["Coroner"]),
    ("challenge TDBC officials", ["TDBC officials"]),
    ("Director of Young People's Services the White Paper", ["Director of Young People's Services"]),
    ("Chair the meetings of the Panel", []),
    ("the Chairs of the Flood Forum and the Risk Panel", ["Chair of the Flood Forum", "Chair of the Risk Panel"]),
    ("the Chairs of the Audit and Risk Committee", ["Chairs of the Audit and Risk Committee"]),
    ("she is a member of the Board", []),
    ("SCHEME OF DELEGATION TO OFFICERS", []),
    ("Sub-group chairs must report.", ["Sub-group chairs"]),
    ("Detective Inspector, Public Protection, attends.", ["Detective Inspector, Public Protection"]),
    ("The workstream leads meet monthly.", ["workstream leads"]),
    ("The Head of Partnership Support runs the office.", ["Head of Partnership Support"]),
    ("Ann Lee, Roman Catholic diocesan representative", ["Roman Catholic diocesan representative"]),
]

OWNERS = [
    ("the Board's Independent Chair", ""),
    ("the Tidewater Forum's Secretary", "Tidewater Forum"),
    ("Chief Officer, Tidewater Health Board", "Tidewater Health Board"),
    ("Service Director at Tidewater Council", "Tidewater Council"),
    ("Treasurer of Tidewater Council", "Tidewater Council"),
    ("Chair Tidewater Corporate Parenting Panel", "Tidewater Corporate Parenting Panel"),
    ("Head of Democratic Services", ""),
    ("Cabinet Member for Adult Services", ""),
]


def test_professional_advice_is_nobody() -> None:
    assert texts("The Clerk gives the Harbour Panel professional advice.", EntityType.ROLE) == ["Clerk"]


@pytest.mark.parametrize(("text", "titles"), TITLES)
def test_titles(text: str, titles: list[str]) -> None:
    assert texts(text, EntityType.ROLE) == titles


@pytest.mark.parametrize(("text", "owner"), OWNERS)
def test_the_body_that_a_post_belongs_to(text: str, owner: str) -> None:
    (role,) = found(text, EntityType.ROLE)
    assert (text[slice(*role.owner)] if role.owner else "") == owner


@pytest.mark.parametrize("text", ["Members must declare interests.", "Officers may attend.", "each officer signs"])
def test_ordinary_posts_wait_for_a_statement(text: str) -> None:
    (role,) = found(text, EntityType.ROLE)
    assert role.weak


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("the Director shall reply", MentionForm.DEFINITE),
        ("the Chair shall reply", MentionForm.NAME),
        ("a Director shall reply", MentionForm.NAME),
    ],
)
def test_a_title_of_one_word_may_repeat_a_longer_one(text: str, form: MentionForm) -> None:
    assert [role.form for role in found(text, EntityType.ROLE)] in ([form], [])


def test_a_minister_is_of_the_whole_country() -> None:
    (name,) = found("the Secretary of State for Tides decides", EntityType.ROLE)
    assert (name.text, name.scope) == ("Secretary of State for Tides", Scope.NATIONAL)


def test_what_a_body_leads_on_makes_it_no_post() -> None:
    assert found("The Harbour Board leads on the development of the plan", EntityType.ROLE) == []


@pytest.mark.parametrize("title", ["primary headteacher representative", "service user representative"])
def test_whom_a_representative_speaks_for_belongs_to_the_title(title: str) -> None:
    assert texts(f"a {title} (co-opted)", EntityType.ROLE) == [title]


def test_each_owner_of_a_shared_noun_in_small_letters_has_a_body_and_a_chair() -> None:
    text = "it brings together the chairs of the children's and adults' safeguarding boards"
    assert [post.text for post in found(text, EntityType.ROLE)] == [
        "chair of the children's safeguarding board",
        "chair of the adults' safeguarding board",
    ]


def test_the_secretary_of_a_body_is_no_secretary_of_state(tmp_path: Path) -> None:
    paper = (
        "The Secretary of State may issue guidance to the Board. The Secretary will circulate the agenda. "
        "The Board will send its plan to the Secretary of State for Transport."
    )
    assert [(bearer, action) for bearer, _, action, _ in duties(tmp_path, paper)] == [
        ("Secretary of State", "issue"),
        ("Secretary", "circulate"),
        ("Harbour Bay Safeguarding Board", "send"),
    ]


def test_no_part_of_a_whole_title_is_the_title() -> None:
    assert cuts("Secretary of State") == []
    assert cuts("Secretary of State for Transport") == ["Secretary of State"]
    assert cuts("Secretary of the Forum") == ["Secretary"]


def test_what_begins_the_sentence_behind_a_heading_is_no_part_of_a_title() -> None:
    assert texts("FOREWORD As Chair of the Youth Board I am pleased", EntityType.ROLE) == ["Chair of the Youth Board"]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Joan Orme, Assistant Director - Education; Tom Hale", "Assistant Director - Education"),
        ("the Assistant Director – Standards and Regulation, and", "Assistant Director – Standards and Regulation"),
        ("Rachel Wick, Interim Director: Children & Families", "Interim Director: Children & Families"),
        ("Head of Service – Fostering, Saltmere Council", "Head of Service – Fostering"),
        ("Strategy & Engagement Director", "Strategy & Engagement Director"),
        ("Kay Dell, Service Transformation & Safety Director", "Service Transformation & Safety Director"),
        ("Director – Saltmere Housing Trust", "Director"),
        ("Lead Officer: Kay Dell", "Lead Officer"),
    ],
)
def test_the_field_of_work_that_tells_posts_apart_is_part_of_their_name(text: str, title: str) -> None:
    assert texts(text, EntityType.ROLE) == [title]


def test_two_posts_with_and_between_them_are_two() -> None:
    assert texts("The Chief Executive and Finance Director", EntityType.ROLE) == ["Chief Executive", "Finance Director"]


def test_an_interim_executive_is_no_body_before_director() -> None:
    assert texts("The Interim Executive Director of Place presented it", EntityType.BODY) == []


def test_a_verb_that_begins_an_item_is_no_part_of_a_post() -> None:
    assert texts("Advise Ministers on tides", EntityType.ROLE, weak=True) == ["Ministers"]


def test_whom_the_holders_of_a_post_send_is_no_holder_of_it() -> None:
    assert texts("Janice Box, Primary Head Teacher representative", EntityType.ROLE) == [
        "Primary Head Teacher representative"
    ]


def test_who_holds_a_post_may_stand_in_its_bracket() -> None:
    assert texts("Director of Care (Ann Lee)", EntityType.ROLE) == ["Director of Care"]


def test_senior_representatives_stand_for_those_who_send_them() -> None:
    assert texts("senior representatives from Saltmere Council and the Police", EntityType.ROLE, weak=True) == []


def test_a_rank_behind_somebody_of_a_rank_is_another() -> None:
    text = "Chief Superintendent Wilder and Chief Inspector Marsh, Saltmere Police"
    assert texts(text, EntityType.ROLE) == ["Chief Superintendent", "Chief Inspector"]


@pytest.mark.parametrize(
    ("title", "owner"),
    [
        ("Head of Moorings of the Saltmere Council", "Saltmere Council"),
        ("Service Director of Tides and Quays of the Saltmere Borough Council", "Saltmere Borough Council"),
        ("Director of Nursing of Saltmere Hospital Trust", "Saltmere Hospital Trust"),
    ],
)
def test_a_post_whose_field_comes_first_is_in_the_body_behind_it(title: str, owner: str) -> None:
    text = f"The plan goes to the {title}."
    (post,) = found(text, EntityType.ROLE)
    assert post.text == title
    assert post.owner is not None
    assert text[slice(*post.owner)] == owner


def test_a_field_with_of_in_it_is_no_body() -> None:
    (post,) = found("The Director of Freedom of Information shall reply.", EntityType.ROLE)
    assert (post.text, post.owner) == ("Director of Freedom of Information", None)


@pytest.mark.parametrize(
    ("row", "title", "owner"),
    [
        ("Tide Borough Council Director of Adult Social Services 4/4", "Director of Adult Social Services", "Council"),
        ("Tide Borough Council Cabinet Member for Adults 3/4", "Cabinet Member for Adults", "Council"),
        ("Tide Fire and Rescue Service Head of Prevention 2/4", "Head of Prevention", "Service"),
        ("Tide Hospitals NHS Trust Deputy Chief Nurse 75%", "Deputy Chief Nurse", "Trust"),
    ],
)
def test_columns_of_employer_and_post_that_ran_together(row: str, title: str, owner: str) -> None:
    (post,) = found(row, EntityType.ROLE)
    assert post.text.endswith(title)
    assert post.owner is not None
    assert row[slice(*post.owner)].endswith(owner)


@pytest.mark.parametrize("title", ["Children's Services Group Manager", "Tide Trust Secretary", "Tide Board Members"])
def test_a_grade_or_a_class_before_a_title_owns_no_post(title: str) -> None:
    assert [post.owner for post in found(title, EntityType.ROLE)] == [None]


@pytest.mark.parametrize("opening", ["Only", "However", "Some"])
def test_a_word_that_opens_a_sentence_is_no_councils_name(opening: str) -> None:
    assert texts(f"{opening} Council members may vote.", EntityType.ROLE) == ["Council members"]


def test_executive_before_director_is_of_the_title_and_no_body() -> None:
    text = "It reports to the Tri-borough Executive Director of Adult Social Care."
    (post,) = found(text, EntityType.ROLE)
    assert (post.text, post.owner) == ("Tri-borough Executive Director of Adult Social Care", None)
    assert texts(text, EntityType.BODY) == []


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("As Lead Member for Children's Services I am pleased", "Lead Member for Children's Services"),
        ("Agree the plan Head of Commissioning Sept 2031", "Head of Commissioning"),
    ],
)
def test_neither_who_speaks_nor_a_date_is_of_a_title(text: str, title: str) -> None:
    assert texts(text, EntityType.ROLE) == [title]
