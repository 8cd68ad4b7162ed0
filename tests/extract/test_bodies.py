"""Which bodies a passage names, where their names begin and end, and which are classes."""

from __future__ import annotations

import pytest
from naming import found, texts
from reading import extractor

from protocolgraph.model import EntityType, Scope

NAMED = [
    ("Standing Orders of Saltmere Parish Council", ["Saltmere Parish Council"]),
    ("Status of Harbour Bay Health Board", ["Harbour Bay Health Board"]),
    (
        "The Council's Tidal Services department and Mooring Services team met.",
        [
            "Tidal Services department",
            "Mooring Services team",
        ],
    ),
    ("The unit is at Saltmere Police Station.", []),
    ("Types of Governors: Details of Governors are kept.", []),
    ("However Harbour Bay Council met.", ["Harbour Bay Council"]),
    ("Additionally Harbour Bay Council and Tide Police met.", ["Harbour Bay Council", "Tide Police"]),
    ("Plus Council Tax", []),
    ("There are two Area Tidal Forums, East and West.", ["Area Tidal Forums"]),
    ("How the Board and Sub-Groups work", []),
    (
        "The Tides Around Boats and Quays (TABQ) Strategic Board met.",
        ["Tides Around Boats and Quays (TABQ) Strategic Board"],
    ),
    (
        "The Special Mooring Needs and/or Tides (SMNT) Partnership Board met.",
        ["Special Mooring Needs and/or Tides (SMNT) Partnership Board"],
    ),
    ("the Compliance and Reporting Committee (CRC) meets", ["Compliance and Reporting Committee"]),
    ("Attending Board meetings and Reporting Board matters", []),
    ('a tidal partnership board ("TPB") advises', ["tidal partnership board"]),
    ("new Harbour Council Houses and the Harbour Council's houses", ["Harbour Council"]),
    ("The All Party Parliamentary Group on Tides met.", ["All Party Parliamentary Group on Tides"]),
    ("the Harbour and National Safeguarding Board", ["National Safeguarding Board"]),
    ("the Regional and National Safeguarding Board", ["Regional and National Safeguarding Board"]),
    ("The Harbour Bay Safeguarding Board meets monthly.", ["Harbour Bay Safeguarding Board"]),
    (
        "the Children, Young People and Families Partnership Board",
        ["Children, Young People and Families Partnership Board"],
    ),
    (
        "The Pension Fund Committee and the Tidewater Transport Authority",
        ["Pension Fund Committee", "Tidewater Transport Authority"],
    ),
    (
        "members of the Tenants' Association and of the Foster Carers' Forum",
        ["Tenants' Association", "Foster Carers' Forum"],
    ),
    ("the Council's Audit Committee", ["Audit Committee"]),
    (
        "the Finance, Staffing and Premises Committees",
        ["Finance Committee", "Staffing Committee", "Premises Committee"],
    ),
    ("Finance, Policy and Tides OSC", ["Finance, Policy and Tides OSC"]),
    ("the Child Exploitation, Missing and Trafficking Group", ["Child Exploitation, Missing and Trafficking Group"]),
    ("the Policy, Procedures and Practice Sub Group", ["Policy, Procedures and Practice Sub Group"]),
    ("the Policy, Audit Panel and Practice Sub Group", ["Audit Panel", "Practice Sub Group"]),
    ("Missing from Home and Care Sub Group", ["Missing from Home and Care Sub Group"]),
    (
        "Elm Bridge Primary, Moorside High and Lowtide CE Primary",
        ["Elm Bridge Primary", "Moorside High", "Lowtide CE Primary"],
    ),
    ("risks are High and schools are Primary", []),
    ("NHS Moor and Tideway provides it", ["NHS Moor and Tideway"]),
    ("the Tide Board for Saltmere and Vale in Harbour Bay", ["Tide Board for Saltmere and Vale"]),
    ("Once Saltmere Borough Council agrees, contact Saltmere Police", ["Saltmere Borough Council", "Saltmere Police"]),
    ("Healthwatch Tidewater Date", ["Healthwatch Tidewater"]),
    ("at the Healthwatch Tidewater Offices", ["Healthwatch Tidewater"]),
    ("In 2024/25 Saltmere Council and in 2023-24 Saltmere Police paid", ["Saltmere Council", "Saltmere Police"]),
    ("a copy to local Healthwatch", ["Healthwatch"]),
    ("a copy to Local Healthwatch", ["Local Healthwatch"]),
    ("the London Borough of Saltmere under section 9", ["London Borough of Saltmere"]),
    ("Unlike Saltmere Audit Committee, Tide Board meets", ["Saltmere Audit Committee", "Tide Board"]),
    ("Non Executive Director", []),
    ("work of Safer Saltmere and of Safer Stronger Tideway", ["Safer Saltmere", "Safer Stronger Tideway"]),
    ("Safer Recruitment, Safer Streets, Safer Saltmere Grants and Safer Communities", []),
    ("Allotments committee", ["Allotments committee"]),
    ("• Allowances review panel", ["Allowances review panel"]),
    ("Tides and pay sub-committee:", ["Tides and pay sub-committee"]),
    ("Membership and training subcommittee", ["Membership and training subcommittee"]),
    ("Three Board members attend", []),
    ("Working group", []),
    ("Linked board", []),
    ("Membership of committee", []),
    ("Support panel", []),
    ("the Tideway Adults Partnership Forum members", ["Tideway Adults Partnership Forum"]),
    ("The Marlow, Tideshire and Vale Youth Panel", ["Marlow, Tideshire and Vale Youth Panel"]),
    ("Marlow, Tideshire and Vale Integrated Care Board", ["Marlow, Tideshire and Vale Integrated Care Board"]),
    ("Nurse of Marlow, Tideshire and Vale NHS Trust", ["Marlow, Tideshire and Vale NHS Trust"]),
    ("Director of Nursing, Marlow, Tideshire and Vale NHS Trust", ["Marlow, Tideshire and Vale NHS Trust"]),
    ("Ann Lee, Marlow, Tideshire and Vale Council", ["Tideshire and Vale Council"]),
    ("the Mayor, Tideshire and Vale Police", ["Tideshire and Vale Police"]),
    ("UNISON South West and UNISON", ["UNISON South West", "UNISON"]),
    ("Tideson plc and Saltmere Group plc", ["Tideson plc", "Saltmere Group plc"]),
    ("St Ockham's Church of England Academy", ["St Ockham's Church of England Academy"]),
    ("Membership and Training Group", ["Membership and Training Group"]),
    ("the Consortium of Saltmere Tenants' Associations", ["Consortium of Saltmere Tenants' Associations"]),
    ("Messrs. Tideson & Co. and Mind in Mid Saltmere", ["Tideson & Co", "Mind in Mid Saltmere"]),
    ("Saltmere Street Pastors; Voluntary Action Saltmere", ["Saltmere Street Pastors", "Voluntary Action Saltmere"]),
    ("advice from NALC and from UNISON", ["NALC", "UNISON"]),
    ("a governor of St Hilda's Primary School", ["St Hilda's Primary School"]),
    ("Healthwatch Tidewater and Age UK Harbour Bay", ["Healthwatch Tidewater", "Age UK Harbour Bay"]),
    ("the Diocese of Harbour Bay and the Church of England", ["Diocese of Harbour Bay", "Church of England"]),
    ("It informs the Post Office of the result.", ["Post Office"]),
    ("Office of the Police and Crime Commissioner 48,500", ["Office of the Police and Crime Commissioner"]),
    ("the Office of the Police and Crime Commissioner", ["Office of the Police and Crime Commissioner"]),
    ("the Case Review Group reads each file", ["Case Review Group"]),
    ("the Constitution Working Party", ["Constitution Working Party"]),
    ("the Strategic Commissioning Executive", ["Strategic Commissioning Executive"]),
    ("the Independent Chair Assurance Group", ["Independent Chair Assurance Group"]),
    ("Tidewater Youth Board Tidewater Health Board", ["Tidewater Health Board"]),
    ("Support for Tenants Subgroup:", ["Support for Tenants Subgroup"]),
    ("Markets & Training Subgroup", ["Markets & Training Subgroup"]),
    ("the SEND and Transport Board", ["SEND and Transport Board"]),
    ("the Quiet but Busy Board", ["Quiet but Busy Board"]),
    ("Saltmere upon Tide Borough Council", ["Saltmere upon Tide Borough Council"]),
    ("the London Borough of Saltmere", ["London Borough of Saltmere"]),
    ("Tidewater Police and Saltmere Borough Council", ["Tidewater Police", "Saltmere Borough Council"]),
    ("the Advisory Group on Harbour Lights", ["Advisory Group on Harbour Lights"]),
    ("the Council's Harbour Lights service", ["Harbour Lights service"]),
    ("Harbour Lights service users", []),
    ("Chair of Tidewater Commissioning", ["Tidewater Commissioning"]),
    ("Tides, Saltmere and Vale Health Board", ["Saltmere and Vale Health Board"]),
    ("Statutory Objectives of Saltmere Tide Board", ["Saltmere Tide Board"]),
    ("the chief executive of Giveright", ["Giveright"]),
    ("CEO, The Tideway", ["The Tideway"]),
    ("Chief Executive, Bal Mardle", []),
    ("Chief Executive of Housing", []),
    ("RSPCA and the Welsh Government", ["RSPCA", "Welsh Government"]),
    ("DELEGATED AUTHORITY", []),
    ("during the Term of Office", []),
    ("at the January Amenities Committee", ["Amenities Committee"]),
    ("University of Saltmere Anna Dell", ["University of Saltmere"]),
    ("Review of Partnerships", []),
    ("Inspector Kay Dell of Tidewater Police spoke", ["Tidewater Police"]),
    ("Standing Advisory Council on Religious Education", ["Standing Advisory Council on Religious Education"]),
    ("the Saltmere LRF is chaired by turns", ["Saltmere LRF"]),
    ("the Executive Director Communities, Culture and Homes", []),
    ("the Association of Chief Tide Officers (ACTO) agreed", ["Association of Chief Tide Officers"]),
    ("On 1st October 2012, Tidewater Council met", ["Tidewater Council"]),
    ("presented to the June 2013 Board Meeting", []),
    ("HM Government 2013 Tidewater Health Board", ["HM Government", "Tidewater Health Board"]),
    ("Annual Tidewater Safety Board Report", ["Tidewater Safety Board"]),
    ("Multi Agency action", []),
    ("how Tidewater Police and Saltmere Council treat it", ["Tidewater Police", "Saltmere Council"]),
    ("Youth Cabinet For Discussion:", ["Youth Cabinet"]),
    ("Council For Voluntary Service", ["Council For Voluntary Service"]),
    ("the Independent Safeguarding Board Chairman spoke", ["Safeguarding Board"]),
    ("the Independent Monitoring Board", ["Independent Monitoring Board"]),
    ("the Regional School Commissioner and the Tide School Improvement consultation", []),
    ("Representing Saltmere Voluntary Network", ["Saltmere Voluntary Network"]),
    ("London Borough of Saltmere & Tide", ["London Borough of Saltmere & Tide"]),
    ("the London Borough of Saltmere and Tidewater Police", ["London Borough of Saltmere", "Tidewater Police"]),
    ("London Borough of Tide London Borough of Mere", ["London Borough of Tide", "London Borough of Mere"]),
    ("St. Brannock Borough Council", ["St. Brannock Borough Council"]),
    ("West Riding of Tideshire Council", ["West Riding of Tideshire Council"]),
    ("the Young People s Partnership", ["Young People s Partnership"]),
    ("the Saltmere Forum against Domestic Abuse", ["Saltmere Forum against Domestic Abuse"]),
    ("the Department for Education and NHS England", ["Department for Education", "NHS England"]),
    ("the Board for Children and Healthwatch Tide", ["Board for Children", "Healthwatch Tide"]),
    ("the Saltmere Diocesan Board of Education", ["Saltmere Diocesan Board of Education"]),
    ("at the Annual Parish Council meeting", ["Parish Council"]),
    ("See Working Group Protocol.", ["Working Group"]),
    ("the Local Government Pension Scheme", []),
    ("the Case Practice Review group and its Tide Lights panel", ["Case Practice Review group", "Tide Lights panel"]),
    ("21 Tide Rehabilitation Companies", ["Tide Rehabilitation Companies"]),
    ("the National Park Authorities", ["National Park Authorities"]),
    ("Cabinet Member for Children and Families and Cabinet Member for Skills", []),
    ("the Tidal Services sub-group", ["Tidal Services sub-group"]),
    ("3 Helen Dell Saltmere Vale Council", ["Saltmere Vale Council"]),
    ("Helen Dell Primary School", ["Helen Dell Primary School"]),
    ("CEO: Office of Police & Crime Commissioner", ["Office of Police & Crime Commissioner"]),
    ("the Housing & Estates Working Group", ["Housing & Estates Working Group"]),
    ("the Special Needs and Disabilities (SEND) Board", ["Special Needs and Disabilities (SEND) Board"]),
    ("the Integrated Care Board (ICB) Tide Committee", ["Integrated Care Board", "Tide Committee"]),
    ("from each local clinical commissioning group", ["clinical commissioning group"]),
    ("the Adults' and Children's Safeguarding Boards", ["Adults' Safeguarding Board", "Children's Safeguarding Board"]),
    ("the Tides and Lights and the Early Years Boards", ["Tides and Lights Board", "Early Years Board"]),
    ("both the Audit and Finance Committees", ["Audit Committee", "Finance Committee"]),
    ("the Officer and Member Working Group on Tides", ["Officer and Member Working Group on Tides"]),
    ("the Saltmere/Tidewater Joint Committee", ["Saltmere/Tidewater Joint Committee"]),
    ("Women's Aid Saltmere and Tidewater Women's Aid", ["Women's Aid Saltmere", "Tidewater Women's Aid"]),
    ("NHS Saltmere and Tide Police", ["NHS Saltmere", "Tide Police"]),
    ("the NHS Constitution and the NHS Act", []),
    ("Committee A meets before Group C", ["Committee A", "Group C"]),
    ("the Membership and Tides Committee", ["Membership and Tides Committee"]),
    ("the Learning from Deaths Panel and Learning from Tides", ["Learning from Deaths Panel"]),
    ("the Adults at Risk Unit", ["Adults at Risk Unit"]),
    ("the Probation Service and NHS Tide and Mere ICB", ["Probation Service", "NHS Tide and Mere ICB"]),
    ("Cyngor Sir Aber and Heddlu Aber Cymru", ["Cyngor Sir Aber", "Heddlu Aber Cymru"]),
    ("the Head of Service for Children in Care", []),
    ("the Heads of Planning and Housing", []),
    ("Preparing for Adulthood Group – the lead", ["Preparing for Adulthood Group"]),
    ("Terms of Reference, Skills and Tides Committee", ["Skills and Tides Committee"]),
    ("Bwrdd Glan Tide Glan Tide Safety Board", ["Glan Tide Safety Board"]),
    ("the NHS bodies, and what the NHS provides", ["NHS"]),
    ("the Consultant in Public Health and the Public Health approach", []),
    ("Saltmere Association of Local Councils in June 2023", ["Saltmere Association of Local Councils"]),
]

CLASSES = [
    ("for the District, Borough and City councils", ["District, Borough and City councils"]),
    ("Local resilience forums plan", ["Local resilience forums"]),
    ("both Health and Wellbeing Boards", ["Health and Wellbeing Boards"]),
    ("partner agencies send a deputy", ["partner agencies"]),
    ("arm's length bodies and the devolved administrations", ["arm's length bodies", "devolved administrations"]),
    ("local authorities and local people", ["local authorities"]),
    ("all relevant agencies and the statutory partners", ["relevant agencies", "statutory partners"]),
    ("Mere Care Partnership Relevant agencies send a deputy", ["Relevant agencies"]),
    ("voluntary and community organisations may attend", ["voluntary and community organisations"]),
    ("every maintained school must reply", ["maintained school"]),
    (
        "the governing body of a maintained nursery school within the meaning given by section 22(9)",
        ["governing body of a maintained nursery school"],
    ),
    ("the registered provider of a fostering agency", ["registered provider of a fostering agency"]),
    ("Charities within the meaning given by section 1 of the Charities Act 2011", ["Charities"]),
    ("any other Council Committee", ["Council Committee"]),
    ("key safeguarding partners", ["safeguarding partners"]),
]

WEAK = [
    ("It works with SABs", ["SABs"]),
    ("It goes to the Annual General Meeting.", ["Meeting"]),
    ("It works with other agencies.", ["agencies"]),
    ("asks each agency for data", ["agency"]),
    ("schools and colleges", ["schools", "colleges"]),
    ("the lead agency must report back", ["agency"]),
    ("minutes of the parent carer forum", ["forum"]),
    ("a domestic abuse local partnership board", ["board"]),
    ("The Panel is a formal multi-agency forum.", []),
    ("in conjunction with the police and the coroner", ["police"]),
    ("the police area and its Chief Officer of Police", []),
    ("on the school notice board", []),
]


@pytest.mark.parametrize(("text", "names"), NAMED)
def test_named_bodies(text: str, names: list[str]) -> None:
    named = [n for n in found(text, EntityType.BODY) if n.scope is not Scope.GENERIC and not n.weak]
    assert [n.text for n in named] == names


@pytest.mark.parametrize(("text", "names"), CLASSES)
def test_classes_count_when_a_word_narrows_them_or_a_law_defines_them(text: str, names: list[str]) -> None:
    generic = [n for n in found(text, EntityType.BODY) if n.scope is Scope.GENERIC and not n.weak]
    assert [n.text for n in generic] == names


@pytest.mark.parametrize(("text", "names"), WEAK)
def test_ordinary_classes_wait_for_a_statement(text: str, names: list[str]) -> None:
    assert [n.split()[-1] for n in texts(text, EntityType.BODY, weak=True)] == names


def test_a_name_after_every_is_a_class() -> None:
    (name,) = found("every Safeguarding Adults Board must publish a plan", EntityType.BODY)
    assert (name.text, name.scope) == ("Safeguarding Adults Board", Scope.GENERIC)


@pytest.mark.parametrize(
    "name",
    [
        "Ofsted", "Department for Education", "UK Visas & Immigration", "Home Affairs Select Committee",
        "UK Youth Parliament", "Advisory Board for England and Wales", "Office for Standards in Education",
    ],
)  # fmt: skip
def test_national_bodies_are_national(name: str) -> None:
    assert [(n.text, n.scope) for n in found(f"It writes to {name} each year.", EntityType.BODY)] == [
        (name, Scope.NATIONAL)
    ]


def test_a_council_is_named_after_what_it_advises_on() -> None:
    (name,) = found("The Tidewater Advisory Council on Lights and Buoys meets.", EntityType.BODY)
    assert name.text == "Tidewater Advisory Council on Lights and Buoys"


def test_a_place_in_the_possessive_belongs_to_the_name_and_a_body_does_not() -> None:
    (name,) = found("Mill and Tidewater’s Health and Wellbeing Board meets.", EntityType.BODY)
    assert name.text == "Mill and Tidewater’s Health and Wellbeing Board"
    names = found("the Council’s Improving Homes Commission", EntityType.BODY)
    assert names[-1].text == "Improving Homes Commission"


def test_what_is_done_in_a_body_is_no_part_of_its_name() -> None:
    assert [n.text for n in found("Participation in Delivery Groups", EntityType.BODY)] == ["Delivery Groups"]
    (name,) = found("Roles and Responsibilities of Tidewater Safety Partnership", EntityType.BODY)
    assert name.text == "Tidewater Safety Partnership"
    assert found("Progress on Board priorities", EntityType.BODY) == []


def test_a_second_name_begins_with_the_place_of_the_first() -> None:
    names = found("Tidewater Police and Tidewater College sit on it.", EntityType.BODY)
    assert [name.text for name in names] == ["Tidewater Police", "Tidewater College"]


def test_two_schools_joined_by_and_are_two() -> None:
    schools = "Elm Lane Junior School and Tide Vale Nursery School"
    assert texts(f"It is made up of {schools}.", EntityType.BODY) == schools.split(" and ")


def test_an_ombudsman_known_by_name_is_a_body() -> None:
    text = "Complaints go to the Housing Ombudsman or to the Public Services Ombudsman for Wales."
    assert texts(text, EntityType.BODY) == ["Housing Ombudsman", "Public Services Ombudsman for Wales"]
    assert texts(text, EntityType.ROLE) == []


def test_full_council_is_named_with_a_small_f() -> None:
    assert texts("The Panel recommends it to full Council.", EntityType.BODY) == ["full Council"]


def test_the_panel_of_a_commissioner_for_police_and_fire_is_one_name() -> None:
    text = "The Oakmere Police, Fire and Crime Panel meets the Oakmere Police, Fire and Crime Commissioner."
    assert texts(text, EntityType.BODY) == ["Oakmere Police, Fire and Crime Panel"]
    assert texts("It wrote to Oakmere Police, Fenmere Council and the Audit Panel.", EntityType.BODY)[:2] == [
        "Oakmere Police",
        "Fenmere Council",
    ]


def test_a_law_at_the_beginning_of_a_name_is_part_of_it() -> None:
    assert texts("The Mental Capacity Act Steering Group meets.", EntityType.BODY) == [
        "Mental Capacity Act Steering Group"
    ]


def test_those_whose_association_it_is_belong_to_its_name() -> None:
    text = "The Saltmere Care Providers' Association and the Saltmere Women's Refuge"
    assert texts(text, EntityType.BODY) == ["Saltmere Care Providers' Association", "Saltmere Women's Refuge"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Hidden Shore Partnership and Saltmere Anglers Forum met.",
         ["Hidden Shore Partnership", "Saltmere Anglers Forum"]),
        ("The Adults, Health and Housing Scrutiny Panel met.", ["Adults, Health and Housing Scrutiny Panel"]),
        ("The Quality, Performance & Assurance sub group met.", ["Quality, Performance & Assurance sub group"]),
        ("The Missing Children working group met.", ["Missing Children working group"]),
        ("The Voice of the Child Group met.", ["Voice of the Child Group"]),
        ("The Preparation for Adulthood Board met.", ["Preparation for Adulthood Board"]),
        ("The Section 75 Partnership Board met.", ["Section 75 Partnership Board"]),
        ("The SAR and DHR Panel met.", ["SAR and DHR Panel"]),
        ("The Chief Executive's Service is large.", ["Chief Executive's Service"]),
        ("Ann Lee, Director of Nursing, Fell and Firth ICB, spoke.", ["Fell and Firth ICB"]),
        ("HM Courts & Tribunals Service and HM Prison & Probation Service wrote.",
         ["HM Courts & Tribunals Service", "HM Prison & Probation Service"]),
        ("The Place Directorate of Saltmere Council wrote.", ["Place Directorate", "Saltmere Council"]),
        ("The Association of Local Councils and Saltmere Anglers wrote.", ["Association of Local Councils"]),
        ("The Tidewater Centre for Research on Eels, Tides and Fog wrote.",
         ["Tidewater Centre for Research on Eels, Tides and Fog"]),
        ("The APPG on Eels & Tides wrote.", ["APPG on Eels & Tides"]),
        ("It is scrutinised by Crime and Place Select Committee.", ["Crime and Place Select Committee"]),
        ("Scrutinised by Crime and Place Select Committee", ["Crime and Place Select Committee"]),
        ("The Multi – Agency Support Hub opened.", ["Multi – Agency Support Hub"]),
        ("The Eel Mortality Review (EMR) Decision Panel met.", ["Eel Mortality Review (EMR) Decision Panel"]),
        ("The Tide Warning Review (MASH) Decision Panel met.", ["MASH", "Decision Panel"]),
        ("The eel resilience partnership (ERP) met.", ["eel resilience partnership"]),
        ("The eel resilience partnership (XYZ) met.", []),
    ],
)  # fmt: skip
def test_where_names_of_bodies_begin_and_end(text: str, expected: list[str]) -> None:
    assert texts(text, EntityType.BODY) == expected


def test_a_service_called_by_an_acronym_is_a_body_where_it_does_something() -> None:
    service = found("The AMHP service will answer.", EntityType.BODY)[0]
    assert service.text == "AMHP service"
    assert service.weak


def test_the_committee_of_a_body_that_is_named_after_its_people_is_a_body_of_its_own() -> None:
    assert texts("The Board of Trustees' Audit Committee meets.", EntityType.BODY) == [
        "Board of Trustees",
        "Audit Committee",
    ]


@pytest.mark.parametrize("seated", ["Board of Trustees", "Board of Directors", "Council of Governors"])
def test_a_board_named_after_its_people_and_the_body_that_has_it_are_two(seated: str) -> None:
    sentence = f"The {seated} of Marlow Learning Trust meets."
    assert texts(sentence, EntityType.BODY) == [seated, "Marlow Learning Trust"]
    assert texts(sentence, EntityType.ROLE) == []


def test_the_label_before_a_committees_name_names_none() -> None:
    assert texts("Name of Committee: Resources Committee", EntityType.BODY) == ["Resources Committee"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police and Probation will attend.", ["Police", "Probation"]),
        ("Education, Police and Probation", ["Police", "Probation"]),
        ("Children's Services and Police", ["Children's Services", "Police"]),
        ("The Marlow and Vale Police attends.", ["Marlow and Vale Police"]),
    ],
)
def test_police_and_probation_are_two_though_both_are_known_by_a_word(text: str, expected: list[str]) -> None:
    assert [body.text for body in found(text, EntityType.BODY)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It reports to cabinet twice a year.", ["cabinet"]),
        ("It was approved by full council.", ["full council"]),
        ("It is kept by the council's cabinet.", ["cabinet"]),
        ("It is kept by the cabinet member for tides.", []),
        ("It is kept in a filing cabinet.", []),
        ("It is kept by the shadow cabinet.", []),
    ],
)
def test_bodies_that_papers_in_small_letters_call_by_a_word(text: str, expected: list[str]) -> None:
    assert texts(text, EntityType.BODY, weak=True) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Saltmere County Council of County Hall, Topley Road", ["Saltmere County Council"]),
        ("Vale Healthcare Trust of Civic Offices, Harling Way", ["Vale Healthcare Trust"]),
        ("The Council of Governors met.", ["Council of Governors"]),
    ],
)
def test_the_address_behind_a_party_to_an_agreement_is_no_part_of_its_name(text: str, expected: list[str]) -> None:
    assert texts(text, EntityType.BODY) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Governance, Leadership and Partnership Arrangements", []),
        ("MSCB Partnership Agreement", []),
        ("Safer Marlow Partnership Agreement", ["Safer Marlow Partnership"]),
        ("The panel for the Marlow Police Area met.", []),
        ("It reviews the Commissioner's Police and Crime Plan.", []),
        ("The Marlow Police and Crime Panel met.", ["Marlow Police and Crime Panel"]),
        ("The Chief Executive and Co- Chair met.", []),
    ],
)
def test_a_noun_that_only_describes_what_follows_ends_no_name(text: str, expected: list[str]) -> None:
    assert texts(text, EntityType.BODY) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Children’s Social Care and South Tideshire Police share an office.",
            ["Children’s Social Care", "South Tideshire Police"],
        ),
        ("Adult Social Care and Saltmere Hospital meet.", ["Adult Social Care", "Saltmere Hospital"]),
        ("The Community Safety and Streetscene Committee meets.", ["Community Safety and Streetscene Committee"]),
        ("The Mental Health and Dementia Service is new.", ["Mental Health and Dementia Service"]),
    ],
)
def test_no_name_has_its_place_behind_a_service_and_an_and(text: str, expected: list[str]) -> None:
    finder = extractor().finder
    assert [name.text for name in finder.find(text) if name.type is EntityType.BODY] == expected


@pytest.mark.parametrize(
    "text",
    ["A Child Protection Conference is held within 15 days.", "2. Open Forum", "The Annual Conference is in May."],
)
def test_conferences_on_somebody_and_items_of_an_agenda_are_no_bodies(text: str) -> None:
    assert texts(text, EntityType.BODY) == []


@pytest.mark.parametrize("post", ["Senior Partnership Officer", "Principal Committee Manager"])
def test_the_work_in_a_graded_post_is_no_body(post: str) -> None:
    assert texts(f"The {post} presented the plan.", EntityType.BODY, weak=False) == []


def test_a_chief_officer_before_a_health_body_is_no_part_of_its_name() -> None:
    text = "The Chief Officer NHS North Tide CCG submitted it."
    assert texts(text, EntityType.BODY) == ["NHS North Tide CCG"]


def test_an_association_is_named_after_all_sorts_of_its_members() -> None:
    text = "It joined the National Association of Tide, Quay and Mooring Boards in May."
    assert texts(text, EntityType.BODY) == ["National Association of Tide, Quay and Mooring Boards"]
    two = "It joined the Association of Harbour Masters, Tide Council and Mere Trust in May."
    assert "Association of Harbour Masters" in texts(two, EntityType.BODY)
