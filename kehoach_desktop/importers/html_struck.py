"""Words of a web page that a line runs through: by their tag, their style, or that of a class."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

TAGS = ("s", "strike", "del")
THROUGH = "line-through"
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_CLASS = re.compile(r"\.([\w-]+)")


def struck_classes(root: Any) -> frozenset[str]:
    """Return the classes to which the style sheets inside a page give a line through the words."""
    sheets = (sheet.text or "" for sheet in root.iter("style"))
    rules = (rule for sheet in sheets for rule in _RULE.findall(sheet.lower()))
    return frozenset(
        name for names, body in rules if THROUGH in body for name in _CLASS.findall(names)
    )


def struck_words(element: Any, classes: frozenset[str]) -> Iterator[str]:
    """Yield the words in `element` that are struck out, those of tables in it left aside."""
    if is_struck(element, classes):
        yield "".join(element.itertext())
        return
    for child in element:
        if isinstance(child.tag, str) and child.tag != "table":
            yield from struck_words(child, classes)


def is_struck(element: Any, classes: frozenset[str]) -> bool:
    """Say whether an element itself has a line through its words."""
    named = (element.get("class") or "").lower().split()
    struck = THROUGH in (element.get("style") or "").lower() or not classes.isdisjoint(named)
    return element.tag in TAGS or struck
