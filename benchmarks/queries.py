"""A graph of a million triples on disk: opening it, and show, path, ask and a page of the explorer once it is open.

Beside it, one of its queries in rdflib's memory store. `stores.py` compares all places where a graph can be kept.
"""

from __future__ import annotations

import io
import tempfile
from pathlib import Path

import pyoxigraph
from rdflib import Dataset
from starlette.testclient import TestClient

import protocolgraph as pg
from benchmarks.measuring import Contest, Row, program, seconds
from benchmarks.stores import graph_of
from protocolgraph.analyse.ask.query import make_query
from protocolgraph.analyse.ask.reading import read_question
from protocolgraph.graph import Choice, save_graph
from protocolgraph.graph.rdf import iter_quads
from protocolgraph.model import BASE
from protocolgraph.pipeline.serving import make_site
from protocolgraph.present import make_profile
from protocolgraph.vocab.schema import prefixes
from protocolgraph.web import make_app

TRIPLES = 1_000_000
QUESTION = "Who chairs Board 1-4?"
BOARD, ABOVE = "Board 1-19", "Board 1-0"


def run(*, rounds: int, large: bool) -> list[Row]:
    """Measure."""
    knowledge, triples = graph_of(TRIPLES if large else TRIPLES // 10)
    of = f"{triples / 1e6:.1f} million triples"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "graph"
        save_graph(knowledge, folder)
        rows = Contest(
            f"show as a command, {of}", "s", {"protocolgraph": program("-g", name + "/graph", "show", BOARD)}
        )
        found = rows.rows(rounds)
        graph = pg.open(folder)
        found += Contest(f"open, {of}", "s", {"protocolgraph": lambda: seconds(lambda: pg.open(folder))}).rows(rounds)
        client = TestClient(make_app(make_site(folder)), base_url="http://127.0.0.1")
        page = "/id/" + graph.entity(BOARD).id.removeprefix(BASE)
        uses = {
            "show": lambda: make_profile(graph.around(BOARD), graph.entity(BOARD).record),
            "path": lambda: graph.chains(BOARD, ABOVE),
            "ask": lambda: pg.ask(graph, QUESTION),
            "a page of the explorer": lambda: client.get(page).raise_for_status(),
        }
        for what, use in uses.items():
            use()
            run_it = {"protocolgraph": lambda use=use: 1000 * seconds(use)}
            found += Contest(f"{what}, graph open, {of}", "ms", run_it).rows(rounds)
        query = make_query(read_question(QUESTION, graph, Choice()), graph)
        data = io.BytesIO()
        pyoxigraph.serialize(iter_quads(knowledge), data, format=pyoxigraph.RdfFormat.N_QUADS)
        peer = Dataset(default_union=True)
        for prefix, namespace in prefixes().items():
            peer.bind(prefix, namespace)
        peer.parse(io.BytesIO(data.getvalue()), format="nquads")
        both = {
            "disk": lambda: 1000 * seconds(lambda: graph.sparql(query)),
            "rdflib's memory store": lambda: 1000 * seconds(lambda: list(peer.query(query))),
        }
        return found + Contest(f"query of `ask`, {of}", "ms", both).rows(rounds)
