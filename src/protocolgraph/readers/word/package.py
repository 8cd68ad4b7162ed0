"""The parts of a .docx file, found by their relationships as the format wants it."""

from __future__ import annotations

import posixpath
import zipfile

from lxml import etree

from protocolgraph.errors import ReadError
from protocolgraph.readers.archives import member, open_archive
from protocolgraph.readers.xml import attribute, children, parse

_USUAL = "word/document.xml"


class Package:
    """An open .docx file."""

    def __init__(self, data: bytes, name: str) -> None:
        """Open it.

        Raises:
            ReadError: it is no .docx file, or damaged, or protected.

        """
        self._name = name
        self._archive: zipfile.ZipFile = open_archive(data, name)
        self._main = next(iter(self._targets("", "officeDocument").values()), _USUAL)
        document = self._parse(self._main)
        if document is None:
            raise ReadError(name, "is not a Word document (it has no text part)")
        self.document = document

    def part(self, kind: str) -> etree._Element | None:
        """Return the root of the part of this kind that belongs to the document: "styles", "numbering", "footnotes"."""
        return next(iter(self.parts(kind).values()), None)

    def parts(self, kind: str) -> dict[str, etree._Element]:
        """Return the parts of this kind by the ids of their relationships."""
        found = {key: self._parse(path) for key, path in self._targets(self._main, kind).items()}
        return {key: root for key, root in found.items() if root is not None}

    def properties(self) -> dict[str, str]:
        """Return what the file says of itself: title, created, modified."""
        root = self._parse("docProps/core.xml")
        kept = {"title": "title", "created": "created", "modified": "modified"}
        found = {kept[key]: (item.text or "").strip() for key in kept for item in children(root, key)}
        return {key: value for key, value in found.items() if value}

    def addresses(self) -> dict[str, str]:
        """Return where the document's links lead outside of it, by the ids of their relationships."""
        found = {}
        for item in children(self._relations(self._main), "Relationship"):
            if attribute(item, "TargetMode") == "External" and (attribute(item, "Type") or "").endswith("/hyperlink"):
                found[attribute(item, "Id") or ""] = attribute(item, "Target") or ""
        return found

    def _relations(self, source: str) -> etree._Element | None:
        folder, _, file = source.rpartition("/")
        return self._parse(posixpath.join(folder, "_rels", f"{file}.rels"))

    def _targets(self, source: str, kind: str) -> dict[str, str]:
        """Return the paths that a part has relationships of this kind to."""
        folder = source.rpartition("/")[0]
        found = {}
        for item in children(self._relations(source), "Relationship"):
            target = attribute(item, "Target") or ""
            if (attribute(item, "Type") or "").endswith(f"/{kind}") and attribute(item, "TargetMode") != "External":
                path = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
                found[attribute(item, "Id") or ""] = posixpath.normpath(path)
        return found

    def _parse(self, path: str) -> etree._Element | None:
        data = member(self._archive, path, self._name)
        return None if data is None else parse(data, self._name)
