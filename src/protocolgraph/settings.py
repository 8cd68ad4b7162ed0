"""Settings that come from outside; the only module that reads the environment, and only when asked."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field

DEFAULT_GRAPH = ".protocolgraph"
"""Folder of the graph that commands and functions use when none is named."""

_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


def one_thread() -> dict[str, str]:
    """Return the environment of a process whose libraries start no threads of their own."""
    return {**os.environ, **dict.fromkeys(_THREADS, "1")}


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person can set for all commands."""

    graph: str = DEFAULT_GRAPH
    """Folder of the graph (`PROTOCOLGRAPH_GRAPH`)."""
    model: str | None = None
    """Name of the spaCy model that reads (`PROTOCOLGRAPH_MODEL`); None for the one that is installed with us."""
    user: str | None = None
    """Name at a SPARQL server (`PROTOCOLGRAPH_USER`)."""
    password: str | None = field(default=None, repr=False)
    """Password there (`PROTOCOLGRAPH_PASSWORD`)."""
    token: str | None = field(default=None, repr=False)
    """Bearer token there, instead of both (`PROTOCOLGRAPH_TOKEN`)."""
    debug: bool = False
    """Whether a fault of the program is printed as Python prints it, for a report (`PROTOCOLGRAPH_DEBUG`)."""
    update_url: str | None = None
    """Where it takes updates, if not where its kind does (`PROTOCOLGRAPH_UPDATE_URL`)."""

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> Settings:
        """Return the settings of this environment, by default the process's own; empty values count as not set."""
        found = os.environ if environment is None else environment
        return cls(
            graph=found.get("PROTOCOLGRAPH_GRAPH") or DEFAULT_GRAPH,
            model=found.get("PROTOCOLGRAPH_MODEL") or None,
            user=found.get("PROTOCOLGRAPH_USER") or None,
            password=found.get("PROTOCOLGRAPH_PASSWORD") or None,
            token=found.get("PROTOCOLGRAPH_TOKEN") or None,
            debug=bool(found.get("PROTOCOLGRAPH_DEBUG")),
            update_url=found.get("PROTOCOLGRAPH_UPDATE_URL") or None,
        )
