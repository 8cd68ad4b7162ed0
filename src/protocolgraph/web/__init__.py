"""The explorer: the graph as pages, each at an address that can be linked and cited. Works without JavaScript."""

from __future__ import annotations

from protocolgraph.web.app import make_app
from protocolgraph.web.reviewing import Reviewing
from protocolgraph.web.site import Pages, Site

__all__ = ["Pages", "Reviewing", "Site", "make_app"]
