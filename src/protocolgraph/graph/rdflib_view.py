"""A graph as an rdflib dataset, without a copy."""

from __future__ import annotations

from typing import NoReturn

import pyoxigraph
from oxrdflib import OxigraphStore
from rdflib import Dataset
from rdflib.graph import ModificationException

from protocolgraph.vocab.schema import prefixes


class ReadOnlyStore(OxigraphStore):  # type: ignore[misc]  # oxrdflib is not typed for us
    """An Oxigraph store that rdflib can read and cannot change."""

    def add(self, *_: object, **__: object) -> NoReturn:
        """Refuse."""
        raise ModificationException

    addN = remove = update = remove_graph = add  # noqa: N815  # rdflib's names

    def add_graph(self, graph: object) -> None:
        """Do nothing: rdflib announces each graph that it hands out, and those are there already."""


def dataset(store: pyoxigraph.Store) -> Dataset:
    """Return a read-only dataset over this store, whose default graph is the union of the named graphs."""
    view = Dataset(store=ReadOnlyStore(store=store))
    for prefix, namespace in prefixes().items():
        view.bind(prefix, namespace)
    return view
