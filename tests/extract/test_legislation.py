"""Which laws and statutory guidance a passage names."""

from __future__ import annotations

import pytest
from naming import found, texts

from protocolgraph.model import EntityType, Scope

CASES = [
    ("under section 10 of the Children Act 2004", ["Children Act 2004"]),
    ("the Police Reform and Social Responsibility Act 2011", ["Police Reform and Social Responsibility Act 2011"]),
    ("the Schools Forums (England) Regulations 2012", ["Schools Forums (England) Regulations 2012"]),
    ("follows Working Together to Safeguard Children (2018)", ["Working Together to Safeguard Children (2018)"]),
    ("working together to safeguard children is our aim", []),
    ("an act of kindness in 2012", []),
    ("Powers under the Localism Act are delegated.", ["Localism Act"]),
    ("The Act and this Act bind it; Acts of kindness do not.", []),
    ("Working together: how partners meet", []),
    ("Working Together sets the duties out", ["Working Together"]),
    (
        "the Violence against Women, Domestic Abuse and Sexual Violence (Wales) Act 2015",
        ["Violence against Women, Domestic Abuse and Sexual Violence (Wales) Act 2015"],
    ),
    (
        "the Health and Social Care Act 2008 (Regulated Activities) Regulations 2014",
        ["Health and Social Care Act 2008 (Regulated Activities) Regulations 2014"],
    ),
    ("The Mental Capacity Act Steering Group meets.", []),
]


@pytest.mark.parametrize(("text", "names"), CASES)
def test_laws(text: str, names: list[str]) -> None:
    assert texts(text, EntityType.LEGISLATION) == names


def test_laws_are_national() -> None:
    assert [law.scope for law in found("the Care Act 2014", EntityType.LEGISLATION)] == [Scope.NATIONAL]


def test_a_title_that_lost_a_capital_is_still_a_law() -> None:
    (law,) = found("Section 13 of the children Act 2004 requires it.", EntityType.LEGISLATION)
    assert law.text == "children Act 2004"
