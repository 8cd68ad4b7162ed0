"""Web pages, saved or exported: the page's own words apart from menus, banners and footers."""

from __future__ import annotations

from protocolgraph.readers.html.reader import read_html

__all__ = ["read_html"]
