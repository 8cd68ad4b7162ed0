import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from protocolgraph.errors import VocabularyError
from protocolgraph.model import EntityType, Modality, Scope
from protocolgraph.vocab import schema as schema_module
from protocolgraph.vocab.schema import accountability, concepts, entity_types, expand, predicates, prefixes, schema
from protocolgraph.vocab.schema_files import read_schema

FILES = Path(schema_module.__file__).with_name("schema")

# What the design promises: name, types of the subject, types of the object, property.
DESIGN = """
    chairs             role,person,body  body              pg:chairs
    member_of          role,person,body  body              pg:memberOf
    part_of            body              body              org:subOrganizationOf
    post_in            role              body              org:postIn
    holds              person            role              org:holds
    reports_to         body,role         body,role         pg:reportsTo
    accountable_to     body,role         body,role         pg:accountableTo
    accountable_for    body,role         body,publication  pg:accountableFor
    appoints           role,body         role              pg:appoints
    oversees           body,role         body,role         pg:oversees
    escalates_to       body,role         body,role         pg:escalatesTo
    notifies           body,role         body,role         pg:notifies
    advises            body,role         body,role         pg:advises
    funds              body              body              pg:funds
    produces           body,role         publication       pg:produces
    approves           body,role         publication       pg:approves
    works_with         body,role         body              pg:worksWith
    peer_of            body              body              pg:peerOf
    succeeds           body              body              pg:succeeds
    established_under  body              legislation       pg:establishedUnder
    meets              body              -                 pg:meetingFrequency
"""
ROWS = [line.split() for line in DESIGN.strip().splitlines()]


@pytest.mark.parametrize(("name", "subjects", "objects", "property_"), ROWS, ids=[row[0] for row in ROWS])
def test_predicate_joins_the_types_of_the_design(name: str, subjects: str, objects: str, property_: str) -> None:
    predicate = predicates()[name]
    assert set(predicate.subjects) == set(subjects.split(","))
    assert set(predicate.objects) == (set() if objects == "-" else set(objects.split(",")))
    assert predicate.property == property_


def test_there_is_no_predicate_beyond_the_design() -> None:
    assert set(predicates()) == {row[0] for row in ROWS}


def test_only_joint_work_and_peers_are_symmetric() -> None:
    symmetric = {name for name, predicate in predicates().items() if predicate.symmetric}
    assert symmetric == {"works_with", "peer_of"}
    assert all(predicates()[name].inverse == name for name in symmetric)


def test_capacities_are_those_of_the_design() -> None:
    assert set(concepts("capacity")) == {
        "member",
        "participating_observer",
        "adviser",
        "in_attendance",
        "co_opted",
        "lay_member",
        "deputy",
        "vice_chair",
    }


def test_each_value_of_the_records_has_a_concept_or_kind() -> None:
    assert set(concepts("modality")) == set(Modality)
    assert set(concepts("scope")) == set(Scope)
    assert set(entity_types()) == set(EntityType)


def test_names_and_inverses_are_never_shared() -> None:
    names = [name for item in predicates().values() for name in {item.name, item.inverse or item.name}]
    assert len(names) == len(set(names))


def test_each_qualifier_has_a_property() -> None:
    defined = {item.property for record in schema().records.values() for item in record.properties}
    assert {f"pg:{name}" for item in predicates().values() for name in item.qualifiers} <= defined


def test_accountability_runs_from_the_accountable_to_the_holder() -> None:
    ends = {link.predicate: link.to for link in accountability()}
    assert ends["reports_to"] == ends["accountable_to"] == ends["part_of"] == ends["escalates_to"] == "object"
    assert ends["oversees"] == "subject"
    assert "member_of" not in ends
    assert "works_with" not in ends


def test_a_term_is_expanded_by_its_prefix() -> None:
    assert expand("pg:chairs") == "https://w3id.org/protocolgraph/ns#chairs"
    assert expand("org:reportsTo") == "http://www.w3.org/ns/org#reportsTo"
    assert "pg" in prefixes()


def drop(text: str) -> Callable[[str], str]:
    return lambda old: "".join(line for line in old.splitlines(keepends=True) if text not in line)


def put(text: str) -> Callable[[str], str]:
    return lambda old: old + text + "\n"


def swap(before: str, after: str) -> Callable[[str], str]:
    return lambda old: old.replace(before, after)


WRONG = [
    ("predicates/chairs.yaml", drop("definition:"), "definition is missing"),
    ("predicates/chairs.yaml", put("colour: red"), "unknown field colour"),
    ("predicates/chairs.yaml", swap("property: pg:chairs", "property: nope:chairs"), "known prefix"),
    ("predicates/chairs.yaml", swap("objects: [body]", "objects: [planet]"), "planet"),
    ("predicates/chairs.yaml", swap("objects: [body]", "objects: body"), "list of texts"),
    ("predicates/chairs.yaml", swap("name: chairs", "name: chair"), "name must be 'chairs'"),
    ("predicates/chairs.yaml", swap("name: chaired_by", "name: members"), "another's"),
    ("predicates/chairs.yaml", drop("inverse:"), "inverse"),
    ("predicates/chairs.yaml", put("x: ["), "chairs.yaml"),
    ("predicates/chairs.yaml", lambda _: "- a list\n", "mapping"),
    ("predicates/peer_of.yaml", swap("symmetric: true", "symmetric: maybe"), "true or false"),
    ("entities/body.yaml", lambda _: "", "mapping"),
    ("records/duty.yaml", swap("odrl:Rule", "odrl"), "known prefix"),
    ("concepts/scope.yaml", swap("label: local", "colour: local"), "label is missing"),
    ("accountability.yaml", swap("predicate: reports_to", "predicate: tells"), "'tells' is no predicate"),
    ("accountability.yaml", swap("to: object", "to: nobody"), "subject"),
    ("prefixes.yaml", lambda _: "- pg\n", "prefixes.yaml"),
]


@pytest.mark.parametrize(("file", "change", "reason"), WRONG)
def test_a_wrong_file_is_named(tmp_path: Path, file: str, change: Callable[[str], str], reason: str) -> None:
    folder = shutil.copytree(FILES, tmp_path / "schema")
    path = folder / file
    path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")
    with pytest.raises(VocabularyError) as caught:
        read_schema(folder)
    assert file in str(caught.value)
    assert reason in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("file", ["prefixes.yaml", "accountability.yaml", "entities/role.yaml"])
def test_a_missing_file_is_named(tmp_path: Path, file: str) -> None:
    folder = shutil.copytree(FILES, tmp_path / "schema")
    (folder / file).unlink()
    with pytest.raises(VocabularyError, match=file):
        read_schema(folder)
