"""Elements as a web page, with a menu and a footer around them."""

from __future__ import annotations

import html
from collections.abc import Sequence

from printing.source import Element
from printing.word import BULLETS

MENU = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/committees'>Committees</a></li></ul></nav>"


def web(elements: Sequence[Element]) -> bytes:
    """Return the elements as HTML."""
    parts: list[str] = []
    listed = False
    for element in elements:
        bulleted = bool(element.label) and element.label in BULLETS and not element.heading
        if bulleted is not listed:
            parts.append("<ul>" if bulleted else "</ul>")
            listed = bulleted
        if bulleted:
            parts.append(f"<li>{html.escape(element.text)}</li>")
        elif element.heading:
            parts.append(f"<p><strong>{html.escape(element.whole)}</strong></p>")
        else:
            parts.append(f"<p>{html.escape(element.whole)}</p>")
    body = "\n".join([*parts, "</ul>" if listed else ""])
    page = f"<!DOCTYPE html><html><head><title>A page</title></head><body>{MENU}<main>{body}</main>"
    return f"{page}<footer>Contact the council</footer></body></html>".encode()
