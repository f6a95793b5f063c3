"""Text of a web page that is set in TCVN3 or VNI fonts, put into Unicode."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from kehoach_desktop.importers.html_struck import class_rules
from kehoach_desktop.importers.legacy_text import decoded, font_of_letters

_FAMILY = re.compile(r"font(?:-family)?\s*:[^;}]*?((?:\.vn|vni-)[\w-]*)", re.IGNORECASE)


def decode_old_fonts(root: Any) -> str:
    """Put the old codes of a page into Unicode, by the font that each element is set in.

    Return the font that a page which names none is told to be in by its letters, else "".
    """
    families = {name: font for name, body in class_rules(root) if (font := _family(body))}
    waiting = [(root, _font(root, families))]
    while waiting:
        element, font = waiting.pop()
        element.text = decoded(element.text or "", font)
        for child in element:
            child.tail = decoded(child.tail or "", font)
            if isinstance(child.tag, str):
                waiting.append((child, _font(child, families) or font))
    if told := font_of_letters(root.itertext()):
        for element in root.iter():
            element.text = decoded(element.text or "", told)
            element.tail = decoded(element.tail or "", told)
    return told


def _font(element: Any, families: Mapping[str, str]) -> str:
    """Return the font that an element itself asks for, by attribute, style or class."""
    named = (element.get("class") or "").lower().split()
    own = element.get("face") or _family(element.get("style") or "")
    return own or next((families[name] for name in named if name in families), "")


def _family(style: str) -> str:
    found = _FAMILY.search(style)
    return found[1] if found else ""
