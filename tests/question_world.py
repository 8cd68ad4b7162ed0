"""The small world of which the examples of the questions speak."""

from __future__ import annotations

from factory import make_knowledge

from protocolgraph.graph import Graph


def make_world() -> Graph:
    """Return a graph in which every name of the examples is known."""
    return Graph(
        make_knowledge(
            "Audit Board (AB) reports_to Council [frequency=annual; product=accounts]",
            "Director of Care chairs Audit Board",
            "Director of Care member_of Care Panel [capacity=adviser]",
            "Ms Ann Lee holds Director of Care",
            "Audit Board established_under Care Act",
            "Audit Board produces Care Plan",
            "Care Panel peer_of Audit Board",
            "Council funds Audit Board [amount=£500]",
            "Audit Board meets [frequency=monthly]",
            "Audit Board must publish a plan",
            "Audit Board not oversees Council",
        )
    )
