"""Where words lead on the web is kept in every format that has links; addresses of people are not."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from protocolgraph.readers import read_bytes

PLACE = "https://www.example.org/terms?a=1"
LINKS = (("terms of the Board", PLACE), ("ann@example.org", "https://example.org/ann"), ("write", "mailto:a@b.org"))


def word() -> bytes:
    document = docx.Document()
    inside: Any = document.add_paragraph("The Board keeps the ")._p
    for words, target in LINKS:
        link = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), document.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        run, text = OxmlElement("w:r"), OxmlElement("w:t")
        text.text = words
        run.append(text)
        link.append(run)
        inside.append(link)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def open_document() -> bytes:
    links = "".join(f'<text:a xlink:href="{target}">{words}</text:a> ' for words, target in LINKS)
    spaces = "".join(f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text"))
    content = (
        f'<office:document-content{spaces} xmlns:xlink="http://www.w3.org/1999/xlink"><office:body><office:text>'
        f"<text:p>The Board keeps the {links}</text:p></office:text></office:body></office:document-content>"
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content)
    return stream.getvalue()


def web() -> bytes:
    links = " ".join(f'<a href="{target}">{words}</a>' for words, target in LINKS)
    menu = f'<nav><a href="{PLACE}">Home</a></nav>'
    return f"<html><body>{menu}<main><p>The Board keeps the {links}</p></main></body></html>".encode()


def markdown() -> bytes:
    return ("The Board keeps the " + " ".join(f"[{words}]({target})" for words, target in LINKS)).encode()


@pytest.mark.parametrize(
    ("data", "name"), [(word(), "a.docx"), (open_document(), "a.odt"), (web(), "a.html"), (markdown(), "a.md")]
)
def test_links_to_the_web_are_kept_with_their_words(data: bytes, name: str) -> None:
    document = read_bytes(data, name)
    assert [(link.page, link.words, link.target) for link in document.links] == [(1, "terms of the Board", PLACE)]
    assert PLACE not in document.text
