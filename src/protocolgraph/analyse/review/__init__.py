"""Reviewing a graph: what to look at first, how far it has come, and how good the reading proved to be."""

from __future__ import annotations

from protocolgraph.analyse.review.figures import Agreement, Figures, Progress, Row, figures
from protocolgraph.analyse.review.queue import Order, Queue, Show, Waiting, queue

__all__ = ["Agreement", "Figures", "Order", "Progress", "Queue", "Row", "Show", "Waiting", "figures", "queue"]
