"""The workspace file: what it may say, and what is said of it when it is wrong."""

from __future__ import annotations

from fnmatch import fnmatchcase
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocolgraph import workspace
from protocolgraph.errors import WorkspaceError
from protocolgraph.model import Document, EntityType, Modality, Page, Scope, from_dict, to_dict
from protocolgraph.model.workspace import AddedFact, DocumentOverride, Signature, Workspace
from protocolgraph.workspace import FILE_NAME, load_workspace, place_quotes

SIGNED = 'who = "A. Reviewer"\nwhen = 2026-03-01\nwhy = "seen"\n'


def load(folder: Path, text: str) -> Workspace:
    (folder / FILE_NAME).write_text(text, encoding="utf-8")
    return load_workspace(folder)


def test_no_file_says_nothing(tmp_path: Path) -> None:
    assert load_workspace(tmp_path) == Workspace()
    assert load(tmp_path, "# only a comment\n") == Workspace()


def test_documents_by_name_path_and_pattern(tmp_path: Path) -> None:
    found = load(
        tmp_path,
        """
        [[document]]
        name = "north/*"
        area = "Northwick"
        [[document]]
        name = "*.txt"
        kind = "protocol"
        [[document]]
        name = "pack.txt"
        date = 2014-03-05
        title = "A pack"
        area = "Southmoor"
        """,
    )
    assert found.override("pack.txt", path="north/pack.txt") == DocumentOverride(
        "Southmoor", "2014-03-05", "A pack", "protocol"
    )
    assert found.override("other.pdf", path="north/other.pdf") == DocumentOverride(area="Northwick")
    assert found.override("other.pdf") == DocumentOverride()


@given(st.lists(st.text("ab/*?[]", min_size=1, max_size=6), max_size=8), st.text("ab[", min_size=1), st.text("ab/"))
def test_every_pattern_that_fits_a_document_counts_and_the_last_wins(
    patterns: list[str], name: str, folder: str
) -> None:
    said = tuple((pattern, DocumentOverride(title=str(number))) for number, pattern in enumerate(patterns))
    path = folder + name
    fitting = [n for n, pattern in enumerate(patterns) if fnmatchcase(name, pattern) or fnmatchcase(path, pattern)]
    assert Workspace(said).override(name, path=path).title == (str(fitting[-1]) if fitting else None)


@pytest.mark.parametrize("date", ['"2014"', '"2014-03"', '"2014-03-05"', "2014-03-05"])
def test_dates(tmp_path: Path, date: str) -> None:
    found = load(tmp_path, f'[[document]]\nname = "a.txt"\ndate = {date}\n')
    assert found.override("a.txt").date == date.strip('"')


def test_corrections_are_signed(tmp_path: Path) -> None:
    found = load(
        tmp_path,
        f"""
[[alias]]
name = "NCSB"
means = "Northwick Safeguarding Children Board"
type = "body"
document = "a.txt"
{SIGNED}
[[merge]]
names = ["A Board", "B Board", "C Board"]
area = "Northwick"
{SIGNED}
[[split]]
names = ["A Panel", "B Panel"]
{SIGNED}
[[rename]]
name = "Local Authority"
to = "Northwick Borough Council"
{SIGNED}
[[accept]]
id = "0f3a"
{SIGNED}
[[reject]]
id = "1e2d"
{SIGNED}
[[waive]]
code = "PG104"
entities = ["A Panel"]
{SIGNED}
""",
    )
    signed = Signature("A. Reviewer", "2026-03-01", "seen")
    assert (found.aliases[0].type, found.aliases[0].document, found.aliases[0].area) == (EntityType.BODY, "a.txt", None)
    assert (found.merges[0].names, found.merges[0].area) == (("A Board", "B Board", "C Board"), "Northwick")
    assert found.splits[0].names == ("A Panel", "B Panel")
    assert (found.renames[0].name, found.renames[0].to) == ("Local Authority", "Northwick Borough Council")
    assert (found.accepted[0].id, found.rejected[0].id) == ("0f3a", "1e2d")
    assert (found.waivers[0].code, found.waivers[0].entities, found.waivers[0].documents) == ("PG104", ("A Panel",), ())
    assert {alias.signed for alias in found.aliases} | {merge.signed for merge in found.merges} == {signed}
    assert {accept.signed for accept in found.accepted} | {waiver.signed for waiver in found.waivers} == {signed}


ADDED = f"""
[[add]]
document = "a.txt"
quote = "The Panel is accountable to [...] Cabinet"
subject = "Corporate Parenting Panel"
predicate = "accountable_to"
object = "Cabinet Member"
object_type = "role"
object_scope = "generic"
negated = true
section = "4.2"
qualifiers = {{ frequency = "annual" }}
{SIGNED}
[[add]]
document = "a.txt"
quote = "will publish a plan"
bearer = "Corporate Parenting Panel"
modality = "will"
action = "publish"
text = "publish a plan"
to = ["Cabinet"]
product = "Plan"
frequency = "annual"
{SIGNED}
"""


def test_added_statements(tmp_path: Path) -> None:
    found = load(tmp_path, ADDED)
    [fact], [duty] = found.facts, found.duties
    assert (fact.subject.type, fact.subject.scope) == (EntityType.BODY, Scope.LOCAL)
    assert fact.object is not None
    assert (fact.object.type, fact.object.scope) == (EntityType.ROLE, Scope.GENERIC)
    assert (fact.negated, fact.section, fact.qualifiers) == (True, "4.2", (("frequency", "annual"),))
    assert (duty.modality, duty.action, duty.frequency) == (Modality.WILL, "publish", "annual")
    assert duty.product is not None
    assert duty.product.type is EntityType.PUBLICATION
    assert [body.name for body in duty.to] == ["Cabinet"]
    assert fact.spans == duty.spans == ()


def test_the_records_survive_a_file(tmp_path: Path) -> None:
    found = load(tmp_path, ADDED)
    assert from_dict(AddedFact, to_dict(found.facts[0])) == found.facts[0]


def document(text: str) -> Document:
    pages = (Page(1, 0, 20), Page(2, 20, len(text)))
    return Document("a.txt", "0" * 64, "text/plain", text, pages, ())


def test_quotes_are_placed_in_the_text_word_for_word(tmp_path: Path) -> None:
    text = "Some words before.\n\n  The Panel is accountable to the Council’s  \n Cabinet and will\npublish a  plan."
    placed, problems = place_quotes(load(tmp_path, ADDED), {"a.txt": document(text)})
    [fact], [duty] = placed.facts, placed.duties
    assert problems == ()
    assert [text[span.start : span.end] for span in fact.spans] == ["The Panel is accountable to", "Cabinet"]
    assert fact.quote == "The Panel is accountable to […] Cabinet"
    assert duty.quote == "will\npublish a  plan"
    assert (fact.page, duty.page) == (2, 2)


def test_a_quote_that_does_not_stand_in_the_text_is_named(tmp_path: Path) -> None:
    loaded = load(tmp_path, ADDED)
    placed, problems = place_quotes(loaded, {"a.txt": document("Something else altogether, said at length.")})
    assert placed.facts[0].spans == ()
    assert ["do not stand in a.txt" in problem for problem in problems] == [True, True]
    _, problems = place_quotes(loaded, {})
    assert all("not in this build" in problem for problem in problems)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("documents = [", "not valid TOML"),
        ("[[documents]]\nname = 'a'", "'documents' is not known"),
        ("[document]\nname = 'a'", r"\[\[document\]\]"),
        ("[[document]]\narea = 'A'", "name is missing"),
        ("[[document]]\nname = 'a'\narea = 'A'\nyear = '2014'", "'year' is not a key"),
        ("[[document]]\nname = 'a'", "says nothing"),
        ("[[document]]\nname = 'a'\ndate = 'March 2014'", "is not a date"),
        ("[[document]]\nname = 'a'\narea = 5", "area must be a text"),
        ("[[merge]]\nnames = ['A', 'B']\nwho = 'W'\nwhen = 2026-01-01", "why is missing"),
        ("[[merge]]\nnames = ['A', 'B']\nwho = 'W'\nwhy = 'y'", "when is missing"),
        (f"[[merge]]\nnames = ['A']\n{SIGNED}", "at least 2"),
        (f"[[merge]]\nnames = 'A'\n{SIGNED}", "list of texts"),
        (f"[[alias]]\nname = 'A'\nmeans = 'B'\ntype = 'thing'\n{SIGNED}", "body, role, person"),
        (f"[[reject]]\n{SIGNED}", "id is missing"),
        (f"[[add]]\ndocument = 'a'\n{SIGNED}", "either subject"),
        (f"[[add]]\ndocument = 'a'\nquote = 'q'\nbearer = 'A'\n{SIGNED}", "modality is missing"),
        (
            f"[[add]]\ndocument = 'a'\nquote = 'q'\nsubject = 'A'\npredicate = 'p'\nnegated = 'no'\n{SIGNED}",
            "true or false",
        ),
        (
            f"[[add]]\ndocument = 'a'\nquote = 'q'\nsubject = 'A'\npredicate = 'p'\nqualifiers = 'x'\n{SIGNED}",
            "by name",
        ),
    ],
)
def test_what_is_wrong_is_said_with_the_file_and_the_place(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(WorkspaceError, match=said) as caught:
        load(tmp_path, text)
    assert str(tmp_path / FILE_NAME) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"\xff\xfe\x00")
    with pytest.raises(WorkspaceError, match="UTF-8"):
        load_workspace(tmp_path)


def test_the_example_in_the_manual_page_is_one(tmp_path: Path) -> None:
    """The form that the module describes can be loaded as it stands, its dots filled with a signature."""
    text = (workspace.__doc__ or "").split("as it may stand in a file:")[1].split("A key that is not known")[0]
    found = load(tmp_path, text.replace("    ...", SIGNED))
    assert all((found.documents, found.aliases, found.merges, found.splits, found.renames, found.accepted))
    assert all((found.rejected, found.facts, found.duties, found.waivers))


def test_the_workspace_of_the_corpus_can_be_read() -> None:
    assert load_workspace(Path(__file__).parents[1] / "corpus").documents
