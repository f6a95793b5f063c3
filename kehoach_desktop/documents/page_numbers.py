"""Page numbers from the second page of every section (NĐ 30/2020, Phụ lục I, I.7)."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from kehoach_desktop.documents.words_xml import Element, w


def number_every_section(body: Element) -> None:
    """Give sections whose first page is not apart the header of one that has it so.

    LibreOffice drops the number from a section that is one page long in the template.
    """
    sections = list(body.iter(w("sectPr")))
    pattern = next((section for section in sections if _is_numbered(section)), None)
    if pattern is None:
        return
    for section in sections:
        if not _is_numbered(section):
            _number_like(section, pattern)


def _is_numbered(section: Element) -> bool:
    kinds = {reference.get(w("type")) for reference in _headers(section)}
    return bool(section.titlePg_val) and "default" in kinds


def _headers(section: Element) -> Iterator[Element]:
    return iter(section.findall(w("headerReference")))


def _number_like(section: Element, pattern: Element) -> None:
    for reference in _headers(section):
        section.remove(reference)
    section[0:0] = [deepcopy(reference) for reference in _headers(pattern)]
    section.titlePg_val = True
    margins = section.find(w("pgMar"))
    if margins is not None:
        margins.set(w("header"), pattern.find(w("pgMar")).get(w("header")))
