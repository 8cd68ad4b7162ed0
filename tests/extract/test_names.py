"""What holds for all names of a passage, whatever its words."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from naming import finder

from protocolgraph.model import EntityType

WORDS = [
    "\n",
    "the",
    "The",
    "of",
    "for",
    "and",
    "&",
    ",",
    ";",
    "(",
    ")",
    "–",
    "-",
    ".",
    "each",
    "every",
    "a",
    "to",
    "in",
    "this",
    "that",
    "Tidewater",
    "Harbour",
    "Board",
    "Board's",
    "Boards’",
    "Council",
    "Committee",
    "Sub-Group",
    "Services",
    "Health",
    "Trust",
    "Chair",
    "Vice-Chair",
    "Director",
    "Cabinet",
    "Member",
    "members",
    "lay",
    "Head",
    "Officer",
    "Chief",
    "Executive",
    "Annual",
    "Report",
    "report",
    "Plan",
    "plan",
    "strategy",
    "minutes",
    "agencies",
    "partner",
    "school",
    "governing",
    "body",
    "Cllr",
    "Dr",
    "Ann",
    "Lee",
    "J.",
    "OBE",
    "Inspector",
    "Act",
    "2014",
    "(England)",
    "Regulations",
    "2012",
    "NHS",
    "TSB",
    "75",
    "İstanbul",
    "ß",
    "’",
    "“Board”",
    "within",
    "meaning",
    "St",
    "Hilda’s",
    "Healthwatch",
    "provider",
    "proprietor",
]

passages = st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join)


@settings(max_examples=300, deadline=None)
@given(passages | st.text(max_size=80))
def test_every_name_is_words_of_the_passage(text: str) -> None:
    for name in finder().find(text):
        assert 0 <= name.start < name.end <= len(text)
        assert text[name.start : name.end] == name.text
        assert name.text == name.text.strip()
        if name.owner is not None:
            assert 0 <= name.owner[0] < name.owner[1] <= len(text)


@settings(max_examples=200, deadline=None)
@given(passages)
def test_names_are_in_order_and_only_an_owner_stands_in_another(text: str) -> None:
    names = finder().find(text)
    assert [name.start for name in names] == sorted(name.start for name in names)
    for one in names:
        for two in names:
            if one is not two and one.overlaps(two):
                inner, outer = (one, two) if two.covers(one) else (two, one)
                assert inner.type is EntityType.BODY
                assert outer.owner is not None


def test_a_report_owned_by_a_body_keeps_both() -> None:
    names = [(name.type, name.text) for name in finder().find("the Tidewater Health Board Annual Report")]
    assert (EntityType.PUBLICATION, "Tidewater Health Board Annual Report") in names
