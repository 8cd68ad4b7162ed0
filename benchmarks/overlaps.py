"""How long it takes to find like duties: on a graph, and among duties that are made up.

    python benchmarks/overlaps.py [GRAPH] [--duties 100000]

Made-up duties are an action, a subject, people and a purpose each, drawn from the thesaurus and a list of plain
words with a fixed seed; one in fifty is another's with one word changed.
"""

from __future__ import annotations

import argparse
import random
import resource
import time

import protocolgraph as pg
from protocolgraph.analyse.checks.run import run_checks
from protocolgraph.analyse.likeness.candidates import alike
from protocolgraph.analyse.likeness.meaning import meaning_of
from protocolgraph.vocab.lexicon import load_yaml

LEAST = 0.62
SEED = 1
PURPOSES = 4000
"""How many different words the purposes are made of: documents of many areas name many things of their own."""
SYLLABLES = ("bar", "den", "fel", "gor", "hal", "lim", "mor", "nev", "pel", "ras", "sol", "tam", "ver", "wen")


def main() -> None:
    """Print the times."""
    parser = argparse.ArgumentParser()
    parser.add_argument("graph", nargs="?")
    parser.add_argument("--duties", type=int, default=100_000)
    given = parser.parse_args()
    if given.graph:
        on_graph(given.graph)
    on_generated(given.duties)


def on_graph(folder: str) -> None:
    """Time all checks on a graph, and those for overlaps alone."""
    knowledge = pg.open(folder).knowledge
    for name, selection in (("all checks", pg.Selection()), ("overlaps", pg.Selection(select=("overlap",)))):
        start = time.perf_counter()
        findings = run_checks(knowledge, selection=selection).findings
        print(f"{name}: {len(knowledge.duties)} duties, {time.perf_counter() - start:.2f} s, {len(findings)} findings")


def on_generated(number: int) -> None:
    """Time the search for like pairs among made-up duties."""
    texts = duties(number)
    start = time.perf_counter()
    meanings = [meaning_of(text) for text in texts]
    read = time.perf_counter() - start
    start = time.perf_counter()
    pairs = sum(1 for _ in alike(meanings, least=LEAST))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    told = f"meanings {read:.1f} s, pairs {time.perf_counter() - start:.1f} s, {pairs} pairs, {memory} MB"
    print(f"{number} made-up duties: {told}")


def duties(number: int) -> list[str]:
    """Return made-up duties, the same for the same number."""
    chance = random.Random(SEED)
    themes, actions = load_yaml("thesaurus/themes.yaml"), load_yaml("thesaurus/actions.yaml")
    verbs = [entry["words"][0] for entry in actions.values()]
    subjects = [words[0] for words in themes["subjects"].values()]
    people = [words[0] for words in themes["beneficiaries"].values()]
    words = ["".join(chance.choices(SYLLABLES, k=3)) for _ in range(PURPOSES)]
    made: list[str] = []
    for _ in range(number):
        if made and chance.random() < 0.02:
            other = chance.choice(made).rsplit(" ", 1)[0]
            made.append(f"{other} {chance.choice(words)}")
        else:
            purpose = " and ".join(chance.sample(words, 3))
            made.append(
                f"{chance.choice(verbs)} the {chance.choice(subjects)} for {chance.choice(people)} on {purpose}"
            )
    return made


if __name__ == "__main__":
    main()
