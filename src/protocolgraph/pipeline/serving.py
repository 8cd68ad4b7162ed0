"""Gives the explorer the graph of a folder and the documents that it was read from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from hashlib import sha256
from pathlib import Path

from protocolgraph.analyse.checks.run import Checked, run_checks
from protocolgraph.errors import ReadError, UsageError
from protocolgraph.graph import Choice, Graph, open_graph
from protocolgraph.model import Document
from protocolgraph.opening import is_url
from protocolgraph.pipeline.beside import made_beside
from protocolgraph.pipeline.build import rebuild
from protocolgraph.pipeline.checking import waivers_of
from protocolgraph.pipeline.naming import distinct_names
from protocolgraph.pipeline.reading import Extracts
from protocolgraph.pipeline.reviewing import Desk
from protocolgraph.pipeline.sources import Catalogue
from protocolgraph.readers import read
from protocolgraph.readers.pdf.picture import draw_page
from protocolgraph.web import Pages, Reviewing, Site

_KEPT = 16
"""How many documents stay in memory once they were looked at."""


_DRAWN = 64
"""How many pictures of pages stay in memory: some twenty megabytes."""


class _Pictures:
    """Draws pages of the PDF files that a graph was read from."""

    def __init__(self, paths: Mapping[str, Path], hashes: Mapping[str, str]) -> None:
        self._paths, self._hashes = paths, hashes
        self.draw = lru_cache(maxsize=_DRAWN)(self._draw)

    def has(self, name: str) -> bool:
        """Whether a document is a PDF file that is at hand."""
        return name in self._paths and self._paths[name].suffix.lower() == ".pdf" and self._paths[name].is_file()

    def _draw(self, name: str, number: int, quotes: tuple[str, ...]) -> bytes | None:
        """Draw a page; quotes that the page's own words do not have are not marked."""
        try:
            data = self._paths[name].read_bytes()
        except OSError:
            return None
        if sha256(data).hexdigest() != self._hashes.get(name):
            return None
        for marked in (quotes, ()):
            try:
                return draw_page(data, number, name, quotes=marked)
            except UsageError:
                continue
            except ReadError:
                return None
        return None


def make_site(folder: str | Path) -> Site:
    """Return what the explorer shows of the graph in a folder.

    Raises:
        StoreError: there is no graph, or it is damaged or of another version.

    """
    graph = open_graph(folder)
    known = Catalogue(Path(folder) / "documents.json").load()
    paths = {name: path for path, name in distinct_names(known).items()}
    hashes = {info.name: info.sha256 for info in graph.register}

    pictures = _Pictures(paths, hashes)

    @lru_cache(maxsize=_KEPT)
    def read_document(name: str) -> Document | None:
        """The document, unless its file is gone or has changed since it was read."""
        if name not in paths:
            return None
        try:
            document = read(paths[name], name=name)
        except ReadError:
            return None
        return document if document.sha256 == hashes.get(name) else None

    @lru_cache(maxsize=_KEPT)
    def checked(choice: Choice) -> Checked:
        return site.made(partial(_checked, str(folder)), choice)

    site = Site(
        graph,
        read_document,
        check=lambda choice: checked(choice).findings,
        stale=lambda: checked(Choice()).stale,
        pages=Pages(pictures.has, pictures.draw),
        beside=None if is_url(folder) else partial(made_beside, Path(folder)),
    )
    return site


def _checked(folder: str, graph: Graph, choice: Choice) -> Checked:
    return run_checks(graph.narrowed(choice).knowledge, waivers=waivers_of(folder, None))


def make_reviewing(folder: str | Path, *, today: Callable[[], str], extractor: Extracts | None = None) -> Reviewing:
    """Return what the explorer needs to correct the graph in a folder.

    Args:
        folder: folder of the graph.
        today: gives the day that a correction is signed with.
        extractor: reads documents that changed, instead of the one that the graph was built with.

    Raises:
        UsageError: the graph is on a server.

    """
    if is_url(folder):
        raise UsageError("a graph on a server cannot be reviewed here: review it where its documents are")

    def built_beside() -> bool:
        if extractor is None and reviewing.site.large:
            made_beside(Path(folder), _rebuilt, Path(folder))
            return True
        return False

    desk = Desk(folder, extractor=extractor, elsewhere=built_beside)
    reviewing = Reviewing(desk, lambda: make_site(folder), today)
    return reviewing


def _rebuilt(_: Graph, folder: Path) -> None:
    rebuild(folder)
