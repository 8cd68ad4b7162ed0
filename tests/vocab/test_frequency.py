"""Frequencies in words and figures become few forms."""

from __future__ import annotations

import pytest

from protocolgraph.vocab.frequency import find_frequency


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("reports quarterly to Cabinet", "quarterly"),
        ("every three months", "quarterly"),
        ("at least four times a year", "quarterly"),
        ("twice a year", "six-monthly"),
        ("not less than five times in each municipal year", "five times a year"),
        ("every two years", "once every two years"),
        ("on a monthly basis", "monthly"),
        ("each year", "annual"),
        ("at each meeting", "each meeting"),
        ("as and when required", "as required"),
        ("in public", None),
    ],
)
def test_forms(text: str, form: str | None) -> None:
    assert find_frequency(text) == form
