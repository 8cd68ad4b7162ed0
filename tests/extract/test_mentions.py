"""What "the Board", "it", "its" and "she" point back to, and the short names that a document gives."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import duties, extracted, extractor, facts, pointed

from protocolgraph.extract.mentions import read_names
from protocolgraph.model import EntityType, MentionForm, Scope
from protocolgraph.readers import read
from protocolgraph.structure import outline

BOARD = "Saltmere Wellbeing Board"
TRUST = "Saltmere Hospitals Trust"
HEAD = f"{BOARD}\n\nTerms of Reference\n\n1. Work\n\n"
ARRANGEMENTS = "Saltmere Children Partnership\n\nArrangements for Safeguarding\n\n1. Work\n\n"
ADULTS, YOUTH = "Saltmere Adults Board", "Saltmere Youth Board"
PROTOCOL = f"Protocol between the {ADULTS} and the {YOUTH}\n\n1. Work\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Board may call witnesses.", [("Board", BOARD)]),
        ("This body may call witnesses.", [("body", BOARD)]),
        ("We will publish our plan.", [("We", BOARD), ("our", BOARD)]),
        (f"The {TRUST} owns a pier. It sells tickets.", [("It", TRUST)]),
        (f"The {TRUST} owns a pier and its staff mend it.", [("its", TRUST), ("it", TRUST)]),
        (f"The {TRUST} owns a pier. The Board walks on it.", [("Board", BOARD), ("it", BOARD)]),
        (f"As part of the {TRUST}'s work, the Harbour Panel keeps its pier.", [("its", "Harbour Panel")]),
        (f"The {TRUST} met the Harbour Panel. The latter owns a pier.", [("latter", "Harbour Panel")]),
        (f"The {TRUST} met the Harbour Panel. The former owns a pier.", [("former", TRUST)]),
        (
            f'The {TRUST}, a charity (the "Recipient"), owns a pier. The Recipient mends it.',
            [("Recipient", TRUST), ("it", TRUST)],
        ),
        ("The Head of Law agrees that she will attend.", [("she", "Head of Law")]),
        ("The Head of Law and the Head of Care agree that she will attend.", [("she", "Head of Law")]),
        ("The Head of Law and the Head of Care bring her books.", [("her", "Head of Care")]),
        ("There are three delivery groups. Each group shall sing.", [("group", "delivery groups")]),
        ("Partner agencies may attend. These agencies must reply.", [("agencies", "Partner agencies")]),
        (
            "The Harbour Safety Coordinator keeps a log. The Coordinator reads books.",
            [("Coordinator", "Harbour Safety Coordinator")],
        ),
        ("The Nurse keeps a log.", []),
        ("The Saltmere Housing Plan 2020 is long. Staff read the Plan.", [("Plan", "Saltmere Housing Plan 2020")]),
    ],
)
def test_what_words_point_back_to(tmp_path: Path, text: str, expected: list[tuple[str, str]]) -> None:
    assert pointed(tmp_path, HEAD + text) == expected


def test_it_below_a_body_s_heading_is_that_body(tmp_path: Path) -> None:
    paper = f"{HEAD}The Board meets.\n\n2. Saltmere Risk Panel\n\nIt shall count the risks.\n"
    assert pointed(tmp_path, paper) == [("Board", BOARD), ("It", "Saltmere Risk Panel")]


@pytest.mark.parametrize("heading", ["What does the Panel do?", "HOW THE PANEL WORKS", "Role of the Panel"])
def test_it_below_a_heading_that_only_describes_a_body_is_that_body(tmp_path: Path, heading: str) -> None:
    paper = f"{HEAD}The Saltmere Risk Panel helps the Board.\n\n2. {heading}\n\nOnce a year it counts the risks.\n"
    assert ("it", "Saltmere Risk Panel") in pointed(tmp_path, paper)


def test_it_after_a_sentence_that_introduces_a_body_is_that_body(tmp_path: Path) -> None:
    for opening in ("There is a Saltmere Risk Panel.", "Ours is called the Saltmere Risk Panel."):
        assert ("It", "Saltmere Risk Panel") in pointed(tmp_path, f"{HEAD}{opening} It meets monthly.")


def test_she_is_the_one_post_that_the_sentence_before_names(tmp_path: Path) -> None:
    paper = f"{HEAD}In charge from day to day is the Head of Risk. She must reply in a week.\n"
    assert ("She", "Head of Risk") in pointed(tmp_path, paper)


def test_the_council_is_the_authority_and_no_youth_council(tmp_path: Path) -> None:
    text = "The Saltmere Youth Council met. The Council must pay. The local authority must answer.\n"
    paper = f"Saltmere Borough Council\n\nAudit Committee\n\nTerms of Reference\n\n1. Work\n\n{text}"
    assert pointed(tmp_path, paper) == [
        ("Council", "Saltmere Borough Council"),
        ("local authority", "Saltmere Borough Council"),
    ]


def test_the_council_is_the_one_with_a_place_of_two_words_and_not_full_council(tmp_path: Path) -> None:
    paper = "Stoke Vale Council\n\nCare Panel\n\nMinutes\n\n1. Report\n\nThe Council pays. It goes to full Council.\n"
    assert ("Council", "Stoke Vale Council") in pointed(tmp_path, paper)


@pytest.mark.parametrize(
    "text",
    [
        "Local Safeguarding Partners (LSPs) exist. The LSPs meet in May. They shall close.",
        "The partner agencies are:\n\n- Saltmere Council\n- Saltmere Police\n\nThey shall close.",
    ],
)
def test_they_are_those_of_whom_the_sentence_before_speaks_and_not_the_last_of_a_list(
    tmp_path: Path, text: str
) -> None:
    meant = [name for word, name in pointed(tmp_path, HEAD + text) if word == "They"]
    assert meant in ([["LSPs"], ["Local Safeguarding Partners"], ["partner agencies"]])


def test_the_independent_chair_below_the_heading_of_one_of_several_boards_is_its_chair(tmp_path: Path) -> None:
    text = f"2. {YOUTH}\n\nThe Board meets in May. The Independent Chair must listen.\n"
    extraction = extracted(tmp_path, f"{PROTOCOL}The boards meet.\n\n{text}", title="")
    (duty,) = extraction.duties
    whose = extraction.mentions[duty.bearer].owner
    assert whose is not None
    assert extraction.mentions[whose].name == YOUTH


@pytest.mark.parametrize("words", ["Both Boards", "The two Boards", "Neither Board", "In May both Boards"])
def test_two_boards_are_both_that_the_protocol_is_between(tmp_path: Path, words: str) -> None:
    assert [name for _, name in pointed(tmp_path, f"{PROTOCOL}{words} shall close.")] == [ADULTS, YOUTH]


def test_both_boards_each_bear_the_duty(tmp_path: Path) -> None:
    extraction = extracted(tmp_path, f"{PROTOCOL}Both Boards must share their plans.", title="")
    assert {extraction.mentions[duty.bearer].name for duty in extraction.duties} == {ADULTS, YOUTH}


@pytest.mark.parametrize("bracket", ['("the Group")', "(“the Group”)", "(hereafter the Group)", "(the Group)"])
def test_a_definition_in_brackets_outlives_other_groups(tmp_path: Path, bracket: str) -> None:
    text = f"The Saltmere Quays Group {bracket} meets. The Saltmere Anglers Group fishes. The Group must count boats."
    assert pointed(tmp_path, HEAD + text)[-1] == ("Group", "Saltmere Quays Group")


def test_an_acronym_in_brackets_is_another_name(tmp_path: Path) -> None:
    extraction = extracted(tmp_path, "The Saltmere Executive Panel (SEP) must pay. SEP shall keep accounts.")
    assert [(a.short, a.long, a.rule) for a in extraction.aliases] == [("SEP", "Saltmere Executive Panel", "acronym")]
    assert [m.text for m in extraction.mentions if m.form is MentionForm.ACRONYM] == ["SEP", "SEP"]


@pytest.mark.parametrize("bracket", ["(Monitoring Officer)", "(and Monitoring Officer)"])
def test_an_office_in_brackets_that_law_requires_is_the_same_post(tmp_path: Path, bracket: str) -> None:
    extraction = extracted(tmp_path, f"{HEAD}The Head of Law {bracket} advises the Board.", title="")
    assert [(a.short, a.long) for a in extraction.aliases] == [("Monitoring Officer", "Head of Law")]


def test_a_post_is_called_by_its_title_and_its_body_too(tmp_path: Path) -> None:
    aliases = extracted(tmp_path, f"{HEAD}The Superintendent, Ashmere Police, advises the Board.", title="").aliases
    assert [(a.short, a.long) for a in aliases] == [("Superintendent, Ashmere Police", "Superintendent")]


def test_who_chairs_is_no_second_name_of_a_post(tmp_path: Path) -> None:
    assert extracted(tmp_path, f"{HEAD}The Head of Law (Chair) advises the Board.", title="").aliases == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Named Nurse (Ashmere Hospitals Trust) attends.",
            ("Named Nurse", "Named Nurse (Ashmere Hospitals Trust)"),
        ),
        ("The Chief Executive of Ashmere Council attends.", ("Chief Executive", "Chief Executive of Ashmere Council")),
        ("Detective Chief Inspector Ann Royle attends.", ("Detective Chief Inspector Ann Royle", "Ann Royle")),
    ],
)
def test_a_post_goes_by_its_title_and_an_officer_by_rank_and_name(
    tmp_path: Path, text: str, expected: tuple[str, str]
) -> None:
    assert expected in {(a.short, a.long) for a in extracted(tmp_path, f"{HEAD}{text}", title="").aliases}


def test_a_title_that_two_bodies_have_is_no_name_of_either_post(tmp_path: Path) -> None:
    text = "The Chief Executive of Ashmere Council and the Chief Executive of Tidewater Council attend."
    assert "Chief Executive" not in {a.short for a in extracted(tmp_path, f"{HEAD}{text}", title="").aliases}


def test_an_acronym_without_its_place_is_the_body_of_that_place(tmp_path: Path) -> None:
    extraction = extracted(tmp_path, f"{HEAD}1.1 The Saltmere LRF owns a pier. The LRF walks on it.\n")
    assert [(a.short, a.long) for a in extraction.aliases] == [("LRF", "Saltmere LRF")]


def test_new_multi_agency_arrangements_are_the_partnership_that_the_document_is_about(tmp_path: Path) -> None:
    paper = (
        "Saltmere Children Partnership: Multi-Agency Arrangements\n\n1. Work\n\n1.1 Guidance sets out the change from "
        "the Saltmere Children Board to the new multi-agency arrangements.\n"
    )
    assert facts(tmp_path, paper, "succeeds") == {"Saltmere Children Partnership succeeds Saltmere Children Board"}


@pytest.mark.parametrize(
    "sentence",
    [
        "These arrangements must keep the pier.",
        "The new safeguarding arrangements must keep the pier.",
        "The local arrangements must keep the pier.",
    ],
)
def test_arrangements_that_must_do_something_are_the_partnership(tmp_path: Path, sentence: str) -> None:
    assert duties(tmp_path, f"1.1 {sentence}", title=ARRANGEMENTS) == [
        ("Saltmere Children Partnership", "must", "keep", "keep the pier")
    ]


def test_what_is_done_to_arrangements_is_done_to_the_paper(tmp_path: Path) -> None:
    found = duties(tmp_path, "1.1 These arrangements must be reviewed by the Saltmere Panel.", title=ARRANGEMENTS)
    assert [bearer for bearer, *_ in found] == ["Saltmere Panel"]


def test_the_authority_that_was_any_one_is_no_authority_in_particular(tmp_path: Path) -> None:
    title = "Saltmere Council\n\nTerms of Reference\n\n1. Work\n\nSaltmere Council is the local authority.\n\n"
    text = "Where a local authority knows of a storm, the local authority must tell the Harbour Panel."
    assert [bearer for bearer, *_ in duties(tmp_path, text, title=title)] == ["local authority"]


def test_who_is_responsible_at_which_level(tmp_path: Path) -> None:
    text = (
        "The responsibility for how the town learns from floods lies at a national level with the Flood Panel "
        "and at local level with the Saltmere Harbour Board."
    )
    assert sorted(duties(tmp_path, text)) == [
        (name, "must", "lie", "be responsible for how the town learns from floods")
        for name in ("Flood Panel", "Saltmere Harbour Board")
    ]


def test_its_chair_belongs_to_what_it_means(tmp_path: Path) -> None:
    assert facts(tmp_path, f"{HEAD}The {TRUST} owns a pier. Its Chair must fish.", "chairs") == {
        f"Chair chairs {TRUST}"
    }


def test_a_statement_s_subject_is_named_by_what_it_stands_for(tmp_path: Path) -> None:
    text = f"The {TRUST} owns a pier. It shall report to the Board."
    assert f"{TRUST} reports_to {BOARD}" in facts(tmp_path, HEAD + text)


@pytest.mark.parametrize(
    ("text", "bearers"),
    [
        ("An SWB must publish a plan.", ["SWB"]),
        ("SWB's must publish plans.", ["SWB's"]),
        ("The SWB must publish a plan.", [BOARD]),
    ],
)
def test_an_acronym_may_stand_for_the_class(tmp_path: Path, text: str, bearers: list[str]) -> None:
    front = f"{BOARD} (SWB)\n\nTerms of Reference\n\n1. Work\n\n"
    extraction = extracted(tmp_path, text, title=front)
    scopes = {mention.scope for mention in (extraction.mentions[duty.bearer] for duty in extraction.duties)}
    assert (Scope.GENERIC in scopes) is (bearers != [BOARD])


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("The Risk Panel sings. The Panel's chair must listen.", "Saltmere Risk Panel"),
        ("The chair of the board must listen.", BOARD),
        ("Members of the Board must listen.", BOARD),
        ("Board members must listen.", BOARD),
    ],
)
def test_whose_chair_and_whose_members(tmp_path: Path, text: str, owner: str) -> None:
    extraction = extracted(tmp_path, text.replace("The Risk Panel", "The Saltmere Risk Panel"), title=HEAD)
    (duty,) = extraction.duties
    whose = extraction.mentions[duty.bearer].owner
    assert whose is not None
    assert extraction.mentions[whose].name == owner


def test_classes_of_posts_and_chairs_count_where_a_statement_needs_them(tmp_path: Path) -> None:
    text = "Ann Lee came for the lay members and was kind to the Vice-Chair. The senior officers must sing."
    roles = [m.name for m in extracted(tmp_path, text, title=HEAD).mentions if m.type is EntityType.ROLE]
    assert roles == ["senior officers"]


def test_a_shouted_heading_names_whose_duties_follow(tmp_path: Path) -> None:
    text = "2. RESPONSIBILITIES OF THE CHAIR\n\n- setting the agenda\n- leading each meeting\n"
    extraction = extracted(tmp_path, text, title=HEAD)
    assert {extraction.mentions[duty.bearer].name for duty in extraction.duties} == {"CHAIR"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Saltmere Trust's Annual Report is long.", "Saltmere Trust's Annual Report"),
        ("The annual report of the Saltmere Trust is long.", "annual report of the Saltmere Trust"),
    ],
)
def test_a_report_is_called_by_its_owner_too(tmp_path: Path, text: str, name: str) -> None:
    papers = [m for m in extracted(tmp_path, text, title=HEAD).mentions if m.type is EntityType.PUBLICATION]
    assert [paper.name for paper in papers][-1] == name


def test_the_council_is_the_authority_that_is_named_later(tmp_path: Path) -> None:
    text = "The Council must pay. The Leader of Saltmere Borough Council may sing."
    extraction = extracted(tmp_path, text, title=HEAD)
    assert extraction.mentions[extraction.duties[0].bearer].name == "Saltmere Borough Council"


def test_a_local_authority_that_no_text_names_is_a_class(tmp_path: Path) -> None:
    extraction = extracted(tmp_path, "The local authority must pay.", title=HEAD)
    (duty,) = extraction.duties
    assert extraction.mentions[duty.bearer].scope is Scope.GENERIC


def test_no_address_and_no_telephone_number_is_a_name(tmp_path: Path) -> None:
    text = "Contact: Anna Dell, Clerk to the Board, anna.dell@saltmere.example, 01234 567890. The Clerk must reply."
    extraction = extracted(tmp_path, text, title=HEAD)
    assert extraction.facts
    assert not any("@" in mention.name or "567890" in mention.name for mention in extraction.mentions)


@pytest.mark.parametrize(
    ("text", "papers"),
    [("The Board must send the agenda.", []), ("The Board must send a quarterly return.", ["quarterly return"])],
)
def test_a_paper_called_by_its_noun_alone_is_only_part_of_the_duty(
    tmp_path: Path, text: str, papers: list[str]
) -> None:
    found = extracted(tmp_path, text, title=f"{BOARD}\n\n1. Work\n\n").mentions
    assert [m.name for m in found if m.type is EntityType.PUBLICATION] == papers


@pytest.mark.parametrize(
    ("text", "short"),
    [
        (
            "The Saltmere Tide Advisory Panel meets monthly.\n\nThe Advisory Panel reads each file.\n",
            ["Advisory Panel"],
        ),
        (
            "The Saltmere Anti Litter Panel meets monthly.\n\nThe Anti-Litter Panel reads each file.\n",
            ["Anti-Litter Panel"],
        ),
        ("The Saltmere Tide and Harbour Panel meets.\n\nThe Harbour Panel reads each file.\n", []),
        (
            "Saltmere Tide Forum\n\nThe North Tide Panel and the South Tide Panel meet.\n\nThe Tide Panel reads.\n",
            [],
        ),
    ],
)
def test_a_name_that_cuts_the_only_longer_one_short(tmp_path: Path, text: str, short: list[str]) -> None:
    path = tmp_path / "paper.txt"
    path.write_text(text, encoding="utf-8")
    names = read_names(outline(read(path)), extractor().finder)
    assert [alias.short for alias in names.aliases if alias.rule == "cut short"] == short


def test_a_class_is_called_with_the_word_before_it_too(tmp_path: Path) -> None:
    extraction = extracted(tmp_path, f"{HEAD}Other voluntary groups must help.", title="")
    assert [(a.short, a.long) for a in extraction.aliases] == [("Other voluntary groups", "voluntary groups")]


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("The name of the charity shall be “Saltmere Village Hall”. The Charity owns it.", "charity"),
        ("The name of the Association is the Saltmere Tide Society. The Association meets.", "Association"),
    ],
)
def test_the_name_that_a_constitution_gives(tmp_path: Path, text: str, called: str) -> None:
    extraction = extracted(tmp_path, f"Constitution\n\n1. Name\n\n{text}", title="Constitution")
    assert called in [a.short for a in extraction.aliases]
    assert len({m.name for m in extraction.mentions if m.type is EntityType.BODY}) == 1


def test_an_acronym_behind_a_post_is_its_body_s_if_it_spells_that(tmp_path: Path) -> None:
    text = f"{HEAD}The Chair of the City and Mere Safeguarding Adults Board (CMSAB) attends."
    found = [(a.short, a.long, a.type) for a in extracted(tmp_path, text, title="").aliases]
    assert found == [("CMSAB", "City and Mere Safeguarding Adults Board", EntityType.BODY)]


def test_a_post_is_known_by_the_word_that_a_paper_calls_it_by(tmp_path: Path) -> None:
    text = f"{HEAD}The Police and Crime Commissioner attends. The Commissioner must publish a plan."
    found = [(a.short, a.long) for a in extracted(tmp_path, text, title="").aliases]
    assert found == [("Commissioner", "Police and Crime Commissioner")]


def test_a_class_that_is_counted_is_known_by_its_number_too(tmp_path: Path) -> None:
    text = f"{HEAD}The four partnership boards report to the Board. Under section 2 local authorities pay."
    assert [(a.short, a.long) for a in extracted(tmp_path, text, title="").aliases] == [
        ("four partnership boards", "partnership boards")
    ]


def test_the_authority_is_the_fire_authority_whose_paper_it_is(tmp_path: Path) -> None:
    paper = "Saltmere Fire Authority\n\nStanding Orders\n\n1. Work\n\nThe Authority may call witnesses.\n"
    assert pointed(tmp_path, paper) == [("Authority", "Saltmere Fire Authority")]


def test_the_council_is_the_only_council_that_is_named(tmp_path: Path) -> None:
    text = "People may speak to the Council. Saltmere Council must listen.\n"
    extraction = extracted(tmp_path, f"{HEAD}{text}", title="")
    assert "Council" not in {m.name for m in extraction.mentions}


@pytest.mark.parametrize(
    ("text", "scope"), [("An SAB meeting is public.", Scope.LOCAL), ("An SAB is public.", Scope.GENERIC)]
)
def test_an_acronym_before_a_noun_is_no_class(tmp_path: Path, text: str, scope: Scope) -> None:
    paper = f"{HEAD}The Saltmere Adults Board (SAB) meets. {text}"
    found = extracted(tmp_path, paper, title="").mentions
    assert [m.scope for m in found if m.text == "SAB"][-1] is scope


@pytest.mark.parametrize(
    ("text", "back"),
    [
        ("The Tide Act 2011 applies. The Forum is set up under section 5 of that Act.", [("Act", "Tide Act 2011")]),
        (
            "The Tide Act 2011 and the Harbour Act 2020 apply. Part 4 of the 2011 Act names the Forum.",
            [("2011 Act", "Tide Act 2011")],
        ),
        ("The Act applies. The Tide Act 2011 came later.", []),
    ],
)
def test_a_law_named_before_is_meant_again(tmp_path: Path, text: str, back: list[tuple[str, str]]) -> None:
    assert pointed(tmp_path, f"Notes\n\n{text}\n") == back


def test_the_council_is_the_parish_council_whose_paper_it_is(tmp_path: Path) -> None:
    path = tmp_path / "paper.txt"
    said = "1. The County Council sends a member.\n\n2. The Council meets monthly.\n"
    text = f"Elm Parish Council\n\nStanding orders\n\n{said}"
    path.write_text(text, encoding="utf-8")
    names = read_names(outline(read(path)), extractor().finder)
    meant = [m.name for m in names.mentions if m.text in ("Council", "The Council")]
    assert meant == ["Elm Parish Council"]


def test_two_columns_of_a_line_are_two_names(tmp_path: Path) -> None:
    paper = "Training Sub Group               Head of Nursing\n\nThe Training Sub Group meets in May.\n"
    named = {mention.name for mention in extracted(tmp_path, paper, title="").mentions}
    assert {"Training Sub Group", "Head of Nursing"} <= named


def test_the_board_of_another_body_is_not_the_board_that_the_paper_is_about(tmp_path: Path) -> None:
    paper = "NHS Tide Integrated Care Board (ICB) set it up. The Board of the ICB approves the Tide Plan."
    assert facts(tmp_path, HEAD + paper, "approves") == {"Board of the ICB approves Tide Plan"}


def test_a_post_is_known_by_its_initials(tmp_path: Path) -> None:
    paper = "The Chief Nursing Officer attends.\n\nThe CNO reports to the Saltmere Board each month.\n"
    assert "CNO" in {alias.short for alias in extracted(tmp_path, paper).aliases}


def test_an_integrated_care_board_is_a_body_by_its_acronym_alone(tmp_path: Path) -> None:
    found = extracted(tmp_path, f"{HEAD}The ICB will pay for the pier.", title="").mentions
    assert ("ICB", EntityType.BODY) in {(m.name, m.type) for m in found}


def test_the_chairs_of_sub_groups_are_not_the_document_s_body_s(tmp_path: Path) -> None:
    assert f"Sub-group chairs chairs {BOARD}" not in facts(tmp_path, f"{HEAD}Sub-group chairs will publish a plan.")


def test_the_partnership_named_before_is_meant_and_not_the_partnership_board_of_the_paper(tmp_path: Path) -> None:
    text = "The Safer Saltmere Partnership meets. A panel will report to the Chair of the Partnership.\n"
    paper = f"Saltmere Local Partnership Board\n\nTerms of Reference\n\n1. Work\n\n{text}"
    assert ("Partnership", "Safer Saltmere Partnership") in pointed(tmp_path, paper)


def test_somebody_clerks_a_board_and_no_clerks_are_named(tmp_path: Path) -> None:
    text = "The Company Secretary, Louise Penn, clerks the Board and maintains the register of interests.\n"
    extraction = extracted(tmp_path, f"{HEAD}{text}", title="")
    assert {extraction.mentions[duty.bearer].name for duty in extraction.duties} == {"Company Secretary"}


def test_it_after_a_sentence_on_a_paper_is_the_paper_and_no_body(tmp_path: Path) -> None:
    text = "This Memorandum was agreed in May. It creates no legal duty. The Board meets. It counts boats.\n"
    assert [name for word, name in pointed(tmp_path, f"{HEAD}{text}") if word == "It"] == [BOARD]


def test_the_independent_chair_whose_report_a_line_is_on_chairs_that_board(tmp_path: Path) -> None:
    line = "Fenmere Safeguarding Adults Board Annual Report – report of the Independent Chair"
    extraction = extracted(tmp_path, f"Saltmere Wellbeing Board\n\nAGENDA\n\n1   {line}\n", title="")
    chairs = {
        extraction.mentions[f.object].name for f in extraction.facts if f.predicate == "chairs" and f.object is not None
    }
    assert chairs == {"Fenmere Safeguarding Adults Board"}


@pytest.mark.parametrize(
    "listed",
    [
        "ZRFB: Zennor River Flood Board\nTYP: Tolvan Youth Panel\n",
        "ZRFB      Zennor River Flood Board\nTYP       Tolvan Youth Panel\n",
        "ZRFB Zennor River Flood Board\nTYP Tolvan Youth Panel\n",
        "| Short | Meaning |\n|---|---|\n| ZRFB | Zennor River Flood Board |\n| TYP | Tolvan Youth Panel |\n",
    ],
)
def test_a_list_of_abbreviations_tells_what_they_mean(tmp_path: Path, listed: str) -> None:
    paper = f"{HEAD}The TYP reports to the ZRFB. Members of the TYP shall listen.\n\n2. Abbreviations\n\n{listed}"
    extraction = extracted(tmp_path, paper, title="")
    assert {(a.short, a.long) for a in extraction.aliases} >= {
        ("ZRFB", "Zennor River Flood Board"),
        ("TYP", "Tolvan Youth Panel"),
    }


@pytest.mark.parametrize("paper", ["Saltmere Wellbeing Board", "Saltmere Scrutiny Committee"])
def test_the_independent_chair_is_that_of_the_board_whose_chair_was_named(tmp_path: Path, paper: str) -> None:
    named = (
        "Ros Lin, Independent Chair of the Fenmere Safeguarding Adults Board, came. The Independent Chair must listen."
    )
    extraction = extracted(tmp_path, f"{HEAD.replace(BOARD, paper)}{named}\n", title="")
    (duty,) = extraction.duties
    whose = extraction.mentions[duty.bearer].owner
    assert whose is not None
    assert extraction.mentions[whose].name == "Fenmere Safeguarding Adults Board"


def test_a_committee_of_councillors_has_no_independent_chair_of_its_own(tmp_path: Path) -> None:
    head = HEAD.replace(BOARD, "Saltmere Scrutiny Committee")
    extraction = extracted(tmp_path, f"{head}The Independent Chair must listen.\n", title="")
    assert all(extraction.mentions[duty.bearer].owner is None for duty in extraction.duties)


def test_an_acronym_that_is_not_spelt_out_is_the_one_board_and_not_its_class(tmp_path: Path) -> None:
    paper = """Boards

Health and Wellbeing Boards are made by law. The role of Harbour Bay’s Health and Wellbeing Board is to plan.

The HWB meets each term.
"""
    read_ = extracted(tmp_path, paper, title="")
    assert ("HWB", "Harbour Bay’s Health and Wellbeing Board") in {(a.short, a.long) for a in read_.aliases}


INTRODUCED = "The work is overseen by a Harbour Executive Board, which sets the plan."


@pytest.mark.parametrize(
    ("before", "meant"),
    [
        (INTRODUCED, "Harbour Executive Board"),
        (INTRODUCED.replace("a Harbour", "the Harbour"), BOARD),
        (f"{INTRODUCED}\n\nTides rise.", BOARD),
    ],
)
def test_the_board_is_the_one_that_the_sentence_before_brings_in(tmp_path: Path, before: str, meant: str) -> None:
    assert pointed(tmp_path, f"{HEAD}{before} The Board mends the pier.\n")[-1] == ("Board", meant)


def test_the_committee_of_minutes_that_name_none_is_whose_minutes_they_are(tmp_path: Path) -> None:
    head = "Saltmere Homes Select Commission\n\nMinutes of the meeting held on 4 May 2022\n\n1. Work\n\n"
    assert ("Committee", "Saltmere Homes Select Commission") in pointed(tmp_path, f"{head}The Committee will meet.\n")
    named = f"{head}The Audit Committee met. The Committee will meet again.\n"
    assert ("Committee", "Audit Committee") in pointed(tmp_path, named)


def test_a_name_cuts_no_wider_body_short(tmp_path: Path) -> None:
    paper = (
        "Saltmere Children Partnership\n\n1. Work\n\nThe Wider Safeguarding Partnership meets in May."
        " The Safeguarding Partnership must publish a plan.\n"
    )
    aliases = {(alias.short, alias.long) for alias in extracted(tmp_path, paper, title="").aliases}
    assert ("Safeguarding Partnership", "Wider Safeguarding Partnership") not in aliases


def test_an_acronym_that_spells_what_stands_behind_the_place_of_one_body_is_that_one(tmp_path: Path) -> None:
    said = "The Vale of Moor Integrated Care Board meets in May. The ICB must publish a plan."
    aliases = {(a.short, a.long) for a in extracted(tmp_path, f"Saltmere Forum\n\n{said}\n", title="").aliases}
    assert ("ICB", "Vale of Moor Integrated Care Board") in aliases
    two = f"{said} The Tide Integrated Care Board will go.\n"
    aliases = {(a.short, a.long) for a in extracted(tmp_path, f"Saltmere Forum\n\n{two}", title="").aliases}
    assert not any(short == "ICB" for short, _ in aliases)


@pytest.mark.parametrize(
    "said",
    [
        'In these terms "the Host Authority" means Tide County Council.',
        "Tide County Council acts as Host Authority and provides the clerk.",
        "Tide County Council is the Host Authority.",
        "The Host Authority shall be Tide County Council.",
    ],
)
def test_what_a_council_is_for_others_is_another_name_of_it(tmp_path: Path, said: str) -> None:
    paper = f"Saltmere Police Panel\n\n1. Work\n\n{said} The Host Authority must publish the papers.\n"
    aliases = {(alias.short, alias.long) for alias in extracted(tmp_path, paper, title="").aliases}
    assert ("Host Authority", "Tide County Council") in aliases


def test_what_any_council_may_be_for_others_is_no_name(tmp_path: Path) -> None:
    paper = "Saltmere Police Panel\n\n1. Work\n\nTide Council is a Lead Authority. The Lead Authority must pay.\n"
    assert not {alias.short for alias in extracted(tmp_path, paper, title="").aliases} & {"Lead Authority"}


def test_an_acronym_that_has_groups_is_a_body_though_nothing_spells_it(tmp_path: Path) -> None:
    said = "The Tides Sub-Group is an arm of the MMTPB. It advises the WXYZ."
    found = facts(tmp_path, f"Tides Sub-Group\n\nTerms of Reference\n\n1. Work\n\n{said}\n")
    assert found == {"Tides Sub-Group part_of MMTPB"}


def test_a_group_called_by_an_acronym_is_itself_again_in_small_letters(tmp_path: Path) -> None:
    paper = (
        "Tide Partnership\n\nA number of groups feed into it, including the MARAC Steering Group.\n\n"
        "The MARAC steering group reads papers.\n"
    )
    path = tmp_path / "paper.txt"
    path.write_text(paper, encoding="utf-8")
    names = read_names(outline(read(path)), extractor().finder)
    assert [m.text for m in names.mentions if m.text.startswith("MARAC") and m.spans] == [
        "MARAC Steering Group",
        "MARAC steering group",
    ]


def test_a_class_that_is_named_once_and_of_which_nothing_is_said_is_no_entity(tmp_path: Path) -> None:
    body = "1. Work\n\nIt was easy for community groups. There is talk of partner agencies, and of partner agencies.\n"
    names = {mention.name for mention in extracted(tmp_path, body).mentions}
    assert "community groups" not in names
    assert "partner agencies" in names
