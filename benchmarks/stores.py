"""How long the stores take: to write a graph, to open it, to answer questions, and to find chains.

    python benchmarks/stores.py [--triples 1000000] [--repeat 5] [--without-rdflib]

One invented graph is kept in memory, on disk, on an Oxigraph server that this script starts on this
machine, and in rdflib's own store, and the queries that `ask` makes are put to each. Prints a table in
Markdown: seconds for writing and opening, milliseconds for each query (the median of several).
"""

from __future__ import annotations

import argparse
import io
import math
import resource
import signal
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

import pyoxigraph
from rdflib import Dataset
from sparql_server import running_server

from protocolgraph.analyse.ask.query import make_query
from protocolgraph.analyse.ask.reading import read_question
from protocolgraph.graph import Choice, DiskStore, EndpointStore, Graph, MemoryStore, Store
from protocolgraph.graph.rdf import iter_quads
from protocolgraph.model import (
    BASE,
    DocumentInfo,
    Duty,
    DutyContent,
    Entity,
    EntityType,
    Evidence,
    Fact,
    Knowledge,
    Modality,
    NameUse,
    Scope,
    Span,
    digest,
)
from protocolgraph.vocab.schema import prefixes

_PATIENCE = 60.0
"""Seconds after which rdflib is asked no longer."""
BODIES = 20
"""Bodies of each document, each with a chair, members, a line, a frequency and duties."""

QUESTIONS = (
    "Who chairs Board 1-3?",
    "To whom does Board 1-3 report, and how often?",
    "What reports does Board 1-0 receive?",
    "What must Board 1-3 do?",
    "Who must publish plan 3 of document 1?",
    "What is the escalation route from Board 1-19?",
    "What do Board 1-3 and Board 1-4 share?",
    "According to document-1.txt, which bodies have no chair?",
    "Which bodies have no chair?",
)


def main() -> None:
    """Run it all and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--triples", type=int, default=1_000_000)
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--without-rdflib", action="store_true")
    options = parser.parse_args()
    knowledge, triples = graph_of(options.triples)
    graph = Graph(knowledge)
    queries = {question: make_query(read_question(question, graph, Choice()), graph) for question in QUESTIONS}
    columns: dict[str, dict[str, float]] = {}
    with places() as stores:
        for name, make in stores.items():
            say(name)
            columns[name] = measured(make, knowledge, queries, repeat=options.repeat)
    if not options.without_rdflib:
        say("rdflib")
        columns["rdflib"] = measured_rdflib(knowledge, queries)
    columns["records"] = {"chain": 1000 * timed(lambda: graph.chains("Board 1-19", "Board 1-0"))}
    print_table(columns, triples=triples)


def graph_of(triples: int) -> tuple[Knowledge, int]:
    """Return an invented graph with at least so many triples in its named graphs, and how many they are."""
    one = sum(1 for _ in iter_quads(joined(1)))
    documents = -(-triples // one)
    knowledge = joined(documents)
    return knowledge, sum(1 for _ in iter_quads(knowledge))


def joined(documents: int) -> Knowledge:
    """Return the knowledge of so many invented documents."""
    infos, entities, uses, facts, duties = [], [], [], [], []
    for number in range(documents):
        name = f"document-{number}.txt"
        infos.append(
            DocumentInfo(name, digest(name), f"Document {number}", f"{2000 + number % 20}", "Northam", "protocol", "m")
        )
        for index in range(BODIES):
            board, chair = (
                entity(f"Board {number}-{index}", EntityType.BODY, name),
                entity(f"Chair {number}-{index}", EntityType.ROLE, name),
            )
            entities += [board, chair]
            facts += facts_of(board, chair, number, index, name)
            duties += [duty(board, f"publish plan {item} of document {number}", name, item) for item in range(8)]
        uses += [NameUse(name, item.id, (item.name,)) for item in entities[-2 * BODIES :]]
    return Knowledge(
        documents=tuple(sorted(infos, key=lambda item: item.name)),
        entities=tuple(sorted(entities, key=lambda item: item.id)),
        uses=tuple(sorted(uses, key=lambda use: (use.document, use.entity))),
        facts=tuple(sorted(facts, key=lambda fact: fact.id)),
        duties=tuple(sorted(duties, key=lambda item: item.id)),
    )


def entity(name: str, kind: EntityType, document: str) -> Entity:
    """Return an entity of one document."""
    return Entity(
        f"{BASE}northam/{kind}/{name.lower().replace(' ', '-')}", kind, name, (), "Northam", Scope.LOCAL, (document,)
    )


def facts_of(board: Entity, chair: Entity, number: int, index: int, document: str) -> Iterator[Fact]:
    """Yield a board's facts: it reports and escalates to the one before it; every third has no chair."""
    above = f"{BASE}northam/body/board-{number}-{max(index - 1, 0)}"
    if index % 3:
        yield fact(chair.id, "chairs", board.id, document)
    yield fact(board.id, "meets", None, document, frequency="monthly")
    if index:
        yield fact(board.id, "reports_to", above, document, frequency="annual")
        yield fact(board.id, "escalates_to", above, document)
    for other in range(4):
        yield fact(f"{BASE}northam/role/chair-{number}-{(index + other) % BODIES}", "member_of", board.id, document)


def fact(subject: str, predicate: str, object_: str | None, document: str, **qualifiers: str) -> Fact:
    """Return a fact with its evidence."""
    key = digest(document, subject, predicate, object_)
    return Fact(
        key,
        subject,
        predicate,
        object_,
        tuple(sorted(qualifiers.items())),
        negated=False,
        evidence=words(key, document),
    )


def duty(board: Entity, text: str, document: str, item: int) -> Duty:
    """Return a duty with its evidence."""
    key = digest(document, board.id, text, item)
    return Duty(key, board.id, DutyContent(Modality.MUST, "publish", text), (), None, words(key, document))


def words(key: str, document: str) -> Evidence:
    """Return a place in a document."""
    return Evidence(
        document,
        (Span(0, 80),),
        f"The words of statement {key}, as long as a sentence is.".ljust(80),
        "1.1",
        1,
        "r",
        0.9,
    )


@contextmanager
def places() -> Iterator[dict[str, Callable[[], Store]]]:
    """Yield what makes an empty store in each place."""
    with tempfile.TemporaryDirectory() as folder, running_server() as url:
        yield {
            "memory": lambda: MemoryStore(Knowledge((), (), (), (), ())),
            "disk": lambda: DiskStore(Path(folder) / "graph"),
            "server": lambda: EndpointStore(url),
        }


def measured(
    make: Callable[[], Store], knowledge: Knowledge, queries: dict[str, str], *, repeat: int
) -> dict[str, float]:
    """Return seconds to write and to open, and milliseconds for each query."""
    store = make()
    found = {"write": timed(lambda: (store.replace(knowledge), store.query("ASK { ?s ?p ?o }")))}
    fresh = store if isinstance(store, MemoryStore) else make()
    found["open"] = timed(fresh.knowledge)
    for question, query in queries.items():
        times = [timed(lambda query=query: fresh.query(query)) for _ in range(repeat)]
        found[question] = 1000 * statistics.median(times)
    return found


def measured_rdflib(knowledge: Knowledge, queries: dict[str, str]) -> dict[str, float]:
    """The same in rdflib's own store, from N-Quads; its dataset takes the union as the default graph."""
    data = io.BytesIO()
    pyoxigraph.serialize(iter_quads(knowledge), data, format=pyoxigraph.RdfFormat.N_QUADS)
    dataset = Dataset(default_union=True)
    for prefix, namespace in prefixes().items():
        dataset.bind(prefix, namespace)
    found = {"write": timed(lambda: dataset.parse(io.BytesIO(data.getvalue()), format="nquads"))}
    for question, query in queries.items():
        if "FROM" in query:
            continue  # rdflib would fetch the graphs from the web
        say(f"  {question}")
        found[question] = 1000 * timed(lambda query=query: list(dataset.query(query)), most=_PATIENCE)
    return found


def timed(work: Callable[[], object], *, most: float | None = None) -> float:
    """Return how many seconds it takes; infinity if it takes longer than `most`, and is stopped."""
    start = time.perf_counter()
    if most is not None:
        signal.signal(signal.SIGALRM, _stop)
        signal.setitimer(signal.ITIMER_REAL, most)
    try:
        work()
    except TimeoutError:
        return math.inf
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    return time.perf_counter() - start


def _stop(*_: object) -> None:
    raise TimeoutError


def print_table(columns: dict[str, dict[str, float]], *, triples: int) -> None:
    """Print the figures."""
    names = [name for name in columns if name != "records"]
    print(f"{triples:,} triples in the named graphs. Writing and opening in seconds, queries in milliseconds.\n")
    print("|", " | ".join(["", *names]), "|")
    print("|---" + "|---:" * len(names) + "|")
    for row in ("write", "open", *QUESTIONS):
        cells = [_cell(columns[name].get(row)) for name in names]
        print("|", " | ".join([row, *cells]), "|")
    print(f"\nA chain of 19 links, on the records of any store: {columns['records']['chain']:.1f} ms.")
    print(f"Most memory that this process had: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB.")


def _cell(value: float | None) -> str:
    if value is None:
        return ""
    return f"over {_PATIENCE * 1000:,.0f}" if math.isinf(value) else f"{value:,.1f}"


def say(text: str) -> None:
    """Tell how far it is."""
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
