"""Timelines as drawings: what each row and dot says, and where they lead."""

from __future__ import annotations

import re
from dataclasses import replace

from factory import join_knowledge, make_knowledge

from protocolgraph.present.timeline import Timeline, make_timeline
from protocolgraph.present.years import drawn_bodies, drawn_lanes

YEARS = {"a.txt": "2010", "b.txt": "2014", "c.txt": "2015"}


def timeline() -> Timeline:
    known = join_knowledge(
        make_knowledge("Ms Roe holds Chair", "Council funds Board [amount=£5]"),
        make_knowledge("Ms Roe holds Chair", "Mr Poe holds Chair", document="b.txt"),
        make_knowledge("Board <i> & Sons oversees Council", document="c.txt"),
    )
    return make_timeline(replace(known, documents=tuple(replace(d, date=YEARS[d.name]) for d in known.documents)))


def test_who_held_a_post_stands_once_with_a_dot_for_each_year_that_states_it() -> None:
    made = timeline()
    drawn = drawn_lanes(made.posts, made.years, "Posts", statement=lambda key: f"/statement/{key}")
    assert re.findall(r"<title>(.*?)</title>", drawn)[1:] == [
        "2010: Chair, Ms Roe",
        "2014: Chair, Ms Roe",
        "2014: Chair, Mr Poe",
    ]
    assert drawn.count(">Ms Roe</text>") == 1
    assert drawn.count('href="/statement/') >= 3


def test_years_stand_as_far_apart_as_they_are_in_time() -> None:
    made = timeline()
    drawn = drawn_lanes(made.posts, made.years, "Posts")
    places = {year: float(x) for x, year in re.findall(r'class="year" x="([\d.]+)"[^>]*>(\d{4})<', drawn)}
    assert places.keys() == {"2010", "2014", "2015"}
    assert round((places["2014"] - places["2010"]) / (places["2015"] - places["2014"])) == 4


def test_more_statements_are_a_larger_dot_with_their_number() -> None:
    made = timeline()
    drawn = drawn_bodies(made.bodies, made.years, "Bodies")
    dots = {told: float(r) for told, r in re.findall(r'<title>([^<]*)</title><circle[^>]* r="([\d.]+)"', drawn)}
    assert len(dots) == sum(len(row.years) for row in made.bodies)
    assert all(f">{number}</text>" in drawn for row in made.bodies for number in row.years.values())


def test_names_are_text_and_never_markup() -> None:
    made = timeline()
    assert "<i>" not in drawn_bodies(made.bodies, made.years, "Bodies & <b>posts")
    assert "&lt;i&gt; &amp; Sons" in drawn_bodies(made.bodies, made.years, "Bodies")
