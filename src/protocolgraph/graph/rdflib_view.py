"""A graph as an rdflib dataset, without a copy."""

from __future__ import annotations

import pyoxigraph
from oxrdflib import OxigraphStore
from rdflib import Dataset

from protocolgraph.vocab.schema import prefixes


def dataset(store: pyoxigraph.Store) -> Dataset:
    """Return a dataset over this store whose default graph is the union of the named graphs."""
    view = Dataset(store=OxigraphStore(store=store))
    for prefix, namespace in prefixes().items():
        view.bind(prefix, namespace)
    return view
