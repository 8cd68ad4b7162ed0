"""The words of the invented documents: places, bodies, people, and the sentences in which they are told.

All of it was made up for this project. In a sentence `{a}` and `{b}` are bodies, `{role}` a post of `{a}`,
`{person}` who holds it, `{pub}` a publication of `{a}`, `{often}` a frequency, `{law}` an Act.
"""

from __future__ import annotations

PLACE_BEGINNINGS = [
    "Ash",
    "Bram",
    "Cald",
    "Dray",
    "Elm",
    "Farn",
    "Gar",
    "Hesk",
    "Ings",
    "Kel",
    "Lang",
    "Marl",
    "Nether",
    "Oak",
    "Pens",
    "Quarn",
    "Raven",
    "Sax",
    "Thorn",
    "Under",
    "Wal",
    "Yar",
    "Brack",
    "Crow",
    "Dun",
    "Eas",
    "Fox",
    "Grim",
    "Hather",
    "Ivel",
]
PLACE_ENDINGS = [
    "wick",
    "mere",
    "stow",
    "combe",
    "hurst",
    "leigh",
    "thorpe",
    "field",
    "bourne",
    "den",
    "gate",
    "marsh",
    "worth",
    "ham",
    "ford",
]

BODIES = (
    "Safeguarding Children Partnership",
    "Safeguarding Adults Board",
    "Health and Wellbeing Board",
    "Corporate Parenting Panel",
    "Community Safety Partnership",
    "Overview and Scrutiny Committee",
    "Youth Justice Management Board",
    "Early Help Steering Group",
    "Domestic Abuse Strategic Board",
    "Learning Disability Partnership Board",
    "Substance Misuse Commissioning Group",
    "Schools Forum",
    "Children's Trust Board",
    "Mental Health Delivery Group",
    "Carers Strategy Group",
    "Housing and Homelessness Forum",
)
POSTS = ("Independent Chair", "Business Manager", "Lead Officer", "Clerk", "Vice-Chair", "Performance Manager")
GIVEN = [
    "Alice",
    "Brian",
    "Chandra",
    "Deborah",
    "Edwin",
    "Farah",
    "Gareth",
    "Hilda",
    "Imran",
    "Joan",
    "Kofi",
    "Lorna",
    "Martin",
    "Nadia",
    "Oliver",
    "Priya",
]
SURNAMES = [
    "Abbot",
    "Birtwell",
    "Cray",
    "Dunmore",
    "Ellacott",
    "Fenby",
    "Gorse",
    "Hollins",
    "Ingle",
    "Jessop",
    "Kershaw",
    "Lomas",
    "Mallin",
    "Norbury",
    "Ogden",
    "Pascoe",
    "Quill",
    "Rushby",
    "Sorrell",
    "Tranter",
    "Upton",
    "Vesey",
    "Wardle",
    "Yeadon",
]
TITLES = ("Mr", "Mrs", "Ms", "Dr", "Councillor")
PUBLICATIONS = ("Annual Report", "Business Plan", "Risk Register", "Communications Strategy", "Training Plan")
FREQUENCIES = ("quarterly", "monthly", "annually", "twice a year", "every six weeks")
LAWS = ("Children Act 2004", "Care Act 2014", "Crime and Disorder Act 1998", "Health and Social Care Act 2012")

Wording = tuple[str, ...]
"""The ways to say one thing."""

FACTS: dict[str, tuple[str, str, str | None, Wording]] = {
    "reports_to": (
        "a", "reports_to", "b",
        (
            "{a} reports {often} to {b}.",
            "{b} receives a report from {a} {often}.",
            "A report on its work is presented by {a} to {b}.",
            "The progress of its work will be reported by {a} to {b} {often}.",
        ),
    ),
    "accountable_to": (
        "a", "accountable_to", "b",
        (
            "{a} is accountable to {b}.",
            "{a} is answerable to {b} for its work.",
            "For all that it does {a} remains accountable to {b}.",
        ),
    ),
    "part_of": (
        "a", "part_of", "b",
        ("{a} is a sub-group of {b}.", "{a} has been set up as a sub-group of {b}."),
    ),
    "oversees": (
        "b", "oversees", "a",
        (
            "{b} oversees the work of {a}.",
            "{b} scrutinises {a}.",
            "The work of {a} is monitored by {b}.",
            "{b} holds {a} to account.",
        ),
    ),
    "escalates_to": (
        "a", "escalates_to", "b",
        (
            "{a} escalates unresolved risks to {b}.",
            "Disagreements that cannot be settled are escalated by {a} to {b}.",
        ),
    ),
    "advises": (
        "a", "advises", "b",
        ("{a} advises {b} on priorities.", "{a} makes recommendations to {b}."),
    ),
    "works_with": (
        "a", "works_with", "b",
        ("{a} works closely with {b}.", "{a} works jointly with {b} on shared priorities."),
    ),
    "chairs": (
        "role", "chairs", "a",
        ("{a} is chaired by the {role}.", "The {role} chairs {a}.", "Meetings of {a} are chaired by the {role}."),
    ),
    "holds": (
        "person", "holds", "role",
        ("The {role} is {person}.", "{person} is the {role}."),
    ),
    "produces": (
        "a", "produces", "pub",
        ("{a} publishes the {pub}.", "The {pub} is produced by {a}."),
    ),
    "established_under": (
        "a", "established_under", "law",
        ("{a} was established under the {law}.", "{a} is constituted under the {law}."),
    ),
    "meets": (
        "a", "meets", None,
        ("{a} meets {often}.", "Meetings of {a} are held {often}.", "{a} will meet {often}."),
    ),
}  # fmt: skip
"""Subject, predicate, object and wordings of each kind of fact."""

NO_RELATION = (
    "Attendance over the last year has been good and the discussion was open.",
    "Copies of this paper are kept in the members' library.",
    "The building is open from nine in the morning, and there is parking behind it.",
    "A summary of the consultation was shared before the summer.",
    "Several visits took place in the spring, and the findings were encouraging.",
    "The number of referrals rose slightly compared with the year before.",
    "Thanks were given to all who had helped with the event.",
    "Work of this kind takes time, and the first results were seen in the autumn.",
    "The glossary at the end explains the terms that are used here.",
    "An earlier draft was shared for comment, and most of the comments were taken in.",
)

MODALS = (("must", "must"), ("must", "shall"), ("will", "will"), ("should", "should"), ("may", "may"))
"""Modality, and the verb that says it."""
VERBS = [
    "monitor",
    "review",
    "coordinate",
    "promote",
    "evaluate",
    "commission",
    "agree",
    "consider",
    "maintain",
    "improve",
    "support",
    "publish",
    "develop",
    "oversee",
    "audit",
    "challenge",
    "approve",
    "record",
    "analyse",
    "assess",
]
OBJECTS = (
    "the quality of assessments",
    "the take-up of training",
    "a shared set of priorities",
    "the learning from case reviews",
    "the voice of service users",
    "the effectiveness of early support",
    "arrangements for information sharing",
    "a timetable of visits",
    "the performance of partner agencies",
    "a multi-agency audit programme",
    "the impact of budget decisions",
    "a register of complaints",
    "joint procedures",
    "the use of pooled resources",
    "waiting times",
)
TAILS = (
    "",
    " across all localities",
    " for people with complex needs",
    " in residential settings",
    " for families new to the area",
    " after each inspection",
    " in every school",
    " for young people leaving care",
    " during the winter",
    " with the help of volunteers",
)
