"""`protocolgraph serve`: the explorer."""

from __future__ import annotations

import secrets
import sys
from datetime import date
from typing import Annotated

import typer

from protocolgraph.cli.options import GraphOption, chosen_graph
from protocolgraph.cli.output import say
from protocolgraph.errors import UsageError

_LOCAL = "127.0.0.1"
_TURN = 0.0005
"""Seconds after which a thread that works out something long lets those go on that answer with a page."""


def serve(
    context: typer.Context,
    *,
    host: Annotated[
        str, typer.Option(metavar="ADDRESS", help="Where to listen; another address needs a token.")
    ] = _LOCAL,
    port: Annotated[int, typer.Option(metavar="N", min=0, max=65535, help="The port to listen on.")] = 8000,
    review: Annotated[
        bool, typer.Option("--review", help="Let visitors correct the graph; kept in protocolgraph.toml.")
    ] = False,
    graph: GraphOption = None,
) -> None:
    """Show the graph as pages in a browser, on this machine; Ctrl+C stops it."""
    try:
        import uvicorn

        from protocolgraph.pipeline.serving import make_reviewing, make_site
        from protocolgraph.web import make_app
    except ModuleNotFoundError as error:
        raise UsageError(f"The explorer needs {error.name}: pip install 'protocolgraph[web]'") from error
    sys.setswitchinterval(_TURN)
    folder = chosen_graph(context, graph)
    reviewing = make_reviewing(folder, today=lambda: date.today().isoformat()) if review else None
    site = reviewing.start() if reviewing else make_site(folder)
    (reviewing or site).prepare()
    place = "review" if review else ""
    if host == _LOCAL:
        app = make_app(site, reviewing=reviewing)
        say(f"The explorer is at http://{host}:{port}/{place}")
    else:
        token = secrets.token_urlsafe(24)
        app = make_app(site, hosts=("*",), token=token, reviewing=reviewing)
        say(f"The explorer is at http://{host}:{port}/{place}?token={token}")
    uvicorn.run(app, host=host, port=port, log_level="warning", server_header=False)
