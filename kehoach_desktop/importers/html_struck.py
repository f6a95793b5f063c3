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
    return frozenset(name for name, body in class_rules(root) if THROUGH in body.lower())


def class_rules(root: Any) -> Iterator[tuple[str, str]]:
    """Yield each class that the style sheets inside a page name, and what they say of it."""
    for sheet in root.iter("style"):
        for names, body in _RULE.findall(sheet.text or ""):
            yield from ((name.lower(), body) for name in _CLASS.findall(names))


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
