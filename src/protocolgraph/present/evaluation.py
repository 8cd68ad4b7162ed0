"""An evaluation as JSON-ready values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from protocolgraph.analyse.evaluate import Evaluation, Tally
from protocolgraph.model import to_dict


def evaluation_dict(evaluation: Evaluation) -> dict[str, Any]:
    """Return the figures of all documents and of each, and every miss and false finding with its likely cause."""
    return {
        "lenient": _tallies(evaluation.lenient),
        "strict": _tallies(evaluation.strict),
        "modality": _tally(evaluation.modality),
        "unquoted": evaluation.unquoted,
        "areas": {area: _tallies(tallies) for area, tallies in evaluation.areas.items()},
        "reliability": to_dict(evaluation.reliability),
        "documents": [
            {
                "document": document.document,
                "area": document.area,
                "lenient": _tallies(document.lenient),
                "strict": _tallies(document.strict),
                "missed": to_dict(document.missed),
                "false": to_dict(document.false),
            }
            for document in evaluation.documents
        ],
    }


def _tallies(tallies: Mapping[str, Tally]) -> dict[str, dict[str, float]]:
    return {kind: _tally(tally) for kind, tally in tallies.items()}


def _tally(tally: Tally) -> dict[str, float]:
    shares = {"precision": tally.precision, "recall": tally.recall, "f1": tally.f1}
    return {**to_dict(tally), **{name: round(value, 4) for name, value in shares.items()}}
