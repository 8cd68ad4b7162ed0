"""Records as JSON text, of which a graph's files are made."""

from __future__ import annotations

import json

import pytest

from protocolgraph.model import (
    Duty,
    DutyContent,
    EntityType,
    Evidence,
    Modality,
    Review,
    ReviewVerdict,
    Span,
    from_json,
    to_dict,
    to_json,
)
from protocolgraph.resolve.item import Item

DUTY = Duty(
    "d1",
    "board",
    DutyContent(Modality.MUST_NOT, "publish", "publish a “plan”\nof 1.5 £m", condition=None),
    ("panel",),
    None,
    Evidence("a.txt", (Span(0, 4), Span(6, 9)), "The  … x", "1.2", 3, "rule", 0.85),
    reviews=(Review(ReviewVerdict.ACCEPTED, "Ms Roe", "2024-05-01", "its words say so"),),
)


def test_a_record_comes_back_from_its_text_as_it_was() -> None:
    assert from_json(Duty, to_json(DUTY)) == DUTY
    assert from_json(Duty, to_json(DUTY).encode()) == DUTY


def test_the_text_is_what_the_dictionary_says_with_its_keys_sorted() -> None:
    expected = json.dumps(to_dict(DUTY), ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    assert to_json(DUTY) == expected


def test_the_text_does_not_depend_on_the_order_of_a_set() -> None:
    odd = frozenset({"commitee", "bord", "panell", "plann", "reprot"})
    item = Item(EntityType.BODY, "A", "A", (), None, "a.txt", None, False, False, 1, odd, (0,), ("A",))
    assert json.loads(to_json(item))["odd"] == sorted(odd)
    assert from_json(Item, to_json(item)) == item


@pytest.mark.parametrize("text", ["{", "[]", '{"id": 1}', to_json(DUTY).replace("must_not", "might")])
def test_what_is_no_such_record_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        from_json(Duty, text)
