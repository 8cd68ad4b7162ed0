"""Tables of pages whose cells are merged, and attendance lists in tables, give the statements of each row."""

from __future__ import annotations

from reading import extractor

from protocolgraph.readers import read_bytes
from protocolgraph.structure import outline


def statements(page: str) -> set[str]:
    extraction = extractor().extract(outline(read_bytes(f"<html><body>{page}</body></html>".encode(), "paper.html")))
    names = [mention.name for mention in extraction.mentions]
    return {f"{names[f.subject]} {f.predicate} {names[f.object]}" for f in extraction.facts if f.object is not None}


def test_an_organisation_merged_over_rows_is_that_of_each_post_beside_it() -> None:
    found = statements(
        "<h1>Elm Safety Board</h1><h2>Membership</h2><table><tr><td>Organisation</td><td>Name</td><td>Post</td></tr>"
        "<tr><td rowspan=2>Elm Borough Council</td><td>Ann Reed</td><td>Head of Care</td></tr>"
        "<tr><td>Ivor Ash</td><td>Director of Finance</td></tr></table>"
    )
    members = {"Ann Reed member_of Elm Safety Board", "Ivor Ash member_of Elm Safety Board"}
    assert members <= found
    assert any(one.startswith("Director of Finance") and one.endswith("post_in Elm Borough Council") for one in found)


def test_those_present_with_their_posts_in_a_table_are_members_and_hold_them() -> None:
    found = statements(
        "<h1>Elm Safety Board</h1><p>Minutes of the meeting held on 4 March 2019</p><table>"
        "<tr><td>Present:</td><td>Ann Reed</td><td>Head of Care</td></tr>"
        "<tr><td></td><td>Ivor Ash</td><td>Director of Finance</td></tr></table>"
        "<h2>1. Plans</h2><p>The plans were read.</p>"
    )
    assert {
        "Ann Reed member_of Elm Safety Board",
        "Ivor Ash member_of Elm Safety Board",
        "Ivor Ash holds Director of Finance",
    } <= found
