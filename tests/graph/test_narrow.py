from dataclasses import replace

import pytest
from factory import join_knowledge, make_knowledge

from protocolgraph.errors import UsageError
from protocolgraph.graph import Choice, Graph

OLD = make_knowledge("Board reports_to Council", document="old.txt")
NEW = make_knowledge("Board reports_to Panel", document="new.txt")
SOUTH = make_knowledge("Forum reports_to Council", document="south.txt", area="Southam")
DATES = {"old.txt": "2012-05", "new.txt": "2015", "south.txt": None}
JOINED = join_knowledge(OLD, NEW, SOUTH)
GRAPH = Graph(replace(JOINED, documents=tuple(replace(item, date=DATES[item.name]) for item in JOINED.documents)))


def names(choice: Choice) -> list[str]:
    return [document.name for document in GRAPH.narrowed(choice).documents]


def test_a_statement_holds_as_of_its_documents_date() -> None:
    assert GRAPH.narrowed(Choice(as_of=2014)).body("Board").reports_to.names == ("Council",)
    assert GRAPH.narrowed(Choice(as_of=2015)).body("Board").reports_to.names == ("Council", "Panel")


def test_a_document_without_a_date_is_of_no_year() -> None:
    assert names(Choice(as_of=2030)) == ["new.txt", "old.txt"]
    assert names(Choice(years=(2015,))) == ["new.txt"]


def test_an_area_is_that_of_the_documents() -> None:
    assert names(Choice(area="southam")) == ["south.txt"]
    assert [entity.name for entity in GRAPH.narrowed(Choice(area="Southam"))] == ["Council", "Forum"]


def test_a_document_is_named_by_its_name_its_title_or_a_part_of_them() -> None:
    assert names(Choice(documents=("old.txt",))) == ["old.txt"]
    assert names(Choice(documents=("Title of new.txt",))) == ["new.txt"]
    assert names(Choice(documents=("new", "old"))) == ["new.txt", "old.txt"]


def test_queries_see_only_the_documents_that_count() -> None:
    southam = GRAPH.narrowed(Choice(area="Southam"))
    query = "ASK { ?who pg:reportsTo ?whom . ?who skos:prefLabel 'Board' }"
    assert (southam.sparql(query).rows, GRAPH.sparql(query).rows) == (((False,),), ((True,),))


def test_no_choice_narrows_nothing() -> None:
    assert GRAPH.narrowed(Choice()) is GRAPH


@pytest.mark.parametrize(
    ("choice", "told"),
    [
        (Choice(documents=("odl.txt",)), "old.txt"),
        (Choice(documents=("txt",)), "may be any"),
        (Choice(area="Westam"), "Northam, Southam"),
        (Choice(as_of=1990), "as of 1990"),
    ],
)
def test_a_choice_that_leaves_nothing_says_what_there_is(choice: Choice, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        GRAPH.narrowed(choice)
