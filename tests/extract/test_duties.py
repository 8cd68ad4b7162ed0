"""What a sentence or a list obliges somebody to do, in the wordings of governance documents."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import duties, extracted, facts

AUDIT = "Audit Committee"
FINANCE = "Head of Finance"

SENTENCES = [
    ("The Audit Committee shall elect a chair.", [(AUDIT, "must", "elect", "elect a chair")]),
    ("The Audit Committee ought to meet the auditor alone.", [(AUDIT, "should", "meet", "meet the auditor alone")]),
    ("The Audit Committee is obliged to consult tenants.", [(AUDIT, "must", "consult", "consult tenants")]),
    ("The Audit Committee is under a duty to keep minutes.", [(AUDIT, "must", "keep", "keep minutes")]),
    ("The Audit Committee is responsible for setting fees.", [(AUDIT, "must", "set", "set fees")]),
    ("The Audit Committee has responsibility for commissioning surveys.",
     [(AUDIT, "must", "commission", "commission surveys")]),
    ("It is the duty of the Audit Committee to protect deposits.", [(AUDIT, "must", "protect", "protect deposits")]),
    ("The Audit Committee is charged with improving the roads.", [(AUDIT, "must", "improve", "improve the roads")]),
    ("The Audit Committee needs to agree a timetable.", [(AUDIT, "must", "agree", "agree a timetable")]),
    ("The Audit Committee will be required to report to Full Council.",
     [(AUDIT, "must", "report", "report to Full Council")]),
    ("Responsibility for approving the accounts rests with the Audit Committee.",
     [(AUDIT, "must", "approve", "approve the accounts")]),
    ("It is expected that the Audit Committee will review the register.",
     [(AUDIT, "should", "review", "review the register")]),
    ("The Audit Committee has overall responsibility for the risk register.",
     [(AUDIT, "must", "have", "have overall responsibility for the risk register")]),
    ("The Audit Committee was set up to prevent fraud.", [(AUDIT, "function", "prevent", "prevent fraud")]),
    ("The Cabinet has set up the Audit Committee to prevent fraud.",
     [(AUDIT, "function", "prevent", "prevent fraud")]),
    ("The Act placed a duty on the Audit Committee to publish accounts.",
     [(AUDIT, "must", "publish", "publish accounts")]),
    ("There is a requirement for the Audit Committee to meet in public.",
     [(AUDIT, "must", "meet", "meet in public")]),
    ("The Audit Committee works to prevent fraud.", [(AUDIT, "function", "prevent", "prevent fraud")]),
    ("The Audit Committee shall meet six times a year.", [(AUDIT, "must", "meet", "meet six times a year")]),
    ("The Audit Committee has discretion to hear petitions.", [(AUDIT, "may", "hear", "hear petitions")]),
    ("The Audit Committee reserves the right to call witnesses.", [(AUDIT, "may", "call", "call witnesses")]),
    ("The Audit Committee has delegated authority to approve grants.", [(AUDIT, "may", "approve", "approve grants")]),
    ("The Cabinet delegates to the Head of Finance the power to sign leases.",
     [(FINANCE, "may", "sign", "sign leases")]),
    ("The Audit Committee is committed to publishing its minutes.",
     [(AUDIT, "will", "publish", "publish its minutes")]),
    ("The Audit Committee undertakes to answer letters.", [(AUDIT, "will", "answer", "answer letters")]),
    ("The role of the Audit Committee is to scrutinise spending.",
     [(AUDIT, "function", "scrutinise", "scrutinise spending")]),
    ("The Audit Committee exists to protect public money.",
     [(AUDIT, "function", "protect", "protect public money")]),
    ("The Audit Committee has a key role in improving controls.",
     [(AUDIT, "function", "improve", "improve controls")]),
    ("The Audit Committee scrutinises the budget.", [(AUDIT, "function", "scrutinise", "scrutinise the budget")]),
    ("It falls to the Audit Committee to propose the auditor.",
     [(AUDIT, "must", "propose", "propose the auditor")]),
    ("It is for the Audit Committee to propose the auditor.", [(AUDIT, "must", "propose", "propose the auditor")]),
    ("The final choice of auditor rests with the Audit Committee.",
     [(AUDIT, "must", "rest", "be responsible for the final choice of auditor")]),
    ("Upkeep of the register is the responsibility of the Head of Finance.",
     [(FINANCE, "must", "be", "be responsible for upkeep of the register")]),
    ("The Head of Finance is accountable for the accuracy of the accounts.",
     [(FINANCE, "must", "be", "be accountable for the accuracy of the accounts")]),
    ("The Audit Committee holds the Cabinet to account for its spending.",
     [(AUDIT, "function", "hold", "hold the Cabinet to account for its spending")]),
    ("The Audit Committee's main tasks are testing controls and advising the Cabinet.",
     [(AUDIT, "function", "test", "test controls and advise the Cabinet")]),
    ("The Audit Committee, led by the Head of Finance, meets twice a year and reports to the Cabinet.",
     [(AUDIT, "function", "report", "report to the Cabinet")]),
    ("Since 2015 the Audit Committee has been required to publish its findings.",
     [(AUDIT, "must", "publish", "publish its findings")]),
    ("One of the main priorities for the Audit Committee is to test the new controls.",
     [(AUDIT, "function", "test", "test the new controls")]),
    ("A priority for the Audit Committee in 2031 will be to revise the register.",
     [(AUDIT, "function", "revise", "revise the register")]),
    ("The Audit Committee meets every six weeks to review the register.",
     [(AUDIT, "function", "review", "review the register")]),
    ("Maintenance of the register is a key function of the Audit Committee.",
     [(AUDIT, "function", "be", "be responsible for maintenance of the register")]),
]  # fmt: skip

DENIED = [
    ("Nothing in these rules allows the Audit Committee to hire staff.", "hire staff"),
    ("The Audit Committee is a committee of the Cabinet and has no executive powers.", "have no executive powers"),
    ("The Audit Committee will not consider complaints.", "consider complaints"),
    ("The Audit Committee does not deal with complaints.", "deal with complaints"),
    ("The Audit Committee has no power to spend money.", "spend money"),
    ("The Audit Committee is prohibited from incurring costs.", "incur costs"),
    (
        "Under no circumstances may the Audit Committee commit the Cabinet to spending.",
        "commit the Cabinet to spending",
    ),
    ("Neither the Audit Committee nor the Cabinet may alter the budget.", "alter the budget"),
]

NONE = [
    "Nothing in these rules requires the Audit Committee to hire staff.",
    "A member who cannot attend is absent.",
    "The Audit Committee was told of tasks that should be taken up by the Cabinet.",
    "The Audit Committee need not meet in August.",
    "There is no requirement for the Audit Committee to meet in public.",
    "The Audit Committee meets every two months.",
    "The report describes how the Audit Committee and the Cabinet work together to prevent fraud.",
    "The Audit Committee was required to meet in May.",
    "The Audit Committee reviewed the accounts in June and approved them.",
    "The Audit Committee is not required to meet in public.",
    "The Audit Committee could meet more often.",
    "If the Audit Committee approves the accounts, they are published.",
    "The Audit Committee will comprise twelve members.",
    "The Audit Committee meets four times a year.",
    "The Audit Committee has been asked to meet in May.",
    "The Audit Committee met in May to review the register.",
    "The review of the register was a function of its meeting.",
    "The Audit Committee gives £5,000 a year to the Youth Forum.",
    "The Audit Committee is chaired by the Head of Finance.",
    "Further details can be found on the website.",
    "Who may call a meeting of the Audit Committee?",
    "The quorum is three members, one of whom must be the Chair.",
    "The Audit Committee may be at risk of delay.",
    "The subjects to which the Audit Committee will be expected to engage will include music.",
]


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_wordings_of_force(tmp_path: Path, sentence: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert duties(tmp_path, sentence) == expected


@pytest.mark.parametrize(("sentence", "text"), DENIED)
def test_what_must_not_be_done(tmp_path: Path, sentence: str, text: str) -> None:
    found = duties(tmp_path, sentence)
    assert {row[1] for row in found} == {"must_not"}
    assert (found[0][0], found[0][3]) == (AUDIT, text)


@pytest.mark.parametrize("sentence", NONE)
def test_events_states_and_conditions_are_no_duties(tmp_path: Path, sentence: str) -> None:
    assert duties(tmp_path, sentence) == []


def test_two_modals_are_two_duties(tmp_path: Path) -> None:
    sentence = "The Audit Committee will review its work each year and must advise the Cabinet of the result."
    assert [row[1:3] for row in duties(tmp_path, sentence)] == [("will", "review"), ("must", "advise")]


@pytest.mark.parametrize(
    "text", ["monitor and evaluate the controls", "review its work each year and advise the Cabinet of the result"]
)
def test_verbs_under_one_modal_are_one_duty(tmp_path: Path, text: str) -> None:
    assert [row[3] for row in duties(tmp_path, f"The Audit Committee will {text}.")] == [text]


def test_two_subjects_bear_one_duty_each(tmp_path: Path) -> None:
    found = duties(tmp_path, "The Audit Committee and the Cabinet will jointly set the timetable.")
    assert [row[0] for row in found] == [AUDIT, "Cabinet"]


def test_the_agent_of_a_passive_bears_it(tmp_path: Path) -> None:
    found = duties(tmp_path, "The rules of procedure shall be reviewed every two years by the Audit Committee.")
    assert found == [(AUDIT, "must", "review", "review the rules of procedure every two years")]


def test_a_passive_that_names_nobody_is_the_business_of_the_body_whose_paper_it_is(tmp_path: Path) -> None:
    extraction = extracted(tmp_path, "Minutes of each meeting will be circulated within ten working days.")
    (duty,) = extraction.duties
    assert extraction.mentions[duty.bearer].name == "Harbour Bay Safeguarding Board"
    assert duty.content.text == "circulate minutes of each meeting within ten working days"
    assert duty.evidence.confidence < 0.6


@pytest.mark.parametrize(
    ("sentence", "modality", "text"),
    [
        (
            "Progress is reported to the Cabinet twice a year.",
            "will",
            "report progress to the Cabinet twice a year",
        ),
        ("Minutes may be shared with tenants.", "may", "share minutes with tenants"),
        ("No decision may be taken without a quorum.", "must_not", "take any decision without a quorum"),
        ("An Annual General Meeting shall be held in May.", "must", "hold an Annual General Meeting in May"),
        ("All money raised shall be applied to its objects.", "must", "apply all money raised to its objects"),
        ("Personal data must not be retained.", "must_not", "retain personal data"),
    ],
)
def test_other_passives_of_its_own_business(tmp_path: Path, sentence: str, modality: str, text: str) -> None:
    assert duties(tmp_path, sentence)[0][1::2] == (modality, text)


@pytest.mark.parametrize(
    "sentence",
    [
        "Progress was reported to the Cabinet twice.",
        "Lessons should be learned.",
        "It has been agreed that the same sum will be provided this year.",
        "The report, which will be circulated beforehand, is confidential.",
        "Reports will be presented to the Harbour Bay Safeguarding Board.",
    ],
)
def test_a_passive_that_tells_no_business_of_the_body_obliges_nobody(tmp_path: Path, sentence: str) -> None:
    assert duties(tmp_path, sentence) == []


def test_who_will_support_or_chair_bears_it(tmp_path: Path) -> None:
    found = duties(tmp_path, "Meetings will be chaired by the Head of Finance.")
    assert found == [(FINANCE, "will", "chair", "chair meetings")]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Head of Finance chairs the Audit Committee.",
        "The Audit Committee shares one purpose with the Cabinet.",
        "The Audit Committee follows the national guidance.",
        "The Audit Committee recognises the importance of training.",
        "The Audit Committee was pleased to hear from organisations that receive grants.",
    ],
)
def test_how_things_stand_obliges_nobody(tmp_path: Path, sentence: str) -> None:
    assert duties(tmp_path, sentence) == []


def test_a_class_in_the_plain_present_is_little_trusted(tmp_path: Path) -> None:
    (duty,) = extracted(tmp_path, "Member agencies review their plans each year.").duties
    assert duty.evidence.confidence < 0.6


def test_a_relative_clause_can_oblige(tmp_path: Path) -> None:
    found = duties(tmp_path, "The plan is sent to the Audit Committee, which must reply within a month.")
    assert (AUDIT, "must", "reply", "reply within a month") in found


POINTING = [
    ("Partner agencies meet in spring. They must send their returns by June.", "Partner agencies"),
    ("The Head of Finance is appointed for three years. She must report to the Cabinet.", FINANCE),
    ("The Cabinet has ten members. A member who cannot attend must tell the Cabinet beforehand.", "member"),
    ("Each Member must declare interests.", "Member"),
    ("An officer using these powers must keep a record.", "officer"),
    ("Minutes are kept. The Secretariat must send them out.", "Secretariat"),
    ("The group must tell the Cabinet.", "Harbour Bay Safeguarding Board"),
    ("The Audit Committee has five members. It must report to the Cabinet.", AUDIT),
    ("2. The Head of Finance\n\nAnn Lee is in post until May. She must report to the Cabinet.", FINANCE),
    ("A Risk Panel and a Rents Panel sit in May. The former must keep a register.", "Risk Panel"),
    ("Ann Lee, our Head of Finance, must report to the Cabinet.", FINANCE),
    ("The complainant must write to the Cabinet.", "complainant"),
    ("Employers must send their returns by June.", "Employers"),
    ("Landowners must clear their ditches.", "Landowners"),
    ("The respondent must reply within a week.", "respondent"),
]


@pytest.mark.parametrize(("sentences", "bearer"), POINTING)
def test_a_pronoun_takes_up_the_one_last_spoken_of(tmp_path: Path, sentences: str, bearer: str) -> None:
    assert [row[:2] for row in duties(tmp_path, sentences)] == [(bearer, "must")]


def test_condition_frequency_and_counterparty_are_kept(tmp_path: Path) -> None:
    sentence = "Where a dispute arises, the Audit Committee must, at least once a year, report to the Cabinet."
    extraction = extracted(tmp_path, sentence)
    (duty,) = extraction.duties
    assert duty.content.condition == "Where a dispute arises"
    assert duty.content.frequency == "annual"
    assert [extraction.mentions[m].name for m in duty.to] == ["Cabinet"]


# ── lists ─────────────────────────────────────────────────────────────────────────────────────────

LISTS = [
    ("The Audit Committee shall:\n(a) approve the accounts; and\n(b) appoint the auditor.", "must",
     ["approve the accounts", "appoint the auditor"]),
    ("The Audit Committee is responsible for:\n- approving the accounts\n- appointing the auditor", "must",
     ["approve the accounts", "appoint the auditor"]),
    ("The Audit Committee has the following functions:\n- Approval of the accounts\n- Oversight of internal audit",
     "function", ["approve the accounts", "oversee internal audit"]),
    ("The purpose of the Audit Committee is:\n- to improve controls;\n- to deter fraud.", "function",
     ["improve controls", "deter fraud"]),
    ("The Audit Committee may not:\n- employ staff\n- own property", "must_not", ["employ staff", "own property"]),
    ("The Audit Committee is not authorised to:\n- employ staff\n- own property", "must_not",
     ["employ staff", "own property"]),
    ("Under the leadership of the Cabinet, the Audit Committee will:\n- question officers\n- publish its findings",
     "will", ["question officers", "publish its findings"]),
    ("The Audit Committee is responsible for the following (in line with its scope):\n- approving loans\n"
     "- setting fees", "must", ["approve loans", "set fees"]),
    ("The Audit Committee is jointly responsible for:\n- approving loans\n- setting fees", "must",
     ["approve loans", "set fees"]),
    ("The Cabinet delegates to the Audit Committee the following powers:\n- To sign leases\n- To set fees", "may",
     ["sign leases", "set fees"]),
    ("The Audit Committee has the following powers:\n- power to sign leases\n- the power to set fees", "may",
     ["sign leases", "set fees"]),
    ("The Audit Committee's functions are:\n- checking data\n  - including that of schools\n- testing controls",
     "function", ["check data", "test controls"]),
    ("B. Functions\n\nThe functions of the Audit Committee are:\ni) to check data;\nii) to test controls.\n\n"
     "C. Delegated powers\n\nThey are kept in a list.", "function", ["check data", "test controls"]),
    ("The Act requires the Audit Committee to:\n- publish accounts\n- hold hearings", "must",
     ["publish accounts", "hold hearings"]),
    ("The Audit Committee will: agree priorities; monitor progress; and challenge delay.", "will",
     ["agree priorities", "monitor progress", "challenge delay"]),
    ("The Audit Committee is responsible for: i) setting fees; ii) tracking debts; iii) paying bills.", "must",
     ["set fees", "track debts", "pay bills"]),
    ("The Audit Committee is responsible for:\n- the upkeep of the register, including:\n  - adding new entries\n"
     "  - removing old entries", "must", ["the upkeep of the register", "add new entries", "remove old entries"]),
    ("The Audit Committee's functions are:\n- reviewing the work of officers in relation to:\n  - council housing\n"
     "  - parking", "function",
     ["review the work of officers in relation to council housing",
      "review the work of officers in relation to parking"]),
    ("The Audit Committee's functions are:\n- The ongoing maintenance of the register\n- Joint auditing of contracts",
     "function", ["The ongoing maintenance of the register", "Joint auditing of contracts"]),
    ("It shall be for the Audit Committee to:\n- approve the accounts;\n- appoint the auditor.", "must",
     ["approve the accounts", "appoint the auditor"]),
    ("It is the business of the Audit Committee:\n- to approve the accounts;\n- to appoint the auditor.", "function",
     ["approve the accounts", "appoint the auditor"]),
    ("In the name of the Cabinet the Audit Committee:\n- approves the accounts;\n- appoints the auditor.", "function",
     ["approve the accounts", "appoint the auditor"]),
    ("In its own name, the Audit Committee:\n- may sign leases;\n- may set fees.", "may", ["sign leases", "set fees"]),
    ("The Audit Committee will achieve this by:\n- reviewing data every quarter;\n- publishing a report.", "will",
     ["review data every quarter", "publish a report"]),
]  # fmt: skip


@pytest.mark.parametrize(("body", "modality", "texts"), LISTS)
def test_items_take_bearer_and_force_from_their_lead_in(
    tmp_path: Path, body: str, modality: str, texts: list[str]
) -> None:
    found = duties(tmp_path, body)
    assert [row[3] for row in found] == texts
    assert {row[:2] for row in found} == {(AUDIT, modality)}


def test_what_is_found_in_work_is_told_by_those_who_do_the_work(tmp_path: Path) -> None:
    body = "The findings of reviews undertaken by the Audit Committee shall be presented to the Cabinet."
    assert [row[0] for row in duties(tmp_path, body)] == [AUDIT]


def test_which_behind_an_aside_tells_of_the_body_that_the_aside_tells_of(tmp_path: Path) -> None:
    body = "The Audit Committee is a statutory group, run by the Tide Council, which gives advice on risk every year."
    assert [row[0] for row in duties(tmp_path, body)] == [AUDIT]


def test_items_of_a_post_under_its_heading(tmp_path: Path) -> None:
    body = "Responsibilities of the Independent Chair\n\n- Chairing meetings of the Board\n- Holds partners to account"
    assert [row[2:] for row in duties(tmp_path, body)] == [
        ("chair", "chair meetings of the Board"),
        ("hold", "hold partners to account"),
    ]


WHOSE_WORK = [
    ("Responsibilities of councillors\n\n- To keep the peace\n- To answer letters", "councillors"),
    ("Summary of duties\n\nFor all Scrutiny Members\n\n- To read the papers\n- To ask questions", "Scrutiny Members"),
    ("General Delegations to all Portfolio Holders\n\n1.\nTo review the budget.\n2.\nTo sign the leases.",
     "Portfolio Holders"),
    ("In their work Scrutiny Members should amongst other things:\n\n(a) read the papers; and\n(b) ask questions.",
     "Scrutiny Members"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "bearer"), WHOSE_WORK)
def test_a_class_that_a_heading_or_lead_in_names_bears_what_stands_below(
    tmp_path: Path, body: str, bearer: str
) -> None:
    assert [row[0] for row in duties(tmp_path, body)] == [bearer] * 2


AIMS = [
    ("Audit Committee\n\nTo agree the accounts every June.\n\nTo check that grants are spent well.", AUDIT,
     ["agree the accounts every June", "check that grants are spent well"]),
    ("2. Objectives of the Audit Committee\n\n2.1 To deter fraud.\n\n2.2 Develop a plan of audits.", AUDIT,
     ["deter fraud", "develop a plan of audits"]),
    ("Purpose: To bring together those who plan services for older people.", "Harbour Bay Safeguarding Board",
     ["bring together those who plan services for older people"]),
    ("What the Audit Committee is for\n\n- Scrutinise spending\n- Agree the accounts", AUDIT,
     ["scrutinise spending", "agree the accounts"]),
    ("2. Audit Committee\n\nLed by a councillor.\n\n- to agree the accounts\n- to appoint the auditor", AUDIT,
     ["agree the accounts", "appoint the auditor"]),
    ("2. Audit Committee\n\nSettles the fees of auditors, none of whom may be present.", AUDIT,
     ["settle the fees of auditors, none of whom may be present"]),
    ("Audit Committee\n\n- Owns the risk register\n- Appoints, and if need be dismisses, the auditor", AUDIT,
     ["own the risk register", "appoint, and if need be dismisses, the auditor"]),
    ("Audit Committee\n\n- Chairs the panel of auditors\n- Leads the yearly audit", AUDIT,
     ["chair the panel of auditors", "lead the yearly audit"]),
    ("2. Head of Finance\n\nThe post is permanent. The duties of the post are to:\n\n- agree the accounts\n- pay bills",
     FINANCE, ["agree the accounts", "pay bills"]),
    ("2. Audit Committee\n\nThe Cabinet has a committee for audit.\n\nWhat it does:\n\n- agree the accounts\n"
     "- appoint the auditor", AUDIT, ["agree the accounts", "appoint the auditor"]),
    ("2. Groups\n\nAudit Committee. To:\n\n- agree the accounts\n- appoint the auditor", AUDIT,
     ["agree the accounts", "appoint the auditor"]),
    ("2. Groups\n\nAudit Committee, led by a councillor. Keeps the accounts and tracks debts.", AUDIT,
     ["keep the accounts and track debts"]),
    ("The Audit Committee's main duties are as follows:\n- It agrees the accounts.\n- It appoints the auditor.", AUDIT,
     ["agree the accounts", "appoint the auditor"]),
]  # fmt: skip


@pytest.mark.parametrize(("body", "bearer", "texts"), AIMS)
def test_aims_and_tasks_under_a_heading(tmp_path: Path, body: str, bearer: str, texts: list[str]) -> None:
    found = duties(tmp_path, body)
    assert [row[3] for row in found] == texts
    assert {row[:2] for row in found} == {(bearer, "function")}


@pytest.mark.parametrize(
    "sentence", ["To be looked at again in May.", "To achieve this, reports are shared.", "Further work is needed."]
)
def test_a_sentence_under_a_heading_of_duties_is_not_one_by_its_place_alone(tmp_path: Path, sentence: str) -> None:
    assert duties(tmp_path, f"Objectives of the Audit Committee\n\n{sentence}") == []


def test_whoever_owns_somebody_unnamed_does_not_bear_the_items(tmp_path: Path) -> None:
    assert duties(tmp_path, "The Cabinet's Caldicott Expert will:\n- guard data\n- report losses") == []


@pytest.mark.parametrize(
    "body",
    [
        "The report will include:\n- performance data\n- case studies",
        "The Board's principles are:\n- working together\n- putting children first",
        "Membership of the Board:\n- Director of Nursing\n- Chief Constable",
    ],
)
def test_lists_of_things_oblige_nobody(tmp_path: Path, body: str) -> None:
    assert duties(tmp_path, body) == []


def test_a_label_that_stands_below_several_bodies_belongs_to_the_one_above_it(tmp_path: Path) -> None:
    paper = (
        "Audit Committee\n\nTerms of reference\n\n- To check the accounts.\n- To report fraud.\n\n"
        "Appeals Panel\n\nTerms of reference\n\n- To hear appeals.\n- To write to appellants.\n"
    )
    found = duties(tmp_path, paper, title="Harbour Bay School\n\nGovernance\n\n")
    assert [row[:4:3] for row in found] == [
        (AUDIT, "check the accounts"), (AUDIT, "report fraud"),
        ("Appeals Panel", "hear appeals"), ("Appeals Panel", "write to appellants"),
    ]  # fmt: skip


def test_a_label_that_stands_below_many_groups_is_nobodys_where_no_group_is_named(tmp_path: Path) -> None:
    body = (
        "First\n\nThe Audit Panel advises the Cabinet.\n\nTerms of Reference\n\n- Check data\n- Set fees\n\n"
        "Second\n\nOfficers of all services.\n\nTerms of Reference\n\n- Write guides\n- Answer letters\n\n"
        "Third\n\nFor all who drive.\n\nTerms of Reference\n\n- Keep maps\n- Hold drives\n"
    )
    found = duties(tmp_path, body, title="Harbour Bay Safeguarding Board\n\nOur groups\n\n")
    assert [(d[0], d[3]) for d in found] == [
        ("Audit Panel", "advise the Cabinet"),
        ("Audit Panel", "check data"),
        ("Audit Panel", "set fees"),
    ]


def test_a_list_of_topics_under_a_heading_of_duties_obliges_nobody(tmp_path: Path) -> None:
    body = "Purpose\n\nThe scope of the Audit Committee covers:\n- Housing standards\n- Road standards"
    assert duties(tmp_path, body) == []


def test_exceptional_circumstances_allow(tmp_path: Path) -> None:
    sentence = "In exceptional circumstances the Audit Committee may meet in private."
    assert [row[1] for row in duties(tmp_path, sentence)] == ["may"]


def test_we_in_published_arrangements_are_the_partners_who_publish_them(tmp_path: Path) -> None:
    title = "Harbour Bay Safeguarding Partnership\n\nMulti-Agency Safeguarding Arrangements\n\n1. Introduction\n\n"
    body = "These arrangements are published by the safeguarding partners. We will publish a report each year."
    assert ("safeguarding partners", "will") in [row[:2] for row in duties(tmp_path, body, title=title)]


ROLE = "Harbour Bay Trust\n\nROLE DESCRIPTION\n\nPost: Treasurer\n\nAnswerable to: the Board\n\n"


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        ("Money\n\n- keep the accounts\n- Pay bills on time", ["keep the accounts", "pay bills on time"]),
        ("Limits\n\nYou must keep the accounts.", ["keep the accounts"]),
        ("Limits\n\nThe post holder must keep the accounts.", ["keep the accounts"]),
        ("Skills\n\n- Manage money\n- Read accounts", []),
    ],
)
def test_a_role_description_is_about_its_post(tmp_path: Path, body: str, texts: list[str]) -> None:
    found = duties(tmp_path, body, title=ROLE)
    assert [row[3] for row in found] == texts
    assert {row[0] for row in found} <= {"Treasurer"}


@pytest.mark.parametrize(
    ("title", "bearer"),
    [
        ("Harbour Bay Trust\nLay Member\nJob Summary and Person Specification\n\n", "Lay Member"),
        ("Lay Member: Harbour Bay Trust\n\n1. Purpose of the Role\n\nAn open mind is wanted.\n\n", "Lay Member"),
        ("Harbour Bay School\n\nThe role of a Governor\n\n", "Governor"),
    ],
)
def test_a_post_that_the_title_or_heading_names_bears_what_stands_below(
    tmp_path: Path, title: str, bearer: str
) -> None:
    body = "The main duties are to:\n\n- keep the accounts\n- pay bills on time\n"
    assert [(row[0], row[3]) for row in duties(tmp_path, body, title=title)] == [
        (bearer, "keep the accounts"),
        (bearer, "pay bills on time"),
    ]


def test_the_council_of_governors_is_the_council_of_its_page(tmp_path: Path) -> None:
    body = "The Council of Governors has ten members. Our Council's role is to:\n- hear complaints\n- elect a chair"
    found = duties(tmp_path, body, title="Harbour Bay Hospitals NHS Trust\n\nGovernors\n\n")
    assert {row[0] for row in found} == {"Council of Governors"}


def test_the_council_is_the_one_of_the_title(tmp_path: Path) -> None:
    title = "HARBOUR BAY PARISH COUNCIL: COMMITTEES\n\n1. Staffing Committee\n\n"
    body = "The Committee tells Upper Northwick District Council of vacancies. The Council must appoint an auditor."
    assert ("HARBOUR BAY PARISH COUNCIL", "must") in [row[:2] for row in duties(tmp_path, body, title=title)]


def test_a_lead_in_that_says_what_somebody_is_goes_on_with_what_it_does(tmp_path: Path) -> None:
    body = "The Panel is the accountable body in law and as such:\n\n- Sets the strategy\n- Reviews the plan\n"
    assert [(bearer, text) for bearer, _, _, text in duties(tmp_path, body)] == [
        ("Panel", "set the strategy"),
        ("Panel", "review the plan"),
    ]


def test_a_lead_in_that_its_items_complete(tmp_path: Path) -> None:
    body = "The Audit Committee has to consult the Cabinet every year on:\n- fees for licences;\n- rents for shops."
    assert [row[3] for row in duties(tmp_path, body)] == [
        "consult the Cabinet every year on fees for licences",
        "consult the Cabinet every year on rents for shops",
    ]


def test_what_is_delegated_or_reserved(tmp_path: Path) -> None:
    delegated = duties(
        tmp_path, "The following are delegated to the Head of Finance:\n- approval of loans\n- signing of leases"
    )
    assert delegated == [
        (FINANCE, "may", "approve", "approve loans"),
        (FINANCE, "may", "sign", "sign leases"),
    ]


# ── decisions ─────────────────────────────────────────────────────────────────────────────────────


def test_a_decision_that_gives_a_task_is_a_duty_and_one_that_notes_is_not(tmp_path: Path) -> None:
    body = (
        "RESOLVED:\n(1) That the Head of Finance be asked to report back in June.\n(2) That the report be noted.\n"
        "(3) That the Audit Committee write to the Minister."
    )
    assert duties(tmp_path, body) == [
        (FINANCE, "will", "report", "report back in June"),
        (AUDIT, "will", "write", "write to the Minister"),
    ]


def test_what_a_body_meets_for_is_its_function(tmp_path: Path) -> None:
    text = "The Audit Committee meets three times a year to:\n\n- review the accounts;\n- agree the plan.\n"
    found = duties(tmp_path, text)
    assert [(row[0], row[1], row[3]) for row in found] == [
        ("Audit Committee", "function", "review the accounts"),
        ("Audit Committee", "function", "agree the plan"),
    ]


@pytest.mark.parametrize(
    "consulting", ["in consultation with", "following consultation with", "after consultation with"]
)
def test_authority_given_after_consultation_is_a_task(tmp_path: Path, consulting: str) -> None:
    text = (
        f"RESOLVED that authority be delegated to the Director of Housing, {consulting} the Leader, to sign the lease."
    )
    assert ("Director of Housing", "sign the lease") in {(row[0], row[3]) for row in duties(tmp_path, text)}


def test_authority_that_is_delegated_is_borne_by_whom_it_is_given(tmp_path: Path) -> None:
    text = (
        "To delegate authority to the Director of Housing, following consultation with the Leader, to:\n\n"
        "- approve the final scheme;\n- publish the policy.\n"
    )
    assert {(row[0], row[3]) for row in duties(tmp_path, text)} == {
        ("Director of Housing", "approve the final scheme"),
        ("Director of Housing", "publish the policy"),
    }


@pytest.mark.parametrize(
    ("body", "stated"),
    [
        ("Committee members will at all times:\n\n- remain well informed;\n- attend meetings.",
         [("Committee members", "will", "remain", "remain well informed"),
          ("Committee members", "will", "attend", "attend meetings")]),
        ("The Audit Committee shall, in each financial year:\n\n- review the accounts;\n- hear the auditor.",
         [(AUDIT, "must", "review", "review the accounts"), (AUDIT, "must", "hear", "hear the auditor")]),
        ("The Audit Committee meets four times a year:\n\n- to review the accounts; and\n- to hear the auditor.",
         [(AUDIT, "function", "review", "review the accounts"), (AUDIT, "function", "hear", "hear the auditor")]),
        ("The Audit Committee has overall responsibility for scrutiny on behalf of the Cabinet, including:\n\n"
         "- reviewing the accounts;\n- hearing the auditor.",
         [(AUDIT, "function", "review", "review the accounts"), (AUDIT, "function", "hear", "hear the auditor")]),
        ("The Audit Committee's main activities include:\n\n- reviewing the accounts;\n- hearing the auditor.",
         [(AUDIT, "function", "review", "review the accounts"), (AUDIT, "function", "hear", "hear the auditor")]),
    ],
)  # fmt: skip
def test_lead_ins_give_their_items_a_bearer(tmp_path: Path, body: str, stated: list[tuple[str, str, str, str]]) -> None:
    assert duties(tmp_path, body)[-2:] == stated


def test_what_a_body_meets_for_says_also_how_often_it_meets(tmp_path: Path) -> None:
    paper = "Audit Committee\n\nThe Audit Committee meets three times a year to:\n\n- see the accounts; and\n- plan.\n"
    assert "Audit Committee meets [frequency=three times a year]" in facts(tmp_path, paper, "meets")


@pytest.mark.parametrize(
    ("body", "bearer"),
    [
        ("The chairman of the meeting shall decide the order of speakers.", "chairman of the meeting"),
        ("Members of the public may ask questions.", "Members of the public"),
        ("The Chair shall decide the order of speakers.", "Chair"),
    ],
)
def test_the_chairman_of_a_meeting_and_the_public_are_nobody_of_the_body(
    tmp_path: Path, body: str, bearer: str
) -> None:
    extraction = extracted(tmp_path, body)
    mentions = [extraction.mentions[duty.bearer] for duty in extraction.duties]
    assert [mention.name for mention in mentions] == [bearer]
    assert (mentions[0].owner is None) == (bearer != "Chair")


def test_priorities_that_say_what_is_to_be_done_are_duties(tmp_path: Path) -> None:
    paper = (
        "Harbour Partnership\n\nIt is new.\n\nPriorities for 2019\n\n1. Produce a plan\n2. Provide advice\n3. Roads\n"
    )
    assert duties(tmp_path, paper, title="") == [
        ("Harbour Partnership", "function", "produce", "produce a plan"),
        ("Harbour Partnership", "function", "provide", "provide advice"),
    ]


def test_what_the_remarks_of_a_members_table_say_is_no_duty_of_the_body(tmp_path: Path) -> None:
    rows = "".join(
        f"{number}\n{name}\nHead of Law\nHarbour Council\n\nRepresents the north of the bay.\n\n"
        for number, name in enumerate(("Ann Reed", "Ivor Ash", "Olive Birch", "Tom Elm"), 1)
    )
    assert duties(tmp_path, f"Name\nOrganisation\nPurpose\n\n{rows}") == []


def test_the_role_of_what_has_no_name_is_nobody_elses(tmp_path: Path) -> None:
    assert (
        duties(tmp_path, "The role of independent scrutiny is to:\n\n- assess the plan;\n- advise the Cabinet.") == []
    )


def test_a_decision_to_receive_a_report_again_and_again_is_a_task(tmp_path: Path) -> None:
    paper = (
        "Health Panel\n\nMinutes\n\nResolved –\n\n(a) That the Panel receive half yearly reports from the Director."
        "\n\n(b) That the Panel receive the report.\n"
    )
    assert [duty[2] for duty in duties(tmp_path, paper, title="")] == ["receive"]


def test_items_that_are_the_objects_of_their_lead_in(tmp_path: Path) -> None:
    body = "The Audit Committee must deliver the following:\n\n- an agreed register of risks;\n- a plan for the audit."
    assert [duty[0:1] + duty[2:] for duty in duties(tmp_path, body)] == [
        (AUDIT, "deliver", "deliver an agreed register of risks"),
        (AUDIT, "deliver", "deliver a plan for the audit"),
    ]


def test_a_lead_in_that_says_nothing_without_its_items_is_no_duty(tmp_path: Path) -> None:
    body = (
        "To help with this, it will be the responsibility of the Audit Committee to:\n\n"
        "- review the accounts. This may take a year."
    )
    assert [duty[3] for duty in duties(tmp_path, body) if "responsibility" in duty[3]] == []


def test_those_whom_a_group_is_made_up_of_are_none_of_its_duties(tmp_path: Path) -> None:
    body = "To achieve this remit, the Audit Committee will be made up from:\n\n- representatives responsible for law."
    assert duties(tmp_path, body) == []


def test_do_so_is_done_to_whom_the_sentence_before_names(tmp_path: Path) -> None:
    extraction = extracted(
        tmp_path,
        "Audit Committee\n\n1. Work\n\nThe Head of Finance will notify any event that meets the test to the Cabinet. "
        "The Head of Finance should do so within two days.\n",
    )
    told = [(duty.content.action, [extraction.mentions[m].name for m in duty.to]) for duty in extraction.duties]
    assert told == [("notify", ["Cabinet"]), ("do", ["Cabinet"])]


def test_the_law_of_the_arrangements_is_that_of_the_partnership_whose_paper_it_is(tmp_path: Path) -> None:
    paper = (
        "Harbour Bay Safeguarding Partnership\n\nMulti-Agency Arrangements\n\n1. Introduction\n\nWelcome to the new "
        "Multi-Agency Arrangements for Safeguarding Adults which are established under the Care Act 2014.\n"
    )
    assert facts(tmp_path, paper) == {"Harbour Bay Safeguarding Partnership established_under Care Act 2014"}


def test_what_a_report_is_called_ends_where_something_is_told_of_it(tmp_path: Path) -> None:
    paper = "Terms of Reference\n\n1. Reports\n\nThe Audit Committee sends the Cabinet a report which is public.\n"
    assert facts(tmp_path, paper, "reports_to") == {"Audit Committee reports_to Cabinet [product=report]"}


def test_a_report_is_not_as_frequent_as_the_paper_that_it_introduces(tmp_path: Path) -> None:
    paper = (
        "Saltmere Adults Board\n\nAnnual Report 2012-13\n\n1. Recommendation\n\n"
        "The Saltmere Families Forum will receive a report from the Saltmere Adults Board "
        "as an introduction to the Annual Report.\n"
    )
    assert facts(tmp_path, paper, "reports_to") == {
        "Saltmere Adults Board reports_to Saltmere Families Forum [product=report from the Saltmere Adults Board]"
    }


def test_the_independent_chair_is_the_boards_under_a_groups_heading(tmp_path: Path) -> None:
    body = "Audit Group\n\nThe Independent Chair will chair the Audit Group. The Chair signs the minutes."
    extraction = extracted(tmp_path, body)
    owners = {m.text: extraction.mentions[m.owner].name for m in extraction.mentions if m.owner is not None}
    assert owners["Independent Chair"] == "Harbour Bay Safeguarding Board"


def test_a_word_left_over_is_no_part_of_a_report(tmp_path: Path) -> None:
    paper = "Saltmere Adults Board\n\nAnnual Report\n\n1. Next\n\nThis report and will go to the Mereshire Panel.\n"
    assert facts(tmp_path, paper, "reports_to") == {
        "Saltmere Adults Board reports_to Mereshire Panel [product=This report]"
    }


@pytest.mark.parametrize(
    ("lead", "modality"),
    [
        ("The Audit Committee shall help the Cabinet to carry out the following tasks:", "must"),
        ("The Audit Committee will have the following roles and responsibilities:", "function"),
        ("Only the Audit Committee can exercise the following functions (see Article 4):", "function"),
        ("The Audit Committee may exercise the following powers:", "may"),
        ("The Audit Committee is responsible for the following within its budget:", "must"),
        ("The following matters are reserved for decision by the Audit Committee:", "function"),
        ("Matters to be resolved only by the Audit Committee", "function"),
    ],
)
def test_lead_ins_that_call_their_items_by_a_noun(tmp_path: Path, lead: str, modality: str) -> None:
    body = f"{lead}\n\n- To set the fees\n- To settle appeals\n"
    assert duties(tmp_path, body) == [
        (AUDIT, modality, "set", "set the fees"),
        (AUDIT, modality, "settle", "settle appeals"),
    ]


def test_this_includes_goes_on_with_the_purpose_before_it(tmp_path: Path) -> None:
    body = (
        "The purpose of the Audit Committee is to keep spending under review. This includes, in particular:\n\n"
        "- checking the accounts;\n- reviewing the register of risks.\n"
    )
    assert [(bearer, text) for bearer, _, _, text in duties(tmp_path, body)] == [
        (AUDIT, "keep spending under review"),
        (AUDIT, "check the accounts"),
        (AUDIT, "review the register of risks"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Adopted by the Audit Committee on 3 May.",
        "The plan is based on any matter submitted to it by the Audit Committee.",
    ],
)
def test_who_did_something_is_no_duty(tmp_path: Path, sentence: str) -> None:
    assert duties(tmp_path, sentence) == []


def test_what_looks_like_a_verb_or_parts_one_is_stepped_over(tmp_path: Path) -> None:
    paper = (
        "Terms of Reference\n\n1. Governance\n\nThe Audit Committee reports on a quarterly basis to the Cabinet.\n\n"
        "The Head of Finance and the Head of Law will be standing members of the Audit Committee.\n"
    )
    assert facts(tmp_path, paper, "reports_to", "member_of") == {
        "Audit Committee reports_to Cabinet [frequency=quarterly]",
        "Head of Finance member_of Audit Committee",
        "Head of Law member_of Audit Committee",
    }


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("Audit Committee – The Audit Committee will settle the fees.", "settle the fees"),
        ("The Committee oversees and monitors the Fees Plan and its effect.",
         "oversee and monitor the Fees Plan and its effect"),
        ("The Committee checks, challenges and reviews the budget.", "check, challenges and review the budget"),
        ("The Audit Committee champions children in care.", "champion children in care"),
        ("The Audit Committee plans were late; the Audit Committee tests compliance each year.",
         "test compliance each year"),
    ],
)  # fmt: skip
def test_verbs_that_stand_close_to_their_subject(tmp_path: Path, sentence: str, text: str) -> None:
    paper = f"Audit Committee\n\nTerms of Reference\n\n1. Work\n\n{sentence}\n"
    assert [(bearer, words) for bearer, _, _, words in duties(tmp_path, paper, title="")] == [(AUDIT, text)]


def test_matters_reserved_with_a_concession(tmp_path: Path) -> None:
    body = (
        "The following matters are reserved for decision by the Audit Committee, but the Cabinet may advise:\n\n"
        "- To set the fees\n- To settle appeals\n"
    )
    assert [words for *_, words in duties(tmp_path, body)] == ["set the fees", "settle appeals"]


def test_who_is_named_in_brackets_bears_no_list(tmp_path: Path) -> None:
    body = "Under the guidance (Saltmere Council March 2013), the annual report should:\n\n- list what was spent\n"
    assert duties(tmp_path, body) == []


@pytest.mark.parametrize(
    ("sentence", "duty"),
    [
        ("The Clerk may where it sees fit refer a matter to Cabinet.", ("Clerk", "may", "refer a matter to Cabinet")),
        (
            "The Clerk shall (except where the matter is urgent) try to settle it.",
            ("Clerk", "must", "try to settle it"),
        ),
        (
            "The Treasurer must each year, by no later than January, prepare detailed estimates.",
            ("Treasurer", "must", "prepare detailed estimates"),
        ),
        (
            "The Youth Board will within a month of each meeting publish its decisions.",
            ("Youth Board", "will", "publish its decisions"),
        ),
    ],
)
def test_what_parts_a_modal_from_its_verb_is_no_part_of_the_task(
    tmp_path: Path, sentence: str, duty: tuple[str, str, str]
) -> None:
    assert duty in [(bearer, modality, text) for bearer, modality, _, text in duties(tmp_path, sentence)]


@pytest.mark.parametrize(
    ("line", "bearer", "text"),
    [
        ("The Clerk was asked to obtain three quotations.", "Clerk", "obtain three quotations"),
        ("Treasurer to write to the Harbour Trust.", "Treasurer", "write to the Harbour Trust"),
        ("The Treasurer agreed to bring a plan to the next meeting.", "Treasurer", "bring a plan to the next meeting"),
        (
            "RESOLVED: That the Treasurer bring a plan to the meeting in May.",
            "Treasurer",
            "bring a plan to the meeting in May",
        ),
        ("The Clerk would write to the Harbour Trust.", "Clerk", "write to the Harbour Trust"),
    ],
)
def test_minutes_tell_who_was_given_a_task(tmp_path: Path, line: str, bearer: str, text: str) -> None:
    title = "Harbour Bay Parish Council\n\nMinutes of the meeting held on 3 May 2023\n\n1. Roof\n\n"
    assert (bearer, "will", text) in [(b, m, t) for b, m, _, t in duties(tmp_path, line, title=title)]


def test_what_would_be_done_if_something_else_was_is_no_task(tmp_path: Path) -> None:
    title = "Harbour Bay Parish Council\n\nMinutes of the meeting held on 3 May 2023\n\n1. Roof\n\n"
    assert duties(tmp_path, "The Clerk would write to the Harbour Trust if the roof fell.", title=title) == []


def test_what_somebody_is_asked_to_say_at_the_meeting_is_no_task(tmp_path: Path) -> None:
    title = "Harbour Bay Parish Council\n\nMinutes of the meeting held on 3 May 2023\n\n1. Roof\n\n"
    assert duties(tmp_path, "The Clerk was asked to outline how the roof was mended.", title=title) == []


MINUTES = "Harbour Bay Fire Authority\n\nMinutes of the meeting held on 3 May 2023\n\n1. Estate\n\n"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("The Audit Committee's role was to test the accounts.", (AUDIT, "function", "test the accounts")),
        ("The Audit Committee was required to publish its advice.", (AUDIT, "must", "publish its advice")),
        ("It was for the Audit Committee to approve the accounts.", (AUDIT, "must", "approve the accounts")),
        ("Members heard that the Audit Committee would monitor the repairs.", (AUDIT, "will", "monitor the repairs")),
        ("It was agreed that the Audit Committee would monitor the repairs.", (AUDIT, "will", "monitor the repairs")),
        (
            "The Treasurer presented the budget and undertook to circulate the figures.",
            ("Treasurer", "will", "circulate the figures"),
        ),
        (
            "The Authority received the plan and asked that the Treasurer bring the figures in June.",
            ("Treasurer", "will", "bring the figures in June"),
        ),
    ],
)
def test_minutes_tell_rules_and_promises_in_the_past(tmp_path: Path, line: str, expected: tuple[str, str, str]) -> None:
    assert [(d[0], d[1], d[3]) for d in duties(tmp_path, line, title=MINUTES)] == [expected]


@pytest.mark.parametrize(
    "line",
    [
        "The Audit Committee had been asked to look at costs and had met twice.",
        "The Clerk was required to leave the room.",
        "The Audit Committee agreed to note the position.",
    ],
)
def test_what_happened_at_a_meeting_is_no_duty(tmp_path: Path, line: str) -> None:
    assert duties(tmp_path, line, title=MINUTES) == []


def test_a_decision_gives_each_task_to_whom_it_names(tmp_path: Path) -> None:
    body = (
        "RESOLVED\n\n(a) that the accounts be approved and that the Treasurer include the reserves in future reports;\n"
        "(b) the plan be adopted; the Clerk to send it to the auditor;\n"
        "(c) each of the Local Panels prepare a plan by June;\n"
        "(d) the Treasurer and the Clerk draw up a budget;\n"
        "(e) the update be noted and the Clerk arrange a visit."
    )
    assert [(d[0], d[1], d[3]) for d in duties(tmp_path, body, title=MINUTES)] == [
        ("Treasurer", "will", "include the reserves in future reports"),
        ("Clerk", "will", "send it to the auditor"),
        ("Local Panels", "will", "prepare a plan by June"),
        ("Treasurer", "will", "draw up a budget"),
        ("Clerk", "will", "draw up a budget"),
        ("Clerk", "will", "arrange a visit"),
    ]


def test_whichever_body_is_concerned_is_none_that_was_named(tmp_path: Path) -> None:
    body = (
        "The Audit Committee may ask the Cabinet to explain it, and the body asked must reply. "
        "The committee which made the decision should keep a record."
    )
    assert [(d[0], d[1]) for d in duties(tmp_path, body)] == [(AUDIT, "may")]


def test_it_is_no_body_of_which_the_sentence_before_says_nothing(tmp_path: Path) -> None:
    body = "The Audit Committee shall set fees. Walking is good for all. It helps children to learn."
    assert [d[3] for d in duties(tmp_path, body)] == ["set fees"]


def test_what_a_paper_must_hold_binds_whoever_writes_it(tmp_path: Path) -> None:
    body = (
        "The Audit Committee shall publish an annual report. The report will set out the fees paid.\n\n"
        "The report will also include:\n\n- a summary of complaints\n- how the fees were set\n\n"
        "The Cabinet will include:\n\n- the Leader"
    )
    assert [(d[0], d[1], d[3]) for d in duties(tmp_path, body)] == [
        (AUDIT, "must", "publish an annual report"),
        (AUDIT, "will", "set out the fees paid"),
        (AUDIT, "will", "include a summary of complaints"),
        (AUDIT, "will", "include how the fees were set"),
    ]


def test_what_a_paper_asks_of_a_meeting_may_be_a_task_of_another(tmp_path: Path) -> None:
    body = (
        "It is recommended that the Audit Committee:\n\n(a) note the report;\n(b) adopt the plan; and\n"
        "(c) request the Head of Finance to confirm the fees."
    )
    assert [(d[0], d[1], d[3]) for d in duties(tmp_path, body)] == [
        (AUDIT, "should", "adopt the plan"),
        (FINANCE, "will", "confirm the fees"),
    ]


def test_a_task_given_by_name_is_that_of_the_person(tmp_path: Path) -> None:
    body = "Present: Mrs Ann Lee (Treasurer)\n\nIt was agreed that Mrs Lee would meet with the auditor to settle dates."
    assert [(d[0], d[3]) for d in duties(tmp_path, body, title=MINUTES)] == [
        ("Mrs Lee", "meet with the auditor to settle dates")
    ]


def test_rules_listed_in_minutes_are_duties(tmp_path: Path) -> None:
    body = "Within its limits the Audit Committee may:\n\n- approve grants\n- sign leases\n\nIt heard:\n\n- a petition"
    assert [d[:2] + d[3:] for d in duties(tmp_path, body, title=MINUTES)] == [
        (AUDIT, "may", "approve grants"),
        (AUDIT, "may", "sign leases"),
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("The Audit Committee meets twice a year and:\n\n- sets fees\n- hears appeals", ["set fees", "hear appeals"]),
        ("Under the scheme Local Panels:\n\n- set the fees\n- hear all appeals", ["set the fees", "hear all appeals"]),
        ("The Cabinet is recommended to:\n\n- note the report\n- adopt the plan", ["adopt the plan"]),
        ("The Cabinet is invited to:\n\n- receive the minutes\n- adopt the plan", ["adopt the plan"]),
        ("Recommendation 1: The Cabinet should adopt the plan.", ["adopt the plan"]),
    ],
)
def test_lead_ins_whose_items_are_duties(tmp_path: Path, body: str, expected: list[str]) -> None:
    assert [d[3] for d in duties(tmp_path, body)] == expected


def test_sentences_without_a_subject_below_a_name_are_of_who_bears_it(tmp_path: Path) -> None:
    body = "Amenities Committee\n\nResponsible for parks. May spend up to its limit. Must refer others to the Cabinet."
    assert [(d[0], d[1]) for d in duties(tmp_path, body, title="Harbour Bay Council\n\nCommittees\n\n")] == [
        ("Amenities Committee", "function"),
        ("Amenities Committee", "may"),
        ("Amenities Committee", "must"),
    ]


@pytest.mark.parametrize(
    "body",
    [
        "Purpose of report\n\n1. To present the annual report of the Harbour Bay Safeguarding Board.",
        "The Board hereby establishes an Audit Panel.",
    ],
)
def test_what_a_paper_is_for_or_does_by_its_own_words_is_no_duty(tmp_path: Path, body: str) -> None:
    assert duties(tmp_path, body) == []


@pytest.mark.parametrize(
    ("body", "bearer", "text"),
    [
        ("The Audit Committee will:\n\n- Lead on fraud.\n- Keep a register.", "Audit Committee", "lead on fraud"),
        (
            "Amenities Committee\n\nLeads on the upkeep of parks and promotes the use of them.",
            "Amenities Committee",
            "lead on the upkeep of parks and promote the use of them",
        ),
    ],
)
def test_to_lead_on_something_is_a_task_and_no_post(tmp_path: Path, body: str, bearer: str, text: str) -> None:
    assert (bearer, text) in [(d[0], d[3]) for d in duties(tmp_path, body)]


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("The Audit Committee should draw up and sign agendas for meetings.", "draw up and sign agendas for meetings"),
        ("The Audit Committee will add to and be kept informed of, key policies.",
         "add to and be kept informed of, key policies"),
        ("The Audit Committee shall, subject to standing order 11, report this to Full Council.",
         "report this to Full Council"),
        ("The Audit Committee must make sure that members reflect the area.",
         "make sure that members reflect the area"),
        ("The focus of the Audit Committee is to guard public money.", "guard public money"),
        ("The Audit Committee ensure that, locally, harm is prevented.", "ensure that, locally, harm is prevented"),
    ],
)  # fmt: skip
def test_what_a_duty_says_ends_with_what_it_governs(tmp_path: Path, sentence: str, text: str) -> None:
    assert [(b, t) for b, _, _, t in duties(tmp_path, sentence)] == [(AUDIT, text)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Act allows for further trustees to be named in future.",
        "Five members of the Audit Committee make a quorum.",
    ],
)
def test_what_nobody_need_do_is_no_duty(tmp_path: Path, sentence: str) -> None:
    assert duties(tmp_path, sentence) == []


ITEMS = [
    ("The Gaming Act 2003 sets out the main objectives:\n\n- to prevent crime\n", ["prevent crime"]),
    ("The Gaming Act 2003 sets out two licensing objectives:\n\n- prevention of crime\n- public safety\n", []),
    ("Examples of activities that may do harm are:\n\n- selling drink to children\n- selling knives\n", []),
    ("The Audit Committee works to ensure people are:\n\n- safe at home\n- treated fairly\n",
     ["ensure people are safe at home", "ensure people are treated fairly"]),
    ("The Audit Committee will:\n\n- as an advisory body, act as a critical friend\n- See also section 4\n"
     "- Tenants are encouraged to join\n", ["act as a critical friend"]),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), ITEMS)
def test_what_stands_in_a_list_is_a_duty_only_if_it_is_to_be_done(
    tmp_path: Path, body: str, expected: list[str]
) -> None:
    title = "Audit Committee\n\nTerms of Reference\n\n1. Purpose\n\nThe Audit Committee meets.\n\n"
    found = [t for _, _, _, t in duties(tmp_path, body, title=title)]
    assert found == expected


@pytest.mark.parametrize(
    "title", ["Role of the Parish Clerk", "Parish Clerk", "Parish Clerk: duties and responsibilities"]
)
def test_a_paper_whose_title_is_a_post_is_about_that_post(tmp_path: Path, title: str) -> None:
    body = "Specific responsibilities\n\nTo prepare agendas for meetings.\nTo monitor and balance the accounts.\n"
    assert [(b, t) for b, _, _, t in duties(tmp_path, body, title=f"{title}\n\nGeneral\n\nThe Clerk is paid.\n\n")] == [
        ("Parish Clerk", "prepare agendas for meetings"),
        ("Parish Clerk", "monitor and balance the accounts"),
    ]


@pytest.mark.parametrize(
    "title",
    [
        "The Independent Chair of the Harbour Bay Safeguarding Board",
        "Harbour Bay Safeguarding Board\n\nRole of the Independent Chair",
    ],
)
def test_duties_below_a_title_that_is_a_post_are_the_posts(tmp_path: Path, title: str) -> None:
    body = "Main duties\n\n1. Chair meetings of the Board\n2. Hold partners to account\n"
    found = duties(tmp_path, body, title=f"{title}\n\n")
    assert [t for _, _, _, t in found] == ["chair meetings of the Board", "hold partners to account"]
    assert all(bearer.startswith("Independent Chair") for bearer, _, _, _ in found)


def test_verbs_behind_semicolons_belong_to_the_duty_before_them(tmp_path: Path) -> None:
    sentence = "The Audit Committee will agree the plan each year; monitor it; and report to the Cabinet."
    assert [d[3] for d in duties(tmp_path, sentence)] == [
        "agree the plan each year; monitor it; and report to the Cabinet"
    ]


def test_a_duty_ends_before_whom_the_next_one_binds(tmp_path: Path) -> None:
    sentence = (
        "The Audit Committee is authorised to seek any information it requires from any employee and all employees"
        " are directed to help the Audit Committee."
    )
    assert [(d[0], d[3]) for d in duties(tmp_path, sentence)] == [
        (AUDIT, "seek any information it requires from any employee"),
        ("employees", "help the Audit Committee"),
    ]


def test_what_somebody_provides_includes_the_list_behind_it(tmp_path: Path) -> None:
    body = "The Cabinet will provide support. This will include:\n\n- arranging meetings\n- a grant\n- taking minutes\n"
    assert [(d[0], d[3]) for d in duties(tmp_path, body)] == [
        ("Cabinet", "provide support"),
        ("Cabinet", "arrange meetings"),
        ("Cabinet", "take minutes"),
    ]


def test_a_heading_of_duties_among_items_is_no_duty(tmp_path: Path) -> None:
    body = "The duties of the Head of Finance include:\n\nMain responsibilities\n\n- paying bills\n- keeping accounts\n"
    assert [d[3] for d in duties(tmp_path, body)] == ["pay bills", "keep accounts"]


ATTENDED = (
    "Minutes of the Hill Board, 5 May 2031\nAttendees: Ann Lee (Chair), Ben Moss (Police), Cora Hale (Fire Service)\n\n"
)


@pytest.mark.parametrize(
    "line",
    [
        "3. Figures. BM to send figures by Friday.",
        "3. Figures\n\nIt was agreed that BM would send figures by Friday.",
        "3. Figures\n\nAction 1: BM to send figures by Friday.\n\nAction 2: Noted.",
    ],
)
def test_initials_of_those_who_attended_take_tasks(tmp_path: Path, line: str) -> None:
    found = duties(tmp_path, f"{line}\n", title=ATTENDED)
    assert [(d[0], d[1], d[3]) for d in found] == [("Ben Moss", "will", "send figures by Friday")]


def test_a_column_of_what_each_will_do_holds_duties(tmp_path: Path) -> None:
    body = "| Who | What they will do |\n|---|---|\n| Cabinet | Set fees each May |\n| Audit Committee | Check data |\n"
    assert [(d[0], d[3]) for d in duties(tmp_path, body)] == [("Cabinet", "set fees each May"), (AUDIT, "check data")]


def test_what_a_list_says_that_a_paper_must_hold_binds_whoever_is_to_publish_it(tmp_path: Path) -> None:
    body = (
        "Since 2015 the Audit Committee has been required to publish an annual report. The report should:\n\n"
        "1. provide an account of fraud\n2. list all gifts\n3. be sent to the Cabinet by June\n"
    )
    assert [(d[0], d[3]) for d in duties(tmp_path, body)] == [
        (AUDIT, "publish an annual report"),
        (AUDIT, "provide an account of fraud"),
        (AUDIT, "list all gifts"),
    ]


@pytest.mark.parametrize(
    ("sentences", "bearers"),
    [
        ("The Head of Finance and the Clerk share an office. They must keep a register.", {FINANCE, "Clerk"}),
        ("The Audit Committee and the Cabinet meet in May. They must keep a register.", {AUDIT, "Cabinet"}),
        ("The Audit Committee meets the Cabinet in May. It must keep a register.", {AUDIT}),
    ],
)
def test_they_are_all_with_whom_the_sentence_before_begins(tmp_path: Path, sentences: str, bearers: set[str]) -> None:
    assert {d[0] for d in duties(tmp_path, sentences) if d[3] == "keep a register"} == bearers


def test_what_a_list_says_of_the_case_that_its_lead_in_speaks_of_binds_nobody(tmp_path: Path) -> None:
    body = (
        "Agencies will work together in a system where:\n\n- agencies review their plans\n- the Cabinet checks data\n"
    )
    assert [d[3] for d in duties(tmp_path, body)] == ["work together in a system where"]


def test_a_roster_is_no_sentence_of_whose_work_the_next_one_tells(tmp_path: Path) -> None:
    body = "Audit Committee\n\nChair Cllr Ann Lee; Vice-Chair Cllr Ben Moss. Recommends the budget to the Cabinet.\n"
    assert [d[0] for d in duties(tmp_path, body)] == [AUDIT]


def test_an_aim_behind_a_groups_name_is_of_that_group(tmp_path: Path) -> None:
    body = "WORKING GROUPS\n\nHall Plan Group (for the Cabinet): Cllrs Ash and Beech.\nTo prepare the Hall Plan.\n"
    assert [(d[0], d[3]) for d in duties(tmp_path, body)] == [("Hall Plan Group", "prepare the Hall Plan")]


def test_the_la_of_a_paper_on_schools_is_its_council(tmp_path: Path) -> None:
    title = "Northwick Schools Forum\n\nConstitution of the Schools Forum of Northwick Borough Council\n\n1. Role\n\n"
    found = duties(tmp_path, "The LA must consult the Forum each year on the formula.", title=title)
    assert [d[0] for d in found] == ["Northwick Borough Council"]


def test_items_complete_what_their_lead_in_relates_to(tmp_path: Path) -> None:
    body = "The Audit Committee cannot delegate any functions relating to;\n\n- the budget\n- the choice of chair\n"
    assert [(m, t) for _, m, _, t in duties(tmp_path, body)] == [
        ("must_not", "delegate any functions relating to the budget"),
        ("must_not", "delegate any functions relating to the choice of chair"),
    ]


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("There is a duty on the Audit Committee to publish minutes.", [(AUDIT, "must")]),
        ("There is no duty on the Audit Committee to publish minutes.", []),
        ("There is a shared responsibility between the Audit Committee and the Head of Finance to publish minutes.",
         [(AUDIT, "must"), (FINANCE, "must")]),
        ("There is no rank between the Audit Committee and the Head of Finance but a joint duty to publish minutes.",
         [(AUDIT, "must"), (FINANCE, "must")]),
    ],
)  # fmt: skip
def test_a_duty_that_there_is(tmp_path: Path, sentence: str, said: list[tuple[str, str]]) -> None:
    assert sorted(duties(tmp_path, sentence)) == sorted((*one, "publish", "publish minutes") for one in said)


def test_several_have_roles_in_what_each_does(tmp_path: Path) -> None:
    sentence = "The Audit Committee and the Head of Finance have important {} in ensuring that minutes are kept."
    assert sorted(duties(tmp_path, sentence.format("roles"))) == [
        (name, "function", "ensure", "ensure that minutes are kept") for name in (AUDIT, FINANCE)
    ]
    assert duties(tmp_path, sentence.format("meetings")) == []
    both = sentence.format("roles").replace("important", "different, but complementary")
    assert sorted(bearer for bearer, *_ in duties(tmp_path, both)) == [AUDIT, FINANCE]


def test_they_are_those_of_an_acronym_that_many_write_with_an_apostrophe(tmp_path: Path) -> None:
    text = "While SAB's do not have the power to direct other bodies they do have a role in making needs known."
    assert duties(tmp_path, text)[-1] == ("SAB's", "function", "make", "make needs known")


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("The Audit Committee has a key role to play in making sure that accounts are kept.",
         "make sure that accounts are kept"),
        ("The Audit Committee plays a key role in ensuring that fraud is found.", "ensure that fraud is found"),
        ("There are two key roles in the Audit Committee:\n\n- a keeper of keys\n- a sweeper\n", ""),
    ],
)  # fmt: skip
def test_a_role_that_is_played_and_roles_that_are_posts(tmp_path: Path, sentence: str, text: str) -> None:
    assert [t for _, _, _, t in duties(tmp_path, sentence)] == [text] * bool(text)


def test_a_body_may_begin_a_sentence_without_an_article(tmp_path: Path) -> None:
    assert duties(tmp_path, "Board will meet each month to plan the work.") == [
        ("Harbour Bay Safeguarding Board", "will", "meet", "meet each month to plan the work")
    ]


LEADS = [
    ("The Audit Committee supports the activities of the Cabinet and will:\n\n- review its plans\n",
     [(AUDIT, "review its plans")]),
    ("The Audit Committee will:\n\n- hear the auditor. As part of this, the list has its place.\n",
     [(AUDIT, "hear the auditor")]),
    ("The Policing Act 2011 gave local authorities a range of powers, including to:\n\n- scrutinise all decisions\n",
     [("local authorities", "scrutinise all decisions")]),
    ("The Policing Act 2011 gave these folk a range of powers, including to:\n\n- scrutinise all decisions\n", []),
    ("The law sets out our duties, including the:\n\n- Harbours Act 1964\n- review of the byelaws\n",
     [("Harbour Bay Safeguarding Board", "review the byelaws")]),
    ("There are functions which may only be exercised by the Audit Committee as a whole.\n",
     [(AUDIT, "exercise functions as a whole")]),
    ("The public have the information that they need to consider the Audit Committee.\n", []),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), LEADS)
def test_who_bears_what_a_lead_in_or_clause_says(tmp_path: Path, body: str, expected: list[tuple[str, str]]) -> None:
    assert [(b, t) for b, _, _, t in duties(tmp_path, body)] == expected


def test_what_a_purpose_is_in_order_to_is_a_function(tmp_path: Path) -> None:
    body = "The purpose of the Audit Committee is to bring members together in order to:\n\n- share what is learnt\n"
    assert duties(tmp_path, body) == [(AUDIT, "function", "share", "share what is learnt")]


RECOMMENDED = [
    ("Recommendation 2: That the Audit Committee publish a guide for members.\n",
     [(AUDIT, "should", "publish", "publish a guide for members")]),
    ("R2 That the Audit Committee publishes a guide for members.\n",
     [(AUDIT, "should", "publish", "publish a guide for members")]),
    ("We recommend that the Audit Committee publishes a guide for members.\n",
     [(AUDIT, "should", "publish", "publish a guide for members")]),
    ("The Audit Committee recommends that the Youth Forum publishes a guide.\n",
     [("Youth Forum", "should", "publish", "publish a guide")]),
    ("The Audit Committee recommends to the Youth Forum whether a guide should be published.\n",
     [(AUDIT, "function", "recommend", "recommend to the Youth Forum whether a guide should be published")]),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), RECOMMENDED)
def test_what_is_recommended_is_what_others_should_do(
    tmp_path: Path, body: str, expected: list[tuple[str, str, str, str]]
) -> None:
    assert duties(tmp_path, body) == expected


@pytest.mark.parametrize(
    ("said", "modality", "text"),
    [
        ("Where a bid is refused the Council may appeal to the Minister.", "may", "appeal to the Minister"),
        ("Under the Rivers Act 1991 the Council must have regard to floods.", "must", "have regard to floods"),
        ("If the matter is not settled the Council will refer it to the Minister.", "will", "refer it to the Minister"),
    ],
)
def test_a_duty_behind_a_condition_that_no_comma_parts(tmp_path: Path, said: str, modality: str, text: str) -> None:
    found = duties(tmp_path, f"Harbour Bay Council pays for the Board. {said}")
    assert [(bearer, force, words) for bearer, force, _, words in found] == [("Harbour Bay Council", modality, text)]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (
            "The Rivers Panel and the Roads Panel sit in public. Each must publish a plan.",
            {("Rivers Panel", "publish a plan"), ("Roads Panel", "publish a plan")},
        ),
        ("Every partner agency may attend. Each must keep a list.", {("partner agency", "keep a list")}),
        ("Every partner agency may attend. Each must also:\n\n- keep a list;\n- name a lead.\n",
         {("partner agency", "keep a list"), ("partner agency", "name a lead")}),
        ("The Rivers Panel sits in public. Each must keep a list.", set()),
    ],
)  # fmt: skip
def test_each_at_the_head_of_a_sentence_is_each_of_those_before(
    tmp_path: Path, said: str, expected: set[tuple[str, str]]
) -> None:
    assert {(bearer, text) for bearer, _, _, text in duties(tmp_path, said) if text != "attend"} == expected


@pytest.mark.parametrize(("short", "long"), [("LHB", "Local Harbour Board"), ("LHBs", "Local Harbour Boards")])
def test_an_acronym_of_a_class_that_stands_in_the_singular_too(tmp_path: Path, short: str, long: str) -> None:
    before = "Each village has a Local Harbour Board. Local Harbour Boards are accountable to the Saltmere Council."
    extraction = extracted(tmp_path, f"{before}\n\nAn LHB must keep a list of boats. LHBs may charge fees.")
    assert (short, long) in {(alias.short, alias.long) for alias in extraction.aliases}
    bearers = {extraction.mentions[duty.bearer].name for duty in extraction.duties}
    assert bearers == {"LHB", "LHBs"}


ENSURED = """Duties

The Board will ensure:

- harbours are dredged
- support is there for all
- children receive good care

The aims of the Board are to ensure:

- there is a plan

Objectives

To ensure:

- staff know the policy
- weirs are mended
"""


def test_items_below_ensure_say_what_is_ensured(tmp_path: Path) -> None:
    found = duties(tmp_path, ENSURED)
    assert {bearer for bearer, _, _, _ in found} == {"Harbour Bay Safeguarding Board"}
    assert [text for _, _, _, text in found] == [
        "ensure harbours are dredged",
        "ensure support is there for all",
        "ensure children receive good care",
        "ensure there is a plan",
        "ensure staff know the policy",
        "ensure weirs are mended",
    ]


def test_items_below_ensure_that_are_deeds_stand_for_themselves(tmp_path: Path) -> None:
    found = duties(tmp_path, "Objectives\n\nTo ensure:\n\n- develop a plan\n- monitoring of the quays\n")
    assert "ensure develop a plan" not in [text for _, _, _, text in found]


def test_what_a_thing_may_do_is_no_power_of_the_body_before_it(tmp_path: Path) -> None:
    said = "The Board will advise the Tides Panel where faults have been found which may cause floods."
    assert [bearer for bearer, _, _, _ in duties(tmp_path, said)] == ["Harbour Bay Safeguarding Board"]


def test_what_somebody_is_appointed_to_do_is_his_duty(tmp_path: Path) -> None:
    said = "The Board shall appoint and pay a Clerk to:\n\n- attend the meetings\n- take minutes\n"
    assert {(bearer, text) for bearer, _, _, text in duties(tmp_path, said)} == {
        ("Harbour Bay Safeguarding Board", "appoint and pay a Clerk"),
        ("Clerk", "attend the meetings"),
        ("Clerk", "take minutes"),
    }


def test_functions_that_these_are_take_up_the_sentence_before(tmp_path: Path) -> None:
    said = "The functions of the Tides Panel are set out in law. These are to:\n\n- review plans\n- monitor floods\n"
    assert {(bearer, text) for bearer, _, _, text in duties(tmp_path, said)} >= {
        ("Tides Panel", "review plans"),
        ("Tides Panel", "monitor floods"),
    }


def test_what_informs_something_bears_no_duty(tmp_path: Path) -> None:
    said = (
        "The priorities of the Board will be informed by the Tides Panel. Its work shall be guided by the Rivers Forum."
    )
    assert duties(tmp_path, said) == []


def test_to_whom_somebody_answers_is_no_deed(tmp_path: Path) -> None:
    said = "The Board is accountable:\n\n- To the Tides Committee\n- To each member of the Rivers Forum\n"
    assert duties(tmp_path, said) == []


def test_what_is_also_to_be_done_is_a_deed(tmp_path: Path) -> None:
    said = "The functions of the Board are:\n\n- To also review the plan\n- To both hear and test the evidence\n"
    assert [t for _, _, _, t in duties(tmp_path, said)] == ["review the plan", "both hear and test the evidence"]
