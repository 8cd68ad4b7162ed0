"""What a meeting resolves to do itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import duties

MINUTES = "SALTMERE TOWN COUNCIL\n\nMinutes of the meeting of the Quays Committee held on 3 May 2031\n\n4. Grants\n\n"


@pytest.mark.parametrize(
    "text",
    [
        "Resolved that the Committee, in accordance with its powers under section 137, purchase the buoys.",
        "The Committee resolves in accordance with its powers under section 137, to purchase the buoys.",
        "The Committee resolves to purchase the buoys.",
    ],
)
def test_what_a_committee_resolves_to_do_it_will_do(tmp_path: Path, text: str) -> None:
    assert [(said, words) for _, said, _, words in duties(tmp_path, text, title=MINUTES)] == [
        ("will", "purchase the buoys")
    ]
