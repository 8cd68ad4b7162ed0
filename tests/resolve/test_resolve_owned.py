"""Posts, publications and groups are tied to the bodies that they belong to."""

from __future__ import annotations

import pytest
from resolution_factory import Reading, entity, known, names, together

from protocolgraph.model import EntityType, MentionForm, Scope

ROLE, PUBLICATION = EntityType.ROLE, EntityType.PUBLICATION


def two_bodies() -> tuple[Reading, int, int]:
    reading = Reading()
    board = reading.body("Northwick Local Safeguarding Children Board")
    reading.body("NLSCB")
    return reading, board, reading.body("Corporate Parenting Panel")


class TestPosts:
    def test_all_ways_to_name_the_chair_of_a_body_are_one_post(self) -> None:
        reading, board, _ = two_bodies()
        it = reading.mention(EntityType.BODY, "it", form=MentionForm.PRONOUN, antecedent=board)
        reading.role("NLSCB Independent Chair")
        reading.role("Independent Chair of the NLSCB")
        reading.role("Independent Chair", owner=board)
        reading.role("independent chairperson", owner=it)
        reading.role("Independent Chair Northwick Local Safeguarding Children Board")
        assert len(names(known(reading), ROLE)) == 1

    def test_members_of_two_bodies_are_two_classes(self) -> None:
        reading = Reading("a.txt", None)
        panel, cabinet = reading.bodies("Saltmere Audit Panel", "Cabinet")
        reading.role("member of the Cabinet", owner=cabinet, scope=Scope.GENERIC)
        reading.role("Members", owner=panel, scope=Scope.GENERIC)
        assert len(names(known(reading), ROLE)) == 2

    def test_council_members_are_the_members_of_the_council(self) -> None:
        reading = Reading("a.txt", None)
        council = reading.body("Saltmere Parish Council")
        reading.role("Council members", owner=council, scope=Scope.GENERIC)
        reading.role("Members of the Council", owner=council, scope=Scope.GENERIC)
        assert len(names(known(reading), ROLE)) == 1

    def test_a_post_is_known_by_its_title_alone_unless_another_body_has_such_a_post(self) -> None:
        reading, _, panel = two_bodies()
        reading.role("Chief Nurse (Northwick Trust)", owner=reading.body("Northwick Trust"))
        reading.role("Clerk to the Corporate Parenting Panel", owner=panel)
        reading.role("Head of Law of the Northwick Trust", owner=reading.body("Northwick Trust"))
        reading.role("Head of Law of the Corporate Parenting Panel", owner=panel)
        knowledge = known(reading)
        assert "Chief Nurse" in entity(knowledge, "Chief Nurse (Northwick Trust)").aliases
        assert "Head of Law" not in entity(knowledge, "Head of Law of the Northwick Trust").aliases

    def test_a_post_is_known_without_its_bracket_where_no_other_has_that_title(self) -> None:
        reading = Reading()
        reading.role("Head of Service (Parks)")
        reading.role("Inspector (Crime)")
        reading.role("Inspector (Roads)")
        knowledge = known(reading)
        assert entity(knowledge, "Head of Service (Parks)").aliases == ("Head of Service",)
        assert entity(knowledge, "Inspector (Crime)").aliases == ()

    def test_a_paper_is_known_without_its_year_and_version_where_no_other_has_that_title(self) -> None:
        reading = Reading("a.txt", None)
        for name in (
            "Tide Plan 2023-25",
            "draft Mere Budget",
            "Mere Report 2022/23",
            "Mere Report 2023/24",
            "next plan",
        ):
            reading.mention(PUBLICATION, name)
        knowledge = known(reading)
        assert entity(knowledge, "Tide Plan 2023-25").aliases == ("Tide Plan",)
        assert entity(knowledge, "draft Mere Budget").aliases == ("Mere Budget",)
        assert entity(knowledge, "Mere Report 2022/23").aliases == entity(knowledge, "next plan").aliases == ()

    def test_an_office_is_not_the_class_of_all_who_hold_one_elsewhere(self) -> None:
        reading = Reading()
        reading.role("Chief Executive")
        reading.role("Chief Executives", scope=Scope.GENERIC)
        assert not together(known(reading), "Chief Executive", "Chief Executives")

    def test_a_post_that_many_hold_is_their_class(self) -> None:
        reading = Reading()
        for one, all_of_them in (("Tide Warden", "Tide Wardens"), ("Headteacher", "Headteachers")):
            reading.role(one)
            reading.role(all_of_them, scope=Scope.GENERIC)
            assert together(known(reading), one, all_of_them)

    def test_a_title_that_begins_a_longer_one_is_that_post(self) -> None:
        reading = Reading()
        reading.role("Harbour Director")
        reading.role("Harbour Directors", scope=Scope.GENERIC)
        reading.role("Harbour Director, Tides and Moors")
        knowledge = known(reading)
        assert not together(knowledge, "Harbour Director", "Harbour Directors")

    def test_the_chair_of_the_council_is_that_of_the_parish_council_that_is_meant(self) -> None:
        reading = Reading()
        parish = reading.body("Saltmere Parish Council")
        reading.body("County Council")
        reading.role("Chairman of the Council", owner=parish)
        reading.role("chairman", owner=parish)
        assert len(names(known(reading), ROLE)) == 1

    def test_a_title_with_its_body_s_name_is_that_of_the_post_in_this_body_alone(self) -> None:
        reading = Reading()
        for body in ("Ashmere Police", "Northwick Council"):
            reading.role("Director", owner=reading.body(body))
            reading.alias(f"Director, {body}", "Director", ROLE)
        found = [entity for entity in known(reading).entities if entity.type is ROLE]
        assert sorted(entity.aliases for entity in found) == [
            ("Director", "Director, Ashmere Police"),
            ("Director", "Director, Northwick Council"),
        ]

    def test_chairs_of_two_bodies_are_two_posts(self) -> None:
        reading, board, panel = two_bodies()
        reading.role("Independent Chair", owner=board)
        reading.role("Chair", owner=panel)
        reading.role("Chair of the Corporate Parenting Panel")
        knowledge = known(reading)
        assert len(names(knowledge, ROLE)) == 2
        assert together(knowledge, "Chair", "Chair of the Corporate Parenting Panel")

    def test_chair_and_independent_chair_of_one_body_are_one_post(self) -> None:
        reading, board, _ = two_bodies()
        reading.role("Independent Chair", owner=board)
        reading.role("Chair", owner=board)
        assert len(names(known(reading), ROLE)) == 1

    @pytest.mark.parametrize("other", ["Vice-Chair", "Deputy Chair", "Acting Chair", "Vice Chair"])
    def test_a_deputy_is_not_the_chair(self, other: str) -> None:
        reading, board, _ = two_bodies()
        reading.role("Chair", owner=board)
        reading.role(other, owner=board)
        assert len(names(known(reading), ROLE)) == 2

    def test_one_portfolio_goes_by_two_titles_in_one_paper(self) -> None:
        reading = Reading()
        reading.role("Cabinet Member for Children and Young People’s Services")
        reading.role("Cabinet Member for Children Young People and Families Services")
        reading.role("Cabinet Member for Families")
        knowledge = known(reading)
        assert len(names(knowledge, ROLE)) == 2
        full = "Cabinet Member for Children and Young People’s Services"
        assert entity(knowledge, full, ROLE).name == full

    def test_a_bare_title_is_the_one_post_of_that_title_in_its_document(self) -> None:
        reading, board, _ = two_bodies()
        reading.role("Business Manager", owner=board)
        reading.role("Business Manager")
        assert len(names(known(reading), ROLE)) == 1

    def test_a_bare_title_of_two_posts_is_neither(self) -> None:
        reading, board, panel = two_bodies()
        reading.role("Chair", owner=board)
        reading.role("Chair", owner=panel)
        reading.role("Chair")
        assert len(known(reading).entities) == 2 + 3

    def test_a_bare_title_means_nothing_in_another_document(self) -> None:
        reading, board, _ = two_bodies()
        reading.role("Chief Executive", owner=board)
        other = Reading("b.txt")
        other.role("Chief Executive")
        third = Reading("c.txt")
        third.role("Chief Executive")
        assert len(names(known(reading, other, third), ROLE)) == 2
        assert len([e for e in known(reading, other, third).entities if e.type is ROLE]) == 3

    def test_a_telling_title_is_one_post_in_the_area(self) -> None:
        one, two = Reading("a.txt"), Reading("b.txt")
        council = two.body("Northwick Council")
        one.role("Cabinet Member for Children's Services")
        two.role("Cabinet Member for Children's Services", owner=council)
        assert len(names(known(one, two), ROLE)) == 1

    def test_chief_executive_of_the_council_under_its_names(self) -> None:
        reading = Reading()
        reading.bodies("Northwick Borough Council", "Council", "Local Authority")
        reading.role("Chief Executive of the Local Authority")
        reading.role("Council Chief Executive")
        reading.role("Chief Executive (Northwick Borough Council)")
        assert len(names(known(reading), ROLE)) == 1

    def test_a_post_may_be_named_by_what_it_runs(self) -> None:
        reading = Reading()
        services, council = reading.bodies("Children's Services", "Northwick Council")
        reading.role("Director of Children's Services", owner=services)
        reading.role("Director of Children's Services", owner=council)
        reading.role("Director of Children's Services")
        assert len(names(known(reading), ROLE)) == 1

    @pytest.mark.parametrize(
        ("short", "full"),
        [
            ("Director Children's Services", "Director of Children's Services"),
            ("Acting Director", "Acting Director for Families"),
            ("Headteacher", "Virtual School Headteacher"),
            ("Chief Nurse", "Chief Nurse (Moorland Hospitals Trust)"),
        ],
    )
    def test_a_title_cut_short_is_the_only_one_that_it_can_be(self, short: str, full: str) -> None:
        reading = Reading()
        reading.bodies("Children's Services", "Moorland Hospitals Trust")
        reading.role(full)
        reading.role(short)
        assert together(known(reading), short, full)

    def test_a_title_cut_short_of_two_posts_is_neither(self) -> None:
        reading = Reading()
        for name in ("Director of Finance", "Director for Families", "Director"):
            reading.role(name)
        assert len(known(reading).entities) == 3

    def test_a_deputy_is_not_meant_by_the_last_word_of_the_title(self) -> None:
        reading = Reading()
        reading.role("Deputy Headteacher")
        reading.role("Headteacher")
        assert len(known(reading).entities) == 2

    def test_what_a_name_says_of_its_body_outranks_what_stands_beside_it(self) -> None:
        reading, board, _ = two_bodies()
        reading.body("Northwick Council")
        reading.role("Leader of the Council", owner=board)
        reading.role("Leader of Northwick Council")
        reading.role("Council Leader")
        assert len(names(known(reading), ROLE)) == 1

    def test_a_word_of_a_title_is_no_body_though_one_is_called_so(self) -> None:
        reading = Reading()
        reading.bodies("Executive", "Northwick Council")
        reading.role("Chief Executive")
        reading.role("Chief Executive of the Council")
        assert len(names(known(reading), ROLE)) == 1

    def test_the_same_title_in_two_organisations_is_two_posts(self) -> None:
        reading = Reading()
        one, two = reading.bodies("Northwick Clinical Commissioning Group", "Moorland Hospitals Trust")
        reading.role("Chief Nurse", owner=one)
        reading.role("Chief Nurse (Moorland Hospitals Trust)", owner=two)
        assert len([e for e in known(reading).entities if e.type is ROLE]) == 2

    def test_a_post_without_a_full_name_is_named_with_its_body(self) -> None:
        reading, board, _ = two_bodies()
        reading.role("Independent Chair", owner=board)
        found = entity(known(reading), "Independent Chair")
        assert found.name == "Independent Chair of Northwick Local Safeguarding Children Board"
        assert found.aliases == ("Independent Chair",)


class TestPublications:
    def test_annual_reports_of_two_bodies_are_two(self) -> None:
        reading, board, panel = two_bodies()
        reading.publication("Annual Report", owner=board)
        reading.publication("annual report", owner=panel)
        reading.publication("NLSCB Annual Report", owner=board)
        knowledge = known(reading)
        assert names(knowledge, PUBLICATION) == {
            frozenset({"Annual Report", "NLSCB Annual Report"}),
            frozenset({"annual report", "Corporate Parenting Panel annual report"}),
        }
        assert entity(knowledge, "Annual Report").name == "NLSCB Annual Report"

    def test_the_plain_form_stands_in_its_document_alone(self) -> None:
        reading, board, _ = two_bodies()
        reading.publication("Annual Report", owner=board)
        other = Reading("b.txt")
        other.body("NLSCB")
        other.publication("NLSCB Annual Report")
        uses = {use.document: use.names for use in known(reading, other).uses if "/publication/" in use.entity}
        assert uses == {"a.txt": ("Annual Report",), "b.txt": ("NLSCB Annual Report",)}

    def test_reports_of_two_years_are_two(self) -> None:
        reading, board, _ = two_bodies()
        reading.publication("NLSCB Annual Report 2012-13", owner=board)
        reading.publication("2012 - 13 NLSCB Annual Report", owner=board)
        reading.publication("NLSCB Annual Report 2013/14", owner=board)
        reading.publication("NLSCB Annual Report", owner=board)
        assert len(names(known(reading), PUBLICATION)) == 3

    def test_a_report_without_its_year_is_the_only_one_that_the_document_has(self) -> None:
        reading, board, _ = two_bodies()
        reading.publication("Work Plan 2013-14", owner=board)
        reading.publication("work plan")
        assert together(known(reading), "Work Plan 2013-14", "work plan")

    def test_a_paper_by_fewer_words_is_the_only_one_of_that_sort(self) -> None:
        reading = Reading()
        reading.publication("annual tide flood plan")
        reading.publication("tide plan")
        assert together(known(reading), "annual tide flood plan", "tide plan")

    def test_a_paper_by_fewer_words_is_none_of_two(self) -> None:
        reading = Reading()
        for name in ("Harbour Tide Plan", "Moor Tide Plan", "Tide Plan"):
            reading.publication(name)
        assert len(names(known(reading), PUBLICATION)) == 3

    @pytest.mark.parametrize(
        ("long", "short", "called"),
        [
            ("Tide Report and Accounts", "Tide Accounts", None),
            ("Mere Body: Tide Report", "Tide Report", "report"),
            ("Joint Tide Needs Assessment", "Tide Assessment", "JTNA"),
        ],
    )
    def test_another_paper_holds_the_words_of_a_shorter_one(self, long: str, short: str, called: str | None) -> None:
        reading = Reading()
        reading.publication(long)
        reading.publication(short)
        if called:
            reading.publication(called)
            reading.alias(called, long, PUBLICATION)
        assert not together(known(reading), long, short)

    def test_a_paper_of_two_bodies_by_a_telling_name_is_one(self) -> None:
        reading, board, panel = two_bodies()
        reading.publication("Tide Assessment", owner=board)
        reading.publication("Tide Assessment", owner=panel)
        reading.publication("Annual Report", owner=board)
        reading.publication("Annual Report", owner=panel)
        assert len(names(known(reading), PUBLICATION)) == 3

    def test_the_owner_may_stand_in_the_name_alone(self) -> None:
        reading, board, _ = two_bodies()
        reading.publication("Business Plan", owner=board)
        reading.publication("NLSCB Business Plan")
        assert len(names(known(reading), PUBLICATION)) == 1

    def test_an_owner_unknown_keeps_documents_apart(self) -> None:
        one, two = Reading("a.txt"), Reading("b.txt")
        one.publication("Annual Report")
        two.publication("Annual Report")
        assert len(known(one, two).entities) == 2

    def test_a_telling_title_needs_no_owner(self) -> None:
        one, two = Reading("a.txt"), Reading("b.txt")
        one.publication("Corporate Parenting Strategy")
        two.publication("Corporate Parenting Strategy", owner=two.body("Corporate Parenting Panel"))
        assert len(names(known(one, two), PUBLICATION)) == 1


class TestGroups:
    def test_sub_groups_belong_to_their_board(self) -> None:
        reading, board, panel = two_bodies()
        reading.body("Sub Groups", owner=board)
        reading.body("NLSCB Sub-groups")
        reading.body("Sub Group", owner=panel)
        knowledge = known(reading)
        assert together(knowledge, "Sub Groups", "NLSCB Sub-groups")
        assert not together(knowledge, "Sub Groups", "Sub Group")

    def test_the_owner_of_a_body_with_a_name_of_its_own_does_not_matter(self) -> None:
        reading = Reading()
        council = reading.body("Northwick Council")
        reading.body("Improving Homes Select Commission", owner=council)
        reading.body("Improving Homes Select Commission")
        assert len(known(reading).entities) == 2

    def test_groups_of_the_same_name_under_two_boards_are_two(self) -> None:
        reading, board, panel = two_bodies()
        reading.body("Performance Sub-Group", owner=board)
        reading.body("Performance Sub-Group", owner=panel)
        assert len(known(reading).entities) == 4

    def test_a_group_of_a_group(self) -> None:
        reading, board, _ = two_bodies()
        group = reading.body("Executive Group", owner=board)
        reading.body("Working Group", owner=group)
        reading.role("Chair", owner=len(reading.mentions) - 1)
        knowledge = known(reading)
        group_name = "Northwick Local Safeguarding Children Board Executive Group"
        assert entity(knowledge, "Chair").name == f"Chair of {group_name} Working Group"
