"""A review without a browser: its state as plain values, judging, taking back, and gold."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from protocolgraph.analyse.review import Figures, figures, queue
from protocolgraph.errors import UsageError
from protocolgraph.files import write_whole
from protocolgraph.graph import Choice, Graph, open_graph
from protocolgraph.model import Statement
from protocolgraph.model.workspace import Accept, Reject, Signature, Waiver
from protocolgraph.opening import is_url
from protocolgraph.pipeline.checking import check
from protocolgraph.pipeline.naming import distinct_names
from protocolgraph.pipeline.reading import Extracts
from protocolgraph.pipeline.reviewing import Desk
from protocolgraph.pipeline.sources import Catalogue
from protocolgraph.present.gold import gold_dict, gold_name
from protocolgraph.present.statement import sentence
from protocolgraph.workspace import FILE_NAME, not_applied

_SHORTEST = 6
"""Letters of an id that must be given."""
_SHOWN = 25
"""How many statements of the queue are shown."""


class Review:
    """The review of the graph in a folder."""

    def __init__(self, graph: str | Path, *, extractor: Extracts | None = None) -> None:
        if is_url(graph):
            raise UsageError("a graph on a server cannot be reviewed here: review it where its documents are")
        self._folder = Path(graph)
        self._desk = Desk(graph, extractor=extractor)
        self._graph: Graph = open_graph(graph)

    def status(self) -> dict[str, Any]:
        """Return progress, precision by kind and confidence, agreement, and corrections that match nothing."""
        found = figures(self._graph, self._desk.reviewed().judged)
        every = self._desk.corrections()
        waived = any(isinstance(item.correction, Waiver) for item in every)
        stale = set(check(self._folder).stale) if waived else set()
        idle = [item for item in every if item.idle or item.correction in stale]
        return {
            "judged": found.judged,
            "statements": found.statements,
            **_tables(found),
            "idle": [f"{FILE_NAME}: {not_applied(item.correction, item.kind)}" for item in idle],
        }

    def queued(self) -> list[dict[str, Any]]:
        """Return the first statements that wait, the least certain that matter most first."""
        waiting = queue(self._graph, self._desk.reviewed().judged).first
        return [
            {
                "id": item.statement.id,
                "statement": self._sentence(item.statement),
                "why": item.why,
                "document": item.statement.evidence.document,
                "quote": item.statement.evidence.quote,
            }
            for item in waiting[:_SHOWN]
        ]

    def listed(self) -> list[dict[str, Any]]:
        """Return the corrections."""
        return [
            {
                "id": item.id,
                "kind": item.kind,
                "says": item.said,
                "who": item.correction.signed.who,
                "when": item.correction.signed.when,
                "why": item.correction.signed.why,
                "idle": item.idle,
            }
            for item in self._desk.corrections()
        ]

    def judge(self, ids: Sequence[str], *, accept: bool, who: str, when: str, why: str) -> Iterator[str]:
        """Accept or reject statements, by their ids or the beginnings of these; yield each in words.

        Raises:
            UsageError: there is no such statement.
            WorkspaceError: a workspace file cannot be read or written.

        """
        judged = {item.id: item.statement for item in self._desk.reviewed().judged}
        kind, signed = Accept if accept else Reject, Signature(who, when, why)
        for statement in [self._statement(key, judged) for key in ids]:
            said, document = self._sentence(statement), statement.evidence.document
            self._desk.record(kind(statement.id, signed, said, document), documents=[document])
            yield said

    def _statement(self, key: str, judged: Mapping[str, Statement]) -> Statement:
        begun = {item.id: item for item in self._graph.beginning(key, most=2)}
        known = {**begun, **judged}
        return known[_one_of(known, key, "statement")]

    def undo(self, ids: Sequence[str]) -> Iterator[str]:
        """Take corrections back, by their ids or the beginnings of these; yield each in words.

        Raises:
            UsageError: there is no such correction.
            WorkspaceError: a workspace file cannot be read or written.

        """
        said = {item.id: item.said for item in self._desk.corrections()}
        for key in [_one_of(said, key, "correction") for key in ids]:
            self._desk.undo(key)
            yield said[key]

    def write_gold(self, folder: Path) -> dict[str, int]:
        """Write gold of the documents of which something was reviewed, with these documents, and return how much.

        Raises:
            UsageError: the folder cannot be written, is among the documents, or holds another document of that name.

        """
        judged = self._desk.reviewed().judged
        paths = {name: path for path, name in distinct_names(Catalogue(self._folder / "documents.json").load()).items()}
        if any(folder.resolve().is_relative_to(path.parent.resolve()) for path in paths.values()):
            raise UsageError(f"{folder}: is among the documents, where builds would read the copies; choose another")
        done = Counter(item.statement.evidence.document for item in judged)
        written = {}
        for info in self._graph.register:
            if not done[info.name] and not self._graph.reviewed.get(info.name):
                continue
            gold = gold_dict(self._graph.narrowed(Choice((info.name,))).knowledge, info.name, judged)
            count = len(gold["facts"]) + len(gold["duties"]) + gold["reviewed"]["judged"]
            if count and info.name in paths:
                self._write(folder, gold, gold_name(info.name), paths[info.name])
                written[gold_name(info.name)] = len(gold["facts"]) + len(gold["duties"])
        return written

    def _write(self, folder: Path, gold: dict[str, Any], name: str, document: Path) -> None:
        copy = folder / gold["document"]
        try:
            folder.mkdir(parents=True, exist_ok=True)
            if copy.exists() and copy.read_bytes() != document.read_bytes():
                raise UsageError(f"{copy}: is another document of this name; choose an empty folder")
            shutil.copyfile(document, copy)
        except OSError as error:
            raise UsageError(f"{folder}: cannot be written ({error.strerror})") from error
        write_whole(folder / name, json.dumps(gold, ensure_ascii=False, indent=1) + "\n")

    def _sentence(self, statement: Statement) -> str:
        return sentence(statement, self._graph.names)


def _one_of(known: Iterable[str], key: str, what: str) -> str:
    found = sorted(id for id in known if id.startswith(key)) if len(key) >= _SHORTEST else []
    if len(found) != 1:
        reason = "several have this beginning" if found else f"give at least {_SHORTEST} letters of one that is there"
        raise UsageError(f"{key}: there is no such {what}; {reason}")
    return found[0]


def _tables(found: Figures) -> dict[str, list[dict[str, Any]]]:
    return {
        "documents": [
            {"document": row.document, "judged": row.judged, "statements": row.statements} for row in found.progress
        ],
        "kinds": [
            {
                "kind": row.label,
                "accepted": row.accepted,
                "rejected": row.rejected,
                "corrected": row.corrected,
                "disputed": row.disputed,
                "precision": row.precision,
            }
            for row in found.rows
        ],
        "bands": [
            {"confidence": f"{row.low:.1f} to {row.high:.1f}", "judged": row.count, "accepted": row.right,
             "precision": row.share}
            for row in found.bands
        ],
        "agreement": [
            {"reviewers": " and ".join(row.reviewers), "both": row.both, "agreed": row.agreed, "kappa": row.kappa}
            for row in found.agreements
        ],
    }  # fmt: skip
