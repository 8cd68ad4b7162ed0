"""Which names of bodies are one, and which are not."""

from __future__ import annotations

import pytest
from resolution_factory import Reading, all_names, entity, known, names, together

from protocolgraph.model import EntityType, MentionForm, Scope

BOARD = "Northwick Local Safeguarding Children Board"


def apart(one: str, other: str) -> bool:
    reading = Reading()
    reading.bodies(one, other)
    return not together(known(reading), one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (BOARD, "NLSCB"),
        (BOARD, "LSCB"),
        (BOARD, "Northwick LSCB"),
        ("NLSCB", "Northwick LSCB"),
        (BOARD, "Local Safeguarding Children Board"),
        (BOARD, "Northwick Safeguarding Children Board"),
        ("Northwick Corporate Parenting Panel", "Corporate Parenting Panel"),
        ("Northwick's Corporate Parenting Panel", "Corporate Parenting Panel"),
        ("Health and Wellbeing Board", "Health & Well-being Board"),
        ("Health and Wellbeing Board", "HWB"),
        ("Children and Young People's Services", "Children and Young Peoples Services"),
        ("Children, Young People and Families Partnership", "Children Young People & Families Partnership"),
        ("NHS Northwick Clinical Commissioning Group", "Northwick CCG"),
        ("Northwick NHS Foundation Trust", "Northwick Foundation NHS Trust"),
        ("Northwick NHS Foundation Trust", "Northwick Foundation Trust"),
        ("Tide Water plc", "Tide Water"),
        ("Early Help Service", "Early Help"),
        ("Healthwatch Northwick", "Healthwatch"),
        ("Local Healthwatch", "Healthwatch"),
        ("South Moor Police", "SM Police"),
        ("Tide Warning Review (TWR) Sub Group", "Tide Warning Review Sub-Group"),
        ("South Moor Police", "South Moor Police Service"),
        ("Hertfordshire Fire and Rescue Service", "Herts Fire & Rescue Service"),
        ("NSX ICB Quality Committee", "Quality Committee"),
        ("Learning and Review Subgroup", "Learning and Review"),
        ("Healthwatch Tideway", "Healthwatch"),
        ("Northwick and Saltmere Youth Justice Service", "Youth Justice Service"),
    ],
)
def test_names_of_one_body_in_one_document_are_one_entity(one: str, other: str) -> None:
    assert not apart(one, other)
    assert not apart(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Northwick Safeguarding Adults Board", "Northwick Safeguarding Children Board"),
        ("Improving Homes Select Commission", "Improving Homes Scrutiny Panel"),
        ("Corporate Parenting Panel", "Corporate Parenting Board"),
        ("Families Strategic Partnership", "Families Partnership Board"),
        ("Scrutiny Panel 1", "Scrutiny Panel 2"),
        ("Wider Safeguarding Partnership", "Safeguarding Partnership"),
        ("Education Partnership", "Higher Education Partnership"),
        ("Youth Council", "Council"),
        ("Looked After Children's Council", "Northwick Council"),
        ("Cabinet", "Youth Cabinet"),
        ("Northwick Police", "Northwick Police Authority"),
        ("North Area Board", "South Area Board"),
        ("East Marsh Board", "West Marsh Board"),
        ("Adult Care Board", "Adult Cane Board"),
        ("NSCB", "NSAB"),
        ("Performance Sub-Group", "Policy Sub-Group"),
    ],
)
def test_a_word_that_tells_two_bodies_apart_keeps_them_apart(one: str, other: str) -> None:
    assert apart(one, other)


class TestKinds:
    def test_the_police_are_the_only_force_that_the_document_names(self) -> None:
        reading = Reading()
        reading.bodies("Moorland Police", "Police", "Three Rivers Integrated Care Board", "Integrated Care Board")
        assert len(known(reading).entities) == 2

    def test_a_kind_may_stand_as_its_acronym(self) -> None:
        reading = Reading()
        reading.bodies("Three Rivers Integrated Care Board", "ICB", "NHS Lowland CCG", "Clinical Commissioning Group")
        assert len(known(reading).entities) == 2

    def test_the_district_council_of_a_document_without_an_area(self) -> None:
        reading = Reading("a.txt", None)
        reading.bodies("Alder District Council", "Mereshire County Council", "District Council")
        assert together(known(reading), "Alder District Council", "District Council")

    def test_of_two_forces_it_is_neither(self) -> None:
        reading = Reading()
        reading.bodies("Moorland Police", "Lowland Police", "Police")
        assert len(known(reading).entities) == 3

    def test_another_areas_board_is_not_the_local_one(self) -> None:
        reading = Reading()
        reading.bodies("Southmoor Health and Wellbeing Board", "Health and Wellbeing Board")
        assert len(known(reading).entities) == 2

    @pytest.mark.parametrize(
        ("one", "other", "same"),
        [
            ("Tideway Health and Wellbeing Board", "Health and Wellbeing Board", True),
            ("Adult Health and Wellbeing Board", "Health and Wellbeing Board", False),
            ("South Tideway Risk Group", "Tideway Risk Group", False),
        ],
    )
    def test_the_only_board_of_a_place_where_the_area_is_not_known(self, one: str, other: str, same: bool) -> None:
        reading = Reading("a.txt", None)
        reading.bodies(one, other)
        assert together(known(reading), one, other) is same

    def test_a_committee_of_the_council_is_known_without_it(self) -> None:
        reading = Reading()
        reading.bodies("Council Cabinet", "Cabinet", "Northwick Council Licensing Board", "Licensing Board")
        assert names(known(reading)) == {
            frozenset({"Council Cabinet", "Cabinet"}),
            frozenset({"Northwick Council Licensing Board", "Licensing Board"}),
        }


class TestOneAndAll:
    def test_one_of_a_class_is_the_class(self) -> None:
        reading = Reading()
        reading.body("Scrutiny Panels", scope=Scope.GENERIC)
        reading.body("Scrutiny Panel")
        assert together(known(reading), "Scrutiny Panels", "Scrutiny Panel")

    @pytest.mark.parametrize("one", ["Northwick Scrutiny Panel", "Scrutiny Panel"])
    def test_a_body_of_its_own_name_is_no_class(self, one: str) -> None:
        reading = Reading()
        reading.body("scrutiny panels", scope=Scope.GENERIC)
        reading.body(one)
        assert len(known(reading).entities) == 2


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Tidebrook Strategic Community Safety Board", "Strategic Board"),
        ("Operational Safeguarding Group", "Operational Group"),
        ("Joint Case Review Panel", "Joint Panel"),
        ("Glan Alaw Regional Safeguarding Adults Board", "Adults Board"),
        ("Tidebrook Prevent Partnership Board", "Prevent Board"),
        ("Partnership Executive Board", "Executive Board"),
        ("SEND and Alternative Provision Partnership Board", "SEND and AP Partnership Board"),
        ("Lead Safeguarding Partner Group", "LSP Group"),
    ],
)
def test_a_board_may_be_called_by_some_of_its_words_once_it_was_named(full: str, short: str) -> None:
    assert not apart(full, short)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Health Scrutiny Committee", "Scrutiny Committee"),
        ("Tidebrook Youth Justice Management Board", "Youth Justice Board"),
        ("Health and Wellbeing Board", "Wellbeing Board"),
        ("Tidebrook Regional Delivery Group", "Delivery Groups"),
        ("Tidebrook Shadow Partnership Board", "Tidebrook Partnership Board"),
        ("Tidebrook Association of Local Councils", "Tidebrook Council"),
    ],
)
def test_another_body_of_the_same_words_is_not_the_longer_one(one: str, other: str) -> None:
    assert apart(one, other)


def test_of_two_longer_names_a_short_one_is_neither() -> None:
    reading = Reading()
    reading.bodies("Eastside Harbour Safety Board", "Westside Harbour Safety Board", "Harbour Board")
    assert len(known(reading).entities) == 3


def test_the_acronym_of_a_name_without_its_place_is_the_whole_name_s() -> None:
    reading = Reading(area=None)
    reading.bodies("Tidebrook Youth Justice Service", "Youth Justice Service", "YJS")
    reading.alias("YJS", "Youth Justice Service")
    assert together(known(reading), "Tidebrook Youth Justice Service", "YJS")


def test_an_acronym_that_fits_two_bodies_joins_neither() -> None:
    reading = Reading()
    reading.bodies("Community Safety Board", "Child Support Bureau", "CSB")
    assert entity(known(reading), "CSB").name == "CSB"


def test_the_documents_own_definition_outweighs_the_initials() -> None:
    reading = Reading()
    reading.bodies("Community Safety Board", "Child Support Bureau", "CSB")
    reading.alias("CSB", "Child Support Bureau")
    assert entity(known(reading), "CSB").name == "Child Support Bureau"


def test_the_acronym_of_a_name_s_end_is_the_whole_name_s() -> None:
    reading = Reading("a.txt", None)
    reading.bodies("West Mere Integrated Care Partnership", "ICP")
    reading.alias("ICP", "West Mere Integrated Care Partnership")
    assert entity(known(reading), "ICP").name == "West Mere Integrated Care Partnership"


def test_an_acronym_defined_twice_joins_neither() -> None:
    reading = Reading()
    reading.bodies("Community Safety Board", "Child Support Bureau", "CSB")
    reading.alias("CSB", "Child Support Bureau")
    reading.alias("CSB", "Community Safety Board")
    assert entity(known(reading), "CSB").name == "CSB"


def test_an_acronym_of_a_name_s_end_is_the_whole_name_s_also_where_the_area_is_another() -> None:
    reading = Reading(area="Saltmere")
    reading.bodies("West Mere Health and Tide Board", "HTB")
    reading.alias("HTB", "West Mere Health and Tide Board")
    assert entity(known(reading), "HTB").name == "West Mere Health and Tide Board"


@pytest.mark.parametrize(
    ("short", "long", "one"),
    [
        ("Audit and Risk", "Audit and Risk Committee", True),
        ("Saltmere", "Saltmere Borough Council", True),
        ("Saltmere", "Saltmere Council", True),
        ("Saltmere", "Saltmere Safety Council", False),
        ("Children", "Children Council", False),
        ("Mere Hospital", "Mere Hospital NHS Trust", True),
        ("Mere Council", "Mere Council Group", False),
        ("Mere Partnership", "Mere Partnership Board", False),
        ("Mere", "Mere Committee", False),
        ("NHS", "NHS foundation trust", False),
    ],
)
def test_a_name_without_the_noun_for_its_sort_is_the_whole_one_in_its_document(
    short: str, long: str, one: bool
) -> None:
    reading = Reading("a.txt", None)
    reading.bodies(short, long)
    assert together(known(reading), short, long) is one


def test_a_definition_holds_in_its_document_only() -> None:
    one, two = Reading("a.txt", "Northwick"), Reading("b.txt", "Southmoor")
    one.bodies("Partnership for Homes", "The Group")
    one.alias("The Group", "Partnership for Homes")
    two.bodies("The Group")
    assert not together(known(one, two), "The Group", "Partnership for Homes") or len(known(one, two).entities) == 2


def test_a_name_that_only_a_definition_has_is_the_preferred_one() -> None:
    reading = Reading()
    reading.body("ZQT")
    reading.alias("ZQT", "Zone Quality Team of Northwick")
    assert entity(known(reading), "ZQT").name == "Zone Quality Team of Northwick"


def test_a_definition_that_took_in_too_many_words_is_cut_to_what_the_acronym_spells() -> None:
    reading = Reading()
    reading.bodies("Northwick Safeguarding Board", "Objectives of Northwick Safeguarding Board", "NSB")
    reading.alias("NSB", "Objectives of Northwick Safeguarding Board")
    assert entity(known(reading), "NSB").name == "Northwick Safeguarding Board"


def test_an_acronym_in_brackets_is_no_part_of_a_name() -> None:
    reading = Reading()
    reading.bodies("Northwick Safeguarding Board (NSB)", "Northwick Safeguarding Board")
    reading.role("Chair of Northwick Safeguarding Board (NSB)")
    reading.role("Chair of the Northwick Safeguarding Board")
    assert len(known(reading).entities) == 2


class TestSlips:
    def test_letters_swapped_in_a_known_acronym(self) -> None:
        reading = Reading()
        reading.body(BOARD)
        reading.body("NLSCB", times=3)
        reading.body("NSLCB")
        found = entity(known(reading), "NSLCB")
        assert found.name == BOARD
        assert "NSLCB" in found.aliases

    def test_a_letter_missing_in_a_word_that_other_names_write_right(self) -> None:
        reading = Reading()
        reading.bodies(
            "Young Carers Forum", "Young People and Families Partnership", "Yong People and Families Partnership"
        )
        assert (
            entity(known(reading), "Yong People and Families Partnership").name
            == "Young People and Families Partnership"
        )

    def test_a_slip_is_never_the_preferred_name(self) -> None:
        reading = Reading()
        reading.body("Young Carers Forum")
        reading.body("Younng Carers Forum")
        reading.body("Young People's Panel")
        assert entity(known(reading), "Younng Carers Forum").name == "Young Carers Forum"

    def test_a_word_that_other_names_use_too_is_no_slip(self) -> None:
        reading = Reading()
        reading.bodies("Heath Road Board", "Health Road Board", "Heath Lane Group", "Health Lane Forum")
        assert not together(known(reading), "Heath Road Board", "Health Road Board")

    def test_another_document_is_not_corrected(self) -> None:
        one, two = Reading("a.txt"), Reading("b.txt")
        one.bodies("Young Carers Forum", "Young People's Panel")
        two.bodies("Yong Carers Forum")
        assert not together(known(one, two), "Yong Carers Forum", "Young Carers Forum")


class TestAreas:
    def test_local_bodies_of_two_areas_are_never_one(self) -> None:
        one, two = Reading("a.txt", "Northwick"), Reading("b.txt", "Southmoor")
        for reading in (one, two):
            reading.bodies("Cabinet", "Corporate Parenting Panel", "Council", "Health and Wellbeing Board")
        knowledge = known(one, two)
        assert len(knowledge.entities) == 8
        assert {e.area for e in knowledge.entities} == {"Northwick", "Southmoor"}

    def test_documents_of_one_area_share_their_bodies_over_years(self) -> None:
        one, two, three = Reading("2012.txt"), Reading("2014.txt"), Reading("2019.txt")
        one.body(BOARD)
        two.body("NLSCB")
        three.body("Northwick LSCB")
        knowledge = known(one, two, three)
        assert names(knowledge) == {frozenset({BOARD, "NLSCB", "Northwick LSCB"})}
        assert knowledge.entities[0].documents == ("2012.txt", "2014.txt", "2019.txt")

    def test_documents_without_an_area_share_nothing_local(self) -> None:
        one, two = Reading("a.txt", None), Reading("b.txt", None)
        one.body("Cabinet")
        two.body("Cabinet")
        assert len(known(one, two).entities) == 2

    def test_national_bodies_are_shared(self) -> None:
        one, two = Reading("a.txt", "Northwick"), Reading("b.txt", "Southmoor")
        one.body("Department for Education", scope=Scope.NATIONAL)
        one.body("DfE", scope=Scope.NATIONAL)
        two.body("DfE", scope=Scope.NATIONAL)
        knowledge = known(one, two)
        found = entity(knowledge, "DfE")
        assert (found.name, found.area, found.documents) == ("Department for Education", None, ("a.txt", "b.txt"))
        assert "/national/body/" in found.id

    def test_a_regional_body_that_names_its_region_is_shared_and_another_is_not(self) -> None:
        one, two = Reading("a.txt", "Northwick"), Reading("b.txt", "Southmoor")
        for reading in (one, two):
            reading.body("Moorland Police", scope=Scope.REGIONAL)
            reading.body("Probation Trust", scope=Scope.REGIONAL)
        knowledge = known(one, two)
        assert entity(knowledge, "Moorland Police").area is None
        assert len([e for e in knowledge.entities if e.name == "Probation Trust"]) == 2


class TestClasses:
    def test_a_class_is_never_one_of_its_members(self) -> None:
        reading = Reading()
        reading.body(BOARD)
        reading.body("LSCB")
        reading.body("LSCBs", scope=Scope.GENERIC)
        reading.body("LSCB", scope=Scope.GENERIC)
        knowledge = known(reading)
        generic = [e for e in knowledge.entities if e.scope is Scope.GENERIC]
        assert [all_names(e) for e in generic] == [{"LSCBs", "LSCB"}]
        assert "/generic/body/" in generic[0].id

    def test_a_plural_is_a_class_even_where_it_was_taken_for_one_body(self) -> None:
        reading = Reading()
        reading.bodies(BOARD, "NLSCB", "LSCB", "LSCBs", "Local Safeguarding Children Boards")
        reading.alias("LSCBs", "Local Safeguarding Children Boards")
        knowledge = known(reading)
        assert all_names(entity(knowledge, "NLSCB")) == {BOARD, "NLSCB", "LSCB"}
        assert entity(knowledge, "LSCBs").scope is Scope.GENERIC
        assert together(knowledge, "LSCBs", "Local Safeguarding Children Boards")

    def test_an_association_of_officers_is_no_class(self) -> None:
        reading = Reading()
        reading.body("Association of Chief Housing Officers")
        assert [item.scope for item in known(reading).entities] == [Scope.LOCAL]

    def test_services_and_groups_are_no_classes(self) -> None:
        reading = Reading()
        reading.bodies("Children's Services", "Children's Service", "Delivery Groups")
        assert all(found.scope is Scope.LOCAL for found in known(reading).entities)

    def test_a_class_is_one_in_all_areas(self) -> None:
        one, two = Reading("a.txt", "Northwick"), Reading("b.txt", "Southmoor")
        one.body("partner agencies", scope=Scope.GENERIC)
        two.body("Partner agency", scope=Scope.GENERIC)
        assert len(known(one, two).entities) == 1

    def test_local_authorities_are_not_the_local_authority(self) -> None:
        reading = Reading()
        reading.body("Northwick Borough Council")
        reading.body("local authorities", scope=Scope.GENERIC)
        assert len(known(reading).entities) == 2

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("partners", "partner agencies"),
            ("partner organisations", "partners"),
            ("agencies", "partners"),
            ("harbour sector", "harbour sector organisations"),
        ],
    )
    def test_a_noun_that_says_no_more_makes_no_other_class(self, one: str, other: str) -> None:
        reading = Reading()
        reading.body(one, scope=Scope.GENERIC)
        reading.body(other, scope=Scope.GENERIC)
        assert together(known(reading), one, other)

    def test_agencies_of_another_sort_are_another_class(self) -> None:
        reading = Reading()
        reading.body("partners", scope=Scope.GENERIC)
        reading.body("relevant agencies", scope=Scope.GENERIC)
        assert not together(known(reading), "partners", "relevant agencies")


class TestCouncils:
    @pytest.mark.parametrize(
        "full", ["Northwick Metropolitan Borough Council", "London Borough of Northwick", "Northwick Council"]
    )
    def test_the_council_is_that_of_the_area(self, full: str) -> None:
        reading = Reading()
        reading.bodies(full, "Council", "Local Authority", "authority")
        assert known(reading).entities[0].name == full
        assert len(known(reading).entities) == 1

    def test_the_council_of_one_document_is_named_in_full_by_another(self) -> None:
        one, two = Reading("a.txt"), Reading("b.txt")
        one.bodies("Council", "Local Authority")
        two.bodies("Northwick Borough Council", "NBC")
        assert len(known(one, two).entities) == 1

    def test_unnamed_councils_are_the_areas_authority(self) -> None:
        reading = Reading()
        reading.bodies("Council", "Local Authority", "Authority")
        assert len(known(reading).entities) == 1

    def test_the_council_of_an_unknown_area_is_nobodys(self) -> None:
        reading = Reading("a.txt", None)
        reading.bodies("Council", "Local Authority")
        assert len(known(reading).entities) == 2

    def test_the_parish_council_is_not_the_local_authority(self) -> None:
        reading = Reading()
        reading.bodies("Northwick Parish Council", "Northwick Borough Council", "local authority", "Parish Council")
        knowledge = known(reading)
        assert names(knowledge) == {
            frozenset({"Northwick Parish Council", "Parish Council"}),
            frozenset({"Northwick Borough Council", "local authority"}),
        }

    def test_county_and_district_are_two(self) -> None:
        reading = Reading()
        reading.bodies("Northwick County Council", "Northwick District Council", "Council", "District Council")
        knowledge = known(reading)
        assert together(knowledge, "Northwick District Council", "District Council")
        assert entity(knowledge, "Council").name == "Council"

    def test_another_places_council_is_not_the_council(self) -> None:
        reading = Reading()
        reading.bodies("Southmoor City Council", "Council")
        assert len(known(reading).entities) == 2


class TestBackReferences:
    def test_a_definite_description_is_what_it_points_back_to(self) -> None:
        reading = Reading()
        board = reading.body(BOARD)
        panel = reading.body("Corporate Parenting Panel")
        the_board = reading.mention(EntityType.BODY, BOARD, form=MentionForm.DEFINITE, antecedent=board)
        it = reading.mention(EntityType.BODY, "it", form=MentionForm.PRONOUN, antecedent=the_board)
        reading.fact(it, "works_with", panel)
        knowledge = known(reading)
        assert knowledge.facts[0].subject == entity(knowledge, BOARD).id
        assert entity(knowledge, BOARD).aliases == ()

    def test_a_pronoun_that_points_to_nothing_states_nothing(self) -> None:
        reading = Reading()
        panel = reading.body("Corporate Parenting Panel")
        it = reading.mention(EntityType.BODY, "it", form=MentionForm.PRONOUN)
        reading.fact(it, "works_with", panel)
        reading.duty(it, "meet")
        knowledge = known(reading)
        assert len(knowledge.entities) == 1
        assert knowledge.facts == ()
        assert knowledge.duties == ()

    def test_mentions_that_point_at_each_other_end(self) -> None:
        reading = Reading()
        reading.mention(EntityType.BODY, "Board", form=MentionForm.DEFINITE, antecedent=1)
        reading.mention(EntityType.BODY, "Board", form=MentionForm.DEFINITE, antecedent=0)
        assert len(known(reading).entities) == 1


class TestNaming:
    def test_the_preferred_name_is_the_fullest(self) -> None:
        reading = Reading()
        reading.body("NLSCB", times=9)
        reading.body("LSCB", times=9)
        reading.body(BOARD.upper())
        reading.body(BOARD)
        found = known(reading).entities[0]
        assert found.name == BOARD
        assert found.aliases == ("LSCB", "NLSCB")
        assert (
            found.id == "https://w3id.org/protocolgraph/id/northwick/body/northwick-local-safeguarding-children-board"
        )

    def test_a_place_in_the_possessive_is_not_the_name_where_another_has_it_plain(self) -> None:
        reading = Reading()
        reading.body("Northwick’s Local Safeguarding Children Board", times=3)
        reading.body(BOARD)
        assert known(reading).entities[0].name == BOARD

    def test_a_sentence_is_no_name(self) -> None:
        reading = Reading()
        reading.body("Education Forum")
        long = "Education Forum. It will meet every quarter and is the voice of teaching"
        reading.body(long)
        reading.alias(long, "Education Forum")
        assert entity(known(reading), long).name == "Education Forum"

    def test_each_document_keeps_the_names_that_it_uses(self) -> None:
        one, two = Reading("a.txt"), Reading("b.txt")
        one.body(BOARD)
        two.body("NLSCB")
        assert [(use.document, use.names) for use in known(one, two).uses] == [
            ("a.txt", (BOARD,)),
            ("b.txt", ("NLSCB",)),
        ]

    def test_no_two_entities_share_an_iri(self) -> None:
        reading = Reading()
        reading.bodies("Schools' Forum", "Youth Board", "Youth Council")
        reading.body("Youth-Board", scope=Scope.NATIONAL)
        reading.mention(EntityType.ROLE, "Youth Board")
        ids = [e.id for e in known(reading).entities]
        assert len(ids) == len(set(ids))

    def test_a_short_name_given_to_one_body_is_not_its_class(self) -> None:
        reading = Reading()
        reading.body("Ashby’s Health and Wellbeing Board")
        reading.body("HWBs", scope=Scope.GENERIC)
        reading.body("HWB", times=2)
        reading.alias("HWB", "Ashby’s Health and Wellbeing Board")
        assert "HWB" in all_names(entity(known(reading), "Ashby’s Health and Wellbeing Board"))
        assert "HWB" not in all_names(entity(known(reading), "HWBs"))

    def test_a_plural_acronym_of_one_board_is_its_class(self) -> None:
        reading = Reading()
        reading.body("Local Harm Board")
        reading.body("LHBs")
        reading.alias("LHBs", "Local Harm Board")
        assert "LHBs" not in all_names(entity(known(reading), "Local Harm Board"))

    def test_a_plural_acronym_of_several_posts_is_theirs(self) -> None:
        reading = Reading()
        reading.mention(EntityType.ROLE, "Lead Safeguarding Partners")
        reading.mention(EntityType.ROLE, "LSPs", scope=Scope.LOCAL)
        reading.alias("LSPs", "Lead Safeguarding Partners", EntityType.ROLE)
        assert "LSPs" in all_names(entity(known(reading), "Lead Safeguarding Partners"))


def test_a_kind_of_council_is_the_one_council_of_that_kind() -> None:
    reading = Reading()
    reading.bodies("Northwick County Council", "Saltmere City Council", "County Council", "City Council")
    found = known(reading)
    assert together(found, "Northwick County Council", "County Council")
    assert together(found, "Saltmere City Council", "City Council")
    assert len(found.entities) == 2


def test_the_short_form_of_one_body_is_its_own_where_its_plural_means_the_class() -> None:
    reading = Reading("a.txt", None)
    reading.body("Safer Partnerships", scope=Scope.GENERIC)
    reading.body("Saltmere Safer Partnership")
    reading.body("SP")
    reading.alias("SPs", "Safer Partnerships")
    reading.alias("SP", "Safer Partnerships")
    reading.alias("SP", "Saltmere Safer Partnership")
    assert "SP" in entity(known(reading), "Saltmere Safer Partnership").aliases
