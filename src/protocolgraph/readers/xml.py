"""XML that strangers wrote: parsed without entities, without network, without document types."""

from __future__ import annotations

from lxml import etree

from protocolgraph.errors import ReadError


def parse(data: bytes, name: str) -> etree._Element:
    """Return the root of an XML document.

    Raises:
        ReadError: it is not well-formed, or brings entities of its own.

    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ReadError(name, "is damaged (its XML cannot be read)") from error
    if root.getroottree().docinfo.doctype:
        raise ReadError(name, "declares a document type, as no word processor does; it was not read")
    return root


def local(element: etree._Element) -> str:
    """Return an element's name without its namespace; empty for a comment or the like."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: etree._Element | None, name: str) -> str | None:
    """Return the attribute of this local name, whatever its namespace."""
    if element is None:
        return None
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return None


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """Return the first child of this local name, and so on down the path."""
    for step in path:
        if element is None:
            return None
        element = next((item for item in element if local(item) == step), None)
    return element


def children(element: etree._Element | None, name: str) -> list[etree._Element]:
    """Return the children of this local name."""
    return [] if element is None else [item for item in element if local(item) == name]
