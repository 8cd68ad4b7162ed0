"""Writes invented governance documents of many areas, with the gold that it knows: the same for the same seed.

    python -m benchmarks.documents FOLDER [--count 50] [--words 150 400] [--seed 1]

Document by document: a protocol, terms of reference or minutes of the bodies of one area, thirty-three to an area.
The first documents of a larger set are those of a smaller one. `FOLDER/AREA/NAME.txt` is the document and
`FOLDER/gold/NAME.json` its gold, in the form that `protocolgraph evaluate` reads.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from benchmarks import wordings

PER_AREA = 33
SHORT = (150, 400)
"""Words of a document in which 5,000 are read in minutes."""
LONG = (1500, 3500)
"""Words of a document as councils publish them."""
_MODAL_LIST = 3


@dataclass(frozen=True)
class Written:
    """A document and what it states."""

    name: str
    area: str
    text: str
    gold: dict[str, object]


def main() -> None:
    """Write the documents."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=50)
    parser.add_argument("--words", type=int, nargs=2, default=SHORT)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    write_documents(options.folder, options.count, words=tuple(options.words), seed=options.seed)


def write_documents(folder: Path, count: int, *, words: tuple[int, int] = SHORT, seed: int = 1) -> list[Path]:
    """Write so many documents and their gold, and return the documents' files in order."""
    (folder / "gold").mkdir(parents=True, exist_ok=True)
    files = []
    for number in range(count):
        written = make_document(number, words=words, seed=seed)
        file = folder / written.area / f"{written.name}.txt"
        file.parent.mkdir(exist_ok=True)
        file.write_text(written.text, encoding="utf-8")
        (folder / "gold" / f"{written.name}.json").write_text(json.dumps(written.gold, indent=1), encoding="utf-8")
        files.append(file)
    return files


def make_document(number: int, *, words: tuple[int, int] = SHORT, seed: int = 1) -> Written:
    """Return the document of this number."""
    random = Random(f"{seed}/{number}")
    area = place(number // PER_AREA)
    kind, write = _KINDS[number % len(_KINDS)]
    page = _Page(random, area, length=random.randint(*words))
    write(page)
    name = f"{area.lower()}-{kind}-{number:05d}"
    return Written(name, area, page.text, page.gold(f"{name}.txt"))


def place(number: int) -> str:
    """Return the name of an area."""
    turn, beginning = divmod(number, len(wordings.PLACE_BEGINNINGS))
    ending = (turn + beginning) % len(wordings.PLACE_ENDINGS)
    return wordings.PLACE_BEGINNINGS[beginning] + wordings.PLACE_ENDINGS[ending]


@dataclass
class _Page:
    """A document under way: its lines, and the gold of what they say."""

    random: Random
    area: str
    length: int
    lines: list[str] = field(default_factory=list)
    entities: dict[str, dict[str, object]] = field(default_factory=dict)
    facts: list[dict[str, object]] = field(default_factory=list)
    duties: list[dict[str, object]] = field(default_factory=list)
    sections: int = 0

    def __post_init__(self) -> None:
        chosen = self.random.sample(wordings.BODIES, 5)
        self.bodies = [f"{self.area} {name}" for name in chosen]
        self.people = self.random.sample([f"{g} {s}" for g in wordings.GIVEN for s in wordings.SURNAMES], 12)

    @property
    def text(self) -> str:
        return "\n".join(self.lines) + "\n"

    @property
    def is_full(self) -> bool:
        return sum(len(line.split()) for line in self.lines) >= self.length

    def gold(self, document: str) -> dict[str, object]:
        return {
            "document": document,
            "area": self.area,
            "entities": list(self.entities.values()),
            "facts": self.facts,
            "duties": self.duties,
        }

    def heading(self, text: str) -> None:
        self.sections += 1
        self.lines += ["", f"{self.sections}. {text}", ""]

    def entity(self, type: str, name: str) -> str:
        """Return the id of an entity, made when it is first named."""
        key = f"{type}-{name.lower().replace(' ', '-')}"
        scope = "national" if type == "legislation" else "local"
        self.entities.setdefault(key, {"id": key, "type": type, "name": name, "aliases": [], "scope": scope})
        return key

    def fact(self, kind: str, a: str, b: str) -> str:
        """Return a sentence that states a fact about two bodies, and note the fact."""
        subject, predicate, obj, ways = wordings.FACTS[kind]
        random, short = self.random, a.removeprefix(f"{self.area} ")
        values = {
            "a": a,
            "b": b,
            "role": f"{random.choice(wordings.POSTS)} of the {short}",
            "person": f"{random.choice(wordings.TITLES)} {random.choice(self.people)}",
            "pub": f"{short} {random.choice(wordings.PUBLICATIONS)}",
            "law": random.choice(wordings.LAWS),
        }
        types = {"a": "body", "b": "body", "role": "role", "person": "person", "pub": "publication"}
        spoken = {**values, "a": f"the {a}", "b": f"the {b}", "often": random.choice(wordings.FREQUENCIES)}
        sentence = random.choice(ways).format(**spoken)
        sentence = sentence[0].upper() + sentence[1:]
        end = self.entity(types.get(obj, "legislation"), values[obj]) if obj else None
        self.facts.append(
            {"s": self.entity(types[subject], values[subject]), "p": predicate, **({"o": end} if end else {}),
             "q": {} if end else {"frequency": spoken["often"]}, "section": str(self.sections), "quote": sentence}
        )  # fmt: skip
        return sentence

    def task(self) -> tuple[str, str]:
        """Return a verb, and the clause that it begins."""
        verb = self.random.choice(wordings.VERBS)
        return verb, f"{verb} {self.random.choice(wordings.OBJECTS)}{self.random.choice(wordings.TAILS)}"

    def duty(self, bearer: str, type: str, modality: str, task: tuple[str, str], quote: str) -> None:
        """Note a duty."""
        self.duties.append(
            {"bearer": self.entity(type, bearer), "modality": modality, "action": task[0], "text": task[1], "to": [],
             "product": None, "frequency": None, "section": str(self.sections), "quote": quote}
        )  # fmt: skip

    def duties_of(self, body: str) -> None:
        """Write what a body must do: a sentence, or a lead-in with a list."""
        modality, modal = self.random.choice(wordings.MODALS)
        if self.random.random() < 0.5:
            task = self.task()
            sentence = f"The {body} {modal} {task[1]}."
            self.duty(body, "body", modality, task, sentence)
            self.lines += [sentence, ""]
            return
        self.lines.append(f"The {body} {modal}:")
        for label in "abc"[: self.random.randint(2, _MODAL_LIST)]:
            task = self.task()
            self.duty(body, "body", modality, task, task[1])
            self.lines.append(f"({label}) {task[1]};")
        self.lines[-1] = self.lines[-1].removesuffix(";") + "."
        self.lines.append("")

    def facts_about(self, body: str, kinds: tuple[str, ...], *, others: list[str]) -> None:
        """Write a paragraph of facts about a body, with a sentence that says nothing between them."""
        sentences = [self.fact(kind, body, self.random.choice(others)) for kind in kinds]
        sentences.insert(self.random.randint(1, len(sentences)), self.random.choice(wordings.NO_RELATION))
        self.lines += [*sentences, ""]

    def members(self, body: str) -> None:
        """Write a list of members."""
        self.lines.append(f"The members of the {body} are:")
        for name in self.random.sample(self.people, 4):
            entry = f"{self.random.choice(wordings.TITLES)} {name}"
            self.facts.append(
                {"s": self.entity("person", entry), "p": "member_of", "o": self.entity("body", body), "q": {},
                 "section": str(self.sections), "quote": entry}
            )  # fmt: skip
            self.lines.append(f"- {entry}")
        self.lines.append("")


def _protocol(page: _Page) -> None:
    first, second, *rest = page.bodies
    page.lines += [f"PROTOCOL BETWEEN THE {first.upper()} AND THE {second.upper()}"]
    while not page.is_full:
        for body, others in ((first, [second, *rest]), (second, [first, *rest])):
            page.heading(f"Role of the {body}")
            kinds = page.random.sample(("reports_to", "accountable_to", "oversees", "advises", "works_with"), 2)
            page.facts_about(body, tuple(kinds), others=others)
            page.duties_of(body)
        page.heading("Escalation and publications")
        page.facts_about(first, ("escalates_to", "produces"), others=[second])
        page.duties_of(page.random.choice(rest))


def _terms(page: _Page) -> None:
    body, *others = page.bodies
    page.lines += [body, "Terms of Reference"]
    page.heading("Purpose and legal basis")
    page.facts_about(body, ("established_under", "meets"), others=others)
    page.heading("Chair")
    page.facts_about(body, ("chairs", "holds"), others=others)
    page.heading("Membership")
    page.members(body)
    while not page.is_full:
        page.heading("Responsibilities")
        page.duties_of(body)
        page.heading("Accountability")
        kinds = page.random.sample(("reports_to", "accountable_to", "part_of", "oversees", "escalates_to"), 2)
        page.facts_about(body, tuple(kinds), others=others)


def _minutes(page: _Page) -> None:
    body, *others = page.bodies
    day, month, year = page.random.randint(1, 28), page.random.choice(_MONTHS), page.random.randint(2006, 2024)
    page.lines += [f"MINUTES OF THE {body.upper()}", f"{day} {month} {year}", ""]
    page.members(body)
    while not page.is_full:
        page.heading(page.random.choice(("Update from partners", "Work programme", "Governance", "Forward plan")))
        page.facts_about(body, tuple(page.random.sample(("reports_to", "produces", "works_with", "meets"), 2)),
                         others=others)  # fmt: skip
        other, task = page.random.choice(others), page.task()
        sentence = f"RESOLVED: That the {other} will {task[1]}."
        page.duty(other, "body", "will", task, sentence)
        page.lines += [sentence, ""]


_MONTHS = ("January", "March", "May", "July", "September", "November")
_KINDS: tuple[tuple[str, Callable[[_Page], None]], ...] = (
    ("protocol", _protocol),
    ("terms", _terms),
    ("minutes", _minutes),
)

if __name__ == "__main__":
    main()
