"""The sections of a file with their headers, and what was left in it: changes, comments, links."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from kehoach_desktop.documents.check.looks import Paper, Paragraph, Section
from kehoach_desktop.documents.check.styles import is_on, number, value_of
from kehoach_desktop.documents.words_xml import w

LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
CHANGES = (
    "ins",
    "del",
    "moveFrom",
    "moveTo",
    "rPrChange",
    "pPrChange",
    "tblPrChange",
    "trPrChange",
)
_RELATION = re.compile(rb"<Relationship\b[^>]*>")
_ATTRIBUTE = re.compile(rb"(\w+)\s*=\s*[\"']([^\"']*)[\"']")
_HARMLESS = (b"/hyperlink",)
Links = Mapping[str, tuple[Paragraph, ...]]


def related(parts: Mapping[str, bytes], main: str) -> dict[str, str]:
    """Return the headers and footers of the main part: relation id → name of the part."""
    folder, leaf = posixpath.split(main)
    found: dict[str, str] = {}
    for relation in _relations(parts.get(f"{folder}/_rels/{leaf}.rels", b"")):
        if relation.get("Type", "").rsplit("/", 1)[-1] in {"header", "footer"}:
            target = relation.get("Target", "")
            path = target.lstrip("/") if target.startswith("/") else f"{folder}/{target}"
            found[relation.get("Id", "")] = posixpath.normpath(path)
    return found


def _relations(data: bytes) -> list[dict[str, str]]:
    return [
        {key.decode(): value.decode("utf-8", "replace") for key, value in _ATTRIBUTE.findall(entry)}
        for entry in _RELATION.findall(data)
    ]


def read_sections(ends: Sequence[Any], links: Links) -> tuple[Section, ...]:
    """Return the sections that `ends` (their `sectPr`) close; headers pass on to the next one."""
    sections: list[Section] = []
    for end in ends:
        before = sections[-1] if sections else Section()
        headers = before.headers | _referred(end, "headerReference", links)
        footers = before.footers | _referred(end, "footerReference", links)
        sections.append(replace(_section(end), headers=headers, footers=footers))
    return tuple(sections) or (Section(),)


def _referred(end: Any, kind: str, links: Links) -> dict[str, tuple[Paragraph, ...]]:
    return {
        reference.get(w("type")) or "default": links.get(reference.get(LINK) or "", ())
        for reference in end.iterfind(w(kind))
    }


def _section(end: Any) -> Section:
    page, margins, numbers = (end.find(w(k)) for k in ("pgSz", "pgMar", "pgNumType"))
    start = None if numbers is None else numbers.get(w("start"))
    return Section(
        width=_measure(page, "w", "width"),
        height=_measure(page, "h", "height"),
        top=_measure(margins, "top", "top"),
        bottom=_measure(margins, "bottom", "bottom"),
        left=_measure(margins, "left", "left") + _measure(margins, "gutter", "gutter"),
        right=_measure(margins, "right", "right"),
        landscape=page is not None and page.get(w("orient")) == "landscape",
        title_page=is_on(end.find(w("titlePg"))),
        page_start=None if start is None else int(number(start)),
        page_format=(None if numbers is None else numbers.get(w("fmt"))) or "decimal",
        kind=value_of(end.find(w("type"))) or "nextPage",
    )


def _measure(element: Any | None, attribute: str, name: str) -> float:
    usual = {"width": 12240.0, "height": 15840.0, "gutter": 0.0}.get(name, 1440.0)
    text = None if element is None else element.get(w(attribute))
    return abs(number(text, usual))


def notes(paper: Paper, root: Any, parts: Mapping[str, bytes]) -> Paper:
    """Return the paper with what was left in its file counted."""
    changes = sum(1 for kind in CHANGES for _element in root.iter(w(kind)))
    comments = sum(1 for _element in root.iter(w("commentReference")))
    stale = sum(1 for e in root.iter(w("fldChar"), w("fldSimple")) if e.get(w("dirty")) is not None)
    return replace(
        paper,
        changes=changes,
        comments=comments,
        stale_fields=stale,
        outside_links=_outside_links(parts),
    )


def _outside_links(parts: Mapping[str, bytes]) -> int:
    entries = [
        entry
        for name, data in parts.items()
        if name.endswith(".rels")
        for entry in _RELATION.findall(data)
        if re.search(rb"TargetMode\s*=\s*[\"']External", entry, re.IGNORECASE)
    ]
    return sum(not any(kind in entry for kind in _HARMLESS) for entry in entries)
