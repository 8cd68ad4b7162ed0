"""Corrections are written into the workspace file and taken out of it, and nothing else in it is touched."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from protocolgraph.errors import WorkspaceError
from protocolgraph.model import EntityType, Modality, Scope
from protocolgraph.model.workspace import (
    Accept,
    AddedDuty,
    AddedFact,
    Correction,
    Merge,
    NameAlias,
    Named,
    Reject,
    Rename,
    Signature,
    Split,
    Waiver,
    correction_id,
)
from protocolgraph.workspace import FILE_NAME, load_workspace, record, undo

SIGNED = Signature("A. Reviewer", "2026-03-01", 'It "says" so:\n# in two lines \\ and more')
PANEL = Named("Corporate Parenting Panel", EntityType.BODY)
CORRECTIONS: list[Correction] = [
    NameAlias("NCSB", "Northwick Board", EntityType.BODY, "Northwick", "a.txt", SIGNED),
    Merge(("A Board", "B Board"), None, "Northwick", SIGNED),
    Split(("A Panel", "B Panel"), EntityType.BODY, None, SIGNED),
    Rename("Local Authority", "Northwick Borough Council", None, None, SIGNED),
    Accept("0f3a", SIGNED, "The Board reports to Cabinet", "a.txt"),
    Reject("1e2d", SIGNED),
    AddedFact("a.txt", "The Panel’s words [...] here", PANEL, "accountable_to",
              Named("Leader", EntityType.ROLE, Scope.GENERIC), (("frequency", "annual"),), negated=True, section="4.2",
              signed=SIGNED, replaces="77aa"),
    AddedDuty("a.txt", "will publish a plan", PANEL, Modality.WILL, "publish", "publish a plan",
              (Named("Cabinet", EntityType.BODY), Named("Leader", EntityType.ROLE)),
              Named("Plan", EntityType.PUBLICATION), "annual", "if asked", "4", SIGNED),
    Waiver("PG104", ("A Panel",), ("a.txt",), SIGNED),
]  # fmt: skip
BY_HAND = """# Written by hand, with care.

[[document]]
name = "a.txt"   # the first
area = 'Northwick'

[[accept]]
id = "aaaa"
who = "B. Reviewer"
when = 2026-02-01
why = '''
Seen in
[[accept]]
of another paper'''

# About the next one
[[merge]]
names = [
  "X Board",  # old
  "Y Board",
]
who = "B. Reviewer"
when = 2026-02-01
why = "The same"
"""


@pytest.mark.parametrize("correction", CORRECTIONS, ids=lambda c: type(c).__name__)
@pytest.mark.parametrize("before", ["", BY_HAND, BY_HAND.replace("\n", "\r\n")], ids=["new", "by hand", "crlf"])
def test_what_is_recorded_is_read_again_and_undone_to_the_byte(
    tmp_path: Path, correction: Correction, before: str
) -> None:
    file = tmp_path / FILE_NAME
    if before:
        file.write_bytes(before.encode())
    old = list(load_workspace(tmp_path).corrections())
    record(tmp_path, correction)
    assert file.read_bytes().decode().startswith(before)
    assert sorted(map(correction_id, load_workspace(tmp_path).corrections())) == sorted(
        map(correction_id, [*old, correction])
    )
    assert correction in load_workspace(tmp_path).corrections()
    assert undo(tmp_path, correction_id(correction)) == correction
    assert (file.read_bytes().decode() if file.exists() else "") == before


@pytest.mark.parametrize("before", ["", BY_HAND], ids=["new", "by hand"])
def test_corrections_are_undone_in_any_order(tmp_path: Path, before: str) -> None:
    if before:
        (tmp_path / FILE_NAME).write_text(before, encoding="utf-8")
    for correction in CORRECTIONS:
        record(tmp_path, correction)
    for correction in [*CORRECTIONS[1::2], *CORRECTIONS[::2]]:
        assert undo(tmp_path, correction_id(correction)) == correction
    file = tmp_path / FILE_NAME
    assert (file.read_text(encoding="utf-8") if file.exists() else "") == before


def test_what_was_written_by_hand_can_be_undone_and_the_comments_of_others_stay(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text(BY_HAND, encoding="utf-8")
    [accepted] = load_workspace(tmp_path).accepted
    assert undo(tmp_path, correction_id(accepted)) == accepted
    left = (tmp_path / FILE_NAME).read_text(encoding="utf-8")
    assert left.startswith("# Written by hand, with care.\n")
    assert "# the first" in left
    assert "# About the next one\n[[merge]]" in left
    assert (load_workspace(tmp_path).accepted, len(load_workspace(tmp_path).merges)) == ((), 1)


def test_the_same_correction_stands_there_once(tmp_path: Path) -> None:
    record(tmp_path, CORRECTIONS[0])
    record(tmp_path, CORRECTIONS[0])
    assert list(load_workspace(tmp_path).corrections()) == CORRECTIONS[:1]


def test_a_reviewer_who_thinks_again_has_one_judgement_and_another_keeps_theirs(tmp_path: Path) -> None:
    other = Signature("B. Reviewer", "2026-03-02", "no")
    record(tmp_path, Accept("0f3a", SIGNED))
    record(tmp_path, Accept("0f3a", other))
    record(tmp_path, Reject("0f3a", SIGNED))
    found = load_workspace(tmp_path)
    assert [item.signed.who for item in found.accepted] == ["B. Reviewer"]
    assert [item.signed.who for item in found.rejected] == ["A. Reviewer"]


def test_undoing_what_is_not_there_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text(BY_HAND, encoding="utf-8")
    assert undo(tmp_path, "0" * 16) is None
    assert (tmp_path / FILE_NAME).read_text(encoding="utf-8") == BY_HAND


@pytest.mark.parametrize("change", [lambda folder: record(folder, CORRECTIONS[0]), lambda folder: undo(folder, "0")])
def test_a_file_that_cannot_be_understood_is_left_alone(tmp_path: Path, change: Callable[[Path], object]) -> None:
    (tmp_path / FILE_NAME).write_text("[[accept]\n", encoding="utf-8")
    with pytest.raises(WorkspaceError, match="not valid TOML"):
        change(tmp_path)
    assert (tmp_path / FILE_NAME).read_text(encoding="utf-8") == "[[accept]\n"


def test_a_correction_that_could_not_be_read_again_is_not_written(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match="address or number"):
        record(tmp_path, Reject("1e2d", Signature("a.reviewer@example.org", "2026-03-01", "no")))
    assert not (tmp_path / FILE_NAME).exists()


def _record_many(folder: str, who: str) -> None:
    for number in range(15):
        record(Path(folder), Accept(f"{number:04d}", Signature(who, "2026-03-01", "seen")))


def test_two_reviewers_at_once_do_not_lose_each_others_work(tmp_path: Path) -> None:
    with ProcessPoolExecutor(2) as pool:
        list(pool.map(_record_many, [str(tmp_path)] * 2, ["A. Reviewer", "B. Reviewer"]))
    found = load_workspace(tmp_path).accepted
    assert len(found) == 30
    assert len({(item.id, item.signed.who) for item in found}) == 30
