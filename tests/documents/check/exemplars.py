"""Right papers, opened to be harmed: each helper changes one thing in one place."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import _Cell
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from kehoach_desktop.documents.check.paper import check_paper
from kehoach_desktop.domain.draft import Severity
from kehoach_desktop.domain.paper_check import PaperFinding

PAPERS = Path(__file__).parents[2] / "data" / "papers"
DRAFT, REPORT, CORRECTION, WEEK, QUARTER, PLAN, PROPOSAL, DECISION, LETTER, INVITATION = (
    "01_bao_cao_thang_10_du_thao",
    "02_bao_cao_thang_10_phat_hanh",
    "03_bao_cao_sua_doi_so_lieu",
    "04_bao_cao_tuan_42",
    "05_bao_cao_quy_III_to_cnscd",
    "06_ke_hoach_cua_xa",
    "07_to_trinh_kien_toan_to",
    "08_quyet_dinh_kien_toan_to",
    "09_cong_van_don_doc",
    "10_giay_moi_giao_ban",
)
MINUTES, NOTICE = "11_bien_ban_giao_ban", "12_thong_bao_ket_luan"
Doc = Any


def opened(name: str) -> Doc:
    """The paper of that name, open."""
    return Document(str(PAPERS / f"{name}.docx"))


def packed(doc: Doc) -> bytes:
    """The bytes of an open paper."""
    out = io.BytesIO()
    doc.save(out)
    return out.getvalue()


def parts_of(data: bytes) -> dict[str, bytes]:
    """The XML parts of a paper by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = [name for name in archive.namelist() if name.endswith((".xml", ".rels"))]
        return {name: archive.read(name) for name in names}


def findings_of(data: bytes) -> tuple[PaperFinding, ...]:
    """What the check says of a paper."""
    return check_paper(parts_of(data))


def alarms_of(data: bytes) -> list[PaperFinding]:
    """The findings that call for a change."""
    return [f for f in findings_of(data) if f.severity is not Severity.INFO]


def paragraphs(doc: Doc) -> Iterator[Paragraph]:
    """Every paragraph, those in tables too, in order."""
    for element in doc.element.body.iter(qn("w:p")):
        yield Paragraph(element, doc)


def line(doc: Doc, start: str, nth: int = 0) -> Paragraph:
    """The paragraph that begins with `start` (no-break spaces count as spaces)."""
    found = [p for p in paragraphs(doc) if p.text.replace("\u00a0", " ").startswith(start)]
    return found[nth]


def run(doc: Doc, start: str, nth: int = 0) -> Run:
    """The first run of that paragraph."""
    return line(doc, start, nth).runs[0]


def swap(doc: Doc, old: str, new: str, start: str = "", nth: int = 0) -> None:
    """Write `new` for `old` in the first paragraph that has it (and begins with `start`)."""
    hits = [
        r
        for p in paragraphs(doc)
        for r in p.runs
        if old in r.text and p.text.replace("\u00a0", " ").startswith(start)
    ]
    hits[nth].text = hits[nth].text.replace(old, new, 1)


def move_before(doc: Doc, moved: str, anchor: str) -> None:
    """Put a paragraph before another."""
    line(doc, anchor)._p.addprevious(line(doc, moved)._p)  # noqa: SLF001 - the element itself


def cell(doc: Doc, table: int, row: int, column: int) -> _Cell:
    """A cell, all counted from nought."""
    made: _Cell = doc.tables[table].cell(row, column)
    return made


def write(doc: Doc, table: int, row: int, column: int, text: str) -> None:
    """Write into the first run of a cell."""
    paragraph = cell(doc, table, row, column).paragraphs[0]
    (paragraph.runs or [paragraph.add_run()])[0].text = text


def drop(doc: Doc, start: str, nth: int = 0) -> None:
    """Take a paragraph out."""
    element = line(doc, start, nth)._p  # noqa: SLF001
    element.getparent().remove(element)


def ruled_after(doc: Doc, start: str) -> Any:
    """The indents of the ruled paragraph that follows a line."""
    element = line(doc, start)._p.getnext()  # noqa: SLF001
    while element.find(".//" + qn("w:pBdr")) is None:
        element = element.getnext()
    return element.find(".//" + qn("w:ind"))


def child(element: Any, name: str, **values: str) -> Any:
    """A new child of an element, with Word's attributes."""
    made = OxmlElement(name)
    for key, value in values.items():
        made.set(qn(f"w:{key}"), value)
    element.append(made)
    return made


def wrapped_in(element: Any, name: str) -> None:
    """Put a wrapper (an insertion, say) around an element."""
    wrapper = OxmlElement(name)
    element.addprevious(wrapper)
    wrapper.append(element)


def raw(item: Any) -> Any:
    """The element behind a paragraph, a run, a row or a cell."""
    return item._element  # noqa: SLF001 - a fault is put into the XML itself


def twin(element: Any) -> Any:
    """A copy of an element, right behind it."""
    copy = deepcopy(element)
    element.addnext(copy)
    return copy
