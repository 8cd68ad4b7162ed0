"""Where graphs are: a folder, or a SPARQL server whose credentials stand in the environment."""

from __future__ import annotations

import re
from pathlib import Path

from protocolgraph.errors import StoreError
from protocolgraph.graph import Access, DiskStore, EndpointStore, Graph
from protocolgraph.model import slug
from protocolgraph.settings import DEFAULT_GRAPH, Settings

_URL = re.compile(r"https?://", re.IGNORECASE)


def is_url(place: str | Path) -> bool:
    """Whether a graph is on a server."""
    return _URL.match(str(place)) is not None


def open_store(place: str | Path, *, access: Access | None = None) -> DiskStore | EndpointStore:
    """Return the store at a place: a folder, or the URL at which a server takes queries.

    Args:
        place: the folder or URL.
        access: what the server wants to know; by default what the environment says (`PROTOCOLGRAPH_USER`,
            `PROTOCOLGRAPH_PASSWORD`, `PROTOCOLGRAPH_TOKEN`, `PROTOCOLGRAPH_UPDATE_URL`).

    Raises:
        UsageError: the URL holds a password.

    """
    if not is_url(place):
        return DiskStore(place)
    if access is None:
        found = Settings.from_environment()
        access = Access(found.user, found.password, found.token, found.update_url)
    return EndpointStore(str(place), access)


def working_folder(place: str | Path) -> Path:
    """Return where builds keep what they need besides the graph: in its folder; for a server, in one by its URL."""
    if not is_url(place):
        return Path(place)
    folder = Path(DEFAULT_GRAPH) / "servers" / slug(str(place))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"{folder}: cannot be used for what builds keep ({error.strerror})") from error
    return folder


def open_graph(place: str | Path, *, access: Access | None = None) -> Graph:
    """Open the graph in a folder or at a server's URL, read only; a build that runs meanwhile does not change it.

    Args:
        place: the folder, or the URL at which a server takes queries.
        access: as for `open_store`.

    Raises:
        StoreError: there is no graph, it is damaged or of another version, or the server cannot be reached.

    """
    store = open_store(place, access=access)
    return Graph(store.records(), store=store)
