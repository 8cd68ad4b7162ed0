"""Stable identifiers: slugs for names, hashes for statements."""

from __future__ import annotations

import hashlib
import re
import unicodedata

BASE = "https://w3id.org/protocolgraph/id/"
"""Where the IRIs of entities, documents and statements stand."""


def slug(name: str) -> str:
    """Return a name as it stands in an IRI: lower case, ASCII, words joined by hyphens; never empty."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    plain = re.sub(r"['’]", "", plain).replace("&", " and ")
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or digest(name)


def digest(*fields: object) -> str:
    """Return a short hash of these fields that no reordering of the input changes."""
    joined = "\x1f".join("" if field is None else str(field) for field in fields)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:16]
