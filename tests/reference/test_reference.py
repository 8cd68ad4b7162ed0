"""The reference data for England: complete, consistent, and found by the names that documents use."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from protocolgraph import reference
from protocolgraph.errors import VocabularyError
from protocolgraph.reference import AuthorityKind, BodyKind, Period, RoleKind
from protocolgraph.reference.files import read_rows


class TestPeriods:
    @pytest.mark.parametrize(
        ("date", "holds"),
        [
            ("2006-03-31", False), ("2006-04-01", True), ("2013", True), ("2013-03", True), ("2019-09-28", True),
            ("2019-09-29", False), ("2019", None), ("2019-09", None), ("2006", None), ("2020", False), ("2005", False),
        ],
    )  # fmt: skip
    def test_a_day_a_month_or_a_year_is_in_it_or_not_or_cannot_be_told(self, date: str, holds: bool | None) -> None:
        assert Period("2006-04-01", "2019-09-29").covers(date) is holds

    @pytest.mark.parametrize(
        ("date", "holds"),
        [("2013-03-14", None), ("2013-04", True), ("2013", None), ("2015-02", True), ("2015-03", None)],
    )
    def test_bounds_may_be_coarse(self, date: str, holds: bool | None) -> None:
        assert Period("2013-03", "2015-03").covers(date) is holds

    def test_open_ends_hold(self) -> None:
        assert Period(None, None).covers("1990") is True
        assert Period("2004", None).covers("2030-01") is True


class TestAuthorities:
    def test_the_numbers_are_the_official_ones(self) -> None:
        """63 unitary authorities with the Isles of Scilly, 33 in London with the City."""
        now = Counter(item.kind for item in reference.local_authorities() if item.period.end is None)
        assert now == {
            AuthorityKind.UNITARY: 63,
            AuthorityKind.DISTRICT: 164,
            AuthorityKind.METROPOLITAN: 36,
            AuthorityKind.LONDON: 33,
            AuthorityKind.COUNTY: 21,
        }

    def test_codes_are_single_and_fit_the_kind(self) -> None:
        prefixes = {"unitary": "E06", "district": "E07", "metropolitan": "E08", "london": "E09", "county": "E10"}
        found = reference.local_authorities()
        codes = [code for item in found for code in (item.code, *item.former_codes)]
        assert len(codes) == len(set(codes))
        for item in found:
            assert all(
                code.startswith(prefixes[item.kind]) and len(code) == 9 for code in (item.code, *item.former_codes)
            )

    def test_who_was_abolished_has_a_successor_that_began_that_day(self) -> None:
        by_code = {item.code: item for item in reference.local_authorities()}
        for item in by_code.values():
            assert bool(item.period.end) == bool(item.successors)
            assert all(by_code[code].period.start == item.period.end for code in item.successors)
            if item.county:
                assert by_code[item.county].kind is AuthorityKind.COUNTY

    @pytest.mark.parametrize("name", ["Leeds", "Leeds City Council", "leeds council", "The Leeds City Council"])
    def test_an_authority_is_found_as_it_is_called(self, name: str) -> None:
        assert [item.code for item in reference.authorities_named(name)] == ["E08000035"]

    def test_a_name_that_several_had_gives_all(self) -> None:
        assert [item.code for item in reference.authorities_named("Dorset")] == ["E06000059", "E10000009"]
        assert reference.authorities_named("Atlantis") == ()

    def test_there_are_39_forces(self) -> None:
        assert [item.code for item in reference.police_forces()] == [f"E230000{n:02d}" for n in range(1, 40)]

    def test_combined_authorities_have_their_codes(self) -> None:
        codes = [item.code for item in reference.combined_authorities()]
        assert len(set(codes)) == len(codes) >= 15
        assert all(code.startswith("E47") for code in codes)


class TestKinds:
    def test_ids_are_single_and_broader_kinds_exist(self) -> None:
        groups: list[tuple[BodyKind, ...] | tuple[RoleKind, ...]] = [reference.body_kinds(), reference.role_kinds()]
        for found in groups:
            ids = [item.id for item in found]
            assert len(ids) == len(set(ids))
            assert {broader for item in found for broader in item.broader} <= set(ids)
        bodies = {item.id for item in reference.body_kinds()}
        assert {id for item in reference.body_kinds() for id in item.successors} <= bodies

    def test_no_kind_is_its_own_broader_kind(self) -> None:
        for kind in reference.body_kinds():
            assert kind not in reference.kinds_above(kind)[1:]

    def test_no_word_means_two_kinds(self) -> None:
        groups: list[tuple[BodyKind, ...] | tuple[RoleKind, ...]] = [reference.body_kinds(), reference.role_kinds()]
        for found in groups:
            words = Counter(word.lower() for item in found for word in (item.label, *item.words))
            assert [word for word, number in words.items() if number > 1] == []

    @pytest.mark.parametrize(
        ("name", "kind"),
        [
            ("Westshire Safeguarding Children Board", "lscb"),
            ("LSCB", "lscb"),
            ("Westshire Safeguarding Children Partnership", "safeguarding-partners"),
            ("Westshire County Council", "county-council"),
            ("Leeds City Council", "local-authority"),
            ("Kent Council", "county-council"),
            ("Luton Council", "upper-tier-authority"),
            ("Cornwall Council", "local-authority"),
            ("Westshire Looked After Children's Council", "children-in-care-council"),
            ("Health Select Commission", "health-scrutiny-committee"),
            ("Westshire Clinical Commissioning Group", "clinical-commissioning-group"),
            ("Corporate Parenting Panel", "corporate-parenting-board"),
            ("Friends of the Park", None),
        ],
    )
    def test_a_name_tells_the_kind(self, name: str, kind: str | None) -> None:
        found = reference.body_kind_of(name)
        assert (found.id if found else None) == kind

    def test_a_title_tells_the_kind(self) -> None:
        found = reference.role_kind_of("Independent Chair of the Westshire Board")
        assert found is not None
        assert found.id == "independent-chair"


class TestLaws:
    def test_ids_are_single_and_references_lead_somewhere(self) -> None:
        ids = [item.id for item in reference.laws()]
        assert len(ids) == len(set(ids))
        named = {id for item in reference.laws() for id in (*item.replaced_by, *item.amended_by)}
        named |= {item.law for item in reference.statutory_duties()}
        named |= {item.law for item in reference.body_kinds() if item.law}
        named |= {item.law for item in reference.role_kinds() if item.law}
        assert named - set(ids) == set()

    def test_a_citation_finds_its_law(self) -> None:
        assert [item.id for item in reference.laws_named("the Children Act 2004")] == ["children-act-2004"]
        assert [item.year for item in reference.laws_named("Children Act")] == [1989, 2004]
        assert reference.laws_named("Children Act 1804") == ()
        assert reference.laws_named("Unheard-of Act 2004") == ()

    @pytest.mark.parametrize(
        ("citation", "id"),
        [
            ("section 14A of the Children Act 2004", "children-act-2004"),
            ("Working Together (2015)", "working-together-to-safeguard-children-2015"),
            ("Working Together to Safeguard Children, March 2013", "working-together-to-safeguard-children-2013"),
            ("LSCB Regulations 2006", "local-safeguarding-children-boards-regulations-2006"),
        ],
    )
    def test_a_citation_may_be_short_or_long(self, citation: str, id: str) -> None:
        assert [item.id for item in reference.laws_named(citation)] == [id]

    def test_what_was_replaced_says_by_what(self) -> None:
        editions = reference.laws_named("Working Together to Safeguard Children")
        assert [item.year for item in editions] == [1999, 2006, 2010, 2013, 2015, 2018, 2023]
        for old, new in pairwise(editions):
            assert old.replaced_by == (new.id,)
            assert old.period.end == new.period.start

    def test_a_title_and_year_are_one_law(self) -> None:
        cited = Counter((item.title, item.year, item.number) for item in reference.laws())
        assert [law for law, number in cited.items() if number > 1] == []

    def test_a_provision_ends_before_its_law(self) -> None:
        for law in reference.laws():
            for item in law.provisions:
                assert law.period.end is None or (item.period.end or "9999") <= law.period.end, law.id

    def test_nothing_is_in_force_before_it_is_made(self) -> None:
        for law in reference.laws():
            assert not (law.made and law.period.start) or law.period.start >= law.made[: len(law.period.start)], law.id


class TestDuties:
    def test_each_is_borne_by_a_known_kind(self) -> None:
        kinds = {item.id for item in reference.body_kinds()} | {item.id for item in reference.role_kinds()}
        assert {item.bearer for item in reference.statutory_duties()} <= kinds
        ids = [item.id for item in reference.statutory_duties()]
        assert len(ids) == len(set(ids))

    def test_each_is_in_force_while_its_law_is(self) -> None:
        for duty in reference.statutory_duties():
            law = reference.law(duty.law)
            assert law.period.start is None or (duty.period.start or "9999") >= law.period.start, duty.id
            assert law.period.end is None or (duty.period.end or "9999") <= law.period.end, duty.id

    def test_the_duties_of_a_kind_are_those_in_force(self) -> None:
        board = reference.body_kind("lscb")
        assert "ca2004-14-coordinate" in {duty.id for duty in reference.duties_of(board, on="2013")}
        assert reference.duties_of(board, on="2021") == ()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("- {id: x, label: y", "ontologies/reference/body_kinds.yaml: "),
        ("x: y", "must be a list"),
        ("- text", "row 1: must be a mapping"),
    ],
)
def test_a_slip_in_a_file_is_named(tmp_path: Path, text: str, reason: str) -> None:
    (tmp_path / "body_kinds.yaml").write_text(text)
    with pytest.raises(VocabularyError, match=reason):
        list(read_rows("body_kinds.yaml", folder=tmp_path))


def test_a_missing_field_names_its_row(tmp_path: Path) -> None:
    (tmp_path / "some.yaml").write_text("- {id: lscb, from: someday, more: 1}")
    [row] = read_rows("some.yaml", folder=tmp_path)
    with pytest.raises(VocabularyError, match=r"row 1 \(lscb\): label is missing"):
        row.text("label")
    with pytest.raises(VocabularyError, match="'someday' is no ISO day"):
        row.period()
