from dataclasses import replace

import pytest
from factory import make_entity

from protocolgraph.errors import AmbiguousNameError, UnknownNameError
from protocolgraph.graph.lookup import NameIndex
from protocolgraph.model import EntityType, Scope

BOARD = make_entity("Northam Local Safeguarding Children Board", aliases=("NLSCB", "Safeguarding Board"))
OTHER = make_entity("Southam Local Safeguarding Children Board", aliases=("SLSCB",), area="Southam")
NORTH_WELLBEING = make_entity("Health & Wellbeing Board", aliases=("HWB",))
SOUTH_WELLBEING = make_entity(
    "Southam Health and Wellbeing Board", aliases=("Health and Wellbeing Board",), area="Southam"
)
CHAIR = make_entity("Chair")
COUNCIL = make_entity("Children's Council")
AREA_1, AREA_2 = make_entity("Area Committee No 1"), make_entity("Area Committee No 2")
GENERIC = replace(make_entity("Partner Panel", area=None), scope=Scope.GENERIC)
PANEL = make_entity("Partner Panel")
ALL = (BOARD, OTHER, NORTH_WELLBEING, SOUTH_WELLBEING, CHAIR, COUNCIL, AREA_1, AREA_2, GENERIC, PANEL)
NAMES = NameIndex.of(ALL)


@pytest.mark.parametrize(
    "name",
    [
        BOARD.name,
        BOARD.id,
        "NLSCB",
        "nlscb",
        "the safeguarding board",
        "northam local safeguarding children  board",
        "Northam Local Safeguarding Children's Board",
        "Northam Local Safeguarding Children Board (Northam)",
    ],
)
def test_a_body_is_found_by_any_of_its_names(name: str) -> None:
    assert NAMES.resolve(name) == BOARD


@pytest.mark.parametrize("name", ["Childrens Council", "Children’s Council", "CHILDREN'S COUNCIL"])
def test_apostrophes_and_case_do_not_matter(name: str) -> None:
    assert NAMES.resolve(name) == COUNCIL


@pytest.mark.parametrize(
    ("slip", "nearest"),
    [
        ("MLSCB", {"NLSCB", "SLSCB"}),
        ("Area Committee No 3", {"Area Committee No 1", "Area Committee No 2"}),
        ("Northam Local Safegarding Childrens Board", {BOARD.name, OTHER.name}),
        ("childrens counsil", {"Children's Council"}),
    ],
)
def test_a_slip_is_never_guessed_but_answered_with_the_nearest(slip: str, nearest: set[str]) -> None:
    with pytest.raises(UnknownNameError) as caught:
        NAMES.resolve(slip)
    assert set(caught.value.nearest[: len(nearest)]) == nearest


def test_the_nearest_comes_first() -> None:
    assert NAMES.nearest("Northam Local Safegarding Childrens Board")[0] == BOARD.name


def test_the_nearest_names_are_offered_in_one_line() -> None:
    with pytest.raises(UnknownNameError) as caught:
        NAMES.resolve("Children Board")
    assert caught.value.nearest[:2] == (BOARD.name, OTHER.name)
    assert "Did you mean" in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("name", ["", " ", "?!", "Zyx"])
def test_what_is_near_nothing_is_offered_nothing(name: str) -> None:
    with pytest.raises(UnknownNameError) as caught:
        NAMES.resolve(name)
    assert caught.value.nearest == ()


def test_namesakes_are_told_apart_by_their_area() -> None:
    with pytest.raises(AmbiguousNameError) as caught:
        NAMES.resolve("Health and Wellbeing Board")
    assert caught.value.candidates == (
        "Health & Wellbeing Board (Northam)",
        "Southam Health and Wellbeing Board (Southam)",
    )
    assert NAMES.resolve("Health and Wellbeing Board", area="southam") == SOUTH_WELLBEING
    assert all(NAMES.resolve(candidate) in (NORTH_WELLBEING, SOUTH_WELLBEING) for candidate in caught.value.candidates)


def test_one_panel_counts_for_more_than_a_class_of_panels() -> None:
    assert NAMES.resolve("partner panel") == PANEL
    assert NAMES.resolve("Partner Panel (generic)") == GENERIC


def test_a_type_narrows_the_search() -> None:
    assert NAMES.resolve("chair", type=EntityType.ROLE) == CHAIR
    with pytest.raises(UnknownNameError):
        NAMES.resolve("chair", type=EntityType.BODY)
    with pytest.raises(UnknownNameError):
        NAMES.resolve(CHAIR.id, type=EntityType.BODY)


def test_a_body_counts_for_more_than_a_role_of_its_name() -> None:
    role, body = make_entity("Care Lead", type=EntityType.ROLE), make_entity("Care Lead", type=EntityType.BODY)
    assert NameIndex.of((role, body)).resolve("Care Lead") == body


def test_namesakes_of_one_area_are_told_apart_by_their_ids() -> None:
    one, two = (
        make_entity("Chair of the Board", aliases=("Chair",)),
        make_entity("Chair of the Panel", aliases=("Chair",)),
    )
    twins = (replace(one, name="Chair"), replace(two, name="Chair"))
    with pytest.raises(AmbiguousNameError) as caught:
        NameIndex.of(twins).resolve("Chair")
    assert caught.value.candidates == (one.id, two.id)
