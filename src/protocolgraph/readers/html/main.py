"""Which part of a web page is its own: the rest is what every page of the site has."""

from __future__ import annotations

import re

from lxml import etree

_SILENT = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "head",
        "svg",
        "canvas",
        "object",
        "embed",
        "iframe",
        "audio",
        "video",
        "map",
        "select",
        "button",
        "datalist",
        "del",
        "s",
        "strike",
    ]
)
"""Elements whose words are not for reading, or are struck out."""
_ASIDE_TAGS = frozenset({"nav", "header", "footer", "aside", "dialog"})
_ASIDE_ROLES = frozenset(
    {"navigation", "banner", "contentinfo", "search", "complementary", "dialog", "alert", "menu", "menubar"}
)
_ASIDE_NAMES = re.compile(
    r"(?:^|[-_ ])(?:nav|navbar|navigation|menu|breadcrumbs?|cookies?|banner|footer|sidebar|side|skip|skiplinks?|share|"
    r"social|masthead|toolbar|pagination|related|search|login)(?:$|[-_ ])",
    re.IGNORECASE,
)
_MAIN_NAMES = re.compile(r"(?:^|[-_ ])(?:main|content|article|body|page)(?:$|[-_ ])", re.IGNORECASE)
_SKIP = re.compile(r"\s*(?:skip|jump) to (?:the )?(?:main )?(?:content|navigation|menu)\W*", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SHARE = 0.5
"""What holds more of a page's words is no menu, whatever it is called."""


def tag(element: etree._Element) -> str:
    """Return an element's name in small letters; empty for a comment."""
    return element.tag.lower() if isinstance(element.tag, str) else ""


def is_silent(element: etree._Element) -> bool:
    """Whether an element's words are not shown."""
    name = tag(element)
    if not name or name in _SILENT or element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    return bool(_HIDDEN.search(element.get("style") or ""))


def find_main(root: etree._Element) -> etree._Element | None:
    """Return the element that the page itself marks as its content, if there is one and it is not empty."""
    for path in (".//main", ".//*[@role='main']", ".//article"):
        found = [element for element in root.iterfind(path) if _length(element)]
        if len(found) == 1:
            return found[0]
    return None


class Aside:
    """Tells what of a page is no content of its own."""

    def __init__(self, root: etree._Element) -> None:
        self._whole = max(1, _length(root))

    def holds(self, element: etree._Element) -> bool:
        """Whether an element is a menu, a banner, a footer or the like."""
        name = tag(element)
        names = f"{element.get('id') or ''} {element.get('class') or ''}"
        marked = (
            name in _ASIDE_TAGS
            or (element.get("role") or "").lower() in _ASIDE_ROLES
            or (bool(_ASIDE_NAMES.search(names)) and not _MAIN_NAMES.search(element.get("id") or ""))
            or (name == "div" and element.get("title") in ("header", "footer"))
            or (name == "a" and bool(_SKIP.fullmatch(" ".join(map(str, element.itertext())))))
        )
        return marked and name not in ("body", "main", "html") and self._share(element) < _SHARE

    def _share(self, element: etree._Element) -> float:
        return _length(element) / self._whole


def _length(element: etree._Element) -> int:
    return sum(len(str(text).strip()) for text in element.itertext())
